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

/* Scripts without capitals begin with Hebrew; Latin and Greek come back. */
static bool is_uncased(int32_t c)
{
	return c >= 0x590 && !(c >= 0x10a0 && c <= 0x10ff) &&
	       !(c >= 0x13a0 && c <= 0x13ff) && !(c >= 0x1c80 && c <= 0x1fff) &&
	       !(c >= 0x2c00 && c <= 0x2dff) && !(c >= 0xa640 && c <= 0xa7ff) &&
	       !(c >= 0xab30 && c <= 0xabbf) && !(c >= 0xfb00 && c <= 0xfb1c);
}

/* Bytes of an apostrophe or hyphen at `pos`, else 0. */
static size_t joiner_bytes(const char *text, size_t len, size_t pos)
{
	const unsigned char *p = (const unsigned char *)text + pos;

	if (*p == '\'' || *p == '-')
		return 1;
	if (len - pos >= 3 && p[0] == 0xe2 && p[1] == 0x80 &&
	    (p[2] == 0x99 || p[2] == 0x90 || p[2] == 0x91))
		return 3;
	return 0;
}

static bool starts_word(const char *text, size_t len, size_t pos)
{
	int32_t c;

	if (pos >= len)
		return false;
	jscan_utf8_next(text + pos, len - pos, &c);
	return jscan_utf8_is_letter(c) || jscan_utf8_is_digit(c);
}

struct letters {
	unsigned count;
	unsigned upper;
	bool has_mix;
};

static void count_char(struct jscan_word *word, struct letters *letters,
		       int32_t c)
{
	if (jscan_utf8_is_digit(c)) {
		word->has_digit = true;
	} else if (jscan_utf8_is_upper(c)) {
		if (letters->count == 0)
			word->is_capital = true;
		else if (letters->upper < letters->count)
			letters->has_mix = true;
		letters->upper++;
	} else if (letters->count == 0 && is_uncased(c)) {
		word->is_uncased = true;
	}
	letters->count++;
}

/* Takes in letters, digits and joiners between them; returns the end. */
static size_t scan_word(struct jscan_word *word, struct letters *letters,
			const char *text, size_t len)
{
	size_t pos = word->offset;

	while (pos < len) {
		int32_t c;
		size_t step = joiner_bytes(text, len, pos);

		if (step > 0) {
			if (!starts_word(text, len, pos + step))
				break;
			/* Capitals behind a joiner are no mix: Anna-Lena. */
			letters->upper = letters->count;
			pos += step;
			continue;
		}
		step = jscan_utf8_next(text + pos, len - pos, &c);
		if (!jscan_utf8_is_letter(c) && !jscan_utf8_is_digit(c))
			break;
		count_char(word, letters, c);
		pos += step;
	}
	return pos;
}

/* "Dana's" and "Chris'" are Dana and Chris. */
static void cut_possessive(struct jscan_word *word, const char *text)
{
	size_t len = word->len;
	const char *start = text + word->offset;

	if (len > 2 && start[len - 1] == 's' && start[len - 2] == '\'')
		word->len = len - 2;
	else if (len > 4 && start[len - 1] == 's' &&
		 memcmp(start + len - 4, "\xe2\x80\x99", 3) == 0)
		word->len = len - 4;
}

bool jscan_word_next(struct jscan_word *out, const char *text, size_t len,
		     size_t pos)
{
	struct letters letters = {0, 0, false};

	while (pos < len && !starts_word(text, len, pos)) {
		int32_t c;

		pos += jscan_utf8_next(text + pos, len - pos, &c);
	}
	if (pos >= len)
		return false;
	memset(out, 0, sizeof(*out));
	out->offset = pos;
	out->end = scan_word(out, &letters, text, len);
	out->len = out->end - pos;
	out->char_count = letters.count;
	out->classes = jscan_words_find(text + pos, out->len);
	cut_possessive(out, text);
	if (out->classes == 0 && out->len < out->end - pos)
		out->classes = jscan_words_find(text + pos, out->len);
	out->is_caps = out->is_capital && letters.count > 1 &&
		       letters.upper >= letters.count && !letters.has_mix;
	out->is_mixed = letters.has_mix;
	out->is_initial = out->is_capital && letters.count == 1;
	if (out->end < len && text[out->end] == '.' &&
	    (out->is_initial ||
	     (letters.count <= 6 &&
	      (out->classes & (JSCAN_WORD_HONORIFIC | JSCAN_WORD_SUFFIX)))))
		out->end++;
	/* "A." is an initial; "A" alone is an article. */
	if (out->is_initial && out->end > out->offset + out->len)
		out->classes = 0;
	return true;
}

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
		    next.offset == pos ||
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

