/*
 * Job titles by their words: a head noun (manager, nurse) or an abbreviation
 * (CTO) among ranks and fields of work.  The words are in words.c.
 */
#include "facts/title.h"

#include <string.h>
#include <strings.h>

#include "facts/name.h"
#include "facts/words.h"

#define MOST_TITLE_WORDS 10
#define MOST_CONNECTING	 4 /* bytes of the longest such word */
#define LEAST_COMPOUND	 9 /* bytes: more than two before the shortest head */

#define TITLE_WORDS (JSCAN_WORD_HEAD | JSCAN_WORD_FIELD | JSCAN_WORD_RANK)

struct census { /* what kinds of words a phrase has */
	unsigned words;
	unsigned heads; /* and abbreviations */
	unsigned fields;
	unsigned ranks;
	unsigned others; /* unknown */
	unsigned capital_others;
	unsigned plain; /* words of talk, but connecting ones */
	bool has_digit;
	bool ends_in_head;
};

static bool is_connecting(const char *text, const struct jscan_word *word)
{
	static const char *const words[] = {"of",  "and", "for", "the", "in",
					    "at",  "und", "y",	 "et",	"to",
					    "für", "der", "des", "de",	"la"};

	for (size_t i = 0; word->len <= MOST_CONNECTING &&
			   i < sizeof(words) / sizeof(words[0]);
	     i++)
		if (words[i][0] == (text[word->offset] | 32) &&
		    strlen(words[i]) == word->len &&
		    strncasecmp(words[i], text + word->offset, word->len) == 0)
			return true;
	return false;
}

/* Parts of "mid-market" and "co-founder" that the table has no whole of. */
static unsigned find_classes(const char *text, const struct jscan_word *word)
{
	unsigned classes = word->classes;
	const char *start = text + word->offset, *dash;

	if (classes == 0 && word->len > 3 && start[word->len - 1] == 's')
		classes = jscan_words_find(start, word->len - 1);
	if (classes == 0 && (dash = memchr(start, '-', word->len)) != NULL)
		classes = jscan_words_find(
			dash + 1, word->len - (size_t)(dash + 1 - start));
	/* Longer words hold the head of a German compound at their end. */
	if ((classes & JSCAN_WORD_ABBREVIATION) && !word->is_caps &&
	    strncasecmp(start, "vp", 2) != 0 && strncasecmp(start, "hr", 2))
		classes &= ~(unsigned)JSCAN_WORD_ABBREVIATION;
	return classes;
}

static bool is_compound_head(const char *text, const struct jscan_word *word)
{
	static const char *const ends[] = {
		"leiter",      "leiterin",  "manager",	 "managerin",
		"entwickler",  "berater",   "beraterin", "referent",
		"referentin",  "ingenieur", "meister",	 "führer",
		"entwicklerin"};

	/* All end in "er", "ur", "in" or "nt". */
	if (word->len < LEAST_COMPOUND ||
	    strchr("rnt", text[word->offset + word->len - 1] | 32) == NULL ||
	    strchr("euin", text[word->offset + word->len - 2] | 32) == NULL)
		return false;
	for (size_t i = 0; i < sizeof(ends) / sizeof(ends[0]); i++) {
		size_t bytes = strlen(ends[i]);

		if (word->len > bytes + 2 &&
		    strncasecmp(text + word->offset + word->len - bytes,
				ends[i], bytes) == 0)
			return true;
	}
	return false;
}

static void count_word(struct census *census, const char *text,
		       const struct jscan_word *word)
{
	unsigned classes = find_classes(text, word);

	census->words++;
	census->has_digit |= word->has_digit;
	census->ends_in_head = false;
	if (classes & (JSCAN_WORD_HEAD | JSCAN_WORD_ABBREVIATION) ||
	    is_compound_head(text, word)) {
		census->heads++;
		census->ends_in_head = true;
	} else if (classes & JSCAN_WORD_FIELD) {
		census->fields++;
	} else if (classes & JSCAN_WORD_RANK) {
		census->ranks++;
	} else if (is_connecting(text, word)) {
		return;
	} else if (classes & (JSCAN_WORD_PLAIN | JSCAN_WORD_DATE)) {
		census->plain++;
	} else {
		census->others++;
		census->capital_others += word->is_capital;
	}
}

