/*
 * JSON in the making.  A value that is put into another belongs to it from then
 * on; one that is written is let go of.  When memory is gone the process ends,
 * as in base/arena.c.
 */
#ifndef JSCAN_OUTPUT_JSON_VALUE_H
#define JSCAN_OUTPUT_JSON_VALUE_H

#include <stdbool.h>

#include "base/buf.h"
#include "journalscan.h"

struct json_t; /* Jansson's own; only json.c and json_value.c look inside */

/* Ends the process where Jansson had no memory left: NULL. */
struct json_t *jscan_json_check(struct json_t *value);

struct json_t *jscan_json_object(void);
struct json_t *jscan_json_array(void);
struct json_t *jscan_json_bool(bool value);
struct json_t *jscan_json_text(const char *text);	  /* NULL: null */
struct json_t *jscan_json_date(struct jscan_date date);	  /* unset: null */
struct json_t *jscan_json_texts(struct jscan_texts texts); /* an array */
struct json_t *jscan_json_places(struct jscan_places places);

void jscan_json_set(struct json_t *object, const char *key,
		    struct json_t *value);
void jscan_json_set_text(struct json_t *object, const char *key,
			 const char *text);
void jscan_json_set_int(struct json_t *object, const char *key,
			unsigned number);
void jscan_json_append(struct json_t *array, struct json_t *value);

/* Moves all fields of an object into another. */
void jscan_json_take_fields(struct json_t *object, struct json_t *fields);

/* Writes a value in one line.  `scratch` is used meanwhile. */
void jscan_json_write(struct jscan_buf *out, struct jscan_buf *scratch,
		      struct json_t *value);

#endif
