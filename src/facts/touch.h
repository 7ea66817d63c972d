/*
 * What words say that somebody did: the kinds of touch, the words of a task
 * that is none, and what kind of event a heading or a `type` speaks of.
 */
#ifndef JSCAN_FACTS_TOUCH_H
#define JSCAN_FACTS_TOUCH_H

#include <stdbool.h>
#include <stddef.h>

#include "journalscan.h"

enum jscan_touch_kind {
	JSCAN_TOUCH_NONE,
	JSCAN_TOUCH_THANK_YOU,
	JSCAN_TOUCH_FEEDBACK_REQUEST,
	JSCAN_TOUCH_CHECK_IN,
	JSCAN_TOUCH_DOCUMENT,
	JSCAN_TOUCH_CALL,
	JSCAN_TOUCH_OTHER
};

/* "thank-you", "feedback-request", "check-in" …; NULL for none. */
const char *jscan_touch_kind_name(enum jscan_touch_kind kind);

/*
 * All of these take words that went through jscan_utf8_fold_words: lower case,
 * single spaces, no punctuation.
 */

/* The kind of touch that the words name, in the order of the contract. */
enum jscan_touch_kind jscan_touch_find(const char *folded);

/* The same for a task: none also when it starts with prepare, read … */
enum jscan_touch_kind jscan_touch_find_in_task(const char *folded);

/* prepare, prep, practise, rehearse, research, in any form. */
bool jscan_touch_is_preparing(const char *folded);

/* Names a division, location, office … with other, another, elsewhere, sister.
 */
bool jscan_touch_asks_elsewhere(const char *folded);

struct jscan_event_words {
	enum jscan_event_type type;
	enum jscan_touch_kind touch; /* of type touch */
	enum jscan_outcome outcome;  /* of a note */
	bool is_known; /* false: no word decided, and the type is note */
};

/* What a dated heading's words speak of. */
void jscan_event_words_read(struct jscan_event_words *out, const char *folded);

/* A value of the key `type`; else read as a heading's words. */
void jscan_event_words_read_type(struct jscan_event_words *out,
				 const char *folded);

/* A value of the key `outcome`; JSCAN_OUTCOME_NONE when it is none of them. */
enum jscan_outcome jscan_outcome_read(const char *folded);

#endif
