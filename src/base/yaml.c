/*
 * Turns libyaml's events into a small tree, with a fixed stack in place of
 * recursion.  Events and not documents: a tree is cut off at the depth, key and
 * alias limits before it can grow, and an alias of a list or mapping, which
 * YAML bombs are made of, is refused.  libyaml looks at most 1,024 characters
 * ahead of the event it hands out, so a nest of brackets is met at the depth
 * limit before its quadratic bookkeeping is felt.
 */
#include "base/yaml.h"

#include <stdio.h>
#include <string.h>
#include <yaml.h>

#include "base/yaml_simple.h"

struct anchor {
	const char *name;
	const struct jscan_yaml *node; /* NULL: of a list or a mapping */
};

/* A list or map that is still open. */
struct frame {
	struct jscan_yaml *node;
	struct jscan_yaml **tail;
	const struct jscan_yaml *key; /* of a map: the next node is its value */
};

/*
 * libyaml counts characters, and takes more than '\n' for a line end; places in
 * files are lines and bytes.  This walks from one to the other, mostly forward.
 */
struct cursor {
	const char *bytes;
	size_t len;
	size_t index;  /* in characters */
	size_t offset; /* in bytes */
	size_t line_start;
	unsigned line;
};

struct reader {
	struct jscan_arena *arena;
	struct jscan_yaml_problem *problem;
	struct cursor cursor;
	struct frame frames[JSCAN_YAML_MOST_DEPTH];
	size_t depth;
	struct jscan_yaml *root;
	unsigned key_count;
	unsigned alias_count; /* of anchors and aliases */
	struct anchor anchors[JSCAN_YAML_MOST_ALIASES];
	size_t anchor_count;
};

static bool is_continuation(char c)
{
	return ((unsigned char)c & 0xc0) == 0x80;
}

static bool ends_line(const struct cursor *cursor, size_t offset)
{
	char c = cursor->bytes[offset];

	if (c == '\r') /* of "\r\n" the second byte ends the line */
		return offset + 1 == cursor->len ||
		       cursor->bytes[offset + 1] != '\n';
	return c == '\n';
}

static void step_back(struct cursor *cursor)
{
	size_t start;

	do
		cursor->offset--;
	while (cursor->offset &&
	       is_continuation(cursor->bytes[cursor->offset]));
	cursor->index--;
	if (!ends_line(cursor, cursor->offset))
		return;
	for (start = cursor->offset; start; start--) {
		if (ends_line(cursor, start - 1))
			break;
	}
	cursor->line_start = start;
	cursor->line--;
}

static void move_cursor(struct cursor *cursor, size_t index)
{
	while (cursor->index > index && cursor->offset)
		step_back(cursor);
	while (cursor->index < index && cursor->offset < cursor->len) {
		bool is_end = ends_line(cursor, cursor->offset);

		do
			cursor->offset++;
		while (cursor->offset < cursor->len &&
		       is_continuation(cursor->bytes[cursor->offset]));
		cursor->index++;
		if (is_end) {
			cursor->line++;
			cursor->line_start = cursor->offset;
		}
	}
}

static void find_place(struct reader *reader, const yaml_mark_t *mark,
		       unsigned *line, unsigned *column)
{
	struct cursor *cursor = &reader->cursor;

	move_cursor(cursor, mark->index);
	*line = cursor->line;
	*column = (unsigned)(cursor->offset - cursor->line_start) + 1;
}

static int refuse(struct reader *reader, const yaml_mark_t *mark, bool is_limit,
		  const char *message)
{
	struct jscan_yaml_problem *problem = reader->problem;

	problem->is_limit = is_limit;
	find_place(reader, mark, &problem->line, &problem->column);
	snprintf(problem->message, sizeof(problem->message), "%s", message);
	return -1;
}

