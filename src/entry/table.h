/* Tables as GitHub writes them, which cmark takes for paragraphs. */
#ifndef JSCAN_ENTRY_TABLE_H
#define JSCAN_ENTRY_TABLE_H

#include <stdbool.h>
#include <stddef.h>

#include "entry/parser.h"

/*
 * The next table in lines [first, count): true with *head the index of its head
 * row, whose delimiter row follows, and *end the index behind its last row.
 */
bool jscan_table_find(const char *text, const struct jscan_piece *lines,
		      size_t first, size_t count, size_t *head, size_t *end);

/* Strips each cell of a row and joins them with '\t'; len 0: all empty. */
void jscan_table_strip_row(struct jscan_document_parser *parser,
			   struct jscan_run *out, const char *text,
			   const struct jscan_piece *line,
			   const struct jscan_references *references,
			   struct jscan_arena *arena);

#endif
