/*
 * Text to tokens: one pass, a window at a time, so that a text of any length
 * needs the same memory.  Words that no date is made of become one kind; the
 * rest is looked up once, and numbers spelled out in two words ("twenty-third")
 * are put together.
 */
#include "facts/when_byte.h"

#include <string.h>

static struct jscan_when_token *push(struct jscan_when_tokens *tokens,
				     size_t offset, size_t end, uint8_t kind,
				     bool is_glued)
{
	struct jscan_when_token *token = &tokens->items[tokens->count++];
	size_t size = end - offset;

	memset(token, 0, sizeof(*token));
	token->offset = offset;
	token->len = size > UINT16_MAX ? UINT16_MAX : (uint16_t)size;
	token->kind = kind;
	token->flags = is_glued ? WHEN_GLUED : 0;
	return token;
}

/* Is a word between blanks what the table says? */
static bool is_plain_word(const struct jscan_when_token *token)
{
	return !(token->flags & (WHEN_GLUED | WHEN_SPELLED)) &&
	       token->kind != WHEN_HOLIDAY && token->kind != WHEN_PART;
}

/* Returns whether something is glued to it. */
static bool push_word(struct jscan_when_tokens *tokens, bool is_glued)
{
	size_t begin = tokens->next, len = tokens->len;
	const char *text = tokens->text;
	struct jscan_when_token *token =
		push(tokens, begin, begin, WHEN_WORD, is_glued);
	size_t size = jscan_when_read_word(token, text + begin, len - begin);
	size_t end = begin + size;

	token->len = size > UINT16_MAX ? UINT16_MAX : (uint16_t)size;
	if ((text[begin] & 0xa0) == 0)
		token->flags |= WHEN_CAPITAL;
	if (end < len && text[end] == ' ' && is_plain_word(token)) {
		tokens->next = end + 1;
		return false;
	}
	tokens->next = end;
	jscan_when_finish_word(tokens, token);
	return true;
}

/* Marks that make the number behind them no date: money, ids, paths. */
static bool follows_mark(const char *text, size_t at)
{
	unsigned char before;

	if (at == 0)
		return false;
	before = (unsigned char)text[at - 1];
	if (memchr("#$@_/\\.+=&~", before, 11) || (before | 0x20) == 'v')
		return true;
	/* Behind a month, a quarter's year or a word: room12. */
	if (jscan_when_class_of(text[at - 1]) == WHEN_B_LETTER)
		return true;
	if (before >= 0x80 && at >= 3) {
		size_t size;

		if ((unsigned char)text[at - 3] == 0xe2)
			return jscan_when_classify_high(&size, text, at,
							at - 3) ==
				       WHEN_HIGH_MARK &&
			       (unsigned char)text[at - 2] == 0x82;
		return (unsigned char)text[at - 2] == 0xc2 && before != 0xa0;
	}
	return before == '-' && at >= 2 &&
	       (jscan_when_class_of(text[at - 2]) == WHEN_B_LETTER);
}

static void push_number(struct jscan_when_tokens *tokens, bool is_glued)
{
	size_t begin = tokens->next;
	struct jscan_when_token *token =
		push(tokens, begin, begin, WHEN_JUNK, is_glued);
	struct jscan_when_token *before = tokens->count > 1 ? token - 1 : NULL;
	bool is_marked = follows_mark(tokens->text, begin);
	size_t size = jscan_when_scan_number(token, tokens->text, tokens->len,
					     begin, tokens->is_day_first);

	token->len = size > UINT16_MAX ? UINT16_MAX : (uint16_t)size;
	tokens->next = begin + size;
	if (before && before->offset + before->len < begin &&
	    before->kind == WHEN_MONTH)
		is_marked = is_marked && tokens->text[begin - 1] != '.';
	/* Feb13, 22-Jan-2019, sept.16th: glued, but to a month. */
	if (is_marked && before && is_glued &&
	    (before->kind == WHEN_MONTH ||
	     ((before->kind == WHEN_DASH || before->kind == WHEN_SLASH) &&
	      before > tokens->items && memchr("MOT", before[-1].kind, 3))))
		is_marked = false;
	if (is_marked)
		token->kind = WHEN_JUNK;
}

