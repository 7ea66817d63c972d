/*
 * The report on a terminal: the summary of a scan, and the views of what is
 * due, of people and of weaknesses as tables that fit the width.
 */
#include <stdio.h>
#include <string.h>

#include "base/date.h"
#include "base/utf8.h"
#include "output/escape.h"
#include "output/course.h"
#include "output/report.h"
#include "output/table.h"

#define DEFAULT_COLUMNS 80
#define LEAST_COLUMNS	40
#define NARROW_COLUMNS	72 /* below it, items are cut short */
#define WIDE_COLUMNS	110 /* from here on people are a table */

struct page {
	struct jscan_buf *out;
	const struct jscan_report *report;
	size_t width;
	bool has_color;
};

static void add_heading(const struct page *page, const char *text,
			enum jscan_color color)
{
	jscan_color_start(page->out, page->has_color, color);
	jscan_buf_adds(page->out, text);
	jscan_color_end(page->out, page->has_color, color);
	jscan_buf_addc(page->out, '\n');
}

static enum jscan_color color_of(enum jscan_status status)
{
	switch (status) {
	case JSCAN_STATUS_OVERDUE:
		return JSCAN_COLOR_BAD;
	case JSCAN_STATUS_DUE:
		return JSCAN_COLOR_NOW;
	case JSCAN_STATUS_DONE:
		return JSCAN_COLOR_GOOD;
	case JSCAN_STATUS_UPCOMING:
		return JSCAN_COLOR_NONE;
	case JSCAN_STATUS_LAPSED:
		break;
	}
	return JSCAN_COLOR_FAINT;
}

/* "12d late", "today", "in 3d"; of one that rests by `snooze`, "rests". */
static void describe_days(char out[32], const struct jscan_followup *item,
			  struct jscan_date as_of)
{
	long days = jscan_date_days_between(as_of, item->due);

	out[0] = '\0';
	if (item->status == JSCAN_STATUS_OVERDUE)
		snprintf(out, 32, "%ud late", item->days_overdue);
	else if (!jscan_followup_is_open(item))
		return;
	else if (item->status == JSCAN_STATUS_UPCOMING &&
		 jscan_date_compare(item->opens, as_of) <= 0)
		snprintf(out, 32, "rests");
	else if (days == 0)
		snprintf(out, 32, "today");
	else
		snprintf(out, 32, "in %ldd", days);
}

static void add_place(struct jscan_table *table, const char *path,
		      unsigned line)
{
	struct jscan_buf place;

	jscan_buf_init(&place);
	jscan_buf_addf(&place, "%s:%u", path, line);
	jscan_table_add(table, place.data, JSCAN_COLOR_FAINT);
	jscan_buf_release(&place);
}

static void add_row(struct jscan_table *table, const struct page *page,
		    const struct jscan_followup *item)
{
	char date[11], days[32];

	jscan_date_format(date, item->due);
	describe_days(days, item, page->report->as_of);
	jscan_table_add(table, date, color_of(item->status));
	jscan_table_add(table, days, color_of(item->status));
	jscan_table_add(table, jscan_followup_phrase(item), JSCAN_COLOR_NONE);
	jscan_table_add(table, item->company ? item->company : item->role,
			JSCAN_COLOR_NONE);
	jscan_table_add(table, item->contact, JSCAN_COLOR_NONE);
}

struct item_group {
	enum jscan_status status;
	const char *heading;
	size_t most; /* shown; SIZE_MAX: all */
	size_t count;
	size_t first; /* row in the table */
	size_t end;
};

