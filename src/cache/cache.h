/*
 * What is known of a journal from last time: the facts of its notes, so that a
 * note that has not changed is not read again.
 *
 * A note is known by its stamp, as git knows it by its index; a stamp that may
 * be as young as the last look at the file is not relied on.  What git holds is
 * known by the name of its content.  The cache is nobody's only copy: anything
 * odd about it and the notes are read instead.
 */
#ifndef JSCAN_CACHE_CACHE_H
#define JSCAN_CACHE_CACHE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "config/config.h"
#include "entry/source.h"
#include "facts/gather.h"
#include "journalscan.h"

struct jscan_cache;

/* What is asked of a note so often that its facts should not be needed. */
struct jscan_mark {
	uint64_t company; /* a hash of its key; 0 without one */
	uint64_t people;  /* a hash of what it says of people */
	uint64_t path;	  /* a hash of that */
	unsigned char is_entry;
	unsigned char has_part; /* it adds to the report at all */
	unsigned char unused[6];
};

struct jscan_cache_options {
	const char *dir;
	int dir_fd;
	const char *folder; /* for journals outside of repositories, or NULL */
	const struct jscan_config_file *config; /* two, as they are parsed */
	uint64_t rules;	   /* jscan_cache_rules(), but for tests */
	bool is_read_only; /* what is read now is of some other time */
	int64_t now_ns;	   /* as in struct jscan_options */
	unsigned jobs;	   /* the same */
	/* Makes the mark of a note that is kept. */
	void (*mark)(struct jscan_mark *out, const struct jscan_facts *facts);
};

/* Names the rules, the lexicon and the code of this build. */
uint64_t jscan_cache_rules(void);

/* NULL when there is no place for one; else the caller's, to be freed. */
struct jscan_cache *
jscan_cache_open(const struct jscan_cache_options *options);
void jscan_cache_free(struct jscan_cache *cache);

/*
 * For jscan_source_open_folder(): what is known of folders; NULL where that must
 * not be relied on.
 */
const struct jscan_listings *jscan_cache_listings(struct jscan_cache *cache);

/*
 * Looks which notes of `source` are known; `categories` is the number of those
 * of the lexicon.  `source` must outlive the cache, and the cache the facts.
 * With `is_lazy` jscan_gather() gives no facts of notes that are known, nor, past
 * the first few, of those that are kept.
 */
void jscan_cache_begin(struct jscan_cache *cache,
		       const struct jscan_source *source, size_t categories,
		       bool is_lazy);

/* For jscan_gather(): what is known is not read, what is read is kept. */
const struct jscan_known *jscan_cache_known(struct jscan_cache *cache);

/*
 * The mark of note `index` and a hash of its facts; false for a note that could
 * not be read, or is not kept.
 */
bool jscan_cache_get_mark(const struct jscan_cache *cache, size_t index,
			  struct jscan_mark *mark, uint64_t *content);

/*
 * Whether the cache alone has the facts of note `index`; and these, which live
 * in `arena` or as long as the cache, false when they are spoilt.
 */
bool jscan_cache_has_facts(const struct jscan_cache *cache, size_t index);
bool jscan_cache_get_facts(struct jscan_cache *cache, size_t index,
			   struct jscan_facts *out, struct jscan_arena *arena);

/* Of a folder: the stamp by which note `index` is known; false for no such. */
bool jscan_cache_get_stamp(const struct jscan_cache *cache, size_t index,
			   struct jscan_stamp *out);

/*
 * Bytes of the caller's own that the file holds beside the facts; NULL for
 * none.  They live as long as the cache.
 */
const char *jscan_cache_get_memory(struct jscan_cache *cache, size_t *len);

/*
 * Whether the file is going to be written anew: enough has changed to make that
 * worth it, or so many notes had to be looked at again for other reasons.
 */
bool jscan_cache_is_to_be_written(struct jscan_cache *cache, size_t others);

/* What is to be remembered: appended to `out` piece by piece. */
struct jscan_cache_memory {
	void (*write)(struct jscan_buf *out, const void *data);
	const void *data;
};

/* Writes it, if so, with that, or NULL.  No facts are asked of it after this. */
void jscan_cache_end(struct jscan_cache *cache,
		     const struct jscan_cache_memory *memory);

/* Where the cache of a journal lies, and what is in it. */
void jscan_cache_describe(struct jscan_cache_status *out,
			  const struct jscan_cache_options *options);
/* Removes it.  Returns 0, also when there is none, or -1: JSCAN_ERR_IO. */
int jscan_cache_remove(const struct jscan_cache_options *options,
		       struct jscan_error *err);

#endif
