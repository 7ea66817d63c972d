/*
 * Finds telephone numbers: a run of digits and separators is taken whole, then
 * judged by its shape, its label and what stands around it.  Numbers are kept
 * as written.
 */
#include "facts/phone.h"

#include <string.h>
#include <strings.h>

#include "base/eight.h"

#define MOST_GROUPS 8
#define MOST_DIGITS 15

struct run { /* groups of digits with separators between them */
	size_t start;
	size_t end;
	size_t digits;
	size_t groups;
	size_t group_digits[MOST_GROUPS];
	char separators[MOST_GROUPS]; /* before each group */
	bool has_plus;
	bool has_parenthesis;
	bool has_zero; /* the first digit is 0 */
	char first;
};

static bool is_digit(char c)
{
	return c >= '0' && c <= '9';
}

static bool is_alpha(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
	       (unsigned char)c >= 0x80;
}

/* Bytes of a separator inside a number, with *kind its ASCII likeness. */
static size_t separator_bytes(const char *text, size_t len, size_t pos,
			      char *kind)
{
	static const struct {
		const char *bytes;
		char kind;
	} wide[] = {{"\xc2\xa0", ' '},	   {"\xe2\x80\xaf", ' '},
		    {"\xe2\x80\x89", ' '}, {"\xe2\x80\x90", '-'},
		    {"\xe2\x80\x91", '-'}, {"\xe2\x80\x93", '-'}};

	*kind = text[pos];
	switch (text[pos]) {
	case ' ':
	case '-':
	case '.':
	case '/':
	case '(':
	case ')':
		return 1;
	default:
		if (!(text[pos] & 0x80))
			return 0;
	}
	for (size_t i = 0; i < sizeof(wide) / sizeof(wide[0]); i++) {
		size_t bytes = strlen(wide[i].bytes);

		if (len - pos >= bytes &&
		    memcmp(text + pos, wide[i].bytes, bytes) == 0) {
			*kind = wide[i].kind;
			return bytes;
		}
	}
	return 0;
}

/*
 * Reads separators up to the next digit: at most three, and only in an order
 * that people write ("(0)", ") ", " - ").  Returns the offset of the digit, or
 * `pos` when the number ends here.
 */
static size_t skip_separators(struct run *run, const char *text, size_t len,
			      size_t pos, char *kind)
{
	size_t at = pos, count = 0;
	char strongest = ' ';

	while (at < len && count < 4) {
		char c;
		size_t bytes = separator_bytes(text, len, at, &c);

		if (bytes == 0)
			break;
		if (c == '(' || c == ')')
			run->has_parenthesis = true;
		if (c != ' ')
			strongest = c;
		at += bytes;
		count++;
	}
	*kind = strongest;
	/* "312-555-0133. 5 people came": but "(202). 555-0142" is a number. */
	if (count > 1 && text[pos] == '.')
		return pos;
	if (count == 0 || count > 3 || at >= len || !is_digit(text[at]))
		return pos;
	return at;
}

/* North America: 3-3-4, with or without a leading 1. */
static bool is_american(const struct run *run)
{
	const size_t *n = run->group_digits;
	size_t at = run->first == '1' && run->groups > 1 && n[0] == 1 ? 1 : 0;

	if (run->groups - at == 3 && n[at] == 3 && n[at + 1] == 3 &&
	    n[at + 2] == 4)
		return true;
	return run->groups - at == 2 && n[at] == 3 && n[at + 1] == 7 &&
	       run->has_parenthesis;
}

static void read_run(struct run *run, const char *text, size_t len, size_t pos)
{
	char kind = 0;

	memset(run, 0, sizeof(*run));
	run->start = pos;
	if (text[pos] == '+') {
		run->has_plus = true;
		pos++;
	}
	if (pos < len && text[pos] == '(') {
		run->has_parenthesis = true;
		pos++;
		if (pos < len && text[pos] == '+') {
			run->has_plus = true;
			pos++;
		}
	}
	run->first = pos < len ? text[pos] : '\0';
	run->has_zero = run->first == '0';
	run->end = pos;
	while (pos < len && is_digit(text[pos])) {
		size_t count = 0;

		while (pos + count < len && is_digit(text[pos + count]))
			count++;
		if (run->groups < MOST_GROUPS) {
			run->group_digits[run->groups] = count;
			run->separators[run->groups] = kind;
		}
		run->groups++;
		run->digits += count;
		run->end = pos + count;
		pos = skip_separators(run, text, len, run->end, &kind);
		/* "312-555-0133 773-555-0190" are two. */
		if (pos == run->end ||
		    ((kind == ' ' || kind == '(') && run->groups > 2 &&
		     run->separators[2] != ' ' && is_american(run)))
			break;
	}
}

static bool has_groups(const struct run *run, size_t count, size_t a, size_t b,
		       size_t c)
{
	return run->groups == count && run->group_digits[0] == a &&
	       (count < 2 || run->group_digits[1] == b) &&
	       (count < 3 || run->group_digits[2] == c);
}

