/* Whether git is about to commit notes at all. */
#ifndef JSCAN_GIT_HOOK_NOTES_H
#define JSCAN_GIT_HOOK_NOTES_H

#include <stdbool.h>

#include "config/config.h"
#include "git/stored.h"
#include "journalscan.h"

/*
 * Whether what is staged differs from the last commit in any note, or in the
 * configuration; or in the report, where jscan_hook_repair() could not do its
 * work.  Without that the report is left as it is, whatever the day.
 */
int jscan_hook_has_notes(bool *out, struct jscan_stored *stored,
			 const struct jscan_config *config,
			 struct jscan_error *err);

#endif
