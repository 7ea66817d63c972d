/*
 * What a snapshot would change: the entries of a folder, its report and the
 * notes that have gone, compared with a branch.
 */
#ifndef JSCAN_GIT_PENDING_H
#define JSCAN_GIT_PENDING_H

#include <stdbool.h>
#include <stddef.h>

#include "git/branch.h"
#include "git/index.h"
#include "git/internal.h"
#include "git/objects.h"
#include "git/checkin.h"
#include "git/snapshot.h"
#include "git/tree.h"

enum jscan_pending_state {
	JSCAN_PENDING_SAME,    /* or left out */
	JSCAN_PENDING_MAYBE,   /* only its bytes can tell */
	JSCAN_PENDING_CHANGED, /* in the branch, with other bytes or mode */
	JSCAN_PENDING_NEW,
	JSCAN_PENDING_GONE
};

struct jscan_pending_file {
	const char *path; /* from the top of the work tree */
	const struct jscan_tree_file *old;
	enum jscan_pending_state state;
	bool is_named; /* by the request: not just an old note */
	bool is_report;
	unsigned char id[JSCAN_SHA1_BYTES]; /* once it was read */
	uint32_t mode;
	struct stat st;
	const struct jscan_stamp *stamp; /* NULL: any will do */
};

struct jscan_pending {
	struct jscan_repository *repository;
	const struct jscan_snapshot_request *request;
	struct jscan_branch branch;
	struct jscan_index index;
	struct stat index_stat; /* when it was read; all zero: not there */
	struct jscan_arena arena;
	struct jscan_tree_files old;
	struct jscan_pending_file *files; /* by path */
	size_t count;
	struct jscan_checkin *checkin;
	struct jscan_buf bytes; /* of the file at hand */
	int dir_fd;
	int work_dir_fd;
	const char *parent; /* of the file looked for last, or NULL */
	int parent_fd;
	int parent_errno;
	const char *changed; /* the first that is not as its stamp says */
};

/* Compares; to be released also after a failure. */
int jscan_pending_init(struct jscan_pending *pending,
		       struct jscan_repository *repository,
		       const struct jscan_snapshot_request *request,
		       struct jscan_error *err);
void jscan_pending_release(struct jscan_pending *pending);

/* Whether anything is to be committed; reads no more than it takes to know. */
int jscan_pending_has_change(bool *out, struct jscan_pending *pending,
			     struct jscan_error *err);

/* False when branch or index were moved since. */
int jscan_pending_is_current(bool *out, struct jscan_pending *pending,
			     struct jscan_error *err);

/*
 * Refuses when a file that was looked at until now is not the one of its stamp:
 * JSCAN_ERR_CHANGED.
 */
int jscan_pending_check_stamps(const struct jscan_pending *pending,
			       struct jscan_error *err);

/* Refuses when a file is kept in git in another form than on disk. */
int jscan_pending_check_filters(struct jscan_pending *pending,
				struct jscan_error *err);

/* Reads what may have changed until no file is in doubt but new ones. */
int jscan_pending_settle(struct jscan_pending *pending,
			 struct jscan_error *err);

/* Reads and adds to `objects` all that is new or changed. */
int jscan_pending_add(struct jscan_pending *pending,
		      struct jscan_objects *objects, struct jscan_error *err);

#endif
