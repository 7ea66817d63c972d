/*
 * The calendar of what comes: a sheet for each of the next months that hold
 * something, with the list of it beside, and in a list what lies further away.
 * No day is marked as today: the page is the same until something changes.
 */
#include <stdlib.h>

#include "base/arena.h"
#include "base/date.h"
#include "output/html_part.h"

#define MOST_SHEETS 6

struct plan { /* something on a day */
	struct jscan_date date;
	const struct jscan_followup *item;     /* or */
	const struct jscan_sitting *interview; /* this one */
};

static int compare_plans(const void *left, const void *right)
{
	const struct plan *a = left, *b = right;
	int order = jscan_date_compare(a->date, b->date);

	/* They come from two lists: the places within them keep the order. */
	if (!order)
		order = (a->item != NULL) - (b->item != NULL);
	if (!order)
		order = a->item ? (a->item > b->item) - (a->item < b->item)
				: (a->interview > b->interview) -
					  (a->interview < b->interview);
	return order;
}

static bool is_coming(const struct jscan_followup *item)
{
	return item->status == JSCAN_STATUS_DUE ||
	       item->status == JSCAN_STATUS_UPCOMING;
}

/* To be freed by the caller. */
static struct plan *gather(const struct jscan_report *report, size_t *count)
{
	struct plan *plans = jscan_alloc(
		(report->followup_count + report->arranged_count + 1) *
		sizeof(*plans));

	*count = 0;
	for (size_t i = 0; i < report->followup_count; i++) {
		const struct jscan_followup *item = &report->followups[i];

		if (is_coming(item))
			plans[(*count)++] = (struct plan){
				jscan_date_max(item->due, item->rests_until), item,
				NULL};
	}
	for (size_t i = 0; i < report->arranged_count; i++) {
		const struct jscan_sitting *one = &report->arranged[i];

		plans[(*count)++] = (struct plan){one->date, NULL, one};
	}
	qsort(plans, *count, sizeof(*plans), compare_plans);
	return plans;
}

static void add_interview(const struct jscan_html *page,
			  const struct jscan_sitting *one)
{
	jscan_buf_addf(page->out, "<strong>%s</strong>",
		       one->is_mock ? "Mock interview" : "Interview");
	if (one->what && *one->what) {
		jscan_buf_adds(page->out, ": ");
		jscan_html_text(page, one->what);
	}
	if (one->company || one->role) {
		jscan_buf_adds(page->out, " <span class=\"soft\">");
		jscan_html_application(page, one->company, one->role);
		jscan_buf_adds(page->out, "</span>");
	}
	jscan_buf_adds(page->out, " <span class=\"soft\">");
	jscan_html_place(page, one->path, one->line);
	jscan_buf_adds(page->out, "</span>");
}

static void add_item(const struct jscan_html *page,
		     const struct jscan_followup *item)
{
	bool is_due = item->status == JSCAN_STATUS_DUE;
	bool is_resting = jscan_date_is_set(item->rests_until);

	/* What is due already has its card further up. */
	if (is_due)
		jscan_buf_addf(page->out, "<a href=\"#i-%s\">", item->id);
	else
		jscan_buf_adds(page->out, "<strong>");
	jscan_html_text(page, jscan_followup_phrase(item));
	jscan_buf_adds(page->out, is_due ? "</a>" : "</strong>");
	if (item->contact || item->company || item->role) {
		jscan_buf_adds(page->out, " <span class=\"soft\">");
		jscan_html_text(page, item->contact);
		if (item->contact && (item->company || item->role))
			jscan_buf_adds(page->out, " \xc2\xb7 ");
		jscan_html_application(page, item->company, item->role);
		jscan_buf_adds(page->out, "</span>");
	}
	if (!is_due) {
		jscan_buf_addf(page->out, "<span class=\"soft\">%s ",
			       is_resting ? "rests until" : "from");
		jscan_html_date(page, is_resting ? item->rests_until : item->opens);
		jscan_buf_adds(page->out, " \xc2\xb7 ");
		jscan_html_place(page, item->path, item->line);
		jscan_buf_adds(page->out, "</span>");
	}
}

static void add_agenda(const struct jscan_html *page, const struct plan *plans,
		       size_t count)
{
	char day[11];

	jscan_buf_adds(page->out, "<ol class=\"agenda\">\n");
	for (size_t i = 0; i < count; i++) {
		bool is_first =
			!i || jscan_date_compare(plans[i].date,
						 plans[i - 1].date) != 0;

		jscan_date_format(day, plans[i].date);
		jscan_buf_adds(page->out, "<li");
		if (is_first)
			jscan_buf_addf(page->out, " id=\"d-%s\"", day);
		jscan_buf_adds(page->out, ">");
		jscan_html_date(page, plans[i].date);
		jscan_buf_adds(page->out, " <span>");
		if (plans[i].item)
			add_item(page, plans[i].item);
		else
			add_interview(page, plans[i].interview);
		jscan_buf_adds(page->out, "</span></li>\n");
	}
	jscan_buf_adds(page->out, "</ol>\n");
}

