/* Targets: where a behaviour occurs in a sentence. */
#ifndef JSCAN_FACTS_NOTE_TARGET_H
#define JSCAN_FACTS_NOTE_TARGET_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "facts/note/sentence.h"

#define JSCAN_TARGET_MOST 48 /* of one sentence; further ones add nothing */

#define JSCAN_TARGET_WORDS 10

#define JSCAN_TARGET_OWN UINT16_MAX /* in place of a behaviour: the user's */

struct jscan_target {
	uint16_t behaviour;
	uint8_t first, head, last; /* words of the sentence */
	uint8_t words[JSCAN_TARGET_WORDS]; /* those that were matched */
	uint8_t word_count;
	uint8_t verdict; /* enum jscan_verdict; filled by the reader */
};

/*
 * What elements of behaviours each word of a sentence may fit, and what none
 * of those behind it does; told from the words alone, so that it holds before
 * jscan_scope_find() and after it.
 */
struct jscan_target_view {
	const struct jscan_sentence *sentence;
	const struct jscan_filter *words[JSCAN_SENTENCE_WORDS];
	struct jscan_filter missing[JSCAN_SENTENCE_WORDS];
	/* Of words that are more than their row of the table. */
	struct jscan_filter mixed[JSCAN_SENTENCE_WORDS];
};

void jscan_target_view_init(struct jscan_target_view *out,
			    const struct jscan_sentence *sentence);

/*
 * False when no behaviour of the sentence can be a weakness, or none can be
 * found at all.  Asked before jscan_scope_find().
 */
bool jscan_target_may_be_weak(const struct jscan_target_view *view);

/* After jscan_scope_find(); returns how many were written to `out`. */
size_t jscan_target_find(struct jscan_target out[JSCAN_TARGET_MOST],
			 const struct jscan_target_view *view);

#endif