/* What libyaml says, in the words of somebody who wrote a note. */
static const char *explain(const char *problem)
{
	static const struct {
		const char *theirs;
		const char *ours;
	} words[] = {
		{"mapping values are not allowed in this context",
		 "a second ': ' in one line; put the value in quotes"},
		{"found character that cannot start any token",
		 "a tab, or a value that starts with @, ` or %; indent with "
		 "spaces, put the value in quotes"},
		{"could not find expected ':'",
		 "a line that is no 'key: value'"},
		{"did not find expected key",
		 "a line that does not fit the indentation or the quotes "
		 "before it"},
		{"control characters are not allowed", "a control character"},
	};

	for (size_t i = 0; i < sizeof(words) / sizeof(words[0]); i++) {
		if (!strcmp(words[i].theirs, problem))
			return words[i].ours;
	}
	return problem;
}

static int refuse_syntax(struct reader *reader, const yaml_parser_t *parser)
{
	yaml_mark_t mark = parser->problem_mark;

	if (parser->error == YAML_MEMORY_ERROR)
		jscan_out_of_memory();
	if (parser->error == YAML_READER_ERROR) {
		/* No mark: all before these bytes was fine. */
		size_t offset = parser->problem_offset;
		struct cursor *cursor = &reader->cursor;

		while (cursor->offset < offset && cursor->offset < cursor->len)
			move_cursor(cursor, cursor->index + 1);
		mark.index = cursor->index;
	}
	return refuse(
		reader, &mark, false,
		explain(parser->problem ? parser->problem : "not valid YAML"));
}

/* NUL, which an escape can make, becomes U+FFFD: text is NUL-terminated. */
static void keep_text(struct reader *reader, struct jscan_yaml *node,
		      const char *text, size_t len)
{
	size_t nuls = 0, used = 0;
	char *copy;

	if (len == 0 || memchr(text, '\0', len) == NULL) {
		node->text = jscan_arena_strndup(reader->arena, text, len);
		node->len = len;
		return;
	}
	for (size_t i = 0; i < len; i++)
		nuls += text[i] == '\0';
	copy = jscan_arena_alloc(reader->arena, len + 2 * nuls + 1);
	for (size_t i = 0; i < len; i++) {
		if (text[i]) {
			copy[used++] = text[i];
		} else {
			memcpy(copy + used, "\xef\xbf\xbd", 3);
			used += 3;
		}
	}
	node->text = copy;
	node->len = used;
}

static struct jscan_yaml *new_node(struct reader *reader,
				   enum jscan_yaml_kind kind,
				   const yaml_mark_t *mark)
{
	struct jscan_yaml *node =
		jscan_arena_alloc(reader->arena, sizeof(*node));

	node->kind = kind;
	find_place(reader, mark, &node->line, &node->column);
	return node;
}

static int count_alias(struct reader *reader, const yaml_mark_t *mark)
{
	if (++reader->alias_count > JSCAN_YAML_MOST_ALIASES)
		return refuse(reader, mark, true,
			      "too many anchors and aliases");
	return 0;
}

static int keep_anchor(struct reader *reader, const yaml_char_t *name,
		       const struct jscan_yaml *node, const yaml_mark_t *mark)
{
	struct anchor anchor;

	if (!name)
		return 0;
	if (count_alias(reader, mark) < 0)
		return -1;
	anchor.name = jscan_arena_strdup(reader->arena, (const char *)name);
	anchor.node = node;
	reader->anchors[reader->anchor_count++] = anchor;
	return 0;
}

static int resolve_alias(struct reader *reader, struct jscan_yaml **out,
			 const yaml_event_t *event)
{
	const char *name = (const char *)event->data.alias.anchor;
	const yaml_mark_t *mark = &event->start_mark;
	size_t i = reader->anchor_count;

	if (count_alias(reader, mark) < 0)
		return -1;
	while (i && strcmp(reader->anchors[i - 1].name, name) != 0)
		i--;
	if (!i)
		return refuse(reader, mark, false,
			      "an alias of an anchor that is not there");
	if (!reader->anchors[i - 1].node)
		return refuse(reader, mark, false,
			      "an alias of a list or mapping; write it out");
	*out = new_node(reader, JSCAN_YAML_SCALAR, mark);
	(*out)->text = reader->anchors[i - 1].node->text;
	(*out)->len = reader->anchors[i - 1].node->len;
	(*out)->is_plain = reader->anchors[i - 1].node->is_plain;
	return 0;
}

