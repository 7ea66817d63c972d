/*
 * Finds triggers.  Most are runs of words with a class of their own in
 * grammar.txt; what depends on the words around them is decided here.
 */
#include "facts/note/trigger.h"

#include "facts/note/word.h"
#include "note_classes.h"

#define BIT(name)	((uint64_t)1 << JSCAN_WORD_##name)
#define IS(token, name) ((token)->mask >> JSCAN_WORD_##name & 1)

static const struct jscan_token *get(const struct jscan_sentence *sentence,
				     size_t index)
{
	static const struct jscan_token none;

	return index < sentence->count ? &sentence->tokens[index] : &none;
}

/* A run with a class of the frame; the longest run decides. */
static enum jscan_trigger find_run(const struct jscan_token *token)
{
	static const struct {
		unsigned word_class;
		enum jscan_trigger trigger;
	} known[] = {
		{JSCAN_WORD_PSEUDO, JSCAN_TRIGGER_PSEUDO},
		{JSCAN_WORD_REGRET, JSCAN_TRIGGER_REGRET},
		{JSCAN_WORD_NEXTTIME, JSCAN_TRIGGER_RESOLVE},
		{JSCAN_WORD_RESOLVE, JSCAN_TRIGGER_RESOLVE},
		{JSCAN_WORD_USED, JSCAN_TRIGGER_PAST},
		{JSCAN_WORD_FLIP, JSCAN_TRIGGER_FLIP},
		{JSCAN_WORD_IF, JSCAN_TRIGGER_UNREAL},
		{JSCAN_WORD_FEAR, JSCAN_TRIGGER_FEAR},
		{JSCAN_WORD_NEG, JSCAN_TRIGGER_NEGATION},
	};

	for (size_t i = 0; i < sizeof(known) / sizeof(known[0]); i++) {
		if (!jscan_word_set_has(token->run_set, known[i].word_class))
			continue;
		/* "had to ask" resolves nothing. */
		if (known[i].trigger == JSCAN_TRIGGER_RESOLVE &&
		    token->forms & JSCAN_FORM_PAST)
			return JSCAN_TRIGGER_PSEUDO;
		return known[i].trigger;
	}
	return JSCAN_TRIGGER_NONE;
}

/* "a few" and "a little" deny nothing. */
static bool is_negation(const struct jscan_sentence *sentence, size_t index)
{
	const struct jscan_token *token = &sentence->tokens[index];

	if (IS(token, NOT) || IS(token, NEGATED) || IS(token, NOBODY))
		return true;
	if (!IS(token, NEG))
		return false;
	return index == 0 || !IS(get(sentence, index - 1), DET) ||
	       !IS(token, SCANT);
}

static enum jscan_trigger find_modal(const struct jscan_sentence *sentence,
				     size_t index)
{
	const struct jscan_token *token = &sentence->tokens[index];
	const struct jscan_token *next = get(sentence, index + 1);

	/* "would not stop" is what was. */
	if (IS(token, WOULD) && IS(next, NOT))
		return JSCAN_TRIGGER_NONE;
	if (IS(next, NOT) || IS(next, NEG) || IS(next, AGAIN))
		next = get(sentence, index + 2);
	if (IS(token, MUST))
		return JSCAN_TRIGGER_RESOLVE;
	if (IS(token, MAY))
		return JSCAN_TRIGGER_UNREAL;
	/* "I'd" before a bare verb is would, else had. */
	if (IS(token, WOULD) && !IS(next, HAVE) &&
	    (next->forms & JSCAN_FORM_BASE) &&
	    !(next->forms & JSCAN_FORM_PARTICIPLE))
		return JSCAN_TRIGGER_UNREAL;
	return JSCAN_TRIGGER_NONE;
}

/* "too shy to ask": the denial comes with "to". */
static bool is_too_to(const struct jscan_sentence *sentence, size_t index)
{
	if (!IS(&sentence->tokens[index], TO))
		return false;
	for (size_t back = 2; back <= 4 && back <= index; back++) {
		if (IS(&sentence->tokens[index - back], TOO))
			return true;
	}
	return false;
}

bool jscan_trigger_may_turn(const struct jscan_sentence *sentence)
{
	const uint64_t bits = BIT(NOT) | BIT(NEGATED) | BIT(NOBODY) | BIT(NEG) |
			      BIT(FLIP) | BIT(TOO) | BIT(IF) | BIT(REGRET) |
			      BIT(RESOLVE) | BIT(NEXTTIME) | BIT(MUST);

	return (sentence->mask & bits) != 0;
}

enum jscan_trigger jscan_trigger_find(const struct jscan_sentence *sentence,
				      size_t index, size_t *words)
{
	const struct jscan_token *token = &sentence->tokens[index];

	*words = 1;
	if (!jscan_trigger_may_begin(token))
		return JSCAN_TRIGGER_NONE;
	if (token->run_len) {
		enum jscan_trigger trigger = find_run(token);

		if (trigger != JSCAN_TRIGGER_NONE) {
			*words = token->run_len;
			return trigger;
		}
	}
	if (is_negation(sentence, index))
		return JSCAN_TRIGGER_NEGATION;
	if (IS(token, FLIP) || is_too_to(sentence, index))
		return JSCAN_TRIGGER_FLIP;
	if (IS(token, IF))
		return JSCAN_TRIGGER_UNREAL;
	if (IS(token, FEAR))
		return JSCAN_TRIGGER_FEAR;
	if (IS(token, REGRET))
		return JSCAN_TRIGGER_REGRET;
	return find_modal(sentence, index);
}

const char *jscan_trigger_name(enum jscan_trigger trigger)
{
	static const char *const names[] = {
		"none",	  "pseudo-negation", "negation",     "denial",
		"regret", "resolution",	     "hypothetical", "worry",
		"history"};

	return names[trigger];
}
