/*
 * Tables for terminals.  All cells are gathered first, since a column is as
 * wide as its widest cell; then the widths are settled and the rows printed.
 */
#include "output/table.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/utf8.h"
#include "output/escape.h"

#define GAP 2 /* blanks between two columns */

void jscan_table_init(struct jscan_table *table,
		      const struct jscan_column *columns, size_t count,
		      bool has_color)
{
	memset(table, 0, sizeof(*table));
	table->columns = columns;
	table->column_count = count;
	table->has_color = has_color;
}

void jscan_table_release(struct jscan_table *table)
{
	for (size_t i = 0; i < table->cell_count; i++)
		free(table->cells[i].text);
	free(table->cells);
	table->cells = NULL;
	table->cell_count = table->cell_room = 0;
}

void jscan_table_add(struct jscan_table *table, const char *text,
		     enum jscan_color color)
{
	struct jscan_buf safe;
	struct jscan_cell *cell;

	if (table->cell_count == table->cell_room) {
		table->cell_room = table->cell_room ? table->cell_room * 2 : 64;
		table->cells = jscan_realloc(
			table->cells, table->cell_room * sizeof(*table->cells));
	}
	jscan_buf_init(&safe);
	if (text != NULL)
		jscan_escape_terminal(&safe, text, strlen(text));
	jscan_buf_add(&safe, "", 0);
	cell = &table->cells[table->cell_count++];
	cell->text = safe.data; /* the table's now */
	cell->width = jscan_utf8_width(safe.data, safe.len);
	cell->color = color;
}

void jscan_color_start(struct jscan_buf *out, bool has_color,
		       enum jscan_color color)
{
	static const char *const codes[] = {"",		"\033[31m", "\033[33m",
					    "\033[32m", "\033[2m",  "\033[1m"};

	if (has_color)
		jscan_buf_adds(out, codes[color]);
}

void jscan_color_end(struct jscan_buf *out, bool has_color,
		     enum jscan_color color)
{
	if (has_color && color != JSCAN_COLOR_NONE)
		jscan_buf_adds(out, "\033[0m");
}

/* The next character with the combining ones behind it. */
static size_t next_shown(const char *text, size_t len, size_t *width)
{
	int32_t c;
	size_t bytes = jscan_utf8_next(text, len, &c);

	*width = jscan_utf8_width(text, bytes);
	while (bytes < len) {
		size_t more = jscan_utf8_next(text + bytes, len - bytes, &c);

		if (jscan_utf8_width(text + bytes, more) > 0)
			break;
		bytes += more;
	}
	return bytes;
}

void jscan_text_fit(struct jscan_buf *out, const char *text, size_t width)
{
	size_t len = strlen(text), used = 0, pos = 0;

	if (jscan_utf8_width(text, len) <= width) {
		jscan_buf_add(out, text, len);
		return;
	}
	if (width == 0)
		return;
	while (pos < len) {
		size_t shown, bytes = next_shown(text + pos, len - pos, &shown);

		if (used + shown > width - 1)
			break;
		jscan_buf_add(out, text + pos, bytes);
		used += shown;
		pos += bytes;
	}
	jscan_buf_adds(out, "\xe2\x80\xa6");
	while (++used < width) /* a wide character did not fit */
		jscan_buf_addc(out, ' ');
}

void jscan_text_fit_end(struct jscan_buf *out, const char *text, size_t width)
{
	size_t len = strlen(text), left = jscan_utf8_width(text, len), pos = 0;

	if (left <= width) {
		jscan_buf_add(out, text, len);
		return;
	}
	if (width == 0)
		return;
	while (pos < len && left > width - 1) {
		size_t shown;

		pos += next_shown(text + pos, len - pos, &shown);
		left -= shown;
	}
	jscan_buf_adds(out, "\xe2\x80\xa6");
	jscan_buf_add(out, text + pos, len - pos);
	while (++left < width)
		jscan_buf_addc(out, ' ');
}

static void pad(struct jscan_buf *out, size_t count)
{
	while (count-- > 0)
		jscan_buf_addc(out, ' ');
}

/* As wide as the widest cell of each column, the heading too. */
static void measure(size_t widths[JSCAN_TABLE_MOST_COLUMNS],
		    const struct jscan_table *table)
{
	for (size_t i = 0; i < table->column_count; i++) {
		const char *heading = table->columns[i].heading;

		widths[i] = heading ? jscan_utf8_width(heading, strlen(heading))
				    : 0;
		for (size_t k = i; k < table->cell_count;
		     k += table->column_count)
			if (table->cells[k].width > widths[i])
				widths[i] = table->cells[k].width;
	}
}

