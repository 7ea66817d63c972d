/*
 * One writer of ours at a time, and what a killed one left behind.
 *
 * A folder `journalscan` in the git directory holds a lock (flock, so that it
 * goes with its process), a mark that says what is being changed, and
 * temporary files.  Git's own index.lock is made as a second name of a file in
 * that folder: whoever finds it later can tell whether it is ours.
 */
#ifndef JSCAN_GIT_LOCK_H
#define JSCAN_GIT_LOCK_H

#include <signal.h>
#include <stdbool.h>

#include "base/buf.h"
#include "git/repository.h"
#include "journalscan.h"

struct jscan_lock {
	struct jscan_repository *repository;
	int fd;
	const char *folder;	/* ours, no '/' at the end */
	const char *index_lock; /* git's lock of the index */
	int index_fd;		/* what the index is to become, or -1 */
	const char *ref;	/* what is to be moved, or "" */
	const char *commit;	/* where to, or "" */
	/*
	 * May be set once it is taken, for a change that does not outlive a
	 * failure of power anyway: mark and index do not wait for the disk.
	 */
	bool is_unsynced;
	bool has_mark;
	bool has_index;	  /* git's lock is ours now */
	bool is_left;	  /* see jscan_lock_leave() */
	sigset_t signals; /* as they were before the mark */
};

/*
 * Waits for up to ten seconds for another of ours, then puts right what a
 * killed one left: its change is completed when its commit is on the branch,
 * else forgotten.
 *
 * Returns 0, or -1: JSCAN_ERR_IO (the git directory cannot be written to),
 * JSCAN_ERR_REFUSED (another one does not end).
 */
int jscan_lock_take(struct jscan_lock *lock,
		    struct jscan_repository *repository,
		    struct jscan_error *err);

/* Puts right what a killed run left, when there is anything. */
int jscan_lock_clear(struct jscan_repository *repository,
		     struct jscan_error *err);

/*
 * Notes that `ref` (NULL: none) is going to be set to `commit` (hex, or NULL).
 * From here until jscan_lock_release() the signals that end a program wait.
 */
int jscan_lock_mark(struct jscan_lock *lock, const char *ref,
		    const char *commit, struct jscan_error *err);

/*
 * Takes git's lock of the index, in so many tries of 20 milliseconds each.
 * -1: JSCAN_ERR_REFUSED when another program has it, JSCAN_ERR_IO.
 */
int jscan_lock_take_index(struct jscan_lock *lock, int tries,
			  struct jscan_error *err);

/* Writes the new index into the lock; and puts it in the place of the old. */
int jscan_lock_write_index(struct jscan_lock *lock, const struct jscan_buf *out,
			   unsigned mode, struct jscan_error *err);
int jscan_lock_install_index(struct jscan_lock *lock, struct jscan_error *err);

/*
 * Leaves all as a killed run would, for the next one to complete: the branch
 * has moved, and without the new index its changes would look as if they were
 * to be undone.
 */
void jscan_lock_leave(struct jscan_lock *lock);

/* Gives everything back; an index that was not installed is thrown away. */
void jscan_lock_release(struct jscan_lock *lock);

#endif
