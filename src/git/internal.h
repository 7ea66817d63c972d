/* What the files of src/git share; nothing outside includes it. */
#ifndef JSCAN_GIT_INTERNAL_H
#define JSCAN_GIT_INTERNAL_H

#include "calls_git2.h"
#include <stdbool.h>
#include <sys/types.h>

#include "base/arena.h"
#include "git/repository.h"
#include "git/settings.h"
#include "journalscan.h"

struct jscan_repository {
	/* libgit2's; NULL until jscan_git_need() when it was opened plainly */
	git_repository *git;
	git_config *config;
	git_odb *odb;
	struct jscan_git_settings settings; /* what stands in for `config` */
	const char *git_dir;	/* of this work tree; '/' at the end */
	const char *common_dir; /* of all work trees; '/' at the end */
	const char *work_dir;	/* '/' at the end */
	const char *prefix;	/* of the folder: "" or ends in '/' */
	const char *dir;	/* the folder itself, no '/' at the end */
	const char *index_path;
	const char *const *environment;
	struct jscan_arena arena;
	bool is_hook;
	bool has_own_index; /* GIT_INDEX_FILE named it */
	bool is_mode_trusted;
};

/*
 * Loads and starts libgit2 once; later calls do nothing.  Returns 0, or -1:
 * JSCAN_ERR_IO.
 */
int jscan_git_start(struct jscan_error *err);

/*
 * Fills in the folders and settings of a repository whose `dir` is set, without
 * libgit2.  False where only that can tell: then what was filled in is void.
 */
bool jscan_repository_open_plain(struct jscan_repository *repository);

/* Whether it is plain that no repository is around repository->dir. */
bool jscan_repository_is_nowhere(struct jscan_repository *repository);

/*
 * Has libgit2 open a repository that was opened plainly; nothing is done when
 * it has.  To be called before `git`, `config` or `odb` is used.  Returns 0, or
 * -1 as jscan_repository_open().
 */
int jscan_git_need(struct jscan_repository *repository,
		   struct jscan_error *err);

/*
 * Fills *err with `format` and what libgit2 says of its last failure; returns
 * -1.  The repository's own words in it are made printable.
 */
int jscan_git_fail(struct jscan_error *err, enum jscan_error_code code,
		   const char *format, ...)
	__attribute__((format(printf, 3, 4)));

/* The value of a variable of `environment`, or NULL; "" counts as NULL. */
const char *jscan_git_getenv(const char *const *environment, const char *name);

/* Tells libgit2 where a person's and the system's configuration are. */
void jscan_git_set_search_paths(const char *const *environment);

/* Adds the file that GIT_CONFIG_GLOBAL or GIT_CONFIG_SYSTEM names. */
int jscan_git_add_named_configs(git_config *config,
				const char *const *environment,
				git_repository *git, struct jscan_error *err);

/*
 * Whether git would trust a repository with these folders: ours, or named by
 * safe.directory in a configuration that is not the repository's own.
 * `work_dir` may be NULL.  Returns 0, or -1: JSCAN_ERR_REFUSED.
 */
int jscan_git_check_owner(const char *git_dir, const char *work_dir,
			  const char *const *environment,
			  struct jscan_error *err);

/* A text of the configuration in `arena`, or NULL when it is not set. */
const char *jscan_git_config_text(struct jscan_repository *repository,
				  const char *name);
/* A true or false of the configuration; `otherwise` when it is not set. */
bool jscan_git_config_bool(struct jscan_repository *repository,
			   const char *name, bool otherwise);

/* Modes of new files and folders, as umask and core.sharedRepository say. */
unsigned jscan_git_file_mode(struct jscan_repository *repository,
			     unsigned mode);
int jscan_git_make_folder(struct jscan_repository *repository,
			  const char *path);

#endif
