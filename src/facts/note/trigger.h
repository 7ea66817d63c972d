/*
 * Triggers: the words that turn what is said around them, "not", "should have",
 * "next time", "if", "used to".  How far each one reaches is scope.c's.
 */
#ifndef JSCAN_FACTS_NOTE_TRIGGER_H
#define JSCAN_FACTS_NOTE_TRIGGER_H

#include <stdbool.h>
#include <stddef.h>

#include "facts/note/sentence.h"
#include "note_classes.h"

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

/* Words at which a trigger may begin; so may one at any run. */
#define JSCAN_TRIGGER_WORDS                                                    \
	(JSCAN_WORD_BIT(NOT) | JSCAN_WORD_BIT(NEGATED) |                       \
	 JSCAN_WORD_BIT(NOBODY) | JSCAN_WORD_BIT(NEG) | JSCAN_WORD_BIT(FLIP) | \
	 JSCAN_WORD_BIT(TO) | JSCAN_WORD_BIT(IF) | JSCAN_WORD_BIT(FEAR) |      \
	 JSCAN_WORD_BIT(REGRET) | JSCAN_WORD_BIT(WOULD) |                      \
	 JSCAN_WORD_BIT(MUST) | JSCAN_WORD_BIT(MAY))

static inline bool jscan_trigger_may_begin(const struct jscan_token *token)
{
	return token->run_len || token->mask & JSCAN_TRIGGER_WORDS;
}

/* The trigger that begins at a word, and how many words it takes. */
enum jscan_trigger jscan_trigger_find(const struct jscan_sentence *sentence,
				      size_t index, size_t *words);

const char *jscan_trigger_name(enum jscan_trigger trigger);

/* Has the sentence a word that may turn a doing into a not doing? */
bool jscan_trigger_may_turn(const struct jscan_sentence *sentence);

#endif
