/*
 * Between the files that read dates: tokens, values, and the few calls by
 * which text becomes tokens (when_token.c, when_number.c, when_lexicon.c),
 * tokens become values (when_forms.c), and values become days
 * (when_resolve.c).  Nothing outside src/facts/when*.c includes this.
 */
#ifndef JSCAN_FACTS_WHEN_INTERNAL_H
#define JSCAN_FACTS_WHEN_INTERNAL_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "facts/when.h"

/*
 * What a token is.  The letters are those of the patterns in when_forms.c, so
 * that a pattern is a plain string.
 */
enum jscan_when_kind {
	WHEN_WORD = '~',  /* any other word */
	WHEN_BREAK = '!', /* a mark that ends a clause or a phrase */
	WHEN_JUNK = '#',  /* a version, a score, money, an id */
	WHEN_COMMA = ',',
	WHEN_DASH = '-',
	WHEN_SLASH = '/',
	WHEN_OPEN = '(',
	WHEN_CLOSE = ')',
	WHEN_NUMBER = 'N',
	WHEN_ORDINAL = 'O',    /* 9th, ninth */
	WHEN_TIME = 'T',       /* 14:00, 9am */
	WHEN_DATE = 'I',       /* 2026-11-09, 11/9/2026 */
	WHEN_PAIR = 'P',       /* 3/25 */
	WHEN_PAIRS = 'X',      /* 10/1-11/7 */
	WHEN_DAYS = 'B',       /* 13-15 */
	WHEN_YEAR_MONTH = 'Z', /* 2026-11, 11/2026 */
	WHEN_MONTH = 'M',
	WHEN_WEEKDAY = 'W',
	WHEN_WEEKDAYS = 'V', /* Mondays */
	WHEN_UNIT = 'U',     /* day, weeks, weekend */
	WHEN_RELATIVE = 'R', /* tomorrow */
	WHEN_HOLIDAY = 'H',
	WHEN_SEASON = 'S',
	WHEN_QUARTER = 'Q', /* Q2; H1 and H2 are 5 and 6 */
	WHEN_PART = 'e',    /* early, end */
	WHEN_END_OF = 'E',  /* EOW */
	WHEN_DAYPART = 'L', /* morning */
	WHEN_NEXT = 'n',
	WHEN_LAST = 'l',
	WHEN_THIS = 't',
	WHEN_THE = 'x',
	WHEN_A = 'A',
	WHEN_COUNT = 'c', /* couple, few, several */
	WHEN_OF = 'o',
	WHEN_IN = 'i',
	WHEN_ON = 'p',
	WHEN_AT = '@',
	WHEN_BY = 'y', /* by, due */
	WHEN_UNTIL = 'v',
	WHEN_AFTER = 'a',
	WHEN_BEFORE = 'b',
	WHEN_FROM = 'f',
	WHEN_TO = '>', /* to, through */
	WHEN_AND = '&',
	WHEN_OR = '|',
	WHEN_AGO = 'g',
	WHEN_HENCE = 'h',
	WHEN_LATER = 'j',
	WHEN_EARLIER = 'k',
	WHEN_NOW = 'z',
	WHEN_WITHIN = 'd',
	WHEN_SINCE = 's',
	WHEN_EVERY = '%',
	WHEN_BETWEEN = '=',
	WHEN_STARTING = '^', /* commencing, starting; ending is value 1 */
	WHEN_BUSINESS = '$'  /* working days */
};

enum jscan_when_flag {
	WHEN_CAPITAL = 1,  /* starts with a capital letter */
	WHEN_GLUED = 2,	   /* no space before it */
	WHEN_DOUBTFUL = 4, /* also an everyday word or name: may, sat */
	WHEN_SHORT = 8,	   /* an abbreviation: Nov, Tues */
	WHEN_SPELLED = 16, /* a number in letters */
	WHEN_NEEDS_ORDER = 32,
	WHEN_DAY_FIRST = 64, /* of numbers: only fits so, or is so by custom */
	WHEN_MONTH_FIRST = 128
};

/* What a word around a date tells. */
enum jscan_when_cue {
	WHEN_CUE_FUTURE = 1,
	WHEN_CUE_PAST = 2,
	WHEN_CUE_BASE = 4, /* a verb's plain form: call, to send */
	WHEN_CUE_BE = 8,   /* is, be: before a participle */
	WHEN_CUE_HAVE = 16,
	WHEN_CUE_JOINT = 32, /* begins a clause: but, because */
	WHEN_CUE_SAY = 64,
	WHEN_CUE_SMALL = 128,	/* never what a number counts */
	WHEN_CUE_DONE = 256,	/* what takes so long: built, finished */
	WHEN_CUE_HABIT = 512,	/* always, usually */
	WHEN_CUE_ANSWER = 1024, /* may belong to a promise */
	/* Glued behind a word: 'll and 'd; 's, 're and 'm; 've. */
	WHEN_CUE_SUFFIX_WILL = 2048,
	WHEN_CUE_SUFFIX_IS = 4096,
	WHEN_CUE_SUFFIX_HAVE = 8192
};

