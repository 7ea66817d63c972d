/*
 * A contact as people write it: pieces apart by commas, dashes, brackets and
 * colons.  Addresses and numbers are known by their shape, the other pieces are
 * judged in turn: label, name, title, company.  contact_piece.c judges.
 */
#include "facts/contact_line.h"

#include <string.h>
#include <strings.h>

#include "base/utf8.h"
#include "facts/address.h"
#include "facts/contact_piece.h"
#include "facts/phone.h"

#define MOST_TEXTS 16

void jscan_contact_texts_add(struct jscan_texts *texts,
			     struct jscan_arena *arena, const char *text,
			     size_t len)
{
	const char **items;

	if (len == 0 || texts->count >= MOST_TEXTS)
		return;
	for (size_t i = 0; i < texts->count; i++)
		if (strlen(texts->items[i]) == len &&
		    strncasecmp(texts->items[i], text, len) == 0)
			return;
	items = jscan_arena_array(arena, texts->count + 1, sizeof(*items));
	if (texts->count > 0)
		memcpy(items, texts->items, texts->count * sizeof(*items));
	items[texts->count++] = jscan_arena_strndup(arena, text, len);
	texts->items = items;
}

static void add_all(struct jscan_texts *to, struct jscan_texts *from,
		    struct jscan_arena *arena)
{
	for (size_t i = 0; i < from->count; i++)
		jscan_contact_texts_add(to, arena, from->items[i],
					strlen(from->items[i]));
	memset(from, 0, sizeof(*from));
}

void jscan_contact_line_reset(struct jscan_contact_line *line)
{
	line->current = 0;
	line->title = NULL;
	line->line_role = NULL;
	memset(&line->emails, 0, sizeof(line->emails));
	memset(&line->phones, 0, sizeof(line->phones));
	memset(&line->urls, 0, sizeof(line->urls));
}

struct jscan_mention *
jscan_contact_line_get(const struct jscan_contact_line *line)
{
	return line->current ? &line->out->items[line->current - 1] : NULL;
}

/* The name in one line with single blanks. */
static char *copy_name(struct jscan_arena *arena, const char *text, size_t len)
{
	char *copy = jscan_arena_alloc(arena, len + 1);
	size_t used = 0;

	for (size_t i = 0; i < len; i++) {
		char c = text[i];
		bool is_blank = c == ' ' || c == '\t' || c == '\n' || !c;

		if (is_blank && (used == 0 || copy[used - 1] == ' '))
			continue;
		copy[used++] = is_blank ? ' ' : c;
	}
	while (used > 0 && copy[used - 1] == ' ')
		used--;
	copy[used] = '\0';
	return copy;
}

struct jscan_mention *jscan_contact_line_add(struct jscan_contact_line *line,
					     const char *name, size_t len,
					     bool is_full)
{
	struct jscan_mentions *out = line->out;
	struct jscan_mention *mention;

	out->items = jscan_arena_grow(line->arena, out->items, out->count,
				      sizeof(*out->items));
	mention = &out->items[out->count++];
	memset(mention, 0, sizeof(*mention));
	mention->name = name ? copy_name(line->arena, name, len) : NULL;
	mention->is_full_name = is_full;
	mention->title = line->title;
	mention->role = line->line_role ? line->line_role : line->role;
	mention->line = line->line;
	mention->text = line->text;
	mention->is_listed = line->is_listed;
	add_all(&mention->emails, &line->emails, line->arena);
	add_all(&mention->phones, &line->phones, line->arena);
	add_all(&mention->urls, &line->urls, line->arena);
	line->title = NULL;
	line->line_role = NULL;
	line->current = out->count;
	return mention;
}

/* The mailbox of an office is a contact only when a key says so. */
static bool has_own_mail(const struct jscan_contact_line *line)
{
	for (size_t i = 0; i < line->emails.count; i++)
		if (line->place == JSCAN_NAME_IN_KEY ||
		    !jscan_mail_is_office(line->emails.items[i],
					  strlen(line->emails.items[i])))
			return true;
	return false;
}

void jscan_contact_line_finish(struct jscan_contact_line *line)
{
	if (line->emails.count > 0 || line->phones.count > 0 ||
	    line->urls.count > 0) {
		struct jscan_mention *mention = jscan_contact_line_get(line);

		if (mention == NULL && has_own_mail(line))
			mention = jscan_contact_line_add(line, NULL, 0, false);
		if (mention != NULL) {
			add_all(&mention->emails, &line->emails, line->arena);
			add_all(&mention->phones, &line->phones, line->arena);
			add_all(&mention->urls, &line->urls, line->arena);
		}
	}
	memset(&line->phones, 0, sizeof(line->phones));
	memset(&line->urls, 0, sizeof(line->urls));
}

