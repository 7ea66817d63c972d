/* Finds and lists what is in trees. */
#include "git/tree.h"

#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "base/buf.h"
#include "base/error.h"
#include "git/index.h"
#include "git/internal.h"
#include "git/tree_cache.h"
#include "git/tree_entry.h"

/* Finds `name` in a tree; -1 damaged, 0 not there, 1 found. */
static int find_entry(struct jscan_tree_entry *out,
		      struct jscan_tree_cursor *cursor, const char *name,
		      size_t len)
{
	int found;

	while ((found = jscan_tree_read(cursor, out)) > 0) {
		if (out->len == len && !memcmp(out->name, name, len))
			return 1;
	}
	return found;
}

/* Goes from the tree `id` down to the folder `prefix`; 0: it is not there. */
static int find_folder(unsigned char id[JSCAN_SHA1_BYTES],
		       struct jscan_repository *repository, const char *prefix,
		       struct jscan_error *err)
{
	while (*prefix) {
		size_t len = strcspn(prefix, "/");
		struct jscan_tree_cursor cursor;
		struct jscan_tree_entry entry;
		int found;

		if (jscan_tree_open(&cursor, repository, id, err) < 0)
			return -1;
		found = find_entry(&entry, &cursor, prefix, len);
		if (found > 0 && !jscan_tree_is_folder(&entry))
			found = 0;
		if (found > 0)
			memcpy(id, entry.id, JSCAN_SHA1_BYTES);
		jscan_tree_close(&cursor);
		if (found <= 0)
			return found < 0 ? jscan_tree_say_damaged(err) : 0;
		prefix += len + 1;
	}
	return 1;
}

int jscan_tree_find(struct jscan_tree_file *out, bool *is_found,
		    struct jscan_repository *repository,
		    const unsigned char id[JSCAN_SHA1_BYTES], const char *path,
		    struct jscan_error *err)
{
	const char *slash = strrchr(path, '/');
	const char *name = slash ? slash + 1 : path;
	unsigned char folder[JSCAN_SHA1_BYTES];
	struct jscan_tree_cursor cursor;
	struct jscan_tree_entry entry;
	char *prefix;
	int found;

	*is_found = false;
	memcpy(folder, id, sizeof(folder));
	prefix = jscan_alloc((size_t)(name - path) + 1);
	memcpy(prefix, path, (size_t)(name - path));
	prefix[name - path] = '\0';
	found = find_folder(folder, repository, prefix, err);
	free(prefix);
	if (found <= 0)
		return found;
	if (jscan_tree_open(&cursor, repository, folder, err) < 0)
		return -1;
	found = find_entry(&entry, &cursor, name, strlen(name));
	if (found > 0) {
		*is_found = true;
		out->path = path;
		out->mode = entry.mode;
		memcpy(out->id, entry.id, sizeof(out->id));
	}
	jscan_tree_close(&cursor);
	return found < 0 ? jscan_tree_say_damaged(err) : 0;
}

struct level {
	struct jscan_tree_cursor cursor;
	size_t path_len; /* of the folder, '/' included */
};

struct lister {
	struct jscan_repository *repository;
	const struct jscan_tree_cache *cache; /* or NULL */
	struct jscan_tree_files *out;
	struct jscan_tree_ranges *same; /* or NULL */
	const char *prefix;
	bool (*wants)(void *data, const char *path);
	void *data;
	struct jscan_arena *arena;
	struct jscan_buf path; /* relative to the prefix */
	struct jscan_buf full; /* with it */
	struct level *levels;  /* JSCAN_TREE_MOST_DEPTH of them */
	size_t depth;
	size_t seen;
};

static void add_file(struct lister *lister, uint32_t mode,
		     const unsigned char *id)
{
	struct jscan_tree_files *out = lister->out;
	struct jscan_tree_file *file;

	if (!lister->wants(lister->data, lister->path.data))
		return;
	out->items = jscan_arena_grow(lister->arena, out->items, out->count,
				      sizeof(*out->items));
	file = &out->items[out->count++];
	file->path = jscan_arena_printf(lister->arena, "%s%s", lister->prefix,
					lister->path.data);
	memcpy(file->id, id, sizeof(file->id));
	file->mode = mode;
}

static bool is_hidden(const char *path)
{
	for (; path; path = strchr(path, '/')) {
		path += *path == '/';
		if (*path == '.' && strchr(path, '/'))
			return true;
	}
	return false;
}

/* The files of a folder, whose path is lister->path, from the index. */
static void add_from_index(struct lister *lister)
{
	const struct jscan_index *index = lister->cache->index;
	size_t path_len = lister->path.len;
	size_t prefix_len = strlen(lister->prefix);
	char *folder = jscan_arena_printf(lister->arena, "%s%s", lister->prefix,
					  lister->path.data);
	size_t len = strlen(folder);

	for (size_t i = jscan_index_place(index, folder);
	     i < index->count && !strncmp(index->entries[i].path, folder, len);
	     i++) {
		const struct jscan_index_entry *entry = &index->entries[i];

		if (!S_ISREG(entry->mode) || entry->stage ||
		    (entry->flags & JSCAN_INDEX_INTENT_TO_ADD) ||
		    is_hidden(entry->path + len))
			continue;
		jscan_buf_clear(&lister->path);
		jscan_buf_adds(&lister->path, entry->path + prefix_len);
		add_file(lister, entry->mode, entry->id);
	}
	lister->path.len = path_len;
}

