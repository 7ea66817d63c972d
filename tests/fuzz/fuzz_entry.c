/*
 * A note as a document: the short way through simple bodies gives cmark's
 * leaves, every block and field lies in the file, and no text is cut within a
 * character.
 */
#include "fuzz/fuzz.h"

#include "base/utf8.h"
#include "entry/document.h"
#include "entry/outline_simple.h"

static void check_document(const struct jscan_document *document)
{
	for (size_t i = 0; i < document->block_count; i++) {
		const struct jscan_block *block = &document->blocks[i];
		unsigned line, column;

		if (block->line < 1 || block->line > document->line_count ||
		    jscan_utf8_check(block->text, block->len) != block->len ||
		    (block->len && block->shift_count == 0))
			abort();
		for (size_t at = 0; at < block->len; at += 7) {
			size_t len;

			jscan_document_position(document, block, at, &line,
						&column);
			if (line < 1 || line > document->line_count)
				abort();
			jscan_document_line(document, line, &len);
			if (column < 1 || column > len + 4)
				abort();
		}
		for (size_t j = 0; j < block->link_count; j++)
			if (block->links[j].offset > block->len ||
			    block->links[j].len >
				    block->len - block->links[j].offset)
				abort();
	}
	for (size_t i = 0; i < document->field_count; i++)
		if (document->fields[i].block >= document->block_count ||
		    document->fields[i].line > document->line_count)
			abort();
}

static void check_outline(const struct jscan_document *document)
{
	struct jscan_body body = {
		document->text, document->len, document->line_offsets,
		document->body_line - 1, (unsigned)document->line_count};
	struct jscan_outline *outline = jscan_outline_new();
	struct jscan_leaves simple = {0}, leaves;

	if (jscan_outline_read_simple(&simple, &body) &&
	    jscan_outline_find_any(outline, &leaves, &body) ==
		    JSCAN_OUTLINE_OK &&
	    (simple.count != leaves.count ||
	     (simple.count && memcmp(simple.items, leaves.items,
				     simple.count * sizeof(*simple.items)))))
		abort();
	free(simple.items);
	jscan_outline_free(outline);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static struct jscan_document_parser *parser;
	static struct jscan_config config;
	struct jscan_document document;
	struct jscan_arena arena;
	struct jscan_diags diags;

	if (!parser) {
		jscan_config_init(&config);
		parser = jscan_document_parser_new();
	}
	jscan_arena_init(&arena);
	jscan_diags_init(&diags, &arena);
	jscan_document_open(&document, "2026-10-01 note.md", (const char *)data,
			    size, &arena, &diags);
	if (document.body_line >= 1 &&
	    document.body_line <= document.line_count)
		check_outline(&document);
	jscan_document_parse_body(&document, parser, &config, &arena, &diags);
	check_document(&document);
	jscan_arena_release(&arena);
	return 0;
}
