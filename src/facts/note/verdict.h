/*
 * What a target comes to: whose it is, whether it holds, and so whether it is
 * a weakness or a strength of the writer.
 */
#ifndef JSCAN_FACTS_NOTE_VERDICT_H
#define JSCAN_FACTS_NOTE_VERDICT_H

#include <stdbool.h>

#include "facts/note.h"
#include "facts/note/sentence.h"
#include "facts/note/target.h"

enum jscan_verdict {
	JSCAN_VERDICT_NONE,	/* somebody else's, or not real, or advice */
	JSCAN_VERDICT_WEAKNESS,
	JSCAN_VERDICT_STRENGTH,
	JSCAN_VERDICT_OPEN	/* cannot be told from this alone */
};

/* Does a section like this judge the writer? */
static inline bool
jscan_verdict_is_assessed(const struct jscan_note_context *context)
{
	return context->section == JSCAN_SECTION_SELF ||
	       context->section == JSCAN_SECTION_STRENGTHS ||
	       context->section == JSCAN_SECTION_FEEDBACK;
}

/* *why, when not NULL, says in a few words what decided. */
enum jscan_verdict
jscan_verdict_find(const struct jscan_sentence *sentence,
		   const struct jscan_target *target,
		   const struct jscan_note_context *context, const char **why);

const char *jscan_verdict_name(enum jscan_verdict verdict);

#endif
