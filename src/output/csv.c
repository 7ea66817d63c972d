/*
 * Tables for spreadsheets (RFC 4180: commas, quotes, CRLF), one record a row.
 * Every cell is quoted, and none can be taken for a formula.
 */
#include "base/date.h"
#include "output/escape.h"
#include "output/report.h"

static void add_cell(struct jscan_buf *out, const char *text, bool is_last)
{
	jscan_escape_csv(out, text ? text : "");
	jscan_buf_adds(out, is_last ? "\r\n" : ",");
}

static void add_date(struct jscan_buf *out, struct jscan_date date,
		     bool is_last)
{
	char text[11];

	jscan_date_format(text, date);
	add_cell(out, text, is_last);
}

static void add_number(struct jscan_buf *out, unsigned number, bool is_last)
{
	jscan_buf_addf(out, "%u%s", number, is_last ? "\r\n" : ",");
}

/* Several texts in one cell, with "; " between them. */
static void add_texts(struct jscan_buf *out, struct jscan_texts texts,
		      bool is_last)
{
	struct jscan_buf list;

	jscan_buf_init(&list);
	for (size_t i = 0; i < texts.count; i++)
		jscan_buf_addf(&list, "%s%s", i ? "; " : "", texts.items[i]);
	add_cell(out, list.data, is_last);
	jscan_buf_release(&list);
}

static void add_followups(struct jscan_buf *out,
			  const struct jscan_report *report, bool has_all)
{
	jscan_buf_adds(out, "id,rule,action,company,role,contact,opens,due,"
			    "status,days_overdue,why,talking_points,path,"
			    "line\r\n");
	for (size_t i = 0; i < report->followup_count; i++) {
		const struct jscan_followup *item = &report->followups[i];

		if (!has_all && !jscan_followup_is_open(item))
			continue;
		add_cell(out, item->id, false);
		add_cell(out, jscan_rule_name(item->rule), false);
		add_cell(out, item->action, false);
		add_cell(out, item->company, false);
		add_cell(out, item->role, false);
		add_cell(out, item->contact, false);
		add_date(out, item->opens, false);
		add_date(out, item->due, false);
		add_cell(out, jscan_status_name(item->status), false);
		add_number(out, item->days_overdue, false);
		add_cell(out, item->why, false);
		add_texts(out, item->talking_points, false);
		add_cell(out, item->path, false);
		add_number(out, item->line, true);
	}
}

static void add_contacts(struct jscan_buf *out,
			 const struct jscan_report *report)
{
	jscan_buf_adds(out, "name,title,role,companies,emails,phones,urls,"
			    "first_seen,last_seen,mentions\r\n");
	for (size_t i = 0; i < report->contact_count; i++) {
		const struct jscan_contact *contact = &report->contacts[i];

		add_cell(out, contact->name, false);
		add_cell(out, contact->title, false);
		add_cell(out, contact->role, false);
		add_texts(out, contact->companies, false);
		add_texts(out, contact->emails, false);
		add_texts(out, contact->phones, false);
		add_texts(out, contact->urls, false);
		add_date(out, contact->first_seen, false);
		add_date(out, contact->last_seen, false);
		add_number(out, (unsigned)contact->mentions.count, true);
	}
}

static void add_weaknesses(struct jscan_buf *out,
			   const struct jscan_report *report)
{
	jscan_buf_adds(out, "id,title,source,interviews,of,recurring,first,"
			    "last,trend,evidence\r\n");
	for (size_t i = 0; i < report->weakness_count; i++) {
		const struct jscan_weakness *weakness = &report->weaknesses[i];

		add_cell(out, weakness->id, false);
		add_cell(out, weakness->title, false);
		add_cell(out, weakness->source, false);
		add_number(out, weakness->interviews, false);
		add_number(out, weakness->of, false);
		add_cell(out, weakness->is_recurring ? "yes" : "no", false);
		add_date(out, weakness->first, false);
		add_date(out, weakness->last, false);
		add_cell(out, jscan_trend_name(weakness->trend), false);
		add_number(out, (unsigned)weakness->evidence.count, true);
	}
}

static void add_entries(struct jscan_buf *out,
			const struct jscan_report *report)
{
	jscan_buf_adds(out, "path,date,company,role,type,stage,outcome,tags,"
			    "events\r\n");
	for (size_t i = 0; i < report->entry_count; i++) {
		const struct jscan_entry *entry = &report->entries[i];

		add_cell(out, entry->path, false);
		add_date(out, entry->date, false);
		add_cell(out, entry->company, false);
		add_cell(out, entry->role, false);
		add_cell(out, jscan_event_type_name(entry->type), false);
		add_cell(out, entry->stage, false);
		add_cell(out,
			 entry->outcome == JSCAN_OUTCOME_NONE
				 ? ""
				 : jscan_outcome_name(entry->outcome),
			 false);
		add_texts(out, entry->tags, false);
		add_number(out, (unsigned)entry->event_count, true);
	}
}

static void add_applications(struct jscan_buf *out,
			     const struct jscan_report *report)
{
	jscan_buf_adds(out,
		       "company,role,state,first,last,closed,interviews\r\n");
	for (size_t i = 0; i < report->application_count; i++) {
		const struct jscan_application *application =
			&report->applications[i];

		add_cell(out, application->company, false);
		add_cell(out, application->role, false);
		add_cell(out, jscan_outcome_name(application->state), false);
		add_date(out, application->first, false);
		add_date(out, application->last, false);
		add_date(out, application->closed, false);
		add_number(out, application->interviews, true);
	}
}

static void add_assessments(struct jscan_buf *out,
			    const struct jscan_report *report)
{
	jscan_buf_adds(out, "weakness,polarity,source,date,company,text,path,"
			    "line\r\n");
	for (size_t i = 0; i < report->assessment_count; i++) {
		const struct jscan_assessment *assessment =
			&report->assessments[i];

		add_cell(out, assessment->weakness, false);
		add_cell(out, jscan_polarity_name(assessment->polarity), false);
		add_cell(out, jscan_evidence_name(assessment->source), false);
		add_date(out, assessment->date, false);
		add_cell(out, assessment->company, false);
		add_cell(out, assessment->text, false);
		add_cell(out, assessment->path, false);
		add_number(out, assessment->line, true);
	}
}

void jscan_write_csv(struct jscan_buf *out, const struct jscan_report *report,
		     const struct jscan_format_options *options)
{
	switch (options->view) {
	case JSCAN_VIEW_CONTACTS:
		add_contacts(out, report);
		break;
	case JSCAN_VIEW_WEAKNESSES:
		add_weaknesses(out, report);
		break;
	case JSCAN_VIEW_ENTRIES:
		add_entries(out, report);
		break;
	case JSCAN_VIEW_APPLICATIONS:
		add_applications(out, report);
		break;
	case JSCAN_VIEW_ASSESSMENTS:
		add_assessments(out, report);
		break;
	case JSCAN_VIEW_DUE:
		add_followups(out, report, options->has_all);
		break;
	default: /* the whole report: all items, with their status */
		add_followups(out, report, true);
	}
}
