/*
 * Git's index, read and written without libgit2: what the hook needs must not
 * wait for a library to start, and what git keeps beside the entries must not
 * get lost.  Versions 2 to 4; the format is git's own, gitformat-index(5).
 *
 * Split and sparse indexes are refused with the command that undoes them.
 */
#ifndef JSCAN_GIT_INDEX_H
#define JSCAN_GIT_INDEX_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/stat.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/sha1.h"
#include "git/change.h"
#include "journalscan.h"

#define JSCAN_INDEX_ASSUME_VALID  0x8000u     /* of `flags` */
#define JSCAN_INDEX_SKIP_WORKTREE 0x40000000u /* of `flags` */
#define JSCAN_INDEX_INTENT_TO_ADD 0x20000000u /* of `flags` */

struct jscan_index_entry {
	const char *path; /* from the top of the work tree */
	size_t len;
	unsigned char id[JSCAN_SHA1_BYTES];
	uint32_t mode;
	uint32_t flags;
	uint32_t stage; /* 0; 1 to 3 while in conflict */
	/* Of the file when it was staged, cut to 32 bits; zero: not known. */
	uint32_t ctime, ctime_ns, mtime, mtime_ns;
	uint32_t dev, ino, uid, gid, size;
	bool is_new; /* not as it was read: its bytes are made anew */
};

struct jscan_index {
	struct jscan_arena *arena;
	struct jscan_index_entry *entries; /* by path, then stage */
	size_t count;
	uint32_t version;
	struct timespec written; /* when; zero for an index that is not there */
	mode_t mode;
	struct stat file; /* as it was read; zero for one that is not there */
	bool has_no_hash;
	struct jscan_buf bytes; /* of the file; entries point into it */
	const char *tree_cache; /* the extensions that are kept */
	size_t tree_cache_len;
	const char *resolved;
	size_t resolved_len;
};

/*
 * Reads the index file `path`; one that is not there is an empty index.
 * Entries live in `arena` until jscan_index_release().  Returns 0, or -1:
 * JSCAN_ERR_IO, JSCAN_ERR_REPOSITORY.
 */
int jscan_index_read(struct jscan_index *out, const char *path,
		     struct jscan_arena *arena, struct jscan_error *err);
/* The same of a path relative to the open folder `dir_fd`. */
int jscan_index_read_at(struct jscan_index *out, int dir_fd, const char *path,
			struct jscan_arena *arena, struct jscan_error *err);

/* Whether the file is the one that was read. */
bool jscan_index_is_current(const struct jscan_index *index, const char *path);
void jscan_index_release(struct jscan_index *index);

bool jscan_index_has_conflicts(const struct jscan_index *index);

/* Where `path` stands or would stand: the first entry not before it. */
size_t jscan_index_place(const struct jscan_index *index, const char *path);

/* The entry of stage 0, or NULL. */
struct jscan_index_entry *jscan_index_find(const struct jscan_index *index,
					   const char *path);

/*
 * Whether the file is surely as it was staged.  A file changed in the same
 * tick as the index was written never is.
 */
bool jscan_index_is_fresh(const struct jscan_index *index,
			  const struct jscan_index_entry *entry,
			  const struct stat *st, bool is_mode_trusted);

/*
 * Applies changes, which are sorted by path, each path once.  What git knows
 * of the trees above them is forgotten; entries whose file, below the open
 * folder `work_dir_fd`, may have changed in the second in which the index was
 * written are marked, as git does, so that the new time of the index does not
 * make them look clean.
 */
void jscan_index_apply(struct jscan_index *index,
		       const struct jscan_change *changes, size_t count,
		       int work_dir_fd);

/* The bytes of the index file, with its hash. */
void jscan_index_format(struct jscan_buf *out, const struct jscan_index *index);

#endif
