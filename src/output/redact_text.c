/*
 * Goes through a text once, word by word: names that are known give way to
 * initials, and so do words that look like one; what is an address, a link or a
 * phone number gives way to a word that says so.
 *
 * In doubt a word goes: who shares a report with strangers would rather lose a
 * word than show one.
 */
#include <string.h>

#include "base/buf.h"
#include "base/utf8.h"
#include "output/redact.h"

#define LEAST_DIGITS 7 /* of a phone number */
#define MOST_BETWEEN 3 /* bytes between two words of a name */

struct word {
	size_t start;
	size_t end;
	const char *key; /* folded */
	bool is_upper;	 /* its first letter is */
	bool is_shouted; /* all its letters are, and it has several */
};

struct scrub {
	struct jscan_redaction *redaction;
	struct jscan_arena arena; /* of the words */
	const char *text;
	size_t len;
	enum jscan_redact_mode mode;
	struct jscan_buf out;
	bool may_name; /* in a title: behind "with", "from" and the like */
};

static bool is_word(int32_t c)
{
	return jscan_utf8_is_letter(c) || jscan_utf8_is_digit(c);
}

static int32_t char_at(const struct scrub *scrub, size_t at, size_t *len)
{
	int32_t c = 0;

	*len = 0;
	if (at < scrub->len)
		*len = jscan_utf8_next(scrub->text + at, scrub->len - at, &c);
	return c;
}

/* The word that starts at `at`; false when none does. */
static bool read_word(struct scrub *scrub, struct word *word, size_t at)
{
	size_t len, letters = 0, uppers = 0;
	int32_t c = char_at(scrub, at, &len);

	memset(word, 0, sizeof(*word));
	word->start = at;
	word->is_upper = jscan_utf8_is_upper(c);
	while (len && is_word(c)) {
		letters += jscan_utf8_is_letter(c);
		uppers += jscan_utf8_is_upper(c);
		at += len;
		c = char_at(scrub, at, &len);
	}
	word->end = at;
	word->is_shouted = letters > 1 && letters == uppers;
	if (word->end == word->start)
		return false;
	word->key = jscan_utf8_fold(&scrub->arena, scrub->text + word->start,
				    word->end - word->start);
	return true;
}

/* Where the next word of the same name would start; 0: too far away. */
static size_t find_next(const struct scrub *scrub, size_t at)
{
	size_t end = at + MOST_BETWEEN, len;

	while (at <= end && at < scrub->len) {
		int32_t c = char_at(scrub, at, &len);

		if (is_word(c))
			return at;
		if (c == '\n')
			return 0;
		at += len;
	}
	return 0;
}

static bool has_mark_before(const struct scrub *scrub, size_t at)
{
	return at && strchr("#/@[", scrub->text[at - 1]);
}

/* The longest name that starts with this word. */
static const struct jscan_redacted_name *
find_name(struct scrub *scrub, const struct word *first, size_t *end)
{
	const struct jscan_redaction *redaction = scrub->redaction;
	const struct jscan_redacted_name *best = NULL;
	struct word word = *first;
	struct jscan_buf key;

	jscan_buf_init(&key);
	for (size_t i = 0; i < redaction->most_words; i++) {
		const struct jscan_redacted_name *name;
		size_t next;

		jscan_buf_addf(&key, "%s%s", i ? " " : "", word.key);
		name = jscan_redaction_find(redaction, key.data);
		if (name && (!name->needs_capital || first->is_upper ||
			     has_mark_before(scrub, first->start))) {
			best = name;
			*end = word.end;
		}
		next = find_next(scrub, word.end);
		if (!next || !read_word(scrub, &word, next))
			break;
	}
	jscan_buf_release(&key);
	return best;
}

static bool is_one_of(const char *key, const char *const *words, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		if (!strcmp(key, words[i]))
			return true;
	}
	return false;
}

#define IS_ONE_OF(key, words) \
	is_one_of(key, words, sizeof(words) / sizeof((words)[0]))

