/* How near two words are, for "did you mean". */
#ifndef JSCAN_BASE_NEAR_H
#define JSCAN_BASE_NEAR_H

#include <stddef.h>

#define JSCAN_NEAR_LONGEST 32 /* a longer word is near to nothing */

/*
 * Letters to add, leave out, change or swap with their neighbour, to get from
 * one word to the other; SIZE_MAX when one is too long to be compared.
 */
size_t jscan_near_distance(const char *a, const char *b);

/* The nearest of `count` names that the word may be a slip of, or NULL. */
const char *jscan_near_find(const char *word, const char *const *names,
			    size_t count);

/* The nearest of at least one name, however far. */
const char *jscan_near_get(const char *word, const char *const *names,
			   size_t count);

#endif
