/*
 * The report as one HTML page that needs nothing else: no network, no script,
 * light and dark by the reader's setting.  Its own Content-Security-Policy
 * allows the one style sheet and nothing more.
 */
#include <string.h>

#include "base/date.h"
#include "output/escape.h"
#include "output/html_style.h"
#include "output/report.h"

#define MOST_EVIDENCE 8

static void add_date(struct jscan_buf *out, struct jscan_date date)
{
	char text[11];

	jscan_date_format(text, date);
	if (*text)
		jscan_buf_addf(out, "<time datetime=\"%s\">%s</time>", text,
			       text);
}

/* The place in a note, as a link to it. */
static void add_place(struct jscan_buf *out, const char *path, unsigned line)
{
	jscan_buf_adds(out, "<a class=\"soft\" href=\"");
	jscan_escape_path(out, path);
	if (line > 0)
		jscan_buf_addf(out, "#L%u", line);
	jscan_buf_adds(out, "\">");
	jscan_escape_html(out, path);
	if (line > 0)
		jscan_buf_addf(out, ":%u", line);
	jscan_buf_adds(out, "</a>");
}

static void add_application(struct jscan_buf *out, const char *company,
			    const char *role)
{
	if (company)
		jscan_escape_html(out, company);
	if (role && *role) {
		if (company)
			jscan_buf_adds(out, ", ");
		jscan_escape_html(out, role);
	}
}

static void add_item(struct jscan_buf *out, const struct jscan_followup *item)
{
	jscan_buf_addf(out, "<article class=\"item %s\" id=\"",
		       jscan_status_name(item->status));
	jscan_escape_html(out, item->id);
	jscan_buf_adds(out, "\">\n<p><strong>");
	jscan_escape_html(out, jscan_followup_phrase(item));
	jscan_buf_adds(out, "</strong>");
	if (item->contact) {
		jscan_buf_adds(out, " \xc2\xb7 ");
		jscan_escape_html(out, item->contact);
	}
	if (item->company || item->role) {
		jscan_buf_adds(out, " \xc2\xb7 ");
		add_application(out, item->company, item->role);
	}
	jscan_buf_addf(out, "</p>\n<p>Due <b class=\"%s\">",
		       item->status == JSCAN_STATUS_OVERDUE ? "bad" : "now");
	add_date(out, item->due);
	jscan_buf_adds(out, "</b>");
	if (item->why && *item->why) {
		jscan_buf_adds(out, ": ");
		jscan_escape_html(out, item->why);
	}
	jscan_buf_adds(out, "</p>\n");
	for (size_t i = 0; i < item->talking_points.count; i++) {
		jscan_buf_adds(out, i ? "<li>" : "<ul>\n<li>");
		jscan_escape_html(out, item->talking_points.items[i]);
		jscan_buf_adds(out, "</li>\n");
	}
	if (item->talking_points.count > 0)
		jscan_buf_adds(out, "</ul>\n");
	jscan_buf_adds(out, "<p>");
	add_place(out, item->path, item->line);
	jscan_buf_adds(out, " <code class=\"soft\">");
	jscan_escape_html(out, item->id);
	jscan_buf_adds(out, "</code></p>\n</article>\n");
}

static void add_pressing(struct jscan_buf *out,
			 const struct jscan_report *report)
{
	static const enum jscan_status order[] = {JSCAN_STATUS_OVERDUE,
						  JSCAN_STATUS_DUE};
	bool has_any = false;

	jscan_buf_adds(out, "<section aria-labelledby=\"now\">\n"
			    "<h2 id=\"now\">What cannot wait</h2>\n");
	for (size_t k = 0; k < sizeof(order) / sizeof(order[0]); k++) {
		for (size_t i = 0; i < report->followup_count; i++) {
			if (report->followups[i].status != order[k])
				continue;
			has_any = true;
			add_item(out, &report->followups[i]);
		}
	}
	if (!has_any)
		jscan_buf_adds(out, "<p>Nothing: everybody has heard from "
				    "you.</p>\n");
	jscan_buf_adds(out, "</section>\n");
}

