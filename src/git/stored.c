/*
 * The index or a tree as a source of notes.  Both come down to a list of paths
 * with the names of their objects; reading one is reading an object.
 */
#include "git/stored.h"

#include <errno.h>
#include <limits.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "base/error.h"
#include "entry/select.h"
#include "git/blob.h"
#include "git/index.h"
#include "git/internal.h"
#include "git/tree.h"

struct jscan_stored {
	struct jscan_repository *repository;
	struct jscan_arena arena;
	bool is_index;
	struct jscan_index index;
	unsigned char tree[JSCAN_SHA1_BYTES];
	pthread_mutex_t mutex; /* libgit2 reads for one thread at a time */
};

/* The names of the objects of a source's files. */
struct stored_files {
	struct jscan_stored *stored;
	unsigned char (*ids)[JSCAN_SHA1_BYTES];
};

static int find_tree(struct jscan_stored *stored, const char *revision,
		     struct jscan_error *err)
{
	git_object *found = NULL, *tree = NULL;
	int ret = -1;

	if (git_revparse_single(&found, stored->repository->git, revision) < 0)
		jscan_error_set(err, JSCAN_ERR_NOT_FOUND,
				"there is no revision '%.200s'", revision);
	else if (git_object_peel(&tree, found, GIT_OBJECT_TREE) < 0)
		jscan_error_set(err, JSCAN_ERR_NOT_FOUND,
				"'%.200s' is no commit", revision);
	else
		ret = 0;
	if (!ret)
		memcpy(stored->tree, git_object_id(tree)->id, JSCAN_SHA1_BYTES);
	git_object_free(tree);
	git_object_free(found);
	return ret;
}

static struct jscan_stored *stored_new(void)
{
	struct jscan_stored *stored = jscan_alloc(sizeof(*stored));

	memset(stored, 0, sizeof(*stored));
	jscan_arena_init(&stored->arena);
	pthread_mutex_init(&stored->mutex, NULL);
	return stored;
}

int jscan_stored_open(struct jscan_stored **out, const char *dir,
		      const char *revision,
		      const struct jscan_repository_options *options,
		      struct jscan_error *err)
{
	struct jscan_stored *stored = stored_new();
	int ret;

	stored->is_index = !revision;
	ret = jscan_repository_open(&stored->repository, dir, options, err);
	if (!ret && revision)
		ret = find_tree(stored, revision, err);
	else if (!ret)
		ret = jscan_index_read(&stored->index,
				       stored->repository->index_path,
				       &stored->arena, err);
	if (ret < 0)
		jscan_stored_free(stored);
	else
		*out = stored;
	return ret;
}

/* The commit that is merged, as git tells a merge driver. */
static int find_theirs(git_commit **out, struct jscan_repository *repository,
		       struct jscan_error *err)
{
	static const char start[] = "GITHEAD_";
	const char *const *variable = repository->environment;
	int count = 0;

	*out = NULL;
	for (; variable && *variable; variable++) {
		char hex[2 * JSCAN_SHA1_BYTES + 1];
		const char *name = *variable + sizeof(start) - 1;
		git_oid oid;

		if (strncmp(*variable, start, sizeof(start) - 1) ||
		    strcspn(name, "=") != sizeof(hex) - 1)
			continue;
		snprintf(hex, sizeof(hex), "%.40s", name);
		if (git_oid_fromstr(&oid, hex) < 0)
			continue;
		git_commit_free(*out);
		*out = NULL;
		count += !git_commit_lookup(out, repository->git, &oid);
	}
	if (count == 1)
		return 0;
	git_commit_free(*out);
	return jscan_error_set(err, JSCAN_ERR_NOT_FOUND,
			       "no merge of two commits is under way");
}

static int merge(git_index **out, struct jscan_repository *repository,
		 struct jscan_error *err)
{
	git_commit *ours = NULL, *theirs = NULL;
	git_oid head;
	int ret = -1;

	if (find_theirs(&theirs, repository, err) < 0)
		return -1;
	if (git_reference_name_to_id(&head, repository->git, "HEAD") < 0 ||
	    git_commit_lookup(&ours, repository->git, &head) < 0 ||
	    git_merge_commits(out, repository->git, ours, theirs, NULL) < 0)
		jscan_git_fail(err, JSCAN_ERR_REPOSITORY,
			       "cannot foresee the merge");
	else
		ret = 0;
	git_commit_free(theirs);
	git_commit_free(ours);
	return ret;
}