/* 2026-01-09, 09.01.2026, 1/9/26, 14.00: never a telephone number. */
static bool looks_like_date(const struct run *run)
{
	char a = run->separators[1], b = run->separators[2];
	const size_t *n = run->group_digits;

	if (run->groups < 3 || a != b || (a != '-' && a != '/' && a != '.'))
		return false;
	if (n[0] == 4 && n[1] <= 2 && n[2] <= 2)
		return true;
	return n[0] <= 2 && n[1] <= 2 && (n[2] == 4 || n[2] == 2) &&
	       (run->groups == 3 || run->separators[3] == ' ');
}

/* Elsewhere: a leading 0 (trunk prefix) and separated groups. */
static bool is_trunk(const struct run *run)
{
	return run->has_zero && run->groups >= 2 && run->digits >= 8 &&
	       run->digits <= 13 && run->group_digits[0] >= 2 &&
	       run->group_digits[0] <= 6;
}

/* Is `word` the last word before `pos`, blanks and . : between them allowed? */
static bool ends_with_word(const char *text, size_t pos, const char *word)
{
	size_t bytes = strlen(word);

	return pos >= bytes &&
	       strncasecmp(text + pos - bytes, word, bytes) == 0 &&
	       (pos == bytes || !is_alpha(text[pos - bytes - 1]));
}

static size_t skip_label_marks(const char *text, size_t pos)
{
	while (pos > 0 && strchr(" :.(*_#\t", text[pos - 1]) != NULL)
		pos--;
	return pos;
}

static bool has_label(const char *text, size_t start)
{
	static const char *const labels[] = {"tel",
					     "phone",
					     "telephone",
					     "mobile",
					     "mobil",
					     "cell",
					     "call",
					     "direct",
					     "line",
					     "ring",
					     "text",
					     "whatsapp",
					     "signal",
					     "handy",
					     "telefon",
					     "fon",
					     "ph",
					     "mob",
					     "dial",
					     "callback",
					     "landline",
					     "sms",
					     "at",
					     "on",
					     "office",
					     "desk",
					     "work",
					     "home",
					     "t",
					     "m",
					     "p",
					     "c",
					     "\xe2\x98\x8e",
					     "\xf0\x9f\x93\x9e",
					     "\xf0\x9f\x93\xb1",
					     "\xe2\x98\x8e\xef\xb8\x8f",
					     "phone number",
					     "cell number",
					     "mobile number",
					     "her number",
					     "his number",
					     "their number",
					     "number is"};
	size_t end = skip_label_marks(text, start);

	for (size_t i = 0; i < sizeof(labels) / sizeof(labels[0]); i++) {
		/* One letter and "at" alone say nothing without a colon. */
		if (strlen(labels[i]) <= 2 && labels[i][0] < 'w' &&
		    strcmp(labels[i], "ph") != 0 &&
		    (end >= start || text[end] != ':'))
			continue;
		if (ends_with_word(text, end, labels[i]))
			return true;
	}
	return false;
}

/* Words before digits that make them something else. */
static bool has_other_label(const char *text, size_t start)
{
	static const char *const labels[] = {
		"id",	    "req",     "ref",	      "reference", "order",
		"ticket",   "case",    "invoice",     "iban",	   "pin",
		"passcode", "code",    "no",	      "nr",	   "job",
		"room",	    "version", "isbn",	      "account",   "fax",
		"password", "#",       "requisition", "posting",   "vacancy",
		"badge",    "issue",   "zip",	      "postcode"};
	size_t end = skip_label_marks(text, start);

	for (size_t i = 0; i < sizeof(labels) / sizeof(labels[0]); i++)
		if (ends_with_word(text, end, labels[i]))
			return true;
	return false;
}

/* What stands right before or behind that no telephone number has. */
static bool is_inside_other(const char *text, size_t len, const struct run *run)
{
	if (run->start > 0) {
		char before = text[run->start - 1];

		if (is_digit(before) ||
		    (is_alpha(before) && (unsigned char)before < 0x80) ||
		    strchr("$#/@_=-.%&?+,", before) != NULL)
			return !(before == ',' || before == '/') ||
			       (run->start > 1 && text[run->start - 2] != ' ' &&
				before == '/') ||
			       (before == ',' && run->start > 1 &&
				is_digit(text[run->start - 2]));
		if (run->start >= 3 &&
		    memcmp(text + run->start - 3, "\xe2\x82\xac", 3) == 0)
			return true; /* the sign of the euro */
		if (run->start >= 2 &&
		    memcmp(text + run->start - 2, "\xc2\xa3", 2) == 0)
			return true; /* of the pound */
	}
	if (run->end < len) {
		const char *after = text + run->end;
		size_t left = len - run->end;

		if (strchr("%@_=#$", *after) != NULL || *after == ':' ||
		    (is_alpha(*after) && (unsigned char)*after < 0x80 &&
		     *after != 'x'))
			return !(*after == ':' &&
				 (left < 2 || !is_digit(after[1])));
		if ((left >= 3 && memcmp(after, "\xe2\x82\xac", 3) == 0) ||
		    (left >= 4 && memcmp(after, " \xe2\x82\xac", 4) == 0))
			return true;
		if (left > 1 && (*after == ',' || *after == '.') &&
		    is_digit(after[1]))
			return true; /* 100,000 */
	}
	return false;
}

