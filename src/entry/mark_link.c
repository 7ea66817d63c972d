/*
 * What brackets make: links, images, wikilinks, footnotes; and links and tags
 * in angles.
 */
#include <string.h>

#include "entry/mark_read.h"
#include "entry/scan.h"

/*
 * Of the target of a wikilink from *from to *to what stands for it in a text:
 * the last part of its path, without its heading; of a heading of the same
 * note, the heading.
 */
static void find_note_name(const char *text, size_t *from, size_t *to)
{
	const char *hash = memchr(text + *from, '#', *to - *from);

	if (hash == text + *from) {
		++*from;
		return;
	}
	if (hash)
		*to = (size_t)(hash - text);
	for (size_t i = *from; i < *to; i++) {
		if (text[i] == '/')
			*from = i + 1;
	}
	if (*to - *from > 3 && !memcmp(text + *to - 3, ".md", 3))
		*to -= 3;
}

/* `[[target]]`, `[[target|words]]`, in a table `[[target\|words]]`. */
static size_t read_wikilink(struct jscan_inline *tool, size_t at)
{
	const char *text = tool->text;
	size_t from = at + 2, to, end, bar = 0;

	for (end = from;; end++) {
		if (end + 1 >= tool->len || text[end] == '\n' ||
		    text[end] == '[')
			return 0;
		if (text[end] == ']' && text[end + 1] == ']')
			break;
		if (text[end] == '|' && !bar)
			bar = end;
	}
	to = end;
	if (bar && bar + 1 < end) {
		from = bar + 1;
	} else {
		if (bar)
			to = text[bar - 1] == '\\' ? bar - 1 : bar;
		find_note_name(text, &from, &to);
	}
	if (from >= to)
		return 0;
	if (at > tool->literal_end && text[at - 1] == '!') {
		jscan_cut_add(tool, at - 1, end + 3 - at); /* embedded */
		return end + 2;
	}
	jscan_cut_add(tool, at, from - at);
	jscan_cut_add_erased(tool, from, to);
	jscan_cut_add(tool, to, end + 2 - to);
	return end + 2;
}

/* `[^1]` in a text. */
static size_t footnote_end(const struct jscan_inline *tool, size_t at)
{
	for (size_t i = at + 2; i < tool->len; i++) {
		char c = tool->text[i];

		if (c == ']')
			return i > at + 2 ? i + 1 : 0;
		if (c == '[' || (unsigned char)c <= ' ')
			return 0;
	}
	return 0;
}

size_t jscan_mark_open_bracket(struct jscan_inline *tool, size_t at)
{
	struct jscan_bracket *bracket;
	size_t end = 0;

	if (at + 1 < tool->len && tool->text[at + 1] == '[')
		end = read_wikilink(tool, at);
	else if (at + 1 < tool->len && tool->text[at + 1] == '^')
		end = footnote_end(tool, at);
	if (end) {
		if (tool->text[at + 1] == '^')
			jscan_cut_add(tool, at, end - at);
		return end;
	}
	if (tool->bracket_count == JSCAN_MOST_OPEN)
		return at + 1;
	bracket = &tool->brackets[tool->bracket_count++];
	bracket->at = at;
	bracket->cut = tool->cut_count;
	bracket->link_count = tool->link_count;
	bracket->is_image = at > tool->literal_end && tool->text[at - 1] == '!';
	bracket->has_inner = false;
	jscan_cut_add(tool, at, 0);
	return at + 1;
}

/*
 * What follows the words of a link: `(address)`, `[name]`, or nothing when the
 * words are a name themselves.  Returns the end, or 0.
 */
static size_t read_target(struct jscan_inline *tool,
			  const struct jscan_bracket *bracket, size_t at,
			  const char **url)
{
	const char *text = tool->text;
	size_t from, to, end, next = at + 1;

	if (next < tool->len && text[next] == '(') {
		end = jscan_scan_address(text, next, tool->len, &from, &to);
		if (end) {
			*url = jscan_scan_plain_address(tool->arena,
							text + from, to - from);
			return end;
		}
	}
	if (!tool->references->count || bracket->has_inner)
		return 0;
	from = bracket->at + 1;
	to = at;
	end = next;
	if (next < tool->len && text[next] == '[') {
		size_t i = next + 1;

		while (i < tool->len && text[i] != ']' && text[i] != '[')
			i++;
		if (i < tool->len && text[i] == ']') {
			end = i + 1;
			if (i > next + 1) {
				from = next + 1;
				to = i;
			}
		}
	}
	*url = jscan_reference_get_url(tool->references, text + from, to - from,
				       tool->arena);
	return *url ? end : 0;
}

/* There is no link in a link, but there may be one in an image. */
static void keep_images(struct jscan_inline *tool)
{
	size_t kept = 0;

	for (size_t i = 0; i < tool->bracket_count; i++) {
		if (tool->brackets[i].is_image)
			tool->brackets[kept++] = tool->brackets[i];
	}
	tool->bracket_count = kept;
}

size_t jscan_mark_close_bracket(struct jscan_inline *tool, size_t at)
{
	struct jscan_bracket bracket;
	const char *url = NULL;
	struct jscan_cut *cut;
	size_t end;

	if (!tool->bracket_count)
		return at + 1;
	bracket = tool->brackets[--tool->bracket_count];
	if (tool->bracket_count)
		tool->brackets[tool->bracket_count - 1].has_inner = true;
	end = read_target(tool, &bracket, at, &url);
	if (!end)
		return at + 1;
	if (bracket.is_image) {
		jscan_cut_drop(tool, bracket.cut);
		tool->link_count = bracket.link_count;
		jscan_cut_add(tool, bracket.at - 1, end - (bracket.at - 1));
		return end;
	}
	jscan_cut_close_marks(tool, bracket.cut);
	tool->cuts[bracket.cut].len = 1;
	cut = jscan_cut_add(tool, at, end - at);
	if (tool->link_count == bracket.link_count) {
		tool->cuts[bracket.cut].edge = JSCAN_EDGE_START;
		cut->edge = JSCAN_EDGE_END;
		jscan_cut_add_link(tool, url);
	} /* else a `<link>` among its words is the one that counts */
	keep_images(tool);
	return end;
}

size_t jscan_mark_read_angle(struct jscan_inline *tool, size_t at)
{
	bool is_mail = false;
	char instead;
	size_t end = jscan_scan_autolink(tool->text, at, tool->len, &is_mail);

	if (end) {
		const char *words = tool->text + at + 1;
		size_t len = end - at - 2;

		jscan_cut_add_link(
			tool,
			is_mail ? jscan_arena_printf(tool->arena, "mailto:%.*s",
						     (int)len, words)
				: jscan_arena_strndup(tool->arena, words, len));
		jscan_cut_add(tool, at, 1)->edge = JSCAN_EDGE_START;
		jscan_cut_add(tool, end - 1, 1)->edge = JSCAN_EDGE_END;
		return end;
	}
	end = jscan_scan_tag(tool->text, at, tool->len, &instead);
	if (end) {
		struct jscan_cut *cut = jscan_cut_add(tool, at, end - at);

		cut->instead[0] = instead;
		cut->instead_len = instead ? 1 : 0;
	}
	return end ? end : at + 1;
}
