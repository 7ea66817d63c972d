/*
 * The JSON report, in the shape of report.schema.json, and the same records one
 * a line (NDJSON).  Each record is built and written before the next, so that
 * the memory needed is that of the longest one.
 */
#include <jansson.h>
#include <string.h>

#include "output/json_value.h"
#include "output/report.h"

/* What one view or kind of record is called, and how one is made. */
struct list {
	const char *key;  /* in the report: "entries" */
	const char *kind; /* of one record, in NDJSON: "entry" */
	size_t count;
	json_t *(*make)(const struct jscan_report *report, size_t index);
};

static json_t *make_outcome(enum jscan_outcome outcome)
{
	return jscan_json_text(outcome == JSCAN_OUTCOME_NONE
				       ? NULL
				       : jscan_outcome_name(outcome));
}

static json_t *make_events(const struct jscan_entry *entry)
{
	json_t *array = jscan_json_array();

	for (size_t i = 0; i < entry->event_count; i++) {
		const struct jscan_event *event = &entry->events[i];
		json_t *object = jscan_json_object();

		jscan_json_set_int(object, "line", event->line);
		jscan_json_set(object, "date", jscan_json_date(event->date));
		jscan_json_set_text(object, "type",
				    jscan_event_type_name(event->type));
		jscan_json_set_text(object, "what", event->what);
		jscan_json_append(array, object);
	}
	return array;
}

static json_t *make_entry(const struct jscan_report *report, size_t index)
{
	const struct jscan_entry *entry = &report->entries[index];
	json_t *object = jscan_json_object();

	jscan_json_set_text(object, "path", entry->path);
	jscan_json_set(object, "date", jscan_json_date(entry->date));
	jscan_json_set_text(object, "company", entry->company);
	jscan_json_set_text(object, "role", entry->role);
	jscan_json_set_text(object, "type", jscan_event_type_name(entry->type));
	jscan_json_set_text(object, "stage", entry->stage);
	jscan_json_set(object, "outcome", make_outcome(entry->outcome));
	jscan_json_set(object, "tags", jscan_json_texts(entry->tags));
	jscan_json_set(object, "events", make_events(entry));
	return object;
}

static json_t *make_application(const struct jscan_report *report, size_t index)
{
	const struct jscan_application *application =
		&report->applications[index];
	json_t *object = jscan_json_object();

	jscan_json_set_text(object, "company", application->company);
	jscan_json_set_text(object, "role", application->role);
	jscan_json_set_text(object, "state",
			    jscan_outcome_name(application->state));
	jscan_json_set(object, "first", jscan_json_date(application->first));
	jscan_json_set(object, "last", jscan_json_date(application->last));
	jscan_json_set(object, "closed", jscan_json_date(application->closed));
	jscan_json_set_int(object, "interviews", application->interviews);
	return object;
}

static json_t *make_contact(const struct jscan_report *report, size_t index)
{
	const struct jscan_contact *contact = &report->contacts[index];
	json_t *object = jscan_json_object();

	jscan_json_set_text(object, "name", contact->name);
	jscan_json_set_text(object, "title", contact->title);
	jscan_json_set_text(object, "role", contact->role);
	jscan_json_set(object, "emails", jscan_json_texts(contact->emails));
	jscan_json_set(object, "phones", jscan_json_texts(contact->phones));
	jscan_json_set(object, "urls", jscan_json_texts(contact->urls));
	jscan_json_set(object, "companies",
		       jscan_json_texts(contact->companies));
	jscan_json_set(object, "first_seen",
		       jscan_json_date(contact->first_seen));
	jscan_json_set(object, "last_seen",
		       jscan_json_date(contact->last_seen));
	jscan_json_set(object, "mentions",
		       jscan_json_places(contact->mentions));
	return object;
}

/* Ties the mentions of a person to the person, where they part. */
static void set_uid(json_t *object, const struct jscan_contact *contact)
{
	struct jscan_buf uid;

	jscan_buf_init(&uid);
	jscan_contact_identify(&uid, contact);
	jscan_json_set_text(object, "uid", uid.data);
	jscan_buf_release(&uid);
}

static json_t *make_said_date(const struct jscan_report *report, size_t index)
{
	const struct jscan_said_date *date = &report->dates[index];
	json_t *object = jscan_json_object();

	jscan_json_set_text(object, "path", date->path);
	jscan_json_set_int(object, "line", date->line);
	jscan_json_set_int(object, "column", date->column);
	jscan_json_set_text(object, "text", date->text);
	jscan_json_set(object, "start", jscan_json_date(date->start));
	jscan_json_set(object, "end", jscan_json_date(date->end));
	return object;
}

static json_t *make_assessment(const struct jscan_report *report, size_t index)
{
	const struct jscan_assessment *assessment = &report->assessments[index];
	json_t *object = jscan_json_object();

	jscan_json_set_text(object, "path", assessment->path);
	jscan_json_set_int(object, "line", assessment->line);
	jscan_json_set_text(object, "weakness", assessment->weakness);
	jscan_json_set_text(object, "polarity",
			    jscan_polarity_name(assessment->polarity));
	jscan_json_set_text(object, "source",
			    jscan_evidence_name(assessment->source));
	jscan_json_set_text(object, "text", assessment->text);
	jscan_json_set(object, "date", jscan_json_date(assessment->date));
	jscan_json_set_text(object, "company", assessment->company);
	return object;
}

