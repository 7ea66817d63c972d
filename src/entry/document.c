/*
 * From the bytes of a file to text that everything behind can rely on (UTF-8,
 * '\n', no NUL), and to its front matter: YAML between a first line `---` and
 * the next line `---` or `...`.  The body is read in body.c.
 */
#include "entry/document.h"

#include <string.h>

#include "base/utf8.h"
#include "entry/prefix.h"

/* By its mark, or by zeros in every other of the first bytes. */
static bool is_utf16(const unsigned char *bytes, size_t len)
{
	if (len >= 2 && ((bytes[0] == 0xff && bytes[1] == 0xfe) ||
			 (bytes[0] == 0xfe && bytes[1] == 0xff)))
		return true;
	return len >= 4 && !bytes[0] == !bytes[2] && !bytes[1] == !bytes[3] &&
	       !bytes[0] != !bytes[1];
}

/* A copy without byte-order mark and with every line end a '\n'. */
static char *copy_lines(const char *bytes, size_t len,
			struct jscan_arena *arena, size_t *out_len)
{
	char *copy;
	size_t used = 0;

	if (len >= 3 && !memcmp(bytes, "\xef\xbb\xbf", 3)) {
		bytes += 3;
		len -= 3;
	}
	*out_len = len;
	copy = jscan_arena_strndup(arena, bytes, len);
	if (!len || !memchr(bytes, '\r', len))
		return copy;
	for (size_t i = 0; i < len; i++) {
		if (bytes[i] != '\r')
			copy[used++] = bytes[i];
		else if (i + 1 == len || bytes[i + 1] != '\n')
			copy[used++] = '\n';
	}
	copy[used] = '\0';
	*out_len = used;
	return copy;
}

static size_t count_lines(const char *at, const char *end)
{
	size_t count = 0;

	while (at < end) {
		count++;
		at = memchr(at, '\n', (size_t)(end - at));
		at = at ? at + 1 : end;
	}
	return count;
}

/* Most notes are short; the lines of a longer one are counted first. */
static void find_lines(struct jscan_document *document,
		       struct jscan_arena *arena)
{
	const char *text = document->text, *end = text + document->len;
	size_t count = 0, room = 64;
	size_t *offsets = jscan_arena_array(arena, room, sizeof(*offsets));

	for (const char *at = text; at < end;) {
		if (count + 1 == room) {
			size_t *more;

			room = count + count_lines(at, end) + 1;
			more = jscan_arena_array(arena, room, sizeof(*more));
			memcpy(more, offsets, count * sizeof(*more));
			offsets = more;
		}
		offsets[count++] = (size_t)(at - text);
		at = memchr(at, '\n', (size_t)(end - at));
		at = at ? at + 1 : end;
	}
	offsets[count] = document->len;
	document->line_offsets = offsets;
	document->line_count = count;
}

/* The line has so many marks and nothing but blanks behind them. */
static bool is_marks(const struct jscan_document *document, unsigned line,
		     char mark, size_t count)
{
	size_t len;
	const char *text = jscan_document_line(document, line, &len);

	for (size_t i = 0; i < count; i++) {
		if (i == len || text[i] != mark)
			return false;
	}
	while (len > count && (text[len - 1] == ' ' || text[len - 1] == '\t'))
		len--;
	return len == count;
}

static bool is_fence(const struct jscan_document *document, unsigned line,
		     char mark)
{
	return is_marks(document, line, mark, 3);
}

/* `word:`, as front matter starts with, and a rule in a text does not. */
static bool looks_like_key(const char *text, size_t len)
{
	size_t i = 0;

	while (i < len && text[i] != ':' && text[i] != '\n')
		i++;
	return i && i < len && text[i] == ':' && i <= 64 && text[0] != '#' &&
	       text[0] != '-' && !jscan_is_blank(text[0]) &&
	       (i + 1 == len || jscan_is_blank(text[i + 1]));
}

static void keep_header(struct jscan_document *document,
			const struct jscan_yaml *header,
			struct jscan_diags *diags)
{
	if (!header || jscan_yaml_is_null(header))
		return;
	if (header->kind == JSCAN_YAML_MAP)
		document->header = header;
	else
		jscan_diags_add(diags, document->path, header->line,
				header->column, JSCAN_DIAG_FRONT_MATTER,
				"front matter must be lines of 'key: value'");
}

/* YAML in the lines from the second to the one before `end_line`. */
static int parse_header(struct jscan_document *document, unsigned end_line,
			struct jscan_yaml **out,
			struct jscan_yaml_problem *problem,
			struct jscan_arena *arena)
{
	size_t start = document->line_offsets[1];

	return jscan_yaml_parse(out, document->text + start,
				document->line_offsets[end_line - 1] - start, 2,
				arena, problem);
}

/*
 * Front matter that nothing closes: its keys reach to the first blank line, if
 * they are keys at all; else the first line is a rule, and all is body.
 */
