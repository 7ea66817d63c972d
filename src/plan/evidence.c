/*
 * Which interview each weakness showed in.  Evidence belongs to the interview
 * or mock of its entry or heading, else to the application's last one on or
 * before its date, else to the entry.
 */
#include "plan/evidence.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/date.h"

struct held { /* an interview or mock that took place */
	const struct jscan_moment *moment;
};

struct work {
	struct jscan_arena *arena;  /* of the result */
	struct jscan_arena scratch; /* of the rest */
	bool is_brief;		    /* assessments are not wanted */
	const struct jscan_facts *facts;
	const struct jscan_groups *groups;
	const struct jscan_timeline *timelines;
	const struct jscan_lexicon *lexicon;
	struct jscan_date as_of;
	struct held *held; /* by timeline, then date */
	size_t held_count;
	size_t *first_held; /* by timeline: where its own start */
	struct jscan_findings *out;
};

static bool is_sitting(const struct jscan_moment *moment)
{
	return moment->kind == JSCAN_MOMENT_INTERVIEW ||
	       moment->kind == JSCAN_MOMENT_MOCK;
}

/* What the report says of one. */
static struct jscan_sitting describe(const struct jscan_timeline *timeline,
				     const struct jscan_moment *moment)
{
	struct jscan_sitting sitting = {.date = moment->date,
					.company = timeline->group->company,
					.role = timeline->group->role,
					.what = moment->words,
					.is_mock = moment->kind ==
						   JSCAN_MOMENT_MOCK,
					.path = moment->facts->path,
					.line = moment->line};

	return sitting;
}

static void add_arranged(struct work *work,
			 const struct jscan_timeline *timeline,
			 const struct jscan_moment *moment)
{
	struct jscan_findings *out = work->out;

	out->arranged =
		jscan_arena_grow(work->arena, out->arranged,
				 out->arranged_count, sizeof(*out->arranged));
	out->arranged[out->arranged_count++] = describe(timeline, moment);
}

/* All interviews and mocks held, and those arranged. */
static void gather_held(struct work *work)
{
	struct jscan_findings *out = work->out;

	work->first_held = jscan_arena_array(
		&work->scratch, work->groups->count + 1, sizeof(size_t));
	for (size_t i = 0; i < work->groups->count; i++) {
		const struct jscan_timeline *timeline = &work->timelines[i];

		work->first_held[i] = work->held_count;
		for (size_t j = 0; j < timeline->count; j++) {
			const struct jscan_moment *m = &timeline->moments[j];

			if (!is_sitting(m))
				continue;
			if (!jscan_timeline_is_past(timeline, m->date)) {
				add_arranged(work, timeline, m);
				continue;
			}
			work->held = jscan_arena_grow(
				&work->scratch, work->held, work->held_count,
				sizeof(*work->held));
			out->sittings = jscan_arena_grow(
				work->arena, out->sittings, work->held_count,
				sizeof(*out->sittings));
			out->sittings[work->held_count] = describe(timeline, m);
			work->held[work->held_count++].moment = m;
		}
	}
	out->sitting_count = work->held_count;
	work->first_held[work->groups->count] = work->held_count;
}

/* The interview or mock of that very day, else the last before; or NULL. */
static const struct held *find_held(const struct work *work, size_t group,
				    struct jscan_date date,
				    enum jscan_event_type type)
{
	size_t low = work->first_held[group];
	size_t first = low, high = work->first_held[group + 1];
	const struct held *found;

	while (low < high) { /* the first after the day */
		size_t middle = low + (high - low) / 2;

		if (jscan_date_compare(work->held[middle].moment->date, date) <=
		    0)
			low = middle + 1;
		else
			high = middle;
	}
	if (low == first)
		return NULL;
	found = &work->held[low - 1];
	/* An interview and a mock on one day: the one that it is said of. */
	if (low - 1 > first && found->moment->kind == JSCAN_MOMENT_MOCK &&
	    type == JSCAN_EVENT_INTERVIEW &&
	    !jscan_date_compare(found[-1].moment->date, found->moment->date))
		found--;
	return found;
}

static void add_assessment(struct work *work,
			   const struct jscan_assessment *assessment)
{
	struct jscan_findings *out = work->out;

	if (work->is_brief)
		return;
	out->assessments =
		jscan_arena_grow(work->arena, out->assessments,
				 out->assessment_count, sizeof(*assessment));
	out->assessments[out->assessment_count++] = *assessment;
}

