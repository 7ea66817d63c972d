/*
 * A log on a terminal: what was overdue on each day as a table with bars, how
 * often each weakness had shown as a small chart, and the stages of each
 * application.
 */
#include <stdio.h>
#include <string.h>

#include "base/date.h"
#include "output/escape.h"
#include "output/log.h"
#include "output/table.h"

#define DEFAULT_COLUMNS 80
#define LEAST_COLUMNS	40
#define MOST_ROWS	24 /* of days, unless all are asked for */
#define BAR_CELLS	20
#define CHART_CELLS	24

struct page {
	struct jscan_buf *out;
	const struct jscan_log *log;
	size_t width;
	bool has_color;
	bool has_all;
};

const char *jscan_log_stage_name(const struct jscan_log_stage *stage)
{
	if (stage->what && *stage->what)
		return stage->what;
	switch (stage->type) {
	case JSCAN_EVENT_APPLICATION:
		return "applied";
	case JSCAN_EVENT_REJECTION:
		return "rejected";
	default:
		return jscan_event_type_name(stage->type);
	}
}

static void add_heading(const struct page *page, const char *text)
{
	jscan_buf_addc(page->out, '\n');
	jscan_color_start(page->out, page->has_color, JSCAN_COLOR_STRONG);
	jscan_buf_adds(page->out, text);
	jscan_color_end(page->out, page->has_color, JSCAN_COLOR_STRONG);
	jscan_buf_addc(page->out, '\n');
}

/* Of `count` things the one at place `at` of `most` that stand for all. */
static size_t pick(size_t at, size_t most, size_t count)
{
	return most < count ? at * (count - 1) / (most - 1) : at;
}

static size_t least(size_t a, size_t b)
{
	return a < b ? a : b;
}

static unsigned find_most_overdue(const struct jscan_log *log)
{
	unsigned most = 0;

	for (size_t i = 0; i < log->state_count; i++) {
		if (log->states[i].counts.overdue > most)
			most = log->states[i].counts.overdue;
	}
	return most;
}

/* A bar in eighths of a cell; anything above nothing shows. */
static void put_bar(struct jscan_buf *out, unsigned value, unsigned most)
{
	static const char *const parts[] = {"",
					    "\xe2\x96\x8f",
					    "\xe2\x96\x8e",
					    "\xe2\x96\x8d",
					    "\xe2\x96\x8c",
					    "\xe2\x96\x8b",
					    "\xe2\x96\x8a",
					    "\xe2\x96\x89"};
	size_t cells = most < BAR_CELLS ? most : BAR_CELLS;
	size_t eighths = most ? (size_t)value * cells * 8 / most : 0;

	if (value && !eighths)
		eighths = 1;
	for (size_t i = 0; i < eighths / 8; i++)
		jscan_buf_adds(out, "\xe2\x96\x88");
	jscan_buf_adds(out, parts[eighths % 8]);
}

static void add_number(struct jscan_table *table, unsigned number,
		       enum jscan_color color)
{
	char text[16];

	snprintf(text, sizeof(text), "%u", number);
	jscan_table_add(table, text, color);
}

static void add_state(struct jscan_table *table,
		      const struct jscan_log_state *state, unsigned most)
{
	const struct jscan_counts *counts = &state->counts;
	struct jscan_buf bar;
	char date[11];

	jscan_date_format(date, state->date);
	jscan_table_add(table, date, JSCAN_COLOR_NONE);
	add_number(table, counts->overdue,
		   counts->overdue ? JSCAN_COLOR_BAD : JSCAN_COLOR_GOOD);
	jscan_buf_init(&bar);
	jscan_buf_adds(&bar, "");
	put_bar(&bar, counts->overdue, most);
	jscan_table_add(table, bar.data, JSCAN_COLOR_BAD);
	jscan_buf_release(&bar);
	add_number(table, counts->due, JSCAN_COLOR_NONE);
	add_number(table, counts->upcoming, JSCAN_COLOR_NONE);
	add_number(table, counts->entries, JSCAN_COLOR_NONE);
	add_number(table, counts->interviews, JSCAN_COLOR_NONE);
}

