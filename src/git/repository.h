/*
 * The repository that a folder belongs to, opened safely: nothing in it is
 * run, no environment is read but what the caller hands over, and a repository
 * that cannot be used says why.
 *
 * libgit2 takes some milliseconds to start, which the first call waits for
 * unless options->is_plain: call it only where git is needed.  libgit2 then
 * ends the process when memory runs out, as base/arena.c does.
 */
#ifndef JSCAN_GIT_REPOSITORY_H
#define JSCAN_GIT_REPOSITORY_H

#include <stdbool.h>

#include "journalscan.h"

struct jscan_repository;

struct jscan_repository_options {
	/*
	 * "NAME=value" texts with a NULL behind them, as in environ(7), or
	 * NULL.  Looked up are GIT_DIR, GIT_WORK_TREE, GIT_INDEX_FILE,
	 * GIT_CEILING_DIRECTORIES, GIT_CONFIG_GLOBAL, GIT_CONFIG_SYSTEM,
	 * GIT_CONFIG_NOSYSTEM, HOME, XDG_CONFIG_HOME, SUDO_UID and the
	 * GIT_AUTHOR_ and GIT_COMMITTER_ names.  Without HOME a person's own
	 * git configuration is not read.
	 */
	const char *const *environment;
	/*
	 * Git started us as a hook: GIT_DIR and GIT_INDEX_FILE say what is
	 * being committed.  Otherwise a GIT_DIR whose work tree does not hold
	 * the folder is left alone, and GIT_INDEX_FILE too.
	 */
	bool is_hook;
	/*
	 * What is staged is to be read, and a report staged.  A repository of
	 * the usual kind needs no libgit2 for that; it starts when it is missed.
	 */
	bool is_plain;
};

/*
 * Opens the repository that holds the folder `dir`.  On success *out is the
 * caller's, to be given to jscan_repository_free().
 *
 * Returns 0, or -1: JSCAN_ERR_IO (no such folder), JSCAN_ERR_NO_REPOSITORY,
 * JSCAN_ERR_REPOSITORY (it is there, and cannot be used), JSCAN_ERR_REFUSED
 * (it is not to be trusted, or has no work tree).
 */
int jscan_repository_open(struct jscan_repository **out, const char *dir,
			  const struct jscan_repository_options *options,
			  struct jscan_error *err);
/*
 * Makes a repository of the folder `dir`, which is in none, as `git init` does.
 * Returns 0, or -1: JSCAN_ERR_REPOSITORY.
 */
int jscan_repository_make(const char *dir, const char *const *environment,
			  struct jscan_error *err);

void jscan_repository_free(struct jscan_repository *repository);

/* Absolute, with '/' at the end; lives as long as the repository. */
const char *
jscan_repository_work_dir(const struct jscan_repository *repository);

#endif
