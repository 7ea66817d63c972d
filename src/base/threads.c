/*
 * Parts are equal and fixed beforehand: what is divided here costs about the
 * same for each thing.
 */
#include "base/threads.h"

#include <pthread.h>
#include <stdbool.h>
#include <unistd.h>

#define STACK_BYTES ((size_t)256 << 10)

struct part {
	void (*run)(void *data, size_t first, size_t end);
	void *data;
	size_t first;
	size_t end;
	pthread_t thread;
	bool is_started;
};

size_t jscan_threads_count(unsigned jobs)
{
	size_t threads = jobs;

	if (!threads) {
		long processors = sysconf(_SC_NPROCESSORS_ONLN);

		threads = processors > 0 ? (size_t)processors : 1;
	}
	return threads > JSCAN_THREADS_MOST ? JSCAN_THREADS_MOST : threads;
}

static void *run_part(void *data)
{
	const struct part *part = data;

	part->run(part->data, part->first, part->end);
	return NULL;
}

static bool start(struct part *part)
{
	pthread_attr_t attributes;
	bool is_started;

	if (pthread_attr_init(&attributes))
		return false;
	is_started =
		!pthread_attr_setstacksize(&attributes, STACK_BYTES) &&
		!pthread_create(&part->thread, &attributes, run_part, part);
	pthread_attr_destroy(&attributes);
	return is_started;
}

void jscan_threads_divide(size_t count, size_t least, unsigned jobs,
			  void (*run)(void *data, size_t first, size_t end),
			  void *data)
{
	struct part parts[JSCAN_THREADS_MOST];
	size_t most = count / (least ? least : 1);
	size_t threads = most > 1 ? jscan_threads_count(jobs) : 1;

	if (threads > most)
		threads = most ? most : 1;
	for (size_t i = 0; i < threads; i++) {
		struct part part = {.run = run, .data = data};

		part.first = count / threads * i;
		part.end = i + 1 < threads ? count / threads * (i + 1) : count;
		parts[i] = part;
		/* The last one is the calling thread's. */
		if (i + 1 < threads)
			parts[i].is_started = start(&parts[i]);
	}
	run_part(&parts[threads - 1]);
	for (size_t i = 0; i + 1 < threads; i++) {
		if (parts[i].is_started)
			pthread_join(parts[i].thread, NULL);
		else
			run_part(&parts[i]);
	}
}
