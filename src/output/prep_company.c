/* Which company the page before an interview is about. */
#include "output/prep.h"

#include <string.h>

#include "base/date.h"
#include "base/error.h"
#include "model/company.h"

/* The company of the first interview that is still to come. */
static const char *find_next(const struct jscan_report *report)
{
	struct jscan_date first = {0, 0, 0};
	const char *company = NULL;

	for (size_t i = 0; i < report->entry_count; i++) {
		const struct jscan_entry *entry = &report->entries[i];

		for (size_t j = 0; entry->company && j < entry->event_count;
		     j++) {
			const struct jscan_event *event = &entry->events[j];

			if (event->type != JSCAN_EVENT_INTERVIEW ||
			    jscan_date_compare(event->date, report->as_of) <=
				    0 ||
			    (company &&
			     jscan_date_compare(event->date, first) >= 0))
				continue;
			company = entry->company;
			first = event->date;
		}
	}
	return company;
}

/* Of the entries' companies, the one that fits; *other: a second that does. */
static const char *find_named(const struct jscan_report *report,
			      const char *wanted, const char **other,
			      struct jscan_arena *arena)
{
	const char *whole = jscan_company_fold(arena, wanted);
	const char *found = NULL;

	*other = NULL;
	for (size_t i = 0; i < report->entry_count; i++) {
		const char *company = report->entries[i].company;
		const char *key;

		if (!company)
			continue;
		key = jscan_company_fold(arena, company);
		if (*whole && !strcmp(key, whole)) {
			*other = NULL;
			return company;
		}
		if (!jscan_name_contains(company, wanted))
			continue;
		if (found && strcmp(jscan_company_fold(arena, found), key) != 0)
			*other = company;
		else
			found = company;
	}
	return found;
}

int jscan_prep_find_company(const char **out, const struct jscan_report *report,
			    const char *wanted, struct jscan_error *err)
{
	const char *found, *other = NULL;
	struct jscan_arena arena;
	char day[11];

	jscan_date_format(day, report->as_of);
	if (!wanted) {
		*out = find_next(report);
		if (*out)
			return 0;
		return jscan_error_set(err, JSCAN_ERR_NOT_FOUND,
				       "no interview is arranged after %s: "
				       "say which company",
				       day);
	}
	jscan_arena_init(&arena);
	found = find_named(report, wanted, &other, &arena);
	jscan_arena_release(&arena);
	if (!found)
		return jscan_error_set(err, JSCAN_ERR_NOT_FOUND,
				       "no company of the journal fits '%.80s'",
				       wanted);
	if (other)
		return jscan_error_set(err, JSCAN_ERR_USAGE,
				       "'%.80s' fits several companies: "
				       "'%.80s', '%.80s'",
				       wanted, found, other);
	*out = found;
	return 0;
}
