/* Where a sentence ends. */
#ifndef JSCAN_FACTS_NOTE_BOUNDARY_H
#define JSCAN_FACTS_NOTE_BOUNDARY_H

#include <stdbool.h>
#include <stddef.h>

#include "facts/note/sentence.h"

/*
 * Does the mark at the scanner end the sentence, whose last word is `last`, or
 * NULL?  Moves behind it and the closing quotation marks and brackets that
 * belong to it.
 */
bool jscan_boundary_is_end(struct jscan_sentence_scanner *scanner,
			   const struct jscan_token *last, char mark);

/* Does the line break at `pos` end a sentence that has no full stop? */
bool jscan_boundary_is_line_end(struct jscan_sentence_scanner *scanner,
				size_t pos);

#endif
