/*
 * What is told of a note as a document: each block with its text and the places
 * of its first and last byte, its links, each field, each diagnostic.
 */
#ifndef TESTS_UNIT_TOLD_DOCUMENT_H
#define TESTS_UNIT_TOLD_DOCUMENT_H

#include "unit/told.h"

#include "base/buf.h"
#include "entry/document.h"

static inline void tell_text(struct jscan_buf *out, const char *text,
			     size_t len)
{
	for (size_t i = 0; i < len; i++) {
		if (text[i] == '\n' || text[i] == '\t')
			jscan_buf_adds(out, text[i] == '\n' ? "~" : "|");
		else
			jscan_buf_addc(out, text[i]);
	}
}

/* Line and column of a block's last byte, and the links in it. */
static inline void tell_places(struct jscan_buf *out,
			       const struct jscan_document *document,
			       const struct jscan_block *block)
{
	unsigned line = 0, column = 0;

	if (block->len > 0)
		jscan_document_position(document, block, 0, &line, &column);
	jscan_buf_addf(out, " @%u:%u", line, column);
	if (block->len > 1) {
		jscan_document_position(document, block, block->len - 1, &line,
					&column);
		jscan_buf_addf(out, "-%u:%u", line, column);
	}
	for (size_t i = 0; i < block->link_count; i++)
		jscan_buf_addf(out, " [%.*s](%s)", (int)block->links[i].len,
			       block->text + block->links[i].offset,
			       block->links[i].url);
}

static inline void tell_block(struct jscan_buf *out,
			      const struct jscan_document *document,
			      const struct jscan_block *block)
{
	static const char *const kinds[] = {"heading", "text", "item", "row"};
	static const char *const boxes[] = {"", " open", " done", " cancelled"};

	jscan_buf_addf(out, "%s%s", kinds[block->kind], boxes[block->box]);
	if (block->level)
		jscan_buf_addf(out, " %u", block->level);
	if (block->list)
		jscan_buf_addf(out, " of %u", block->list);
	jscan_buf_addf(out, "%s%s '", block->is_quoted ? " quoted" : "",
		       block->is_table_head ? " head" : "");
	tell_text(out, block->text, block->len);
	jscan_buf_adds(out, "'");
	tell_places(out, document, block);
	jscan_buf_adds(out, "\n");
}

/* One block, field or diagnostic a line. */
static inline void tell(char *out, size_t room, const char *text)
{
	struct jscan_document_parser *parser = jscan_document_parser_new();
	struct jscan_document document;
	struct jscan_config config;
	struct jscan_arena arena;
	struct jscan_diags diags;
	struct jscan_buf buf;

	jscan_arena_init(&arena);
	jscan_buf_init(&buf);
	jscan_config_init(&config);
	jscan_diags_init(&diags, &arena);
	jscan_document_open(&document, "a.md", text, strlen(text), &arena,
			    &diags);
	jscan_document_parse_body(&document, parser, &config, &arena, &diags);
	for (size_t i = 0; i < document.block_count; i++)
		tell_block(&buf, &document, &document.blocks[i]);
	for (size_t i = 0; i < document.field_count; i++)
		jscan_buf_addf(
			&buf, "%s:: %s @%u:%u in %u\n", document.fields[i].key,
			document.fields[i].value, document.fields[i].line,
			document.fields[i].column, document.fields[i].block);
	for (size_t i = 0; i < diags.count; i++)
		jscan_buf_addf(&buf, "! %s\n", diags.items[i].message);
	jscan_buf_add(&buf, "", 0);
	snprintf(out, room, "%s", buf.len ? buf.data : "");
	if (buf.len)
		out[buf.len - 1] = '\0';
	jscan_buf_release(&buf);
	jscan_document_parser_free(parser);
	jscan_arena_release(&arena);
}

#endif
