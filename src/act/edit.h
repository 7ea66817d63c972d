/*
 * What to write into a note so that an item is met, or rests: one edit, or
 * several of which the first that has its effect is taken.
 */
#ifndef JSCAN_ACT_EDIT_H
#define JSCAN_ACT_EDIT_H

#include "act/raw.h"
#include "plan/item.h"

#define JSCAN_EDITS_MOST 3

struct jscan_edits {
	struct jscan_splice items[JSCAN_EDITS_MOST];
	size_t count;
};

/* Edits of the note of item->facts that make it done on a day. */
void jscan_edits_meet(struct jscan_edits *out, const struct jscan_raw *raw,
		      const struct jscan_item *item, struct jscan_date date);

/*
 * Edits that let the item rest until a day.  `others` has a bit for every other
 * rule with an open item in the note: an older snooze for the whole note goes
 * on for these.
 */
void jscan_edits_snooze(struct jscan_edits *out, const struct jscan_raw *raw,
			const struct jscan_item *item, struct jscan_date until,
			struct jscan_date as_of, unsigned others);

/* What somebody is to write where no edit has its effect. */
const char *jscan_edit_say(const struct jscan_item *item,
			   struct jscan_date date, struct jscan_arena *arena);

#endif
