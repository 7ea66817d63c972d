/*
 * Installs, removes and finds our hook in a repository; the contracts are those
 * of the public functions.
 */
#ifndef JSCAN_GIT_HOOK_FILES_H
#define JSCAN_GIT_HOOK_FILES_H

#include "journalscan.h"

struct jscan_hook_target {
	const char *dir;
	const char *report; /* relative to `dir` */
	const struct jscan_hook_tool *tool;
	const char *const *environment;
};

int jscan_hook_files_get_status(struct jscan_hook_status *out,
				const struct jscan_hook_target *target,
				struct jscan_error *err);
int jscan_hook_files_install(const struct jscan_hook_target *target,
			     struct jscan_error *err);
int jscan_hook_files_uninstall(const struct jscan_hook_target *target,
			       struct jscan_error *err);

#endif
