/*
 * Trees, read and made as the bytes that they are: for each entry its mode in
 * octal, a blank, its name, a NUL and 20 bytes of its object, in the order of
 * the names, those of folders compared as if they ended in a slash.
 */
#include "git/tree.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "base/buf.h"
#include "base/error.h"
#include "git/index.h"
#include "git/internal.h"
#include "git/store.h"
#include "git/tree_cache.h"

#define MODE_FOLDER 0040000u
#define MODE_KIND   0170000u

struct entry {
	uint32_t mode;
	const char *name; /* with a NUL */
	size_t len;
	const unsigned char *id;
};

/* The bytes of one tree, and how far they were read. */
struct cursor {
	struct jscan_buf bytes;
	const char *at;
	const char *end;
};

static int open_tree(struct cursor *cursor, struct jscan_repository *repository,
		     const unsigned char *id, struct jscan_error *err)
{
	char hex[2 * JSCAN_SHA1_BYTES + 1];
	enum jscan_object_type type;

	jscan_sha1_hex(hex, id);
	jscan_buf_init(&cursor->bytes);
	jscan_buf_adds(&cursor->bytes, "");
	if (jscan_store_read(&cursor->bytes, &type, repository, id, SIZE_MAX,
			     err) != JSCAN_STORE_OK) {
		jscan_buf_release(&cursor->bytes);
		return -1;
	}
	if (type != JSCAN_OBJECT_TREE) {
		jscan_buf_release(&cursor->bytes);
		return jscan_error_set(err, JSCAN_ERR_REPOSITORY,
				       "the object %.10s is no tree", hex);
	}
	cursor->at = cursor->bytes.data;
	cursor->end = cursor->at + cursor->bytes.len;
	return 0;
}

static void close_tree(struct cursor *cursor)
{
	jscan_buf_release(&cursor->bytes);
}

/* 1: an entry; 0: the end; -1: no tree. */
static int read_entry(struct cursor *cursor, struct entry *entry)
{
	const char *nul;
	char *after;

	if (cursor->at == cursor->end)
		return 0;
	nul = memchr(cursor->at, 0, (size_t)(cursor->end - cursor->at));
	if (!nul || cursor->end - nul <= JSCAN_SHA1_BYTES)
		return -1;
	entry->mode = (uint32_t)strtoul(cursor->at, &after, 8);
	if (*after != ' ' || after + 1 == nul)
		return -1;
	entry->name = after + 1;
	entry->len = (size_t)(nul - entry->name);
	entry->id = (const unsigned char *)nul + 1;
	cursor->at = nul + 1 + JSCAN_SHA1_BYTES;
	return memchr(entry->name, '/', entry->len) ? -1 : 1;
}

static int say_damaged(struct jscan_error *err)
{
	return jscan_error_set(err, JSCAN_ERR_REPOSITORY,
			       "a tree of the repository is damaged: git fsck "
			       "says more");
}

static bool is_folder(const struct entry *entry)
{
	return (entry->mode & MODE_KIND) == MODE_FOLDER;
}

