/*
 * A report on a terminal in the making, and its parts that are views of their
 * own: what is due, and people.
 */
#ifndef JSCAN_OUTPUT_TEXT_PAGE_H
#define JSCAN_OUTPUT_TEXT_PAGE_H

#include <stdbool.h>
#include <stddef.h>

#include "journalscan.h"
#include "output/table.h"

struct jscan_text_page {
	struct jscan_buf *out;
	const struct jscan_report *report;
	size_t width;
	bool has_color;
};

/* One line in a colour. */
void jscan_text_add_heading(const struct jscan_text_page *page,
			    const char *text, enum jscan_color color);

/*
 * Part of a line: made safe for a terminal, cut at `width`, in a colour.
 * Returns its width.
 */
size_t jscan_text_add_line(const struct jscan_text_page *page, const char *text,
			   size_t width, enum jscan_color color);

struct jscan_item_group {
	enum jscan_status status;
	const char *heading;
	size_t most; /* shown; SIZE_MAX: all */
	size_t count;
	size_t first; /* row in the table */
	size_t end;
};

/* Items by status, each group under its heading, all in the same columns. */
void jscan_text_add_items(const struct jscan_text_page *page,
			  struct jscan_item_group *groups, size_t group_count);

/* Items of two lines each; with `has_all`, those that are done or lapsed too.
 */
void jscan_text_add_due(const struct jscan_text_page *page, bool has_all);

void jscan_text_add_contacts(const struct jscan_text_page *page);

#endif