/* '26: a year, when an apostrophe and two digits stand alone. */
static bool push_short_year(struct jscan_when_tokens *tokens, size_t quote)
{
	const char *text = tokens->text;
	size_t at = tokens->next + quote;
	struct jscan_when_token *token;

	if (at + 2 > tokens->len ||
	    jscan_when_class_of(text[at]) != WHEN_B_DIGIT ||
	    jscan_when_class_of(text[at + 1]) != WHEN_B_DIGIT ||
	    (at + 2 < tokens->len &&
	     (jscan_when_class_of(text[at + 2]) == WHEN_B_DIGIT ||
	      jscan_when_class_of(text[at + 2]) == WHEN_B_LETTER)))
		return false;
	token = push(tokens, tokens->next, at + 2, WHEN_NUMBER, false);
	token->value = (int16_t)((text[at] - '0') * 10 + text[at + 1] - '0');
	token->value =
		(int16_t)(token->value + (token->value < 70 ? 2000 : 1900));
	token->digits = 4;
	tokens->next = at + 2;
	return true;
}

/* A mark of ASCII; 0 for emphasis and quotation marks, which say nothing. */
static uint8_t find_mark_kind(char c)
{
	switch (c) {
	case ',':
		return WHEN_COMMA;
	case '-':
		return WHEN_DASH;
	case '/':
		return WHEN_SLASH;
	case '&':
		return WHEN_AND;
	case '(':
	case '[':
		return WHEN_OPEN;
	case ')':
	case ']':
		return WHEN_CLOSE;
	case '*':
	case '_':
	case '~':
	case '`':
	case '"':
	case '\'':
		return 0;
	default:
		return WHEN_BREAK;
	}
}

/* The full stop of "Mr.", which ends nothing. */
static bool follows_honorific(const struct jscan_when_tokens *tokens,
			      bool is_glued)
{
	static const char *const words[] = {"mr", "mrs",  "ms", "mx",
					    "dr", "prof", "hr", NULL};
	const struct jscan_when_token *last;

	if (!is_glued || tokens->count == 0)
		return false;
	last = &tokens->items[tokens->count - 1];
	return last->kind == WHEN_WORD && last->len <= 4 &&
	       !(tokens->text[last->offset] & 0x20) &&
	       jscan_when_is_word(tokens, last, words);
}

static void push_mark(struct jscan_when_tokens *tokens, bool is_glued)
{
	const char *text = tokens->text;
	size_t begin = tokens->next, size = 1;
	uint8_t kind;

	if (jscan_when_class_of(text[begin]) == WHEN_B_HIGH) {
		enum jscan_when_high high = jscan_when_classify_high(
			&size, text, tokens->len, begin);

		if (begin + size > tokens->len)
			size = tokens->len - begin;
		if (high == WHEN_HIGH_QUOTE && push_short_year(tokens, size))
			return;
		kind = high == WHEN_HIGH_DASH ? WHEN_DASH : WHEN_BREAK;
	} else {
		if (text[begin] == '\'' && push_short_year(tokens, 1))
			return;
		kind = text[begin] == '.' && follows_honorific(tokens, is_glued)
			       ? 0
			       : find_mark_kind(text[begin]);
	}
	tokens->next = begin + size;
	if (kind != 0)
		push(tokens, begin, begin + size, kind, is_glued);
}

/* A full stop that ends the sentence. */
static bool is_stop(const struct jscan_when_tokens *tokens, size_t anchor)
{
	const struct jscan_when_token *last;
	char c;

	if (tokens->count == 0)
		return false;
	last = &tokens->items[tokens->count - 1];
	c = tokens->text[last->offset];
	return last->kind == WHEN_BREAK && last->offset > anchor &&
	       (c == '.' || c == '!' || c == '?');
}

void jscan_when_fill(struct jscan_when_tokens *tokens, size_t anchor)
{
	const char *text = tokens->text;
	bool is_glued =
		tokens->next > 0 &&
		jscan_when_class_of(text[tokens->next - 1]) != WHEN_B_SPACE;

	while (tokens->next < tokens->len && tokens->count < WHEN_WINDOW) {
		size_t size;

		switch (jscan_when_class_of(text[tokens->next])) {
		case WHEN_B_SPACE:
			tokens->next++;
			is_glued = false;
			continue;
		case WHEN_B_LETTER:
			is_glued = push_word(tokens, is_glued);
			continue;
		case WHEN_B_DIGIT:
			push_number(tokens, is_glued);
			break;
		case WHEN_B_HIGH:
			switch (jscan_when_classify_high(
				&size, text, tokens->len, tokens->next)) {
			case WHEN_HIGH_SPACE:
				tokens->next += size;
				is_glued = false;
				continue;
			case WHEN_HIGH_LETTER:
				push_word(tokens, is_glued);
				break;
			default:
				push_mark(tokens, is_glued);
			}
			break;
		default:
			push_mark(tokens, is_glued);
			if (is_stop(tokens, anchor))
				return;
		}
		is_glued = true;
	}
	if (tokens->next > tokens->len)
		tokens->next = tokens->len;
}
