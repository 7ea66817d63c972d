/*
 * The bytes are cut behind lines that look a certain way, so that the cuts move
 * with the text around them and a change is a change to one piece or two.  A
 * piece is deflated without regard to those before it and ends on a whole byte:
 * pieces put side by side are a stream, whatever was between them (RFC 1951).
 *
 * The file is a header, a row for each piece, and the deflated pieces in the
 * same order.  Only this machine reads it, so numbers are as it has them.  A
 * piece is known by the SHA-1 of its bytes, as all that git stores is.
 */
#include "git/pieces.h"

#include <fcntl.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>
#include <zlib.h>

#include "base/arena.h"
#include "base/file.h"
#include "base/hash.h"
#include "base/sha1.h"
#include "git/bytes.h"

#define FEWEST_BYTES ((size_t)4096) /* of a piece but the last */
#define MOST_BYTES   ((size_t)65536)
#define ONE_LINE_IN  128
#define MOST_FILE    ((size_t)256 << 20)

static const char magic[8] = "jscnpc1";

struct row {
	unsigned char name[JSCAN_SHA1_BYTES];
	uint32_t len;
	uint32_t deflated;
	uint32_t adler;
};

struct header {
	char magic[8];
	uint64_t hash; /* of all behind the header */
	uint64_t count;
};

/* The pieces of the last time. */
struct known {
	struct jscan_buf file;
	const struct row *rows;
	size_t count;
	const char **starts; /* of the deflated pieces */
	uint32_t *slots;     /* numbers of rows + 1, by name */
	size_t mask;
};

struct stream {
	struct jscan_buf *out;
	struct known known;
	struct jscan_buf rows; /* of this time */
	struct jscan_buf deflated;
	z_stream deflater;
	bool has_deflater;
	bool is_new; /* some piece was not known */
	uLong adler;
};

static size_t slot_of(const struct known *known, const unsigned char *name)
{
	return jscan_get32(name) & known->mask;
}

static const struct row *find(const struct known *known,
			      const unsigned char *name, const char **start)
{
	size_t slot;

	if (!known->count)
		return NULL;
	for (slot = slot_of(known, name); known->slots[slot];
	     slot = (slot + 1) & known->mask) {
		size_t at = known->slots[slot] - 1;

		if (memcmp(known->rows[at].name, name, JSCAN_SHA1_BYTES))
			continue;
		*start = known->starts[at];
		return &known->rows[at];
	}
	return NULL;
}

/* Rows and pieces fill the file exactly. */
static bool is_sound(const struct known *known, const char *at, const char *end)
{
	for (size_t i = 0; i < known->count; i++) {
		if (known->rows[i].deflated > (size_t)(end - at) ||
		    known->rows[i].len > MOST_BYTES)
			return false;
		at += known->rows[i].deflated;
	}
	return at == end;
}

static bool parse(struct known *known)
{
	const char *bytes = known->file.data;
	const char *end = bytes + known->file.len;
	struct header header;

	if (known->file.len < sizeof(header))
		return false;
	memcpy(&header, bytes, sizeof(header));
	bytes += sizeof(header);
	if (memcmp(header.magic, magic, sizeof(magic)) ||
	    header.count > (size_t)(end - bytes) / sizeof(struct row) ||
	    header.hash != jscan_hash_bytes(bytes, (size_t)(end - bytes)))
		return false;
	known->count = (size_t)header.count;
	known->rows = (const struct row *)(const void *)bytes;
	return is_sound(known, bytes + known->count * sizeof(struct row), end);
}

static void make_table(struct known *known)
{
	const char *at = (const char *)(known->rows + known->count);
	size_t size = 16;

	while (size < 2 * known->count)
		size *= 2;
	known->mask = size - 1;
	known->slots = jscan_alloc(size * sizeof(*known->slots));
	known->starts = jscan_alloc(known->count * sizeof(*known->starts));
	memset(known->slots, 0, size * sizeof(*known->slots));
	for (size_t i = 0; i < known->count; i++) {
		size_t slot = slot_of(known, known->rows[i].name);

		while (known->slots[slot])
			slot = (slot + 1) & known->mask;
		known->slots[slot] = (uint32_t)i + 1;
		known->starts[i] = at;
		at += known->rows[i].deflated;
	}
}

/* The user's own, and nobody else can have written to it. */
static bool is_trusted(const struct stat *st)
{
	return st->st_uid == geteuid() && !(st->st_mode & 022);
}

static void read_known(struct known *known, int dir_fd, const char *name)
{
	struct stat st;

	jscan_buf_init(&known->file);
	if (jscan_git_read_file(&known->file, dir_fd, name, MOST_FILE, &st) <
		    0 ||
	    !is_trusted(&st) || !parse(known))
		known->count = 0;
	if (known->count)
		make_table(known);
}

/* How long the piece at `bytes` is. */
static size_t find_cut(const char *bytes, size_t len)
{
	size_t most = len < MOST_BYTES ? len : MOST_BYTES;
	const char *at = bytes + FEWEST_BYTES;

	if (len <= FEWEST_BYTES)
		return len;
	while ((at = memchr(at, '\n', most - (size_t)(at - bytes)))) {
		uint64_t word;

		/* What the line ends in; any other part would do. */
		memcpy(&word, at - sizeof(word), sizeof(word));
		at++;
		if ((word * UINT64_C(0x9e3779b97f4a7c15)) >> 32 <=
		    UINT32_MAX / ONE_LINE_IN)
			return (size_t)(at - bytes);
	}
	return most;
}

