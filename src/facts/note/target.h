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
 * False when no behaviour of the sentence can be a weakness, told from its
 * words alone, before jscan_scope_find().
 */
bool jscan_target_may_be_weak(const struct jscan_sentence *sentence);

/* Returns how many were written to `out`. */
size_t jscan_target_find(struct jscan_target out[JSCAN_TARGET_MOST],
			 const struct jscan_sentence *sentence);

#endif
