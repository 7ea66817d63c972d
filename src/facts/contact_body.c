/*
 * People out of the body of a note.  A people section is read by its form:
 * tables by their header row, items with `key: value` below them, lines of
 * text; signatures likewise, wherever they stand.  Everything else is prose
 * (contact_prose.c).
 */
#include <string.h>
#include <strings.h>

#include "facts/address.h"
#include "facts/contact.h"
#include "facts/contact_line.h"
#include "facts/contact_piece.h"
#include "facts/contact_prose.h"
#include "facts/phone.h"
#include "facts/title.h"
#include "facts/words.h"

#define MOST_COLUMNS	     16
#define MOST_MENTIONS	     2000
#define MOST_SIGNATURE_LINES 7
#define MOST_SIGNATURE_BYTES 72
#define LEAST_WRAPPED_BYTES  60

struct body {
	struct jscan_prose prose;
	struct jscan_contact_line line; /* of people sections */
	unsigned char level; /* of the item or heading of line.current */
	bool is_heading;     /* line.current stands in a heading */
	enum jscan_contact_field columns[MOST_COLUMNS];
	unsigned column_count;
	unsigned table; /* line of the table's header; 0: none */
};

static void read_all_prose(struct body *body, const struct jscan_block *block)
{
	struct jscan_stretch all = {0, block->len};

	jscan_prose_read(&body->prose, block, all);
}

static void place_line(struct body *body, const struct jscan_block *block,
		       size_t offset)
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
static void settle(struct body *body, size_t first, bool needs_details)
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

static void set_field(struct body *body, const struct jscan_block *block,
		      enum jscan_contact_field field, size_t value)
{
	if (field == JSCAN_FIELD_NAME)
		place_line(body, block, 0);
	/* The link of a bare "LinkedIn: [profile](…)" is the value. */
	if (field == JSCAN_FIELD_URL && block->link_count > 0)
		jscan_contact_line_set(&body->line, field, block->links[0].url,
				       strlen(block->links[0].url));
	else
		jscan_contact_line_set(&body->line, field, block->text + value,
				       block->len - value);
}

