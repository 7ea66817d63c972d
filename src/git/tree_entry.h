/*
 * A tree as the bytes that it is: for each entry its mode in octal, a blank,
 * its name, a NUL and 20 bytes of its object, in the order of the names, those
 * of folders compared as if they ended in a slash.
 */
#ifndef JSCAN_GIT_TREE_ENTRY_H
#define JSCAN_GIT_TREE_ENTRY_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/buf.h"
#include "git/repository.h"
#include "journalscan.h"

#define JSCAN_TREE_FOLDER 0040000u /* the mode of one */

struct jscan_tree_entry {
	uint32_t mode;
	const char *name; /* with a NUL */
	size_t len;
	const unsigned char *id;
};

/* The bytes of one tree, and how far they were read. */
struct jscan_tree_cursor {
	struct jscan_buf bytes;
	const char *at;
	const char *end;
};

/* Returns 0, or -1: JSCAN_ERR_REPOSITORY; then there is nothing to close. */
int jscan_tree_open(struct jscan_tree_cursor *cursor,
		    struct jscan_repository *repository,
		    const unsigned char *id, struct jscan_error *err);
void jscan_tree_close(struct jscan_tree_cursor *cursor);

/* 1: an entry; 0: the end; -1: no tree. */
int jscan_tree_read(struct jscan_tree_cursor *cursor,
		    struct jscan_tree_entry *entry);

bool jscan_tree_is_folder(const struct jscan_tree_entry *entry);

/* Says that a tree is none; returns -1. */
int jscan_tree_say_damaged(struct jscan_error *err);

#endif