/* How many of the plans are of the day; *has_interview: one of them is one. */
static size_t count_day(const struct plan *plans, size_t count, int day,
			bool *has_interview)
{
	size_t found = 0;

	*has_interview = false;
	for (size_t i = 0; i < count; i++) {
		if (plans[i].date.day != day)
			continue;
		found++;
		*has_interview |= plans[i].interview != NULL;
	}
	return found;
}

static void add_day(const struct jscan_html *page, const struct plan *plans,
		    size_t count, int day)
{
	struct jscan_date date = plans[0].date;
	char text[11];
	bool has_interview;
	size_t found = count_day(plans, count, day, &has_interview);

	date.day = (uint8_t)day;
	jscan_date_format(text, date);
	if (!found)
		jscan_buf_addf(page->out, "<td>%d</td>", day);
	else
		jscan_buf_addf(page->out,
			       "<td><a class=\"%s\" href=\"#d-%s\" "
			       "aria-label=\"%d, %zu to do\">%d</a></td>",
			       has_interview ? "meet" : "busy", text, day,
			       found, day);
}

/* One month; all plans are of it. */
static void add_sheet(const struct jscan_html *page, const struct plan *plans,
		      size_t count)
{
	struct jscan_date first = plans[0].date;
	int days = jscan_date_month_days(first.year, first.month), weekday;

	first.day = 1;
	weekday = jscan_date_weekday(first);
	jscan_buf_adds(page->out, "<div class=\"month\">\n"
				  "<table class=\"sheet\">\n<caption>");
	jscan_html_month(page, first);
	jscan_buf_adds(
		page->out,
		"</caption>\n<thead>\n<tr>"
		"<th scope=\"col\"><abbr title=\"Monday\">Mo</abbr></th>"
		"<th scope=\"col\"><abbr title=\"Tuesday\">Tu</abbr></th>"
		"<th scope=\"col\"><abbr title=\"Wednesday\">We</abbr>"
		"</th>"
		"<th scope=\"col\"><abbr title=\"Thursday\">Th</abbr>"
		"</th>"
		"<th scope=\"col\"><abbr title=\"Friday\">Fr</abbr></th>"
		"<th scope=\"col\"><abbr title=\"Saturday\">Sa</abbr>"
		"</th>"
		"<th scope=\"col\"><abbr title=\"Sunday\">Su</abbr></th>"
		"</tr>\n</thead>\n<tbody>\n<tr>");
	for (int i = 0; i < weekday; i++)
		jscan_buf_adds(page->out, "<td></td>");
	for (int day = 1; day <= days; day++) {
		if (day > 1 && (weekday + day - 1) % 7 == 0)
			jscan_buf_adds(page->out, "</tr>\n<tr>");
		add_day(page, plans, count, day);
	}
	for (int i = weekday + days; i % 7; i++)
		jscan_buf_adds(page->out, "<td></td>");
	jscan_buf_adds(page->out, "</tr>\n</tbody>\n</table>\n");
	add_agenda(page, plans, count);
	jscan_buf_adds(page->out, "</div>\n");
}

bool jscan_html_has_calendar(const struct jscan_html *page)
{
	for (size_t i = 0; i < page->report->followup_count; i++) {
		if (is_coming(&page->report->followups[i]))
			return true;
	}
	return page->report->arranged_count > 0;
}

void jscan_html_add_calendar(const struct jscan_html *page)
{
	size_t count, sheets = 0, end;
	struct plan *plans = gather(page->report, &count);

	if (count > 0)
		jscan_html_start_section(page, "next", "What comes");
	for (size_t i = 0; i < count; i = end) {
		for (end = i + 1; end < count &&
				  plans[end].date.year == plans[i].date.year &&
				  plans[end].date.month == plans[i].date.month;
		     end++)
			;
		if (sheets++ < MOST_SHEETS) {
			add_sheet(page, &plans[i], end - i);
			continue;
		}
		jscan_buf_adds(page->out, "<h3>Later</h3>\n");
		add_agenda(page, &plans[i], count - i);
		break;
	}
	if (count > 0)
		jscan_html_end_section(page);
	free(plans);
}
