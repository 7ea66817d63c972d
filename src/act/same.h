/* Does an edit of a note say what it should, and nothing else? */
#ifndef JSCAN_ACT_SAME_H
#define JSCAN_ACT_SAME_H

#include "facts/facts.h"

enum jscan_difference {				/* what may differ */
			JSCAN_DIFFERENCE_DONE,	/* one touch more; one task more
						   or ticked */
			JSCAN_DIFFERENCE_SNOOZE /* the days until which items
						   rest */
};

/*
 * True when the facts of a note before and after an edit are the same but for
 * what may differ, and nothing new is wrong in it.  Lines may have moved, and
 * dates in the text are not looked at.
 */
bool jscan_facts_are_same_but(const struct jscan_facts *before,
			      const struct jscan_facts *after,
			      enum jscan_difference difference,
			      struct jscan_arena *arena);

#endif
