/*
 * Which rows of the table a token may begin, and what has to stand behind it
 * for each: found out once from the patterns, so that at most tokens no row is
 * tried at all, and at the others one or two.
 */
#include "facts/when_table.h"

#define MOST_ROWS     400 /* of all kinds together */
#define MOST_PREFIXES 100

static struct jscan_when_row rows[MOST_ROWS];
static struct jscan_when_prefix_row prefix_rows[MOST_PREFIXES];
struct jscan_when_rows jscan_when_rows[128];

static uint64_t bits(const char *kinds)
{
	uint64_t mask = 0;

	for (; *kinds; kinds++)
		mask |= jscan_when_bit((uint8_t)*kinds);
	return mask;
}

/* The kinds that an element of a pattern may begin with. */
static uint64_t find_beginnings(char element)
{
	const char kind[] = {element, '\0'};

	switch (element) {
	case 'C':
	case '*':
		return bits("NAc");
	case 'U':
	case 'K':
	case 'G':
	case 'J':
		return bits("U$");
	case 'D':
		return bits("NO");
	case 'Y':
		return bits("N");
	case 'r':
		return bits("->v");
	case ':':
		return bits("-/");
	default:
		return bits(kind);
	}
}

/* The kinds that may be its second token. */
static uint64_t find_inner(char element)
{
	switch (element) {
	case 'C':
		return bits("co");
	case '*':
		return bits("coU$");
	case 'U':
	case 'K':
	case 'G':
	case 'J':
		return bits("U");
	default:
		return 0;
	}
}

/* The kinds of the second token, "the" aside; all where none is needed. */
static uint64_t find_seconds(const char *pattern)
{
	uint64_t mask = find_inner(pattern[0]);

	for (const char *element = pattern + 1; *element; element += 2) {
		mask |= find_beginnings(*element);
		if (element[1] != '?')
			return mask;
	}
	return ~(uint64_t)0;
}

static size_t add_forms(size_t used, struct jscan_when_rows *out, uint8_t kind,
			const struct jscan_when_form *forms, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		const char *pattern = forms[i].pattern;

		if (!(find_beginnings(pattern[0]) & jscan_when_bit(kind)))
			continue;
		rows[used].form = &forms[i];
		rows[used].seconds = find_seconds(pattern);
		out->seconds |= rows[used++].seconds;
		out->count++;
	}
	return used;
}

static size_t add_prefixes(size_t used, struct jscan_when_rows *out,
			   uint8_t kind)
{
	const struct jscan_when_prefix *prefixes;
	size_t count;

	jscan_when_get_prefixes(&prefixes, &count, kind);
	for (size_t i = 0; i < count; i++) {
		const char *pattern = prefixes[i].pattern;

		if (!(find_beginnings(pattern[0]) & jscan_when_bit(kind)))
			continue;
		prefix_rows[used].prefix = &prefixes[i];
		prefix_rows[used].seconds = find_seconds(pattern);
		out->seconds |= prefix_rows[used++].seconds;
		out->prefix_count++;
	}
	return used;
}

void jscan_when_prepare_rows(void)
{
	size_t used = 0, prefixes_used = 0;

	for (uint8_t kind = 1; kind < 128; kind++) {
		struct jscan_when_rows *out = &jscan_when_rows[kind];
		const struct jscan_when_form *forms;
		size_t count;

		out->rows = rows + used;
		jscan_when_get_forms(&forms, &count, kind);
		used = add_forms(used, out, kind, forms, count);
		if (kind == WHEN_NUMBER) {
			jscan_when_get_amounts(&forms, &count);
			used = add_forms(used, out, kind, forms, count);
		}
		out->prefixes = prefix_rows + prefixes_used;
		prefixes_used = add_prefixes(prefixes_used, out, kind);
	}
}
