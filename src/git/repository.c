/*
 * Finds and opens the repository of a folder.  Before libgit2 opens it, its
 * owner is checked and its extensions are read, so that each reason against it
 * has a message of its own: libgit2 says "not found" or "unsupported
 * extension" to most of them.
 *
 * What the states of a repository (a merge under way, a lock) mean is left to
 * the callers.
 */
#include "git/internal.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/error.h"
#include "base/file.h"
#include "entry/rules.h"

/* `path` with one '/' at its end. */
static const char *as_folder(struct jscan_arena *arena, const char *path)
{
	size_t len = strlen(path);

	while (len > 1 && path[len - 1] == '/')
		len--;
	if (len == 1 && path[0] == '/')
		return "/";
	return jscan_arena_printf(arena, "%.*s/", (int)len, path);
}

static bool is_below(const char *path, const char *folder)
{
	size_t len = strlen(folder); /* ends in '/' */

	return !strncmp(path, folder, len) ||
	       (strlen(path) + 1 == len && !strncmp(path, folder, len - 1));
}

/* The first line of a small file, or NULL. */
static const char *read_line(struct jscan_arena *arena, const char *path)
{
	char line[PATH_MAX];
	FILE *file = fopen(path, "re");
	const char *text = NULL;

	if (!file)
		return NULL;
	if (fgets(line, sizeof(line), file)) {
		line[strcspn(line, "\r\n")] = '\0';
		text = jscan_arena_strdup(arena, line);
	}
	fclose(file);
	return text;
}

static const char *find_common_dir(struct jscan_arena *arena,
				   const char *git_dir)
{
	const char *named = read_line(
		arena, jscan_arena_printf(arena, "%scommondir", git_dir));
	char real[PATH_MAX];

	if (!named)
		return git_dir;
	if (named[0] != '/')
		named = jscan_arena_printf(arena, "%s%s", git_dir, named);
	return as_folder(arena, realpath(named, real) ? real : named);
}

static int look_at_extension(const git_config_entry *entry, void *data)
{
	static const char section[] = "extensions.";
	struct jscan_error *err = data;
	const char *name = entry->name + strlen(section);
	const char *value = entry->value ? entry->value : "";

	if (strncmp(entry->name, section, strlen(section)))
		return 0;
	if (!strcmp(name, "objectformat") && strcasecmp(value, "sha1"))
		return jscan_error_set(
			err, JSCAN_ERR_REPOSITORY,
			"the repository names its objects by %.20s: SHA-256 "
			"repositories are not supported",
			value);
	if (!strcmp(name, "refstorage") && strcasecmp(value, "files"))
		return jscan_error_set(
			err, JSCAN_ERR_REPOSITORY,
			"the repository keeps its branches in '%.20s', which "
			"is not supported: git refs migrate --ref-format=files",
			value);
	return 0;
}

/*
 * Extensions that libgit2 would name badly, or, in later versions, take on
 * when our own writing of objects and of the index does not know them.
 */
static int check_extensions(const char *common_dir, struct jscan_error *err)
{
	git_config *config = NULL;
	char path[PATH_MAX];
	int ret = -1;

	if (snprintf(path, sizeof(path), "%sconfig", common_dir) >=
	    (int)sizeof(path))
		return jscan_error_set(err, JSCAN_ERR_REPOSITORY,
				       "the path of the repository is too "
				       "long");
	if (access(path, F_OK) < 0 && errno == ENOENT)
		return 0;
	if (git_config_open_ondisk(&config, path) < 0)
		return jscan_git_fail(err, JSCAN_ERR_REPOSITORY,
				      "cannot read '%s'", path);
	/* All of it: libgit2 1.5 leaks memory for each key that it matches. */
	if (!git_config_foreach(config, look_at_extension, err))
		ret = 0;
	git_config_free(config);
	return ret;
}

static int say_not_opened(struct jscan_error *err, const char *git_dir)
{
	const git_error *last = git_error_last();

	if (last && last->message &&
	    strstr(last->message, "unsupported extension"))
		return jscan_git_fail(err, JSCAN_ERR_REPOSITORY,
				      "the repository '%s' uses a feature of "
				      "git that is not supported",
				      git_dir);
	return jscan_git_fail(err, JSCAN_ERR_REPOSITORY,
			      "cannot open the repository '%s'", git_dir);
}