static void read_open_header(struct jscan_document *document,
			     struct jscan_arena *arena,
			     struct jscan_diags *diags)
{
	struct jscan_yaml_problem problem;
	struct jscan_yaml *header = NULL;
	unsigned end = 2;
	size_t len = 0;
	const char *text = jscan_document_line(document, 2, &len);

	if (!looks_like_key(text, len))
		return;
	document->has_header = true;
	jscan_diags_add(diags, document->path, 1, 1, JSCAN_DIAG_FRONT_MATTER,
			"front matter is never closed; put a line '---' "
			"behind it");
	while (end <= document->line_count && !is_marks(document, end, '\0', 0))
		end++;
	if (parse_header(document, end, &header, &problem, arena) < 0 ||
	    !header || header->kind != JSCAN_YAML_MAP)
		return;
	document->header = header;
	document->body_line = end;
}

static void read_header(struct jscan_document *document,
			struct jscan_arena *arena, struct jscan_diags *diags)
{
	struct jscan_yaml_problem problem;
	struct jscan_yaml *header = NULL;
	unsigned end = 2;

	if (!document->line_count || !is_fence(document, 1, '-'))
		return;
	while (end <= document->line_count && !is_fence(document, end, '-') &&
	       !is_fence(document, end, '.'))
		end++;
	if (end > document->line_count) {
		read_open_header(document, arena, diags);
		return;
	}
	document->has_header = true;
	document->header_end_line = end;
	document->body_line = end + 1;
	if (parse_header(document, end, &header, &problem, arena) < 0)
		jscan_diags_add(
			diags, document->path, problem.line, problem.column,
			problem.is_limit ? JSCAN_DIAG_FRONT_MATTER_LIMIT
					 : JSCAN_DIAG_FRONT_MATTER,
			"front matter cannot be read: %s", problem.message);
	else
		keep_header(document, header, diags);
}

static void warn_of_bad_bytes(const struct jscan_document *document, size_t bad,
			      struct jscan_diags *diags)
{
	struct jscan_shift shift = {0, (unsigned)bad};
	struct jscan_block block = {0};
	unsigned line, column;

	block.shifts = &shift;
	block.shift_count = 1;
	jscan_document_position(document, &block, 0, &line, &column);
	jscan_diags_add(diags, document->path, line, column,
			JSCAN_DIAG_BAD_UTF8,
			"bytes that are no UTF-8 text, here first; each was "
			"replaced");
}

void jscan_document_open(struct jscan_document *out, const char *path,
			 const char *bytes, size_t len,
			 struct jscan_arena *arena, struct jscan_diags *diags)
{
	size_t bad;

	memset(out, 0, sizeof(*out));
	out->path = path;
	out->body_line = 1;
	if (is_utf16((const unsigned char *)bytes, len)) {
		jscan_diags_add(diags, path, 0, 0, JSCAN_DIAG_UTF16,
				"this file is UTF-16; save it as UTF-8");
		len = 0;
	}
	out->text = copy_lines(bytes, len, arena, &out->len);
	bad = jscan_utf8_check(out->text, out->len);
	if (bad < out->len)
		out->text = jscan_utf8_repair(arena, out->text, out->len,
					      &out->len);
	else
		bad = out->len;
	find_lines(out, arena);
	read_header(out, arena, diags);
	if (bad < out->len && out->has_header)
		warn_of_bad_bytes(out, bad, diags);
}

/* The line, from 0, that holds the byte at `offset`. */
static size_t find_line(const struct jscan_document *document, size_t offset)
{
	size_t low = 0, high = document->line_count;

	while (high - low > 1) {
		size_t middle = low + (high - low) / 2;

		if (document->line_offsets[middle] <= offset)
			low = middle;
		else
			high = middle;
	}
	return low;
}

void jscan_document_position(const struct jscan_document *document,
			     const struct jscan_block *block, size_t offset,
			     unsigned *line, unsigned *column)
{
	size_t low = 0, high = block->shift_count, source, at;

	if (!block->shift_count) {
		*line = block->line;
		*column = 1;
		return;
	}
	while (high - low > 1) {
		size_t middle = low + (high - low) / 2;

		if (block->shifts[middle].text <= offset)
			low = middle;
		else
			high = middle;
	}
	source = block->shifts[low].source + offset - block->shifts[low].text;
	at = find_line(document, source);
	*line = (unsigned)at + 1;
	*column = (unsigned)(source - document->line_offsets[at]) + 1;
}

const char *jscan_document_line(const struct jscan_document *document,
				unsigned line, size_t *len)
{
	const char *text;

	if (!line || line > document->line_count) {
		*len = 0;
		return "";
	}
	text = document->text + document->line_offsets[line - 1];
	*len = document->line_offsets[line] - document->line_offsets[line - 1];
	if (*len && text[*len - 1] == '\n')
		--*len;
	return text;
}
