/* What a brief report is remembered by, as records; for brief.c alone. */
#ifndef JSCAN_PLAN_MEMORY_H
#define JSCAN_PLAN_MEMORY_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/buf.h"
#include "base/pool.h"
#include "plan/part.h"

struct jscan_memory_part {
	uint64_t company; /* as in struct jscan_mark */
	uint64_t content; /* a hash of all that it was made from */
	uint64_t grouping; /* a hash of which note is of which application */
	const char *key;  /* of the company, "" for none */
	struct jscan_part part;
	unsigned shown; /* how much the part shows */
	struct jscan_diagnostic *diagnostics;
	size_t diagnostic_count;
	struct jscan_order order;
};

struct jscan_memory {
	bool is_settled; /* what the parts were made with */
	struct jscan_memory_part *parts;
	size_t part_count;
	uint64_t people; /* a hash of what contacts and doubts were made from */
	struct jscan_contact *contacts;
	size_t contact_count;
	struct jscan_diagnostic *doubts; /* about people */
	size_t doubt_count;
};

void jscan_memory_write(struct jscan_buf *out,
			const struct jscan_memory *memory);

/*
 * Copies of these, for which the arena of `pool` is enough: paths stay where
 * they are.
 */
void jscan_memory_copy_part(struct jscan_memory_part *out,
			    const struct jscan_memory_part *part,
			    struct jscan_pool *pool);
void jscan_memory_copy_contact(struct jscan_contact *out,
			       const struct jscan_contact *from,
			       struct jscan_pool *pool);

/* False for bytes that jscan_memory_write() cannot have made. */
bool jscan_memory_read(struct jscan_memory *out, const char *bytes, size_t len,
		       size_t categories, struct jscan_arena *arena);

#endif
