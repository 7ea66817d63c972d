/*
 * Writing the file: beside the real one, facts as they come, the list last; a
 * rename puts it in place.  Nothing is synced, since a file that is not whole
 * is not believed.
 *
 * The file beside has one name, and whoever writes to it holds its lock, so that
 * of two runs one writes, and one that is killed leaves nothing that the next
 * does not use again.
 */
#include "cache/file.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/file.h"
#include "base/hash.h"
#include "cache/header.h"

#define PIECE ((size_t)256 << 10)

void jscan_cache_writer_init(struct jscan_cache_writer *writer, int dir_fd,
			     const char *name, struct jscan_arena *arena)
{
	memset(writer, 0, sizeof(*writer));
	jscan_buf_init(&writer->buf);
	writer->dir_fd = dir_fd;
	writer->fd = -1;
	writer->name = name;
	writer->beside = jscan_arena_printf(arena, "%s.new", name);
	writer->at = sizeof(struct jscan_cache_header);
}

static bool write_at(int fd, const void *bytes, size_t len, uint64_t offset)
{
	const char *at = bytes;

	while (len) {
		ssize_t put = pwrite(fd, at, len, (off_t)offset);

		if (put < 0 && errno == EINTR)
			continue;
		if (put <= 0)
			return false;
		at += put;
		offset += (uint64_t)put;
		len -= (size_t)put;
	}
	return true;
}

/* Ours is the file that still has the name: the last owner may have moved it. */
static bool take(int fd, int dir_fd, const char *name)
{
	struct stat open, named;

	return jscan_file_lock(fd, LOCK_EX | LOCK_NB) == 0 &&
	       fstat(fd, &open) == 0 &&
	       fstatat(dir_fd, name, &named, AT_SYMLINK_NOFOLLOW) == 0 &&
	       open.st_ino == named.st_ino && open.st_dev == named.st_dev &&
	       S_ISREG(open.st_mode) && open.st_uid == geteuid() &&
	       open.st_nlink == 1;
}

bool jscan_cache_writer_begin(struct jscan_cache_writer *writer)
{
	struct stat stat;
	int fd = jscan_file_open(
		writer->dir_fd, writer->beside,
		O_RDWR | O_CREAT | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC, 0600);

	if (fd < 0)
		return false;
	/* A byte written is what brings the time up to date. */
	if (!take(fd, writer->dir_fd, writer->beside) ||
	    fchmod(fd, 0600) < 0 || ftruncate(fd, 0) < 0 ||
	    !write_at(fd, "", 1, 0) || fstat(fd, &stat) < 0) {
		close(fd);
		return false;
	}
	writer->since = stat.st_mtim;
	writer->fd = fd;
	return true;
}

static void flush(struct jscan_cache_writer *writer)
{
	if (!write_at(writer->fd, writer->buf.data, writer->buf.len,
		      writer->at))
		writer->has_failed = true;
	writer->at += writer->buf.len;
	jscan_buf_clear(&writer->buf);
}

static void put(struct jscan_cache_writer *writer, const void *bytes,
		size_t len)
{
	jscan_buf_add(&writer->buf, bytes, len);
	if (writer->fd >= 0 && writer->buf.len > PIECE)
		flush(writer);
}

/* Where what is put next is going to stand. */
static uint64_t place(const struct jscan_cache_writer *writer)
{
	return writer->at + writer->buf.len;
}

void jscan_cache_writer_add(struct jscan_cache_writer *writer,
			    struct jscan_cache_note *note, const char *facts,
			    size_t len)
{
	note->offset = place(writer);
	note->len = (uint32_t)len;
	note->hash = jscan_hash_bytes(facts, len);
	put(writer, facts, len);
}

const char *jscan_cache_writer_facts(struct jscan_cache_writer *writer,
				     const struct jscan_cache_note *note,
				     struct jscan_arena *arena)
{
	const char *bytes;

