/*
 * The table of behaviours, and which of them a word may begin.
 */
#include "facts/note/behaviour.h"

#include "facts/note/hash.h"
#include "note_behaviours.inc"

size_t jscan_behaviour_count(void)
{
	return BEHAVIOUR_COUNT;
}

const uint16_t *jscan_behaviour_by_lemma(uint32_t lemma)
{
	uint32_t slot = jscan_hash_finish(lemma) & (LEMMA_SLOTS - 1);

	if (!jscan_sieve_may_have(&lemma_sieve, lemma))
		return &jscan_behaviour_lists[0];
	while (lemma_lists[slot].lemma != 0) {
		if (lemma_lists[slot].lemma == lemma)
			return &jscan_behaviour_lists[lemma_lists[slot].list];
		slot = (slot + 1) & (LEMMA_SLOTS - 1);
	}
	return &jscan_behaviour_lists[0];
}
