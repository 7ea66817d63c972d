/*
 * Keeping in touch: for each company a lane of time with the day it ended, the
 * days on which the writer was in touch, and the next window.  All lanes share
 * one scale, which goes from the first ending to the last window: no day of
 * today in it, since the page is the same until something changes.
 *
 * Places are percentages, so that a lane is as wide as there is room and its
 * marks keep their shape.
 */
#include "base/date.h"
#include "output/html_part.h"

#define MOST_TICKS 6

struct scale {
	long from; /* days */
	long to;
};

static bool is_shown(const struct jscan_followup *item)
{
	return item->rule == JSCAN_RULE_KEEP_IN_TOUCH &&
	       jscan_followup_is_open(item);
}

static struct jscan_percent place(const struct scale *scale,
				  struct jscan_date date)
{
	return jscan_percent_of(jscan_date_to_days(date) - scale->from,
				scale->to - scale->from);
}

/* False when no company is to be kept in touch with. */
static bool find_scale(struct scale *out, const struct jscan_report *report)
{
	bool has_any = false;
	long room;

	for (size_t i = 0; i < report->followup_count; i++) {
		const struct jscan_followup *item = &report->followups[i];
		long from, to = jscan_date_to_days(item->due);

		if (!is_shown(item))
			continue;
		from = jscan_date_to_days(jscan_date_is_set(item->closed)
						  ? item->closed
						  : item->opens);
		if (!has_any || from < out->from)
			out->from = from;
		if (!has_any || to > out->to)
			out->to = to;
		has_any = true;
	}
	if (!has_any)
		return false;
	/* The marks at both ends are not to be cut. */
	room = (out->to - out->from) / 40 + 7;
	out->from -= room;
	out->to += room;
	return true;
}

/* Months from one tick to the next, so that there are a few of them. */
static int find_step(const struct scale *scale)
{
	static const int steps[] = {1, 2, 3, 6, 12, 24, 60, 120, 240, 600};
	const size_t count = sizeof(steps) / sizeof(steps[0]);
	long months = (scale->to - scale->from) / 30;

	for (size_t i = 0; i < count; i++) {
		if (months / steps[i] <= MOST_TICKS)
			return steps[i];
	}
	return 1200 * (int)(months / 1200 / MOST_TICKS + 1);
}

/* The first day of a month whose number is a multiple of `step`. */
static struct jscan_date first_tick(const struct scale *scale, int step)
{
	struct jscan_date date = jscan_date_from_days(scale->from);
	int month = date.year * 12 + date.month - 1;

	month = (month / step + 1) * step;
	return jscan_date_make(month / 12, month % 12 + 1, 1);
}

typedef void (*tick_fn)(const struct jscan_html *page,
			const struct scale *scale, struct jscan_date date);

static void for_each_tick(const struct jscan_html *page,
			  const struct scale *scale, tick_fn add)
{
	int step = find_step(scale);

	for (struct jscan_date date = first_tick(scale, step);
	     jscan_date_is_set(date) && date.year < 9900 &&
	     jscan_date_to_days(date) < scale->to;
	     date = jscan_date_add_months(date, step))
		add(page, scale, date);
}

static void add_line(const struct jscan_html *page, const struct scale *scale,
		     struct jscan_date date)
{
	struct jscan_percent x = place(scale, date);

	jscan_buf_addf(page->out,
		       "<line class=\"grid\" x1=\"%s\" x2=\"%s\" y1=\"0\" "
		       "y2=\"100%%\"/>",
		       x.text, x.text);
}

static void add_label(const struct jscan_html *page, const struct scale *scale,
		      struct jscan_date date)
{
	static const char *const names[] = {"Jan", "Feb", "Mar", "Apr",
					    "May", "Jun", "Jul", "Aug",
					    "Sep", "Oct", "Nov", "Dec"};
	struct jscan_percent x = place(scale, date);
	long share = (jscan_date_to_days(date) - scale->from) * 100 /
		     (scale->to - scale->from);

	/* One at the very end would be cut. */
	if (share > 92)
		return;
	jscan_buf_addf(page->out, "<text x=\"%s\" y=\"14\">", x.text);
	if (date.month == 1 || find_step(scale) >= 12)
		jscan_buf_addf(page->out, "%d</text>", date.year);
	else if (!jscan_date_compare(date, first_tick(scale, find_step(scale))))
		jscan_buf_addf(page->out, "%s %d</text>", names[date.month - 1],
			       date.year);
	else
		jscan_buf_addf(page->out, "%s</text>", names[date.month - 1]);
}

static void add_axis(const struct jscan_html *page, const struct scale *scale)
{
	jscan_buf_adds(page->out, "<svg class=\"axis\" width=\"100%\" "
				  "height=\"20\" aria-hidden=\"true\">");
	for_each_tick(page, scale, add_label);
	jscan_buf_adds(page->out, "</svg>\n");
}

static void add_marks(const struct jscan_html *page, const struct scale *scale,
		      const struct jscan_followup *item)
{
	struct jscan_percent opens = place(scale, item->opens);
	struct jscan_percent width = jscan_percent_of(
		jscan_date_days_between(item->opens, item->due) + 1,
		scale->to - scale->from);

	jscan_buf_addf(page->out,
		       "<line class=\"lane\" x1=\"0\" x2=\"100%%\" y1=\"14\" "
		       "y2=\"14\"/>"
		       "<rect class=\"window %s\" x=\"%s\" y=\"7\" "
		       "width=\"%s\" height=\"14\" rx=\"4\"/>",
		       jscan_status_name(item->status), opens.text, width.text);
	if (jscan_date_is_set(item->closed)) {
		struct jscan_percent x = place(scale, item->closed);

		jscan_buf_addf(page->out,
			       "<line class=\"ended\" x1=\"%s\" x2=\"%s\" "
			       "y1=\"5\" y2=\"23\"/>",
			       x.text, x.text);
	}
	for (size_t i = 0; i < item->touch_count; i++) {
		if (jscan_date_to_days(item->touches[i]) < scale->from)
			continue;
		jscan_buf_addf(page->out,
			       "<circle class=\"touch\" cx=\"%s\" cy=\"14\" "
			       "r=\"5\"/>",
			       place(scale, item->touches[i]).text);
	}
}

