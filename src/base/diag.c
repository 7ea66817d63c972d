/*
 * The list of diagnostics of one journal, and the one table of their codes.
 * Messages never quote the text of a note beyond the name of a key or a date.
 */
#include "base/diag.h"

#include <stdarg.h>
#include <stdio.h>

static const struct jscan_code codes[JSCAN_DIAG_COUNT] = {
	[JSCAN_DIAG_UNREADABLE] = {"unreadable", JSCAN_SEVERITY_ERROR,
		"the file or folder could not be opened or read"},
	[JSCAN_DIAG_TOO_BIG] = {"too-big", JSCAN_SEVERITY_ERROR,
		"the file is larger than 8 MiB and was not read"},
	[JSCAN_DIAG_NOT_A_FILE] = {"not-a-file", JSCAN_SEVERITY_ERROR,
		"a pipe, socket or device has a note's name and was not opened"},
	[JSCAN_DIAG_UTF16] = {"utf-16", JSCAN_SEVERITY_ERROR,
		"the file is UTF-16; save it as UTF-8"},
	[JSCAN_DIAG_FRONT_MATTER] = {"front-matter", JSCAN_SEVERITY_ERROR,
		"the front matter is not valid YAML, or never closed"},
	[JSCAN_DIAG_FRONT_MATTER_LIMIT] = {"front-matter-limit",
		JSCAN_SEVERITY_ERROR,
		"the front matter is past a limit of size, depth, keys or aliases"},
	[JSCAN_DIAG_NO_SUCH_DAY] = {"no-such-day", JSCAN_SEVERITY_ERROR,
		"a date that no calendar has, such as 30 February"},
	[JSCAN_DIAG_TOO_MANY] = {"too-many", JSCAN_SEVERITY_ERROR,
		"more tasks, people or dates in one file than the limit"},
	[JSCAN_DIAG_BAD_PATH] = {"bad-path", JSCAN_SEVERITY_ERROR,
		"a file name that is too long or too deep to be read"},
	[JSCAN_DIAG_NO_DATE] = {"no-date", JSCAN_SEVERITY_WARNING,
		"an entry without a date; its facts are kept without one"},
	[JSCAN_DIAG_BAD_DATE] = {"bad-date", JSCAN_SEVERITY_WARNING,
		"a value that should be a date and cannot be read as one"},
	[JSCAN_DIAG_UNKNOWN_KEY] = {"unknown-key", JSCAN_SEVERITY_WARNING,
		"a key that looks like a misspelling of a known one"},
	[JSCAN_DIAG_DUPLICATE_KEY] = {"duplicate-key", JSCAN_SEVERITY_WARNING,
		"a single value is given twice; the first one counts"},
	[JSCAN_DIAG_BAD_VALUE] = {"bad-value", JSCAN_SEVERITY_WARNING,
		"a value that its key does not take"},
	[JSCAN_DIAG_UNKNOWN_WEAKNESS] = {"unknown-weakness",
		JSCAN_SEVERITY_WARNING,
		"a tag or rating names no known weakness"},
	[JSCAN_DIAG_BAD_UTF8] = {"bad-utf8", JSCAN_SEVERITY_WARNING,
		"bytes that are not UTF-8 or not text; each was replaced"},
	[JSCAN_DIAG_DATE_ORDER] = {"date-order", JSCAN_SEVERITY_WARNING,
		"dates like 11/9/2026 beside others that fit only the other order"},
	[JSCAN_DIAG_NESTING] = {"nesting", JSCAN_SEVERITY_WARNING,
		"markup nested too deeply; the body was read as plain lines"},
	[JSCAN_DIAG_PATTERN_LIMIT] = {"pattern-limit", JSCAN_SEVERITY_WARNING,
		"a pattern of the configuration took too much work and was skipped"},
	[JSCAN_DIAG_UNKNOWN_RULE] = {"unknown-rule", JSCAN_SEVERITY_WARNING,
		"a snooze names no known rule"},
	[JSCAN_DIAG_UNCLASSIFIED] = {"unclassified", JSCAN_SEVERITY_NOTE,
		"self-criticism that no category takes"},
	[JSCAN_DIAG_SAME_PERSON] = {"same-person", JSCAN_SEVERITY_NOTE,
		"two contacts that may be one person"},
};

const struct jscan_code *jscan_code_list(size_t *count)
{
	*count = JSCAN_DIAG_COUNT;
	return codes;
}

void jscan_diags_init(struct jscan_diags *diags, struct jscan_arena *arena)
{
	diags->arena = arena;
	diags->items = NULL;
	diags->count = 0;
	diags->most = 0;
}

/* The last there is room for says that it is. */
static enum jscan_diag_code say_full(const struct jscan_diags *diags,
				     char *message, size_t size)
{
	snprintf(message, size,
		 "more than %zu diagnostics: the rest is not told",
		 diags->most);
	return JSCAN_DIAG_TOO_MANY;
}

void jscan_diags_add(struct jscan_diags *diags, const char *path, unsigned line,
		     unsigned column, enum jscan_diag_code code,
		     const char *format, ...)
{
	struct jscan_diagnostic item = {path, line, column, 0, NULL, NULL};
	char message[512];
	va_list args;

	if (diags->most && diags->count > diags->most)
		return;
	va_start(args, format);
	vsnprintf(message, sizeof(message), format, args);
	va_end(args);
	if (diags->most && diags->count == diags->most)
		code = say_full(diags, message, sizeof(message));
	item.severity = codes[code].severity;
	item.code = codes[code].name;
	item.message = jscan_arena_strdup(diags->arena, message);
	diags->items = jscan_arena_grow(diags->arena, diags->items,
					diags->count, sizeof(*diags->items));
	diags->items[diags->count++] = item;
}
