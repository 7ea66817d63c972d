/*
 * Outside an assessment a sentence is read on when it speaks in the first
 * person or begins like a line of a diary.  Skipping finds this out without
 * taking sentences to words: it errs to one side only, so that what is skipped
 * is never possible, whereas what is not may still turn out not to be.
 */
#include "facts/note/possible.h"

#include <string.h>

#include "base/eight.h"
#include "facts/note/boundary.h"
#include "facts/note/character.h"
#include "facts/note/hash.h"
#include "facts/note/verdict.h"
#include "facts/note/word.h"
#include "note_classes.h"

#define BIT(name)   ((uint64_t)1 << JSCAN_WORD_##name)
#define ANY_INITIAL UINT32_MAX
#define DENIALS	    (BIT(NEG) | BIT(NEGATED) | BIT(FLIP))

/*
 * A longer sentence might be cut where its words are too many; each of them
 * has a byte.
 */
#define SKIP_BYTES (JSCAN_SENTENCE_WORDS - 2)

/* As many bytes as are looked at together. */
typedef unsigned char bytes __attribute__((vector_size(16)));

/* find_odd() knows how the words of the first person begin. */
_Static_assert(JSCAN_WORD_FIRST_INITIALS ==
		       (1u << ('i' & 0x1f) | 1u << ('m' & 0x1f)),
	       "other words speak in the first person");

/*
 * What the tables say of a word, which may not have been looked up yet: only of
 * those in the sieve, which the generator makes of all that is asked for here.
 */
static const struct jscan_word *find(uint32_t hash)
{
	return jscan_sieve_may_have(&jscan_own_sieve, hash)
		       ? jscan_word_find(hash)
		       : NULL;
}

static uint64_t find_mask(uint32_t hash)
{
	const struct jscan_word *word = find(hash);

	return word ? jscan_word_mask(word->set) : 0;
}

static uint64_t get_mask(const struct jscan_sentence *sentence, size_t index)
{
	return index < sentence->count ? find_mask(sentence->tokens[index].hash)
				       : 0;
}

/* "Sent", "forgot": what somebody did who is not named. */
static bool is_done(uint32_t hash)
{
	const struct jscan_word *word = find(hash);

	return word && word->forms & JSCAN_FORM_PAST;
}

/*
 * "Didn't ask why", "Said yes at once", "bad: no questions ready": in a diary
 * who is left out is its writer.  Only what denies and what was done is taken
 * so, as much else begins a sentence without being anybody's.
 */
static bool is_diary(const struct jscan_sentence *sentence)
{
	size_t at = sentence->count > 1 && sentence->tokens[1].mark == ':';

	return get_mask(sentence, at) & DENIALS ||
	       get_mask(sentence, at + 1) & BIT(NOT) ||
	       (at < sentence->count && is_done(sentence->tokens[at].hash));
}

bool jscan_possible_is_deed(const struct jscan_sentence *sentence)
{
	return sentence->mask & BIT(I) || is_done(sentence->tokens[0].hash);
}

/* The letters that such a second word begins with. */
#define NOT_INITIALS (JSCAN_WORD_NOT_INITIALS | JSCAN_WORD_FIRST_INITIALS)

bool jscan_possible_is_in(const struct jscan_sentence *sentence,
			  const struct jscan_note_context *context)
{
	return jscan_verdict_is_assessed(context) ||
	       (!sentence->is_question &&
		(sentence->has_first_person || is_diary(sentence)));
}

/* A sentence that is passed over. */
struct pass {
	struct jscan_sentence_scanner at;
	size_t start;
};

/*
 * Passes over a word; false when it may make the sentence one of the writer.
 * A contraction is told apart no further: the sentence is read then.
 */
static bool pass_word(struct pass *pass, uint32_t initials, bool is_first)
{
	const char *word = pass->at.text + pass->at.pos, *at = word;
	const char *end = pass->at.text + pass->at.len;
	uint32_t hash = JSCAN_HASH_SEED;
	char fold;

	if (initials >> (*word & 0x1f) & 1) {
		for (; at < end && (fold = jscan_character_fold(*at)); at++)
			hash = jscan_hash_byte(hash, (unsigned char)fold);
		if (find_mask(hash) &
			    (DENIALS | BIT(NOT) | BIT(I) | BIT(ME) | BIT(MY)) ||
		    (is_first && is_done(hash)))
			return false;
	} else {
		while (at < end && jscan_character_fold(*at))
			at++;
	}
	pass->at.pos = (size_t)(at - pass->at.text);
	return at == end || *at != '\'';
}

static bool is_word(unsigned char c)
{
	unsigned char letter = c | 0x20;

	return (letter >= 'a' && letter <= 'z') || (c >= '0' && c <= '9');
}

/* Which of some bytes are equal, or of letters and digits: those become 0xff.
 */
static bytes is_equal(bytes c, unsigned char value)
{
	return (bytes)(c == (bytes){0} + value);
}

