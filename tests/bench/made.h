/*
 * A made-up journal in the making: what is random, the company at hand, and
 * the text of one file, with what adds a date, a person or a sentence to it.
 * generate.c and compose.c are the two halves that use it.
 */
#ifndef JSCAN_BENCH_MADE_H
#define JSCAN_BENCH_MADE_H

#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "words.h"

#define MADE_AS_OF \
	20772 /* 2026-11-15, the day that bench.py takes for today \
	       */

#define COUNT(table) (sizeof(table) / sizeof((table)[0]))

/* Any of a table, and the next sentence of one: these do not repeat soon. */
#define PICK(j, table) ((table)[below((j), COUNT(table))])
#define NEXT(j, table) ((table)[turn(j) % COUNT(table)])

enum jscan_made_manner { EVENTS, APPLICATIONS, OBSIDIAN };

enum jscan_made_kind { APPLICATION, INTERVIEW, MOCK, REJECTION, OFFER, TOUCH };

static const char *const kind_names[] = {"application", "interview", "mock",
					 "rejection",	"offer",     "touch"};

/* How a company's files write dates. */
enum jscan_made_dates { ISO, DAY_FIRST, MONTH_FIRST, NUMBERS };

struct jscan_made_person {
	const struct jscan_made_name *first;
	const struct jscan_made_name *last;
	const char *tail; /* of the last name, or "" */
	char initial;	  /* of a name between them, or '\0' */
	const char *title;
	unsigned phone; /* which of the numbers kept for made-up people */
};

struct jscan_made_company {
	char name[64];
	char slug[64];
	enum jscan_made_manner manner;
	enum jscan_made_dates dates;
	bool capitals; /* front matter keys start with one */
	const char *role;
	struct jscan_made_person people[4];
	unsigned person_count;
	unsigned file_count;
	bool given_up; /* no more is heard of it after the closing */
	int day;       /* of the first event, in days after 1970-01-01 */
};

struct jscan_made {
	uint64_t random;
	unsigned turn;
	unsigned people;
	const struct jscan_made_person *said; /* the one named last */
	unsigned written_files;
	size_t written_bytes;
	struct jscan_made_company company;
	int day; /* of the event being written */
	size_t len;
	char text[65536];
};

/* The file of one event, of a whole application, and an ordinary note. */
void jscan_made_event(struct jscan_made *j, enum jscan_made_kind kind);
void jscan_made_application(struct jscan_made *j);
void jscan_made_note(struct jscan_made *j);

/* What follows an event; `left` are still to come, that one included. */
enum jscan_made_kind jscan_made_next(struct jscan_made *j,
				     enum jscan_made_kind kind, unsigned left);
int jscan_made_gap_days(struct jscan_made *j, enum jscan_made_kind kind);

/* The generator known as splitmix64. */
static inline uint64_t next(struct jscan_made *j)
{
	uint64_t x = j->random += 0x9e3779b97f4a7c15u;

	x = (x ^ (x >> 30)) * 0xbf58476d1ce4e5b9u;
	x = (x ^ (x >> 27)) * 0x94d049bb133111ebu;
	return x ^ (x >> 31);
}

static inline unsigned below(struct jscan_made *j, size_t limit)
{
	return (unsigned)(((next(j) >> 32) * limit) >> 32);
}

static inline unsigned turn(struct jscan_made *j)
{
	return j->turn += 1 + below(j, 3);
}

static inline bool chance(struct jscan_made *j, unsigned percent)
{
	return below(j, 100) < percent;
}

static inline void put_bytes(struct jscan_made *j, const char *bytes,
			     size_t len)
{
	if (len > sizeof(j->text) - j->len) {
		fputs("generate: a file outgrew its buffer\n", stderr);
		exit(2);
	}
	memcpy(j->text + j->len, bytes, len);
	j->len += len;
}

static inline void put(struct jscan_made *j, const char *string)
{
	put_bytes(j, string, strlen(string));
}

static inline void put_number(struct jscan_made *j, unsigned number,
			      unsigned width)
{
	char digits[16];
	int len = snprintf(digits, sizeof(digits), "%0*u", (int)width, number);

	put_bytes(j, digits, (size_t)len);
}

