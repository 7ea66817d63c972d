/*
 * The statistical part: linear models over the words of a sentence and what the
 * rules made of them.  One says for each category how much the sentence is
 * about it as a weakness, by its words; another says, by the frame of the
 * sentence alone, whether it finds fault with the writer at all.  The weights
 * come from training on sentences of our own writing (train/) and are part of
 * the program.
 */
#ifndef JSCAN_FACTS_NOTE_MODEL_H
#define JSCAN_FACTS_NOTE_MODEL_H

#include <stddef.h>
#include <stdint.h>

#include "facts/note.h"
#include "facts/note/category.h"
#include "facts/note/sentence.h"
#include "facts/note/target.h"

#define JSCAN_FEATURE_MOST 2048 /* of one sentence; further ones are left out */
#define JSCAN_MODEL_ONE	   4096 /* a margin of 1 in scores */
#define JSCAN_MODEL_STANCE JSCAN_CATEGORY_KNOWN /* the column of the stance */

struct jscan_model_input {
	const struct jscan_sentence *sentence;
	const struct jscan_target *targets;
	size_t target_count;
	const struct jscan_note_context *context;
};

/*
 * What the models see of a sentence: hashes, unsorted, some of them twice.
 * Those of the topic and those of the stance have no hash in common.
 */
size_t jscan_model_topic(uint32_t out[JSCAN_FEATURE_MOST],
			 const struct jscan_model_input *input);
size_t jscan_model_stance(uint32_t out[JSCAN_FEATURE_MOST],
			  const struct jscan_model_input *input);

/* The margin of each category. */
void jscan_model_score_topic(int32_t out[JSCAN_CATEGORY_KNOWN],
			     const uint32_t *features, size_t count);
int32_t jscan_model_score_stance(const uint32_t *features, size_t count);

/*
 * Which categories the sentence states as a weakness, a bit for each: the best
 * one when its margin and the stance are enough, others when theirs is high.
 */
uint32_t jscan_model_decide(const int32_t scores[JSCAN_CATEGORY_KNOWN],
			    int32_t stance);

#endif
