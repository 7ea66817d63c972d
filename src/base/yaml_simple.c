/*
 * A line is blank, a comment, `key:`, `key: value`, or one of the latter two,
 * or a value, behind `- `.  A value is plain words, a quoted text without
 * escapes, or a list of such in brackets.  Whatever is of another form, at a
 * depth that no open list or map has, or past a limit, ends the reading with
 * NULL: this never decides that something is wrong.  A test compares the trees
 * with libyaml's.
 *
 * The bytes are copied once, and texts end in the copy where they stand: the
 * byte behind a text is a mark, a blank or a line end that was read before.
 */
#include "base/yaml_simple.h"

#include <string.h>

#include "base/utf8.h"

#define MOST_KEY_BYTES ((size_t)128) /* libyaml allows for 1,024 characters */
#define MOST_LEVELS    16

struct level {
	struct jscan_yaml *node;
	struct jscan_yaml **tail;
	size_t indent;
};

struct simple {
	struct jscan_arena *arena;
	struct level levels[MOST_LEVELS];
	size_t depth;
	char *line; /* of the copy */
	size_t end; /* of its words */
	unsigned number;
	unsigned key_count;
	/* A key whose value may stand in later lines, as an empty text. */
	struct jscan_yaml *open;
};

/*
 * Nothing but what libyaml takes for text or for the end of a line: no
 * controls, none of the other line ends of Unicode, no byte-order mark.
 */
static bool is_clean(const char *bytes, size_t len)
{
	bool has_wide = false;

	for (size_t i = 0; i < len; i++) {
		unsigned char c = (unsigned char)bytes[i], next;

		if ((c >= ' ' && c < 0x7f) || c == '\n')
			continue;
		if (c < 0x80 || i + 1 == len)
			return false;
		next = (unsigned char)bytes[i + 1];
		if ((c == 0xc2 && next < 0xa0) ||
		    (c == 0xe2 && next == 0x80 && i + 2 < len &&
		     ((unsigned char)bytes[i + 2] & 0xfe) == 0xa8) ||
		    (c == 0xef && (next == 0xbb || next == 0xbf)))
			return false;
		has_wide = true;
	}
	return !has_wide || jscan_utf8_check(bytes, len) == len;
}

static bool is_word_char(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
	       (c >= '0' && c <= '9') || (unsigned char)c >= 0x80 || c == '_';
}

/* What a plain text may start with; `-` and the like only mean it sometimes. */
static bool starts_words(char c)
{
	return is_word_char(c) || (c && strchr("$()+./;<=\\^~", c) != NULL);
}

static struct jscan_yaml *add_node(struct simple *simple,
				   enum jscan_yaml_kind kind, size_t at)
{
	struct jscan_yaml *node =
		jscan_arena_alloc(simple->arena, sizeof(*node));

	node->kind = kind;
	node->line = simple->number;
	node->column = (unsigned)at + 1;
	return node;
}

static void keep_text(struct simple *simple, struct jscan_yaml *node,
		      size_t from, size_t to, bool is_plain)
{
	simple->line[to] = '\0';
	node->text = simple->line + from;
	node->len = to - from;
	node->is_plain = is_plain;
}

static size_t skip_blanks(const struct simple *simple, size_t at)
{
	while (at < simple->end && simple->line[at] == ' ')
		at++;
	return at;
}

/* The quote that ends the text at `at`, if nothing in it has to be resolved. */
static size_t quote_end(const struct simple *simple, size_t at)
{
	const char *text = simple->line;
	const char *close =
		memchr(text + at + 1, text[at], simple->end - at - 1);
	size_t end;

	if (!close)
		return 0;
	end = (size_t)(close - text);
	if (text[at] == '"')
		return memchr(text + at, '\\', end - at) ? 0 : end;
	return end + 1 < simple->end && text[end + 1] == '\'' ? 0 : end;
}

