/*
 * Reads git's index into a sorted list, changes it, and writes it again; what
 * each byte means is in gitformat-index(5).
 *
 * Of the extensions, the cached trees are kept less the folders that changed,
 * and what `git add` resolved; the others can all be rebuilt by git (untracked
 * cache, file system monitor, offsets) and would be wrong after a change.
 */
#include "git/index.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <unistd.h>

#include "base/error.h"
#include "git/bytes.h"

#define HEADER_BYTES	12
#define FIXED_BYTES	62 /* of an entry up to its path */
#define STAGE_SHIFT	12
#define EXTENDED	0x4000u
#define LENGTH_MASK	0x0fffu
#define MOST_BYTES	((size_t)1 << 30)
#define REGULAR_OR_LINK 0170000u

struct reader {
	struct jscan_index *index;
	const unsigned char *at;
	const unsigned char *end;
};

static int say_corrupt(struct jscan_error *err, const char *path)
{
	return jscan_error_set(err, JSCAN_ERR_REPOSITORY,
			       "'%s' is damaged: git read-tree HEAD makes a "
			       "new one",
			       path);
}

/* As offsets in packs: each further byte counts one more than it holds. */
static int read_varint(struct reader *reader, size_t *out)
{
	size_t value = 0;

	for (int i = 0; i < 8 && reader->at < reader->end; i++) {
		unsigned char byte = *reader->at++;

		value = value << 7 | (byte & 127);
		if (!(byte & 128)) {
			*out = value;
			return 0;
		}
		value++;
	}
	return -1;
}

/* The path of an entry of version 4, cut from the path before it. */
static int read_short_path(struct reader *reader,
			   struct jscan_index_entry *entry,
			   const struct jscan_index_entry *before)
{
	size_t strip, keep, len;
	const unsigned char *nul;
	char *path;

	if (read_varint(reader, &strip) < 0 ||
	    strip > (before ? before->len : 0))
		return -1;
	nul = memchr(reader->at, 0, (size_t)(reader->end - reader->at));
	if (!nul)
		return -1;
	keep = before ? before->len - strip : 0;
	len = (size_t)(nul - reader->at);
	path = jscan_arena_alloc(reader->index->arena, keep + len + 1);
	if (keep)
		memcpy(path, before->path, keep);
	memcpy(path + keep, reader->at, len);
	entry->path = path;
	entry->len = keep + len;
	reader->at = nul + 1;
	return 0;
}

/* The path of an entry that began at `start`, and the padding behind it. */
static int read_path(struct reader *reader, struct jscan_index_entry *entry,
		     const unsigned char *start)
{
	const unsigned char *nul =
		memchr(reader->at, 0, (size_t)(reader->end - reader->at));
	size_t used;

	if (!nul)
		return -1;
	entry->path = (const char *)reader->at;
	entry->len = (size_t)(nul - reader->at);
	used = ((size_t)(nul - start) + 8) & ~(size_t)7;
	if (used > (size_t)(reader->end - start))
		return -1;
	reader->at = start + used;
	return 0;
}

static int read_entry(struct reader *reader, struct jscan_index_entry *entry,
		      const struct jscan_index_entry *before)
{
	const unsigned char *at = reader->at;
	uint32_t *const words[] = {&entry->ctime, &entry->ctime_ns,
				   &entry->mtime, &entry->mtime_ns,
				   &entry->dev,	  &entry->ino,
				   &entry->mode,  &entry->uid,
				   &entry->gid,	  &entry->size};
	uint32_t flags;

	if (reader->end - at < FIXED_BYTES + 2)
		return -1;
	for (size_t i = 0; i < 10; i++)
		*words[i] = jscan_get32(at + 4 * i);
	memcpy(entry->id, at + 40, JSCAN_SHA1_BYTES);
	flags = jscan_get16(at + 60);
	entry->stage = flags >> STAGE_SHIFT & 3;
	entry->flags = flags & JSCAN_INDEX_ASSUME_VALID;
	reader->at += FIXED_BYTES;
	if (flags & EXTENDED) {
		if (reader->index->version < 3)
			return -1;
		entry->flags |= jscan_get16(reader->at) << 16;
		reader->at += 2;
	}
	if ((reader->index->version == 4
		     ? read_short_path(reader, entry, before)
		     : read_path(reader, entry, at)) < 0)
		return -1;
	return 0;
}

