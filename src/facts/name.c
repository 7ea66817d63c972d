/*
 * Names by their shape: two to five words with capitals, particles between
 * them, honorifics before and suffixes behind, in any script.  What cannot be a
 * name (weekdays, titles, companies, plain talk) is told by words.c.
 */
#include "facts/name.h"

#include <string.h>

#include "base/utf8.h"
#include "facts/words.h"

#define MOST_NAME_WORDS 7

/* Only blanks between two words; quotes too, round a nickname. */
static bool is_gap(const char *text, size_t from, size_t to, bool with_quotes)
{
	if (from >= to)
		return true; /* behind the dot of an initial: J.R. */
	for (size_t i = from; i < to;) {
		int32_t c;

		i += jscan_utf8_next(text + i, to - i, &c);
		if (c == '\n' || c == '\t')
			return false;
		if (!jscan_utf8_is_space(c) &&
		    !(with_quotes &&
		      (c == '"' || c == '\'' || c == 0x201c || c == 0x201d ||
		       c == 0x2018 || c == 0x2019)))
			return false;
	}
	return true;
}

/* McAllister, O'Neil and DeShawn have a capital inside; LarkTrace is none. */
static bool is_name_mix(const char *text, const struct jscan_word *word)
{
	static const char *const starts[] = {"Mc",  "Mac", "De",  "Di",	  "Du",
					     "La",  "Le",  "Van", "Fitz", "Jo",
					     "Ann", "O",   "D",	  "L",	  "St"};

	for (size_t i = 0; i < sizeof(starts) / sizeof(starts[0]); i++) {
		size_t bytes = strlen(starts[i]);

		if (word->len > bytes + 1 &&
		    memcmp(text + word->offset, starts[i], bytes) == 0 &&
		    text[word->offset + bytes] >= 'A' &&
		    text[word->offset + bytes] <= 'Z')
			return true;
	}
	return false;
}

#define IS_TITLE (JSCAN_WORD_HEAD | JSCAN_WORD_FIELD | JSCAN_WORD_RANK)
#define IS_OTHER (JSCAN_WORD_DATE | JSCAN_WORD_PLAIN | JSCAN_WORD_COMPANY)

/* Can the word be first or last name, at a place so sure? */
static bool is_core(const char *text, const struct jscan_word *word,
		    enum jscan_name_place place, bool is_first)
{
	if (word->has_digit)
		return false;
	if (place != JSCAN_NAME_IN_KEY && !word->is_capital &&
	    !(word->is_uncased && place == JSCAN_NAME_IN_LIST))
		return false;
	if (place == JSCAN_NAME_IN_PROSE &&
	    ((word->is_mixed && !is_name_mix(text, word)) ||
	     (word->is_caps && word->char_count > 2)))
		return false;
	if ((word->classes & JSCAN_WORD_ABBREVIATION) && word->is_caps)
		return false;
	if (word->classes & JSCAN_WORD_SURNAME)
		return place != JSCAN_NAME_IN_PROSE || !is_first ||
		       !(word->classes & JSCAN_WORD_PLAIN);
	if (!is_first && place != JSCAN_NAME_IN_PROSE && word->is_capital &&
	    (word->classes & JSCAN_WORD_PLAIN) &&
	    !(word->classes & (IS_TITLE | JSCAN_WORD_COMPANY)))
		return true;
	return (word->classes & (IS_TITLE | IS_OTHER)) == 0;
}

struct shape {
	unsigned words; /* that are first or last names */
	unsigned initials;
	unsigned plain; /* of those, surnames that have another meaning */
	unsigned most_chars;
	unsigned caps; /* words all in capitals */
	bool has_honorific;
	bool is_uncased;
	size_t start;
	size_t end;
};

static void add_core(struct shape *shape, const struct jscan_word *word)
{
	if (word->is_initial)
		shape->initials++;
	else
		shape->words++;
	if (word->classes & ~(unsigned)JSCAN_WORD_PARTICLE)
		shape->plain++;
	shape->caps += word->is_caps;
	if (word->char_count > shape->most_chars)
		shape->most_chars = word->char_count;
	shape->is_uncased |= word->is_uncased;
	shape->end = word->offset + word->len;
	if (word->is_initial && word->end > shape->end)
		shape->end = word->end;
}

