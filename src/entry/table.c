/*
 * A table is a head row, a delimiter row with as many cells, and the rows
 * behind it that have a bar; GitHub would take a line without one for a row as
 * well, but in a note it is what comes after the table.  A bar after a
 * backslash parts no cells.
 */
#include "entry/table.h"

#include <stdlib.h>
#include <string.h>

#include "entry/prefix.h"

/* The first bar from `at` on that parts cells, or `end`. */
static size_t next_bar(const char *text, size_t at, size_t end)
{
	for (; at < end && text[at] != '|'; at++) {
		if (text[at] == '\\' && at + 1 < end)
			at++;
	}
	return at < end ? at : end;
}

/* Leaves out the bars at both ends. */
static struct jscan_piece inside(const char *text,
				 const struct jscan_piece *line)
{
	struct jscan_piece row = *line;

	if (row.from < row.to && text[row.from] == '|')
		row.from++;
	row.to = jscan_trim_end(text, row.from, row.to);
	if (row.to > row.from && text[row.to - 1] == '|') {
		size_t slashes = 0;

		while (row.to - 1 - slashes > row.from &&
		       text[row.to - 2 - slashes] == '\\')
			slashes++;
		if (slashes % 2 == 0)
			row.to--;
	}
	return row;
}

static size_t count_cells(const char *text, const struct jscan_piece *line)
{
	struct jscan_piece row = inside(text, line);
	size_t count = 1;

	for (size_t at = row.from; (at = next_bar(text, at, row.to)) < row.to;
	     at++)
		count++;
	return count;
}

static bool has_bar(const char *text, const struct jscan_piece *line)
{
	return next_bar(text, line->from, line->to) < line->to;
}

/* `:--`, `--:`, `-`; returns the offset behind it, or 0. */
static size_t delimiter_end(const char *text, size_t at, size_t end)
{
	size_t start;

	while (at < end && jscan_is_blank(text[at]))
		at++;
	if (at < end && text[at] == ':')
		at++;
	for (start = at; at < end && text[at] == '-';)
		at++;
	if (at == start)
		return 0;
	if (at < end && text[at] == ':')
		at++;
	while (at < end && jscan_is_blank(text[at]))
		at++;
	return at;
}

/* The number of cells of a delimiter row, or 0. */
static size_t count_delimiters(const char *text, const struct jscan_piece *line)
{
	struct jscan_piece row;
	char first = text[line->from];
	size_t at, count = 0;

	if (first != '|' && first != '-' && first != ':')
		return 0;
	row = inside(text, line);
	for (at = row.from;; at++) {
		at = delimiter_end(text, at, row.to);
		if (!at || (at < row.to && text[at] != '|'))
			return 0;
		count++;
		if (at == row.to)
			return count;
	}
}

bool jscan_table_find(const char *text, const struct jscan_piece *lines,
		      size_t first, size_t count, size_t *head, size_t *end)
{
	for (size_t i = first + 1; i < count; i++) {
		size_t cells = count_delimiters(text, &lines[i]);

		if (!cells || !has_bar(text, &lines[i - 1]) ||
		    count_cells(text, &lines[i - 1]) != cells)
			continue;
		*head = i - 1;
		for (i++; i < count && has_bar(text, &lines[i]);)
			i++;
		*end = i;
		return true;
	}
	return false;
}

static void add_cell(struct jscan_document_parser *parser, size_t index,
		     const struct jscan_run *cell)
{
	if (index == parser->cell_room) {
		parser->cell_room = index ? index * 2 : 16;
		parser->cells = jscan_realloc(parser->cells,
					      parser->cell_room *
						      sizeof(*parser->cells));
	}
	parser->cells[index] = *cell;
}

static size_t strip_cells(struct jscan_document_parser *parser,
			  const char *text, struct jscan_piece row,
			  const struct jscan_references *references,
			  struct jscan_arena *arena)
{
	size_t count = 0;

	for (size_t at = row.from;; at++) {
		size_t end = next_bar(text, at, row.to);
		struct jscan_run raw = {0}, cell;
		struct jscan_shift *shift;
		size_t from = at;

		while (from < end && jscan_is_blank(text[from]))
			from++;
		shift = jscan_arena_alloc(arena, sizeof(*shift));
		shift->source = (unsigned)from;
		raw.text = text + from;
		raw.len = jscan_trim_end(text, from, end) - from;
		raw.shifts = shift;
		raw.shift_count = 1;
		jscan_inline_strip(parser->tool, &cell, &raw, references,
				   arena);
		add_cell(parser, count++, &cell);
		if (end == row.to)
			return count;
		at = end;
	}
}

/* A cell is one line, and a tab parts it from the next. */
static void copy_cell(char *to, const struct jscan_run *cell)
{
	for (size_t i = 0; i < cell->len; i++)
		to[i] = cell->text[i] == '\t' || cell->text[i] == '\n'
				? ' '
				: cell->text[i];
}

void jscan_table_strip_row(struct jscan_document_parser *parser,
			   struct jscan_run *out, const char *text,
			   const struct jscan_piece *line,
			   const struct jscan_references *references,
			   struct jscan_arena *arena)
{
	size_t count = strip_cells(parser, text, inside(text, line), references,
				   arena);
	size_t len = count - 1, shift_count = 0, link_count = 0, words = 0;
	struct jscan_shift *shifts;
	struct jscan_link *links;
	char *row;

	for (size_t i = 0; i < count; i++) {
		words += parser->cells[i].len;
		shift_count += parser->cells[i].shift_count;
		link_count += parser->cells[i].link_count;
	}
	memset(out, 0, sizeof(*out));
	if (!words)
		return;
	row = jscan_arena_alloc(arena, len + words);
	shifts = jscan_arena_array(arena, shift_count, sizeof(*shifts));
	links = jscan_arena_array(arena, link_count, sizeof(*links));
	out->text = row;
	out->shifts = shifts;
	out->links = links;
	for (size_t i = 0; i < count; i++) {
		const struct jscan_run *cell = &parser->cells[i];

		if (i)
			row[out->len++] = '\t';
		for (size_t k = 0; k < cell->shift_count; k++) {
			shifts[out->shift_count] = cell->shifts[k];
			shifts[out->shift_count++].text += (unsigned)out->len;
		}
		for (size_t k = 0; k < cell->link_count; k++) {
			links[out->link_count] = cell->links[k];
			links[out->link_count++].offset += (unsigned)out->len;
		}
		copy_cell(row + out->len, cell);
		out->len += cell->len;
	}
}