/* The same in words: what the graphic shows, for those who do not see it. */
static void add_words(const struct jscan_html *page,
		      const struct jscan_followup *item)
{
	jscan_buf_adds(page->out, "<p class=\"soft\">");
	if (jscan_date_is_set(item->closed)) {
		jscan_buf_adds(page->out, "Ended ");
		jscan_html_date(page, item->closed);
		jscan_buf_adds(page->out, ", ");
	}
	if (item->touch_count > 0) {
		jscan_buf_adds(page->out, "last touched ");
		jscan_html_date(page, item->touches[item->touch_count - 1]);
	} else {
		jscan_buf_adds(page->out, "never touched");
	}
	jscan_buf_adds(page->out, "; next window ");
	jscan_html_date(page, item->opens);
	jscan_buf_adds(page->out, " to ");
	jscan_html_date(page, item->due);
	jscan_buf_adds(page->out, "</p>\n");
}

static void add_lane(const struct jscan_html *page, const struct scale *scale,
		     const struct jscan_followup *item, size_t number)
{
	const char *status = jscan_status_name(item->status);
	const char *name = item->company ? item->company : item->role;
	bool has_card = item->status != JSCAN_STATUS_UPCOMING;

	jscan_buf_adds(page->out, "<li>\n<p class=\"head\">");
	if (has_card)
		jscan_buf_addf(page->out, "<a href=\"#i-%s\">", item->id);
	jscan_buf_adds(page->out, "<strong>");
	jscan_html_text(page, name);
	jscan_buf_adds(page->out, "</strong>");
	if (has_card)
		jscan_buf_adds(page->out, "</a>");
	jscan_buf_addf(page->out, " <span class=\"pill %s\">%s</span>", status,
		       status);
	if (item->contact) {
		jscan_buf_adds(page->out, " <span class=\"soft\">");
		jscan_html_text(page, item->contact);
		jscan_buf_adds(page->out, "</span>");
	}
	jscan_buf_addf(page->out,
		       "</p>\n<svg width=\"100%%\" height=\"28\" role=\"img\" "
		       "aria-labelledby=\"t%zu\"><title id=\"t%zu\">",
		       number, number);
	jscan_html_text(page, name);
	jscan_buf_addf(page->out,
		       ": %zu %s, next window %s</title>"
		       "<desc>A line of time with the end of the application, "
		       "the days of contact and the next window.</desc>",
		       item->touch_count,
		       item->touch_count == 1 ? "contact" : "contacts", status);
	for_each_tick(page, scale, add_line);
	add_marks(page, scale, item);
	jscan_buf_adds(page->out, "</svg>\n");
	add_words(page, item);
	jscan_buf_adds(page->out, "</li>\n");
}

/* One mark each, as it is drawn. */
static void add_legend(const struct jscan_html *page)
{
	static const struct {
		const char *mark;
		const char *words;
	} keys[] = {
		{"<line class=\"ended\" x1=\"10\" x2=\"10\" y1=\"1\" "
		 "y2=\"15\"/>",
		 "ended"},
		{"<circle class=\"touch\" cx=\"10\" cy=\"8\" r=\"5\"/>",
		 "in touch"},
		{"<rect class=\"window upcoming\" x=\"1\" y=\"2\" width=\"18\" "
		 "height=\"12\" rx=\"4\"/>",
		 "next window"},
		{"<rect class=\"window due\" x=\"1\" y=\"2\" width=\"18\" "
		 "height=\"12\" rx=\"4\"/>",
		 "open now"},
		{"<rect class=\"window overdue\" x=\"1\" y=\"2\" width=\"18\" "
		 "height=\"12\" rx=\"4\"/>",
		 "missed"}};

	jscan_buf_adds(page->out, "<ul class=\"legend\">\n");
	for (size_t i = 0; i < sizeof(keys) / sizeof(keys[0]); i++)
		jscan_buf_addf(page->out,
			       "<li><svg width=\"20\" height=\"16\" "
			       "aria-hidden=\"true\">%s</svg> %s</li>\n",
			       keys[i].mark, keys[i].words);
	jscan_buf_adds(page->out, "</ul>\n");
}

bool jscan_html_has_touches(const struct jscan_html *page)
{
	struct scale scale = {0, 0};

	return find_scale(&scale, page->report);
}

void jscan_html_add_touches(const struct jscan_html *page)
{
	const struct jscan_report *report = page->report;
	struct scale scale = {0, 0};
	size_t lanes = 0;

	if (!find_scale(&scale, report))
		return;
	jscan_html_start_section(page, "touch", "Keeping in touch");
	add_legend(page);
	jscan_buf_adds(page->out, "<div class=\"chart\">\n"
				  "<ul class=\"lanes\">\n");
	for (size_t i = 0; i < report->followup_count; i++) {
		if (is_shown(&report->followups[i]))
			add_lane(page, &scale, &report->followups[i], lanes++);
	}
	jscan_buf_adds(page->out, "</ul>\n");
	add_axis(page, &scale);
	jscan_buf_adds(page->out, "</div>\n");
	jscan_html_end_section(page);
}
