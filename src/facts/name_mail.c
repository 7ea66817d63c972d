/* Does a mail address look like that of the bearer of a name? */
#include <string.h>

#include "base/utf8.h"
#include "facts/name.h"

/* "Krüger" is krueger in a mail address; folding alone gives kruger. */
static char *fold_german(struct jscan_arena *arena, const char *name)
{
	static const struct {
		const char *from;
		const char *to;
	} pairs[] = {{"ä", "ae"}, {"ö", "oe"}, {"ü", "ue"}, {"Ä", "Ae"},
		     {"Ö", "Oe"}, {"Ü", "Ue"}, {"ø", "oe"}, {"Ø", "Oe"},
		     {"å", "aa"}, {"Å", "Aa"}};
	size_t len = strlen(name), used = 0;
	char *out = jscan_arena_alloc(arena, len + 1);

	for (size_t i = 0; i < len; i++) {
		size_t k = 0;

		while (k < sizeof(pairs) / sizeof(pairs[0]) &&
		       strncmp(name + i, pairs[k].from, 2) != 0)
			k++;
		if (k < sizeof(pairs) / sizeof(pairs[0])) {
			out[used++] = pairs[k].to[0];
			out[used++] = pairs[k].to[1];
			i++;
		} else {
			out[used++] = name[i];
		}
	}
	return jscan_utf8_fold_words(arena, out, used);
}

/* Words of a folded name, apart by one space, against the folded local part. */
static int fit_folded(const char *folded, const char *local)
{
	const char *first = folded, *last, *end = folded + strlen(folded);
	size_t first_len = strcspn(folded, " "), last_len, len = strlen(local);

	last = strrchr(folded, ' ');
	last = last ? last + 1 : folded;
	last_len = (size_t)(end - last);
	if (first_len == 0 || len == 0)
		return 0;
	if (last != first && len >= first_len + last_len &&
	    ((memcmp(local, first, first_len) == 0 &&
	      memcmp(local + len - last_len, last, last_len) == 0) ||
	     (memcmp(local, last, last_len) == 0 &&
	      memcmp(local + len - first_len, first, first_len) == 0)))
		return 3;
	if (last != first &&
	    ((len == last_len + 1 && local[0] == first[0] &&
	      memcmp(local + 1, last, last_len) == 0) ||
	     (len == last_len + 1 && local[last_len] == first[0] &&
	      memcmp(local, last, last_len) == 0) ||
	     (len == first_len + 1 && local[first_len] == last[0] &&
	      memcmp(local, first, first_len) == 0)))
		return 2;
	if ((len == first_len && memcmp(local, first, len) == 0) ||
	    (len == last_len && memcmp(local, last, len) == 0) ||
	    (last_len >= 4 && len > last_len &&
	     memcmp(local + len - last_len, last, last_len) == 0))
		return 1;
	return 0;
}

void jscan_mail_name_init(struct jscan_mail_name *out, const char *name,
			  struct jscan_arena *arena)
{
	out->folded = jscan_utf8_fold_words(arena, name, strlen(name));
	out->german = fold_german(arena, name);
}

int jscan_mail_name_fit(const struct jscan_mail_name *name, const char *mail,
			struct jscan_arena *arena)
{
	const char *at = strchr(mail, '@');
	char *local;
	int fit, other;

	if (at == NULL)
		return 0;
	local = jscan_utf8_fold(arena, mail, (size_t)(at - mail));
	fit = fit_folded(name->folded, local);
	other = fit_folded(name->german, local);
	return other > fit ? other : fit;
}
