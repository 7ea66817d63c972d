/*
 * What the readers of marks share.  A mark that may turn out to be one later
 * (an emphasis opener, a bracket) gets an empty cut that is filled in when its
 * partner is met.
 */
#ifndef JSCAN_ENTRY_MARK_READ_H
#define JSCAN_ENTRY_MARK_READ_H

#include "entry/mark.h"

/* The new cut stays valid until the next is added. */
struct jscan_cut *jscan_cut_add(struct jscan_inline *tool, size_t at,
				size_t len);

void jscan_cut_add_link(struct jscan_inline *tool, const char *url);

/* What was erased inside words that are otherwise taken as they are. */
void jscan_cut_add_erased(struct jscan_inline *tool, size_t from, size_t to);

/* Cuts from `from` on are void: what they were in goes as a whole. */
void jscan_cut_drop(struct jscan_inline *tool, size_t from);

/* Marks that were opened behind `cut` find no partner outside of it. */
void jscan_cut_close_marks(struct jscan_inline *tool, size_t cut);

/* All of these read what stands at `at` and return where to go on. */

/* A run of `*`, `_`, `~~` or `==`; `kind` is one of JSCAN_MARK_KINDS. */
size_t jscan_mark_read_emphasis(struct jscan_inline *tool, size_t at, int kind);

size_t jscan_mark_open_bracket(struct jscan_inline *tool, size_t at);
size_t jscan_mark_close_bracket(struct jscan_inline *tool, size_t at);

/* `<address>`, or a tag of HTML. */
size_t jscan_mark_read_angle(struct jscan_inline *tool, size_t at);

/* Is the character before `at` one of a word? */
bool jscan_mark_follows_word(const struct jscan_inline *tool, size_t at);

#endif