/* True when the next node stands where a key of a map should. */
static bool wants_key(const struct reader *reader)
{
	const struct frame *top;

	if (!reader->depth)
		return false;
	top = &reader->frames[reader->depth - 1];
	return top->node->kind == JSCAN_YAML_MAP && !top->key;
}

static int take_key(struct reader *reader, const struct jscan_yaml *node,
		    const yaml_mark_t *mark)
{
	if (++reader->key_count > JSCAN_YAML_MOST_KEYS)
		return refuse(reader, mark, true, "too many keys");
	reader->frames[reader->depth - 1].key = node;
	return 0;
}

/*
 * Hangs a node on its parent.  What stands under a key that is itself a list or
 * a map is read and dropped.
 */
static void take_value(struct reader *reader, struct jscan_yaml *node)
{
	struct frame *top;

	if (!reader->depth) {
		reader->root = node;
		return;
	}
	top = &reader->frames[reader->depth - 1];
	if (top->node->kind == JSCAN_YAML_MAP) {
		const struct jscan_yaml *key = top->key;

		top->key = NULL;
		if (key->kind != JSCAN_YAML_SCALAR)
			return;
		node->key = key->text;
		node->key_line = key->line;
		node->key_column = key->column;
	}
	*top->tail = node;
	top->tail = &node->next;
}

static int take_node(struct reader *reader, struct jscan_yaml *node,
		     const yaml_mark_t *mark)
{
	if (wants_key(reader))
		return take_key(reader, node, mark);
	take_value(reader, node);
	return 0;
}

static int open_frame(struct reader *reader, enum jscan_yaml_kind kind,
		      const yaml_char_t *anchor, const yaml_mark_t *mark)
{
	struct jscan_yaml *node;
	struct frame *frame;

	if (reader->depth == JSCAN_YAML_MOST_DEPTH)
		return refuse(reader, mark, true, "nested too deeply");
	node = new_node(reader, kind, mark);
	if (keep_anchor(reader, anchor, NULL, mark) < 0 ||
	    take_node(reader, node, mark) < 0)
		return -1;
	frame = &reader->frames[reader->depth++];
	frame->node = node;
	frame->tail = &node->first;
	frame->key = NULL;
	return 0;
}

static int take_event(struct reader *reader, const yaml_event_t *event)
{
	const yaml_mark_t *mark = &event->start_mark;
	struct jscan_yaml *node = NULL;

	switch (event->type) {
	case YAML_DOCUMENT_START_EVENT:
		if (reader->root)
			return refuse(reader, mark, false,
				      "a second document; only one is read");
		return 0;
	case YAML_ALIAS_EVENT:
		if (resolve_alias(reader, &node, event) < 0)
			return -1;
		return take_node(reader, node, mark);
	case YAML_SCALAR_EVENT:
		node = new_node(reader, JSCAN_YAML_SCALAR, mark);
		keep_text(reader, node, (const char *)event->data.scalar.value,
			  event->data.scalar.length);
		node->is_plain =
			event->data.scalar.style == YAML_PLAIN_SCALAR_STYLE;
		if (keep_anchor(reader, event->data.scalar.anchor, node, mark) <
		    0)
			return -1;
		return take_node(reader, node, mark);
	case YAML_SEQUENCE_START_EVENT:
		return open_frame(reader, JSCAN_YAML_LIST,
				  event->data.sequence_start.anchor, mark);
	case YAML_MAPPING_START_EVENT:
		return open_frame(reader, JSCAN_YAML_MAP,
				  event->data.mapping_start.anchor, mark);
	case YAML_SEQUENCE_END_EVENT:
	case YAML_MAPPING_END_EVENT:
		reader->depth--;
		return 0;
	default:
		return 0;
	}
}

