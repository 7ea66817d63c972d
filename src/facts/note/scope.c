/*
 * Cuts a sentence into clauses, finds the subject of each, and lets triggers
 * reach as far as they do: a negation to the end of its clause, and on into
 * "I don't think that ..."; a regret or resolution over what is coordinated
 * with it; "next time" over the whole sentence; "if" over its consequence.
 *
 * Without a subject the writer is meant: "Rambled again."
 */
#include "facts/note/scope.h"

#include <string.h>

#include "facts/note/hash.h"
#include "facts/note/person.h"
#include "facts/note/trigger.h"
#include "facts/note/word.h"
#include "note_classes.h"

#define SUBJECT_REACH 9 /* words in which a clause must show its subject */

#define IS(token, name) ((token)->mask >> JSCAN_WORD_##name & 1)
#define IS_ANY(token, bits) ((token)->mask & (bits))
#define BIT(name) ((uint64_t)1 << JSCAN_WORD_##name)

#define AUXILIARY                                                             \
	(BIT(BE) | BIT(HAVE) | BIT(DO) | BIT(WILL) | BIT(WOULD) | BIT(SHOULD) | \
	 BIT(COULD) | BIT(CAN) | BIT(MAY) | BIT(MUST))
#define NOMINATIVE (BIT(I) | BIT(HE) | BIT(WE))
/* Words that may begin a clause without a mark before them. */
#define STARTERS                                                              \
	(NOMINATIVE | BIT(BUT) | BIT(IF) | BIT(BECAUSE) | BIT(SUB) |          \
	 BIT(WHO) | BIT(WHEN) | BIT(AND) | BIT(IT) | BIT(YOU))

struct state { /* what holds at the current word */
	struct jscan_sentence *sentence;
	enum jscan_who who;
	enum jscan_mood mood;
	unsigned parity;
	unsigned clause;
	bool has_verb; /* the clause has shown a finite verb */
	bool has_asked; /* the word before the last ones was "ask" */
	bool is_raised; /* the last verb was "think", "say": passes parity on */
};

static const struct jscan_token *get(const struct jscan_sentence *sentence,
				     size_t index)
{
	static const struct jscan_token none;

	return index < sentence->count ? &sentence->tokens[index] : &none;
}

static bool is_finite(const struct jscan_token *token)
{
	return IS_ANY(token, AUXILIARY) ||
	       (token->forms & (JSCAN_FORM_PAST | JSCAN_FORM_THIRD) &&
		!(token->forms & JSCAN_FORM_NOUN));
}

/* A verb, or something that stands before one: "never asked", "really am". */
static bool precedes_verb(const struct jscan_sentence *sentence, size_t index)
{
	for (size_t i = index; i < index + 3 && i < sentence->count; i++) {
		const struct jscan_token *token = get(sentence, i);

		if (is_finite(token) ||
		    (token->forms & JSCAN_FORM_BASE &&
		     !(token->forms & JSCAN_FORM_NOUN)))
			return true;
		if (!IS_ANY(token, BIT(NOT) | BIT(NEG) | BIT(VERY) | BIT(ALWAYS) |
					   BIT(ALMOST) | BIT(AGAIN)) &&
		    token->forms != JSCAN_FORM_QUALITY)
			return false;
	}
	return false;
}

/* A person who is named as a noun. */
static bool is_person(const struct jscan_token *token)
{
	return !IS_ANY(token, BIT(HE) | BIT(HIM) | BIT(HIS)) &&
	       jscan_token_is_person(token);
}

/* False of most words, at which no clause begins. */
static bool may_start_clause(const struct jscan_token *token)
{
	return (token->mark || IS_ANY(token, STARTERS)) &&
	       !(token->flags & JSCAN_TOKEN_IN_RUN);
}

