/*
 * One run of text that is about people ("Dana Ruiz, CTO, dana@acme.example")
 * into mentions.  Used by contact.c for front matter and by contact_body.c.
 */
#ifndef JSCAN_FACTS_CONTACT_LINE_H
#define JSCAN_FACTS_CONTACT_LINE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "entry/document.h"
#include "facts/contact.h"
#include "facts/name.h"

/* What a label in front of a value or over a column says. */
enum jscan_contact_field {
	JSCAN_FIELD_NONE,
	JSCAN_FIELD_NAME,
	JSCAN_FIELD_FIRST_NAME,
	JSCAN_FIELD_LAST_NAME,
	JSCAN_FIELD_TITLE,
	JSCAN_FIELD_ROLE,
	JSCAN_FIELD_EMAIL,
	JSCAN_FIELD_PHONE,
	JSCAN_FIELD_COMPANY,
	JSCAN_FIELD_URL,
	JSCAN_FIELD_OTHER /* notes and the like: nothing about who it is */
};

/* By its words, in any case, with "-", "_" and space alike. */
enum jscan_contact_field jscan_contact_field_find(const char *text, size_t len);

/*
 * The state that runs on from line to line: of whom the text speaks.  Set up
 * the upper part, leave the rest zero.
 */
struct jscan_contact_line {
	struct jscan_mentions *out;
	struct jscan_arena *arena;
	enum jscan_name_place place;
	const char *role;    /* said by the key or a label above, or NULL */
	const char *company; /* of the entry, folded; or NULL */
	unsigned line;	     /* of what is read next */
	const char *text;    /* the line as evidence */
	bool is_listed;	     /* what is read makes people listed */

	size_t current; /* 1 + index in out->items; 0: nobody yet */
	enum jscan_contact_field pending; /* a label came, its value did not */
	bool is_behind_name;		  /* the next piece is the first one */
	bool has_title_end;		  /* the title may go on: "VP, Sales" */
	const char *title;		  /* said before its name */
	const char *line_role;
	struct jscan_texts emails; /* before their name */
	struct jscan_texts phones;
	struct jscan_texts urls;
};

/* Forgets of whom the text spoke. */
void jscan_contact_line_reset(struct jscan_contact_line *line);

/*
 * Reads one line or value.  `block` is the one that `text` lies in, for its
 * links, or NULL.  Names start new mentions in *line->out; titles, addresses
 * and numbers go to the one spoken of.
 *
 * Returns false when the line begins with what is no part of a contact; then
 * nothing was taken from it.
 */
bool jscan_contact_line_read(struct jscan_contact_line *line, const char *text,
			     size_t len, const struct jscan_block *block);

/* One field whose meaning is known from a label. */
void jscan_contact_line_set(struct jscan_contact_line *line,
			    enum jscan_contact_field field, const char *text,
			    size_t len);

/* The telephone numbers in a text that may hold other things too. */
void jscan_contact_line_find_phones(struct jscan_contact_line *line,
				    const char *text, size_t len);

/* What a link leads to: an address, a number, a page. */
void jscan_contact_line_set_link(struct jscan_contact_line *line,
				 const char *url);

/* Addresses and numbers that no name came for make a mention without one. */
void jscan_contact_line_finish(struct jscan_contact_line *line);

/* A new mention with a name (may be NULL); it becomes the current one. */
struct jscan_mention *jscan_contact_line_add(struct jscan_contact_line *line,
					     const char *name, size_t len,
					     bool is_full);

/* The mention spoken of, or NULL. */
struct jscan_mention *
jscan_contact_line_get(const struct jscan_contact_line *line);

/* Appends a copy of `text`, unless it is there; at most 16 are kept. */
void jscan_contact_texts_add(struct jscan_texts *texts,
			     struct jscan_arena *arena, const char *text,
			     size_t len);

/*
 * Is it the entry's company, its first word, or (in prose) its first words?
 * `company` is folded; it is long in a hostile note, and asked about often.
 */
bool jscan_contact_is_company(const char *company, const char *text, size_t len,
			      bool is_prose, struct jscan_arena *arena);

#endif
