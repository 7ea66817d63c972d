/* Edit distance over short words, three rows at a time. */
#include "base/near.h"

#include <stdint.h>
#include <string.h>

size_t jscan_near_distance(const char *a, const char *b)
{
	size_t a_len = strlen(a), b_len = strlen(b);
	size_t rows[3][JSCAN_NEAR_LONGEST + 1];

	if (a_len > JSCAN_NEAR_LONGEST || b_len > JSCAN_NEAR_LONGEST)
		return SIZE_MAX;
	for (size_t j = 0; j <= b_len; j++)
		rows[0][j] = j;
	for (size_t i = 1; i <= a_len; i++) {
		size_t *row = rows[i % 3];
		const size_t *above = rows[(i + 2) % 3];
		const size_t *before = rows[(i + 1) % 3];

		row[0] = i;
		for (size_t j = 1; j <= b_len; j++) {
			size_t best = above[j - 1] + (a[i - 1] != b[j - 1]);

			if (above[j] + 1 < best)
				best = above[j] + 1;
			if (row[j - 1] + 1 < best)
				best = row[j - 1] + 1;
			if (i > 1 && j > 1 && a[i - 1] == b[j - 2] &&
			    a[i - 2] == b[j - 1] && before[j - 2] + 1 < best)
				best = before[j - 2] + 1;
			row[j] = best;
		}
	}
	return rows[a_len % 3][b_len];
}

const char *jscan_near_find(const char *word, const char *const *names,
			    size_t count)
{
	const char *near = NULL;
	size_t least = 4; /* further away it is another word */

	for (size_t i = 0; i < count; i++) {
		size_t edits = jscan_near_distance(word, names[i]);

		if (edits < least && edits <= (strlen(names[i]) + 2) / 3) {
			least = edits;
			near = names[i];
		}
	}
	return near;
}

const char *jscan_near_get(const char *word, const char *const *names,
			   size_t count)
{
	const char *near = names[0];
	size_t least = SIZE_MAX;

	for (size_t i = 0; i < count; i++) {
		size_t edits = jscan_near_distance(word, names[i]);

		if (edits < least) {
			least = edits;
			near = names[i];
		}
	}
	return near;
}
