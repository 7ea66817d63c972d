/*
 * Scores, and the decision on them.  The weights are small integers: for each
 * feature, found in an open addressing table, a row with one weight a hidden
 * cell, and for each category one weight a cell.  Rows are added whole, in a
 * loop that compilers turn into a few vector instructions.
 */
#include "facts/note/model.h"

#include "facts/note/hash.h"

#define WEIGHT_0  'P'
#define ROWS_MOST 256  /* whose weights a sum of 16 bits can hold */
#define CELL_MOST 1023 /* with any weights, a sum then fits 32 bits */

/*
 * Chosen by the totals of the labelled samples; leaving writers of training
 * sentences out asks for less.  What the rules doubt must be plain to the model.
 */
#define LEAST	    (-JSCAN_MODEL_ONE * 3 / 10)
#define LEAST_MORE  (LEAST + JSCAN_MODEL_ONE / 2)
#define LEAST_DOUBT (JSCAN_MODEL_ONE * 3 / 2) /* more */

struct model_row {
	_Alignas(JSCAN_MODEL_HIDDEN) uint8_t weights[JSCAN_MODEL_HIDDEN];
};

struct model_slot {
	uint32_t key; /* 0: an empty slot */
	uint32_t row;
};

#include "note_weights.inc"

static uint32_t get_slot(uint32_t feature)
{
	return jscan_hash_finish(feature) & (MODEL_SLOTS - 1);
}

static const struct model_row *find_row(uint32_t feature)
{
	uint32_t slot = get_slot(feature);

	while (model_slots[slot].key != feature) {
		if (!model_slots[slot].key)
			return NULL;
		slot = (slot + 1) & (MODEL_SLOTS - 1);
	}
	return &model_rows[model_slots[slot].row];
}

static void add_rows(int32_t cells[JSCAN_MODEL_HIDDEN],
		     const struct model_row *const *rows, size_t count)
{
	uint16_t sums[JSCAN_MODEL_HIDDEN] = {0};

	for (size_t i = 0; i < count; i++) {
		for (unsigned k = 0; k < JSCAN_MODEL_HIDDEN; k++)
			sums[k] = (uint16_t)(sums[k] + rows[i]->weights[k]);
	}
	for (unsigned k = 0; k < JSCAN_MODEL_HIDDEN; k++)
		cells[k] += sums[k] - (int32_t)count * WEIGHT_0;
}

/*
 * The tables are larger than caches, so that most of the time is waiting for
 * memory: all places are asked for before the first is needed.
 */
static void add_part(int32_t cells[JSCAN_MODEL_HIDDEN],
		     const uint32_t *features, size_t count)
{
	const struct model_row *rows[ROWS_MOST];
	size_t found = 0;

	for (size_t i = 0; i < count; i++)
		__builtin_prefetch(&model_slots[get_slot(features[i])]);
	for (size_t i = 0; i < count; i++) {
		const struct model_row *row = find_row(features[i]);

		if (!row)
			continue;
		__builtin_prefetch(row);
		rows[found++] = row;
	}
	add_rows(cells, rows, found);
}

void jscan_model_score(int32_t out[JSCAN_CATEGORY_KNOWN],
		       const uint32_t *features, size_t count)
{
	int32_t cells[JSCAN_MODEL_HIDDEN];
	int16_t positive[JSCAN_MODEL_HIDDEN];

	for (unsigned k = 0; k < JSCAN_MODEL_HIDDEN; k++)
		cells[k] = model_cell_bias[k];
	for (; count > ROWS_MOST; count -= ROWS_MOST, features += ROWS_MOST)
		add_part(cells, features, ROWS_MOST);
	add_part(cells, features, count);
	for (unsigned k = 0; k < JSCAN_MODEL_HIDDEN; k++)
		positive[k] = (int16_t)(cells[k] < 0	       ? 0
					: cells[k] > CELL_MOST ? CELL_MOST
							       : cells[k]);
	for (unsigned i = 0; i < JSCAN_CATEGORY_KNOWN; i++) {
		int32_t sum = 0;

		for (unsigned k = 0; k < JSCAN_MODEL_HIDDEN; k++)
			sum += positive[k] * model_out[i][k];
		out[i] = model_bias[i] + sum / JSCAN_MODEL_OUT_PART;
	}
}

uint32_t jscan_model_decide(const int32_t scores[JSCAN_CATEGORY_KNOWN],
			    uint32_t doubts)
{
	unsigned best = 0;
	uint32_t out = 0;

	for (unsigned i = 1; i < JSCAN_CATEGORY_KNOWN; i++) {
		if (scores[i] > scores[best])
			best = i;
	}
	if (scores[best] <= LEAST) /* nor is any other enough */
		return 0;
	for (unsigned i = 0; i < JSCAN_CATEGORY_KNOWN; i++) {
		int32_t least = i == best ? LEAST : LEAST_MORE;

		if (doubts >> i & 1)
			least += LEAST_DOUBT;
		if (scores[i] > least)
			out |= (uint32_t)1 << i;
	}
	return out;
}
