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
#include "plan/part.h"

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

void jscan_plan_append(struct jscan_diags *diags,
		       const struct jscan_diagnostic *items, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		diags->items =
			jscan_arena_grow(diags->arena, diags->items,
					 diags->count, sizeof(*diags->items));
		diags->items[diags->count++] = items[i];
	}
}

void jscan_order_add(struct jscan_order *order, const struct jscan_facts *facts)
{
	order->shows_day_first |= facts->shows_day_first;
	order->shows_month_first |= facts->shows_month_first;
	if (order->path || !facts->order_line)
		return;
	order->path = facts->path;
	order->line = facts->order_line;
	order->column = facts->order_column;
}

/* Once, when dates like 11/9/2026 stand beside some of the other order. */
static void warn_of_order(struct jscan_diags *diags,
			  const struct jscan_order *order,
			  const struct jscan_config *config)
{
	if (!order->path || !(config->is_day_first ? order->shows_month_first
						   : order->shows_day_first))
		return;
	jscan_diags_add(diags, order->path, order->line, order->column,
			JSCAN_DIAG_DATE_ORDER,
			"read %s first, but other dates of this journal fit "
			"only the other order; see 'date-order' in the "
			"configuration",
			config->is_day_first ? "day" : "month");
}

void jscan_plan_add_diagnostics(struct jscan_report *out,
				struct jscan_diags *diags,
				const struct jscan_order *order,
				const struct jscan_config *config)
{
	warn_of_order(diags, order, config);
	if (diags->count)
		qsort(diags->items, diags->count, sizeof(*diags->items),
		      compare_diagnostics);
	out->diagnostics = diags->items;
	out->diagnostic_count = diags->count;
}

/* Those of the folder and of every note. */
static void add_diagnostics(struct jscan_report *out,
			    const struct jscan_plan_input *input,
			    struct jscan_diags *diags)
{
	struct jscan_order order = {0};

	jscan_plan_append(diags, input->diags->items, input->diags->count);
	for (size_t i = 0; i < input->count; i++) {
		jscan_plan_append(diags, input->facts[i].diagnostics,
				  input->facts[i].diagnostic_count);
		jscan_order_add(&order, &input->facts[i]);
	}
	jscan_plan_add_diagnostics(out, diags, &order, input->config);
}

/* Every mention of a person, with where and when it was. */
void jscan_plan_add_people(struct jscan_report *out,
			   const struct jscan_plan_input *input,
			   const struct jscan_groups *groups,
			   struct jscan_diags *diags, struct jscan_arena *arena)
{
	struct jscan_person_mention *mentions;
	struct jscan_arena scratch;
	struct jscan_people_options options = {.region = input->config->region,
					       .is_brief = input->is_brief};
	struct jscan_people people;
	size_t count = 0;

	for (size_t i = 0; i < input->count; i++)
		count += input->facts[i].mention_count;
	jscan_arena_init(&scratch);
	mentions = jscan_arena_array(&scratch, count, sizeof(*mentions));
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
			m->line = fact->mention.line;
		}
	}
	jscan_people_make(&people, mentions, count, &options, arena, diags);
	out->contacts = people.contacts;
	out->contact_count = people.contact_count;
	jscan_arena_release(&scratch);
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

void jscan_plan_make(struct jscan_report *out,
		     const struct jscan_plan_input *input,
		     struct jscan_arena *arena)
{
	const struct jscan_part *parts[1];
	struct jscan_arena scratch;
	struct jscan_groups groups;
	struct jscan_part whole;
	struct jscan_diags diags;

	memset(out, 0, sizeof(*out));
	out->as_of = input->as_of;
	jscan_diags_init(&diags, arena);
	jscan_groups_make(&groups, input->facts, input->count, input->as_of,
			  arena);
	jscan_arena_init(&scratch);
	jscan_part_make(&whole, input, &groups, arena,
			input->is_brief ? &scratch : arena);
	jscan_arena_release(&scratch);
	parts[0] = &whole;
	jscan_parts_join(out, parts, 1, input->lexicon, arena);
	if (!input->is_brief) {
		out->assessments = whole.evidence.assessments;
		out->assessment_count = whole.evidence.assessment_count;
		add_entries(out, input, arena);
		add_dates(out, input, arena);
	}
	jscan_plan_add_people(out, input, &groups, &diags, arena);
	add_diagnostics(out, input, &diags);
	out->counts.files = (unsigned)input->count;
	for (size_t i = 0; i < input->count; i++)
		out->counts.entries += input->facts[i].is_entry;
	out->counts.contacts = (unsigned)out->contact_count;
}
