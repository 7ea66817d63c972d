/*
 * From the leaves of the outline to the blocks of a document: the words of each
 * leaf's lines are gathered, tables and labels told apart, marks taken off, and
 * each block put into its section.
 */
#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "base/utf8.h"
#include "entry/document.h"
#include "entry/erase.h"
#include "entry/field.h"
#include "entry/lines.h"
#include "entry/parser.h"
#include "entry/prefix.h"
#include "entry/reference.h"
#include "entry/table.h"

#define MOST_LABEL_BYTES ((size_t)80)

/*
 * A label ("What went well:") names the section of the list or quote that it
 * stands before, or, as an item, of the lists below it.
 */
struct label {
	bool is_open;
	enum jscan_section section;
	unsigned quotes;
	unsigned char list_level; /* holds for items deeper than this */
};

struct builder {
	struct jscan_document *document;
	struct jscan_document_parser *parser;
	const struct jscan_config *config;
	struct jscan_arena *arena;
	struct jscan_diags *diags;
	struct jscan_body body;
	struct jscan_references references;
	struct jscan_block *blocks;
	size_t block_count;
	struct jscan_fields fields;
	enum jscan_section sections[7]; /* by the level of heading */
	unsigned heading_level;		/* of the last one in the markdown */
	unsigned heading;
	struct label label;
	unsigned callout_end; /* the line behind the last one in own words */
	unsigned list_count; /* tables are counted on from the lists */
	bool is_full;
};

static enum jscan_section current_section(const struct builder *builder)
{
	if (builder->label.is_open)
		return builder->label.section;
	return builder->sections[6];
}

static void say_full(struct builder *builder, unsigned line)
{
	if (!builder->is_full)
		jscan_diags_add(builder->diags, builder->document->path, line,
				0, JSCAN_DIAG_TOO_MANY,
				"more than %zu paragraphs: the rest is not read",
				JSCAN_DOCUMENT_MOST_BLOCKS);
	builder->is_full = true;
}

/* A callout holds the writer's own words; its headings name no section. */
static bool is_in_callout(const struct builder *builder,
			  enum jscan_block_kind kind,
			  const struct jscan_leaf *leaf)
{
	return kind != JSCAN_BLOCK_HEADING &&
	       leaf->first_line < builder->callout_end;
}

static struct jscan_block *add_block(struct builder *builder,
				     enum jscan_block_kind kind,
				     const struct jscan_leaf *leaf,
				     const struct jscan_run *run)
{
	struct jscan_block *block;

	if (builder->block_count == JSCAN_DOCUMENT_MOST_BLOCKS) {
		say_full(builder, leaf->first_line + 1);
		return NULL;
	}
	builder->blocks =
		jscan_arena_grow(builder->arena, builder->blocks,
				 builder->block_count, sizeof(*block));
	block = &builder->blocks[builder->block_count++];
	memset(block, 0, sizeof(*block));
	block->kind = kind;
	block->section = current_section(builder);
	block->is_quoted = leaf->quotes > is_in_callout(builder, kind, leaf);
	block->level = kind == JSCAN_BLOCK_ITEM ? leaf->list_level : 0;
	block->list = leaf->list;
	block->line = leaf->first_line + 1;
	block->heading = builder->heading;
	block->text = run->text;
	block->len = run->len;
	block->shifts = run->shifts;
	block->shift_count = run->shift_count;
	block->links = run->links;
	block->link_count = run->link_count;
	return block;
}

static void strip(struct builder *builder, const struct jscan_piece *lines,
		  size_t count, struct jscan_run *out)
{
	struct jscan_run raw;

	jscan_lines_join(&raw, builder->body.text, lines, count,
			 builder->arena);
	jscan_inline_strip(builder->parser->tool, out, &raw,
			   &builder->references, builder->arena);
}

static void find_fields(struct builder *builder, size_t index)
{
	if (builder->fields.full_line)
		return;
	builder->document->blocks = builder->blocks;
	jscan_fields_find(&builder->fields, builder->document, index,
			  builder->arena);
	if (builder->fields.full_line)
		jscan_diags_add(builder->diags, builder->document->path,
				builder->fields.full_line, 0,
				JSCAN_DIAG_TOO_MANY,
				"more than %zu fields 'key:: value': the rest "
				"is not read",
				JSCAN_DOCUMENT_MOST_FIELDS);
}

static void add_words(struct builder *builder, const struct jscan_lines *lines,
		      size_t first, size_t end, enum jscan_checkbox box)
{
	const struct jscan_leaf *leaf = lines->leaf;
	struct jscan_block *block;
	struct jscan_run run;

	if (first >= end)
		return;
	strip(builder, lines->items + first, end - first, &run);
	if (!run.len)
		return;
	block = add_block(builder,
			  leaf->list ? JSCAN_BLOCK_ITEM : JSCAN_BLOCK_PARAGRAPH,
			  leaf, &run);
	if (!block)
		return;
	block->line =
		jscan_lines_first(lines->items + first, end - first, &run);
	block->box = box;
	find_fields(builder, builder->block_count - 1);
}

