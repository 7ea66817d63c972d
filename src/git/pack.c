/*
 * An object is found by the index beside its pack: 256 counts by first byte,
 * the names in order, and their places.  It is deflated as it is, or as the
 * difference to another one; a chain of those is followed down to its end and
 * then built up again.
 *
 * Every number in these files is doubted; what does not fit is left to libgit2.
 */
#include "git/pack.h"

#include <dirent.h>
#include <fcntl.h>
#include <stdint.h>
#include <string.h>
#include <unistd.h>
#include <zlib.h>

#include "base/file.h"
#include "base/file.h"
#include "git/bytes.h"
#include "git/delta.h"

#define MOST_PACKS 64
#define MOST_CHAIN 64 /* git makes 50 links at most */
#define MOST_BYTES ((size_t)256 << 20)
#define HEAD_BYTES 64 /* of an entry: size, and what it is based on */
#define PIECE	   ((size_t)16384)

#define TYPE_BY_OFFSET 6
#define TYPE_BY_NAME   7

struct entry {
	unsigned type;
	size_t size;
	uint64_t data; /* where it begins, deflated */
};

struct pack {
	int fd;
	const char *index; /* its path */
	struct entry chain[MOST_CHAIN];
	size_t depth;
};

/* The place of a name among those with the same first byte; -1: not there. */
static int64_t find_name(int fd, uint32_t first, uint32_t end,
			 const unsigned char *id)
{
	uint32_t low = first, high = end;

	while (low < high) {
		uint32_t middle = low + (high - low) / 2;
		unsigned char name[JSCAN_SHA1_BYTES];
		int order;

		if (!jscan_file_read_at(
			    fd, name, sizeof(name),
			    8 + 1024 + (uint64_t)middle * JSCAN_SHA1_BYTES))
			return -1;
		order = memcmp(name, id, sizeof(name));
		if (!order)
			return middle;
		if (order < 0)
			low = middle + 1;
		else
			high = middle;
	}
	return -1;
}

/* Where in the pack an object is; false: not in this one. */
static bool find_in_index(uint64_t *offset, int fd, const unsigned char *id)
{
	unsigned char head[8 + 1024], word[8];
	uint32_t first, end, count;
	uint64_t places;
	int64_t at;

	if (!jscan_file_read_at(fd, head, sizeof(head), 0) ||
	    memcmp(head, "\377tOc\0\0\0\2", 8))
		return false;
	first = id[0] ? jscan_get32(head + 8 + (size_t)4 * (id[0] - 1U)) : 0;
	end = jscan_get32(head + 8 + (size_t)4 * id[0]);
	count = jscan_get32(head + 8 + (size_t)4 * 255);
	if (first > end || end > count)
		return false;
	at = find_name(fd, first, end, id);
	if (at < 0)
		return false;
	/* Behind the names stand checksums, places, and those past 2 GiB. */
	places = 8 + 1024 + (uint64_t)count * (JSCAN_SHA1_BYTES + 4);
	if (!jscan_file_read_at(fd, word, 4, places + 4 * (uint64_t)at))
		return false;
	*offset = jscan_get32(word);
	if (*offset >> 31) {
		uint64_t large = *offset & 0x7fffffff;

		if (!jscan_file_read_at(fd, word, 8,
					places + 4 * (uint64_t)count +
						8 * large))
			return false;
		*offset = (uint64_t)jscan_get32(word) << 32 |
			  jscan_get32(word + 4);
	}
	return true;
}

static int open_file(const char *path)
{
	return jscan_file_open(AT_FDCWD, path,
			       O_RDONLY | O_CLOEXEC | O_NONBLOCK, 0);
}

static bool find_by_path(uint64_t *offset, const char *index,
			 const unsigned char *id)
{
	int fd = open_file(index);
	bool is_found;

	if (fd < 0)
		return false;
	is_found = find_in_index(offset, fd, id);
	close(fd);
	return is_found;
}

/* How far before `offset` the base is: as in an index, see git/index.c. */
static bool read_distance(uint64_t *out, const unsigned char *head, size_t *at)
{
	uint64_t value = 0;

	for (int i = 0; i < 8; i++) {
		unsigned char byte = head[(*at)++];

		value = value << 7 | (byte & 127);
		if (!(byte & 128)) {
			*out = value;
			return true;
		}
		value++;
	}
	return false;
}

/* Reads the head of an entry; *base is where its base is, 0 for none. */
static bool read_head(struct entry *out, uint64_t *base, struct pack *pack,
		      uint64_t offset)
{
	unsigned char head[HEAD_BYTES] = {0};
	uint64_t size, distance;
	unsigned shift = 4;
	size_t at = 0;

	/* Less where the pack ends; its own hash of 20 bytes stands there. */
	if (pread(pack->fd, head, sizeof(head), (off_t)offset) <= 0)
		return false;
	*base = 0;
	size = head[0] & 15;
	out->type = head[0] >> 4 & 7;
	while (head[at++] & 128) {
		if (shift > 40)
			return false;
		size |= (uint64_t)(head[at] & 127) << shift;
		shift += 7;
	}
	if (size > MOST_BYTES)
		return false;
	out->size = (size_t)size;
	if (out->type == TYPE_BY_OFFSET) {
		if (!read_distance(&distance, head, &at) || !distance ||
		    distance >= offset)
			return false;
		*base = offset - distance;
	} else if (out->type == TYPE_BY_NAME) {
		if (!find_by_path(base, pack->index, head + at) || !*base)
			return false;
		at += JSCAN_SHA1_BYTES;
	}
	out->data = offset + at;
	return true;
}

