/*
 * The table of behaviours, and which of them a word may begin.
 */
#include "facts/note/behaviour.h"

#include "facts/note/hash.h"
#include "note_behaviours.inc"

static const uint16_t no_list[] = {UINT16_MAX};

size_t jscan_behaviour_count(void)
{
	return BEHAVIOUR_COUNT;
}

const struct jscan_behaviour *jscan_behaviour_get(size_t index)
{
	return &behaviours[index];
}

const struct jscan_element *jscan_behaviour_element(size_t index)
{
	return &elements[index];
}

const struct jscan_part *jscan_behaviour_part(size_t index)
{
	return &parts[index];
}

const struct jscan_filter *jscan_behaviour_needs(size_t index)
{
	return &needs[index];
}

const uint16_t *jscan_behaviour_by_class(unsigned word_class)
{
	return &lists[class_lists[word_class]];
}

const uint16_t *jscan_behaviour_by_lemma(uint32_t lemma)
{
	uint32_t slot = jscan_hash_finish(lemma) & (LEMMA_SLOTS - 1);

	while (lemma_lists[slot].lemma != 0) {
		if (lemma_lists[slot].lemma == lemma)
			return &lists[lemma_lists[slot].list];
		slot = (slot + 1) & (LEMMA_SLOTS - 1);
	}
	return no_list;
}