/* In an interview, or else in the note of the facts at `index`. */
static void add_shown(struct work *work, unsigned category,
		      const struct jscan_assessment *assessment,
		      const struct held *held, size_t index)
{
	struct jscan_findings *out = work->out;
	struct jscan_shown *shown;

	out->shown = jscan_arena_grow(work->arena, out->shown, out->shown_count,
				      sizeof(*shown));
	shown = &out->shown[out->shown_count++];
	shown->category = category;
	shown->is_held = held != NULL;
	shown->unit = (unsigned)(held ? (size_t)(held - work->held) : index);
	shown->date = held ? held->moment->date : assessment->date;
	shown->path = assessment->path;
	shown->line = assessment->line;
	shown->text = assessment->text;
}

static void add_fact(struct work *work, size_t index,
		     const struct jscan_assessment_fact *fact)
{
	const struct jscan_facts *facts = &work->facts[index];
	unsigned scope =
		jscan_timeline_resolve(facts, fact->scope, work->as_of);
	struct jscan_date date = facts->scopes[scope].date;
	struct jscan_assessment assessment = {
		.path = facts->path,
		.line = fact->line,
		.weakness = jscan_lexicon_get_category(work->lexicon,
						       fact->category)
				    ->id,
		.polarity = fact->polarity,
		.source = fact->source,
		.text = fact->text,
		.date = date,
		.company = facts->company};
	const struct held *held = NULL;

	add_assessment(work, &assessment);
	if (fact->polarity != JSCAN_WEAKNESS ||
	    (jscan_date_is_set(date) &&
	     jscan_date_compare(date, work->as_of) > 0))
		return;
	if (jscan_date_is_set(date))
		held = find_held(work, work->groups->group_of[index], date,
				 facts->scopes[scope].type);
	add_shown(work, fact->category, &assessment, held, index);
}

/* A thank-you that never came is evidence too. */
static void add_lapsed_thanks(struct work *work, const struct jscan_item *item,
			      unsigned category)
{
	size_t group = (size_t)(item->timeline - work->timelines);
	struct jscan_assessment assessment = {
		.path = item->facts->path,
		.line = item->line,
		.weakness =
			jscan_lexicon_get_category(work->lexicon, category)->id,
		.polarity = JSCAN_WEAKNESS,
		.source = JSCAN_FROM_RULE,
		.text = "no thank-you is noted for this interview",
		.date = item->fact_date,
		.company = item->timeline->group->company};
	const struct held *held =
		find_held(work, group, item->fact_date, JSCAN_EVENT_INTERVIEW);

	add_assessment(work, &assessment);
	if (held)
		add_shown(work, category, &assessment, held, 0);
}

static int compare_assessments(const void *left, const void *right)
{
	const struct jscan_assessment *a = left, *b = right;
	int order = strcmp(a->path, b->path);

	if (!order)
		order = (a->line > b->line) - (a->line < b->line);
	if (!order)
		order = strcmp(a->weakness, b->weakness);
	if (!order)
		order = (int)a->source - (int)b->source;
	if (!order)
		order = (int)a->polarity - (int)b->polarity;
	return order ? order : strcmp(a->text, b->text);
}

void jscan_evidence_make(struct jscan_findings *out,
			 const struct jscan_plan_input *input,
			 const struct jscan_groups *groups,
			 const struct jscan_timeline *timelines,
			 const struct jscan_followups *followups,
			 struct jscan_arena *arena)
{
	struct work work = {.arena = arena,
			    .is_brief = input->is_brief,
			    .facts = input->facts,
			    .groups = groups,
			    .timelines = timelines,
			    .lexicon = input->lexicon,
			    .as_of = input->as_of,
			    .out = out};
	int thanks =
		jscan_lexicon_find_category(input->lexicon, "thank-you", 9);

	memset(out, 0, sizeof(*out));
	jscan_arena_init(&work.scratch);
	out->note_count = (unsigned)input->count;
	gather_held(&work);
	for (size_t i = 0; i < input->count; i++) {
		const struct jscan_facts *facts = &input->facts[i];

		for (size_t j = 0; j < facts->assessment_count; j++)
			add_fact(&work, i, &facts->assessments[j]);
	}
	for (size_t i = 0; i < followups->lapsed_thanks_count && thanks >= 0;
	     i++)
		add_lapsed_thanks(&work, &followups->lapsed_thanks[i],
				  (unsigned)thanks);
	if (out->assessment_count)
		qsort(out->assessments, out->assessment_count,
		      sizeof(*out->assessments), compare_assessments);
	jscan_arena_release(&work.scratch);
}