/* Items by status, each group under its heading, all in the same columns. */
static void add_items(const struct page *page, struct item_group *groups,
		      size_t group_count)
{
	/* Where it is narrow, whom it is about matters more than all words. */
	bool is_narrow = page->width < NARROW_COLUMNS;
	const struct jscan_column columns[] = {
		{NULL, 10, false, false, false},
		{NULL, 8, false, false, false},
		{NULL, is_narrow ? 22 : 32, true, false, false},
		{NULL, is_narrow ? 12 : 14, true, false, false},
		{NULL, 14, true, false, false}};
	const struct jscan_report *report = page->report;
	struct jscan_table table;
	size_t rows = 0;

	jscan_table_init(&table, columns, 5, page->has_color);
	table.indent = 2;
	for (size_t k = 0; k < group_count; k++) {
		groups[k].first = rows;
		for (size_t i = 0; i < report->followup_count; i++) {
			if (report->followups[i].status != groups[k].status ||
			    ++groups[k].count > groups[k].most)
				continue;
			add_row(&table, page, &report->followups[i]);
			rows++;
		}
		groups[k].end = rows;
	}
	for (size_t k = 0; k < group_count; k++) {
		const struct item_group *group = &groups[k];

		if (group->count == 0)
			continue;
		jscan_buf_addc(page->out, '\n');
		add_heading(page, group->heading, JSCAN_COLOR_STRONG);
		jscan_table_print_rows(page->out, &table, page->width,
				       group->first, group->end);
		if (group->count > group->most)
			jscan_buf_addf(page->out, "  and %zu more\n",
				       group->count - group->most);
	}
	jscan_table_release(&table);
}

/* Safe for a terminal, cut at `width`, in a colour; returns its width. */
static size_t add_text(const struct page *page, const char *text, size_t width,
		       enum jscan_color color)
{
	size_t shown;

	struct jscan_buf safe;

	jscan_buf_init(&safe);
	jscan_escape_terminal(&safe, text, strlen(text));
	jscan_buf_add(&safe, "", 0);
	jscan_color_start(page->out, page->has_color, color);
	jscan_text_fit(page->out, safe.data, width);
	jscan_color_end(page->out, page->has_color, color);
	shown = jscan_utf8_width(safe.data, safe.len);
	jscan_buf_release(&safe);
	return shown < width ? shown : width;
}

/* Which application, with whom, and, where all of it fits, at which line. */
static void add_details(const struct page *page,
			const struct jscan_followup *item, size_t width)
{
	const char *const parts[] = {item->company, item->role, item->contact};
	struct jscan_buf text;
	size_t len;

	jscan_buf_init(&text);
	for (size_t i = 0; i < 3; i++) {
		if (parts[i] && *parts[i])
			jscan_buf_addf(&text, "%s%s", text.len ? ", " : "",
				       parts[i]);
	}
	len = text.len;
	jscan_buf_addf(&text, "%s%s:%u", len ? "  " : "", item->path,
		       item->line);
	if (jscan_utf8_width(text.data, text.len) > width && len)
		text.data[len] = '\0';
	add_text(page, text.data, width, JSCAN_COLOR_FAINT);
	jscan_buf_release(&text);
}

/* Two lines: when and what; the id, which application, with whom, where. */
static void add_item(const struct page *page, const struct jscan_followup *item)
{
	char date[11], days[32];

	jscan_date_format(date, item->due);
	describe_days(days, item, page->report->as_of);
	jscan_buf_adds(page->out, "  ");
	jscan_color_start(page->out, page->has_color, color_of(item->status));
	jscan_buf_addf(page->out, "%s  %-9s", date, days);
	jscan_color_end(page->out, page->has_color, color_of(item->status));
	jscan_buf_adds(page->out, "  ");
	add_text(page, jscan_followup_phrase(item), page->width - 25,
		 JSCAN_COLOR_STRONG);
	jscan_buf_adds(page->out, "\n  ");
	jscan_color_start(page->out, page->has_color, JSCAN_COLOR_FAINT);
	jscan_buf_addf(page->out, "%-10s  ", item->id);
	jscan_color_end(page->out, page->has_color, JSCAN_COLOR_FAINT);
	add_details(page, item, page->width - 14);
	jscan_buf_addc(page->out, '\n');
}

