/* What the files of git/pending*.c share; nothing outside includes it. */
#ifndef JSCAN_GIT_PENDING_INTERNAL_H
#define JSCAN_GIT_PENDING_INTERNAL_H

#include <stdbool.h>

#include "git/pending.h"

/* A path of the work tree as seen from the folder of the notes. */
const char *jscan_pending_below(const struct jscan_pending *pending,
				const char *path);

/* Is the file still the one that went into the report, or the report itself? */
void jscan_pending_check_stamp(struct jscan_pending *pending,
			       const struct jscan_pending_file *file,
			       bool is_there);

#endif
