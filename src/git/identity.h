/* Who commits: as git finds it, from variables and configuration. */
#ifndef JSCAN_GIT_IDENTITY_H
#define JSCAN_GIT_IDENTITY_H

#include <stdint.h>

#include "git/repository.h"
#include "journalscan.h"

struct jscan_person {
	const char *name;
	const char *email;
};

struct jscan_identity {
	struct jscan_person author;
	struct jscan_person committer;
};

/*
 * GIT_AUTHOR_NAME and its kin, then author.name, then user.name, then
 * `fallback` (which may be NULL, or hold NULLs); EMAIL for an address.  What a
 * commit cannot hold (angle brackets, line ends) is taken out.
 *
 * Returns 0, or -1: JSCAN_ERR_REFUSED, naming user.name and user.email.
 */
int jscan_identity_find(struct jscan_identity *out,
			struct jscan_repository *repository,
			const struct jscan_person *fallback,
			struct jscan_error *err);

#endif