static json_t *make_weakness(const struct jscan_report *report, size_t index)
{
	const struct jscan_weakness *weakness = &report->weaknesses[index];
	json_t *object = jscan_json_object();

	jscan_json_set_text(object, "id", weakness->id);
	jscan_json_set_text(object, "title", weakness->title);
	jscan_json_set_text(object, "source", weakness->source);
	jscan_json_set_int(object, "interviews", weakness->interviews);
	jscan_json_set_int(object, "of", weakness->of);
	jscan_json_set(object, "recurring",
		       jscan_json_bool(weakness->is_recurring));
	jscan_json_set(object, "first", jscan_json_date(weakness->first));
	jscan_json_set(object, "last", jscan_json_date(weakness->last));
	jscan_json_set_text(object, "trend", jscan_trend_name(weakness->trend));
	jscan_json_set(object, "evidence",
		       jscan_json_places(weakness->evidence));
	return object;
}

static json_t *make_followup(const struct jscan_report *report, size_t index)
{
	const struct jscan_followup *item = &report->followups[index];
	json_t *object = jscan_json_object();

	jscan_json_set_text(object, "id", item->id);
	jscan_json_set_text(object, "rule", jscan_rule_name(item->rule));
	jscan_json_set_text(object, "action", item->action);
	jscan_json_set_text(object, "company", item->company);
	jscan_json_set_text(object, "role", item->role);
	jscan_json_set_text(object, "contact", item->contact);
	jscan_json_set(object, "opens", jscan_json_date(item->opens));
	jscan_json_set(object, "due", jscan_json_date(item->due));
	jscan_json_set_text(object, "status", jscan_status_name(item->status));
	jscan_json_set_int(object, "days_overdue", item->days_overdue);
	jscan_json_set_text(object, "why", item->why);
	jscan_json_set(object, "talking_points",
		       jscan_json_texts(item->talking_points));
	jscan_json_set_text(object, "path", item->path);
	jscan_json_set_int(object, "line", item->line);
	return object;
}

static json_t *make_diagnostic(const struct jscan_report *report, size_t index)
{
	const struct jscan_diagnostic *diagnostic = &report->diagnostics[index];
	json_t *object = jscan_json_object();

	jscan_json_set_text(object, "path", diagnostic->path);
	jscan_json_set_int(object, "line", diagnostic->line);
	jscan_json_set_int(object, "column", diagnostic->column);
	jscan_json_set_text(object, "severity",
			    jscan_severity_name(diagnostic->severity));
	jscan_json_set_text(object, "code", diagnostic->code);
	jscan_json_set_text(object, "message", diagnostic->message);
	return object;
}

static json_t *make_counts(const struct jscan_counts *counts)
{
	json_t *object = jscan_json_object();

	jscan_json_set_int(object, "files", counts->files);
	jscan_json_set_int(object, "entries", counts->entries);
	jscan_json_set_int(object, "applications", counts->applications);
	jscan_json_set_int(object, "companies", counts->companies);
	jscan_json_set_int(object, "interviews", counts->interviews);
	jscan_json_set_int(object, "contacts", counts->contacts);
	jscan_json_set_int(object, "overdue", counts->overdue);
	jscan_json_set_int(object, "due", counts->due);
	jscan_json_set_int(object, "upcoming", counts->upcoming);
	return object;
}

#define MOST_LISTS 8

