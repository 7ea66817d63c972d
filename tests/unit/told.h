/*
 * Tables of texts and what is told of each: everything that is known of it, in
 * one string, so that a mistake in any of it is seen.
 */
#ifndef TESTS_UNIT_TOLD_H
#define TESTS_UNIT_TOLD_H

#include "unit/check.h"

struct told_row {
	const char *text;
	const char *told;
};

static inline void
told_check(const struct told_row *rows, size_t count,
	   void (*tell)(char *out, size_t room, const char *text))
{
	char told[8192];

	for (size_t i = 0; i < count; i++) {
		tell(told, sizeof(told), rows[i].text);
		if (strcmp(told, rows[i].told) != 0)
			fail_msg("%s\ntells\n%s\nnot\n%s", rows[i].text, told,
				 rows[i].told);
	}
}

#endif
