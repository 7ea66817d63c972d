/*
 * Listing a folder: of what the system says, the names that matter are kept, in
 * its order.
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

int jscan_listing_read(struct jscan_listing *listing, int fd)
{
	ssize_t got;

	if (!listing->room)
		listing->room = jscan_alloc(NAMES_BYTES);
	jscan_buf_clear(&listing->names);
	listing->is_sure = true;
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
