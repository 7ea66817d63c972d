/*
 * The facts of the body, block by block: tasks, dates said in prose, promises
 * of an answer, feedback, what the writer says of themselves, and people.
 */
#include "facts/internal.h"

#include <string.h>

#include "base/date.h"
#include "base/utf8.h"
#include "facts/task.h"

static void add_date(struct jscan_fill *fill, const struct jscan_block *block,
		     const struct jscan_when *when)
{
	struct jscan_facts *facts = fill->facts;
	struct jscan_date_fact fact = {.start = when->start, .end = when->end};

	jscan_document_position(fill->document, block, when->offset, &fact.line,
				&fact.column);
	if (when->is_impossible) {
		jscan_diags_add(&fill->diags, facts->path, fact.line,
				fact.column, JSCAN_DIAG_NO_SUCH_DAY,
				"no such day: %.*s", (int)when->len,
				block->text + when->offset);
		return;
	}
	jscan_fill_note_order(fill, when, fact.line, fact.column);
	if (!jscan_fill_has_room(fill, JSCAN_LIMIT_DATES, facts->date_count,
				 fact.line))
		return;
	fact.text = jscan_arena_strndup(fill->arena, block->text + when->offset,
					when->len);
	facts->dates = jscan_arena_grow(fill->arena, facts->dates,
					facts->date_count, sizeof(fact));
	facts->dates[facts->date_count++] = fact;
}

static void read_task(struct jscan_fill *fill, const struct jscan_block *block,
		      unsigned scope, const struct jscan_whens *whens)
{
	struct jscan_task task = {.line = block->line,
				  .scope = scope,
				  .is_done = block->box == JSCAN_BOX_DONE,
				  .is_cancelled =
					  block->box == JSCAN_BOX_CANCELLED};
	struct jscan_task_reading reading;
	const char *folded;
	unsigned column;

	jscan_task_read(&reading, block->text, block->len, whens, false,
			fill->arena);
	task.words = reading.words;
	task.due = reading.due;
	task.due_line = block->line;
	if (jscan_date_is_set(task.due))
		jscan_document_position(fill->document, block,
					reading.due_offset, &task.due_line,
					&column);
	task.done_date = reading.done;
	folded = jscan_fill_fold(fill, task.words);
	task.touch = jscan_touch_find_in_task(folded);
	task.is_preparing = jscan_touch_is_preparing(folded);
	jscan_fill_add_task(fill, &task);
}

static bool is_stop(char c)
{
	return c == '.' || c == '!' || c == '?';
}

/* Does a sentence end with the stop at `i`? */
static bool is_end(const struct jscan_block *block, size_t i)
{
	const char *text = block->text;
	size_t next = i + 1, word = i;

	if (next < block->len && !strchr(" \n\"')", text[next]))
		return false;
	/* "Mr." and "Nov." end no sentence. */
	while (word > 0 && (text[word - 1] | 32) >= 'a' &&
	       (text[word - 1] | 32) <= 'z')
		word--;
	return text[i] != '.' || i - word > 3 || i == word ||
	       text[word] < 'A' || text[word] > 'Z';
}

/* Has the line that starts at `at` a Dataview field? */
static bool has_field(const struct jscan_block *block, size_t at)
{
	for (; at + 2 < block->len && block->text[at] != '\n'; at++) {
		if (!memcmp(block->text + at, ":: ", 3))
			return true;
	}
	return false;
}

/* Is byte `i` the end of a line before which or after which a field stands? */
static bool is_field_end(const struct jscan_block *block, size_t i)
{
	size_t start = i;

	if (block->text[i] != '\n')
		return false;
	while (start > 0 && block->text[start - 1] != '\n')
		start--;
	return has_field(block, start) || has_field(block, i + 1);
}

