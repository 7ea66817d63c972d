/*
 * Looks for the known words of headings (heading.c) in the words of one.  The
 * first words decide where in the sorted table to look, so a heading costs a
 * few comparisons.  What stands around the known words decides whether it is
 * such a heading: "Feedback from Dana" is, "Feedback tool demo" is not.
 */
#include "config/section.h"

#include <stdbool.h>
#include <string.h>

#include "config/config.h"
#include "config/heading.h"

#define MOST_WORDS 12

struct word {
	const char *text;
	size_t len;
};

struct words {
	struct word items[MOST_WORDS];
	size_t count;
	bool has_date;
};

static bool is_word(const struct word *word, const char *text)
{
	return strlen(text) == word->len &&
	       !memcmp(word->text, text, word->len);
}

/* `list` is words between blanks, with one at each end. */
static bool is_one_of(const struct word *word, const char *list)
{
	const char *at = list;

	while ((at = strchr(at, word->text[0]))) {
		if (at[-1] == ' ' && !strncmp(at, word->text, word->len) &&
		    at[word->len] == ' ')
			return true;
		at++;
	}
	return false;
}

static bool is_number(const struct word *word)
{
	size_t i = 0;

	while (i < word->len && word->text[i] >= '0' && word->text[i] <= '9')
		i++;
	return i && (i == word->len || /* 1st, 2nd, 9th */
		     (word->len - i == 2 && i <= 2));
}

static bool is_month(const struct word *word)
{
	return is_one_of(word, " january february march april may june july "
			       "august september october november december jan "
			       "feb mar apr jun jul aug sep sept oct nov dec ");
}

static bool is_filler(const struct word *word)
{
	return is_number(word) || is_month(word) ||
	       is_one_of(word,
			 " my the our some a an quick honest brief short "
			 "personal general overall me today notes so far "
			 "section part day only really myself draft again "
			 "i ii iii list monday tuesday wednesday thursday "
			 "friday saturday sunday ");
}

/* "round 2", "round two": words that say which, not what. */
static bool is_filler_at(const struct words *words, size_t at)
{
	static const char counts[] = " one two three four five 1 2 3 4 5 ";

	if (is_word(&words->items[at], "round"))
		return at + 1 < words->count &&
		       is_one_of(&words->items[at + 1], counts);
	return is_filler(&words->items[at]) ||
	       (at && is_word(&words->items[at - 1], "round") &&
		is_one_of(&words->items[at], counts));
}

/* Before the known words only. */
static bool is_leader(const struct words *words, size_t at)
{
	return is_filler_at(words, at) ||
	       is_one_of(&words->items[at],
			 " interview post after and first second third "
			 " other more own key main top ");
}

static bool is_blocker(const struct word *word)
{
	return is_one_of(word, " for no not on ask asked asking request "
			       "requested requesting requests wait waiting "
			       "await awaiting give gave giving given want "
			       "wanted chase chased chasing thank thanks "
			       "thanked without about send sent sending to "
			       "product user customer ");
}

static bool is_connector(const struct word *word)
{
	return is_one_of(word, " from by for after before with about on in at "
			       "of to re regarding as this next here until ");
}

static void split(struct words *out, const char *folded)
{
	out->count = 0;
	out->has_date = false;
	while (*folded && out->count < MOST_WORDS) {
		const char *end = strchr(folded, ' ');
		struct word word;

		word.text = folded;
		word.len = end ? (size_t)(end - folded) : strlen(folded);
		out->items[out->count++] = word;
		folded += word.len + (end ? 1 : 0);
	}
	if (*folded)
		out->count = 0; /* a sentence, no heading of a section */
	for (size_t i = 0; i < out->count; i++) {
		const struct word *word = &out->items[i];

		if (is_number(word) &&
		    (word->len == 4 || (i && is_month(word - 1)) ||
		     (i + 1 < out->count && is_month(word + 1))))
			out->has_date = true;
	}
}

/* How many words of `known` stand from word `at` on; 0 when not all do. */
static size_t match(const struct words *words, size_t at, const char *known)
{
	for (size_t i = at; i < words->count; i++) {
		const struct word *word = &words->items[i];

		if (strncmp(known, word->text, word->len) != 0)
			return 0;
		known += word->len;
		if (*known == '\0')
			return i + 1 - at;
		if (*known++ != ' ')
			return 0;
	}
	return 0;
}

/* As strncmp(), of which most need no more than a look at the first byte. */
static int compare_start(const char *known, const struct word *word)
{
	int order = (unsigned char)*known - (unsigned char)*word->text;

	return order != 0 && word->len > 0
		       ? order
		       : strncmp(known, word->text, word->len);
}

