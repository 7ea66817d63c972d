/*
 * Gathers explanations: of an item from the plan, of a line from the reading of
 * notes, and quotes the lines of the journal that they name.
 */
#include "act/why.h"

#include <stdlib.h>
#include <string.h>

#include "act/find.h"
#include "base/date.h"
#include "base/error.h"
#include "facts/line.h"
#include "output/report.h"
#include "plan/explain.h"
#include "plan/followup.h"

#define QUOTE_MOST_BYTES 400

struct why {
	const struct jscan_journal *journal;
	struct jscan_explanation *items;
	size_t count;
	/* The note that was quoted last: its steps mostly come together. */
	long note;
	struct jscan_document document;
};

const char *jscan_followup_title(const struct jscan_followup *item,
				 struct jscan_arena *arena)
{
	const char *title = jscan_followup_phrase(item);
	const char *comma = item->company && item->role ? ", " : "";

	if (item->contact)
		title = jscan_arena_printf(arena, "%s \xe2\x86\x92 %s", title,
					   item->contact);
	if (!item->company && !item->role)
		return title;
	return jscan_arena_printf(arena, "%s (%s%s%s)", title,
				  item->company ? item->company : "", comma,
				  item->role ? item->role : "");
}

/* Opens the note for its lines; false when it is not as it was. */
static bool open_note(struct why *why, long note)
{
	struct jscan_arena *arena = why->journal->arena;
	struct jscan_diags diags;
	struct jscan_error err;
	struct jscan_buf bytes;
	bool is_read;

	if (note == why->note)
		return true;
	jscan_buf_init(&bytes);
	is_read = note >= 0 &&
		  !jscan_journal_read(&bytes, why->journal, (size_t)note, &err);
	if (is_read) {
		jscan_diags_init(&diags, arena);
		jscan_document_open(
			&why->document, why->journal->facts[note].path,
			bytes.len ? bytes.data : "", bytes.len, arena, &diags);
		why->note = note;
	}
	jscan_buf_release(&bytes);
	return is_read;
}

/* The line as it stands, without blanks at its ends; NULL when it is gone. */
static const char *quote(struct why *why, const char *path, unsigned line)
{
	size_t len;
	const char *text;

	if (!line ||
	    !open_note(why, jscan_journal_find_note(why->journal, path)) ||
	    line > why->document.line_count)
		return NULL;
	text = jscan_document_line(&why->document, line, &len);
	while (len && strchr(" \t\n", *text)) {
		text++;
		len--;
	}
	while (len && strchr(" \t\n", text[len - 1]))
		len--;
	if (len > QUOTE_MOST_BYTES) {
		len = QUOTE_MOST_BYTES;
		while (len && ((unsigned char)text[len] & 0xc0) == 0x80)
			len--;
	}
	return jscan_arena_strndup(why->journal->arena, text, len);
}

static void add_explanation(struct why *why, const char *title,
			    const struct jscan_steps *steps)
{
	struct jscan_explanation item = {title, steps->items, steps->count};

	for (size_t i = 0; i < steps->count; i++) {
		struct jscan_step *step = &steps->items[i];

		if (step->path)
			step->quote = quote(why, step->path, step->line);
	}
	why->items = jscan_arena_grow(why->journal->arena, why->items,
				      why->count, sizeof(item));
	why->items[why->count++] = item;
}

static void explain_item(struct why *why, const struct jscan_followup *item)
{
	struct jscan_arena *arena = why->journal->arena;
	struct jscan_steps steps = {arena, NULL, 0};
	const char *title = jscan_arena_printf(
		arena, "%s [%s]", jscan_followup_title(item, arena), item->id);

	jscan_item_explain(&steps, item->item, why->journal->config,
			   why->journal->report->as_of, item->contact);
	for (size_t i = 0; i < item->talking_points.count; i++)
		jscan_steps_add(&steps, NULL, 0, "say: %s",
				item->talking_points.items[i]);
	add_explanation(why, title, &steps);
}

/*
 * Items that a task stands in for are in no list.  Each has an open task beside
 * it, so the companies of the tasks are all that has to be looked through.
 */
static bool explain_left_out(struct why *why, const char *id)
{
	const struct jscan_report *report = why->journal->report;
	struct jscan_arena *arena = why->journal->arena;

	for (size_t i = 0; i < report->followup_count; i++) {
		const struct jscan_item *task = report->followups[i].item;
		struct jscan_items all = {.arena = arena,
					  .config = why->journal->config,
					  .as_of = report->as_of};

		if (!task->task ||
		    !jscan_followup_is_open(&report->followups[i]))
			continue;
		jscan_items_add_all(&all, task->timelines,
				    task->timeline_count);
		for (size_t j = 0; j < all.count; j++) {
			const struct jscan_item *item = &all.items[j];
			struct jscan_followup followup = {
				.id = jscan_item_make_id(item, arena),
				.rule = item->rule,
				.action = jscan_rule_name(item->rule),
				.company = item->timeline->group->company,
				.role = item->timeline->group->role,
				.item = item};

			if (!jscan_id_begins(followup.id, id) ||
			    !jscan_items_find_double(&all, item))
				continue;
			explain_item(why, &followup);
			return true;
		}
	}
	return false;
}

