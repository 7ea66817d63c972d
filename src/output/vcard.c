/*
 * Address book: one vCard a person, 4.0 (RFC 6350) or 3.0 (RFC 2426), with CRLF
 * and lines folded at 75 bytes, never inside a character.
 */
#include <string.h>

#include "base/date.h"
#include "base/utf8.h"
#include "facts/name.h"
#include "facts/words.h"
#include "output/escape.h"
#include "output/report.h"

#define MOST_LINE_BYTES 75
#define MOST_PLACES	5

/* Writes a whole content line, folded. */
static void add_line(struct jscan_buf *out, const struct jscan_buf *line)
{
	size_t room = MOST_LINE_BYTES, pos = 0;

	while (line->len - pos > room) {
		size_t end = pos + room;

		while (((unsigned char)line->data[end] & 0xc0) == 0x80)
			end--;
		jscan_buf_add(out, line->data + pos, end - pos);
		jscan_buf_adds(out, "\r\n ");
		pos = end;
		room = MOST_LINE_BYTES - 1; /* the blank counts */
	}
	jscan_buf_add(out, line->data + pos, line->len - pos);
	jscan_buf_adds(out, "\r\n");
}

/* NAME:text, escaped; nothing without a text. */
static void add_text(struct jscan_buf *out, const char *name, const char *text)
{
	struct jscan_buf line;

	if (text == NULL || *text == '\0')
		return;
	jscan_buf_init(&line);
	jscan_buf_adds(&line, name);
	jscan_buf_addc(&line, ':');
	jscan_escape_ical(&line, text);
	add_line(out, &line);
	jscan_buf_release(&line);
}

static void add_texts(struct jscan_buf *out, const char *name,
		      struct jscan_texts texts)
{
	for (size_t i = 0; i < texts.count; i++)
		add_text(out, name, texts.items[i]);
}

/* The part of a name from `start` to `end`, escaped. */
static void add_part(struct jscan_buf *line, const char *name, size_t start,
		     size_t end)
{
	struct jscan_buf part;

	jscan_buf_init(&part);
	jscan_buf_add(&part, name + start, end - start);
	jscan_escape_ical(line, part.data);
	jscan_buf_release(&part);
}

struct parts {		   /* offsets in a name */
	size_t prefix_end; /* behind honorifics */
	size_t family;	   /* where the family name starts */
	size_t family_end; /* behind it; suffixes follow */
	size_t given;
};

/*
 * "Sister Bernadette van Coyle Jr": honorifics, given names, then the family
 * name with its particles, then suffixes.
 */
static struct parts split_name(const char *name)
{
	size_t len = strlen(name), pos = 0, count = 0;
	struct parts parts = {0, 0, 0, 0};
	struct jscan_word word;
	bool in_particle = false;

	while (jscan_word_next(&word, name, len, pos)) {
		pos = word.end;
		if (count == 0 && (word.classes & JSCAN_WORD_HONORIFIC) &&
		    pos < len) {
			parts.prefix_end = word.end;
			continue;
		}
		if (count > 0 && (word.classes & JSCAN_WORD_SUFFIX) &&
		    word.is_capital)
			break;
		if (count++ == 0)
			parts.given = parts.family = word.offset;
		else if (!in_particle)
			parts.family = word.offset;
		in_particle = count > 1 && (word.classes & JSCAN_WORD_PARTICLE);
		parts.family_end = word.end;
	}
	return parts;
}

static size_t skip_back(const char *name, size_t start, size_t end)
{
	while (end > start && name[end - 1] == ' ')
		end--;
	return end;
}

