/*
 * The cache in a scan.  Before anything is read, the notes of the source and
 * those of the file, both by path, are put side by side; what is found known
 * then goes from the file into the facts without being read.
 */
#include "cache/cache.h"

#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <unistd.h>

#include "base/threads.h"
#include "cache/facts_record.h"
#include "cache/internal.h"
#include "cache/key.h"
#include "cache/settled.h"

#define MOST_HELD 10240 /* notes whose facts all stay in memory … */
#define FEW_HELD  1024	/* … and of more, so many */
#define FEW	  2048	/* notes that a thread of their own is too much for */

#define SECOND_NS 1000000000

#define FEWEST_DESCRIPTORS 32

bool jscan_cache_open_folder(struct jscan_cache *cache, bool is_made)
{
	if (cache->dir_fd < 0) {
		cache->dir_fd = jscan_cache_place_open(&cache->place, is_made);
		if (cache->dir_fd >= 0)
			jscan_cache_place_release(&cache->place);
	}
	return cache->dir_fd >= 0;
}

/* Where descriptors are few, they are for reading notes. */
static bool has_descriptors(void)
{
	struct rlimit limit;

	return getrlimit(RLIMIT_NOFILE, &limit) == 0 &&
	       limit.rlim_cur >= FEWEST_DESCRIPTORS;
}

static const char *find_folder(void *data, const char *path,
			       const struct jscan_stamp *stamp, size_t *len)
{
	struct jscan_cache *cache = data;

	return jscan_cache_folders_find(&cache->folders, path, stamp, len);
}

static void keep_folder(void *data, const char *path,
			const struct jscan_stamp *stamp, const char *names,
			size_t len)
{
	struct jscan_cache *cache = data;

	jscan_cache_folders_keep(&cache->folders, path, stamp, names, len);
}

static void init_folders(struct jscan_cache *cache, int64_t now_ns)
{
	struct timespec now = {.tv_sec = (time_t)(now_ns / SECOND_NS),
			       .tv_nsec = (long)(now_ns % SECOND_NS)};

	jscan_cache_folders_init(&cache->folders, now, &cache->arena);
	cache->listings.data = cache;
	cache->listings.find = find_folder;
	cache->listings.keep = keep_folder;
}

struct jscan_cache *jscan_cache_open(const struct jscan_cache_options *options)
{
	struct jscan_cache *cache;

	if (!has_descriptors())
		return NULL;
	cache = jscan_alloc(sizeof(*cache));
	memset(cache, 0, sizeof(*cache));
	jscan_arena_init(&cache->arena);
	pthread_mutex_init(&cache->mutex, NULL);
	cache->place.base_fd = -1;
	cache->file.fd = -1;
	cache->writer.fd = -1;
	cache->dir_fd = -1;
	cache->is_read_only = options->is_read_only;
	cache->mark = options->mark;
	cache->jobs = options->jobs;
	init_folders(cache, options->now_ns);
	if (!jscan_cache_place_find(&cache->place, options->dir_fd,
				    options->dir, options->folder,
				    &cache->arena)) {
		jscan_cache_free(cache);
		return NULL;
	}
	cache->key = jscan_cache_key(options);
	jscan_cache_open_folder(cache, false);
	if (cache->dir_fd >= 0)
		jscan_cache_file_open(&cache->file, cache->dir_fd,
				      cache->place.name, cache->key);
	return cache;
}

void jscan_cache_free(struct jscan_cache *cache)
{
	if (!cache)
		return;
	jscan_cache_writer_release(&cache->writer);
	jscan_cache_file_close(&cache->file);
	free(cache->fresh);
	jscan_cache_place_release(&cache->place);
	if (cache->dir_fd >= 0)
		close(cache->dir_fd);
	pthread_mutex_destroy(&cache->mutex);
	jscan_arena_release(&cache->arena);
	free(cache);
}

const struct jscan_listings *jscan_cache_listings(struct jscan_cache *cache)
{
	const char *bytes;
	size_t len;

	/* Without a time, none of which can be said that it is past. */
	if (cache->folders.since.tv_sec <= 0)
		return NULL;
	bytes = jscan_cache_file_folders(&cache->file, &len);
	if (bytes)
		jscan_cache_folders_read(&cache->folders, bytes, len);
	cache->has_listings = true;
	return &cache->listings;
}

