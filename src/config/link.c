/*
 * Names for the addresses by which editors and the like open a file, and the
 * check of those that a person writes: the configuration is a stranger too.
 */
#include "config/link.h"

#include <stdbool.h>
#include <stddef.h>
#include <string.h>
#include <strings.h>

#define LETTERS "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
#define DIGITS	"0123456789"

static const struct {
	const char *name;
	const char *format;
} known[] = {
	{"relative", "{path}#L{line}"},
	{"file", "file://{abs}"},
	{"vscode", "vscode://file{abs}:{line}"},
	{"vscodium", "vscodium://file{abs}:{line}"},
	{"cursor", "cursor://file{abs}:{line}"},
	{"zed", "zed://file{abs}:{line}"},
	{"idea", "idea://open?file={abs}&line={line}"},
	{"obsidian", "obsidian://open?path={abs}"},
};

/* The length of a known {word}, else 0. */
static size_t find_word(const char *text)
{
	static const char *const words[] = {"{path}", "{abs}", "{line}"};

	for (size_t i = 0; i < sizeof(words) / sizeof(words[0]); i++) {
		size_t len = strlen(words[i]);

		if (!strncmp(text, words[i], len))
			return len;
	}
	return 0;
}

/* Schemes that would run or show what the address itself holds. */
static bool is_active(const char *text)
{
	static const char *const schemes[] = {
		"javascript:", "data:",	 "vbscript:",
		"blob:",       "about:", "view-source:"};

	for (size_t i = 0; i < sizeof(schemes) / sizeof(schemes[0]); i++) {
		if (!strncasecmp(text, schemes[i], strlen(schemes[i])))
			return true;
	}
	return false;
}

/* A word in the place of the scheme would let a file's name choose it. */
static bool has_fixed_start(const char *text)
{
	size_t scheme = strspn(text, LETTERS DIGITS "+.-");

	if (text[0] == '{')
		return !strncmp(text, "{path}", 6) &&
		       text[strcspn(text, ":/?#")] != ':';
	return text[0] != '\0' && text[scheme] != '{' &&
	       (text[scheme] != ':' || scheme > 0);
}

const char *jscan_link_format_find(const char *text)
{
	/* Of the marks that addresses may have, those that no format bends. */
	static const char marks[] = LETTERS DIGITS "-._~:/?#@!$&*+,;=%";
	bool has_path = false;

	for (size_t i = 0; i < sizeof(known) / sizeof(known[0]); i++) {
		if (!strcasecmp(text, known[i].name))
			return known[i].format;
	}
	if (is_active(text) || !has_fixed_start(text))
		return NULL;
	for (const char *at = text; *at;) {
		size_t len = find_word(at);

		if (!len && !strchr(marks, *at))
			return NULL;
		has_path |= len > 0 && at[1] != 'l';
		at += len ? len : 1;
	}
	return has_path ? text : NULL;
}
