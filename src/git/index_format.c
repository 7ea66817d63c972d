/*
 * The bytes of an index.  Of one that was read most entries stay as they are:
 * they are copied from what was read, run by run.
 */
#include "git/index.h"

#include <limits.h>
#include <stdint.h>
#include <string.h>

#include "git/bytes.h"

#define FIXED_BYTES 62 /* of an entry up to its path */
#define SIZE_BYTES  36 /* of an entry up to the size of its file */
#define FLAGS_BYTES 60 /* of an entry up to its flags */
#define STAGE_SHIFT 12
#define EXTENDED    0x4000u
#define LENGTH_MASK 0x0fffu

static size_t shared_len(const struct jscan_index_entry *a,
			 const struct jscan_index_entry *b)
{
	size_t len = 0;

	while (len < a->len && a->path[len] == b->path[len])
		len++;
	return len;
}

/* As offsets in packs, see read_varint(). */
static void put_varint(struct jscan_buf *out, size_t value)
{
	char bytes[16];
	size_t at = sizeof(bytes);

	bytes[--at] = (char)(value & 127);
	while (value >>= 7)
		bytes[--at] = (char)(128 | (--value & 127));
	jscan_buf_add(out, bytes + at, sizeof(bytes) - at);
}

static uint32_t make_flags(const struct jscan_index_entry *entry)
{
	uint32_t flags = (entry->flags & JSCAN_INDEX_ASSUME_VALID) |
			 entry->stage << STAGE_SHIFT;

	flags |= entry->len < LENGTH_MASK ? (uint32_t)entry->len : LENGTH_MASK;
	if (entry->flags >> 16)
		flags |= EXTENDED;
	return flags;
}

static void put_entry(struct jscan_buf *out, uint32_t version,
		      const struct jscan_index_entry *entry,
		      const struct jscan_index_entry *before)
{
	static const char padding[8];
	const uint32_t words[] = {
		entry->ctime, entry->ctime_ns, entry->mtime, entry->mtime_ns,
		entry->dev,   entry->ino,      entry->mode,  entry->uid,
		entry->gid,   entry->size};
	unsigned char fixed[FIXED_BYTES];
	size_t start = out->len;
	uint32_t flags = make_flags(entry);

	/* At once: there are thousands of them. */
	for (size_t i = 0; i < 10; i++) {
		fixed[4 * i] = (unsigned char)(words[i] >> 24);
		fixed[4 * i + 1] = (unsigned char)(words[i] >> 16);
		fixed[4 * i + 2] = (unsigned char)(words[i] >> 8);
		fixed[4 * i + 3] = (unsigned char)words[i];
	}
	memcpy(fixed + 40, entry->id, sizeof(entry->id));
	fixed[60] = (unsigned char)(flags >> 8);
	fixed[61] = (unsigned char)flags;
	jscan_buf_add(out, (const char *)fixed, sizeof(fixed));
	if (flags & EXTENDED)
		jscan_put16(out, entry->flags >> 16);
	if (version == 4) {
		size_t keep = before ? shared_len(before, entry) : 0;

		put_varint(out, before ? before->len - keep : 0);
		jscan_buf_add(out, entry->path + keep, entry->len - keep + 1);
		return;
	}
	jscan_buf_add(out, entry->path, entry->len);
	jscan_buf_add(out, padding, 8 - (out->len - start) % 8);
}

/*
 * The bytes that an entry was read from, NULL when it is another now: all that
 * changes of one that stays is its size.
 */
static const char *find_bytes(size_t *len, const struct jscan_index *index,
			      const struct jscan_index_entry *entry)
{
	const char *bytes = index->bytes.data, *start;
	size_t before = FIXED_BYTES + (entry->flags >> 16 ? 2 : 0), at;

	if (entry->is_new || index->version == 4 ||
	    (uintptr_t)entry->path < (uintptr_t)bytes ||
	    (uintptr_t)entry->path >= (uintptr_t)bytes + index->bytes.len)
		return NULL;
	at = (size_t)(entry->path - bytes) - before;
	start = bytes + at;
	*len = (before + entry->len + 8) & ~(size_t)7;
	return jscan_get16((const unsigned char *)start + FLAGS_BYTES) ==
				       make_flags(entry) &&
			       jscan_get32((const unsigned char *)start +
					   SIZE_BYTES) == entry->size
		       ? start
		       : NULL;
}

static void put_extension(struct jscan_buf *out, const char *name,
			  const char *bytes, size_t len)
{
	if (!len)
		return;
	jscan_buf_adds(out, name);
	jscan_put32(out, (uint32_t)len);
	jscan_buf_add(out, bytes, len);
}

static uint32_t find_version(const struct jscan_index *index)
{
	if (index->version == 4)
		return 4;
	for (size_t i = 0; i < index->count; i++) {
		if (index->entries[i].flags >> 16)
			return 3;
	}
	return 2;
}

/* Entries that lie side by side, as they were read, are put as one. */
static void put_entries(struct jscan_buf *out, const struct jscan_index *index,
			uint32_t version)
{
	const char *first = NULL, *end = NULL;

	for (size_t i = 0; i < index->count; i++) {
		const struct jscan_index_entry *entry = &index->entries[i];
		size_t len = 0;
		const char *bytes = find_bytes(&len, index, entry);

		if (bytes && bytes == end) {
			end += len;
			continue;
		}
		if (first)
			jscan_buf_add(out, first, (size_t)(end - first));
		first = bytes;
		end = bytes ? bytes + len : NULL;
		if (!bytes)
			put_entry(out, version, entry, i ? entry - 1 : NULL);
	}
	if (first)
		jscan_buf_add(out, first, (size_t)(end - first));
}

void jscan_index_format(struct jscan_buf *out, const struct jscan_index *index)
{
	uint32_t version = find_version(index);
	unsigned char hash[JSCAN_SHA1_BYTES] = {0};

	jscan_buf_reserve(out, index->bytes.len + PATH_MAX);
	jscan_buf_adds(out, "DIRC");
	jscan_put32(out, version);
	jscan_put32(out, (uint32_t)index->count);
	put_entries(out, index, version);
	put_extension(out, "TREE", index->tree_cache, index->tree_cache_len);
	put_extension(out, "REUC", index->resolved, index->resolved_len);
	if (!index->has_no_hash) {
		struct jscan_sha1 sha1;

		jscan_sha1_init(&sha1);
		jscan_sha1_add(&sha1, out->data, out->len);
		jscan_sha1_finish(&sha1, hash);
	}
	jscan_buf_add(out, (const char *)hash, sizeof(hash));
}
