/*
 * Weaknesses over time: a heat map with a row for each weakness and a column
 * for each of the latest interviews, then each weakness with the line of its
 * share, its advice and its evidence.  A cell of the map leads to the first
 * passage that it counts.
 */
#include <stdint.h>
#include <string.h>

#include "base/date.h"
#include "output/course.h"
#include "output/html_part.h"

#define MOST_ROWS     24  /* of the map */
#define MOST_EVIDENCE 100 /* of a weakness, the latest */
#define LINE_HEIGHT   44

/* What a cell counts and where it is: company, stage, day. */
static void add_sitting(const struct jscan_html *page,
			const struct jscan_sitting *sitting)
{
	char day[11];

	jscan_date_format(day, sitting->date);
	jscan_buf_adds(page->out, day);
	if (sitting->company) {
		jscan_buf_adds(page->out, ", ");
		jscan_html_text(page, sitting->company);
	}
	if (sitting->is_mock) {
		jscan_buf_adds(page->out, ", mock");
	} else if (sitting->what && *sitting->what) {
		jscan_buf_adds(page->out, ", ");
		jscan_html_text(page, sitting->what);
	}
}

/* The passages shown are the last ones. */
static size_t first_evidence(const struct jscan_weakness *weakness)
{
	return weakness->evidence.count > MOST_EVIDENCE
		       ? weakness->evidence.count - MOST_EVIDENCE
		       : 0;
}

/* The first passage of a sitting that is on the page; false: there is none. */
static bool find_passage(size_t *out, const struct jscan_weakness *weakness,
			 size_t sitting)
{
	for (size_t i = first_evidence(weakness); i < weakness->evidence.count;
	     i++) {
		if (weakness->sittings[i] == sitting) {
			*out = i;
			return true;
		}
	}
	return false;
}

static void add_cell(const struct jscan_html *page, size_t row,
		     const struct jscan_course *course, size_t column)
{
	const struct jscan_weakness *weakness = &page->report->weaknesses[row];
	size_t sitting = course->first + column, passage = 0;
	unsigned passages = course->passages[column];
	struct jscan_percent x, width;
	bool has_link =
		passages > 0 && find_passage(&passage, weakness, sitting);

	x = jscan_percent_of((long)column, (long)course->count);
	width = jscan_percent_of(1, (long)course->count);
	if (has_link) {
		jscan_buf_addf(page->out, "<a href=\"#w%zu-%zu\" aria-label=\"",
			       row, passage);
		add_sitting(page, &page->report->sittings[sitting]);
		jscan_buf_addf(page->out, ": %u %s\"><title>", passages,
			       passages == 1 ? "passage" : "passages");
		add_sitting(page, &page->report->sittings[sitting]);
		jscan_buf_addf(page->out, ": %u %s</title>", passages,
			       passages == 1 ? "passage" : "passages");
	}
	jscan_buf_addf(page->out,
		       "<rect class=\"h%u\" x=\"%s\" y=\"0\" width=\"%s\" "
		       "height=\"22\"/>",
		       passages < 3 ? passages : 3, x.text, width.text);
	if (has_link)
		jscan_buf_adds(page->out, "</a>");
}

static void add_row(const struct jscan_html *page, size_t row)
{
	const struct jscan_weakness *weakness = &page->report->weaknesses[row];
	struct jscan_course course;

	jscan_course_make(&course, page->report, weakness);
	jscan_buf_addf(page->out, "<li><a href=\"#w%zu\">", row);
	jscan_html_text(page, weakness->title);
	jscan_buf_addf(page->out,
		       "</a>\n<svg class=\"cells\" width=\"100%%\" "
		       "height=\"22\" role=\"group\" "
		       "aria-labelledby=\"m%zu\"><title id=\"m%zu\">",
		       row, row);
	jscan_html_text(page, weakness->title);
	jscan_buf_addf(page->out,
		       ": in %u of %u interviews</title><desc>A cell for each "
		       "interview, the darker the more is said of it."
		       "</desc>",
		       weakness->interviews, weakness->of);
	for (size_t i = 0; i < course.count; i++)
		add_cell(page, row, &course, i);
	jscan_buf_adds(page->out, "</svg></li>\n");
}

