/* What the files of the cache share; nothing outside of them includes it. */
#ifndef JSCAN_CACHE_INTERNAL_H
#define JSCAN_CACHE_INTERNAL_H

#include <pthread.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "cache/cache.h"
#include "cache/file.h"
#include "cache/folders.h"
#include "cache/place.h"

enum jscan_cache_note_state {
	JSCAN_NOTE_UNREAD, /* not known, or not to be read at all */
	JSCAN_NOTE_KNOWN,  /* all of it is as the note in the old file says */
	JSCAN_NOTE_MOVED,  /* its facts are there, its stamp is another */
	JSCAN_NOTE_READ,   /* facts were given to the writer, and to the scan */
	JSCAN_NOTE_SPILT   /* to the writer alone, and are asked of it again */
};

struct jscan_cache {
	struct jscan_arena arena;
	struct jscan_cache_place place;
	int dir_fd; /* of the place; -1 while there is no such folder */
	uint64_t key;
	bool is_read_only;
	bool is_lazy;
	unsigned jobs;
	void (*mark)(struct jscan_mark *out, const struct jscan_facts *facts);
	const struct jscan_source *source;
	size_t categories;
	struct jscan_cache_file file;
	/* By number of the note in the source. */
	unsigned char *states;
	uint32_t *old; /* number in the file + 1; 0: none of that path */
	struct jscan_cache_note *fresh; /* of those not known, else untouched */
	size_t unknown;			/* notes that have to be read */
	size_t changed; /* notes that the file does not have as they are */
	size_t held;	/* notes that were read and are held in memory */
	bool is_odd;	/* something in the file was not as written */
	struct jscan_cache_writer writer;
	pthread_mutex_t mutex; /* of writer and the members above it */
	struct jscan_known known;
	struct jscan_cache_folders folders;
	struct jscan_listings listings;
	bool has_listings; /* folders were asked for */
};

/* Its facts are in the old file. */
static inline bool jscan_cache_is_in_file(const struct jscan_cache *cache,
					  size_t index)
{
	return cache->states[index] == JSCAN_NOTE_KNOWN ||
	       cache->states[index] == JSCAN_NOTE_MOVED;
}

static inline struct jscan_cache_note *
jscan_cache_get_note(const struct jscan_cache *cache, size_t index)
{
	return cache->states[index] == JSCAN_NOTE_KNOWN
		       ? &cache->file.notes[cache->old[index] - 1]
		       : &cache->fresh[index];
}

/* The git directory is closed as soon as its folder is open. */
bool jscan_cache_open_folder(struct jscan_cache *cache, bool is_made);

/* Begins a new file when so much has changed that it is worth it. */
bool jscan_cache_begin_writing(struct jscan_cache *cache, size_t others);

#endif