static bool finish(struct jscan_name *out, const struct shape *shape,
		   enum jscan_name_place place)
{
	unsigned words = shape->words + shape->initials;

	if (shape->words == 0 || words > 5)
		return false;
	/* Words that all mean something else too: only where names stand. */
	if (shape->plain == words && !shape->has_honorific &&
	    place != JSCAN_NAME_IN_KEY)
		return false;
	/* "AJ Lee", but not "ID" or "HQ". */
	if (place == JSCAN_NAME_IN_PROSE && shape->caps == shape->words &&
	    !shape->has_honorific)
		return false;
	out->offset = shape->start;
	out->len = shape->end - shape->start;
	out->parts = shape->words;
	out->has_honorific = shape->has_honorific;
	out->is_full = shape->words >= 2 ||
		       (shape->is_uncased && shape->most_chars >= 3 &&
			shape->most_chars <= 6);
	return true;
}

static bool is_honorific(const struct jscan_word *word)
{
	return (word->classes & JSCAN_WORD_HONORIFIC) &&
	       (word->is_capital || word->end > word->offset + word->len);
}

static bool is_suffix(const struct jscan_word *word)
{
	return (word->classes & JSCAN_WORD_SUFFIX) && word->is_capital;
}

/* "van" anywhere; "Ní" and "De" behind a name or an honorific only. */
static bool is_particle(const struct jscan_word *word,
			const struct shape *shape)
{
	return (word->classes & JSCAN_WORD_PARTICLE) &&
	       (!word->is_capital || shape->words > 0 || shape->has_honorific);
}

bool jscan_name_parse(struct jscan_name *out, const char *text, size_t len,
		      enum jscan_name_place place)
{
	struct shape shape = {0};
	struct jscan_word word;
	size_t pos = 0, count = 0;
	bool expects_core = false; /* behind a particle */

	while (jscan_word_next(&word, text, len, pos)) {
		if (!is_gap(text, pos, word.offset,
			    place != JSCAN_NAME_IN_PROSE) ||
		    ++count > MOST_NAME_WORDS)
			return false;
		if (count == 1)
			shape.start = word.offset;
		pos = word.end;
		if (shape.words + shape.initials == 0 && !expects_core &&
		    is_honorific(&word) && pos < len) {
			shape.has_honorific = true;
		} else if (shape.words > 0 && is_suffix(&word)) {
			shape.end = word.end;
		} else if (is_particle(&word, &shape) && pos < len) {
			expects_core = true;
		} else if (is_core(text, &word, place,
				   shape.words + shape.initials == 0)) {
			add_core(&shape, &word);
			expects_core = false;
		} else {
			return false;
		}
	}
	if (expects_core || count == 0 ||
	    !is_gap(text, pos, len, place != JSCAN_NAME_IN_PROSE))
		return false;
	return finish(out, &shape, place);
}

/* Does a sentence begin at `pos`? */
static bool begins_sentence(const char *text, size_t pos)
{
	while (pos > 0) {
		char c = text[pos - 1];

		if (c == ' ' || c == '"' || c == '(' || c == '*' || c == '\'')
			pos--;
		else
			return c == '.' || c == '!' || c == '?' || c == '\n' ||
			       c == ':' || c == '\t';
	}
	return true;
}

/* Past tense and gerunds begin sentences; few names look so. */
static bool looks_like_verb(const char *text, const struct jscan_word *word)
{
	static const char *const names[] = {
		"Ahmed",    "Mohamed",	"Mohammed", "Muhammed", "Alfred",
		"Wilfred",  "Winifred", "Mildred",  "Jared",	"Khaled",
		"Waleed",   "Saeed",	"Majeed",   "Javed",	"Naveed",
		"Sayed",    "Rasheed",	"Hamed",    "Manfred",	"Siegfried",
		"Sterling", "Irving",	"Harding",  "Golding",	"Fielding"};
	const char *start = text + word->offset;

	if (word->len < 5 || (memcmp(start + word->len - 2, "ed", 2) != 0 &&
			      memcmp(start + word->len - 3, "ing", 3) != 0))
		return false;
	for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++)
		if (strlen(names[i]) == word->len &&
		    memcmp(names[i], start, word->len) == 0)
			return false;
	return true;
}

