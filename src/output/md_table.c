/* The tables of the report file: what comes next, applications, people. */
#include "base/date.h"
#include "output/escape.h"
#include "output/latest.h"
#include "output/md_part.h"

static void choose_items(struct jscan_latest *nearest,
			 const struct jscan_report *report, bool is_short)
{
	jscan_latest_init(nearest, !is_short);
	for (size_t i = 0; i < report->followup_count; i++) {
		const struct jscan_followup *item = &report->followups[i];

		if (item->status == JSCAN_STATUS_UPCOMING)
			jscan_latest_add(nearest,
					 ~jscan_latest_rank(item->due));
	}
	jscan_latest_end(nearest);
}

static void add_coming_row(struct jscan_buf *out,
			   const struct jscan_report *report,
			   const struct jscan_followup *item)
{
	jscan_buf_adds(out, "| ");
	jscan_md_add_date(out, item->opens);
	jscan_buf_adds(out, " | ");
	jscan_md_add_date(out, item->due);
	jscan_buf_adds(out, " | ");
	jscan_escape_markdown(out, jscan_followup_phrase(item));
	jscan_buf_adds(out, " | ");
	jscan_escape_markdown(out, item->contact ? item->contact : "");
	jscan_buf_adds(out, " | ");
	jscan_md_add_application(out, item->company, item->role);
	jscan_buf_adds(out, " | ");
	jscan_md_add_link(out, report, item->path, item->line);
	jscan_buf_adds(out, " |\n");
}

void jscan_md_add_coming(struct jscan_buf *out,
			 const struct jscan_report *report, bool is_short)
{
	struct jscan_latest nearest;
	bool has_any = false;

	choose_items(&nearest, report, is_short);
	for (size_t i = 0; i < report->followup_count; i++) {
		const struct jscan_followup *item = &report->followups[i];

		if (item->status != JSCAN_STATUS_UPCOMING ||
		    !jscan_latest_takes(&nearest,
					~jscan_latest_rank(item->due)))
			continue;
		if (!has_any)
			jscan_buf_adds(out,
				       "\n## What comes next\n\n"
				       "| From | Due | What | With | Where | "
				       "Note |\n"
				       "| --- | --- | --- | --- | --- | --- "
				       "|\n");
		has_any = true;
		add_coming_row(out, report, item);
	}
	jscan_md_add_rest(out, jscan_latest_count_rest(&nearest), ", later",
			  "due");
}

/* Those that are not at an end are later than any other. */
static uint32_t rank_application(const struct jscan_application *application)
{
	uint32_t rank = jscan_latest_rank(application->last);

	return jscan_date_is_set(application->closed) ? rank : rank | 1u << 31;
}

static void add_application_row(struct jscan_buf *out,
				const struct jscan_application *application)
{
	jscan_buf_adds(out, "| ");
	jscan_escape_markdown(out, application->company);
	jscan_buf_adds(out, " | ");
	jscan_escape_markdown(out, application->role ? application->role : "");
	jscan_buf_adds(out, " | ");
	jscan_buf_adds(out, jscan_outcome_name(application->state));
	if (jscan_date_is_set(application->closed)) {
		jscan_buf_addc(out, ' ');
		jscan_md_add_date(out, application->closed);
	}
	jscan_buf_adds(out, " | ");
	jscan_buf_add_number(out, application->interviews);
	jscan_buf_adds(out, " | ");
	jscan_md_add_date(out, application->first);
	jscan_buf_adds(out, " | ");
	jscan_md_add_date(out, application->last);
	jscan_buf_adds(out, " |\n");
}

void jscan_md_add_applications(struct jscan_buf *out,
			       const struct jscan_report *report)
{
	struct jscan_latest latest;

	if (report->application_count == 0)
		return;
	jscan_latest_init(&latest, false);
	for (size_t i = 0; i < report->application_count; i++)
		jscan_latest_add(&latest,
				 rank_application(&report->applications[i]));
	jscan_latest_end(&latest);
	jscan_buf_adds(out, "\n## Applications\n\n"
			    "| Company | Role | State | Interviews | First | "
			    "Last |\n"
			    "| --- | --- | --- | ---: | --- | --- |\n");
	for (size_t i = 0; i < report->application_count; i++) {
		if (jscan_latest_takes(
			    &latest,
			    rank_application(&report->applications[i])))
			add_application_row(out, &report->applications[i]);
	}
	jscan_md_add_rest(out, jscan_latest_count_rest(&latest),
			  ", older and at an end",
			  "export --format csv --table applications");
}

static void add_list(struct jscan_buf *out, struct jscan_texts texts)
{
	for (size_t i = 0; i < texts.count; i++) {
		if (i > 0)
			jscan_buf_adds(out, ", ");
		jscan_escape_markdown(out, texts.items[i]);
	}
}

static void add_contact_row(struct jscan_buf *out,
			    const struct jscan_report *report,
			    const struct jscan_contact *contact)
{
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
	jscan_md_add_date(out, contact->last_seen);
	jscan_buf_adds(out, " | ");
	if (last > 0)
		jscan_md_add_link(out, report,
				  contact->mentions.items[last - 1].path,
				  contact->mentions.items[last - 1].line);
	jscan_buf_adds(out, " |\n");
}

void jscan_md_add_contacts(struct jscan_buf *out,
			   const struct jscan_report *report, bool is_short)
{
	struct jscan_latest latest;

	if (report->contact_count == 0)
		return;
	jscan_latest_init(&latest, !is_short);
	for (size_t i = 0; i < report->contact_count; i++)
		jscan_latest_add(
			&latest,
			jscan_latest_rank(report->contacts[i].last_seen));
	jscan_latest_end(&latest);
	jscan_buf_adds(out, "\n## People\n\n"
			    "| Name | Title | Company | Mail | Phone | Last "
			    "seen | Where |\n"
			    "| --- | --- | --- | --- | --- | --- | --- |\n");
	for (size_t i = 0; i < report->contact_count; i++) {
		const struct jscan_contact *contact = &report->contacts[i];

		if (jscan_latest_takes(&latest,
				       jscan_latest_rank(contact->last_seen)))
			add_contact_row(out, report, contact);
	}
	jscan_md_add_rest(out, jscan_latest_count_rest(&latest),
			  ", seen longer ago", "contacts");
}