/* Does a clause begin at this word, which may start one? */
static bool starts_clause(const struct state *state, size_t i)
{
	const struct jscan_sentence *sentence = state->sentence;
	const struct jscan_token *token = get(sentence, i);
	const struct jscan_token *next = get(sentence, i + 1);

	if (token->mark && token->mark != ',' && token->mark != ' ')
		return true;
	if (IS_ANY(token, BIT(BUT) | BIT(IF) | BIT(BECAUSE)))
		return true;
	/* "as", "after", "so", "that" want a subject behind them. */
	if (IS(token, SUB))
		return IS_ANY(next, NOMINATIVE | BIT(IT) | BIT(YOU)) ||
		       ((IS_ANY(next, BIT(MY) | BIT(HIS) | BIT(DET) |
					      BIT(GENERIC) | BIT(SOMEONE)) ||
			 is_person(next) ||
			 next->flags & JSCAN_TOKEN_NAME) &&
			(precedes_verb(sentence, i + 2) ||
			 precedes_verb(sentence, i + 3)));
	if (IS_ANY(token, BIT(WHO) | BIT(WHEN)))
		return true;
	if (IS(token, AND))
		return is_finite(next) || IS_ANY(next, NOMINATIVE) ||
		       IS_ANY(next, BIT(NOT) | BIT(NEG)) ||
		       ((IS_ANY(next, BIT(IT) | BIT(YOU) | BIT(MY) | BIT(HIS) |
					      BIT(DET)) ||
			 (next->flags & JSCAN_TOKEN_CAPITAL) ||
			 is_person(next)) &&
			(precedes_verb(sentence, i + 2) ||
			 precedes_verb(sentence, i + 3)));
	if (token->mark == ',')
		return IS_ANY(token, NOMINATIVE | BIT(NEG) | BIT(IT) |
					     BIT(YOU) | BIT(MY) | BIT(HIS)) ||
		       is_finite(token) || precedes_verb(sentence, i + 1);
	if (IS_ANY(token, NOMINATIVE))
		return state->has_verb && !IS(get(sentence, i - 1), PREP);
	if (IS_ANY(token, BIT(IT) | BIT(YOU)))
		return state->has_verb && precedes_verb(sentence, i + 1) &&
		       !IS(get(sentence, i - 1), PREP);
	return false;
}

/* Whose a noun phrase is that begins with a possessive. */
static enum jscan_who find_owner(const struct jscan_sentence *sentence,
				 size_t i, enum jscan_who owner)
{
	for (size_t k = i + 1; k < i + 4 && k < sentence->count; k++) {
		if (is_person(get(sentence, k)))
			return JSCAN_WHO_OTHER;
		if (is_finite(get(sentence, k)))
			break;
	}
	return owner;
}

/*
 * The subject of the clause that begins at `start`; `inherited` when it shows
 * a verb first.
 */
static enum jscan_who find_subject(const struct jscan_sentence *sentence,
				   size_t start, enum jscan_who inherited)
{
	bool is_after_preposition = false, has_noun = false;

	for (size_t i = start; i < start + SUBJECT_REACH && i < sentence->count;
	     i++) {
		const struct jscan_token *token = get(sentence, i);

		if (i > start && token->mark && token->mark != ',' && has_noun)
			break;
		/* "thank you" does not speak to anybody. */
		if (token->flags & JSCAN_TOKEN_IN_RUN && IS(token, YOU)) {
			has_noun = true;
			continue;
		}
		if (IS(token, I))
			return JSCAN_WHO_SELF;
		if (IS(token, WE))
			return JSCAN_WHO_WE;
		if (IS(token, HE) && !is_after_preposition)
			return JSCAN_WHO_OTHER;
		if (is_after_preposition) {
			is_after_preposition =
				IS_ANY(token, BIT(DET) | BIT(MY) | BIT(HIS) |
						      BIT(YOUR) | BIT(OUR)) ||
				token->forms == JSCAN_FORM_QUALITY;
			continue;
		}
		if (IS(token, NOBODY) && !IS(token, NEG))
			return JSCAN_WHO_OTHER;
		if (IS(token, YOU))
			return JSCAN_WHO_YOU;
		if (IS(token, CANDIDATE) && !has_noun)
			return JSCAN_WHO_CANDIDATE;
		if (IS_ANY(token, BIT(GENERIC) | BIT(SOMEONE)) && !has_noun)
			return JSCAN_WHO_GENERIC;
		if (IS(token, MY))
			return find_owner(sentence, i, JSCAN_WHO_SELF);
		if (IS(token, YOUR))
			return find_owner(sentence, i, JSCAN_WHO_YOU);
		if (IS(token, HIS) && !has_noun)
			return JSCAN_WHO_OTHER;
		if (is_person(token) || token->flags & JSCAN_TOKEN_NAME)
			return JSCAN_WHO_OTHER;
		if (IS(token, IT) && precedes_verb(sentence, i + 1))
			return JSCAN_WHO_THING;
		if (is_finite(token) ||
		    (token->forms & JSCAN_FORM_BASE &&
		     !(token->forms & JSCAN_FORM_NOUN)))
			return has_noun ? JSCAN_WHO_THING : inherited;
		if (IS(token, PREP) && !has_noun)
			is_after_preposition = true;
		else if (token->forms & JSCAN_FORM_NOUN ||
			 IS(token, DET) || IS(token, NEG) ||
			 token->set == 0)
			has_noun = true;
	}
	return has_noun ? JSCAN_WHO_THING : inherited;
}

