/*
 * The note of a report that was committed, or is about to be, while the real
 * index does not have it yet: a file in our folder of the git directory that
 * stays until that is done.
 */
#ifndef JSCAN_GIT_HOOK_NOTE_H
#define JSCAN_GIT_HOOK_NOTE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/hash.h"
#include "git/index.h"
#include "git/repository.h"
#include "journalscan.h"

#define JSCAN_HOOK_NOTE_OLD 8

struct jscan_hook_note {
	const char *path; /* of the report, from the top */
	unsigned char new[JSCAN_SHA1_BYTES];
	/* What the real index may have in its place. */
	struct {
		bool is_none;
		unsigned char id[JSCAN_SHA1_BYTES];
	} old[JSCAN_HOOK_NOTE_OLD];
	size_t old_count;
};

/*
 * Reads the note, if there is one of use; its path lives as long as the
 * repository.  Returns 0, or -1: JSCAN_ERR_IO.
 */
int jscan_hook_note_read(struct jscan_hook_note *out, bool *is_there,
			 struct jscan_repository *repository,
			 struct jscan_error *err);

/*
 * Has the report `new_id` follow `old_id` (NULL: none).  What a note of the
 * same report says that is still there is kept: the index may be that old.
 */
int jscan_hook_note_add(struct jscan_hook_note *out,
			struct jscan_repository *repository, const char *path,
			const unsigned char *old_id,
			const unsigned char new_id[JSCAN_SHA1_BYTES],
			struct jscan_error *err);

void jscan_hook_note_remove(struct jscan_repository *repository);

/* Whether an index has one of the old reports. */
bool jscan_hook_note_is_old(const struct jscan_hook_note *note,
			    const struct jscan_index *index);

/*
 * Whether the last commit has the new report; then *mode is its mode there.
 * Returns 0, or -1 as jscan_branch_find().
 */
int jscan_hook_note_is_committed(bool *out, uint32_t *mode,
				 const struct jscan_hook_note *note,
				 struct jscan_repository *repository,
				 struct jscan_error *err);

#endif