/* Opens a section with a table; `heads` are separated by '|'. */
static void start_table(struct jscan_buf *out, const char *id,
			const char *heading, const char *heads)
{
	jscan_buf_addf(out,
		       "<section aria-labelledby=\"%s\">\n"
		       "<h2 id=\"%s\">%s</h2>\n"
		       "<div class=\"scroll\" tabindex=\"0\" role=\"region\" "
		       "aria-labelledby=\"%s\">\n<table>\n<thead><tr>",
		       id, id, heading, id);
	while (*heads) {
		size_t len = strcspn(heads, "|");

		jscan_buf_addf(out, "<th scope=\"col\">%.*s</th>", (int)len,
			       heads);
		heads += len + (heads[len] == '|');
	}
	jscan_buf_adds(out, "</tr></thead>\n<tbody>\n");
}

static void end_table(struct jscan_buf *out)
{
	jscan_buf_adds(out, "</tbody>\n</table>\n</div>\n</section>\n");
}

static void add_text_cell(struct jscan_buf *out, const char *text)
{
	jscan_buf_adds(out, "<td>");
	jscan_escape_html(out, text ? text : "");
	jscan_buf_adds(out, "</td>");
}

static void add_date_cell(struct jscan_buf *out, struct jscan_date date)
{
	jscan_buf_adds(out, "<td>");
	add_date(out, date);
	jscan_buf_adds(out, "</td>");
}

static void add_coming(struct jscan_buf *out, const struct jscan_report *report)
{
	bool has_any = false;

	for (size_t i = 0; i < report->followup_count; i++) {
		const struct jscan_followup *item = &report->followups[i];

		if (item->status != JSCAN_STATUS_UPCOMING)
			continue;
		if (!has_any)
			start_table(out, "next", "What comes next",
				    "From|Due|What|With|Where|Note");
		has_any = true;
		jscan_buf_adds(out, "<tr>");
		add_date_cell(out, item->opens);
		add_date_cell(out, item->due);
		add_text_cell(out, jscan_followup_phrase(item));
		add_text_cell(out, item->contact);
		jscan_buf_adds(out, "<td>");
		add_application(out, item->company, item->role);
		jscan_buf_adds(out, "</td><td>");
		add_place(out, item->path, item->line);
		jscan_buf_adds(out, "</td></tr>\n");
	}
	if (has_any)
		end_table(out);
}

static void add_trend(struct jscan_buf *out, enum jscan_trend trend)
{
	static const struct {
		const char *class;
		const char *words;
	} trends[] = {
		[JSCAN_TREND_NEW] = {"soft", "too early for a trend"},
		[JSCAN_TREND_WORSE] = {"bad", "getting worse"},
		[JSCAN_TREND_STEADY] = {"soft", "steady"},
		[JSCAN_TREND_BETTER] = {"good", "getting better"},
	};

	jscan_buf_addf(out, "<span class=\"%s\">%s</span>", trends[trend].class,
		       trends[trend].words);
}

static void add_evidence(struct jscan_buf *out, struct jscan_places evidence)
{
	size_t shown =
		evidence.count < MOST_EVIDENCE ? evidence.count : MOST_EVIDENCE;

	jscan_buf_addf(out, "<details%s><summary>In your words</summary>\n",
		       shown <= 3 ? " open" : "");
	for (size_t i = evidence.count - shown; i < evidence.count; i++) {
		jscan_buf_adds(out, "<blockquote>");
		jscan_escape_html(out, evidence.items[i].text);
		jscan_buf_adds(out, " ");
		add_place(out, evidence.items[i].path, evidence.items[i].line);
		jscan_buf_adds(out, "</blockquote>\n");
	}
	if (shown < evidence.count)
		jscan_buf_addf(out, "<p class=\"soft\">and %zu more</p>\n",
			       evidence.count - shown);
	jscan_buf_adds(out, "</details>\n");
}

static void add_labelled(struct jscan_buf *out, const char *label,
			 const char *text)
{
	if (text == NULL || *text == '\0')
		return;
	jscan_buf_addf(out, "<p><em>%s</em> ", label);
	jscan_escape_html(out, text);
	jscan_buf_adds(out, "</p>\n");
}