/* Finds `name` in a tree; -1 damaged, 0 not there, 1 found. */
static int find_entry(struct entry *out, struct cursor *cursor,
		      const char *name, size_t len)
{
	int found;

	while ((found = read_entry(cursor, out)) > 0) {
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
		struct cursor cursor;
		struct entry entry;
		int found;

		if (open_tree(&cursor, repository, id, err) < 0)
			return -1;
		found = find_entry(&entry, &cursor, prefix, len);
		if (found > 0 && !is_folder(&entry))
			found = 0;
		if (found > 0)
			memcpy(id, entry.id, JSCAN_SHA1_BYTES);
		close_tree(&cursor);
		if (found <= 0)
			return found < 0 ? say_damaged(err) : 0;
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
	struct cursor cursor;
	struct entry entry;
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
	if (open_tree(&cursor, repository, folder, err) < 0)
		return -1;
	found = find_entry(&entry, &cursor, name, strlen(name));
	if (found > 0) {
		*is_found = true;
		out->path = path;
		out->mode = entry.mode;
		memcpy(out->id, entry.id, sizeof(out->id));
	}
	close_tree(&cursor);
	return found < 0 ? say_damaged(err) : 0;
}

struct level {
	struct cursor cursor;
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
	if (open_tree(&level->cursor, lister->repository, id, err) < 0)
		return -1;
	level->path_len = lister->path.len;
	lister->depth++;
	return 0;
}

static int visit(struct lister *lister, const struct entry *entry,
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
	if (is_folder(entry)) {
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
		struct entry entry;
		int found = read_entry(&level->cursor, &entry);

		if (found > 0)
			ret = visit(lister, &entry, err);
		else if (found < 0)
			ret = say_damaged(err);
		else
			close_tree(&lister->levels[--lister->depth].cursor);
	}
	while (lister->depth)
		close_tree(&lister->levels[--lister->depth].cursor);
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
	return jscan_tree_list_by(out, NULL, repository, NULL, id, prefix, wants,
				  data, arena, err);
}

struct maker {
	struct jscan_repository *repository;
	struct jscan_objects *objects;
};

/* What the changes make of one name in a tree. */
struct group {
	const char *name;
	size_t len;
	bool is_folder;
	bool is_gone;
	bool has_old; /* a folder that the old tree has: `id` until it is made
		       */
	unsigned char id[JSCAN_SHA1_BYTES];
	uint32_t mode;
	size_t first; /* of its changes, when a folder */
	size_t count;
};

/* As git orders the names in a tree. */
static int compare_names(const char *a, size_t a_len, bool is_a_folder,
			 const char *b, size_t b_len, bool is_b_folder)
{
	size_t len = a_len < b_len ? a_len : b_len;
	int order = memcmp(a, b, len);
	unsigned char x, y;

	if (order)
		return order;
	x = (unsigned char)(a_len > len ? a[len] : is_a_folder ? '/' : 0);
	y = (unsigned char)(b_len > len ? b[len] : is_b_folder ? '/' : 0);
	return x - y;
}

static size_t find_groups(struct group *groups,
			  const struct jscan_change *changes, size_t count,
			  size_t skip)
{
	size_t group_count = 0;

	for (size_t i = 0; i < count; i++) {
		const char *name = changes[i].path + skip;
		size_t len = strcspn(name, "/");
		struct group *last =
			group_count ? &groups[group_count - 1] : NULL;

		if (name[len] && last && last->is_folder && last->len == len &&
		    !memcmp(last->name, name, len)) {
			last->count++;
			continue;
		}
		last = &groups[group_count++];
		memset(last, 0, sizeof(*last));
		last->name = name;
		last->len = len;
		last->is_folder = name[len] == '/';
		last->first = i;
		last->count = 1;
		last->mode = last->is_folder ? MODE_FOLDER : changes[i].mode;
		last->is_gone = !last->is_folder && !changes[i].id;
		if (!last->is_folder && changes[i].id)
			memcpy(last->id, changes[i].id, sizeof(last->id));
	}
	return group_count;
}

static void put_entry(struct jscan_buf *out, uint32_t mode, const char *name,
		      size_t len, const unsigned char *id)
{
	jscan_buf_addf(out, "%o ", mode);
	jscan_buf_add(out, name, len);
	jscan_buf_addc(out, '\0');
	jscan_buf_add(out, (const char *)id, JSCAN_SHA1_BYTES);
}

static void put_group(struct jscan_buf *out, const struct group *group)
{
	if (!group->is_gone)
		put_entry(out, group->mode, group->name, group->len, group->id);
}

/* The place of a group, or `count`. */
static size_t find_group(const struct group *groups, size_t count,
			 const char *name, size_t len, bool is_a_folder)
{
	size_t low = 0, high = count;

	while (low < high) {
		size_t middle = low + (high - low) / 2;
		const struct group *group = &groups[middle];
		int order =
			compare_names(group->name, group->len, group->is_folder,
				      name, len, is_a_folder);

		if (!order)
			return middle;
		if (order < 0)
			low = middle + 1;
		else
			high = middle;
	}
	return count;
}

/* The old entries, less those that changed or stand in the way, and the new. */
static int merge(struct jscan_buf *out, struct cursor *base,
		 const struct group *groups, size_t count,
		 struct jscan_error *err)
{
	struct entry entry;
	size_t next = 0;
	int found = 0;

	while (base && (found = read_entry(base, &entry)) > 0) {
		size_t other = find_group(groups, count, entry.name, entry.len,
					  !is_folder(&entry));
		int order = 1;

		while (next < count &&
		       (order = compare_names(
				groups[next].name, groups[next].len,
				groups[next].is_folder, entry.name, entry.len,
				is_folder(&entry))) < 0)
			put_group(out, &groups[next++]);
		if (next < count && !order)
			put_group(out, &groups[next++]);
		else if (other == count || groups[other].is_gone)
			put_entry(out, entry.mode, entry.name, entry.len,
				  entry.id);
	}
	while (next < count)
		put_group(out, &groups[next++]);
	return found < 0 ? say_damaged(err) : 0;
}

/* Notes which of the folders the old tree has. */
static void find_old_folders(struct group *groups, size_t count,
			     struct cursor cursor)
{
	struct entry entry;

	while (read_entry(&cursor, &entry) > 0) {
		size_t place;

		if (!is_folder(&entry))
			continue;
		place = find_group(groups, count, entry.name, entry.len, true);
		if (place == count)
			continue;
		groups[place].has_old = true;
		memcpy(groups[place].id, entry.id, JSCAN_SHA1_BYTES);
	}
}

/* NOLINTBEGIN(misc-no-recursion): JSCAN_TREE_MOST_DEPTH deep at most. */

static int make_tree(unsigned char out[JSCAN_SHA1_BYTES], bool *is_empty,
		     struct maker *maker, const unsigned char *base,
		     const struct jscan_change *changes, size_t count,
		     size_t skip, size_t depth, struct jscan_error *err);

static int make_folders(struct group *groups, size_t count, struct maker *maker,
			const struct jscan_change *changes, size_t skip,
			size_t depth, struct jscan_error *err)
{
	for (size_t i = 0; i < count; i++) {
		struct group *group = &groups[i];
		unsigned char old[JSCAN_SHA1_BYTES];

		if (!group->is_folder)
			continue;
		memcpy(old, group->id, sizeof(old));
		if (make_tree(group->id, &group->is_gone, maker,
			      group->has_old ? old : NULL,
			      changes + group->first, group->count,
			      skip + group->len + 1, depth + 1, err) < 0)
			return -1;
	}
	return 0;
}

/* Calls itself for folders, JSCAN_TREE_MOST_DEPTH deep at most. */
static int make_tree(unsigned char out[JSCAN_SHA1_BYTES], bool *is_empty,
		     struct maker *maker, const unsigned char *base,
		     const struct jscan_change *changes, size_t count,
		     size_t skip, size_t depth, struct jscan_error *err)
{
	struct cursor cursor = {.at = NULL};
	struct group *groups;
	struct jscan_buf buf;
	size_t group_count;
	int ret = -1;

	if (depth > JSCAN_TREE_MOST_DEPTH)
		return jscan_error_set(err, JSCAN_ERR_LIMIT,
				       "'%s' is more than %d folders deep",
				       changes[0].path, JSCAN_TREE_MOST_DEPTH);
	if (base && open_tree(&cursor, maker->repository, base, err) < 0)
		return -1;
	jscan_buf_init(&buf);
	groups = jscan_alloc(count * sizeof(*groups));
	group_count = find_groups(groups, changes, count, skip);
	if (base)
		find_old_folders(groups, group_count, cursor);
	if (make_folders(groups, group_count, maker, changes, skip, depth,
			 err) < 0 ||
	    merge(&buf, base ? &cursor : NULL, groups, group_count, err) < 0)
		goto out;
	*is_empty = !buf.len;
	ret = 0;
	if (buf.len || !depth) {
		jscan_sha1_object(out, "tree", buf.data, buf.len);
		ret = jscan_objects_add(maker->objects, out, JSCAN_OBJECT_TREE,
					buf.data, buf.len, err);
	}
out:
	free(groups);
	jscan_buf_release(&buf);
	close_tree(&cursor);
	return ret;
}

/* NOLINTEND(misc-no-recursion) */

int jscan_tree_change(unsigned char out[JSCAN_SHA1_BYTES],
		      struct jscan_repository *repository,
		      struct jscan_objects *objects, const unsigned char *base,
		      const struct jscan_change *changes, size_t count,
		      struct jscan_error *err)
{
	struct maker maker = {repository, objects};
	bool is_empty;

	return make_tree(out, &is_empty, &maker, base, changes, count, 0, 0,
			 err);
}
