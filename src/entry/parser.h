/* What a document parser is made of; for src/entry only. */
#ifndef JSCAN_ENTRY_PARSER_H
#define JSCAN_ENTRY_PARSER_H

#include "entry/inline.h"
#include "entry/outline.h"

struct jscan_piece { /* the words of one line, prefix and end left out */
	unsigned from;
	unsigned to;
	unsigned line; /* from 0 */
};

/* The section that a heading opened before: most are said again and again. */
#define JSCAN_MEMO_HEADINGS 64
#define JSCAN_MEMO_BYTES    48

struct jscan_memo {
	char text[JSCAN_MEMO_BYTES];
	unsigned char len; /* 0: nothing yet */
	unsigned char section;
};

struct jscan_document_parser {
	struct jscan_outline *outline;
	struct jscan_inline *tool;
	struct jscan_piece *pieces;
	size_t piece_room;
	struct jscan_run *cells;
	size_t cell_room;
	const struct jscan_config *config; /* that the memos hold for */
	struct jscan_memo memos[JSCAN_MEMO_HEADINGS];
};

#endif
