/*
 * The floor under a scan: reads every markdown file below a folder, parses its
 * body with cmark, and throws the tree away.  Says nothing; with -v how many
 * files and bytes it read and how many blocks they hold.
 *
 * What a reader of journals costs is given as a multiple of this, so it takes
 * the cheapest way that is known: big getdents64 calls, openat, one read into
 * a reused buffer (mmap costs three times as much at 2 KB), and for cmark an
 * arena that is reset after each file.  It checks no more than it must.
 */
#include <cmark.h>
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#define LISTING_BYTES (256 * 1024)
#define PIECE_BYTES   (1024 * 1024)

struct jscan_linux_dirent { /* getdents64(2) */
	uint64_t inode;
	int64_t offset;
	unsigned short record_len;
	unsigned char type;
	char name[];
};

/* Folders that are still to be read, by path. */
struct jscan_folders {
	char **paths;
	size_t count;
	size_t capacity;
};

struct jscan_totals {
	size_t files;
	size_t bytes;
	size_t blocks;
};

static void die(const char *what, const char *path)
{
	fprintf(stderr, "floor: %s '%s': %s\n", what, path, strerror(errno));
	exit(2);
}

static void *allocate(void *old, size_t size)
{
	void *bytes = realloc(old, size);

	if (!bytes)
		die("no memory for", "the heap");
	return bytes;
}

/*
 * cmark's allocator.  The size of each allocation stands in the 16 bytes
 * before it, which realloc needs.  What does not fit the piece is the heap's
 * and is only given back at the end: journals have no such files.
 */
static unsigned char *piece;
static size_t piece_used;

static void *take(size_t size)
{
	unsigned char *bytes;

	size = (size + 31) & ~(size_t)15;
	if (size > PIECE_BYTES - piece_used) {
		bytes = allocate(NULL, size);
	} else {
		bytes = piece + piece_used;
		piece_used += size;
	}
	memcpy(bytes, &size, sizeof(size));
	return bytes + 16;
}

static void *take_zeroed(size_t count, size_t size)
{
	void *bytes = take(count * size);

	return memset(bytes, 0, count * size);
}

static void *take_again(void *old, size_t size)
{
	size_t old_size;
	void *bytes;

	if (!old)
		return take(size);
	memcpy(&old_size, (unsigned char *)old - 16, sizeof(old_size));
	old_size -= 16;
	if (size <= old_size)
		return old;
	bytes = take(size);
	return memcpy(bytes, old, old_size);
}

static void give_back(void *bytes)
{
	(void)bytes;
}

static cmark_mem arena = {take_zeroed, take_again, give_back};

/* Where the body starts: behind the front matter if the text has any. */
static size_t find_body(const char *text, size_t len)
{
	const char *end = text + len;
	const char *line = text;

	if (len < 4 || memcmp(text, "---\n", 4) != 0)
		return 0;
	while ((line = memchr(line, '\n', (size_t)(end - line)))) {
		line++;
		if (end - line >= 4 && (memcmp(line, "---\n", 4) == 0 ||
					memcmp(line, "...\n", 4) == 0))
			return (size_t)(line + 4 - text);
	}
	return 0;
}

static size_t parse(const char *text, size_t len, bool count_blocks)
{
	cmark_parser *parser =
		cmark_parser_new_with_mem(CMARK_OPT_DEFAULT, &arena);
	size_t body = find_body(text, len);
	cmark_node *root;
	size_t blocks = 0;

	cmark_parser_feed(parser, text + body, len - body);
	root = cmark_parser_finish(parser);
	if (count_blocks) {
		cmark_iter *iter = cmark_iter_new(root);
		cmark_event_type event;

		while ((event = cmark_iter_next(iter)) != CMARK_EVENT_DONE)
			blocks += event == CMARK_EVENT_ENTER &&
				  cmark_node_get_type(cmark_iter_get_node(
					  iter)) <= CMARK_NODE_LAST_BLOCK;
	}
	piece_used = 0; /* in place of freeing the tree and the parser */
	return blocks;
}

