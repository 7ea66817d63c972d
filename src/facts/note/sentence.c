/*
 * Splits a text into sentences, and each into words that are looked up when
 * somebody asks for it: most sentences are passed over before.
 *
 * Words are folded (case, accents of Latin letters, the two apostrophes) and
 * contractions taken apart: "didn't" is did + not, "I'd" is i + 'd.  Hyphens
 * part words too; runs of several words put them together again.  Punctuation
 * is no word: the weightiest mark before a word is kept with it.
 */
#include "facts/note/sentence.h"

#include <string.h>

#include "facts/note/boundary.h"
#include "facts/note/character.h"
#include "facts/note/hash.h"
#include "facts/note/lookup.h"
#include "facts/note/word.h"
#include "note_classes.h"

#define FIRST_PERSON                                                          \
	((uint64_t)1 << JSCAN_WORD_I | (uint64_t)1 << JSCAN_WORD_ME |         \
	 (uint64_t)1 << JSCAN_WORD_MY)

void jscan_sentence_scanner_init(struct jscan_sentence_scanner *scanner,
				 const char *text, size_t len)
{
	*scanner = (struct jscan_sentence_scanner){
		.text = text,
		.len = len};
}

static void add_word(struct jscan_sentence *sentence, const char *folded,
		     size_t len)
{
	struct jscan_token *token = &sentence->tokens[sentence->count++];

	token->hash = jscan_hash_text(folded, len);
	token->mask = 0;
	if (len > 0 && folded[0] >= '0' && folded[0] <= '9')
		token->flags = JSCAN_TOKEN_NUMBER;
	else
		token->flags = 0;
	token->mark = '\0';
	jscan_token_look_up_folded(token, folded, len);
	sentence->has_first_person |= (token->mask & FIRST_PERSON) != 0;
}

/* Adds a word with the letters behind its apostrophe as a word of its own. */
static void add_contraction(struct jscan_sentence *sentence, char *folded,
			    size_t len, size_t apostrophe)
{
	if (apostrophe == 0 || sentence->count + 2 > JSCAN_SENTENCE_WORDS) {
		add_word(sentence, folded, len);
		return;
	}
	if (folded[len - 1] == 't' && folded[apostrophe - 1] == 'n' &&
	    len == apostrophe + 2) {
		if (len == 5 && memcmp(folded, "won't", 5) == 0)
			add_word(sentence, "will", 4);
		else if (len == 5 && memcmp(folded, "can't", 5) == 0)
			add_word(sentence, "can", 3);
		else if (apostrophe > 1) /* "n't" adds one word */
			add_word(sentence, folded, apostrophe - 1);
		add_word(sentence, "not", 3);
		return;
	}
	add_word(sentence, folded, apostrophe);
	add_word(sentence, folded + apostrophe, len - apostrophe);
}

/* Says where the words from `first` on stand, which are one in the text. */
static void set_place(struct jscan_sentence *sentence, size_t first,
		      size_t offset, size_t bytes)
{
	for (size_t i = first; i < sentence->count; i++) {
		sentence->tokens[i].offset = (uint32_t)offset;
		sentence->tokens[i].len =
			(uint16_t)(bytes < UINT16_MAX ? bytes : UINT16_MAX);
	}
}

/* Reads a word with apostrophes, letters that are not of ASCII, or many. */
static void read_odd_word(struct jscan_sentence *sentence,
			  struct jscan_sentence_scanner *scanner, char mark)
{
	char folded[JSCAN_WORD_BYTES];
	size_t len = 0, apostrophe = 0, first = sentence->count;
	size_t start = scanner->pos;
	bool is_upper = false;