static void add_weakness(struct jscan_buf *out,
			 const struct jscan_weakness *weakness)
{
	struct jscan_buf source;

	jscan_buf_init(&source);
	jscan_buf_adds(out, "<h3>");
	jscan_escape_html(out, weakness->title);
	jscan_buf_addf(out,
		       "</h3>\n<p><meter min=\"0\" max=\"%u\" value=\"%u\" "
		       "low=\"0\" high=\"%u\" optimum=\"0\" "
		       "aria-label=\"share of interviews\">%u of %u</meter> "
		       "%u of %u interviews, ",
		       weakness->of ? weakness->of : 1, weakness->interviews,
		       weakness->of / 3, weakness->interviews, weakness->of,
		       weakness->interviews, weakness->of);
	add_trend(out, weakness->trend);
	jscan_buf_adds(out, "</p>\n");
	add_labelled(out, "Ask yourself:", weakness->questions);
	add_labelled(out, "One thing to do:", weakness->advice);
	if (weakness->source && strcmp(weakness->source, "practice") != 0 &&
	    strcmp(weakness->source, "your own") != 0) {
		jscan_source_describe(&source, weakness->source);
		add_labelled(out, "From:", source.data);
	}
	add_evidence(out, weakness->evidence);
	jscan_buf_release(&source);
}

static void add_weaknesses(struct jscan_buf *out,
			   const struct jscan_report *report, bool is_recurring)
{
	bool has_any = false;

	for (size_t i = 0; i < report->weakness_count; i++) {
		if (report->weaknesses[i].is_recurring != is_recurring)
			continue;
		if (!has_any)
			jscan_buf_addf(out,
				       "<section aria-labelledby=\"%s\">\n"
				       "<h2 id=\"%s\">%s</h2>\n",
				       is_recurring ? "recurring" : "once",
				       is_recurring ? "recurring" : "once",
				       is_recurring ? "Weaknesses that recur"
						    : "Weaknesses seen once");
		has_any = true;
		add_weakness(out, &report->weaknesses[i]);
	}
	if (has_any)
		jscan_buf_adds(out, "</section>\n");
}

static void add_applications(struct jscan_buf *out,
			     const struct jscan_report *report)
{
	if (report->application_count == 0)
		return;
	start_table(out, "applications", "Applications",
		    "Company|Role|State|Closed|Interviews|First|Last");
	for (size_t i = 0; i < report->application_count; i++) {
		const struct jscan_application *application =
			&report->applications[i];

		jscan_buf_adds(out, "<tr>");
		add_text_cell(out, application->company);
		add_text_cell(out, application->role);
		add_text_cell(out, jscan_outcome_name(application->state));
		add_date_cell(out, application->closed);
		jscan_buf_addf(out, "<td class=\"number\">%u</td>",
			       application->interviews);
		add_date_cell(out, application->first);
		add_date_cell(out, application->last);
		jscan_buf_adds(out, "</tr>\n");
	}
	end_table(out);
}

static void add_texts(struct jscan_buf *out, struct jscan_texts texts)
{
	for (size_t i = 0; i < texts.count; i++) {
		if (i > 0)
			jscan_buf_adds(out, "<br>");
		jscan_escape_html(out, texts.items[i]);
	}
}

/* Web addresses of notes are links only when they are harmless. */
static void add_urls(struct jscan_buf *out, struct jscan_texts urls)
{
	for (size_t i = 0; i < urls.count; i++) {
		bool is_link = jscan_escape_is_link(urls.items[i]);

		jscan_buf_adds(out, "<br>");
		if (is_link) {
			jscan_buf_adds(out, "<a rel=\"noreferrer\" href=\"");
			jscan_escape_html(out, urls.items[i]);
			jscan_buf_adds(out, "\">");
		}
		jscan_escape_html(out, urls.items[i]);
		if (is_link)
			jscan_buf_adds(out, "</a>");
	}
}

