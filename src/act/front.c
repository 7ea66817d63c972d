/*
 * Edits of front matter: keys, list items and members, as lines or in brackets,
 * indented and quoted as the note does it.
 */
#include "act/front.h"

#include <string.h>

#include "act/span.h"
#include "base/date.h"
#include "base/utf8.h"

static const char *fold(const struct jscan_raw *raw, const char *text)
{
	return jscan_utf8_fold_words(raw->arena, text, strlen(text));
}

const struct jscan_yaml *jscan_front_find(const struct jscan_raw *raw,
					  enum jscan_key key)
{
	const struct jscan_yaml *header = raw->document.header;

	for (const struct jscan_yaml *n = header ? header->first : NULL; n;
	     n = n->next) {
		if (jscan_key_find(raw->config, fold(raw, n->key), NULL) == key)
			return n;
	}
	return NULL;
}

/* Front matter that is edited: a mapping of lines, closed by a fence. */
static bool is_plain_header(const struct jscan_raw *raw)
{
	const struct jscan_yaml *header = raw->document.header;
	size_t at;

	return header && raw->document.header_end_line && header->first &&
	       jscan_raw_first_byte(raw, header, &at) != '{' &&
	       jscan_raw_offset(raw, header->first->key_line,
				header->first->key_column, &at);
}

static const char *blanks(const struct jscan_raw *raw, unsigned count)
{
	char *text = jscan_arena_alloc(raw->arena, (size_t)count + 1);

	memset(text, ' ', count);
	return text;
}

/* How far the note indents what stands below a key: lists, or mappings. */
static const char *find_step(const struct jscan_raw *raw,
			     enum jscan_yaml_kind kind)
{
	for (const struct jscan_yaml *n = raw->document.header->first; n;
	     n = n->next) {
		size_t at;

		if (n->kind == kind && n->line > n->key_line &&
		    n->column >= n->key_column &&
		    n->column - n->key_column <= 8 &&
		    !strchr("[{", jscan_raw_first_byte(raw, n, &at)))
			return blanks(raw, n->column - n->key_column);
	}
	return "  ";
}

/* Puts `indent` behind every line end of a text. */
static const char *indent_lines(const struct jscan_raw *raw, const char *text,
				const char *indent)
{
	size_t step = strlen(indent), ends = 0, used = 0;
	char *out;

	for (const char *c = text; *c; c++)
		ends += *c == '\n';
	out = jscan_arena_alloc(raw->arena, strlen(text) + ends * step + 1);
	for (const char *c = text; *c; c++) {
		out[used++] = *c;
		if (*c == '\n') {
			memcpy(out + used, indent, step);
			used += step;
		}
	}
	return out;
}

/* What joins the words of the note's keys: the first of "_- " that does. */
static char key_joint(const struct jscan_raw *raw)
{
	for (const struct jscan_yaml *n = raw->document.header->first; n;
	     n = n->next) {
		size_t at = strcspn(n->key, "_- ");

		if (at && n->key[at] && n->key[at + 1])
			return n->key[at];
	}
	return ' ';
}

static const char *style_key(const struct jscan_raw *raw, const char *name)
{
	char first = raw->document.header->first->key[0];
	char *out = jscan_arena_strdup(raw->arena, name);
	char joint = key_joint(raw);

	for (char *c = out; *c; c++) {
		if (*c == ' ')
			*c = joint;
	}
	if (first >= 'A' && first <= 'Z')
		out[0] = (char)(out[0] - 32);
	return out;
}

static bool is_date(const struct jscan_yaml *node)
{
	struct jscan_date date;

	return node->kind == JSCAN_YAML_SCALAR && node->len == 10 &&
	       !jscan_date_parse(&date, node->text);
}

const char *jscan_front_date(const struct jscan_raw *raw,
			     struct jscan_date date)
{
	const struct jscan_yaml *header = raw->document.header;
	char text[11];

	jscan_date_format(text, date);
	for (const struct jscan_yaml *n = header ? header->first : NULL; n;
	     n = n->next) {
		size_t at;
		char c;

		if (!is_date(n))
			continue;
		c = jscan_raw_first_byte(raw, n, &at);
		if (c == '"' || c == '\'')
			return jscan_arena_printf(raw->arena, "%c%s%c", c, text,
						  c);
		break;
	}
	return jscan_arena_strdup(raw->arena, text);
}

