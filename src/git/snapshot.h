/*
 * One commit of the notes of a folder and their report, as `git commit --
 * PATHS` would make it: what else is staged stays staged, and nothing else goes
 * in.
 *
 * No hook is run, no program started, nothing pushed.
 */
#ifndef JSCAN_GIT_SNAPSHOT_H
#define JSCAN_GIT_SNAPSHOT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/buf.h"
#include "entry/source.h"
#include "git/identity.h"
#include "git/repository.h"
#include "journalscan.h"

/* What a snapshot changes, for its message. */
struct jscan_snapshot_changes {
	size_t added; /* entries; the report is not counted */
	size_t changed;
	size_t removed;
	bool has_report;   /* new or changed */
	const char *first; /* of the entries that changed, or NULL */
};

struct jscan_snapshot_request {
	const char *dir;
	/* The entries, relative to `dir`, sorted by bytes. */
	const char *const *paths;
	size_t path_count;
	/*
	 * Of each path, and of the report, when it was read or written; all
	 * zero, or NULL: that is not known.  The report's has no ctime.
	 */
	const struct jscan_stamp *stamps;
	const struct jscan_stamp *report_stamp;
	const char *report; /* relative to `dir`, or NULL */
	const char *ref;    /* NULL: the current branch */
	/*
	 * Whether a note that has gone from the folder was an entry: its
	 * deletion belongs into the snapshot.  `path` is relative to `dir`;
	 * called from the calling thread.
	 */
	bool (*is_entry)(void *data, const char *path, const char *bytes,
			 size_t len);
	/* Adds the message of the commit to `out`. */
	void (*describe)(void *data,
			 const struct jscan_snapshot_changes *changes,
			 struct jscan_buf *out);
	void *data;			/* for both */
	struct jscan_person fallback;	/* when git does not know who we are */
	int64_t time_seconds;		/* since 1970 */
	int offset_minutes;		/* of the time zone, east positive */
	const char *const *environment; /* see git/repository.h */
};

/*
 * Makes the snapshot.  out->is_made is false when nothing had changed.
 *
 * Entries that git ignores, that lie in a repository of their own, or whose
 * index entries are marked skip-worktree or assume-unchanged are left out; so
 * is a report that git ignores.
 *
 * Returns 0, or -1: JSCAN_ERR_NO_REPOSITORY, JSCAN_ERR_REPOSITORY,
 * JSCAN_ERR_REFUSED, JSCAN_ERR_IO, JSCAN_ERR_LIMIT; JSCAN_ERR_CHANGED when a
 * file is not the one that the stamp is of.  After a failure branch, index and
 * files are as they were.
 */
int jscan_snapshot_make(struct jscan_snapshot *out,
			const struct jscan_snapshot_request *request,
			struct jscan_error *err);

/* What the message of a snapshot tells besides the changes. */
struct jscan_snapshot_facts {
	struct jscan_date as_of;
	unsigned entries;
	unsigned overdue;
	unsigned due;
	const char *top_weakness; /* its title, or NULL */
	unsigned top_interviews;  /* in how many interviews it showed */
	const char *subject;	  /* of the configuration, or NULL */
};

/*
 * The message: a line that says what changed, the weakness that recurs most,
 * and trailers for tools (Journalscan-Entries, -Overdue, -Due, -As-Of).
 */
void jscan_snapshot_describe(struct jscan_buf *out,
			     const struct jscan_snapshot_changes *changes,
			     const struct jscan_snapshot_facts *facts);

#endif
