/*
 * What the models see of a sentence.
 *
 * Topic: every word gives its lemma and its classes, alone and together with
 * how it stands in the sentence (the writer's or not, denied, real); pairs of
 * classes and neighbours stand for what the rules have no pattern for; targets
 * bring in the rules.  Stance: the same for the words of the frame and for
 * words that judge, without those that say what it is about.
 */
#include <string.h>

#include "facts/note/behaviour.h"
#include "facts/note/hash.h"
#include "facts/note/model.h"
#include "facts/note/word.h"
#include "note_classes.h"

#define FRAME_CLASSES JSCAN_WORD_INTERVIEWER /* the first of words.txt */
#define PAIR_REACH    7
#define CLASS_MOST    10 /* of one word */
#define STANDINGS     7

enum feature {
	FEATURE_LEMMA = 1,
	FEATURE_LEMMA_STANDING,
	FEATURE_CLASS,
	FEATURE_CLASS_STANDING,
	FEATURE_NEIGHBOURS,
	FEATURE_PAIR,
	FEATURE_CLASS_LEMMA,
	FEATURE_SENTENCE,
	FEATURE_TARGET,
	FEATURE_BEHAVIOUR,
	/* Of the stance. */
	FEATURE_SETTING,
	FEATURE_LENGTH,
	FEATURE_FIRST_FORMS,
	FEATURE_VERDICTS,
	FEATURE_JUDGING,
	FEATURE_JUDGING_STANDING,
	FEATURE_FRAME_WORD,
	FEATURE_FRAME_PAIR,
	FEATURE_FRAME_GAP,
	FEATURE_CLAUSES,
	FEATURE_CLAUSE,
	FEATURE_FIRST_CLASS
};

struct features {
	uint32_t *out;
	size_t count;
};

struct word_classes {
	uint16_t classes[CLASS_MOST];
	unsigned count;
	unsigned standing;
};

static void add(struct features *features, enum feature kind, uint32_t a,
		uint32_t b)
{
	uint32_t hash = jscan_hash_mix(jscan_hash_mix(kind, a), b);

	if (features->count < JSCAN_FEATURE_MOST)
		features->out[features->count++] = hash ? hash : 1;
}

/* How a word stands: whose, denied, real. */
static unsigned get_standing(const struct jscan_token *token,
			     enum jscan_section section)
{
	bool is_feedback = section == JSCAN_SECTION_FEEDBACK;
	unsigned whose = 0;

	if (is_feedback && (token->mood == JSCAN_MOOD_REGRET ||
			    token->mood == JSCAN_MOOD_ADVICE))
		return token->parity ^ (token->mood == JSCAN_MOOD_ADVICE);
	if (token->mood >= JSCAN_MOOD_UNREAL)
		return STANDINGS - 1;
	switch ((enum jscan_who)token->who) {
	case JSCAN_WHO_SELF:
	case JSCAN_WHO_THING:
		break;
	case JSCAN_WHO_WE:
		whose = is_feedback ? 2 : 1;
		break;
	case JSCAN_WHO_CANDIDATE:
	case JSCAN_WHO_YOU:
		whose = is_feedback ? 0 : 2;
		break;
	case JSCAN_WHO_OTHER:
		whose = is_feedback && token->flags & JSCAN_TOKEN_QUOTED ? 1
									 : 2;
		break;
	case JSCAN_WHO_GENERIC:
		whose = 2;
		break;
	}
	return whose * 2 + token->parity;
}

static void add_class(struct word_classes *word, unsigned word_class)
{
	if (word->count < CLASS_MOST)
		word->classes[word->count++] = (uint16_t)word_class;
}

