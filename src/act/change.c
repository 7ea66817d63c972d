/*
 * Makes an edit of a note and sees to it that it does what it should: the
 * journal is worked out once more with the edited note in it, before a byte is
 * written.  An edit without its effect, or with another, is not made.
 */
#include "act/change.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "act/diff.h"
#include "act/edit.h"
#include "act/find.h"
#include "act/same.h"
#include "base/date.h"
#include "base/error.h"
#include "base/file.h"
#include "base/hash.h"
#include "output/report.h"
#include "plan/plan.h"

struct change {
	struct jscan_edit *out;
	const struct jscan_journal *journal;
	const struct jscan_edit_options *options;
	const struct jscan_followup *followup;
	enum jscan_difference difference;
	size_t note;		  /* its index in the journal */
	struct jscan_buf bytes;	  /* of the note, as scanned */
	struct jscan_arena arena; /* for what is thrown away at the end */
	struct jscan_raw raw;
};

static const char *say_day(struct change *change, struct jscan_date date)
{
	char text[11];

	jscan_date_format(text, date);
	return jscan_arena_strdup(&change->arena, text);
}

static int refuse(struct change *change, enum jscan_error_code code,
		  struct jscan_error *err, const char *message)
{
	return jscan_error_set_at(err, code, change->followup->path,
				  change->followup->line, 0, "%s", message);
}

/* Facts of the note with the splice in it. */
static void read_edited(struct change *change, struct jscan_facts *out,
			const struct jscan_buf *bytes)
{
	struct jscan_facts_reader *reader = jscan_facts_reader_new(
		change->journal->config, change->journal->lexicon);

	jscan_facts_read(reader, out, change->followup->path, bytes->data,
			 bytes->len, &change->arena);
	jscan_facts_reader_free(reader);
}

/* The report of the journal as it would be. */
static void plan_edited(struct change *change, struct jscan_report *out,
			const struct jscan_facts *edited)
{
	const struct jscan_journal *journal = change->journal;
	size_t count = journal->source->count;
	struct jscan_facts *facts =
		jscan_arena_array(&change->arena, count, sizeof(*facts));
	struct jscan_diags diags;
	struct jscan_plan_input input = {.facts = facts,
					 .count = count,
					 .config = journal->config,
					 .lexicon = journal->lexicon,
					 .as_of = journal->report->as_of,
					 .diags = &diags};

	jscan_diags_init(&diags, &change->arena);
	memcpy(facts, journal->facts, count * sizeof(*facts));
	facts[change->note] = *edited;
	jscan_plan_make(out, &input, &change->arena);
}

static const struct jscan_followup *find_id(const struct jscan_report *report,
					    const char *id)
{
	for (size_t i = 0; i < report->followup_count; i++) {
		if (!strcmp(report->followups[i].id, id))
			return &report->followups[i];
	}
	return NULL;
}

/* The item that keeps in touch with the same company. */
static const struct jscan_followup *
find_successor(const struct jscan_report *report,
	       const struct jscan_followup *before)
{
	const char *key = before->item->timeline->group->company_key;

	for (size_t i = 0; i < report->followup_count; i++) {
		const struct jscan_followup *item = &report->followups[i];

		if (item->rule == before->rule &&
		    !strcmp(item->item->timeline->group->company_key, key))
			return item;
	}
	return NULL;
}

/*
 * Is the item met?  A touch starts an application and keeping in touch again:
 * they are then to be done later than before.
 */
static bool is_done(struct change *change, const struct jscan_report *report)
{
	const struct jscan_followup *before = change->followup;
	const struct jscan_followup *after = find_id(report, before->id);

	if (before->rule == JSCAN_RULE_KEEP_IN_TOUCH) {
		after = find_successor(report, before);
		if (!after || jscan_date_compare(after->item->fact_date,
						 before->item->fact_date) <= 0)
			return false;
	} else if (after && after->status != JSCAN_STATUS_DONE &&
		   (before->rule != JSCAN_RULE_APPLICATION ||
		    jscan_date_compare(after->due, before->due) <= 0)) {
		return false;
	}
	if (after && jscan_followup_is_open(after))
		change->out->next =
			jscan_date_max(after->opens, after->item->rests_until);
	return after != NULL;
}

