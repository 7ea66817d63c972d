/*
 * The report as one HTML page that needs nothing else: no network, and a script
 * only to sort and filter its tables.  Light and dark by the reader's setting.
 * Its own Content-Security-Policy allows the one style sheet and the one script
 * by their hashes, and nothing more.
 *
 * Like the report in Markdown it is the same on every day on which no item
 * changes its status.
 */
#include "output/html_part.h"
#include "output/html_script.h"
#include "output/html_style.h"

static void add_item(const struct jscan_html *page,
		     const struct jscan_followup *item)
{
	struct jscan_buf *out = page->out;

	jscan_buf_addf(out, "<article class=\"card item %s\" id=\"i-",
		       jscan_status_name(item->status));
	jscan_html_text(page, item->id);
	jscan_buf_adds(out, "\">\n<h4>");
	jscan_html_text(page, jscan_followup_phrase(item));
	jscan_buf_adds(out, "</h4>\n<p class=\"who\">");
	jscan_html_text(page, item->contact);
	if (item->contact && (item->company || item->role))
		jscan_buf_adds(out, " \xc2\xb7 ");
	jscan_html_application(page, item->company, item->role);
	jscan_buf_addf(out, "</p>\n<p>Due <b class=\"%s\">",
		       item->status == JSCAN_STATUS_OVERDUE ? "bad" : "now");
	jscan_html_date(page, item->due);
	jscan_buf_adds(out, "</b>");
	if (item->why && *item->why) {
		jscan_buf_adds(out, ": ");
		jscan_html_prose(page, item->why);
	}
	jscan_buf_adds(out, "</p>\n");
	if (item->talking_points.count > 0)
		jscan_buf_adds(out, "<details>\n<summary>What to say"
				    "</summary>\n<ul>\n");
	for (size_t i = 0; i < item->talking_points.count; i++) {
		jscan_buf_adds(out, "<li>");
		jscan_html_prose(page, item->talking_points.items[i]);
		jscan_buf_adds(out, "</li>\n");
	}
	if (item->talking_points.count > 0)
		jscan_buf_adds(out, "</ul>\n</details>\n");
	jscan_buf_adds(out, "<p class=\"foot\">");
	jscan_html_place(page, item->path, item->line);
	jscan_buf_adds(out, " <code>");
	jscan_html_text(page, item->id);
	jscan_buf_adds(out, "</code></p>\n</article>\n");
}

static bool add_items(const struct jscan_html *page, enum jscan_status status,
		      const char *heading)
{
	const struct jscan_report *report = page->report;
	bool has_any = false;

	for (size_t i = 0; i < report->followup_count; i++) {
		if (report->followups[i].status != status)
			continue;
		if (!has_any)
			jscan_buf_addf(page->out,
				       "<h3>%s</h3>\n<div class=\"cards\">\n",
				       heading);
		has_any = true;
		add_item(page, &report->followups[i]);
	}
	if (has_any)
		jscan_buf_adds(page->out, "</div>\n");
	return has_any;
}

static void add_pressing(const struct jscan_html *page)
{
	bool has_any;

	jscan_html_start_section(page, "now", "What cannot wait");
	has_any = add_items(page, JSCAN_STATUS_OVERDUE, "Overdue");
	has_any |= add_items(page, JSCAN_STATUS_DUE, "Due");
	if (!has_any)
		jscan_buf_adds(page->out, "<p>Nothing: everybody has heard "
					  "from you.</p>\n");
	jscan_html_end_section(page);
}

static void add_problems(const struct jscan_html *page)
{
	const struct jscan_report *report = page->report;
	struct jscan_buf *out = page->out;

	if (report->diagnostic_count == 0)
		return;
	jscan_html_start_section(page, "problems", "Problems in the notes");
	jscan_buf_adds(out, "<ul>\n");
	for (size_t i = 0; i < report->diagnostic_count; i++) {
		const struct jscan_diagnostic *diagnostic =
			&report->diagnostics[i];

		jscan_buf_addf(out, "<li>%s: ",
			       jscan_severity_name(diagnostic->severity));
		jscan_html_text(page, diagnostic->message);
		jscan_buf_addc(out, ' ');
		jscan_html_place(page, diagnostic->path, diagnostic->line);
		jscan_buf_adds(out, " <code class=\"soft\">");
		jscan_html_text(page, diagnostic->code);
		jscan_buf_adds(out, "</code></li>\n");
	}
	jscan_buf_adds(out, "</ul>\n");
	jscan_html_end_section(page);
}

