/*
 * Scores, and the decision on them.  The weights are small integers in open
 * addressing tables: for each feature of the topic a row with one weight a
 * category, for each of the stance one weight.  Rows are added whole, in a
 * loop that compilers turn into a few vector instructions.
 */
#include "facts/note/model.h"

#include <string.h>

#include "facts/note/hash.h"

#define ROW_WIDTH 32 /* columns; those behind the categories are not used */
#define WEIGHT_0  128
#define ROWS_MOST 256 /* whose weights a sum of 16 bits can hold */

struct topic_row {
	_Alignas(ROW_WIDTH) uint8_t weights[ROW_WIDTH];
};

struct topic_slot {
	uint32_t key; /* 0: an empty slot */
	uint32_t row;
};

#include "note_weights.inc"

/* How much of the stance counts, and up to where; found on training data. */
#define STANCE_PART(stance) ((stance) * 2 / 5)
#define STANCE_MOST	    (JSCAN_MODEL_ONE * 3 / 10)
#define LEAST		    0
#define LEAST_MORE	    (JSCAN_MODEL_ONE / 2)

static uint32_t get_slot(uint32_t feature)
{
	return jscan_hash_finish(feature) & (TOPIC_SLOTS - 1);
}

static const struct topic_row *find_row(uint32_t feature)
{
	uint32_t slot = get_slot(feature);

	while (topic_slots[slot].key != feature) {
		if (!topic_slots[slot].key)
			return NULL;
		slot = (slot + 1) & (TOPIC_SLOTS - 1);
	}
	return &topic_rows[topic_slots[slot].row];
}

static void add_rows(int32_t out[JSCAN_CATEGORY_KNOWN],
		     const struct topic_row *const *rows, size_t count)
{
	uint16_t sums[ROW_WIDTH] = {0};

	for (size_t i = 0; i < count; i++) {
		for (unsigned k = 0; k < ROW_WIDTH; k++)
			sums[k] = (uint16_t)(sums[k] + rows[i]->weights[k]);
	}
	for (unsigned k = 0; k < JSCAN_CATEGORY_KNOWN; k++)
		out[k] += (sums[k] - (int32_t)count * WEIGHT_0) * MODEL_SCALE;
}

/*
 * The tables are larger than caches, so that most of the time is waiting for
 * memory: all places are asked for before the first is needed.
 */
static void score_part(int32_t out[JSCAN_CATEGORY_KNOWN],
		       const uint32_t *features, size_t count)
{
	const struct topic_row *rows[ROWS_MOST];
	size_t found = 0;

	for (size_t i = 0; i < count; i++)
		__builtin_prefetch(&topic_slots[get_slot(features[i])]);
	for (size_t i = 0; i < count; i++) {
		const struct topic_row *row = find_row(features[i]);

		if (!row)
			continue;
		__builtin_prefetch(row);
		rows[found++] = row;
	}
	add_rows(out, rows, found);
}

void jscan_model_score_topic(int32_t out[JSCAN_CATEGORY_KNOWN],
			     const uint32_t *features, size_t count)
{
	memcpy(out, topic_bias, sizeof(topic_bias));
	for (; count > ROWS_MOST; count -= ROWS_MOST, features += ROWS_MOST)
		score_part(out, features, ROWS_MOST);
	score_part(out, features, count);
}

int32_t jscan_model_score_stance(const uint32_t *features, size_t count)
{
	int32_t score = stance_bias;

	for (size_t i = 0; i < count; i++) {
		uint32_t slot = jscan_hash_finish(features[i]) &
				(STANCE_SLOTS - 1);

		while (stance_keys[slot] && stance_keys[slot] != features[i])
			slot = (slot + 1) & (STANCE_SLOTS - 1);
		score += stance_weights[slot] * MODEL_SCALE;
	}
	return score;
}

uint32_t jscan_model_decide(const int32_t scores[JSCAN_CATEGORY_KNOWN],
			    int32_t stance)
{
	int32_t added =
		STANCE_PART(stance < STANCE_MOST ? stance : STANCE_MOST);
	unsigned best = 0;
	uint32_t out = 0;

	for (unsigned i = 1; i < JSCAN_CATEGORY_KNOWN; i++) {
		if (scores[i] > scores[best])
			best = i;
	}
	if (scores[best] + added <= LEAST) /* nor is any other enough */
		return 0;
	for (unsigned i = 0; i < JSCAN_CATEGORY_KNOWN; i++) {
		if (scores[i] + added > (i == best ? LEAST : LEAST_MORE))
			out |= (uint32_t)1 << i;
	}
	return out;
}
