/*
 * A look for the openers decides whether there is anything to do; for most
 * notes there is not.  Then a walk by lines that leaves out fenced code: a
 * fence ends at its closing line, or where the quote or list item around it
 * ends.
 */
#include "entry/erase.h"

#include <stdbool.h>
#include <string.h>

#include "entry/prefix.h"

#define RAW_TAGS   4
#define MOST_TICKS 80

static const struct {
	const char *name;
	size_t len;
} raw_tags[RAW_TAGS] = {
	{"script", 6}, {"style", 5}, {"pre", 3}, {"textarea", 8}};

struct eraser {
	char *text;
	size_t len;
	size_t at;
	/* None of these closes from here on: not looked for again. */
	bool has_no_comment_end;
	bool has_no_percent;
	bool has_no_tag_end[RAW_TAGS];
	/* The open fence; len 0: none. */
	size_t fence_len;
	char fence_mark;
	unsigned fence_quotes;
	unsigned fence_column;
};

/* Caseless, `word` in lower case. */
static bool starts_with(const char *text, size_t at, size_t len,
			const char *word, size_t word_len)
{
	if (len - at < word_len)
		return false;
	for (size_t i = 0; i < word_len; i++) {
		if ((text[at + i] | 0x20) != word[i])
			return false;
	}
	return true;
}

/* The tag of raw text that `<` at `at` opens, or -1. */
static int raw_tag(const char *text, size_t at, size_t len)
{
	for (int i = 0; i < RAW_TAGS; i++) {
		size_t end = at + 1 + raw_tags[i].len;

		if (starts_with(text, at + 1, len, raw_tags[i].name,
				raw_tags[i].len) &&
		    end < len &&
		    (text[end] == '>' || text[end] == ' ' || text[end] == '\n'))
			return i;
	}
	return -1;
}

static bool has_opener(const char *text, size_t start, size_t len)
{
	const char *at = text + start;

	while ((at = memchr(at, '%', (size_t)(text + len - at)))) {
		if (++at < text + len && *at == '%')
			return true;
	}
	at = text + start;
	while ((at = memchr(at, '<', (size_t)(text + len - at)))) {
		size_t i = (size_t)(at - text);

		if (i + 1 < len &&
		    (text[i + 1] == '!' || raw_tag(text, i, len) >= 0))
			return true;
		at++;
	}
	return false;
}

static void erase(struct eraser *eraser, size_t from, size_t to)
{
	for (size_t i = from; i < to; i++) {
		if (eraser->text[i] != '\n')
			eraser->text[i] = JSCAN_ERASED;
	}
}

/* Offset behind the next `word` from `at` on, or 0. */
static size_t find_end(const struct eraser *eraser, size_t at, const char *word,
		       size_t word_len)
{
	const char *found = at < eraser->len
				    ? memmem(eraser->text + at,
					     eraser->len - at, word, word_len)
				    : NULL;

	return found ? (size_t)(found - eraser->text) + word_len : 0;
}

static bool has_blank_line(const char *text, size_t from, size_t to)
{
	bool is_blank = false;

	for (size_t i = from; i < to; i++) {
		if (text[i] == '\n') {
			if (is_blank)
				return true;
			is_blank = true;
		} else if (!jscan_is_blank(text[i])) {
			is_blank = false;
		}
	}
	return false;
}

/*
 * `%%` ends at the next `%%`; one in the middle of a line, which may be meant
 * as it is, only inside its paragraph.
 */
static size_t percent_end(struct eraser *eraser, size_t at, bool is_line_start)
{
	size_t end = 0;

	if (!eraser->has_no_percent)
		end = find_end(eraser, at + 2, "%%", 2);
	if (!end) {
		eraser->has_no_percent = true;
		return 0;
	}
	if (!is_line_start && has_blank_line(eraser->text, at, end))
		return 0;
	return end;
}

static size_t comment_end(struct eraser *eraser, size_t at)
{
	size_t end = 0;

	if (!eraser->has_no_comment_end)
		end = find_end(eraser, at + 2, "-->", 3);
	eraser->has_no_comment_end = !end;
	return end;
}

/* The end of a raw tag with all that is in it. */
static size_t tag_end(struct eraser *eraser, size_t at, int tag)
{
	const char *text = eraser->text;
	const char *next = text + at;

	if (eraser->has_no_tag_end[tag])
		return 0;
	while ((next = memchr(next, '<',
			      (size_t)(text + eraser->len - next)))) {
		size_t i = (size_t)(next - text);
		const char *close;

		next++;
		if (i + 1 >= eraser->len || text[i + 1] != '/' ||
		    !starts_with(text, i + 2, eraser->len, raw_tags[tag].name,
				 raw_tags[tag].len))
			continue;
		i += 2 + raw_tags[tag].len;
		close = memchr(text + i, '>', eraser->len - i);
		if (close)
			return (size_t)(close - text) + 1;
		break;
	}
	eraser->has_no_tag_end[tag] = true;
	return 0;
}

