/*
 * Keeps the phrases of the user as the words that a sentence is made of, so
 * that case, kinds of apostrophe and hyphens make no difference.
 */
#include "facts/note/own.h"

#include <stdlib.h>
#include <string.h>

void jscan_own_add_phrase(struct jscan_own *own, const char *text,
			  unsigned category, struct jscan_arena *arena)
{
	struct jscan_sentence_scanner scanner;
	struct jscan_sentence *sentence = jscan_alloc(sizeof(*sentence));
	struct jscan_own_phrase phrase = {.category = category};
	uint32_t *words = NULL;

	jscan_sentence_scanner_init(&scanner, text, strlen(text));
	/* More than one sentence is one phrase all the same. */
	while (jscan_sentence_next(sentence, &scanner)) {
		for (size_t i = 0; i < sentence->count; i++) {
			words = jscan_arena_grow(arena, words, phrase.count,
						 sizeof(*words));
			words[phrase.count++] = sentence->tokens[i].hash;
		}
	}
	free(sentence);
	if (phrase.count == 0)
		return;
	phrase.words = words;
	own->phrases = jscan_arena_grow(arena, own->phrases, own->phrase_count,
					sizeof(*own->phrases));
	own->phrases[own->phrase_count++] = phrase;
}

int jscan_own_add_pattern(struct jscan_own *own, const char *text,
			  unsigned category, struct jscan_arena *arena,
			  struct jscan_error *err)
{
	struct jscan_own_pattern pattern = {.category = category};

	if (jscan_pattern_new(&pattern.pattern, text, err) < 0)
		return -1;
	own->patterns =
		jscan_arena_grow(arena, own->patterns, own->pattern_count,
				 sizeof(*own->patterns));
	own->patterns[own->pattern_count++] = pattern;
	return 0;
}

void jscan_own_release(struct jscan_own *own)
{
	for (size_t i = 0; i < own->pattern_count; i++)
		jscan_pattern_free(own->patterns[i].pattern);
}

bool jscan_own_phrase_fits(const struct jscan_own_phrase *phrase,
			   const struct jscan_sentence *sentence, size_t index)
{
	if (phrase->count > sentence->count - index)
		return false;
	for (size_t i = 0; i < phrase->count; i++) {
		if (sentence->tokens[index + i].hash != phrase->words[i])
			return false;
	}
	return true;
}
