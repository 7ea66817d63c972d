/*
 * The table of forms and the patterns in it; see when_forms.c for how a
 * pattern reads.  Private to the reading of phrases.
 */
#ifndef JSCAN_FACTS_WHEN_TABLE_H
#define JSCAN_FACTS_WHEN_TABLE_H

#include "facts/when_internal.h"

/* A way to write a date, and the value that it has. */
struct jscan_when_form {
	const char *pattern;
	const char *fields; /* where the elements' values go, one letter each:
			       d m y, D the last day of a range, n count,
			       e its end (two to three),
			       u unit, w weekday, v the value of the kind,
			       t a date in digits, . nothing */
	uint8_t kind;	    /* enum jscan_when_value_kind */
	int8_t step;
	int8_t count; /* when the words say it and no number does */
};

enum jscan_when_prefix_kind {
	WHEN_P_PART,	/* end of ... */
	WHEN_P_SHIFT,	/* three days after ... */
	WHEN_P_LASTING, /* three days starting ... */
	WHEN_P_NTH,	/* first Monday of ... */
	WHEN_P_WEEK_OF,
	WHEN_P_DAY_OF /* the 20th of next month */
};

/* Words before a date that make another date of it. */
struct jscan_when_prefix {
	const char *pattern;
	const char *fields; /* n count, u unit, o the nth, w its weekday,
			       U its unit, p the part */
	uint8_t kind;
	int8_t sign; /* -1: back in time, or counted from the end */
};

#define WHEN_CAPTURES 12

/* What a pattern matched: the tokens with a value, in their order. */
struct jscan_when_match {
	size_t end; /* the token behind it */
	const struct jscan_when_token *token[WHEN_CAPTURES];
	int value[WHEN_CAPTURES];
	size_t count;
	bool is_business;
	int more_days; /* of an amount: the days above its unit */
};

/* The rows among which those are that a kind of token may begin. */
void jscan_when_get_forms(const struct jscan_when_form **out, size_t *count,
			  uint8_t kind);
/* Those that a number may begin too. */
void jscan_when_get_amounts(const struct jscan_when_form **out, size_t *count);
void jscan_when_get_prefixes(const struct jscan_when_prefix **out,
			     size_t *count, uint8_t kind);

bool jscan_when_match_pattern(struct jscan_when_match *out,
			      const struct jscan_when_tokens *tokens, size_t at,
			      const char *pattern);

/* The value of a row that matched; false when it makes no sense. */
bool jscan_when_build(struct jscan_when_value *out,
		      const struct jscan_when_form *form,
		      const struct jscan_when_match *match,
		      const struct jscan_when_token *first);

/* A row that a kind of token may begin, and what may stand behind it. */
struct jscan_when_row {
	const struct jscan_when_form *form;
	uint64_t seconds; /* bits of kinds */
};

struct jscan_when_prefix_row {
	const struct jscan_when_prefix *prefix;
	uint64_t seconds;
};

/* All of one kind. */
struct jscan_when_rows {
	const struct jscan_when_row *rows;
	const struct jscan_when_prefix_row *prefixes;
	size_t count;
	size_t prefix_count;
	uint64_t seconds; /* of any of them */
};

extern struct jscan_when_rows jscan_when_rows[128];

/* Fills them; a part of jscan_when_prepare(). */
void jscan_when_prepare_rows(void);

/* The longest row at a token, alone and behind prefixes; 0 for none. */
size_t jscan_when_read_form(struct jscan_when_value *out,
			    const struct jscan_when_tokens *tokens, size_t at);
size_t jscan_when_read_value(struct jscan_when_value *out,
			     const struct jscan_when_tokens *tokens, size_t at);

/* The kind of a token, 0 behind the last. */
static inline uint8_t jscan_when_kind_at(const struct jscan_when_tokens *tokens,
					 size_t at)
{
	return at < tokens->count ? tokens->items[at].kind : 0;
}

/* Some kinds share a bit: a row is then tried for nothing. */
static inline uint64_t jscan_when_bit(uint8_t kind)
{
	return (uint64_t)1 << (kind & 63);
}

/* The bit of the token behind, or of the one behind "the" there. */
static inline uint64_t
jscan_when_second_bit(const struct jscan_when_tokens *tokens, size_t at)
{
	uint8_t kind = jscan_when_kind_at(tokens, at + 1);

	if (kind == WHEN_THE)
		kind = jscan_when_kind_at(tokens, at + 2);
	return jscan_when_bit(kind);
}

/* May any row begin at the token, or at the one behind "the"? */
static inline bool jscan_when_may_begin(const struct jscan_when_tokens *tokens,
					size_t at)
{
	uint8_t kind = jscan_when_kind_at(tokens, at);

	if (kind == WHEN_THE)
		kind = jscan_when_kind_at(tokens, ++at);
	return (jscan_when_rows[kind].seconds &
		jscan_when_second_bit(tokens, at)) != 0;
}

#endif
