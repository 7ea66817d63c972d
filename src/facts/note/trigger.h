/*
 * Triggers: the words that turn what is said around them, "not", "should have",
 * "next time", "if", "used to".  How far each one reaches is scope.c's.
 */
#ifndef JSCAN_FACTS_NOTE_TRIGGER_H
#define JSCAN_FACTS_NOTE_TRIGGER_H

#include <stddef.h>

#include "facts/note/sentence.h"

enum jscan_trigger {
	JSCAN_TRIGGER_NONE,
	JSCAN_TRIGGER_PSEUDO, /* looks like a negation: "not only" */
	JSCAN_TRIGGER_NEGATION,
	JSCAN_TRIGGER_FLIP,    /* a verb that denies: "forgot to" */
	JSCAN_TRIGGER_REGRET,  /* "should have" */
	JSCAN_TRIGGER_RESOLVE, /* "next time", "I must" */
	JSCAN_TRIGGER_UNREAL,  /* "if", "might" */
	JSCAN_TRIGGER_FEAR,    /* "worried that" */
	JSCAN_TRIGGER_PAST     /* "used to" */
};

/* The trigger that begins at a word, and how many words it takes. */
enum jscan_trigger jscan_trigger_find(const struct jscan_sentence *sentence,
				      size_t index, size_t *words);

const char *jscan_trigger_name(enum jscan_trigger trigger);

/* Has the sentence a word that may turn a doing into a not doing? */
bool jscan_trigger_may_turn(const struct jscan_sentence *sentence);

#endif
