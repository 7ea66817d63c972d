/*
 * Tables of text for a terminal: columns that shrink to fit, measured as they
 * are shown (wide and combining characters right).
 */
#ifndef JSCAN_OUTPUT_TABLE_H
#define JSCAN_OUTPUT_TABLE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/buf.h"

#define JSCAN_TABLE_MOST_COLUMNS 8

enum jscan_color {
	JSCAN_COLOR_NONE,
	JSCAN_COLOR_BAD,   /* overdue, worse, error */
	JSCAN_COLOR_NOW,   /* due, warning */
	JSCAN_COLOR_GOOD,  /* better, done */
	JSCAN_COLOR_FAINT, /* what is not so important */
	JSCAN_COLOR_STRONG /* headings */
};

struct jscan_column {
	const char *heading;
	size_t least; /* shown at least so wide, when there is so much */
	bool may_shrink;
	bool is_right;	/* numbers */
	bool keeps_end; /* places: cut in front, the line stays */
};

struct jscan_cell {
	char *text; /* safe for a terminal, owned by the table */
	size_t width;
	enum jscan_color color;
};

struct jscan_table {
	const struct jscan_column *columns;
	size_t column_count;
	size_t indent;
	bool has_color;
	struct jscan_cell *cells; /* row by row */
	size_t cell_count;
	size_t cell_room;
};

void jscan_table_init(struct jscan_table *table,
		      const struct jscan_column *columns, size_t count,
		      bool has_color);
void jscan_table_release(struct jscan_table *table);

/* The next cell, row by row; `text` is escaped here, NULL is empty. */
void jscan_table_add(struct jscan_table *table, const char *text,
		     enum jscan_color color);

/*
 * Prints headings and rows within `width` columns.  When it does not fit,
 * columns that may shrink give way, the widest first; then the last ones are
 * left out.
 */
void jscan_table_print(struct jscan_buf *out, const struct jscan_table *table,
		       size_t width);

/*
 * Only rows [from, to) and no headings, as wide as for the whole table: for
 * several groups of rows under each other.
 */
void jscan_table_print_rows(struct jscan_buf *out,
			    const struct jscan_table *table, size_t width,
			    size_t from, size_t to);

/* Starts and ends a colour; nothing when !has_color. */
void jscan_color_start(struct jscan_buf *out, bool has_color,
		       enum jscan_color color);
void jscan_color_end(struct jscan_buf *out, bool has_color,
		     enum jscan_color color);

/* Appends as much of safe `text` as fits, with … when it is cut. */
void jscan_text_fit(struct jscan_buf *out, const char *text, size_t width);

/* The same, with the end kept and … in front. */
void jscan_text_fit_end(struct jscan_buf *out, const char *text, size_t width);

/* Appends escaped text, broken at blanks, each line `indent` deep. */
void jscan_text_wrap(struct jscan_buf *out, const char *text, size_t indent,
		     size_t width);

#endif
