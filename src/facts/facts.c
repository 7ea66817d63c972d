/*
 * One note to its facts: front matter, events, body, in this order, since each
 * needs what stands before.  The lists of facts grow through the functions
 * here, so that every limit is in one place.
 */
#include "facts/internal.h"

#include <stdlib.h>
#include <string.h>

#include "base/date.h"
#include "base/hash.h"
#include "base/utf8.h"
#include "facts/value.h"

struct jscan_facts_reader {
	const struct jscan_config *config;
	const struct jscan_lexicon *lexicon;
	struct jscan_note_reader *notes;
	struct jscan_document_parser *parser;
};

struct jscan_facts_reader *
jscan_facts_reader_new(const struct jscan_config *config,
		       const struct jscan_lexicon *lexicon)
{
	struct jscan_facts_reader *reader = jscan_alloc(sizeof(*reader));

	reader->config = config;
	reader->lexicon = lexicon;
	reader->notes = jscan_note_reader_new(lexicon);
	reader->parser = jscan_document_parser_new();
	return reader;
}

void jscan_facts_reader_free(struct jscan_facts_reader *reader)
{
	if (!reader)
		return;
	jscan_note_reader_free(reader->notes);
	jscan_document_parser_free(reader->parser);
	free(reader);
}

char *jscan_fill_fold(struct jscan_fill *fill, const char *text)
{
	return jscan_utf8_fold_words(fill->arena, text, strlen(text));
}

void jscan_fill_note_order(struct jscan_fill *fill,
			   const struct jscan_when *when, unsigned line,
			   unsigned column)
{
	struct jscan_facts *facts = fill->facts;

	if (when->needs_order && !facts->order_line) {
		facts->order_line = line;
		facts->order_column = column;
	}
	facts->shows_day_first |= when->shows_day_first;
	facts->shows_month_first |= when->shows_month_first;
}

bool jscan_fill_has_room(struct jscan_fill *fill, enum jscan_limit limit,
			 size_t count, unsigned line)
{
	static const struct {
		unsigned most;
		const char *what;
	} limits[JSCAN_LIMIT_COUNT] = {
		[JSCAN_LIMIT_TASKS] = {JSCAN_TASKS_MOST, "tasks"},
		[JSCAN_LIMIT_DATES] = {JSCAN_DATES_MOST, "dates"},
		[JSCAN_LIMIT_HEADINGS] = {JSCAN_SCOPES_MOST, "dated headings"},
		[JSCAN_LIMIT_MENTIONS] = {JSCAN_MENTIONS_MOST,
					  "mentions of people"},
		[JSCAN_LIMIT_ASSESSMENTS] = {JSCAN_ASSESSMENTS_MOST,
					     "weaknesses and strengths"},
	};

	if (count < limits[limit].most)
		return true;
	if (!fill->is_past[limit])
		jscan_diags_add(&fill->diags, fill->facts->path, line, 0,
				JSCAN_DIAG_TOO_MANY,
				"more than %u %s: the rest is not read",
				limits[limit].most, limits[limit].what);
	fill->is_past[limit] = true;
	return false;
}

void jscan_fill_add_task(struct jscan_fill *fill, const struct jscan_task *task)
{
	struct jscan_facts *facts = fill->facts;

	if (!jscan_fill_has_room(fill, JSCAN_LIMIT_TASKS, facts->task_count,
				 task->line))
		return;
	facts->tasks = jscan_arena_grow(fill->arena, facts->tasks,
					facts->task_count, sizeof(*task));
	facts->tasks[facts->task_count++] = *task;
}

void jscan_fill_add_touch(struct jscan_fill *fill,
			  const struct jscan_touch_fact *touch)
{
	struct jscan_facts *facts = fill->facts;

	facts->touches = jscan_arena_grow(fill->arena, facts->touches,
					  facts->touch_count, sizeof(*touch));
	facts->touches[facts->touch_count++] = *touch;
}