static int explain_id(struct why *why, const char *id, struct jscan_error *err)
{
	const struct jscan_followup *item;
	struct jscan_error problem;

	if (!jscan_followup_find(&item, why->journal->report, id, &problem))
		explain_item(why, item);
	else if (problem.code != JSCAN_ERR_NOT_FOUND || !*id ||
		 !explain_left_out(why, id)) {
		*err = problem;
		return -1;
	}
	return 0;
}

/* What the report lists at that line, and where it comes from. */
static void add_findings(struct why *why, struct jscan_steps *steps,
			 const char *path, unsigned line)
{
	const struct jscan_report *report = why->journal->report;

	for (size_t i = 0; i < report->assessment_count; i++) {
		const struct jscan_assessment *a = &report->assessments[i];
		static const char *const polarities[] = {"weakness",
							 "strength"};

		if (a->line == line && !strcmp(a->path, path))
			jscan_steps_add(steps, path, line,
					"in the report: %s %s, from %s",
					polarities[a->polarity], a->weakness,
					jscan_evidence_name(a->source));
	}
}

/* One step for each line of the account. */
static void add_account(struct jscan_steps *steps, const struct jscan_buf *text)
{
	size_t start = 0;

	while (start < text->len) {
		size_t len = strcspn(text->data + start, "\n");

		jscan_steps_add(steps, NULL, 0, "%.*s", (int)len,
				text->data + start);
		start += len + 1;
	}
}

static int explain_sentences(struct why *why, size_t note, unsigned line,
			     struct jscan_error *err)
{
	const struct jscan_journal *journal = why->journal;
	const struct jscan_facts *facts = &journal->facts[note];
	struct jscan_steps steps = {journal->arena, NULL, 0};
	struct jscan_buf bytes, account;
	int ret;

	jscan_buf_init(&bytes);
	jscan_buf_init(&account);
	ret = jscan_journal_read(&bytes, journal, note, err);
	if (!ret && facts->is_entry)
		jscan_line_explain(&account, facts, journal->config,
				   journal->lexicon,
				   bytes.len ? bytes.data : "", bytes.len, line,
				   journal->arena);
	jscan_buf_release(&bytes);
	add_findings(why, &steps, facts->path, line);
	add_account(&steps, &account);
	jscan_buf_release(&account);
	if (!ret && steps.count)
		add_explanation(why,
				jscan_arena_printf(journal->arena, "%s:%u",
						   facts->path, line),
				&steps);
	return ret;
}

static int explain_line(struct why *why, const char *path, unsigned line,
			struct jscan_error *err)
{
	const struct jscan_report *report = why->journal->report;
	long note;

	while (!strncmp(path, "./", 2))
		path += 2;
	note = jscan_journal_find_note(why->journal, path);
	if (note < 0)
		return jscan_error_set(err, JSCAN_ERR_NOT_FOUND,
				       "no note of the journal is called "
				       "'%.200s'",
				       path);
	for (size_t i = 0; i < report->followup_count; i++) {
		if (report->followups[i].line == line &&
		    !strcmp(report->followups[i].path, path))
			explain_item(why, &report->followups[i]);
	}
	if (explain_sentences(why, (size_t)note, line, err) < 0)
		return -1;
	if (why->count)
		return 0;
	return jscan_error_set_at(err, JSCAN_ERR_NOT_FOUND, path, line, 0,
				  "nothing of the report comes from this line");
}

/* "path:line": the colon behind the path, and a line number after it. */
static const char *find_colon(const char *what, unsigned *line)
{
	const char *colon = strrchr(what, ':');
	size_t digits = colon ? strspn(colon + 1, "0123456789") : 0;

	if (!digits || digits > 9 || colon[1 + digits])
		return NULL;
	*line = (unsigned)strtoul(colon + 1, NULL, 10);
	return colon;
}

int jscan_why_make(struct jscan_explanations *out,
		   const struct jscan_journal *journal, const char *what,
		   struct jscan_error *err)
{
	struct why why = {.journal = journal, .note = -1};
	unsigned line = 0;
	const char *colon = find_colon(what, &line);
	int ret;

	if (colon)
		ret = explain_line(&why,
				   jscan_arena_strndup(journal->arena, what,
						       (size_t)(colon - what)),
				   line, err);
	else
		ret = explain_id(&why, what, err);
	out->items = why.items;
	out->count = why.count;
	return ret;
}