/* libgit2's index of a merge as one of ours; both are in the same order. */
static void copy_index(struct jscan_stored *stored, git_index *from)
{
	struct jscan_index *to = &stored->index;
	size_t count = git_index_entrycount(from);

	to->arena = &stored->arena;
	to->entries =
		jscan_arena_array(&stored->arena, count, sizeof(*to->entries));
	for (size_t i = 0; i < count; i++) {
		const git_index_entry *entry = git_index_get_byindex(from, i);
		struct jscan_index_entry *copy = &to->entries[to->count++];

		copy->path = jscan_arena_strdup(&stored->arena, entry->path);
		copy->len = strlen(entry->path);
		copy->mode = entry->mode;
		copy->stage = (uint32_t)git_index_entry_stage(entry);
		memcpy(copy->id, entry->id.id, sizeof(copy->id));
	}
}

int jscan_stored_open_merge(struct jscan_stored **out, const char *dir,
			    const struct jscan_repository_options *options,
			    struct jscan_error *err)
{
	struct jscan_stored *stored = stored_new();
	git_index *index = NULL;

	stored->is_index = true;
	if (jscan_repository_open(&stored->repository, dir, options, err) < 0 ||
	    merge(&index, stored->repository, err) < 0) {
		jscan_stored_free(stored);
		return -1;
	}
	copy_index(stored, index);
	git_index_free(index);
	*out = stored;
	return 0;
}

void jscan_stored_free(struct jscan_stored *stored)
{
	if (!stored)
		return;
	jscan_index_release(&stored->index);
	jscan_repository_free(stored->repository);
	pthread_mutex_destroy(&stored->mutex);
	jscan_arena_release(&stored->arena);
	free(stored);
}

struct jscan_repository *jscan_stored_repository(struct jscan_stored *stored)
{
	return stored->repository;
}

const struct jscan_index *jscan_stored_index(const struct jscan_stored *stored)
{
	return &stored->index;
}

static enum jscan_read_result read_object(struct jscan_stored *stored,
					  struct jscan_buf *out,
					  const unsigned char *id,
					  size_t most_bytes)
{
	enum jscan_read_result result;

	pthread_mutex_lock(&stored->mutex);
	result = jscan_blob_read(out, stored->repository, id, most_bytes);
	pthread_mutex_unlock(&stored->mutex);
	return result;
}

/* Whether a checkout would make a regular file of it. */
static bool is_file(const struct jscan_index_entry *entry)
{
	return S_ISREG(entry->mode) && !entry->stage &&
	       !(entry->flags & JSCAN_INDEX_INTENT_TO_ADD);
}

/* What stands at `path`; -1 when the repository cannot say. */
static int find(unsigned char id[JSCAN_SHA1_BYTES], bool *is_regular,
		struct jscan_stored *stored, const char *path)
{
	struct jscan_tree_file file;
	struct jscan_error err;
	bool is_found;

	if (stored->is_index) {
		const struct jscan_index_entry *entry =
			jscan_index_find(&stored->index, path);

		if (!entry)
			return 0;
		memcpy(id, entry->id, JSCAN_SHA1_BYTES);
		*is_regular = is_file(entry);
		return 1;
	}
	if (jscan_tree_find(&file, &is_found, stored->repository, stored->tree,
			    path, &err) < 0)
		return -1;
	if (!is_found)
		return 0;
	memcpy(id, file.id, JSCAN_SHA1_BYTES);
	*is_regular = S_ISREG(file.mode);
	return 1;
}

enum jscan_read_result jscan_stored_read(struct jscan_stored *stored,
					 struct jscan_buf *out,
					 const char *path, size_t most_bytes)
{
	unsigned char id[JSCAN_SHA1_BYTES];
	bool is_regular;
	int found = find(id, &is_regular, stored,
			 jscan_arena_printf(&stored->arena, "%s%s",
					    stored->repository->prefix, path));

	if (found < 0) {
		errno = ENODATA;
		return JSCAN_READ_FAILED;
	}
	if (!found)
		return JSCAN_READ_MISSING;
	return is_regular ? read_object(stored, out, id, most_bytes)
			  : JSCAN_READ_NOT_A_FILE;
}

static enum jscan_read_result read_file(const struct jscan_source *source,
					size_t index, struct jscan_buf *out,
					struct jscan_stamp *stamp)
{
	const struct stored_files *files = source->data;

