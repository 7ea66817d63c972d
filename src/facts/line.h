/* The account of one line of a note: what is read in it of the writer. */
#ifndef JSCAN_FACTS_LINE_H
#define JSCAN_FACTS_LINE_H

#include "base/buf.h"
#include "facts/facts.h"

/*
 * Appends, one line of text each: the section the line stands in, and for every
 * sentence that touches it how it was read.  `facts` are those of the note.
 * Nothing is appended for a line without words.
 */
void jscan_line_explain(struct jscan_buf *out, const struct jscan_facts *facts,
			const struct jscan_config *config,
			const struct jscan_lexicon *lexicon, const char *bytes,
			size_t len, unsigned line, struct jscan_arena *arena);

#endif
