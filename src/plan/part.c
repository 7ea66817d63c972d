/*
 * Parts of a report, and their sum.
 */
#include "plan/part.h"

#include <stdlib.h>
#include <string.h>

#include "plan/entries.h"
#include "plan/followup.h"

void jscan_part_make(struct jscan_part *out,
		     const struct jscan_plan_input *input,
		     const struct jscan_groups *groups,
		     struct jscan_arena *arena, struct jscan_arena *scratch)
{
	struct jscan_timeline *timelines;
	struct jscan_followups followups;
	struct jscan_applications applications;

	memset(out, 0, sizeof(*out));
	timelines =
		jscan_arena_array(scratch, groups->count, sizeof(*timelines));
	for (size_t i = 0; i < groups->count; i++) {
		jscan_timeline_make(&timelines[i], &groups->items[i],
				    input->config, input->as_of, scratch);
		if (timelines[i].state == JSCAN_OUTCOME_ACCEPTED)
			out->is_settled = true;
	}
	jscan_followups_make(&followups, groups, timelines, input, arena);
	jscan_evidence_make(&out->evidence, input, groups, timelines,
			    &followups, arena);
	jscan_applications_make(&applications, groups, timelines, arena);
	out->followups = followups.items;
	out->followup_count = followups.count;
	out->applications = applications.items;
	out->application_count = applications.count;
	out->companies = (unsigned)applications.company_count;
	out->interviews = applications.interviews;
}

static void join_followups(struct jscan_report *out,
			   const struct jscan_part *const *parts, size_t count,
			   struct jscan_arena *arena)
{
	struct jscan_followup *items;
	size_t at = 0;

	for (size_t i = 0; i < count; i++)
		at += parts[i]->followup_count;
	items = jscan_arena_array(arena, at, sizeof(*items));
	out->followups = items;
	out->followup_count = at;
	at = 0;
	for (size_t i = 0; i < count; i++) {
		if (parts[i]->followup_count)
			memcpy(items + at, parts[i]->followups,
			       parts[i]->followup_count * sizeof(*items));
		at += parts[i]->followup_count;
	}
	if (count > 1)
		jscan_followups_sort(items, at);
}

static void join_applications(struct jscan_report *out,
			      const struct jscan_part *const *parts,
			      size_t count, struct jscan_arena *arena)
{
	struct jscan_application *items;
	size_t at = 0;

	for (size_t i = 0; i < count; i++)
		at += parts[i]->application_count;
	items = jscan_arena_array(arena, at, sizeof(*items));
	out->applications = items;
	out->application_count = at;
	at = 0;
	for (size_t i = 0; i < count; i++) {
		if (parts[i]->application_count)
			memcpy(items + at, parts[i]->applications,
			       parts[i]->application_count * sizeof(*items));
		at += parts[i]->application_count;
	}
	if (count > 1)
		jscan_applications_sort(items, at);
}

static void count_all(struct jscan_report *out,
		      const struct jscan_part *const *parts, size_t count)
{
	struct jscan_counts *counts = &out->counts;

	counts->applications = (unsigned)out->application_count;
	for (size_t i = 0; i < count; i++) {
		counts->companies += parts[i]->companies;
		counts->interviews += parts[i]->interviews;
	}
	for (size_t i = 0; i < out->followup_count; i++) {
		enum jscan_status status = out->followups[i].status;

		counts->overdue += status == JSCAN_STATUS_OVERDUE;
		counts->due += status == JSCAN_STATUS_DUE;
		counts->upcoming += status == JSCAN_STATUS_UPCOMING;
	}
}

void jscan_parts_join(struct jscan_report *out,
		      const struct jscan_part *const *parts, size_t count,
		      const struct jscan_lexicon *lexicon,
		      struct jscan_arena *arena)
{
	const struct jscan_findings **evidence =
		jscan_arena_array(arena, count, sizeof(*evidence));
	struct jscan_weaknesses weaknesses;

	join_followups(out, parts, count, arena);
	join_applications(out, parts, count, arena);
	for (size_t i = 0; i < count; i++)
		evidence[i] = &parts[i]->evidence;
	jscan_weaknesses_sum(&weaknesses, evidence, count, lexicon, arena);
	out->weaknesses = weaknesses.items;
	out->weakness_count = weaknesses.count;
	out->sittings = weaknesses.sittings;
	out->sitting_count = weaknesses.sitting_count;
	out->arranged = weaknesses.arranged;
	out->arranged_count = weaknesses.arranged_count;
	count_all(out, parts, count);
}
