/*
 * A table in which each key has one place and the last one stays: what comes
 * often is there.  Two sentences with one hash of 64 bits are taken for one.
 */
#include "facts/note/silent.h"

#include <stdlib.h>

#include "base/arena.h"
#include "base/hash.h"
#include "facts/note/scope.h"

#define PLACES 16384

struct jscan_silent {
	uint64_t keys[PLACES];
};

struct jscan_silent *jscan_silent_new(void)
{
	/* Of what is never written to no memory is taken. */
	struct jscan_silent *silent = calloc(1, sizeof(*silent));

	if (!silent)
		jscan_out_of_memory();
	return silent;
}

void jscan_silent_free(struct jscan_silent *silent)
{
	free(silent);
}

uint64_t jscan_silent_key(const struct jscan_sentence *sentence,
			  const char *text,
			  const struct jscan_note_context *context,
			  bool was_quoted)
{
	uint64_t around = (uint64_t)context->section << 8 |
			  (uint64_t)context->is_quoted << 6 |
			  (uint64_t)context->is_item << 5 |
			  (uint64_t)context->is_mock << 4 |
			  (uint64_t)was_quoted << 3 |
			  (uint64_t)sentence->is_question << 2 |
			  (uint64_t)sentence->has_more << 1 |
			  jscan_scope_begins_with_name(sentence,
						       context->names);
	uint64_t key = jscan_hash_join(
		jscan_hash_bytes(text + sentence->offset, sentence->len),
		around);

	return key ? key : 1;
}

bool jscan_silent_has(const struct jscan_silent *silent, uint64_t key)
{
	return silent->keys[key % PLACES] == key;
}

void jscan_silent_add(struct jscan_silent *silent, uint64_t key)
{
	silent->keys[key % PLACES] = key;
}