/* Is the note of the source as the one in the file was? */
static bool is_known(const struct jscan_cache *cache, size_t index,
		     const struct jscan_cache_note *old)
{
	const struct jscan_source *source = cache->source;
	struct jscan_stamp stamp;

	if (source->id)
		return old->has_id &&
		       !memcmp(old->id, source->id(source, index),
			       sizeof(old->id));
	return old->has_stamp && source->stamp &&
	       source->stamp(source, index, &stamp) &&
	       jscan_stamp_is_same(&stamp, &old->stamp);
}

/* Finds each note in the file: both lists are in the order of their paths. */
static void join(struct jscan_cache *cache)
{
	const struct jscan_source *source = cache->source;
	const struct jscan_cache_file *file = &cache->file;
	size_t at = 0;

	for (size_t i = 0; i < source->count; i++) {
		int order = -1;

		while (at < file->count &&
		       (order = strcmp(jscan_cache_file_path(file, at),
				       source->files[i].raw_path)) < 0)
			at++;
		if (at == file->count)
			return;
		if (order == 0)
			cache->old[i] = (uint32_t)++at;
	}
}

/* Which notes are as they were: the system is asked about each. */
static void compare(void *data, size_t first, size_t end)
{
	struct jscan_cache *cache = data;

	for (size_t i = first; i < end; i++) {
		const struct jscan_cache_note *old;

		if (!cache->old[i])
			continue;
		old = &cache->file.notes[cache->old[i] - 1];
		if (is_known(cache, i, old))
			cache->states[i] = JSCAN_NOTE_KNOWN;
	}
}

static size_t find_all_known(struct jscan_cache *cache)
{
	size_t known = 0;

	join(cache);
	jscan_threads_divide(cache->source->count, FEW, cache->jobs, compare,
			     cache);
	for (size_t i = 0; i < cache->source->count; i++)
		known += cache->states[i] == JSCAN_NOTE_KNOWN;
	return known;
}

void jscan_cache_begin(struct jscan_cache *cache,
		       const struct jscan_source *source, size_t categories,
		       bool is_lazy)
{
	size_t known;

	cache->is_lazy = is_lazy;
	cache->source = source;
	cache->categories = categories;
	cache->fresh = calloc(source->count ? source->count : 1,
			      sizeof(*cache->fresh));
	if (!cache->fresh)
		jscan_out_of_memory();
	cache->states = jscan_arena_array(&cache->arena, source->count, 1);
	cache->old = jscan_arena_array(&cache->arena, source->count,
				       sizeof(*cache->old));
	jscan_cache_writer_init(&cache->writer, cache->dir_fd,
				cache->place.name, &cache->arena);
	known = find_all_known(cache);
	cache->unknown = source->count - known;
	cache->changed = cache->unknown;
	if (!source->id && cache->file.count > known + cache->changed)
		cache->changed += cache->file.count - known - cache->changed;
	if (!is_lazy && known > cache->file.count / 8)
		jscan_cache_file_load(&cache->file);
	/* Before the first look at what is to be read: see settled.h. */
	jscan_cache_begin_writing(cache, 0);
}

static bool read_facts(struct jscan_cache *cache, size_t index,
		       const struct jscan_cache_note *note,
		       struct jscan_facts *out, struct jscan_arena *arena)
{
	const char *bytes = jscan_cache_file_facts(&cache->file, note, arena);

	return bytes && jscan_facts_reread(out, bytes, note->len,
					   cache->source->files[index].path,
					   cache->categories, arena);
}

static bool find_known(void *data, size_t index, struct jscan_facts *out,
		       struct jscan_arena *arena)
{
	struct jscan_cache *cache = data;
	struct jscan_cache_note *fresh = &cache->fresh[index];

	if (cache->states[index] == JSCAN_NOTE_KNOWN) {
		if (cache->is_lazy)
			return true;
		if (read_facts(cache, index, jscan_cache_get_note(cache, index),
			       out, arena))
			return true;
		cache->states[index] = JSCAN_NOTE_UNREAD;
		cache->old[index] = 0;
		pthread_mutex_lock(&cache->mutex);
		cache->is_odd = true;
		pthread_mutex_unlock(&cache->mutex);
	}
	if (cache->source->id) {
		memcpy(fresh->id, cache->source->id(cache->source, index),
		       sizeof(fresh->id));
		fresh->has_id = true;
	}
	return false;
}

