/*
 * What the model sees of a sentence: every word by itself, its lemma, that it
 * is denied, its classes, and its neighbour; how the sentence stands in the
 * note; and what the rules make of it, their targets with the verdicts.  The
 * network itself finds out what belongs together, so that pairs at a distance
 * bring nothing.
 */
#include "facts/note/behaviour.h"
#include "facts/note/hash.h"
#include "facts/note/model.h"
#include "facts/note/verdict.h"
#include "facts/note/word.h"
#include "note_classes.h"

#define CLASS_MOST 10 /* of one word */

enum feature {
	FEATURE_LEMMA = 1,
	FEATURE_WORD, /* when it is not its lemma */
	FEATURE_DENIED,
	FEATURE_CLASS,
	FEATURE_NEIGHBOURS,
	FEATURE_CLASS_LEMMA,
	FEATURE_SENTENCE,
	FEATURE_TARGET,
	FEATURE_BEHAVIOUR
};

struct features {
	uint32_t *out;
	size_t count;
};

struct word_classes {
	uint16_t classes[CLASS_MOST];
	unsigned count;
};

static void add(struct features *features, enum feature kind, uint32_t a,
		uint32_t b)
{
	uint32_t hash = jscan_hash_mix(jscan_hash_mix(kind, a), b);

	if (features->count < JSCAN_FEATURE_MOST)
		features->out[features->count++] = hash ? hash : 1;
}

static void add_class(struct word_classes *word, unsigned word_class)
{
	if (word->count < CLASS_MOST)
		word->classes[word->count++] = (uint16_t)word_class;
}

static void read_word(struct word_classes *word,
		      const struct jscan_token *token)
{
	word->count = 0;
	for (const uint16_t *c = jscan_word_classes(token->set); *c; c++)
		add_class(word, *c);
	if (token->run_len) {
		const uint16_t *c = jscan_word_classes(token->run_set);

		for (; *c; c++)
			add_class(word, *c);
	}
	if (token->flags & JSCAN_TOKEN_NUMBER)
		add_class(word, JSCAN_WORD_COUNT);
	if (token->flags & JSCAN_TOKEN_NAME)
		add_class(word, JSCAN_WORD_HE);
}

/* A word, and what comes of its following the one before. */
static void add_word(struct features *features, const struct word_classes *word,
		     const struct word_classes *last,
		     const struct jscan_token *token, uint32_t last_lemma)
{
	add(features, FEATURE_LEMMA, token->lemma, 0);
	if (token->hash != token->lemma)
		add(features, FEATURE_WORD, token->hash, 0);
	if (token->parity)
		add(features, FEATURE_DENIED, token->lemma, 0);
	for (unsigned i = 0; i < word->count; i++)
		add(features, FEATURE_CLASS, word->classes[i], 0);
	add(features, FEATURE_NEIGHBOURS, last_lemma, token->lemma);
	for (unsigned i = 0; i < last->count; i++)
		add(features, FEATURE_CLASS_LEMMA, token->lemma,
		    last->classes[i]);
}

static unsigned get_length(const struct jscan_sentence *sentence)
{
	return sentence->count < 6    ? 0
	       : sentence->count < 12 ? 1
	       : sentence->count < 25 ? 2
				      : 3;
}

static void add_sentence(struct features *features,
			 const struct jscan_model_input *input)
{
	const struct jscan_sentence *sentence = input->sentence;
	const struct jscan_token *first = &sentence->tokens[0];
	enum jscan_section section = input->context->section;

	add(features, FEATURE_SENTENCE, 0, section);
	add(features, FEATURE_SENTENCE, first->who + 1u, section);
	add(features, FEATURE_SENTENCE, 10, get_length(sentence));
	add(features, FEATURE_SENTENCE, 11, sentence->is_question);
	add(features, FEATURE_SENTENCE, 12, first->mood);
	add(features, FEATURE_SENTENCE, 13,
	    sentence->tokens[sentence->count - 1].mood);
	if (first->flags & JSCAN_TOKEN_QUOTED)
		add(features, FEATURE_SENTENCE, 14, section);
}

static void add_targets(struct features *features,
			const struct jscan_model_input *input)
{
	for (size_t i = 0; i < input->target_count; i++) {
		const struct jscan_target *target = &input->targets[i];

		add(features, FEATURE_TARGET,
		    jscan_behaviour_get(target->behaviour)->category,
		    target->verdict);
		add(features, FEATURE_BEHAVIOUR, target->behaviour,
		    target->verdict);
	}
}

size_t jscan_model_features(uint32_t out[JSCAN_FEATURE_MOST],
			    const struct jscan_model_input *input)
{
	const struct jscan_sentence *sentence = input->sentence;
	struct features features = {out, 0};
	struct word_classes words[2]; /* this one and the last one, in turn */
	uint32_t last_lemma = 0;

	if (sentence->count == 0)
		return 0;
	add_sentence(&features, input);
	add_targets(&features, input);
	words[1].count = 0;
	for (size_t i = 0; i < sentence->count; i++) {
		const struct jscan_token *token = &sentence->tokens[i];
		struct word_classes *word = &words[i % 2];

		read_word(word, token);
		add_word(&features, word, &words[(i + 1) % 2], token,
			 last_lemma);
		last_lemma = token->lemma;
	}
	return features.count;
}

uint32_t jscan_model_doubts(const struct jscan_model_input *input)
{
	uint32_t seen = 0, weak = 0;

	for (size_t i = 0; i < input->target_count; i++) {
		const struct jscan_target *target = &input->targets[i];
		uint32_t bit =
			(uint32_t)1
			<< jscan_behaviour_get(target->behaviour)->category;

		if (target->verdict == JSCAN_VERDICT_NONE ||
		    target->verdict == JSCAN_VERDICT_STRENGTH)
			seen |= bit;
		else
			weak |= bit;
	}
	return seen & ~weak;
}