/* `[one, two]`, which is the rest of the line. */
static bool read_brackets(struct simple *simple, struct jscan_yaml *list,
			  size_t at)
{
	const char *text = simple->line;
	struct jscan_yaml **tail = &list->first;

	at = skip_blanks(simple, at + 1);
	if (at < simple->end && text[at] == ']')
		return at + 1 == simple->end;
	for (;;) {
		struct jscan_yaml *item;
		size_t from = at, to;
		char next;

		if (at == simple->end)
			return false;
		item = add_node(simple, JSCAN_YAML_SCALAR, at);
		if (text[at] == '"' || text[at] == '\'') {
			to = quote_end(simple, at);
			if (!to)
				return false;
			from++;
			at = skip_blanks(simple, to + 1);
		} else {
			if (!is_word_char(text[at]))
				return false;
			while (is_word_char(text[at]) ||
			       (text[at] && strchr(" -/.@+&()", text[at])))
				at++;
			for (to = at; text[to - 1] == ' ';)
				to--;
		}
		next = at < simple->end ? text[at] : '\0';
		if (next != ',' && next != ']')
			return false;
		keep_text(simple, item, from, to, from == item->column - 1);
		*tail = item;
		tail = &item->next;
		if (next == ']')
			return at + 1 == simple->end;
		at = skip_blanks(simple, at + 1);
	}
}

/* Plain words in which nothing is a mark. */
static bool is_plain(const struct simple *simple, size_t at)
{
	const char *text = simple->line;
	size_t end = simple->end;

	if (!starts_words(text[at]) || text[end - 1] == ':')
		return false;
	for (size_t i = at + 1; i < end; i++) {
		if (text[i] == ' ' &&
		    (text[i - 1] == ':' || text[i + 1] == '#'))
			return false;
	}
	return true;
}

/* The rest of the line from `at` on, which is not empty, or NULL. */
static struct jscan_yaml *read_value(struct simple *simple, size_t at)
{
	char first = simple->line[at];
	struct jscan_yaml *node;
	size_t end;

	if (first == '[') {
		node = add_node(simple, JSCAN_YAML_LIST, at);
		return read_brackets(simple, node, at) ? node : NULL;
	}
	node = add_node(simple, JSCAN_YAML_SCALAR, at);
	if (first == '"' || first == '\'') {
		end = quote_end(simple, at);
		if (!end || end + 1 != simple->end)
			return NULL;
		keep_text(simple, node, at + 1, end, false);
		return node;
	}
	if (!is_plain(simple, at))
		return NULL;
	keep_text(simple, node, at, simple->end, true);
	return node;
}

static void add_member(struct simple *simple, struct jscan_yaml *node)
{
	struct level *top = &simple->levels[simple->depth - 1];

	*top->tail = node;
	top->tail = &node->next;
}

static bool open_level(struct simple *simple, struct jscan_yaml *node,
		       size_t indent)
{
	struct level *level = &simple->levels[simple->depth];

	if (simple->depth == MOST_LEVELS)
		return false;
	level->node = node;
	level->tail = &node->first;
	level->indent = indent;
	simple->depth++;
	return true;
}

/* The `:` behind a key that starts at `at`, or 0. */
static size_t key_end(const struct simple *simple, size_t at)
{
	const char *text = simple->line;
	size_t end = simple->end;

	if (!is_word_char(text[at]))
		return 0;
	if (end - at > MOST_KEY_BYTES)
		end = at + MOST_KEY_BYTES;
	for (size_t i = at + 1; i < end; i++) {
		if (text[i] == ':' &&
		    (i + 1 == simple->end || text[i + 1] == ' '))
			return i;
		if (text[i] == '#')
			return 0;
	}
	return 0;
}

