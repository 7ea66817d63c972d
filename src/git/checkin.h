/*
 * What git's rules say of a path: whether it is ignored, lies in a repository
 * within the repository, and what becomes of its bytes on their way in.  Most
 * journals have no such rules; that is found out once a folder, and then
 * nothing more is asked.
 *
 * Paths are from the top of the work tree; asking in their order is fastest.
 */
#ifndef JSCAN_GIT_CHECKIN_H
#define JSCAN_GIT_CHECKIN_H

#include <stdbool.h>

#include "base/buf.h"
#include "git/index.h"
#include "git/repository.h"
#include "journalscan.h"

struct jscan_checkin;

/* `index`, which tells of attributes that are not on the disk, must outlive. */
struct jscan_checkin *jscan_checkin_new(struct jscan_repository *repository,
					const struct jscan_index *index);
void jscan_checkin_free(struct jscan_checkin *checkin);

bool jscan_checkin_is_nested(struct jscan_checkin *checkin, const char *path);

bool jscan_checkin_is_ignored(struct jscan_checkin *checkin, const char *path);

/*
 * -1, JSCAN_ERR_IO, when something could not be read that may say that a path
 * asked about is ignored.
 */
int jscan_checkin_check(const struct jscan_checkin *checkin,
			struct jscan_error *err);

/*
 * A file that a program of the user's changes on its way in (git-crypt, LFS)
 * cannot be committed by us: -1 with JSCAN_ERR_REFUSED, naming the filter.
 */
int jscan_checkin_check_filter(struct jscan_checkin *checkin, const char *path,
			       struct jscan_error *err);

/*
 * Turns the bytes of a file into what git stores, which differs in line ends
 * at most.  Returns 0, or -1: JSCAN_ERR_REFUSED (core.safecrlf).
 */
int jscan_checkin_convert(struct jscan_checkin *checkin, const char *path,
			  struct jscan_buf *bytes, struct jscan_error *err);

#endif
