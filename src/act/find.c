/*
 * Looks an id up in the report: whole, then as the beginning of one, then those
 * that differ by a character or two, to name them.
 */
#include "act/find.h"

#include <stdio.h>
#include <string.h>

#include "base/error.h"

#define MOST_NAMED   4 /* items that an error names */
#define FEWEST_ALIKE 6 /* characters in place for "did you mean" */

static char meant(char c)
{
	if (c >= 'A' && c <= 'Z')
		c = (char)(c + 32);
	if (c == 'o')
		return '0';
	return c == 'i' || c == 'l' ? '1' : c;
}

bool jscan_id_begins(const char *id, const char *typed)
{
	for (; *typed; id++, typed++) {
		if (*id != meant(*typed))
			return false;
	}
	return true;
}

static size_t count_alike(const char *id, const char *typed)
{
	size_t alike = 0;

	for (; *id && *typed; id++, typed++)
		alike += *id == meant(*typed);
	return alike;
}

/* "a1b2c3d4 (reply, Acme)", behind what is there already. */
static void add_name(char *out, size_t size, const struct jscan_followup *item)
{
	size_t len = strlen(out);

	if (len < size)
		snprintf(out + len, size - len, "%s%s (%s%s%.40s)",
			 len ? ", " : "", item->id, jscan_rule_name(item->rule),
			 item->company ? ", " : "",
			 item->company ? item->company : "");
}

static int say_several(const struct jscan_report *report, const char *id,
		       struct jscan_error *err)
{
	char names[320] = "";
	size_t count = 0;

	for (size_t i = 0; i < report->followup_count; i++) {
		if (jscan_id_begins(report->followups[i].id, id) &&
		    count++ < MOST_NAMED)
			add_name(names, sizeof(names), &report->followups[i]);
	}
	return jscan_error_set(err, JSCAN_ERR_USAGE,
			       "%zu follow-ups begin with '%.40s': %s%s", count,
			       id, names, count > MOST_NAMED ? ", …" : "");
}

static int say_none(const struct jscan_report *report, const char *id,
		    struct jscan_error *err)
{
	char names[320] = "";
	size_t count = 0;

	for (size_t i = 0; i < report->followup_count; i++) {
		if (count_alike(report->followups[i].id, id) >= FEWEST_ALIKE &&
		    count++ < MOST_NAMED)
			add_name(names, sizeof(names), &report->followups[i]);
	}
	if (count)
		return jscan_error_set(err, JSCAN_ERR_NOT_FOUND,
				       "no follow-up has the id '%.40s': did "
				       "you mean %s?",
				       id, names);
	return jscan_error_set(err, JSCAN_ERR_NOT_FOUND,
			       "no follow-up has the id '%.40s': `journalscan "
			       "due --all` lists them",
			       id);
}

int jscan_followup_find(const struct jscan_followup **out,
			const struct jscan_report *report, const char *id,
			struct jscan_error *err)
{
	const struct jscan_followup *found = NULL;
	size_t count = 0;

	for (size_t i = 0; i < report->followup_count; i++) {
		const struct jscan_followup *item = &report->followups[i];

		if (!jscan_id_begins(item->id, id))
			continue;
		count++;
		found = item;
		if (strlen(item->id) == strlen(id)) {
			count = 1; /* whole: "-2" behind it is another */
			break;
		}
	}
	if (!*id || !count)
		return say_none(report, id, err);
	if (count > 1)
		return say_several(report, id, err);
	*out = found;
	return 0;
}
