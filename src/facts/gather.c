/*
 * Spreads the notes of a source over threads.  Each thread takes blocks of
 * notes from one counter and has tools and memory of its own, so that they only
 * meet at the counter; facts are kept by the number of their note.
 *
 * The threads may do no more than to read (base/sandbox.h), which cannot be
 * undone.  So the calling thread reads nothing but waits, unless the system has
 * no thread to give.
 */
#include "facts/gather.h"

#include <assert.h>
#include <errno.h>
#include <pthread.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <string.h>

#include "base/sandbox.h"
#include "base/threads.h"
#include "facts/copy.h"

#define BLOCK	      64 /* notes that a thread takes at once */
#define FEW	      200 /* below this a second thread costs more than it gives */
#define STACK_BYTES   ((size_t)1 << 20)
#define STEP	      ((size_t)16 * BLOCK) /* between reports of progress */
#define SCRATCH_BYTES ((size_t)4 << 20) /* given back when a note took more */

struct work {
	const struct jscan_source *source;
	const struct jscan_gather_options *options;
	struct jscan_facts *facts;
	struct jscan_stamp *stamps; /* or NULL */
	atomic_size_t next;
	atomic_size_t done;
	pthread_mutex_t mutex; /* of what follows */
	pthread_cond_t changed;
	size_t running; /* threads */
};

struct worker {
	struct work *work;
	struct jscan_arena *arena;
	struct jscan_facts_copier copier;
	pthread_t thread;
};

/* What is wrong with a note that could not be read. */
static void add_failure(struct jscan_facts *out, const char *path,
			enum jscan_read_result result, int error,
			struct jscan_arena *arena)
{
	struct jscan_diags diags;

	memset(out, 0, sizeof(*out));
	out->path = path;
	jscan_diags_init(&diags, arena);
	switch (result) {
	case JSCAN_READ_TOO_BIG:
		jscan_diags_add(&diags, path, 0, 0, JSCAN_DIAG_TOO_BIG,
				"larger than %zu MiB: not read",
				JSCAN_NOTE_MOST_BYTES >> 20);
		break;
	case JSCAN_READ_NOT_A_FILE:
		jscan_diags_add(&diags, path, 0, 0, JSCAN_DIAG_NOT_A_FILE,
				"not a regular file: not read");
		break;
	case JSCAN_READ_ELSEWHERE:
		jscan_diags_add(&diags, path, 0, 0, JSCAN_DIAG_UNREADABLE,
				"git keeps it encrypted, or a stand-in for it: "
				"only a scan of the folder can read it");
		break;
	case JSCAN_READ_MISSING:
		jscan_diags_add(&diags, path, 0, 0, JSCAN_DIAG_UNREADABLE,
				"gone while the journal was read");
		break;
	default:
		jscan_diags_add(&diags, path, 0, 0, JSCAN_DIAG_UNREADABLE,
				"cannot read it: %s", strerror(error));
		break;
	}
	out->diagnostics = diags.items;
	out->diagnostic_count = diags.count;
}

static void read_note(struct worker *worker, struct jscan_facts_reader *reader,
		      struct jscan_buf *bytes, struct jscan_arena *scratch,
		      size_t index)
{
	const struct jscan_source *source = worker->work->source;
	const struct jscan_known *known = worker->work->options->known;
	struct jscan_stamp *stamps = worker->work->stamps;
	const char *path = source->files[index].path;
	struct jscan_facts *out = &worker->work->facts[index];
	struct jscan_facts facts;
	enum jscan_read_result result;
	struct jscan_stamp stamp;

	if (known && known->find(known->data, index, out, worker->arena))
		return;
	jscan_buf_clear(bytes);
	memset(&stamp, 0, sizeof(stamp));
	result = source->read(source, index, bytes, &stamp);
	if (result != JSCAN_READ_OK) {
		add_failure(out, path, result, errno, worker->arena);
		return;
	}
	if (stamps)
		stamps[index] = stamp;
	if (known && known->find_content(known->data, index, &stamp,
					 bytes->len ? bytes->data : "",
					 bytes->len, out, worker->arena))
		return;
	jscan_facts_read(reader, &facts, path, bytes->len ? bytes->data : "",
			 bytes->len, scratch);
	if (!known || !known->keep(known->data, index, &facts))
		jscan_facts_copy(&worker->copier, out, &facts);
	if (scratch->total_bytes > SCRATCH_BYTES)
		jscan_arena_release(scratch);
	else
		jscan_arena_clear(scratch);
	scratch->total_bytes = 0;
}

static void report_progress(const struct work *work)
{
	if (work->options->progress)
		work->options->progress(work->options->progress_data,
					atomic_load(&work->done),
					work->source->count);
}

/* Tells the calling thread that there is something to say. */
static void signal_progress(struct work *work, size_t ended)
{
	pthread_mutex_lock(&work->mutex);
	work->running -= ended;
	pthread_cond_signal(&work->changed);
	pthread_mutex_unlock(&work->mutex);
}

