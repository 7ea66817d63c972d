/*
 * Listing a folder: of what the system says, the names that matter are kept.
 */
#include "entry/listing.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/arena.h"
#include "entry/select.h"

#define NAMES_BYTES 32768 /* asked for at once */

void jscan_listing_init(struct jscan_listing *listing)
{
	memset(listing, 0, sizeof(*listing));
	jscan_buf_init(&listing->names);
}

void jscan_listing_release(struct jscan_listing *listing)
{
	jscan_buf_release(&listing->names);
	free(listing->room);
	listing->room = NULL;
}

static unsigned char type_of(int dir_fd, const struct dirent64 *entry)
{
	struct stat stat;

	if (entry->d_type != DT_UNKNOWN)
		return entry->d_type;
	if (fstatat(dir_fd, entry->d_name, &stat, AT_SYMLINK_NOFOLLOW) < 0)
		return DT_UNKNOWN;
	return IFTODT(stat.st_mode);
}

/* 0 for what no journal has to do with; a link is such. */
static char kind_of(struct jscan_listing *listing, int dir_fd,
		    const struct dirent64 *entry)
{
	const char *name = entry->d_name;
	bool is_note = jscan_select_is_note(name);
	unsigned char type;

	if (!strcmp(name, ".gitignore"))
		return JSCAN_LISTING_IGNORE;
	if (entry->d_type != DT_UNKNOWN && entry->d_type != DT_DIR && !is_note)
		return 0;
	type = type_of(dir_fd, entry);
	if (type == DT_DIR)
		return name[0] == '.' ? 0 : JSCAN_LISTING_FOLDER;
	if (type == DT_UNKNOWN)
		listing->is_sure = false;
	if (type == DT_LNK || !is_note)
		return 0;
	return type == DT_REG ? JSCAN_LISTING_NOTE : JSCAN_LISTING_OTHER;
}

static void add_names(struct jscan_listing *listing, int fd, size_t len)
{
	for (size_t at = 0; at < len;) {
		const struct dirent64 *entry =
			(const struct dirent64 *)(const void *)(listing->room +
								at);
		char kind = kind_of(listing, fd, entry);

		at += entry->d_reclen;
		if (!kind)
			continue;
		jscan_buf_addc(&listing->names, kind);
		jscan_buf_add(&listing->names, entry->d_name,
			      strlen(entry->d_name) + 1);
	}
}

/* What a name counts as where the name of a folder goes on with '/'. */
static unsigned char byte_at(const char *entry, size_t at)
{
	unsigned char byte = (unsigned char)entry[1 + at];

	return !byte && entry[0] == JSCAN_LISTING_FOLDER ? '/' : byte;
}

static int compare_entries(const void *left, const void *right)
{
	const char *a = *(const char *const *)left;
	const char *b = *(const char *const *)right;
	size_t same = 0;

	while (a[1 + same] && a[1 + same] == b[1 + same])
		same++;
	return byte_at(a, same) - byte_at(b, same);
}

/* The order that paths below them have. */
static void sort_names(struct jscan_listing *listing)
{
	struct jscan_buf sorted;
	const char **entries;
	const char *name;
	size_t count = 0, at = 0;

	while (jscan_listing_next(&name, listing->names.data,
				  listing->names.len, &at))
		count++;
	if (count < 2)
		return;
	entries = jscan_alloc(count * sizeof(*entries));
	for (size_t i = at = 0; i < count; i++) {
		entries[i] = listing->names.data + at;
		jscan_listing_next(&name, listing->names.data,
				   listing->names.len, &at);
	}
	qsort(entries, count, sizeof(*entries), compare_entries);
	jscan_buf_init(&sorted);
	for (size_t i = 0; i < count; i++)
		jscan_buf_add(&sorted, entries[i], strlen(entries[i]) + 1);
	free(entries);
	jscan_buf_release(&listing->names);
	listing->names = sorted;
}

static int read_names(struct jscan_listing *listing, int fd)
{
	ssize_t got;

	if (!listing->room)
		listing->room = jscan_alloc(NAMES_BYTES);
	while ((got = getdents64(fd, listing->room, NAMES_BYTES)) != 0) {
		if (got < 0 && errno == EINTR)
			continue;
		if (got < 0) {
			listing->is_sure = false;
			return errno;
		}
		add_names(listing, fd, (size_t)got);
	}
	return 0;
}

int jscan_listing_read(struct jscan_listing *listing, int fd)
{
	int error;

	jscan_buf_clear(&listing->names);
	listing->is_sure = true;
	error = read_names(listing, fd);
	sort_names(listing);
	return error;
}

char jscan_listing_next(const char **name, const char *names, size_t len,
			size_t *at)
{
	char kind;

	if (*at >= len)
		return 0;
	kind = names[*at];
	*name = names + *at + 1;
	*at += 1 + strlen(*name) + 1;
	return kind;
}

bool jscan_listing_is_sound(const char *names, size_t len)
{
	const char *name;
	size_t at = 0;
	char kind;

	if (len && names[len - 1])
		return false;
	while (at < len) {
		if (len - at < 3)
			return false;
		kind = jscan_listing_next(&name, names, len, &at);
		if (!kind || !strchr("dfoi", kind) || !*name ||
		    strchr(name, '/') ||
		    (kind == JSCAN_LISTING_FOLDER && name[0] == '.') ||
		    ((kind == JSCAN_LISTING_NOTE ||
		      kind == JSCAN_LISTING_OTHER) &&
		     !jscan_select_is_note(name)))
			return false;
	}
	return true;
}

bool jscan_listing_has_ignore(const char *names, size_t len)
{
	const char *name;
	size_t at = 0;
	char kind;

	while ((kind = jscan_listing_next(&name, names, len, &at))) {
		if (kind == JSCAN_LISTING_IGNORE)
			return true;
	}
	return false;
}
