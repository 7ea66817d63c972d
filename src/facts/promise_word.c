/*
 * The words of a sentence, in small letters, with the marks between them; what
 * looks for promises asks them by place.
 */
#include "facts/promise.h"

#include <string.h>

#include "facts/when_internal.h"

static bool is_letter(char c)
{
	return (unsigned char)((c | 0x20) - 'a') < 26 || (c & 0x80) ||
	       (c >= '0' && c <= '9');
}

static bool is_quote(const char *text, size_t len, size_t at)
{
	return text[at] == '\'' ||
	       (at + 2 < len && memcmp(text + at, "\xe2\x80\x99", 3) == 0);
}

/* Dashes, quotation marks and the like past ASCII: three bytes. */
static bool is_high_mark(const char *text, size_t len, size_t at)
{
	return at + 2 < len && memcmp(text + at, "\xe2\x80", 2) == 0;
}

static void add_word(struct jscan_promise_text *sentence, const char *text,
		     size_t begin, size_t end, char mark)
{
	struct jscan_promise_word *word = &sentence->words[sentence->count++];
	size_t size = end - begin;
	struct jscan_when_token token = {.kind = WHEN_WORD};

	memset(word, 0, sizeof(*word));
	word->begin = begin;
	word->end = end;
	word->mark = mark;
	if (text[begin] >= 'A' && text[begin] <= 'Z') {
		jscan_when_look_up(&token, text + begin, size);
		word->is_name = !jscan_when_is_anchor(&token);
	}
	for (size_t i = 0; size < sizeof(word->text) && i < size; i++) {
		char c = text[begin + i];

		word->text[i] = c >= 'A' && c <= 'Z' ? (char)(c | 0x20) : c;
	}
}

/* "she'll" is she and will, "I'd" is I and would. */
static void open_suffix(struct jscan_promise_text *sentence)
{
	struct jscan_promise_word *word = &sentence->words[sentence->count - 1];
	size_t size = word->end - word->begin;

	if (size == 2 && word->text[0] == 'l' && word->text[1] == 'l')
		memcpy(word->text, "will", 5);
	else if (size == 1 && word->text[0] == 'd')
		memcpy(word->text, "would", 6);
	else if (size == 1 && word->text[0] == 't')
		memcpy(word->text, "not", 4);
}

/* The weightier one of a byte between two words and the mark before it. */
static char read_mark(char c, char mark)
{
	switch (c) {
	case ';':
	case ':':
	case '.':
	case '!':
	case '?':
		return ';';
	case ',':
	case '-':
	case '(':
	case ')':
		return mark == ' ' ? ',' : mark;
	default:
		return mark;
	}
}

void jscan_promise_read_words(struct jscan_promise_text *sentence,
			      const char *text, size_t len)
{
	size_t at = 0;
	char mark = ' ';
	bool is_suffix = false;

	sentence->count = 0;
	while (at < len && sentence->count < JSCAN_PROMISE_WORDS) {
		size_t begin = at;

		while (at < len && is_letter(text[at]) &&
		       (!(text[at] & 0x80) || (!is_quote(text, len, at) &&
					       !is_high_mark(text, len, at))))
			at++;
		if (at > begin) {
			add_word(sentence, text, begin, at, mark);
			if (is_suffix)
				open_suffix(sentence);
			mark = ' ';
			is_suffix = at < len && is_quote(text, len, at);
			continue;
		}
		if (is_quote(text, len, at)) {
			at += text[at] == '\'' ? 1 : 3;
			continue;
		}
		is_suffix = false;
		if (is_high_mark(text, len, at)) {
			mark = mark == ' ' ? ',' : mark;
			at += 3;
			continue;
		}
		mark = read_mark(text[at++], mark);
	}
}

bool jscan_promise_is_any(const char *word, const char *const *list)
{
	for (; *list; list++)
		if (**list == *word && strcmp(word, *list) == 0)
			return true;
	return false;
}

/* The word `back` places before, "" past the start or over a full stop. */
const char *jscan_promise_before(const struct jscan_promise_text *s, size_t at,
				 size_t back)
{
	for (size_t i = 0; i < back; i++)
		if (at < i + 1 || s->words[at - i].mark == ';')
			return "";
	return s->words[at - back].text;
}

const char *jscan_promise_behind(const struct jscan_promise_text *s, size_t at,
				 size_t ahead)
{
	return at + ahead < s->count && s->words[at + ahead].mark != ';'
		       ? s->words[at + ahead].text
		       : "";
}

bool jscan_promise_has_before(const struct jscan_promise_text *s, size_t at,
			      size_t reach, const char *const *list)
{
	for (size_t back = 1; back <= reach; back++) {
		const char *word = jscan_promise_before(s, at, back);

		if (*word == '\0')
			return false;
		if (jscan_promise_is_any(word, list))
			return true;
	}
	return false;
}
