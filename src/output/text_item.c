/*
 * Follow-ups on a terminal: as rows of a table for a summary, and as two lines
 * each, which have room for everything, for the view of what is due.
 */
#include "output/text_page.h"

#include <stdio.h>

#include "base/date.h"
#include "base/utf8.h"
#include "output/report.h"

#define NARROW_COLUMNS 72 /* below it, items are cut short */

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

static void add_row(struct jscan_table *table,
		    const struct jscan_text_page *page,
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

void jscan_text_add_items(const struct jscan_text_page *page,
			  struct jscan_item_group *groups, size_t group_count)
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
		const struct jscan_item_group *group = &groups[k];

		if (group->count == 0)
			continue;
		jscan_buf_addc(page->out, '\n');
		jscan_text_add_heading(page, group->heading,
				       JSCAN_COLOR_STRONG);
		jscan_table_print_rows(page->out, &table, page->width,
				       group->first, group->end);
		if (group->count > group->most)
			jscan_buf_addf(page->out, "  and %zu more\n",
				       group->count - group->most);
	}
	jscan_table_release(&table);
}

/* Which application, with whom, and, where all of it fits, at which line. */
static void add_details(const struct jscan_text_page *page,
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
	jscan_text_add_line(page, text.data, width, JSCAN_COLOR_FAINT);
	jscan_buf_release(&text);
}

/* Two lines: when and what; the id, which application, with whom, where. */
static void add_item(const struct jscan_text_page *page,
		     const struct jscan_followup *item)
{
	char date[11], days[32];

	jscan_date_format(date, item->due);
	describe_days(days, item, page->report->as_of);
	jscan_buf_adds(page->out, "  ");
	jscan_color_start(page->out, page->has_color, color_of(item->status));
	jscan_buf_addf(page->out, "%s  %-9s", date, days);
	jscan_color_end(page->out, page->has_color, color_of(item->status));
	jscan_buf_adds(page->out, "  ");
	jscan_text_add_line(page, jscan_followup_phrase(item), page->width - 25,
			    JSCAN_COLOR_STRONG);
	jscan_buf_adds(page->out, "\n  ");
	jscan_color_start(page->out, page->has_color, JSCAN_COLOR_FAINT);
	jscan_buf_addf(page->out, "%-10s  ", item->id);
	jscan_color_end(page->out, page->has_color, JSCAN_COLOR_FAINT);
	add_details(page, item, page->width - 14);
	jscan_buf_addc(page->out, '\n');
}

void jscan_text_add_due(const struct jscan_text_page *page, bool has_all)
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
				jscan_text_add_heading(page, groups[k].heading,
						       JSCAN_COLOR_STRONG);
			}
			add_item(page, item);
		}
	}
}
