/*
 * Changes an index that was read: its entries, what git knows of the trees
 * above them, and which files have to be looked at again.
 */
#include "git/index.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>

/* The first change whose path is not below `path`. */
static size_t find_change(const struct jscan_change *changes, size_t count,
			  const char *path)
{
	size_t low = 0, high = count;

	while (low < high) {
		size_t middle = low + (high - low) / 2;

		if (strcmp(changes[middle].path, path) < 0)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

static bool is_added(const struct jscan_change *changes, size_t count,
		     const char *path)
{
	size_t place = find_change(changes, count, path);

	return place < count && changes[place].id &&
	       !strcmp(changes[place].path, path);
}

/*
 * Whether a change puts a file where `path` needs a folder, or needs a folder
 * where `path` is a file: what is staged there has gone from the disk.
 */
static bool is_displaced(const struct jscan_change *changes, size_t count,
			 const char *path, struct jscan_buf *name)
{
	size_t place;

	jscan_buf_clear(name);
	jscan_buf_adds(name, path);
	for (char *slash = strchr(name->data, '/'); slash;
	     slash = strchr(slash + 1, '/')) {
		*slash = '\0';
		if (is_added(changes, count, name->data))
			return true;
		*slash = '/';
	}
	jscan_buf_addc(name, '/');
	place = find_change(changes, count, name->data);
	for (; place < count &&
	       !strncmp(changes[place].path, name->data, name->len);
	     place++) {
		if (changes[place].id)
			return true;
	}
	return false;
}

static void fill(struct jscan_index_entry *entry,
		 const struct jscan_change *change)
{
	const struct stat *st = change->st;

	memset(entry, 0, sizeof(*entry));
	entry->is_new = true;
	entry->path = change->path;
	entry->len = strlen(change->path);
	entry->mode = change->mode;
	memcpy(entry->id, change->id, sizeof(entry->id));
	if (!st)
		return;
	entry->ctime = (uint32_t)st->st_ctim.tv_sec;
	entry->ctime_ns = (uint32_t)st->st_ctim.tv_nsec;
	entry->mtime = (uint32_t)st->st_mtim.tv_sec;
	entry->mtime_ns = (uint32_t)st->st_mtim.tv_nsec;
	entry->dev = (uint32_t)st->st_dev;
	entry->ino = (uint32_t)st->st_ino;
	entry->uid = (uint32_t)st->st_uid;
	entry->gid = (uint32_t)st->st_gid;
	entry->size = (uint32_t)st->st_size;
}

/*
 * Most builds of git compare times by seconds alone.  So it looks at a file
 * again when that was changed in the second in which the index was written;
 * now that the index gets a new time it would trust it, unless the size is
 * wiped out.  We know the nanoseconds and can spare git most of that.
 */
static void mark_if_racy(const struct jscan_index *index,
			 struct jscan_index_entry *entry, int work_dir_fd)
{
	struct stat st;
	int ret;

	if (!index->written.tv_sec || entry->stage ||
	    entry->mtime < (uint32_t)index->written.tv_sec)
		return;
	ret = fstatat(work_dir_fd, entry->path, &st, AT_SYMLINK_NOFOLLOW);
	if (ret < 0 ? errno == ENOENT || errno == ENOTDIR
		    : jscan_index_is_fresh(index, entry, &st, false))
		return;
	entry->size = 0;
}

/* Whether is_displaced() can be true of any entry; asked of the few. */
static bool has_displaced(const struct jscan_index *index,
			  const struct jscan_change *changes, size_t count)
{
	struct jscan_buf name;
	bool is_found = false;

	jscan_buf_init(&name);
	for (size_t i = 0; i < count && !is_found; i++) {
		size_t place;

		if (!changes[i].id)
			continue;
		jscan_buf_clear(&name);
		jscan_buf_adds(&name, changes[i].path);
		jscan_buf_addc(&name, '/');
		place = jscan_index_place(index, name.data);
		is_found = place < index->count &&
			   !strncmp(index->entries[place].path, name.data,
				    name.len);
		name.data[name.len - 1] = '\0';
		for (char *slash = strrchr(name.data, '/'); slash && !is_found;
		     slash = strrchr(name.data, '/')) {
			*slash = '\0';
			place = jscan_index_place(index, name.data);
			is_found =
				place < index->count &&
				!strcmp(index->entries[place].path, name.data);
		}
	}
	jscan_buf_release(&name);
	return is_found;
}

static void merge(struct jscan_index *index, const struct jscan_change *changes,
		  size_t count, int work_dir_fd)
{
	struct jscan_index_entry *merged = jscan_arena_array(
		index->arena, index->count + count, sizeof(*merged));
	bool has_some_displaced = has_displaced(index, changes, count);
	struct jscan_buf name;
	size_t from = 0, to = 0;

	jscan_buf_init(&name);
	for (size_t i = 0; from < index->count || i < count;) {
		struct jscan_index_entry *entry = index->entries + from;
		int order = from == index->count ? 1
			    : i == count	 ? -1
					 : strcmp(entry->path, changes[i].path);

		if (order < 0) {
			from++;
			if (has_some_displaced &&
			    is_displaced(changes, count, entry->path, &name))
				continue;
			mark_if_racy(index, entry, work_dir_fd);
			merged[to++] = *entry;
		} else if (order == 0) {
			from++; /* all its stages */
		} else {
			if (changes[i].id)
				fill(&merged[to++], &changes[i]);
			i++;
		}
	}
	jscan_buf_release(&name);
	index->entries = merged;
	index->count = to;
}

/* The cached trees: a walk over nodes, each with its folders behind it. */
struct level {
	size_t path_len;    /* of the path of the node's folder, with '/' */
	unsigned long left; /* folders still to come */
};

struct tree_walk {
	const char *at;
	const char *end;
	struct jscan_buf path;
	struct level *levels;
	size_t depth;
	size_t room;
};

static void enter(struct tree_walk *walk, unsigned long folders)
{
	if (walk->depth == walk->room) {
		walk->room = walk->room ? 2 * walk->room : 16;
		walk->levels = jscan_realloc(
			walk->levels, walk->room * sizeof(*walk->levels));
	}
	walk->levels[walk->depth].path_len = walk->path.len;
	walk->levels[walk->depth++].left = folders;
}

/* Goes back up to the node whose folder comes next; false at the end. */
static bool find_parent(struct tree_walk *walk)
{
	while (walk->depth && !walk->levels[walk->depth - 1].left)
		walk->depth--;
	if (!walk->depth)
		return false;
	walk->levels[walk->depth - 1].left--;
	walk->path.len = walk->levels[walk->depth - 1].path_len;
	walk->path.data[walk->path.len] = '\0';
	return true;
}

/* What stands between the name of a node and its tree. */
struct node {
	const char *name; /* with a NUL */
	const char *rest; /* behind the two numbers */
	bool has_tree;
	unsigned long folders;
};

static int read_node(struct tree_walk *walk, struct node *node)
{
	size_t left = (size_t)(walk->end - walk->at);
	const char *nul = memchr(walk->at, 0, left);
	const char *newline = memchr(walk->at, '\n', left);
	char *after;

	/* The first newline behind the NUL; names may hold newlines too. */
	if (nul && newline && newline < nul)
		newline = memchr(nul, '\n', (size_t)(walk->end - nul));
	if (!nul || !newline)
		return -1;
	node->name = walk->at;
	node->rest = newline + 1;
	node->has_tree = strtol(nul + 1, &after, 10) >= 0;
	if (*after != ' ')
		return -1;
	node->folders = strtoul(after + 1, &after, 10);
	if (after != newline || node->folders > left ||
	    (node->has_tree && walk->end - node->rest < JSCAN_SHA1_BYTES))
		return -1;
	walk->at = node->rest + (node->has_tree ? JSCAN_SHA1_BYTES : 0);
	return 0;
}

/* Copies one node, without its tree when a change lies below it. */
static int copy_node(struct tree_walk *walk, struct jscan_buf *out,
		     const struct jscan_change *changes, size_t count)
{
	struct node node;
	size_t place;

	if (read_node(walk, &node) < 0)
		return -1;
	jscan_buf_adds(&walk->path, node.name);
	if (walk->depth)
		jscan_buf_addc(&walk->path, '/');
	place = find_change(changes, count, walk->path.data);
	if (place < count &&
	    !strncmp(changes[place].path, walk->path.data, walk->path.len))
		jscan_buf_addf(out, "%s%c-1 %lu\n", node.name, 0, node.folders);
	else
		jscan_buf_add(out, node.name, (size_t)(walk->at - node.name));
	enter(walk, node.folders);
	return 0;
}

static void forget_trees(struct jscan_index *index,
			 const struct jscan_change *changes, size_t count)
{
	struct tree_walk walk = {index->tree_cache,
				 index->tree_cache + index->tree_cache_len,
				 {0},
				 NULL,
				 0,
				 0};
	struct jscan_buf out;
	bool is_whole;

	if (!index->tree_cache_len)
		return;
	jscan_buf_init(&out);
	jscan_buf_init(&walk.path);
	jscan_buf_adds(&walk.path, "");
	do
		is_whole = copy_node(&walk, &out, changes, count) == 0;
	while (is_whole && find_parent(&walk));
	index->tree_cache_len = is_whole ? out.len : 0;
	if (is_whole)
		index->tree_cache =
			jscan_arena_strndup(index->arena, out.data, out.len);
	free(walk.levels);
	jscan_buf_release(&walk.path);
	jscan_buf_release(&out);
}

/* Whether more entries than this one are of its path. */
static bool has_stages(const struct jscan_index *index,
		       const struct jscan_index_entry *entry)
{
	return entry + 1 < index->entries + index->count &&
	       !strcmp(entry[1].path, entry->path);
}

/*
 * Most often what changes is there already, as one entry: nothing else then
 * has to move.  False, and nothing is done, when it is otherwise.
 */
static bool replace(struct jscan_index *index,
		    const struct jscan_change *changes, size_t count,
		    int work_dir_fd)
{
	size_t next = 0;

	if (has_displaced(index, changes, count))
		return false;
	for (size_t i = 0; i < count; i++) {
		const struct jscan_index_entry *entry =
			jscan_index_find(index, changes[i].path);

		if (!changes[i].id || !entry || has_stages(index, entry))
			return false;
	}
	for (size_t i = 0; i < index->count; i++) {
		struct jscan_index_entry *entry = &index->entries[i];

		if (next < count && !strcmp(entry->path, changes[next].path))
			fill(entry, &changes[next++]);
		else
			mark_if_racy(index, entry, work_dir_fd);
	}
	return true;
}

void jscan_index_apply(struct jscan_index *index,
		       const struct jscan_change *changes, size_t count,
		       int work_dir_fd)
{
	forget_trees(index, changes, count);
	if (!replace(index, changes, count, work_dir_fd))
		merge(index, changes, count, work_dir_fd);
}
