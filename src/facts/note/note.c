/*
 * Reads a block of text sentence by sentence: scopes, targets, verdicts, the
 * categories of the user, and last what is said in all.
 */
#include "facts/note.h"

#include <stdlib.h>
#include <string.h>

#include "facts/note/behaviour.h"
#include "facts/note/model.h"
#include "facts/note/possible.h"
#include "facts/note/reader.h"
#include "facts/note/scope.h"
#include "facts/note/verdict.h"
#include "facts/note/word.h"
#include "note_classes.h"

/* After these a category whose pattern gave up is left alone for the note. */
#define LIMITS_MOST 1000

/*
 * What the model must reach to be believed among strengths, and of a bare item
 * of a list outside an assessment.
 */
#define SURE_AMONG_STRENGTHS JSCAN_MODEL_ONE
#define SURE_OF_ITEMS	     (JSCAN_MODEL_ONE * 3 / 5)
/* And below which it is believed against the rules, of a plain sentence. */
#define SURE_OTHERWISE (-2 * JSCAN_MODEL_ONE)
#define PLAIN_WORDS    6

struct jscan_note_reader *
jscan_note_reader_new(const struct jscan_lexicon *lexicon)
{
	struct jscan_note_reader *reader = jscan_alloc(sizeof(*reader));

	memset(reader, 0, sizeof(*reader));
	reader->lexicon = lexicon;
	/* How much work a pattern may take depends on those before it. */
	if (lexicon->own.pattern_count > 0)
		reader->matcher = jscan_pattern_matcher_new();
	else
		reader->silent = jscan_silent_new();
	return reader;
}

void jscan_note_reader_free(struct jscan_note_reader *reader)
{
	if (!reader)
		return;
	jscan_pattern_matcher_free(reader->matcher);
	jscan_silent_free(reader->silent);
	free(reader);
}

void jscan_note_reader_restart(struct jscan_note_reader *reader)
{
	jscan_note_reader_reset(reader);
	if (!reader->matcher)
		return;
	jscan_pattern_matcher_restart(reader->matcher);
	reader->limit_count = 0;
	memset(reader->gave_up, JSCAN_GAVE_UP_NO, sizeof(reader->gave_up));
}

void jscan_note_reader_reset(struct jscan_note_reader *reader)
{
	reader->has_said = false;
}

bool jscan_note_is_read(const struct jscan_note_context *context)
{
	if (context->section == JSCAN_SECTION_ADVICE)
		return false;
	return !context->is_quoted ||
	       context->section == JSCAN_SECTION_FEEDBACK;
}

static void say(struct jscan_note_reader *reader, unsigned category,
		enum jscan_verdict verdict)
{
	unsigned char polarity;

	if (verdict != JSCAN_VERDICT_WEAKNESS &&
	    verdict != JSCAN_VERDICT_STRENGTH)
		return;
	polarity = verdict == JSCAN_VERDICT_WEAKNESS ? JSCAN_WEAKNESS + 1
						     : JSCAN_STRENGTH + 1;
	/* A weakness beside a strength of the same kind is what counts. */
	if (reader->said[category] != JSCAN_WEAKNESS + 1)
		reader->said[category] = polarity;
	reader->has_said = true;
}

/* With the words looked up, and reader->view of them. */
static void find_targets(struct jscan_note_reader *reader,
			 const struct jscan_note_context *context)
{
	jscan_scope_find(&reader->sentence, context->names);
	reader->target_count =
		jscan_target_find(reader->targets, &reader->view);
	for (size_t i = 0; i < reader->target_count; i++)
		reader->targets[i].verdict = (uint8_t)jscan_verdict_find(
			&reader->sentence, &reader->targets[i], context, NULL);
	reader->has_found = true;
}

void jscan_note_reader_find(struct jscan_note_reader *reader, const char *text,
			    const struct jscan_note_context *context)
{
	jscan_sentence_find_words(&reader->sentence, text);
	jscan_target_view_init(&reader->view, &reader->sentence);
	find_targets(reader, context);
}

/* A phrase of the user is a fault; its own negations are part of it. */
static void judge_phrase(struct jscan_note_reader *reader, unsigned category,
			 size_t index, const struct jscan_note_context *context)
{
	struct jscan_target target = {.behaviour = JSCAN_TARGET_OWN,
				      .first = (uint8_t)index,
				      .head = (uint8_t)index,
				      .last = (uint8_t)index};

	/* Else it says nothing, whatever its scope. */
	if (!jscan_possible_is_in(&reader->sentence, context))
		return;
	if (!reader->has_found)
		find_targets(reader, context);
	say(reader, category,
	    jscan_verdict_find(&reader->sentence, &target, context, NULL));
}