	while (scanner->pos < scanner->len) {
		struct jscan_character c =
			jscan_character_read(scanner->text + scanner->pos,
					     scanner->len - scanner->pos);

		if (c.kind == JSCAN_CHARACTER_APOSTROPHE) {
			struct jscan_character next = jscan_character_read(
				scanner->text + scanner->pos + c.bytes,
				scanner->len - scanner->pos - c.bytes);

			if (next.kind != JSCAN_CHARACTER_LETTER || len == 0)
				break;
			apostrophe = len;
		} else if (c.kind != JSCAN_CHARACTER_LETTER) {
			break;
		} else if (len == 0) {
			is_upper = c.is_upper;
		}
		if (len < sizeof(folded))
			folded[len++] = c.fold;
		scanner->pos += c.bytes;
	}
	/* Of a word that is too long nothing is kept behind its apostrophe. */
	if (apostrophe > 0 && apostrophe < len)
		add_contraction(sentence, folded, len, apostrophe);
	else
		add_word(sentence, folded, len);
	set_place(sentence, first, start, scanner->pos - start);
	sentence->tokens[first].mark = mark;
	if (scanner->is_quoted) {
		for (size_t i = first; i < sentence->count; i++)
			sentence->tokens[i].flags |= JSCAN_TOKEN_QUOTED;
	}
	if (is_upper)
		sentence->tokens[first].flags |= JSCAN_TOKEN_CAPITAL;
}

static uint8_t get_flags(char first)
{
	if (first >= 'a')
		return 0;
	return first >= 'A' ? JSCAN_TOKEN_CAPITAL : JSCAN_TOKEN_NUMBER;
}

/*
 * Reads words of ASCII letters with single spaces between them, as most are.
 * Stops before a word that is not of this kind.
 */
static void read_plain_words(struct jscan_sentence *sentence,
			     struct jscan_sentence_scanner *scanner, char mark)
{
	const char *at = scanner->text + scanner->pos;
	const char *end = scanner->text + scanner->len;
	struct jscan_token *token = &sentence->tokens[sentence->count];
	struct jscan_token *limit = &sentence->tokens[JSCAN_SENTENCE_WORDS - 2];
	const uint8_t quoted = scanner->is_quoted ? JSCAN_TOKEN_QUOTED : 0;
	uint64_t mask = 0;

	for (; token <= limit && at < end && jscan_character_fold(*at);
	     token++) {
		const char *text = at;
		uint32_t hash = JSCAN_HASH_SEED;
		char fold;

		while (at < end && (fold = jscan_character_fold(*at)) != '\0') {
			hash = jscan_hash_byte(hash, (unsigned char)fold);
			at++;
		}
		if (at - text > JSCAN_WORD_BYTES ||
		    (at < end && (*at == '\'' || *at & 0x80))) {
			at = text;
			break;
		}
		token->offset = (uint32_t)(text - scanner->text);
		token->hash = hash;
		token->lemma = 0;
		token->mask = 0;
		token->len = (uint16_t)(at - text);
		token->flags = get_flags(*text) | quoted;
		token->mark = mark;
		mark = '\0';
		if (JSCAN_WORD_FIRST_INITIALS >> (*text & 0x1f) & 1) {
			jscan_token_look_up(token, scanner->text);
			mask |= token->mask;
		}
		if (at < end && *at == ' ')
			at++;
	}
	sentence->has_first_person |= (mask & FIRST_PERSON) != 0;
	sentence->count = (size_t)(token - sentence->tokens);
	scanner->pos = (size_t)(at - scanner->text);
}

static int weigh(char mark)
{
	static const char order[] = " ,-:;(.";
	int i = (int)sizeof(order) - 2;

	while (i > 0 && order[i] != mark)
		i--;
	return i;
}

/* Quotation marks set the state; the others are kept for the next word. */
static char read_mark(struct jscan_sentence_scanner *scanner,
		      struct jscan_character c, char mark)
{
	char fold = c.fold;

	if (fold == '"') {
		scanner->is_quoted =
			c.opens || (!c.closes && !scanner->is_quoted);
		return mark;
	}
	if (fold == ')')
		fold = '(';
	if (fold == '.' || fold == '!' || fold == '?')
		fold = '.';
	return weigh(fold) > weigh(mark) ? fold : mark;
}

