/*
 * Reads one task: which of its dates is due, done, scheduled or something else,
 * by the mark in front of it, and what is left as its words.
 */
#include "facts/task.h"

#include <string.h>

#include "base/date.h"

enum mark { MARK_NONE, MARK_DUE, MARK_DONE, MARK_SCHEDULED, MARK_OTHER };

/* What stands in front of a date, longest first where one ends another. */
static const struct {
	const char *text;
	enum mark mark;
	bool is_word; /* must not be the end of a longer word */
} marks[] = {
	{"@due(", MARK_DUE, false},
	{"due by", MARK_DUE, true},
	{"due on", MARK_DUE, true},
	{"due date", MARK_DUE, true},
	{"due", MARK_DUE, true},
	{"deadline", MARK_DUE, true},
	{"no later than", MARK_DUE, true},
	{"by", MARK_DUE, true},
	{"until", MARK_DUE, true},
	{"\xf0\x9f\x93\x85", MARK_DUE, false}, /* calendar */
	{"\xf0\x9f\x93\x86", MARK_DUE, false}, /* tear-off calendar */
	{"\xf0\x9f\x97\x93", MARK_DUE, false}, /* spiral calendar */
	{"\xe2\x9c\x85", MARK_DONE, false},    /* check mark */
	{"@done(", MARK_DONE, false},
	{"done on", MARK_DONE, true},
	{"done", MARK_DONE, true},
	{"completed", MARK_DONE, true},
	{"completion", MARK_DONE, true},
	{"\xe2\x8f\xb3", MARK_SCHEDULED, false}, /* hourglass */
	{"\xe2\x8c\x9b", MARK_SCHEDULED, false},
	{"scheduled", MARK_SCHEDULED, true},
	{"@scheduled(", MARK_SCHEDULED, false},
	{"\xf0\x9f\x9b\xab", MARK_OTHER, false}, /* start: aeroplane */
	{"\xe2\x9e\x95", MARK_OTHER, false},	 /* created: plus */
	{"\xe2\x9d\x8c", MARK_OTHER, false},	 /* cancelled: cross */
	{"@start(", MARK_OTHER, false},
	{"start", MARK_OTHER, true},
	{"created", MARK_OTHER, true},
	{"cancelled", MARK_OTHER, true},
};

static bool is_letter(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
	       (unsigned char)c >= 0x80;
}

static char lower(char c)
{
	return c >= 'A' && c <= 'Z' ? (char)(c + 32) : c;
}

static bool ends_with(const char *text, size_t len, const char *end)
{
	size_t end_len = strlen(end);

	if (end_len > len || lower(text[len - 1]) != end[end_len - 1])
		return false;
	for (size_t i = 0; i < end_len; i++) {
		if (lower(text[len - end_len + i]) != end[i])
			return false;
	}
	return true;
}

/* Where text[0..len) ends but for what may stand between mark and date. */
static size_t skip_back(const char *text, size_t len)
{
	while (len) {
		char c = text[len - 1];

		if (c == ' ' || c == '\t' || c == '\n' || c == ':' || !c)
			len--;
		else if (len >= 2 && !memcmp(text + len - 2, "\xc2\xa0", 2))
			len -= 2; /* a space that does not break */
		else if (len >= 3 && !memcmp(text + len - 3, "\xef\xb8\x8f", 3))
			len -= 3; /* "shown as an emoji" */
		else
			break;
	}
	return len;
}

/* The mark before offset `at`; *start becomes where it begins. */
static enum mark find_mark(const char *text, size_t at, size_t *start)
{
	size_t len = skip_back(text, at);

	for (size_t i = 0; i < sizeof(marks) / sizeof(marks[0]); i++) {
		size_t begin;

		if (!ends_with(text, len, marks[i].text))
			continue;
		begin = len - strlen(marks[i].text);
		if (marks[i].is_word && begin > 0 && is_letter(text[begin - 1]))
			continue;
		*start = begin;
		return marks[i].mark;
	}
	*start = at;
	return MARK_NONE;
}

/* A preposition that says nothing without the date goes with it. */
static size_t skip_preposition(const char *text, size_t at)
{
	static const char *const words[] = {"on", "before", "within"};
	size_t len = skip_back(text, at);

	for (size_t i = 0; i < sizeof(words) / sizeof(words[0]); i++) {
		size_t begin = len - strlen(words[i]);

		if (ends_with(text, len, words[i]) &&
		    (!begin || text[begin - 1] == ' '))
			return begin;
	}
	return at;
}

