/*
 * Puts the parts of a report together: applications, follow-ups, weaknesses,
 * people, dates and diagnostics, each in the report's order.
 */
#include "plan/plan.h"

#include <stdlib.h>
#include <string.h>

#include "base/date.h"
#include "model/application.h"
#include "model/person.h"
#include "plan/entries.h"
#include "plan/evidence.h"
#include "plan/followup.h"

static int compare_dates(const void *left, const void *right)
{
	const struct jscan_said_date *a = left, *b = right;
	int order = strcmp(a->path, b->path);

	if (!order)
		order = (a->line > b->line) - (a->line < b->line);
	return order ? order
		     : (a->column > b->column) - (a->column < b->column);
}

static void add_dates(struct jscan_report *out,
		      const struct jscan_plan_input *input,
		      struct jscan_arena *arena)
{
	struct jscan_said_date *dates;
	size_t count = 0;

	for (size_t i = 0; i < input->count; i++)
		count += input->facts[i].date_count;
	dates = jscan_arena_array(arena, count, sizeof(*dates));
	count = 0;
	for (size_t i = 0; i < input->count; i++) {
		const struct jscan_facts *facts = &input->facts[i];

		for (size_t j = 0; j < facts->date_count; j++) {
			const struct jscan_date_fact *fact = &facts->dates[j];
			struct jscan_said_date date = {facts->path,  fact->line,
						       fact->column, fact->text,
						       fact->start,  fact->end};

			dates[count++] = date;
		}
	}
	for (size_t i = 1; i < count; i++) { /* mostly in order already */
		if (compare_dates(&dates[i - 1], &dates[i]) > 0) {
			qsort(dates, count, sizeof(*dates), compare_dates);
			break;
		}
	}
	out->dates = dates;
	out->date_count = count;
}

static int compare_diagnostics(const void *left, const void *right)
{
	const struct jscan_diagnostic *a = left, *b = right;
	int order = strcmp(a->path, b->path);

	if (!order)
		order = (a->line > b->line) - (a->line < b->line);
	if (!order)
		order = (a->column > b->column) - (a->column < b->column);
	if (!order)
		order = strcmp(a->code, b->code);
	return order ? order : strcmp(a->message, b->message);
}

static void append(struct jscan_diags *diags,
		   const struct jscan_diagnostic *items, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		diags->items =
			jscan_arena_grow(diags->arena, diags->items,
					 diags->count, sizeof(*diags->items));
		diags->items[diags->count++] = items[i];
	}
}

/* Once, when dates like 11/9/2026 stand beside some of the other order. */
static void warn_of_order(struct jscan_diags *diags,
			  const struct jscan_plan_input *input)
{
	bool is_day_first = input->config->is_day_first, shows_other = false;
	const struct jscan_facts *first = NULL;

	for (size_t i = 0; i < input->count; i++) {
		const struct jscan_facts *facts = &input->facts[i];

		shows_other |= is_day_first ? facts->shows_month_first
					    : facts->shows_day_first;
		if (!first && facts->order_line)
			first = facts;
	}
	if (first && shows_other)
		jscan_diags_add(diags, first->path, first->order_line,
				first->order_column, JSCAN_DIAG_DATE_ORDER,
				"read %s first, but other dates of this "
				"journal fit only the other order; see "
				"'date-order' in the configuration",
				is_day_first ? "day" : "month");
}

static void add_diagnostics(struct jscan_report *out,
			    const struct jscan_plan_input *input,
			    struct jscan_diags *diags)
{
	append(diags, input->diags->items, input->diags->count);
	for (size_t i = 0; i < input->count; i++)
		append(diags, input->facts[i].diagnostics,
		       input->facts[i].diagnostic_count);
	warn_of_order(diags, input);
	if (diags->count)
		qsort(diags->items, diags->count, sizeof(*diags->items),
		      compare_diagnostics);
	out->diagnostics = diags->items;
	out->diagnostic_count = diags->count;
}

