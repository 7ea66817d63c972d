/*
 * The report file in Markdown: what cannot wait, what comes next, what recurs,
 * how the applications stand, who is who, and what is wrong in the notes.
 *
 * The same journal gives the same bytes on every day on which no item changes
 * its status: dates are printed, never a count of days nor the day itself.
 */
#include <string.h>

#include "base/date.h"
#include "output/escape.h"
#include "output/link.h"
#include "output/report.h"

#define MOST_EVIDENCE 5

static void add_date(struct jscan_buf *out, struct jscan_date date)
{
	char text[11];

	jscan_date_format(text, date);
	jscan_buf_adds(out, text);
}

/* [path:line](path#Lline) */
static void add_link(struct jscan_buf *out, const struct jscan_report *report,
		     const char *path, unsigned line)
{
	jscan_buf_addc(out, '[');
	jscan_escape_markdown(out, path);
	if (line > 0) {
		jscan_buf_addc(out, ':');
		jscan_buf_add_number(out, line);
	}
	jscan_buf_adds(out, "](");
	jscan_link_add(out, report, path, line);
	jscan_buf_addc(out, ')');
}

/* "Acme, Engineer" with what is known of it. */
static void add_application(struct jscan_buf *out, const char *company,
			    const char *role)
{
	if (company)
		jscan_escape_markdown(out, company);
	if (role && *role) {
		if (company)
			jscan_buf_adds(out, ", ");
		jscan_escape_markdown(out, role);
	}
}

static void add_item(struct jscan_buf *out, const struct jscan_report *report,
		     const struct jscan_followup *item)
{
	jscan_buf_adds(out, "- **");
	add_date(out, item->due);
	jscan_buf_adds(out, "** ");
	jscan_escape_markdown(out, jscan_followup_phrase(item));
	if (item->contact) {
		jscan_buf_adds(out, " \xe2\x86\x92 ");
		jscan_escape_markdown(out, item->contact);
	}
	if (item->company || item->role) {
		jscan_buf_adds(out, " (");
		add_application(out, item->company, item->role);
		jscan_buf_addc(out, ')');
	}
	jscan_buf_adds(out, "  \n  ");
	if (item->why && *item->why) {
		jscan_escape_markdown(out, item->why);
		jscan_buf_addc(out, ' ');
	}
	add_link(out, report, item->path, item->line);
	jscan_buf_adds(out, " `");
	jscan_buf_adds(out, item->id);
	jscan_buf_adds(out, "`\n");
	for (size_t i = 0; i < item->talking_points.count; i++) {
		jscan_buf_adds(out, "  - ");
		jscan_escape_markdown_block(out, item->talking_points.items[i]);
		jscan_buf_addc(out, '\n');
	}
}

static bool add_items(struct jscan_buf *out, const struct jscan_report *report,
		      enum jscan_status status, const char *heading)
{
	bool has_any = false;

	for (size_t i = 0; i < report->followup_count; i++) {
		const struct jscan_followup *item = &report->followups[i];

		if (item->status != status)
			continue;
		if (!has_any)
			jscan_buf_addf(out, "\n### %s\n\n", heading);
		has_any = true;
		add_item(out, report, item);
	}
	return has_any;
}

static void add_pressing(struct jscan_buf *out,
			 const struct jscan_report *report)
{
	bool has_any;

	jscan_buf_adds(out, "\n## What cannot wait\n");
	has_any = add_items(out, report, JSCAN_STATUS_OVERDUE, "Overdue");
	has_any |= add_items(out, report, JSCAN_STATUS_DUE, "Due");
	if (!has_any)
		jscan_buf_adds(out, "\nNothing: everybody has heard from "
				    "you.\n");
}

static void add_coming(struct jscan_buf *out, const struct jscan_report *report)
{
	bool has_any = false;

	for (size_t i = 0; i < report->followup_count; i++) {
		const struct jscan_followup *item = &report->followups[i];

		if (item->status != JSCAN_STATUS_UPCOMING)
			continue;
		if (!has_any)
			jscan_buf_adds(out,
				       "\n## What comes next\n\n"
				       "| From | Due | What | With | Where | "
				       "Note |\n"
				       "| --- | --- | --- | --- | --- | --- "
				       "|\n");
		has_any = true;
		jscan_buf_adds(out, "| ");
		add_date(out, item->opens);
		jscan_buf_adds(out, " | ");
		add_date(out, item->due);
		jscan_buf_adds(out, " | ");
		jscan_escape_markdown(out, jscan_followup_phrase(item));
		jscan_buf_adds(out, " | ");
		jscan_escape_markdown(out, item->contact ? item->contact : "");
		jscan_buf_adds(out, " | ");
		add_application(out, item->company, item->role);
		jscan_buf_adds(out, " | ");
		add_link(out, report, item->path, item->line);
		jscan_buf_adds(out, " |\n");
	}
}

