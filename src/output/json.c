/*
 * The JSON report, in the shape of report.schema.json, and the same records one
 * a line (NDJSON), each record written as it is gone through.
 */
#include <string.h>

#include "output/json_write.h"
#include "output/report.h"

/* Records within a record. */
struct part {
	const char *list; /* what they are called there */
	const char *kind; /* of one of them, where all records are flat */
	size_t (*count)(const struct jscan_report *report, size_t index);
	void (*write)(struct jscan_json *json,
		      const struct jscan_report *report, size_t index,
		      size_t number);
	/* What ties a flat one to the record that holds it. */
	void (*tie)(struct jscan_json *json, const struct jscan_report *report,
		    size_t index);
};

/* What one view or kind of record is called, and how one is written. */
struct list {
	const char *key;  /* in the report: "entries" */
	const char *kind; /* of one record, in NDJSON: "entry" */
	size_t count;
	void (*write)(struct jscan_json *json,
		      const struct jscan_report *report, size_t index);
	const struct part *part; /* comes last in a record; NULL: none */
};

static size_t count_events(const struct jscan_report *report, size_t index)
{
	return report->entries[index].event_count;
}

static void write_event(struct jscan_json *json,
			const struct jscan_report *report, size_t index,
			size_t number)
{
	const struct jscan_event *event =
		&report->entries[index].events[number];

	jscan_json_set_int(json, "line", event->line);
	jscan_json_set_date(json, "date", event->date);
	jscan_json_set_text(json, "type", jscan_event_type_name(event->type));
	jscan_json_set_text(json, "what", event->what);
}

static void tie_event(struct jscan_json *json,
		      const struct jscan_report *report, size_t index)
{
	jscan_json_set_text(json, "path", report->entries[index].path);
}

static const struct part events = {"events", "event", count_events, write_event,
				   tie_event};

static void write_entry(struct jscan_json *json,
			const struct jscan_report *report, size_t index)
{
	const struct jscan_entry *entry = &report->entries[index];

	jscan_json_set_text(json, "path", entry->path);
	jscan_json_set_date(json, "date", entry->date);
	jscan_json_set_text(json, "company", entry->company);
	jscan_json_set_text(json, "role", entry->role);
	jscan_json_set_text(json, "type", jscan_event_type_name(entry->type));
	jscan_json_set_text(json, "stage", entry->stage);
	jscan_json_set_outcome(json, "outcome", entry->outcome);
	jscan_json_set_texts(json, "tags", entry->tags);
}

static void write_application(struct jscan_json *json,
			      const struct jscan_report *report, size_t index)
{
	const struct jscan_application *application =
		&report->applications[index];

	jscan_json_set_text(json, "company", application->company);
	jscan_json_set_text(json, "role", application->role);
	jscan_json_set_text(json, "state",
			    jscan_outcome_name(application->state));
	jscan_json_set_date(json, "first", application->first);
	jscan_json_set_date(json, "last", application->last);
	jscan_json_set_date(json, "closed", application->closed);
	jscan_json_set_int(json, "interviews", application->interviews);
}

static void write_contact(struct jscan_json *json,
			  const struct jscan_report *report, size_t index)
{
	const struct jscan_contact *contact = &report->contacts[index];

	jscan_json_set_text(json, "name", contact->name);
	jscan_json_set_text(json, "title", contact->title);
	jscan_json_set_text(json, "role", contact->role);
	jscan_json_set_texts(json, "emails", contact->emails);
	jscan_json_set_texts(json, "phones", contact->phones);
	jscan_json_set_texts(json, "urls", contact->urls);
	jscan_json_set_texts(json, "companies", contact->companies);
	jscan_json_set_date(json, "first_seen", contact->first_seen);
	jscan_json_set_date(json, "last_seen", contact->last_seen);
}

static size_t count_mentions(const struct jscan_report *report, size_t index)
{
	return report->contacts[index].mentions.count;
}

