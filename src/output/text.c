/*
 * The report on a terminal: the summary of a scan, the whole, and the views of
 * parts, in tables that fit the width.
 */
#include <stdio.h>

#include "base/date.h"
#include "output/course.h"
#include "output/report.h"
#include "output/text_page.h"

#define DEFAULT_COLUMNS 80
#define LEAST_COLUMNS	40

static void add_place(struct jscan_table *table, const char *path,
		      unsigned line)
{
	struct jscan_buf place;

	jscan_buf_init(&place);
	jscan_buf_addf(&place, "%s:%u", path, line);
	jscan_table_add(table, place.data, JSCAN_COLOR_FAINT);
	jscan_buf_release(&place);
}

static enum jscan_color color_of_trend(enum jscan_trend trend)
{
	return trend == JSCAN_TREND_WORSE    ? JSCAN_COLOR_BAD
	       : trend == JSCAN_TREND_BETTER ? JSCAN_COLOR_GOOD
					     : JSCAN_COLOR_NONE;
}

/* The weaknesses, or only the recurring ones, indented under a heading. */
static size_t add_weaknesses(const struct jscan_text_page *page,
			     bool only_recurring)
{
	static const struct jscan_column columns[] = {
		/* Where they do not all fit the last ones go. */
		{"Weakness", 27, true, false, false},
		{"Interviews", 8, false, false, false},
		{"Trend", 6, false, false, false},
		{"Over time", 8, false, false, false},
		{"Last", 10, false, false, false},
		{"First", 10, false, false, false},
		{"Seen last at", 24, true, false, true}};
	const struct jscan_report *report = page->report;
	struct jscan_table table;
	size_t count = 0;

	jscan_table_init(&table, columns, 7, page->has_color);
	table.indent = only_recurring ? 2 : 0;
	for (size_t i = 0; i < report->weakness_count; i++) {
		const struct jscan_weakness *weakness = &report->weaknesses[i];
		struct jscan_places evidence = weakness->evidence;
		char text[32], bars[JSCAN_COURSE_BARS * 3 + 1];

		if (only_recurring && !weakness->is_recurring)
			continue;
		count++;
		jscan_table_add(&table, weakness->title,
				weakness->is_recurring ? JSCAN_COLOR_STRONG
						       : JSCAN_COLOR_NONE);
		snprintf(text, sizeof(text), "%u of %u", weakness->interviews,
			 weakness->of);
		jscan_table_add(&table, text, JSCAN_COLOR_NONE);
		jscan_table_add(&table, jscan_trend_name(weakness->trend),
				color_of_trend(weakness->trend));
		jscan_course_draw(bars, report, weakness);
		jscan_table_add(&table, bars, color_of_trend(weakness->trend));
		jscan_date_format(text, weakness->last);
		jscan_table_add(&table, text, JSCAN_COLOR_FAINT);
		jscan_date_format(text, weakness->first);
		jscan_table_add(&table, text, JSCAN_COLOR_FAINT);
		if (evidence.count > 0)
			add_place(&table,
				  evidence.items[evidence.count - 1].path,
				  evidence.items[evidence.count - 1].line);
		else
			jscan_table_add(&table, NULL, JSCAN_COLOR_NONE);
	}
	if (count > 0 && only_recurring) {
		jscan_buf_addc(page->out, '\n');
		jscan_text_add_heading(page, "Weaknesses that recur",
				       JSCAN_COLOR_STRONG);
	}
	if (count > 0)
		jscan_table_print(page->out, &table, page->width);
	jscan_table_release(&table);
	return count;
}

static void add_counts(const struct jscan_text_page *page)
{
	const struct jscan_counts *counts = &page->report->counts;
	struct jscan_buf line;

	jscan_buf_init(&line);
	jscan_buf_addf(
		&line, "%u %s, %u %s at %u %s, %u %s, %u %s", counts->entries,
		counts->entries == 1 ? "entry" : "entries",
		counts->applications,
		counts->applications == 1 ? "application" : "applications",
		counts->companies,
		counts->companies == 1 ? "company" : "companies",
		counts->interviews,
		counts->interviews == 1 ? "interview" : "interviews",
		counts->contacts, counts->contacts == 1 ? "person" : "people");
	jscan_text_wrap(page->out, line.data, 0, page->width);
	jscan_buf_release(&line);
	jscan_color_start(page->out, page->has_color,
			  counts->overdue ? JSCAN_COLOR_BAD : JSCAN_COLOR_GOOD);
	jscan_buf_addf(page->out, "%u overdue", counts->overdue);
	jscan_color_end(page->out, page->has_color, JSCAN_COLOR_BAD);
	jscan_buf_addf(page->out, ", %u due, %u to come\n", counts->due,
		       counts->upcoming);
}

