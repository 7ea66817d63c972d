/*
 * Behaviours: what people do well or badly in an interview, each with its
 * category, its valence and a pattern over words and classes of words.  Made
 * from behaviours.txt when the program is built.
 */
#ifndef JSCAN_FACTS_NOTE_BEHAVIOUR_H
#define JSCAN_FACTS_NOTE_BEHAVIOUR_H

#include <stddef.h>
#include <stdint.h>

#include "facts/note/word.h"

enum jscan_valence {
	JSCAN_FAULT, /* bad when it is done: ramble */
	JSCAN_DUTY,  /* bad when it is left undone: ask questions */
	JSCAN_TELL,  /* somebody else does it because of a fault of the writer */
	JSCAN_MISS   /* somebody else cannot do it because of such a fault */
};

enum jscan_part_kind {
	JSCAN_PART_CLASS,
	JSCAN_PART_LEMMA,
	JSCAN_PART_NUMBER, /* 12, twelve */
	JSCAN_PART_PERSON, /* he, the interviewer, a name; written PERSON */
	JSCAN_PART_ONE	   /* any word */
};

enum { /* of an element */
	JSCAN_ELEMENT_OPTIONAL = 1,
	JSCAN_ELEMENT_ABSENT = 2, /* must not come here; takes no word */
	JSCAN_ELEMENT_HEAD = 4,	  /* carries the assertion */
	JSCAN_ELEMENT_START = 8,  /* only as the first word of a clause */
	JSCAN_ELEMENT_END = 16	  /* only as the last word of a clause */
};

struct jscan_part { /* one alternative of an element */
	uint32_t value; /* class, or hash of the lemma */
	uint8_t kind;
};

struct jscan_element {
	uint16_t first_part;
	uint8_t part_count;
	uint8_t gap; /* words that may stand before it */
	uint8_t flags;
	uint8_t bit; /* see struct jscan_filter */
};

struct jscan_behaviour {
	const char *text; /* as in the file */
	uint16_t first_element;
	uint8_t element_count;
	uint8_t category;
	uint8_t valence;
};

extern const struct jscan_behaviour jscan_behaviours[];
extern const struct jscan_element jscan_behaviour_elements[];
extern const struct jscan_part jscan_behaviour_parts[];

#define JSCAN_NEEDS_MOST 4 /* of more words no more is asked */

/*
 * Bits of words behind the first that a behaviour cannot do without, that with
 * the fewest alternatives first; JSCAN_FILTER_ANY where there are fewer words.
 */
struct jscan_needs {
	uint8_t bits[JSCAN_NEEDS_MOST];
};

/* By the index of the behaviour. */
extern const struct jscan_needs jscan_behaviour_needs[];

extern const uint16_t jscan_behaviour_lists[];
extern const uint16_t jscan_behaviour_class_lists[];

size_t jscan_behaviour_count(void);

static inline const struct jscan_behaviour *jscan_behaviour_get(size_t index)
{
	return &jscan_behaviours[index];
}

/*
 * The behaviours whose first element may be a word of this class, or lemma;
 * the list ends with their count.
 */
static inline const uint16_t *jscan_behaviour_by_class(unsigned word_class)
{
	return &jscan_behaviour_lists[jscan_behaviour_class_lists[word_class]];
}

const uint16_t *jscan_behaviour_by_lemma(uint32_t lemma);

#endif