/* Where the sentence around a date starts and ends. */
static void find_sentence(const struct jscan_block *block,
			  const struct jscan_when *when, size_t *start,
			  size_t *end)
{
	size_t from = when->offset, to = when->offset + when->len;

	while (from > *end &&
	       !(is_stop(block->text[from - 1]) && is_end(block, from - 1)) &&
	       !is_field_end(block, from - 1))
		from--;
	while (to < block->len &&
	       !(is_stop(block->text[to]) && is_end(block, to)) &&
	       !is_field_end(block, to))
		to++;
	*start = from;
	*end = to;
}

/* "outcome date:: 2026-11-12" is what a key says, and no sentence. */
static bool is_field_value(const struct jscan_block *block, size_t at)
{
	while (at > 0 && block->text[at - 1] == ' ')
		at--;
	return at > 1 && block->text[at - 1] == ':' &&
	       block->text[at - 2] == ':';
}

/* The dates from `*first` on that lie before `end`, counted from `start`. */
static void find_inside(struct jscan_fill *fill, struct jscan_whens *out,
			const struct jscan_block *block,
			const struct jscan_whens *whens, size_t *first,
			size_t start, size_t end)
{
	out->items = NULL;
	out->count = 0;
	for (; *first < whens->count && whens->items[*first].offset < end;
	     (*first)++) {
		struct jscan_when when = whens->items[*first];

		if (when.is_impossible || is_field_value(block, when.offset))
			continue;
		when.offset -= start;
		out->items = jscan_arena_grow(fill->arena, out->items,
					      out->count, sizeof(when));
		out->items[out->count++] = when;
	}
}

/* A promise is of one sentence, so each with a date is looked at alone. */
static void read_promises(struct jscan_fill *fill,
			  const struct jscan_block *block, unsigned scope,
			  const struct jscan_whens *whens)
{
	size_t next = 0, end = 0, start;

	while (next < whens->count) {
		struct jscan_promise promise = {.scope = scope};
		struct jscan_whens inside;
		unsigned column;
		int index;

		find_sentence(block, &whens->items[next], &start, &end);
		find_inside(fill, &inside, block, whens, &next, start, end);
		index = inside.count
				? jscan_when_find_promise(&inside,
							  block->text + start,
							  end - start)
				: -1;
		if (index < 0)
			continue;
		promise.date = inside.items[index].end;
		jscan_document_position(fill->document, block,
					start + inside.items[index].offset,
					&promise.line, &column);
		jscan_fill_add_promise(fill, &promise);
	}
}

/* Text in a feedback section is feedback, once for each event. */
static void read_feedback(struct jscan_fill *fill,
			  const struct jscan_block *block, unsigned scope)
{
	struct jscan_facts *facts = fill->facts;
	struct jscan_feedback_fact fact = {.line = block->line, .scope = scope};

	if (facts->scopes[scope].type == JSCAN_EVENT_MOCK)
		return;
	for (size_t i = 0; i < facts->feedback_count; i++) {
		if (facts->feedbacks[i].scope == scope)
			return;
	}
	if (scope > 0)
		fact.date = facts->scopes[scope].date;
	jscan_fill_add_feedback(fill, &fact);
}

static bool is_assessing(const struct jscan_block *block)
{
	return !block->is_quoted && block->len > 0 &&
	       (block->section == JSCAN_SECTION_SELF ||
		block->section == JSCAN_SECTION_STRENGTHS);
}

static void read_notes(struct jscan_fill *fill, const struct jscan_block *block,
		       unsigned scope, const struct jscan_texts *names)
{
	/* What is told among people is no more than prose. */
	bool is_among_people = block->section == JSCAN_SECTION_CONTACTS;
	struct jscan_note_context context = {
		.section = is_among_people ? JSCAN_SECTION_NONE
					   : block->section,
		.is_quoted = block->is_quoted,
		.is_item = block->kind != JSCAN_BLOCK_PARAGRAPH &&
			   !is_among_people,
		/* What a friend says in a feedback section is no
		   self-assessment. */
		.is_mock =
			fill->facts->scopes[scope].type == JSCAN_EVENT_MOCK &&
			block->section != JSCAN_SECTION_FEEDBACK,
		.names = names};

	if (block->box != JSCAN_BOX_NONE || block->is_table_head ||
	    (block->is_quoted && block->section != JSCAN_SECTION_FEEDBACK))
		return;
	jscan_fill_read_notes(fill, block, block->text, block->len, 0, scope,
			      &context);
}

