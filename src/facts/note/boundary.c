/*
 * A sentence ends with a full stop that is of no abbreviation and no number,
 * or with a line that was ended on purpose: a short one before a capital, or
 * any in a paragraph of lines, where the next word would have had room.
 */
#include "facts/note/boundary.h"

#include <string.h>

#include "facts/note/character.h"

#define LINE_SHORT 60 /* bytes: a shorter line was ended on purpose */
#define WRAP_LEAST 40 /* bytes: nobody wraps text at fewer */

/* Words that no line of its own ends with, and those that none begins with. */
static const char *const open_ends[] = {
	"a",	 "about", "an",	  "and",   "as",   "at",   "because", "but",
	"by",	 "for",	  "from", "her",   "his",  "if",   "in",      "into",
	"its",	 "like",  "my",	  "nor",   "of",   "or",   "our",     "so",
	"than",	 "that",  "the",  "their", "to",   "when", "where",   "whether",
	"which", "while", "who",  "whose", "with", "your"};
static const char *const bound_starts[] = {
	"although", "and",   "because", "but",	"into",	  "nor",
	"of",	    "or",    "than",	"that", "though", "to",
	"whether",  "which", "whose",	"with", "without"};

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

static bool is_listed(const char *word, size_t len, const char *const *list,
		      size_t count)
{
	for (size_t i = 0; i < count; i++) {
		if (is_word(word, len, list[i]))
			return true;
	}
	return false;
}

#define IS_LISTED(word, len, list) \
	is_listed(word, len, list, sizeof(list) / sizeof(*(list)))

static bool is_letter(char c)
{
	return (c | 0x20) >= 'a' && (c | 0x20) <= 'z';
}

/* Does a sentence go on past the line break, as the words on both sides say? */
static bool goes_on(const char *text, size_t pos, size_t len)
{
	size_t end = pos, start, next = pos + 1;

	while (end > 0 && text[end - 1] == ' ')
		end--;
	if (end > 0 && strchr(",;:-(/&+", text[end - 1]))
		return true;
	/* A dash, or three dots. */
	if (end > 2 && !memcmp(text + end - 3, "\xe2\x80", 2))
		return true;
	for (start = end; start > 0 && is_letter(text[start - 1]);)
		start--;
	if (end > start && IS_LISTED(text + start, end - start, open_ends))
		return true;
	for (end = next; end < len && is_letter(text[end]);)
		end++;
	return IS_LISTED(text + next, end - next, bound_starts);
}

/*
 * Is each line of the text one that was ended on purpose?  In text that was
 * wrapped at some width, no line leaves room for the first word of the next.
 */
static bool is_of_lines(const char *text, size_t len)
{
	size_t most = 0, breaks = 0, roomy = 0;

	for (size_t at = 0, end; at < len; at = end + 1) {
		const char *found = memchr(text + at, '\n', len - at);

		end = found ? (size_t)(found - text) : len;
		if (end - at > most)
			most = end - at;
	}
	for (size_t at = 0, end; at < len; at = end + 1) {
		const char *found = memchr(text + at, '\n', len - at);
		size_t word;

		if (!found)
			break;
		end = (size_t)(found - text);
		for (word = end + 1;
		     word < len && text[word] != ' ' && text[word] != '\n';)
			word++;
		breaks++;
		/* A fifth of the width stays free: who wraps by hand is no
		 * machine. */
		roomy += (word - at) * 5 <= most * 4;
	}
	return most < WRAP_LEAST || (roomy > 0 && roomy * 2 >= breaks);
}

bool jscan_boundary_is_line_end(struct jscan_sentence_scanner *scanner,
				size_t pos)
{
	struct jscan_character c = jscan_character_read(scanner->text + pos + 1,
							scanner->len - pos - 1);
	bool may_begin = c.kind != JSCAN_CHARACTER_LETTER || c.is_upper;

	if (may_begin && pos - scanner->line_start < LINE_SHORT)
		return true;
	if (scanner->layout == JSCAN_LAYOUT_UNKNOWN)
		scanner->layout = is_of_lines(scanner->text, scanner->len)
					  ? JSCAN_LAYOUT_LINES
					  : JSCAN_LAYOUT_WRAPPED;
	return scanner->layout == JSCAN_LAYOUT_LINES &&
	       (may_begin || !goes_on(scanner->text, pos, scanner->len));
}
