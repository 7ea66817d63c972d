/*
 * Lists the trees of commits.  A folder that is the same as in the commit
 * before is known by the name of its tree, and a note by the name of its blob
 * and its path, so that a walk costs what changed.
 */
#include "git/past.h"

#include <pthread.h>
#include <stdlib.h>
#include <string.h>

#include "base/error.h"
#include "base/hash.h"
#include "entry/select.h"
#include "git/blob.h"
#include "git/internal.h"
#include "git/tree.h"

/* A list of trees or notes that are known: index + 1, 0 is empty. */
struct known {
	uint32_t *slots;
	size_t count; /* of the slots, a power of two */
	size_t used;
};

struct state {
	struct jscan_past past; /* first, as the caller has it */
	struct jscan_repository *repository;
	struct jscan_arena arena;
	pthread_mutex_t mutex; /* libgit2 reads for one thread at a time */
	struct jscan_source_file *files;
	unsigned char (*ids)[JSCAN_SHA1_BYTES]; /* of the files */
	struct known versions;
	struct known trees; /* the commits that were the first to have them */
	const char *folder; /* from the top, no '/' at the end; NULL: the top */
	size_t note_count;
};

static uint64_t hash_of(const unsigned char *id, const char *path)
{
	uint64_t hash;

	memcpy(&hash, id, sizeof(hash));
	return path ? hash ^ jscan_hash_bytes(path, strlen(path)) : hash;
}

static bool is_version(const struct state *state, uint32_t index,
		       const struct jscan_tree_file *file)
{
	const char *path = file->path + strlen(state->repository->prefix);

	return !memcmp(state->ids[index], file->id, JSCAN_SHA1_BYTES) &&
	       !strcmp(state->files[index].raw_path, path);
}

static bool is_tree(const struct state *state, uint32_t index,
		    const unsigned char *id)
{
	return !memcmp(state->past.commits.items[index].tree, id,
		       JSCAN_SHA1_BYTES);
}

/* Twice as many slots, once half of them are used. */
static void make_room(struct known *known, struct jscan_arena *arena,
		      uint64_t (*hash)(const struct state *state,
				       uint32_t index),
		      const struct state *state)
{
	struct known old = *known;

	if (2 * (known->used + 1) < known->count)
		return;
	known->count = old.count ? 2 * old.count : 1024;
	known->slots =
		jscan_arena_array(arena, known->count, sizeof(*known->slots));
	for (size_t i = 0; i < old.count; i++) {
		size_t at;

		if (!old.slots[i])
			continue;
		at = (size_t)hash(state, old.slots[i] - 1);
		while (known->slots[at & (known->count - 1)])
			at++;
		known->slots[at & (known->count - 1)] = old.slots[i];
	}
}

static uint64_t hash_version(const struct state *state, uint32_t index)
{
	return hash_of(state->ids[index], state->files[index].raw_path);
}

static uint64_t hash_tree(const struct state *state, uint32_t index)
{
	return hash_of(state->past.commits.items[index].tree, NULL);
}

static uint32_t add_version(struct state *state,
			    const struct jscan_tree_file *file)
{
	const char *path = file->path + strlen(state->repository->prefix);
	uint32_t index = (uint32_t)state->past.source.count++;
	struct jscan_source_file *added;

	state->files = jscan_arena_grow(&state->arena, state->files, index,
					sizeof(*state->files));
	state->ids = jscan_arena_grow(&state->arena, state->ids, index,
				      sizeof(*state->ids));
	memcpy(state->ids[index], file->id, JSCAN_SHA1_BYTES);
	added = &state->files[index];
	added->raw_path = jscan_arena_strdup(&state->arena, path);
	added->path = jscan_select_shown_path(&state->arena, added->raw_path);
	return index;
}

static uint32_t find_version(struct state *state,
			     const struct jscan_tree_file *file)
{
	const char *path = file->path + strlen(state->repository->prefix);
	struct known *known = &state->versions;
	size_t at;

	make_room(known, &state->arena, hash_version, state);
	at = (size_t)hash_of(file->id, path) & (known->count - 1);
	for (; known->slots[at]; at = (at + 1) & (known->count - 1)) {
		if (is_version(state, known->slots[at] - 1, file))
			return known->slots[at] - 1;
	}
	known->slots[at] = add_version(state, file) + 1;
	known->used++;
	return known->slots[at] - 1;
}

/* The first commit with the tree of commit `index`, which may be itself. */
static uint32_t find_tree(struct state *state, uint32_t index)
{
	const unsigned char *id = state->past.commits.items[index].tree;
	struct known *known = &state->trees;
	size_t at;

	make_room(known, &state->arena, hash_tree, state);
	at = (size_t)hash_of(id, NULL) & (known->count - 1);
	for (; known->slots[at]; at = (at + 1) & (known->count - 1)) {
		if (is_tree(state, known->slots[at] - 1, id))
			return known->slots[at] - 1;
	}
	known->slots[at] = index + 1;
	known->used++;
	return index;
}

static bool wants(void *data, const char *path)
{
	return jscan_select_wants(data, path);
}

