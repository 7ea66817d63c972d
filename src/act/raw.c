/* Lines and places in the bytes of a note, and the making of edits. */
#include "act/raw.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#define BOM_BYTES 3

static bool has_bom(const struct jscan_raw *raw)
{
	return raw->len >= BOM_BYTES &&
	       !memcmp(raw->bytes, "\xef\xbb\xbf", BOM_BYTES);
}

/* The byte behind the end of the line that starts at `at`. */
static size_t skip_line(const struct jscan_raw *raw, size_t at)
{
	while (at < raw->len && raw->bytes[at] != '\n' &&
	       raw->bytes[at] != '\r')
		at++;
	if (at + 1 < raw->len && raw->bytes[at] == '\r' &&
	    raw->bytes[at + 1] == '\n')
		at++;
	return at < raw->len ? at + 1 : at;
}

static void find_lines(struct jscan_raw *raw)
{
	size_t first = has_bom(raw) ? BOM_BYTES : 0;
	size_t *starts;

	raw->line_count = 0;
	for (size_t at = first; at < raw->len; at = skip_line(raw, at))
		raw->line_count++;
	starts = jscan_arena_array(raw->arena, raw->line_count + 1,
				   sizeof(*starts));
	raw->line_count = 0;
	for (size_t at = first; at < raw->len; at = skip_line(raw, at))
		starts[raw->line_count++] = at;
	starts[raw->line_count] = raw->len;
	raw->starts = starts;
}

/* Without the bytes that end it. */
static size_t line_len(const struct jscan_raw *raw, unsigned line)
{
	size_t start = raw->starts[line - 1], end = raw->starts[line];

	if (end > start && raw->bytes[end - 1] == '\n')
		end--;
	if (end > start && raw->bytes[end - 1] == '\r')
		end--;
	return end - start;
}

static const char *find_newline(const struct jscan_raw *raw)
{
	size_t len, whole;

	if (!raw->line_count)
		return "\n";
	len = line_len(raw, 1);
	whole = raw->starts[1] - raw->starts[0];
	if (whole == len + 2)
		return "\r\n";
	return whole > len && raw->bytes[raw->starts[1] - 1] == '\r' ? "\r"
								     : "\n";
}

void jscan_raw_open(struct jscan_raw *out, const char *path, const char *bytes,
		    size_t len, const struct jscan_config *config,
		    struct jscan_arena *arena)
{
	struct jscan_document_parser *parser = jscan_document_parser_new();
	struct jscan_diags diags;

	memset(out, 0, sizeof(*out));
	out->bytes = bytes;
	out->len = len;
	out->config = config;
	out->arena = arena;
	find_lines(out);
	out->newline = find_newline(out);
	jscan_diags_init(&diags, arena);
	jscan_document_open(&out->document, path, bytes, len, arena, &diags);
	jscan_document_parse_body(&out->document, parser, config, arena,
				  &diags);
	jscan_document_parser_free(parser);
}

const char *jscan_raw_line(const struct jscan_raw *raw, unsigned line,
			   size_t *len)
{
	const char *read;
	size_t read_len;

	if (!line || line > raw->line_count ||
	    raw->line_count != raw->document.line_count)
		return NULL;
	*len = line_len(raw, line);
	read = jscan_document_line(&raw->document, line, &read_len);
	if (read_len && read[read_len - 1] == '\n')
		read_len--;
	if (read_len != *len ||
	    (*len &&
	     memcmp(read, raw->bytes + raw->starts[line - 1], *len) != 0))
		return NULL;
	return raw->bytes + raw->starts[line - 1];
}

bool jscan_raw_offset(const struct jscan_raw *raw, unsigned line,
		      unsigned column, size_t *out)
{
	size_t len;

	if (!jscan_raw_line(raw, line, &len) || !column || column > len + 1)
		return false;
	*out = raw->starts[line - 1] + column - 1;
	return true;
}

void jscan_raw_splice(const struct jscan_raw *raw, struct jscan_splice *out,
		      size_t offset, size_t removed, const char *format, ...)
{
	size_t newline = strlen(raw->newline), used = 0, ends = 0, len;
	va_list args;
	char *plain, *text;
	int bytes;

	va_start(args, format);
	bytes = vsnprintf(NULL, 0, format, args);
	va_end(args);
	len = bytes < 0 ? 0 : (size_t)bytes;
	plain = jscan_arena_alloc(raw->arena, len + 1);
	va_start(args, format);
	if (len)
		vsnprintf(plain, len + 1, format, args);
	va_end(args);
	for (size_t i = 0; i < len; i++)
		ends += plain[i] == '\n';
	text = jscan_arena_alloc(raw->arena, len + ends * newline + 1);
	for (size_t i = 0; i < len; i++) {
		if (plain[i] == '\n') {
			memcpy(text + used, raw->newline, newline);
			used += newline;
		} else {
			text[used++] = plain[i];
		}
	}
	out->offset = offset;
	out->removed = removed;
	out->text = text;
	out->len = used;
}
