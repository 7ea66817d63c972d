/*
 * The statistical part: a small network over the words of a sentence and what
 * the rules made of them.  Each feature of the sentence adds its row to a layer
 * of hidden cells; what is positive there is weighed for each category.  The
 * result is how much the sentence states it as a weakness of the writer.  The
 * weights come from training on sentences of our own writing (train/) and are
 * part of the program.
 */
#ifndef JSCAN_FACTS_NOTE_MODEL_H
#define JSCAN_FACTS_NOTE_MODEL_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "facts/note.h"
#include "facts/note/category.h"
#include "facts/note/sentence.h"
#include "facts/note/target.h"

#define JSCAN_FEATURE_MOST 2048 /* of one sentence; further ones are left out \
				 */
#define JSCAN_MODEL_HIDDEN 64	/* cells */
#define JSCAN_MODEL_ONE	   4096 /* log odds of 1 in scores */
/* Of a score, in the product of a cell and its weight for a category. */
#define JSCAN_MODEL_OUT_PART 16

struct jscan_model_input {
	const struct jscan_sentence *sentence;
	const struct jscan_target *targets;
	size_t target_count;
	const struct jscan_note_context *context;
};

/* What the model sees of a sentence: hashes, unsorted, some of them twice. */
size_t jscan_model_features(uint32_t out[JSCAN_FEATURE_MOST],
			    const struct jscan_model_input *input);

/*
 * The log odds of each category; false, and all 0, when none is likely.  With
 * `is_wanted` they are found even then.
 */
bool jscan_model_score(int32_t out[JSCAN_CATEGORY_KNOWN],
		       const uint32_t *features, size_t count, bool is_wanted);

/* Categories that the rules see only as denied, not real or somebody else's. */
uint32_t jscan_model_doubts(const struct jscan_model_input *input);

/*
 * Which categories the sentence states as a weakness, a bit for each: the best
 * one when it is likely enough, others and doubted ones when they are more so.
 */
uint32_t jscan_model_decide(const int32_t scores[JSCAN_CATEGORY_KNOWN],
			    uint32_t doubts);

#endif
