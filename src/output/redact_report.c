/*
 * A report that can be shown to strangers: people and companies by their
 * initials, addresses left out, paths as numbers.  All else stays, in the same
 * order, so that every format can be made of it.
 */
#include <string.h>

#include "output/redact.h"

static struct jscan_texts redact_texts(struct jscan_redaction *redaction,
				       struct jscan_texts texts,
				       enum jscan_redact_mode mode)
{
	const char **items = jscan_arena_array(&redaction->arena, texts.count,
					       sizeof(*items));

	for (size_t i = 0; i < texts.count; i++)
		items[i] = jscan_redact_text(redaction, texts.items[i], mode);
	texts.items = items;
	return texts;
}

static struct jscan_texts redact_companies(struct jscan_redaction *redaction,
					   struct jscan_texts texts)
{
	const char **items = jscan_arena_array(&redaction->arena, texts.count,
					       sizeof(*items));

	for (size_t i = 0; i < texts.count; i++)
		items[i] = jscan_redact_company(redaction, texts.items[i]);
	texts.items = items;
	return texts;
}

static struct jscan_places redact_places(struct jscan_redaction *redaction,
					 struct jscan_places places)
{
	struct jscan_place *items = jscan_arena_array(
		&redaction->arena, places.count, sizeof(*items));

	for (size_t i = 0; i < places.count; i++) {
		items[i] = places.items[i];
		items[i].path = jscan_redact_path(redaction, items[i].path);
		items[i].text = jscan_redact_text(redaction, items[i].text,
						  JSCAN_REDACT_PROSE);
	}
	places.items = items;
	return places;
}

static const char *ours(struct jscan_redaction *redaction, const char *text)
{
	return jscan_redact_text(redaction, text, JSCAN_REDACT_OURS);
}

static const char *title(struct jscan_redaction *redaction, const char *text)
{
	return jscan_redact_text(redaction, text, JSCAN_REDACT_TITLE);
}

static const char *prose(struct jscan_redaction *redaction, const char *text)
{
	return jscan_redact_text(redaction, text, JSCAN_REDACT_PROSE);
}

/* A copy of a list of records, to be changed. */
static void *copy(struct jscan_redaction *redaction, const void *items,
		  size_t count, size_t size)
{
	void *list = jscan_arena_array(&redaction->arena, count, size);

	return count ? memcpy(list, items, count * size) : list;
}

#define COPY(redaction, report, items, count) \
	copy((redaction), (report)->items, (report)->count, \
	     sizeof(*(report)->items))

static void redact_entries(struct jscan_redaction *redaction,
			   struct jscan_report *report)
{
	struct jscan_entry *list =
		COPY(redaction, report, entries, entry_count);

	for (size_t i = 0; i < report->entry_count; i++) {
		struct jscan_entry *entry = &list[i];
		struct jscan_event *events =
			COPY(redaction, entry, events, event_count);

		entry->path = jscan_redact_path(redaction, entry->path);
		entry->company =
			jscan_redact_company(redaction, entry->company);
		entry->role = ours(redaction, entry->role);
		entry->stage = title(redaction, entry->stage);
		entry->tags =
			redact_texts(redaction, entry->tags, JSCAN_REDACT_OURS);
		for (size_t j = 0; j < entry->event_count; j++)
			events[j].what = title(redaction, events[j].what);
		entry->events = events;
	}
	report->entries = list;
}

static void redact_applications(struct jscan_redaction *redaction,
				struct jscan_report *report)
{
	struct jscan_application *list =
		COPY(redaction, report, applications, application_count);

	for (size_t i = 0; i < report->application_count; i++) {
		list[i].company =
			jscan_redact_company(redaction, list[i].company);
		list[i].role = ours(redaction, list[i].role);
	}
	report->applications = list;
}

static void redact_contacts(struct jscan_redaction *redaction,
			    struct jscan_report *report)
{
	static const struct jscan_texts none;
	struct jscan_contact *list =
		COPY(redaction, report, contacts, contact_count);

	for (size_t i = 0; i < report->contact_count; i++) {
		struct jscan_contact *contact = &list[i];

		contact->name = jscan_redact_person(redaction, contact->name);
		contact->title = ours(redaction, contact->title);
		contact->role = ours(redaction, contact->role);
		contact->emails = none;
		contact->phones = none;
		contact->urls = none;
		contact->companies =
			redact_companies(redaction, contact->companies);
		contact->mentions = redact_places(redaction, contact->mentions);
	}
	report->contacts = list;
}

static void redact_assessments(struct jscan_redaction *redaction,
			       struct jscan_report *report)
{
	struct jscan_said_date *dates =
		COPY(redaction, report, dates, date_count);
	struct jscan_assessment *list =
		COPY(redaction, report, assessments, assessment_count);