void jscan_fill_add_promise(struct jscan_fill *fill,
			    const struct jscan_promise *promise)
{
	struct jscan_facts *facts = fill->facts;

	facts->promises = jscan_arena_grow(fill->arena, facts->promises,
					   facts->promise_count,
					   sizeof(*promise));
	facts->promises[facts->promise_count++] = *promise;
}

void jscan_fill_add_feedback(struct jscan_fill *fill,
			     const struct jscan_feedback_fact *feedback)
{
	struct jscan_facts *facts = fill->facts;

	facts->feedbacks = jscan_arena_grow(fill->arena, facts->feedbacks,
					    facts->feedback_count,
					    sizeof(*feedback));
	facts->feedbacks[facts->feedback_count++] = *feedback;
}

void jscan_fill_add_assessment(struct jscan_fill *fill,
			       const struct jscan_assessment_fact *fact)
{
	struct jscan_facts *facts = fill->facts;

	if (!jscan_fill_has_room(fill, JSCAN_LIMIT_ASSESSMENTS,
				 facts->assessment_count, fact->line))
		return;
	if (fact->source != JSCAN_FROM_FEEDBACK)
		facts->scopes[fact->scope].is_assessed = true;
	facts->assessments = jscan_arena_grow(fill->arena, facts->assessments,
					      facts->assessment_count,
					      sizeof(*fact));
	facts->assessments[facts->assessment_count++] = *fact;
}

/* One sentence without line breaks. */
static const char *copy_sentence(struct jscan_fill *fill, const char *text,
				 size_t len)
{
	char *copy = jscan_arena_strndup(fill->arena, text, len);

	for (size_t i = 0; i < len; i++) {
		if (copy[i] == '\n' || copy[i] == '\t')
			copy[i] = ' ';
	}
	while (len && copy[len - 1] == ' ')
		copy[--len] = '\0';
	return copy;
}

void jscan_fill_read_notes(struct jscan_fill *fill,
			   const struct jscan_block *block, const char *text,
			   size_t len, unsigned line, unsigned scope,
			   const struct jscan_note_context *context)
{
	struct jscan_notes notes = {0};
	unsigned column = 0;

	jscan_note_reader_read(fill->notes, &notes, text, len, context,
			       fill->arena);
	for (size_t i = 0; i < notes.count; i++) {
		const struct jscan_note *note = &notes.items[i];
		struct jscan_assessment_fact fact = {
			.line = line,
			.scope = scope,
			.category = note->category,
			.polarity = note->polarity,
			.source = note->source};

		if (block)
			jscan_document_position(fill->document, block,
						note->offset, &fact.line,
						&column);
		if (!jscan_fill_has_room(fill, JSCAN_LIMIT_ASSESSMENTS,
					 fill->facts->assessment_count,
					 fact.line))
			break;
		fact.text = copy_sentence(fill, text + note->offset, note->len);
		jscan_fill_add_assessment(fill, &fact);
	}
	for (size_t i = 0; i < notes.unclassified_count; i++) {
		unsigned at = line;

		if (block)
			jscan_document_position(fill->document, block,
						notes.unclassified[i].offset,
						&at, &column);
		jscan_diags_add(&fill->diags, fill->facts->path, at, column,
				JSCAN_DIAG_UNCLASSIFIED,
				"self-criticism that no category takes; add a "
				"phrase to 'weaknesses' in the configuration");
	}
	for (size_t i = 0; i < notes.given_up_count; i++)
		jscan_diags_add(
			&fill->diags, fill->facts->path,
			block ? block->line : line, 0, JSCAN_DIAG_PATTERN_LIMIT,
			"a pattern of '%s' took too much work and was skipped",
			jscan_lexicon_get_category(fill->lexicon,
						   notes.given_up[i])
				->id);
}

/*
 * What an ordinary note has wrong is nobody's business but a broken header, and
 * a company that would make it an entry.
 */
static void keep_errors(struct jscan_diags *diags)
{
	size_t kept = 0;

	for (size_t i = 0; i < diags->count; i++) {
		if (diags->items[i].severity == JSCAN_SEVERITY_ERROR)
			diags->items[kept++] = diags->items[i];
	}
	diags->count = kept;
}

