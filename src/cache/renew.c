/*
 * The file made anew, of what was read now and what the old file has.
 *
 * Writing a MiB costs some eight times what reading a note does.  Nobody knows
 * how often the notes that changed are going to be read again, so a file is
 * written anew when that takes four times as long as they took this once.
 */
#include <stdlib.h>
#include <string.h>

#include "cache/internal.h"

#define REREAD_BYTES ((uint64_t)1 << 19) /* rewritten for one note more */
#define REPLAN_BYTES ((uint64_t)1 << 15) /* the same, of one only planned */
#define RELIST_BYTES ((uint64_t)1 << 16) /* of a folder listed again */

static bool is_worth_writing(const struct jscan_cache *cache, size_t others)
{
	uint64_t cost = cache->changed * REREAD_BYTES + others * REPLAN_BYTES +
			cache->folders.new_count * RELIST_BYTES;

	if (cache->is_read_only)
		return false;
	if (!cache->file.is_there || cache->is_odd)
		return cache->source->count;
	return cost && cost >= cache->file.bytes;
}

bool jscan_cache_begin_writing(struct jscan_cache *cache, size_t others)
{
	if (!is_worth_writing(cache, others) ||
	    !jscan_cache_open_folder(cache, true))
		return false;
	cache->writer.dir_fd = cache->dir_fd;
	return jscan_cache_writer_begin(&cache->writer);
}

static int compare_rows(const void *left, const void *right)
{
	const struct jscan_cache_row *a = left, *b = right;

	return strcmp(a->path, b->path);
}

/* Notes that are in the file and not in git's index are kept for next time. */
static size_t add_others(struct jscan_cache *cache,
			 struct jscan_cache_row *rows, size_t count)
{
	const struct jscan_cache_file *file = &cache->file;
	unsigned char *is_taken =
		jscan_arena_array(&cache->arena, file->count, 1);
	size_t first = count;

	for (size_t i = 0; i < cache->source->count; i++) {
		if (cache->old[i])
			is_taken[cache->old[i] - 1] = 1;
	}
	for (size_t i = 0; i < file->count; i++) {
		struct jscan_cache_row row = {jscan_cache_file_path(file, i),
					      &file->notes[i], true};

		if (!is_taken[i])
			rows[count++] = row;
	}
	if (count > first)
		qsort(rows, count, sizeof(*rows), compare_rows);
	return count;
}

static size_t list_rows(struct jscan_cache *cache, struct jscan_cache_row *rows)
{
	size_t count = 0;

	for (size_t i = 0; i < cache->source->count; i++) {
		struct jscan_cache_row row = {cache->source->files[i].raw_path,
					      jscan_cache_get_note(cache, i),
					      jscan_cache_is_in_file(cache, i)};

		if (cache->states[i] != JSCAN_NOTE_UNREAD)
			rows[count++] = row;
	}
	return cache->source->id ? add_others(cache, rows, count) : count;
}

/* Who did not look at any folder leaves what is known of them. */
static void write_folders(struct jscan_buf *out, const void *data)
{
	/* Reading a part of the file keeps its bytes there. */
	struct jscan_cache *cache = (struct jscan_cache *)(uintptr_t)data;
	const char *bytes;
	size_t len;

	if (cache->has_listings) {
		jscan_cache_folders_write(out, &cache->folders);
		return;
	}
	bytes = jscan_cache_file_folders(&cache->file, &len);
	if (bytes)
		jscan_buf_add(out, bytes, len);
}

/* Facts of the old file; a note whose facts are spoilt is left out. */
static size_t copy_old(struct jscan_cache *cache, struct jscan_cache_row *rows,
		       size_t count)
{
	struct jscan_arena scratch;
	size_t kept = 0;

	jscan_arena_init(&scratch);
	for (size_t i = 0; i < count; i++) {
		struct jscan_cache_note *note = rows[i].note;

		if (rows[i].is_old) {
			const char *bytes = jscan_cache_file_next(
				&cache->file, note, &scratch);

			if (!bytes)
				continue;
			jscan_cache_writer_add(&cache->writer, note, bytes,
					       note->len);
			jscan_arena_clear(&scratch);
		}
		rows[kept++] = rows[i];
	}
	jscan_arena_release(&scratch);
	return kept;
}

static void write_file(struct jscan_cache *cache,
		       const struct jscan_cache_memory *memory)
{
	size_t most = cache->source->count +
		      (cache->source->id ? cache->file.count : 0);
	struct jscan_cache_row *rows =
		jscan_arena_array(&cache->arena, most, sizeof(*rows));
	struct jscan_cache_memory folders = {write_folders, cache};
	struct jscan_cache_rest rest = {
		.memory = memory, .folders = &folders, .rows = rows};

	rest.count = copy_old(cache, rows, list_rows(cache, rows));
	jscan_cache_writer_finish(&cache->writer, &rest, cache->key);
}

bool jscan_cache_is_to_be_written(struct jscan_cache *cache, size_t others)
{
	return cache->writer.fd >= 0 ||
	       jscan_cache_begin_writing(cache, others);
}

void jscan_cache_end(struct jscan_cache *cache,
		     const struct jscan_cache_memory *memory)
{
	if (jscan_cache_is_to_be_written(cache, 0))
		write_file(cache, memory);
	jscan_cache_writer_release(&cache->writer);
}
