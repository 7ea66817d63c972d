/* Where HEAD stands, read without libgit2. */
#ifndef JSCAN_GIT_HEAD_H
#define JSCAN_GIT_HEAD_H

#include <stdbool.h>

#include "git/branch.h"

/*
 * Follows symbolic refs from HEAD; fills ref, is_unborn and commit.  False
 * where libgit2 is to be asked.
 */
bool jscan_head_find(struct jscan_branch *out,
		     struct jscan_repository *repository);

/* 40 digits at the start of `text`, which ends in a NUL. */
bool jscan_head_parse_id(unsigned char out[JSCAN_SHA1_BYTES], const char *text);

#endif