static bool is_resting(struct change *change, const struct jscan_report *report)
{
	const struct jscan_followup *after =
		find_id(report, change->followup->id);

	return after && after->status == JSCAN_STATUS_UPCOMING &&
	       !jscan_date_compare(after->item->rests_until,
				   change->options->date);
}

static bool has_effect(struct change *change, const struct jscan_buf *bytes)
{
	struct jscan_facts edited;
	struct jscan_report report;

	read_edited(change, &edited, bytes);
	if (!jscan_facts_are_same_but(&change->journal->facts[change->note],
				      &edited, change->difference,
				      &change->arena))
		return false;
	plan_edited(change, &report, &edited);
	return change->difference == JSCAN_DIFFERENCE_SNOOZE
		       ? is_resting(change, &report)
		       : is_done(change, &report);
}

/* The file as it is now must be the one that was read. */
static int replace(struct change *change, const struct jscan_buf *fresh,
		   struct jscan_error *err)
{
	const char *path = change->followup->path;
	const char *slash = strrchr(path, '/');
	const char *parent = slash ? jscan_arena_strndup(&change->arena, path,
							 (size_t)(slash - path))
				   : ".";
	const char *name = slash ? slash + 1 : path;
	int fd = jscan_file_open_below(change->journal->dir_fd, parent,
				       O_RDONLY | O_DIRECTORY);
	struct jscan_buf now;
	int ret = -1;

	if (fd < 0)
		return jscan_error_set_at(err, JSCAN_ERR_IO, path, 0, 0,
					  "cannot open its folder: %s",
					  strerror(errno));
	jscan_buf_init(&now);
	switch (jscan_file_read(&now, fd, name, JSCAN_NOTE_MOST_BYTES)) {
	case JSCAN_READ_OK:
		break;
	case JSCAN_READ_NOT_A_FILE:
		jscan_error_set_at(err, JSCAN_ERR_REFUSED, path, 0, 0,
				   "a link or folder is in its place now");
		goto out;
	case JSCAN_READ_FAILED:
		jscan_error_set_at(err, JSCAN_ERR_IO, path, 0, 0,
				   "cannot read it again: %s", strerror(errno));
		goto out;
	default:
		jscan_error_set_at(err, JSCAN_ERR_REFUSED, path, 0, 0,
				   "it is not there as it was: try again");
		goto out;
	}
	if (now.len != change->bytes.len ||
	    memcmp(now.data, change->bytes.data, now.len) != 0) {
		jscan_error_set_at(err, JSCAN_ERR_REFUSED, path, 0, 0,
				   "changed since it was scanned: try again");
		goto out;
	}
	if (jscan_file_replace(fd, name, fresh->data, fresh->len, 0666) < 0) {
		jscan_error_set_at(err, JSCAN_ERR_IO, path, 0, 0,
				   "cannot write it: %s", strerror(errno));
		goto out;
	}
	ret = 0;
out:
	jscan_buf_release(&now);
	close(fd);
	return ret;
}

static unsigned line_of(const struct change *change, size_t offset)
{
	unsigned line = 1;

	while (line < change->raw.line_count &&
	       change->raw.starts[line] <= offset)
		line++;
	/* Text behind the last line makes one more. */
	return offset == change->bytes.len && change->raw.line_count &&
			       strchr("\r\n", change->bytes.data[offset - 1])
		       ? line + 1
		       : line;
}

static int make(struct change *change, const struct jscan_splice *splice,
		const struct jscan_buf *fresh, struct jscan_error *err)
{
	struct jscan_edit *out = change->out;
	struct jscan_buf diff;

	if (!change->options->is_dry_run && replace(change, fresh, err) < 0)
		return -1;
	jscan_buf_init(&diff);
	jscan_diff_write(&diff, change->followup->path, change->bytes.data,
			 change->bytes.len, splice);
	out->followup = change->followup;
	out->path = change->followup->path;
	out->line = line_of(change, splice->offset);
	out->diff = jscan_arena_strndup(change->journal->arena, diff.data,
					diff.len);
	out->diff_len = diff.len;
	jscan_buf_release(&diff);
	return 0;
}