bool jscan_front_add_key(struct jscan_splice *out, const struct jscan_raw *raw,
			 const char *name, const char *value)
{
	const char *indent, *deeper;
	size_t at;

	if (!is_plain_header(raw) ||
	    !jscan_raw_offset(raw, raw->document.header_end_line, 1, &at))
		return false;
	indent = blanks(raw, raw->document.header->first->key_column - 1);
	deeper = find_step(raw, value[0] == '\n' && value[1] == '-'
					? JSCAN_YAML_LIST
					: JSCAN_YAML_MAP);
	deeper = jscan_arena_printf(raw->arena, "%s%s", indent, deeper);
	jscan_raw_splice(raw, out, at, 0, "%s%s:%s%s\n", indent,
			 style_key(raw, name), *value == '\n' ? "" : " ",
			 indent_lines(raw, value, deeper));
	return true;
}

bool jscan_front_set(struct jscan_splice *out, const struct jscan_raw *raw,
		     const struct jscan_yaml *node,
		     const struct jscan_yaml *map, const char *value)
{
	size_t colon, start, end;
	bool is_in_flow = map && jscan_raw_first_byte(raw, map, &start) == '{';

	if (!is_plain_header(raw) ||
	    !jscan_raw_find_short_value(raw, node, is_in_flow, &colon, &start,
					&end))
		return false;
	if (end > start)
		jscan_raw_splice(raw, out, start, end - start, "%s", value);
	else
		jscan_raw_splice(raw, out, colon, 0, " %s", value);
	return true;
}

bool jscan_front_set_lines(struct jscan_splice *out,
			   const struct jscan_raw *raw,
			   const struct jscan_yaml *node, const char *lines)
{
	size_t colon, start, end, stop;
	const char *indent;

	if (!is_plain_header(raw) ||
	    !jscan_raw_find_short_value(raw, node, false, &colon, &start, &end))
		return false;
	indent = jscan_arena_printf(raw->arena, "%s%s",
				    blanks(raw, node->key_column - 1),
				    find_step(raw, JSCAN_YAML_MAP));
	stop = jscan_raw_line_end(raw, node->key_line);
	jscan_raw_splice(raw, out, colon, stop - colon, "%.*s%s",
			 (int)(stop - end), raw->bytes + end,
			 indent_lines(raw, lines, indent));
	return true;
}

/* Before the bracket that closes what opens at `start`. */
static bool add_in_brackets(struct jscan_splice *out,
			    const struct jscan_raw *raw, size_t start,
			    const char *text)
{
	size_t at, end;
	char last;

	if (!jscan_raw_find_close(raw, start, &end))
		return false;
	at = end - 1;
	while (at > start + 1 && strchr(" \t\r\n", raw->bytes[at - 1]))
		at--;
	last = raw->bytes[at - 1];
	if (last == ':') /* a key without a value keeps its blank */
		at = end - 1;
	jscan_raw_splice(raw, out, at, 0, "%s%s",
			 last == ','	      ? " "
			 : strchr("[{", last) ? ""
					      : ", ",
			 text);
	return true;
}

/* Below the last line of a list of lines. */
static bool add_below(struct jscan_splice *out, const struct jscan_raw *raw,
		      unsigned line, const char *indent, const char *mark,
		      const char *text)
{
	const char *deeper = jscan_arena_printf(raw->arena, "%s%s", indent,
						*mark ? "  " : "");
	size_t at;

	if (!jscan_raw_offset(raw, line + 1, 1, &at))
		return false;
	jscan_raw_splice(raw, out, at, 0, "%s%s%s\n", indent, mark,
			 indent_lines(raw, text, deeper));
	return true;
}

static bool append_to_lines(struct jscan_splice *out,
			    const struct jscan_raw *raw,
			    const struct jscan_yaml *list, const char *block)
{
	return add_below(out, raw, jscan_raw_last_line(raw, list),
			 blanks(raw, list->column - 1), "- ", block);
}

