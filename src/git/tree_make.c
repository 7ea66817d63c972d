/*
 * Makes trees: the old entries in their order with the changes among them,
 * folder by folder.
 */
#include "git/tree.h"

#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/error.h"
#include "git/tree_entry.h"

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
		last->mode =
			last->is_folder ? JSCAN_TREE_FOLDER : changes[i].mode;
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
static int merge(struct jscan_buf *out, struct jscan_tree_cursor *base,
		 const struct group *groups, size_t count,
		 struct jscan_error *err)
{
	struct jscan_tree_entry entry;
	size_t next = 0;
	int found = 0;

	while (base && (found = jscan_tree_read(base, &entry)) > 0) {
		size_t other = find_group(groups, count, entry.name, entry.len,
					  !jscan_tree_is_folder(&entry));
		int order = 1;

		while (next < count &&
		       (order = compare_names(
				groups[next].name, groups[next].len,
				groups[next].is_folder, entry.name, entry.len,
				jscan_tree_is_folder(&entry))) < 0)
			put_group(out, &groups[next++]);
		if (next < count && !order)
			put_group(out, &groups[next++]);
		else if (other == count || groups[other].is_gone)
			put_entry(out, entry.mode, entry.name, entry.len,
				  entry.id);
	}
	while (next < count)
		put_group(out, &groups[next++]);
	return found < 0 ? jscan_tree_say_damaged(err) : 0;
}

/* Notes which of the folders the old tree has. */
static void find_old_folders(struct group *groups, size_t count,
			     struct jscan_tree_cursor cursor)
{
	struct jscan_tree_entry entry;

	while (jscan_tree_read(&cursor, &entry) > 0) {
		size_t place;

		if (!jscan_tree_is_folder(&entry))
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
	struct jscan_tree_cursor cursor = {.at = NULL};
	struct group *groups;
	struct jscan_buf buf;
	size_t group_count;
	int ret = -1;

	if (depth > JSCAN_TREE_MOST_DEPTH)
		return jscan_error_set(err, JSCAN_ERR_LIMIT,
				       "'%s' is more than %d folders deep",
				       changes[0].path, JSCAN_TREE_MOST_DEPTH);
	if (base && jscan_tree_open(&cursor, maker->repository, base, err) < 0)
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
	jscan_tree_close(&cursor);
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
