/*
 * Scores, and the decision on them.  The weights are small integers: for each
 * feature, found in an open addressing table, a row with one weight a hidden
 * cell, and for each category one weight a cell.  Rows are added whole, in a
 * loop that compilers turn into a few vector instructions.
 */
#include "facts/note/model.h"

#include <string.h>

#include "facts/note/hash.h"

#define WEIGHT_0  'P'
#define ROWS_MOST 256  /* whose weights a sum of 16 bits can hold */
#define CELL_MOST 1023 /* with any weights, a sum then fits 32 bits */

/*
 * Chosen by the totals of the labelled samples; leaving writers of training
 * sentences out asks for less.  What the rules doubt must be plain to the model.
 */
#define LEAST	    (-JSCAN_MODEL_ONE * 35 / 100)
#define LEAST_MORE  (LEAST + JSCAN_MODEL_ONE * 3 / 4)
#define LEAST_DOUBT (JSCAN_MODEL_ONE * 3 / 4) /* more */

/*
 * Where it is this unlikely that any weakness is stated, which is most prose,
 * none is looked for.
 */
#define LEAST_ANY (-JSCAN_MODEL_ONE * 3 / 2)

/* As much as machines add at once. */
typedef uint8_t bytes __attribute__((vector_size(16)));
typedef uint16_t pairs __attribute__((vector_size(16)));
typedef int32_t numbers __attribute__((vector_size(16)));

#define PAIRS 8 /* in such a piece */
#if __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__
#define LOWER 1 /* of two bytes in memory, the one of less weight in a pair */
#else
#define LOWER 0
#endif

struct model_row {
	union {
		_Alignas(JSCAN_MODEL_HIDDEN) uint8_t
			weights[JSCAN_MODEL_HIDDEN];
		bytes halves[2][JSCAN_MODEL_HIDDEN / 2 / sizeof(bytes)];
	};
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

/*
 * Two rows are added as bytes, which they fit, and then as pairs of bytes, of
 * which the upper one is counted once more by itself: with two accumulators no
 * byte has to be widened before the end.  The divisions compile to shifts, which
 * gcc 12's analyser misjudges where they are of vectors.
 */
static void add_half(uint16_t sums[JSCAN_MODEL_HIDDEN / 2],
		     const struct model_row *const *rows, size_t count,
		     size_t half)
{
	pairs all[2] = {{0}, {0}}, upper[2] = {{0}, {0}};

	for (size_t i = 0; i < count; i += 2) {
		const bytes *a = rows[i]->halves[half];
		const bytes *b = rows[i + 1]->halves[half];
		pairs first = (pairs)(a[0] + b[0]);
		pairs second = (pairs)(a[1] + b[1]);

		all[0] += first;
		all[1] += second;
		upper[0] += first / 256;
		upper[1] += second / 256;
	}
	for (unsigned k = 0; k < 2; k++) {
		pairs lower = all[k] - (upper[k] * 256);

		for (unsigned n = 0; n < PAIRS; n++) {
			sums[(k * PAIRS + n) * 2 + LOWER] = lower[n];
			sums[(k * PAIRS + n) * 2 + !LOWER] = upper[k][n];
		}
	}
}

/* There is room for one more row than `count`. */
static void add_rows(int32_t cells[JSCAN_MODEL_HIDDEN],
		     const struct model_row **rows, size_t count)
{
	static const struct model_row none; /* changes no sum */
	uint16_t sums[JSCAN_MODEL_HIDDEN];

	rows[count] = &none;
	for (size_t half = 0; half < 2; half++)
		add_half(sums + half * JSCAN_MODEL_HIDDEN / 2, rows, count,
			 half);
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
	const struct model_row *rows[ROWS_MOST + 1];
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

/* What is positive of the cells, within limits. */
static void clip(int16_t out[JSCAN_MODEL_HIDDEN],
		 int32_t cells[JSCAN_MODEL_HIDDEN])
{
	for (unsigned k = 0; k < JSCAN_MODEL_HIDDEN; k += 4) {
		numbers some, beyond;

		memcpy(&some, cells + k, sizeof(some));
		some &= some > 0;
		beyond = some > CELL_MOST;
		some = (some & ~beyond) | (beyond & CELL_MOST);
		memcpy(cells + k, &some, sizeof(some));
	}
	for (unsigned k = 0; k < JSCAN_MODEL_HIDDEN; k++)
		out[k] = (int16_t)cells[k];
}

/* Four categories at a time, so that each cell is loaded once for them. */
static void weigh_cells(int32_t out[4], const int16_t *cells,
			const int16_t (*weights)[JSCAN_MODEL_HIDDEN])
{
	int32_t sums[4] = {0};

	for (unsigned k = 0; k < JSCAN_MODEL_HIDDEN; k++) {
		sums[0] += cells[k] * weights[0][k];
		sums[1] += cells[k] * weights[1][k];
		sums[2] += cells[k] * weights[2][k];
		sums[3] += cells[k] * weights[3][k];
	}
	memcpy(out, sums, sizeof(sums));
}

static int32_t weigh_any(const int16_t cells[JSCAN_MODEL_HIDDEN])
{
	const int16_t *weights = model_out[JSCAN_CATEGORY_KNOWN];
	int32_t sum = 0;

	for (unsigned k = 0; k < JSCAN_MODEL_HIDDEN; k++)
		sum += cells[k] * weights[k];
	return model_bias[JSCAN_CATEGORY_KNOWN] + sum / JSCAN_MODEL_OUT_PART;
}

bool jscan_model_score(int32_t out[JSCAN_CATEGORY_KNOWN],
		       const uint32_t *features, size_t count, bool is_wanted)
{
	int32_t cells[JSCAN_MODEL_HIDDEN];
	int16_t positive[JSCAN_MODEL_HIDDEN];

	memcpy(cells, model_cell_bias, sizeof(cells));
	for (; count > ROWS_MOST; count -= ROWS_MOST, features += ROWS_MOST)
		add_part(cells, features, ROWS_MOST);
	add_part(cells, features, count);
	clip(positive, cells);
	if (!is_wanted && weigh_any(positive) < LEAST_ANY) {
		memset(out, 0, JSCAN_CATEGORY_KNOWN * sizeof(*out));
		return false;
	}
	for (unsigned i = 0; i < JSCAN_CATEGORY_KNOWN; i += 4)
		weigh_cells(out + i, positive, model_out + i);
	for (unsigned i = 0; i < JSCAN_CATEGORY_KNOWN; i++)
		out[i] = model_bias[i] + out[i] / JSCAN_MODEL_OUT_PART;
	return true;
}

uint32_t jscan_model_decide(const int32_t scores[JSCAN_CATEGORY_KNOWN],
			    uint32_t doubts)
{
	int32_t most = scores[0];
	unsigned best = 0;
	uint32_t out = 0;

	for (unsigned i = 1; i < JSCAN_CATEGORY_KNOWN; i++)
		most = scores[i] > most ? scores[i] : most;
	if (most <= LEAST) /* nor is any other enough */
		return 0;
	while (scores[best] != most)
		best++;
	for (unsigned i = 0; i < JSCAN_CATEGORY_KNOWN; i++) {
		int32_t least = i == best ? LEAST : LEAST_MORE;

		if (doubts >> i & 1)
			least += LEAST_DOUBT;
		if (scores[i] > least)
			out |= (uint32_t)1 << i;
	}
	return out;
}
