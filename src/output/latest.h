/*
 * The latest few of many things, for reports that show so many and no more.
 * Things are told by a rank; those of one rank by which came first.
 */
#ifndef JSCAN_OUTPUT_LATEST_H
#define JSCAN_OUTPUT_LATEST_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "journalscan.h"

#define JSCAN_LATEST_MOST 500

struct jscan_latest {
	uint32_t ranks[JSCAN_LATEST_MOST]; /* a heap, the least on top */
	bool is_unlimited;		   /* all are taken */
	size_t held;
	size_t count; /* of all that were added */
	size_t ties;  /* of the least rank that are taken still */
};

void jscan_latest_init(struct jscan_latest *latest, bool is_unlimited);

/* First all are added; after the end each is asked about, in the same order. */
void jscan_latest_add(struct jscan_latest *latest, uint32_t rank);
void jscan_latest_end(struct jscan_latest *latest);
bool jscan_latest_takes(struct jscan_latest *latest, uint32_t rank);

/* How many are left out. */
size_t jscan_latest_count_rest(const struct jscan_latest *latest);

/* A later day has a higher rank, no day the lowest; all are below 2^25. */
uint32_t jscan_latest_rank(struct jscan_date date);

#endif