/* The first edit that has its effect; *is_made: there was one. */
static int try_edits(struct change *change, const struct jscan_edits *edits,
		     bool *is_made, struct jscan_error *err)
{
	int ret = 0;

	*is_made = false;
	for (size_t i = 0; i < edits->count && !*is_made; i++) {
		struct jscan_buf fresh;

		jscan_buf_init(&fresh);
		jscan_splice_apply(&fresh, change->bytes.data,
				   change->bytes.len, &edits->items[i]);
		if (has_effect(change, &fresh)) {
			*is_made = true;
			ret = make(change, &edits->items[i], &fresh, err);
		}
		jscan_buf_release(&fresh);
	}
	return ret;
}

static int open_note(struct change *change, struct jscan_error *err)
{
	const struct jscan_journal *journal = change->journal;
	long note = jscan_journal_find_note(journal, change->followup->path);

	if (note < 0)
		return refuse(change, JSCAN_ERR_BUG, err, "no such note");
	change->note = (size_t)note;
	if (jscan_journal_read(&change->bytes, journal, change->note, err) < 0)
		return -1;
	jscan_raw_open(&change->raw, change->followup->path, change->bytes.data,
		       change->bytes.len, journal->config, &change->arena);
	return 0;
}

/* From which day on something that is written meets the item. */
static struct jscan_date counts_from(const struct jscan_item *item)
{
	switch (item->rule) {
	case JSCAN_RULE_REPLY:
		return item->opens;
	case JSCAN_RULE_APPLICATION:
		for (int i = 1; i >= 0; i--) {
			if (item->restarts[i])
				return jscan_date_add_days(
					item->restarts[i]->date, 1);
		}
		return jscan_date_add_days(item->fact_date, 1);
	case JSCAN_RULE_KEEP_IN_TOUCH:
		return jscan_date_add_days(item->fact_date, 1);
	case JSCAN_RULE_TASK:
	case JSCAN_RULE_PREPARE:
	case JSCAN_RULE_SELF_ASSESSMENT:
		return jscan_date_make(1, 1, 1);
	default:
		return item->fact_date;
	}
}

static int check_day(struct change *change, struct jscan_error *err)
{
	const struct jscan_item *item = change->followup->item;
	struct jscan_date day = change->options->date;
	struct jscan_date from = counts_from(item);
	const char *text = say_day(change, day);
	bool is_touch = item->rule != JSCAN_RULE_TASK &&
			item->rule != JSCAN_RULE_PREPARE;

	if (jscan_date_compare(day, change->journal->report->as_of) > 0)
		return refuse(
			change, JSCAN_ERR_USAGE, err,
			jscan_arena_printf(
				&change->arena,
				"%s is still to come: what was done is on "
				"a day up to today",
				text));
	if (jscan_date_compare(day, from) < 0)
		return refuse(
			change, JSCAN_ERR_USAGE, err,
			jscan_arena_printf(
				&change->arena,
				"%s does not count: a touch meets it from "
				"%s on",
				text, say_day(change, from)));
	if (is_touch && jscan_date_is_set(item->lapses) &&
	    jscan_date_compare(day, item->lapses) > 0)
		return refuse(
			change, JSCAN_ERR_REFUSED, err,
			jscan_arena_printf(
				&change->arena,
				"it lapsed after %s: nothing meets it any "
				"more",
				say_day(change, item->lapses)));
	return 0;
}

/* What all changes start with. */
static int open_change(struct change *change, struct jscan_error *err)
{
	const struct jscan_task *task;

	if (jscan_followup_find(&change->followup, change->journal->report,
				change->options->id, err) < 0)
		return -1;
	if (!jscan_date_is_set(change->options->date))
		return refuse(change, JSCAN_ERR_USAGE, err, "on which day?");
	if (change->followup->status == JSCAN_STATUS_DONE)
		return refuse(change, JSCAN_ERR_REFUSED, err,
			      "it is done already");
	task = change->followup->item->task;
	if (task && task->is_done)
		return refuse(
			change, JSCAN_ERR_REFUSED, err,
			jscan_arena_printf(&change->arena,
					   "it is marked as done on %s already",
					   say_day(change, task->done_date)));
	return 0;
}