static int list_notes(struct state *state, struct jscan_past_notes *out,
		      const unsigned char *tree, struct jscan_select *select,
		      struct jscan_arena *scratch, struct jscan_error *err)
{
	struct jscan_tree_files files;
	uint32_t *versions;

	jscan_arena_clear(scratch);
	jscan_buf_clear(&select->folder);
	if (jscan_tree_list(&files, state->repository, tree,
			    state->repository->prefix, wants, select, scratch,
			    err) < 0)
		return -1;
	state->note_count += files.count;
	if (state->note_count > JSCAN_PAST_MOST_NOTES)
		return jscan_error_set(err, JSCAN_ERR_LIMIT,
				       "the commits hold more than %d notes in "
				       "all",
				       JSCAN_PAST_MOST_NOTES);
	versions = jscan_arena_array(&state->arena, files.count,
				     sizeof(*versions));
	for (size_t i = 0; i < files.count; i++)
		versions[i] = find_version(state, &files.items[i]);
	out->versions = versions;
	out->count = files.count;
	return 0;
}

/* A change to something else in the same folder leaves the notes alike. */
static void share(struct jscan_past_notes *notes,
		  const struct jscan_past_notes *before)
{
	if (notes->count == before->count && notes->count &&
	    !memcmp(notes->versions, before->versions,
		    notes->count * sizeof(*notes->versions)))
		notes->is_repeated = true;
}

/*
 * The tree of the folder in place of that of the whole commit, so that a commit
 * to something else in the repository is seen to change nothing.
 */
static int narrow(struct state *state, struct jscan_commit *commit,
		  bool *is_there, struct jscan_error *err)
{
	struct jscan_tree_file folder;
	int ret;

	*is_there = true;
	if (!state->folder)
		return 0;
	ret = jscan_tree_find(&folder, is_there, state->repository,
			      commit->tree, state->folder, err);
	if (!ret && *is_there)
		memcpy(commit->tree, folder.id, sizeof(commit->tree));
	return ret;
}

static int list_all(struct state *state, const struct jscan_config *config,
		    struct jscan_error *err)
{
	struct jscan_past *past = &state->past;
	const char *prefix = state->repository->prefix;
	struct jscan_select select;
	struct jscan_arena scratch;
	int ret = 0;

	past->notes = jscan_arena_array(&state->arena, past->commits.count,
					sizeof(*past->notes));
	if (*prefix)
		state->folder = jscan_arena_strndup(&state->arena, prefix,
						    strlen(prefix) - 1);
	jscan_arena_init(&scratch);
	jscan_select_init(&select, config, &state->arena);
	for (size_t i = 0; i < past->commits.count && !ret; i++) {
		struct jscan_commit *commit = &past->commits.items[i];
		unsigned char top[JSCAN_SHA1_BYTES];
		uint32_t first;
		bool is_there;

		memcpy(top, commit->tree, sizeof(top));
		ret = narrow(state, commit, &is_there, err);
		if (ret < 0 || !is_there)
			continue;
		first = find_tree(state, (uint32_t)i);
		if (first < i) {
			past->notes[i] = past->notes[first];
			past->notes[i].is_repeated = true;
		} else {
			ret = list_notes(state, &past->notes[i], top, &select,
					 &scratch, err);
			if (!ret && i)
				share(&past->notes[i], &past->notes[i - 1]);
		}
	}
	jscan_select_release(&select);
	jscan_arena_release(&scratch);
	return ret;
}

static enum jscan_read_result read_version(const struct jscan_source *source,
					   size_t index, struct jscan_buf *out,
					   struct jscan_stamp *stamp)
{
	struct state *state = source->data;
	enum jscan_read_result result;

	(void)stamp;
	pthread_mutex_lock(&state->mutex);
	result = jscan_blob_read(out, state->repository, state->ids[index],
				 JSCAN_NOTE_MOST_BYTES);
	pthread_mutex_unlock(&state->mutex);
	return result;
}

int jscan_past_open(struct jscan_past **out, const char *dir,
		    const char *revision, const struct jscan_config *config,
		    const struct jscan_repository_options *options,
		    struct jscan_error *err)
{
	struct state *state = jscan_alloc(sizeof(*state));

	memset(state, 0, sizeof(*state));
	jscan_arena_init(&state->arena);
	pthread_mutex_init(&state->mutex, NULL);
	if (jscan_repository_open(&state->repository, dir, options, err) < 0 ||
	    jscan_commits_list(&state->past.commits, state->repository,
			       revision, &state->arena, err) < 0 ||
	    list_all(state, config, err) < 0) {
		jscan_past_free(&state->past);
		return -1;
	}
	state->past.source.files = state->files;
	state->past.source.read = read_version;
	state->past.source.data = state;
	*out = &state->past;
	return 0;
}

void jscan_past_free(struct jscan_past *past)
{
	struct state *state = (struct state *)past;

	if (!state)
		return;
	jscan_repository_free(state->repository);
	pthread_mutex_destroy(&state->mutex);
	jscan_arena_release(&state->arena);
	free(state);
}