static void judge_phrases(struct jscan_note_reader *reader,
			  const struct jscan_note_context *context)
{
	const struct jscan_own *own = &reader->lexicon->own;

	for (size_t k = 0; k < own->phrase_count; k++) {
		for (size_t i = 0; i < reader->sentence.count; i++) {
			if (jscan_own_phrase_fits(&own->phrases[k],
						  &reader->sentence, i))
				judge_phrase(reader, own->phrases[k].category,
					     i, context);
		}
	}
}

static void note_limit(struct jscan_note_reader *reader, unsigned category)
{
	reader->limit_count++;
	if (reader->gave_up[category] != JSCAN_GAVE_UP_NO)
		return;
	reader->gave_up[category] = JSCAN_GAVE_UP_NEW;
	reader->has_new_limit = true;
}

static size_t find_token(const struct jscan_sentence *sentence, size_t offset)
{
	size_t i = 0;

	while (i + 1 < sentence->count &&
	       sentence->tokens[i + 1].offset <= offset)
		i++;
	return i;
}

static void judge_patterns(struct jscan_note_reader *reader, const char *text,
			   const struct jscan_note_context *context)
{
	const struct jscan_sentence *sentence = &reader->sentence;
	const struct jscan_own *own = &reader->lexicon->own;

	for (size_t k = 0; k < own->pattern_count; k++) {
		size_t offset = 0;

		if (reader->limit_count >= LIMITS_MOST &&
		    reader->gave_up[own->patterns[k].category])
			continue;
		switch (jscan_pattern_find(
			own->patterns[k].pattern, reader->matcher,
			text + sentence->offset, sentence->len, &offset)) {
		case JSCAN_PATTERN_FOUND:
			judge_phrase(
				reader, own->patterns[k].category,
				find_token(sentence, sentence->offset + offset),
				context);
			break;
		case JSCAN_PATTERN_LIMIT:
			note_limit(reader, own->patterns[k].category);
			break;
		case JSCAN_PATTERN_NONE:
			break;
		}
	}
}

/* Said of the writer by a word that is the writer's own doing, as it was. */
static bool is_plain(const struct jscan_note_reader *reader,
		     const struct jscan_target *target,
		     const struct jscan_note_context *context)
{
	const struct jscan_token *head = &reader->sentence.tokens[target->head];

	if (head->mood != JSCAN_MOOD_REAL || reader->sentence.is_question)
		return false;
	return head->who == JSCAN_WHO_SELF ||
	       (context->section == JSCAN_SECTION_FEEDBACK &&
		(head->who == JSCAN_WHO_YOU ||
		 head->who == JSCAN_WHO_CANDIDATE));
}

/*
 * A strength is what the rules say, in a section that assesses, of the category
 * that most of them are about; rather one too few than one too many.
 */
static void judge_strength(struct jscan_note_reader *reader,
			   const struct jscan_note_context *context)
{
	unsigned char counts[JSCAN_CATEGORY_KNOWN] = {0};
	bool has_any = false;
	unsigned best = 0;

	if (!jscan_verdict_is_assessed(context))
		return;
	for (size_t i = 0; i < reader->target_count; i++) {
		const struct jscan_target *target = &reader->targets[i];

		if (target->verdict == JSCAN_VERDICT_WEAKNESS)
			return;
		if (target->verdict != JSCAN_VERDICT_STRENGTH ||
		    !is_plain(reader, target, context))
			continue;
		counts[jscan_behaviour_get(target->behaviour)->category]++;
		has_any = true;
	}
	if (!has_any)
		return;
	for (unsigned i = 1; i < JSCAN_CATEGORY_KNOWN; i++) {
		if (counts[i] > counts[best] ||
		    (counts[i] == counts[best] &&
		     reader->scores[i] > reader->scores[best]))
			best = i;
	}
	say(reader, best, JSCAN_VERDICT_STRENGTH);
}

static bool has_but(const struct jscan_sentence *sentence)
{
	for (size_t i = 0; i < sentence->count; i++) {
		if (jscan_token_is(&sentence->tokens[i], JSCAN_WORD_BUT))
			return true;
	}
	return false;
}

