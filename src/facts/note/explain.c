/*
 * The account of a reading: for each sentence its words as they were
 * understood, the targets in it, and what decided on each.
 */
#include <string.h>

#include "facts/note/behaviour.h"
#include "facts/note/category.h"
#include "facts/note/reader.h"
#include "facts/note/scope.h"
#include "facts/note/trigger.h"
#include "facts/note/verdict.h"

static void explain_triggers(struct jscan_buf *out, const char *text,
			     const struct jscan_sentence *sentence)
{
	size_t words;

	for (size_t i = 0; i < sentence->count; i += words) {
		const struct jscan_token *token = &sentence->tokens[i];
		const struct jscan_token *last;
		enum jscan_trigger trigger =
			jscan_trigger_find(sentence, i, &words);

		if (trigger == JSCAN_TRIGGER_NONE ||
		    trigger == JSCAN_TRIGGER_PSEUDO)
			continue;
		last = &sentence->tokens[i + words - 1];
		jscan_buf_addf(out, "  %s: \"", jscan_trigger_name(trigger));
		jscan_buf_add(out, text + token->offset,
			      last->offset + last->len - token->offset);
		jscan_buf_adds(out, "\"\n");
	}
}

static void explain_targets(struct jscan_buf *out, const char *text,
			    const struct jscan_note_reader *reader,
			    const struct jscan_note_context *context)
{
	static const char *const valences[] = {"fault", "duty", "tell",
					       "miss"};

	for (size_t i = 0; i < reader->target_count; i++) {
		const struct jscan_target *target = &reader->targets[i];
		const struct jscan_behaviour *behaviour =
			jscan_behaviour_get(target->behaviour);
		const struct jscan_token *first =
			&reader->sentence.tokens[target->first];
		const struct jscan_token *last =
			&reader->sentence.tokens[target->last];
		const char *why = "";
		enum jscan_verdict verdict = jscan_verdict_find(
			&reader->sentence, target, context, &why);

		jscan_buf_adds(out, "  \"");
		jscan_buf_add(out, text + first->offset,
			      last->offset + last->len - first->offset);
		jscan_buf_addf(
			out, "\": %s %s; of %s, %s%s; it %s: %s\n",
			jscan_category_get(behaviour->category)->id,
			valences[behaviour->valence],
			jscan_who_name(
				reader->sentence.tokens[target->head].who),
			jscan_mood_name(last->mood),
			last->parity ? ", denied" : "", why,
			jscan_verdict_name(verdict));
	}
}

static void explain_said(struct jscan_buf *out,
			 const struct jscan_note_reader *reader)
{
	static const char *const polarities[] = {"", "weakness", "strength"};

	if (!reader->has_said)
		jscan_buf_adds(out, "  in all: nothing\n");
	for (size_t i = 0;
	     reader->has_said && i < reader->lexicon->category_count; i++) {
		if (reader->said[i])
			jscan_buf_addf(out, "  in all: %s %s\n",
				       polarities[reader->said[i]],
				       reader->lexicon->categories[i].id);
	}
}

void jscan_note_reader_explain(struct jscan_note_reader *reader,
			       struct jscan_buf *out, const char *text,
			       size_t len,
			       const struct jscan_note_context *context,
			       struct jscan_arena *arena)
{
	struct jscan_sentence_scanner scanner;

	(void)arena;
	if (!jscan_note_is_read(context)) {
		jscan_buf_adds(out, "nothing is read of a section like this\n");
		return;
	}
	jscan_sentence_scanner_init(&scanner, text, len);
	while (jscan_sentence_read(&reader->sentence, &scanner)) {
		const struct jscan_sentence *sentence = &reader->sentence;

		jscan_note_reader_judge(reader, text, context);
		if (!reader->has_found)
			jscan_note_reader_find(reader, text, context);
		jscan_buf_adds(out, "sentence: ");
		jscan_buf_add(out, text + sentence->offset, sentence->len);
		jscan_buf_addc(out, '\n');
		explain_triggers(out, text, sentence);
		explain_targets(out, text, reader, context);
		explain_said(out, reader);
	}
}