/* N: family;given;additional;prefixes;suffixes */
static void add_name(struct jscan_buf *out, const char *name)
{
	struct parts parts = split_name(name);
	size_t len = strlen(name), suffix = parts.family_end;
	struct jscan_buf line;

	if (parts.family_end == 0)
		return;
	jscan_buf_init(&line);
	jscan_buf_adds(&line, "N:");
	/* A single word is a given name, but behind an honorific. */
	if (parts.family > parts.given || parts.prefix_end > 0)
		add_part(&line, name, parts.family, parts.family_end);
	jscan_buf_addc(&line, ';');
	if (parts.family > parts.given)
		add_part(&line, name, parts.given,
			 skip_back(name, parts.given, parts.family));
	else if (parts.prefix_end == 0)
		add_part(&line, name, parts.given, parts.family_end);
	jscan_buf_adds(&line, ";;");
	add_part(&line, name, 0, parts.prefix_end);
	jscan_buf_addc(&line, ';');
	while (suffix < len && (name[suffix] == ' ' || name[suffix] == ','))
		suffix++;
	add_part(&line, name, suffix, len);
	add_line(out, &line);
	jscan_buf_release(&line);
}

static void add_uid(struct jscan_buf *out, const struct jscan_contact *contact)
{
	jscan_buf_adds(out, "UID:journalscan-");
	jscan_contact_identify(out, contact);
	jscan_buf_adds(out, "\r\n");
}

/* Where they were met: the last places, newest first. */
static void add_note(struct jscan_buf *out, const struct jscan_contact *contact)
{
	struct jscan_places places = contact->mentions;
	char first[11], last[11];
	struct jscan_buf note;

	jscan_buf_init(&note);
	jscan_date_format(first, contact->first_seen);
	jscan_date_format(last, contact->last_seen);
	if (*first != '\0' && strcmp(first, last) == 0)
		jscan_buf_addf(&note, "Seen on %s", first);
	else if (*first != '\0')
		jscan_buf_addf(&note, "Seen from %s to %s", first, last);
	for (size_t i = 0; i < places.count && i < MOST_PLACES; i++) {
		const struct jscan_place *place =
			&places.items[places.count - 1 - i];

		jscan_buf_addf(&note, "%s%s:%u", note.len ? "\n" : "",
			       place->path, place->line);
	}
	add_text(out, "NOTE", note.data);
	jscan_buf_release(&note);
}

/* A card must have a formatted name: the mail address stands in. */
static const char *choose_name(const struct jscan_contact *contact)
{
	if (contact->name && *contact->name)
		return contact->name;
	if (contact->emails.count > 0)
		return contact->emails.items[0];
	return contact->phones.count > 0 ? contact->phones.items[0] : "Unknown";
}

static void add_card(struct jscan_buf *out, const struct jscan_contact *contact,
		     const struct jscan_report *report, bool is_old)
{
	jscan_buf_addf(out,
		       "BEGIN:VCARD\r\nVERSION:%s\r\n"
		       "PRODID:-//journalscan//" JSCAN_VERSION "//EN\r\n",
		       is_old ? "3.0" : "4.0");
	add_uid(out, contact);
	jscan_buf_addf(out, "REV:%04d%02d%02dT000000Z\r\n", report->as_of.year,
		       report->as_of.month, report->as_of.day);
	add_text(out, "FN", choose_name(contact));
	/* Version 3.0 wants N, even of somebody without a name. */
	if (contact->name)
		add_name(out, contact->name);
	else if (is_old)
		jscan_buf_adds(out, "N:;;;;\r\n");
	add_texts(out, "ORG", contact->companies);
	add_text(out, "TITLE", contact->title);
	add_text(out, "ROLE", contact->role);
	add_texts(out, "EMAIL", contact->emails);
	add_texts(out, "TEL", contact->phones);
	for (size_t i = 0; i < contact->urls.count; i++)
		if (jscan_escape_is_link(contact->urls.items[i]))
			add_text(out, "URL", contact->urls.items[i]);
	add_note(out, contact);
	jscan_buf_adds(out, "END:VCARD\r\n");
}

void jscan_write_vcf(struct jscan_buf *out, const struct jscan_report *report,
		     const struct jscan_format_options *options)
{
	for (size_t i = 0; i < report->contact_count; i++)
		add_card(out, &report->contacts[i], report,
			 options->is_vcard_3);
}