/*
 * "Heart going like mad", "no questions": whose it is when a list of notes
 * leaves out who.  Somebody else is named, and "you" is the writer where it is
 * quoted.
 */
static bool may_be_own(const struct jscan_sentence *sentence)
{
	const struct jscan_token *first = &sentence->tokens[0];

	return first->who == JSCAN_WHO_SELF || first->who == JSCAN_WHO_THING ||
	       (first->who == JSCAN_WHO_YOU &&
		first->flags & JSCAN_TOKEN_QUOTED);
}

/* Strengths judge nobody, but for a "but". */
static bool may_say(const struct jscan_note_reader *reader, unsigned category,
		    const struct jscan_note_context *context)
{
	if (context->section == JSCAN_SECTION_STRENGTHS)
		return reader->scores[category] > SURE_AMONG_STRENGTHS ||
		       has_but(&reader->sentence);
	return reader->is_possible || reader->scores[category] > SURE_OF_ITEMS;
}

/*
 * What the rules find stated of the writer in a few words: "I was nervous." of
 * a self-assessment says so, unless the model is sure of something else.
 */
static uint32_t find_stated(const struct jscan_note_reader *reader,
			    const struct jscan_note_context *context)
{
	uint32_t stated = 0;

	if (context->section != JSCAN_SECTION_SELF ||
	    reader->sentence.count > PLAIN_WORDS)
		return 0;
	for (size_t i = 0; i < reader->target_count; i++) {
		const struct jscan_target *target = &reader->targets[i];

		if (target->verdict == JSCAN_VERDICT_WEAKNESS)
			stated |= (uint32_t)1
				  << jscan_behaviour_get(target->behaviour)
					     ->category;
	}
	return stated;
}

/*
 * The model decides on weaknesses, the verdicts of the rules being among what
 * it sees; strengths are what the rules say where the model sees none.
 */
static void judge_known(struct jscan_note_reader *reader,
			const struct jscan_note_context *context)
{
	const struct jscan_model_input input = {&reader->sentence,
						reader->targets,
						reader->target_count, context};
	uint32_t found = 0, stated = find_stated(reader, context);
	size_t count = jscan_model_features(reader->features, &input);

	if (jscan_model_score(reader->scores, reader->features, count,
			      stated != 0))
		found = jscan_model_decide(reader->scores,
					   jscan_model_doubts(&input));
	for (unsigned i = 0; i < JSCAN_CATEGORY_KNOWN; i++) {
		if (reader->scores[i] <= SURE_OTHERWISE)
			stated &= ~((uint32_t)1 << i);
	}
	if (!found)
		found = stated;
	if (!found) {
		judge_strength(reader, context);
		return;
	}
	for (unsigned i = 0; i < JSCAN_CATEGORY_KNOWN; i++) {
		if ((found >> i & 1) && may_say(reader, i, context))
			say(reader, i, JSCAN_VERDICT_WEAKNESS);
	}
}

/*
 * Outside an assessment the writer is judged in what they say that they did,
 * and in the items of a list; else only where a behaviour may be a weakness.
 */
static bool may_judge(const struct jscan_note_reader *reader,
		      const struct jscan_note_context *context)
{
	return jscan_verdict_is_assessed(context) || context->is_item ||
	       jscan_possible_is_deed(&reader->sentence) ||
	       jscan_target_may_be_weak(&reader->view);
}

/* Outside an assessment most sentences end at the first question here. */
void jscan_note_reader_judge(struct jscan_note_reader *reader, const char *text,
			     const struct jscan_note_context *context)
{
	struct jscan_sentence *sentence = &reader->sentence;

	reader->has_said = false;
	reader->has_found = false;
	reader->is_possible = jscan_possible_is_in(sentence, context);
	if (reader->is_possible ||
	    (context->is_item && !sentence->is_question)) {
		memset(reader->said, 0, reader->lexicon->category_count);
		jscan_sentence_find_words(&reader->sentence, text);
		jscan_target_view_init(&reader->view, &reader->sentence);
		if (may_judge(reader, context)) {
			find_targets(reader, context);
			if (reader->is_possible || may_be_own(sentence))
				judge_known(reader, context);
		}
	}
	if (reader->is_possible)
		judge_phrases(reader, context);
	judge_patterns(reader, text, context);
}

