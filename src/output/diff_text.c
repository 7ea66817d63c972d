/*
 * What became of a journal between two states, on a terminal: follow-ups by
 * what happened to them, weaknesses that show more or less often, applications
 * that moved.
 */
#include <stdio.h>
#include <string.h>

#include "base/date.h"
#include "output/escape.h"
#include "output/log.h"
#include "output/report.h"
#include "output/table.h"

#define DEFAULT_COLUMNS 80
#define LEAST_COLUMNS	40

struct page {
	struct jscan_buf *out;
	const struct jscan_comparison *comparison;
	size_t width;
	bool has_color;
};

static void add_heading(const struct page *page, const char *text,
			enum jscan_color color)
{
	jscan_buf_addc(page->out, '\n');
	jscan_color_start(page->out, page->has_color, color);
	jscan_buf_adds(page->out, text);
	jscan_color_end(page->out, page->has_color, color);
	jscan_buf_addc(page->out, '\n');
}

static void add_row(struct jscan_table *table,
		    const struct jscan_followup_change *change)
{
	const struct jscan_followup *item =
		change->after ? change->after : change->before;
	char date[11];

	jscan_date_format(date, item->due);
	jscan_table_add(table, date, JSCAN_COLOR_NONE);
	jscan_table_add(table, jscan_followup_phrase(item), JSCAN_COLOR_NONE);
	jscan_table_add(table, item->company ? item->company : item->role,
			JSCAN_COLOR_NONE);
	jscan_table_add(table, item->contact, JSCAN_COLOR_NONE);
}

static void add_followups(const struct page *page)
{
	static const struct jscan_column columns[] = {
		{NULL, 10, false, false, false},
		{NULL, 32, true, false, false},
		{NULL, 14, true, false, false},
		{NULL, 14, true, false, false}};
	static const struct {
		const char *heading;
		enum jscan_color color;
	} groups[JSCAN_CHANGES] = {
		[JSCAN_CHANGE_OVERDUE] = {"Became overdue", JSCAN_COLOR_BAD},
		[JSCAN_CHANGE_DONE] = {"Done", JSCAN_COLOR_GOOD},
		[JSCAN_CHANGE_LAPSED] = {"Lapsed", JSCAN_COLOR_FAINT},
		[JSCAN_CHANGE_GONE] = {"No longer there", JSCAN_COLOR_FAINT},
		[JSCAN_CHANGE_NEW] = {"New", JSCAN_COLOR_NOW},
	};
	const struct jscan_comparison *all = page->comparison;
	struct jscan_table table;

	jscan_table_init(&table, columns, 4, page->has_color);
	table.indent = 2;
	for (size_t i = 0; i < all->followup_count; i++)
		add_row(&table, &all->followups[i]);
	for (size_t i = 0, end; i < all->followup_count; i = end) {
		enum jscan_change_kind kind = all->followups[i].kind;

		for (end = i; end < all->followup_count &&
			      all->followups[end].kind == kind;)
			end++;
		add_heading(page, groups[kind].heading, groups[kind].color);
		jscan_table_print_rows(page->out, &table, page->width, i, end);
	}
	jscan_table_release(&table);
}

static void add_rate(struct jscan_table *table, unsigned interviews,
		     unsigned of)
{
	char text[32];

	snprintf(text, sizeof(text), "%u of %u", interviews, of);
	jscan_table_add(table, text, JSCAN_COLOR_NONE);
}

static enum jscan_color color_of(enum jscan_trend trend)
{
	return trend == JSCAN_TREND_WORSE    ? JSCAN_COLOR_BAD
	       : trend == JSCAN_TREND_BETTER ? JSCAN_COLOR_GOOD
					     : JSCAN_COLOR_NONE;
}

static void add_weaknesses(const struct page *page)
{
	static const struct jscan_column columns[] = {
		{"Weakness", 24, true, false, false},
		{"Change", 6, false, false, false},
		{"Before", 8, false, false, false},
		{"After", 8, false, false, false},
		{"Between", 8, false, false, false}};
	const struct jscan_comparison *all = page->comparison;
	struct jscan_table table;

	if (!all->weakness_count)
		return;
	jscan_table_init(&table, columns, 5, page->has_color);
	table.indent = 2;
	for (size_t i = 0; i < all->weakness_count; i++) {
		const struct jscan_weakness_change *change =
			&all->weaknesses[i];

		jscan_table_add(&table, change->title, JSCAN_COLOR_NONE);
		jscan_table_add(&table, jscan_trend_name(change->trend),
				color_of(change->trend));
		add_rate(&table, change->before, change->before_of);
		add_rate(&table, change->after, change->after_of);
		if (change->after_of > change->before_of &&
		    change->after >= change->before)
			add_rate(&table, change->after - change->before,
				 change->after_of - change->before_of);
		else
			jscan_table_add(&table, NULL, JSCAN_COLOR_NONE);
	}
	add_heading(page, "Weaknesses, by interviews", JSCAN_COLOR_STRONG);
	jscan_table_print(page->out, &table, page->width);
	jscan_table_release(&table);
}

static const char *state_name(enum jscan_outcome state, const char *none)
{
	return state == JSCAN_OUTCOME_NONE ? none : jscan_outcome_name(state);
}

static void add_applications(const struct page *page)
{
	static const struct jscan_column columns[] = {
		{"Company", 10, true, false, false},
		{"Role", 10, true, false, false},
		{"Before", 9, false, false, false},
		{"After", 9, false, false, false}};
	const struct jscan_comparison *all = page->comparison;
	struct jscan_table table;

	if (!all->application_count)
		return;
	jscan_table_init(&table, columns, 4, page->has_color);
	table.indent = 2;
	for (size_t i = 0; i < all->application_count; i++) {
		const struct jscan_application_change *change =
			&all->applications[i];

		jscan_table_add(&table, change->company, JSCAN_COLOR_NONE);
		jscan_table_add(&table, change->role, JSCAN_COLOR_NONE);
		jscan_table_add(&table, state_name(change->before, "-"),
				JSCAN_COLOR_NONE);
		jscan_table_add(&table, state_name(change->after, "gone"),
				JSCAN_COLOR_NONE);
	}
	add_heading(page, "Applications", JSCAN_COLOR_STRONG);
	jscan_table_print(page->out, &table, page->width);
	jscan_table_release(&table);
}

static void add_counts(const struct page *page,
		       const struct jscan_report *report)
{
	const struct jscan_counts *counts = &report->counts;
	char date[11];

	jscan_date_format(date, report->as_of);
	jscan_buf_addf(page->out,
		       "%s: %u overdue, %u due, %u to come, %u interview%s\n",
		       date, counts->overdue, counts->due, counts->upcoming,
		       counts->interviews, counts->interviews == 1 ? "" : "s");
}

void jscan_comparison_write_text(struct jscan_buf *out,
				 const struct jscan_comparison *comparison,
				 const struct jscan_format_options *options)
{
	struct page page = {out, comparison, options->columns,
			    options->has_color};

	if (page.width == 0)
		page.width = DEFAULT_COLUMNS;
	if (page.width < LEAST_COLUMNS)
		page.width = LEAST_COLUMNS;
	add_counts(&page, comparison->before);
	add_counts(&page, comparison->after);
	add_followups(&page);
	add_weaknesses(&page);
	add_applications(&page);
}
