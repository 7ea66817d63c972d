/* What is left to do after a commit of some paths alone. */
#ifndef JSCAN_GIT_HOOK_REPAIR_H
#define JSCAN_GIT_HOOK_REPAIR_H

#include "journalscan.h"

/*
 * After a commit of some paths alone: gives the real index the report of the
 * commit, where jscan_hook_stage() could not.
 */
int jscan_hook_repair(const char *dir, const char *const *environment,
		      struct jscan_error *err);

#endif
