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
#define SUM_MOST  256 /* weights that a sum of 16 bits can hold */

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

static const struct topic_row *find_row(uint32_t feature)
{
	uint32_t slot = jscan_hash_finish(feature) & (TOPIC_SLOTS - 1);

	while (topic_slots[slot].key != feature) {
		if (!topic_slots[slot].key)
			return NULL;
		slot = (slot + 1) & (TOPIC_SLOTS - 1);
	}
	return &topic_rows[topic_slots[slot].row];
}

/* Adds at most SUM_MOST rows; returns how many features were looked at. */
static size_t add_rows(int32_t out[JSCAN_CATEGORY_KNOWN],
		       const uint32_t *features, size_t count)
{
	uint16_t sums[ROW_WIDTH] = {0};
	int32_t added = 0;
	size_t i = 0;

	for (; i < count && added < SUM_MOST; i++) {
		const struct topic_row *row = find_row(features[i]);

		if (!row)
			continue;
		added++;
		for (unsigned k = 0; k < ROW_WIDTH; k++)
			sums[k] = (uint16_t)(sums[k] + row->weights[k]);
	}
	for (unsigned k = 0; k < JSCAN_CATEGORY_KNOWN; k++)
		out[k] += (sums[k] - added * WEIGHT_0) * MODEL_SCALE;
	return i;
}

void jscan_model_score_topic(int32_t out[JSCAN_CATEGORY_KNOWN],
			     const uint32_t *features, size_t count)
{
	memcpy(out, topic_bias, sizeof(topic_bias));
	for (size_t i = 0; i < count;)
		i += add_rows(out, features + i, count - i);
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
	for (unsigned i = 0; i < JSCAN_CATEGORY_KNOWN; i++) {
		if (scores[i] + added > (i == best ? LEAST : LEAST_MORE))
			out |= (uint32_t)1 << i;
	}
	return out;
}
