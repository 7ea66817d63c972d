/* Work on many like things, divided among threads. */
#ifndef JSCAN_BASE_THREADS_H
#define JSCAN_BASE_THREADS_H

#include <stddef.h>

#define JSCAN_THREADS_MOST 8

/* How many threads `jobs` means: 0 is as many as there are processors. */
size_t jscan_threads_count(unsigned jobs);

/*
 * Calls `run` for parts of `count` things, together all of them, each in a
 * thread of its own, one of them the calling one; none has less than `least`
 * things unless it is alone.  Returns when all are done.  Where the system has
 * no thread to give, the calling one does their part too.
 */
void jscan_threads_divide(size_t count, size_t least, unsigned jobs,
			  void (*run)(void *data, size_t first, size_t end),
			  void *data);

#endif
