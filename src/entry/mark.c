/*
 * Finds the marks of markdown inside a block, in one walk over the bytes that
 * may be one.  A mark that may turn out to be one later (an emphasis opener, a
 * bracket) gets an empty cut that is filled in when its partner is met.
 *
 * Emphasis follows CommonMark's flanking rules but pairs each kind of mark on
 * its own; that differs from the standard only where different marks overlap.
 */
#include "entry/mark.h"

#include <stdlib.h>
#include <string.h>

#include "base/sixteen.h"
#include "entry/prefix.h"
#include "entry/scan.h"

/* The bytes that may start or be a mark. */
static const bool is_special[256] = {
	[(unsigned char)JSCAN_ERASED] = true,
	['\\'] = true,
	['`'] = true,
	['*'] = true,
	['_'] = true,
	['~'] = true,
	['='] = true,
	['['] = true,
	[']'] = true,
	['<'] = true,
	['&'] = true,
	[':'] = true,
};

static struct jscan_cut *add_cut(struct jscan_inline *tool, size_t at,
				 size_t len)
{
	struct jscan_cut *cut;

	if (tool->cut_count == tool->cut_room) {
		tool->cut_room = tool->cut_room ? tool->cut_room * 2 : 64;
		tool->cuts = jscan_realloc(
			tool->cuts, tool->cut_room * sizeof(*tool->cuts));
	}
	cut = &tool->cuts[tool->cut_count++];
	memset(cut, 0, sizeof(*cut));
	cut->at = (unsigned)at;
	cut->len = (unsigned)len;
	return cut;
}

static void add_link(struct jscan_inline *tool, const char *url)
{
	if (tool->link_count == tool->link_room) {
		tool->link_room = tool->link_room ? tool->link_room * 2 : 16;
		tool->links = jscan_realloc(
			tool->links, tool->link_room * sizeof(*tool->links));
	}
	memset(&tool->links[tool->link_count], 0, sizeof(*tool->links));
	tool->links[tool->link_count++].url = url;
}

/* Cuts from `from` on are void: what they were in goes as a whole. */
static void drop_cuts(struct jscan_inline *tool, size_t from)
{
	for (int kind = 0; kind < JSCAN_MARK_KINDS; kind++) {
		struct jscan_marks *marks = &tool->marks[kind];

		while (marks->count &&
		       marks->items[marks->count - 1].cut >= from)
			marks->count--;
	}
	tool->cut_count = from;
}

/* Marks that were opened behind `cut` find no partner outside of it. */
static void close_marks(struct jscan_inline *tool, size_t cut)
{
	for (int kind = 0; kind < JSCAN_MARK_KINDS; kind++) {
		struct jscan_marks *marks = &tool->marks[kind];

		while (marks->count && marks->items[marks->count - 1].cut > cut)
			marks->count--;
	}
}

/* Where the last run of back quotes of each length starts. */
static void find_ticks(struct jscan_inline *tool)
{
	size_t i = 0;

	memset(tool->last_ticks, 0, sizeof(tool->last_ticks));
	tool->has_ticks = true;
	while (i < tool->len) {
		const char *tick = memchr(tool->text + i, '`', tool->len - i);
		size_t start;

		if (!tick)
			return;
		start = i = (size_t)(tick - tool->text);
		while (i < tool->len && tool->text[i] == '`')
			i++;
		if (i - start <= JSCAN_MOST_TICKS)
			tool->last_ticks[i - start] = start;
	}
}

/* What was erased inside words that are otherwise taken as they are. */
static void cut_erased(struct jscan_inline *tool, size_t from, size_t to)
{
	const char *end = tool->text + to;
	const char *at = tool->text + from;

	while ((at = memchr(at, JSCAN_ERASED, (size_t)(end - at)))) {
		add_cut(tool, (size_t)(at - tool->text), 1);
		at++;
	}
}

static size_t read_code(struct jscan_inline *tool, size_t at)
{
	const char *text = tool->text;
	size_t inside = at, end, count;
	bool is_padded;

	while (inside < tool->len && text[inside] == '`')
		inside++;
	count = inside - at;
	if (!tool->has_ticks)
		find_ticks(tool);
	if (count > JSCAN_MOST_TICKS || tool->last_ticks[count] <= at)
		return inside;
	for (end = inside;;) { /* there is one, so this ends */
		size_t start;

		while (text[end] != '`')
			end++;
		start = end;
		while (end < tool->len && text[end] == '`')
			end++;
		if (end - start == count) {
			end = start;
			break;
		}
	}
	is_padded =
		end - inside > 2 && text[inside] == ' ' && text[end - 1] == ' ';
	add_cut(tool, at, count + is_padded);
	cut_erased(tool, inside + is_padded, end - is_padded);
	add_cut(tool, end - is_padded, count + is_padded);
	return end + count;
}

enum side { SIDE_SPACE, SIDE_PUNCTUATION, SIDE_WORD };

