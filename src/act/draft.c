/*
 * Gathers the facts that a message may name, fills the template of the item's
 * rule (ours, or the writer's own file), and puts it into one of two forms.
 * A fact that the journal does not have is NULL, and never made up.
 */
#include "act/draft.h"

#include <assert.h>
#include <string.h>

#include "act/drafts.h"
#include "act/eml.h"
#include "act/find.h"
#include "act/own_template.h"
#include "act/template.h"
#include "base/date.h"
#include "base/error.h"
#include "base/utf8.h"
#include "model/company.h"
#include "plan/say.h"

struct draft {
	const struct jscan_journal *journal;
	const struct jscan_followup *followup;
	const struct jscan_item *item;
	const struct jscan_contact *contact; /* or NULL */
	enum jscan_rule rule;		     /* whose template it is */
	struct jscan_arena *arena;
};

static const char *clean(struct draft *draft, const char *text)
{
	char *out;

	if (!text)
		return NULL;
	out = jscan_template_clean(draft->arena, text, strlen(text), false);
	return *out ? out : NULL;
}

/* "6 May 2026", or "May 6, 2026", as the configuration has the order. */
static const char *say_day(struct draft *draft, struct jscan_date date)
{
	static const char *const months[] = {"January", "February", "March",
					     "April",	"May",	    "June",
					     "July",	"August",   "September",
					     "October", "November", "December"};

	if (!jscan_date_is_set(date))
		return NULL;
	assert(date.month >= 1 && date.month <= 12);
	if (draft->journal->config->is_day_first)
		return jscan_arena_printf(draft->arena, "%d %s %d", date.day,
					  months[date.month - 1], date.year);
	return jscan_arena_printf(draft->arena, "%s %d, %d",
				  months[date.month - 1], date.day, date.year);
}

static bool is_of_company(enum jscan_rule rule)
{
	return rule == JSCAN_RULE_KEEP_IN_TOUCH || rule == JSCAN_RULE_REOPENED;
}

/* The last moment of a kind up to the day in the application. */
static const struct jscan_moment *find_last(const struct draft *draft,
					    enum jscan_moment_kind kind)
{
	const struct jscan_timeline *timeline = draft->item->timeline;
	const struct jscan_moment *last = NULL;

	for (size_t i = 0; i < timeline->count; i++) {
		const struct jscan_moment *m = &timeline->moments[i];

		if (m->kind == kind &&
		    jscan_timeline_is_past(timeline, m->date))
			last = m;
	}
	return last;
}

/*
 * The interview that is spoken of: the item's own, else the last one held.  One
 * for another role of the company is none: a message would mix them up.
 */
static const struct jscan_moment *find_interview(const struct draft *draft)
{
	const struct jscan_item *item = draft->item;
	const struct jscan_timeline *timeline = item->timeline;

	if (item->rule != JSCAN_RULE_THANK_YOU &&
	    item->rule != JSCAN_RULE_REPLY)
		return find_last(draft, JSCAN_MOMENT_INTERVIEW);
	for (size_t i = 0; i < timeline->count; i++) {
		const struct jscan_moment *m = &timeline->moments[i];

		if (m->kind == JSCAN_MOMENT_INTERVIEW &&
		    !jscan_date_compare(m->date, item->fact_date))
			return m;
	}
	return NULL;
}

static struct jscan_date day_of(const struct jscan_moment *moment)
{
	struct jscan_date none = {0, 0, 0};

	return moment ? moment->date : none;
}

static const char *say_greeting(struct draft *draft)
{
	const char *name = clean(draft, draft->followup->contact);

	return name ? jscan_arena_printf(draft->arena, "Dear %s,", name)
		    : "Hello,";
}

/* What was sent already, as the talking points name it. */
static const char *say_sent(struct draft *draft)
{
	const char *text = NULL;
	struct jscan_sent sent;

	jscan_sent_make(&sent, draft->item->timelines,
			draft->item->timeline_count, draft->arena);
	for (size_t i = 0; i < sent.documents.count && i < 10; i++)
		text = text ? jscan_arena_printf(draft->arena, "%s, %s", text,
						 sent.documents.items[i])
			    : sent.documents.items[i];
	return clean(draft, text);
}

static const char *say_points(struct draft *draft)
{
	const struct jscan_texts *points = &draft->followup->talking_points;
	const char *text = NULL;

	for (size_t i = 0; i < points->count; i++) {
		const char *point = clean(draft, points->items[i]);

		if (point)
			text = jscan_arena_printf(draft->arena, "%s%s- %s",
						  text ? text : "",
						  text ? "\n" : "", point);
	}
	return text;
}

