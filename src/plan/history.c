/*
 * Goes through the states of a journal, oldest first.  Each tells of stages;
 * the last one of each day is planned as of that day, which gives what was open
 * then and how often each weakness had shown.
 */
#include "plan/history.h"

#include <string.h>

#include "base/date.h"
#include "plan/plan.h"
#include "plan/stages.h"

struct work {
	const struct jscan_history_input *input;
	struct jscan_arena *arena;
	struct jscan_arena scratch;
	struct jscan_stages *stages;
	struct jscan_log *out;
	struct jscan_log_state *states;
	size_t *line; /* the main line: commits whose notes are new to it */
	struct jscan_date *days; /* of the main line: time only goes forward */
	size_t line_count;
};

static bool is_same(const struct jscan_past_notes *a,
		    const struct jscan_past_notes *b)
{
	return a->count == b->count &&
	       (a->versions == b->versions || !a->count ||
		!memcmp(a->versions, b->versions,
			a->count * sizeof(*a->versions)));
}

static void find_line(struct work *work)
{
	const struct jscan_past *past = work->input->past;
	const struct jscan_past_notes *before = NULL;
	struct jscan_date day = {0, 0, 0};
	size_t count = past->commits.count;

	work->line = jscan_arena_array(work->arena, count, sizeof(*work->line));
	work->days = jscan_arena_array(work->arena, count, sizeof(*work->days));
	for (size_t i = 0; i < count; i++) {
		const struct jscan_commit *commit = &past->commits.items[i];

		if (!commit->is_main ||
		    jscan_date_compare(commit->date, work->input->as_of) > 0 ||
		    (before && is_same(&past->notes[i], before)))
			continue;
		before = &past->notes[i];
		day = jscan_date_max(day, commit->date);
		work->line[work->line_count] = i;
		work->days[work->line_count++] = day;
	}
}

/* The facts of all notes of a commit, side by side. */
static const struct jscan_facts *gather(struct work *work, size_t commit)
{
	const struct jscan_past_notes *notes =
		&work->input->past->notes[commit];
	struct jscan_facts *facts =
		jscan_arena_array(&work->scratch, notes->count, sizeof(*facts));

	for (size_t i = 0; i < notes->count; i++)
		facts[i] = work->input->facts[notes->versions[i]];
	return facts;
}

static void add_stages(struct work *work, size_t commit, struct jscan_date seen,
		       struct jscan_date until, bool is_main)
{
	const struct jscan_past *past = work->input->past;
	struct jscan_stages_state state = {.count = past->notes[commit].count,
					   .commit =
						   &past->commits.items[commit],
					   .seen = seen,
					   .until = until,
					   .is_main = is_main};

	jscan_arena_clear(&work->scratch);
	state.facts = gather(work, commit);
	jscan_stages_add(work->stages, &state, &work->scratch);
}

/* All commits in their order; those off the main line only once a tree. */
static void add_all_stages(struct work *work)
{
	const struct jscan_past *past = work->input->past;
	struct jscan_date as_of = work->input->as_of;
	size_t next = 0;

	for (size_t i = 0; i < past->commits.count; i++) {
		const struct jscan_commit *commit = &past->commits.items[i];

		if (next < work->line_count && work->line[next] == i) {
			next++;
			add_stages(work, i, work->days[next - 1],
				   next < work->line_count ? work->days[next]
							   : as_of,
				   true);
		} else if (!commit->is_main && !past->notes[i].is_repeated &&
			   jscan_date_compare(commit->date, as_of) <= 0) {
			add_stages(work, i, commit->date, commit->date, false);
		}
	}
}

static void add_rates(struct work *work, struct jscan_log_state *state,
		      const struct jscan_report *report)
{
	struct jscan_log_rate *rates = jscan_arena_array(
		work->arena, report->weakness_count, sizeof(*rates));

	for (size_t i = 0; i < report->weakness_count; i++) {
		const struct jscan_weakness *weakness = &report->weaknesses[i];

		rates[i].id = weakness->id;
		rates[i].title = weakness->title;
		rates[i].interviews = weakness->interviews;
		rates[i].of = weakness->of;
	}
	state->rates = rates;
	state->rate_count = report->weakness_count;
}

/* The report of a commit as of a day. */
static void plan(struct work *work, struct jscan_report *report, size_t commit,
		 struct jscan_date day)
{
	struct jscan_diags none;
	struct jscan_plan_input input = {
		.count = work->input->past->notes[commit].count,
		.config = work->input->config,
		.lexicon = work->input->lexicon,
		.as_of = day,
		.diags = &none,
		.is_brief = true};

	jscan_arena_clear(&work->scratch);
	jscan_diags_init(&none, &work->scratch);
	input.facts = gather(work, commit);
	jscan_plan_make(report, &input, &work->scratch);
}

static void add_state(struct work *work, size_t at)
{
	const struct jscan_commit *commit =
		&work->input->past->commits.items[work->line[at]];
	struct jscan_log_state *state = &work->states[work->out->state_count];
	struct jscan_report report;

	plan(work, &report, work->line[at], work->days[at]);
	state->commit = commit->id;
	state->subject = commit->subject;
	state->date = work->days[at];
	state->counts = report.counts;
	add_rates(work, state, &report);
	work->out->state_count++;
}

static void add_states(struct work *work)
{
	struct jscan_date since = work->input->since;

	work->states = jscan_arena_array(work->arena, work->line_count,
					 sizeof(*work->states));
	for (size_t i = 0; i < work->line_count; i++) {
		bool is_last = i + 1 == work->line_count ||
			       jscan_date_compare(work->days[i],
						  work->days[i + 1]) < 0;

		if (is_last && jscan_date_compare(work->days[i], since) >= 0)
			add_state(work, i);
	}
	work->out->states = work->states;
}

/* How the applications stand on the day of the log. */
static void set_states(struct work *work)
{
	struct jscan_report report;

	if (!work->line_count)
		return;
	plan(work, &report, work->line[work->line_count - 1],
	     work->input->as_of);
	for (size_t i = 0; i < report.application_count; i++)
		jscan_stages_set_state(work->stages, &report.applications[i],
				       &work->scratch);
}

void jscan_history_make(struct jscan_log *out,
			const struct jscan_history_input *input,
			struct jscan_arena *arena)
{
	struct work work = {.input = input, .arena = arena, .out = out};

	memset(out, 0, sizeof(*out));
	out->as_of = input->as_of;
	out->commits = input->past->commits.count;
	jscan_arena_init(&work.scratch);
	work.stages = jscan_stages_new(arena);
	find_line(&work);
	add_all_stages(&work);
	add_states(&work);
	set_states(&work);
	jscan_stages_list(out, work.stages);
	jscan_arena_release(&work.scratch);
}