static void write_mention(struct jscan_json *json,
			  const struct jscan_report *report, size_t index,
			  size_t number)
{
	jscan_json_set_place(json,
			     &report->contacts[index].mentions.items[number]);
}

/* What a person and the mentions of the person have in common. */
static void write_uid(struct jscan_json *json, const char *key,
		      const struct jscan_contact *contact)
{
	struct jscan_buf uid;

	jscan_buf_init(&uid);
	jscan_contact_identify(&uid, contact);
	jscan_json_set_text(json, key, uid.data);
	jscan_buf_release(&uid);
}

static void tie_mention(struct jscan_json *json,
			const struct jscan_report *report, size_t index)
{
	write_uid(json, "contact", &report->contacts[index]);
}

static const struct part mentions = {"mentions", "mention", count_mentions,
				     write_mention, tie_mention};

static void write_said_date(struct jscan_json *json,
			    const struct jscan_report *report, size_t index)
{
	const struct jscan_said_date *date = &report->dates[index];

	jscan_json_set_text(json, "path", date->path);
	jscan_json_set_int(json, "line", date->line);
	jscan_json_set_int(json, "column", date->column);
	jscan_json_set_text(json, "text", date->text);
	jscan_json_set_date(json, "start", date->start);
	jscan_json_set_date(json, "end", date->end);
}

static void write_assessment(struct jscan_json *json,
			     const struct jscan_report *report, size_t index)
{
	const struct jscan_assessment *assessment = &report->assessments[index];

	jscan_json_set_text(json, "path", assessment->path);
	jscan_json_set_int(json, "line", assessment->line);
	jscan_json_set_text(json, "weakness", assessment->weakness);
	jscan_json_set_text(json, "polarity",
			    jscan_polarity_name(assessment->polarity));
	jscan_json_set_text(json, "source",
			    jscan_evidence_name(assessment->source));
	jscan_json_set_text(json, "text", assessment->text);
	jscan_json_set_date(json, "date", assessment->date);
	jscan_json_set_text(json, "company", assessment->company);
}

static void write_weakness(struct jscan_json *json,
			   const struct jscan_report *report, size_t index)
{
	const struct jscan_weakness *weakness = &report->weaknesses[index];

	jscan_json_set_text(json, "id", weakness->id);
	jscan_json_set_text(json, "title", weakness->title);
	jscan_json_set_text(json, "source", weakness->source);
	jscan_json_set_int(json, "interviews", weakness->interviews);
	jscan_json_set_int(json, "of", weakness->of);
	jscan_json_set_bool(json, "recurring", weakness->is_recurring);
	jscan_json_set_date(json, "first", weakness->first);
	jscan_json_set_date(json, "last", weakness->last);
	jscan_json_set_text(json, "trend", jscan_trend_name(weakness->trend));
}

static size_t count_evidence(const struct jscan_report *report, size_t index)
{
	return report->weaknesses[index].evidence.count;
}

static void write_evidence(struct jscan_json *json,
			   const struct jscan_report *report, size_t index,
			   size_t number)
{
	jscan_json_set_place(json,
			     &report->weaknesses[index].evidence.items[number]);
}

static void tie_evidence(struct jscan_json *json,
			 const struct jscan_report *report, size_t index)
{
	jscan_json_set_text(json, "weakness", report->weaknesses[index].id);
}

static const struct part evidence = {"evidence", "evidence", count_evidence,
				     write_evidence, tie_evidence};

static void write_followup(struct jscan_json *json,
			   const struct jscan_report *report, size_t index)
{
	const struct jscan_followup *item = &report->followups[index];

	jscan_json_set_text(json, "id", item->id);
	jscan_json_set_text(json, "rule", jscan_rule_name(item->rule));
	jscan_json_set_text(json, "action", item->action);
	jscan_json_set_text(json, "company", item->company);
	jscan_json_set_text(json, "role", item->role);
	jscan_json_set_text(json, "contact", item->contact);
	jscan_json_set_date(json, "opens", item->opens);
	jscan_json_set_date(json, "due", item->due);
	jscan_json_set_text(json, "status", jscan_status_name(item->status));
	jscan_json_set_int(json, "days_overdue", item->days_overdue);
	jscan_json_set_text(json, "why", item->why);
	jscan_json_set_texts(json, "talking_points", item->talking_points);
	jscan_json_set_text(json, "path", item->path);
	jscan_json_set_int(json, "line", item->line);
}