/* The end of what is erased from `at` on, or 0. */
static size_t hidden_end(struct eraser *eraser, size_t at, bool is_line_start)
{
	const char *text = eraser->text;
	int tag;

	if (text[at] == '%')
		return at + 1 < eraser->len && text[at + 1] == '%'
			       ? percent_end(eraser, at, is_line_start)
			       : 0;
	if (eraser->len - at >= 4 && !memcmp(text + at, "<!--", 4))
		return comment_end(eraser, at);
	tag = raw_tag(text, at, eraser->len);
	return tag >= 0 ? tag_end(eraser, at, tag) : 0;
}

/* Where the last run of back quotes of each length stands in a line. */
static void find_ticks(size_t last[MOST_TICKS + 1], const char *text, size_t at,
		       size_t end)
{
	memset(last, 0, (MOST_TICKS + 1) * sizeof(*last));
	while (at < end) {
		size_t start = at;

		while (at < end && text[at] == '`')
			at++;
		if (at > start && at - start <= MOST_TICKS)
			last[at - start] = start;
		if (at == start)
			at++;
	}
}

/* The end of a code span at `at` that closes in its line, or of its marks. */
static size_t code_end(const char *text, size_t at, size_t end,
		       const size_t last[MOST_TICKS + 1])
{
	size_t i = at, count;

	while (i < end && text[i] == '`')
		i++;
	count = i - at;
	if (count > MOST_TICKS || last[count] <= at)
		return i;
	for (at = i;;) { /* there is one, so this ends */
		while (text[at] != '`')
			at++;
		i = at;
		while (at < end && text[at] == '`')
			at++;
		if (at - i == count)
			return at;
	}
}

static size_t line_end(const struct eraser *eraser, size_t at)
{
	const char *end = memchr(eraser->text + at, '\n', eraser->len - at);

	return end ? (size_t)(end - eraser->text) : eraser->len;
}

/* Reads a line that is no code; what is hidden may go on over later lines. */
static void erase_in_line(struct eraser *eraser, size_t content, size_t end)
{
	size_t last[MOST_TICKS + 1];
	bool has_ticks = false;
	size_t at = content;

	while (at < end) {
		char c = eraser->text[at];
		size_t hidden = 0;

		if (c == '`') {
			if (!has_ticks)
				find_ticks(last, eraser->text, at, end);
			has_ticks = true;
			at = code_end(eraser->text, at, end, last);
			continue;
		}
		if (c == '\\' && at + 1 < end)
			at++;
		else if (c == '%' || c == '<')
			hidden = hidden_end(eraser, at, at == content);
		if (!hidden) {
			at++;
			continue;
		}
		erase(eraser, at, hidden);
		at = hidden;
		if (at > end) {
			end = line_end(eraser, at);
			has_ticks = false;
		}
	}
	eraser->at = end + 1;
}

/* True when the line belongs to the open fence, whose end it may be. */
static bool read_fenced(struct eraser *eraser, size_t start, size_t end)
{
	const char *text = eraser->text;
	unsigned quotes = 0;
	size_t at = start, column = 0, len;

	for (; at < end; at++) {
		if (text[at] == '>' && quotes < eraser->fence_quotes)
			quotes++;
		else if (!jscan_is_blank(text[at]))
			break;
		column += text[at] == '\t' ? 4 - column % 4 : 1;
	}
	if (at == end && quotes == eraser->fence_quotes)
		return true;
	if (quotes < eraser->fence_quotes || column < eraser->fence_column) {
		eraser->fence_len = 0;
		return at == end;
	}
	len = jscan_fence_len(text, at, end);
	if (len >= eraser->fence_len && text[at] == eraser->fence_mark &&
	    jscan_trim_end(text, at, end) == at + len)
		eraser->fence_len = 0;
	return true;
}

static void read_line(struct eraser *eraser)
{
	size_t start = eraser->at, end = line_end(eraser, start);
	struct jscan_prefix prefix;
	size_t fence;

	eraser->at = end + 1;
	if (eraser->fence_len && read_fenced(eraser, start, end))
		return;
	jscan_prefix_read(&prefix, eraser->text, start, end);
	fence = jscan_fence_len(eraser->text, prefix.content, end);
	if (fence) {
		eraser->fence_len = fence;
		eraser->fence_mark = eraser->text[prefix.content];
		eraser->fence_quotes = prefix.quotes;
		eraser->fence_column = prefix.item_column;
		return;
	}
	erase_in_line(eraser, prefix.content, end);
}

const char *jscan_erase_comments(const char *text, size_t start, size_t len,
				 struct jscan_arena *arena)
{
	struct eraser eraser = {0};

	if (!has_opener(text, start, len))
		return text;
	eraser.text = jscan_arena_strndup(arena, text, len);
	eraser.len = len;
	eraser.at = start;
	while (eraser.at < len)
		read_line(&eraser);
	return eraser.text;
}
