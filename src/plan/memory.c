/*
 * The tables of what is remembered of a report.  As those of the facts, they
 * hold every member, save what a brief report has not.
 */
#include "plan/memory.h"

#include <string.h>

#include "cache/table.h"
#include "plan/memory_shown.h"

/* All but the words, which a brief report has not. */
RECORD(place, jscan_place, 24,
       NAME(jscan_place, path),
       NUMBER(jscan_place, line));

RECORD(diagnostic, jscan_diagnostic, 40,
       NAME(jscan_diagnostic, path),
       NUMBER(jscan_diagnostic, line),
       NUMBER(jscan_diagnostic, column),
       ENUM(jscan_diagnostic, severity, JSCAN_SEVERITY_NOTE),
       CODE(jscan_diagnostic, code),
       TEXT(jscan_diagnostic, message));

/* All but the item behind it, of which nothing is shown. */
RECORD(day, jscan_date, 4, {JSCAN_MEMBER_DATE, 0, 0, 0, NULL});

RECORD(followup, jscan_followup, 136,
       TEXT(jscan_followup, id),
       ENUM(jscan_followup, rule, JSCAN_RULE_COUNT - 1),
       COMMON(jscan_followup, action),
       COMMON(jscan_followup, company),
       COMMON(jscan_followup, role),
       COMMON(jscan_followup, contact),
       DATE(jscan_followup, opens),
       DATE(jscan_followup, due),
       ENUM(jscan_followup, status, JSCAN_STATUS_LAPSED),
       NUMBER(jscan_followup, days_overdue),
       COMMON(jscan_followup, why),
       TEXTS(jscan_followup, talking_points),
       NAME(jscan_followup, path),
       NUMBER(jscan_followup, line),
       DATE(jscan_followup, rests_until),
       DATE(jscan_followup, closed),
       LIST(jscan_followup, touches, touch_count, day));

RECORD(application, jscan_application, 40,
       COMMON(jscan_application, company),
       COMMON(jscan_application, role),
       ENUM(jscan_application, state, JSCAN_OUTCOME_WITHDRAWN),
       DATE(jscan_application, first),
       DATE(jscan_application, last),
       DATE(jscan_application, closed),
       NUMBER(jscan_application, interviews),
       BOOL(jscan_application, has_offer));

RECORD(sitting, jscan_sitting, 56,
       DATE(jscan_sitting, date),
       COMMON(jscan_sitting, company),
       COMMON(jscan_sitting, role),
       COMMON(jscan_sitting, what),
       BOOL(jscan_sitting, is_mock),
       NAME(jscan_sitting, path),
       NUMBER(jscan_sitting, line));

/*
 * All but the assessments, which a brief report has not, the places of the
 * notes, which change, and what is shown, which memory_shown.c keeps.
 */
RECORD(findings_record, jscan_findings, 80,
       LIST(jscan_findings, sittings, sitting_count, sitting),
       LIST(jscan_findings, arranged, arranged_count, sitting),
       NUMBER(jscan_findings, note_count));

RECORD(part_record, jscan_part, 128,
       LIST(jscan_part, followups, followup_count, followup),
       LIST(jscan_part, applications, application_count, application),
       INSIDE(jscan_part, evidence, findings_record),
       NUMBER(jscan_part, companies),
       NUMBER(jscan_part, interviews),
       BOOL(jscan_part, is_settled));

RECORD(order_record, jscan_order, 24,
       BOOL(jscan_order, shows_day_first),
       BOOL(jscan_order, shows_month_first),
       NAME(jscan_order, path),
       NUMBER(jscan_order, line),
       NUMBER(jscan_order, column));

RECORD(memory_part, jscan_memory_part, 208,
       WIDE(jscan_memory_part, company),
       WIDE(jscan_memory_part, content),
       WIDE(jscan_memory_part, grouping),
       TEXT(jscan_memory_part, key),
       INSIDE(jscan_memory_part, part, part_record),
       NUMBER(jscan_memory_part, shown),
       LIST(jscan_memory_part, diagnostics, diagnostic_count, diagnostic),
       INSIDE(jscan_memory_part, order, order_record));

RECORD(contact, jscan_contact, 112,
       COMMON(jscan_contact, name),
       COMMON(jscan_contact, title),
       COMMON(jscan_contact, role),
       TEXTS(jscan_contact, emails),
       TEXTS(jscan_contact, phones),
       TEXTS(jscan_contact, urls),
       TEXTS(jscan_contact, companies),
       DATE(jscan_contact, first_seen),
       DATE(jscan_contact, last_seen),
       LIST(jscan_contact, mentions.items, mentions.count, place));

/* What stands before the parts, the contacts and the doubts. */
struct head {
	bool is_settled;
	unsigned parts;
	unsigned contacts;
	unsigned doubts;
	uint64_t people;
	unsigned shown; /* rows of memory_shown.c, behind them */
};

