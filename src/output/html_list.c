/*
 * The applications, as a funnel by the stage they reached and as a list, and
 * the people.
 */
#include "output/escape.h"
#include "output/html_part.h"

struct stage {
	const char *name;
	unsigned interviews; /* held, at the least */
	bool has_offer;
	bool is_accepted;
};

static const struct stage stages[] = {
	{"In the journal", 0, false, false},
	{"First interview", 1, false, false},
	{"Second interview", 2, false, false},
	{"Third interview", 3, false, false},
	{"Offer", 0, true, false},
	{"Accepted", 0, true, true},
};

static bool has_reached(const struct jscan_application *application,
			const struct stage *stage)
{
	return application->interviews >= stage->interviews &&
	       (!stage->has_offer || application->has_offer) &&
	       (!stage->is_accepted ||
		application->state == JSCAN_OUTCOME_ACCEPTED);
}

static bool is_open(const struct jscan_application *application)
{
	return application->state == JSCAN_OUTCOME_PENDING ||
	       application->state == JSCAN_OUTCOME_OFFER;
}

static void add_stage(const struct jscan_html *page, const struct stage *stage)
{
	const struct jscan_report *report = page->report;
	unsigned reached = 0, open = 0;
	struct jscan_percent all, left;

	for (size_t i = 0; i < report->application_count; i++) {
		if (!has_reached(&report->applications[i], stage))
			continue;
		reached++;
		open += is_open(&report->applications[i]);
	}
	all = jscan_percent_of(reached, (long)report->application_count);
	left = jscan_percent_of(open, (long)report->application_count);
	jscan_buf_addf(page->out,
		       "<li><span>%s</span> <span><b>%u</b>"
		       "<span class=\"soft\">, %u open</span></span>\n"
		       "<svg width=\"100%%\" height=\"18\" role=\"img\" "
		       "aria-label=\"%s: %u of %zu, %u still open\">"
		       "<title>%s: %u of %zu applications, %u still open"
		       "</title><rect class=\"all\" width=\"%s\" height=\"18\" "
		       "rx=\"3\"/><rect class=\"open\" width=\"%s\" "
		       "height=\"18\" rx=\"3\"/></svg></li>\n",
		       stage->name, reached, open, stage->name, reached,
		       report->application_count, open, stage->name, reached,
		       report->application_count, open, all.text, left.text);
}

static void add_funnel(const struct jscan_html *page)
{
	jscan_buf_adds(
		page->out,
		"<h3>How far they came</h3>\n<ul class=\"legend\">\n"
		"<li><svg width=\"20\" height=\"16\" aria-hidden=\"true\">"
		"<rect class=\"open\" y=\"2\" width=\"20\" height=\"12\" "
		"rx=\"3\"/></svg> still open</li>\n"
		"<li><svg width=\"20\" height=\"16\" aria-hidden=\"true\">"
		"<rect class=\"all\" y=\"2\" width=\"20\" height=\"12\" "
		"rx=\"3\"/></svg> closed</li>\n</ul>\n"
		"<div class=\"chart\">\n<ul class=\"funnel\">\n");
	for (size_t i = 0; i < sizeof(stages) / sizeof(stages[0]); i++)
		add_stage(page, &stages[i]);
	jscan_buf_adds(page->out, "</ul>\n</div>\n");
}

void jscan_html_add_applications(const struct jscan_html *page)
{
	const struct jscan_report *report = page->report;

	if (report->application_count == 0)
		return;
	jscan_html_start_section(page, "applications", "Applications");
	add_funnel(page);
	jscan_html_start_table(
		page, "Applications",
		"Company|Role|State|Closed|Interviews|First|Last", true);
	for (size_t i = 0; i < report->application_count; i++) {
		const struct jscan_application *application =
			&report->applications[i];

		jscan_buf_adds(page->out, "<tr>");
		jscan_html_cell(page, application->company);
		jscan_html_cell(page, application->role);
		jscan_buf_addf(page->out,
			       "<td><span class=\"pill%s\">%s</span></td>",
			       is_open(application) ? " upcoming" : "",
			       jscan_outcome_name(application->state));
		jscan_html_date_cell(page, application->closed);
		jscan_buf_addf(page->out, "<td>%u</td>",
			       application->interviews);
		jscan_html_date_cell(page, application->first);
		jscan_html_date_cell(page, application->last);
		jscan_buf_adds(page->out, "</tr>\n");
	}
	jscan_html_end_table(page);
	jscan_html_end_section(page);
}

static void add_texts(const struct jscan_html *page, struct jscan_texts texts)
{
	for (size_t i = 0; i < texts.count; i++) {
		if (i > 0)
			jscan_buf_adds(page->out, "<br>");
		jscan_html_text(page, texts.items[i]);
	}
}

/* Web addresses of notes are links only when they are harmless. */
static void add_urls(const struct jscan_html *page, struct jscan_texts urls,
		     bool is_behind)
{
	for (size_t i = 0; i < urls.count; i++) {
		bool is_link = jscan_escape_is_link(urls.items[i]);

		if (i > 0 || is_behind)
			jscan_buf_adds(page->out, "<br>");
		if (is_link) {
			jscan_buf_adds(page->out,
				       "<a rel=\"noreferrer\" href=\"");
			jscan_html_text(page, urls.items[i]);
			jscan_buf_adds(page->out, "\">");
		}
		jscan_html_text(page, urls.items[i]);
		if (is_link)
			jscan_buf_adds(page->out, "</a>");
	}
}

static void add_person(const struct jscan_html *page,
		       const struct jscan_contact *contact)
{
	const char *title = contact->title ? contact->title : contact->role;
	struct jscan_places places = contact->mentions;

	jscan_buf_adds(page->out, "<tr><td>");
	jscan_html_text(page, contact->name);
	if (title)
		jscan_buf_adds(page->out, "<br><span class=\"soft\">");
	jscan_html_text(page, title);
	if (title)
		jscan_buf_adds(page->out, "</span>");
	jscan_buf_adds(page->out, "</td><td>");
	add_texts(page, contact->companies);
	jscan_buf_adds(page->out, "</td><td>");
	add_texts(page, contact->emails);
	if (contact->emails.count > 0 && contact->phones.count > 0)
		jscan_buf_adds(page->out, "<br>");
	add_texts(page, contact->phones);
	add_urls(page, contact->urls,
		 contact->emails.count + contact->phones.count > 0);
	jscan_buf_adds(page->out, "</td>");
	jscan_html_date_cell(page, contact->last_seen);
	jscan_buf_adds(page->out, "<td>");
	if (places.count > 0)
		jscan_html_place(page, places.items[places.count - 1].path,
				 places.items[places.count - 1].line);
	jscan_buf_adds(page->out, "</td></tr>\n");
}

void jscan_html_add_people(const struct jscan_html *page)
{
	const struct jscan_report *report = page->report;

	if (report->contact_count == 0)
		return;
	jscan_html_start_section(page, "people", "People");
	jscan_html_start_table(page, "People",
			       "Name|Company|Reached at|Last seen|Note", true);
	for (size_t i = 0; i < report->contact_count; i++)
		add_person(page, &report->contacts[i]);
	jscan_html_end_table(page);
	jscan_html_end_section(page);
}
