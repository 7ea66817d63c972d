/*
 * How far each trigger reaches, and who does what: fills clause, who, parity
 * and mood of every word of a sentence.
 */
#ifndef JSCAN_FACTS_NOTE_SCOPE_H
#define JSCAN_FACTS_NOTE_SCOPE_H

#include "facts/note/sentence.h"
#include "journalscan.h"

/*
 * `names` are folded words that are names of people here; may be NULL.  Linear
 * in the number of words.
 */
void jscan_scope_find(struct jscan_sentence *sentence,
		      const struct jscan_texts *names);

/* Of all names only one that the sentence begins with makes a difference. */
bool jscan_scope_begins_with_name(const struct jscan_sentence *sentence,
				  const struct jscan_texts *names);

const char *jscan_who_name(enum jscan_who who);
const char *jscan_mood_name(enum jscan_mood mood);

#endif
