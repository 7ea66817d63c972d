/*
 * The words that reading knows, made into tables when the program is built
 * (from grammar.txt and words.txt): a word as written to its lemma, its forms
 * and its classes, and runs of several words to classes.
 */
#ifndef JSCAN_FACTS_NOTE_WORD_H
#define JSCAN_FACTS_NOTE_WORD_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "facts/note/hash.h"

enum {
	JSCAN_FORM_BASE = 1, /* of a verb */
	JSCAN_FORM_THIRD = 2,
	JSCAN_FORM_PAST = 4,
	JSCAN_FORM_PARTICIPLE = 8,
	JSCAN_FORM_ING = 16,
	JSCAN_FORM_MORE = 32, /* longer, longest */
	JSCAN_FORM_NOUN = 64,
	JSCAN_FORM_QUALITY = 128 /* adjective or adverb */
};

#define JSCAN_FILTER_WORDS 4
#define JSCAN_FILTER_BITS  (JSCAN_FILTER_WORDS * 64)

enum { /* bits; those from JSCAN_FILTER_OWN on are of certain elements */
	JSCAN_FILTER_ANY,   /* of elements that any word fits */
	JSCAN_FILTER_FIRST, /* it may be the first word of a behaviour */
	JSCAN_FILTER_OWN
};

/*
 * What elements of behaviours a word may fit.  A bit that is not set says for
 * certain that a word fits none of the elements that have this bit.
 */
struct jscan_filter {
	uint64_t bits[JSCAN_FILTER_WORDS];
};

struct jscan_word {
	uint32_t hash;	/* of the word as written; 0: an empty slot */
	uint32_t lemma; /* hash of its lemma */
	uint16_t set;	/* see jscan_word_classes() */
	uint16_t filter;
	uint8_t forms;
	uint8_t starts_run; /* a run of several words may begin here */
	uint8_t follows_run; /* or go on */
};

struct jscan_word_run {
	uint32_t hash; /* of the lemmas, mixed; 0: an empty slot */
	uint16_t set;  /* 0: only the beginning of longer runs */
	uint16_t filter;
	uint8_t goes_on;
};

#define JSCAN_SIEVE_BITS 16384

/*
 * Where most are asked for in vain, one bit by hash in a small table saves the
 * look at a large one: a bit that is not set says for certain that it has none.
 */
struct jscan_sieve {
	uint64_t bits[JSCAN_SIEVE_BITS / 64];
};

static inline bool jscan_sieve_may_have(const struct jscan_sieve *sieve,
					uint32_t hash)
{
	uint32_t bit = jscan_hash_finish(hash) & (JSCAN_SIEVE_BITS - 1);

	return sieve->bits[bit / 64] >> bit % 64 & 1;
}

#define JSCAN_SET_WORDS 8 /* of the bits of a set of classes */

/* The tables, for looking words up here. */
extern const uint32_t jscan_word_slots;
extern const struct jscan_word jscan_words[];
extern const uint64_t jscan_word_masks[];
extern const struct jscan_filter jscan_word_filters[];
extern const struct jscan_sieve jscan_run_sieve;
/* Words that may make a sentence the writer's: see possible.c. */
extern const struct jscan_sieve jscan_own_sieve;
extern const uint16_t jscan_set_classes[];
extern const uint16_t jscan_set_starts[];
extern const uint64_t jscan_set_bits[][JSCAN_SET_WORDS];

/* What is known of a word, or NULL. */
static inline const struct jscan_word *jscan_word_find(uint32_t hash)
{
	uint32_t slot = jscan_hash_finish(hash) & (jscan_word_slots - 1);

	while (jscan_words[slot].hash != 0) {
		if (jscan_words[slot].hash == hash)
			return &jscan_words[slot];
		slot = (slot + 1) & (jscan_word_slots - 1);
	}
	return NULL;
}

const struct jscan_word_run *jscan_word_run_find(uint32_t hash);

/* The classes of a set, ending in JSCAN_WORD_NONE; set 0 is empty. */
static inline const uint16_t *jscan_word_classes(uint16_t set)
{
	return &jscan_set_classes[jscan_set_starts[set]];
}

/* One bit for each class of grammar.txt. */
static inline uint64_t jscan_word_mask(uint16_t set)
{
	return jscan_word_masks[set];
}

static inline const struct jscan_filter *jscan_word_filter(uint16_t filter)
{
	return &jscan_word_filters[filter];
}

/* The filter of a number, and of a person's name, that no table knows. */
uint16_t jscan_word_number_filter(void);
uint16_t jscan_word_name_filter(void);

static inline bool jscan_word_set_has(uint16_t set, unsigned word_class)
{
	return jscan_set_bits[set][word_class / 64] >> word_class % 64 & 1;
}

#endif
