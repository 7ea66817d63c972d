/*
 * A folder is known by its stamp, which it gets anew whenever a name in it comes
 * or goes.  As with notes, a stamp that may be as young as the look at the folder
 * is not relied on: the folder is not kept then.
 */
#include "cache/folders.h"

#include <stdlib.h>
#include <string.h>

#include "cache/settled.h"
#include "entry/listing.h"

#define MOST_BYTES ((size_t)1 << 30) /* of paths and names */

struct jscan_cache_listed {
	const char *path;
	struct jscan_stamp stamp;
	const char *names;
	size_t len;
};

void jscan_cache_folders_init(struct jscan_cache_folders *folders,
			      struct timespec since, struct jscan_arena *arena)
{
	memset(folders, 0, sizeof(*folders));
	folders->since = since;
	folders->arena = arena;
}

/* Paths and names lie among the texts, and the paths are in order. */
static bool is_sound(const struct jscan_cache_folder *items, size_t count,
		     const char *texts, size_t len)
{
	if (count && (!len || texts[len - 1]))
		return false;
	for (size_t i = 0; i < count; i++) {
		if (items[i].path >= len || items[i].names > len ||
		    items[i].names_len > len - items[i].names ||
		    (i && strcmp(texts + items[i - 1].path,
				 texts + items[i].path) >= 0))
			return false;
	}
	return true;
}

void jscan_cache_folders_read(struct jscan_cache_folders *folders,
			      const char *bytes, size_t len)
{
	const struct jscan_cache_folder *items;
	const char *texts;
	uint64_t count;

	if (len < sizeof(count))
		return;
	memcpy(&count, bytes, sizeof(count));
	len -= sizeof(count);
	if (count > len / sizeof(*items))
		return;
	items = (const struct jscan_cache_folder *)(const void *)(bytes +
								  sizeof(count));
	texts = (const char *)(items + count);
	if (!is_sound(items, (size_t)count, texts,
		      len - (size_t)count * sizeof(*items)))
		return;
	folders->old = items;
	folders->old_count = (size_t)count;
	folders->texts = texts;
}

static const struct jscan_cache_folder *
find_old(const struct jscan_cache_folders *folders, const char *path)
{
	size_t from = 0, to = folders->old_count;

	while (from < to) {
		size_t middle = from + (to - from) / 2;
		const struct jscan_cache_folder *item = &folders->old[middle];
		int order = strcmp(folders->texts + item->path, path);

		if (!order)
			return item;
		if (order < 0)
			from = middle + 1;
		else
			to = middle;
	}
	return NULL;
}

static void add(struct jscan_cache_folders *folders,
		const struct jscan_cache_listed *item)
{
	folders->listed = jscan_arena_grow(folders->arena, folders->listed,
					   folders->listed_count,
					   sizeof(*folders->listed));
	folders->listed[folders->listed_count++] = *item;
}

const char *jscan_cache_folders_find(struct jscan_cache_folders *folders,
				     const char *path,
				     const struct jscan_stamp *stamp,
				     size_t *len)
{
	const struct jscan_cache_folder *old = find_old(folders, path);
	struct jscan_cache_listed item;

	if (!old || !jscan_stamp_is_same(&old->stamp, stamp))
		return NULL;
	item.path = folders->texts + old->path;
	item.stamp = *stamp;
	item.names = folders->texts + old->names;
	item.len = old->names_len;
	if (!jscan_listing_is_sound(item.names, item.len))
		return NULL;
	add(folders, &item);
	*len = item.len;
	return item.names;
}

void jscan_cache_folders_keep(struct jscan_cache_folders *folders,
			      const char *path, const struct jscan_stamp *stamp,
			      const char *names, size_t len)
{
	struct jscan_cache_listed item = {.stamp = *stamp, .len = len};

	folders->new_bytes += strlen(path) + len;
	if (!jscan_stamp_is_settled(stamp, &folders->since) ||
	    folders->new_bytes > MOST_BYTES)
		return;
	item.path = jscan_arena_strdup(folders->arena, path);
	item.names = jscan_arena_strndup(folders->arena, names, len);
	add(folders, &item);
	folders->new_count++;
}

static int compare_listed(const void *left, const void *right)
{
	const struct jscan_cache_listed *a = left, *b = right;

	return strcmp(a->path, b->path);
}

void jscan_cache_folders_write(struct jscan_buf *out,
			       const struct jscan_cache_folders *folders)
{
	uint64_t count = folders->listed_count;
	size_t at = 0;

	if (count)
		qsort(folders->listed, count, sizeof(*folders->listed),
		      compare_listed);
	jscan_buf_add(out, (const char *)&count, sizeof(count));
	for (size_t i = 0; i < count; i++) {
		const struct jscan_cache_listed *item = &folders->listed[i];
		struct jscan_cache_folder folder = {.stamp = item->stamp};

		folder.path = (uint32_t)at;
		at += strlen(item->path) + 1;
		folder.names = (uint32_t)at;
		folder.names_len = (uint32_t)item->len;
		at += item->len;
		jscan_buf_add(out, (const char *)&folder, sizeof(folder));
	}
	for (size_t i = 0; i < count; i++) {
		const struct jscan_cache_listed *item = &folders->listed[i];

		jscan_buf_add(out, item->path, strlen(item->path) + 1);
		jscan_buf_add(out, item->names, item->len);
	}
	/* So that it always ends with a NUL. */
	jscan_buf_addc(out, '\0');
}
