/* "Did you mean …?": the known word that is nearest to an unknown one. */
#ifndef JSCAN_CLI_SUGGEST_H
#define JSCAN_CLI_SUGGEST_H

#include <stddef.h>

struct jscan_suggestion {
	const char *word; /* what was typed */
	size_t len;
	const char *nearest; /* NULL: nothing is near */
	size_t distance;
};

void jscan_suggestion_init(struct jscan_suggestion *suggestion,
			   const char *word, size_t len);

/* Offers one known word; the first of equals stays. */
void jscan_suggestion_offer(struct jscan_suggestion *suggestion,
			    const char *known);

#endif