static void run(struct worker *worker, bool is_calling_thread)
{
	struct work *work = worker->work;
	struct jscan_facts_reader *reader = jscan_facts_reader_new(
		work->options->config, work->options->lexicon);
	struct jscan_arena scratch;
	struct jscan_buf bytes;
	size_t first, count = work->source->count;

	jscan_arena_init(&scratch);
	jscan_buf_init(&bytes);
	jscan_facts_copier_init(&worker->copier, worker->arena,
				work->options->is_brief);
	while ((first = atomic_fetch_add(&work->next, BLOCK)) < count) {
		size_t end = first + BLOCK < count ? first + BLOCK : count;

		for (size_t i = first; i < end; i++)
			read_note(worker, reader, &bytes, &scratch, i);
		atomic_fetch_add(&work->done, end - first);
		if (is_calling_thread)
			report_progress(work);
		else if (first % STEP == 0)
			signal_progress(work, 0);
	}
	jscan_facts_copier_release(&worker->copier);
	jscan_buf_release(&bytes);
	jscan_arena_release(&scratch);
	jscan_facts_reader_free(reader);
}

static void *run_thread(void *data)
{
	struct worker *worker = data;
	const struct jscan_source *source = worker->work->source;

	/* A system without it reads as well. */
	(void)jscan_sandbox_enter(source->folder ? source->folder(source) : -1);
	run(worker, false);
	signal_progress(worker->work, 1);
	return NULL;
}

static size_t count_threads(unsigned jobs, size_t notes)
{
	return notes < FEW ? 1 : jscan_threads_count(jobs);
}

/* Starts a thread; false when the system has none left. */
static bool start(struct worker *worker)
{
	pthread_attr_t attributes;
	bool is_started;

	if (pthread_attr_init(&attributes))
		return false;
	is_started = !pthread_attr_setstacksize(&attributes, STACK_BYTES) &&
		     !pthread_create(&worker->thread, &attributes, run_thread,
				     worker);
	pthread_attr_destroy(&attributes);
	return is_started;
}

/* Waits for the threads, and now and then says how far they are. */
static void wait_for(struct work *work, struct worker *workers, size_t started)
{
	pthread_mutex_lock(&work->mutex);
	while (work->running) {
		pthread_cond_wait(&work->changed, &work->mutex);
		pthread_mutex_unlock(&work->mutex);
		report_progress(work);
		pthread_mutex_lock(&work->mutex);
	}
	pthread_mutex_unlock(&work->mutex);
	for (size_t i = 0; i < started; i++)
		pthread_join(workers[i].thread, NULL);
}

/* As many threads as can be had up to so many, which then all run. */
static size_t start_all(struct work *work, struct worker *workers,
			size_t threads)
{
	size_t started = 0;

	pthread_mutex_lock(&work->mutex);
	while (started < threads && start(&workers[started]))
		started++;
	work->running = started;
	pthread_mutex_unlock(&work->mutex);
	return started;
}

void jscan_gather(struct jscan_gathered *out, const struct jscan_source *source,
		  const struct jscan_gather_options *options)
{
	struct worker workers[JSCAN_THREADS_MOST];
	struct work work = {.source = source, .options = options};
	size_t unknown =
		options->known ? options->known->unknown : source->count;
	size_t threads = count_threads(options->jobs, unknown);
	size_t started = 0;

	assert(threads > 0);
	memset(out, 0, sizeof(*out));
	out->count = source->count;
	/* Not touched where they stay empty. */
	out->facts =
		calloc(source->count ? source->count : 1, sizeof(*out->facts));
	if (!out->facts)
		jscan_out_of_memory();
	out->arenas = jscan_alloc(threads * sizeof(*out->arenas));
	out->arena_count = threads;
	if (source->stamp) {
		out->stamps = calloc(source->count ? source->count : 1,
				     sizeof(*out->stamps));
		if (!out->stamps)
			jscan_out_of_memory();
	}
	work.facts = out->facts;
	work.stamps = out->stamps;
	atomic_init(&work.next, 0);
	atomic_init(&work.done, 0);
	for (size_t i = 0; i < threads; i++) {
		jscan_arena_init(&out->arenas[i]);
		workers[i].work = &work;
		workers[i].arena = &out->arenas[i];
	}
	pthread_mutex_init(&work.mutex, NULL);
	pthread_cond_init(&work.changed, NULL);
	/* Where nothing is to be read there is nobody to be held. */
	if (unknown)
		started = start_all(&work, workers, threads);
	if (started)
		wait_for(&work, workers, started);
	else
		run(&workers[0], true);
	pthread_cond_destroy(&work.changed);
	pthread_mutex_destroy(&work.mutex);
	report_progress(&work);
}

void jscan_gathered_release(struct jscan_gathered *gathered)
{
	for (size_t i = 0; i < gathered->arena_count; i++)
		jscan_arena_release(&gathered->arenas[i]);
	free(gathered->arenas);
	free(gathered->facts);
	free(gathered->stamps);
	memset(gathered, 0, sizeof(*gathered));
}