static void add_states(const struct page *page)
{
	static const struct jscan_column columns[] = {
		{"Day", 10, false, false, false},
		{"Overdue", 7, false, true, false},
		{"", 1, false, false, false},
		{"Due", 3, false, true, false},
		{"Coming", 6, false, true, false},
		{"Entries", 7, false, true, false},
		{"Interviews", 10, false, true, false}};
	const struct jscan_log *log = page->log;
	size_t rows = page->has_all ? log->state_count
				    : least(MOST_ROWS, log->state_count);
	unsigned most = find_most_overdue(log);
	struct jscan_table table;

	jscan_table_init(&table, columns, 7, page->has_color);
	table.indent = 2;
	for (size_t i = 0; i < rows; i++)
		add_state(&table, &log->states[pick(i, rows, log->state_count)],
			  most);
	add_heading(page, "Follow-ups");
	jscan_table_print(page->out, &table, page->width);
	jscan_table_release(&table);
	if (rows < log->state_count)
		jscan_buf_addf(page->out, "  %zu of %zu days; --all has all\n",
			       rows, log->state_count);
}

static const struct jscan_log_rate *
find_rate(const struct jscan_log_state *state, const char *id)
{
	for (size_t i = 0; i < state->rate_count; i++) {
		if (!strcmp(state->rates[i].id, id))
			return &state->rates[i];
	}
	return NULL;
}

static double value_of(const struct jscan_log_rate *rate)
{
	return rate && rate->of ? (double)rate->interviews / rate->of : 0;
}

static double find_highest(const struct jscan_log *log)
{
	double highest = 0;

	for (size_t i = 0; i < log->state_count; i++) {
		const struct jscan_log_state *state = &log->states[i];

		for (size_t j = 0; j < state->rate_count; j++) {
			if (value_of(&state->rates[j]) > highest)
				highest = value_of(&state->rates[j]);
		}
	}
	return highest;
}

/* One character a day, its height the rate; all weaknesses by one measure. */
static void put_chart(struct jscan_buf *out, const struct jscan_log *log,
		      const char *id, double highest)
{
	static const char *const heights[] = {
		"\xe2\x96\x81", "\xe2\x96\x82", "\xe2\x96\x83", "\xe2\x96\x84",
		"\xe2\x96\x85", "\xe2\x96\x86", "\xe2\x96\x87", "\xe2\x96\x88"};
	size_t cells = least(CHART_CELLS, log->state_count);

	for (size_t i = 0; i < cells; i++) {
		const struct jscan_log_state *state =
			&log->states[pick(i, cells, log->state_count)];
		double value = value_of(find_rate(state, id));
		size_t height =
			highest > 0 ? (size_t)(value / highest * 7 + 0.5) : 0;

		jscan_buf_adds(out, value > 0 ? heights[least(height, 7)]
					      : "\xc2\xb7");
	}
}

static void put_rate(struct jscan_table *table,
		     const struct jscan_log_rate *rate)
{
	char text[32] = "-";

	if (rate)
		snprintf(text, sizeof(text), "%u of %u", rate->interviews,
			 rate->of);
	jscan_table_add(table, text, JSCAN_COLOR_NONE);
}

static const struct jscan_log_rate *find_first(const struct jscan_log *log,
					       const char *id)
{
	const struct jscan_log_rate *rate = NULL;

	for (size_t i = 0; i < log->state_count && !rate; i++)
		rate = find_rate(&log->states[i], id);
	return rate;
}

