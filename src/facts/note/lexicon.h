/* What a lexicon holds besides the tables that are part of the program. */
#ifndef JSCAN_FACTS_NOTE_LEXICON_H
#define JSCAN_FACTS_NOTE_LEXICON_H

#include "base/arena.h"
#include "facts/note.h"
#include "facts/note/own.h"

struct jscan_lexicon {
	struct jscan_arena arena;
	struct jscan_category categories[JSCAN_CATEGORY_MOST];
	size_t category_count;
	struct jscan_own own;
};

#endif
