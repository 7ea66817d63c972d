/*
 * What sentences may say anything of the writer at all.  Outside an assessment
 * most prose does not, and is passed over at the price of looking at its bytes.
 */
#ifndef JSCAN_FACTS_NOTE_POSSIBLE_H
#define JSCAN_FACTS_NOTE_POSSIBLE_H

#include <stdbool.h>

#include "facts/note.h"
#include "facts/note/sentence.h"

/* May it be in this sentence?  Needs nothing but its words. */
bool jscan_possible_is_in(const struct jscan_sentence *sentence,
			  const struct jscan_note_context *context);

/* Does it tell what the writer did?  Its words must have been looked up. */
bool jscan_possible_is_deed(const struct jscan_sentence *sentence);

/*
 * Moves the scanner over sentences that outside an assessment have nothing.
 * Those that are not plain enough to tell are left to be read.
 */
void jscan_possible_skip(struct jscan_sentence_scanner *scanner);

#endif
