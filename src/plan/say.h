/* Words for an item: why it is there, and what to talk about. */
#ifndef JSCAN_PLAN_SAY_H
#define JSCAN_PLAN_SAY_H

#include "plan/item.h"

/* What the company has had already, and whether it was asked around. */
struct jscan_sent {
	struct jscan_texts documents; /* "the case study (2025-09-05)" */
	bool has_asked_elsewhere;
};

void jscan_sent_make(struct jscan_sent *out,
		     const struct jscan_timeline *timelines, size_t count,
		     struct jscan_arena *arena);

/* One line: what happened, the rule's reason and where it comes from. */
const char *jscan_say_why(const struct jscan_item *item,
			  struct jscan_arena *arena);

/* `check-in`, `send-document`, a task's words, else the rule's name. */
const char *jscan_say_action(const struct jscan_item *item);

/* Two talking points that a message goes by. */
#define JSCAN_POINT_LOOKING "that you are still looking"
#define JSCAN_POINT_ELSEWHERE                                                  \
	"whether another division, location or sister company has an opening"

/* Empty but for keep-in-touch.  `is_looking`: no job was accepted anywhere. */
void jscan_say_points(struct jscan_texts *out, const struct jscan_item *item,
		      const struct jscan_sent *sent, bool is_looking,
		      struct jscan_arena *arena);

#endif
