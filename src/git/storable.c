/* ".git", in all the ways that some file system would write it. */
#include "git/storable.h"

#include <stddef.h>
#include <string.h>
#include <strings.h>

/* Characters of format, which some file systems drop from names. */
static size_t ignored_bytes(const char *name)
{
	const unsigned char *c = (const unsigned char *)name;

	if (c[0] == 0xef && c[1] == 0xbb && c[2] == 0xbf)
		return 3;
	if (c[0] != 0xe2)
		return 0;
	if (c[1] == 0x80 &&
	    ((c[2] >= 0x8c && c[2] <= 0x8f) || (c[2] >= 0xaa && c[2] <= 0xae)))
		return 3;
	return c[1] == 0x81 && c[2] >= 0xaa && c[2] <= 0xaf ? 3 : 0;
}

/* Whether some system would take the name for git's own folder. */
static bool is_like_git(const char *name)
{
	char folded[8];
	size_t len = 0;

	while (*name && *name != '/') {
		size_t ignored = ignored_bytes(name);

		if (ignored) {
			name += ignored;
			continue;
		}
		if (len == sizeof(folded) - 1)
			return false;
		folded[len++] = *name++;
	}
	folded[len] = '\0';
	return !strcasecmp(folded, ".git") || !strcasecmp(folded, "git~1");
}

bool jscan_git_is_storable(const char *path)
{
	for (; path; path = strchr(path, '/')) {
		path += *path == '/';
		if (is_like_git(path))
			return false;
	}
	return true;
}
