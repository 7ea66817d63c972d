/*
 * Folds names, so that "Crème & Co. Ltd" and "creme & co" are one company.
 */
#include "model/company.h"

#include <stdbool.h>
#include <string.h>

#include "base/utf8.h"

static bool is_legal_form(const char *word)
{
	static const char *const forms[] = {
		"inc", "llc", "ltd", "limited", "corp", "co", "company",
		"plc", "gmbh", "ag", "kg", "se", "sa", "bv", "nv", "ab",
		"as", "oy"};

	for (size_t i = 0; i < sizeof(forms) / sizeof(forms[0]); i++) {
		if (forms[i][0] == word[0] && !strcmp(forms[i], word))
			return true;
	}
	return false;
}

char *jscan_company_fold(struct jscan_arena *arena, const char *name)
{
	char *bare = jscan_arena_strdup(arena, name);
	char *words, *last;
	size_t used = 0;

	/* "S.A." is one word. */
	for (const char *c = name; *c; c++) {
		if (*c != '.')
			bare[used++] = *c;
	}
	words = jscan_utf8_fold_words(arena, bare, used);
	last = strrchr(words, ' ');
	if (last && is_legal_form(last + 1))
		*last = '\0';
	words = jscan_utf8_fold(arena, words, strlen(words));
	return *words ? words : jscan_arena_strdup(arena, name); /* "!!!" */
}

char *jscan_role_fold(struct jscan_arena *arena, const char *name)
{
	return jscan_utf8_fold(arena, name, strlen(name));
}
