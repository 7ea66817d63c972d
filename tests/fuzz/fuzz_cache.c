/*
 * The file of a cache.  What nobody but a broken disk can write is refused by
 * its hashes; so that the reader behind them is reached, they are set right
 * here.  Then the facts of every note, and what is remembered beside them.
 */
#include "fuzz/fuzz.h"

#include <fcntl.h>
#include <stdio.h>
#include <unistd.h>

#include "base/hash.h"
#include "cache/facts_record.h"
#include "cache/file.h"
#include "cache/folders.h"
#include "cache/header.h"
#include "plan/memory.h"

#define KEY	   7
#define CATEGORIES 24

static char folder[256];
static int dir_fd = -1;

static void remove_folder(void)
{
	unlinkat(dir_fd, "cache", 0);
	rmdir(folder);
}

static void make_folder(void)
{
	const char *base = getenv("TMPDIR");

	snprintf(folder, sizeof(folder), "%s/fuzz-cache-XXXXXX",
		 base ? base : "/tmp");
	if (!mkdtemp(folder))
		abort();
	dir_fd = open(folder, O_RDONLY | O_DIRECTORY);
	atexit(remove_folder);
}

static uint64_t hash_part(const char *bytes, size_t len)
{
	struct jscan_hash hash;

	jscan_hash_init(&hash);
	jscan_hash_add(&hash, bytes, len);
	return jscan_hash_end(&hash);
}

/* The hashes of what the header names, where it names parts of the file. */
static void set_hashes(char *bytes, size_t size)
{
	struct jscan_cache_header header;
	uint64_t notes;

	memcpy(&header, bytes, sizeof(header));
	memcpy(header.magic, JSCAN_CACHE_MAGIC, sizeof(header.magic));
	header.version = JSCAN_CACHE_VERSION;
	header.note_bytes = sizeof(struct jscan_cache_note);
	header.key = KEY;
	header.bytes = size;
	header.count %= 8;
	header.index %= size + 1;
	notes = header.count * sizeof(struct jscan_cache_note);
	if (notes <= size - header.index)
		header.paths_bytes = size - header.index - notes;
	header.memory %= header.index + 1;
	header.memory_bytes %= header.index - header.memory + 1;
	header.memory_hash =
		hash_part(bytes + header.memory, header.memory_bytes);
	header.folders_bytes %=
		header.index - header.memory - header.memory_bytes + 1;
	header.folders_hash =
		hash_part(bytes + header.memory + header.memory_bytes,
			  header.folders_bytes);
	for (uint64_t i = 0; i < header.count && notes <= size - header.index;
	     i++) {
		char *at = bytes + header.index +
			   i * sizeof(struct jscan_cache_note);
		struct jscan_cache_note note;

		memcpy(&note, at, sizeof(note));
		if (note.offset <= size && note.len <= size - note.offset)
			note.hash =
				jscan_hash_bytes(bytes + note.offset, note.len);
		memcpy(at, &note, sizeof(note));
	}
	header.index_hash =
		hash_part(bytes + header.index, size - header.index);
	header.hash = jscan_cache_header_hash(&header);
	memcpy(bytes, &header, sizeof(header));
}

/* Each folder by its path, as one that has not changed. */
static void read_folders(struct jscan_cache_file *file,
			 struct jscan_arena *arena)
{
	struct jscan_cache_folders folders;
	struct jscan_buf buf;
	const char *bytes;
	size_t len;

	jscan_buf_init(&buf);
	jscan_cache_folders_init(&folders, (struct timespec){1, 0}, arena);
	bytes = jscan_cache_file_folders(file, &len);
	if (bytes)
		jscan_cache_folders_read(&folders, bytes, len);
	for (size_t i = 0; i < folders.old_count; i++)
		jscan_cache_folders_find(&folders,
					 folders.texts + folders.old[i].path,
					 &folders.old[i].stamp, &len);
	jscan_cache_folders_write(&buf, &folders);
	jscan_buf_release(&buf);
}

static void read_file(bool is_loaded)
{
	struct jscan_cache_file file;
	struct jscan_memory memory;
	struct jscan_arena arena;
	const char *bytes;
	size_t len;

	jscan_arena_init(&arena);
	jscan_cache_file_open(&file, dir_fd, "cache", KEY);
	if (is_loaded)
		jscan_cache_file_load(&file);
	for (size_t i = 0; i < file.count; i++) {
		const char *path = jscan_cache_file_path(&file, i);
		struct jscan_facts facts;

		bytes = jscan_cache_file_facts(&file, &file.notes[i], &arena);
		if (bytes)
			jscan_facts_reread(&facts, bytes, file.notes[i].len,
					   path, CATEGORIES, &arena);
	}
	read_folders(&file, &arena);
	bytes = jscan_cache_file_memory(&file, &len);
	if (bytes)
		jscan_memory_read(&memory, bytes, len, CATEGORIES, &arena);
	jscan_cache_file_close(&file);
	jscan_arena_release(&arena);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	uint8_t choice = take_choice(&data, &size);
	char *bytes = malloc(size + 1);
	int fd;

	if (dir_fd < 0)
		make_folder();
	memcpy(bytes, data, size);
	if (!(choice & 1) && size >= sizeof(struct jscan_cache_header))
		set_hashes(bytes, size);
	fd = openat(dir_fd, "cache", O_WRONLY | O_CREAT | O_TRUNC, 0600);
	if (fd < 0 || write(fd, bytes, size) != (ssize_t)size)
		abort();
	close(fd);
	read_file(choice & 2);
	free(bytes);
	return 0;
}