static bool has_point(const struct draft *draft, const char *point)
{
	const struct jscan_texts *points = &draft->followup->talking_points;

	for (size_t i = 0; i < points->count; i++) {
		if (!strcmp(points->items[i], point))
			return true;
	}
	return false;
}

/* The promise that the interview at hand ended with. */
static const char *say_promised(struct draft *draft)
{
	const struct jscan_moment *interview = find_interview(draft);

	if (!interview || is_of_company(draft->item->rule))
		return NULL;
	return say_day(draft, jscan_timeline_promised(draft->item->timeline,
						      interview));
}

static const char *say_stage(struct draft *draft)
{
	const struct jscan_moment *interview = find_interview(draft);

	return interview ? clean(draft, interview->words) : NULL;
}

static const char *when(bool holds)
{
	return holds ? "" : NULL;
}

#define MOST_PLACEHOLDERS 24

static size_t list_facts(struct draft *draft, struct jscan_placeholder *out)
{
	const struct jscan_followup *followup = draft->followup;
	const struct jscan_contact *contact = draft->contact;
	const struct jscan_moment *interview = find_interview(draft);
	bool is_sending = !strcmp(followup->action, "send-document");
	const struct jscan_placeholder facts[] = {
		{"greeting", say_greeting(draft)},
		{"contact", clean(draft, followup->contact)},
		{"title", clean(draft, contact ? contact->title : NULL)},
		{"company", clean(draft, followup->company)},
		{"role", clean(draft, followup->role)},
		{"stage", say_stage(draft)},
		{"date", say_day(draft, draft->item->fact_date)},
		{"interview-date", say_day(draft, day_of(interview))},
		{"applied",
		 say_day(draft,
			 draft->item->rule == JSCAN_RULE_APPLICATION
				 ? draft->item->fact_date
				 : day_of(find_last(
					   draft, JSCAN_MOMENT_APPLICATION)))},
		{"promised", say_promised(draft)},
		{"closed", say_day(draft, draft->item->timeline->closed)},
		{"due", say_day(draft, followup->due)},
		{"today", say_day(draft, draft->journal->report->as_of)},
		{"task",
		 clean(draft,
		       draft->item->task ? draft->item->task->words : NULL)},
		{"sent", say_sent(draft)},
		{"points", say_points(draft)},
		{"?check-in",
		 when(draft->rule == JSCAN_RULE_KEEP_IN_TOUCH && !is_sending)},
		{"?send-document", when(is_sending)},
		{"?looking", when(has_point(draft, JSCAN_POINT_LOOKING))},
		{"?ask-elsewhere",
		 when(has_point(draft, JSCAN_POINT_ELSEWHERE))},
		{"?interviewed", when(interview != NULL)},
	};
	size_t count = sizeof(facts) / sizeof(facts[0]);

	memcpy(out, facts, sizeof(facts));
	return count;
}

static bool is_at_company(struct draft *draft,
			  const struct jscan_contact *contact)
{
	const char *key = draft->item->timeline->group->company_key;

	for (size_t i = 0; i < contact->companies.count; i++) {
		if (!strcmp(jscan_company_fold(draft->arena,
					       contact->companies.items[i]),
			    key))
			return true;
	}
	return false;
}

/* Every word of `name` is one of `whole`; both folded. */
static bool holds_words(const char *whole, const char *name)
{
	while (*name) {
		size_t len = strcspn(name, " ");
		const char *at = whole;

		while (*at && (strcspn(at, " ") != len ||
			       strncmp(at, name, len) != 0)) {
			at += strcspn(at, " ");
			at += *at == ' ';
		}
		if (!*at)
			return false;
		name += len;
		name += *name == ' ';
	}
	return true;
}

/*
 * The person behind the name: of that name at that company, else the only one
 * there whose name has all its words.
 */
static void find_contact(struct draft *draft)
{
	const struct jscan_report *report = draft->journal->report;
	const char *name = draft->followup->contact;
	const struct jscan_contact *part = NULL;
	const char *folded;
	size_t parts = 0;

	if (!name)
		return;
	folded = jscan_utf8_fold_words(draft->arena, name, strlen(name));
	for (size_t i = 0; i < report->contact_count; i++) {
		const struct jscan_contact *at = &report->contacts[i];
		const char *whole;

		if (!at->name || !is_at_company(draft, at))
			continue;
		whole = jscan_utf8_fold_words(draft->arena, at->name,
					      strlen(at->name));
		if (!strcmp(whole, folded)) {
			draft->contact = at;
			return;
		}
		if (*folded && holds_words(whole, folded)) {
			part = at;
			parts++;
		}
	}
	if (parts == 1)
		draft->contact = part;
}

