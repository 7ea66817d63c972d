/* People known from what was read before: by their address, by first name. */
#include <string.h>
#include <strings.h>

#include "facts/contact_prose.h"

/* Spells the names that have come since the last time. */
static void learn_names(struct jscan_prose *prose)
{
	size_t count = prose->out->count;

	if (count > JSCAN_PROSE_MOST_KNOWN)
		count = JSCAN_PROSE_MOST_KNOWN;
	for (; prose->known_count < count; prose->known_count++) {
		const char *name = prose->out->items[prose->known_count].name;

		jscan_mail_name_init(&prose->known[prose->known_count],
				     name ? name : "", prose->arena);
	}
}

size_t jscan_prose_find_fitting(struct jscan_prose *prose, const char *mail)
{
	size_t best = 0;
	int best_fit = 0;
	bool is_tied = false;

	learn_names(prose);
	for (size_t i = 0; i < prose->known_count; i++) {
		const struct jscan_mention *known = &prose->out->items[i];
		int fit = known->name
				  ? jscan_mail_name_fit(&prose->known[i], mail,
							prose->scratch)
				  : 0;

		if (fit > best_fit) {
			best_fit = fit;
			best = i + 1;
			is_tied = false;
		} else if (fit > 0 && fit == best_fit &&
			   strcmp(known->name,
				  prose->out->items[best - 1].name) != 0) {
			is_tied = true;
		}
	}
	return is_tied ? 0 : best;
}

void jscan_prose_complete_name(const struct jscan_prose *prose,
			       struct jscan_mention *mention)
{
	size_t len = mention->name ? strlen(mention->name) : 0;
	const char *full = NULL;

	if (len == 0 || mention->is_full_name)
		return;
	for (size_t i = 0; i < prose->out->count && i < JSCAN_PROSE_MOST_KNOWN;
	     i++) {
		const struct jscan_mention *known = &prose->out->items[i];

		if (!known->is_full_name ||
		    strncasecmp(known->name, mention->name, len) != 0 ||
		    known->name[len] != ' ')
			continue;
		if (full != NULL && strcasecmp(full, known->name) != 0)
			return;
		full = known->name;
	}
	if (full != NULL) {
		mention->name = full;
		mention->is_full_name = true;
	}
}