static void add_heat_legend(const struct jscan_html *page)
{
	static const char *const words[] = {"not seen", "once", "twice",
					    "three times or more"};

	jscan_buf_adds(page->out, "<ul class=\"legend\">\n");
	for (size_t i = 0; i < sizeof(words) / sizeof(words[0]); i++)
		jscan_buf_addf(page->out,
			       "<li><svg class=\"cells\" width=\"16\" "
			       "height=\"16\" aria-hidden=\"true\">"
			       "<rect class=\"h%zu\" width=\"16\" "
			       "height=\"16\"/></svg> %s</li>\n",
			       i, words[i]);
	jscan_buf_adds(page->out, "</ul>\n");
}

/* The columns of the map as a list, to be read. */
static void add_columns(const struct jscan_html *page, size_t first)
{
	const struct jscan_report *report = page->report;

	jscan_buf_addf(page->out,
		       "<details>\n<summary>The %zu interviews of the map"
		       "</summary>\n<ol class=\"plain\">\n",
		       report->sitting_count - first);
	for (size_t i = first; i < report->sitting_count; i++) {
		const struct jscan_sitting *sitting = &report->sittings[i];

		jscan_buf_adds(page->out, "<li>");
		add_sitting(page, sitting);
		jscan_buf_adds(page->out, " ");
		jscan_html_place(page, sitting->path, sitting->line);
		jscan_buf_adds(page->out, "</li>\n");
	}
	jscan_buf_adds(page->out, "</ol>\n</details>\n");
}

static void add_map(const struct jscan_html *page)
{
	const struct jscan_report *report = page->report;
	size_t rows = report->weakness_count < MOST_ROWS
			      ? report->weakness_count
			      : MOST_ROWS;
	struct jscan_course course;

	if (report->sitting_count == 0)
		return;
	jscan_course_make(&course, report, &report->weaknesses[0]);
	add_heat_legend(page);
	jscan_buf_adds(page->out, "<div class=\"chart\">\n"
				  "<ul class=\"heat\">\n");
	for (size_t i = 0; i < rows; i++)
		add_row(page, i);
	jscan_buf_adds(page->out, "</ul>\n<p class=\"ends\"><span>");
	jscan_html_date(page, report->sittings[course.first].date);
	jscan_buf_adds(page->out, "</span><span>");
	jscan_html_date(page, report->sittings[report->sitting_count - 1].date);
	jscan_buf_adds(page->out, "</span></p>\n");
	if (rows < report->weakness_count)
		jscan_buf_addf(page->out,
			       "<p class=\"soft\">and %zu more, seen less "
			       "often</p>\n",
			       report->weakness_count - rows);
	jscan_buf_adds(page->out, "</div>\n");
	add_columns(page, course.first);
}

static const struct {
	const char *class;
	const char *words;
} trends[] = {
	[JSCAN_TREND_NEW] = {"soft", "too early for a trend"},
	[JSCAN_TREND_WORSE] = {"bad", "getting worse"},
	[JSCAN_TREND_STEADY] = {"soft", "steady"},
	[JSCAN_TREND_BETTER] = {"good", "getting better"},
};

/* The middle of a column, and how far down its share lies. */
static struct jscan_percent find_x(const struct jscan_course *course,
				   size_t column)
{
	return jscan_percent_of(2 * (long)column + 1, 2 * (long)course->count);
}

static unsigned find_y(const struct jscan_course *course, size_t column)
{
	return 4 + (LINE_HEIGHT - 8) *
			   (course->of[column] - course->shown[column]) /
			   (course->of[column] ? course->of[column] : 1);
}

/* The share of the last few interviews, from interview to interview. */
static void add_line(const struct jscan_html *page, size_t row)
{
	const struct jscan_weakness *weakness = &page->report->weaknesses[row];
	struct jscan_course course;

	jscan_course_make(&course, page->report, weakness);
	if (course.count < 2)
		return;
	jscan_buf_addf(page->out,
		       "<svg class=\"trend %s\" width=\"100%%\" "
		       "height=\"%d\" role=\"img\" aria-labelledby=\"l%zu\">"
		       "<title id=\"l%zu\">Share of the last %d interviews, at "
		       "the end %u of %u</title><desc>A line from the first "
		       "interview of the map to the last; up is more often."
		       "</desc><line class=\"grid\" x1=\"0\" x2=\"100%%\" "
		       "y1=\"%d\" y2=\"%d\"/><line class=\"grid\" x1=\"0\" "
		       "x2=\"100%%\" y1=\"4\" y2=\"4\"/>"
		       "<svg viewBox=\"0 0 100 %d\" preserveAspectRatio="
		       "\"none\"><polyline points=\"",
		       trends[weakness->trend].class, LINE_HEIGHT, row, row,
		       JSCAN_COURSE_WINDOW, course.shown[course.count - 1],
		       course.of[course.count - 1], LINE_HEIGHT - 4,
		       LINE_HEIGHT - 4, LINE_HEIGHT);
	for (size_t i = 0; i < course.count; i++) {
		struct jscan_percent x = find_x(&course, i);

		jscan_buf_addf(page->out, "%s%.*s,%u", i ? " " : "",
			       (int)strlen(x.text) - 1, x.text,
			       find_y(&course, i));
	}
	jscan_buf_addf(page->out,
		       "\"/></svg><circle cx=\"%s\" cy=\"%u\" r=\"4\"/>"
		       "</svg>\n",
		       find_x(&course, course.count - 1).text,
		       find_y(&course, course.count - 1));
}

