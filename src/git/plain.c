/*
 * Repositories of the usual kind, found and opened without libgit2: a folder
 * .git in the work tree's top folder, both the user's own, without extensions.
 * Whatever else there is (linked work trees, submodules, GIT_DIR, another
 * owner, a configuration that includes files) libgit2 is asked about.
 */
#include "git/internal.h"

#include <errno.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static const char *below(struct jscan_repository *repository, const char *path,
			 const char *name)
{
	/* "/" has its slash already. */
	return jscan_arena_printf(&repository->arena, "%s%s%s", path,
				  path[1] ? "/" : "", name);
}

static bool is_there(const char *path, bool *is_sure)
{
	struct stat st;

	if (!lstat(path, &st))
		return true;
	*is_sure = *is_sure && errno == ENOENT;
	return false;
}

/*
 * Goes up from the folder to the one with .git; NULL where there is none, of
 * which *is_sure says whether libgit2 could find another answer.
 */
static const char *find_top(struct jscan_repository *repository, bool *is_sure)
{
	char *path = jscan_arena_strdup(&repository->arena, repository->dir);
	struct stat first, here;
	bool is_last = false;

	*is_sure = !lstat(path, &first);
	while (*is_sure && !is_last) {
		char *slash = strrchr(path, '/');

		/* Git does not look for one on the next file system. */
		if (!slash || lstat(path, &here) < 0 ||
		    here.st_dev != first.st_dev)
			break;
		if (is_there(below(repository, path, ".git"), is_sure))
			return path;
		/* A bare repository has its HEAD at its top. */
		if (is_there(below(repository, path, "HEAD"), is_sure))
			break;
		is_last = !path[1];
		slash[slash == path] = '\0';
	}
	*is_sure = *is_sure && is_last;
	return NULL;
}

/* What else tells git where a repository is. */
static bool has_names(struct jscan_repository *repository)
{
	static const char *const named[] = {"GIT_DIR", "GIT_WORK_TREE",
					    "GIT_CEILING_DIRECTORIES"};

	for (size_t i = 0; i < sizeof(named) / sizeof(named[0]); i++) {
		if (jscan_git_getenv(repository->environment, named[i]))
			return true;
	}
	return false;
}

bool jscan_repository_is_nowhere(struct jscan_repository *repository)
{
	bool is_sure;

	return !has_names(repository) && !find_top(repository, &is_sure) &&
	       is_sure;
}

static bool is_own_folder(const char *path)
{
	struct stat st;

	return !lstat(path, &st) && S_ISDIR(st.st_mode) &&
	       st.st_uid == geteuid();
}

/* Whether the repository's own settings ask for nothing special. */
static bool is_usual(struct jscan_repository *repository, size_t own)
{
	const struct jscan_git_settings *settings = &repository->settings;
	const struct jscan_git_setting *version = jscan_git_settings_find(
		settings, "core.repositoryformatversion");
	const struct jscan_git_setting *bare =
		jscan_git_settings_find(settings, "core.bare");
	bool is_bare = false;

	for (size_t i = own; i < settings->count; i++) {
		if (!strncmp(settings->items[i].name, "extensions.", 11))
			return false;
	}
	if (bare &&
	    (!bare->value || !jscan_git_parse_bool(&is_bare, bare->value)))
		return false;
	return !is_bare &&
	       (!version || (version->value && !strcmp(version->value, "0"))) &&
	       !jscan_git_settings_find(settings, "core.worktree");
}

bool jscan_repository_open_plain(struct jscan_repository *repository)
{
	struct stat st;
	const char *top;
	bool is_sure;
	size_t own;

	if (has_names(repository))
		return false;
	top = find_top(repository, &is_sure);
	if (!top || !is_own_folder(top) ||
	    !is_own_folder(below(repository, top, ".git")))
		return false;
	repository->work_dir = below(repository, top, "");
	repository->git_dir = below(repository, top, ".git/");
	repository->common_dir = repository->git_dir;
	return !lstat(below(repository, top, ".git/HEAD"), &st) &&
	       !lstat(below(repository, top, ".git/objects"), &st) &&
	       lstat(below(repository, top, ".git/commondir"), &st) < 0 &&
	       jscan_git_settings_read(
		       &repository->settings, &own, repository->git_dir,
		       repository->environment, &repository->arena) &&
	       is_usual(repository, own);
}
