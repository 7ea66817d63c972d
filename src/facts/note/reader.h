/*
 * The reading of one sentence: from its words to what it says of the writer.
 * Shared by the reading of notes and by the account of it.
 */
#ifndef JSCAN_FACTS_NOTE_READER_H
#define JSCAN_FACTS_NOTE_READER_H

#include "facts/note.h"
#include "facts/note/lexicon.h"
#include "facts/note/model.h"
#include "facts/note/sentence.h"
#include "facts/note/silent.h"
#include "facts/note/target.h"

/* Has a pattern of a category given up in this note? */
enum { JSCAN_GAVE_UP_NO, JSCAN_GAVE_UP_NEW, JSCAN_GAVE_UP_TOLD };

struct jscan_note_reader {
	const struct jscan_lexicon *lexicon;
	struct jscan_pattern_matcher *matcher; /* NULL: no own patterns */
	struct jscan_silent *silent; /* NULL: with own patterns */
	struct jscan_sentence sentence;
	struct jscan_target_view view;
	struct jscan_target targets[JSCAN_TARGET_MOST];
	size_t target_count;
	uint32_t features[JSCAN_FEATURE_MOST];
	int32_t scores[JSCAN_CATEGORY_KNOWN]; /* of the model */
	/* What the sentence says of each category: 0, or a polarity + 1. */
	unsigned char said[JSCAN_CATEGORY_MOST];
	bool has_said;
	bool has_found; /* scopes and targets of this sentence */
	bool is_possible; /* it may speak of the writer, as it stands */
	unsigned limit_count; /* how often one gave up in this note */
	bool has_new_limit; /* a category gave up since the last collecting */
	unsigned char gave_up[JSCAN_CATEGORY_MOST]; /* NO, NEW or TOLD */
};

/* Is anything of the writer to be looked for here? */
bool jscan_note_is_read(const struct jscan_note_context *context);

/* Words, scopes and targets of reader->sentence, split from `text`. */
void jscan_note_reader_find(struct jscan_note_reader *reader, const char *text,
			    const struct jscan_note_context *context);

/*
 * Reads reader->sentence, already split from `text`, and fills targets and
 * said.
 */
void jscan_note_reader_judge(struct jscan_note_reader *reader, const char *text,
			     const struct jscan_note_context *context);

#endif
