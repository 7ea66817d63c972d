/*
 * Looks words up in the tables that gen/note_tables.c makes.  Both are open
 * addressing hash tables with linear probing, at most half full.
 */
#include "facts/note/word.h"

#include <stddef.h>

#include "facts/note/hash.h"

#include "note_classes.h"
#include "note_words.inc"

const struct jscan_word_run *jscan_word_run_find(uint32_t hash)
{
	uint32_t slot = jscan_hash_finish(hash) & (RUN_SLOTS - 1);

	if (!jscan_sieve_may_have(&jscan_run_sieve, hash))
		return NULL;
	while (runs[slot].hash != 0) {
		if (runs[slot].hash == hash)
			return &runs[slot];
		slot = (slot + 1) & (RUN_SLOTS - 1);
	}
	return NULL;
}

uint16_t jscan_word_number_filter(void)
{
	return NUMBER_FILTER;
}

uint16_t jscan_word_name_filter(void)
{
	return NAME_FILTER;
}
