/*
 * Modes of what we put into a git folder: as the umask says, widened as
 * core.sharedRepository asks, so that a group can go on sharing.
 */
#include "git/internal.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

/* The bits that sharing adds, as of a file that all may do everything with. */
static unsigned find_extra(struct jscan_repository *repository)
{
	const char *value =
		jscan_git_config_text(repository, "core.sharedrepository");
	bool is_true = false;
	char *end;
	unsigned long mode;

	if (!value || !strcmp(value, "umask"))
		return 0;
	if (!strcmp(value, "group"))
		return 0660;
	if (!strcmp(value, "all") || !strcmp(value, "world") ||
	    !strcmp(value, "everybody"))
		return 0664;
	mode = strtoul(value, &end, 8);
	if (!*end && mode > 07)
		return (unsigned)mode & 0666;
	if (jscan_git_parse_bool(&is_true, value) && is_true)
		return 0660;
	return 0;
}

static unsigned current_umask(void)
{
	/* There is no other way to ask; the caller has one thread by now. */
	mode_t mask = umask(0);

	umask(mask);
	return mask;
}

unsigned jscan_git_file_mode(struct jscan_repository *repository, unsigned mode)
{
	unsigned extra = find_extra(repository);

	mode &= ~current_umask();
	if (!(mode & 0200))
		extra &= ~0222u;
	return mode | extra;
}

int jscan_git_make_folder(struct jscan_repository *repository, const char *path)
{
	unsigned extra = find_extra(repository);
	unsigned mode = 0777 & ~current_umask();

	if (mkdir(path, 0777) < 0)
		return errno == EEXIST ? 0 : -1;
	if (!extra)
		return 0;
	mode |= extra | (extra & 0444) >> 2 | S_ISGID;
	return chmod(path, mode);
}
