/*
 * A log and a comparison as JSON, a record a line.  Their shapes have names of
 * their own, which change together with them.
 */
#include "output/json_write.h"
#include "output/log.h"

#define LOG_SCHEMA  "journalscan.log/1"
#define DIFF_SCHEMA "journalscan.diff/1"

static void write_rates(struct jscan_json *json,
			const struct jscan_log_state *state)
{
	jscan_json_open_array(json, "weaknesses");
	for (size_t i = 0; i < state->rate_count; i++) {
		const struct jscan_log_rate *rate = &state->rates[i];

		jscan_json_open_object(json, NULL);
		jscan_json_set_text(json, "id", rate->id);
		jscan_json_set_int(json, "interviews", rate->interviews);
		jscan_json_set_int(json, "of", rate->of);
		jscan_json_close_object(json);
	}
	jscan_json_close_array(json);
}

static void write_state(struct jscan_json *json,
			const struct jscan_log_state *state)
{
	jscan_json_open_object(json, NULL);
	jscan_json_set_date(json, "date", state->date);
	jscan_json_set_text(json, "commit", state->commit);
	jscan_json_set_text(json, "subject", state->subject);
	jscan_json_set_int(json, "entries", state->counts.entries);
	jscan_json_set_int(json, "applications", state->counts.applications);
	jscan_json_set_int(json, "interviews", state->counts.interviews);
	jscan_json_set_int(json, "overdue", state->counts.overdue);
	jscan_json_set_int(json, "due", state->counts.due);
	jscan_json_set_int(json, "upcoming", state->counts.upcoming);
	write_rates(json, state);
	jscan_json_close_object(json);
}

static void write_stage(struct jscan_json *json,
			const struct jscan_log_stage *stage)
{
	jscan_json_open_object(json, NULL);
	jscan_json_set_date(json, "date", stage->date);
	jscan_json_set_text(json, "type", jscan_event_type_name(stage->type));
	jscan_json_set_text(json, "what", stage->what);
	jscan_json_set_text(json, "path", stage->path);
	jscan_json_set_text(json, "commit", stage->commit);
	jscan_json_set_date(json, "seen", stage->seen);
	jscan_json_set_date(json, "gone", stage->gone);
	jscan_json_close_object(json);
}

static void write_application(struct jscan_json *json,
			      const struct jscan_log_application *application)
{
	jscan_json_open_object(json, NULL);
	jscan_json_set_text(json, "company", application->company);
	jscan_json_set_text(json, "role", application->role);
	jscan_json_set_outcome(json, "state", application->state);
	jscan_json_open_array(json, "stages");
	for (size_t i = 0; i < application->stage_count; i++)
		write_stage(json, &application->stages[i]);
	jscan_json_close_array(json);
	jscan_json_close_object(json);
}

/* `,\n"key": [` and between records what belongs there. */
static void start_list(struct jscan_buf *out, const char *key)
{
	jscan_buf_addf(out, ",\n\"%s\": [", key);
}

static void start_record(struct jscan_json *json, struct jscan_buf *out,
			 size_t index)
{
	jscan_buf_adds(out, index ? ",\n" : "\n");
	jscan_json_start(json, out);
}

static void end_list(struct jscan_buf *out, size_t count)
{
	jscan_buf_adds(out, count ? "\n]" : "]");
}

void jscan_log_write_json(struct jscan_buf *out, const struct jscan_log *log)
{
	struct jscan_json json;

	jscan_buf_adds(out, "{\n\"schema\": \"" LOG_SCHEMA "\",\n\"as_of\": ");
	jscan_json_start(&json, out);
	jscan_json_set_date(&json, NULL, log->as_of);
	jscan_buf_addf(out, ",\n\"commits\": %zu", log->commits);
	start_list(out, "states");
	for (size_t i = 0; i < log->state_count; i++) {
		start_record(&json, out, i);
		write_state(&json, &log->states[i]);
	}
	end_list(out, log->state_count);
	start_list(out, "applications");
	for (size_t i = 0; i < log->application_count; i++) {
		start_record(&json, out, i);
		write_application(&json, &log->applications[i]);
	}
	end_list(out, log->application_count);
	jscan_buf_adds(out, "\n}\n");
}

