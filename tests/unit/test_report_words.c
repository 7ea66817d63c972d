/*
 * All that the report has of small journals: entries with their events,
 * applications, items, weaknesses, people.  The cases are in report_words.txt
 * and begin with "@@ DAY NAME".
 */
#include "unit/case_file.h"
#include "unit/folder.h"

#include "base/date.h"

static const char *day(char out[11], struct jscan_date date)
{
	jscan_date_format(out, date);
	return *out ? out : "-";
}

static const char *word(const char *text)
{
	return text ? text : "-";
}

static void say_texts(struct jscan_buf *out, struct jscan_texts texts)
{
	for (size_t i = 0; i < texts.count; i++)
		jscan_buf_addf(out, "%s%s", i ? ", " : " ", texts.items[i]);
}

static void say_entries(struct jscan_buf *out,
			const struct jscan_report *report)
{
	char a[11];

	for (size_t i = 0; i < report->entry_count; i++) {
		const struct jscan_entry *entry = &report->entries[i];

		jscan_buf_addf(out, "entry %s: %s, %s, %s %s, %s, %s;",
			       entry->path, word(entry->company),
			       word(entry->role), day(a, entry->date),
			       jscan_event_type_name(entry->type),
			       word(entry->stage),
			       word(jscan_outcome_name(entry->outcome)));
		say_texts(out, entry->tags);
		jscan_buf_addc(out, '\n');
		for (size_t j = 0; j < entry->event_count; j++) {
			const struct jscan_event *event = &entry->events[j];

			jscan_buf_addf(out, "  %u %s %s, %s\n", event->line,
				       day(a, event->date),
				       jscan_event_type_name(event->type),
				       word(event->what));
		}
	}
}

static void say_applications(struct jscan_buf *out,
			     const struct jscan_report *report)
{
	char a[11], b[11], c[11];

	for (size_t i = 0; i < report->application_count; i++) {
		const struct jscan_application *at = &report->applications[i];

		jscan_buf_addf(out,
			       "application %s, %s: %s, %s to %s, closed %s, "
			       "%u held%s\n",
			       word(at->company), word(at->role),
			       jscan_outcome_name(at->state), day(a, at->first),
			       day(b, at->last), day(c, at->closed),
			       at->interviews, at->has_offer ? ", offer" : "");
	}
	jscan_buf_addf(out,
		       "counts: %u files, %u entries, %u applications, %u "
		       "companies, %u interviews, %u contacts, %u overdue, %u "
		       "due, %u upcoming\n",
		       report->counts.files, report->counts.entries,
		       report->counts.applications, report->counts.companies,
		       report->counts.interviews, report->counts.contacts,
		       report->counts.overdue, report->counts.due,
		       report->counts.upcoming);
}

static void say_items(struct jscan_buf *out, const struct jscan_report *report)
{
	char a[11], b[11];

	for (size_t i = 0; i < report->followup_count; i++) {
		const struct jscan_followup *item = &report->followups[i];

		jscan_buf_addf(
			out,
			"item %s %s, %s to %s, %u late: %s (%s, %s, %s) "
			"%s:%u\n  %s\n",
			jscan_rule_name(item->rule),
			jscan_status_name(item->status), day(a, item->opens),
			day(b, item->due), item->days_overdue, item->action,
			word(item->company), word(item->role),
			word(item->contact), item->path, item->line, item->why);
		if (jscan_date_is_set(item->rests_until))
			jscan_buf_addf(out, "  rests until %s\n",
				       day(a, item->rests_until));
		if (jscan_date_is_set(item->closed))
			jscan_buf_addf(out, "  closed %s\n",
				       day(a, item->closed));
		for (size_t j = 0; j < item->touch_count; j++)
			jscan_buf_addf(out, "  touch %s\n",
				       day(a, item->touches[j]));
		for (size_t j = 0; j < item->talking_points.count; j++)
			jscan_buf_addf(out, "  say %s\n",
				       item->talking_points.items[j]);
	}
}