/* Words that are written with a capital and name nobody. */
static bool is_common(const char *key)
{
	static const char *const words[] = {
		"i",	   "monday",	"tuesday", "wednesday", "thursday",
		"friday",  "saturday",	"sunday",  "january",	"february",
		"march",   "april",	"may",	   "june",	"july",
		"august",  "september", "october", "november",	"december",
		"english", "french",	"german",  "spanish"};

	return IS_ONE_OF(key, words);
}

static bool leads_to_name(const char *key)
{
	static const char *const words[] = {"with", "to",  "from", "by",
					    "at",   "via", "and",  "mr",
					    "mrs",  "ms",  "dr",   "prof"};

	return IS_ONE_OF(key, words);
}

/* Does a sentence, or something quoted, begin here? */
static bool is_at_start(const struct scrub *scrub, size_t at)
{
	static const char *const quotes[] = {
		"\xe2\x80\x9c", "\xe2\x80\x98", "\xc2\xab",    "\xe2\x80\xa6",
		"\xe2\x80\x9e", "\xe2\x80\x93", "\xe2\x80\x94"};
	const char *text = scrub->text;

	while (at && (text[at - 1] == ' ' || text[at - 1] == '\t'))
		at--;
	if (!at || strchr(".!?:;\n\"'(*_-|>", text[at - 1]))
		return true;
	for (size_t i = 0; i < sizeof(quotes) / sizeof(quotes[0]); i++) {
		size_t len = strlen(quotes[i]);

		if (at >= len && !memcmp(text + at - len, quotes[i], len))
			return true;
	}
	return false;
}

static bool looks_like_name(const struct scrub *scrub, const struct word *word)
{
	if (!word->is_upper || word->is_shouted || is_common(word->key) ||
	    scrub->mode == JSCAN_REDACT_OURS)
		return false;
	return scrub->mode == JSCAN_REDACT_TITLE
		       ? scrub->may_name
		       : !is_at_start(scrub, word->start);
}

/* What goes on up to a blank or a bracket. */
static size_t run_end(const struct scrub *scrub, size_t at)
{
	while (at < scrub->len &&
	       !strchr(" \t\n<>()[]{}\",;|", scrub->text[at]))
		at++;
	return at;
}

static bool has_in(const struct scrub *scrub, size_t start, size_t end,
		   const char *what)
{
	size_t len = strlen(what);

	return end - start >= len &&
	       memmem(scrub->text + start, end - start, what, len) != NULL;
}

static bool is_letter_at(const struct scrub *scrub, size_t at)
{
	size_t len;

	return at < scrub->len && is_word(char_at(scrub, at, &len));
}

/* dana@acme.example, http://…, www.…, linkedin.com/in/… */
static const char *find_address(const struct scrub *scrub, size_t at,
				size_t *end)
{
	size_t stop = run_end(scrub, at);
	const char *sign = memchr(scrub->text + at, '@', stop - at);
	const char *slash = memchr(scrub->text + at, '/', stop - at);
	const char *dot = memchr(scrub->text + at, '.', stop - at);

	while (stop > at + 1 && strchr(".,:!?'*_", scrub->text[stop - 1]))
		stop--;
	*end = stop;
	if (has_in(scrub, at, stop, "://") || has_in(scrub, at, stop, "www."))
		return "[link]";
	if (sign && sign > scrub->text + at &&
	    is_letter_at(scrub, (size_t)(sign + 1 - scrub->text)))
		return "[mail]";
	if (dot && slash && dot < slash && dot > scrub->text + at &&
	    is_letter_at(scrub, (size_t)(dot + 1 - scrub->text)))
		return "[link]";
	return NULL;
}

static bool is_digit(char c)
{
	return c >= '0' && c <= '9';
}

/* 2026-11-09, 11/9/2026, 9.11.26: digits that are a day. */
static size_t date_end(const struct scrub *scrub, size_t at)
{
	size_t numbers = 0;
	char between = 0;

	for (;;) {
		size_t digits = 0;

		while (at < scrub->len && is_digit(scrub->text[at])) {
			at++;
			digits++;
		}
		if (!digits || digits > 4)
			return 0;
		if (++numbers == 3)
			return at < scrub->len && scrub->text[at] == between
				       ? 0
				       : at;
		if (at == scrub->len || !strchr("-/.", scrub->text[at]) ||
		    (between && scrub->text[at] != between))
			return 0;
		between = scrub->text[at++];
	}
}

