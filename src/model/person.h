/*
 * Mentions of people merged into contacts: by mail address, then telephone
 * number, then full name within a company; a first name alone joins a full name
 * of the same application when only one fits.  Two different mail addresses are
 * never merged without the same name.
 */
#ifndef JSCAN_MODEL_PERSON_H
#define JSCAN_MODEL_PERSON_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "base/diag.h"
#include "facts/contact.h"

struct jscan_person_mention {
	const struct jscan_mention *mention; /* may be shared; its line is not
					      * looked at */
	const char *path;
	const char *company;	/* of the entry; may be NULL */
	size_t application;	/* mentions of one application share it */
	struct jscan_date date; /* of the entry or heading; may be unset */
	unsigned line;
};

struct jscan_people_options {
	const char *region; /* for telephone numbers; may be NULL */
	bool is_brief;	    /* of mentions, only the first and last place */
};

struct jscan_people {
	struct jscan_contact *contacts; /* by name, first mail address */
	size_t contact_count;
};

/*
 * Merges `count` mentions.  Contacts that may be one person are added to `diags` as notes.  What *out
 * holds lives in `arena` and points into the mentions.  About linear.
 */
void jscan_people_make(struct jscan_people *out,
		       const struct jscan_person_mention *mentions,
		       size_t count, const struct jscan_people_options *options,
		       struct jscan_arena *arena, struct jscan_diags *diags);

#endif
