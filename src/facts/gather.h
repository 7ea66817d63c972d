/* The facts of every note of a source, read by several threads. */
#ifndef JSCAN_FACTS_GATHER_H
#define JSCAN_FACTS_GATHER_H

#include "entry/source.h"
#include "facts/facts.h"

struct jscan_gather_options {
	const struct jscan_config *config;
	const struct jscan_lexicon *lexicon;
	unsigned jobs; /* 0: as many as processors, up to 8 */
	/* Called from the calling thread with the number of notes done. */
	void (*progress)(void *data, size_t done, size_t total);
	void *progress_data;
};

struct jscan_gathered {
	struct jscan_facts *facts; /* in the order of source->files */
	size_t count;
	struct jscan_arena *arenas; /* hold the facts; one a thread */
	size_t arena_count;
};

/*
 * Reads all notes.  The result does not depend on the number of threads.  A
 * note that cannot be read has no facts but a diagnostic.
 */
void jscan_gather(struct jscan_gathered *out, const struct jscan_source *source,
		  const struct jscan_gather_options *options);
void jscan_gathered_release(struct jscan_gathered *gathered);

#endif
