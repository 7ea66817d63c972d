/*
 * Writes JSON without building it first.  Texts are mostly plain and then
 * copied whole; in others quotation marks, backslashes and controls are escaped
 * as RFC 8259 asks, and what no reader should get raw as escape.h has it.
 */
#include "output/json_write.h"

#include <string.h>

#include "base/arena.h"
#include "base/date.h"
#include "base/eight.h"
#include "base/utf8.h"
#include "output/escape.h"

#define KEY_BYTES   60 /* of a key, which is one of ours */
#define HEAD_BYTES  (KEY_BYTES + 4)
#define SHORT_BYTES 192 /* of a text that is put down with its key */

void jscan_json_start(struct jscan_json *json, struct jscan_buf *out)
{
	json->out = out;
	json->has_more = false;
}

/* Puts down what stands before a value; returns how many bytes that is. */
static size_t put_head(char out[HEAD_BYTES], struct jscan_json *json,
		       const char *key)
{
	size_t len = 0;

	if (json->has_more)
		out[len++] = ',';
	if (key) {
		size_t bytes = strnlen(key, KEY_BYTES);

		out[len++] = '"';
		memcpy(out + len, key, bytes);
		len += bytes;
		out[len++] = '"';
		out[len++] = ':';
	}
	json->has_more = true;
	return len;
}

/* Writes what stands before a value, with its first characters. */
static void begin(struct jscan_json *json, const char *key, const char *first)
{
	char head[HEAD_BYTES + 8];
	size_t len = put_head(head, json, key);

	while (*first)
		head[len++] = *first++;
	jscan_buf_add(json->out, head, len);
}

static void open_group(struct jscan_json *json, const char *key,
		       const char *bracket)
{
	begin(json, key, bracket);
	json->has_more = false;
}

static void close_group(struct jscan_json *json, const char *bracket)
{
	jscan_buf_add(json->out, bracket, 1);
	json->has_more = true;
}

void jscan_json_open_object(struct jscan_json *json, const char *key)
{
	open_group(json, key, "{");
}

void jscan_json_close_object(struct jscan_json *json)
{
	close_group(json, "}");
}

void jscan_json_open_array(struct jscan_json *json, const char *key)
{
	open_group(json, key, "[");
}

void jscan_json_close_array(struct jscan_json *json)
{
	close_group(json, "]");
}

static bool is_plain_byte(char c)
{
	return c >= 0x20 && c < 0x7f && c != '"' && c != '\\';
}

static bool are_plain(const char *text)
{
	uint64_t eight = jscan_eight_load(text);

	return !((eight | jscan_eight_between(eight, 0, 0x1f) |
		  jscan_eight_between(eight, 0x7f, 0x7f) |
		  jscan_eight_between(eight, '"', '"') |
		  jscan_eight_between(eight, '\\', '\\')) &
		 JSCAN_EIGHT_HIGHS);
}

/* Is there nothing to escape in it? */
static bool is_plain(const char *text, size_t len)
{
	size_t i = 0;

	for (; len - i >= 8; i += 8) {
		if (!are_plain(text + i))
			return false;
	}
	if (len >= 8)
		return are_plain(text + len - 8);
	for (; i < len; i++) {
		if (!is_plain_byte(text[i]))
			return false;
	}
	return true;
}

/* A quotation mark, a backslash or a control. */
static void add_escaped(struct jscan_buf *out, char c)
{
	static const char known[] = "\"\\\b\f\n\r\t";
	static const char names[] = "\"\\bfnrt";
	const char *found = c ? strchr(known, c) : NULL;

	if (found)
		jscan_buf_addf(out, "\\%c", names[found - known]);
	else
		jscan_buf_addf(out, "\\u%04X", (unsigned)c);
}

/* The bytes of the character at `text`, of valid UTF-8. */
static size_t count_bytes(const char *text, size_t len)
{
	size_t bytes = 1;

	while (bytes < len && (text[bytes] & 0xc0) == 0x80)
		bytes++;
	return bytes;
}

static void add_text(struct jscan_buf *out, const char *text, size_t len)
{
	size_t start = 0, bytes = 1;

	for (size_t i = 0; i < len; i += bytes) {
		unsigned char c = (unsigned char)text[i];

		bytes = 1;
		if (len - i >= 8 && are_plain(text + i))
			bytes = 8;
		if (is_plain_byte(text[i]))
			continue;
		jscan_buf_add(out, text + start, i - start);
		if (c >= 0x7f) {
			bytes = count_bytes(text + i, len - i);
			jscan_escape_json(out, text + i, bytes);
		} else {
			add_escaped(out, text[i]);
		}
		start = i + bytes;
	}
	jscan_buf_add(out, text + start, len - start);
}

/* A short one without anything to escape, as most are. */
static void set_short_text(struct jscan_json *json, const char *key,
			   const char *text, size_t len)
{
	char line[HEAD_BYTES + SHORT_BYTES + 2];
	size_t at = put_head(line, json, key);

	line[at++] = '"';
	memcpy(line + at, text, len);
	at += len;
	line[at++] = '"';
	jscan_buf_add(json->out, line, at);
}

static void set_long_text(struct jscan_json *json, const char *key,
			  const char *text, size_t len)
{
	begin(json, key, "\"");
	add_text(json->out, text, len);
	jscan_buf_addc(json->out, '"');
}

void jscan_json_set_text(struct jscan_json *json, const char *key,
			 const char *text)
{
	size_t len = text ? strlen(text) : 0;
	struct jscan_arena arena;

	if (!text) {
		begin(json, key, "null");
	} else if (len <= SHORT_BYTES && is_plain(text, len)) {
		set_short_text(json, key, text, len);
	} else if (jscan_utf8_check(text, len) == len) {
		set_long_text(json, key, text, len);
	} else {
		/* The contract says that this cannot be; it stays JSON. */
		jscan_arena_init(&arena);
		text = jscan_utf8_repair(&arena, text, len, &len);
		set_long_text(json, key, text, len);
		jscan_arena_release(&arena);
	}
}

void jscan_json_set_int(struct jscan_json *json, const char *key,
			unsigned number)
{
	begin(json, key, "");
	jscan_buf_add_number(json->out, number);
}

void jscan_json_set_bool(struct jscan_json *json, const char *key, bool value)
{
	begin(json, key, value ? "true" : "false");
}

void jscan_json_set_date(struct jscan_json *json, const char *key,
			 struct jscan_date date)
{
	char text[11];

	if (jscan_date_is_set(date)) {
		jscan_date_format(text, date);
		set_short_text(json, key, text, 10);
	} else {
		begin(json, key, "null");
	}
}

void jscan_json_set_outcome(struct jscan_json *json, const char *key,
			    enum jscan_outcome outcome)
{
	jscan_json_set_text(json, key,
			    outcome == JSCAN_OUTCOME_NONE
				    ? NULL
				    : jscan_outcome_name(outcome));
}

void jscan_json_set_texts(struct jscan_json *json, const char *key,
			  struct jscan_texts texts)
{
	jscan_json_open_array(json, key);
	for (size_t i = 0; i < texts.count; i++)
		jscan_json_set_text(json, NULL, texts.items[i]);
	jscan_json_close_array(json);
}

void jscan_json_set_place(struct jscan_json *json,
			  const struct jscan_place *place)
{
	jscan_json_set_text(json, "path", place->path);
	jscan_json_set_int(json, "line", place->line);
	jscan_json_set_text(json, "text", place->text ? place->text : "");
}
