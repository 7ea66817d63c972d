/*
 * People out of the body of a note.  A people section is read by its form:
 * tables by their header row, items with `key: value` below them, lines of
 * text; signatures likewise, wherever they stand.  Everything else is prose
 * (contact_prose.c).
 */
#include <string.h>

#include "base/utf8.h"
#include "facts/contact.h"
#include "facts/contact_body.h"
#include "facts/contact_line.h"
#include "facts/contact_prose.h"

#define LEAST_WRAPPED_BYTES 60

void jscan_contact_body_read_prose(struct jscan_contact_body *body,
				   const struct jscan_block *block)
{
	struct jscan_stretch all = {0, block->len};

	jscan_prose_read(&body->prose, block, all);
}

void jscan_contact_body_place(struct jscan_contact_body *body,
			      const struct jscan_block *block, size_t offset)
{
	body->line.text =
		jscan_prose_line(&body->prose, block, offset, &body->line.line);
}

static bool has_details(const struct jscan_mention *mention)
{
	return mention->title || mention->emails.count > 0 ||
	       mention->phones.count > 0 || mention->urls.count > 0;
}

/*
 * In a people section a full name is enough in an item or a row; a first name
 * needs something beside it.
 */
void jscan_contact_body_settle(struct jscan_contact_body *body, size_t first,
			       bool needs_details)
{
	struct jscan_mentions *out = body->line.out;

	for (size_t i = first; i < out->count; i++) {
		struct jscan_mention *mention = &out->items[i];

		mention->is_listed = has_details(mention) ||
				     (mention->is_full_name && !needs_details);
	}
}

/* "title: CTO" below a name, with the field in *field and the value's start. */
static size_t find_value(const struct jscan_block *block,
			 enum jscan_contact_field *field)
{
	const char *colon = memchr(block->text, ':', block->len);
	size_t len = colon ? (size_t)(colon - block->text) : 0;

	if (colon == NULL || len > 30)
		return 0;
	*field = jscan_contact_field_find(block->text, len);
	if (*field == JSCAN_FIELD_NONE)
		return 0;
	while (len < block->len && block->text[len] == ':')
		len++;
	return len;
}

void jscan_contact_body_set(struct jscan_contact_body *body,
			    const struct jscan_block *block,
			    enum jscan_contact_field field, size_t value)
{
	if (field == JSCAN_FIELD_NAME)
		jscan_contact_body_place(body, block, 0);
	/* The link of a bare "LinkedIn: [profile](…)" is the value. */
	if (field == JSCAN_FIELD_URL && block->link_count > 0)
		jscan_contact_line_set(&body->line, field, block->links[0].url,
				       strlen(block->links[0].url));
	else
		jscan_contact_line_set(&body->line, field, block->text + value,
				       block->len - value);
}

static void read_item(struct jscan_contact_body *body,
		      const struct jscan_block *block)
{
	struct jscan_contact_line *line = &body->line;
	enum jscan_contact_field field;
	size_t first = line->out->count, value = find_value(block, &field);
	bool is_below = line->current > 0 && block->level > body->level;
	size_t current = line->current;

	if (value > 0 && value < block->len && field != JSCAN_FIELD_NAME &&
	    line->current > 0) {
		jscan_contact_body_set(body, block, field, value);
		jscan_contact_body_settle(body, current - 1, false);
		return;
	}
	if (!is_below) {
		jscan_contact_line_reset(line);
		body->is_heading = false;
		body->level = block->level;
		/* "Interviewers:" over names says what they are. */
		if (block->level == 1)
			line->role = NULL;
	}
	jscan_contact_body_place(body, block, 0);
	if (!jscan_contact_line_read(line, block->text, block->len, block)) {
		if (!is_below) {
			jscan_contact_body_read_prose(body, block);
			jscan_contact_body_settle(body, first, true);
		}
		return;
	}
	if (line->out->count == first && line->line_role != NULL) {
		line->role = line->line_role;
		line->line_role = NULL;
		body->level = block->level;
	}
	jscan_contact_line_finish(line);
	jscan_contact_body_settle(
		body, is_below && current > 0 ? current - 1 : first, false);
}

/* The end of the line that begins at `pos`. */
size_t jscan_contact_line_end(const struct jscan_block *block, size_t pos)
{
	const char *end = memchr(block->text + pos, '\n', block->len - pos);

	return end ? (size_t)(end - block->text) : block->len;
}

/* Lines of a paragraph in a people section: contacts, or else prose. */
static void read_paragraph(struct jscan_contact_body *body,
			   const struct jscan_block *block)
{
	struct jscan_contact_line *line = &body->line;
	size_t first = line->out->count;

	/* "### Dana Ruiz" goes on below; the item of a list does not. */
	if (!body->is_heading)
		jscan_contact_line_reset(line);
	else if (line->current > 0)
		first = line->current - 1;
	for (size_t pos = 0; pos < block->len;) {
		struct jscan_stretch part = {
			pos, jscan_contact_line_end(block, pos)};

		jscan_contact_body_place(body, block, pos);
		if (!jscan_contact_line_read(line, block->text + pos,
					     part.end - pos, block))
			jscan_prose_read(&body->prose, block, part);
		pos = part.end + 1;
	}
	jscan_contact_line_finish(line);
	jscan_contact_body_settle(body, first, true);
	if (!body->is_heading)
		jscan_contact_line_reset(line);
}