/* Does it judge the writer without saying of what? */
static bool is_self_criticism(const struct jscan_sentence *sentence)
{
	bool is_own = false, is_bad = false;

	for (size_t i = 0; i < sentence->count; i++) {
		const struct jscan_token *token = &sentence->tokens[i];

		if (token->who != JSCAN_WHO_SELF ||
		    token->mood > JSCAN_MOOD_RESOLVE)
			continue;
		is_own |= jscan_token_is(token, JSCAN_WORD_I) ||
			  jscan_token_is(token, JSCAN_WORD_MY) ||
			  token->forms & JSCAN_FORM_PAST;
		is_bad |= jscan_token_is(token, JSCAN_WORD_SELFCRIT) &&
			  !token->parity;
	}
	return is_own && is_bad && !sentence->is_question;
}

static struct jscan_note *add_note(struct jscan_note **items, size_t *count,
				   const struct jscan_sentence *sentence,
				   const struct jscan_note_context *context,
				   struct jscan_arena *arena)
{
	struct jscan_note *note;

	*items = jscan_arena_grow(arena, *items, *count, sizeof(**items));
	note = &(*items)[(*count)++];
	*note = (struct jscan_note){.offset = sentence->offset,
				    .len = sentence->len};
	note->source =
		context->section == JSCAN_SECTION_FEEDBACK && !context->is_mock
			? JSCAN_FROM_FEEDBACK
			: JSCAN_FROM_SELF;
	return note;
}

static void collect(struct jscan_note_reader *reader, struct jscan_notes *out,
		    const struct jscan_note_context *context,
		    struct jscan_arena *arena)
{
	for (unsigned i = 0;
	     reader->has_said && i < reader->lexicon->category_count; i++) {
		struct jscan_note *note;

		if (!reader->said[i])
			continue;
		note = add_note(&out->items, &out->count, &reader->sentence,
				context, arena);
		note->category = i;
		note->polarity = (enum jscan_polarity)(reader->said[i] - 1);
	}
	if (!reader->has_said && context->section == JSCAN_SECTION_SELF &&
	    is_self_criticism(&reader->sentence))
		add_note(&out->unclassified, &out->unclassified_count,
			 &reader->sentence, context, arena);
}

static void collect_limits(struct jscan_note_reader *reader,
			   struct jscan_notes *out, struct jscan_arena *arena)
{
	reader->has_new_limit = false;
	for (unsigned i = 0; i < reader->lexicon->category_count; i++) {
		if (reader->gave_up[i] != JSCAN_GAVE_UP_NEW)
			continue;
		reader->gave_up[i] = JSCAN_GAVE_UP_TOLD;
		out->given_up = jscan_arena_grow(arena, out->given_up,
						 out->given_up_count,
						 sizeof(*out->given_up));
		out->given_up[out->given_up_count++] = i;
	}
}

/* A sentence that is known to say nothing is not judged again. */
static void read_sentence(struct jscan_note_reader *reader,
			  struct jscan_notes *out, const char *text,
			  const struct jscan_note_context *context,
			  bool was_quoted, struct jscan_arena *arena)
{
	size_t before = out->count + out->unclassified_count;
	uint64_t key = 0;

	if (reader->silent) {
		key = jscan_silent_key(&reader->sentence, text, context,
				       was_quoted);
		if (jscan_silent_has(reader->silent, key))
			return;
	}
	jscan_note_reader_judge(reader, text, context);
	collect(reader, out, context, arena);
	if (reader->silent && out->count + out->unclassified_count == before)
		jscan_silent_add(reader->silent, key);
}

void jscan_note_reader_read(struct jscan_note_reader *reader,
			    struct jscan_notes *out, const char *text,
			    size_t len,
			    const struct jscan_note_context *context,
			    struct jscan_arena *arena)
{
	struct jscan_sentence_scanner scanner;
	/* Patterns of the user are looked for in any sentence. */
	bool may_skip = !jscan_verdict_is_assessed(context) &&
			!context->is_item &&
			reader->lexicon->own.pattern_count == 0;

	if (!jscan_note_is_read(context))
		return;
	jscan_sentence_scanner_init(&scanner, text, len);
	for (;;) {
		bool was_quoted;

		if (may_skip)
			jscan_possible_skip(&scanner);
		was_quoted = scanner.is_quoted;
		if (!jscan_sentence_read(&reader->sentence, &scanner))
			break;
		read_sentence(reader, out, text, context, was_quoted, arena);
	}
	if (reader->has_new_limit)
		collect_limits(reader, out, arena);
}