/* The configuration of this work tree alone, which libgit2 1.5 leaves out. */
static int add_worktree_config(struct jscan_repository *repository,
			       struct jscan_error *err)
{
	const char *path = jscan_arena_printf(
		&repository->arena, "%sconfig.worktree", repository->git_dir);

	if (!jscan_git_config_bool(repository, "extensions.worktreeconfig",
				   false) ||
	    access(path, F_OK) < 0)
		return 0;
	if (git_config_add_file_ondisk(repository->config, path,
				       GIT_CONFIG_LEVEL_APP, repository->git,
				       1) < 0)
		return jscan_git_fail(err, JSCAN_ERR_REPOSITORY,
				      "cannot read '%s'", path);
	return 0;
}

/* The folder above `dir`, or itself, in which .git lies; NULL when bare. */
static const char *find_top(struct jscan_repository *repository)
{
	char *path = jscan_arena_strdup(&repository->arena, repository->dir);
	struct stat st;

	for (;;) {
		char *slash = strrchr(path, '/');

		if (!lstat(jscan_arena_printf(&repository->arena, "%s/.git",
					      path),
			   &st))
			return path;
		if (!slash || slash == path)
			return NULL;
		*slash = '\0';
	}
}

static int open_config(struct jscan_repository *repository,
		       struct jscan_error *err)
{
	if (git_repository_config(&repository->config, repository->git) < 0)
		return jscan_git_fail(err, JSCAN_ERR_REPOSITORY,
				      "cannot read git's configuration");
	if (jscan_git_add_named_configs(repository->config,
					repository->environment,
					repository->git, err) < 0)
		return -1;
	return add_worktree_config(repository, err);
}

/*
 * Opens what lies at `git_dir`; the work tree is still libgit2's own idea.
 * `is_named`: GIT_DIR names it, and git trusts what is named to it.
 */
static int open_git_dir(struct jscan_repository *repository,
			const char *git_dir, bool is_named,
			struct jscan_error *err)
{
	char real[PATH_MAX];

	if (!realpath(git_dir, real))
		return jscan_error_set(err, JSCAN_ERR_REPOSITORY,
				       "cannot read the repository '%s': %s",
				       git_dir, strerror(errno));
	git_dir = as_folder(&repository->arena, real);
	repository->git_dir = git_dir;
	repository->common_dir = find_common_dir(&repository->arena, git_dir);
	if (!is_named &&
	    jscan_git_check_owner(git_dir, find_top(repository),
				  repository->environment, err) < 0)
		return -1;
	if (check_extensions(repository->common_dir, err) < 0)
		return -1;
	if (git_repository_open_ext(&repository->git, git_dir,
				    GIT_REPOSITORY_OPEN_NO_SEARCH, NULL) < 0)
		return say_not_opened(err, git_dir);
	return open_config(repository, err);
}

/* Gives back what open_git_dir() opened, for another try. */
static void close_git_dir(struct jscan_repository *repository)
{
	if (!repository->git)
		return;
	git_config_free(repository->config);
	git_repository_free(repository->git);
	repository->config = NULL;
	repository->git = NULL;
}

static int set_work_dir(struct jscan_repository *repository, const char *path,
			struct jscan_error *err)
{
	char real[PATH_MAX];

	if (!path)
		return jscan_error_set(err, JSCAN_ERR_REFUSED,
				       "the repository '%s' is bare: it has no "
				       "work tree whose "
				       "notes could be committed",
				       repository->git_dir);
	if (!realpath(path, real))
		return jscan_error_set(err, JSCAN_ERR_REPOSITORY,
				       "cannot read the work tree '%s': %s",
				       path, strerror(errno));
	repository->work_dir = as_folder(&repository->arena, real);
	return 0;
}

/*
 * Whether a repository that GIT_DIR names knows its work tree by itself; git
 * takes the current folder where it does not.
 */
static bool knows_work_dir(struct jscan_repository *repository)
{
	const char *git_dir = repository->git_dir;
	size_t len = strlen(git_dir);

	return (len > 6 && !strcmp(git_dir + len - 6, "/.git/")) ||
	       git_repository_is_worktree(repository->git) ||
	       jscan_git_config_text(repository, "core.worktree");
}

