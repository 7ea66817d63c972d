/* Spans of time and windows. */
#include "config/value.h"

#include <string.h>
#include <strings.h>

#define MOST_DAYS   36500
#define MOST_MONTHS 1200

static const char *skip_blanks(const char *text)
{
	return text + strspn(text, " \t");
}

/* A number without a sign; NULL when there is none or it is too large. */
static const char *read_number(const char *text, int *out)
{
	size_t digits = strspn(text, "0123456789");

	if (!digits || digits > 6)
		return NULL;
	*out = 0;
	for (size_t i = 0; i < digits; i++)
		*out = *out * 10 + (text[i] - '0');
	return text + digits;
}

static bool is_unit(const char *text, const char *unit)
{
	size_t len = strlen(unit);

	return !strncasecmp(text, unit, len) &&
	       (!text[len] || (!strcasecmp(text + len, "s")));
}

static int set_span(struct jscan_span *out, int count, const char *unit)
{
	unit = skip_blanks(unit);
	out->is_months = false;
	out->count = count;
	if (is_unit(unit, "week")) {
		out->count = count * 7;
	} else if (is_unit(unit, "month")) {
		out->is_months = true;
	} else if (is_unit(unit, "year")) {
		out->is_months = true;
		out->count = count * 12;
	} else if (*unit && !is_unit(unit, "day")) {
		return -1;
	}
	return out->count <= (out->is_months ? MOST_MONTHS : MOST_DAYS) ? 0
									: -1;
}

int jscan_span_parse(struct jscan_span *out, const char *text)
{
	int count;
	const char *unit = read_number(skip_blanks(text), &count);

	return unit ? set_span(out, count, unit) : -1;
}

int jscan_window_parse(struct jscan_window *out, const char *text)
{
	const char *rest;
	int from, to;

	rest = read_number(skip_blanks(text), &from);
	if (!rest)
		return -1;
	rest = skip_blanks(rest);
	if (strncmp(rest, "..", 2))
		return -1;
	rest = read_number(skip_blanks(rest + 2), &to);
	if (!rest || from > to || set_span(&out->from, from, rest) < 0)
		return -1;
	return set_span(&out->to, to, rest);
}

int jscan_seconds_parse(int *out, const char *text)
{
	int count;
	const char *unit = read_number(skip_blanks(text), &count);

	if (!unit)
		return -1;
	unit = skip_blanks(unit);
	if (is_unit(unit, "minute"))
		count *= 60;
	else if (*unit && !is_unit(unit, "second") && strcmp(unit, "s"))
		return -1;
	if (count < 1 || count > 3600)
		return -1;
	*out = count;
	return 0;
}