RECORD(head_record, head, 32,
       BOOL(head, is_settled),
       NUMBER(head, parts),
       NUMBER(head, contacts),
       NUMBER(head, doubts),
       NUMBER(head, shown),
       WIDE(head, people));

void jscan_memory_write(struct jscan_buf *out,
			const struct jscan_memory *memory)
{
	struct head head = {.is_settled = memory->is_settled,
			    .parts = (unsigned)memory->part_count,
			    .contacts = (unsigned)memory->contact_count,
			    .doubts = (unsigned)memory->doubt_count,
			    .people = memory->people};
	struct jscan_record_writer writer;
	struct jscan_memory_texts texts;
	struct jscan_arena arena;

	jscan_arena_init(&arena);
	jscan_memory_texts_list(&texts, memory, &arena);
	head.shown = (unsigned)texts.rows;
	jscan_record_writer_init(&writer, out);
	jscan_record_writer_add(&writer, &head_record, &head);
	for (size_t i = 0; i < memory->part_count; i++)
		jscan_record_writer_add(&writer, &memory_part,
					&memory->parts[i]);
	for (size_t i = 0; i < memory->contact_count; i++)
		jscan_record_writer_add(&writer, &contact,
					&memory->contacts[i]);
	for (size_t i = 0; i < memory->doubt_count; i++)
		jscan_record_writer_add(&writer, &diagnostic,
					&memory->doubts[i]);
	jscan_record_writer_release(&writer);
	jscan_memory_shown_write(out, memory, &texts);
	jscan_arena_release(&arena);
}

void jscan_memory_copy_part(struct jscan_memory_part *out,
			    const struct jscan_memory_part *part,
			    struct jscan_pool *pool)
{
	jscan_record_copy(out, &memory_part, part, pool);
	jscan_memory_shown_copy(&out->part.evidence, pool->arena);
}

void jscan_memory_copy_contact(struct jscan_contact *out,
			       const struct jscan_contact *from,
			       struct jscan_pool *pool)
{
	jscan_record_copy(out, &contact, from, pool);
}

static bool are_diagnostics_sound(const struct jscan_diagnostic *items,
				  size_t count)
{
	for (size_t i = 0; i < count; i++) {
		if (!items[i].path || !items[i].message)
			return false;
	}
	return true;
}

static bool are_sittings_sound(const struct jscan_sitting *items, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		if (!items[i].path)
			return false;
	}
	return true;
}

static bool is_part_sound(const struct jscan_part *part)
{
	const struct jscan_findings *findings = &part->evidence;

	for (size_t i = 0; i < part->followup_count; i++) {
		const struct jscan_followup *item = &part->followups[i];

		if (!item->id || !item->action || !item->why || !item->path)
			return false;
	}
	for (size_t i = 0; i < part->application_count; i++) {
		if (!part->applications[i].company)
			return false;
	}
	return are_sittings_sound(findings->sittings,
				  findings->sitting_count) &&
	       are_sittings_sound(findings->arranged, findings->arranged_count);
}

static bool is_sound(const struct jscan_memory *memory)
{
	for (size_t i = 0; i < memory->part_count; i++) {
		const struct jscan_memory_part *part = &memory->parts[i];

		if (!part->key || !is_part_sound(&part->part) ||
		    !are_diagnostics_sound(part->diagnostics,
					   part->diagnostic_count))
			return false;
	}
	for (size_t i = 0; i < memory->contact_count; i++) {
		struct jscan_places places = memory->contacts[i].mentions;

		for (size_t j = 0; j < places.count; j++) {
			if (!places.items[j].path)
				return false;
		}
	}
	return are_diagnostics_sound(memory->doubts, memory->doubt_count);
}

static bool read_memory(struct jscan_memory *out,
			struct jscan_record_reader *reader, size_t categories,
			struct jscan_arena *arena)
{
	const struct head *head;

	if (!jscan_record_reader_get(reader, &head, &head_record, 1) ||
	    !jscan_record_reader_get(reader, &out->parts, &memory_part,
				     head->parts) ||
	    !jscan_record_reader_get(reader, &out->contacts, &contact,
				     head->contacts) ||
	    !jscan_record_reader_get(reader, &out->doubts, &diagnostic,
				     head->doubts))
		return false;
	out->is_settled = head->is_settled;
	out->people = head->people;
	out->part_count = head->parts;
	out->contact_count = head->contacts;
	out->doubt_count = head->doubts;
	return jscan_memory_shown_read(out, head->shown, reader->at,
				       (size_t)(reader->end - reader->at),
				       categories, arena);
}

bool jscan_memory_read(struct jscan_memory *out, const char *bytes, size_t len,
		       size_t categories, struct jscan_arena *arena)
{
	struct jscan_record_reader reader;
	bool is_read;

	memset(out, 0, sizeof(*out));
	jscan_record_reader_init(&reader, bytes, len, arena);
	is_read = read_memory(out, &reader, categories, arena);
	jscan_record_reader_release(&reader);
	return is_read && is_sound(out);
}
