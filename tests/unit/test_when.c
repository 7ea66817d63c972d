/*
 * Dates in prose: each row is a text, the day it is read on, and what must be
 * found: the words, their days.  One line of `found` per date.
 */
#include "unit/check.h"

#include "base/arena.h"
#include "base/date.h"
#include "facts/when.h"

struct row {
	const char *text;
	const char *found; /* "words=day" or "words=day..day", "; " between */
};

static void describe(char *out, size_t room, const char *text,
		     const struct jscan_whens *whens)
{
	size_t used = 0;

	out[0] = '\0';
	for (size_t i = 0; i < whens->count; i++) {
		const struct jscan_when *item = &whens->items[i];
		char start[11], end[11];
		bool is_day = jscan_date_compare(item->start, item->end) == 0;

		jscan_date_format(start, item->start);
		jscan_date_format(end, item->end);
		used += (size_t)snprintf(
			out + used, room - used, "%s%.*s=%s%s%s", i ? "; " : "",
			(int)item->len, text + item->offset,
			item->is_impossible ? "impossible" : start,
			is_day ? "" : "..", is_day ? "" : end);
	}
}

static void check(const struct row *row,
		  const struct jscan_when_context *context)
{
	struct jscan_arena arena;
	struct jscan_whens whens;
	char got[1024];

	jscan_arena_init(&arena);
	jscan_when_find(&whens, row->text, strlen(row->text), context, &arena);
	describe(got, sizeof(got), row->text, &whens);
	if (strcmp(got, row->found) != 0)
		fail_msg("\"%s\": got \"%s\", not \"%s\"", row->text, got,
			 row->found);
	jscan_arena_release(&arena);
}

/* Monday, 9 November 2026. */
static const struct jscan_when_context monday = {.reference = {2026, 11, 9}};

static const struct row contract[] = {
	{"On 2026-11-09 we met.", "2026-11-09=2026-11-09"},
	{"On 2026/11/09 we met.", "2026/11/09=2026-11-09"},
	{"At 2026-11-09T14:00+01:00.", "2026-11-09T14:00+01:00=2026-11-09"},
	{"It was 9 November 2026.", "9 November 2026=2026-11-09"},
	{"It was Nov 9th, 2026.", "Nov 9th, 2026=2026-11-09"},
	{"It was on 11/9/2026.", "11/9/2026=2026-11-09"},
	{"I mailed him on 3/25.", "3/25=2026-03-25"},
	{"We will know by the 19th.", "the 19th=2026-11-19"},
	{"They will pick by Halloween.", "Halloween=2027-10-31"},
	{"She will call tomorrow.", "tomorrow=2026-11-10"},
	{"She will call on Friday.", "Friday=2026-11-13"},
	{"She will call next Tuesday.", "next Tuesday=2026-11-17"},
	{"She will call this Tuesday.", "this Tuesday=2026-11-10"},
	{"I will write in two weeks.", "in two weeks=2026-11-23"},
	{"I will write in a couple of days.", "in a couple of days=2026-11-11"},
	{"I will write in a few days.", "in a few days=2026-11-12"},
	{"I will write in a fortnight.", "in a fortnight=2026-11-23"},
	{"They decide at the end of next week.",
	 "the end of next week=2026-11-20..2026-11-22"},
	{"They decide at the beginning of next week.",
	 "the beginning of next week=2026-11-16..2026-11-18"},
	{"They start in early December.",
	 "early December=2026-12-01..2026-12-10"},
	{"They start in mid December.", "mid December=2026-12-11..2026-12-20"},
	{"They start in late December.",
	 "late December=2026-12-21..2026-12-31"},
	{"They start at the end of the month.",
	 "the end of the month=2026-11-21..2026-11-30"},
	{"Hiring starts in March.", "March=2027-03-01..2027-03-31"},
	{"Hiring starts in Q2.", "Q2=2027-04-01..2027-06-30"},
	{"The invitation says 2026-02-30.", "2026-02-30=impossible"},
	{"It was in 2019.", ""},
	{"Running 2.4.1, scored 4/5, costs $12.50.", ""},
	{"Call (555) 010-0199 or 555-0147.", ""},
	{"They may march on.", ""},
	{"From day one at 14:00 for five weeks.", ""},
};

static void the_examples_of_the_contract_are_read(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT_OF(contract); i++)
		check(&contract[i], &monday);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_examples_of_the_contract_are_read),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