/* Is `start` inside a word with :// or www. or @ in it? */
static bool is_in_address(const char *text, size_t start)
{
	size_t at = start, most = 200;

	while (at > 0 && most-- > 0 && strchr(" \n\t<>|", text[at - 1]) == NULL)
		at--;
	for (; at + 2 < start; at++)
		if (memcmp(text + at, "://", 3) == 0 || text[at] == '@' ||
		    strncasecmp(text + at, "www", 3) == 0)
			return true;
	return false;
}

static bool judge(struct jscan_phone *out, const char *text, size_t len,
		  const struct run *run)
{
	if (run->digits < 7 || run->digits > MOST_DIGITS ||
	    run->groups > MOST_GROUPS || is_inside_other(text, len, run) ||
	    is_in_address(text, run->start))
		return false;
	if (run->has_plus) {
		size_t label = skip_label_marks(text, run->start);

		out->sureness = JSCAN_PHONE_CERTAIN;
		return run->digits >= 8 && !ends_with_word(text, label, "fax");
	}
	if (looks_like_date(run) || has_other_label(text, run->start))
		return false;
	out->sureness = JSCAN_PHONE_LABELLED;
	if (has_label(text, run->start))
		return true;
	out->sureness = JSCAN_PHONE_CERTAIN;
	if (is_american(run) || is_trunk(run) ||
	    (run->first == '0' && run->digits >= 11 && run->digits <= 14 &&
	     run->groups >= 2))
		return true;
	out->sureness = JSCAN_PHONE_BARE;
	return (has_groups(run, 2, 3, 4, 0) && run->separators[1] == '-') ||
	       (run->groups == 1 && run->digits >= 10 && run->digits <= 12) ||
	       (run->has_parenthesis && run->digits >= 8 && run->groups >= 2);
}

/* " ext. 12", " x12" behind a number. */
static size_t extension_bytes(const char *text, size_t len, size_t pos)
{
	static const char *const words[] = {"extension", "ext.",      "ext",
					    "x",	 "durchwahl", "dw"};
	size_t at = pos;

	while (at < len && (text[at] == ' ' || text[at] == ',') && at - pos < 2)
		at++;
	for (size_t i = 0; i < sizeof(words) / sizeof(words[0]); i++) {
		size_t bytes = strlen(words[i]), digits = 0, end;

		if (len - at < bytes ||
		    strncasecmp(text + at, words[i], bytes) != 0)
			continue;
		end = at + bytes;
		if (end < len && text[end] == ' ')
			end++;
		while (end + digits < len && is_digit(text[end + digits]))
			digits++;
		if (digits >= 1 && digits <= 6)
			return end + digits - pos;
	}
	return 0;
}

/* An opening parenthesis that belongs to other words is left out. */
static void drop_parenthesis(struct run *run, const char *text)
{
	if (text[run->start] == '(' &&
	    memchr(text + run->start, ')', run->end - run->start) == NULL)
		run->start++;
}

/* Past what no number begins with: nearly every byte. */
static size_t find_number(const char *text, size_t len, size_t pos)
{
	for (; pos + 8 <= len; pos += 8) {
		uint64_t found = jscan_eight_between(
			jscan_eight_load(text + pos), '(', '9');

		if (found)
			return pos + jscan_eight_first(found);
	}
	return pos;
}

bool jscan_phone_next(struct jscan_phone *out, const char *text, size_t len,
		      size_t pos)
{
	while ((pos = find_number(text, len, pos)) < len) {
		struct run run;
		char c = text[pos];
		size_t end;

		if (!is_digit(c) &&
		    !((c == '+' || c == '(') && pos + 1 < len &&
		      (is_digit(text[pos + 1]) || text[pos + 1] == '+' ||
		       text[pos + 1] == '('))) {
			pos++;
			continue;
		}
		read_run(&run, text, len, pos);
		end = run.end > pos ? run.end : pos + 1;
		drop_parenthesis(&run, text);
		if (judge(out, text, len, &run)) {
			out->offset = run.start;
			out->len = run.end - run.start +
				   extension_bytes(text, len, run.end);
			return true;
		}
		pos = end;
	}
	return false;
}

bool jscan_phone_is_value(const char *text, size_t len)
{
	size_t digits = 0, letters = 0;

	for (size_t i = 0; i < len; i++) {
		digits += is_digit(text[i]);
		letters += is_alpha(text[i]) && (unsigned char)text[i] < 0x80;
	}
	return digits >= 5 && digits <= 20 && letters <= 10;
}