static void add_due(const struct page *page, bool has_all)
{
	static const struct {
		enum jscan_status status;
		const char *heading;
	} groups[] = {{JSCAN_STATUS_OVERDUE, "Overdue"},
		      {JSCAN_STATUS_DUE, "Due"},
		      {JSCAN_STATUS_UPCOMING, "Coming"},
		      {JSCAN_STATUS_DONE, "Done"},
		      {JSCAN_STATUS_LAPSED, "Lapsed"}};
	const struct jscan_report *report = page->report;

	if (report->counts.overdue + report->counts.due == 0)
		jscan_buf_adds(page->out, "Nothing is due.\n");
	for (size_t k = 0; k < (has_all ? 5 : 3); k++) {
		size_t count = 0;

		for (size_t i = 0; i < report->followup_count; i++) {
			const struct jscan_followup *item =
				&report->followups[i];

			if (item->status != groups[k].status)
				continue;
			if (count++ == 0) {
				if (page->out->len > 0) /* not at the top */
					jscan_buf_addc(page->out, '\n');
				add_heading(page, groups[k].heading,
					    JSCAN_COLOR_STRONG);
			}
			add_item(page, item);
		}
	}
}

static void add_list(struct jscan_table *table, struct jscan_texts texts)
{
	struct jscan_buf list;

	jscan_buf_init(&list);
	for (size_t i = 0; i < texts.count; i++)
		jscan_buf_addf(&list, "%s%s", i ? ", " : "", texts.items[i]);
	jscan_table_add(table, list.data, JSCAN_COLOR_NONE);
	jscan_buf_release(&list);
}

/* "VP Sales, Acme": what is known beside the name. */
static void describe_contact(struct jscan_buf *out,
			     const struct jscan_contact *contact)
{
	const char *title = contact->title ? contact->title : contact->role;

	jscan_buf_add(out, "", 0);
	if (title && contact->name)
		jscan_buf_addf(out, ", %s", title);
	else if (title)
		jscan_buf_adds(out, title);
	for (size_t i = 0; i < contact->companies.count; i++)
		jscan_buf_addf(out, "%s%s",
			       out->len || contact->name ? ", " : "",
			       contact->companies.items[i]);
}

static void append_list(struct jscan_buf *out, struct jscan_texts texts)
{
	for (size_t i = 0; i < texts.count; i++)
		jscan_buf_addf(out, "%s%s", out->len ? ", " : "",
			       texts.items[i]);
}

/* Two lines: name, title and company; addresses, numbers, when last seen. */
static void add_contact(const struct page *page,
			const struct jscan_contact *contact)
{
	struct jscan_buf words, reach;
	char date[11];
	size_t name = 0;

	jscan_buf_init(&words);
	jscan_buf_init(&reach);
	jscan_buf_add(&reach, "", 0);
	describe_contact(&words, contact);
	if (contact->name)
		name = add_text(page, contact->name, page->width,
				JSCAN_COLOR_STRONG);
	if (name < page->width)
		add_text(page, words.data, page->width - name,
			 JSCAN_COLOR_NONE);
	append_list(&reach, contact->emails);
	append_list(&reach, contact->phones);
	jscan_date_format(date, contact->last_seen);
	/* The words in front of the day go where there is no room for them. */
	if (*date)
		jscan_buf_addf(&reach, "%s%s%s", reach.len ? "  " : "",
			       jscan_utf8_width(reach.data, reach.len) + 24 >
					       page->width
				       ? ""
				       : "last seen ",
			       date);
	if (reach.len > 0) {
		jscan_buf_adds(page->out, "\n  ");
		add_text(page, reach.data, page->width - 2, JSCAN_COLOR_FAINT);
	}
	jscan_buf_addc(page->out, '\n');
	jscan_buf_release(&words);
	jscan_buf_release(&reach);
}