static void add_rows(struct builder *builder, const struct jscan_lines *lines,
		     size_t head, size_t end)
{
	builder->list_count++;
	for (size_t i = head; i < end; i++) {
		struct jscan_block *block;
		struct jscan_run run;

		if (i == head + 1)
			continue; /* the delimiters */
		jscan_table_strip_row(builder->parser, &run, builder->body.text,
				      &lines->items[i], &builder->references,
				      builder->arena);
		if (!run.len)
			continue;
		block = add_block(builder, JSCAN_BLOCK_ROW, lines->leaf, &run);
		if (!block)
			return;
		block->line = lines->items[i].line + 1;
		block->list = builder->list_count;
		block->is_table_head = i == head;
	}
}

static void add_lines(struct builder *builder, const struct jscan_lines *lines,
		      size_t first, enum jscan_checkbox box)
{
	size_t head, end;

	while (jscan_table_find(builder->body.text, lines->items, first,
				lines->count, &head, &end)) {
		add_words(builder, lines, first, head, box);
		add_rows(builder, lines, head, end);
		first = end;
		box = JSCAN_BOX_NONE;
	}
	add_words(builder, lines, first, lines->count, box);
}

static struct jscan_memo *find_memo(struct jscan_document_parser *parser,
				    const char *text, size_t len)
{
	unsigned hash = (unsigned)len;

	for (size_t i = 0; i < len; i++)
		hash = hash * 31 + (unsigned char)text[i];
	return &parser->memos[(hash ^ hash >> 7) % JSCAN_MEMO_HEADINGS];
}

static enum jscan_section find_section(struct builder *builder,
				       const char *text, size_t len)
{
	struct jscan_memo *memo = NULL;
	enum jscan_section section;

	if (len && len <= JSCAN_MEMO_BYTES) {
		memo = find_memo(builder->parser, text, len);
		if (memo->len == len && !memcmp(memo->text, text, len))
			return (enum jscan_section)memo->section;
	}
	section = jscan_section_find(
		builder->config,
		jscan_utf8_fold_words(builder->arena, text, len));
	if (memo) {
		memo->len = (unsigned char)len;
		memo->section = (unsigned char)section;
		memcpy(memo->text, text, len);
	}
	return section;
}

static void open_heading(struct builder *builder, struct jscan_run *run,
			 const struct jscan_leaf *leaf, unsigned level,
			 enum jscan_section section)
{
	struct jscan_block *block;

	if (section == JSCAN_SECTION_NONE)
		section = builder->sections[level - 1];
	for (unsigned i = level; i <= 6; i++)
		builder->sections[i] = section;
	builder->label.is_open = false;
	builder->heading = (unsigned)builder->block_count;
	block = add_block(builder, JSCAN_BLOCK_HEADING, leaf, run);
	if (block)
		block->level = (unsigned char)level;
}

static void add_heading(struct builder *builder,
			const struct jscan_lines *lines)
{
	struct jscan_run run;

	strip(builder, lines->items, lines->count, &run);
	builder->heading_level = lines->leaf->level;
	open_heading(builder, &run, lines->leaf, lines->leaf->level,
		     find_section(builder, run.text, run.len));
}

/* `**What went well**`, with a colon inside, behind or not at all. */
static bool is_bold(const char *text, size_t from, size_t to)
{
	if (to - from < 5 || (text[from] != '*' && text[from] != '_') ||
	    text[from + 1] != text[from])
		return false;
	if (text[to - 1] == ':')
		to--;
	return text[to - 1] == text[from] && text[to - 2] == text[from] &&
	       to - from > 4;
}

/*
 * Reads a first line that is a label, and says whether it was one that is a
 * heading and thereby dealt with.
 */
static bool read_label(struct builder *builder, const struct jscan_lines *lines)
{
	const struct jscan_leaf *leaf = lines->leaf;
	const char *text = builder->body.text;
	size_t from = lines->items[0].from, to = lines->items[0].to;
	bool is_heading = is_bold(text, from, to);
	enum jscan_section section;
	struct jscan_run run;

	if (leaf->quotes || to - from > MOST_LABEL_BYTES ||
	    (!is_heading && text[to - 1] != ':'))
		return false;
	section = find_section(builder, text + from, to - from);
	if (section == JSCAN_SECTION_NONE)
		return false;
	if (is_heading && !leaf->list && !leaf->list_level) {
		unsigned level = builder->heading_level + 1;

		strip(builder, lines->items, 1, &run);
		open_heading(builder, &run, leaf, level > 6 ? 6 : level,
			     section);
		return true;
	}
	if (leaf->list && !leaf->is_item_start)
		return false;
	add_words(builder, lines, 0, 1, JSCAN_BOX_NONE);
	builder->label.is_open = true;
	builder->label.section = section;
	builder->label.quotes = leaf->quotes;
	builder->label.list_level = leaf->list_level;
	return true;
}

