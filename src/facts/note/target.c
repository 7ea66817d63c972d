/*
 * Matches the patterns of behaviours against the words of a sentence.
 *
 * Words that carry no meaning of their own (articles, possessives, "very") may
 * stand between any two elements.  A short gap ends with the clause, a long one
 * may go on into the next.  Each attempt has a budget, so that the work is
 * linear in the words whatever the patterns.
 */
#include "facts/note/target.h"

#include "facts/note/behaviour.h"
#include "facts/note/person.h"
#include "facts/note/trigger.h"
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
	/* Before jscan_scope_find(): where it decides, all is taken to fit. */
	bool is_early;
	const struct jscan_target_view *view;
	const struct jscan_sentence *sentence;
	const struct jscan_element *elements; /* of the behaviour */
	unsigned element_count;
	struct jscan_target target;
	unsigned budget;
};

/* A name as far as its letters tell; which ones are is found with scopes. */
static bool may_be_name(const struct jscan_token *token)
{
	return token->flags & JSCAN_TOKEN_CAPITAL && token->set == 0;
}

static bool fits_part(const struct jscan_token *token,
		      const struct jscan_part *part, bool is_early)
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
		return jscan_token_is_person(token) ||
		       (is_early && may_be_name(token));
	default:
		return true;
	}
}

static bool has_bit(const struct jscan_filter *filter, unsigned bit)
{
	return filter->bits[bit / 64] >> bit % 64 & 1;
}

/* Where in its clause the element wants it? */
static bool stands_right(const struct jscan_token *token,
			 const struct jscan_element *element)
{
	return (!(element->flags & JSCAN_ELEMENT_START) ||
		token->flags & JSCAN_TOKEN_START) &&
	       (!(element->flags & JSCAN_ELEMENT_END) ||
		token->flags & JSCAN_TOKEN_END);
}

static inline bool fits(const struct jscan_token *token,
			const struct jscan_element *element, bool is_early)
{
	const struct jscan_part *parts =
		&jscan_behaviour_parts[element->first_part];

	if (element->flags & (JSCAN_ELEMENT_START | JSCAN_ELEMENT_END) &&
	    !is_early && !stands_right(token, element))
		return false;
	for (unsigned i = 0; i < element->part_count; i++) {
		if (fits_part(token, &parts[i], is_early))
			return true;
	}
	return false;
}

/* Words that the element takes at this place: a run when its class fits. */
static inline size_t get_width(const struct jscan_token *token,
			const struct jscan_element *element)
{
	for (unsigned i = 0; token->run_len && i < element->part_count; i++) {
		const struct jscan_part *part =
			&jscan_behaviour_parts[element->first_part + i];

		if (part->kind == JSCAN_PART_CLASS &&
		    jscan_word_set_has(token->run_set, part->value))
			return token->run_len;
	}
	return 1;
}

/* NOLINTBEGIN(misc-no-recursion): once for each element of a behaviour. */

static bool match(struct matcher *matcher, unsigned index, size_t pos);

/* Takes element `index`, which fits, at word `pos` and goes on behind it. */
static inline bool take(struct matcher *matcher, unsigned index, size_t pos)
{
	const struct jscan_element *element = &matcher->elements[index];
	const struct jscan_token *token = &matcher->sentence->tokens[pos];

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

	if (index == matcher->element_count)
		return true;
	element = &matcher->elements[index];
	gap = element->gap;
	for (size_t i = pos; i < sentence->count && matcher->budget > 0; i++) {
		const struct jscan_token *token = &sentence->tokens[i];

		matcher->budget--;
		if (token->flags & JSCAN_TOKEN_START && i > 0 &&
		    element->gap < GAP_LONG)
			break;
		if (has_bit(matcher->view->words[i], element->bit) &&
		    fits(token, element, matcher->is_early)) {
			if (element->flags & JSCAN_ELEMENT_ABSENT &&
			    !matcher->is_early)
				return false;
			if (take(matcher, index, i))
				return true;
		}
		if (token->mask & CLEAR && clear < CLEAR_WORDS)
			clear++;
		else if (gap > 0)
			gap--;
		else
			break;
	}
	if (matcher->is_early && matcher->budget == 0)
		return true;
	return element->flags & (JSCAN_ELEMENT_OPTIONAL | JSCAN_ELEMENT_ABSENT)
		       ? match(matcher, index + 1, pos)
		       : false;
}

/* NOLINTEND(misc-no-recursion) */

struct finder {
	struct jscan_target *out;
	size_t count;
	const struct jscan_target_view *view;
	size_t pos;
	uint16_t none; /* ends lists */
	struct matcher matcher;
	bool has_turn; /* what is done may count as left undone */
	bool has_weak; /* early: one that may be a weakness has been seen */
};

/* A duty is one only when it is denied. */
static bool may_be_weak(const struct finder *finder,
			const struct jscan_behaviour *behaviour)
{
	return finder->has_turn || behaviour->valence == JSCAN_FAULT ||
	       behaviour->valence == JSCAN_TELL;
}