/* "### Dana Ruiz, CTO" in a people section opens what is said of her. */
static void read_heading(struct jscan_contact_body *body,
			 const struct jscan_block *block)
{
	struct jscan_contact_line *line = &body->line;
	size_t first = line->out->count;

	jscan_contact_line_reset(line);
	line->role = NULL;
	body->level = 0;
	jscan_contact_body_place(body, block, 0);
	jscan_contact_line_read(line, block->text, block->len, block);
	if (line->out->count == first)
		jscan_contact_line_reset(line);
	body->is_heading = line->current > 0;
	jscan_contact_body_settle(body, first, true);
}

/* Prose, but for the lines in which a label says who comes. */
static void read_lines(struct jscan_contact_body *body,
		       const struct jscan_block *block,
		       struct jscan_stretch part)
{
	struct jscan_contact_label label;
	size_t end = part.end, pos = part.start;

	while (pos < end) {
		struct jscan_stretch line = {
			pos, jscan_contact_line_end(block, pos)};

		if (line.end > end)
			line.end = end;
		if (jscan_contact_body_find_label(body, block, line, &label)) {
			part.end = pos;
			jscan_prose_read(&body->prose, block, part);
			jscan_contact_body_read_label(body, block, &label);
			part.start = line.end < end ? line.end + 1 : end;
		}
		pos = line.end + 1;
	}
	part.end = end;
	jscan_prose_read(&body->prose, block, part);
}

static void read_prose(struct jscan_contact_body *body,
		       const struct jscan_block *block)
{
	struct jscan_stretch part = {0, block->len};

	if (block->kind == JSCAN_BLOCK_PARAGRAPH &&
	    memchr(block->text, '\n', block->len) != NULL) {
		size_t start = jscan_contact_body_find_signature(body, block);

		if (start < block->len) {
			/* Below "Best regards," in one's own words stands
			 * one's own name. */
			if (block->is_quoted ||
			    !jscan_contact_is_sign_off(block, start))
				jscan_contact_body_read_signature(body, block,
								  start);
			part.end = start;
		}
	}
	if (block->is_quoted || memchr(block->text, ':', part.end) == NULL)
		jscan_prose_read(&body->prose, block, part);
	else
		read_lines(body, block, part);
}

/*
 * Text that its writer wraps at a margin: a name or title may go on in the next
 * line.  Such a break becomes a space, which moves no offset.  A short line, or
 * one that ends a sentence, ends there on purpose.
 */
static void unwrap(struct jscan_block *block, struct jscan_arena *arena)
{
	const char *end = memchr(block->text, '\n', block->len);
	size_t start = 0;
	char *copy = NULL;

	while (end != NULL) {
		size_t at = (size_t)(end - block->text);

		if (at - start >= LEAST_WRAPPED_BYTES &&
		    strchr(".!?:", block->text[at - 1]) == NULL) {
			if (copy == NULL)
				copy = jscan_arena_strndup(arena, block->text,
							   block->len);
			copy[at] = ' ';
		}
		start = at + 1;
		end = memchr(block->text + start, '\n', block->len - start);
	}
	if (copy != NULL)
		block->text = copy;
}

static void read_block(struct jscan_contact_body *body,
		       const struct jscan_block *original)
{
	struct jscan_block copy = *original;
	const struct jscan_block *block = &copy;
	bool in_section =
		block->section == JSCAN_SECTION_CONTACTS && !block->is_quoted;

	unwrap(&copy, body->line.arena);
	if (block->kind != JSCAN_BLOCK_ROW)
		body->table = 0;
	if (block->kind == JSCAN_BLOCK_ROW)
		jscan_contact_body_read_row(body, block, in_section);
	else if (!in_section && block->kind != JSCAN_BLOCK_HEADING)
		read_prose(body, block);
	else if (!in_section)
		jscan_contact_line_reset(&body->line);
	else if (block->kind == JSCAN_BLOCK_ITEM)
		read_item(body, block);
	else if (block->kind == JSCAN_BLOCK_HEADING)
		read_heading(body, block);
	else
		read_paragraph(body, block);
}

/* A contact key may hold the company's own name: nobody. */
static void drop_company(struct jscan_mentions *out,
			 const struct jscan_contact_context *context,
			 struct jscan_arena *arena)
{
	size_t count = 0;

	for (size_t i = 0; i < out->count; i++) {
		struct jscan_mention *mention = &out->items[i];

		if (mention->name && !has_details(mention) &&
		    jscan_contact_is_company(context->company, mention->name,
					     strlen(mention->name), false,
					     arena))
			continue;
		out->items[count++] = *mention;
	}
	out->count = count;
}

static const char *fold(const char *text, struct jscan_arena *arena)
{
	return text ? jscan_utf8_fold_words(arena, text, strlen(text)) : NULL;
}

void jscan_contacts_find(struct jscan_mentions *out,
			 const struct jscan_document *document,
			 const struct jscan_contact_context *context,
			 struct jscan_arena *arena)
{
	struct jscan_contact_context folded = *context;
	struct jscan_contact_body body;
	struct jscan_arena scratch;

	memset(&body, 0, sizeof(body));
	jscan_arena_init(&scratch);
	folded.company = fold(context->company, arena);
	folded.role = fold(context->role, arena);
	drop_company(out, &folded, arena);
	body.prose.out = out;
	body.prose.arena = arena;
	body.prose.scratch = &scratch;
	body.prose.document = document;
	body.prose.context = &folded;
	body.line.out = out;
	body.line.arena = arena;
	body.line.place = JSCAN_NAME_IN_LIST;
	body.line.company = folded.company;
	body.line.is_listed = true;
	for (size_t i = 0; i < document->block_count; i++) {
		if (out->count > JSCAN_CONTACT_MENTIONS_MOST)
			break;
		read_block(&body, &document->blocks[i]);
		jscan_arena_clear(&scratch);
	}
	jscan_arena_release(&scratch);
}