/* Inflates what begins at entry->data; it must be of exactly its size. */
static bool inflate_entry(struct jscan_buf *out, const struct pack *pack,
			  const struct entry *entry)
{
	unsigned char in[PIECE], piece[PIECE];
	uint64_t at = entry->data;
	size_t start = out->len;
	z_stream stream = {0};
	int status = Z_OK;

	if (inflateInit(&stream) != Z_OK)
		jscan_out_of_memory();
	while (status == Z_OK) {
		if (!stream.avail_in) {
			ssize_t got =
				pread(pack->fd, in, sizeof(in), (off_t)at);

			if (got <= 0)
				break;
			at += (uint64_t)got;
			stream.next_in = in;
			stream.avail_in = (uInt)got;
		}
		stream.next_out = piece;
		stream.avail_out = sizeof(piece);
		status = inflate(&stream, Z_NO_FLUSH);
		jscan_buf_add(out, (const char *)piece,
			      sizeof(piece) - stream.avail_out);
		if (out->len - start > entry->size)
			break;
	}
	inflateEnd(&stream);
	return status == Z_STREAM_END && out->len - start == entry->size;
}

/* From the last of the chain, which is whole, back to what was asked for. */
static bool build(struct jscan_buf *out, struct pack *pack)
{
	struct jscan_buf difference, next;
	bool is_sound = inflate_entry(out, pack, &pack->chain[--pack->depth]);

	jscan_buf_init(&difference);
	jscan_buf_init(&next);
	while (is_sound && pack->depth) {
		struct jscan_buf old = *out;

		jscan_buf_clear(&difference);
		jscan_buf_clear(&next);
		is_sound =
			inflate_entry(&difference, pack,
				      &pack->chain[--pack->depth]) &&
			jscan_delta_apply(&next, out, &difference, MOST_BYTES);
		*out = next;
		next = old;
	}
	jscan_buf_release(&difference);
	jscan_buf_release(&next);
	return is_sound;
}

static enum jscan_pack_result read_entry(struct jscan_buf *out, unsigned *type,
					 struct pack *pack, uint64_t offset,
					 size_t most)
{
	enum jscan_pack_result result = JSCAN_PACK_UNKNOWN;
	struct jscan_buf bytes;
	uint64_t base = offset;

	while (base) {
		if (pack->depth == MOST_CHAIN ||
		    !read_head(&pack->chain[pack->depth], &base, pack, offset))
			return JSCAN_PACK_UNKNOWN;
		pack->depth++;
		offset = base;
	}
	*type = pack->chain[pack->depth - 1].type;
	if (*type < 1 || *type > 4)
		return JSCAN_PACK_UNKNOWN;
	if (pack->depth == 1 && pack->chain[0].size > most)
		return JSCAN_PACK_TOO_BIG;
	jscan_buf_init(&bytes);
	if (build(&bytes, pack)) {
		result = JSCAN_PACK_TOO_BIG;
		if (bytes.len <= most) {
			jscan_buf_add(out, bytes.len ? bytes.data : "",
				      bytes.len);
			result = JSCAN_PACK_FOUND;
		}
	}
	jscan_buf_release(&bytes);
	return result;
}

static bool is_index(const char *name)
{
	size_t len = strlen(name);

	return !strncmp(name, "pack-", 5) && len > 4 &&
	       !strcmp(name + len - 4, ".idx");
}

/* Looks into the pack whose index is `name`. */
static enum jscan_pack_result look(struct jscan_buf *out, unsigned *type,
				   const char *folder, const char *name,
				   const unsigned char *id, size_t most,
				   struct jscan_arena *arena)
{
	enum jscan_pack_result result = JSCAN_PACK_UNKNOWN;
	const char *index = jscan_arena_printf(arena, "%s/%s", folder, name);
	struct pack pack = {.index = index};
	uint64_t offset;

	if (!find_by_path(&offset, index, id) || !offset)
		return result;
	pack.fd = open_file(jscan_arena_printf(arena, "%.*s.pack",
					       (int)strlen(index) - 4, index));
	if (pack.fd >= 0) {
		result = read_entry(out, type, &pack, offset, most);
		close(pack.fd);
	}
	return result;
}

enum jscan_pack_result
jscan_packs_read(struct jscan_buf *out, unsigned *type, const char *folder,
		 const unsigned char id[JSCAN_SHA1_BYTES], size_t most_bytes,
		 struct jscan_arena *arena)
{
	enum jscan_pack_result result = JSCAN_PACK_UNKNOWN;
	DIR *dir = opendir(folder);
	struct dirent *item;
	int count = 0;

	if (!dir)
		return result;
	while (result == JSCAN_PACK_UNKNOWN && count < MOST_PACKS &&
	       (item = readdir(dir))) {
		if (!is_index(item->d_name))
			continue;
		count++;
		result = look(out, type, folder, item->d_name, id, most_bytes,
			      arena);
	}
	closedir(dir);
	return result;
}
