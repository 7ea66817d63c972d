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

struct jscan_cache_options {
	const char *dir;
	int dir_fd;
	const char *folder; /* for journals outside of repositories, or NULL */
	const struct jscan_config_file *config; /* two, as they are parsed */
	uint64_t rules;	   /* jscan_cache_rules(), but for tests */
	bool is_read_only; /* what is read now is of some other time */
};

/* Names the rules, the lexicon and the code of this build. */
uint64_t jscan_cache_rules(void);

/* NULL when there is no place for one; else the caller's, to be freed. */
struct jscan_cache *
jscan_cache_open(const struct jscan_cache_options *options);
void jscan_cache_free(struct jscan_cache *cache);

/*
 * Looks which notes of `source` are known; `categories` is the number of those
 * of the lexicon.  `source` must outlive the cache, and the cache the facts.
 */
void jscan_cache_begin(struct jscan_cache *cache,
		       const struct jscan_source *source, size_t categories);

/* For jscan_gather(): what is known is not read, what is read is kept. */
const struct jscan_known *jscan_cache_known(struct jscan_cache *cache);

/* Writes the file anew when enough has changed to make that worth it. */
void jscan_cache_end(struct jscan_cache *cache);

/* Where the cache of a journal lies, and what is in it. */
void jscan_cache_describe(struct jscan_cache_status *out,
			  const struct jscan_cache_options *options);
/* Removes it.  Returns 0, also when there is none, or -1: JSCAN_ERR_IO. */
int jscan_cache_remove(const struct jscan_cache_options *options,
		       struct jscan_error *err);

#endif