/* Its dates, its task, or what was promised in it. */
static void read_days(struct jscan_fill *fill, size_t index)
{
	const struct jscan_block *block = &fill->document->blocks[index];
	unsigned scope = fill->block_scopes[index];
	bool is_task = block->box != JSCAN_BOX_NONE;
	struct jscan_when_context context = {
		.reference = fill->facts->scopes[scope].date,
		.is_day_first = fill->config->is_day_first,
		.prefers_next =
			is_task || block->section == JSCAN_SECTION_FOLLOW_UP};
	struct jscan_whens whens;

	if (!jscan_date_is_set(context.reference))
		context.reference = fill->facts->date;
	jscan_when_find(&whens, block->text, block->len, &context, fill->arena);
	for (size_t i = 0; i < whens.count; i++)
		add_date(fill, block, &whens.items[i]);
	if (is_task)
		read_task(fill, block, scope, &whens);
	else
		read_promises(fill, block, scope, &whens);
}

/* What it says of the writer. */
static void read_judgement(struct jscan_fill *fill, size_t index,
			   const struct jscan_texts *names)
{
	const struct jscan_block *block = &fill->document->blocks[index];
	unsigned scope = fill->block_scopes[index];

	if (block->section == JSCAN_SECTION_FEEDBACK &&
	    block->box == JSCAN_BOX_NONE && block->len)
		read_feedback(fill, block, scope);
	if (is_assessing(block))
		fill->facts->scopes[scope].is_assessed = true;
	read_notes(fill, block, scope, names);
}

static void read_people(struct jscan_fill *fill, struct jscan_texts *names)
{
	struct jscan_facts *facts = fill->facts;
	struct jscan_contact_context context = {.company = facts->company,
						.role = facts->role,
						.region = fill->config->region,
						.is_mock = facts->type ==
							   JSCAN_EVENT_MOCK};
	const char **words = NULL;
	size_t count = 0;

	jscan_contacts_find(&fill->mentions, fill->document, &context,
			    fill->arena);
	for (size_t i = 0; i < fill->mentions.count; i++) {
		struct jscan_mention_fact fact = {
			.mention = fill->mentions.items[i]};

		if (!jscan_fill_has_room(fill, JSCAN_LIMIT_MENTIONS, i,
					 fact.mention.line))
			break;
		if (fact.mention.line > fill->document->header_end_line)
			fact.scope =
				jscan_events_scope_of(fill, fact.mention.line);
		facts->mentions =
			jscan_arena_grow(fill->arena, facts->mentions,
					 facts->mention_count, sizeof(fact));
		facts->mentions[facts->mention_count++] = fact;
		if (!fact.mention.name)
			continue;
		words = jscan_arena_grow(fill->arena, words, count,
					 sizeof(*words));
		words[count++] = jscan_fill_fold(fill, fact.mention.name);
	}
	names->items = words;
	names->count = count;
}

/* One thing after another for all blocks, so that its code stays at hand. */
void jscan_body_read(struct jscan_fill *fill)
{
	const struct jscan_document *document = fill->document;
	struct jscan_texts names;

	for (size_t i = 0; i < document->block_count; i++) {
		if (document->blocks[i].kind != JSCAN_BLOCK_HEADING)
			read_days(fill, i);
	}
	read_people(fill, &names);
	jscan_note_reader_reset(fill->notes);
	for (size_t i = 0; i < document->block_count; i++) {
		if (document->blocks[i].kind == JSCAN_BLOCK_HEADING)
			jscan_note_reader_reset(fill->notes);
		else
			read_judgement(fill, i, &names);
	}
}