static void add_labelled(const struct jscan_html *page, const char *label,
			 const char *text)
{
	if (text == NULL || *text == '\0')
		return;
	jscan_buf_addf(page->out, "<p><em>%s</em> ", label);
	jscan_html_text(page, text);
	jscan_buf_adds(page->out, "</p>\n");
}

static void add_source(const struct jscan_html *page,
		       const struct jscan_weakness *weakness)
{
	struct jscan_buf source;

	if (!weakness->source || !strcmp(weakness->source, "practice") ||
	    !strcmp(weakness->source, "your own"))
		return;
	jscan_buf_init(&source);
	jscan_source_describe(&source, weakness->source);
	add_labelled(page, "From:", source.data);
	jscan_buf_release(&source);
}

static void add_evidence(const struct jscan_html *page, size_t row)
{
	const struct jscan_weakness *weakness = &page->report->weaknesses[row];
	struct jscan_places evidence = weakness->evidence;
	size_t first = first_evidence(weakness);

	if (evidence.count == 0)
		return;
	jscan_buf_addf(page->out,
		       "<details>\n<summary>In your words: %zu %s</summary>\n",
		       evidence.count,
		       evidence.count == 1 ? "passage" : "passages");
	if (first > 0)
		jscan_buf_addf(page->out,
			       "<p class=\"soft\">The last %d of them.</p>\n",
			       MOST_EVIDENCE);
	for (size_t i = first; i < evidence.count; i++) {
		jscan_buf_addf(page->out, "<blockquote id=\"w%zu-%zu\"><p>",
			       row, i);
		jscan_html_text(page, evidence.items[i].text);
		jscan_buf_adds(page->out, "</p>");
		jscan_html_place(page, evidence.items[i].path,
				 evidence.items[i].line);
		jscan_buf_adds(page->out, "</blockquote>\n");
	}
	jscan_buf_adds(page->out, "</details>\n");
}

static void add_weakness(const struct jscan_html *page, size_t row)
{
	const struct jscan_weakness *weakness = &page->report->weaknesses[row];

	jscan_buf_addf(page->out, "<article class=\"card\" id=\"w%zu\">\n<h4>",
		       row);
	jscan_html_text(page, weakness->title);
	jscan_buf_addf(page->out,
		       "</h4>\n<p><b>%u of %u</b> interviews, "
		       "<b class=\"%s\">%s</b></p>\n",
		       weakness->interviews, weakness->of,
		       trends[weakness->trend].class,
		       trends[weakness->trend].words);
	add_line(page, row);
	add_labelled(page, "Ask yourself:", weakness->questions);
	add_labelled(page, "One thing to do:", weakness->advice);
	add_source(page, weakness);
	add_evidence(page, row);
	jscan_buf_adds(page->out, "</article>\n");
}

static void add_cards(const struct jscan_html *page, bool is_recurring)
{
	const struct jscan_report *report = page->report;
	bool has_any = false;

	for (size_t i = 0; i < report->weakness_count; i++) {
		if (report->weaknesses[i].is_recurring != is_recurring)
			continue;
		if (!has_any)
			jscan_buf_addf(page->out,
				       "<h3>%s</h3>\n<div class=\"cards\">\n",
				       is_recurring ? "Again and again"
						    : "Seen once");
		has_any = true;
		add_weakness(page, i);
	}
	if (has_any)
		jscan_buf_adds(page->out, "</div>\n");
}

void jscan_html_add_weaknesses(const struct jscan_html *page)
{
	if (page->report->weakness_count == 0)
		return;
	jscan_html_start_section(page, "weaknesses", "Weaknesses over time");
	add_map(page);
	add_cards(page, true);
	add_cards(page, false);
	jscan_html_end_section(page);
}
