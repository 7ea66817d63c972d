/*
 * What the folders of a journal held when they were last listed, as a part of
 * the cache's file: for jscan_source_open_folder().
 */
#ifndef JSCAN_CACHE_FOLDERS_H
#define JSCAN_CACHE_FOLDERS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <time.h>

#include "base/arena.h"
#include "base/buf.h"
#include "entry/source.h"

struct jscan_cache_folder { /* in the file, with texts behind all of them */
	struct jscan_stamp stamp;
	uint32_t path; /* offset in the texts, where a NUL ends it */
	uint32_t names;
	uint32_t names_len;
	uint32_t unused;
};

struct jscan_cache_folders {
	struct jscan_arena *arena;
	/* By path, of the file. */
	const struct jscan_cache_folder *old;
	size_t old_count;
	const char *texts;
	/* Those of the folders that were asked for. */
	struct jscan_cache_listed *listed;
	size_t listed_count;
	size_t new_count; /* that the file does not have */
	size_t new_bytes;
	struct timespec since; /* the time before the first look at any */
};

void jscan_cache_folders_init(struct jscan_cache_folders *folders,
			      struct timespec since, struct jscan_arena *arena);

/*
 * Takes what jscan_cache_folders_write() made, which must live as long, aligned
 * as for numbers.  Bytes that it cannot have made are the same as none.
 */
void jscan_cache_folders_read(struct jscan_cache_folders *folders,
			      const char *bytes, size_t len);

/* As struct jscan_listings asks for them. */
const char *jscan_cache_folders_find(struct jscan_cache_folders *folders,
				     const char *path,
				     const struct jscan_stamp *stamp,
				     size_t *len);
void jscan_cache_folders_keep(struct jscan_cache_folders *folders,
			      const char *path, const struct jscan_stamp *stamp,
			      const char *names, size_t len);

/* Appends all folders that were found or kept. */
void jscan_cache_folders_write(struct jscan_buf *out,
			       const struct jscan_cache_folders *folders);

#endif
