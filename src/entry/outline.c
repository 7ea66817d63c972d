/*
 * What is not simple: gives cmark the shadow of a body and walks its tree,
 * without recursion, for the leaves that hold words.  cmark's memory is an
 * arena that is emptied for the next document; its own allocator ends the
 * process when memory runs out and frees piece by piece.  Bodies that the guard
 * turns away are read line by line, each by its own marks.
 */
#include "entry/outline.h"

#include <cmark.h>
#include <stdalign.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "entry/guard.h"
#include "entry/outline_simple.h"
#include "entry/prefix.h"

struct jscan_outline {
	struct jscan_shadow shadow;
	struct jscan_leaves leaves;
	struct jscan_arena arena; /* cmark's */
};

/* cmark_mem has no room for data of ours. */
static _Thread_local struct jscan_arena *cmark_arena;

#define HEAD_BYTES alignof(max_align_t)

/* Each piece has its size in front, for realloc. */
static void *take(size_t count, size_t size)
{
	char *piece;

	if (size && count > (SIZE_MAX - HEAD_BYTES) / size)
		jscan_out_of_memory();
	size *= count;
	piece = jscan_arena_alloc(cmark_arena, HEAD_BYTES + size);
	memcpy(piece, &size, sizeof(size));
	return piece + HEAD_BYTES;
}

static void *take_more(void *old, size_t size)
{
	size_t old_size;
	void *piece;

	if (!old)
		return take(1, size);
	memcpy(&old_size, (char *)old - HEAD_BYTES, sizeof(old_size));
	if (size <= old_size)
		return old;
	piece = take(1, size);
	return memcpy(piece, old, old_size);
}

static void give_back(void *piece)
{
	(void)piece; /* the arena goes as a whole */
}

static cmark_mem arena_mem = {take, take_more, give_back};

struct jscan_outline *jscan_outline_new(void)
{
	struct jscan_outline *outline = jscan_alloc(sizeof(*outline));

	memset(outline, 0, sizeof(*outline));
	jscan_arena_init(&outline->arena);
	return outline;
}

void jscan_outline_free(struct jscan_outline *outline)
{
	if (!outline)
		return;
	jscan_shadow_release(&outline->shadow);
	jscan_arena_release(&outline->arena);
	free(outline->leaves.items);
	free(outline);
}

size_t jscan_body_line_end(const struct jscan_body *body, unsigned line)
{
	size_t end = body->line_offsets[line + 1];

	return end > body->line_offsets[line] && body->text[end - 1] == '\n'
		       ? end - 1
		       : end;
}

struct jscan_leaf *jscan_leaves_add(struct jscan_leaves *leaves)
{
	if (leaves->count == leaves->room) {
		leaves->room = leaves->room ? leaves->room * 2 : 256;
		leaves->items = jscan_realloc(
			leaves->items, leaves->room * sizeof(*leaves->items));
	}
	memset(&leaves->items[leaves->count], 0, sizeof(*leaves->items));
	return &leaves->items[leaves->count++];
}

/* What is around the node that the walk has come to. */
struct walk {
	struct jscan_outline *outline;
	const struct jscan_body *body;
	unsigned quotes;
	unsigned list_level;
	unsigned list_count;
};

/* The number of a list is kept in its node. */
static unsigned number_of(cmark_node *list)
{
	return (unsigned)(uintptr_t)cmark_node_get_user_data(list);
}

/*
 * The last line of the words of a heading.  cmark's own count of an underlined
 * one is a line off, so the underline is looked for.
 */
static unsigned heading_end(const struct jscan_body *body,
			    const struct jscan_leaf *leaf)
{
	const char *text = body->text;

	if (jscan_heading_marks(text, leaf->start,
				jscan_body_line_end(body, leaf->first_line)))
		return leaf->first_line;
	for (unsigned line = leaf->first_line + 1; line < body->last; line++) {
		size_t end = jscan_body_line_end(body, line);
		size_t at = body->line_offsets[line];

		while (at < end &&
		       (jscan_is_blank(text[at]) || text[at] == '>'))
			at++;
		if (at == end || ((text[at] == '=' || text[at] == '-') &&
				  jscan_is_rule(text, at, end)))
			return line - 1;
	}
	return leaf->first_line;
}

/*
 * All marks before the first words of a leaf are marks: where cmark takes one
 * for text, the line goes on with a paragraph.
 */
static size_t words_start(const struct jscan_body *body, unsigned line)
{
	struct jscan_prefix prefix;

	jscan_prefix_read(&prefix, body->text, body->line_offsets[line],
			  jscan_body_line_end(body, line));
	return prefix.content;
}

static void add_words(struct walk *walk, cmark_node *node, bool is_heading)
{
	const struct jscan_shadow *shadow = &walk->outline->shadow;
	size_t first = (size_t)cmark_node_get_start_line(node) - 1;
	size_t last = (size_t)cmark_node_get_end_line(node) - 1;
	cmark_node *parent = cmark_node_parent(node);
	struct jscan_leaf *leaf;

	if (first >= shadow->count)
		return;
	if (last < first || last >= shadow->count)
		last = first;
	leaf = jscan_leaves_add(&walk->outline->leaves);
	leaf->first_line = shadow->lines[first];
	leaf->last_line = shadow->lines[last + 1] - 1;
	leaf->start = words_start(walk->body, leaf->first_line);
	leaf->quotes = walk->quotes;
	leaf->list_level = (unsigned char)walk->list_level;
	if (cmark_node_get_type(parent) == CMARK_NODE_ITEM) {
		leaf->list = number_of(cmark_node_parent(parent));
		leaf->is_item_start = cmark_node_first_child(parent) == node;
	}
	if (is_heading) {
		leaf->level = (unsigned char)cmark_node_get_heading_level(node);
		leaf->last_line = heading_end(walk->body, leaf);
	}
}

