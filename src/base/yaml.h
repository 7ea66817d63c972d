/*
 * YAML as a small tree with positions, for front matter and configuration.  The
 * only file that knows libyaml.
 *
 * Scalars stay text: nothing becomes a number, a boolean or a date here.
 * An alias of a scalar is that scalar again; one of a list or mapping is
 * refused. Tags are ignored, merge keys are plain keys, keys that are no text
 * are dropped with their value.  Duplicate keys are all there, in order.
 */
#ifndef JSCAN_BASE_YAML_H
#define JSCAN_BASE_YAML_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "journalscan.h"

#define JSCAN_YAML_MOST_BYTES	((size_t)65536)
#define JSCAN_YAML_MOST_DEPTH	64
#define JSCAN_YAML_MOST_KEYS	1000
#define JSCAN_YAML_MOST_ALIASES 100

enum jscan_yaml_kind { JSCAN_YAML_SCALAR, JSCAN_YAML_LIST, JSCAN_YAML_MAP };

struct jscan_yaml {
	enum jscan_yaml_kind kind;
	unsigned line; /* 1-based, in the file: `first_line` is added */
	unsigned column;
	const char *text; /* of a scalar: valid UTF-8, NUL-terminated */
	size_t len;
	bool is_plain;	 /* of a scalar: neither quoted nor a block */
	const char *key; /* of a member of a map; NULL in lists */
	unsigned key_line;
	unsigned key_column;
	struct jscan_yaml *first; /* of a list or map: members in order */
	struct jscan_yaml *next;  /* the next member of the same parent */
};

/* Why bytes are no YAML of ours. */
struct jscan_yaml_problem {
	bool is_limit; /* past one of the limits above */
	unsigned line;
	unsigned column;
	char message[160]; /* never quotes the text */
};

/*
 * Parses one document into `arena`.  `first_line` is the line number in the
 * file of the first line of `bytes`.  An empty document gives *out = NULL.
 * Returns 0, or -1 with *problem filled.  Time is linear in `len`.
 */
int jscan_yaml_parse(struct jscan_yaml **out, const char *bytes, size_t len,
		     unsigned first_line, struct jscan_arena *arena,
		     struct jscan_yaml_problem *problem);

/*
 * The same tree by way of libyaml, which takes twenty times as long for what is
 * simple.
 */
int jscan_yaml_parse_any(struct jscan_yaml **out, const char *bytes, size_t len,
			 unsigned first_line, struct jscan_arena *arena,
			 struct jscan_yaml_problem *problem);

/* null, ~, and nothing at all, unquoted. */
bool jscan_yaml_is_null(const struct jscan_yaml *node);

/* 1 for true, yes, on; 0 for false, no, off; -1 for anything else. */
int jscan_yaml_get_bool(const struct jscan_yaml *node);

/* Of the library behind this. */
const char *jscan_yaml_version(void);

#endif
