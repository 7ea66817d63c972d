/* Between person.c (who is who) and person_contact.c (what is told of them). */
#ifndef JSCAN_MODEL_PERSON_MERGE_H
#define JSCAN_MODEL_PERSON_MERGE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "model/person.h"

/* What a mention, and at a root what all joined to it, says of a person. */
struct jscan_merge_person {
	const char *name; /* folded words, without honorifics; or NULL */
	uint32_t parent;
	bool has_mail;
	bool is_full;
	bool has_honorific;
};

struct jscan_merge_pair { /* two mentions that may be of one person */
	size_t a;
	size_t b;
};

#define JSCAN_MERGE_MADE 512

struct jscan_merge_made { /* a key, and what it was made of */
	uintptr_t first;
	const char *second;
	size_t second_len;
	const char *key;
};

struct jscan_merge {
	struct jscan_arena arena; /* of the merging alone */
	struct jscan_arena step;  /* of the step at hand */
	const struct jscan_person_mention *mentions;
	size_t count;
	const char *region;
	bool is_brief;
	struct jscan_merge_person *people; /* one a mention */
	struct jscan_merge_pair *doubts;
	size_t doubt_count;
	const char *company; /* the last one folded, and what it gave */
	const char *folded_company;
	struct jscan_merge_made made[JSCAN_MERGE_MADE]; /* in this step */
};

/* The mention that stands for all that were joined with it. */
size_t jscan_merge_find(struct jscan_merge *merge, size_t index);

/* Frees the memory of a step. */
void jscan_merge_end_step(struct jscan_merge *merge);

void jscan_merge_doubt(struct jscan_merge *merge, size_t a, size_t b);

/*
 * As jscan_company_fold, for this step; mentions of one company mostly follow
 * another.
 */
const char *jscan_merge_fold_company(struct jscan_merge *merge,
				     const char *name);

char *jscan_merge_fold_mail(struct jscan_arena *arena, const char *mail);

/*
 * Contacts of everybody who is listed somewhere, or was introduced with full
 * name and title.
 */
void jscan_merge_make_contacts(struct jscan_people *out,
			       struct jscan_merge *merge,
			       struct jscan_arena *arena);

/* A note for each doubt that joining has not settled. */
void jscan_merge_tell_doubts(struct jscan_merge *merge,
			     struct jscan_diags *diags);

#endif