/* The rule whose message says what the task says. */
static enum jscan_rule find_rule(const struct jscan_item *item)
{
	if (!item->task)
		return item->rule;
	switch (item->task->touch) {
	case JSCAN_TOUCH_THANK_YOU:
		return JSCAN_RULE_THANK_YOU;
	case JSCAN_TOUCH_FEEDBACK_REQUEST:
		return JSCAN_RULE_ASK_FEEDBACK;
	default:
		return JSCAN_RULE_TASK;
	}
}

/* A template of that name for new notes begins with their front matter. */
static bool is_for_notes(const struct jscan_template *template)
{
	return !strncmp(template->text, "---\n", 4);
}

static int find_template(struct draft *draft, struct jscan_template *out,
			 struct jscan_error *err)
{
	if (jscan_own_template_read(out, draft->journal,
				    jscan_rule_name(draft->rule), draft->arena,
				    err) < 0)
		return -1;
	if (out->path && !is_for_notes(out))
		return 0;
	out->path = NULL;
	out->text = jscan_draft_template(draft->rule);
	if (out->text &&
	    (draft->rule != JSCAN_RULE_TASK || draft->item->task->touch ||
	     draft->item->task->is_bare_date)) {
		out->len = strlen(out->text);
		return 0;
	}
	return jscan_error_set_at(err, JSCAN_ERR_REFUSED, draft->followup->path,
				  draft->followup->line, 0,
				  "nobody is written to for this: it is for "
				  "yourself");
}

/* A first line "Subject: …" is the subject, and what follows the body. */
static void split(struct draft *draft, struct jscan_message *out,
		  const char *text)
{
	static const char mark[] = "Subject:";
	size_t len = strcspn(text, "\n");

	if (!strncmp(text, mark, sizeof(mark) - 1)) {
		out->subject = clean(
			draft, jscan_arena_strndup(draft->arena,
						   text + sizeof(mark) - 1,
						   len - (sizeof(mark) - 1)));
		text += len;
	}
	while (*text == '\n')
		text++;
	out->body = text;
}

static void write_text(struct jscan_buf *out,
		       const struct jscan_message *message)
{
	if (message->mail)
		jscan_buf_addf(out, "To: %s <%s>\n",
			       message->name ? message->name : "",
			       message->mail);
	else if (message->name)
		jscan_buf_addf(out, "To: %s\n", message->name);
	if (message->subject)
		jscan_buf_addf(out, "Subject: %s\n", message->subject);
	if (out->len)
		jscan_buf_addc(out, '\n');
	jscan_buf_adds(out, message->body);
}

static const char *find_mail(const struct draft *draft)
{
	const struct jscan_contact *contact = draft->contact;

	for (size_t i = 0; contact && i < contact->emails.count; i++) {
		if (jscan_message_is_address(contact->emails.items[i]))
			return contact->emails.items[i];
	}
	return NULL;
}

static int write_message(struct jscan_buf *out, struct draft *draft,
			 const char *text, enum jscan_format format)
{
	struct jscan_message message = {
		.name = clean(draft, draft->followup->contact),
		.mail = find_mail(draft)};

	split(draft, &message, text);
	if (format == JSCAN_FORMAT_EML)
		jscan_message_write_eml(out, &message);
	else
		write_text(out, &message);
	return 0;
}

static int make(struct jscan_buf *out, struct draft *draft, const char *id,
		enum jscan_format format, struct jscan_error *err)
{
	struct jscan_placeholder facts[MOST_PLACEHOLDERS];
	struct jscan_template template;
	struct jscan_buf text;
	int ret;

	if (format != JSCAN_FORMAT_TEXT && format != JSCAN_FORMAT_EML)
		return jscan_error_set(err, JSCAN_ERR_USAGE,
				       "a draft is text or eml");
	if (jscan_followup_find(&draft->followup, draft->journal->report, id,
				err) < 0)
		return -1;
	draft->item = draft->followup->item;
	draft->rule = find_rule(draft->item);
	if (find_template(draft, &template, err) < 0)
		return -1;
	find_contact(draft);
	jscan_buf_init(&text);
	ret = jscan_template_fill(&text, &template, facts,
				  list_facts(draft, facts), err);
	if (!ret)
		ret = write_message(out, draft, text.len ? text.data : "",
				    format);
	jscan_buf_release(&text);
	return ret;
}

int jscan_draft_make(struct jscan_buf *out, const struct jscan_journal *journal,
		     const char *id, enum jscan_format format,
		     struct jscan_error *err)
{
	struct jscan_arena arena;
	struct draft draft = {.journal = journal, .arena = &arena};
	int ret;

	jscan_arena_init(&arena);
	ret = make(out, &draft, id, format, err);
	jscan_arena_release(&arena);
	return ret;
}
