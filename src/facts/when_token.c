/*
 * Text to tokens: one pass, a window at a time, so that a text of any length
 * needs the same memory.  Words that no date is made of become one kind; the
 * rest is looked up once, and numbers spelled out in two words ("twenty-third")
 * are put together.
 */
#include "facts/when_internal.h"

#include <string.h>

enum byte_class { B_OTHER, B_SPACE, B_LETTER, B_DIGIT, B_HIGH };

/* clang-format off */
static const uint8_t classes[256] = {
	0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 0, 0,
	0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
	1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
	3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 0, 0, 0, 0, 0, 0,
	0, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2,
	2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 0, 0, 0, 0, 0,
	0, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2,
	2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 0, 0, 0, 0, 0,
	4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4,
	4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4,
	4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4,
	4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4,
	4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4,
	4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4,
	4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4,
	4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4,
};
/* clang-format on */

static enum byte_class class_of(char c)
{
	return (enum byte_class)classes[(unsigned char)c];
}

enum high { HIGH_LETTER, HIGH_SPACE, HIGH_DASH, HIGH_QUOTE, HIGH_MARK };

/* What a character past ASCII is to us; its bytes go to *size. */
static enum high classify_high(size_t *size, const char *text, size_t len,
			       size_t at)
{
	unsigned char a = (unsigned char)text[at];
	unsigned char b = at + 1 < len ? (unsigned char)text[at + 1] : 0;
	unsigned char c = at + 2 < len ? (unsigned char)text[at + 2] : 0;

	*size = 1;
	if (a == 0xc2 && b >= 0x80 && b < 0xc0) {
		*size = 2;
		return b == 0xa0 ? HIGH_SPACE : HIGH_MARK;
	}
	if (a == 0xe2 && b == 0x80) {
		*size = 3;
		if (c >= 0x90 && c <= 0x95)
			return HIGH_DASH;
		if (c == 0x99 || c == 0x98)
			return HIGH_QUOTE;
		if (c == 0xaf || (c >= 0x80 && c <= 0x8a))
			return HIGH_SPACE;
		return HIGH_MARK;
	}
	if (a >= 0xe2 && a <= 0xe2 && b >= 0x82) {
		*size = 3;
		return HIGH_MARK; /* currency, arrows, symbols */
	}
	if (a >= 0xf0) {
		*size = 4;
		return HIGH_MARK; /* pictures */
	}
	return HIGH_LETTER;
}

/* The end of the run of letters that starts at `at`. */
static size_t find_word_end(const char *text, size_t len, size_t at)
{
	size_t size;

	for (;;) {
		while (at < len && class_of(text[at]) == B_LETTER)
			at++;
		if (at == len || class_of(text[at]) != B_HIGH ||
		    classify_high(&size, text, len, at) != HIGH_LETTER)
			return at;
		at++;
	}
}

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

/* "twenty" "three" to 23, "nineteen" "ninety" is left alone. */
static void join_spelled(struct jscan_when_tokens *tokens)
{
	struct jscan_when_token *last = &tokens->items[tokens->count - 1];
	struct jscan_when_token *tens;
	size_t back = 1;

	if (!(last->flags & WHEN_SPELLED) || last->value > 9 ||
	    tokens->count < 2)
		return;
	if (last[-1].kind == WHEN_DASH && (last[-1].flags & WHEN_GLUED) &&
	    tokens->count > 2)
		back = 2;
	tens = last - back;
	if (tens->kind != WHEN_NUMBER || !(tens->flags & WHEN_SPELLED) ||
	    tens->value < 20 || tens->value % 10 != 0)
		return;
	tens->value = (int16_t)(tens->value + last->value);
	tens->kind = last->kind;
	tens->len = (uint16_t)(last->offset + last->len - tens->offset);
	tokens->count -= back;
}

/* "week-end" is one word. */
static bool join_weekend(struct jscan_when_tokens *tokens)
{
	struct jscan_when_token *last = &tokens->items[tokens->count - 1];

	if (last->kind != WHEN_PART || last->value != WHEN_END ||
	    tokens->count < 3 || last[-1].kind != WHEN_DASH ||
	    !(last->flags & WHEN_GLUED) || last[-2].kind != WHEN_UNIT ||
	    last[-2].value != WHEN_WEEK || !(last[-1].flags & WHEN_GLUED))
		return false;
	last[-2].value = WHEN_WEEKEND;
	last[-2].len = (uint16_t)(last->offset + last->len - last[-2].offset);
	tokens->count -= 2;
	return true;
}

