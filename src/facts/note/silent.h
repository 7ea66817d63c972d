/*
 * Sentences that said nothing of the writer: headings and prompts of a template
 * and the like come again and again, and are not judged each time.
 */
#ifndef JSCAN_FACTS_NOTE_SILENT_H
#define JSCAN_FACTS_NOTE_SILENT_H

#include <stdbool.h>
#include <stdint.h>

#include "facts/note.h"
#include "facts/note/sentence.h"

struct jscan_silent; /* remembers some of them, for one thread */

struct jscan_silent *jscan_silent_new(void);
void jscan_silent_free(struct jscan_silent *silent);

/*
 * Names the sentence, as it was split from `text`, and all else that its
 * judgement depends on.  `was_quoted`: it began inside quotation marks.
 */
uint64_t jscan_silent_key(const struct jscan_sentence *sentence,
			  const char *text,
			  const struct jscan_note_context *context,
			  bool was_quoted);

bool jscan_silent_has(const struct jscan_silent *silent, uint64_t key);
void jscan_silent_add(struct jscan_silent *silent, uint64_t key);

#endif