/* A label ends with the lists or quotes that it holds for. */
static void leave_label(struct builder *builder, const struct jscan_leaf *leaf)
{
	const struct label *label = &builder->label;

	if (leaf->level || (leaf->list_level <= label->list_level &&
			    (leaf->list_level < label->list_level ||
			     leaf->quotes <= label->quotes)))
		builder->label.is_open = false;
}

/* `[x] ` at the start of an item. */
static enum jscan_checkbox read_box(const char *text, struct jscan_piece *line)
{
	size_t at = line->from;
	char mark;

	if (line->to - at < 3 || text[at] != '[' || text[at + 2] != ']' ||
	    (line->to - at > 3 && !jscan_is_blank(text[at + 3])))
		return JSCAN_BOX_NONE;
	mark = text[at + 1];
	if (mark != ' ' && mark != '\t' && mark != 'x' && mark != 'X' &&
	    (mark == '[' || mark == ']' || (unsigned char)mark >= 0x7f ||
	     (unsigned char)mark < ' ' || (mark >= '0' && mark <= '9') ||
	     ((mark | 0x20) >= 'a' && (mark | 0x20) <= 'z')))
		return JSCAN_BOX_NONE;
	line->from = (unsigned)at + 3;
	while (line->from < line->to && jscan_is_blank(text[line->from]))
		line->from++;
	if (mark == 'x' || mark == 'X')
		return JSCAN_BOX_DONE;
	return mark == '-' ? JSCAN_BOX_CANCELLED : JSCAN_BOX_OPEN;
}

/* Does a callout of this kind say what somebody else said? */
static bool is_citing(const char *kind, size_t len)
{
	static const char *const kinds[] = {"quote", "cite", "email", "mail",
					    "message"};

	for (size_t i = 0; i < sizeof(kinds) / sizeof(kinds[0]); i++) {
		if (strlen(kinds[i]) == len && !strncasecmp(kinds[i], kind, len))
			return true;
	}
	return false;
}

/* `> [!note]- Title`: the title.  True for a callout in own words. */
static bool skip_callout(const char *text, struct jscan_piece *line)
{
	size_t at = line->from + 2, kind = at;
	bool is_own;

	if (line->to - line->from < 4 || text[line->from] != '[' ||
	    text[line->from + 1] != '!')
		return false;
	while (at < line->to && text[at] != ']' && text[at] != '[')
		at++;
	if (at == line->to || text[at] != ']')
		return false;
	is_own = !is_citing(text + kind, at - kind);
	at++;
	if (at < line->to && (text[at] == '+' || text[at] == '-'))
		at++;
	while (at < line->to && jscan_is_blank(text[at]))
		at++;
	line->from = (unsigned)at;
	return is_own;
}

/* The line behind a quote: the first without its mark. */
static unsigned find_quote_end(const struct jscan_body *body, unsigned line)
{
	for (; line < body->last; line++) {
		size_t at = body->line_offsets[line];
		size_t end = jscan_body_line_end(body, line);

		while (at < end && jscan_is_blank(body->text[at]))
			at++;
		if (at == end || body->text[at] != '>')
			break;
	}
	return line;
}

/* Words from line `first` to `end` that are no definitions. */
static void add_part(struct builder *builder, const struct jscan_lines *whole,
		     size_t first, size_t end)
{
	const struct jscan_leaf *leaf = whole->leaf;
	const char *text = builder->body.text;
	enum jscan_checkbox box = JSCAN_BOX_NONE;
	struct jscan_lines lines = {leaf, whole->items + first, end - first};

	lines.items->from += (unsigned)jscan_footnote_mark_len(
		text, lines.items->from, lines.items->to);
	if (leaf->quotes && !first && skip_callout(text, lines.items) &&
	    leaf->first_line >= builder->callout_end)
		builder->callout_end =
			find_quote_end(&builder->body, leaf->first_line);
	if (leaf->is_item_start && !first)
		box = read_box(text, lines.items);
	if (lines.items->from == lines.items->to) {
		lines.items++;
		lines.count--;
	}
	if (!lines.count)
		return;
	first = 0;
	if (box == JSCAN_BOX_NONE && read_label(builder, &lines))
		first = 1;
	add_lines(builder, &lines, first, box);
}