/* Where a folder of the index ends: '0' is the byte behind '/'. */
static size_t find_end(const struct jscan_index *index, struct jscan_buf *path)
{
	if (!path->len)
		return index->count;
	path->data[path->len - 1]++;
	return jscan_index_place(index, path->data);
}

static void note_same(struct lister *lister)
{
	struct jscan_tree_ranges *same = lister->same;
	struct jscan_tree_range range;

	range.first =
		jscan_index_place(lister->cache->index, lister->full.data);
	range.end = find_end(lister->cache->index, &lister->full);
	same->items = jscan_arena_grow(lister->arena, same->items, same->count,
				       sizeof(range));
	same->items[same->count++] = range;
}

/* Whether the folder at lister->path is as in the index. */
static bool is_in_index(struct lister *lister, const unsigned char *id)
{
	if (!lister->cache)
		return false;
	jscan_buf_clear(&lister->full);
	jscan_buf_adds(&lister->full, lister->prefix);
	jscan_buf_add(&lister->full, lister->path.data, lister->path.len);
	return jscan_tree_cache_has(lister->cache, lister->full.data, id);
}

static int push(struct lister *lister, const unsigned char *id,
		struct jscan_error *err)
{
	struct level *level = &lister->levels[lister->depth];

	if (is_in_index(lister, id)) {
		if (lister->same)
			note_same(lister);
		else
			add_from_index(lister);
		return 0;
	}
	if (lister->depth == JSCAN_TREE_MOST_DEPTH)
		return jscan_error_set(err, JSCAN_ERR_LIMIT,
				       "a tree of the repository is more than "
				       "%d folders deep",
				       JSCAN_TREE_MOST_DEPTH);
	if (jscan_tree_open(&level->cursor, lister->repository, id, err) < 0)
		return -1;
	level->path_len = lister->path.len;
	lister->depth++;
	return 0;
}

static int visit(struct lister *lister, const struct jscan_tree_entry *entry,
		 struct jscan_error *err)
{
	struct level *level = &lister->levels[lister->depth - 1];

	if (++lister->seen > JSCAN_TREE_MOST_ENTRIES)
		return jscan_error_set(err, JSCAN_ERR_LIMIT,
				       "a tree of the repository holds more "
				       "than %d files",
				       JSCAN_TREE_MOST_ENTRIES);
	lister->path.len = level->path_len;
	jscan_buf_add(&lister->path, entry->name, entry->len);
	if (jscan_tree_is_folder(entry)) {
		if (entry->name[0] == '.')
			return 0;
		jscan_buf_addc(&lister->path, '/');
		return push(lister, entry->id, err);
	}
	if (S_ISREG(entry->mode))
		add_file(lister, entry->mode, entry->id);
	return 0;
}

static int list_all(struct lister *lister, const unsigned char *id,
		    struct jscan_error *err)
{
	int ret = push(lister, id, err);

	while (ret >= 0 && lister->depth) {
		struct level *level = &lister->levels[lister->depth - 1];
		struct jscan_tree_entry entry;
		int found = jscan_tree_read(&level->cursor, &entry);

		if (found > 0)
			ret = visit(lister, &entry, err);
		else if (found < 0)
			ret = jscan_tree_say_damaged(err);
		else
			jscan_tree_close(
				&lister->levels[--lister->depth].cursor);
	}
	while (lister->depth)
		jscan_tree_close(&lister->levels[--lister->depth].cursor);
	return ret;
}

int jscan_tree_list_by(struct jscan_tree_files *out,
		       struct jscan_tree_ranges *same,
		       struct jscan_repository *repository,
		       const struct jscan_tree_cache *cache,
		       const unsigned char id[JSCAN_SHA1_BYTES],
		       const char *prefix,
		       bool (*wants)(void *data, const char *path), void *data,
		       struct jscan_arena *arena, struct jscan_error *err)
{
	struct lister lister = {.repository = repository,
				.cache = cache,
				.out = out,
				.same = same,
				.prefix = prefix,
				.wants = wants,
				.data = data,
				.arena = arena};
	unsigned char top[JSCAN_SHA1_BYTES];
	int ret;

	out->items = NULL;
	out->count = 0;
	memcpy(top, id, sizeof(top));
	ret = find_folder(top, repository, prefix, err);
	if (ret <= 0)
		return ret;
	jscan_buf_init(&lister.path);
	jscan_buf_init(&lister.full);
	jscan_buf_adds(&lister.path, "");
	lister.levels =
		jscan_alloc(JSCAN_TREE_MOST_DEPTH * sizeof(*lister.levels));
	ret = list_all(&lister, top, err);
	free(lister.levels);
	jscan_buf_release(&lister.path);
	jscan_buf_release(&lister.full);
	return ret;
}

int jscan_tree_list(struct jscan_tree_files *out,
		    struct jscan_repository *repository,
		    const unsigned char id[JSCAN_SHA1_BYTES],
		    const char *prefix,
		    bool (*wants)(void *data, const char *path), void *data,
		    struct jscan_arena *arena, struct jscan_error *err)
{
	return jscan_tree_list_by(out, NULL, repository, NULL, id, prefix,
				  wants, data, arena, err);
}
