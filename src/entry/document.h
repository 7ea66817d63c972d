/*
 * One note as a document: its front matter as a tree, its body as a flat list
 * of blocks of plain text, each with its place in the file.  Nothing here knows
 * what the words mean, save which section a heading opens.
 */
#ifndef JSCAN_ENTRY_DOCUMENT_H
#define JSCAN_ENTRY_DOCUMENT_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "base/diag.h"
#include "base/yaml.h"
#include "config/config.h"

enum jscan_block_kind {
	JSCAN_BLOCK_HEADING,
	JSCAN_BLOCK_PARAGRAPH,
	JSCAN_BLOCK_ITEM, /* a paragraph of a list item */
	JSCAN_BLOCK_ROW	  /* one row of a table, cells apart by '\t' */
};

enum jscan_checkbox {
	JSCAN_BOX_NONE,
	JSCAN_BOX_OPEN,	    /* [ ]; any mark but those below: [>], [/], [!] */
	JSCAN_BOX_DONE,	    /* [x] [X] */
	JSCAN_BOX_CANCELLED /* [-] */
};

/*
 * From text offset `text` on, the source is at offset `source` of the
 * document's text + the same steps.
 */
struct jscan_shift {
	unsigned text;
	unsigned source;
};

struct jscan_link { /* [words](url), <url>: the words are in the text */
	unsigned offset;
	unsigned len;
	const char *url;
};

/*
 * A block of text.  `text` is what a reader sees: emphasis marks, link targets,
 * wikilink brackets, HTML tags and comments are gone, the list marker and the
 * checkbox too.  A line break inside a paragraph is '\n'.  Valid UTF-8, not
 * NUL-terminated, without blanks at its ends.  Code blocks, comments, images
 * and what has no text but headings give no block; HTML gives its words.
 *
 * A line of its own that is all bold and names a section ("**What went well**")
 * is a heading one level below the last one.
 */
struct jscan_block {
	enum jscan_block_kind kind;
	enum jscan_section section;
	enum jscan_checkbox box;
	bool is_quoted; /* inside a block quote */
	bool is_table_head;
	unsigned char level; /* heading: 1 to 6; item: nesting, from 1 */
	unsigned line;	     /* of its first byte of text */
	unsigned list;	     /* items of one list, and rows of one table,
				share a number, from 1 */
	unsigned heading;    /* blocks[] index of the heading it stands under,
				or of itself; UINT_MAX before the first */
	const char *text;
	size_t len;
	const struct jscan_shift *shifts; /* at least one when len > 0 */
	size_t shift_count;
	const struct jscan_link *links;
	size_t link_count;
};

struct jscan_field { /* key:: value at the start of a line or in brackets */
	const char *key;
	const char *value;
	unsigned line;
	unsigned column;
	unsigned block; /* index of the block it stands in */
};

struct jscan_document {
	const char *path;
	/* The file without byte-order mark, lines ending in '\n', repaired. */
	const char *text;
	size_t len;
	const struct jscan_yaml *header; /* a map, or NULL */
	bool has_header;		 /* front matter is there, if broken */
	unsigned header_end_line;	 /* of the closing fence; 0: none */
	unsigned body_line;		 /* where the body starts, from 1 */
	const struct jscan_block *blocks;
	size_t block_count;
	const struct jscan_field *fields;
	size_t field_count;
	const size_t *line_offsets; /* of each line in `text` */
	size_t line_count;
};

/* Tools that are made once a thread and used for many documents. */
struct jscan_document_parser;
struct jscan_document_parser *jscan_document_parser_new(void);
void jscan_document_parser_free(struct jscan_document_parser *parser);

/* More than these are named and not read. */
#define JSCAN_DOCUMENT_MOST_BLOCKS ((size_t)200000)
#define JSCAN_DOCUMENT_MOST_FIELDS ((size_t)10000)

/*
 * Reads only the front matter: enough to see whether the note is an entry.
 * `bytes` is changed in no way; what *out points to lives in `arena`.  Broken
 * front matter is added to `diags` and leaves header NULL.  Front matter that
 * is never closed is an error too, but its keys up to the first blank line are
 * kept when they are valid, and nothing of the body is lost.  Bytes that are no
 * UTF-8 are replaced, with one warning where there is front matter; UTF-16 is
 * named and read as an empty document.
 */
void jscan_document_open(struct jscan_document *out, const char *path,
			 const char *bytes, size_t len,
			 struct jscan_arena *arena, struct jscan_diags *diags);

/* Then the body: blocks and fields.  Time is linear in its length. */
void jscan_document_parse_body(struct jscan_document *document,
			       struct jscan_document_parser *parser,
			       const struct jscan_config *config,
			       struct jscan_arena *arena,
			       struct jscan_diags *diags);

/* Line and column in the file of a byte of a block's text. */
void jscan_document_position(const struct jscan_document *document,
			     const struct jscan_block *block, size_t offset,
			     unsigned *line, unsigned *column);

/* The text of one line of the file, without its end. */
const char *jscan_document_line(const struct jscan_document *document,
				unsigned line, size_t *len);

#endif
