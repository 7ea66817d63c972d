/*
 * A log and a comparison as JSON, a record a line.  Their shapes have names of
 * their own, which change together with them.
 */
#include "output/json_value.h"
#include "output/log.h"

#define LOG_SCHEMA  "journalscan.log/1"
#define DIFF_SCHEMA "journalscan.diff/1"

static struct json_t *make_outcome(enum jscan_outcome outcome)
{
	return jscan_json_text(outcome == JSCAN_OUTCOME_NONE
				       ? NULL
				       : jscan_outcome_name(outcome));
}

static struct json_t *make_rates(const struct jscan_log_state *state)
{
	struct json_t *array = jscan_json_array();

	for (size_t i = 0; i < state->rate_count; i++) {
		const struct jscan_log_rate *rate = &state->rates[i];
		struct json_t *object = jscan_json_object();

		jscan_json_set_text(object, "id", rate->id);
		jscan_json_set_int(object, "interviews", rate->interviews);
		jscan_json_set_int(object, "of", rate->of);
		jscan_json_append(array, object);
	}
	return array;
}

static struct json_t *make_state(const struct jscan_log_state *state)
{
	struct json_t *object = jscan_json_object();

	jscan_json_set(object, "date", jscan_json_date(state->date));
	jscan_json_set_text(object, "commit", state->commit);
	jscan_json_set_text(object, "subject", state->subject);
	jscan_json_set_int(object, "entries", state->counts.entries);
	jscan_json_set_int(object, "applications", state->counts.applications);
	jscan_json_set_int(object, "interviews", state->counts.interviews);
	jscan_json_set_int(object, "overdue", state->counts.overdue);
	jscan_json_set_int(object, "due", state->counts.due);
	jscan_json_set_int(object, "upcoming", state->counts.upcoming);
	jscan_json_set(object, "weaknesses", make_rates(state));
	return object;
}

static struct json_t *make_stage(const struct jscan_log_stage *stage)
{
	struct json_t *object = jscan_json_object();

	jscan_json_set(object, "date", jscan_json_date(stage->date));
	jscan_json_set_text(object, "type", jscan_event_type_name(stage->type));
	jscan_json_set_text(object, "what", stage->what);
	jscan_json_set_text(object, "path", stage->path);
	jscan_json_set_text(object, "commit", stage->commit);
	jscan_json_set(object, "seen", jscan_json_date(stage->seen));
	jscan_json_set(object, "gone", jscan_json_date(stage->gone));
	return object;
}

static struct json_t *
make_application(const struct jscan_log_application *application)
{
	struct json_t *object = jscan_json_object();
	struct json_t *stages = jscan_json_array();

	for (size_t i = 0; i < application->stage_count; i++)
		jscan_json_append(stages, make_stage(&application->stages[i]));
	jscan_json_set_text(object, "company", application->company);
	jscan_json_set_text(object, "role", application->role);
	jscan_json_set(object, "state", make_outcome(application->state));
	jscan_json_set(object, "stages", stages);
	return object;
}

/* `,\n"key": [` and between records what belongs there. */
static void start_list(struct jscan_buf *out, const char *key)
{
	jscan_buf_addf(out, ",\n\"%s\": [", key);
}

static void start_record(struct jscan_buf *out, size_t index)
{
	jscan_buf_adds(out, index ? ",\n" : "\n");
}

static void end_list(struct jscan_buf *out, size_t count)
{
	jscan_buf_adds(out, count ? "\n]" : "]");
}

void jscan_log_write_json(struct jscan_buf *out, const struct jscan_log *log)
{
	struct jscan_buf scratch;

	jscan_buf_init(&scratch);
	jscan_buf_adds(out, "{\n\"schema\": \"" LOG_SCHEMA "\",\n\"as_of\": ");
	jscan_json_write(out, &scratch, jscan_json_date(log->as_of));
	jscan_buf_addf(out, ",\n\"commits\": %zu", log->commits);
	start_list(out, "states");
	for (size_t i = 0; i < log->state_count; i++) {
		start_record(out, i);
		jscan_json_write(out, &scratch, make_state(&log->states[i]));
	}
	end_list(out, log->state_count);
	start_list(out, "applications");
	for (size_t i = 0; i < log->application_count; i++) {
		start_record(out, i);
		jscan_json_write(out, &scratch,
				 make_application(&log->applications[i]));
	}
	end_list(out, log->application_count);
	jscan_buf_adds(out, "\n}\n");
	jscan_buf_release(&scratch);
}

