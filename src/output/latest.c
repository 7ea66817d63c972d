/*
 * A heap holds the highest ranks so far; what is not above its least one goes
 * by with one comparison.
 */
#include "output/latest.h"

void jscan_latest_init(struct jscan_latest *latest, bool is_unlimited)
{
	latest->is_unlimited = is_unlimited;
	latest->held = 0;
	latest->count = 0;
	latest->ties = 0;
}

/* Up from the end: to where its parent is no higher. */
static void rise(uint32_t *ranks, size_t at, uint32_t rank)
{
	while (at && ranks[(at - 1) / 2] > rank) {
		ranks[at] = ranks[(at - 1) / 2];
		at = (at - 1) / 2;
	}
	ranks[at] = rank;
}

/* Down from the top: to where no child is lower. */
static void sink(uint32_t *ranks, size_t count, uint32_t rank)
{
	size_t at = 0, child;

	while ((child = 2 * at + 1) < count) {
		if (child + 1 < count && ranks[child + 1] < ranks[child])
			child++;
		if (ranks[child] >= rank)
			break;
		ranks[at] = ranks[child];
		at = child;
	}
	ranks[at] = rank;
}

void jscan_latest_add(struct jscan_latest *latest, uint32_t rank)
{
	uint32_t *ranks = latest->ranks;

	if (latest->is_unlimited)
		return;
	latest->count++;
	if (latest->held < JSCAN_LATEST_MOST)
		rise(ranks, latest->held++, rank);
	else if (rank > ranks[0])
		sink(ranks, latest->held, rank);
}

void jscan_latest_end(struct jscan_latest *latest)
{
	latest->ties = 0;
	for (size_t i = 0; i < latest->held; i++)
		latest->ties += latest->ranks[i] == latest->ranks[0];
}

bool jscan_latest_takes(struct jscan_latest *latest, uint32_t rank)
{
	if (latest->is_unlimited)
		return true;
	if (rank != latest->ranks[0])
		return rank > latest->ranks[0];
	if (!latest->ties)
		return false;
	latest->ties--;
	return true;
}

size_t jscan_latest_count_rest(const struct jscan_latest *latest)
{
	return latest->count - latest->held;
}

uint32_t jscan_latest_rank(struct jscan_date date)
{
	return (uint32_t)(date.year + 32768) << 9 | (uint32_t)date.month << 5 |
	       date.day;
}