static bool find_content(void *data, size_t index,
			 const struct jscan_stamp *stamp, const char *bytes,
			 size_t len, struct jscan_facts *out,
			 struct jscan_arena *arena)
{
	struct jscan_cache *cache = data;
	struct jscan_cache_note *fresh = &cache->fresh[index];
	struct jscan_cache_note found;
	const struct jscan_cache_note *old;

	if (cache->writer.fd >= 0 && cache->source->stamp) {
		fresh->stamp = *stamp;
		fresh->has_stamp =
			jscan_stamp_is_settled(stamp, &cache->writer.since);
	}
	/* Outside of a repository nobody else asks for a note by content. */
	if (!cache->place.is_in_repository || cache->source->id)
		return false;
	jscan_sha1_object(fresh->id, "blob", bytes, len);
	fresh->has_id = true;
	if (!cache->old[index])
		return false;
	old = &cache->file.notes[cache->old[index] - 1];
	if (!old->has_id || memcmp(old->id, fresh->id, sizeof(old->id)) ||
	    !read_facts(cache, index, old, out, arena))
		return false;
	found = *old;
	found.stamp = fresh->stamp;
	found.has_stamp = fresh->has_stamp;
	*fresh = found;
	cache->states[index] = JSCAN_NOTE_MOVED;
	return true;
}

static bool keep(void *data, size_t index, const struct jscan_facts *facts)
{
	struct jscan_cache *cache = data;
	struct jscan_buf buf;
	bool is_kept, is_held;

	if (cache->is_read_only)
		return false;
	jscan_buf_init(&buf);
	jscan_facts_write(&buf, facts);
	if (cache->mark)
		cache->mark(&cache->fresh[index].mark, facts);
	is_kept = buf.len <= UINT32_MAX;
	pthread_mutex_lock(&cache->mutex);
	is_held = !is_kept || !cache->is_lazy ||
		  cache->held <
			  (cache->unknown > MOST_HELD ? FEW_HELD : MOST_HELD);
	cache->held += is_held;
	if (is_kept) {
		jscan_cache_writer_add(&cache->writer, &cache->fresh[index],
				       buf.data, buf.len);
		cache->states[index] =
			is_held ? JSCAN_NOTE_READ : JSCAN_NOTE_SPILT;
	}
	pthread_mutex_unlock(&cache->mutex);
	jscan_buf_release(&buf);
	return !is_held;
}

const struct jscan_known *jscan_cache_known(struct jscan_cache *cache)
{
	cache->known.data = cache;
	/* Known facts are work too, unless they are left where they are. */
	cache->known.unknown =
		cache->is_lazy ? cache->unknown : cache->source->count;
	cache->known.find = find_known;
	cache->known.find_content = find_content;
	cache->known.keep = keep;
	return &cache->known;
}

bool jscan_cache_get_mark(const struct jscan_cache *cache, size_t index,
			  struct jscan_mark *mark, uint64_t *content)
{
	if (cache->states[index] == JSCAN_NOTE_UNREAD)
		return false;
	*mark = jscan_cache_get_note(cache, index)->mark;
	*content = jscan_cache_get_note(cache, index)->hash;
	return true;
}

bool jscan_cache_has_facts(const struct jscan_cache *cache, size_t index)
{
	return jscan_cache_is_in_file(cache, index) ||
	       cache->states[index] == JSCAN_NOTE_SPILT;
}

bool jscan_cache_get_facts(struct jscan_cache *cache, size_t index,
			   struct jscan_facts *out, struct jscan_arena *arena)
{
	const struct jscan_cache_note *note =
		jscan_cache_get_note(cache, index);
	const char *bytes;

	if (cache->states[index] == JSCAN_NOTE_SPILT) {
		bytes = jscan_cache_writer_facts(&cache->writer, note, arena);
	} else {
		bytes = jscan_cache_file_next(&cache->file, note, arena);
	}
	if (bytes && jscan_facts_reread(out, bytes, note->len,
					cache->source->files[index].path,
					cache->categories, arena))
		return true;
	cache->is_odd = true;
	return false;
}

bool jscan_cache_get_stamp(const struct jscan_cache *cache, size_t index,
			   struct jscan_stamp *out)
{
	if (cache->source->id || !jscan_cache_is_in_file(cache, index) ||
	    !jscan_cache_get_note(cache, index)->has_stamp)
		return false;
	*out = jscan_cache_get_note(cache, index)->stamp;
	return true;
}

const char *jscan_cache_get_memory(struct jscan_cache *cache, size_t *len)
{
	return jscan_cache_file_memory(&cache->file, len);
}