static void add_problems(const struct jscan_text_page *page)
{
	const struct jscan_report *report = page->report;
	unsigned counts[3] = {0, 0, 0};
	struct jscan_buf line;

	for (size_t i = 0; i < report->diagnostic_count; i++)
		counts[report->diagnostics[i].severity]++;
	if (counts[JSCAN_SEVERITY_ERROR] + counts[JSCAN_SEVERITY_WARNING] == 0)
		return;
	jscan_buf_init(&line);
	jscan_buf_addf(&line,
		       "%u error%s and %u warning%s in the notes: "
		       "journalscan check lists them",
		       counts[JSCAN_SEVERITY_ERROR],
		       counts[JSCAN_SEVERITY_ERROR] == 1 ? "" : "s",
		       counts[JSCAN_SEVERITY_WARNING],
		       counts[JSCAN_SEVERITY_WARNING] == 1 ? "" : "s");
	jscan_buf_addc(page->out, '\n');
	jscan_text_wrap(page->out, line.data, 0, page->width);
	jscan_buf_release(&line);
}

static void add_summary(const struct jscan_text_page *page)
{
	struct jscan_item_group groups[] = {
		{JSCAN_STATUS_OVERDUE, "Overdue", 10, 0, 0, 0},
		{JSCAN_STATUS_DUE, "Due", 10, 0, 0, 0},
		{JSCAN_STATUS_UPCOMING, "Coming", 5, 0, 0, 0}};

	add_counts(page);
	jscan_text_add_items(page, groups, 3);
	add_weaknesses(page, true);
	add_problems(page);
}

static void add_applications(const struct jscan_text_page *page)
{
	static const struct jscan_column columns[] = {
		{"Company", 10, true, false, false},
		{"Role", 10, true, false, false},
		{"State", 9, false, false, false},
		{"Interviews", 10, false, true, false},
		{"First", 10, false, false, false},
		{"Last", 10, false, false, false}};
	const struct jscan_report *report = page->report;
	struct jscan_table table;

	if (report->application_count == 0)
		return;
	jscan_table_init(&table, columns, 6, page->has_color);
	table.indent = 2;
	for (size_t i = 0; i < report->application_count; i++) {
		const struct jscan_application *application =
			&report->applications[i];
		char text[16];

		jscan_table_add(&table, application->company, JSCAN_COLOR_NONE);
		jscan_table_add(&table, application->role, JSCAN_COLOR_NONE);
		jscan_table_add(&table, jscan_outcome_name(application->state),
				JSCAN_COLOR_NONE);
		snprintf(text, sizeof(text), "%u", application->interviews);
		jscan_table_add(&table, text, JSCAN_COLOR_NONE);
		jscan_date_format(text, application->first);
		jscan_table_add(&table, text, JSCAN_COLOR_FAINT);
		jscan_date_format(text, application->last);
		jscan_table_add(&table, text, JSCAN_COLOR_FAINT);
	}
	jscan_buf_addc(page->out, '\n');
	jscan_text_add_heading(page, "Applications", JSCAN_COLOR_STRONG);
	jscan_table_print(page->out, &table, page->width);
	jscan_table_release(&table);
}

static void add_report(const struct jscan_text_page *page)
{
	add_counts(page);
	jscan_text_add_due(page, false);
	add_weaknesses(page, true);
	add_applications(page);
	if (page->report->contact_count > 0) {
		jscan_buf_addc(page->out, '\n');
		jscan_text_add_heading(page, "People", JSCAN_COLOR_STRONG);
		jscan_text_add_contacts(page);
	}
	add_problems(page);
}

void jscan_write_text(struct jscan_buf *out, const struct jscan_report *report,
		      const struct jscan_format_options *options)
{
	struct jscan_text_page page = {out, report, options->columns,
				       options->has_color};

	if (page.width == 0)
		page.width = DEFAULT_COLUMNS;
	if (page.width < LEAST_COLUMNS)
		page.width = LEAST_COLUMNS;
	switch (options->view) {
	case JSCAN_VIEW_DUE:
		jscan_text_add_due(&page, options->has_all);
		break;
	case JSCAN_VIEW_CONTACTS:
		jscan_text_add_contacts(&page);
		break;
	case JSCAN_VIEW_WEAKNESSES:
		if (add_weaknesses(&page, false) == 0)
			jscan_buf_adds(out, "No weakness is in the notes.\n");
		break;
	case JSCAN_VIEW_SUMMARY:
		add_summary(&page);
		break;
	case JSCAN_VIEW_REPORT:
		add_report(&page);
		break;
	default: /* of other formats, or of prep.c */
		break;
	}
}