bool jscan_name_next(struct jscan_name *out, const char *text, size_t len,
		     size_t pos)
{
	struct jscan_word word;

	while ((pos = find_capital(text, len, pos)) < len &&
	       jscan_word_next(&word, text, len, pos)) {
		struct shape shape = {0};
		bool is_start;

		pos = word.end;
		if (!word.is_capital)
			continue;
		is_start = begins_sentence(text, word.offset);
		if (!is_honorific(&word) &&
		    (!is_core(text, &word, JSCAN_NAME_IN_PROSE, true) ||
		     (is_start && looks_like_verb(text, &word))))
			continue;
		pos = take_run(&shape, text, len, word);
		if (pos < word.end)
			pos = word.end;
		if (shape.words == 0 ||
		    is_company_behind(text, len, shape.end) ||
		    is_company_before(text, shape.start))
			continue;
		if (finish(out, &shape, JSCAN_NAME_IN_PROSE))
			return true;
	}
	return false;
}

/* "Krüger" is krueger in a mail address; folding alone gives kruger. */
static char *fold_german(struct jscan_arena *arena, const char *name)
{
	static const struct {
		const char *from;
		const char *to;
	} pairs[] = {{"ä", "ae"}, {"ö", "oe"}, {"ü", "ue"}, {"Ä", "Ae"},
		     {"Ö", "Oe"}, {"Ü", "Ue"}, {"ø", "oe"}, {"Ø", "Oe"},
		     {"å", "aa"}, {"Å", "Aa"}};
	size_t len = strlen(name), used = 0;
	char *out = jscan_arena_alloc(arena, len + 1);

	for (size_t i = 0; i < len; i++) {
		size_t k = 0;

		while (k < sizeof(pairs) / sizeof(pairs[0]) &&
		       strncmp(name + i, pairs[k].from, 2) != 0)
			k++;
		if (k < sizeof(pairs) / sizeof(pairs[0])) {
			out[used++] = pairs[k].to[0];
			out[used++] = pairs[k].to[1];
			i++;
		} else {
			out[used++] = name[i];
		}
	}
	return jscan_utf8_fold_words(arena, out, used);
}

/* Words of a folded name, apart by one space, against the folded local part. */
static int fit_folded(const char *folded, const char *local)
{
	const char *first = folded, *last, *end = folded + strlen(folded);
	size_t first_len = strcspn(folded, " "), last_len, len = strlen(local);

	last = strrchr(folded, ' ');
	last = last ? last + 1 : folded;
	last_len = (size_t)(end - last);
	if (first_len == 0 || len == 0)
		return 0;
	if (last != first && len >= first_len + last_len &&
	    ((memcmp(local, first, first_len) == 0 &&
	      memcmp(local + len - last_len, last, last_len) == 0) ||
	     (memcmp(local, last, last_len) == 0 &&
	      memcmp(local + len - first_len, first, first_len) == 0)))
		return 3;
	if (last != first &&
	    ((len == last_len + 1 && local[0] == first[0] &&
	      memcmp(local + 1, last, last_len) == 0) ||
	     (len == last_len + 1 && local[last_len] == first[0] &&
	      memcmp(local, last, last_len) == 0) ||
	     (len == first_len + 1 && local[first_len] == last[0] &&
	      memcmp(local, first, first_len) == 0)))
		return 2;
	if ((len == first_len && memcmp(local, first, len) == 0) ||
	    (len == last_len && memcmp(local, last, len) == 0) ||
	    (last_len >= 4 && len > last_len &&
	     memcmp(local + len - last_len, last, last_len) == 0))
		return 1;
	return 0;
}

int jscan_name_fit_mail(const char *name, const char *mail,
			struct jscan_arena *arena)
{
	const char *at = strchr(mail, '@');
	char *local;
	int fit, other;

	if (at == NULL)
		return 0;
	local = jscan_utf8_fold(arena, mail, (size_t)(at - mail));
	fit = fit_folded(jscan_utf8_fold_words(arena, name, strlen(name)),
			 local);
	other = fit_folded(fold_german(arena, name), local);
	return other > fit ? other : fit;
}