/* Q2, H1: a letter and one digit. */
static bool set_quarter(struct jscan_when_token *token, const char *text,
			size_t len, size_t end)
{
	char letter = (char)(text[token->offset] | 0x20);
	int digit;

	if (end >= len || class_of(text[end]) != B_DIGIT ||
	    (end + 1 < len && (class_of(text[end + 1]) == B_DIGIT ||
			       class_of(text[end + 1]) == B_LETTER)))
		return false;
	digit = text[end] - '0';
	if (digit < 1 || digit > (letter == 'q' ? 4 : 2) ||
	    (letter != 'q' && letter != 'h'))
		return false;
	token->kind = WHEN_QUARTER;
	token->value = (int16_t)(letter == 'q' ? digit : digit + 4);
	return true;
}

/* Words in an address or a file name are no words: monday.com, @friday. */
static bool is_in_name(const char *text, size_t len, size_t begin, size_t end)
{
	if (begin > 0 && class_of(text[begin - 1]) == B_OTHER &&
	    memchr("@_#\\$&", text[begin - 1], 6))
		return true;
	if (begin > 1 && (text[begin - 1] == '.' || text[begin - 1] == '/') &&
	    (class_of(text[begin - 2]) == B_LETTER || text[begin - 2] == '/'))
		return true;
	if (end + 1 < len && class_of(text[end]) == B_OTHER &&
	    memchr("@_.:\\=", text[end], 6) &&
	    (class_of(text[end + 1]) == B_LETTER || text[end] == '@' ||
	     text[end] == '_' || text[end + 1] == '/'))
		return true;
	return false;
}

/*
 * Takes in "'s", "'ll" and the like behind a word.  "Monday's" is Monday, but
 * "that's" is no "that".
 */
static void take_suffix(struct jscan_when_tokens *tokens,
			struct jscan_when_token *token)
{
	const char *text = tokens->text;
	size_t at = tokens->next, len = tokens->len, size = 1, end;
	char first, second;

	if (at >= len || (text[at] != '\'' &&
			  !(class_of(text[at]) == B_HIGH &&
			    classify_high(&size, text, len, at) == HIGH_QUOTE)))
		return;
	end = find_word_end(text, len, at + size);
	if (end <= at + size || end - at - size > 2)
		return;
	first = (char)(text[at + size] | 0x20);
	second = end - at - size == 2 ? (char)(text[end - 1] | 0x20) : '\0';
	if ((first == 'l' && second == 'l') || (first == 'd' && !second))
		token->cues |= WHEN_CUE_SUFFIX_WILL;
	else if (first == 'v')
		token->cues |= WHEN_CUE_SUFFIX_HAVE;
	else if (first == 's' || first == 'm' || first == 'r')
		token->cues |= WHEN_CUE_SUFFIX_IS;
	if (!strchr("WRUHMSL~", token->kind))
		token->kind = WHEN_WORD;
	tokens->next = end;
}

/* The first word of a holiday's name was found: is the rest there? */
static bool set_holiday(struct jscan_when_tokens *tokens,
			struct jscan_when_token *token)
{
	int holiday;
	size_t size =
		jscan_when_match_holiday(&holiday, tokens->text + token->offset,
					 tokens->len - token->offset);

	if (size == 0)
		return false;
	token->value = (int16_t)holiday;
	token->len = (uint16_t)size;
	tokens->next = token->offset + size;
	return true;
}

/* Is it glued by a slash to a weekday or month? */
static bool follows_day(const struct jscan_when_tokens *tokens)
{
	const struct jscan_when_token *last = &tokens->items[tokens->count - 1];

	return tokens->count > 2 && last[-1].kind == WHEN_SLASH &&
	       last->kind == last[-2].kind &&
	       (last->kind == WHEN_WEEKDAY || last->kind == WHEN_MONTH);
}

/* What is left to say of a word that dates are made of. */
static void finish_word(struct jscan_when_tokens *tokens,
			struct jscan_when_token *token)
{
	const char *text = tokens->text;
	size_t end = tokens->next;

	if (join_weekend(tokens))
		return;
	/* "Wed/Thu" are two days, "docs/march" is one path. */
	if (!follows_day(tokens) &&
	    is_in_name(text, tokens->len, token->offset, end)) {
		token->kind = WHEN_JUNK;
		return;
	}
	/* A letter run straight into digits: Feb13 is a date, day4 is not. */
	if (end < tokens->len && class_of(text[end]) == B_DIGIT &&
	    token->kind != WHEN_MONTH)
		token->kind = WHEN_WORD;
	if ((token->flags & WHEN_SHORT) && end < tokens->len &&
	    text[end] == '.')
		tokens->next = end + 1;
	if (token->flags & WHEN_SPELLED)
		join_spelled(tokens);
}

