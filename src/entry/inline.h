/*
 * The inside of a paragraph or heading: markdown's marks taken away, each byte
 * that stays knowing where it comes from.
 */
#ifndef JSCAN_ENTRY_INLINE_H
#define JSCAN_ENTRY_INLINE_H

#include <stddef.h>

#include "base/arena.h"
#include "entry/document.h"
#include "entry/reference.h"

/* A run of text and where its bytes stand in the file. */
struct jscan_run {
	const char *text;
	size_t len;
	const struct jscan_shift *shifts; /* at least one */
	size_t shift_count;
	const struct jscan_link *links;
	size_t link_count;
};

struct jscan_inline;

struct jscan_inline *jscan_inline_new(void);
void jscan_inline_free(struct jscan_inline *tool);

/*
 * Strips `raw`, whose links are ignored, into `out`: emphasis, highlights and
 * struck words lose their marks, links and wikilinks become their words,
 * images, embeds, comments, footnote marks and tags of HTML go, code spans,
 * escapes and entities become what they stand for.  Blanks at both ends go too.
 * Where nothing is to be taken away, `out` points into `raw`.
 *
 * `references` are the definitions of the document, for `[words][name]`.
 * Linear in `raw->len`.
 */
void jscan_inline_strip(struct jscan_inline *tool, struct jscan_run *out,
			const struct jscan_run *raw,
			const struct jscan_references *references,
			struct jscan_arena *arena);

#endif