static void write_diagnostic(struct jscan_json *json,
			     const struct jscan_report *report, size_t index)
{
	const struct jscan_diagnostic *diagnostic = &report->diagnostics[index];

	jscan_json_set_text(json, "path", diagnostic->path);
	jscan_json_set_int(json, "line", diagnostic->line);
	jscan_json_set_int(json, "column", diagnostic->column);
	jscan_json_set_text(json, "severity",
			    jscan_severity_name(diagnostic->severity));
	jscan_json_set_text(json, "code", diagnostic->code);
	jscan_json_set_text(json, "message", diagnostic->message);
}

static void write_counts(struct jscan_json *json, const char *key,
			 const struct jscan_counts *counts)
{
	jscan_json_open_object(json, key);
	jscan_json_set_int(json, "files", counts->files);
	jscan_json_set_int(json, "entries", counts->entries);
	jscan_json_set_int(json, "applications", counts->applications);
	jscan_json_set_int(json, "companies", counts->companies);
	jscan_json_set_int(json, "interviews", counts->interviews);
	jscan_json_set_int(json, "contacts", counts->contacts);
	jscan_json_set_int(json, "overdue", counts->overdue);
	jscan_json_set_int(json, "due", counts->due);
	jscan_json_set_int(json, "upcoming", counts->upcoming);
	jscan_json_close_object(json);
}

#define MOST_LISTS 8

/* The lists of a view, in the order of the schema; returns how many. */
static size_t find_lists(struct list lists[MOST_LISTS],
			 const struct jscan_report *report,
			 enum jscan_view view)
{
	const struct list all[MOST_LISTS] = {
		{"entries", "entry", report->entry_count, write_entry, &events},
		{"applications", "application", report->application_count,
		 write_application, NULL},
		{"contacts", "contact", report->contact_count, write_contact,
		 &mentions},
		{"dates", "date", report->date_count, write_said_date, NULL},
		{"assessments", "assessment", report->assessment_count,
		 write_assessment, NULL},
		{"weaknesses", "weakness", report->weakness_count,
		 write_weakness, &evidence},
		{"follow_ups", "follow_up", report->followup_count,
		 write_followup, NULL},
		{"diagnostics", "diagnostic", report->diagnostic_count,
		 write_diagnostic, NULL},
	};

	switch (view) {
	case JSCAN_VIEW_DUE:
		lists[0] = all[6];
		return 1;
	case JSCAN_VIEW_CONTACTS:
		lists[0] = all[2];
		return 1;
	case JSCAN_VIEW_WEAKNESSES:
		lists[0] = all[5];
		return 1;
	case JSCAN_VIEW_DIAGNOSTICS:
		lists[0] = all[7];
		return 1;
	default:
		memcpy(lists, all, sizeof(all));
		return MOST_LISTS;
	}
}

/* The fields of a record, and the records within it. */
static void write_fields(struct jscan_json *json,
			 const struct jscan_report *report,
			 const struct list *list, size_t index)
{
	const struct part *part = list->part;

	list->write(json, report, index);
	if (!part)
		return;
	jscan_json_open_array(json, part->list);
	for (size_t i = 0; i < part->count(report, index); i++) {
		jscan_json_open_object(json, NULL);
		part->write(json, report, index, i);
		jscan_json_close_object(json);
	}
	jscan_json_close_array(json);
}

