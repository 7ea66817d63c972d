/*
 * A database for questions of one's own; see sqlite_schema.c.
 *
 * The database is made in memory and handed on as the bytes of its file, so
 * that the same journal and day give the same file, whole or not at all.  The
 * only file that knows SQLite.
 */
#include <string.h>

#include "calls_sqlite.h"

#include "base/arena.h"
#include "base/date.h"
#include "output/report.h"
#include "output/sqlite_schema.h"

/* A database in memory fails when memory is gone, and by a bug of ours. */
static void check(int status)
{
	if (status != SQLITE_OK && status != SQLITE_DONE)
		jscan_out_of_memory();
}

struct rows { /* a table being filled */
	sqlite3_stmt *statement;
	int column;
};

static void start(struct rows *rows, sqlite3 *db, const char *insert)
{
	check(sqlite3_prepare_v2(db, insert, -1, &rows->statement, NULL));
	rows->column = 0;
}

static void add_text(struct rows *rows, const char *text)
{
	check(sqlite3_bind_text(rows->statement, ++rows->column, text, -1,
				SQLITE_STATIC));
}

static void add_number(struct rows *rows, sqlite3_int64 number)
{
	check(sqlite3_bind_int64(rows->statement, ++rows->column, number));
}

static void add_date(struct rows *rows, struct jscan_date date)
{
	char text[11];

	jscan_date_format(text, date);
	rows->column++;
	if (*text)
		check(sqlite3_bind_text(rows->statement, rows->column, text, -1,
					SQLITE_TRANSIENT));
}

static void end_row(struct rows *rows)
{
	check(sqlite3_step(rows->statement));
	check(sqlite3_reset(rows->statement));
	check(sqlite3_clear_bindings(rows->statement));
	rows->column = 0;
}

static void end(struct rows *rows)
{
	sqlite3_finalize(rows->statement);
}

static void fill_journal(sqlite3 *db, const struct jscan_report *report)
{
	struct rows rows;

	start(&rows, db, "INSERT INTO journal VALUES (?, ?, ?, ?)");
	add_text(&rows, JSCAN_VERSION);
	add_date(&rows, report->as_of);
	add_number(&rows, report->counts.files);
	add_number(&rows, report->counts.interviews);
	end_row(&rows);
	end(&rows);
}

static void fill_entries(sqlite3 *db, const struct jscan_report *report)
{
	struct rows rows;

	start(&rows, db, "INSERT INTO entry VALUES (?, ?, ?, ?, ?, ?, ?, ?)");
	for (size_t i = 0; i < report->entry_count; i++) {
		const struct jscan_entry *entry = &report->entries[i];

		add_number(&rows, (sqlite3_int64)i + 1);
		add_text(&rows, entry->path);
		add_date(&rows, entry->date);
		add_text(&rows, entry->company);
		add_text(&rows, entry->role);
		add_text(&rows, jscan_event_type_name(entry->type));
		add_text(&rows, entry->stage);
		add_text(&rows, entry->outcome == JSCAN_OUTCOME_NONE
					? NULL
					: jscan_outcome_name(entry->outcome));
		end_row(&rows);
	}
	end(&rows);
}

static void fill_tags(sqlite3 *db, const struct jscan_report *report)
{
	struct rows rows;

	start(&rows, db, "INSERT INTO tag VALUES (?, ?)");
	for (size_t i = 0; i < report->entry_count; i++) {
		struct jscan_texts tags = report->entries[i].tags;

		for (size_t k = 0; k < tags.count; k++) {
			add_number(&rows, (sqlite3_int64)i + 1);
			add_text(&rows, tags.items[k]);
			end_row(&rows);
		}
	}
	end(&rows);
}

static void fill_events(sqlite3 *db, const struct jscan_report *report)
{
	struct rows rows;

	start(&rows, db, "INSERT INTO event VALUES (?, ?, ?, ?, ?)");
	for (size_t i = 0; i < report->entry_count; i++) {
		const struct jscan_entry *entry = &report->entries[i];

		for (size_t k = 0; k < entry->event_count; k++) {
			const struct jscan_event *event = &entry->events[k];

			add_number(&rows, (sqlite3_int64)i + 1);
			add_number(&rows, event->line);
			add_date(&rows, event->date);
			add_text(&rows, jscan_event_type_name(event->type));
			add_text(&rows, event->what);
			end_row(&rows);
		}
	}
	end(&rows);
}

