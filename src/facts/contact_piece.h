/* What one piece of a contact line is: label, name, title or company. */
#ifndef JSCAN_FACTS_CONTACT_PIECE_H
#define JSCAN_FACTS_CONTACT_PIECE_H

#include "facts/contact_line.h"

/* Leaves out blanks, quotes, emphasis and brackets at both ends. */
void jscan_piece_trim(const char **text, size_t *len);

/* "and", "with", "our" in front of a name or title say nothing of it. */
void jscan_piece_skip_small_words(const char **text, size_t *len);

/*
 * "Ruiz, Dana" as "Dana Ruiz", in the arena; any other text as it is.  Only for
 * text that is said to be one name.
 */
const char *jscan_piece_turn_name(struct jscan_arena *arena, const char *text,
				  size_t *len);

/* Title, role or company of the mention spoken of, or of the next one. */
void jscan_piece_set_words(struct jscan_contact_line *line,
			   enum jscan_contact_field field, const char *text,
			   size_t len);

/*
 * Takes a piece of text between the separators `before` and `after` (the
 * character; '\n' at the start and end of the line, ' ' beside an address).
 * Returns false when it is nothing of a contact.
 */
bool jscan_piece_take(struct jscan_contact_line *line, const char *text,
		      size_t len, char before, char after);

#endif