/* Letters of ASCII fold to themselves, so most texts need no folding. */
static bool begins_otherwise(const char *a, const char *b)
{
	int first = *a | 32, other = *b | 32;

	return first >= 'a' && first <= 'z' && other >= 'a' && other <= 'z' &&
	       first != other;
}

bool jscan_contact_is_company(const char *company, const char *text, size_t len,
			      bool is_prose, struct jscan_arena *arena)
{
	char *theirs;
	size_t bytes;

	if (company == NULL || len == 0 || begins_otherwise(company, text))
		return false;
	theirs = jscan_utf8_fold_words(arena, text, len);
	bytes = strlen(theirs);
	if (strncmp(company, theirs, bytes) != 0)
		return false;
	/* "Dana Ruiz" may well work at "Dana Ruiz Consulting". */
	return company[bytes] == '\0' ||
	       (company[bytes] == ' ' &&
		(is_prose || strchr(theirs, ' ') == NULL));
}

static void trim_blanks(const char **text, size_t *len)
{
	while (*len > 0 && strchr(" \t\n", **text) != NULL) {
		(*text)++;
		(*len)--;
	}
	while (*len > 0 && strchr(" \t\n", (*text)[*len - 1]) != NULL)
		(*len)--;
}

static size_t find_phones(struct jscan_contact_line *line, const char *text,
			  size_t len)
{
	struct jscan_mention *mention = jscan_contact_line_get(line);
	struct jscan_texts *texts = mention ? &mention->phones : &line->phones;
	struct jscan_phone phone;
	size_t pos = 0, found = 0;

	while (jscan_phone_next(&phone, text, len, pos)) {
		jscan_contact_texts_add(texts, line->arena, text + phone.offset,
					phone.len);
		pos = phone.offset + phone.len;
		found++;
	}
	return found;
}

void jscan_contact_line_find_phones(struct jscan_contact_line *line,
				    const char *text, size_t len)
{
	find_phones(line, text, len);
}

/* What is said to be a number is one, whatever it looks like. */
static void set_phone(struct jscan_contact_line *line, const char *text,
		      size_t len)
{
	struct jscan_mention *mention = jscan_contact_line_get(line);

	if (find_phones(line, text, len) == 0 &&
	    jscan_phone_is_value(text, len))
		jscan_contact_texts_add(mention ? &mention->phones
						: &line->phones,
					line->arena, text, len);
}

static void set_emails(struct jscan_contact_line *line, const char *text,
		       size_t len)
{
	struct jscan_mention *mention = jscan_contact_line_get(line);
	struct jscan_address mail;
	size_t pos = 0;

	while (jscan_mail_next(&mail, text, len, pos)) {
		jscan_contact_texts_add(
			mention ? &mention->emails : &line->emails, line->arena,
			text + mail.offset, mail.len);
		pos = mail.offset + mail.len;
	}
}

void jscan_contact_line_set(struct jscan_contact_line *line,
			    enum jscan_contact_field field, const char *text,
			    size_t len)
{
	struct jscan_mention *mention = jscan_contact_line_get(line);

	/* The bracket of "(312) 555-0158" is part of it. */
	if (field != JSCAN_FIELD_PHONE && field != JSCAN_FIELD_URL)
		jscan_piece_trim(&text, &len);
	trim_blanks(&text, &len);
	if (len == 0)
		return;
	switch (field) {
	case JSCAN_FIELD_NAME:
		jscan_contact_line_reset(line);
		text = jscan_piece_turn_name(line->arena, text, &len);
		jscan_contact_line_read(line, text, len, NULL);
		break;
	case JSCAN_FIELD_TITLE:
	case JSCAN_FIELD_ROLE:
	case JSCAN_FIELD_COMPANY:
		jscan_piece_set_words(line, field, text, len);
		break;
	case JSCAN_FIELD_EMAIL:
		set_emails(line, text, len);
		break;
	case JSCAN_FIELD_PHONE:
		set_phone(line, text, len);
		break;
	case JSCAN_FIELD_URL:
		jscan_contact_texts_add(mention ? &mention->urls : &line->urls,
					line->arena, text, len);
		break;
	default:
		break;
	}
}