	(void)stamp;
	return read_object(files->stored, out, files->ids[index],
			   JSCAN_NOTE_MOST_BYTES);
}

static const unsigned char *get_id(const struct jscan_source *source,
				   size_t index)
{
	const struct stored_files *files = source->data;

	return files->ids[index];
}

static void close_source(struct jscan_source *source)
{
	(void)source; /* all of it lives in the arena */
}

/* Where a list of files is made. */
struct listing {
	struct jscan_source *out;
	struct jscan_stored *stored;
	struct jscan_select select;
	struct jscan_arena *arena;
	struct jscan_diags *diags;
};

static void add_file(struct listing *listing, struct jscan_source_file *files,
		     const char *path, const unsigned char *id)
{
	struct stored_files *stored = listing->out->data;
	const char *raw = jscan_arena_strdup(
		listing->arena,
		path + strlen(listing->stored->repository->prefix));
	const char *shown = jscan_select_shown_path(listing->arena, raw);

	if (strlen(raw) >= PATH_MAX - 1) {
		jscan_diags_add(listing->diags, shown, 0, 0,
				JSCAN_DIAG_BAD_PATH,
				"a path this long cannot be read");
		return;
	}
	files[listing->out->count].raw_path = raw;
	files[listing->out->count].path = shown;
	memcpy(stored->ids[listing->out->count], id, JSCAN_SHA1_BYTES);
	listing->out->count++;
}

static struct jscan_source_file *make_room(struct listing *listing,
					   size_t count)
{
	struct stored_files *stored = listing->out->data;
	struct jscan_source_file *files =
		jscan_arena_array(listing->arena, count, sizeof(*files));

	stored->ids =
		jscan_arena_array(listing->arena, count, sizeof(*stored->ids));
	listing->out->files = files;
	return files;
}

static void say_conflict(struct listing *listing, const char *path)
{
	const char *shown = jscan_select_shown_path(
		listing->arena, jscan_arena_strdup(listing->arena, path));

	jscan_diags_add(listing->diags, shown, 0, 0, JSCAN_DIAG_UNREADABLE,
			"in conflict: not read until it is resolved");
}

static void list_index(struct listing *listing)
{
	const struct jscan_index *index = &listing->stored->index;
	const char *prefix = listing->stored->repository->prefix;
	size_t first = jscan_index_place(index, prefix), end = first;
	struct jscan_source_file *files;

	while (end < index->count &&
	       !strncmp(index->entries[end].path, prefix, strlen(prefix)))
		end++;
	files = make_room(listing, end - first);
	for (size_t i = first; i < end; i++) {
		const struct jscan_index_entry *entry = &index->entries[i];
		const char *path = entry->path + strlen(prefix);

		if (!jscan_select_wants(&listing->select, path))
			continue;
		if (is_file(entry))
			add_file(listing, files, entry->path, entry->id);
		else if (entry->stage &&
			 (i == first || strcmp(entry[-1].path, entry->path)))
			say_conflict(listing, path);
	}
}

static bool wants(void *data, const char *path)
{
	return jscan_select_wants(data, path);
}

static int list_tree(struct listing *listing, struct jscan_error *err)
{
	struct jscan_stored *stored = listing->stored;
	struct jscan_source_file *files;
	struct jscan_tree_files found;

	if (jscan_tree_list(&found, stored->repository, stored->tree,
			    stored->repository->prefix, wants, &listing->select,
			    listing->arena, err) < 0)
		return -1;
	files = make_room(listing, found.count);
	for (size_t i = 0; i < found.count; i++)
		add_file(listing, files, found.items[i].path,
			 found.items[i].id);
	return 0;
}

int jscan_stored_open_source(struct jscan_source *out,
			     struct jscan_stored *stored,
			     const struct jscan_config *config,
			     struct jscan_arena *arena,
			     struct jscan_diags *diags, struct jscan_error *err)
{
	struct listing listing = {
		.out = out, .stored = stored, .arena = arena, .diags = diags};
	struct stored_files *files = jscan_arena_alloc(arena, sizeof(*files));
	int ret = 0;

	memset(out, 0, sizeof(*out));
	files->stored = stored;
	out->data = files;
	out->read = read_file;
	out->id = get_id;
	out->close = close_source;
	jscan_select_init(&listing.select, config, arena);
	if (stored->is_index)
		list_index(&listing);
	else
		ret = list_tree(&listing, err);
	jscan_select_release(&listing.select);
	return ret;
}
