/*
 * Holidays by name: on a fixed day, on the nth weekday of a month, or so many
 * days from Easter (the Gregorian one, by the usual arithmetic of 19-year
 * cycles).
 */
#include "facts/when_internal.h"

#include <string.h>

#include "base/date.h"

enum rule { ON_DAY, ON_NTH, FROM_EASTER };

struct holiday {
	const char *name; /* small letters, no apostrophes */
	enum rule rule;
	int month;
	int day;     /* or the nth, -1 the last; or the days from Easter */
	int weekday; /* 0 Monday */
	int extra;   /* days behind that */
};

#define DAY(name, month, day) \
	{ \
		name, ON_DAY, month, day, 0, 0 \
	}
#define NTH(name, month, nth, weekday) \
	{ \
		name, ON_NTH, month, nth, weekday, 0 \
	}
#define EASTER(name, days) \
	{ \
		name, FROM_EASTER, 0, days, 0, 0 \
	}

/* A longer name stands before a shorter one that it starts with. */
static const struct holiday holidays[] = {
	DAY("all saints day", 11, 1),
	DAY("all souls day", 11, 2),
	DAY("armistice day", 11, 11),
	EASTER("ascension day", 39),
	EASTER("ash wednesday", -46),
	DAY("bastille day", 7, 14),
	{"black friday", ON_NTH, 11, 4, 3, 1},
	DAY("bonfire night", 11, 5),
	DAY("boxing day", 12, 26),
	DAY("christmas eve", 12, 24),
	DAY("christmas day", 12, 25),
	DAY("christmas", 12, 25),
	NTH("columbus day", 10, 2, 0),
	EASTER("corpus christi", 60),
	{"cyber monday", ON_NTH, 11, 4, 3, 4},
	EASTER("easter monday", 1),
	EASTER("easter mon", 1),
	EASTER("easter sunday", 0),
	EASTER("easter saturday", -1),
	EASTER("easter", 0),
	DAY("earth day", 4, 22),
	NTH("fathers day", 6, 3, 6),
	EASTER("good friday", -2),
	DAY("guy fawkes night", 11, 5),
	DAY("guy fawkes day", 11, 5),
	DAY("halloween", 10, 31),
	EASTER("holy saturday", -1),
	EASTER("holy thursday", -3),
	DAY("independence day", 7, 4),
	NTH("indigenous peoples day", 10, 2, 0),
	DAY("juneteenth", 6, 19),
	NTH("labor day", 9, 1, 0),
	DAY("labour day", 5, 1),
	EASTER("mardi gras", -47),
	NTH("martin luther king day", 1, 3, 0),
	NTH("martin luther king jr day", 1, 3, 0),
	EASTER("maundy thursday", -3),
	NTH("memorial day", 5, -1, 0),
	NTH("mlk day", 1, 3, 0),
	NTH("mothers day", 5, 2, 6),
	DAY("new years eve", 12, 31),
	DAY("new year eve", 12, 31),
	DAY("new years day", 1, 1),
	DAY("new year day", 1, 1),
	DAY("new years", 1, 1),
	EASTER("palm sunday", -7),
	EASTER("pancake day", -47),
	EASTER("pentecost", 49),
	NTH("presidents day", 2, 3, 0),
	DAY("remembrance day", 11, 11),
	DAY("saint patricks day", 3, 17),
	DAY("saint patrick day", 3, 17),
	DAY("saint stephens day", 12, 26),
	EASTER("shrove tuesday", -47),
	DAY("st patricks day", 3, 17),
	DAY("st patrick day", 3, 17),
	DAY("st stephens day", 12, 26),
	NTH("thanksgiving day", 11, 4, 3),
	NTH("thanksgiving", 11, 4, 3),
	DAY("valentines day", 2, 14),
	DAY("valentine day", 2, 14),
	DAY("valentines", 2, 14),
	DAY("veterans day", 11, 11),
	EASTER("whit sunday", 49),
	EASTER("whit monday", 50),
	DAY("xmas eve", 12, 24),
	DAY("xmas day", 12, 25),
	DAY("xmas", 12, 25),
};

static size_t apostrophe_size(const char *text, size_t len, size_t at)
{
	if (text[at] == '\'')
		return 1;
	return at + 2 < len && memcmp(text + at, "\xe2\x80\x99", 3) == 0 ? 3
									 : 0;
}

static bool is_word_byte(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
	       (c >= '0' && c <= '9') || (c & 0x80);
}

static size_t match_name(const char *name, const char *text, size_t len)
{
	size_t at = 0;

	for (; *name; name++) {
		size_t size;

		while (at < len && (size = apostrophe_size(text, len, at)) > 0)
			at += size;
		if (*name == ' ') {
			/* "St. Patrick", a line break, one space or two. */
			if (at < len && text[at] == '.')
				at++;
			if (at >= len || !memchr(" \t\n\r", text[at], 4))
				return 0;
			for (int i = 0; i < 4 && at < len &&
					memchr(" \t\n\r", text[at], 4);
			     i++)
				at++;
			continue;
		}
		if (at >= len || (char)(text[at] | 0x20) != *name)
			return 0;
		at++;
	}
	/* "Valentine's": the name may end in an 's of its own. */
	if (at < len && apostrophe_size(text, len, at) == 0 &&
	    is_word_byte(text[at]))
		return 0;
	return at;
}

size_t jscan_when_match_holiday(int *holiday, const char *text, size_t len)
{
	size_t count = sizeof(holidays) / sizeof(holidays[0]);
	char first = (char)(text[0] | 0x20);

	for (size_t i = 0; i < count; i++) {
		size_t size;

		if (holidays[i].name[0] > first)
			return 0;
		if (holidays[i].name[0] < first)
			continue;
		size = match_name(holidays[i].name, text, len);
		if (size > 0) {
			*holiday = (int)i;
			return size;
		}
	}
	return 0;
}

static struct jscan_date easter_sunday(int year)
{
	int a = year % 19, b = year / 100, c = year % 100;
	int d = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
	int e = (32 + 2 * (b % 4) + 2 * (c / 4) - d - c % 4) % 7;
	int f = d + e - 7 * ((a + 11 * d + 22 * e) / 451) + 114;

	return jscan_date_make(year, f / 31, f % 31 + 1);
}

static struct jscan_date nth_weekday(int year, int month, int nth, int weekday)
{
	int last = jscan_date_month_days(year, month);
	int first = jscan_date_weekday(jscan_date_make(year, month, 1));
	int day = 1 + (weekday - first + 7) % 7;

	if (nth < 0)
		day += (last - day) / 7 * 7;
	else
		day += (nth - 1) * 7;
	return jscan_date_make(year, month, day);
}

struct jscan_date jscan_when_holiday_day(int number, int year)
{
	const struct holiday *holiday = &holidays[number];

	switch (holiday->rule) {
	case FROM_EASTER:
		return jscan_date_add_days(easter_sunday(year), holiday->day);
	case ON_NTH:
		return jscan_date_add_days(nth_weekday(year, holiday->month,
						       holiday->day,
						       holiday->weekday),
					   holiday->extra);
	default:
		return jscan_date_make(year, holiday->month, holiday->day);
	}
}
