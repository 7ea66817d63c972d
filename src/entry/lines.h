/* The words of a leaf, line by line. */
#ifndef JSCAN_ENTRY_LINES_H
#define JSCAN_ENTRY_LINES_H

#include "entry/parser.h"

/* The leaf at hand and the lines of it that are not read yet. */
struct jscan_lines {
	const struct jscan_leaf *leaf;
	struct jscan_piece *items; /* the parser's, until the next leaf */
	size_t count;
};

/* The lines of a leaf without their prefixes and, of a heading, its marks. */
void jscan_lines_gather(struct jscan_lines *out,
			struct jscan_document_parser *parser,
			const struct jscan_body *body,
			const struct jscan_leaf *leaf);

/* Lines as one run, in place where they lie end to end. */
void jscan_lines_join(struct jscan_run *out, const char *text,
		      const struct jscan_piece *lines, size_t count,
		      struct jscan_arena *arena);

/* The line, from 1, that a run made of these lines starts in. */
unsigned jscan_lines_first(const struct jscan_piece *lines, size_t count,
			   const struct jscan_run *run);

/* Gives back the room that only an unusual document needs. */
void jscan_lines_shrink(struct jscan_document_parser *parser);

#endif
