/*
 * Everything that one note says, as plain records with places: what the later
 * stages work on.  Nothing here depends on the day of the report.
 *
 * A note speaks of one or more events: the entry itself and its dated headings.
 * Each is a scope; every other record names the scope it stands under.
 */
#ifndef JSCAN_FACTS_FACTS_H
#define JSCAN_FACTS_FACTS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/diag.h"
#include "config/config.h"
#include "entry/document.h"
#include "facts/contact.h"
#include "facts/note.h"
#include "facts/touch.h"
#include "journalscan.h"

/* In one note. */
#define JSCAN_TASKS_MOST       10000
#define JSCAN_DATES_MOST       10000
#define JSCAN_MENTIONS_MOST    1000
#define JSCAN_SCOPES_MOST      10000
#define JSCAN_ASSESSMENTS_MOST 10000
#define JSCAN_DIAGNOSTICS_MOST 1000

struct jscan_scope {
	unsigned line; /* where its date stands; of a file name's: 1 */
	struct jscan_date date; /* unset: none */
	enum jscan_event_type type;
	enum jscan_touch_kind touch; /* of type touch */
	enum jscan_outcome outcome;  /* of a note: accepted, declined … */
	const char *words; /* the stage, else the heading's words; or NULL */
	const char *about; /* of a touch: text that may name other offices */
	bool is_assessed;  /* holds the writer's own assessment */
};

/* A touch that a key states: touches, thank you, feedback: asked. */
struct jscan_touch_fact {
	unsigned line;
	unsigned scope;
	struct jscan_date date; /* unset: that of its scope */
	enum jscan_touch_kind kind;
	const char *words; /* or NULL */
	const char *with;  /* or NULL */
};

struct jscan_task {
	unsigned line;
	unsigned scope;
	const char *words;	/* without dates and marks; "" for a bare date */
	struct jscan_date due;	/* unset: none */
	unsigned due_line;	/* where the due date stands */
	struct jscan_date done_date;
	enum jscan_touch_kind touch; /* that it would be when ticked */
	bool is_done;
	bool is_cancelled;
	bool is_key;	   /* a `follow ups` item, no checkbox */
	bool is_bare_date; /* a `follow ups` item that is only a date */
	bool is_preparing; /* says prepare, prep, practise, rehearse, research */
	const char *with;  /* or NULL */
};

/* An outcome that a key states. */
struct jscan_outcome_fact {
	enum jscan_outcome outcome;
	unsigned line; /* of its date, else of the word */
	unsigned scope;
	struct jscan_date date; /* without one of its own: the last move's */
	bool is_undated;	/* it had none of its own */
};

/* feedback: received, feedback: text, or text in a feedback section. */
struct jscan_feedback_fact {
	unsigned line;
	unsigned scope;
	struct jscan_date date; /* without one of its own: the last move's */
};

struct jscan_reopened_fact {
	unsigned line;
	unsigned scope;
	struct jscan_date date; /* unset: the entry's */
	const char *why;	/* as written, or NULL */
};

struct jscan_promise { /* the day by which they said they would answer */
	unsigned line;
	unsigned scope;
	struct jscan_date date;
};

struct jscan_snooze {
	unsigned line;
	bool is_all;
	enum jscan_rule rule;
	struct jscan_date until;
};

struct jscan_date_fact {
	unsigned line;
	unsigned column;
	const char *text;
	struct jscan_date start;
	struct jscan_date end;
};

struct jscan_assessment_fact {
	unsigned line;
	unsigned scope;
	unsigned category; /* of the lexicon */
	enum jscan_polarity polarity;
	enum jscan_evidence source;
	const char *text;
};

struct jscan_mention_fact {
	struct jscan_mention mention;
	unsigned scope; /* 0 for the front matter */
};

struct jscan_facts {
	const char *path;
	uint64_t content; /* hash of the bytes it was read from */
	bool is_entry;
	const char *company;
	const char *role;
	const char *stage;
	struct jscan_date date; /* of the entry; scopes[0] may have another */
	enum jscan_event_type type;
	enum jscan_outcome outcome; /* as written */
	const char *status; /* the words of it: "under review"; or NULL */
	struct jscan_texts tags;
	struct jscan_date applied; /* an application event of its own */
	unsigned applied_line;
	bool is_left_alone; /* keep in touch: no */
	/* An application's file: what stands outside its dated interviews is
	 * said of the last of them. */
	bool is_collection;
	struct jscan_scope *scopes; /* [0] is the entry */
	size_t scope_count;
	struct jscan_touch_fact *touches;
	size_t touch_count;
	struct jscan_task *tasks;
	size_t task_count;
	struct jscan_outcome_fact *outcomes;
	size_t outcome_count;
	struct jscan_feedback_fact *feedbacks;
	size_t feedback_count;
	struct jscan_reopened_fact *reopened;
	size_t reopened_count;
	struct jscan_promise *promises;
	size_t promise_count;
	struct jscan_snooze *snoozes;
	size_t snooze_count;
	struct jscan_date_fact *dates;
	size_t date_count;
	struct jscan_assessment_fact *assessments;
	size_t assessment_count;
	struct jscan_mention_fact *mentions;
	size_t mention_count;
	struct jscan_diagnostic *diagnostics;
	size_t diagnostic_count;
	/* For the one warning about the order of 11/9/2026. */
	unsigned order_line, order_column; /* first that needed it; 0: none */
	bool shows_day_first;
	bool shows_month_first;
};

/* Tools that one thread uses for note after note. */
struct jscan_facts_reader;
struct jscan_facts_reader *
jscan_facts_reader_new(const struct jscan_config *config,
		       const struct jscan_lexicon *lexicon);
void jscan_facts_reader_free(struct jscan_facts_reader *reader);

/*
 * Reads the bytes of one note.  All of *out lives in `arena`; `path` is kept as
 * it is.  Never fails: what is wrong is in out->diagnostics.
 */
void jscan_facts_read(struct jscan_facts_reader *reader,
		      struct jscan_facts *out, const char *path,
		      const char *bytes, size_t len,
		      struct jscan_arena *arena);

/*
 * Is the note an entry?  Reads no more than its front matter.
 */
bool jscan_facts_is_entry(const struct jscan_config *config, const char *bytes,
			  size_t len);

#endif