/* Proleptic Gregorian calendar, by eras of 400 years starting in March. */
static inline void split_day(int days, unsigned *year, unsigned *month,
			     unsigned *day)
{
	unsigned n = (unsigned)days + 719468;
	unsigned era = n / 146097;
	unsigned in_era = n % 146097;
	unsigned years =
		(in_era - in_era / 1460 + in_era / 36524 - in_era / 146096) /
		365;
	unsigned in_year = in_era - (365 * years + years / 4 - years / 100);
	unsigned shifted = (5 * in_year + 2) / 153;

	*day = in_year - (153 * shifted + 2) / 5 + 1;
	*month = shifted < 10 ? shifted + 3 : shifted - 9;
	*year = years + era * 400 + (*month <= 2);
}

static inline void put_date(struct jscan_made *j, int days,
			    enum jscan_made_dates style)
{
	unsigned year, month, day;

	split_day(days, &year, &month, &day);
	switch (style) {
	case ISO:
		put_number(j, year, 4);
		put(j, "-");
		put_number(j, month, 2);
		put(j, "-");
		put_number(j, day, 2);
		break;
	case DAY_FIRST:
		put_number(j, day, 1);
		put(j, " ");
		put(j, months[month - 1]);
		put(j, " ");
		put_number(j, year, 4);
		break;
	case MONTH_FIRST:
		put_bytes(j, months[month - 1], 3);
		put(j, " ");
		put_number(j, day, 1);
		put(j, ", ");
		put_number(j, year, 4);
		break;
	case NUMBERS:
		put_number(j, month, 1);
		put(j, "/");
		put_number(j, day, 1);
		put(j, "/");
		put_number(j, year, 4);
		break;
	}
}

static inline const struct jscan_made_person *somebody(struct jscan_made *j)
{
	return &j->company.people[below(j, j->company.person_count)];
}

static inline void put_person(struct jscan_made *j,
			      const struct jscan_made_person *who)
{
	put(j, who->first->shown);
	put(j, " ");
	if (who->initial) {
		put_bytes(j, &who->initial, 1);
		put(j, ". ");
	}
	put(j, who->last->shown);
	put(j, who->tail);
}

static inline void put_mail(struct jscan_made *j,
			    const struct jscan_made_person *who)
{
	put(j, who->first->mail);
	put(j, ".");
	put(j, who->last->mail);
	put(j, who->tail);
	put(j, "@");
	put(j, j->company.slug);
	put(j, ".example");
}

/* A number of the North American range for fiction, each one somebody's. */
static inline void put_phone(struct jscan_made *j,
			     const struct jscan_made_person *who)
{
	put(j, "+1 ");
	put_number(j, 212 + who->phone / 100 % 780, 3);
	put(j, " 555-01");
	put_number(j, who->phone % 100, 2);
}

/* Adds a template of words.h; the letters are explained there. */
static inline void put_words(struct jscan_made *j, const char *template)
{
	const char *mark;

	while ((mark = strchr(template, '%'))) {
		put_bytes(j, template, (size_t)(mark - template));
		template = mark + 2;
		switch (mark[1]) {
		case 'c':
			put(j, j->company.name);
			break;
		case 'e':
			put(j, j->company.slug);
			put(j, ".example");
			break;
		case 'f':
			j->said = somebody(j);
			put(j, j->said->first->shown);
			break;
		case 'p':
			j->said = somebody(j);
			put_person(j, j->said);
			break;
		case 'm':
			put_mail(j, j->said);
			break;
		case 'o':
			put_phone(j, j->said);
			break;
		case 't':
			put(j, PICK(j, topics));
			break;
		case 'w':
			put(j, PICK(j, weekdays));
			break;
		case 'd':
			put_date(j, j->day + 3 + (int)below(j, 20),
				 j->company.dates);
			break;
		case 's':
			put_number(j, 2 + below(j, 8), 1);
			break;
		case 'n':
			put_number(j, 10 + below(j, 80), 1);
			break;
		default:
			put(j, "%");
		}
	}
	put(j, template);
}

#endif
