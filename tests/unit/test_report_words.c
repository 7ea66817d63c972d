/*
 * All that the report has of small journals: entries with their events,
 * applications, items, weaknesses, people.  The cases are in report_words.txt
 * and begin with "@@ DAY NAME".
 */
#include "unit/case_file.h"
#include "unit/folder.h"

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
}

static void every_word(void **state)
{
	(void)state;
	assert_int_equal(case_check_all("report_words.txt", say_case), 13);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_word),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