/*
 * Only after the extensions are known, since half of a split index has entries
 * without a name.
 */
static bool is_in_order(const struct jscan_index *index)
{
	for (size_t i = 0; i < index->count; i++) {
		const struct jscan_index_entry *entry = &index->entries[i];
		int order;

		if (!entry->len)
			return false;
		if (!i)
			continue;
		order = strcmp(entry[-1].path, entry->path);
		if (order > 0 || (!order && entry[-1].stage >= entry->stage))
			return false;
	}
	return true;
}

static int refuse_extension(const char *name, struct jscan_error *err)
{
	if (!strcmp(name, "link"))
		return jscan_error_set(
			err, JSCAN_ERR_REPOSITORY,
			"the index is split in two, which is not supported: "
			"git update-index --no-split-index joins it");
	if (!strcmp(name, "sdir"))
		return jscan_error_set(
			err, JSCAN_ERR_REPOSITORY,
			"the index is sparse, which is not supported: git "
			"sparse-checkout reapply --no-sparse-index fills it");
	return jscan_error_set(err, JSCAN_ERR_REPOSITORY,
			       "the index has an extension '%.4s' that is not "
			       "known",
			       name);
}

static int read_extensions(struct reader *reader, const char *path,
			   struct jscan_error *err)
{
	struct jscan_index *index = reader->index;

	while (reader->end - reader->at >= 8) {
		char name[5] = {0};
		size_t len = jscan_get32(reader->at + 4);
		const char *data = (const char *)reader->at + 8;

		for (int i = 0; i < 4; i++) {
			unsigned char c = reader->at[i];

			name[i] = c >= ' ' && c < 127 ? (char)c : '?';
		}
		if (len > (size_t)(reader->end - reader->at) - 8)
			return say_corrupt(err, path);
		if (!strcmp(name, "TREE")) {
			index->tree_cache = data;
			index->tree_cache_len = len;
		} else if (!strcmp(name, "REUC")) {
			index->resolved = data;
			index->resolved_len = len;
		} else if (name[0] < 'A' || name[0] > 'Z') {
			return refuse_extension(name, err);
		}
		reader->at += 8 + len;
	}
	return reader->at == reader->end ? 0 : say_corrupt(err, path);
}

static int check_hash(struct jscan_index *index, const char *path,
		      struct jscan_error *err)
{
	static const unsigned char none[JSCAN_SHA1_BYTES];
	size_t len = index->bytes.len - JSCAN_SHA1_BYTES;
	unsigned char hash[JSCAN_SHA1_BYTES];
	struct jscan_sha1 sha1;

	if (!memcmp(index->bytes.data + len, none, sizeof(none))) {
		index->has_no_hash = true; /* index.skipHash */
		return 0;
	}
	jscan_sha1_init(&sha1);
	jscan_sha1_add(&sha1, index->bytes.data, len);
	jscan_sha1_finish(&sha1, hash);
	return memcmp(index->bytes.data + len, hash, sizeof(hash))
		       ? say_corrupt(err, path)
		       : 0;
}

static int parse(struct jscan_index *index, const char *path,
		 struct jscan_error *err)
{
	const unsigned char *bytes = (const unsigned char *)index->bytes.data;
	struct reader reader = {index, bytes + HEADER_BYTES,
				bytes + index->bytes.len - JSCAN_SHA1_BYTES};
	size_t count;

	if (index->bytes.len < HEADER_BYTES + JSCAN_SHA1_BYTES ||
	    memcmp(bytes, "DIRC", 4))
		return say_corrupt(err, path);
	index->version = jscan_get32(bytes + 4);
	count = jscan_get32(bytes + 8);
	if (index->version < 2 || index->version > 4)
		return jscan_error_set(err, JSCAN_ERR_REPOSITORY,
				       "'%s' has version %lu, which is not "
				       "known",
				       path, (unsigned long)index->version);
	if (check_hash(index, path, err) < 0)
		return -1;
	if (count > index->bytes.len / FIXED_BYTES)
		return say_corrupt(err, path);
	index->entries =
		jscan_arena_array(index->arena, count, sizeof(*index->entries));
	for (; index->count < count; index->count++) {
		struct jscan_index_entry *entry = &index->entries[index->count];

		if (read_entry(&reader, entry,
			       index->count ? entry - 1 : NULL) < 0)
			return say_corrupt(err, path);
	}
	if (read_extensions(&reader, path, err) < 0)
		return -1;
	return is_in_order(index) ? 0 : say_corrupt(err, path);
}

