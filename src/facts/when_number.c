/*
 * Numbers with what is glued to them: 2026-11-09, 11/9/2026, 9.11.2026, 3/25,
 * 13-15, 10/1-11/7, 9th, 14:00, 9am.  One look at the whole run decides what it
 * is, so that versions, money, phone numbers, addresses and ids are set aside
 * here and never taken apart.
 */
#include "facts/when_internal.h"

#include <string.h>

#include "base/date.h"

#define MAX_GROUPS 6

struct run {
	int value[MAX_GROUPS];
	int digits[MAX_GROUPS];
	char mark[MAX_GROUPS]; /* behind each group, 0 behind the last */
	int count;
	bool is_longer; /* more groups, or more digits, than we know */
	size_t end;
};

static bool is_digit(char c)
{
	return c >= '0' && c <= '9';
}

static bool is_letter(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

static char small(char c)
{
	return c >= 'A' && c <= 'Z' ? (char)(c | 0x20) : c;
}

static void read_run(struct run *run, const char *text, size_t len, size_t at)
{
	memset(run, 0, sizeof(*run));
	for (;;) {
		int value = 0, digits = 0;

		while (at < len && is_digit(text[at])) {
			if (digits < 8)
				value = value * 10 + (text[at] - '0');
			digits++;
			at++;
		}
		if (run->count < MAX_GROUPS && digits <= 8) {
			run->value[run->count] = value;
			run->digits[run->count] = digits;
			run->count++;
		} else {
			run->is_longer = true;
		}
		run->end = at;
		if (at + 1 >= len || !is_digit(text[at + 1]) ||
		    !memchr("./:-,", text[at], 5))
			return;
		if (!run->is_longer)
			run->mark[run->count - 1] = text[at];
		at++;
	}
}

static bool has_marks(const struct run *run, const char *marks)
{
	size_t count = strlen(marks);

	return !run->is_longer && (size_t)run->count == count + 1 &&
	       memcmp(run->mark, marks, count) == 0;
}

/* Short for the years 1970 to 2069. */
static int full_year(int value, int digits)
{
	if (digits != 2)
		return value;
	return value < 70 ? 2000 + value : 1900 + value;
}

static void set_date(struct jscan_when_token *token, int year, int month,
		     int day)
{
	token->kind = WHEN_DATE;
	token->date = jscan_date_make(year, month, day);
}

/*
 * Which of two numbers is the month: one past 12 settles it, else custom; with
 * dots the day is first everywhere.  False when neither can be.
 */
static bool order_pair(int *month, int *day, uint8_t *flags, int a, int b,
		       char mark, bool is_day_first)
{
	if (a > 31 || b > 31 || a < 1 || b < 1 || (a > 12 && b > 12))
		return false;
	if (a > 12)
		*flags |= WHEN_DAY_FIRST;
	else if (b > 12)
		*flags |= WHEN_MONTH_FIRST;
	else if (mark != '.' && a != b)
		*flags |= WHEN_NEEDS_ORDER;
	if (b > 12 || (a <= 12 && mark != '.' && !is_day_first)) {
		*month = a;
		*day = b;
	} else {
		*month = b;
		*day = a;
	}
	return true;
}

static void set_three(struct jscan_when_token *token, const struct run *run,
		      bool is_day_first)
{
	const int *value = run->value, *digits = run->digits;
	bool is_padded = digits[0] == 2 && digits[1] == 2;
	int month, day;

	if (run->mark[0] != run->mark[1] || run->mark[0] == ':' ||
	    run->mark[0] == ',' || digits[1] > 2)
		return;
	if (digits[0] == 4 && digits[2] <= 2) {
		if (value[0] < 1900 || value[0] > 2199)
			return;
		/* Only the full form is sure to be meant as a date. */
		if (run->mark[0] == '.' && (value[1] > 12 || value[2] > 31))
			return;
		set_date(token, value[0], value[1], value[2]);
		return;
	}
	if (digits[0] > 2)
		return;
	/* 1.2.26 is a version; 1-2-26 may be anything. */
	if (digits[2] == 4
		    ? value[2] < 1900 || value[2] > 2199
		    : digits[2] != 2 || (run->mark[0] != '/' && !is_padded))
		return;
	if (order_pair(&month, &day, &token->flags, value[0], value[1],
		       run->mark[0], is_day_first))
		set_date(token, full_year(value[2], digits[2]), month, day);
}

static void set_two(struct jscan_when_token *token, const struct run *run,
		    bool is_day_first)
{
	const int *value = run->value, *digits = run->digits;
	char mark = run->mark[0];
	int month, day;

	if (digits[0] <= 2 && digits[1] == 4 && mark == '/' && value[0] <= 12 &&
	    value[0] >= 1 && value[1] >= 1900 && value[1] <= 2199) {
		token->kind = WHEN_YEAR_MONTH;
		token->date = jscan_date_make(value[1], value[0], 0);
		return;
	}
	if (digits[0] == 4 && digits[1] <= 2 && (mark == '/' || mark == '-') &&
	    value[1] >= 1 && value[1] <= 12 && value[0] >= 1900 &&
	    value[0] <= 2199) {
		token->kind = WHEN_YEAR_MONTH;
		token->date = jscan_date_make(value[0], value[1], 0);
		return;
	}
	if (digits[0] > 2 || digits[1] > 2)
		return;
	if (mark == ':' && value[0] < 25 && value[1] < 60 && digits[1] == 2) {
		token->kind = WHEN_TIME;
		return;
	}
	if (value[0] < 1 || value[1] < 1 || value[0] > 31 || value[1] > 31 ||
	    mark == ',' || mark == ':')
		return;
	if (mark == '-') {
		token->kind = WHEN_DAYS;
		token->extra[0] = (int8_t)value[0];
		token->extra[1] = (int8_t)value[1];
	} else if (order_pair(&month, &day, &token->flags, value[0], value[1],
			      mark, is_day_first)) {
		token->kind = WHEN_PAIR;
		token->value = (unsigned char)mark;
		token->date = jscan_date_make(0, month, day);
	}
}

/* 10/1-11/7, and with a year behind either or both. */
static void set_pairs(struct jscan_when_token *token, const struct run *run,
		      bool is_day_first)
{
	int second = run->count == 6 ? 3 : 2, last = run->count - 1;
	int year = 0, months[2], days[2];

	if (last > second + 1) {
		if (run->digits[last] != 2 && run->digits[last] != 4)
			return;
		year = full_year(run->value[last], run->digits[last]);
		/* 10/1/25-11/7/26 is more than a year. */
		if (second == 3 &&
		    full_year(run->value[2], run->digits[2]) != year)
			return;
	}
	if (!order_pair(&months[0], &days[0], &token->flags, run->value[0],
			run->value[1], '/', is_day_first) ||
	    !order_pair(&months[1], &days[1], &token->flags, run->value[second],
			run->value[second + 1], '/', is_day_first))
		return;
	token->kind = WHEN_PAIRS;
	token->extra[0] = (int8_t)months[0];
	token->extra[1] = (int8_t)days[0];
	token->extra[2] = (int8_t)months[1];
	token->extra[3] = (int8_t)days[1];
	token->value = (int16_t)year;
}

static void set_run(struct jscan_when_token *token, const struct run *run,
		    bool is_day_first)
{
	if (run->is_longer)
		return;
	if (run->count == 1 && run->digits[0] <= 4) {
		token->kind = WHEN_NUMBER;
		token->value = (int16_t)run->value[0];
		token->digits = (int8_t)run->digits[0];
	} else if (run->count == 2) {
		set_two(token, run, is_day_first);
	} else if (has_marks(run, ":-") || has_marks(run, ":-:") ||
		   has_marks(run, "-:") || has_marks(run, "::")) {
		token->kind = WHEN_TIME;
	} else if (run->count == 3) {
		set_three(token, run, is_day_first);
	} else if (has_marks(run, "/-/") || has_marks(run, "/-//") ||
		   has_marks(run, "//-//")) {
		set_pairs(token, run, is_day_first);
	}
}

/* "T14:00:05.25+01:00" or "Z" behind a full date. */
static size_t skip_iso_time(const char *text, size_t len, size_t at)
{
	if (at + 1 >= len || small(text[at]) != 't' || !is_digit(text[at + 1]))
		return at;
	at++;
	while (at < len &&
	       (is_digit(text[at]) || text[at] == ':' ||
		((text[at] == '.' || text[at] == '+' || text[at] == '-') &&
		 at + 1 < len && is_digit(text[at + 1]))))
		at++;
	if (at < len && small(text[at]) == 'z')
		at++;
	return at;
}

/* The letters glued behind a number: 0 none, else how many. */
static size_t count_letters(const char *text, size_t len, size_t at)
{
	size_t count = 0;

	while (at + count < len && count < 16 &&
	       (is_letter(text[at + count]) || (text[at + count] & 0x80)))
		count++;
	return count;
}

static bool ends_ordinal(int value, char a, char b)
{
	int last = value % 10, tens = value / 10 % 10;

	if (a == 't' && b == 'h')
		return true;
	return tens != 1 && ((last == 1 && a == 's' && b == 't') ||
			     (last == 2 && a == 'n' && b == 'd') ||
			     (last == 3 && a == 'r' && b == 'd'));
}

/* am, pm, a.m., with a space before it or none; the bytes taken. */
static size_t match_half_day(const char *text, size_t len, size_t at)
{
	size_t begin = at;

	if (at < len && text[at] == ' ')
		at++;
	if (at >= len || (small(text[at]) != 'a' && small(text[at]) != 'p'))
		return 0;
	at++;
	if (at < len && text[at] == '.')
		at++;
	if (at >= len || small(text[at]) != 'm')
		return 0;
	at++;
	if (at < len && (is_letter(text[at]) || is_digit(text[at])))
		return 0;
	return at - begin;
}

static bool is_time_of_day(const struct run *run)
{
	return !run->is_longer && run->value[0] <= 24 && run->digits[0] <= 2 &&
	       run->count <= 4;
}

/* Letters behind it: an ordinal, hours, a month or quarter, or junk. */
static size_t take_letters(struct jscan_when_token *token,
			   const struct run *run, const char *text, size_t len,
			   size_t at, size_t count)
{
	char a = small(text[at]), b = count > 1 ? small(text[at + 1]) : 0;
	bool is_single = token->kind == WHEN_NUMBER;
	struct jscan_when_token month = {.kind = WHEN_WORD};

	if (is_single && count == 2 && ends_ordinal(token->value, a, b)) {
		token->kind = token->digits <= 2 ? WHEN_ORDINAL : WHEN_JUNK;
		return 2;
	}
	if (is_single && token->digits == 4 && count == 1 &&
	    (a == 'q' || a == 'h'))
		return 0; /* 2026Q1 */
	if (is_single)
		jscan_when_look_up(&month, text + at, count);
	if (month.kind == WHEN_MONTH)
		return 0; /* 14april */
	if (is_time_of_day(run) && (a == 'a' || a == 'p' || a == 'h') &&
	    count <= 3) {
		token->kind = WHEN_TIME;
		if (a == 'h' && at + 1 < len && is_digit(text[at + 1]))
			count += 1;
		while (at + count < len && is_digit(text[at + count]))
			count++;
		return count;
	}
	token->kind = WHEN_JUNK;
	while (at + count < len &&
	       (is_digit(text[at + count]) || is_letter(text[at + count]) ||
		(text[at + count] & 0x80)))
		count++;
	return count;
}

/*
 * Is the stop at `at` that of "9. November 2026"?  Without a year behind the
 * month it may as well end a sentence.
 */
static bool is_ordinal_stop(const struct jscan_when_token *token,
			    const char *text, size_t len, size_t at)
{
	struct jscan_when_token month = {.kind = WHEN_WORD};
	size_t count;

	if (token->kind != WHEN_NUMBER || token->digits > 2 ||
	    token->value > 31 || at >= len || text[at] != '.')
		return false;
	at++;
	if (at < len && text[at] == ' ')
		at++;
	count = count_letters(text, len, at);
	jscan_when_look_up(&month, text + at, count);
	at += count;
	if (month.kind != WHEN_MONTH)
		return false;
	if (at < len && text[at] == '.')
		at++;
	if (len - at < 5 || text[at] != ' ')
		return false;
	return is_digit(text[at + 1]) && is_digit(text[at + 2]) &&
	       is_digit(text[at + 3]) && is_digit(text[at + 4]);
}

size_t jscan_when_scan_number(struct jscan_when_token *token, const char *text,
			      size_t len, size_t at, bool is_day_first)
{
	struct run run;
	size_t end, count;

	read_run(&run, text, len, at);
	token->kind = WHEN_JUNK;
	set_run(token, &run, is_day_first);
	end = run.end;
	if (token->kind == WHEN_DATE)
		end = skip_iso_time(text, len, end);
	count = match_half_day(text, len, end);
	if (count > 0 && is_time_of_day(&run)) {
		token->kind = WHEN_TIME;
		return end + count - at;
	}
	count = count_letters(text, len, end);
	/* A dash, ellipsis or quotation mark in UTF-8 is no letter. */
	if (count > 0 && (unsigned char)text[end] == 0xe2)
		count = 0;
	if (count > 0 && (unsigned char)text[end] == 0xc2)
		count = end + 1 < len && (unsigned char)text[end + 1] == 0xa0
				? 0
				: count;
	if (count > 0)
		end += take_letters(token, &run, text, len, end, count);
	else if (end < len && (text[end] == '%' || text[end] == '_'))
		token->kind = WHEN_JUNK;
	if (is_ordinal_stop(token, text, len, end))
		end++;
	return end - at;
}