/* The first known words that start with this word, or the end. */
static size_t find_first(const struct word *word)
{
	size_t low = 0, high = jscan_heading_count;

	while (low < high) {
		size_t middle = low + (high - low) / 2;

		if (compare_start(jscan_headings[middle].words, word) < 0)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

/* The longest known words from word `at` on, or NULL. */
static const struct jscan_heading *find_known(const struct words *words,
					      size_t at, size_t *len)
{
	const struct word *first = &words->items[at];
	const struct jscan_heading *best = NULL;

	*len = 0;
	for (size_t i = find_first(first);
	     i < jscan_heading_count &&
	     !compare_start(jscan_headings[i].words, first);
	     i++) {
		size_t count = match(words, at, jscan_headings[i].words);

		if (count > *len) {
			*len = count;
			best = &jscan_headings[i];
		}
	}
	return best;
}

static bool fits_before(const struct words *words, size_t end,
			enum jscan_heading_kind kind)
{
	size_t others = 0;

	for (size_t i = 0; i < end; i++) {
		if (is_blocker(&words->items[i]))
			return false;
		others += !is_leader(words, i);
	}
	if (kind == JSCAN_HEADING_LOOSE)
		return others <= 3;
	return others <= (kind == JSCAN_HEADING_NOUN ? 2 : 0);
}

/* "feedback for them" is said by the writer, not to the writer. */
static bool is_to_them(const struct words *words, size_t at)
{
	return at + 1 < words->count &&
	       (is_word(&words->items[at], "to") ||
		is_word(&words->items[at], "for")) &&
	       !is_one_of(&words->items[at + 1], " me my round part ");
}

static bool fits_behind(const struct words *words, size_t at,
			const struct jscan_heading *known)
{
	const struct word *first = &words->items[at];
	size_t others = 0, len;

	for (size_t i = at; i < words->count; i++)
		others += !is_filler_at(words, i);
	if (!others)
		return true;
	if (is_word(first, "and") || is_word(first, "or"))
		return at + 1 < words->count &&
		       find_known(words, at + 1, &len) != NULL;
	if (known->kind == JSCAN_HEADING_EXACT)
		return false;
	if (known->section == JSCAN_SECTION_FEEDBACK) {
		if (is_to_them(words, at))
			return false;
		if (words->has_date && others <= 2)
			return true; /* "Feedback (Dana, 12 Nov)" */
		if (is_one_of(first, " call session email emails mail notes "
				     "summary conversation meeting chat letter "
				     "received got "))
			return true;
	}
	if (is_connector(first) && words->count - at <= 6)
		return true;
	return known->kind == JSCAN_HEADING_LOOSE && others <= 4;
}

/* "Strengths and weaknesses", "What went well and what didn't". */
static bool turns_bad(const struct words *words, size_t at)
{
	for (; at < words->count; at++) {
		if (is_one_of(&words->items[at],
			      " bad badly ugly weakness weaknesses wrong didnt "
			      "not improve improved improvement improvements "
			      "better worse weak mistakes poorly less misses "
			      "losses lows negatives downs "))
			return true;
	}
	return false;
}

/* "What Dana said", "What the panel thought". */
static bool is_what_they_said(const struct words *words)
{
	const struct word *last = &words->items[words->count - 1];

	return words->count >= 3 && words->count <= 6 &&
	       is_word(&words->items[0], "what") &&
	       !is_one_of(&words->items[1], " i ive id was is were we ") &&
	       is_one_of(last, " said says told thought wrote noted noticed ");
}

static enum jscan_section find_own(const struct jscan_config *config,
				   const char *folded)
{
	for (size_t i = 0; config && i < config->section_count; i++) {
		if (!strcmp(config->sections[i].heading, folded))
			return config->sections[i].section;
	}
	return JSCAN_SECTION_NONE;
}

static enum jscan_section judge(const struct words *words, size_t at,
				const struct jscan_heading *known, size_t len)
{
	enum jscan_section section = (enum jscan_section)known->section;

	if (section == JSCAN_SECTION_STRENGTHS && turns_bad(words, at + len))
		return JSCAN_SECTION_SELF;
	if (!fits_before(words, at, (enum jscan_heading_kind)known->kind) ||
	    !fits_behind(words, at + len, known))
		return JSCAN_SECTION_NONE;
	/* "2026-11-09 Panel" is an event, not a list of people. */
	if (words->has_date && (section == JSCAN_SECTION_CONTACTS ||
				section == JSCAN_SECTION_FOLLOW_UP))
		return JSCAN_SECTION_NONE;
	return section;
}

enum jscan_section jscan_section_find(const struct jscan_config *config,
				      const char *folded)
{
	enum jscan_section section = find_own(config, folded);
	struct words words;

	if (section != JSCAN_SECTION_NONE || !*folded)
		return section;
	split(&words, folded);
	for (size_t at = 0; at < words.count; at++) {
		size_t len;
		const struct jscan_heading *known =
			find_known(&words, at, &len);

		if (!known)
			continue;
		section = judge(&words, at, known, len);
		if (section != JSCAN_SECTION_NONE)
			return section;
	}
	return words.count && is_what_they_said(&words) ? JSCAN_SECTION_FEEDBACK
							: JSCAN_SECTION_NONE;
}

const char *jscan_section_name(enum jscan_section section)
{
	static const char *const names[] = {
		[JSCAN_SECTION_NONE] = "",
		[JSCAN_SECTION_SELF] = "self-assessment",
		[JSCAN_SECTION_STRENGTHS] = "strengths",
		[JSCAN_SECTION_FEEDBACK] = "feedback",
		[JSCAN_SECTION_CONTACTS] = "contacts",
		[JSCAN_SECTION_FOLLOW_UP] = "follow-up",
		[JSCAN_SECTION_ADVICE] = "advice",
	};

	return names[section];
}