static void read_item(struct body *body, const struct jscan_block *block)
{
	struct jscan_contact_line *line = &body->line;
	enum jscan_contact_field field;
	size_t first = line->out->count, value = find_value(block, &field);
	bool is_below = line->current > 0 && block->level > body->level;
	size_t current = line->current;

	if (value > 0 && value < block->len && field != JSCAN_FIELD_NAME &&
	    line->current > 0) {
		set_field(body, block, field, value);
		settle(body, current - 1, false);
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
	place_line(body, block, 0);
	if (!jscan_contact_line_read(line, block->text, block->len, block)) {
		if (!is_below) {
			read_all_prose(body, block);
			settle(body, first, true);
		}
		return;
	}
	if (line->out->count == first && line->line_role != NULL) {
		line->role = line->line_role;
		line->line_role = NULL;
		body->level = block->level;
	}
	jscan_contact_line_finish(line);
	settle(body, is_below && current > 0 ? current - 1 : first, false);
}

static enum jscan_contact_field find_column(const char *text, size_t len)
{
	enum jscan_contact_field field = jscan_contact_field_find(text, len);
	struct jscan_word word;
	size_t pos = 0;

	/* "Interviewer name", "E-mail / phone": by the first known word. */
	while (field == JSCAN_FIELD_NONE &&
	       jscan_word_next(&word, text, len, pos)) {
		pos = word.end;
		field = jscan_contact_field_find(text + word.offset, word.len);
	}
	return field;
}

/* Calls for each cell of a row, as offsets. */
static size_t next_cell(const struct jscan_block *block, size_t pos,
			size_t *len)
{
	const char *tab = memchr(block->text + pos, '\t', block->len - pos);

	*len = tab ? (size_t)(tab - block->text) - pos : block->len - pos;
	return pos + *len + 1;
}

static void read_columns(struct body *body, const struct jscan_block *block)
{
	bool has_title = false, has_name = false;

	body->column_count = 0;
	for (size_t pos = 0;
	     pos <= block->len && body->column_count < MOST_COLUMNS;) {
		size_t len, next = next_cell(block, pos, &len);
		enum jscan_contact_field field =
			find_column(block->text + pos, len);

		has_title |= field == JSCAN_FIELD_TITLE;
		/* One column holds the names; "Contact" is an address then. */
		if (field == JSCAN_FIELD_NAME && has_name)
			field = JSCAN_FIELD_NONE;
		has_name |= field == JSCAN_FIELD_NAME;
		body->columns[body->column_count++] = field;
		pos = next;
	}
	for (unsigned i = 0; i < body->column_count; i++)
		if (body->columns[i] == JSCAN_FIELD_ROLE && !has_title)
			body->columns[i] = JSCAN_FIELD_TITLE;
	body->table = has_name ? block->line : 0;
}

/* Does the header say more of people than their name? */
static bool is_people_table(const struct body *body, bool in_section)
{
	bool has_detail = false;

	for (unsigned i = 0; i < body->column_count; i++)
		has_detail |= body->columns[i] == JSCAN_FIELD_EMAIL ||
			      body->columns[i] == JSCAN_FIELD_PHONE ||
			      body->columns[i] == JSCAN_FIELD_NONE;
	return body->table > 0 && (in_section || has_detail);
}

static void read_cell(struct body *body, const struct jscan_block *block,
		      enum jscan_contact_field field, size_t pos, size_t len)
{
	struct jscan_contact_line *line = &body->line;
	struct jscan_address mail;

	if (field == JSCAN_FIELD_NAME) {
		jscan_contact_line_read(line, block->text + pos, len, block);
		return;
	}
	if (field == JSCAN_FIELD_TITLE || field == JSCAN_FIELD_ROLE ||
	    field == JSCAN_FIELD_COMPANY || field == JSCAN_FIELD_OTHER) {
		jscan_contact_line_set(line, field, block->text + pos, len);
		return;
	}
	/* "E-mail / phone" stands over both. */
	if (field == JSCAN_FIELD_EMAIL || field == JSCAN_FIELD_PHONE)
		jscan_contact_line_set(line, field, block->text + pos, len);
	if (field != JSCAN_FIELD_EMAIL &&
	    jscan_mail_next(&mail, block->text + pos, len, 0))
		jscan_contact_line_set(line, JSCAN_FIELD_EMAIL,
				       block->text + pos, len);
	if (field != JSCAN_FIELD_PHONE)
		jscan_contact_line_find_phones(line, block->text + pos, len);
	for (size_t i = 0; i < block->link_count; i++)
		if (block->links[i].offset >= pos &&
		    block->links[i].offset + block->links[i].len <= pos + len)
			jscan_contact_line_set_link(line, block->links[i].url);
}

/* The name of a row, or the rest of it; false when there is no name. */
static bool read_cells(struct body *body, const struct jscan_block *block,
		       bool is_name)
{
	unsigned column = 0;
	bool is_empty = true;

	for (size_t pos = 0; pos <= block->len && column < body->column_count;
	     column++) {
		size_t len, next = next_cell(block, pos, &len);
		enum jscan_contact_field field = body->columns[column];

		if ((field == JSCAN_FIELD_NAME) == is_name) {
			read_cell(body, block, field, pos, len);
			is_empty &= len == 0;
		}
		pos = next;
	}
	return is_empty;
}

/* | Name | Dana Ruiz | over | Title | CTO |: a table on its side. */
static bool read_sideways(struct body *body, const struct jscan_block *block)
{
	size_t len, value_len, value = next_cell(block, 0, &len);
	enum jscan_contact_field field =
		jscan_contact_field_find(block->text, len);

	if (value > block->len || field == JSCAN_FIELD_NONE)
		return false;
	if (next_cell(block, value, &value_len) <= block->len ||
	    jscan_contact_field_find(block->text + value, value_len) !=
		    JSCAN_FIELD_NONE)
		return false;
	if (field != JSCAN_FIELD_NAME && body->line.current == 0)
		return false;
	set_field(body, block, field, value);
	return true;
}

static void read_row(struct body *body, const struct jscan_block *block,
		     bool in_section)
{
	size_t first = body->line.out->count;

	if (block->is_table_head) {
		jscan_contact_line_reset(&body->line);
		body->table = 0;
		if (in_section && read_sideways(body, block)) {
			settle(body, first, false);
			return;
		}
		read_columns(body, block);
		return;
	}
	if (is_people_table(body, in_section)) {
		jscan_contact_line_reset(&body->line);
		place_line(body, block, 0);
		/* "Committee" where a name should be: nobody. */
		if (!read_cells(body, block, true) &&
		    body->line.out->count == first)
			return;
		read_cells(body, block, false);
		jscan_contact_line_finish(&body->line);
		settle(body, first, false);
	} else if (in_section && read_sideways(body, block)) {
		settle(body, first, false);
	} else {
		read_all_prose(body, block);
	}
}

/* The end of the line that begins at `pos`. */
static size_t line_end(const struct jscan_block *block, size_t pos)
{
	const char *end = memchr(block->text + pos, '\n', block->len - pos);

	return end ? (size_t)(end - block->text) : block->len;
}

/* Lines of a paragraph in a people section: contacts, or else prose. */
static void read_paragraph(struct body *body, const struct jscan_block *block)
{
	struct jscan_contact_line *line = &body->line;
	size_t first = line->out->count;

	/* "### Dana Ruiz" goes on below; the item of a list does not. */
	if (!body->is_heading)
		jscan_contact_line_reset(line);
	else if (line->current > 0)
		first = line->current - 1;
	for (size_t pos = 0; pos < block->len;) {
		struct jscan_stretch part = {pos, line_end(block, pos)};

		place_line(body, block, pos);
		if (!jscan_contact_line_read(line, block->text + pos,
					     part.end - pos, block))
			jscan_prose_read(&body->prose, block, part);
		pos = part.end + 1;
	}
	jscan_contact_line_finish(line);
	settle(body, first, true);
	if (!body->is_heading)
		jscan_contact_line_reset(line);
}

/* "### Dana Ruiz, CTO" in a people section opens what is said of her. */
static void read_heading(struct body *body, const struct jscan_block *block)
{
	struct jscan_contact_line *line = &body->line;
	size_t first = line->out->count;

	jscan_contact_line_reset(line);
	line->role = NULL;
	body->level = 0;
	place_line(body, block, 0);
	jscan_contact_line_read(line, block->text, block->len, block);
	if (line->out->count == first)
		jscan_contact_line_reset(line);
	body->is_heading = line->current > 0;
	settle(body, first, true);
}

static bool has_address(const char *text, size_t len)
{
	struct jscan_address address;
	struct jscan_phone phone;

	return jscan_mail_next(&address, text, len, 0) ||
	       jscan_web_next(&address, text, len, 0) ||
	       jscan_phone_next(&phone, text, len, 0);
}

/* Is the line a full name, with at most a title behind it? */
static bool is_signature_name(const struct body *body, const char *text,
			      size_t len)
{
	struct jscan_name name;
	const char *comma = memchr(text, ',', len);
	size_t end = comma ? (size_t)(comma - text) : len;

	if (!jscan_name_parse(&name, text, end, JSCAN_NAME_IN_LIST) ||
	    !name.is_full ||
	    jscan_contact_is_company(body->line.company, text, end, true,
				     body->line.arena))
		return false;
	return comma == NULL || jscan_title_is_likely(comma + 1, len - end - 1);
}

/*
 * A signature at the end of a paragraph: a name alone on its line, then one to
 * six short lines with an address or number among them.  Returns where it
 * begins, or the block's length.
 */
static size_t find_signature(const struct body *body,
			     const struct jscan_block *block)
{
	size_t best = block->len, end = block->len;
	bool has_found = false;

	for (size_t count = 0; count < MOST_SIGNATURE_LINES; count++) {
		size_t start = end;

		while (start > 0 && block->text[start - 1] != '\n' &&
		       end - start <= MOST_SIGNATURE_BYTES)
			start--;
		if (end - start > MOST_SIGNATURE_BYTES)
			break;
		if (has_found &&
		    is_signature_name(body, block->text + start, end - start))
			best = start;
		has_found |= has_address(block->text + start, end - start);
		if (start == 0)
			break;
		end = start - 1;
	}
	return best;
}

static void read_signature(struct body *body, const struct jscan_block *block,
			   size_t start)
{
	struct jscan_contact_line *line = &body->line;
	size_t first = line->out->count;

	jscan_contact_line_reset(line);
	while (start < block->len) {
		size_t end = line_end(block, start);

		if (line->current == 0)
			place_line(body, block, start);
		jscan_contact_line_read(line, block->text + start, end - start,
					block);
		start = end + 1;
	}
	jscan_contact_line_finish(line);
	settle(body, first, true);
	jscan_contact_line_reset(line);
}

/* Is the line in front of `start` a "Best," or "Kind regards"? */
static bool is_sign_off(const struct jscan_block *block, size_t start)
{
	static const char *const words[] = {
		"regards",     "best",	       "cheers", "thanks",
		"sincerely",   "yours",	       "wishes", "grüße",
		"salutations", "cordialement", "saludos"};
	size_t end = start > 0 ? start - 1 : 0, from = end;

	while (from > 0 && block->text[from - 1] != '\n' && end - from < 40)
		from--;
	while (end > from && strchr(" ,.!", block->text[end - 1]) != NULL)
		end--;
	for (size_t i = 0; i < sizeof(words) / sizeof(words[0]); i++)
		if (end - from >= strlen(words[i]) &&
		    strncasecmp(block->text + end - strlen(words[i]), words[i],
				strlen(words[i])) == 0)
			return true;
	return false;
}

static void read_prose(struct body *body, const struct jscan_block *block)
{
	struct jscan_stretch part = {0, block->len};

	if (block->kind == JSCAN_BLOCK_PARAGRAPH &&
	    memchr(block->text, '\n', block->len) != NULL) {
		size_t start = find_signature(body, block);

		if (start < block->len) {
			/* Below "Best regards," in one's own words stands
			 * one's own name. */
			if (block->is_quoted || !is_sign_off(block, start))
				read_signature(body, block, start);
			part.end = start;
		}
	}
	jscan_prose_read(&body->prose, block, part);
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

static void read_block(struct body *body, const struct jscan_block *original)
{
	struct jscan_block copy = *original;
	const struct jscan_block *block = &copy;
	bool in_section =
		block->section == JSCAN_SECTION_CONTACTS && !block->is_quoted;

	unwrap(&copy, body->line.arena);
	if (block->kind != JSCAN_BLOCK_ROW)
		body->table = 0;
	if (block->kind == JSCAN_BLOCK_ROW)
		read_row(body, block, in_section);
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

void jscan_contacts_find(struct jscan_mentions *out,
			 const struct jscan_document *document,
			 const struct jscan_contact_context *context,
			 struct jscan_arena *arena)
{
	struct body body;

	memset(&body, 0, sizeof(body));
	drop_company(out, context, arena);
	body.prose.out = out;
	body.prose.arena = arena;
	body.prose.document = document;
	body.prose.context = context;
	body.line.out = out;
	body.line.arena = arena;
	body.line.place = JSCAN_NAME_IN_LIST;
	body.line.company = context->company;
	body.line.is_listed = true;
	for (size_t i = 0; i < document->block_count; i++) {
		if (out->count > MOST_MENTIONS)
			break;
		read_block(&body, &document->blocks[i]);
	}
}