static void read_word(struct word_classes *word,
		      const struct jscan_token *token,
		      enum jscan_section section)
{
	word->count = 0;
	word->standing = get_standing(token, section);
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

static void add_word(struct features *features, const struct word_classes *word,
		     const struct jscan_token *token)
{
	add(features, FEATURE_LEMMA, token->lemma, 0);
	add(features, FEATURE_LEMMA_STANDING, token->lemma, word->standing);
	for (unsigned i = 0; i < word->count; i++) {
		add(features, FEATURE_CLASS, word->classes[i], 0);
		add(features, FEATURE_CLASS_STANDING, word->classes[i],
		    word->standing);
	}
}

/* Two words with their classes, in their order, near each other. */
static void add_pairs(struct features *features, const struct word_classes *a,
		      const struct word_classes *b)
{
	for (unsigned i = 0; i < a->count; i++) {
		if (a->classes[i] < FRAME_CLASSES)
			continue;
		for (unsigned k = 0; k < b->count; k++) {
			if (b->classes[k] >= FRAME_CLASSES)
				add(features, FEATURE_PAIR,
				    a->classes[i] * 1024u + b->classes[k],
				    b->standing);
		}
	}
}

static void add_neighbours(struct features *features,
			   const struct word_classes *words,
			   const struct jscan_token *tokens, size_t i)
{
	add(features, FEATURE_NEIGHBOURS, i ? tokens[i - 1].lemma : 0,
	    tokens[i].lemma);
	if (i == 0)
		return;
	for (unsigned k = 0; k < words[0].count; k++)
		add(features, FEATURE_CLASS_LEMMA, tokens[i].lemma,
		    words[0].classes[k]);
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

size_t jscan_model_topic(uint32_t out[JSCAN_FEATURE_MOST],
			 const struct jscan_model_input *input)
{
	const struct jscan_sentence *sentence = input->sentence;
	struct features features = {out, 0};
	struct word_classes words[PAIR_REACH]; /* the last ones, newest first */

	if (sentence->count == 0)
		return 0;
	add_sentence(&features, input);
	add_targets(&features, input);
	for (size_t i = 0; i < sentence->count; i++) {
		struct word_classes word;

		read_word(&word, &sentence->tokens[i],
			  input->context->section);
		add_word(&features, &word, &sentence->tokens[i]);
		add_neighbours(&features, words, sentence->tokens, i);
		for (size_t k = 0; k < PAIR_REACH && k < i; k++)
			add_pairs(&features, &words[k], &word);
		memmove(&words[1], &words[0],
			sizeof(words) - sizeof(words[0]));
		words[0] = word;
	}
	return features.count;
}

/* Classes whose words judge, whatever it is about. */
static bool is_judging(unsigned word_class)
{
	switch (word_class) {
	case JSCAN_WORD_GOOD:
	case JSCAN_WORD_BADLY:
	case JSCAN_WORD_SELFCRIT:
	case JSCAN_WORD_FAIL:
	case JSCAN_WORD_SUCCEED:
	case JSCAN_WORD_PRAISE:
	case JSCAN_WORD_FINDING:
	case JSCAN_WORD_ENOUGH:
	case JSCAN_WORD_UNFINISHED:
	case JSCAN_WORD_WRONG:
	case JSCAN_WORD_WEAK:
	case JSCAN_WORD_HEDGE:
	case JSCAN_WORD_UNTRUE:
	case JSCAN_WORD_MISTAKE:
	case JSCAN_WORD_KIN:
	case JSCAN_WORD_INTERVIEWER:
	case JSCAN_WORD_TIMEUNIT:
	case JSCAN_WORD_INTERVIEW:
	case JSCAN_WORD_LASTLY:
	case JSCAN_WORD_MUCH:
	case JSCAN_WORD_ANYTHING:
	case JSCAN_WORD_SOUND:
	case JSCAN_WORD_CALM:
	case JSCAN_WORD_IMPRESSION:
		return true;
	default:
		return word_class < FRAME_CLASSES;
	}
}

static void add_setting(struct features *features,
			const struct jscan_model_input *input)
{
	const struct jscan_sentence *sentence = input->sentence;
	const struct jscan_token *first = &sentence->tokens[0];
	enum jscan_section section = input->context->section;
	unsigned counts[4] = {0};

	add(features, FEATURE_SETTING, section, first->who);
	add(features, FEATURE_SETTING, section,
	    8u + (first->flags & JSCAN_TOKEN_QUOTED));
	add(features, FEATURE_LENGTH, sentence->is_question,
	    get_length(sentence));
	add(features, FEATURE_FIRST_FORMS, first->forms, section);
	for (size_t i = 0; i < input->target_count; i++)
		counts[input->targets[i].verdict]++;
	for (unsigned i = 0; i < 4; i++)
		add(features, FEATURE_VERDICTS, i, counts[i] > 2 ? 2 : counts[i]);
	add(features, FEATURE_VERDICTS,
	    8u + (counts[0] > 0) + 2u * (counts[1] > 0) + 4u * (counts[2] > 0),
	    section);
}

static void add_frame_word(struct features *features,
			   const struct jscan_token *tokens, size_t i,
			   enum jscan_section section)
{
	struct word_classes word;

	read_word(&word, &tokens[i], section);
	for (unsigned k = 0; k < word.count; k++) {
		if (!is_judging(word.classes[k]))
			continue;
		add(features, FEATURE_JUDGING, word.classes[k], 0);
		add(features, FEATURE_JUDGING_STANDING, word.classes[k],
		    word.standing);
		if (i == 0)
			add(features, FEATURE_FIRST_CLASS, word.classes[k], 0);
	}
	if (!tokens[i].mask)
		return;
	add(features, FEATURE_FRAME_WORD, tokens[i].lemma, 0);
	if (i > 0 && tokens[i - 1].mask)
		add(features, FEATURE_FRAME_PAIR, tokens[i].lemma,
		    tokens[i - 1].lemma);
	if (i > 1 && tokens[i - 2].mask)
		add(features, FEATURE_FRAME_GAP, tokens[i].lemma,
		    tokens[i - 2].lemma);
}

size_t jscan_model_stance(uint32_t out[JSCAN_FEATURE_MOST],
			  const struct jscan_model_input *input)
{
	const struct jscan_sentence *sentence = input->sentence;
	enum jscan_section section = input->context->section;
	struct features features = {out, 0};
	unsigned clause = UINT8_MAX, before = 99, clauses = 0;

	if (sentence->count == 0)
		return 0;
	add_setting(&features, input);
	for (size_t i = 0; i < sentence->count; i++) {
		const struct jscan_token *token = &sentence->tokens[i];
		unsigned now;

		add_frame_word(&features, sentence->tokens, i, section);
		if (token->clause == clause)
			continue;
		clause = token->clause;
		now = token->who * 16u + get_standing(token, section);
		add(&features, FEATURE_CLAUSES, now, before);
		add(&features, FEATURE_CLAUSE, now, clauses++ > 0);
		before = now;
	}
	return features.count;
}