	if (note->offset >= writer->at)
		bytes = jscan_arena_strndup(
			arena,
			writer->buf.data + (note->offset - writer->at),
			note->len);
	else
		bytes = jscan_cache_window_get(&writer->window, writer->fd,
					       note->offset, note->len,
					       writer->at, arena);
	return bytes && jscan_hash_bytes(bytes, note->len) == note->hash
		       ? bytes
		       : NULL;
}

/* Bytes that are hashed on their way. */
struct part {
	struct jscan_cache_writer *writer;
	struct jscan_hash hash;
};

static int put_part(void *data, const char *bytes, size_t len)
{
	struct part *part = data;

	jscan_hash_add(&part->hash, bytes, len);
	put(part->writer, bytes, len);
	return 0;
}

static void begin_part(struct part *part, struct jscan_cache_writer *writer)
{
	part->writer = writer;
	jscan_hash_init(&part->hash);
}

/* A part that others make. */
static void put_made(struct part *part, struct jscan_cache_writer *writer,
		     const struct jscan_cache_memory *made)
{
	struct jscan_buf out;

	begin_part(part, writer);
	jscan_buf_init_writer(&out, put_part, part);
	if (made)
		made->write(&out, made->data);
	jscan_buf_flush(&out);
	jscan_buf_release(&out);
}

static void put_memory(struct jscan_cache_header *header,
		       struct jscan_cache_writer *writer,
		       const struct jscan_cache_memory *memory)
{
	struct part part;

	header->memory = place(writer);
	put_made(&part, writer, memory);
	header->memory_bytes = part.hash.len;
	header->memory_hash = jscan_hash_end(&part.hash);
}

static void put_folders(struct jscan_cache_header *header,
			struct jscan_cache_writer *writer,
			const struct jscan_cache_memory *folders)
{
	struct part part;

	put_made(&part, writer, folders);
	header->folders_bytes = part.hash.len;
	header->folders_hash = jscan_hash_end(&part.hash);
}

/* The notes, then their paths. */
static void put_list(struct jscan_cache_header *header,
		     struct jscan_cache_writer *writer,
		     const struct jscan_cache_row *rows, size_t count)
{
	struct part part;

	header->index = place(writer);
	header->count = count;
	begin_part(&part, writer);
	for (size_t i = 0; i < count; i++) {
		rows[i].note->path = (uint32_t)header->paths_bytes;
		header->paths_bytes += strlen(rows[i].path) + 1;
		put_part(&part, (const char *)rows[i].note,
			 sizeof(*rows[i].note));
	}
	for (size_t i = 0; i < count; i++)
		put_part(&part, rows[i].path, strlen(rows[i].path) + 1);
	header->index_hash = jscan_hash_end(&part.hash);
}

void jscan_cache_writer_finish(struct jscan_cache_writer *writer,
			       const struct jscan_cache_rest *rest,
			       uint64_t key)
{
	struct jscan_cache_header header;

	/* No hole in the header, which is hashed. */
	memset(&header, 0, sizeof(header));
	memcpy(header.magic, JSCAN_CACHE_MAGIC, sizeof(header.magic));
	header.version = JSCAN_CACHE_VERSION;
	header.note_bytes = sizeof(struct jscan_cache_note);
	header.key = key;
	put_memory(&header, writer, rest->memory);
	put_folders(&header, writer, rest->folders);
	/* Records are read where they lie. */
	while (place(writer) % 8)
		put(writer, "", 1);
	put_list(&header, writer, rest->rows, rest->count);
	header.bytes = place(writer);
	header.hash = jscan_cache_header_hash(&header);
	flush(writer);
	if (!writer->has_failed &&
	    write_at(writer->fd, &header, sizeof(header), 0) &&
	    renameat(writer->dir_fd, writer->beside, writer->dir_fd,
		     writer->name) == 0)
		writer->beside = NULL;
}

void jscan_cache_writer_release(struct jscan_cache_writer *writer)
{
	if (writer->fd >= 0) {
		if (writer->beside)
			unlinkat(writer->dir_fd, writer->beside, 0);
		close(writer->fd);
	}
	writer->fd = -1;
	free(writer->window.bytes);
	memset(&writer->window, 0, sizeof(writer->window));
	jscan_buf_release(&writer->buf);
}