/* An undated outcome or feedback has the date of its entry's last move. */
static struct jscan_date find_last_move(const struct jscan_facts *facts)
{
	struct jscan_date last = facts->applied;

	for (size_t i = 0; i < facts->scope_count; i++) {
		const struct jscan_scope *scope = &facts->scopes[i];

		switch (scope->type) {
		case JSCAN_EVENT_APPLICATION:
		case JSCAN_EVENT_INTERVIEW:
		case JSCAN_EVENT_REJECTION:
		case JSCAN_EVENT_OFFER:
			last = jscan_date_max(last, scope->date);
			break;
		case JSCAN_EVENT_NOTE:
			if (scope->outcome > JSCAN_OUTCOME_PENDING)
				last = jscan_date_max(last, scope->date);
			break;
		default:
			break;
		}
	}
	for (size_t i = 0; i < facts->reopened_count; i++)
		last = jscan_date_max(last, facts->reopened[i].date);
	return last;
}

static void date_undated(struct jscan_facts *facts)
{
	struct jscan_date last = find_last_move(facts);

	if (!jscan_date_is_set(last))
		last = facts->date;
	for (size_t i = 0; i < facts->outcome_count; i++) {
		struct jscan_outcome_fact *fact = &facts->outcomes[i];

		fact->is_undated = !jscan_date_is_set(fact->date);
		if (fact->is_undated)
			fact->date = last;
		else
			last = jscan_date_max(last, fact->date);
	}
	for (size_t i = 0; i < facts->feedback_count; i++) {
		if (!jscan_date_is_set(facts->feedbacks[i].date))
			facts->feedbacks[i].date = last;
	}
	for (size_t i = 0; i < facts->reopened_count; i++) {
		if (!jscan_date_is_set(facts->reopened[i].date))
			facts->reopened[i].date = facts->date;
	}
}

void jscan_facts_read(struct jscan_facts_reader *reader,
		      struct jscan_facts *out, const char *path,
		      const char *bytes, size_t len, struct jscan_arena *arena)
{
	struct jscan_document document;
	struct jscan_fill fill = {.facts = out,
				  .document = &document,
				  .config = reader->config,
				  .lexicon = reader->lexicon,
				  .notes = reader->notes,
				  .arena = arena};

	memset(out, 0, sizeof(*out));
	out->path = path;
	out->content = jscan_hash_bytes(bytes, len);
	jscan_diags_init(&fill.diags, arena);
	fill.diags.most = JSCAN_DIAGNOSTICS_MOST;
	jscan_note_reader_restart(reader->notes);
	jscan_document_open(&document, path, bytes, len, arena, &fill.diags);
	jscan_header_read_identity(&fill);
	if (out->is_entry) {
		jscan_document_parse_body(&document, reader->parser,
					  reader->config, arena, &fill.diags);
		jscan_values_index_fields(&fill);
		jscan_header_read_day(&fill);
		jscan_events_read(&fill);
		jscan_header_read_facts(&fill);
		jscan_body_read(&fill);
		date_undated(out);
	} else {
		keep_errors(&fill.diags);
		jscan_header_warn_of_company(&fill);
	}
	out->diagnostics = fill.diags.items;
	out->diagnostic_count = fill.diags.count;
}

bool jscan_facts_is_entry(const struct jscan_config *config, const char *bytes,
			  size_t len)
{
	struct jscan_document document;
	struct jscan_facts facts = {.path = ""};
	struct jscan_arena arena;
	struct jscan_fill fill = {.facts = &facts,
				  .document = &document,
				  .config = config,
				  .arena = &arena};

	jscan_arena_init(&arena);
	jscan_diags_init(&fill.diags, &arena);
	jscan_document_open(&document, "", bytes, len, &arena, &fill.diags);
	jscan_header_read_identity(&fill);
	jscan_arena_release(&arena);
	return facts.is_entry;
}