/* `key:` or `key: value` in the map at hand. */
static bool read_key(struct simple *simple, size_t at, size_t colon)
{
	struct jscan_yaml *node;
	size_t value = skip_blanks(simple, colon + 1), to = colon;

	if (++simple->key_count > JSCAN_YAML_MOST_KEYS)
		return false;
	while (simple->line[to - 1] == ' ')
		to--;
	if (value < simple->end) {
		node = read_value(simple, value);
		if (!node)
			return false;
	} else {
		node = add_node(simple, JSCAN_YAML_SCALAR, colon + 1);
		node->text = "";
		node->is_plain = true;
		simple->open = node;
	}
	simple->line[to] = '\0';
	node->key = simple->line + at;
	node->key_line = simple->number;
	node->key_column = (unsigned)at + 1;
	add_member(simple, node);
	return true;
}

/* The lists and maps that go on at `indent`; false when there is none. */
static bool close_levels(struct simple *simple, size_t indent,
			 enum jscan_yaml_kind kind)
{
	const struct level *top;

	for (;;) {
		top = &simple->levels[simple->depth - 1];
		if (top->indent < indent)
			return false;
		if (top->indent == indent && top->node->kind == kind)
			return true;
		/* A map ends a list of the same indentation, not a list it. */
		if ((top->indent == indent && kind == JSCAN_YAML_LIST) ||
		    simple->depth == 1)
			return false;
		simple->depth--;
	}
}

/*
 * Makes what opens at `at` the value of the key before, when it is one, or
 * finds what goes on there.
 */
static bool find_level(struct simple *simple, size_t at,
		       enum jscan_yaml_kind kind)
{
	struct jscan_yaml *open = simple->open;
	size_t indent = simple->levels[simple->depth - 1].indent;

	simple->open = NULL;
	if (!open || at < indent || (at == indent && kind == JSCAN_YAML_MAP))
		return close_levels(simple, at, kind);
	open->kind = kind;
	open->line = simple->number;
	open->column = (unsigned)at + 1;
	open->text = NULL;
	open->is_plain = false;
	return open_level(simple, open, at);
}

static bool read_item(struct simple *simple, size_t at)
{
	size_t content = skip_blanks(simple, at + 1), colon;
	struct jscan_yaml *node;

	if (content == simple->end || !find_level(simple, at, JSCAN_YAML_LIST))
		return false;
	colon = key_end(simple, content);
	if (!colon) {
		node = read_value(simple, content);
		if (node)
			add_member(simple, node);
		return node != NULL;
	}
	node = add_node(simple, JSCAN_YAML_MAP, content);
	add_member(simple, node);
	return open_level(simple, node, content) &&
	       read_key(simple, content, colon);
}

static bool read_line(struct simple *simple)
{
	const char *text = simple->line;
	size_t at, colon;

	while (simple->end && text[simple->end - 1] == ' ')
		simple->end--;
	at = skip_blanks(simple, 0);
	if (at == simple->end || text[at] == '#')
		return true;
	if (text[at] == '-')
		return simple->depth && text[at + 1] == ' ' &&
		       read_item(simple, at);
	colon = key_end(simple, at);
	if (!colon)
		return false;
	if (!simple->depth)
		return open_level(simple, add_node(simple, JSCAN_YAML_MAP, at),
				  at) &&
		       read_key(simple, at, colon);
	return find_level(simple, at, JSCAN_YAML_MAP) &&
	       read_key(simple, at, colon);
}

struct jscan_yaml *jscan_yaml_read_simple(const char *bytes, size_t len,
					  unsigned first_line,
					  struct jscan_arena *arena)
{
	struct simple simple;
	char *end;

	if (!is_clean(bytes, len))
		return NULL;
	simple.arena = arena;
	simple.depth = 0;
	simple.number = first_line;
	simple.key_count = 0;
	simple.open = NULL;
	simple.line = jscan_arena_strndup(arena, bytes, len);
	for (end = simple.line + len; simple.line < end; simple.number++) {
		size_t left = (size_t)(end - simple.line);
		const char *line_end = memchr(simple.line, '\n', left);

		if (line_end)
			left = (size_t)(line_end - simple.line);
		simple.end = left;
		if (!read_line(&simple))
			return NULL;
		simple.line += left + (line_end != NULL);
	}
	return simple.depth ? simple.levels[0].node : NULL;
}