bool jscan_scope_begins_with_name(const struct jscan_sentence *sentence,
				  const struct jscan_texts *names)
{
	const struct jscan_token *first = &sentence->tokens[0];

	if (!(first->flags & JSCAN_TOKEN_CAPITAL))
		return false;
	for (size_t i = 0; names && i < names->count; i++) {
		if (jscan_hash_text(names->items[i], strlen(names->items[i])) ==
		    first->hash)
			return true;
	}
	return false;
}

/* A capital where none is due, on a word that is not known, is a name. */
static void find_names(struct jscan_sentence *sentence,
		       const struct jscan_texts *names)
{
	for (size_t i = 0; i < sentence->count; i++) {
		struct jscan_token *token = &sentence->tokens[i];

		if (!(token->flags & JSCAN_TOKEN_CAPITAL) || token->set != 0)
			continue;
		if (i > 0 || jscan_scope_begins_with_name(sentence, names) ||
		    (token->forms == 0 && precedes_verb(sentence, i + 1)))
			token->flags |= JSCAN_TOKEN_NAME;
	}
}

/* "Next time", anywhere, is said of the whole sentence. */
static bool has_resolution(const struct jscan_sentence *sentence)
{
	if (!(sentence->mask & BIT(NEXTTIME)))
		return false;
	for (size_t i = 0; i < sentence->count; i++) {
		const struct jscan_token *token = &sentence->tokens[i];

		if (token->run_len && IS(token, NEXTTIME))
			return true;
	}
	return false;
}

/* A bare verb first, that can be no past: "Ask", "Always send". */
static bool is_imperative(const struct jscan_sentence *sentence)
{
	size_t i = 0;

	while (i < sentence->count &&
	       (IS_ANY(get(sentence, i), BIT(ALWAYS) | BIT(NEG)) ||
		(IS(get(sentence, i), DO) && IS(get(sentence, i + 1), NOT)) ||
		IS(get(sentence, i), NOT)))
		i++;
	return get(sentence, i)->forms & JSCAN_FORM_BASE &&
	       !(get(sentence, i)->forms &
		 (JSCAN_FORM_PAST | JSCAN_FORM_NOUN | JSCAN_FORM_QUALITY)) &&
	       !IS_ANY(get(sentence, i), AUXILIARY & ~BIT(BE));
}

static void begin_clause(struct state *state, size_t i)
{
	struct jscan_sentence *sentence = state->sentence;
	struct jscan_token *token = &sentence->tokens[i];
	bool is_coordinated = IS_ANY(token, BIT(AND) | BIT(OR)) != 0;
	bool is_complement = state->is_raised && !token->mark &&
			     !IS_ANY(token, BIT(BUT) | BIT(AND));

	if (i > 0)
		sentence->tokens[i - 1].flags |= JSCAN_TOKEN_END;
	token->flags |= JSCAN_TOKEN_START;
	state->clause += i > 0;
	state->who = find_subject(sentence, i, state->who);
	if (!is_complement && !IS(token, OR))
		state->parity = 0;
	if (is_coordinated || is_complement) {
		/* keeps its mood */
	} else if (state->mood == JSCAN_MOOD_REGRET ||
		   state->mood == JSCAN_MOOD_PAST ||
		   (state->mood == JSCAN_MOOD_UNREAL &&
		    IS_ANY(token, BIT(BUT) | BIT(SUB)))) {
		state->mood = JSCAN_MOOD_REAL;
	}
	/* A regret keeps its denial over what it is joined with. */
	if (is_coordinated && state->mood == JSCAN_MOOD_REGRET)
		state->parity = 1;
	state->has_verb = false;
	state->is_raised = false;
}

/* Returns whether the parity was turned. */
static bool follow_trigger(struct state *state, enum jscan_trigger trigger)
{
	unsigned before = state->parity;

	switch (trigger) {
	case JSCAN_TRIGGER_NEGATION:
	case JSCAN_TRIGGER_FLIP:
		state->parity ^= 1;
		break;
	case JSCAN_TRIGGER_REGRET:
		state->parity ^= 1;
		state->mood = JSCAN_MOOD_REGRET;
		break;
	case JSCAN_TRIGGER_RESOLVE:
		if (state->mood != JSCAN_MOOD_RESOLVE)
			state->parity ^= 1;
		state->mood = JSCAN_MOOD_RESOLVE;
		break;
	case JSCAN_TRIGGER_UNREAL:
	case JSCAN_TRIGGER_FEAR:
		if (state->mood == JSCAN_MOOD_REAL)
			state->mood = JSCAN_MOOD_UNREAL;
		break;
	case JSCAN_TRIGGER_PAST:
		state->mood = JSCAN_MOOD_PAST;
		break;
	case JSCAN_TRIGGER_NONE:
	case JSCAN_TRIGGER_PSEUDO:
		break;
	}
	return state->parity != before;
}

