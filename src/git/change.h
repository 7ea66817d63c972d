/* One file that a commit sets or removes; lists of them are sorted by path. */
#ifndef JSCAN_GIT_CHANGE_H
#define JSCAN_GIT_CHANGE_H

#include <stdint.h>
#include <sys/stat.h>

struct jscan_change {
	const char *path;	 /* from the top of the work tree */
	const unsigned char *id; /* NULL: the file goes */
	uint32_t mode;
	const struct stat *st; /* of the file on disk; NULL: not known */
};

#endif