/* 1: GIT_DIR is the repository of the folder; 0: it is of no concern. */
static int open_named(struct jscan_repository *repository, bool is_hook,
		      struct jscan_error *err)
{
	const char *git_dir =
		jscan_git_getenv(repository->environment, "GIT_DIR");
	const char *work_dir =
		jscan_git_getenv(repository->environment, "GIT_WORK_TREE");

	if (!git_dir)
		return 0;
	if (open_git_dir(repository, git_dir, true, err) < 0)
		return is_hook ? -1 : 0;
	if (!work_dir && knows_work_dir(repository))
		work_dir = git_repository_workdir(repository->git);
	else if (!work_dir && is_hook)
		work_dir = ".";
	if (work_dir && !set_work_dir(repository, work_dir, err) &&
	    is_below(repository->dir, repository->work_dir)) {
		const char *known = git_repository_workdir(repository->git);

		/* Not twice the same: libgit2 1.5 leaks a path there. */
		if ((!known || strcmp(known, repository->work_dir)) &&
		    git_repository_set_workdir(repository->git,
					       repository->work_dir, 0) < 0)
			return jscan_git_fail(err, JSCAN_ERR_REPOSITORY,
					      "cannot use the work tree '%s'",
					      repository->work_dir);
		return 1;
	}
	if (is_hook)
		return jscan_error_set(
			err, JSCAN_ERR_REFUSED,
			"the folder '%s' is outside of the work tree that is "
			"being committed",
			repository->dir);
	return 0;
}

/* 1, 0, or -1 when errno says why that cannot be told. */
static int is_in_repository(struct jscan_repository *repository)
{
	int fd = jscan_file_open(AT_FDCWD, repository->dir,
				 O_RDONLY | O_DIRECTORY | O_CLOEXEC, 0);
	int found = -1, saved;

	if (fd >= 0) {
		found = jscan_repository_is_there(fd, &repository->arena);
		saved = errno;
		close(fd);
		errno = saved;
	}
	return found;
}

/* libgit2 finds none also where it could not look. */
static void fail_to_find(struct jscan_repository *repository, bool is_bounded,
			 struct jscan_error *err)
{
	int found = is_bounded ? 0 : is_in_repository(repository);

	if (found)
		jscan_error_set(err, JSCAN_ERR_IO,
				"cannot read the git repository of '%s': %s",
				repository->dir,
				found < 0 ? strerror(errno) : "try again");
	else
		jscan_error_set(err, JSCAN_ERR_NO_REPOSITORY,
				"'%s' is in no git repository: run 'git init' "
				"there to have one",
				repository->dir);
}

static int open_found(struct jscan_repository *repository,
		      struct jscan_error *err)
{
	const char *ceilings = jscan_git_getenv(repository->environment,
						"GIT_CEILING_DIRECTORIES");
	git_buf found = {NULL, 0, 0};
	int status;

	close_git_dir(repository);
	status = git_repository_discover(&found, repository->dir, 0, ceilings);
	if (status == GIT_ENOTFOUND)
		fail_to_find(repository, ceilings != NULL, err);
	else if (status < 0)
		jscan_git_fail(err, JSCAN_ERR_REPOSITORY,
			       "cannot find the repository of '%s'",
			       repository->dir);
	else
		status = open_git_dir(repository, found.ptr, false, err);
	git_buf_dispose(&found);
	if (status < 0 ||
	    set_work_dir(repository, git_repository_workdir(repository->git),
			 err) < 0)
		return -1;
	if (!is_below(repository->dir, repository->work_dir))
		return jscan_error_set(
			err, JSCAN_ERR_REFUSED,
			"the work tree of '%s' is '%s', which does not hold "
			"'%s'",
			repository->git_dir, repository->work_dir,
			repository->dir);
	return 0;
}

static void set_index_path(struct jscan_repository *repository, bool is_hook)
{
	const char *named =
		jscan_git_getenv(repository->environment, "GIT_INDEX_FILE");
	char cwd[PATH_MAX];

	repository->has_own_index = is_hook && named;
	if (!repository->has_own_index)
		named = jscan_arena_printf(&repository->arena, "%sindex",
					   repository->git_dir);
	else if (named[0] != '/' && getcwd(cwd, sizeof(cwd)))
		named = jscan_arena_printf(&repository->arena, "%s/%s", cwd,
					   named);
	repository->index_path = named;
}