static void add_contact_table(const struct page *page)
{
	static const struct jscan_column columns[] = {
		{"Name", 14, true, false, false},
		{"Title", 8, true, false, false},
		{"Company", 8, true, false, false},
		{"Mail", 24, true, false, false},
		{"Phone", 12, false, false, false},
		{"Last seen", 10, false, false, false}};
	const struct jscan_report *report = page->report;
	struct jscan_table table;

	jscan_table_init(&table, columns, 6, page->has_color);
	for (size_t i = 0; i < report->contact_count; i++) {
		const struct jscan_contact *contact = &report->contacts[i];
		char date[11];

		jscan_date_format(date, contact->last_seen);
		jscan_table_add(&table, contact->name, JSCAN_COLOR_STRONG);
		jscan_table_add(&table,
				contact->title ? contact->title : contact->role,
				JSCAN_COLOR_NONE);
		add_list(&table, contact->companies);
		add_list(&table, contact->emails);
		add_list(&table, contact->phones);
		jscan_table_add(&table, date, JSCAN_COLOR_FAINT);
	}
	jscan_table_print(page->out, &table, page->width);
	jscan_table_release(&table);
}

/* A table where the addresses fit beside the names, else two lines each. */
static void add_contacts(const struct page *page)
{
	const struct jscan_report *report = page->report;

	if (report->contact_count == 0)
		jscan_buf_adds(page->out, "Nobody is named in the notes.\n");
	else if (page->width >= WIDE_COLUMNS)
		add_contact_table(page);
	else
		for (size_t i = 0; i < report->contact_count; i++)
			add_contact(page, &report->contacts[i]);
}

static enum jscan_color color_of_trend(enum jscan_trend trend)
{
	return trend == JSCAN_TREND_WORSE    ? JSCAN_COLOR_BAD
	       : trend == JSCAN_TREND_BETTER ? JSCAN_COLOR_GOOD
					     : JSCAN_COLOR_NONE;
}

/* The weaknesses, or only the recurring ones, indented under a heading. */
static size_t add_weaknesses(const struct page *page, bool only_recurring)
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
		add_heading(page, "Weaknesses that recur", JSCAN_COLOR_STRONG);
	}
	if (count > 0)
		jscan_table_print(page->out, &table, page->width);
	jscan_table_release(&table);
	return count;
}

static void add_counts(const struct page *page)
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

static void add_problems(const struct page *page)
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

static void add_summary(const struct page *page)
{
	struct item_group groups[] = {
		{JSCAN_STATUS_OVERDUE, "Overdue", 10, 0, 0, 0},
		{JSCAN_STATUS_DUE, "Due", 10, 0, 0, 0},
		{JSCAN_STATUS_UPCOMING, "Coming", 5, 0, 0, 0}};

	add_counts(page);
	add_items(page, groups, 3);
	add_weaknesses(page, true);
	add_problems(page);
}

static void add_applications(const struct page *page)
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
	add_heading(page, "Applications", JSCAN_COLOR_STRONG);
	jscan_table_print(page->out, &table, page->width);
	jscan_table_release(&table);
}

static void add_report(const struct page *page)
{
	add_counts(page);
	add_due(page, false);
	add_weaknesses(page, true);
	add_applications(page);
	if (page->report->contact_count > 0) {
		jscan_buf_addc(page->out, '\n');
		add_heading(page, "People", JSCAN_COLOR_STRONG);
		add_contacts(page);
	}
	add_problems(page);
}

void jscan_write_text(struct jscan_buf *out, const struct jscan_report *report,
		      const struct jscan_format_options *options)
{
	struct page page = {out, report, options->columns, options->has_color};

	if (page.width == 0)
		page.width = DEFAULT_COLUMNS;
	if (page.width < LEAST_COLUMNS)
		page.width = LEAST_COLUMNS;
	switch (options->view) {
	case JSCAN_VIEW_DUE:
		add_due(&page, options->has_all);
		break;
	case JSCAN_VIEW_CONTACTS:
		add_contacts(&page);
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