enum jscan_title_part jscan_title_judge(const char *text, size_t len)
{
	struct jscan_word word = {.len = len,
				  .classes = jscan_words_find(text, len)};
	struct census census = {0};

	/* Most words are neither connecting nor a compound, by their length. */
	if (len > MOST_CONNECTING && len < LEAST_COMPOUND) {
		if (word.classes == JSCAN_WORD_PLAIN)
			return JSCAN_TITLE_PLAIN;
		if (word.classes == 0 && text[len - 1] != 's')
			return JSCAN_TITLE_OTHER;
	}
	count_word(&census, text, &word);
	if (census.heads > 0)
		return JSCAN_TITLE_HEAD;
	return census.plain > 0 ? JSCAN_TITLE_PLAIN : JSCAN_TITLE_OTHER;
}

/* Only blanks and light marks may stand between the words of a title. */
static bool is_gap(const char *text, size_t from, size_t to)
{
	for (size_t i = from; i < to; i++)
		if (strchr(" &,/'-.\xc2\xa0", text[i]) == NULL)
			return false;
	return true;
}

static bool take_census(struct census *out, const char *text, size_t len)
{
	struct jscan_word word;
	size_t pos = 0;

	memset(out, 0, sizeof(*out));
	while (jscan_word_next(&word, text, len, pos)) {
		if (out->words == 0 && is_connecting(text, &word))
			return false;
		if (out->words >= MOST_TITLE_WORDS ||
		    !is_gap(text, pos, word.offset))
			return false;
		count_word(out, text, &word);
		pos = word.end;
	}
	return out->words > 0 && is_gap(text, pos, len);
}

/* "Graduate Recruitment Team": whose mailbox it is, not what somebody does. */
static bool is_group(const char *text, size_t len)
{
	static const char *const groups[] = {"team",  "teams",	"department",
					     "dept",  "office", "committee",
					     "group", "squad",	"board"};

	for (size_t i = 0; i < sizeof(groups) / sizeof(groups[0]); i++) {
		size_t bytes = strlen(groups[i]);

		if (len >= bytes &&
		    strncasecmp(text + len - bytes, groups[i], bytes) == 0)
			return true;
	}
	return false;
}

bool jscan_title_survey(const char *text, size_t len, bool *has_head)
{
	struct census census = {0};
	struct jscan_word word;
	size_t pos = 0;

	while (jscan_word_next(&word, text, len, pos)) {
		count_word(&census, text, &word);
		pos = word.end;
	}
	*has_head |= census.heads > 0;
	return census.plain == 0;
}

bool jscan_title_is(const char *text, size_t len)
{
	struct census census;

	if (!take_census(&census, text, len) || census.heads == 0 ||
	    census.plain > 0 || is_group(text, len))
		return false;
	/* "Head of Platform Reliability": names of things, not talk. */
	return census.others == census.capital_others ||
	       (census.others <= 2 && census.ends_in_head);
}

bool jscan_title_is_field(const char *text, size_t len)
{
	struct census census;

	return !is_group(text, len) && take_census(&census, text, len) &&
	       census.heads == 0 && census.plain == 0 && census.others == 0 &&
	       census.fields > 0;
}

bool jscan_title_is_likely(const char *text, size_t len)
{
	struct census census;

	if (jscan_title_is(text, len) || jscan_title_is_field(text, len))
		return true;
	if (!take_census(&census, text, len) || census.words > 6 ||
	    is_group(text, len))
		return false;
	/* "Product Guild", "front desk": one known word, and no talk. */
	return census.plain == 0 && census.fields + census.ranks > 0 &&
	       census.words >= 2 &&
	       (census.others == census.capital_others || census.words <= 3);
}

bool jscan_title_is_possible(const char *text, size_t len)
{
	struct census census;

	return len <= 40 && !is_group(text, len) &&
	       take_census(&census, text, len) && census.words <= 4 &&
	       census.plain == 0 && !census.has_digit;
}