/* `key: value` becomes a list of the old value and the new one. */
static bool wrap_short(struct jscan_splice *out, const struct jscan_raw *raw,
		       const struct jscan_yaml *node, const char *block)
{
	const char *indent, *item;
	size_t colon, start, end, stop;

	if (!jscan_raw_find_short_value(raw, node, false, &colon, &start, &end))
		return false;
	indent = jscan_arena_printf(raw->arena, "%s%s",
				    blanks(raw, node->key_column - 1),
				    find_step(raw, JSCAN_YAML_LIST));
	item = indent_lines(raw, block,
			    jscan_arena_printf(raw->arena, "%s  ", indent));
	stop = jscan_raw_line_end(raw, node->key_line);
	if (end == start) { /* nothing to keep but a comment */
		jscan_raw_splice(raw, out, stop, 0, "\n%s- %s", indent, item);
		return true;
	}
	if (jscan_yaml_is_null(node)) { /* null, or ~ */
		jscan_raw_splice(raw, out, colon, stop - colon, "%.*s\n%s- %s",
				 (int)(stop - end), raw->bytes + end, indent,
				 item);
		return true;
	}
	jscan_raw_splice(raw, out, colon, stop - colon, "\n%s- %.*s\n%s- %s",
			 indent, (int)(stop - start), raw->bytes + start,
			 indent, item);
	return true;
}

/* The lines of a mapping move to the right, the first one behind a dash. */
static bool wrap_lines(struct jscan_splice *out, const struct jscan_raw *raw,
		       const struct jscan_yaml *map, const char *block)
{
	unsigned last = jscan_raw_last_line(raw, map);
	const char *indent = blanks(raw, map->column - 1);
	size_t start = raw->starts[map->line - 1], end = raw->starts[last];
	struct jscan_splice added;
	char *text;
	size_t used = 0;

	if (!add_below(&added, raw, last, indent, "- ", block))
		return false;
	text = jscan_arena_alloc(raw->arena,
				 end - start + added.len +
					 2 * (size_t)(last - map->line + 2));
	for (unsigned line = map->line; line <= last; line++) {
		size_t from = raw->starts[line - 1];
		size_t len = raw->starts[line] - from, own;
		const char *mark = line == map->line ? "- " : "  ";

		if (!jscan_raw_line(raw, line, &own) || own < map->column - 1)
			return false;
		memcpy(text + used, raw->bytes + from, map->column - 1);
		used += map->column - 1;
		memcpy(text + used, mark, 2);
		used += 2;
		memcpy(text + used, raw->bytes + from + map->column - 1,
		       len - (map->column - 1));
		used += len - (map->column - 1);
	}
	memcpy(text + used, added.text, added.len);
	out->offset = start;
	out->removed = end - start;
	out->text = text;
	out->len = used + added.len;
	return true;
}

bool jscan_front_append(struct jscan_splice *out, const struct jscan_raw *raw,
			const struct jscan_yaml *node, const char *block,
			const char *flow)
{
	size_t at;
	char c;

	if (!is_plain_header(raw))
		return false;
	if (node->kind == JSCAN_YAML_SCALAR)
		return wrap_short(out, raw, node, block);
	c = jscan_raw_first_byte(raw, node, &at);
	if (c == '[')
		return add_in_brackets(out, raw, at, flow);
	if (node->kind == JSCAN_YAML_LIST)
		return c == '-' && append_to_lines(out, raw, node, block);
	if (c == '{')
		return wrap_short(out, raw, node, block);
	return c && node->line > node->key_line &&
	       wrap_lines(out, raw, node, block);
}

bool jscan_front_add_member(struct jscan_splice *out,
			    const struct jscan_raw *raw,
			    const struct jscan_yaml *map, const char *name,
			    const char *value)
{
	const char *text =
		jscan_arena_printf(raw->arena, "%s: %s", name, value);
	size_t at;
	char c = jscan_raw_first_byte(raw, map, &at);

	if (!is_plain_header(raw) || map->kind != JSCAN_YAML_MAP || !c)
		return false;
	if (c == '{')
		return add_in_brackets(out, raw, at, text);
	return add_below(out, raw, jscan_raw_last_line(raw, map),
			 blanks(raw, map->column - 1), "", text);
}

bool jscan_front_extend(struct jscan_splice *out, const struct jscan_raw *raw,
			const struct jscan_yaml *node,
			const struct jscan_yaml *list, const char *text)
{
	size_t start, end;
	bool is_in_flow =
		list && jscan_raw_first_byte(raw, list, &start) == '[';

	if (!is_plain_header(raw) ||
	    !jscan_raw_find_value(raw, node, is_in_flow, &start, &end))
		return false;
	if (strchr("\"'", raw->bytes[start]))
		end--;
	jscan_raw_splice(raw, out, end, 0, "%s", text);
	return true;
}
