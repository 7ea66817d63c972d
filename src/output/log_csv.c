/*
 * A log as one table for spreadsheets, a number or a stage a row: what it is of
 * stands in `measure`, and for a rate, `of` is what it is a part of.
 */
#include "base/date.h"
#include "output/escape.h"
#include "output/log.h"

static void add_cell(struct jscan_buf *out, const char *text)
{
	jscan_buf_addc(out, ',');
	jscan_escape_csv(out, text ? text : "");
}

static void start_row(struct jscan_buf *out, struct jscan_date date,
		      const char *commit, const char *measure)
{
	char text[11];

	jscan_date_format(text, date);
	jscan_escape_csv(out, text);
	add_cell(out, commit);
	add_cell(out, measure);
}

static void add_count(struct jscan_buf *out,
		      const struct jscan_log_state *state, const char *measure,
		      unsigned value)
{
	start_row(out, state->date, state->commit, measure);
	jscan_buf_addf(out, ",\"\",\"\",%u,\r\n", value);
}

static void add_state(struct jscan_buf *out,
		      const struct jscan_log_state *state)
{
	add_count(out, state, "entries", state->counts.entries);
	add_count(out, state, "interviews", state->counts.interviews);
	add_count(out, state, "overdue", state->counts.overdue);
	add_count(out, state, "due", state->counts.due);
	add_count(out, state, "upcoming", state->counts.upcoming);
	for (size_t i = 0; i < state->rate_count; i++) {
		start_row(out, state->date, state->commit, "weakness");
		add_cell(out, state->rates[i].id);
		jscan_buf_addf(out, ",\"\",%u,%u\r\n",
			       state->rates[i].interviews, state->rates[i].of);
	}
}

static void add_stage(struct jscan_buf *out,
		      const struct jscan_log_application *application,
		      const struct jscan_log_stage *stage)
{
	start_row(out, stage->date, stage->commit, "stage");
	add_cell(out, application->company);
	add_cell(out, application->role);
	add_cell(out, jscan_log_stage_name(stage));
	jscan_buf_adds(out, ",\r\n");
}

void jscan_log_write_csv(struct jscan_buf *out, const struct jscan_log *log)
{
	jscan_buf_adds(out, "date,commit,measure,name,role,value,of\r\n");
	for (size_t i = 0; i < log->state_count; i++)
		add_state(out, &log->states[i]);
	for (size_t i = 0; i < log->application_count; i++) {
		for (size_t j = 0; j < log->applications[i].stage_count; j++)
			add_stage(out, &log->applications[i],
				  &log->applications[i].stages[j]);
	}
}
