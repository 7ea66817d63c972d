/*
 * Ticks a box: `[ ]` becomes `[x]`, and the day it was done goes behind the
 * words of its line, before what has to stay last there.
 */
#include "act/tick.h"

#include <string.h>

#include "base/date.h"

#define CHECK_MARK "\xe2\x9c\x85"

static bool is_blank(char c)
{
	return c == ' ' || c == '\t';
}

/* Behind the list marker at `at`; `at` when there is none. */
static size_t skip_marker(const char *text, size_t at, size_t len)
{
	size_t digits = 0;

	if (at + 1 < len && strchr("-*+", text[at]) && is_blank(text[at + 1]))
		return at + 2;
	while (at + digits < len && digits < 9 && text[at + digits] >= '0' &&
	       text[at + digits] <= '9')
		digits++;
	if (digits && at + digits + 1 < len &&
	    strchr(".)", text[at + digits]) && is_blank(text[at + digits + 1]))
		return at + digits + 2;
	return at;
}

/* The offset in the line of what stands in the box; false: there is none. */
static bool find_box(const char *text, size_t len, size_t *out)
{
	bool has_marker = false;
	size_t at = 0, next;

	for (;;) {
		while (at < len && (is_blank(text[at]) || text[at] == '>'))
			at++;
		next = skip_marker(text, at, len);
		if (next == at)
			break;
		has_marker = true;
		at = next;
	}
	if (!has_marker || len - at < 3 || text[at] != '[' ||
	    text[at + 2] != ']' || strchr("xX-", text[at + 1]))
		return false;
	*out = at + 1;
	return true;
}

/* Where the words end: before blanks, and before a block's id (`^abc`). */
static size_t find_words_end(const char *text, size_t len)
{
	size_t end = len, word;

	while (end && is_blank(text[end - 1]))
		end--;
	word = end;
	while (word && !is_blank(text[word - 1]))
		word--;
	if (word && text[word] == '^') {
		while (word && is_blank(text[word - 1]))
			word--;
		return word;
	}
	return end;
}

static bool has(const char *text, size_t len, const char *part)
{
	return memmem(text, len, part, strlen(part)) != NULL;
}

/* The done date as the task writes its due date. */
static const char *say_done(const struct jscan_raw *raw, const char *text,
			    size_t len, struct jscan_date date)
{
	static const struct {
		const char *due;
		const char *before;
		const char *after;
	} notations[] = {
		{"[due::", "[completion:: ", "]"},
		{"(due::", "(completion:: ", ")"},
		{"@due(", "@done(", ")"},
		{"due::", CHECK_MARK " ", ""},
		{"due:", "done: ", ""},
	};
	char day[11];

	jscan_date_format(day, date);
	for (size_t i = 0; i < sizeof(notations) / sizeof(notations[0]); i++) {
		if (has(text, len, notations[i].due))
			return jscan_arena_printf(raw->arena, "%s%s%s",
						  notations[i].before, day,
						  notations[i].after);
	}
	return jscan_arena_printf(raw->arena, CHECK_MARK " %s", day);
}

bool jscan_tick_task(struct jscan_splice *out, const struct jscan_raw *raw,
		     unsigned line, struct jscan_date date)
{
	size_t len, box, end, start;
	const char *text = jscan_raw_line(raw, line, &len);

	if (!text || !find_box(text, len, &box))
		return false;
	start = (size_t)(text - raw->bytes);
	end = find_words_end(text, len);
	jscan_raw_splice(raw, out, start + box, end - box, "x%.*s %s",
			 (int)(end - box - 1), text + box + 1,
			 say_done(raw, text, len, date));
	return true;
}

/* The line of the first heading below a line; 0: there is none. */
static unsigned find_heading(const struct jscan_raw *raw, unsigned below)
{
	for (size_t i = 0; i < raw->document.block_count; i++) {
		const struct jscan_block *block = &raw->document.blocks[i];

		if (block->kind == JSCAN_BLOCK_HEADING && !block->is_quoted &&
		    block->line > below)
			return block->line;
	}
	return 0;
}

/* Can a list item follow the line at once? */
static bool takes_item(const struct jscan_raw *raw, unsigned line)
{
	size_t len, at = 0;
	const char *text = jscan_raw_line(raw, line, &len);

	while (text && at < len && is_blank(text[at]))
		at++;
	return text && (at == len || (!at && text[0] == '-' && len > 1 &&
				      is_blank(text[1])));
}

bool jscan_tick_add_prepared(struct jscan_splice *out,
			     const struct jscan_raw *raw,
			     const struct jscan_facts *facts, unsigned scope,
			     struct jscan_date date)
{
	unsigned above = scope ? facts->scopes[scope].line
			       : raw->document.header_end_line;
	unsigned heading = find_heading(raw, above);
	unsigned last = heading ? heading - 1 : (unsigned)raw->line_count;
	bool ends_line = raw->len && strchr("\r\n", raw->bytes[raw->len - 1]);
	size_t len;
	char day[11];

	if (!raw->document.header_end_line)
		return false;
	/* Behind the last words, before the blank lines in front of a heading.
	 */
	while (last > above && jscan_raw_line(raw, last, &len) && !len)
		last--;
	jscan_date_format(day, date);
	jscan_raw_splice(raw, out, raw->starts[last], 0,
			 "%s%s- [x] Prepare for the interview " CHECK_MARK
			 " %s\n%s",
			 last == raw->line_count && !ends_line ? "\n" : "",
			 takes_item(raw, last) ? "" : "\n", day,
			 heading && last + 1 == heading ? "\n" : "");
	return true;
}