static void fill_applications(sqlite3 *db, const struct jscan_report *report)
{
	struct rows rows;

	start(&rows, db,
	      "INSERT INTO application VALUES (?, ?, ?, ?, ?, ?, ?, ?)");
	for (size_t i = 0; i < report->application_count; i++) {
		const struct jscan_application *application =
			&report->applications[i];

		add_number(&rows, (sqlite3_int64)i + 1);
		add_text(&rows, application->company);
		add_text(&rows, application->role);
		add_text(&rows, jscan_outcome_name(application->state));
		add_date(&rows, application->first);
		add_date(&rows, application->last);
		add_date(&rows, application->closed);
		add_number(&rows, application->interviews);
		end_row(&rows);
	}
	end(&rows);
}

static void fill_contacts(sqlite3 *db, const struct jscan_report *report)
{
	struct jscan_buf uid;
	struct rows rows;

	jscan_buf_init(&uid);
	start(&rows, db, "INSERT INTO contact VALUES (?, ?, ?, ?, ?, ?, ?)");
	for (size_t i = 0; i < report->contact_count; i++) {
		const struct jscan_contact *contact = &report->contacts[i];

		jscan_buf_clear(&uid);
		jscan_contact_identify(&uid, contact);
		add_number(&rows, (sqlite3_int64)i + 1);
		add_text(&rows, uid.data);
		add_text(&rows, contact->name);
		add_text(&rows, contact->title);
		add_text(&rows, contact->role);
		add_date(&rows, contact->first_seen);
		add_date(&rows, contact->last_seen);
		end_row(&rows);
	}
	end(&rows);
	jscan_buf_release(&uid);
}

static void fill_details(sqlite3 *db, const struct jscan_report *report)
{
	struct rows rows;

	start(&rows, db, "INSERT INTO contact_detail VALUES (?, ?, ?)");
	for (size_t i = 0; i < report->contact_count; i++) {
		const struct jscan_contact *contact = &report->contacts[i];
		const struct {
			const char *kind;
			struct jscan_texts texts;
		} lists[] = {
			{"email", contact->emails},
			{"phone", contact->phones},
			{"url", contact->urls},
			{"company", contact->companies},
		};

		for (size_t k = 0; k < sizeof(lists) / sizeof(lists[0]); k++) {
			for (size_t n = 0; n < lists[k].texts.count; n++) {
				add_number(&rows, (sqlite3_int64)i + 1);
				add_text(&rows, lists[k].kind);
				add_text(&rows, lists[k].texts.items[n]);
				end_row(&rows);
			}
		}
	}
	end(&rows);
}

static void add_place(struct rows *rows, const struct jscan_place *place)
{
	add_text(rows, place->path);
	add_number(rows, place->line);
	add_text(rows, place->text);
}

static void fill_mentions(sqlite3 *db, const struct jscan_report *report)
{
	struct rows rows;

	start(&rows, db, "INSERT INTO mention VALUES (?, ?, ?, ?)");
	for (size_t i = 0; i < report->contact_count; i++) {
		struct jscan_places places = report->contacts[i].mentions;

		for (size_t k = 0; k < places.count; k++) {
			add_number(&rows, (sqlite3_int64)i + 1);
			add_place(&rows, &places.items[k]);
			end_row(&rows);
		}
	}
	end(&rows);
}

static void fill_dates(sqlite3 *db, const struct jscan_report *report)
{
	struct rows rows;

	start(&rows, db, "INSERT INTO said_date VALUES (?, ?, ?, ?, ?, ?)");
	for (size_t i = 0; i < report->date_count; i++) {
		const struct jscan_said_date *date = &report->dates[i];

		add_text(&rows, date->path);
		add_number(&rows, date->line);
		add_number(&rows, date->column);
		add_text(&rows, date->text);
		add_date(&rows, date->start);
		add_date(&rows, date->end);
		end_row(&rows);
	}
	end(&rows);
}

static void fill_assessments(sqlite3 *db, const struct jscan_report *report)
{
	struct rows rows;

	start(&rows, db,
	      "INSERT INTO assessment VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)");
	for (size_t i = 0; i < report->assessment_count; i++) {
		const struct jscan_assessment *assessment =
			&report->assessments[i];

		add_number(&rows, (sqlite3_int64)i + 1);
		add_text(&rows, assessment->path);
		add_number(&rows, assessment->line);
		add_text(&rows, assessment->weakness);
		add_text(&rows, jscan_polarity_name(assessment->polarity));
		add_text(&rows, jscan_evidence_name(assessment->source));
		add_text(&rows, assessment->text);
		add_date(&rows, assessment->date);
		add_text(&rows, assessment->company);
		end_row(&rows);
	}
	end(&rows);
}

