/*
 * Matches the patterns of behaviours against the words of a sentence.
 *
 * Words that carry no meaning of their own (articles, possessives, "very") may
 * stand between any two elements.  A short gap ends with the clause, a long one
 * may go on into the next.  Each attempt has a budget, so that the work is
 * linear in the words whatever the patterns.
 */
#include "facts/note/target.h"

#include <stdbool.h>

#include "facts/note/behaviour.h"
#include "facts/note/word.h"
#include "note_classes.h"

#define BUDGET	    120 /* words looked at for one behaviour at one place */
#define CLEAR_WORDS 3	/* of no meaning between two elements */
#define GAP_LONG    9

#define BIT(name) ((uint64_t)1 << JSCAN_WORD_##name)
#define CLEAR                                                                 \
	(BIT(DET) | BIT(MY) | BIT(YOUR) | BIT(HIS) | BIT(OUR) | BIT(VERY) |   \
	 BIT(AGAIN))

struct matcher {
	const struct jscan_sentence *sentence;
	const struct jscan_behaviour *behaviour;
	struct jscan_target target;
	unsigned budget;
};

static bool fits_part(const struct jscan_token *token,
		      const struct jscan_part *part)
{
	switch (part->kind) {
	case JSCAN_PART_CLASS:
		return jscan_token_is(token, part->value);
	case JSCAN_PART_LEMMA:
		return token->lemma == part->value;
	case JSCAN_PART_NUMBER:
		return token->flags & JSCAN_TOKEN_NUMBER ||
		       jscan_token_is(token, JSCAN_WORD_COUNT);
	case JSCAN_PART_PERSON:
		return jscan_token_is_person(token);
	default:
		return true;
	}
}

static bool fits(const struct jscan_token *token,
		 const struct jscan_element *element)
{
	if (element->flags & JSCAN_ELEMENT_START &&
	    !(token->flags & JSCAN_TOKEN_START))
		return false;
	if (element->flags & JSCAN_ELEMENT_END &&
	    !(token->flags & JSCAN_TOKEN_END))
		return false;
	for (unsigned i = 0; i < element->part_count; i++) {
		if (fits_part(token, jscan_behaviour_part(
					     element->first_part + i)))
			return true;
	}
	return false;
}

/* Words that the element takes at this place: a run when its class fits. */
static size_t get_width(const struct jscan_token *token,
			const struct jscan_element *element)
{
	for (unsigned i = 0; token->run_len && i < element->part_count; i++) {
		const struct jscan_part *part =
			jscan_behaviour_part(element->first_part + i);

		if (part->kind == JSCAN_PART_CLASS &&
		    jscan_word_set_has(token->run_set, part->value))
			return token->run_len;
	}
	return 1;
}

static bool match(struct matcher *matcher, unsigned index, size_t pos);

/* Takes element `index` at word `pos` and goes on behind it. */
static bool take(struct matcher *matcher, unsigned index, size_t pos)
{
	const struct jscan_element *element = jscan_behaviour_element(
		matcher->behaviour->first_element + index);
	const struct jscan_token *token = &matcher->sentence->tokens[pos];

	if (!fits(token, element))
		return false;
	if (!match(matcher, index + 1, pos + get_width(token, element)))
		return false;
	if (element->flags & JSCAN_ELEMENT_HEAD)
		matcher->target.head = (uint8_t)pos;
	if (matcher->target.last < pos)
		matcher->target.last = (uint8_t)pos;
	if (matcher->target.word_count < JSCAN_TARGET_WORDS)
		matcher->target.words[matcher->target.word_count++] =
			(uint8_t)pos;
	return true;
}

static bool match(struct matcher *matcher, unsigned index, size_t pos)
{
	const struct jscan_sentence *sentence = matcher->sentence;
	const struct jscan_element *element;
	unsigned gap, clear = 0;

	if (index == matcher->behaviour->element_count)
		return true;
	element = jscan_behaviour_element(matcher->behaviour->first_element +
					  index);
	gap = element->gap;
	for (size_t i = pos; i < sentence->count && matcher->budget > 0; i++) {
		const struct jscan_token *token = &sentence->tokens[i];

		matcher->budget--;
		if (token->flags & JSCAN_TOKEN_START && i > 0 &&
		    element->gap < GAP_LONG)
			break;
		if (element->flags & JSCAN_ELEMENT_ABSENT) {
			if (fits(token, element))
				return false;
		} else if (take(matcher, index, i)) {
			return true;
		}
		if (token->mask & CLEAR && clear < CLEAR_WORDS)
			clear++;
		else if (gap > 0)
			gap--;
		else
			break;
	}
	return element->flags & (JSCAN_ELEMENT_OPTIONAL | JSCAN_ELEMENT_ABSENT)
		       ? match(matcher, index + 1, pos)
		       : false;
}

struct finder {
	struct jscan_target *out;
	size_t count;
	const struct jscan_sentence *sentence;
	size_t pos;
};

static void try_list(struct finder *finder, const uint16_t *list)
{
	for (; *list != UINT16_MAX && finder->count < JSCAN_TARGET_MOST;
	     list++) {
		struct matcher matcher = {
			.sentence = finder->sentence,
			.behaviour = jscan_behaviour_get(*list),
			.target = {.behaviour = *list,
				   .first = (uint8_t)finder->pos,
				   .head = (uint8_t)finder->pos},
			.budget = BUDGET};

		if (take(&matcher, 0, finder->pos))
			finder->out[finder->count++] = matcher.target;
	}
}

size_t jscan_target_find(struct jscan_target out[JSCAN_TARGET_MOST],
			 const struct jscan_sentence *sentence)
{
	struct finder finder = {out, 0, sentence, 0};

	for (size_t i = 0; i < sentence->count; i++) {
		const struct jscan_token *token = &sentence->tokens[i];

		finder.pos = i;
		for (const uint16_t *c = jscan_word_classes(token->set); *c; c++)
			try_list(&finder, jscan_behaviour_by_class(*c));
		if (token->run_len) {
			const uint16_t *c = jscan_word_classes(token->run_set);

			for (; *c; c++) {
				if (!jscan_word_set_has(token->set, *c))
					try_list(&finder,
						 jscan_behaviour_by_class(*c));
			}
		}
		if (token->flags & JSCAN_TOKEN_NUMBER)
			try_list(&finder,
				 jscan_behaviour_by_class(JSCAN_WORD_COUNT));
		if (jscan_token_is_person(token) &&
		    !jscan_token_is(token, JSCAN_WORD_HE))
			try_list(&finder,
				 jscan_behaviour_by_class(JSCAN_WORD_HE));
		try_list(&finder, jscan_behaviour_by_lemma(token->lemma));
	}
	return finder.count;
}
