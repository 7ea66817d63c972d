/*
 * Nearly all lines introduce nobody.  For somebody to be introduced a verb of
 * meeting has to stand before two words with capitals, or a title beside them,
 * and a title has one of the words that are heads of titles.  Where the line
 * holds anything unusual the answer is maybe.
 */
#include "facts/contact_maybe.h"

#include <string.h>
#include <strings.h>

#include "base/sixteen.h"
#include "base/utf8.h"
#include "facts/contact_mark.h"
#include "facts/title.h"

#define MOST_TITLE_WORDS 4 /* before a name */
#define MOST_ARTICLE	 5 /* bytes of the longest */

bool jscan_is_article(const char *text, size_t len)
{
	static const char *const words[] = {"the", "a",	  "an",	 "our",
					    "my",  "her", "his", "their"};

	/* All begin with one of these letters. */
	if (len == 0 || strchr("taomhTAOMH", *text) == NULL)
		return false;
	for (size_t i = 0; i < sizeof(words) / sizeof(words[0]); i++)
		if ((*text | 0x20) == *words[i] && strlen(words[i]) == len &&
		    strncasecmp(words[i], text, len) == 0)
			return true;
	return false;
}

bool jscan_is_introduced(const char *text, size_t start, size_t pos)
{
#define WORDS(words) \
	{ \
		words, sizeof(words) - 1 \
	}
	static const struct {
		const char *words;
		size_t len;
	} verbs[] = {WORDS("met "),	     WORDS("meet "),
		     WORDS("meeting "),	     WORDS("with "),
		     WORDS("by "),	     WORDS("talked to "),
		     WORDS("spoke to "),     WORDS("introduced to "),
		     WORDS("call from "),    WORDS("interviewer is "),
		     WORDS("recruiter is "), WORDS("interviewer was "),
		     WORDS("recruiter was ")};
#undef WORDS

	/* All end in one of these letters. */
	if (pos - start < 3 || text[pos - 1] != ' ' ||
	    strchr("tghyosmTGHYOSM", text[pos - 2]) == NULL)
		return false;
	for (size_t i = 0; i < sizeof(verbs) / sizeof(verbs[0]); i++) {
		size_t len = verbs[i].len;
		const char *verb = text + pos - len;

		if (pos - start >= len && (*verb | 0x20) == *verbs[i].words &&
		    strncasecmp(verb, verbs[i].words, len) == 0)
			return true;
	}
	return false;
}

static bool is_capital(char c)
{
	return c >= 'A' && c <= 'Z';
}

static bool is_small(char c)
{
	return c >= 'a' && c <= 'z';
}

/* The end of a letter and small letters behind it, which begin at `at`. */
static size_t find_word_end(const char *text, size_t at, size_t end)
{
	if (at < end && is_capital(text[at]))
		at++;
	while (at < end && is_small(text[at]))
		at++;
	return at;
}

bool jscan_maybe_title_before(const char *text, size_t start, size_t end)
{
	for (int words = 0; words < MOST_TITLE_WORDS && end > start; words++) {
		size_t word = end, stop = end;
		bool has_stop = text[end - 1] == '.';
		enum jscan_title_part what;

		stop -= has_stop || text[end - 1] == '!' ||
			text[end - 1] == '?';
		while (word > start && text[word - 1] != ' ')
			word--;
		if (word >= stop || find_word_end(text, word, stop) != stop)
			return true;
		if (end - word <= MOST_ARTICLE &&
		    jscan_is_article(text + word, end - word))
			return false;
		/* "A." is an initial. */
		if (stop - word > 1 || !has_stop) {
			what = jscan_title_judge(text + word, stop - word);
			if (what != JSCAN_TITLE_OTHER)
				return what == JSCAN_TITLE_HEAD;
		}
		end = word > start ? word - 1 : start;
	}
	return false;
}

/* May what begins at `at` be a title, as far as the next mark? */
static bool may_be_title(const char *text, size_t at, size_t end)
{
	for (;;) {
		size_t stop = find_word_end(text, at, end);
		bool is_last = stop == end || strchr(",;:.()", text[stop]);
		enum jscan_title_part what;

		/* "Co-founder", "CTO", "2nd" */
		if (stop == at || (!is_last && text[stop] != ' '))
			return true;
		what = jscan_title_judge(text + at, stop - at);
		if (what != JSCAN_TITLE_OTHER)
			return what == JSCAN_TITLE_HEAD;
		if (is_last)
			return false;
		at = stop + 1;
	}
}

