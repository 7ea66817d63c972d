/*
 * Dates said in words: found in a run of text and resolved to days by one
 * written policy.  Pure: text, a reference day and the context in, ranges of
 * days out.
 */
#ifndef JSCAN_FACTS_WHEN_H
#define JSCAN_FACTS_WHEN_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "journalscan.h"

enum jscan_when_mod {
	JSCAN_WHEN_PLAIN,
	JSCAN_WHEN_BY,	 /* by, before, until, no later than, within */
	JSCAN_WHEN_SINCE /* after, since, from … on */
};

/* How sure the reading is, best first. */
enum jscan_when_sureness {
	JSCAN_WHEN_EXPLICIT, /* a full date */
	JSCAN_WHEN_DAY,	     /* month and day, or holiday */
	JSCAN_WHEN_RELATIVE, /* weekday, in two weeks */
	JSCAN_WHEN_FUZZY     /* early December, in Q2 */
};

struct jscan_when {
	size_t offset; /* in the text, bytes */
	size_t len;
	struct jscan_date start;
	struct jscan_date end; /* of a single day: the same day */
	enum jscan_when_mod mod;
	enum jscan_when_sureness sureness;
	bool is_impossible;  /* 2026-02-30: start and end are unset */
	bool needs_order;    /* 11/9/2026: the configured order decided */
	bool shows_day_first;	/* 25/12/2026: only fits day first */
	bool shows_month_first; /* 12/25/2026: only fits month first */
};

struct jscan_whens {
	struct jscan_when *items;
	size_t count;
};

enum jscan_tense { JSCAN_TENSE_NONE, JSCAN_TENSE_PAST, JSCAN_TENSE_FUTURE };

struct jscan_when_context {
	struct jscan_date reference; /* unset: only full dates are resolved */
	bool is_day_first;
	bool prefers_next; /* a task or a follow-up section */
	enum jscan_tense tense; /* when the caller knows; else from the text */
};

/*
 * Finds every date in `text`, in order, never two over one byte.  A line break
 * counts as a space.  Time is linear in `len`.
 */
void jscan_when_find(struct jscan_whens *out, const char *text, size_t len,
		     const struct jscan_when_context *context,
		     struct jscan_arena *arena);

enum jscan_when_result {
	JSCAN_WHEN_OK,
	JSCAN_WHEN_NOT_A_DATE,
	JSCAN_WHEN_IMPOSSIBLE
};

/*
 * Reads a value that is a date and nothing else (a time of day behind it is
 * left out): front matter, file names, `@due(…)`.
 */
enum jscan_when_result
jscan_when_parse(struct jscan_when *out, const char *text, size_t len,
		 const struct jscan_when_context *context);

/*
 * Does the sentence promise an answer ("she'll get back to me by Friday",
 * "decision within two weeks", "should hear by the 19th")?  Given the dates
 * found in it, the index of the one that is promised, or -1.
 */
int jscan_when_find_promise(const struct jscan_whens *whens,
			    const char *sentence, size_t len);

#endif