static void push_word(struct jscan_when_tokens *tokens, bool is_glued)
{
	const char *text = tokens->text;
	size_t len = tokens->len, begin = tokens->next, end = begin;
	struct jscan_when_token *token;

	while (end < len && class_of(text[end]) == B_LETTER)
		end++;
	if (end < len && class_of(text[end]) == B_HIGH)
		end = find_word_end(text, len, end);
	token = push(tokens, begin, end, WHEN_WORD, is_glued);
	tokens->next = end;
	if (class_of(text[begin]) != B_LETTER)
		return;
	if (!(text[begin] & 0x20))
		token->flags |= WHEN_CAPITAL;
	if (end - begin == 1 && set_quarter(token, text, len, end)) {
		token->len = 2;
		tokens->next = end + 1;
		return;
	}
	jscan_when_look_up(token, text + begin, end - begin, len - begin);
	if (token->kind == WHEN_HOLIDAY && !set_holiday(tokens, token))
		token->kind = WHEN_WORD;
	if (token->kind != WHEN_WORD)
		finish_word(tokens, token);
	if (tokens->next == token->offset + token->len && tokens->next < len &&
	    (text[tokens->next] == '\'' || text[tokens->next] & 0x80))
		take_suffix(tokens, &tokens->items[tokens->count - 1]);
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
	if (class_of(text[at - 1]) == B_LETTER)
		return true;
	if (before >= 0x80 && at >= 3) {
		size_t size;

		if ((unsigned char)text[at - 3] == 0xe2)
			return classify_high(&size, text, at, at - 3) ==
				       HIGH_MARK &&
			       (unsigned char)text[at - 2] == 0x82;
		return (unsigned char)text[at - 2] == 0xc2 && before != 0xa0;
	}
	return before == '-' && at >= 2 && (class_of(text[at - 2]) == B_LETTER);
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

	if (at + 2 > tokens->len || class_of(text[at]) != B_DIGIT ||
	    class_of(text[at + 1]) != B_DIGIT ||
	    (at + 2 < tokens->len && (class_of(text[at + 2]) == B_DIGIT ||
				      class_of(text[at + 2]) == B_LETTER)))
		return false;
	token = push(tokens, tokens->next, at + 2, WHEN_NUMBER, false);
	token->value = (int16_t)((text[at] - '0') * 10 + text[at + 1] - '0');
	token->value =
		(int16_t)(token->value + (token->value < 70 ? 2000 : 1900));
	token->digits = 4;
	tokens->next = at + 2;
	return true;
}

static void push_mark(struct jscan_when_tokens *tokens, bool is_glued)
{
	size_t begin = tokens->next, size = 1;
	char c = tokens->text[begin];
	uint8_t kind = WHEN_BREAK;

	if (class_of(c) == B_HIGH) {
		enum high high =
			classify_high(&size, tokens->text, tokens->len, begin);

		if (begin + size > tokens->len)
			size = tokens->len - begin;
		if (high == HIGH_QUOTE && push_short_year(tokens, size))
			return;
		kind = high == HIGH_DASH ? WHEN_DASH : WHEN_BREAK;
	} else if (c == '\'') {
		if (push_short_year(tokens, 1))
			return;
	} else if (c == ',') {
		kind = WHEN_COMMA;
	} else if (c == '-') {
		kind = WHEN_DASH;
	} else if (c == '/') {
		kind = WHEN_SLASH;
	} else if (c == '&') {
		kind = WHEN_AND;
	} else if (c == '(' || c == '[') {
		kind = WHEN_OPEN;
	} else if (c == ')' || c == ']') {
		kind = WHEN_CLOSE;
	}
	tokens->next = begin + size;
	/* Emphasis and quotation marks say nothing here. */
	if (memchr("*_~`\"'", c, 6))
		return;
	push(tokens, begin, begin + size, kind, is_glued);
}

/* A full stop that ends the sentence. */
static bool is_stop(const struct jscan_when_tokens *tokens, size_t anchor)
{
	const struct jscan_when_token *last;

	if (tokens->count == 0)
		return false;
	last = &tokens->items[tokens->count - 1];
	return last->kind == WHEN_BREAK && last->offset > anchor &&
	       memchr(".!?", tokens->text[last->offset], 3) != NULL;
}

void jscan_when_fill(struct jscan_when_tokens *tokens, size_t anchor)
{
	const char *text = tokens->text;
	bool is_glued =
		tokens->next > 0 && class_of(text[tokens->next - 1]) != B_SPACE;

	while (tokens->next < tokens->len && tokens->count < WHEN_WINDOW) {
		size_t size;

		switch (class_of(text[tokens->next])) {
		case B_SPACE:
			tokens->next++;
			is_glued = false;
			continue;
		case B_LETTER:
			push_word(tokens, is_glued);
			break;
		case B_DIGIT:
			push_number(tokens, is_glued);
			break;
		case B_HIGH:
			switch (classify_high(&size, text, tokens->len,
					      tokens->next)) {
			case HIGH_SPACE:
				tokens->next += size;
				is_glued = false;
				continue;
			case HIGH_LETTER:
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