size_t jscan_title_prefix(const char *text, size_t len)
{
	struct jscan_word word;
	size_t pos = 0, best = 0;
	bool has_head = false;

	while (jscan_word_next(&word, text, len, pos) &&
	       is_gap(text, pos, word.offset)) {
		unsigned classes = find_classes(text, &word);

		if (classes & (JSCAN_WORD_HEAD | JSCAN_WORD_ABBREVIATION))
			has_head = true;
		else if (!(classes & TITLE_WORDS) &&
			 !is_connecting(text, &word))
			break;
		pos = word.end;
		if (has_head &&
		    (classes & (TITLE_WORDS | JSCAN_WORD_ABBREVIATION)))
			best = pos;
	}
	while (best > 0 && best < len && text[best] == ' ')
		best++;
	return best < len ? best : 0;
}

size_t jscan_title_suffix(const char *text, size_t len)
{
	struct jscan_word word;
	size_t pos = 0;
	unsigned count = 0;

	while (jscan_word_next(&word, text, len, pos)) {
		if (count >= 2 && count <= 4 &&
		    (find_classes(text, &word) &
		     (TITLE_WORDS | JSCAN_WORD_ABBREVIATION)) &&
		    jscan_title_is(text + word.offset, len - word.offset))
			return word.offset;
		if (++count > 4)
			break;
		pos = word.end;
	}
	return len;
}

/* Is the word, without a plural s, `wanted`? */
static bool is_word(const char *text, const struct jscan_word *word,
		    const char *wanted)
{
	size_t bytes;

	if ((text[word->offset] | 32) != *wanted)
		return false;
	bytes = strlen(wanted);
	return (word->len == bytes ||
		(word->len == bytes + 1 &&
		 (text[word->offset + bytes] | 32) == 's')) &&
	       strncasecmp(text + word->offset, wanted, bytes) == 0;
}

static bool is_article(const char *text, const struct jscan_word *word)
{
	return is_word(text, word, "the") || is_word(text, word, "my") ||
	       is_word(text, word, "our") || is_word(text, word, "their") ||
	       is_word(text, word, "a") || is_word(text, word, "an");
}

const char *jscan_title_find_role(const char *text, size_t len)
{
	static const struct {
		const char *first;
		const char *second;
		const char *role;
	} roles[] = {
		{"hiring", "manager", "hiring manager"},
		{"recruiter", NULL, "recruiter"},
		{"recruiterin", NULL, "recruiter"},
		{"sourcer", NULL, "recruiter"},
		{"headhunter", NULL, "recruiter"},
		{"interviewer", NULL, "interviewer"},
		{"panel", "member", "interviewer"},
		{"panelist", NULL, "interviewer"},
		{"panellist", NULL, "interviewer"},
	};
	struct jscan_word words[3];
	size_t count = 0, pos = 0;

	/* Most texts begin with neither a role nor an article. */
	if (len > 0 && (unsigned char)((*text | 32) - 'a') < 26 &&
	    strchr("hirsptmoa", *text | 32) == NULL)
		return NULL;
	while (count < 3 && jscan_word_next(&words[count], text, len, pos)) {
		pos = words[count].end;
		if (count > 0 || !is_article(text, &words[0]))
			count++;
		/* Most words begin none of the roles. */
		if (count == 1 &&
		    strchr("hirsp", text[words[0].offset] | 32) == NULL)
			return NULL;
	}
	/* "Interviewer 2" */
	if (count > 1 && words[count - 1].len <= 2 &&
	    words[count - 1].has_digit && words[count - 1].end == len)
		count--;
	for (size_t i = 0; i < sizeof(roles) / sizeof(roles[0]); i++) {
		size_t wanted = roles[i].second ? 2 : 1;

		if (count == wanted &&
		    is_word(text, &words[0], roles[i].first) &&
		    (wanted == 1 || is_word(text, &words[1], roles[i].second)))
			return roles[i].role;
	}
	return NULL;
}

const char *jscan_title_guess_role(const char *text, size_t len)
{
	static const char *const words[] = {
		"recruiter", "recruiting", "recruitment", "talent",
		"sourcer",   "headhunter", "recruiterin"};
	const char *role = jscan_title_find_role(text, len);
	struct jscan_word word;
	size_t pos = 0;

	while (!role && jscan_word_next(&word, text, len, pos)) {
		pos = word.end;
		for (size_t i = 0; i < sizeof(words) / sizeof(words[0]); i++)
			if (is_word(text, &word, words[i]))
				role = "recruiter";
	}
	return role;
}
