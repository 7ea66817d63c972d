/* One page to read before an interview. */
#ifndef JSCAN_OUTPUT_PREP_H
#define JSCAN_OUTPUT_PREP_H

#include "base/arena.h"
#include "output/report.h"

/*
 * The company that the page is about: the one that `wanted` names, as a person
 * would (a part of the name is enough when only one company has it), or, for
 * NULL, the one of the next interview.  *out lives as long as the report.
 *
 * Returns 0, or -1: JSCAN_ERR_NOT_FOUND, JSCAN_ERR_USAGE (several fit).
 */
int jscan_prep_find_company(const char **out, const struct jscan_report *report,
			    const char *wanted, struct jscan_error *err);

/* Writes the page as text, or with `is_markdown` as Markdown. */
void jscan_write_prep(struct jscan_buf *out, const struct jscan_report *report,
		      const struct jscan_format_options *options,
		      const char *company, bool is_markdown);

struct jscan_check {	   /* one line of the checklist */
	const char *title; /* starts a group; or NULL */
	const char *text;
	unsigned article;   /* its place in jscan_articles, from 1 */
	const char *number; /* there; or NULL */
};

extern const char *const jscan_articles[];
extern const size_t jscan_article_count;

extern const struct jscan_check jscan_checks[];
extern const size_t jscan_check_count;

#endif
