/*
 * Names that are not to be shown, and text without them.  What a report says
 * of people and companies is replaced alike wherever it stands, so that who is
 * who can still be told apart.
 */
#ifndef JSCAN_OUTPUT_REDACT_H
#define JSCAN_OUTPUT_REDACT_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "journalscan.h"

/* What is known of one spelling of a name. */
struct jscan_redacted_name {
	const char *key;   /* its words, folded, one space between them */
	const char *shown; /* in its place */
	bool needs_capital; /* it may be a common word in small letters */
	unsigned used; /* of initials: how many names have them */
};

struct jscan_redacted_path {
	const char *path;
	const char *shown;
};

struct jscan_redaction {
	struct jscan_arena arena;
	struct jscan_redacted_name *names;
	size_t name_count;
	size_t *slots; /* names by key: index + 1, 0 is empty */
	size_t slot_count;
	size_t most_words; /* of any name */
	struct jscan_redacted_path *paths; /* sorted */
	size_t path_count;
};

/* How much a text is trusted to name nobody but those who are known. */
enum jscan_redact_mode {
	JSCAN_REDACT_OURS, /* words of ours: known names alone */
	JSCAN_REDACT_TITLE, /* a heading: and capitals behind "with", "from" … */
	JSCAN_REDACT_PROSE  /* and capitals in the middle of a sentence */
};

/* `text` without names, addresses and phone numbers, in the arena; or NULL. */
const char *jscan_redact_text(struct jscan_redaction *redaction,
			      const char *text, enum jscan_redact_mode mode);

/* The name of a key, or NULL. */
const struct jscan_redacted_name *
jscan_redaction_find(const struct jscan_redaction *redaction, const char *key);

/* The path that `text` begins with, or NULL. */
const struct jscan_redacted_path *
jscan_redaction_find_path(const struct jscan_redaction *redaction,
			  const char *text);

/* In place of a company; the same for every spelling of it. */
const char *jscan_redact_company(struct jscan_redaction *redaction,
				 const char *company);

/* The same for a person; NULL stays NULL in all of these. */
const char *jscan_redact_person(struct jscan_redaction *redaction,
				const char *person);

/* The number of a path. */
const char *jscan_redact_path(struct jscan_redaction *redaction,
			      const char *path);

#endif
