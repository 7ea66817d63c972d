/*
 * The report file in Markdown: what cannot wait, what comes next, what recurs,
 * how the applications stand, who is who, and what is wrong in the notes.
 *
 * The same journal gives the same bytes on every day on which no item changes
 * its status: dates are printed, never a count of days nor the day itself.  Nor
 * does it grow without end: of each it shows the latest, and where the rest is.
 */
#include "output/escape.h"
#include "output/latest.h"
#include "output/md_part.h"

static void add_item(struct jscan_buf *out, const struct jscan_report *report,
		     const struct jscan_followup *item)
{
	jscan_buf_adds(out, "- **");
	jscan_md_add_date(out, item->due);
	jscan_buf_adds(out, "** ");
	jscan_escape_markdown(out, jscan_followup_phrase(item));
	if (item->contact) {
		jscan_buf_adds(out, " \xe2\x86\x92 ");
		jscan_escape_markdown(out, item->contact);
	}
	if (item->company || item->role) {
		jscan_buf_adds(out, " (");
		jscan_md_add_application(out, item->company, item->role);
		jscan_buf_addc(out, ')');
	}
	jscan_buf_adds(out, "  \n  ");
	if (item->why && *item->why) {
		jscan_escape_markdown(out, item->why);
		jscan_buf_addc(out, ' ');
	}
	jscan_md_add_link(out, report, item->path, item->line);
	jscan_buf_adds(out, " `");
	jscan_buf_adds(out, item->id);
	jscan_buf_adds(out, "`\n");
	for (size_t i = 0; i < item->talking_points.count; i++) {
		jscan_buf_adds(out, "  - ");
		jscan_escape_markdown_block(out, item->talking_points.items[i]);
		jscan_buf_addc(out, '\n');
	}
}

/* The latest; of what is due soon, the nearest. */
static uint32_t rank_item(const struct jscan_followup *item)
{
	uint32_t rank = jscan_latest_rank(item->due);

	return item->status == JSCAN_STATUS_OVERDUE ? rank : ~rank;
}

static bool add_items(struct jscan_buf *out, const struct jscan_report *report,
		      enum jscan_status status, const char *heading,
		      bool is_short)
{
	struct jscan_latest latest;
	bool has_any = false;

	jscan_latest_init(&latest, !is_short);
	for (size_t i = 0; i < report->followup_count; i++) {
		if (report->followups[i].status == status)
			jscan_latest_add(&latest,
					 rank_item(&report->followups[i]));
	}
	jscan_latest_end(&latest);
	for (size_t i = 0; i < report->followup_count; i++) {
		const struct jscan_followup *item = &report->followups[i];

		if (item->status != status ||
		    !jscan_latest_takes(&latest, rank_item(item)))
			continue;
		if (!has_any)
			jscan_buf_addf(out, "\n### %s\n\n", heading);
		has_any = true;
		add_item(out, report, item);
	}
	jscan_md_add_rest(out, jscan_latest_count_rest(&latest),
			  status == JSCAN_STATUS_OVERDUE ? ", older" : "",
			  "due");
	return has_any;
}

static void add_pressing(struct jscan_buf *out,
			 const struct jscan_report *report, bool is_short)
{
	bool has_any;

	jscan_buf_adds(out, "\n## What cannot wait\n");
	has_any = add_items(out, report, JSCAN_STATUS_OVERDUE, "Overdue",
			    is_short);
	has_any |= add_items(out, report, JSCAN_STATUS_DUE, "Due", is_short);
	if (!has_any)
		jscan_buf_adds(out, "\nNothing: everybody has heard from "
				    "you.\n");
}

/* Errors before warnings, and warnings before notes. */
static uint32_t rank_problem(const struct jscan_diagnostic *diagnostic)
{
	return (uint32_t)(JSCAN_SEVERITY_NOTE - diagnostic->severity);
}

static void add_problem(struct jscan_buf *out,
			const struct jscan_report *report,
			const struct jscan_diagnostic *diagnostic)
{
	jscan_buf_adds(out, "- ");
	jscan_buf_adds(out, jscan_severity_name(diagnostic->severity));
	jscan_buf_adds(out, ": ");
	jscan_escape_markdown(out, diagnostic->message);
	jscan_buf_addc(out, ' ');
	jscan_md_add_link(out, report, diagnostic->path, diagnostic->line);
	jscan_buf_adds(out, " `");
	jscan_buf_adds(out, diagnostic->code);
	jscan_buf_adds(out, "`\n");
}

static void add_problems(struct jscan_buf *out,
			 const struct jscan_report *report)
{
	struct jscan_latest worst;

	if (report->diagnostic_count == 0)
		return;
	jscan_latest_init(&worst, false);
	for (size_t i = 0; i < report->diagnostic_count; i++)
		jscan_latest_add(&worst, rank_problem(&report->diagnostics[i]));
	jscan_latest_end(&worst);
	jscan_buf_adds(out, "\n## Problems in the notes\n\n");
	for (size_t i = 0; i < report->diagnostic_count; i++) {
		if (jscan_latest_takes(&worst,
				       rank_problem(&report->diagnostics[i])))
			add_problem(out, report, &report->diagnostics[i]);
	}
	jscan_md_add_rest(out, jscan_latest_count_rest(&worst), "", "check");
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
		add_pressing(out, report, false);
		jscan_md_add_coming(out, report, false);
		return;
	case JSCAN_VIEW_CONTACTS:
		jscan_md_add_contacts(out, report, false);
		return;
	case JSCAN_VIEW_WEAKNESSES:
		jscan_md_add_weaknesses(out, report);
		return;
	default:
		break;
	}
	jscan_buf_adds(out, JSCAN_REPORT_COMMENT "\n# Interview journal\n\n");
	add_counts(out, &report->counts);
	add_pressing(out, report, true);
	jscan_md_add_coming(out, report, true);
	jscan_md_add_weaknesses(out, report);
	jscan_md_add_applications(out, report);
	jscan_md_add_contacts(out, report, true);
	add_problems(out, report);
}
