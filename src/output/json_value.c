/*
 * JSON values by Jansson, for every writer of JSON.
 */
#include "output/json_value.h"

#include <jansson.h>
#include <string.h>

#include "base/arena.h"
#include "base/date.h"
#include "base/utf8.h"
#include "output/escape.h"

/* Jansson hands out NULL when memory is gone; the arena's rule holds. */
struct json_t *jscan_json_check(struct json_t *value)
{
	if (value == NULL)
		jscan_out_of_memory();
	return value;
}

struct json_t *jscan_json_object(void)
{
	return jscan_json_check(json_object());
}

struct json_t *jscan_json_array(void)
{
	return jscan_json_check(json_array());
}

struct json_t *jscan_json_bool(bool value)
{
	return jscan_json_check(json_boolean(value));
}

struct json_t *jscan_json_text(const char *text)
{
	struct jscan_arena arena;
	json_t *value;
	size_t len;

	if (text == NULL)
		return jscan_json_check(json_null());
	len = strlen(text);
	if (jscan_utf8_check(text, len) == len)
		return jscan_json_check(json_stringn_nocheck(text, len));
	/* The contract says that this cannot be; the output stays JSON. */
	jscan_arena_init(&arena);
	text = jscan_utf8_repair(&arena, text, len, &len);
	value = jscan_json_check(json_stringn_nocheck(text, len));
	jscan_arena_release(&arena);
	return value;
}

struct json_t *jscan_json_date(struct jscan_date date)
{
	char text[11];

	if (!jscan_date_is_set(date))
		return jscan_json_check(json_null());
	jscan_date_format(text, date);
	return jscan_json_check(json_stringn_nocheck(text, 10));
}

void jscan_json_set(struct json_t *object, const char *key,
		    struct json_t *value)
{
	if (json_object_set_new_nocheck(object, key, jscan_json_check(value)) <
	    0)
		jscan_json_check(NULL);
}

void jscan_json_set_text(struct json_t *object, const char *key,
			 const char *text)
{
	jscan_json_set(object, key, jscan_json_text(text));
}

void jscan_json_set_int(struct json_t *object, const char *key, unsigned number)
{
	jscan_json_set(object, key, json_integer(number));
}

void jscan_json_append(struct json_t *array, struct json_t *value)
{
	if (json_array_append_new(array, jscan_json_check(value)) < 0)
		jscan_json_check(NULL);
}

struct json_t *jscan_json_texts(struct jscan_texts texts)
{
	json_t *array = jscan_json_array();

	for (size_t i = 0; i < texts.count; i++)
		jscan_json_append(array, jscan_json_text(texts.items[i]));
	return array;
}

struct json_t *jscan_json_places(struct jscan_places places)
{
	json_t *array = jscan_json_array();

	for (size_t i = 0; i < places.count; i++) {
		const struct jscan_place *place = &places.items[i];
		json_t *object = jscan_json_object();

		jscan_json_set_text(object, "path", place->path);
		jscan_json_set_int(object, "line", place->line);
		jscan_json_set_text(object, "text",
				    place->text ? place->text : "");
		jscan_json_append(array, object);
	}
	return array;
}

void jscan_json_take_fields(struct json_t *object, struct json_t *fields)
{
	if (json_object_update(object, fields) < 0)
		jscan_json_check(NULL);
	json_decref(fields);
}

static int gather(const char *bytes, size_t len, void *data)
{
	jscan_buf_add(data, bytes, len);
	return 0;
}

void jscan_json_write(struct jscan_buf *out, struct jscan_buf *scratch,
		      struct json_t *value)
{
	jscan_buf_clear(scratch);
	if (json_dump_callback(value, gather, scratch,
			       JSON_COMPACT | JSON_ENCODE_ANY) < 0)
		jscan_json_check(NULL);
	json_decref(value);
	jscan_escape_json(out, scratch->data, scratch->len);
}