static int take_events(struct reader *reader, yaml_parser_t *parser)
{
	for (;;) {
		yaml_event_t event;
		bool is_end;
		int ret;

		if (!yaml_parser_parse(parser, &event))
			return refuse_syntax(reader, parser);
		is_end = event.type == YAML_STREAM_END_EVENT;
		ret = take_event(reader, &event);
		yaml_event_delete(&event);
		if (ret < 0 || is_end)
			return ret;
	}
}

/* Field by field: the arrays need no zeroes. */
static void start_reader(struct reader *reader, const char *bytes, size_t len,
			 unsigned first_line)
{
	memset(&reader->cursor, 0, sizeof(reader->cursor));
	reader->cursor.bytes = bytes;
	reader->cursor.len = len;
	reader->cursor.line = first_line;
	reader->depth = 0;
	reader->root = NULL;
	reader->key_count = 0;
	reader->alias_count = 0;
	reader->anchor_count = 0;
}

int jscan_yaml_parse_any(struct jscan_yaml **out, const char *bytes, size_t len,
			 unsigned first_line, struct jscan_arena *arena,
			 struct jscan_yaml_problem *problem)
{
	struct reader reader;
	yaml_parser_t parser;
	int ret;

	if (len > JSCAN_YAML_MOST_BYTES) {
		problem->is_limit = true;
		problem->line = first_line;
		problem->column = 1;
		snprintf(problem->message, sizeof(problem->message),
			 "longer than %zu bytes", JSCAN_YAML_MOST_BYTES);
		return -1;
	}
	start_reader(&reader, bytes, len, first_line);
	reader.arena = arena;
	reader.problem = problem;
	if (!yaml_parser_initialize(&parser))
		jscan_out_of_memory();
	yaml_parser_set_encoding(&parser, YAML_UTF8_ENCODING);
	yaml_parser_set_input_string(&parser, (const unsigned char *)bytes,
				     len);
	ret = take_events(&reader, &parser);
	yaml_parser_delete(&parser);
	if (ret == 0)
		*out = reader.root;
	return ret;
}

int jscan_yaml_parse(struct jscan_yaml **out, const char *bytes, size_t len,
		     unsigned first_line, struct jscan_arena *arena,
		     struct jscan_yaml_problem *problem)
{
	struct jscan_yaml *root = NULL;

	if (len <= JSCAN_YAML_MOST_BYTES)
		root = jscan_yaml_read_simple(bytes, len, first_line, arena);
	if (root) {
		*out = root;
		return 0;
	}
	return jscan_yaml_parse_any(out, bytes, len, first_line, arena,
				    problem);
}

/* Without regard to ASCII case, whatever the locale. */
static bool is_word(const char *text, const char *word)
{
	for (; *word; word++, text++) {
		char c = *text;

		if (c >= 'A' && c <= 'Z')
			c = (char)(c - 'A' + 'a');
		if (c != *word)
			return false;
	}
	return !*text;
}

static bool is_one_of(const struct jscan_yaml *node, const char *const *words)
{
	for (; *words; words++) {
		if (is_word(node->text, *words))
			return true;
	}
	return false;
}

bool jscan_yaml_is_null(const struct jscan_yaml *node)
{
	static const char *const words[] = {"", "~", "null", NULL};

	return node->kind == JSCAN_YAML_SCALAR && node->is_plain &&
	       is_one_of(node, words);
}

int jscan_yaml_get_bool(const struct jscan_yaml *node)
{
	static const char *const yes[] = {"true", "yes", "on", NULL};
	static const char *const no[] = {"false", "no", "off", NULL};

	if (node->kind != JSCAN_YAML_SCALAR)
		return -1;
	if (is_one_of(node, yes))
		return 1;
	return is_one_of(node, no) ? 0 : -1;
}

const char *jscan_yaml_version(void)
{
	return yaml_get_version_string();
}