static void enter(struct walk *walk, cmark_node *node)
{
	switch (cmark_node_get_type(node)) {
	case CMARK_NODE_BLOCK_QUOTE:
		walk->quotes++;
		break;
	case CMARK_NODE_LIST:
		walk->list_level++;
		walk->list_count++;
		cmark_node_set_user_data(node,
					 (void *)(uintptr_t)walk->list_count);
		break;
	case CMARK_NODE_PARAGRAPH:
		add_words(walk, node, false);
		break;
	case CMARK_NODE_HEADING:
		add_words(walk, node, true);
		break;
	default:
		break;
	}
}

static bool is_container(cmark_node *node)
{
	cmark_node_type type = cmark_node_get_type(node);

	return type == CMARK_NODE_DOCUMENT || type == CMARK_NODE_BLOCK_QUOTE ||
	       type == CMARK_NODE_LIST || type == CMARK_NODE_ITEM;
}

/* The node after `node` and all that is in it; NULL at the end. */
static cmark_node *leave(struct walk *walk, cmark_node *node)
{
	for (; node; node = cmark_node_parent(node)) {
		cmark_node *next = cmark_node_next(node);

		if (cmark_node_get_type(node) == CMARK_NODE_BLOCK_QUOTE)
			walk->quotes--;
		else if (cmark_node_get_type(node) == CMARK_NODE_LIST)
			walk->list_level--;
		if (next)
			return next;
	}
	return NULL;
}

static void walk_tree(struct jscan_outline *outline, cmark_node *root,
		      const struct jscan_body *body)
{
	struct walk walk = {outline, body, 0, 0, 0};
	cmark_node *node = root;

	while (node) {
		cmark_node *child = is_container(node)
					    ? cmark_node_first_child(node)
					    : NULL;

		enter(&walk, node);
		node = child ? child : leave(&walk, node);
	}
}

static void parse(struct jscan_outline *outline, const struct jscan_body *body)
{
	cmark_parser *parser;

	jscan_arena_clear(&outline->arena);
	cmark_arena = &outline->arena;
	parser = cmark_parser_new_with_mem(CMARK_OPT_DEFAULT, &arena_mem);
	cmark_parser_feed(parser, outline->shadow.bytes, outline->shadow.len);
	walk_tree(outline, cmark_parser_finish(parser), body);
	cmark_arena = NULL;
	if (outline->arena.total_bytes > (size_t)1 << 22)
		jscan_arena_release(&outline->arena);
}

/* One leaf a line, and nothing in code fences. */
static void read_lines(struct jscan_outline *outline,
		       const struct jscan_body *body)
{
	size_t fence = 0;
	char mark = '\0';

	for (unsigned line = body->first; line < body->last; line++) {
		size_t end = jscan_body_line_end(body, line);
		struct jscan_prefix prefix;
		struct jscan_leaf *leaf;
		size_t len;

		jscan_prefix_read(&prefix, body->text, body->line_offsets[line],
				  end);
		if (prefix.content == end)
			continue;
		len = jscan_fence_len(body->text, prefix.content, end);
		if (fence) {
			if (len >= fence && body->text[prefix.content] == mark)
				fence = 0;
			continue;
		}
		if (len) {
			fence = len;
			mark = body->text[prefix.content];
			continue;
		}
		if (outline->leaves.count == JSCAN_LEAVES_MOST) {
			outline->leaves.cut_line = line + 1;
			break;
		}
		leaf = jscan_leaves_add(&outline->leaves);
		leaf->first_line = leaf->last_line = line;
		leaf->start = prefix.content;
		leaf->quotes = prefix.quotes;
		leaf->level = (unsigned char)jscan_heading_marks(
			body->text, prefix.content, end);
		leaf->list = leaf->list_level = prefix.items ? 1 : 0;
		leaf->is_item_start = prefix.items > 0;
	}
}

enum jscan_outline_result jscan_outline_find_any(struct jscan_outline *outline,
						 struct jscan_leaves *out,
						 const struct jscan_body *body)
{
	enum jscan_outline_result result =
		jscan_guard_read(&outline->shadow, body);

	outline->leaves.count = 0;
	outline->leaves.cut_line = 0;
	if (result == JSCAN_OUTLINE_OK)
		parse(outline, body);
	else
		read_lines(outline, body);
	*out = outline->leaves;
	return result;
}

enum jscan_outline_result jscan_outline_find(struct jscan_outline *outline,
					     struct jscan_leaves *out,
					     const struct jscan_body *body)
{
	outline->leaves.count = 0;
	outline->leaves.cut_line = 0;
	if (!jscan_outline_read_simple(&outline->leaves, body))
		return jscan_outline_find_any(outline, out, body);
	*out = outline->leaves;
	return JSCAN_OUTLINE_OK;
}

const char *jscan_outline_version(void)
{
	return cmark_version_string();
}
