/*
 * Reads the extension: for each folder its name and a NUL, how many entries it
 * has (negative: not known) and how many folders, a newline, its tree's name;
 * then its folders.
 */
#include "git/tree_cache.h"

#include <stdlib.h>
#include <string.h>

#include "git/tree.h"

struct above { /* a folder whose folders are still to come */
	size_t path_len;
	unsigned long left;
};

struct reader {
	const char *at;
	const char *end;
	struct jscan_buf path;
	struct above *above; /* JSCAN_TREE_MOST_DEPTH of them */
	size_t depth;
};

/* A decimal number that ends before `mark`; false for anything else. */
static bool read_number(struct reader *reader, char mark, long *out)
{
	bool is_negative = reader->at < reader->end && *reader->at == '-';
	long value = 0;

	reader->at += is_negative;
	for (; reader->at < reader->end && *reader->at != mark; reader->at++) {
		if (*reader->at < '0' || *reader->at > '9' || value > 100000000)
			return false;
		value = value * 10 + (*reader->at - '0');
	}
	*out = is_negative ? -value : value;
	return reader->at++ < reader->end;
}

static bool read_node(struct reader *reader, struct jscan_tree_cache *out,
		      struct jscan_arena *arena)
{
	const char *name = reader->at;
	const char *nul = memchr(name, 0, (size_t)(reader->end - name));
	struct jscan_tree_node node;
	long entries, folders;

	if (!nul || reader->depth == JSCAN_TREE_MOST_DEPTH)
		return false;
	reader->at = nul + 1;
	if (!read_number(reader, ' ', &entries) ||
	    !read_number(reader, '\n', &folders) || folders < 0)
		return false;
	jscan_buf_adds(&reader->path, name);
	if (reader->depth)
		jscan_buf_addc(&reader->path, '/');
	if (entries >= 0) {
		if (reader->end - reader->at < JSCAN_SHA1_BYTES)
			return false;
		node.path = jscan_arena_strndup(arena, reader->path.data,
						reader->path.len);
		node.id = (const unsigned char *)reader->at;
		reader->at += JSCAN_SHA1_BYTES;
		out->nodes = jscan_arena_grow(arena, out->nodes, out->count,
					      sizeof(node));
		out->nodes[out->count++] = node;
	}
	reader->above[reader->depth].path_len = reader->path.len;
	reader->above[reader->depth++].left = (unsigned long)folders;
	return true;
}

/* Goes back up to the folder that has the next one; false at the end. */
static bool find_parent(struct reader *reader)
{
	while (reader->depth && !reader->above[reader->depth - 1].left)
		reader->depth--;
	if (!reader->depth)
		return false;
	reader->above[reader->depth - 1].left--;
	reader->path.len = reader->above[reader->depth - 1].path_len;
	reader->path.data[reader->path.len] = '\0';
	return true;
}

static int compare_nodes(const void *left, const void *right)
{
	const struct jscan_tree_node *a = left, *b = right;

	return strcmp(a->path, b->path);
}

void jscan_tree_cache_read(struct jscan_tree_cache *out,
			   const struct jscan_index *index,
			   struct jscan_arena *arena)
{
	struct reader reader = {.at = index->tree_cache,
				.end = index->tree_cache +
				       index->tree_cache_len};
	bool is_whole = index->tree_cache_len > 0;

	memset(out, 0, sizeof(*out));
	out->index = index;
	if (!is_whole)
		return;
	jscan_buf_init(&reader.path);
	jscan_buf_adds(&reader.path, "");
	reader.above =
		jscan_alloc(JSCAN_TREE_MOST_DEPTH * sizeof(*reader.above));
	do
		is_whole = read_node(&reader, out, arena);
	while (is_whole && find_parent(&reader));
	if (!is_whole)
		out->count = 0;
	if (out->count)
		qsort(out->nodes, out->count, sizeof(*out->nodes),
		      compare_nodes);
	free(reader.above);
	jscan_buf_release(&reader.path);
}

bool jscan_tree_cache_has(const struct jscan_tree_cache *cache,
			  const char *path, const unsigned char *id)
{
	size_t low = 0, high = cache->count;

	while (low < high) {
		size_t middle = low + (high - low) / 2;
		int order = strcmp(cache->nodes[middle].path, path);

		if (!order)
			return !memcmp(cache->nodes[middle].id, id,
				       JSCAN_SHA1_BYTES);
		if (order < 0)
			low = middle + 1;
		else
			high = middle;
	}
	return false;
}