static struct json_t *make_status(const struct jscan_followup *item)
{
	return jscan_json_text(item ? jscan_status_name(item->status) : NULL);
}

static struct json_t *make_followup(const struct jscan_followup_change *change)
{
	const struct jscan_followup *item =
		change->after ? change->after : change->before;
	struct json_t *object = jscan_json_object();

	jscan_json_set_text(object, "change", jscan_change_name(change->kind));
	jscan_json_set_text(object, "id", item->id);
	jscan_json_set_text(object, "rule", jscan_rule_name(item->rule));
	jscan_json_set_text(object, "action", item->action);
	jscan_json_set_text(object, "company", item->company);
	jscan_json_set_text(object, "role", item->role);
	jscan_json_set_text(object, "contact", item->contact);
	jscan_json_set(object, "due", jscan_json_date(item->due));
	jscan_json_set(object, "before", make_status(change->before));
	jscan_json_set(object, "after", make_status(change->after));
	jscan_json_set_text(object, "path", item->path);
	jscan_json_set_int(object, "line", item->line);
	return object;
}

static struct json_t *make_numbers(unsigned interviews, unsigned of)
{
	struct json_t *object = jscan_json_object();

	jscan_json_set_int(object, "interviews", interviews);
	jscan_json_set_int(object, "of", of);
	return object;
}

static struct json_t *make_weakness(const struct jscan_weakness_change *change)
{
	struct json_t *object = jscan_json_object();

	jscan_json_set_text(object, "id", change->id);
	jscan_json_set_text(object, "change", jscan_trend_name(change->trend));
	jscan_json_set(object, "before",
		       make_numbers(change->before, change->before_of));
	jscan_json_set(object, "after",
		       make_numbers(change->after, change->after_of));
	return object;
}

static struct json_t *
make_changed_application(const struct jscan_application_change *change)
{
	struct json_t *object = jscan_json_object();

	jscan_json_set_text(object, "company", change->company);
	jscan_json_set_text(object, "role", change->role);
	jscan_json_set(object, "before", make_outcome(change->before));
	jscan_json_set(object, "after", make_outcome(change->after));
	return object;
}

static struct json_t *make_side(const struct jscan_report *report)
{
	struct json_t *object = jscan_json_object();

	jscan_json_set(object, "as_of", jscan_json_date(report->as_of));
	jscan_json_set_int(object, "interviews", report->counts.interviews);
	jscan_json_set_int(object, "overdue", report->counts.overdue);
	jscan_json_set_int(object, "due", report->counts.due);
	jscan_json_set_int(object, "upcoming", report->counts.upcoming);
	return object;
}

void jscan_comparison_write_json(struct jscan_buf *out,
				 const struct jscan_comparison *comparison)
{
	struct jscan_buf scratch;

	jscan_buf_init(&scratch);
	jscan_buf_adds(out,
		       "{\n\"schema\": \"" DIFF_SCHEMA "\",\n\"before\": ");
	jscan_json_write(out, &scratch, make_side(comparison->before));
	jscan_buf_adds(out, ",\n\"after\": ");
	jscan_json_write(out, &scratch, make_side(comparison->after));
	start_list(out, "follow_ups");
	for (size_t i = 0; i < comparison->followup_count; i++) {
		start_record(out, i);
		jscan_json_write(out, &scratch,
				 make_followup(&comparison->followups[i]));
	}
	end_list(out, comparison->followup_count);
	start_list(out, "weaknesses");
	for (size_t i = 0; i < comparison->weakness_count; i++) {
		start_record(out, i);
		jscan_json_write(out, &scratch,
				 make_weakness(&comparison->weaknesses[i]));
	}
	end_list(out, comparison->weakness_count);
	start_list(out, "applications");
	for (size_t i = 0; i < comparison->application_count; i++) {
		start_record(out, i);
		jscan_json_write(
			out, &scratch,
			make_changed_application(&comparison->applications[i]));
	}
	end_list(out, comparison->application_count);
	jscan_buf_adds(out, "\n}\n");
	jscan_buf_release(&scratch);
}