/* Beyond ASCII: no-break space, and the block of dashes and quotation marks. */
static enum side side_of(const char *text, size_t at, size_t end)
{
	unsigned char c = (unsigned char)text[at];

	if (c <= ' ')
		return SIDE_SPACE;
	if (c < 0x80)
		return jscan_is_punctuation((char)c) ? SIDE_PUNCTUATION
						     : SIDE_WORD;
	if (end - at >= 2 && c == 0xc2 && (unsigned char)text[at + 1] == 0xa0)
		return SIDE_SPACE;
	if (end - at >= 2 && c == 0xe2 && (unsigned char)text[at + 1] == 0x80)
		return SIDE_PUNCTUATION;
	return SIDE_WORD;
}

static enum side side_before(const struct jscan_inline *tool, size_t at)
{
	size_t i = at;

	if (!at)
		return SIDE_SPACE;
	do
		i--;
	while (i && ((unsigned char)tool->text[i] & 0xc0) == 0x80);
	return side_of(tool->text, i, at);
}

static enum side side_behind(const struct jscan_inline *tool, size_t at)
{
	return at == tool->len ? SIDE_SPACE
			       : side_of(tool->text, at, tool->len);
}

static void pair_marks(struct jscan_inline *tool, struct jscan_marks *marks,
		       size_t cut, size_t *left, bool is_whole)
{
	while (*left && marks->count) {
		struct jscan_open_mark *open = &marks->items[marks->count - 1];
		size_t paired = open->left < *left ? open->left : *left;

		if (is_whole && open->left != *left)
			return;
		tool->cuts[open->cut].len += (unsigned)paired;
		tool->cuts[cut].len += (unsigned)paired;
		open->left -= paired;
		*left -= paired;
		if (!open->left)
			marks->count--;
	}
}

/* A run of `*`, `_`, `~~` or `==`. */
static size_t read_emphasis(struct jscan_inline *tool, size_t at, int kind)
{
	struct jscan_marks *marks = &tool->marks[kind];
	size_t end = at, left, cut = tool->cut_count;
	enum side before, behind;
	bool opens, closes;

	while (end < tool->len && tool->text[end] == tool->text[at])
		end++;
	left = end - at;
	if ((kind == JSCAN_MARK_TILDE || kind == JSCAN_MARK_EQUALS) &&
	    left != 2)
		return end;
	before = side_before(tool, at);
	behind = side_behind(tool, end);
	opens = behind == SIDE_WORD ||
		(behind == SIDE_PUNCTUATION && before != SIDE_WORD);
	closes = before == SIDE_WORD ||
		 (before == SIDE_PUNCTUATION && behind != SIDE_WORD);
	if (kind == JSCAN_MARK_LINE && opens && closes) {
		opens = before == SIDE_PUNCTUATION;
		closes = behind == SIDE_PUNCTUATION;
	}
	if (!opens && !closes)
		return end;
	add_cut(tool, at, 0);
	if (closes)
		pair_marks(tool, marks, cut, &left,
			   kind == JSCAN_MARK_TILDE ||
				   kind == JSCAN_MARK_EQUALS);
	if (left && opens && marks->count < JSCAN_MOST_OPEN) {
		marks->items[marks->count].cut = cut;
		marks->items[marks->count++].left = left;
	} else if (!tool->cuts[cut].len) {
		tool->cut_count--;
	}
	return end;
}

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
		add_cut(tool, at - 1, end + 3 - at); /* embedded */
		return end + 2;
	}
	add_cut(tool, at, from - at);
	cut_erased(tool, from, to);
	add_cut(tool, to, end + 2 - to);
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

static size_t open_bracket(struct jscan_inline *tool, size_t at)
{
	struct jscan_bracket *bracket;
	size_t end = 0;

	if (at + 1 < tool->len && tool->text[at + 1] == '[')
		end = read_wikilink(tool, at);
	else if (at + 1 < tool->len && tool->text[at + 1] == '^')
		end = footnote_end(tool, at);
	if (end) {
		if (tool->text[at + 1] == '^')
			add_cut(tool, at, end - at);
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
	add_cut(tool, at, 0);
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

static size_t close_bracket(struct jscan_inline *tool, size_t at)
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
		drop_cuts(tool, bracket.cut);
		tool->link_count = bracket.link_count;
		add_cut(tool, bracket.at - 1, end - (bracket.at - 1));
		return end;
	}
	close_marks(tool, bracket.cut);
	tool->cuts[bracket.cut].len = 1;
	cut = add_cut(tool, at, end - at);
	if (tool->link_count == bracket.link_count) {
		tool->cuts[bracket.cut].edge = JSCAN_EDGE_START;
		cut->edge = JSCAN_EDGE_END;
		add_link(tool, url);
	} /* else a `<link>` among its words is the one that counts */
	keep_images(tool);
	return end;
}