/* The lists of a view, in the order of the schema; returns how many. */
static size_t find_lists(struct list lists[MOST_LISTS],
			 const struct jscan_report *report,
			 enum jscan_view view)
{
	const struct list all[MOST_LISTS] = {
		{"entries", "entry", report->entry_count, make_entry},
		{"applications", "application", report->application_count,
		 make_application},
		{"contacts", "contact", report->contact_count, make_contact},
		{"dates", "date", report->date_count, make_said_date},
		{"assessments", "assessment", report->assessment_count,
		 make_assessment},
		{"weaknesses", "weakness", report->weakness_count,
		 make_weakness},
		{"follow_ups", "follow_up", report->followup_count,
		 make_followup},
		{"diagnostics", "diagnostic", report->diagnostic_count,
		 make_diagnostic},
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

static void write_list(struct jscan_buf *out, struct jscan_buf *scratch,
		       const struct jscan_report *report,
		       const struct list *list)
{
	jscan_buf_addf(out, ",\n\"%s\": [", list->key);
	for (size_t i = 0; i < list->count; i++) {
		jscan_buf_adds(out, i ? ",\n" : "\n");
		jscan_json_write(out, scratch, list->make(report, i));
	}
	jscan_buf_adds(out, list->count ? "\n]" : "]");
}

void jscan_write_json(struct jscan_buf *out, const struct jscan_report *report,
		      const struct jscan_format_options *options)
{
	struct list lists[MOST_LISTS];
	size_t count = find_lists(lists, report, options->view);
	struct jscan_buf scratch;

	jscan_buf_init(&scratch);
	jscan_buf_adds(out, "{\n\"schema\": \"" JSCAN_SCHEMA "\"");
	jscan_buf_adds(out, ",\n\"as_of\": ");
	jscan_json_write(out, &scratch, jscan_json_date(report->as_of));
	if (count == MOST_LISTS) {
		jscan_buf_adds(out, ",\n\"counts\": ");
		jscan_json_write(out, &scratch, make_counts(&report->counts));
	}
	for (size_t i = 0; i < count; i++)
		write_list(out, &scratch, report, &lists[i]);
	jscan_buf_adds(out, "\n}\n");
	jscan_buf_release(&scratch);
}

/* One line: what it is, the journal's name if there is one, the fields. */
static void write_record(struct jscan_buf *out, struct jscan_buf *scratch,
			 const char *kind, const char *journal, json_t *fields)
{
	json_t *record = jscan_json_object();

	jscan_json_set_text(record, "is", kind);
	if (journal)
		jscan_json_set_text(record, "journal", journal);
	if (json_object_update(record, fields) < 0)
		jscan_json_check(NULL);
	json_decref(fields);
	jscan_json_write(out, scratch, record);
	jscan_buf_addc(out, '\n');
}

/* Lists of records within a record, and what ties them to it. */
static const struct part {
	const char *kind;  /* of the record that holds them */
	const char *list;  /* its name there */
	const char *part;  /* the kind of one of them */
	const char *key;   /* the field of the record that is repeated … */
	const char *owner; /* … and its name there */
} parts[] = {
	{"entry", "events", "event", "path", "path"},
	{"contact", "mentions", "mention", "uid", "contact"},
	{"weakness", "evidence", "evidence", "id", "weakness"},
};

/* Takes the list out of the record; NULL: it has none. */
static json_t *take_list(const struct part **out, const char *kind,
			 json_t *fields)
{
	json_t *list;

	for (size_t i = 0; i < sizeof(parts) / sizeof(parts[0]); i++) {
		if (strcmp(parts[i].kind, kind) != 0)
			continue;
		*out = &parts[i];
		list = json_incref(json_object_get(fields, parts[i].list));
		json_object_del(fields, parts[i].list);
		return list;
	}
	return NULL;
}

/* A record of flat ones: what it holds comes behind it, a line each. */
static void write_flat(struct jscan_buf *out, struct jscan_buf *scratch,
		       const char *kind, const char *journal, json_t *fields)
{
	const struct part *part = NULL;
	json_t *list = take_list(&part, kind, fields);
	json_t *owner =
		part ? json_incref(json_object_get(fields, part->key)) : NULL;

	write_record(out, scratch, kind, journal, fields);
	for (size_t i = 0; part && i < json_array_size(list); i++) {
		json_t *record = jscan_json_object();

		jscan_json_set(record, part->owner, json_incref(owner));
		if (json_object_update(record, json_array_get(list, i)) < 0)
			jscan_json_check(NULL);
		write_record(out, scratch, part->part, journal, record);
	}
	json_decref(owner);
	json_decref(list);
}

/*
 * Of flat records no field may mean two things, so that engines can give it one
 * type: of the counts there stand those that cannot be counted.
 */
static json_t *make_head(const struct jscan_report *report, bool has_counts,
			 bool is_flat)
{
	json_t *head = jscan_json_object();

	jscan_json_set_text(head, "schema", JSCAN_SCHEMA);
	jscan_json_set(head, "as_of", jscan_json_date(report->as_of));
	if (is_flat) {
		jscan_json_set_int(head, "files", report->counts.files);
		jscan_json_set_int(head, "interviews_held",
				   report->counts.interviews);
	} else if (has_counts) {
		jscan_json_set(head, "counts", make_counts(&report->counts));
	}
	return head;
}

/* A first line says what it is; then each record with its kind in "is". */
void jscan_write_ndjson(struct jscan_buf *out,
			const struct jscan_report *report,
			const struct jscan_format_options *options)
{
	const char *journal = options->journal;
	struct list lists[MOST_LISTS];
	size_t count = find_lists(lists, report, options->view);
	struct jscan_buf scratch;

	jscan_buf_init(&scratch);
	write_record(out, &scratch, "report", journal,
		     make_head(report, count == MOST_LISTS, journal != NULL));
	for (size_t i = 0; i < count; i++) {
		for (size_t k = 0; k < lists[i].count; k++) {
			json_t *fields = lists[i].make(report, k);

			if (journal && lists[i].make == make_contact)
				set_uid(fields, &report->contacts[k]);
			if (journal)
				write_flat(out, &scratch, lists[i].kind,
					   journal, fields);
			else
				write_record(out, &scratch, lists[i].kind, NULL,
					     fields);
		}
	}
	jscan_buf_release(&scratch);
}
