/*
 * People in a note: from contact keys, people sections, mail addresses and
 * telephone numbers beside a name, and introductions in prose.
 */
#ifndef JSCAN_FACTS_CONTACT_H
#define JSCAN_FACTS_CONTACT_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "base/yaml.h"
#include "entry/document.h"
#include "journalscan.h"

/* One mention of one person.  NULL and empty lists are "not said". */
struct jscan_mention {
	const char *name; /* as written, without brackets */
	const char *title;
	const char *role; /* "hiring manager", "interviewer", "recruiter" … */
	const char *company; /* only when it is said, else the entry's holds */
	struct jscan_texts emails;
	struct jscan_texts phones; /* as written */
	struct jscan_texts urls;
	unsigned line;
	const char *text;  /* the line or value it was read from */
	bool is_full_name; /* more than a first name */
	/* Listed: a contact key, a people section, or beside a mail address or
	 * telephone number.  Else only named in prose. */
	bool is_listed;
};

/* With more than these, the rest of a note is not looked at. */
#define JSCAN_CONTACT_MENTIONS_MOST 2000

struct jscan_mentions {
	struct jscan_mention *items;
	size_t count;
};

/*
 * Reads the value of a contact key: text, a mapping, or a list of these.
 * `role` is what the key says of them ("recruiter"), or NULL.
 */
void jscan_contact_parse_value(struct jscan_mentions *out,
			       const struct jscan_yaml *value, const char *role,
			       struct jscan_arena *arena);

struct jscan_contact_context {
	const char *company; /* of the entry, never a person; may be NULL */
	const char *role;
	const char *region; /* ISO country for telephone numbers, or NULL */
	bool is_mock;
};

/* Reads people out of the body; those of the front matter are in *out. */
void jscan_contacts_find(struct jscan_mentions *out,
			 const struct jscan_document *document,
			 const struct jscan_contact_context *context,
			 struct jscan_arena *arena);

/*
 * The telephone number as digits with a leading + when the country is known
 * (written, or by `region`), else its digits alone: for comparing.
 */
char *jscan_phone_normalise(struct jscan_arena *arena, const char *text,
			    const char *region);

#endif
