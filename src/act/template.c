/*
 * Fills templates in one pass.  What is written since the start of a sentence
 * or bracket can be taken back: a mark remembers where it began and whether a
 * fact was missing.
 */
#include "act/template.h"

#include <stdio.h>
#include <string.h>

#include "base/error.h"
#include "base/near.h"
#include "base/utf8.h"

#define MOST_NESTED    8
#define MOST_NAME      32
#define MOST_SUGGESTED 64

struct mark { /* where a sentence or bracket began in the output */
	size_t len;
	bool is_missing;
};

struct fill {
	struct jscan_buf *out; /* of the line at hand */
	const struct jscan_template *template;
	const struct jscan_placeholder *placeholders;
	size_t count;
	size_t at;
	struct mark marks[MOST_NESTED + 1]; /* [0] is the sentence */
	size_t depth;
	struct jscan_error *err;
};

static int refuse(struct fill *fill, size_t at, const char *message)
{
	unsigned line = 1, column = 1;

	for (size_t i = 0; i < at; i++) {
		column++;
		if (fill->template->text[i] == '\n') {
			line++;
			column = 1;
		}
	}
	return jscan_error_set_at(fill->err, JSCAN_ERR_CONFIG,
				  fill->template->path ? fill->template->path
						       : "",
				  line, column, "%s", message);
}

static int refuse_name(struct fill *fill, size_t at, const char *name)
{
	const char *names[MOST_SUGGESTED], *near;
	char message[160];
	size_t count = 0;

	while (count < fill->count && count < MOST_SUGGESTED) {
		names[count] = fill->placeholders[count].name;
		count++;
	}
	near = jscan_near_find(name, names, count);
	snprintf(message, sizeof(message),
		 near ? "unknown placeholder {%s}: did you mean {%s}?"
		      : "unknown placeholder {%s}: `journalscan help draft` "
			"lists them",
		 name, near);
	return refuse(fill, at, message);
}

/* `{name}` at fill->at. */
static int take_placeholder(struct fill *fill)
{
	const char *text = fill->template->text;
	size_t start = fill->at + 1, end = start;
	char name[MOST_NAME + 1];

	while (end < fill->template->len && text[end] != '}' &&
	       text[end] != '\n')
		end++;
	if (end == fill->template->len || text[end] != '}')
		return refuse(fill, fill->at, "a { that no } closes");
	if (end - start > MOST_NAME || end == start)
		return refuse(fill, fill->at, "not the name of a placeholder");
	memcpy(name, text + start, end - start);
	name[end - start] = '\0';
	for (size_t i = 0; i < fill->count; i++) {
		const struct jscan_placeholder *p = &fill->placeholders[i];

		if (strcmp(p->name, name) != 0)
			continue;
		if (p->value)
			jscan_buf_adds(fill->out, p->value);
		else
			fill->marks[fill->depth].is_missing = true;
		fill->at = end + 1;
		return 0;
	}
	return refuse_name(fill, fill->at, name);
}

static void set_mark(struct fill *fill)
{
	fill->marks[fill->depth].len = fill->out->len;
	fill->marks[fill->depth].is_missing = false;
}

static int open_bracket(struct fill *fill)
{
	if (fill->depth == MOST_NESTED)
		return refuse(fill, fill->at, "brackets nested too deeply");
	fill->depth++;
	set_mark(fill);
	fill->at++;
	return 0;
}

static void take_back(struct fill *fill)
{
	if (fill->marks[fill->depth].is_missing)
		fill->out->len = fill->marks[fill->depth].len;
}

static int close_bracket(struct fill *fill)
{
	if (!fill->depth)
		return refuse(fill, fill->at, "a ] that no [ opened");
	take_back(fill);
	fill->depth--;
	fill->at++;
	return 0;
}

static bool is_blank(char c)
{
	return c == ' ' || c == '\t';
}

/* A sentence ends here: with its mark, and what closes around it. */
static bool ends_sentence(const struct fill *fill)
{
	const char *text = fill->template->text;
	size_t at = fill->at;

	if (fill->depth || !at || !is_blank(text[at]))
		return false;
	while (at && strchr(")\"'", text[at - 1]))
		at--;
	return at && strchr(".!?", text[at - 1]);
}

