/*
 * A sentence ends with a full stop that is of no abbreviation and no number,
 * or with a line that was ended on purpose.
 */
#include "facts/note/boundary.h"

#include <string.h>

#include "facts/note/character.h"

#define LINE_SHORT 60 /* bytes: a shorter line was ended on purpose */

#define LETTER(c) (1u << ((c) & 0x1f))
/* Of the words that follow. */
#define INITIALS                                                              \
	(LETTER('a') | LETTER('d') | LETTER('e') | LETTER('i') | LETTER('j') | \
	 LETTER('l') | LETTER('m') | LETTER('p') | LETTER('s') | LETTER('v'))

/* Words behind which a full stop ends nothing. */
static bool is_abbreviation(const struct jscan_token *token, const char *text)
{
	static const char known[][7] = {"mr",  "mrs", "ms", "dr",     "prof",
					"st",  "vs",  "etc", "eg",    "ie",
					"inc", "ltd", "jr", "approx", "sr"};
	const char *word = text + token->offset;

	if (token->len == 1)
		return (word[0] | 0x20) != 'i';
	if (token->len > 6 || !(INITIALS & LETTER(word[0])))
		return false;
	/* "No." is missing: a sentence more often than "number". */
	for (size_t i = 0; i < sizeof(known) / sizeof(known[0]); i++) {
		size_t len = 0;

		while (len < token->len && (word[len] | 0x20) == known[i][len])
			len++;
		if (len == token->len && !known[i][len])
			return true;
	}
	return false;
}

bool jscan_boundary_is_end(struct jscan_sentence_scanner *scanner,
			   const struct jscan_token *last, char mark)
{
	const char *text = scanner->text;
	size_t pos = scanner->pos, dots = 0;
	bool has_closed = false;
	struct jscan_character c;

	/* Most often white space comes next, and nothing more is to be seen. */
	if (pos + 1 < scanner->len && jscan_character_is_stop(text[pos]) &&
	    jscan_character_is_space(text[pos + 1])) {
		scanner->pos++;
		return mark != '.' || !last || !is_abbreviation(last, text);
	}

	for (;;) {
		c = jscan_character_read(text + pos, scanner->len - pos);
		if (c.kind == JSCAN_CHARACTER_MARK &&
		    jscan_character_is_stop(c.fold))
			dots += c.fold == '.' ? c.bytes : 0;
		else if ((c.kind == JSCAN_CHARACTER_MARK &&
			  strchr("\")]*_", c.fold) && c.fold && !c.opens) ||
			 (c.kind == JSCAN_CHARACTER_APOSTROPHE))
			has_closed = true;
		else
			break;
		if (c.fold == '"')
			scanner->is_quoted = false;
		pos += c.bytes;
	}
	scanner->pos = pos;
	if (c.kind == JSCAN_CHARACTER_END)
		return true;
	if (c.kind != JSCAN_CHARACTER_SPACE)
		return false;
	while (pos < scanner->len && jscan_character_is_space(text[pos]))
		pos++;
	c = jscan_character_read(text + pos, scanner->len - pos);
	if (c.kind == JSCAN_CHARACTER_LETTER && !c.is_upper &&
	    !(c.fold >= '0' && c.fold <= '9') && (has_closed || dots > 1))
		return false;
	return mark != '.' || has_closed || !last ||
	       !is_abbreviation(last, text);
}

bool jscan_boundary_is_line_end(const struct jscan_sentence_scanner *scanner,
				size_t pos)
{
	struct jscan_character c;

	if (pos - scanner->line_start >= LINE_SHORT)
		return false;
	c = jscan_character_read(scanner->text + pos + 1,
				 scanner->len - pos - 1);
	return c.kind != JSCAN_CHARACTER_LETTER || c.is_upper;
}
