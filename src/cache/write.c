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

void jscan_cache_writer_add(struct jscan_cache_writer *writer,
			    struct jscan_cache_note *note, const char *facts,
			    size_t len)
{
	note->offset = writer->at + writer->buf.len;
	note->len = (uint32_t)len;
	note->hash = jscan_hash_bytes(facts, len);
	jscan_buf_add(&writer->buf, facts, len);
	if (writer->fd >= 0 && writer->buf.len > PIECE)
		flush(writer);
}

void jscan_cache_writer_finish(struct jscan_cache_writer *writer,
			       const struct jscan_cache_note *notes,
			       size_t count, const struct jscan_buf *paths,
			       const struct jscan_buf *memory, uint64_t key)
{
	struct jscan_cache_header header;
	struct jscan_buf *buf = &writer->buf;
	size_t start;

	/* No hole in the header, which is hashed. */
	memset(&header, 0, sizeof(header));
	memcpy(header.magic, JSCAN_CACHE_MAGIC, sizeof(header.magic));
	header.version = JSCAN_CACHE_VERSION;
	header.note_bytes = sizeof(*notes);
	header.key = key;
	header.memory = writer->at + buf->len;
	header.memory_bytes = memory->len;
	header.memory_hash =
		jscan_hash_bytes(memory->len ? memory->data : "", memory->len);
	jscan_buf_add(buf, memory->len ? memory->data : "", memory->len);
	/* Records are read where they lie. */
	while ((writer->at + buf->len) % 8)
		jscan_buf_addc(buf, '\0');
	start = buf->len;
	header.index = writer->at + start;
	header.count = count;
	header.paths_bytes = paths->len;
	jscan_buf_add(buf, (const char *)notes, count * sizeof(*notes));
	jscan_buf_add(buf, paths->len ? paths->data : "", paths->len);
	header.index_hash =
		jscan_hash_bytes(buf->len > start ? buf->data + start : "",
				 buf->len - start);
	header.bytes = writer->at + buf->len;
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
	jscan_buf_release(&writer->buf);
}
