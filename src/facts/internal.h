/*
 * What the files that fill struct jscan_facts share: one note in the making.
 * Not for other folders.
 */
#ifndef JSCAN_FACTS_INTERNAL_H
#define JSCAN_FACTS_INTERNAL_H

#include <stdint.h>

#include "facts/facts.h"
#include "config/key.h"
#include "facts/when.h"

/* A key and its value, in the front matter or in a field of the body. */
struct jscan_keyed {
	enum jscan_key key;
	const char *folded;
	const char *person_role;
	const struct jscan_yaml *value;
	unsigned scope;
	bool is_field;
};

struct jscan_tag { /* where a tag of the front matter stands */
	const char *text;
	unsigned line;
	unsigned column;
};

/* What one note may have so many of; jscan_fill_has_room says how many. */
enum jscan_limit {
	JSCAN_LIMIT_TASKS,
	JSCAN_LIMIT_DATES,
	JSCAN_LIMIT_HEADINGS,
	JSCAN_LIMIT_MENTIONS,
	JSCAN_LIMIT_ASSESSMENTS,
	JSCAN_LIMIT_COUNT
};

/* One note while it is read. */
struct jscan_fill {
	struct jscan_facts *facts;
	struct jscan_document *document;
	const struct jscan_config *config;
	const struct jscan_lexicon *lexicon;
	struct jscan_note_reader *notes;
	struct jscan_arena *arena;
	struct jscan_diags diags;
	struct jscan_keyed *keyed;
	size_t keyed_count;
	struct jscan_tag *tags; /* as many as facts->tags */
	struct jscan_date own_date; /* of `date` or the file name */
	unsigned own_date_line;
	bool has_type;		    /* `type` or a type tag decided */
	bool has_stage;
	struct jscan_date outcome_date; /* unset: none */
	unsigned outcome_date_line;
	bool is_status_applied;
	struct jscan_mentions mentions;	     /* of the front matter, then all */
	unsigned *block_scopes; /* the event of each block of the body */
	bool is_past[JSCAN_LIMIT_COUNT]; /* a limit, and it was said */
	uint32_t crowded_keys; /* bits of those with too many values */
};

/*
 * Is there room for another beside `count`?  The first time that there is none
 * a diagnostic says so, at `line`.
 */
bool jscan_fill_has_room(struct jscan_fill *fill, enum jscan_limit limit,
			 size_t count, unsigned line);

/* Reads what makes a note an entry: company, type and tags. */
void jscan_header_read_identity(struct jscan_fill *fill);
/* Of a note that is no entry: why its company, if it has one, makes it none. */
void jscan_header_warn_of_company(struct jscan_fill *fill);

/* Then, with the body parsed: role, stage, day and outcome. */
void jscan_header_read_day(struct jscan_fill *fill);

/* Then, with the events known, all others. */
void jscan_header_read_facts(struct jscan_fill *fill);

/* Finds the dated headings, decides the type, and fills facts->scopes. */
void jscan_events_read(struct jscan_fill *fill);

/* The event that a line of the body belongs to. */
unsigned jscan_events_scope_of(const struct jscan_fill *fill, unsigned line);

/* Reads tasks, dates, promises, assessments, feedback and people. */
void jscan_body_read(struct jscan_fill *fill);

/*
 * A value that should be one date.  False, with a diagnostic, when it is none;
 * `what` names the key.
 */
bool jscan_fill_read_date(struct jscan_fill *fill, struct jscan_date *out,
			  const struct jscan_yaml *value, const char *what);

/* The same of a day to come: a weekday alone is the next one. */
bool jscan_fill_read_coming_date(struct jscan_fill *fill,
				 struct jscan_date *out,
				 const struct jscan_yaml *value,
				 const char *what);

/* Notes what a date shows of the order of its numbers. */
void jscan_fill_note_order(struct jscan_fill *fill,
			   const struct jscan_when *when, unsigned line,
			   unsigned column);

void jscan_fill_add_task(struct jscan_fill *fill,
			 const struct jscan_task *task);
void jscan_fill_add_touch(struct jscan_fill *fill,
			  const struct jscan_touch_fact *touch);
void jscan_fill_add_promise(struct jscan_fill *fill,
			    const struct jscan_promise *promise);
void jscan_fill_add_feedback(struct jscan_fill *fill,
			     const struct jscan_feedback_fact *feedback);
void jscan_fill_add_assessment(struct jscan_fill *fill,
			       const struct jscan_assessment_fact *fact);

/* Reads weaknesses out of one run of text; `line` for text of a key, else the
 * place comes from `block`. */
void jscan_fill_read_notes(struct jscan_fill *fill,
			   const struct jscan_block *block, const char *text,
			   size_t len, unsigned line, unsigned scope,
			   const struct jscan_note_context *context);

/* jscan_utf8_fold_words of a NUL-terminated text. */
char *jscan_fill_fold(struct jscan_fill *fill, const char *text);

#endif
