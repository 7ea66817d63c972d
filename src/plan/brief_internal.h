/* What the files of a brief report share; nothing outside of them includes it.
 */
#ifndef JSCAN_PLAN_BRIEF_INTERNAL_H
#define JSCAN_PLAN_BRIEF_INTERNAL_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/pool.h"
#include "plan/brief.h"
#include "plan/memory.h"
#include "plan/roll.h"

struct jscan_shard { /* a note of a part */
	uint64_t company;
	size_t note;
};

struct jscan_brief {
	const struct jscan_brief_input *input;
	struct jscan_arena *arena;
	struct jscan_arena scratch; /* of the part at hand */
	struct jscan_memory old;
	uint32_t *table; /* numbers of old parts + 1, by company */
	size_t table_mask;
	struct jscan_shard *shards;
	size_t shard_count;
	uint32_t *places; /* of the notes of the shards */
	struct jscan_memory now;
	size_t new_count;
	struct jscan_pool pool; /* of what lives in the arena */
	struct jscan_roll roll;
	bool is_roll_called; /* while the parts are made */
};

/* How many shards from `first` on are of one part. */
size_t jscan_brief_count_notes(const struct jscan_brief *brief, size_t first);

/*
 * Facts of some notes side by side, as planning wants them, in brief->scratch;
 * NULL when some are missing.
 */
struct jscan_facts *jscan_brief_get_facts(struct jscan_brief *brief,
					  const struct jscan_shard *shards,
					  size_t count);

/* Adds the people of a part to the roll. */
void jscan_brief_call_roll(struct jscan_brief *brief, const char *key,
			   const struct jscan_groups *groups,
			   const struct jscan_facts *facts,
			   const struct jscan_shard *shards, size_t count);

/* The contacts, remembered or made; false when facts are missing. */
bool jscan_brief_find_people(struct jscan_brief *brief);

#endif