struct jscan_when_token {
	size_t offset;
	uint16_t len;
	uint8_t kind;
	uint8_t flags;
	int16_t value;
	int8_t digits;		/* of a number written in digits */
	int8_t extra[4];	/* of pairs: the numbers, in their order */
	uint32_t cues;		/* enum jscan_when_cue, of words */
	struct jscan_date date; /* of dates; day 0 of a year and month */
};

enum jscan_when_unit {
	WHEN_DAY,
	WHEN_WEEK,
	WHEN_FORTNIGHT,
	WHEN_MONTHS,
	WHEN_QUARTERS,
	WHEN_YEARS,
	WHEN_WEEKEND
};

enum jscan_when_part { /* of a period */
		       WHEN_WHOLE,
		       WHEN_START,
		       WHEN_EARLY,
		       WHEN_MIDDLE,
		       WHEN_LATE,
		       WHEN_END,
		       WHEN_REST /* later this week */
};

enum jscan_when_value_kind {
	WHEN_NOTHING,
	WHEN_V_DATE, /* day, and what is known of month, year, weekday */
	WHEN_V_MONTH,
	WHEN_V_QUARTER, /* 1 to 4; halves are 5 and 6 */
	WHEN_V_WEEKDAY,
	WHEN_V_DAYS,   /* today + count */
	WHEN_V_WEEK,   /* of the year, by its number */
	WHEN_V_PERIOD, /* the unit `count` from the present one */
	WHEN_V_SPAN,   /* the next or last `count` units */
	WHEN_V_OFFSET, /* `count` units from the reference */
	WHEN_V_HOLIDAY,
	WHEN_V_SEASON,
	WHEN_V_YEAR /* an end of a range, never alone */
};

/* Which one, of things that come again. */
enum jscan_when_step {
	WHEN_PREVIOUS = -1,
	WHEN_PRESENT = 0,
	WHEN_FOLLOWING = 1,
	WHEN_OPEN_STEP = 2, /* by the tense */
	WHEN_COMING = 3,    /* the first one ahead */
	WHEN_RECENT = 4	    /* the last one behind */
};

/* A date as it was said, not yet resolved.  0 and -1 (weekday) are unsaid. */
struct jscan_when_value {
	uint8_t kind;
	int8_t step;
	int8_t month, day, weekday;
	int8_t end_month, end_day; /* 3 to 6 February */
	int16_t year;
	int16_t count;
	int16_t more_days; /* a month and 3 days */
	int16_t end_count; /* two to three: 3 */
	uint8_t unit;
	uint8_t part;
	int8_t nth;    /* first Monday of, last day of: -1 */
	int8_t nth_of; /* weekday 0 to 6, or 7 + unit */
	int16_t shift; /* three days after: 3 */
	uint8_t shift_unit;
	bool is_business; /* working days */
	bool is_lasting;  /* the shift is how long it lasts */
	bool is_week_of;
	bool is_week_end; /* the week ending on it */
	int16_t away;	  /* March in a year: 1 year */
	uint8_t away_unit;
	bool from_preceding; /* later, the next day: from the date before it */
	uint8_t flags;	     /* of the number order */
};

#define WHEN_WINDOW 256 /* tokens looked at in one go */
#define WHEN_AHEAD  40	/* no form is longer */
#define WHEN_BEHIND 40	/* kept for the words before a date */

struct jscan_when_tokens {
	struct jscan_when_token items[WHEN_WINDOW];
	size_t count;
	const char *text;
	size_t len;
	size_t next; /* where the next token is read */
	bool is_day_first;
};

/* What a phrase came to. */
struct jscan_when_phrase {
	size_t begin, end; /* tokens; end is behind the last */
	struct jscan_when_value from;
	struct jscan_when_value to; /* of a range, else WHEN_NOTHING */
	bool is_list;		    /* "18 and 19 June": two days */
};

/* Before the first look-up of a run; may be called from any thread. */
void jscan_when_prepare(void);

/* A part of it, in when_scan.c. */
void jscan_when_add_beginning(const char *word);

/* Is it a word without which no form is?  Kind and value decide. */
bool jscan_when_is_anchor(const struct jscan_when_token *token);

/* The offset of the first such word or number from `at` on, else `len`. */
size_t jscan_when_find_anchor(const char *text, size_t len, size_t at);

/* The offset of the first word or number from `at` on that may be one. */
size_t jscan_when_find_candidate(const char *text, size_t len, size_t at);

/*
 * Behind the sentence of the anchor, the first one from `from` on, when there
 * is no date in it; 0 when there may be one.  `back` as below.
 */
size_t jscan_when_skip_idle(const char *text, size_t len, size_t from,
			    size_t anchor, size_t back);

