/* Keeping the facts of notes after the texts they were read from are gone. */
#ifndef JSCAN_FACTS_COPY_H
#define JSCAN_FACTS_COPY_H

#include <stdbool.h>

#include "base/pool.h"
#include "facts/facts.h"

struct jscan_facts_copier {
	struct jscan_arena *arena;
	bool is_brief;
	struct jscan_pool pool; /* of what other notes may say as well */
};

/*
 * With `is_brief` what no brief report needs is not copied: dates said in
 * prose, tags, the words of mentions.
 */
void jscan_facts_copier_init(struct jscan_facts_copier *copier,
			     struct jscan_arena *arena, bool is_brief);
void jscan_facts_copier_release(struct jscan_facts_copier *copier);

/* Copies all of `facts` but the path, which is shared, into the arena. */
void jscan_facts_copy(struct jscan_facts_copier *copier,
		      struct jscan_facts *out, const struct jscan_facts *facts);

#endif
