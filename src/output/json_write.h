/*
 * JSON as it is written: each value goes out at once, in one line, so that no
 * memory is needed for a report of any length.  What is opened must be closed,
 * and a key is NULL in arrays and at the top.
 */
#ifndef JSCAN_OUTPUT_JSON_WRITE_H
#define JSCAN_OUTPUT_JSON_WRITE_H

#include <stdbool.h>

#include "base/buf.h"
#include "journalscan.h"

struct jscan_json {
	struct jscan_buf *out;
	bool has_more; /* the next value comes behind another */
};

/* A value by itself begins. */
void jscan_json_start(struct jscan_json *json, struct jscan_buf *out);

/* A key is plain: nothing in it is escaped. */
void jscan_json_open_object(struct jscan_json *json, const char *key);
void jscan_json_close_object(struct jscan_json *json);
void jscan_json_open_array(struct jscan_json *json, const char *key);
void jscan_json_close_array(struct jscan_json *json);

/* NULL: null */
void jscan_json_set_text(struct jscan_json *json, const char *key,
			 const char *text);
void jscan_json_set_int(struct jscan_json *json, const char *key,
			unsigned number);
void jscan_json_set_bool(struct jscan_json *json, const char *key, bool value);
/* unset: null */
void jscan_json_set_date(struct jscan_json *json, const char *key,
			 struct jscan_date date);
/* None: null, as anywhere in what is written. */
void jscan_json_set_outcome(struct jscan_json *json, const char *key,
			    enum jscan_outcome outcome);
void jscan_json_set_texts(struct jscan_json *json, const char *key,
			  struct jscan_texts texts);
/* One of an array of places, or the fields of one. */
void jscan_json_set_place(struct jscan_json *json,
			  const struct jscan_place *place);

#endif