/* ", the ", ", who is the ", " is their ", " (": past it, or 0 for none. */
static size_t skip_opening(const char *text, size_t at, size_t end)
{
	static const char *const words[] = {"who ", "is ",    "the ",
					    "our ", "their ", "my ",
					    "a ",   "an ",    "its "};

	if (end - at < 3 || (text[at] == ',' && text[at + 1] != ' '))
		return 0;
	if (text[at] == ' ' && text[at + 1] == 'i' &&
	    (end - at < 5 || memcmp(text + at, " is ", 4) != 0))
		return 0;
	at += text[at] == ',' || text[at + 1] == '(' ? 2 : 1;
	for (size_t i = 0; i < sizeof(words) / sizeof(words[0]); i++) {
		size_t bytes = strlen(words[i]);

		if (end - at >= bytes &&
		    memcmp(text + at, words[i], bytes) == 0)
			at += bytes;
	}
	return at;
}

/* Does the word that ends at `pos` have a capital? */
static bool has_capital(const char *text, size_t start, size_t pos)
{
	for (; pos > start; pos--) {
		char c = text[pos - 1];

		if (is_capital(c))
			return true;
		if (!is_small(c) && strchr(" \t\n(\"", c) != NULL)
			break;
	}
	return false;
}

/*
 * What in sixteen bytes may be the mark behind a name, and what is hard to
 * tell: bit 0 is the first byte, and seventeen are read.
 */
static unsigned find_hints(const char *text, unsigned *hard)
{
	struct jscan_sixteen here = jscan_sixteen_load(text);
	struct jscan_sixteen next = jscan_sixteen_load(text + 1);

	/* "J.R. Pike": what follows a name is not always a blank. */
	*hard = jscan_sixteen_high(here) |
		(jscan_sixteen_between(here, '.', '.') &
		 jscan_sixteen_between(next, 'A', 'Z'));
	return jscan_sixteen_between(here, ',', ',') |
	       (jscan_sixteen_between(here, ' ', ' ') &
		(jscan_sixteen_between(next, '(', '(') |
		 jscan_sixteen_between(next, 'i', 'i')));
}

/* A picture between blanks does not hide anybody. */
static bool is_picture(const char *text, size_t at, size_t end)
{
	int32_t c;

	/* The rest of one that was looked at. */
	if (((unsigned char)text[at] & 0xc0) == 0x80)
		return true;
	if ((unsigned char)text[at] < 0x80 || at == 0 || text[at - 1] != ' ')
		return false;
	jscan_utf8_next(text + at, end - at, &c);
	return c >= 0x2300 && !jscan_utf8_is_letter(c) &&
	       !jscan_utf8_is_digit(c);
}

/* May a title stand behind a name in [pos, end)?  Or is it hard to tell? */
static bool maybe_title_behind(const char *text, size_t pos, size_t end)
{
	for (size_t at = pos; at < end; at += 16) {
		char last[32] = {0};
		const char *from = text + at;
		unsigned hints, hard;

		if (end - at < 17)
			from = memcpy(last, from, end - at);
		hints = find_hints(from, &hard);
		for (; hard != 0; hard &= hard - 1)
			if (!is_picture(text, at + jscan_sixteen_first(hard),
					end))
				return true;
		for (; hints != 0; hints &= hints - 1) {
			size_t mark = at + jscan_sixteen_first(hints), title;

			if (!has_capital(text, pos, mark))
				continue;
			title = skip_opening(text, mark, end);
			if (title > 0 && may_be_title(text, title, end))
				return true;
		}
	}
	return false;
}

/* May what stands before `pos` be a title, or a verb of meeting? */
static bool maybe_introduced_at(const char *text, size_t start, size_t pos)
{
	size_t end = pos;

	if ((unsigned char)text[pos] >= 0x80 ||
	    jscan_is_introduced(text, start, pos))
		return true;
	while (end > start && strchr(" ,:", text[end - 1]) != NULL)
		end--;
	if (end >= start + 3 && memcmp(text + end - 3, " is", 3) == 0)
		return true;
	return pos - end <= 2 && end > start &&
	       jscan_maybe_title_before(text, start, end);
}

bool jscan_maybe_introduced(const char *text, size_t start, size_t pos,
			    size_t end)
{
	if (maybe_title_behind(text, pos, end))
		return true;
	for (; pos < end; pos = jscan_pair_find(text, end, pos + 1))
		if (maybe_introduced_at(text, start, pos))
			return true;
	return false;
}