static void try_behaviour(struct finder *finder, size_t index)
{
	const struct jscan_behaviour *behaviour = jscan_behaviour_get(index);
	struct matcher *matcher = &finder->matcher;
	struct jscan_target *target = &matcher->target;

	if (matcher->is_early) {
		finder->has_weak |= may_be_weak(finder, behaviour);
		if (finder->count > 0)
			return;
	}
	if (finder->count == JSCAN_TARGET_MOST)
		return;
	matcher->elements = &jscan_behaviour_elements[behaviour->first_element];
	if (!fits(&matcher->sentence->tokens[finder->pos], matcher->elements,
		  matcher->is_early))
		return;
	matcher->element_count = behaviour->element_count;
	matcher->budget = BUDGET;
	target->behaviour = (uint16_t)index;
	target->first = target->head = (uint8_t)finder->pos;
	target->last = target->word_count = 0;
	if (!take(matcher, 0, finder->pos))
		return;
	if (!matcher->is_early)
		finder->out[finder->count] = *target;
	finder->count++;
}

/* Tries those whose words all stand there; most end at the first look. */
static void try_all(struct finder *finder, const uint16_t *list)
{
	const struct jscan_filter *missing =
		&finder->view->missing[finder->pos];

	_Static_assert(JSCAN_NEEDS_MOST == 4, "four bits are asked for");
	for (; *list != finder->none; list++) {
		const uint8_t *needs = jscan_behaviour_needs[*list].bits;

		if (!has_bit(missing, needs[0]) &&
		    !has_bit(missing, needs[1]) &&
		    !has_bit(missing, needs[2]) && !has_bit(missing, needs[3]))
			try_behaviour(finder, *list);
	}
}

static void try_list(struct finder *finder, const uint16_t *list)
{
	if (*list != finder->none) /* few words begin a behaviour */
		try_all(finder, list);
}

static void add_filter(struct jscan_filter *out, uint16_t number)
{
	const struct jscan_filter *filter = jscan_word_filter(number);

	for (size_t i = 0; i < JSCAN_FILTER_WORDS; i++)
		out->bits[i] |= filter->bits[i];
}

/* The filter of a word that is more than one thing. */
static void mix(struct jscan_filter *out, const struct jscan_token *token)
{
	*out = *jscan_word_filter(token->filter);
	if (token->run_len)
		add_filter(out, token->run_filter);
	if (token->flags & JSCAN_TOKEN_NUMBER)
		add_filter(out, jscan_word_number_filter());
	if (may_be_name(token))
		add_filter(out, jscan_word_name_filter());
}

void jscan_target_view_init(struct jscan_target_view *out,
			    const struct jscan_sentence *sentence)
{
	struct jscan_filter missing;

	for (size_t k = 0; k < JSCAN_FILTER_WORDS; k++)
		missing.bits[k] = ~jscan_word_filter(0)->bits[k];
	out->sentence = sentence;
	for (size_t i = sentence->count; i-- > 0;) {
		const struct jscan_token *token = &sentence->tokens[i];

		out->missing[i] = missing;
		if (token->run_len || token->flags & (JSCAN_TOKEN_NUMBER |
						      JSCAN_TOKEN_CAPITAL)) {
			mix(&out->mixed[i], token);
			out->words[i] = &out->mixed[i];
		} else {
			out->words[i] = jscan_word_filter(token->filter);
		}
		for (size_t k = 0; k < JSCAN_FILTER_WORDS; k++)
			missing.bits[k] &= ~out->words[i]->bits[k];
	}
}

/* A person, but for "he" and "she", which have a class. */
static bool is_named_person(const struct finder *finder,
			    const struct jscan_token *token)
{
	return (jscan_token_is_person(token) ||
		(finder->matcher.is_early && may_be_name(token))) &&
	       !jscan_token_is(token, JSCAN_WORD_HE);
}

static void try_word(struct finder *finder, const struct jscan_token *token)
{
	for (const uint16_t *c = jscan_word_classes(token->set); *c; c++)
		try_list(finder, jscan_behaviour_by_class(*c));
	if (token->run_len) {
		const uint16_t *c = jscan_word_classes(token->run_set);

		for (; *c; c++) {
			if (!jscan_word_set_has(token->set, *c))
				try_list(finder, jscan_behaviour_by_class(*c));
		}
	}
	if (token->flags & JSCAN_TOKEN_NUMBER)
		try_list(finder, jscan_behaviour_by_class(JSCAN_WORD_COUNT));
	if (is_named_person(finder, token))
		try_list(finder, jscan_behaviour_by_class(JSCAN_WORD_HE));
	try_list(finder, jscan_behaviour_by_lemma(token->lemma));
}

size_t jscan_target_find(struct jscan_target out[JSCAN_TARGET_MOST],
			 const struct jscan_target_view *view)
{
	struct finder finder = {
		.out = out,
		.view = view,
		.none = (uint16_t)jscan_behaviour_count(),
		.matcher = {.view = view, .sentence = view->sentence}};

	for (size_t i = 0; i < view->sentence->count; i++) {
		finder.pos = i;
		if (has_bit(view->words[i], JSCAN_FILTER_FIRST))
			try_word(&finder, &view->sentence->tokens[i]);
	}
	return finder.count;
}

bool jscan_target_may_be_weak(const struct jscan_target_view *view)
{
	struct finder finder = {
		.view = view,
		.none = (uint16_t)jscan_behaviour_count(),
		.matcher = {.is_early = true,
			    .view = view,
			    .sentence = view->sentence},
		.has_turn = jscan_trigger_may_turn(view->sentence)};

	for (size_t i = 0; i < view->sentence->count &&
			   !(finder.has_weak && finder.count > 0);
	     i++) {
		finder.pos = i;
		if (has_bit(view->words[i], JSCAN_FILTER_FIRST))
			try_word(&finder, &view->sentence->tokens[i]);
	}
	return finder.has_weak && finder.count > 0;
}