/* Between two letters it joins words, and parts no clauses. */
static bool is_hyphen(const struct jscan_sentence_scanner *scanner)
{
	const char *text = scanner->text;
	size_t pos = scanner->pos;

	return text[pos] == '-' && pos > 0 && pos + 1 < scanner->len &&
	       !jscan_character_is_space(text[pos - 1]) &&
	       !jscan_character_is_space(text[pos + 1]) &&
	       text[pos - 1] != '-' && text[pos + 1] != '-';
}

static const struct jscan_token *get_last(const struct jscan_sentence *sentence)
{
	return sentence->count > 0 ? &sentence->tokens[sentence->count - 1]
				   : NULL;
}

static bool read_sentence(struct jscan_sentence *out,
			  struct jscan_sentence_scanner *scanner)
{
	char mark = '\0'; /* before the next word */

	while (scanner->pos < scanner->len) {
		const char *text = scanner->text + scanner->pos;
		struct jscan_character c;

		if (*text == ' ') {
			scanner->pos++;
			continue;
		}
		c = jscan_character_read(text, scanner->len - scanner->pos);
		if (c.kind == JSCAN_CHARACTER_LETTER) {
			size_t before = out->count;

			if (before + 2 > JSCAN_SENTENCE_WORDS) {
				out->has_more = true;
				return true;
			}
			read_plain_words(out, scanner, mark);
			if (out->count == before)
				read_odd_word(out, scanner, mark);
			mark = '\0';
			continue;
		}
		if (c.kind == JSCAN_CHARACTER_MARK &&
		    jscan_character_is_stop(c.fold)) {
			bool is_question = c.fold == '?';
			bool was_quoted = scanner->is_quoted;

			if (jscan_boundary_is_end(scanner, get_last(out),
						  c.fold)) {
				out->is_question = is_question && !was_quoted;
				return true;
			}
			mark = '.';
			continue;
		}
		if (c.kind == JSCAN_CHARACTER_SPACE &&
		    (c.fold == '\n' || c.fold == '\t')) {
			bool ends = c.fold == '\t' ||
				    jscan_boundary_is_line_end(scanner,
							       scanner->pos);

			scanner->pos += c.bytes;
			scanner->line_start = scanner->pos;
			if (ends && out->count > 0)
				return true;
			continue;
		}
		if (c.kind == JSCAN_CHARACTER_MARK && !is_hyphen(scanner))
			mark = read_mark(scanner, c, mark);
		scanner->pos += c.bytes;
	}
	return out->count > 0;
}

void jscan_sentence_scanner_start(struct jscan_sentence_scanner *scanner)
{
	while (scanner->pos < scanner->len &&
	       jscan_character_is_space(scanner->text[scanner->pos])) {
		if (scanner->text[scanner->pos++] == '\n')
			scanner->line_start = scanner->pos;
	}
}

bool jscan_sentence_read(struct jscan_sentence *out,
			 struct jscan_sentence_scanner *scanner)
{
	do {
		jscan_sentence_scanner_start(scanner);
		out->count = 0;
		out->is_question = out->has_more = false;
		out->has_first_person = false;
		out->offset = scanner->pos;
		if (!read_sentence(out, scanner) && out->count == 0 &&
		    scanner->pos >= scanner->len)
			return false;
	} while (out->count == 0);
	out->len = scanner->pos - out->offset;
	while (out->len > 0 &&
	       jscan_character_is_space(
		       scanner->text[out->offset + out->len - 1]))
		out->len--;
	return true;
}

bool jscan_sentence_next(struct jscan_sentence *out,
			 struct jscan_sentence_scanner *scanner)
{
	if (!jscan_sentence_read(out, scanner))
		return false;
	jscan_sentence_find_words(out, scanner->text);
	return true;
}
