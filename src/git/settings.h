/*
 * Git's configuration as most people have it, read without libgit2, whose start
 * costs more than all that the hook does.
 */
#ifndef JSCAN_GIT_SETTINGS_H
#define JSCAN_GIT_SETTINGS_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"

struct jscan_git_setting {
	const char *name;  /* "core.filemode"; section and key in lower case */
	const char *value; /* NULL: named without one, which stands for true */
};

struct jscan_git_settings {
	struct jscan_git_setting *items; /* the last of a name counts */
	size_t count;
};

/*
 * Appends what the text of a configuration file says.  False for one that says
 * more than is known here: that includes other files, or is damaged.
 */
bool jscan_git_settings_parse(struct jscan_git_settings *settings,
			      const char *bytes, size_t len,
			      struct jscan_arena *arena);

/*
 * Reads the system's, the person's and then the repository's own file, as
 * `environment` names them; *own is where the last begins.  False as above, or
 * when one of them cannot be read.
 */
bool jscan_git_settings_read(struct jscan_git_settings *out, size_t *own,
			     const char *git_dir,
			     const char *const *environment,
			     struct jscan_arena *arena);

/* NULL when it is not there. */
const struct jscan_git_setting *
jscan_git_settings_find(const struct jscan_git_settings *settings,
			const char *name);

/* A value as git takes it for true or false; false when it is neither. */
bool jscan_git_parse_bool(bool *out, const char *value);

#endif
