/* The keys of the front matter: their spellings, and near misses. */
#ifndef JSCAN_CONFIG_KEY_H
#define JSCAN_CONFIG_KEY_H

#include "config/config.h"

enum jscan_key {
	JSCAN_KEY_NONE,
	JSCAN_KEY_COMPANY,
	JSCAN_KEY_ROLE,
	JSCAN_KEY_DATE,
	JSCAN_KEY_APPLIED,
	JSCAN_KEY_TYPE,
	JSCAN_KEY_STAGE,
	JSCAN_KEY_OUTCOME,
	JSCAN_KEY_OUTCOME_DATE,
	JSCAN_KEY_REJECTED, /* an outcome date that says the outcome too */
	JSCAN_KEY_CONTACTS,
	JSCAN_KEY_TAGS,
	JSCAN_KEY_RATINGS,
	JSCAN_KEY_FOLLOW_UPS,
	JSCAN_KEY_NEXT_ACTION, /* these two are one follow-up */
	JSCAN_KEY_NEXT_ACTION_DATE,
	JSCAN_KEY_THANK_YOU,
	JSCAN_KEY_FEEDBACK,
	JSCAN_KEY_TOUCHES,
	JSCAN_KEY_EXPECT_BY,
	JSCAN_KEY_KEEP_IN_TOUCH,
	JSCAN_KEY_SNOOZE,
	JSCAN_KEY_REOPENED
};
#define JSCAN_KEYS (JSCAN_KEY_REOPENED + 1)

/*
 * The key that a spelling means, JSCAN_KEY_NONE for any other.  `folded` is the
 * spelling after jscan_utf8_fold_words.  *person_role, when not NULL, becomes
 * what a contact key says of its people ("recruiter"), or NULL.
 */
enum jscan_key jscan_key_find(const struct jscan_config *config,
			      const char *folded, const char **person_role);

/* The same without the configuration's own words. */
enum jscan_key jscan_key_find_known(const char *folded,
				    const char **person_role);

/* The name under which messages speak of a key: "date applied". */
const char *jscan_key_name(enum jscan_key key);

/* What its value says, in a few words. */
const char *jscan_key_meaning(enum jscan_key key);

/*
 * The known spelling that an unknown key seems to be a slip of, or NULL: one
 * letter missing, extra, other or swapped (two in long words).
 */
const char *jscan_key_find_near(const char *folded);

/* The known spelling that is nearest, however far. */
const char *jscan_key_get_nearest(const char *folded);

#endif