static size_t read_angle(struct jscan_inline *tool, size_t at)
{
	bool is_mail = false;
	char instead;
	size_t end = jscan_scan_autolink(tool->text, at, tool->len, &is_mail);

	if (end) {
		const char *words = tool->text + at + 1;
		size_t len = end - at - 2;

		add_link(
			tool,
			is_mail ? jscan_arena_printf(tool->arena, "mailto:%.*s",
						     (int)len, words)
				: jscan_arena_strndup(tool->arena, words, len));
		add_cut(tool, at, 1)->edge = JSCAN_EDGE_START;
		add_cut(tool, end - 1, 1)->edge = JSCAN_EDGE_END;
		return end;
	}
	end = jscan_scan_tag(tool->text, at, tool->len, &instead);
	if (end) {
		struct jscan_cut *cut = add_cut(tool, at, end - at);

		cut->instead[0] = instead;
		cut->instead_len = instead ? 1 : 0;
	}
	return end ? end : at + 1;
}

static size_t read_entity(struct jscan_inline *tool, size_t at)
{
	char bytes[6];
	size_t count = 0;
	size_t end =
		jscan_scan_entity(tool->text, at, tool->len, bytes, &count);
	struct jscan_cut *cut;

	if (!end)
		return at + 1;
	cut = add_cut(tool, at, end - at);
	memcpy(cut->instead, bytes, count);
	cut->instead_len = (unsigned char)count;
	return end;
}

static size_t read_escape(struct jscan_inline *tool, size_t at)
{
	char next = at + 1 < tool->len ? tool->text[at + 1] : '\0';

	if (next != '\n' && !jscan_is_punctuation(next))
		return at + 1;
	add_cut(tool, at, 1);
	tool->literal_end = at + 2;
	return at + 2;
}

static size_t read_erased(struct jscan_inline *tool, size_t at)
{
	size_t end = at;

	while (end < tool->len && tool->text[end] == JSCAN_ERASED)
		end++;
	add_cut(tool, at, end - at);
	return end;
}

/* `https://…`: no mark in it is one. */
static size_t read_colon(struct jscan_inline *tool, size_t at)
{
	const char *text = tool->text;

	if (at + 2 >= tool->len || text[at + 1] != '/' || text[at + 2] != '/' ||
	    side_before(tool, at) != SIDE_WORD)
		return at + 1;
	return jscan_scan_bare_url(text, at + 3, tool->len);
}

/* Reads what may be a mark at `at`; returns where to go on. */
static size_t read_mark(struct jscan_inline *tool, size_t at)
{
	switch (tool->text[at]) {
	case '\\':
		return read_escape(tool, at);
	case '`':
		return read_code(tool, at);
	case '*':
		return read_emphasis(tool, at, JSCAN_MARK_STAR);
	case '_':
		return read_emphasis(tool, at, JSCAN_MARK_LINE);
	case '~':
		return read_emphasis(tool, at, JSCAN_MARK_TILDE);
	case '=':
		return read_emphasis(tool, at, JSCAN_MARK_EQUALS);
	case '[':
		return open_bracket(tool, at);
	case ']':
		return close_bracket(tool, at);
	case '<':
		return read_angle(tool, at);
	case '&':
		return read_entity(tool, at);
	case ':':
		return read_colon(tool, at);
	default:
		return read_erased(tool, at);
	}
}

/* The special ones of sixteen bytes, and some others beside them. */
static unsigned find_special(const char *text)
{
	struct jscan_sixteen bytes = jscan_sixteen_load(text);

	return jscan_sixteen_between(bytes, '[', '`') |
	       jscan_sixteen_between(bytes, ':', '=') |
	       jscan_sixteen_between(bytes, '&', '&') |
	       jscan_sixteen_between(bytes, '*', '*') |
	       jscan_sixteen_between(bytes, '~', '~') |
	       jscan_sixteen_between(bytes, JSCAN_ERASED, JSCAN_ERASED);
}

/* Sixteen at a time, as most bytes are none. */
static size_t skip_words(const char *text, size_t at, size_t len)
{
	const unsigned char *bytes = (const unsigned char *)text;

	while (len - at >= 16) {
		unsigned found = find_special(text + at);

		for (; found != 0; found &= found - 1) {
			size_t place = at + jscan_sixteen_first(found);

			if (is_special[bytes[place]])
				return place;
		}
		at += 16;
	}
	while (at < len && !is_special[bytes[at]])
		at++;
	return at;
}

void jscan_marks_find(struct jscan_inline *tool, const struct jscan_run *raw)
{
	const char *text = raw->text;
	size_t at = 0, len = raw->len;

	tool->text = text;
	tool->len = len;
	tool->cut_count = tool->link_count = tool->bracket_count = 0;
	tool->literal_end = 0;
	tool->has_ticks = false;
	for (int kind = 0; kind < JSCAN_MARK_KINDS; kind++)
		tool->marks[kind].count = 0;
	for (;;) {
		at = skip_words(text, at, len);
		if (at >= len)
			break;
		at = read_mark(tool, at);
	}
}