static void add_contacts(struct jscan_buf *out,
			 const struct jscan_report *report)
{
	if (report->contact_count == 0)
		return;
	start_table(out, "people", "People",
		    "Name|Title|Company|Mail|Phone|Last seen|Note");
	for (size_t i = 0; i < report->contact_count; i++) {
		const struct jscan_contact *contact = &report->contacts[i];
		struct jscan_places places = contact->mentions;

		jscan_buf_adds(out, "<tr><td>");
		jscan_escape_html(out, contact->name ? contact->name : "");
		add_urls(out, contact->urls);
		jscan_buf_adds(out, "</td>");
		add_text_cell(out,
			      contact->title ? contact->title : contact->role);
		jscan_buf_adds(out, "<td>");
		add_texts(out, contact->companies);
		jscan_buf_adds(out, "</td><td>");
		add_texts(out, contact->emails);
		jscan_buf_adds(out, "</td><td>");
		add_texts(out, contact->phones);
		jscan_buf_adds(out, "</td>");
		add_date_cell(out, contact->last_seen);
		jscan_buf_adds(out, "<td>");
		if (places.count > 0)
			add_place(out, places.items[places.count - 1].path,
				  places.items[places.count - 1].line);
		jscan_buf_adds(out, "</td></tr>\n");
	}
	end_table(out);
}

static void add_problems(struct jscan_buf *out,
			 const struct jscan_report *report)
{
	if (report->diagnostic_count == 0)
		return;
	jscan_buf_adds(out, "<section aria-labelledby=\"problems\">\n"
			    "<h2 id=\"problems\">Problems in the notes</h2>\n"
			    "<ul>\n");
	for (size_t i = 0; i < report->diagnostic_count; i++) {
		const struct jscan_diagnostic *diagnostic =
			&report->diagnostics[i];

		jscan_buf_addf(out, "<li>%s: ",
			       jscan_severity_name(diagnostic->severity));
		jscan_escape_html(out, diagnostic->message);
		jscan_buf_addc(out, ' ');
		add_place(out, diagnostic->path, diagnostic->line);
		jscan_buf_adds(out, " <code class=\"soft\">");
		jscan_escape_html(out, diagnostic->code);
		jscan_buf_adds(out, "</code></li>\n");
	}
	jscan_buf_adds(out, "</ul>\n</section>\n");
}

static void add_counts(struct jscan_buf *out, const struct jscan_counts *counts)
{
	const struct {
		unsigned count;
		const char *class;
		const char *words;
	} all[] = {
		{counts->overdue, counts->overdue ? "bad" : "good", "overdue"},
		{counts->due, "now", "due"},
		{counts->upcoming, "", "to come"},
		{counts->applications, "", "applications"},
		{counts->interviews, "", "interviews"},
		{counts->entries, "", "entries"},
	};

	jscan_buf_adds(out, "<ul class=\"counts\">\n");
	for (size_t i = 0; i < sizeof(all) / sizeof(all[0]); i++)
		jscan_buf_addf(out, "<li><b class=\"%s\">%u</b> %s</li>\n",
			       *all[i].class ? all[i].class : "count",
			       all[i].count, all[i].words);
	jscan_buf_adds(out, "</ul>\n");
}

void jscan_write_html(struct jscan_buf *out, const struct jscan_report *report,
		      const struct jscan_format_options *options)
{
	(void)options;
	jscan_buf_addf(out,
		       JSCAN_REPORT_COMMENT
		       "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n"
		       "<meta charset=\"utf-8\">\n"
		       "<meta http-equiv=\"Content-Security-Policy\" "
		       "content=\"default-src 'none'; style-src '%s'; "
		       "base-uri 'none'; form-action 'none'\">\n"
		       "<meta name=\"viewport\" "
		       "content=\"width=device-width, initial-scale=1\">\n"
		       "<meta name=\"referrer\" content=\"no-referrer\">\n"
		       "<title>Interview journal</title>\n<style>",
		       jscan_html_style_hash);
	jscan_buf_adds(out, jscan_html_style);
	jscan_buf_adds(out, "</style>\n</head>\n<body>\n<main>\n"
			    "<h1>Interview journal</h1>\n");
	add_counts(out, &report->counts);
	add_pressing(out, report);
	add_coming(out, report);
	add_weaknesses(out, report, true);
	add_weaknesses(out, report, false);
	add_applications(out, report);
	add_contacts(out, report);
	add_problems(out, report);
	jscan_buf_adds(out, "</main>\n</body>\n</html>\n");
}
