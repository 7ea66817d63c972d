/* Comments, scripts and the like, which no reader sees. */
#ifndef JSCAN_ENTRY_ERASE_H
#define JSCAN_ENTRY_ERASE_H

#include <stddef.h>

#include "base/arena.h"

/*
 * A copy of `text` in which each byte of a comment behind `start` is
 * JSCAN_ERASED, line breaks aside: HTML's `<!-- -->` and Obsidian's `%% %%`,
 * and what stands in the tags script, style, pre and textarea.  Not in code.
 * What is not closed stays.  Returns `text` itself when there is none.  Linear
 * in `len`.
 */
const char *jscan_erase_comments(const char *text, size_t start, size_t len,
				 struct jscan_arena *arena);

#endif