static bytes is_in_word(bytes c)
{
	bytes letter = (c | 0x20) - 'a', digit = c - '0';

	return (bytes)(letter < 26) | (bytes)(digit < 10);
}

/*
 * The bytes that matter behind the first words: what may end a sentence, what
 * makes it odd, and a word that may be of the first person.
 */
static bytes find_odd(bytes c, bytes before)
{
	bytes first =
		is_equal(c | 0x20 | ('i' ^ 'm'), 'm') & ~is_in_word(before);

	return is_equal(c, '.') | is_equal(c, '?') | is_equal(c, '!') |
	       is_equal(c, '"') | is_equal(c, '\n') | is_equal(c, '\t') |
	       (c & 0x80) | first;
}

/* The next byte from `pos` on that is one of these, or `len`. */
static size_t find_next(const char *text, size_t pos, size_t len)
{
	for (;; pos += sizeof(bytes)) {
		bytes c = {0}, before = {0};
		char odd[sizeof(bytes)];

		if (len - pos >= sizeof(bytes)) {
			memcpy(&c, text + pos, sizeof(c));
			memcpy(&before, text + pos - 1, sizeof(before));
		} else {
			memcpy(&c, text + pos, len - pos);
			memcpy(&before, text + pos - 1, len - pos);
		}
		c = find_odd(c, before);
		memcpy(odd, &c, sizeof(odd));
		for (size_t i = 0; i < sizeof(odd); i += 8) {
			uint64_t eight = jscan_eight_load(odd + i);

			if (eight)
				return pos + i + jscan_eight_first(eight);
		}
		if (len - pos <= sizeof(bytes))
			return len;
	}
}

/* The last word before the scanner; false when it is part of a contraction. */
static bool find_last(const struct pass *pass, struct jscan_token *out)
{
	const char *text = pass->at.text;
	size_t end = pass->at.pos, start;

	while (!is_word((unsigned char)text[end - 1]))
		end--;
	start = end;
	while (start > pass->start && is_word((unsigned char)text[start - 1]))
		start--;
	out->offset = (uint32_t)start;
	out->len = (uint16_t)(end - start);
	return start == pass->start || text[start - 1] != '\'';
}

/* At what find_next() found: 1 when the sentence ends there, -1 for odd. */
static int pass_stop(struct pass *pass)
{
	struct jscan_sentence_scanner *scanner = &pass->at;
	struct jscan_token last;
	char c = scanner->text[scanner->pos];

	if (jscan_character_is_stop(c)) {
		if (!find_last(pass, &last))
			return -1;
		return jscan_boundary_is_end(scanner, &last, c);
	}
	if (jscan_character_is_space(c)) {
		bool ends = c == '\t' ||
			    jscan_boundary_is_line_end(scanner, scanner->pos);

		scanner->line_start = ++scanner->pos;
		return ends;
	}
	/* Quotation marks say how the next sentence is read. */
	if (c == '"' || c & 0x80)
		return -1;
	return pass_word(pass, JSCAN_WORD_FIRST_INITIALS, false) ? 0 : -1;
}

/*
 * Passes over the two words that may make a diary, if they are plain; over the
 * second one only if its first letter says that it may.
 */
static bool pass_first_words(struct pass *pass)
{
	struct jscan_sentence_scanner *scanner = &pass->at;
	char second;

	if (scanner->pos == scanner->len ||
	    !is_word((unsigned char)scanner->text[scanner->pos]) ||
	    !pass_word(pass, ANY_INITIAL, true))
		return false;
	if (scanner->len - scanner->pos < 2 ||
	    scanner->text[scanner->pos] != ' ')
		return false;
	second = scanner->text[++scanner->pos];
	return is_word((unsigned char)second) &&
	       (!(NOT_INITIALS >> (second & 0x1f) & 1) ||
		pass_word(pass, NOT_INITIALS, false));
}

static bool pass_sentence(struct pass *pass)
{
	struct jscan_sentence_scanner *scanner = &pass->at;
	size_t most = scanner->len;
	int end = 0;

	/* Else text without an end is looked through again for each sentence.
	 */
	if (most - pass->start > SKIP_BYTES)
		most = pass->start + SKIP_BYTES + 1;
	if (!pass_first_words(pass))
		return false;
	while (end == 0) {
		if (scanner->pos >= most && most < scanner->len)
			return false;
		scanner->pos = find_next(scanner->text, scanner->pos, most);
		if (scanner->pos - pass->start > SKIP_BYTES)
			return false;
		end = scanner->pos < scanner->len ? pass_stop(pass) : 1;
	}
	return end > 0;
}

void jscan_possible_skip(struct jscan_sentence_scanner *scanner)
{
	struct pass pass;

	do {
		jscan_sentence_scanner_start(scanner);
		pass = (struct pass){.at = *scanner, .start = scanner->pos};
		if (!pass_sentence(&pass))
			return;
		*scanner = pass.at;
	} while (scanner->pos < scanner->len);
}