static void add_counts(const struct jscan_html *page)
{
	const struct jscan_counts *counts = &page->report->counts;
	const struct {
		unsigned count;
		const char *class;
		const char *words;
	} all[] = {
		{counts->overdue, counts->overdue ? "bad" : "good", "overdue"},
		{counts->due, counts->due ? "now" : "good", "due"},
		{counts->upcoming, "count", "to come"},
		{counts->applications, "count", "applications"},
		{counts->interviews, "count", "interviews"},
		{counts->contacts, "count", "people"},
	};

	jscan_buf_adds(page->out, "<ul class=\"counts\">\n");
	for (size_t i = 0; i < sizeof(all) / sizeof(all[0]); i++)
		jscan_buf_addf(page->out,
			       "<li><b class=\"%s\">%u</b> %s</li>\n",
			       all[i].class, all[i].count, all[i].words);
	jscan_buf_adds(page->out, "</ul>\n");
}

/* Links to the parts of the page that are there. */
static void add_contents(const struct jscan_html *page)
{
	const struct jscan_report *report = page->report;
	const struct {
		const char *id;
		const char *words;
		bool is_there;
	} all[] = {
		{"now", "What cannot wait", true},
		{"next", "What comes", jscan_html_has_calendar(page)},
		{"touch", "Keeping in touch", jscan_html_has_touches(page)},
		{"weaknesses", "Weaknesses", report->weakness_count > 0},
		{"applications", "Applications", report->application_count > 0},
		{"people", "People", report->contact_count > 0},
		{"problems", "Problems", report->diagnostic_count > 0},
	};

	jscan_buf_adds(page->out, "<nav aria-label=\"Contents\">\n<ul>\n");
	for (size_t i = 0; i < sizeof(all) / sizeof(all[0]); i++) {
		if (all[i].is_there)
			jscan_buf_addf(page->out,
				       "<li><a href=\"#%s\">%s</a></li>\n",
				       all[i].id, all[i].words);
	}
	jscan_buf_adds(page->out, "</ul>\n</nav>\n");
}

static void add_pieces(struct jscan_buf *out, const char *const *pieces)
{
	for (; *pieces; pieces++)
		jscan_buf_adds(out, *pieces);
}

static void add_head(struct jscan_buf *out)
{
	jscan_buf_addf(out,
		       JSCAN_REPORT_COMMENT
		       "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n"
		       "<meta charset=\"utf-8\">\n"
		       "<meta http-equiv=\"Content-Security-Policy\" "
		       "content=\"default-src 'none'; style-src '%s'; "
		       "script-src '%s'; base-uri 'none'; "
		       "form-action 'none'\">\n"
		       "<meta name=\"viewport\" "
		       "content=\"width=device-width, initial-scale=1\">\n"
		       "<meta name=\"referrer\" content=\"no-referrer\">\n"
		       "<title>Interview journal</title>\n<style>",
		       jscan_html_style_hash, jscan_html_script_hash);
	add_pieces(out, jscan_html_style);
	jscan_buf_adds(out, "</style>\n</head>\n<body>\n<main>\n"
			    "<h1>Interview journal</h1>\n");
}

void jscan_write_html(struct jscan_buf *out, const struct jscan_report *report,
		      const struct jscan_format_options *options)
{
	struct jscan_html page = {out, report};

	(void)options;
	add_head(out);
	add_counts(&page);
	add_contents(&page);
	add_pressing(&page);
	jscan_html_add_calendar(&page);
	jscan_html_add_touches(&page);
	jscan_html_add_weaknesses(&page);
	jscan_html_add_applications(&page);
	jscan_html_add_people(&page);
	add_problems(&page);
	jscan_buf_adds(out, "</main>\n<script>");
	add_pieces(out, jscan_html_script);
	jscan_buf_adds(out, "</script>\n</body>\n</html>\n");
}