/* The word behind a run of capitals can tell that it names a company. */
static bool is_company_behind(const char *text, size_t len, size_t end)
{
	struct jscan_word word;
	size_t pos = end;

	while (pos < len && text[pos] == ' ')
		pos++;
	if (pos < len && text[pos] == '&')
		return true;
	return jscan_word_next(&word, text, len, pos) && word.offset == pos &&
	       word.is_capital && (word.classes & JSCAN_WORD_COMPANY) &&
	       !(word.classes & JSCAN_WORD_SURNAME);
}

static bool is_letter_byte(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
	       (c >= '0' && c <= '9') || (unsigned char)c >= 0x80;
}

/* "Tolka & Finch", "Board of Dentistry": the second half of a company. */
static bool is_company_before(const char *text, size_t start)
{
	size_t word;

	if (start > 4 && memcmp(text + start - 4, " of ", 4) == 0) {
		for (word = start - 4;
		     word > 0 && is_letter_byte(text[word - 1]);)
			word--;
		return text[word] >= 'A' && text[word] <= 'Z';
	}
	while (start > 0 && text[start - 1] == ' ')
		start--;
	return start > 0 && text[start - 1] == '&';
}

/*
 * From a word on, takes in the words of a name.  Returns where to go on; *shape
 * has no words when there is none.
 */
static size_t take_run(struct shape *shape, const char *text, size_t len,
		       struct jscan_word word)
{
	size_t pos = word.offset, count = 0;

	shape->start = word.offset;
	for (;;) {
		struct jscan_word next;

		if (is_honorific(&word) &&
		    shape->words + shape->initials == 0 && word.is_capital)
			shape->has_honorific = true;
		else if (shape->words > 0 && is_suffix(&word))
			shape->end = word.end;
		else if (is_core(text, &word, JSCAN_NAME_IN_PROSE,
				 shape->words + shape->initials == 0) &&
			 !is_particle(&word, shape))
			add_core(shape, &word);
		else if (!is_particle(&word, shape))
			break;
		pos = word.end;
		/* A possessive ends the name: "Dana's Recruiter". */
		if (++count > MOST_NAME_WORDS ||
		    (word.end > word.offset + word.len && !word.is_initial &&
		     text[word.end - 1] != '.') ||
		    !jscan_word_next(&next, text, len, pos) ||
		    (next.offset == pos && !word.is_initial) ||
		    !is_gap(text, pos, next.offset, false))
			break;
		word = next;
	}
	return pos;
}

/* The next byte that can begin a word with a capital. */
static size_t find_capital(const char *text, size_t len, size_t pos)
{
	for (; pos < len; pos++)
		if (((text[pos] >= 'A' && text[pos] <= 'Z') ||
		     (unsigned char)text[pos] >= 0xc3) &&
		    (pos == 0 || !is_letter_byte(text[pos - 1])))
			return pos;
	return len;
}

/* A name that begins with `word`; *end is where to go on. */
static bool read_name(struct jscan_name *out, const char *text, size_t len,
		      const struct jscan_word *word, size_t *end)
{
	struct shape shape = {0};

	*end = word->end;
	if (!word->is_capital)
		return false;
	if (!is_honorific(word) &&
	    (!is_core(text, word, JSCAN_NAME_IN_PROSE, true) ||
	     (looks_like_verb(text, word) &&
	      begins_sentence(text, word->offset))))
		return false;
	*end = take_run(&shape, text, len, *word);
	if (*end < word->end)
		*end = word->end;
	return shape.words > 0 && !is_company_behind(text, len, shape.end) &&
	       !is_company_before(text, shape.start) &&
	       finish(out, &shape, JSCAN_NAME_IN_PROSE);
}

bool jscan_name_next(struct jscan_name *out, const char *text, size_t len,
		     size_t pos)
{
	struct jscan_word word;

	while ((pos = find_capital(text, len, pos)) < len &&
	       jscan_word_next(&word, text, len, pos))
		if (read_name(out, text, len, &word, &pos))
			return true;
	return false;
}

bool jscan_name_at(struct jscan_name *out, const char *text, size_t len,
		   size_t pos, size_t *end)
{
	struct jscan_word word;

	*end = len;
	return jscan_word_next(&word, text, len, pos) &&
	       read_name(out, text, len, &word, end);
}
