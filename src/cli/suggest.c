/*
 * The distance between two words is the number of letters to put in, leave out,
 * change or swap with their neighbour.  A known word is near when at most a
 * third of the longer one is different; a known word that starts with what was
 * typed is near too ("weak" for "weaknesses").
 */
#include "cli/suggest.h"

#include <string.h>

#define MOST_LETTERS 32

static size_t least(size_t a, size_t b, size_t c)
{
	size_t d = a < b ? a : b;

	return d < c ? d : c;
}

/* Both words have at most MOST_LETTERS letters. */
static size_t find_distance(const char *a, size_t a_len, const char *b,
			    size_t b_len)
{
	size_t d[MOST_LETTERS + 1][MOST_LETTERS + 1];
	size_t i, j;

	for (i = 0; i <= a_len; i++)
		d[i][0] = i;
	for (j = 0; j <= b_len; j++)
		d[0][j] = j;
	for (i = 1; i <= a_len; i++) {
		for (j = 1; j <= b_len; j++) {
			d[i][j] =
				least(d[i - 1][j] + 1, d[i][j - 1] + 1,
				      d[i - 1][j - 1] + (a[i - 1] != b[j - 1]));
			if (i > 1 && j > 1 && a[i - 1] == b[j - 2] &&
			    a[i - 2] == b[j - 1] && d[i - 2][j - 2] < d[i][j])
				d[i][j] = d[i - 2][j - 2] + 1;
		}
	}
	return d[a_len][b_len];
}

void jscan_suggestion_init(struct jscan_suggestion *suggestion,
			   const char *word, size_t len)
{
	suggestion->word = word;
	suggestion->len = len;
	suggestion->nearest = NULL;
	suggestion->distance = 0;
}

void jscan_suggestion_offer(struct jscan_suggestion *suggestion,
			    const char *known)
{
	size_t len = strlen(known);
	size_t longer = len > suggestion->len ? len : suggestion->len;
	size_t distance;

	if (longer > MOST_LETTERS || suggestion->len < 2)
		return;
	distance = find_distance(suggestion->word, suggestion->len, known, len);
	if (suggestion->len >= 3 && suggestion->len < len &&
	    memcmp(known, suggestion->word, suggestion->len) == 0)
		distance = 1;
	if (distance > (longer + 2) / 3)
		return;
	if (!suggestion->nearest || distance < suggestion->distance) {
		suggestion->nearest = known;
		suggestion->distance = distance;
	}
}
