/*
 * Reading the file: the header and the list of notes at once, facts as they are
 * asked for.  Nothing is mapped, so that a file that somebody cuts short gives
 * a hash that does not fit and no signal.
 */
#include "cache/file.h"

#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/file.h"
#include "base/hash.h"
#include "cache/header.h"

#define WINDOW_BYTES ((size_t)16 << 10)
#define MOST_BYTES ((uint64_t)4 << 30)

uint64_t jscan_cache_header_hash(const struct jscan_cache_header *header)
{
	return jscan_hash_bytes((const char *)header,
				offsetof(struct jscan_cache_header, hash));
}

/* The user's own, and nobody else can have written to it. */
static bool is_trusted(int fd, uint64_t *bytes)
{
	struct stat stat;

	if (fstat(fd, &stat) < 0 || !S_ISREG(stat.st_mode) ||
	    stat.st_uid != geteuid() || stat.st_mode & 022)
		return false;
	*bytes = (uint64_t)stat.st_size;
	return true;
}

static bool fits(const struct jscan_cache_header *header, uint64_t bytes,
		 uint64_t key)
{
	return !memcmp(header->magic, JSCAN_CACHE_MAGIC,
		       sizeof(header->magic)) &&
	       header->version == JSCAN_CACHE_VERSION &&
	       header->note_bytes == sizeof(struct jscan_cache_note) &&
	       header->hash == jscan_cache_header_hash(header) &&
	       header->key == key && header->bytes == bytes &&
	       bytes < MOST_BYTES &&
	       header->count <= bytes / sizeof(struct jscan_cache_note) &&
	       header->paths_bytes <= bytes && header->index <= bytes &&
	       header->memory <= header->index &&
	       header->memory >= sizeof(*header) &&
	       header->memory_bytes <= header->index - header->memory &&
	       header->folders_bytes <= header->index - header->memory -
						header->memory_bytes &&
	       bytes - header->index ==
		       header->count * sizeof(struct jscan_cache_note) +
			       header->paths_bytes;
}

/* Each path ends, and they are in order; facts lie before the list. */
static bool is_index_sound(const struct jscan_cache_file *file,
			   const struct jscan_cache_header *header)
{
	uint64_t paths_bytes = header->paths_bytes;

	if (file->count && (!paths_bytes || file->paths[paths_bytes - 1]))
		return false;
	for (size_t i = 0; i < file->count; i++) {
		const struct jscan_cache_note *note = &file->notes[i];

		if (note->path >= paths_bytes ||
		    note->offset > header->memory ||
		    note->len > header->memory - note->offset ||
		    note->offset < sizeof(*header))
			return false;
		if (i && strcmp(jscan_cache_file_path(file, i - 1),
				jscan_cache_file_path(file, i)) >= 0)
			return false;
	}
	return true;
}

static uint64_t hash_part(const char *bytes, size_t len)
{
	struct jscan_hash hash;

	jscan_hash_init(&hash);
	jscan_hash_add(&hash, bytes, len);
	return jscan_hash_end(&hash);
}

static bool read_index(struct jscan_cache_file *file,
		       const struct jscan_cache_header *header)
{
	size_t len = (size_t)(file->bytes - header->index);

	file->index = jscan_alloc(len);
	file->count = (size_t)header->count;
	file->notes = (struct jscan_cache_note *)(void *)file->index;
	file->paths = file->index + file->count * sizeof(*file->notes);
	file->facts_bytes = header->memory;
	file->memory_bytes = header->memory_bytes;
	file->memory_hash = header->memory_hash;
	file->folders_bytes = header->folders_bytes;
	file->folders_hash = header->folders_hash;
	return jscan_file_read_at(file->fd, file->index, len, header->index) &&
	       hash_part(file->index, len) == header->index_hash &&
	       is_index_sound(file, header);
}