static void deflate_piece(struct stream *stream, const char *bytes, size_t len)
{
	z_stream *deflater = &stream->deflater;
	char chunk[16384];
	union {
		const char *in;
		unsigned char *out;
	} next = {bytes};

	/* As git's own level for single objects. */
	if (stream->has_deflater)
		deflateReset(deflater);
	else if (deflateInit2(deflater, Z_BEST_SPEED, Z_DEFLATED, -MAX_WBITS, 8,
			      Z_DEFAULT_STRATEGY) != Z_OK)
		jscan_out_of_memory();
	stream->has_deflater = true;
	deflater->next_in = next.out; /* zlib does not write to it */
	deflater->avail_in = (uInt)len;
	do {
		deflater->next_out = (unsigned char *)chunk;
		deflater->avail_out = sizeof(chunk);
		deflate(deflater, Z_FULL_FLUSH);
		jscan_buf_add(&stream->deflated, chunk,
			      sizeof(chunk) - deflater->avail_out);
	} while (!deflater->avail_out);
}

static void add_piece(struct stream *stream, const char *bytes, size_t len)
{
	size_t start = stream->deflated.len;
	const struct row *old;
	const char *deflated;
	struct jscan_sha1 sha1;
	struct row row;

	memset(&row, 0, sizeof(row));
	jscan_sha1_init(&sha1);
	jscan_sha1_add(&sha1, bytes, len);
	jscan_sha1_finish(&sha1, row.name);
	old = find(&stream->known, row.name, &deflated);
	if (old) {
		row = *old;
		jscan_buf_add(&stream->deflated, deflated, old->deflated);
	} else {
		stream->is_new = true;
		deflate_piece(stream, bytes, len);
		row.len = (uint32_t)len;
		row.deflated = (uint32_t)(stream->deflated.len - start);
		row.adler = (uint32_t)adler32(1, (const unsigned char *)bytes,
					      (uInt)len);
	}
	stream->adler = adler32_combine(stream->adler, row.adler, (off_t)len);
	jscan_buf_add(&stream->rows, (const char *)&row, sizeof(row));
}

/* A block that is stored as it is, which is the last when it is empty. */
static void put_stored(struct jscan_buf *out, const char *bytes, size_t len)
{
	jscan_buf_addc(out, (char)(len ? 0 : 1));
	jscan_buf_addc(out, (char)(len & 255));
	jscan_buf_addc(out, (char)(len >> 8));
	jscan_buf_addc(out, (char)(~len & 255));
	jscan_buf_addc(out, (char)(~len >> 8 & 255));
	jscan_buf_add(out, bytes, len);
}

/* Replaces the file; nothing is synced, as one that is not whole is known. */
static void keep(struct stream *stream, int dir_fd, const char *name)
{
	static const char beside[] = "object-pieces";
	struct header header;
	struct jscan_buf file;
	int fd;

	jscan_buf_init(&file);
	memset(&header, 0, sizeof(header));
	jscan_buf_add(&file, (const char *)&header, sizeof(header));
	jscan_buf_add(&file, stream->rows.data, stream->rows.len);
	jscan_buf_add(&file, stream->deflated.data, stream->deflated.len);
	memcpy(header.magic, magic, sizeof(magic));
	header.count = stream->rows.len / sizeof(struct row);
	header.hash = jscan_hash_bytes(file.data + sizeof(header),
				       file.len - sizeof(header));
	memcpy(file.data, &header, sizeof(header));
	unlinkat(dir_fd, beside, 0);
	fd = jscan_file_open(dir_fd, beside,
			     O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
	if (fd >= 0) {
		if (jscan_file_write_all(fd, file.data, file.len) < 0 ||
		    renameat(dir_fd, beside, dir_fd, name) < 0)
			unlinkat(dir_fd, beside, 0);
		close(fd);
	}
	jscan_buf_release(&file);
}

void jscan_pieces_deflate(struct jscan_buf *out, const char *folder,
			  const char *name, const char *head, size_t head_len,
			  const char *bytes, size_t len)
{
	int dir_fd = jscan_file_open(AT_FDCWD, folder,
				     O_RDONLY | O_DIRECTORY | O_CLOEXEC, 0);
	struct stream stream = {.out = out, .adler = 1};

	read_known(&stream.known, dir_fd, name);
	stream.adler = adler32(1, (const unsigned char *)head, (uInt)head_len);
	jscan_buf_add(out, "\x78\x01", 2); /* zlib's own header */
	put_stored(out, head, head_len);
	while (len) {
		size_t cut = find_cut(bytes, len);

		add_piece(&stream, bytes, cut);
		bytes += cut;
		len -= cut;
	}
	jscan_buf_add(out, stream.deflated.data, stream.deflated.len);
	put_stored(out, "", 0);
	jscan_put32(out, (uint32_t)stream.adler);
	if (stream.is_new && dir_fd >= 0)
		keep(&stream, dir_fd, name);
	if (stream.has_deflater)
		deflateEnd(&stream.deflater);
	jscan_buf_release(&stream.rows);
	jscan_buf_release(&stream.deflated);
	jscan_buf_release(&stream.known.file);
	free(stream.known.slots);
	free(stream.known.starts);
	if (dir_fd >= 0)
		close(dir_fd);
}