/* Where the sentence of the anchor begins, at most `back` bytes before it. */
size_t jscan_when_find_sentence(const char *text, size_t anchor, size_t back);

/* Sets kind, value, flags and cues of a word of `len` bytes. */
void jscan_when_look_up(struct jscan_when_token *token, const char *text,
			size_t len);

/* The same of the ASCII letters that the text begins with; returns their
 * number. */
size_t jscan_when_read_word(struct jscan_when_token *token, const char *text,
			    size_t len);

/*
 * The bytes of a holiday's name that starts at `text`, 0 when there is none;
 * its number goes to *holiday.
 */
size_t jscan_when_match_holiday(int *holiday, const char *text, size_t len);

/* The day of a holiday in a year. */
struct jscan_date jscan_when_holiday_day(int holiday, int year);

/*
 * Reads a run of digits with its separators at `at`; returns the bytes taken.
 * Day or month first is for the ambiguous ones.
 */
size_t jscan_when_scan_number(struct jscan_when_token *token, const char *text,
			      size_t len, size_t at, bool is_day_first);

/*
 * Fills the window from tokens->next on, to the end of the sentence that the
 * byte `anchor` is in, the end of the text, or until it is full.
 */
void jscan_when_fill(struct jscan_when_tokens *tokens, size_t anchor);

/* The longest phrase that starts at the token; false when none does. */
bool jscan_when_read_phrase(struct jscan_when_phrase *out,
			    const struct jscan_when_tokens *tokens, size_t at);

/* Is the token one of the words, in small letters, NULL behind the last? */
bool jscan_when_is_word(const struct jscan_when_tokens *tokens,
			const struct jscan_when_token *token,
			const char *const *words);

/* Does something stand at the token that a number before it may count? */
bool jscan_when_counts_noun(const struct jscan_when_tokens *tokens, size_t at);

/* May it stand as a date where it stands?  (evidence for doubtful words) */
bool jscan_when_is_credible(const struct jscan_when_phrase *phrase,
			    const struct jscan_when_tokens *tokens,
			    bool is_beside_date);

/* The same, of stretches and distances: next week, in two weeks. */
bool jscan_when_is_time_said(const struct jscan_when_phrase *phrase,
			     const struct jscan_when_tokens *tokens);

/* The tense of the clause that the tokens begin to end stand in. */
enum jscan_tense jscan_when_find_tense(const struct jscan_when_tokens *tokens,
				       size_t begin, size_t end);

/* What a value is resolved in. */
struct jscan_when_setting {
	struct jscan_date reference;
	struct jscan_date preceding; /* the date said before; may be unset */
	enum jscan_tense tense;
	bool prefers_next;
	enum jscan_when_mod mod;
	bool is_before; /* the word was before */
	bool is_beginning; /* the words were starting in */
	bool is_range;	/* an end of one: may be the reference itself */
};

struct jscan_when_days {
	struct jscan_date start, end;
	bool is_impossible;
};

/*
 * False when it cannot be resolved: a relative date without a reference, a
 * range that ends before it begins.
 */
bool jscan_when_resolve(struct jscan_when_days *out,
			const struct jscan_when_value *value,
			const struct jscan_when_setting *setting);
bool jscan_when_resolve_range(struct jscan_when_days *out,
			      const struct jscan_when_value *from,
			      const struct jscan_when_value *to,
			      const struct jscan_when_setting *setting);

/* Months, weeks, quarters, years, seasons, and the next or last so many. */
struct jscan_when_days
jscan_when_resolve_period(const struct jscan_when_value *value,
			  const struct jscan_when_setting *setting);

/* Its part that was said: early, end of; and its nth day or weekday. */
struct jscan_when_days
jscan_when_take_part(struct jscan_when_days days,
		     const struct jscan_when_value *value,
		     const struct jscan_when_setting *setting);
struct jscan_when_days
jscan_when_take_nth(struct jscan_when_days days,
		    const struct jscan_when_value *value);

/* Which way an open reading goes: 1 the next, -1 the last, 0 the nearest. */
int jscan_when_direction(const struct jscan_when_setting *setting);

/* Of two days around the reference: is the later one meant? */
bool jscan_when_takes_later(struct jscan_date earlier, struct jscan_date later,
			    const struct jscan_when_setting *setting);

struct jscan_date jscan_when_add_units(struct jscan_date day, int count,
				       uint8_t unit, bool is_business);
struct jscan_date jscan_when_monday_of(struct jscan_date day);

/* The phrase, resolved and with its span; false when it cannot be. */
bool jscan_when_read_item(struct jscan_when *out,
			  const struct jscan_when_tokens *tokens,
			  const struct jscan_when_phrase *phrase,
			  const struct jscan_when_context *context,
			  struct jscan_date preceding);
void jscan_when_set_span(struct jscan_when *item,
			 const struct jscan_when_tokens *tokens, size_t begin,
			 size_t end);

#endif
