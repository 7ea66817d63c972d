/*
 * Writes objects: a few as loose files, many as one pack.  Nothing is seen by
 * git before it is whole and synced; what a killed run leaves lies in our own
 * folder and goes with the next run.
 *
 * libgit2's own writing of many loose objects costs as much as git's, and it
 * leaves its temporary files among git's.
 */
#ifndef JSCAN_GIT_OBJECTS_H
#define JSCAN_GIT_OBJECTS_H

#include <stdbool.h>
#include <stddef.h>

#include "base/sha1.h"
#include "git/repository.h"
#include "journalscan.h"

/* From how many new files on a pack is made. */
#define JSCAN_OBJECTS_FOR_A_PACK 100

enum jscan_object_type {
	JSCAN_OBJECT_COMMIT = 1, /* git's own numbers */
	JSCAN_OBJECT_TREE = 2,
	JSCAN_OBJECT_BLOB = 3
};

struct jscan_objects; /* a batch of objects on their way */

/* `folder` is a folder of our own on the file system of the objects. */
struct jscan_objects *jscan_objects_new(struct jscan_repository *repository,
					const char *folder, bool is_pack);
void jscan_objects_free(struct jscan_objects *objects);

/*
 * Loose objects are synced only where git's configuration asks for it
 * (core.fsync, core.fsyncObjectFiles): for those that go into a commit of
 * git's, which by itself does not wait for the disk either.
 */
void jscan_objects_sync_as_git(struct jscan_objects *objects);

/*
 * The long loose objects of the batch are versions of one thing, whose pieces
 * the file `name` in the folder remembers; see git/pieces.h.  Our lock is to be
 * held.
 */
void jscan_objects_keep_pieces(struct jscan_objects *objects, const char *name);

/*
 * Takes one object; `id` is its name as jscan_sha1_object() gives it.  One that
 * the repository has is not written again.  Returns 0, or -1: JSCAN_ERR_IO.
 */
int jscan_objects_add(struct jscan_objects *objects,
		      const unsigned char id[JSCAN_SHA1_BYTES],
		      enum jscan_object_type type, const void *bytes,
		      size_t len, struct jscan_error *err);

/*
 * Makes all that was added part of the repository.  Returns 0, or -1:
 * JSCAN_ERR_IO, JSCAN_ERR_REPOSITORY.
 */
int jscan_objects_finish(struct jscan_objects *objects,
			 struct jscan_error *err);

#endif