static const char *name_status(const struct jscan_followup *item)
{
	return item ? jscan_status_name(item->status) : NULL;
}

static void write_followup(struct jscan_json *json,
			   const struct jscan_followup_change *change)
{
	const struct jscan_followup *item =
		change->after ? change->after : change->before;

	jscan_json_open_object(json, NULL);
	jscan_json_set_text(json, "change", jscan_change_name(change->kind));
	jscan_json_set_text(json, "id", item->id);
	jscan_json_set_text(json, "rule", jscan_rule_name(item->rule));
	jscan_json_set_text(json, "action", item->action);
	jscan_json_set_text(json, "company", item->company);
	jscan_json_set_text(json, "role", item->role);
	jscan_json_set_text(json, "contact", item->contact);
	jscan_json_set_date(json, "due", item->due);
	jscan_json_set_text(json, "before", name_status(change->before));
	jscan_json_set_text(json, "after", name_status(change->after));
	jscan_json_set_text(json, "path", item->path);
	jscan_json_set_int(json, "line", item->line);
	jscan_json_close_object(json);
}

static void write_numbers(struct jscan_json *json, const char *key,
			  unsigned interviews, unsigned of)
{
	jscan_json_open_object(json, key);
	jscan_json_set_int(json, "interviews", interviews);
	jscan_json_set_int(json, "of", of);
	jscan_json_close_object(json);
}

static void write_weakness(struct jscan_json *json,
			   const struct jscan_weakness_change *change)
{
	jscan_json_open_object(json, NULL);
	jscan_json_set_text(json, "id", change->id);
	jscan_json_set_text(json, "change", jscan_trend_name(change->trend));
	write_numbers(json, "before", change->before, change->before_of);
	write_numbers(json, "after", change->after, change->after_of);
	jscan_json_close_object(json);
}

static void
write_changed_application(struct jscan_json *json,
			  const struct jscan_application_change *change)
{
	jscan_json_open_object(json, NULL);
	jscan_json_set_text(json, "company", change->company);
	jscan_json_set_text(json, "role", change->role);
	jscan_json_set_outcome(json, "before", change->before);
	jscan_json_set_outcome(json, "after", change->after);
	jscan_json_close_object(json);
}

static void write_side(struct jscan_buf *out, const struct jscan_report *report)
{
	struct jscan_json json;

	jscan_json_start(&json, out);
	jscan_json_open_object(&json, NULL);
	jscan_json_set_date(&json, "as_of", report->as_of);
	jscan_json_set_int(&json, "interviews", report->counts.interviews);
	jscan_json_set_int(&json, "overdue", report->counts.overdue);
	jscan_json_set_int(&json, "due", report->counts.due);
	jscan_json_set_int(&json, "upcoming", report->counts.upcoming);
	jscan_json_close_object(&json);
}

void jscan_comparison_write_json(struct jscan_buf *out,
				 const struct jscan_comparison *comparison)
{
	struct jscan_json json;

	jscan_buf_adds(out,
		       "{\n\"schema\": \"" DIFF_SCHEMA "\",\n\"before\": ");
	write_side(out, comparison->before);
	jscan_buf_adds(out, ",\n\"after\": ");
	write_side(out, comparison->after);
	start_list(out, "follow_ups");
	for (size_t i = 0; i < comparison->followup_count; i++) {
		start_record(&json, out, i);
		write_followup(&json, &comparison->followups[i]);
	}
	end_list(out, comparison->followup_count);
	start_list(out, "weaknesses");
	for (size_t i = 0; i < comparison->weakness_count; i++) {
		start_record(&json, out, i);
		write_weakness(&json, &comparison->weaknesses[i]);
	}
	end_list(out, comparison->weakness_count);
	start_list(out, "applications");
	for (size_t i = 0; i < comparison->application_count; i++) {
		start_record(&json, out, i);
		write_changed_application(&json, &comparison->applications[i]);
	}
	end_list(out, comparison->application_count);
	jscan_buf_adds(out, "\n}\n");
}