static void say_weaknesses(struct jscan_buf *out,
			   const struct jscan_report *report)
{
	char a[11], b[11];

	for (size_t i = 0; i < report->sitting_count; i++) {
		const struct jscan_sitting *at = &report->sittings[i];

		jscan_buf_addf(out, "held %s %s, %s%s %s:%u\n",
			       day(a, at->date), word(at->company),
			       word(at->what), at->is_mock ? ", mock" : "",
			       at->path, at->line);
	}
	for (size_t i = 0; i < report->arranged_count; i++)
		jscan_buf_addf(out, "arranged %s %s\n",
			       day(a, report->arranged[i].date),
			       word(report->arranged[i].company));
	for (size_t i = 0; i < report->weakness_count; i++) {
		const struct jscan_weakness *at = &report->weaknesses[i];

		jscan_buf_addf(out, "weakness %s: %u of %u, %s to %s, %s%s\n",
			       at->id, at->interviews, at->of,
			       day(a, at->first), day(b, at->last),
			       jscan_trend_name(at->trend),
			       at->is_recurring ? ", recurs" : "");
		for (size_t j = 0; j < at->evidence.count; j++)
			jscan_buf_addf(out, "  %s:%u %s (%ld)\n",
				       at->evidence.items[j].path,
				       at->evidence.items[j].line,
				       at->evidence.items[j].text,
				       at->sittings[j] == SIZE_MAX
					       ? -1
					       : (long)at->sittings[j]);
	}
}

static void say_assessments(struct jscan_buf *out,
			    const struct jscan_report *report)
{
	char a[11], b[11];

	for (size_t i = 0; i < report->date_count; i++) {
		const struct jscan_said_date *at = &report->dates[i];

		jscan_buf_addf(out, "date %s:%u:%u %s: %s to %s\n", at->path,
			       at->line, at->column, at->text,
			       day(a, at->start), day(b, at->end));
	}
	for (size_t i = 0; i < report->assessment_count; i++) {
		const struct jscan_assessment *at = &report->assessments[i];

		jscan_buf_addf(out, "said %s:%u %s, %s, %s: %s (%s, %s)\n",
			       at->path, at->line, at->weakness,
			       jscan_polarity_name(at->polarity),
			       jscan_evidence_name(at->source), at->text,
			       day(a, at->date), word(at->company));
	}
	for (size_t i = 0; i < report->diagnostic_count; i++) {
		const struct jscan_diagnostic *at = &report->diagnostics[i];

		jscan_buf_addf(out, "%s:%u:%u %s %s\n", at->path, at->line,
			       at->column, jscan_severity_name(at->severity),
			       at->code);
	}
}

static void say_contacts(struct jscan_buf *out,
			 const struct jscan_report *report)
{
	char a[11], b[11];

	for (size_t i = 0; i < report->contact_count; i++) {
		const struct jscan_contact *at = &report->contacts[i];
		const struct jscan_place *places = at->mentions.items;
		size_t last = at->mentions.count - 1;

		jscan_buf_addf(out, "contact %s, %s, %s;", word(at->name),
			       word(at->title), word(at->role));
		say_texts(out, at->emails);
		say_texts(out, at->phones);
		say_texts(out, at->urls);
		say_texts(out, at->companies);
		jscan_buf_addf(out, "; %s to %s, %s:%u to %s:%u\n",
			       day(a, at->first_seen), day(b, at->last_seen),
			       places[0].path, places[0].line,
			       places[last].path, places[last].line);
	}
}

static void say_case(struct jscan_buf *out, struct folder *folder,
		     const char *head)
{
	char as_of[16];

	assert_int_equal(sscanf(head, "@@ %10s", as_of), 1);
	folder_scan(folder, as_of);
	say_entries(out, folder->report);
	say_applications(out, folder->report);
	say_items(out, folder->report);
	say_weaknesses(out, folder->report);
	say_contacts(out, folder->report);
	say_assessments(out, folder->report);
}