/* Every mention of a person, with where and when it was. */
static void add_people(struct jscan_report *out,
		       const struct jscan_plan_input *input,
		       const struct jscan_groups *groups,
		       struct jscan_diags *diags, struct jscan_arena *arena)
{
	struct jscan_person_mention *mentions;
	struct jscan_people people;
	size_t count = 0;

	for (size_t i = 0; i < input->count; i++)
		count += input->facts[i].mention_count;
	mentions = jscan_arena_array(arena, count, sizeof(*mentions));
	count = 0;
	for (size_t i = 0; i < input->count; i++) {
		const struct jscan_facts *facts = &input->facts[i];

		for (size_t j = 0; j < facts->mention_count; j++) {
			const struct jscan_mention_fact *fact =
				&facts->mentions[j];
			struct jscan_person_mention *m = &mentions[count++];

			m->mention = &fact->mention;
			m->path = facts->path;
			m->company = facts->company;
			m->application = groups->group_of[i];
			m->date = facts->scopes[fact->scope].date;
		}
	}
	jscan_people_make(&people, mentions, count, input->config->region,
			  arena, diags);
	out->contacts = people.contacts;
	out->contact_count = people.contact_count;
}

static void add_entries(struct jscan_report *out,
			const struct jscan_plan_input *input,
			struct jscan_arena *arena)
{
	struct jscan_entries entries;

	jscan_entries_make(&entries, input->facts, input->count, input->as_of,
			   arena);
	out->entries = entries.items;
	out->entry_count = entries.count;
}

static void count_all(struct jscan_report *out,
		      const struct jscan_plan_input *input,
		      const struct jscan_applications *applications)
{
	struct jscan_counts *counts = &out->counts;

	counts->files = (unsigned)input->count;
	for (size_t i = 0; i < input->count; i++)
		counts->entries += input->facts[i].is_entry;
	counts->applications = (unsigned)out->application_count;
	counts->companies = (unsigned)applications->company_count;
	counts->interviews = applications->interviews;
	counts->contacts = (unsigned)out->contact_count;
	for (size_t i = 0; i < out->followup_count; i++) {
		enum jscan_status status = out->followups[i].status;

		counts->overdue += status == JSCAN_STATUS_OVERDUE;
		counts->due += status == JSCAN_STATUS_DUE;
		counts->upcoming += status == JSCAN_STATUS_UPCOMING;
	}
}

void jscan_plan_make(struct jscan_report *out,
		     const struct jscan_plan_input *input,
		     struct jscan_arena *arena)
{
	struct jscan_groups groups;
	struct jscan_timeline *timelines;
	struct jscan_followups followups;
	struct jscan_evidence_result evidence;
	struct jscan_applications applications;
	struct jscan_diags diags;

	memset(out, 0, sizeof(*out));
	out->as_of = input->as_of;
	jscan_diags_init(&diags, arena);
	jscan_groups_make(&groups, input->facts, input->count, input->as_of,
			  arena);
	timelines = jscan_arena_array(arena, groups.count, sizeof(*timelines));
	for (size_t i = 0; i < groups.count; i++)
		jscan_timeline_make(&timelines[i], &groups.items[i],
				    input->config, input->as_of, arena);
	jscan_followups_make(&followups, &groups, timelines, input, arena);
	jscan_evidence_make(&evidence, input, &groups, timelines, &followups,
			    arena);
	jscan_applications_make(&applications, &groups, timelines, arena);
	out->followups = followups.items;
	out->followup_count = followups.count;
	out->weaknesses = evidence.weaknesses;
	out->weakness_count = evidence.weakness_count;
	out->applications = applications.items;
	out->application_count = applications.count;
	if (!input->is_brief) {
		out->assessments = evidence.assessments;
		out->assessment_count = evidence.assessment_count;
		add_entries(out, input, arena);
		add_dates(out, input, arena);
	}
	add_people(out, input, &groups, &diags, arena);
	add_diagnostics(out, input, &diags);
	count_all(out, input, &applications);
}
