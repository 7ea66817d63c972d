/*
 * Templates of notes.  In them {name} is replaced by a fact; braces around
 * other words stay as they are, for the tools of others.  In the front matter a
 * fact is written so that YAML reads it as it was.
 */
#ifndef JSCAN_ACT_NEW_TEXT_H
#define JSCAN_ACT_NEW_TEXT_H

#include <stddef.h>

#include "base/buf.h"

struct jscan_new_fact {
	const char *name;  /* "company" */
	const char *value; /* "": not known */
	/* In the front matter in place of the value, as YAML; NULL: the same,
	 * with quotes where it needs them. */
	const char *yaml;
};

void jscan_new_fill(struct jscan_buf *out, const char *template_text,
		    const struct jscan_new_fact *facts, size_t count);

/* A value within double quotes, as YAML has it. */
void jscan_new_add_quoted(struct jscan_buf *out, const char *value);

/* The template that comes with the program. */
extern const char jscan_new_template[];

#endif
