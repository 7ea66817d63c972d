/*
 * A sentence ends with a full stop that is of no abbreviation and no number,
 * or with a line that was ended on purpose.
 */
#include "facts/note/boundary.h"

#include <string.h>

#include "facts/note/character.h"

#define LINE_SHORT 60 /* bytes: a shorter line was ended on purpose */

static bool is_word(const char *word, size_t len, const char *known)
{
	for (size_t i = 0; i < len; i++) {
		if ((word[i] | 0x20) != known[i])
			return false;
	}
	return known[len] == '\0';
}

#define PAIR(a, b) ((a) << 8 | (b))

/* Words behind which a full stop ends nothing. */
static bool is_abbreviation(const struct jscan_token *token, const char *text)
{
	const char *word = text + token->offset;
	size_t len = token->len;

	if (len == 1)
		return (word[0] | 0x20) != 'i';
	if (len > 6)
		return false;
	/* "No." is missing: a sentence more often than "number". */
	switch (PAIR((unsigned char)word[0] | 0x20,
		     (unsigned char)word[1] | 0x20)) {
	case PAIR('m', 'r'):
		return len == 2 || is_word(word, len, "mrs");
	case PAIR('p', 'r'):
		return is_word(word, len, "prof");
	case PAIR('e', 't'):
		return is_word(word, len, "etc");
	case PAIR('i', 'n'):
		return is_word(word, len, "inc");
	case PAIR('l', 't'):
		return is_word(word, len, "ltd");
	case PAIR('a', 'p'):
		return is_word(word, len, "approx");
	case PAIR('m', 's'):
	case PAIR('d', 'r'):
	case PAIR('s', 't'):
	case PAIR('v', 's'):
	case PAIR('e', 'g'):
	case PAIR('i', 'e'):
	case PAIR('j', 'r'):
	case PAIR('s', 'r'):
		return len == 2;
	default:
		return false;
	}
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
