/*
 * Telephone numbers for comparing: their digits, with the code of the country
 * where it is known (ITU-T E.164).
 */
#include <string.h>
#include <strings.h>

#include "facts/contact.h"

static bool is_digit(char c)
{
	return c >= '0' && c <= '9';
}

static bool is_letter(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

struct country {
	char region[3];
	const char *code;
	const char *trunk; /* dialled inside the country, not from outside */
};

/* ITU-T E.164 codes and national prefixes. */
static const struct country countries[] = {
	{"AR", "54", "0"},  {"AT", "43", "0"},	{"AU", "61", "0"},
	{"BE", "32", "0"},  {"BG", "359", "0"}, {"BR", "55", "0"},
	{"CA", "1", "1"},   {"CH", "41", "0"},	{"CL", "56", ""},
	{"CN", "86", "0"},  {"CO", "57", ""},	{"CZ", "420", ""},
	{"DE", "49", "0"},  {"DK", "45", ""},	{"EE", "372", ""},
	{"EG", "20", "0"},  {"ES", "34", ""},	{"FI", "358", "0"},
	{"FR", "33", "0"},  {"GB", "44", "0"},	{"GR", "30", ""},
	{"HK", "852", ""},  {"HR", "385", "0"}, {"HU", "36", "06"},
	{"ID", "62", "0"},  {"IE", "353", "0"}, {"IL", "972", "0"},
	{"IN", "91", "0"},  {"IS", "354", ""},	{"IT", "39", ""},
	{"JP", "81", "0"},  {"KE", "254", "0"}, {"KR", "82", "0"},
	{"LT", "370", "0"}, {"LU", "352", ""},	{"LV", "371", ""},
	{"MX", "52", ""},   {"MY", "60", "0"},	{"NG", "234", "0"},
	{"NL", "31", "0"},  {"NO", "47", ""},	{"NZ", "64", "0"},
	{"PH", "63", "0"},  {"PL", "48", ""},	{"PT", "351", ""},
	{"RO", "40", "0"},  {"RS", "381", "0"}, {"RU", "7", "8"},
	{"SE", "46", "0"},  {"SG", "65", ""},	{"SI", "386", "0"},
	{"SK", "421", "0"}, {"TH", "66", "0"},	{"TR", "90", "0"},
	{"TW", "886", "0"}, {"UA", "380", "0"}, {"UK", "44", "0"},
	{"US", "1", "1"},   {"VN", "84", "0"},	{"ZA", "27", "0"},
};

static const struct country *find_country(const char *region)
{
	for (size_t i = 0;
	     region && i < sizeof(countries) / sizeof(countries[0]); i++)
		if (strcasecmp(countries[i].region, region) == 0)
			return &countries[i];
	return NULL;
}

/* Copies the digits; "(0)" behind a + is not dialled from outside. */
static size_t copy_digits(char *out, const char *text, size_t len,
			  bool has_plus)
{
	size_t count = 0;

	for (size_t i = 0; i < len; i++) {
		if (has_plus && len - i >= 3 &&
		    memcmp(text + i, "(0)", 3) == 0) {
			i += 2;
			continue;
		}
		if (is_digit(text[i]))
			out[count++] = text[i];
	}
	out[count] = '\0';
	return count;
}

/* Where an extension begins, which is kept behind an x. */
static size_t find_extension(const char *text, size_t len)
{
	size_t digits = 0;

	for (size_t i = 0; i < len; i++) {
		digits += is_digit(text[i]);
		if (digits >= 5 && is_letter(text[i]))
			return i;
	}
	return len;
}

char *jscan_phone_normalise(struct jscan_arena *arena, const char *text,
			    const char *region)
{
	size_t len = strlen(text), number = find_extension(text, len), count;
	char *digits = jscan_arena_alloc(arena, len + 1);
	char *extension = jscan_arena_alloc(arena, len + 1);
	const char *start = text + strspn(text, " (");
	bool has_plus = *start == '+';
	const struct country *country = find_country(region);
	size_t trunk;

	count = copy_digits(digits, text, number, has_plus);
	if (copy_digits(extension, text + number, len - number, false) > 0)
		extension = jscan_arena_printf(arena, "x%s", extension);
	if (!has_plus && count > 8 && strncmp(digits, "00", 2) == 0) {
		has_plus = true;
		digits += 2;
	}
	if (has_plus)
		return jscan_arena_printf(arena, "+%s%s", digits, extension);
	if (country == NULL)
		return jscan_arena_printf(arena, "%s%s", digits, extension);
	trunk = strlen(country->trunk);
	if (strncmp(digits, country->trunk, trunk) == 0)
		digits += trunk;
	return jscan_arena_printf(arena, "+%s%s%s", country->code, digits,
				  extension);
}