/* Makes the first `count` columns fit, the widest first; false: they do not. */
static bool shrink(size_t widths[JSCAN_TABLE_MOST_COLUMNS],
		   const struct jscan_table *table, size_t count, size_t width)
{
	size_t total = table->indent;

	for (size_t i = 0; i < count; i++)
		total += widths[i] + (i > 0 ? GAP : 0);
	while (total > width) {
		size_t widest = JSCAN_TABLE_MOST_COLUMNS;

		for (size_t i = 0; i < count; i++)
			if (table->columns[i].may_shrink &&
			    widths[i] > table->columns[i].least &&
			    (widest == JSCAN_TABLE_MOST_COLUMNS ||
			     widths[i] > widths[widest]))
				widest = i;
		if (widest == JSCAN_TABLE_MOST_COLUMNS)
			return false;
		widths[widest]--;
		total--;
	}
	return true;
}

/*
 * The widths of the columns that are shown, and how many these are: the last
 * ones are left out where not even their least widths fit.
 */
static size_t settle_widths(size_t widths[JSCAN_TABLE_MOST_COLUMNS],
			    const struct jscan_table *table, size_t width)
{
	size_t count = table->column_count;

	do
		measure(widths, table);
	while (!shrink(widths, table, count, width) && --count > 0);
	return count > 0 ? count : 1;
}

static void print_cell(struct jscan_buf *out, const struct jscan_cell *cell,
		       const struct jscan_table *table,
		       const struct jscan_column *column, size_t width,
		       bool is_last)
{
	size_t shown = cell->width < width ? cell->width : width;

	if (column->is_right)
		pad(out, width - shown);
	jscan_color_start(out, table->has_color, cell->color);
	if (column->keeps_end)
		jscan_text_fit_end(out, cell->text, width);
	else
		jscan_text_fit(out, cell->text, width);
	jscan_color_end(out, table->has_color, cell->color);
	if (!column->is_right && !is_last)
		pad(out, width - shown);
}

/* The last column of a row that has something in it, plus one. */
static size_t count_used(const struct jscan_cell *cells, size_t count)
{
	while (count > 0 && cells[count - 1].width == 0)
		count--;
	return count;
}

static void print_row(struct jscan_buf *out, const struct jscan_table *table,
		      const struct jscan_cell *cells, const size_t *widths,
		      size_t count)
{
	assert(cells != NULL);
	count = count_used(cells, count);
	pad(out, count > 0 ? table->indent : 0);
	for (size_t i = 0; i < count; i++) {
		if (i > 0)
			pad(out, GAP);
		print_cell(out, &cells[i], table, &table->columns[i], widths[i],
			   i + 1 == count);
	}
	jscan_buf_addc(out, '\n');
}

/* The rows of `table`, in the columns of `measured`. */
static void print_with_widths(struct jscan_buf *out,
			      const struct jscan_table *table,
			      const struct jscan_table *measured, size_t width)
{
	size_t widths[JSCAN_TABLE_MOST_COLUMNS] = {0};
	size_t count = settle_widths(widths, measured, width);

	print_row(out, table, table->cells, widths, count);
}

void jscan_table_print_rows(struct jscan_buf *out,
			    const struct jscan_table *table, size_t width,
			    size_t from, size_t to)
{
	size_t widths[JSCAN_TABLE_MOST_COLUMNS] = {0};
	size_t count = settle_widths(widths, table, width);

	for (size_t i = from; i < to; i++)
		print_row(out, table, table->cells + i * table->column_count,
			  widths, count);
}

void jscan_table_print(struct jscan_buf *out, const struct jscan_table *table,
		       size_t width)
{
	struct jscan_table heads;

	/* The headings are a row of a table with the same widths. */
	jscan_table_init(&heads, table->columns, table->column_count,
			 table->has_color);
	heads.indent = table->indent;
	for (size_t i = 0; i < table->column_count; i++)
		jscan_table_add(&heads, table->columns[i].heading,
				JSCAN_COLOR_FAINT);
	print_with_widths(out, &heads, table, width);
	jscan_table_release(&heads);
	jscan_table_print_rows(out, table, width, 0,
			       table->cell_count / table->column_count);
}

void jscan_text_wrap(struct jscan_buf *out, const char *text, size_t indent,
		     size_t width)
{
	struct jscan_buf safe;
	size_t pos = 0, used = 0;

	jscan_buf_init(&safe);
	jscan_escape_terminal(&safe, text, strlen(text));
	while (pos < safe.len) {
		size_t word, shown;

		pos += strspn(safe.data + pos, " ");
		word = strcspn(safe.data + pos, " ");
		if (word == 0)
			break;
		shown = jscan_utf8_width(safe.data + pos, word);
		if (used > 0 && indent + used + 1 + shown > width) {
			jscan_buf_addc(out, '\n');
			used = 0;
		}
		if (used == 0)
			pad(out, indent);
		else
			jscan_buf_addc(out, ' ');
		jscan_buf_add(out, safe.data + pos, word);
		used += shown + (used > 0);
		pos += word;
	}
	if (used > 0)
		jscan_buf_addc(out, '\n');
	jscan_buf_release(&safe);
}
