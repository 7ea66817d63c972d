/* The facts of every note of a source, read by several threads. */
#ifndef JSCAN_FACTS_GATHER_H
#define JSCAN_FACTS_GATHER_H

#include "entry/source.h"
#include "facts/facts.h"

/*
 * Notes whose facts are known from last time.  Called from several threads, for
 * each note by one of them: find, then, with the bytes, find_content, then
 * keep.
 */
struct jscan_known {
	void *data;
	size_t unknown; /* how many there are that will have to be read */
	/* True with *out filled, or left all zero where nobody wants it: the
	 * note is not read. */
	bool (*find)(void *data, size_t index, struct jscan_facts *out,
		     struct jscan_arena *arena);
	/* The same for a note whose bytes had to be read; `stamp` is as
	 * source->read() left it, or all zero. */
	bool (*find_content)(void *data, size_t index,
			     const struct jscan_stamp *stamp, const char *bytes,
			     size_t len, struct jscan_facts *out,
			     struct jscan_arena *arena);
	/*
	 * Takes the facts of a note that was not known.  True where nobody
	 * wants them from jscan_gather(), too.
	 */
	bool (*keep)(void *data, size_t index,
		     const struct jscan_facts *facts);
};

struct jscan_gather_options {
	const struct jscan_config *config;
	const struct jscan_lexicon *lexicon;
	const struct jscan_known *known; /* or NULL */
	bool is_brief;			 /* see jscan_facts_copier_init() */
	unsigned jobs;			 /* 0: as many as processors, up to 8 */
	/* Called from the calling thread with the number of notes done. */
	void (*progress)(void *data, size_t done, size_t total);
	void *progress_data;
};

struct jscan_gathered {
	/* In the order of source->files; of no use where nobody wants them. */
	struct jscan_facts *facts;
	size_t count;
	/* Of a folder, from before each note was read; all zero: it was not. */
	struct jscan_stamp *stamps;
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
