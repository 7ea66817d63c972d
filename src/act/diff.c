/*
 * A diff of one hunk.  The edit is one run of bytes, so the lines that differ
 * are found from both ends.  For a diff, lines end at '\n' alone: a carriage
 * return is part of its line.
 */
#include "act/diff.h"

#include <string.h>

#define CONTEXT 3

struct text {
	const char *bytes;
	size_t len;
	size_t from; /* of the lines that differ */
	size_t to;
};

static size_t line_start(const char *bytes, size_t at)
{
	while (at && bytes[at - 1] != '\n')
		at--;
	return at;
}

static size_t line_end(const struct text *text, size_t at)
{
	const char *end =
		at < text->len ? memchr(text->bytes + at, '\n', text->len - at)
			       : NULL;

	return end ? (size_t)(end - text->bytes) + 1 : text->len;
}

static size_t count_lines(const struct text *text, size_t from, size_t to)
{
	size_t count = 0;

	while (from < to) {
		from = line_end(text, from);
		count++;
	}
	return count;
}

/* The lines in which the texts differ: those alike at both ends are left out.
 */
static void find_lines(struct text *a, struct text *b)
{
	size_t least = a->len < b->len ? a->len : b->len;
	size_t head = 0, tail = 0;

	while (head < least && a->bytes[head] == b->bytes[head])
		head++;
	a->from = b->from = line_start(a->bytes, head);
	while (tail < least - a->from &&
	       a->bytes[a->len - tail - 1] == b->bytes[b->len - tail - 1])
		tail++;
	/* Back to whole lines: what is alike must start behind a line end in
	 * both. */
	while (tail &&
	       ((a->len > tail && a->bytes[a->len - tail - 1] != '\n') ||
		(b->len > tail && b->bytes[b->len - tail - 1] != '\n')))
		tail--;
	a->to = a->len - tail;
	b->to = b->len - tail;
}

static void write_lines(struct jscan_buf *out, char mark,
			const struct text *text, size_t from, size_t to)
{
	while (from < to) {
		size_t end = line_end(text, from);

		jscan_buf_addc(out, mark);
		jscan_buf_add(out, text->bytes + from, end - from);
		if (text->bytes[end - 1] != '\n')
			jscan_buf_adds(out, "\n\\ No newline at end of file\n");
		from = end;
	}
}

/* "-12,4"; of no lines, the number of the line before. */
static void write_range(struct jscan_buf *out, char mark,
			const struct text *text, size_t from, size_t to)
{
	size_t first = count_lines(text, 0, from) + 1;
	size_t count = count_lines(text, from, to);

	jscan_buf_addf(out, "%c%zu,%zu", mark, count ? first : first - 1,
		       count);
}

/* Git quotes names that hold more than plain characters. */
static void write_name(struct jscan_buf *out, const char *mark,
		       const char *side, const char *path)
{
	bool is_plain = true;

	for (const char *c = path; *c; c++)
		is_plain = is_plain && (unsigned char)*c >= ' ' && *c != '"' &&
			   *c != '\\' && (unsigned char)*c < 0x7f;
	jscan_buf_addf(out, "%s %s%s", mark, is_plain ? "" : "\"", side);
	for (const char *c = path; *c; c++) {
		if (is_plain)
			jscan_buf_addc(out, *c);
		else if (*c == '"' || *c == '\\')
			jscan_buf_addf(out, "\\%c", *c);
		else if ((unsigned char)*c < ' ' || (unsigned char)*c >= 0x7f)
			jscan_buf_addf(out, "\\%03o", (unsigned char)*c);
		else
			jscan_buf_addc(out, *c);
	}
	/* A tab ends a name with blanks in it. */
	jscan_buf_adds(out, !is_plain		? "\"\n"
			    : strchr(path, ' ') ? "\t\n"
						: "\n");
}

void jscan_diff_write(struct jscan_buf *out, const char *path,
		      const char *bytes, size_t len,
		      const struct jscan_splice *splice)
{
	struct jscan_buf fresh;
	struct text a = {.bytes = bytes, .len = len}, b = {.bytes = ""};
	size_t above, a_below, b_below;

	jscan_buf_init(&fresh);
	jscan_splice_apply(&fresh, bytes, len, splice);
	if (fresh.len)
		b.bytes = fresh.data;
	b.len = fresh.len;
	find_lines(&a, &b);
	above = a.from;
	a_below = a.to;
	b_below = b.to;
	for (int i = 0; i < CONTEXT; i++) {
		above = above ? line_start(bytes, above - 1) : 0;
		a_below = line_end(&a, a_below);
		b_below = line_end(&b, b_below);
	}
	write_name(out, "---", "a/", path);
	write_name(out, "+++", "b/", path);
	jscan_buf_adds(out, "@@ ");
	write_range(out, '-', &a, above, a_below);
	jscan_buf_addc(out, ' ');
	write_range(out, '+', &b, above, b_below);
	jscan_buf_adds(out, " @@\n");
	write_lines(out, ' ', &a, above, a.from);
	write_lines(out, '-', &a, a.from, a.to);
	write_lines(out, '+', &b, b.from, b.to);
	write_lines(out, ' ', &a, a.to, a_below);
	jscan_buf_release(&fresh);
}

void jscan_splice_apply(struct jscan_buf *out, const char *bytes, size_t len,
			const struct jscan_splice *splice)
{
	size_t rest = splice->offset + splice->removed;

	jscan_buf_add(out, bytes, splice->offset);
	jscan_buf_add(out, splice->text, splice->len);
	jscan_buf_add(out, bytes + rest, len - rest);
}