	for (size_t i = 0; i < report->date_count; i++) {
		dates[i].path = jscan_redact_path(redaction, dates[i].path);
		dates[i].text = ours(redaction, dates[i].text);
	}
	for (size_t i = 0; i < report->assessment_count; i++) {
		list[i].path = jscan_redact_path(redaction, list[i].path);
		list[i].text = prose(redaction, list[i].text);
		list[i].company =
			jscan_redact_company(redaction, list[i].company);
	}
	report->dates = dates;
	report->assessments = list;
}

static void redact_weaknesses(struct jscan_redaction *redaction,
			      struct jscan_report *report)
{
	struct jscan_weakness *list =
		COPY(redaction, report, weaknesses, weakness_count);

	for (size_t i = 0; i < report->weakness_count; i++)
		list[i].evidence = redact_places(redaction, list[i].evidence);
	report->weaknesses = list;
}

static const struct jscan_sitting *
redact_sittings(struct jscan_redaction *redaction,
		const struct jscan_sitting *sittings, size_t count)
{
	struct jscan_sitting *list =
		copy(redaction, sittings, count, sizeof(*sittings));

	for (size_t i = 0; i < count; i++) {
		list[i].company =
			jscan_redact_company(redaction, list[i].company);
		list[i].role = ours(redaction, list[i].role);
		list[i].what = title(redaction, list[i].what);
		list[i].path = jscan_redact_path(redaction, list[i].path);
	}
	return list;
}

static void redact_followups(struct jscan_redaction *redaction,
			     struct jscan_report *report)
{
	struct jscan_followup *list =
		COPY(redaction, report, followups, followup_count);

	for (size_t i = 0; i < report->followup_count; i++) {
		struct jscan_followup *item = &list[i];

		/* The action of a task is its words, else it is one of ours. */
		item->action = item->rule == JSCAN_RULE_TASK
				       ? prose(redaction, item->action)
				       : item->action;
		item->company = jscan_redact_company(redaction, item->company);
		item->role = ours(redaction, item->role);
		item->contact = jscan_redact_person(redaction, item->contact);
		item->why = ours(redaction, item->why);
		item->talking_points = redact_texts(
			redaction, item->talking_points, JSCAN_REDACT_PROSE);
		item->path = jscan_redact_path(redaction, item->path);
	}
	report->followups = list;
}

static void redact_diagnostics(struct jscan_redaction *redaction,
			       struct jscan_report *report)
{
	struct jscan_diagnostic *list =
		COPY(redaction, report, diagnostics, diagnostic_count);

	for (size_t i = 0; i < report->diagnostic_count; i++) {
		list[i].path = jscan_redact_path(redaction, list[i].path);
		list[i].message = prose(redaction, list[i].message);
	}
	report->diagnostics = list;
}

const struct jscan_report *
jscan_redaction_report(struct jscan_redaction *redaction,
		       const struct jscan_report *report)
{
	struct jscan_report *copied =
		jscan_arena_alloc(&redaction->arena, sizeof(*copied));

	*copied = *report;
	redact_entries(redaction, copied);
	redact_applications(redaction, copied);
	redact_contacts(redaction, copied);
	redact_assessments(redaction, copied);
	redact_weaknesses(redaction, copied);
	redact_followups(redaction, copied);
	redact_diagnostics(redaction, copied);
	copied->sittings = redact_sittings(redaction, copied->sittings,
					   copied->sitting_count);
	copied->arranged = redact_sittings(redaction, copied->arranged,
					   copied->arranged_count);
	/* An address says whose it is, and there is no note of that name. */
	copied->link_format = NULL;
	copied->folder = NULL;
	return copied;
}

/* A commit is named by what it holds, so it is not named at all. */
static void redact_states(struct jscan_redaction *redaction,
			  struct jscan_log *log)
{
	struct jscan_log_state *list =
		COPY(redaction, log, states, state_count);

	for (size_t i = 0; i < log->state_count; i++)
		list[i].subject = "";
	log->states = list;
}

const struct jscan_log *jscan_redaction_log(struct jscan_redaction *redaction,
					    const struct jscan_log *log)
{
	struct jscan_log *copied =
		jscan_arena_alloc(&redaction->arena, sizeof(*copied));
	struct jscan_log_application *list;

	*copied = *log;
	redact_states(redaction, copied);
	list = COPY(redaction, log, applications, application_count);
	for (size_t i = 0; i < log->application_count; i++) {
		struct jscan_log_application *at = &list[i];
		struct jscan_log_stage *stages =
			COPY(redaction, at, stages, stage_count);

		at->company = jscan_redact_company(redaction, at->company);
		at->role = ours(redaction, at->role);
		for (size_t j = 0; j < at->stage_count; j++) {
			stages[j].what = title(redaction, stages[j].what);
			stages[j].path =
				jscan_redact_path(redaction, stages[j].path);
		}
		at->stages = stages;
	}
	copied->applications = list;
	return copied;
}