static void write_list(struct jscan_buf *out, const struct jscan_report *report,
		       const struct list *list)
{
	jscan_buf_addf(out, ",\n\"%s\": [", list->key);
	for (size_t i = 0; i < list->count; i++) {
		struct jscan_json json;

		jscan_buf_adds(out, i ? ",\n" : "\n");
		jscan_json_start(&json, out);
		jscan_json_open_object(&json, NULL);
		write_fields(&json, report, list, i);
		jscan_json_close_object(&json);
	}
	jscan_buf_adds(out, list->count ? "\n]" : "]");
}

void jscan_write_json(struct jscan_buf *out, const struct jscan_report *report,
		      const struct jscan_format_options *options)
{
	struct list lists[MOST_LISTS];
	size_t count = find_lists(lists, report, options->view);
	struct jscan_json json;

	jscan_buf_adds(out, "{\n\"schema\": \"" JSCAN_SCHEMA "\"");
	jscan_buf_adds(out, ",\n\"as_of\": ");
	jscan_json_start(&json, out);
	jscan_json_set_date(&json, NULL, report->as_of);
	if (count == MOST_LISTS) {
		jscan_buf_adds(out, ",\n\"counts\": ");
		jscan_json_start(&json, out);
		write_counts(&json, NULL, &report->counts);
	}
	for (size_t i = 0; i < count; i++)
		write_list(out, report, &lists[i]);
	jscan_buf_adds(out, "\n}\n");
}

/* One line: what it is, the journal's name if there is one; fields follow. */
static void open_record(struct jscan_json *json, struct jscan_buf *out,
			const char *kind, const char *journal)
{
	jscan_json_start(json, out);
	jscan_json_open_object(json, NULL);
	jscan_json_set_text(json, "is", kind);
	if (journal)
		jscan_json_set_text(json, "journal", journal);
}

static void close_record(struct jscan_json *json)
{
	jscan_json_close_object(json);
	jscan_buf_addc(json->out, '\n');
}

/* A record of flat ones: what it holds comes behind it, a line each. */
static void write_flat(struct jscan_buf *out, const struct jscan_report *report,
		       const struct list *list, size_t index,
		       const char *journal)
{
	const struct part *part = list->part;
	struct jscan_json json;

	open_record(&json, out, list->kind, journal);
	list->write(&json, report, index);
	if (part == &mentions)
		write_uid(&json, "uid", &report->contacts[index]);
	close_record(&json);
	for (size_t i = 0; part && i < part->count(report, index); i++) {
		open_record(&json, out, part->kind, journal);
		part->tie(&json, report, index);
		part->write(&json, report, index, i);
		close_record(&json);
	}
}

/*
 * Of flat records no field may mean two things, so that engines can give it one
 * type: of the counts there stand those that cannot be counted.
 */
static void write_head(struct jscan_buf *out, const struct jscan_report *report,
		       bool has_counts, const char *journal)
{
	struct jscan_json json;

	open_record(&json, out, "report", journal);
	jscan_json_set_text(&json, "schema", JSCAN_SCHEMA);
	jscan_json_set_date(&json, "as_of", report->as_of);
	if (journal) {
		jscan_json_set_int(&json, "files", report->counts.files);
		jscan_json_set_int(&json, "interviews_held",
				   report->counts.interviews);
	} else if (has_counts) {
		write_counts(&json, "counts", &report->counts);
	}
	close_record(&json);
}

/* A first line says what it is; then each record with its kind in "is". */
void jscan_write_ndjson(struct jscan_buf *out,
			const struct jscan_report *report,
			const struct jscan_format_options *options)
{
	struct list lists[MOST_LISTS];
	size_t count = find_lists(lists, report, options->view);

	write_head(out, report, count == MOST_LISTS, options->journal);
	for (size_t i = 0; i < count; i++) {
		for (size_t k = 0; k < lists[i].count; k++) {
			struct jscan_json json;

			if (options->journal) {
				write_flat(out, report, &lists[i], k,
					   options->journal);
				continue;
			}
			open_record(&json, out, lists[i].kind, NULL);
			write_fields(&json, report, &lists[i], k);
			close_record(&json);
		}
	}
}