/* What a brief report has as well. */
static void say_brief(struct jscan_buf *out, const struct jscan_report *report)
{
	struct jscan_report open = *report;
	struct jscan_followup *items =
		check_calloc(report->followup_count + 1, sizeof(*items));

	open.followups = items;
	open.followup_count = 0;
	for (size_t i = 0; i < report->followup_count; i++) {
		if (report->followups[i].status != JSCAN_STATUS_DONE &&
		    report->followups[i].status != JSCAN_STATUS_LAPSED)
			items[open.followup_count++] = report->followups[i];
	}
	open.date_count = open.assessment_count = 0;
	say_applications(out, &open);
	say_items(out, &open);
	say_weaknesses(out, &open);
	say_contacts(out, &open);
	say_assessments(out, &open);
	free(items);
}

/* A brief report, with what is kept of the last one in `cache`. */
static void check_brief(const char *dir, const char *as_of, const char *cache,
			const char *wanted)
{
	struct jscan_options options = {.jobs = 1,
					.is_brief = true,
					.has_cache = cache != NULL,
					.cache_path = cache};
	const struct jscan_report *report;
	struct jscan_error err = {0};
	struct jscan_scan *scan;
	struct jscan_buf out;

	assert_int_equal(jscan_date_parse(&options.as_of, as_of), 0);
	if (jscan_scan_run(&scan, dir, &options, &err) < 0)
		fail_msg("%s", err.message);
	report = jscan_scan_get_report(scan);
	assert_int_equal(report->entry_count, 0);
	assert_int_equal(report->date_count, 0);
	assert_int_equal(report->assessment_count, 0);
	for (size_t i = 0; i < report->followup_count; i++) {
		assert_int_not_equal(report->followups[i].status,
				     JSCAN_STATUS_DONE);
		assert_int_not_equal(report->followups[i].status,
				     JSCAN_STATUS_LAPSED);
	}
	jscan_buf_init(&out);
	say_brief(&out, report);
	assert_string_equal(out.data, wanted);
	jscan_buf_release(&out);
	jscan_scan_free(scan);
}

/* Without a cache, with an empty one, and with what that keeps then. */
static void check_all_briefs(const char *dir, const char *as_of)
{
	struct jscan_options options = {.jobs = 1};
	struct jscan_error err = {0};
	struct jscan_scan *scan;
	struct jscan_buf out;
	struct folder cache;

	assert_int_equal(jscan_date_parse(&options.as_of, as_of), 0);
	if (jscan_scan_run(&scan, dir, &options, &err) < 0)
		fail_msg("%s", err.message);
	jscan_buf_init(&out);
	say_brief(&out, jscan_scan_get_report(scan));
	folder_open(&cache);
	check_brief(dir, as_of, NULL, out.data);
	for (int i = 0; i < 3; i++)
		check_brief(dir, as_of, cache.path, out.data);
	folder_close(&cache);
	jscan_buf_release(&out);
	jscan_scan_free(scan);
}

static void say_and_check_briefs(struct jscan_buf *out, struct folder *folder,
				 const char *head)
{
	char as_of[16];

	assert_int_equal(sscanf(head, "@@ %10s", as_of), 1);
	check_all_briefs(folder->path, as_of);
	say_case(out, folder, head);
}

static void every_word(void **state)
{
	(void)state;
	assert_int_equal(case_check_all("report_words.txt", say_case), 27);
}

static void brief_reports_say_the_same(void **state)
{
	static const char *const days[] = {"2025-09-20", "2026-02-28",
					   "2026-10-15"};

	(void)state;
	case_check_all("report_words.txt", say_and_check_briefs);
	for (size_t i = 0; i < COUNT_OF(days); i++)
		check_all_briefs("examples/journal", days[i]);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_word),
		cmocka_unit_test(brief_reports_say_the_same),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