static int open_with_library(struct jscan_repository *repository,
			     struct jscan_error *err)
{
	int named;

	if (jscan_git_start(err) < 0)
		return -1;
	jscan_git_set_search_paths(repository->environment);
	named = open_named(repository, repository->is_hook, err);
	if (named < 0 || (!named && open_found(repository, err) < 0))
		return -1;
	if (git_repository_odb(&repository->odb, repository->git) < 0)
		return jscan_git_fail(err, JSCAN_ERR_REPOSITORY,
				      "cannot open the objects of '%s'",
				      repository->git_dir);
	return 0;
}

static int open_all(struct jscan_repository *repository, const char *dir,
		    bool is_plain, struct jscan_error *err)
{
	char real[PATH_MAX];

	if (!realpath(dir, real))
		return jscan_error_set(err, JSCAN_ERR_IO,
				       "cannot read '%s': %s", dir,
				       strerror(errno));
	repository->dir = jscan_arena_strdup(&repository->arena, real);
	if (!is_plain || !jscan_repository_open_plain(repository)) {
		if (jscan_repository_is_nowhere(repository)) {
			fail_to_find(repository, true, err);
			return -1;
		}
		if (open_with_library(repository, err) < 0)
			return -1;
	}
	repository->prefix = "";
	if (strlen(repository->dir) > strlen(repository->work_dir))
		repository->prefix = as_folder(
			&repository->arena,
			repository->dir + strlen(repository->work_dir));
	repository->is_mode_trusted =
		jscan_git_config_bool(repository, "core.filemode", true);
	set_index_path(repository, repository->is_hook);
	return 0;
}

int jscan_repository_open(struct jscan_repository **out, const char *dir,
			  const struct jscan_repository_options *options,
			  struct jscan_error *err)
{
	struct jscan_repository *repository = jscan_alloc(sizeof(*repository));

	memset(repository, 0, sizeof(*repository));
	jscan_arena_init(&repository->arena);
	repository->environment = options->environment;
	repository->is_hook = options->is_hook;
	if (open_all(repository, dir, options->is_plain, err) < 0) {
		jscan_repository_free(repository);
		return -1;
	}
	*out = repository;
	return 0;
}

int jscan_git_need(struct jscan_repository *repository, struct jscan_error *err)
{
	if (repository->git)
		return 0;
	if (open_with_library(repository, err) < 0) {
		close_git_dir(repository);
		return -1;
	}
	return 0;
}

void jscan_repository_free(struct jscan_repository *repository)
{
	if (!repository)
		return;
	if (repository->git) {
		git_odb_free(repository->odb);
		close_git_dir(repository);
	}
	jscan_arena_release(&repository->arena);
	free(repository);
}

const char *jscan_repository_work_dir(const struct jscan_repository *repository)
{
	return repository->work_dir;
}

const char *jscan_git_config_text(struct jscan_repository *repository,
				  const char *name)
{
	git_buf value = {NULL, 0, 0};
	const char *text = NULL;

	if (!repository->git) {
		const struct jscan_git_setting *setting =
			jscan_git_settings_find(&repository->settings, name);

		return !setting ? NULL : setting->value ? setting->value : "";
	}
	if (!git_config_get_string_buf(&value, repository->config, name))
		text = jscan_arena_strndup(&repository->arena, value.ptr,
					   value.size);
	git_buf_dispose(&value);
	return text;
}

bool jscan_git_config_bool(struct jscan_repository *repository,
			   const char *name, bool otherwise)
{
	bool is_true;
	int value;

	if (!repository->git) {
		const struct jscan_git_setting *setting =
			jscan_git_settings_find(&repository->settings, name);

		if (!setting)
			return otherwise;
		if (!setting->value)
			return true;
		return jscan_git_parse_bool(&is_true, setting->value)
			       ? is_true
			       : otherwise;
	}
	if (git_config_get_bool(&value, repository->config, name) < 0)
		return otherwise;
	return value;
}
