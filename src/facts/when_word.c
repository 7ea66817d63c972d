/*
 * What is left to say of a word that is not only what its letters say: with
 * letters beyond ASCII, with a mark or digit beside it, of a holiday's name, or
 * one of several that are put together, as numbers spelled out are.
 */
#include "facts/when_byte.h"

#include <string.h>

/* The end of the run of letters that starts at `at`. */
static size_t find_word_end(const char *text, size_t len, size_t at)
{
	size_t size;

	for (;;) {
		while (at < len &&
		       jscan_when_class_of(text[at]) == WHEN_B_LETTER)
			at++;
		if (at == len || jscan_when_class_of(text[at]) != WHEN_B_HIGH ||
		    jscan_when_classify_high(&size, text, len, at) !=
			    WHEN_HIGH_LETTER)
			return at;
		at++;
	}
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

	if (end >= len || jscan_when_class_of(text[end]) != WHEN_B_DIGIT ||
	    (end + 1 < len &&
	     (jscan_when_class_of(text[end + 1]) == WHEN_B_DIGIT ||
	      jscan_when_class_of(text[end + 1]) == WHEN_B_LETTER)))
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
	if (begin > 0 && jscan_when_class_of(text[begin - 1]) == WHEN_B_OTHER &&
	    memchr("@_#\\$&", text[begin - 1], 6))
		return true;
	if (begin > 1 && (text[begin - 1] == '.' || text[begin - 1] == '/') &&
	    (jscan_when_class_of(text[begin - 2]) == WHEN_B_LETTER ||
	     text[begin - 2] == '/'))
		return true;
	if (end + 1 < len && jscan_when_class_of(text[end]) == WHEN_B_OTHER &&
	    memchr("@_.:\\=", text[end], 6) &&
	    (jscan_when_class_of(text[end + 1]) == WHEN_B_LETTER ||
	     text[end] == '@' || text[end] == '_' || text[end + 1] == '/'))
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
			  !(jscan_when_class_of(text[at]) == WHEN_B_HIGH &&
			    jscan_when_classify_high(&size, text, len, at) ==
				    WHEN_HIGH_QUOTE)))
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
	if (end < tokens->len &&
	    jscan_when_class_of(text[end]) == WHEN_B_DIGIT &&
	    token->kind != WHEN_MONTH)
		token->kind = WHEN_WORD;
	if ((token->flags & WHEN_SHORT) && end < tokens->len &&
	    text[end] == '.')
		tokens->next = end + 1;
	if (token->flags & WHEN_SPELLED)
		join_spelled(tokens);
}

/*
 * Takes in the letters beyond ASCII that a word goes on with, if they are
 * letters: then it is none of the table.  Returns its end.
 */
static size_t take_high(struct jscan_when_tokens *tokens,
			struct jscan_when_token *token)
{
	const char *text = tokens->text;
	size_t begin = token->offset, size;

	tokens->next = find_word_end(text, tokens->len, tokens->next);
	size = tokens->next - begin;
	if (size == token->len)
		return tokens->next;
	token->len = size > UINT16_MAX ? UINT16_MAX : (uint16_t)size;
	token->flags &= WHEN_GLUED | WHEN_CAPITAL;
	token->value = 0;
	token->cues = 0;
	token->kind = WHEN_WORD;
	if (jscan_when_class_of(text[begin]) == WHEN_B_LETTER)
		jscan_when_look_up(token, text + begin, size);
	return tokens->next;
}

/* A word that may not be what its letters say. */
void jscan_when_finish_word(struct jscan_when_tokens *tokens,
			    struct jscan_when_token *token)
{
	const char *text = tokens->text;
	size_t len = tokens->len, begin = token->offset, end = tokens->next;

	if (end < len && jscan_when_class_of(text[end]) == WHEN_B_HIGH)
		end = take_high(tokens, token);
	if (jscan_when_class_of(text[begin]) != WHEN_B_LETTER)
		return;
	if (end - begin == 1 && set_quarter(token, text, len, end)) {
		token->len = 2;
		tokens->next = end + 1;
		return;
	}
	if (token->kind == WHEN_HOLIDAY && !set_holiday(tokens, token))
		token->kind = WHEN_WORD;
	if (token->kind != WHEN_WORD)
		finish_word(tokens, token);
	if (tokens->next == token->offset + token->len && tokens->next < len &&
	    (text[tokens->next] == '\'' || text[tokens->next] & 0x80))
		take_suffix(tokens, &tokens->items[tokens->count - 1]);
}
