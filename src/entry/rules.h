/* The ignore files that hold for a folder, for source.c alone. */
#ifndef JSCAN_ENTRY_RULES_H
#define JSCAN_ENTRY_RULES_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "base/diag.h"
#include "base/buf.h"
#include "entry/ignore.h"

/* One ignore file, then those of the folders above. */
struct jscan_rules {
	struct jscan_patterns patterns;
	size_t base_len; /* of its folder's path from the top, with '/' */
	const struct jscan_rules *next;
};

struct jscan_repository_rules {
	bool is_there;	    /* the folder is in a repository */
	const char *prefix; /* its path from the top: "", "notes/jobs/" */
	const struct jscan_rules *folders; /* of the folders above it */
	const struct jscan_rules *last;	   /* info/exclude, the global file */
};

/*
 * Looks for the repository around the folder `dir`, open as `dir_fd`.  Returns
 * 0, or -1: JSCAN_ERR_IO, when something that may say what git ignores cannot
 * be read, since what is to stay out must not come in by that.
 */
int jscan_repository_rules_find(struct jscan_repository_rules *out, int dir_fd,
				const char *dir, const char *excludes_path,
				struct jscan_arena *arena,
				struct jscan_error *err);

/*
 * Whether the folder open as `dir_fd` is in a repository on the same file
 * system, found without libgit2, to which an error of the system is the same as
 * none: 1, 0, or -1 when errno says why that cannot be told.
 */
int jscan_repository_is_there(int dir_fd, struct jscan_arena *arena);

/*
 * Opens the git directory of the work tree that the folder `dir`, open as
 * `dir_fd`, is in; *prefix is the folder's path from the top: "", "notes/jobs/".
 * Returns the descriptor, the caller's to be closed, or -1 for none.
 */
int jscan_repository_open_git(const char **prefix, int dir_fd, const char *dir,
			      struct jscan_arena *arena);

enum jscan_rules_result {
	JSCAN_RULES_READ,      /* or there is no such file */
	JSCAN_RULES_CUT,       /* it has more lines than are read */
	JSCAN_RULES_UNREADABLE /* errno says why; what it ignores is unknown */
};

/*
 * The rules of a folder: its own ignore file before those in `above`.  `path`
 * is its path from the top, with '/' at the end, or "".
 */
enum jscan_rules_result jscan_rules_read(const struct jscan_rules **out, int dir_fd,
		      const char *name, const char *path,
		      const struct jscan_rules *above,
		      struct jscan_arena *arena);

/* Does git ignore `path`, from the top? */
bool jscan_rules_match(const struct jscan_rules *folders,
		       const struct jscan_rules *last, const char *path,
		       bool is_folder);

#endif
