/* Words of a sentence, looked up in the tables. */
#ifndef JSCAN_FACTS_NOTE_LOOKUP_H
#define JSCAN_FACTS_NOTE_LOOKUP_H

#include <stddef.h>

#include "facts/note/sentence.h"

#define JSCAN_WORD_BYTES 47 /* of a folded word; what is longer is cut */

/* Fills in what the tables say of a word of ASCII letters and digits. */
void jscan_token_look_up(struct jscan_token *token, const char *text);

/* The same of a word that is not as it is written: `folded`. */
void jscan_token_look_up_folded(struct jscan_token *token, const char *folded,
				size_t len);

#endif