static const char *describe_trend(enum jscan_trend trend)
{
	switch (trend) {
	case JSCAN_TREND_WORSE:
		return "getting worse";
	case JSCAN_TREND_BETTER:
		return "getting better";
	case JSCAN_TREND_STEADY:
		return "steady";
	case JSCAN_TREND_NEW:
		break;
	}
	return "too early for a trend";
}

static void add_evidence(struct jscan_buf *out,
			 const struct jscan_report *report,
			 struct jscan_places evidence)
{
	size_t shown =
		evidence.count < MOST_EVIDENCE ? evidence.count : MOST_EVIDENCE;

	/* Paths mostly begin with the date: the last ones are the latest. */
	for (size_t i = evidence.count - shown; i < evidence.count; i++) {
		jscan_buf_adds(out, "- \xe2\x80\x9c");
		jscan_escape_markdown(out, evidence.items[i].text
						   ? evidence.items[i].text
						   : "");
		jscan_buf_adds(out, "\xe2\x80\x9d ");
		add_link(out, report, evidence.items[i].path,
			 evidence.items[i].line);
		jscan_buf_addc(out, '\n');
	}
	if (shown < evidence.count)
		jscan_buf_addf(out, "- and %zu more\n", evidence.count - shown);
}

static void add_labelled(struct jscan_buf *out, const char *label,
			 const char *text)
{
	if (text == NULL || *text == '\0')
		return;
	jscan_buf_addf(out, "\n*%s* ", label);
	jscan_escape_markdown(out, text);
	jscan_buf_addc(out, '\n');
}

static void add_recurring(struct jscan_buf *out,
			  const struct jscan_report *report,
			  const struct jscan_weakness *weakness)
{
	struct jscan_buf source;

	jscan_buf_init(&source);
	jscan_buf_adds(out, "\n### ");
	jscan_escape_markdown(out, weakness->title);
	jscan_buf_addf(out, "\n\nIn %u of %u interviews, %s.\n\n",
		       weakness->interviews, weakness->of,
		       describe_trend(weakness->trend));
	add_evidence(out, report, weakness->evidence);
	add_labelled(out, "Ask yourself:", weakness->questions);
	add_labelled(out, "One thing to do:", weakness->advice);
	if (weakness->source && strcmp(weakness->source, "practice") != 0 &&
	    strcmp(weakness->source, "your own") != 0) {
		jscan_source_describe(&source, weakness->source);
		add_labelled(out, "From:", source.data);
	}
	jscan_buf_release(&source);
}

static void add_weaknesses(struct jscan_buf *out,
			   const struct jscan_report *report)
{
	bool has_any = false, has_once = false;

	for (size_t i = 0; i < report->weakness_count; i++) {
		if (!report->weaknesses[i].is_recurring)
			continue;
		if (!has_any)
			jscan_buf_adds(out, "\n## Weaknesses that recur\n");
		has_any = true;
		add_recurring(out, report, &report->weaknesses[i]);
	}
	for (size_t i = 0; i < report->weakness_count; i++) {
		const struct jscan_weakness *weakness = &report->weaknesses[i];

		if (weakness->is_recurring)
			continue;
		if (!has_once)
			jscan_buf_adds(out, "\n## Weaknesses seen once\n\n");
		has_once = true;
		jscan_buf_adds(out, "- ");
		jscan_escape_markdown_block(out, weakness->title);
		for (size_t k = 0;
		     k < weakness->evidence.count && k < MOST_EVIDENCE; k++) {
			const struct jscan_place *place =
				&weakness->evidence.items[k];

			jscan_buf_adds(out, k ? ", " : ": ");
			add_link(out, report, place->path, place->line);
		}
		jscan_buf_addc(out, '\n');
	}
}

static void add_applications(struct jscan_buf *out,
			     const struct jscan_report *report)
{
	if (report->application_count == 0)
		return;
	jscan_buf_adds(out, "\n## Applications\n\n"
			    "| Company | Role | State | Interviews | First | "
			    "Last |\n"
			    "| --- | --- | --- | ---: | --- | --- |\n");
	for (size_t i = 0; i < report->application_count; i++) {
		const struct jscan_application *application =
			&report->applications[i];

		jscan_buf_adds(out, "| ");
		jscan_escape_markdown(out, application->company);
		jscan_buf_adds(out, " | ");
		jscan_escape_markdown(out, application->role ? application->role
							     : "");
		jscan_buf_adds(out, " | ");
		jscan_buf_adds(out, jscan_outcome_name(application->state));
		if (jscan_date_is_set(application->closed)) {
			jscan_buf_addc(out, ' ');
			add_date(out, application->closed);
		}
		jscan_buf_adds(out, " | ");
		jscan_buf_add_number(out, application->interviews);
		jscan_buf_adds(out, " | ");
		add_date(out, application->first);
		jscan_buf_adds(out, " | ");
		add_date(out, application->last);
		jscan_buf_adds(out, " |\n");
	}
}