static void add_paragraph(struct builder *builder,
			  const struct jscan_lines *lines)
{
	const char *text = builder->body.text;
	const struct jscan_piece *line = lines->items;
	size_t first = 0;

	while (first < lines->count && builder->references.count &&
	       jscan_reference_is_definition(text, line[first].from,
					     line[first].to))
		first++;
	for (size_t i = first; i < lines->count;) {
		size_t end = i + 1;

		while (end < lines->count &&
		       !jscan_footnote_mark_len(text, line[end].from,
						line[end].to))
			end++;
		add_part(builder, lines, i, end);
		i = end;
	}
}

/*
 * Sentences with `---` right below are a heading to CommonMark.  Whoever wrote
 * them meant a rule, and what they say must not be lost as a title.
 */
static bool is_ruled_off(const struct builder *builder,
			 const struct jscan_lines *lines)
{
	const struct jscan_body *body = &builder->body;
	const struct jscan_leaf *leaf = lines->leaf;
	const struct jscan_piece *last = &lines->items[lines->count - 1];
	size_t at, end;

	if (leaf->last_line + 1 >= body->last ||
	    jscan_heading_marks(body->text, leaf->start,
				body->line_offsets[leaf->first_line + 1]))
		return false;
	end = jscan_body_line_end(body, leaf->last_line + 1);
	at = jscan_prefix_skip(body->text,
			       body->line_offsets[leaf->last_line + 1], end,
			       leaf->quotes);
	return at < end && body->text[at] == '-' &&
	       (lines->count > 1 ||
		(last->to > last->from && body->text[last->to - 1] == '.'));
}

static void read_leaf(struct builder *builder, const struct jscan_leaf *leaf)
{
	struct jscan_lines lines;

	if (builder->label.is_open)
		leave_label(builder, leaf);
	jscan_lines_gather(&lines, builder->parser, &builder->body, leaf);
	if (leaf->level && !is_ruled_off(builder, &lines))
		add_heading(builder, &lines);
	else
		add_paragraph(builder, &lines);
}

/* What cmark cannot be given, in words for the note's writer. */
static void report(struct builder *builder, enum jscan_outline_result result)
{
	if (result == JSCAN_OUTLINE_OK)
		return;
	jscan_diags_add(builder->diags, builder->document->path,
			builder->document->body_line, 0, JSCAN_DIAG_NESTING,
			result == JSCAN_OUTLINE_NESTED
				? "quotes or lists nested too deeply; the "
				  "text is read line by line"
				: "too many paragraphs for their markup; the "
				  "text is read line by line");
}

void jscan_document_parse_body(struct jscan_document *document,
			       struct jscan_document_parser *parser,
			       const struct jscan_config *config,
			       struct jscan_arena *arena,
			       struct jscan_diags *diags)
{
	struct builder builder = {0};
	struct jscan_leaves leaves;

	if (parser->config != config) {
		memset(parser->memos, 0, sizeof(parser->memos));
		parser->config = config;
	}
	builder.document = document;
	builder.parser = parser;
	builder.config = config;
	builder.arena = arena;
	builder.diags = diags;
	builder.heading = UINT_MAX;
	builder.body.len = document->len;
	builder.body.line_offsets = document->line_offsets;
	builder.body.first = document->body_line - 1;
	builder.body.last = (unsigned)document->line_count;
	if (builder.body.first >= builder.body.last)
		return;
	builder.body.text = jscan_erase_comments(
		document->text, document->line_offsets[builder.body.first],
		document->len, arena);
	jscan_references_find(&builder.references, &builder.body, arena);
	if (builder.references.full_line)
		jscan_diags_add(diags, document->path,
				builder.references.full_line, 0,
				JSCAN_DIAG_TOO_MANY,
				"more than %zu addresses of links: the rest is "
				"not known",
				JSCAN_REFERENCES_MOST);
	report(&builder,
	       jscan_outline_find(parser->outline, &leaves, &builder.body));
	for (size_t i = 0; i < leaves.count; i++) {
		if (leaves.items[i].list > builder.list_count)
			builder.list_count = leaves.items[i].list;
	}
	for (size_t i = 0; i < leaves.count && !builder.is_full; i++)
		read_leaf(&builder, &leaves.items[i]);
	if (leaves.cut_line)
		say_full(&builder, leaves.cut_line);
	jscan_lines_shrink(parser);
	document->blocks = builder.blocks;
	document->block_count = builder.block_count;
	document->fields = builder.fields.items;
	document->field_count = builder.fields.count;
}

struct jscan_document_parser *jscan_document_parser_new(void)
{
	struct jscan_document_parser *parser = jscan_alloc(sizeof(*parser));

	memset(parser, 0, sizeof(*parser));
	parser->outline = jscan_outline_new();
	parser->tool = jscan_inline_new();
	return parser;
}

void jscan_document_parser_free(struct jscan_document_parser *parser)
{
	if (!parser)
		return;
	jscan_outline_free(parser->outline);
	jscan_inline_free(parser->tool);
	free(parser->pieces);
	free(parser->cells);
	free(parser);
}