/* The sentence is whole: it stays, or goes with the blanks behind it. */
static void end_sentence(struct fill *fill)
{
	bool is_missing = fill->marks[0].is_missing;

	take_back(fill);
	while (is_missing && fill->at < fill->template->len &&
	       is_blank(fill->template->text[fill->at]))
		fill->at++;
	while (!is_missing && fill->at < fill->template->len &&
	       is_blank(fill->template->text[fill->at]))
		jscan_buf_addc(fill->out, fill->template->text[fill->at++]);
	set_mark(fill);
}

static int take_byte(struct fill *fill)
{
	const char *text = fill->template->text;

	switch (text[fill->at]) {
	case '{':
		return take_placeholder(fill);
	case '[':
		return open_bracket(fill);
	case ']':
		return close_bracket(fill);
	case '\\':
		if (fill->at + 1 < fill->template->len &&
		    text[fill->at + 1] != '\n')
			fill->at++;
		break;
	default:
		if (!ends_sentence(fill))
			break;
		end_sentence(fill);
		return 0;
	}
	jscan_buf_addc(fill->out, text[fill->at++]);
	return 0;
}

/* One line into fill->out; *is_empty: there was nothing in the template. */
static int fill_line(struct fill *fill, bool *is_empty)
{
	size_t start = fill->at;

	fill->depth = 0;
	set_mark(fill);
	while (fill->at < fill->template->len &&
	       fill->template->text[fill->at] != '\n') {
		if (take_byte(fill) < 0)
			return -1;
	}
	if (fill->depth)
		return refuse(fill, start, "a [ that no ] closes in its line");
	take_back(fill);
	while (fill->out->len && is_blank(fill->out->data[fill->out->len - 1]))
		fill->out->len--;
	*is_empty = fill->at == start;
	if (fill->at < fill->template->len)
		fill->at++;
	return 0;
}

int jscan_template_fill(struct jscan_buf *out,
			const struct jscan_template *template,
			const struct jscan_placeholder *placeholders,
			size_t count, struct jscan_error *err)
{
	struct jscan_buf line;
	struct fill fill = {.out = &line,
			    .template = template,
			    .placeholders = placeholders,
			    .count = count,
			    .err = err};
	bool is_wanted = false; /* an empty line, before the next words */
	int ret = 0;

	jscan_buf_init(&line);
	while (!ret && fill.at < template->len) {
		bool is_empty = false;

		jscan_buf_clear(&line);
		ret = fill_line(&fill, &is_empty);
		if (ret < 0 || (!line.len && !is_empty))
			continue;
		if (line.len && is_wanted)
			jscan_buf_addc(out, '\n');
		is_wanted = !line.len && out->len;
		if (line.len) {
			jscan_buf_add(out, line.data, line.len);
			jscan_buf_addc(out, '\n');
		}
	}
	jscan_buf_release(&line);
	return ret;
}

char *jscan_template_clean(struct jscan_arena *arena, const char *text,
			   size_t len, bool has_lines)
{
	size_t used = 0, bytes;
	char *safe = jscan_utf8_repair(arena, text, len, &len);
	char *out = jscan_arena_alloc(arena, len * 3 + 1);

	for (size_t i = 0; i < len; i += bytes) {
		int32_t c;

		bytes = jscan_utf8_next(safe + i, len - i, &c);
		if (c == '\n' && has_lines) {
			out[used++] = '\n';
		} else if (c == '\r' || (c == 0xfeff && !i)) {
			continue;
		} else if (c == ' ' || c == '\t' || c == '\n') {
			if (has_lines || (used && out[used - 1] != ' '))
				out[used++] = ' ';
		} else if (jscan_utf8_is_unsafe(c) && c != 0x200c &&
			   c != 0x200d) {
			memcpy(out + used, "\xef\xbf\xbd", 3);
			used += 3;
		} else {
			memcpy(out + used, safe + i, bytes);
			used += bytes;
		}
	}
	while (!has_lines && used && out[used - 1] == ' ')
		used--;
	out[used] = '\0';
	return out;
}