static void add_list(struct jscan_buf *out, struct jscan_texts texts)
{
	for (size_t i = 0; i < texts.count; i++) {
		if (i > 0)
			jscan_buf_adds(out, ", ");
		jscan_escape_markdown(out, texts.items[i]);
	}
}

static void add_contacts(struct jscan_buf *out,
			 const struct jscan_report *report)
{
	if (report->contact_count == 0)
		return;
	jscan_buf_adds(out, "\n## People\n\n"
			    "| Name | Title | Company | Mail | Phone | Last "
			    "seen | Where |\n"
			    "| --- | --- | --- | --- | --- | --- | --- |\n");
	for (size_t i = 0; i < report->contact_count; i++) {
		const struct jscan_contact *contact = &report->contacts[i];
		size_t last = contact->mentions.count;

		jscan_buf_adds(out, "| ");
		jscan_escape_markdown(out, contact->name ? contact->name : "");
		jscan_buf_adds(out, " | ");
		jscan_escape_markdown(out, contact->title  ? contact->title
					   : contact->role ? contact->role
							   : "");
		jscan_buf_adds(out, " | ");
		add_list(out, contact->companies);
		jscan_buf_adds(out, " | ");
		add_list(out, contact->emails);
		jscan_buf_adds(out, " | ");
		add_list(out, contact->phones);
		jscan_buf_adds(out, " | ");
		add_date(out, contact->last_seen);
		jscan_buf_adds(out, " | ");
		if (last > 0)
			add_link(out, report,
				 contact->mentions.items[last - 1].path,
				 contact->mentions.items[last - 1].line);
		jscan_buf_adds(out, " |\n");
	}
}

static void add_problems(struct jscan_buf *out,
			 const struct jscan_report *report)
{
	if (report->diagnostic_count == 0)
		return;
	jscan_buf_adds(out, "\n## Problems in the notes\n\n");
	for (size_t i = 0; i < report->diagnostic_count; i++) {
		const struct jscan_diagnostic *diagnostic =
			&report->diagnostics[i];

		jscan_buf_adds(out, "- ");
		jscan_buf_adds(out, jscan_severity_name(diagnostic->severity));
		jscan_buf_adds(out, ": ");
		jscan_escape_markdown(out, diagnostic->message);
		jscan_buf_addc(out, ' ');
		add_link(out, report, diagnostic->path, diagnostic->line);
		jscan_buf_adds(out, " `");
		jscan_buf_adds(out, diagnostic->code);
		jscan_buf_adds(out, "`\n");
	}
}

static void add_count(struct jscan_buf *out, unsigned count, const char *one,
		      const char *many)
{
	jscan_buf_addf(out, "%u %s", count, count == 1 ? one : many);
}

static void add_counts(struct jscan_buf *out, const struct jscan_counts *counts)
{
	jscan_buf_addf(out, "**%u overdue, %u due, %u to come.** ",
		       counts->overdue, counts->due, counts->upcoming);
	add_count(out, counts->entries, "entry, ", "entries, ");
	add_count(out, counts->applications, "application at ",
		  "applications at ");
	add_count(out, counts->companies, "company, ", "companies, ");
	add_count(out, counts->interviews, "interview.", "interviews.");
	jscan_buf_addc(out, '\n');
}

void jscan_write_md(struct jscan_buf *out, const struct jscan_report *report,
		    const struct jscan_format_options *options)
{
	switch (options->view) {
	case JSCAN_VIEW_DUE:
		add_pressing(out, report);
		add_coming(out, report);
		return;
	case JSCAN_VIEW_CONTACTS:
		add_contacts(out, report);
		return;
	case JSCAN_VIEW_WEAKNESSES:
		add_weaknesses(out, report);
		return;
	default:
		break;
	}
	jscan_buf_adds(out, JSCAN_REPORT_COMMENT "\n# Interview journal\n\n");
	add_counts(out, &report->counts);
	add_pressing(out, report);
	add_coming(out, report);
	add_weaknesses(out, report);
	add_applications(out, report);
	add_contacts(out, report);
	add_problems(out, report);
}