static void fill_weaknesses(sqlite3 *db, const struct jscan_report *report)
{
	struct rows rows;

	start(&rows, db,
	      "INSERT INTO weakness VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)");
	for (size_t i = 0; i < report->weakness_count; i++) {
		const struct jscan_weakness *weakness = &report->weaknesses[i];

		add_text(&rows, weakness->id);
		add_text(&rows, weakness->title);
		add_text(&rows, weakness->source);
		add_number(&rows, weakness->interviews);
		add_number(&rows, weakness->of);
		add_number(&rows, weakness->is_recurring);
		add_date(&rows, weakness->first);
		add_date(&rows, weakness->last);
		add_text(&rows, jscan_trend_name(weakness->trend));
		end_row(&rows);
	}
	end(&rows);
}

static void fill_evidence(sqlite3 *db, const struct jscan_report *report)
{
	struct rows rows;

	start(&rows, db, "INSERT INTO evidence VALUES (?, ?, ?, ?)");
	for (size_t i = 0; i < report->weakness_count; i++) {
		struct jscan_places places = report->weaknesses[i].evidence;

		for (size_t k = 0; k < places.count; k++) {
			add_text(&rows, report->weaknesses[i].id);
			add_place(&rows, &places.items[k]);
			end_row(&rows);
		}
	}
	end(&rows);
}

static void fill_followups(sqlite3 *db, const struct jscan_report *report)
{
	struct rows rows;

	start(&rows, db,
	      "INSERT INTO follow_up VALUES"
	      " (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
	for (size_t i = 0; i < report->followup_count; i++) {
		const struct jscan_followup *item = &report->followups[i];

		add_text(&rows, item->id);
		add_text(&rows, jscan_rule_name(item->rule));
		add_text(&rows, item->action);
		add_text(&rows, item->company);
		add_text(&rows, item->role);
		add_text(&rows, item->contact);
		add_date(&rows, item->opens);
		add_date(&rows, item->due);
		add_text(&rows, jscan_status_name(item->status));
		add_number(&rows, item->days_overdue);
		add_text(&rows, item->why);
		add_text(&rows, item->path);
		add_number(&rows, item->line);
		end_row(&rows);
	}
	end(&rows);
}

static void fill_talking_points(sqlite3 *db, const struct jscan_report *report)
{
	struct rows rows;

	start(&rows, db, "INSERT INTO talking_point VALUES (?, ?)");
	for (size_t i = 0; i < report->followup_count; i++) {
		struct jscan_texts points = report->followups[i].talking_points;

		for (size_t k = 0; k < points.count; k++) {
			add_text(&rows, report->followups[i].id);
			add_text(&rows, points.items[k]);
			end_row(&rows);
		}
	}
	end(&rows);
}

static void fill_diagnostics(sqlite3 *db, const struct jscan_report *report)
{
	struct rows rows;

	start(&rows, db, "INSERT INTO diagnostic VALUES (?, ?, ?, ?, ?, ?)");
	for (size_t i = 0; i < report->diagnostic_count; i++) {
		const struct jscan_diagnostic *diagnostic =
			&report->diagnostics[i];

		add_text(&rows, diagnostic->path);
		add_number(&rows, diagnostic->line);
		add_number(&rows, diagnostic->column);
		add_text(&rows, jscan_severity_name(diagnostic->severity));
		add_text(&rows, diagnostic->code);
		add_text(&rows, diagnostic->message);
		end_row(&rows);
	}
	end(&rows);
}

int jscan_prepare_sqlite(struct jscan_error *err)
{
	return jscan_lazy_load(&jscan_lazy_sqlite, err);
}

void jscan_write_sqlite(struct jscan_buf *out,
			const struct jscan_report *report,
			const struct jscan_format_options *options)
{
	static void (*const fill[])(sqlite3 *, const struct jscan_report *) = {
		fill_journal,	  fill_entries,	       fill_tags,
		fill_events,	  fill_applications,   fill_contacts,
		fill_details,	  fill_mentions,       fill_dates,
		fill_assessments, fill_weaknesses,     fill_evidence,
		fill_followups,	  fill_talking_points, fill_diagnostics};
	sqlite3_int64 size = 0;
	unsigned char *bytes;
	sqlite3 *db;

	(void)options;
	check(sqlite3_open_v2(":memory:", &db,
			      SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE,
			      NULL));
	check(sqlite3_exec(db, jscan_sqlite_schema, NULL, NULL, NULL));
	for (size_t i = 0; i < sizeof(fill) / sizeof(fill[0]); i++)
		fill[i](db, report);
	check(sqlite3_exec(db, jscan_sqlite_ending, NULL, NULL, NULL));
	bytes = sqlite3_serialize(db, "main", &size, 0);
	if (bytes == NULL)
		jscan_out_of_memory();
	jscan_buf_add(out, (const char *)bytes, (size_t)size);
	sqlite3_free(bytes);
	sqlite3_close(db);
}