/* +49 (170) 123-4567 and the like. */
static size_t phone_end(const struct scrub *scrub, size_t at)
{
	size_t digits = 0, end = at, gap = 0;

	for (; at < scrub->len && gap < 3; at++) {
		char c = scrub->text[at];

		if (is_digit(c)) {
			digits++;
			end = at + 1;
			gap = 0;
		} else if (strchr("+()-./ ", c)) {
			gap++;
		} else {
			break;
		}
	}
	return digits >= LEAST_DIGITS ? end : 0;
}

static void put_initial(struct scrub *scrub, const struct word *word)
{
	int32_t c;
	size_t len = jscan_utf8_next(scrub->text + word->start,
				     word->end - word->start, &c);

	jscan_buf_add(&scrub->out, scrub->text + word->start, len);
	jscan_buf_addc(&scrub->out, '.');
}

/* Whatever stands at `at`; returns where the next thing does. */
static size_t put_word(struct scrub *scrub, const struct word *word)
{
	const struct jscan_redacted_name *name;
	size_t end = word->end;

	name = find_name(scrub, word, &end);
	if (name) {
		jscan_buf_adds(&scrub->out, name->shown);
		/* "D. R." at the end of a sentence has its full stop. */
		if (end < scrub->len && scrub->text[end] == '.')
			end++;
		return end;
	}
	if (looks_like_name(scrub, word)) {
		put_initial(scrub, word);
		if (end < scrub->len && scrub->text[end] == '.')
			end++;
		return end;
	}
	scrub->may_name = leads_to_name(word->key);
	jscan_buf_add(&scrub->out, scrub->text + word->start,
		      word->end - word->start);
	return end;
}

static size_t put_next(struct scrub *scrub, size_t at, bool is_run_start)
{
	const struct jscan_redacted_path *path;
	char c = scrub->text[at];
	struct word word;
	const char *instead;
	size_t end, len;

	if (is_run_start && (path = jscan_redaction_find_path(
				     scrub->redaction, scrub->text + at))) {
		jscan_buf_adds(&scrub->out, path->shown);
		return at + strlen(path->path);
	}
	if (is_run_start && (instead = find_address(scrub, at, &end))) {
		jscan_buf_adds(&scrub->out, instead);
		return end;
	}
	if (is_digit(c) && (end = date_end(scrub, at))) {
		jscan_buf_add(&scrub->out, scrub->text + at, end - at);
		return end;
	}
	if ((is_digit(c) || c == '+' || c == '(') &&
	    (end = phone_end(scrub, at))) {
		jscan_buf_adds(&scrub->out, "[phone]");
		return end;
	}
	jscan_arena_clear(&scrub->arena);
	if (read_word(scrub, &word, at))
		return put_word(scrub, &word);
	char_at(scrub, at, &len);
	jscan_buf_add(&scrub->out, scrub->text + at, len);
	return at + len;
}

const char *jscan_redact_text(struct jscan_redaction *redaction,
			      const char *text, enum jscan_redact_mode mode)
{
	struct scrub scrub = {
		.redaction = redaction, .text = text, .mode = mode};
	const char *copy;
	size_t at = 0;

	if (!text)
		return NULL;
	scrub.len = strlen(text);
	jscan_arena_init(&scrub.arena);
	jscan_buf_init(&scrub.out);
	jscan_buf_adds(&scrub.out, "");
	while (at < scrub.len) {
		bool is_run_start =
			!at || strchr(" \t\n<>()[]{}\",;|", text[at - 1]);

		at = put_next(&scrub, at, is_run_start);
	}
	copy = jscan_arena_strndup(&redaction->arena, scrub.out.data,
				   scrub.out.len);
	jscan_buf_release(&scrub.out);
	jscan_arena_release(&scrub.arena);
	return copy;
}
