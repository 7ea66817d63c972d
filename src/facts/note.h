/*
 * What a note says of its writer: weaknesses and strengths, read sentence by
 * sentence.  Triggers, scopes, targets and verdict are separate parts; the
 * words are data (lexicon).
 */
#ifndef JSCAN_FACTS_NOTE_H
#define JSCAN_FACTS_NOTE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "base/buf.h"
#include "config/config.h"
#include "journalscan.h"

#define JSCAN_CATEGORY_MOST 256

/*
 * All that reading needs, built once and then only read, by many threads: the
 * known categories and behaviours, and those of the configuration.
 */
struct jscan_lexicon;

/* Returns 0, or -1: JSCAN_ERR_CONFIG when an own pattern does not compile. */
int jscan_lexicon_new(struct jscan_lexicon **out,
		      const struct jscan_config *config,
		      struct jscan_error *err);
void jscan_lexicon_free(struct jscan_lexicon *lexicon);

size_t jscan_lexicon_category_count(const struct jscan_lexicon *lexicon);
const struct jscan_category *
jscan_lexicon_get_category(const struct jscan_lexicon *lexicon, size_t index);

/* Index of a category by id (caseless), or -1; */
int jscan_lexicon_find_category(const struct jscan_lexicon *lexicon,
				const char *id, size_t len);

/* Where a text stands. */
struct jscan_note_context {
	enum jscan_section section;
	bool is_quoted; /* in a block quote */
	bool is_item;	/* a list item or table cell: often a bare phrase */
	bool is_mock;	/* feedback of a friend who plays the interviewer */
	/* Folded words that are names of people of this entry; may be NULL. */
	const struct jscan_texts *names;
};

struct jscan_note {
	size_t offset; /* where its sentence starts in the text */
	size_t len;    /* of the sentence */
	unsigned category;
	enum jscan_polarity polarity;
	enum jscan_evidence source; /* JSCAN_FROM_SELF or _FEEDBACK */
};

struct jscan_notes {
	struct jscan_note *items;
	size_t count;
	/* Sentences of self-criticism that no category takes. */
	struct jscan_note *unclassified; /* category is unused */
	size_t unclassified_count;
	/* Categories with an own pattern that gave up, each once a note. */
	unsigned *given_up;
	size_t given_up_count;
};

/* One reader a thread: match data, buffers, what the last block said. */
struct jscan_note_reader;
struct jscan_note_reader *
jscan_note_reader_new(const struct jscan_lexicon *lexicon);
void jscan_note_reader_free(struct jscan_note_reader *reader);

/* A new note: patterns that gave up are tried again. */
void jscan_note_reader_restart(struct jscan_note_reader *reader);

/* Forget what was said before: a new note, or a new heading. */
void jscan_note_reader_reset(struct jscan_note_reader *reader);

/*
 * Reads one block of text (sentences split here) and appends what it says.
 * Linear in `len`.
 */
void jscan_note_reader_read(struct jscan_note_reader *reader,
			    struct jscan_notes *out, const char *text,
			    size_t len,
			    const struct jscan_note_context *context,
			    struct jscan_arena *arena);

/*
 * The same, told step by step for `why FILE:LINE`: trigger, scope, verdict of
 * each candidate, one line each, as text.
 */
void jscan_note_reader_explain(struct jscan_note_reader *reader,
			       struct jscan_buf *out, const char *text,
			       size_t len,
			       const struct jscan_note_context *context,
			       struct jscan_arena *arena);

#endif