static void add_rates(const struct page *page)
{
	static const struct jscan_column columns[] = {
		{"Weakness", 24, true, false, false},
		{"Rate", 4, false, false, false},
		{"At first", 8, false, false, false},
		{"At last", 8, false, false, false},
		{"", 4, false, true, false}};
	const struct jscan_log *log = page->log;
	const struct jscan_log_state *last = &log->states[log->state_count - 1];
	double highest = find_highest(log);
	struct jscan_table table;

	jscan_table_init(&table, columns, 5, page->has_color);
	table.indent = 2;
	for (size_t i = 0; i < last->rate_count; i++) {
		const struct jscan_log_rate *rate = &last->rates[i];
		struct jscan_buf chart;
		char text[16];

		if (rate->interviews < 2 && !page->has_all)
			continue;
		jscan_buf_init(&chart);
		put_chart(&chart, log, rate->id, highest);
		jscan_table_add(&table, rate->title, JSCAN_COLOR_NONE);
		jscan_table_add(&table, chart.data, JSCAN_COLOR_STRONG);
		jscan_buf_release(&chart);
		put_rate(&table, find_first(log, rate->id));
		put_rate(&table, rate);
		snprintf(text, sizeof(text), "%.0f %%", 100 * value_of(rate));
		jscan_table_add(&table, text, JSCAN_COLOR_NONE);
	}
	if (table.cell_count) {
		add_heading(page, "Weaknesses, of the interviews until then");
		jscan_table_print(page->out, &table, page->width);
	}
	jscan_table_release(&table);
}

static void put_title(const struct page *page,
		      const struct jscan_log_application *application)
{
	struct jscan_buf title;

	jscan_buf_init(&title);
	jscan_buf_adds(&title, application->company ? application->company
						    : "(no company)");
	if (application->role && *application->role)
		jscan_buf_addf(&title, ", %s", application->role);
	jscan_buf_addf(&title, ": %s",
		       application->state == JSCAN_OUTCOME_NONE
			       ? "no longer in the notes"
			       : jscan_outcome_name(application->state));
	jscan_text_wrap(page->out, title.data, 2, page->width);
	jscan_buf_release(&title);
}

static void put_stage(const struct page *page,
		      const struct jscan_log_stage *stage)
{
	struct jscan_buf words, shown;
	char date[11];

	jscan_buf_init(&words);
	jscan_buf_init(&shown);
	jscan_date_format(date, stage->date);
	jscan_buf_adds(&words, jscan_log_stage_name(stage));
	jscan_escape_terminal(&shown, words.data, words.len);
	jscan_buf_addf(page->out, "    %s  ", date);
	jscan_text_fit(page->out, shown.data,
		       page->width > 46 ? page->width - 46 : 20);
	if (jscan_date_is_set(stage->gone)) {
		jscan_date_format(date, stage->gone);
		jscan_color_start(page->out, page->has_color,
				  JSCAN_COLOR_FAINT);
		jscan_buf_addf(page->out, "  (not in the notes since %s)",
			       date);
		jscan_color_end(page->out, page->has_color, JSCAN_COLOR_FAINT);
	}
	jscan_buf_addc(page->out, '\n');
	jscan_buf_release(&shown);
	jscan_buf_release(&words);
}

static void add_stages(const struct page *page)
{
	const struct jscan_log *log = page->log;

	if (log->application_count)
		add_heading(page, "Stages");
	for (size_t i = 0; i < log->application_count; i++) {
		put_title(page, &log->applications[i]);
		for (size_t j = 0; j < log->applications[i].stage_count; j++)
			put_stage(page, &log->applications[i].stages[j]);
	}
}

void jscan_log_write_text(struct jscan_buf *out, const struct jscan_log *log,
			  const struct jscan_format_options *options)
{
	struct page page = {out, log, options->columns, options->has_color,
			    options->has_all};
	char first[11], last[11];

	if (page.width == 0)
		page.width = DEFAULT_COLUMNS;
	if (page.width < LEAST_COLUMNS)
		page.width = LEAST_COLUMNS;
	if (!log->state_count) {
		jscan_buf_addf(out, "No state of the notes in %zu commit%s.\n",
			       log->commits, log->commits == 1 ? "" : "s");
		return;
	}
	jscan_date_format(first, log->states[0].date);
	jscan_date_format(last, log->states[log->state_count - 1].date);
	jscan_buf_addf(out, "%zu commit%s, the notes of %zu day%s, %s to %s\n",
		       log->commits, log->commits == 1 ? "" : "s",
		       log->state_count, log->state_count == 1 ? "" : "s",
		       first, last);
	add_states(&page);
	add_rates(&page);
	add_stages(&page);
}
