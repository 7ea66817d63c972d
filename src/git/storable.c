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

/* What may follow on Windows: blanks and dots, which it drops, and then the end
 * or the name of a stream. */
static bool is_dropped(const char *rest)
{
	rest += strspn(rest, " .");
	return !*rest || strchr("/\\:", *rest);
}

/* Whether some system would take the name for git's own folder. */
static bool is_like_git(const char *name)
{
	char folded[8];
	size_t len = 0;

	if ((!strncasecmp(name, ".git", 4) && is_dropped(name + 4)) ||
	    (!strncasecmp(name, "git~1", 5) && is_dropped(name + 5)))
		return true;
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
	return !strcasecmp(folded, ".git");
}

bool jscan_git_is_storable(const char *path)
{
	while (path) {
		if (is_like_git(path))
			return false;
		path = strpbrk(path, "/\\");
		path += path != NULL;
	}
	return true;
}