/* Runs one kind of change, with what all of them need around it. */
static int
run(int (*make_change)(struct change *change, struct jscan_error *err),
    struct jscan_edit *out, const struct jscan_journal *journal,
    const struct jscan_edit_options *options, struct jscan_error *err)
{
	struct change change;
	int ret;

	memset(&change, 0, sizeof(change));
	memset(out, 0, sizeof(*out));
	change.out = out;
	change.journal = journal;
	change.options = options;
	jscan_buf_init(&change.bytes);
	jscan_arena_init(&change.arena);
	ret = make_change(&change, err);
	jscan_buf_release(&change.bytes);
	jscan_arena_release(&change.arena);
	return ret;
}

static int mark_done(struct change *change, struct jscan_error *err)
{
	const struct jscan_item *item;
	struct jscan_edits edits;
	bool is_made;

	change->difference = JSCAN_DIFFERENCE_DONE;
	if (open_change(change, err) < 0)
		return -1;
	item = change->followup->item;
	if (item->rule != JSCAN_RULE_SELF_ASSESSMENT) {
		if (check_day(change, err) < 0 || open_note(change, err) < 0)
			return -1;
		jscan_edits_meet(&edits, &change->raw, item,
				 change->options->date);
		if (try_edits(change, &edits, &is_made, err) < 0)
			return -1;
		if (is_made)
			return 0;
	}
	return refuse(
		change, JSCAN_ERR_REFUSED, err,
		jscan_edit_say(item, change->options->date, &change->arena));
}

int jscan_change_mark_done(struct jscan_edit *out,
			   const struct jscan_journal *journal,
			   const struct jscan_edit_options *options,
			   struct jscan_error *err)
{
	return run(mark_done, out, journal, options, err);
}

/* The rules of the other open items that the note makes, one bit each. */
static unsigned find_others(const struct change *change)
{
	const struct jscan_report *report = change->journal->report;
	unsigned rules = 0;

	for (size_t i = 0; i < report->followup_count; i++) {
		const struct jscan_followup *item = &report->followups[i];

		if (jscan_followup_is_open(item) &&
		    item->rule != change->followup->rule &&
		    !strcmp(item->path, change->followup->path))
			rules |= 1u << item->rule;
	}
	return rules;
}

static int snooze(struct change *change, struct jscan_error *err)
{
	struct jscan_date as_of = change->journal->report->as_of;
	struct jscan_date until = change->options->date;
	const struct jscan_item *item;
	struct jscan_edits edits;
	bool is_made;

	change->difference = JSCAN_DIFFERENCE_SNOOZE;
	if (open_change(change, err) < 0)
		return -1;
	item = change->followup->item;
	if (change->followup->status == JSCAN_STATUS_LAPSED)
		return refuse(change, JSCAN_ERR_REFUSED, err,
			      "it has lapsed: there is nothing to put off");
	if (jscan_date_compare(until, as_of) <= 0)
		return refuse(change, JSCAN_ERR_USAGE, err,
			      jscan_arena_printf(&change->arena,
						 "%s is not in the future",
						 say_day(change, until)));
	if (jscan_date_compare(item->rests_until, until) >= 0)
		return refuse(
			change, JSCAN_ERR_REFUSED, err,
			jscan_arena_printf(&change->arena,
					   "it rests until %s already",
					   say_day(change, item->rests_until)));
	if (open_note(change, err) < 0)
		return -1;
	jscan_edits_snooze(&edits, &change->raw, item, until, as_of,
			   find_others(change));
	if (try_edits(change, &edits, &is_made, err) < 0)
		return -1;
	if (is_made)
		return 0;
	return refuse(change, JSCAN_ERR_REFUSED, err,
		      jscan_arena_printf(&change->arena,
					 "write it yourself: '%s: %s' under "
					 "'snooze' in the front matter",
					 jscan_rule_name(item->rule),
					 say_day(change, until)));
}

int jscan_change_snooze(struct jscan_edit *out,
			const struct jscan_journal *journal,
			const struct jscan_edit_options *options,
			struct jscan_error *err)
{
	return run(snooze, out, journal, options, err);
}
