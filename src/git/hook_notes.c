/*
 * Whether a commit is one of notes: the files that a scan would read, as the
 * index has them, against those of the last commit.  One that comes after a
 * commit that the index could not follow is one, too.
 */
#include "git/hook_notes.h"

#include <string.h>
#include <sys/stat.h>

#include "entry/select.h"
#include "git/branch.h"
#include "git/hook_note.h"
#include "git/index.h"
#include "git/internal.h"
#include "git/tree.h"
#include "git/tree_cache.h"

#define CONFIG_NAME ".journalscan.yml"

struct choice {
	struct jscan_select select;
	size_t prefix_len;
};

static bool wants(void *data, const char *path)
{
	struct choice *choice = data;

	return !strcmp(path, CONFIG_NAME) ||
	       jscan_select_wants(&choice->select, path);
}

/*
 * Goes through two sorted lists as long as they are the same; what is in `same`
 * need not be looked at.
 */
static bool is_same(const struct jscan_tree_files *old,
		    const struct jscan_tree_ranges *same,
		    const struct jscan_index *index, struct choice *choice,
		    const char *prefix)
{
	size_t at = 0, next = 0;

	for (size_t i = jscan_index_place(index, prefix); i < index->count;
	     i++) {
		const struct jscan_index_entry *entry = &index->entries[i];
		const struct jscan_tree_file *file = &old->items[at];

		if (strncmp(entry->path, prefix, choice->prefix_len))
			break;
		while (next < same->count && same->items[next].end <= i)
			next++;
		if (next < same->count && same->items[next].first <= i) {
			i = same->items[next].end - 1;
			continue;
		}
		if (!S_ISREG(entry->mode) ||
		    (entry->flags & JSCAN_INDEX_INTENT_TO_ADD) ||
		    !wants(choice, entry->path + choice->prefix_len))
			continue;
		if (at == old->count || strcmp(file->path, entry->path) ||
		    memcmp(file->id, entry->id, JSCAN_SHA1_BYTES))
			return false;
		at++;
	}
	return at == old->count;
}

/*
 * Whether the last commit has a report that this index was to get and did not:
 * left alone, the older one would be committed again.
 */
static int is_behind(bool *out, struct jscan_repository *repository,
		     const struct jscan_index *index, const char *report,
		     struct jscan_error *err)
{
	size_t len = strlen(repository->prefix);
	struct jscan_hook_note note;
	uint32_t mode;

	if (jscan_hook_note_read(&note, out, repository, err) < 0)
		return -1;
	if (!*out)
		return 0;
	*out = !strncmp(note.path, repository->prefix, len) &&
	       !strcmp(note.path + len, report) &&
	       jscan_hook_note_is_old(&note, index);
	return *out ? jscan_hook_note_is_committed(out, &mode, &note,
						   repository, err)
		    : 0;
}

int jscan_hook_has_notes(bool *out, struct jscan_stored *stored,
			 const struct jscan_config *config,
			 struct jscan_error *err)
{
	struct jscan_repository *repository = jscan_stored_repository(stored);
	const struct jscan_index *index = jscan_stored_index(stored);
	const char *prefix = repository->prefix;
	struct choice choice = {.prefix_len = strlen(prefix)};
	struct jscan_tree_files old = {NULL, 0};
	struct jscan_tree_ranges same = {NULL, 0};
	struct jscan_tree_cache cache;
	struct jscan_branch branch;
	struct jscan_arena arena;
	int ret = 0;

	if (jscan_branch_find(&branch, repository, NULL, err) < 0)
		return -1;
	jscan_arena_init(&arena);
	jscan_select_init(&choice.select, config, &arena);
	jscan_tree_cache_read(&cache, index, &arena);
	if (!branch.is_unborn)
		ret = jscan_tree_list_by(&old, &same, repository, &cache,
					 branch.tree, prefix, wants, &choice,
					 &arena, err);
	if (!ret)
		*out = !is_same(&old, &same, index, &choice, prefix);
	if (!ret && !*out)
		ret = is_behind(out, repository, index, config->report, err);
	jscan_select_release(&choice.select);
	jscan_arena_release(&arena);
	return ret;
}
