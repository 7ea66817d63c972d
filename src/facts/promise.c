/*
 * Does a sentence promise an answer?  A cue is looked for (promise_cue.c), and
 * then the date that belongs to it: the first behind it, or a later one that
 * only makes the first more exact ("next week, on 27 February at the latest"),
 * else one before it in the same clause.
 */
#include "facts/promise.h"

#include <string.h>

#include "facts/when_internal.h"

#define REACH 14 /* words from the cue to its date */

/*
 * Between the cue and the date: does something else begin, or is the date that
 * of an interview ("get back to me about the interview on Friday")?
 */
static bool is_broken(const struct jscan_promise_text *s, size_t cue,
		      const struct jscan_when *date)
{
	static const char *const events[] = {
		"interview", "interviews", "onsite", "site",  "screen",
		"meeting",   "chat",	   "round",  "start", NULL};
	static const char *const mine[] = {"i", "my", "once", "unless", NULL};
	size_t words = 0;

	for (size_t i = cue + 1;
	     i < s->count && s->words[i].begin < date->offset; i++) {
		if (s->words[i].mark == ';' || ++words > REACH ||
		    jscan_promise_is_any(s->words[i].text, mine))
			return true;
		if (date->mod != JSCAN_WHEN_BY &&
		    jscan_promise_is_any(s->words[i].text, events))
			return true;
	}
	return false;
}

/* Only words that make a date more exact between two dates. */
static bool is_refined(const struct jscan_when *first,
		       const struct jscan_when *second, const char *text)
{
	static const char *const words[] = {
		"on",	      "by",    "at",	  "the",  "latest", "or",
		"probably",   "maybe", "perhaps", "most", "likely", "but",
		"definitely", "in",    "any",	  "case", "no",	    "later",
		"than",	      "until", "before",  "to",	  NULL};
	struct jscan_promise_text between;
	size_t begin = first->offset + first->len;

	if (second->offset < begin || second->offset - begin > 80)
		return false;
	jscan_promise_read_words(&between, text + begin,
				 second->offset - begin);
	for (size_t i = 0; i < between.count; i++)
		if (!jscan_promise_is_any(between.words[i].text, words) ||
		    between.words[i].mark == ';')
			return false;
	return true;
}

/* "By Friday I should know": in the same clause, and not far. */
static int choose_before(const struct jscan_whens *whens,
			 const struct jscan_promise_text *s, size_t cue)
{
	static const char *const joints[] = {
		"and", "but", "so", "then", "which", "where", "because", NULL};
	size_t at = cue, index = whens->count;

	while (index > 0 &&
	       (whens->items[index - 1].offset >= s->words[cue].begin ||
		whens->items[index - 1].is_impossible))
		index--;
	if (index == 0)
		return -1;
	for (; cue - at < 10; at--) {
		const struct jscan_when *item = &whens->items[index - 1];

		if (s->words[at].begin < item->offset + item->len)
			return (int)index - 1;
		if (at == 0 || s->words[at].mark == ';' ||
		    jscan_promise_is_any(s->words[at].text, joints))
			break;
	}
	return -1;
}

static int choose_date(const struct jscan_whens *whens,
		       const struct jscan_promise_text *s, size_t cue,
		       const char *text)
{
	size_t end = s->words[cue].end;

	for (size_t i = 0; i < whens->count; i++) {
		const struct jscan_when *items = whens->items;

		if (items[i].offset < end || items[i].is_impossible)
			continue;
		if (is_broken(s, cue, &items[i]))
			break;
		while (i + 1 < whens->count && !items[i + 1].is_impossible &&
		       is_refined(&items[i], &items[i + 1], text))
			i++;
		return (int)i;
	}
	return choose_before(whens, s, cue);
}

/* Could the word belong to a promise at all? */
static bool is_cue(const char *text, size_t begin, size_t end)
{
	struct jscan_when_token token = {.kind = WHEN_WORD};

	jscan_when_look_up(&token, text + begin, end - begin);
	return (token.cues & WHEN_CUE_ANSWER) != 0;
}

/* Most sentences have no such word, and need no closer look. */
static bool has_cue(const char *text, size_t len)
{
	for (size_t at = 0; at < len; at++) {
		struct jscan_when_token token = {.kind = WHEN_WORD};

		at += jscan_when_read_word(&token, text + at, len - at);
		if (token.cues & WHEN_CUE_ANSWER)
			return true;
	}
	return false;
}

int jscan_when_find_promise(const struct jscan_whens *whens,
			    const char *sentence, size_t len)
{
	struct jscan_promise_text s;

	if (whens->count == 0)
		return -1;
	jscan_when_prepare();
	if (!has_cue(sentence, len))
		return -1;
	jscan_promise_read_words(&s, sentence, len);
	for (size_t i = 0, next = 0; i < s.count; i++) {
		size_t date = len;
		int found = -1;

		while (next < whens->count &&
		       whens->items[next].offset < s.words[i].end)
			next++;
		if (next < whens->count)
			date = whens->items[next].offset;
		if (is_cue(sentence, s.words[i].begin, s.words[i].end) &&
		    jscan_promise_is_cue(&s, i, date))
			found = choose_date(whens, &s, i, sentence);
		if (found >= 0)
			return found;
	}
	return -1;
}
