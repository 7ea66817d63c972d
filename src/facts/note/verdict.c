/*
 * Valence times parity: a fault that holds and a duty that is denied are
 * weaknesses, a fault denied and a duty that holds are strengths, when they are
 * the writer's and real.
 */
#include "facts/note/verdict.h"

#include "facts/note/behaviour.h"
#include "facts/note/possible.h"
#include "facts/note/word.h"
#include "note_classes.h"

#define IS(token, name) ((token)->mask >> JSCAN_WORD_##name & 1)

/* In feedback "you" is the writer, and so is the one they speak of in quotes.
 */
static bool is_writer(const struct jscan_token *token,
		      const struct jscan_note_context *context)
{
	if (IS(token, I) || IS(token, ME) || IS(token, MY))
		return true;
	if (context->section == JSCAN_SECTION_FEEDBACK &&
	    (IS(token, YOU) || IS(token, YOUR)))
		return true;
	/* "We would have liked to hear more" wants it of the writer. */
	if (context->section == JSCAN_SECTION_FEEDBACK &&
	    token->mood == JSCAN_MOOD_REGRET)
		return true;
	switch ((enum jscan_who)token->who) {
	case JSCAN_WHO_SELF:
	case JSCAN_WHO_THING:
		return true;
	case JSCAN_WHO_YOU:
		return context->section == JSCAN_SECTION_FEEDBACK ||
		       token->flags & JSCAN_TOKEN_QUOTED;
	case JSCAN_WHO_CANDIDATE:
		return context->section == JSCAN_SECTION_FEEDBACK;
	case JSCAN_WHO_OTHER:
	case JSCAN_WHO_WE:
	case JSCAN_WHO_GENERIC:
		return context->section == JSCAN_SECTION_FEEDBACK &&
		       token->who == JSCAN_WHO_OTHER &&
		       token->flags & JSCAN_TOKEN_QUOTED;
	}
	return false;
}

/* What the user's own phrases say is a fault. */
static enum jscan_valence get_valence(const struct jscan_target *target)
{
	if (target->behaviour == JSCAN_TARGET_OWN)
		return JSCAN_FAULT;
	return jscan_behaviour_get(target->behaviour)->valence;
}

/*
 * Triggers that belong to the pattern itself turn nothing.  Advice in feedback
 * says what was not done.
 */
static unsigned get_parity(const struct jscan_sentence *sentence,
			   const struct jscan_target *target,
			   const struct jscan_token *last,
			   const struct jscan_note_context *context)
{
	unsigned parity = last->parity;

	if (last->mood == JSCAN_MOOD_ADVICE &&
	    context->section == JSCAN_SECTION_FEEDBACK)
		parity ^= 1;
	for (unsigned i = 0; i < target->word_count; i++) {
		const struct jscan_token *token =
			&sentence->tokens[target->words[i]];
		unsigned words = token->run_len ? token->run_len : 1;

		for (; words > 0; words--, token++) {
			if (token < last && token->clause == last->clause)
				parity ^= token->turns;
		}
	}
	return parity;
}

/* The last word of the pattern in the clause of its head. */
static const struct jscan_token *
find_last(const struct jscan_sentence *sentence,
	  const struct jscan_target *target)
{
	size_t last = target->head;

	for (unsigned i = 0; i < target->word_count; i++) {
		size_t word = target->words[i];

		if (word > last &&
		    sentence->tokens[word].clause ==
			    sentence->tokens[target->head].clause)
			last = word;
	}
	return &sentence->tokens[last];
}

/* Of the time to come: "that I will hear by Friday". */
static bool is_to_come(const struct jscan_sentence *sentence,
		       const struct jscan_target *target)
{
	for (size_t i = 1; i <= 2 && i <= target->head; i++) {
		if (jscan_token_is(&sentence->tokens[target->head - i],
				   JSCAN_WORD_WILL))
			return true;
	}
	return false;
}

static enum jscan_verdict weigh(const struct jscan_sentence *sentence,
				const struct jscan_target *target,
				const struct jscan_note_context *context,
				const char **why)
{
	enum jscan_valence valence = get_valence(target);
	const struct jscan_token *head = &sentence->tokens[target->head];
	const struct jscan_token *last = find_last(sentence, target);
	bool is_tell = valence == JSCAN_TELL || valence == JSCAN_MISS;
	bool is_bad = (valence == JSCAN_DUTY || valence == JSCAN_MISS) ==
		      (get_parity(sentence, target, last, context) != 0);

	if (is_tell &&
	    (head->who == JSCAN_WHO_SELF || head->who == JSCAN_WHO_GENERIC)) {
		*why = "is not what others do";
		return JSCAN_VERDICT_NONE;
	}
	if (!is_tell && !is_writer(head, context)) {
		*why = "is not the writer's";
		return head->who == JSCAN_WHO_WE ? JSCAN_VERDICT_OPEN
						 : JSCAN_VERDICT_NONE;
	}
	if (last->mood == JSCAN_MOOD_UNREAL || last->mood == JSCAN_MOOD_PAST) {
		*why = "is not real, or not of today";
		return JSCAN_VERDICT_NONE;
	}
	if (last->mood == JSCAN_MOOD_ADVICE &&
	    context->section != JSCAN_SECTION_FEEDBACK) {
		*why = "is advice";
		return JSCAN_VERDICT_NONE;
	}
	if (last->mood == JSCAN_MOOD_RESOLVE &&
	    !jscan_verdict_is_assessed(context)) {
		*why = "is a plan";
		return JSCAN_VERDICT_NONE;
	}
	if (sentence->is_question) {
		*why = "is a question";
		return JSCAN_VERDICT_OPEN;
	}
	if (!jscan_possible_is_in(sentence, context)) {
		*why = "has no first person outside an assessment";
		return JSCAN_VERDICT_OPEN;
	}
	if (!is_bad && is_to_come(sentence, target)) {
		*why = "is still to come";
		return JSCAN_VERDICT_NONE;
	}
	*why = is_bad ? "holds" : "is denied";
	return is_bad ? JSCAN_VERDICT_WEAKNESS : JSCAN_VERDICT_STRENGTH;
}

enum jscan_verdict jscan_verdict_find(const struct jscan_sentence *sentence,
				      const struct jscan_target *target,
				      const struct jscan_note_context *context,
				      const char **why)
{
	const char *ignored;

	return weigh(sentence, target, context, why ? why : &ignored);
}

const char *jscan_verdict_name(enum jscan_verdict verdict)
{
	static const char *const names[] = {"nothing", "weakness", "strength",
					    "open"};

	return names[verdict];
}
