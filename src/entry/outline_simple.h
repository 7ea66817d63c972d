/*
 * The outline of nearly all journals, read without cmark: paragraphs, headings
 * marked by `#`, rules, and lists in lists.
 */
#ifndef JSCAN_ENTRY_OUTLINE_SIMPLE_H
#define JSCAN_ENTRY_OUTLINE_SIMPLE_H

#include "entry/outline.h"

/*
 * Appends the very leaves that cmark would give.  False, and then what was
 * appended is of no use, when the body holds anything else: quotes, code,
 * underlined headings, empty items, several marks in one line, tabs before
 * words.
 */
bool jscan_outline_read_simple(struct jscan_leaves *out,
			       const struct jscan_body *body);

#endif
