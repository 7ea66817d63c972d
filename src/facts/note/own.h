/*
 * Categories of the user: plain phrases and regular expressions, for new ids or
 * for known ones.
 */
#ifndef JSCAN_FACTS_NOTE_OWN_H
#define JSCAN_FACTS_NOTE_OWN_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "facts/note/sentence.h"
#include "facts/pattern.h"

struct jscan_own_phrase {
	const uint32_t *words; /* hashes, as they are written */
	size_t count;
	unsigned category;
};

struct jscan_own_pattern {
	struct jscan_pattern *pattern;
	unsigned category;
};

struct jscan_own {
	struct jscan_own_phrase *phrases;
	size_t phrase_count;
	struct jscan_own_pattern *patterns;
	size_t pattern_count;
};

/* A phrase without any word is left out. */
void jscan_own_add_phrase(struct jscan_own *own, const char *text,
			  unsigned category, struct jscan_arena *arena);

/* Returns 0, or -1 as jscan_pattern_new(). */
int jscan_own_add_pattern(struct jscan_own *own, const char *text,
			  unsigned category, struct jscan_arena *arena,
			  struct jscan_error *err);
void jscan_own_release(struct jscan_own *own);

/* Does the phrase stand at this word? */
bool jscan_own_phrase_fits(const struct jscan_own_phrase *phrase,
			   const struct jscan_sentence *sentence, size_t index);

#endif