int jscan_index_read(struct jscan_index *out, const char *path,
		     struct jscan_arena *arena, struct jscan_error *err)
{
	return jscan_index_read_at(out, AT_FDCWD, path, arena, err);
}

int jscan_index_read_at(struct jscan_index *out, int dir_fd, const char *path,
			struct jscan_arena *arena, struct jscan_error *err)
{
	struct stat st;
	int ret;

	memset(out, 0, sizeof(*out));
	out->arena = arena;
	out->version = 2;
	out->mode = 0666;
	jscan_buf_init(&out->bytes);
	ret = jscan_git_read_file(&out->bytes, dir_fd, path, MOST_BYTES, &st);
	if (ret < 0 && errno == ENOENT)
		return 0;
	if (ret < 0)
		ret = jscan_error_set(err, JSCAN_ERR_IO, "cannot read '%s': %s",
				      path, strerror(errno));
	else
		ret = parse(out, path, err);
	if (ret < 0) {
		jscan_index_release(out);
		return -1;
	}
	out->written = st.st_mtim;
	out->mode = st.st_mode & 0777;
	out->file = st;
	return 0;
}

bool jscan_index_is_current(const struct jscan_index *index, const char *path)
{
	const struct stat *old = &index->file;
	struct stat st;

	/* It is always replaced as a whole, never written to. */
	return !lstat(path, &st) && old->st_ino == st.st_ino &&
	       old->st_dev == st.st_dev && old->st_size == st.st_size &&
	       old->st_mtim.tv_sec == st.st_mtim.tv_sec &&
	       old->st_mtim.tv_nsec == st.st_mtim.tv_nsec &&
	       old->st_ctim.tv_sec == st.st_ctim.tv_sec &&
	       old->st_ctim.tv_nsec == st.st_ctim.tv_nsec;
}

void jscan_index_release(struct jscan_index *index)
{
	jscan_buf_release(&index->bytes);
	index->count = 0;
}

bool jscan_index_has_conflicts(const struct jscan_index *index)
{
	for (size_t i = 0; i < index->count; i++) {
		if (index->entries[i].stage)
			return true;
	}
	return false;
}

size_t jscan_index_place(const struct jscan_index *index, const char *path)
{
	size_t low = 0, high = index->count;

	while (low < high) {
		size_t middle = low + (high - low) / 2;

		if (strcmp(index->entries[middle].path, path) < 0)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

struct jscan_index_entry *jscan_index_find(const struct jscan_index *index,
					   const char *path)
{
	size_t place = jscan_index_place(index, path);
	struct jscan_index_entry *entry = index->entries + place;

	return place < index->count && !entry->stage &&
			       !strcmp(entry->path, path)
		       ? entry
		       : NULL;
}

static bool is_racy(const struct jscan_index *index,
		    const struct jscan_index_entry *entry)
{
	uint32_t second = (uint32_t)index->written.tv_sec;

	return second &&
	       (entry->mtime > second ||
		(entry->mtime == second &&
		 entry->mtime_ns >= (uint32_t)index->written.tv_nsec));
}

bool jscan_index_is_fresh(const struct jscan_index *index,
			  const struct jscan_index_entry *entry,
			  const struct stat *st, bool is_mode_trusted)
{
	if (is_racy(index, entry) || !S_ISREG(st->st_mode) ||
	    (entry->mode & REGULAR_OR_LINK) != S_IFREG ||
	    (is_mode_trusted && (entry->mode & 0100) != (st->st_mode & 0100)))
		return false;
	return entry->mtime == (uint32_t)st->st_mtim.tv_sec &&
	       entry->mtime_ns == (uint32_t)st->st_mtim.tv_nsec &&
	       entry->ctime == (uint32_t)st->st_ctim.tv_sec &&
	       entry->ctime_ns == (uint32_t)st->st_ctim.tv_nsec &&
	       entry->ino == (uint32_t)st->st_ino &&
	       entry->uid == (uint32_t)st->st_uid &&
	       entry->gid == (uint32_t)st->st_gid &&
	       entry->size == (uint32_t)st->st_size &&
	       !(entry->flags & JSCAN_INDEX_INTENT_TO_ADD);
}
