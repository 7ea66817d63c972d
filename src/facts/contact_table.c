/*
 * Tables of people: the header row says what each column holds; or the first
 * column does, in a table on its side.
 */
#include <string.h>

#include "facts/address.h"
#include "facts/contact_body.h"
#include "facts/name.h"

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

static void read_columns(struct jscan_contact_body *body,
			 const struct jscan_block *block)
{
	bool has_title = false, has_name = false;

	body->column_count = 0;
	for (size_t pos = 0; pos <= block->len &&
			     body->column_count < JSCAN_CONTACT_MOST_COLUMNS;) {
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
	for (unsigned i = 0; i < body->column_count; i++) {
		enum jscan_contact_field *field = &body->columns[i];

		if (*field == JSCAN_FIELD_ROLE && !has_title)
			*field = JSCAN_FIELD_TITLE;
		/* | First name | Surname |: the rest of it is added there. */
		if (*field == JSCAN_FIELD_FIRST_NAME && !has_name) {
			*field = JSCAN_FIELD_NAME;
			has_name = true;
		}
	}
	body->table = has_name ? block->line : 0;
}

/* Does the header say more of people than their name? */
static bool is_people_table(const struct jscan_contact_body *body,
			    bool in_section)
{
	bool has_detail = false;

	for (unsigned i = 0; i < body->column_count; i++)
		has_detail |= body->columns[i] == JSCAN_FIELD_EMAIL ||
			      body->columns[i] == JSCAN_FIELD_PHONE ||
			      body->columns[i] == JSCAN_FIELD_NONE;
	return body->table > 0 && (in_section || has_detail);
}

/* The cell of the first column of that field; 0 long when there is none. */
static const char *find_cell(const struct jscan_contact_body *body,
			     const struct jscan_block *block,
			     enum jscan_contact_field field, size_t *len)
{
	size_t pos = 0;

	for (unsigned i = 0; i < body->column_count && pos <= block->len; i++) {
		size_t next = next_cell(block, pos, len);

		if (body->columns[i] == field)
			return block->text + pos;
		pos = next;
	}
	*len = 0;
	return block->text;
}

static void read_name(struct jscan_contact_body *body,
		      const struct jscan_block *block, size_t pos, size_t len)
{
	struct jscan_contact_line *line = &body->line;
	size_t last_len;
	const char *last =
		find_cell(body, block, JSCAN_FIELD_LAST_NAME, &last_len);
	char *name;

	if (last_len == 0) {
		jscan_contact_line_read(line, block->text + pos, len, block);
		return;
	}
	name = jscan_arena_alloc(line->arena, len + last_len + 1);
	memcpy(name, block->text + pos, len);
	name[len] = ' ';
	memcpy(name + len + 1, last, last_len);
	jscan_contact_line_read(line, name, len + 1 + last_len, NULL);
}

static void read_cell(struct jscan_contact_body *body,
		      const struct jscan_block *block,
		      enum jscan_contact_field field, size_t pos, size_t len)
{
	struct jscan_contact_line *line = &body->line;
	struct jscan_address mail, web;

	if (field == JSCAN_FIELD_NAME) {
		read_name(body, block, pos, len);
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
	if (field == JSCAN_FIELD_URL &&
	    jscan_web_next(&web, block->text + pos, len, 0))
		jscan_contact_line_set(line, field,
				       block->text + pos + web.offset, web.len);
	for (size_t i = 0; i < block->link_count; i++)
		if (block->links[i].offset >= pos &&
		    block->links[i].offset + block->links[i].len <= pos + len)
			jscan_contact_line_set_link(line, block->links[i].url);
}

/* The name of a row, or the rest of it; false when there is no name. */
static bool read_cells(struct jscan_contact_body *body,
		       const struct jscan_block *block, bool is_name)
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
static bool read_sideways(struct jscan_contact_body *body,
			  const struct jscan_block *block)
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
	jscan_contact_body_set(body, block, field, value);
	return true;
}

void jscan_contact_body_read_row(struct jscan_contact_body *body,
				 const struct jscan_block *block,
				 bool in_section)
{
	size_t first = body->line.out->count;

	if (block->is_table_head) {
		jscan_contact_line_reset(&body->line);
		body->table = 0;
		if (in_section && read_sideways(body, block)) {
			jscan_contact_body_settle(body, first, false);
			return;
		}
		read_columns(body, block);
		return;
	}
	if (is_people_table(body, in_section)) {
		jscan_contact_line_reset(&body->line);
		jscan_contact_body_place(body, block, 0);
		/* "Committee" where a name should be: nobody. */
		if (!read_cells(body, block, true) &&
		    body->line.out->count == first)
			return;
		read_cells(body, block, false);
		jscan_contact_line_finish(&body->line);
		jscan_contact_body_settle(body, first, false);
	} else if (in_section && read_sideways(body, block)) {
		jscan_contact_body_settle(body, first, false);
	} else {
		jscan_contact_body_read_prose(body, block);
	}
}