/* The date's own span may begin with the mark: "by Friday". */
static enum mark mark_of(const char *text, const struct jscan_when *when,
			 size_t *start)
{
	enum mark mark = find_mark(text, when->offset, start);

	if (mark != MARK_NONE)
		return mark;
	if (when->mod != JSCAN_WHEN_BY)
		return MARK_NONE;
	return MARK_DUE;
}

/* Brackets around a mark and its date, and the comma before, go with them. */
static void widen(const char *text, size_t len, size_t *start, size_t *end)
{
	size_t time = *end;

	/* @due(2026-11-30 14:00) */
	while (text[*start] == '@' && time < len &&
	       strchr(" :0123456789", text[time]))
		time++;
	if (time < len && text[time] == ')')
		*end = time;
	while (*start > 0 && strchr(" \t\n", text[*start - 1]))
		(*start)--;
	if (*start > 0 && strchr("([", text[*start - 1]))
		(*start)--;
	while (*start > 0 && strchr(" ,;\t\n", text[*start - 1]))
		(*start)--;
	if (*end < len && strchr(")]", text[*end]))
		(*end)++;
}

/* Signs of task programs that say nothing to a reader: priority, repeat. */
static size_t sign_bytes(const char *text, size_t len)
{
	static const char *const signs[] = {
		"\xf0\x9f\x94\xba", "\xe2\x8f\xab", "\xf0\x9f\x94\xbc",
		"\xf0\x9f\x94\xbd", "\xe2\x8f\xac", "\xf0\x9f\x94\x81",
		"\xef\xb8\x8f",	    "\xe2\x9c\x85"};

	for (size_t i = 0; i < sizeof(signs) / sizeof(signs[0]); i++) {
		size_t sign = strlen(signs[i]);

		if (sign <= len && !memcmp(text, signs[i], sign))
			return sign;
	}
	return 0;
}

/* No sign is in ASCII. */
static bool is_sign_start(char c)
{
	return (unsigned char)c >= 0xe0;
}

static bool is_trimmed(char c)
{
	switch (c) {
	case '\0':
	case ' ':
	case ',':
	case ';':
	case ':':
	case '.':
	case '-':
	case '\t':
	case '\n':
		return true;
	default:
		return false;
	}
}

/* Copies text with white space folded and the signs left out. */
static size_t add_words(char *out, size_t used, const char *text, size_t len)
{
	for (size_t i = 0; i < len;) {
		size_t sign = is_sign_start(text[i])
				      ? sign_bytes(text + i, len - i)
				      : 0;

		if (sign) {
			i += sign;
		} else if (text[i] == ' ' || text[i] == '\t' ||
			   text[i] == '\n') {
			if (used && out[used - 1] != ' ')
				out[used++] = ' ';
			i++;
		} else {
			out[used++] = text[i++];
		}
	}
	return used;
}

void jscan_task_read(struct jscan_task_reading *out, const char *text,
		     size_t len, const struct jscan_whens *whens,
		     bool takes_any_date, struct jscan_arena *arena)
{
	struct jscan_date scheduled = {0, 0, 0};
	size_t scheduled_offset = 0;
	char *words = jscan_arena_alloc(arena, len + whens->count + 1);
	size_t used = 0, copied = 0;

	memset(out, 0, sizeof(*out));
	for (size_t i = 0; i < whens->count; i++) {
		const struct jscan_when *when = &whens->items[i];
		size_t start, end = when->offset + when->len;
		enum mark mark = mark_of(text, when, &start);

		if (mark == MARK_NONE && takes_any_date)
			mark = MARK_DUE;
		if (mark == MARK_NONE || start < copied)
			continue;
		if (start == when->offset)
			start = skip_preposition(text, start);
		if (mark == MARK_DUE && !jscan_date_is_set(out->due)) {
			out->due = when->end;
			out->due_offset = when->offset;
		} else if (mark == MARK_DONE && !jscan_date_is_set(out->done)) {
			out->done = when->end;
		} else if (mark == MARK_SCHEDULED) {
			scheduled = when->end;
			scheduled_offset = when->offset;
		}
		widen(text, len, &start, &end);
		used = add_words(words, used, text + copied, start - copied);
		if (used && words[used - 1] != ' ')
			words[used++] = ' ';
		copied = end;
	}
	used = add_words(words, used, text + copied, len - copied);
	while (used && is_trimmed(words[used - 1]))
		used--;
	words[used] = '\0';
	while (*words && is_trimmed(*words))
		words++;
	out->words = words;
	if (!jscan_date_is_set(out->due) && jscan_date_is_set(scheduled)) {
		out->due = scheduled;
		out->due_offset = scheduled_offset;
	}
}