const char *jscan_cache_window_get(struct jscan_cache_window *window, int fd,
				   uint64_t offset, size_t len, uint64_t end,
				   struct jscan_arena *arena)
{
	if (offset < window->at || len > window->len ||
	    offset - window->at > window->len - len) {
		if (!window->bytes)
			window->bytes = jscan_alloc(WINDOW_BYTES);
		window->len = 0;
		window->at = offset;
		if (end - offset > WINDOW_BYTES)
			end = offset + WINDOW_BYTES;
		if (len > end - offset) {
			char *copy = jscan_arena_alloc(arena, len);

			return jscan_file_read_at(fd, copy, len, offset) ? copy
									 : NULL;
		}
		if (!jscan_file_read_at(fd, window->bytes,
					(size_t)(end - offset), offset))
			return NULL;
		window->len = (size_t)(end - offset);
	}
	return jscan_arena_strndup(
		arena, window->bytes + (offset - window->at), len);
}

void jscan_cache_file_open(struct jscan_cache_file *file, int dir_fd,
			   const char *name, uint64_t key)
{
	struct jscan_cache_header header;

	memset(file, 0, sizeof(*file));
	file->fd = jscan_file_open(
		dir_fd, name, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC,
		0);
	if (file->fd < 0)
		return;
	if (!is_trusted(file->fd, &file->bytes) ||
	    !jscan_file_read_at(file->fd, &header, sizeof(header), 0) ||
	    !fits(&header, file->bytes, key) || !read_index(file, &header))
		jscan_cache_file_close(file);
	else
		file->is_there = true;
}

void jscan_cache_file_close(struct jscan_cache_file *file)
{
	if (file->fd >= 0)
		close(file->fd);
	free(file->index);
	free(file->facts);
	free(file->memory);
	free(file->folders);
	free(file->window.bytes);
	memset(file, 0, sizeof(*file));
	file->fd = -1;
}

const char *jscan_cache_file_path(const struct jscan_cache_file *file,
				  size_t index)
{
	return file->paths + file->notes[index].path;
}

void jscan_cache_file_load(struct jscan_cache_file *file)
{
	size_t len = (size_t)file->facts_bytes, ignored;

	if (file->fd < 0)
		return;
	/* The file is closed then. */
	jscan_cache_file_memory(file, &ignored);
	jscan_cache_file_folders(file, &ignored);
	file->facts = jscan_alloc(len);
	if (jscan_file_read_at(file->fd, file->facts, len, 0)) {
		close(file->fd); /* some systems give us few descriptors */
		file->fd = -1;
		return;
	}
	free(file->facts);
	file->facts = NULL;
}

/* A part of the file, read once and kept at *part; NULL for none. */
static const char *read_part(const struct jscan_cache_file *file, char **part,
			     uint64_t offset, uint64_t len, uint64_t hash)
{
	if (!*part && len && file->fd >= 0) {
		*part = jscan_alloc((size_t)len);
		if (!jscan_file_read_at(file->fd, *part, (size_t)len, offset) ||
		    hash_part(*part, (size_t)len) != hash) {
			free(*part);
			*part = NULL;
		}
	}
	return *part;
}

const char *jscan_cache_file_memory(struct jscan_cache_file *file, size_t *len)
{
	*len = (size_t)file->memory_bytes;
	return read_part(file, &file->memory, file->facts_bytes,
			 file->memory_bytes, file->memory_hash);
}

const char *jscan_cache_file_folders(struct jscan_cache_file *file, size_t *len)
{
	*len = (size_t)file->folders_bytes;
	return read_part(file, &file->folders,
			 file->facts_bytes + file->memory_bytes,
			 file->folders_bytes, file->folders_hash);
}

const char *jscan_cache_file_next(struct jscan_cache_file *file,
				  const struct jscan_cache_note *note,
				  struct jscan_arena *arena)
{
	const char *bytes;

	if (file->facts)
		return jscan_cache_file_facts(file, note, arena);
	bytes = jscan_cache_window_get(&file->window, file->fd, note->offset,
				       note->len, file->facts_bytes, arena);
	return bytes && jscan_hash_bytes(bytes, note->len) == note->hash
		       ? bytes
		       : NULL;
}

const char *jscan_cache_file_facts(const struct jscan_cache_file *file,
				   const struct jscan_cache_note *note,
				   struct jscan_arena *arena)
{
	const char *bytes;

	if (file->facts) {
		bytes = file->facts + note->offset;
	} else {
		char *copy = jscan_arena_alloc(arena, note->len);

		if (!jscan_file_read_at(file->fd, copy, note->len,
					note->offset))
			return NULL;
		bytes = copy;
	}
	return jscan_hash_bytes(bytes, note->len) == note->hash ? bytes : NULL;
}