/* Reads and parses one file; *text is the buffer that all files share. */
static void read_file(int folder, const char *name, char **text,
		      size_t *capacity, struct jscan_totals *totals,
		      bool verbose)
{
	int fd = openat(folder, name, O_RDONLY | O_CLOEXEC | O_NOFOLLOW);
	size_t len = 0;
	ssize_t got;

	if (fd < 0)
		die("cannot open", name);
	while ((got = read(fd, *text + len, *capacity - len)) > 0) {
		len += (size_t)got;
		if (len < *capacity)
			break; /* short: the end of a regular file */
		*capacity *= 2;
		*text = allocate(*text, *capacity);
	}
	if (got < 0)
		die("cannot read", name);
	close(fd);
	totals->files++;
	totals->bytes += len;
	totals->blocks += parse(*text, len, verbose);
}

static bool is_markdown(const char *name)
{
	size_t len = strlen(name);

	return (len > 3 && memcmp(name + len - 3, ".md", 3) == 0) ||
	       (len > 9 && memcmp(name + len - 9, ".markdown", 9) == 0);
}

static void push_folder(struct jscan_folders *folders, const char *parent,
			const char *name)
{
	size_t size = strlen(parent) + strlen(name) + 2;
	char *path = allocate(NULL, size);

	snprintf(path, size, "%s%s%s", parent, *parent ? "/" : "", name);
	if (folders->count == folders->capacity) {
		folders->capacity = 2 * folders->capacity + 64;
		folders->paths =
			allocate(folders->paths,
				 folders->capacity * sizeof(*folders->paths));
	}
	folders->paths[folders->count++] = path;
}

static unsigned char type_of(int folder, const struct jscan_linux_dirent *entry)
{
	struct stat st;

	if (entry->type != DT_UNKNOWN)
		return entry->type;
	if (fstatat(folder, entry->name, &st, AT_SYMLINK_NOFOLLOW) < 0)
		die("cannot stat", entry->name);
	return S_ISDIR(st.st_mode) ? DT_DIR : S_ISREG(st.st_mode) ? DT_REG : 0;
}

static struct jscan_totals read_folders(struct jscan_folders *folders,
					bool verbose)
{
	struct jscan_totals totals = {0, 0, 0};
	size_t capacity = 64 * 1024;
	char *text = allocate(NULL, capacity);
	char *listing = allocate(NULL, LISTING_BYTES);

	while (folders->count > 0) {
		char *path = folders->paths[--folders->count];
		int fd = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
		long len;

		if (fd < 0)
			die("cannot open", path);
		while ((len = syscall(SYS_getdents64, fd, listing,
				      LISTING_BYTES)) > 0) {
			const struct jscan_linux_dirent *entry;
			unsigned char type;

			for (long at = 0; at < len; at += entry->record_len) {
				entry = (const void *)(listing + at);
				if (entry->name[0] == '.')
					continue;
				type = type_of(fd, entry);
				if (type == DT_DIR)
					push_folder(folders, path, entry->name);
				else if (type == DT_REG &&
					 is_markdown(entry->name))
					read_file(fd, entry->name, &text,
						  &capacity, &totals, verbose);
			}
		}
		if (len < 0)
			die("cannot list", path);
		close(fd);
		free(path);
	}
	free(listing);
	free(text);
	return totals;
}

int main(int argc, char **argv)
{
	bool verbose = argc == 3 && strcmp(argv[1], "-v") == 0;
	struct jscan_folders folders = {NULL, 0, 0};
	struct jscan_totals totals;

	if (argc != 2 + verbose) {
		fputs("usage: floor [-v] DIR\n", stderr);
		return 2;
	}
	piece = allocate(NULL, PIECE_BYTES);
	push_folder(&folders, "", argv[argc - 1]);
	totals = read_folders(&folders, verbose);
	if (verbose)
		printf("%zu files, %zu bytes, %zu blocks\n", totals.files,
		       totals.bytes, totals.blocks);
	free(folders.paths);
	free(piece);
	return 0;
}
