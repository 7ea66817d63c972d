/*
 * Whether a repository may be trusted, by the rule of git itself: its folders
 * belong to us, or safe.directory of the system's or the person's own
 * configuration names the work tree.  A stranger's repository can hold a
 * configuration and attributes that were made to do harm.
 */
#include "git/internal.h"

#include <errno.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/error.h"

static bool is_ours(const char *path, const char *const *environment,
		    uid_t *owner)
{
	const char *sudo = jscan_git_getenv(environment, "SUDO_UID");
	struct stat st;

	if (lstat(path, &st) < 0)
		return errno == ENOENT;
	if (st.st_uid == geteuid())
		return true;
	if (geteuid() == 0 && sudo) {
		char *end;
		unsigned long uid = strtoul(sudo, &end, 10);

		if (!*end && uid == st.st_uid)
			return true;
	}
	*owner = st.st_uid;
	return false;
}

struct search {
	const char *path; /* without '/' at the end */
	bool is_safe;
};

static int look_at(const git_config_entry *entry, void *data)
{
	struct search *search = data;
	const char *value = entry->value ? entry->value : "";
	size_t len = strlen(value);

	if (!len) {
		search->is_safe = false; /* an empty value starts again */
	} else if (!strcmp(value, "*")) {
		search->is_safe = true;
	} else if (len >= 2 && !strcmp(value + len - 2, "/*")) {
		if (!strncmp(search->path, value, len - 1))
			search->is_safe = true;
	} else {
		git_buf path = {NULL, 0, 0};
		char real[PATH_MAX];

		/* ~ stands for the home folder, as everywhere in git. */
		if (!git_config_parse_path(&path, value) && path.ptr) {
			const char *named =
				realpath(path.ptr, real) ? real : path.ptr;
			if (!strcmp(named, search->path))
				search->is_safe = true;
		}
		git_buf_dispose(&path);
	}
	return 0;
}

static void add_found(git_config *config, int (*find)(git_buf *out),
		      git_config_level_t level)
{
	git_buf path = {NULL, 0, 0};

	if (!find(&path))
		git_config_add_file_ondisk(config, path.ptr, level, NULL, 0);
	git_buf_dispose(&path);
}

static int is_named_safe(bool *out, const char *path,
			 const char *const *environment,
			 struct jscan_error *err)
{
	struct search search = {path, false};
	git_config *config = NULL;
	int ret = -1;

	if (git_config_new(&config) < 0)
		return jscan_git_fail(err, JSCAN_ERR_REPOSITORY,
				      "cannot read git's configuration");
	add_found(config, git_config_find_system, GIT_CONFIG_LEVEL_SYSTEM);
	add_found(config, git_config_find_xdg, GIT_CONFIG_LEVEL_XDG);
	add_found(config, git_config_find_global, GIT_CONFIG_LEVEL_GLOBAL);
	if (jscan_git_add_named_configs(config, environment, NULL, err) < 0)
		goto out;
	git_config_get_multivar_foreach(config, "safe.directory", NULL, look_at,
					&search);
	*out = search.is_safe;
	ret = 0;
out:
	git_config_free(config);
	return ret;
}

int jscan_git_check_owner(const char *git_dir, const char *work_dir,
			  const char *const *environment,
			  struct jscan_error *err)
{
	const char *asked = work_dir ? work_dir : git_dir;
	char path[PATH_MAX], link[PATH_MAX + 8];
	bool is_safe = false;
	uid_t owner = 0;
	size_t len;

	snprintf(link, sizeof(link), "%s/.git", asked);
	if (is_ours(git_dir, environment, &owner) &&
	    is_ours(asked, environment, &owner) &&
	    is_ours(link, environment, &owner))
		return 0;
	if (!realpath(asked, path))
		return jscan_error_set(err, JSCAN_ERR_IO,
				       "cannot read '%s': %s", asked,
				       strerror(errno));
	len = strlen(path);
	while (len > 1 && path[len - 1] == '/')
		path[--len] = '\0';
	if (is_named_safe(&is_safe, path, environment, err) < 0)
		return -1;
	if (is_safe)
		return 0;
	return jscan_error_set(
		err, JSCAN_ERR_REFUSED,
		"the repository '%s' belongs to another user (id %lu); if you "
		"trust it: git config --global --add safe.directory '%s'",
		path, (unsigned long)owner, path);
}