/*
 * "If I had asked, ..." is a regret, "if I ramble, ..." is not: the first has
 * the writer, had and a participle.
 */
static bool is_counterfactual(const struct jscan_sentence *sentence, size_t i)
{
	const struct jscan_token *had = get(sentence, i + 2);

	if (sentence->tokens[i].run_len == 2) /* "had I" */
		had = get(sentence, i);
	else if (!IS(get(sentence, i + 1), I))
		return false;
	return IS(had, HAVE) || IS(had, WOULD);
}

/* "ask if" is whether. */
static enum jscan_trigger read_if(const struct state *state, size_t i)
{
	if (i > 0 && state->has_asked)
		return JSCAN_TRIGGER_PSEUDO;
	return is_counterfactual(state->sentence, i) ? JSCAN_TRIGGER_REGRET
						     : JSCAN_TRIGGER_UNREAL;
}

/* Says of a word what holds at it. */
static void set_scope(struct jscan_token *token, const struct state *state,
		      bool is_resolved)
{
	unsigned turn = is_resolved && state->mood == JSCAN_MOOD_RESOLVE;

	token->who = (uint8_t)state->who;
	token->parity = (uint8_t)(state->parity ^ turn);
	token->mood = (uint8_t)state->mood;
	token->clause = (uint8_t)state->clause;
}

/* What the words behind this one have to know of it. */
static void remember(struct state *state, const struct jscan_token *token)
{
	bool asks = IS(token, THINK) || jscan_token_is(token, JSCAN_WORD_ASK);

	state->has_verb |= is_finite(token);
	if (asks)
		state->has_asked = true;
	else if (!IS_ANY(token, BIT(HIM) | BIT(ME) | BIT(IT)))
		state->has_asked = false;
	if (asks)
		state->is_raised = true;
	else if (!IS_ANY(token, BIT(IT) | BIT(HIM) | BIT(ME) | BIT(YOU)))
		state->is_raised = state->is_raised &&
				   IS_ANY(token, BIT(NOT) | BIT(NEG));
}

void jscan_scope_find(struct jscan_sentence *sentence,
		      const struct jscan_texts *names)
{
	struct state state = {.sentence = sentence, .who = JSCAN_WHO_SELF};
	bool is_resolved = has_resolution(sentence);
	size_t trigger_end = 0, pending_index = 0;
	enum jscan_trigger pending = JSCAN_TRIGGER_NONE;

	find_names(sentence, names);
	if (is_resolved)
		state.mood = JSCAN_MOOD_RESOLVE;
	else if (is_imperative(sentence))
		state.mood = JSCAN_MOOD_ADVICE;
	for (size_t i = 0; i < sentence->count; i++) {
		struct jscan_token *token = &sentence->tokens[i];

		if (i == 0 || (may_start_clause(token) && i >= trigger_end &&
			       starts_clause(&state, i)))
			begin_clause(&state, i);
		if (i >= trigger_end) {
			size_t words = 1;

			if (pending != JSCAN_TRIGGER_NONE &&
			    follow_trigger(&state, pending))
				sentence->tokens[pending_index].turns = 1;
			/* It reaches what comes behind it, not itself. */
			pending = JSCAN_TRIGGER_NONE;
			if (jscan_trigger_may_begin(token)) {
				pending = jscan_trigger_find(sentence, i,
							     &words);
				pending_index = i;
			}
			if (pending == JSCAN_TRIGGER_UNREAL && IS(token, IF))
				pending = read_if(&state, i);
			trigger_end = i + words;
		}
		set_scope(token, &state, is_resolved);
		remember(&state, token);
	}
	if (sentence->count > 0)
		sentence->tokens[sentence->count - 1].flags |= JSCAN_TOKEN_END;
}

const char *jscan_who_name(enum jscan_who who)
{
	static const char *const names[] = {"the writer", "somebody else",
					    "you",	  "we",
					    "a thing",	  "anybody",
					    "the candidate"};

	return names[who];
}

const char *jscan_mood_name(enum jscan_mood mood)
{
	static const char *const names[] = {"said as it was", "regretted",
					    "resolved",	      "not real",
					    "of old days",    "advice"};

	return names[mood];
}
