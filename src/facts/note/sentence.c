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

#include "facts/note/hash.h"
#include "facts/note/word.h"
#include "note_classes.h"

#define FIRST_PERSON                                                          \
	((uint64_t)1 << JSCAN_WORD_I | (uint64_t)1 << JSCAN_WORD_ME |         \
	 (uint64_t)1 << JSCAN_WORD_MY)
#define LINE_SHORT 60 /* bytes: a shorter line was ended on purpose */
#define RUN_WORDS  8
#define WORD_BYTES 47 /* of a folded word; the rest of a longer one is left */

static bool is_space(char c)
{
	return c == ' ' || c == '\n' || c == '\t' || c == '\r';
}

static bool is_digit(char c)
{
	return c >= '0' && c <= '9';
}

/* Letters and digits of ASCII, folded, by their byte; else '\0'. */
static const char folds[256] =
	"\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0"
	"\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0"
	"0123456789\0\0\0\0\0\0"
	"\0abcdefghijklmnopqrstuvwxyz\0\0\0\0\0"
	"\0abcdefghijklmnopqrstuvwxyz\0\0\0\0\0";

static char fold_plain(char c)
{
	return folds[(unsigned char)c];
}

static bool is_stop(char c)
{
	return c == '.' || c == '!' || c == '?';
}

/* The base letter of U+00C0 to U+00FF, by the second byte; 0: no letter. */
static const char latin[64] =
	"aaaaaaaceeeeiiiidnooooo\0ouuuuytsaaaaaaaceeeeiiiidnooooo\0ouuuuyty";

enum kind { KIND_END, KIND_SPACE, KIND_LETTER, KIND_APOSTROPHE, KIND_MARK };

struct character {
	enum kind kind;
	char fold; /* a folded letter, or the mark in ASCII */
	unsigned char bytes;
	bool is_upper;
	bool opens, closes; /* a quotation mark that can only do one */
};

/* A character of more than one byte. */
static struct character read_wide(const char *text, size_t len)
{
	const unsigned char *c = (const unsigned char *)text;
	struct character out = {KIND_LETTER, text[0], 1, false, false, false};

	while (out.bytes < len && out.bytes < 4 && (c[out.bytes] & 0xc0) == 0x80)
		out.bytes++;
	if (c[0] == 0xc3 && out.bytes == 2) {
		out.is_upper = c[1] < 0xa0;
		out.fold = latin[c[1] - 0x80];
		if (!out.fold)
			out.kind = KIND_MARK;
	} else if (c[0] == 0xc2 && out.bytes == 2) {
		out.kind = c[1] == 0xa0 ? KIND_SPACE : KIND_MARK;
		out.fold = c[1] == 0xab || c[1] == 0xbb ? '"' : ' ';
		out.opens = c[1] == 0xab;
		out.closes = c[1] == 0xbb;
	} else if (c[0] == 0xe2 && out.bytes == 3 && c[1] == 0x80) {
		out.kind = KIND_MARK;
		out.fold = ' ';
		if (c[2] == 0x98 || c[2] == 0x99) {
			out.kind = KIND_APOSTROPHE;
			out.fold = '\'';
		} else if (c[2] == 0x9c || c[2] == 0x9d || c[2] == 0x9e) {
			out.fold = '"';
			out.opens = c[2] != 0x9d;
			out.closes = c[2] == 0x9d;
		} else if (c[2] == 0x93 || c[2] == 0x94) {
			out.fold = '-';
		} else if (c[2] == 0xa6) {
			out.fold = '.';
		}
	} else if (c[0] >= 0xe2) {
		/* Symbols and scripts without the words of any class. */
		out.kind = c[0] == 0xf0 || c[0] == 0xe2 ? KIND_MARK
							: KIND_LETTER;
		out.fold = out.kind == KIND_MARK ? ' ' : text[0];
	}
	return out;
}

static struct character read_character(const char *text, size_t len)
{
	char c = len > 0 ? text[0] : '\0';

	if (len == 0)
		return (struct character){.kind = KIND_END};
	if (fold_plain(c))
		return (struct character){KIND_LETTER, fold_plain(c), 1,
					  c >= 'A' && c <= 'Z', false, false};
	if (is_space(c))
		return (struct character){KIND_SPACE, c, 1, false, false,
					  false};
	if ((unsigned char)c >= 0x80)
		return read_wide(text, len);
	return (struct character){c == '\'' ? KIND_APOSTROPHE : KIND_MARK, c,
				  1, false, false, false};
}

void jscan_sentence_scanner_init(struct jscan_sentence_scanner *scanner,
				 const char *text, size_t len)
{
	*scanner = (struct jscan_sentence_scanner){
		.text = text,
		.len = len,
		.initials = jscan_word_first_person_initials()};
}

bool jscan_token_is(const struct jscan_token *token, unsigned word_class)
{
	if (word_class < 64)
		return token->mask >> word_class & 1;
	return jscan_word_set_has(token->set, word_class) ||
	       (token->run_set &&
		jscan_word_set_has(token->run_set, word_class));
}

bool jscan_token_is_person(const struct jscan_token *token)
{
	const uint64_t pronouns = (uint64_t)1 << JSCAN_WORD_HE |
				  (uint64_t)1 << JSCAN_WORD_HIM;

	if (token->mask & pronouns || token->flags & JSCAN_TOKEN_NAME)
		return true;
	if (token->set == 0 || token->mask >> JSCAN_WORD_NOTPERSON & 1)
		return false;
	return jscan_token_is(token, JSCAN_WORD_INTERVIEWER) ||
	       jscan_token_is(token, JSCAN_WORD_KIN) ||
	       jscan_token_is(token, JSCAN_WORD_BOSS) ||
	       jscan_token_is(token, JSCAN_WORD_COLLEAGUE);
}

/* Takes bytes off the end of a word that a hash is of. */
static uint32_t shorten(uint32_t hash, const char *word, size_t len,
			size_t less)
{
	for (; len > less; len--)
		hash = jscan_hash_unbyte(hash, (unsigned char)word[len - 1]);
	return hash;
}

/* A word that the tables lack: its ending is taken off, roughly. */
static uint32_t make_stem(const char *word, size_t len, uint32_t hash)
{
	static const struct {
		char text[5];
		unsigned char len;
	} endings[] = {{"ing", 3}, {"edly", 4}, {"ed", 2}, {"ies", 3},
		       {"es", 2},  {"ly", 2},	{"s", 1},  {"er", 2}};
	size_t less = len;

	for (size_t i = 0; i < sizeof(endings) / sizeof(endings[0]); i++) {
		size_t n = endings[i].len;

		if (len >= n + 4 && word[len - 1] == endings[i].text[n - 1] &&
		    memcmp(word + len - n, endings[i].text, n) == 0) {
			less -= n;
			break;
		}
	}
	if (less > 4 && word[less - 1] == 'e')
		less--;
	if (less > 4 && word[less - 1] == word[less - 2])
		less--;
	return shorten(hash, word, len, less);
}

/* Fills in what the tables say of a word; false when they lack it. */
static bool look_up(struct jscan_token *token)
{
	const struct jscan_word *word = jscan_word_find(token->hash);

	token->set = token->filter = 0;
	token->forms = 0;
	token->run_len = 0;
	token->run_set = token->run_filter = 0;
	token->turns = 0;
	if (!word)
		return false;
	token->lemma = word->lemma;
	token->set = word->set;
	token->filter = word->filter;
	token->forms = word->forms;
	token->mask = jscan_word_mask(word->set);
	token->run_len = word->starts_run; /* until runs are found */
	return true;
}

static void set_stem(struct jscan_token *token, const char *folded, size_t len)
{
	const struct jscan_word *word;

	token->lemma = make_stem(folded, len, token->hash);
	/* What is known of the stem may hold of it, and no more. */
	if (token->lemma != token->hash) {
		word = jscan_word_find(token->lemma);
		token->filter = word ? word->filter : 0;
	}
}

static void look_up_plain(struct jscan_token *token, const char *text)
{
	char folded[WORD_BYTES];

	if (look_up(token))
		return;
	for (size_t i = 0; i < token->len; i++)
		folded[i] = (char)(text[token->offset + i] | 0x20);
	set_stem(token, folded, token->len);
}

static void add_word(struct jscan_sentence *sentence, const char *folded,
		     size_t len)
{
	struct jscan_token *token = &sentence->tokens[sentence->count++];

	token->hash = jscan_hash_text(folded, len);
	token->mask = 0;
	token->flags = is_digit(folded[0]) ? JSCAN_TOKEN_NUMBER : 0;
	token->mark = '\0';
	if (!look_up(token))
		set_stem(token, folded, len);
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
		else
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
	char folded[WORD_BYTES];
	size_t len = 0, apostrophe = 0, first = sentence->count;
	size_t start = scanner->pos;
	bool is_upper = false;

	while (scanner->pos < scanner->len) {
		struct character c = read_character(
			scanner->text + scanner->pos,
			scanner->len - scanner->pos);

		if (c.kind == KIND_APOSTROPHE) {
			struct character next = read_character(
				scanner->text + scanner->pos + c.bytes,
				scanner->len - scanner->pos - c.bytes);

			if (next.kind != KIND_LETTER || len == 0)
				break;
			apostrophe = len;
		} else if (c.kind != KIND_LETTER) {
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
	const uint32_t initials = scanner->initials;
	uint64_t mask = 0;

	for (; token <= limit && at < end && fold_plain(*at); token++) {
		const char *text = at;
		uint32_t hash = JSCAN_HASH_SEED;
		char fold;

		while (at < end && (fold = fold_plain(*at)) != '\0') {
			hash = jscan_hash_byte(hash, (unsigned char)fold);
			at++;
		}
		if (at - text > WORD_BYTES ||
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
		if (initials >> (*text & 0x1f) & 1) {
			look_up_plain(token, scanner->text);
			mask |= token->mask;
		}
		if (at < end && *at == ' ')
			at++;
	}
	sentence->has_first_person |= (mask & FIRST_PERSON) != 0;
	sentence->count = (size_t)(token - sentence->tokens);
	scanner->pos = (size_t)(at - scanner->text);
}

/* Words behind which a full stop ends nothing. */
static bool is_abbreviation(const struct jscan_token *token, const char *text)
{
	static const char known[][7] = {"mr",  "mrs", "ms", "dr",     "prof",
					"st",  "vs",  "etc", "eg",    "ie",
					"inc", "ltd", "jr", "approx", "sr"};

	if (token->len == 1)
		return (text[token->offset] | 0x20) != 'i';
	if (token->len > 6 ||
	    strchr("adeijlmpsv", text[token->offset] | 0x20) == NULL)
		return false;
	/* "No." is missing: a sentence more often than "number". */
	for (size_t i = 0; i < sizeof(known) / sizeof(known[0]); i++) {
		if ((text[token->offset] | 0x20) == known[i][0] &&
		    !known[i][token->len] && known[i][token->len - 1] &&
		    token->hash == jscan_hash_text(known[i], token->len))
			return true;
	}
	return false;
}

/*
 * Does the mark at the scanner end the sentence?  Moves behind it and the
 * closing quotation marks and brackets that belong to it.
 */
static bool is_end(const struct jscan_sentence *sentence,
		   struct jscan_sentence_scanner *scanner, char mark)
{
	const char *text = scanner->text;
	size_t pos = scanner->pos, dots = 0;
	bool has_closed = false;
	struct character c;

	for (;;) {
		c = read_character(text + pos, scanner->len - pos);
		if (c.kind == KIND_MARK && is_stop(c.fold))
			dots += c.fold == '.' ? c.bytes : 0;
		else if ((c.kind == KIND_MARK &&
			  strchr("\")]*_", c.fold) && c.fold && !c.opens) ||
			 (c.kind == KIND_APOSTROPHE))
			has_closed = true;
		else
			break;
		if (c.fold == '"')
			scanner->is_quoted = false;
		pos += c.bytes;
	}
	scanner->pos = pos;
	if (c.kind == KIND_END)
		return true;
	if (c.kind != KIND_SPACE)
		return false;
	while (pos < scanner->len && is_space(text[pos]))
		pos++;
	c = read_character(text + pos, scanner->len - pos);
	if (c.kind == KIND_LETTER && !c.is_upper &&
	    !(c.fold >= '0' && c.fold <= '9') && (has_closed || dots > 1))
		return false;
	return mark != '.' || has_closed || sentence->count == 0 ||
	       !is_abbreviation(&sentence->tokens[sentence->count - 1], text);
}

/* Does the line break at `pos` end a sentence that has no full stop? */
static bool is_line_end(const struct jscan_sentence_scanner *scanner,
			size_t pos)
{
	struct character c;

	if (pos - scanner->line_start >= LINE_SHORT)
		return false;
	c = read_character(scanner->text + pos + 1, scanner->len - pos - 1);
	return c.kind != KIND_LETTER || c.is_upper;
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
		      struct character c, char mark)
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
	       !is_space(text[pos - 1]) && !is_space(text[pos + 1]) &&
	       text[pos - 1] != '-' && text[pos + 1] != '-';
}

/* Puts words that belong together into runs. */
static void find_runs(struct jscan_sentence *sentence)
{
	for (size_t i = 0; i < sentence->count; i++) {
		struct jscan_token *token = &sentence->tokens[i];
		uint32_t hash;

		if (!token->run_len)
			continue;
		token->run_len = 0;
		hash = jscan_hash_mix(JSCAN_HASH_SEED, token->lemma);
		for (size_t k = 1; k < RUN_WORDS && i + k < sentence->count;
		     k++) {
			const struct jscan_word_run *run;

			hash = jscan_hash_mix(hash,
					      sentence->tokens[i + k].lemma);
			run = jscan_word_run_find(hash);
			if (!run)
				break;
			if (run->set) {
				token->run_set = run->set;
				token->run_filter = run->filter;
				token->run_len = (uint8_t)(k + 1);
			}
			if (!run->goes_on)
				break;
		}
		if (token->run_len) {
			token->mask |= jscan_word_mask(token->run_set);
			for (size_t k = 1; k < token->run_len; k++)
				sentence->tokens[i + k].flags |=
					JSCAN_TOKEN_IN_RUN;
		}
	}
}

void jscan_sentence_find_words(struct jscan_sentence *sentence,
			       const char *text)
{
	for (size_t i = 0; i < sentence->count; i++) {
		if (!sentence->tokens[i].lemma)
			look_up_plain(&sentence->tokens[i], text);
	}
	find_runs(sentence);
}

static bool read_sentence(struct jscan_sentence *out,
			  struct jscan_sentence_scanner *scanner)
{
	char mark = '\0'; /* before the next word */

	while (scanner->pos < scanner->len) {
		const char *text = scanner->text + scanner->pos;
		struct character c;

		if (*text == ' ') {
			scanner->pos++;
			continue;
		}
		c = read_character(text, scanner->len - scanner->pos);
		if (c.kind == KIND_LETTER) {
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
		if (c.kind == KIND_MARK && is_stop(c.fold)) {
			bool is_question = c.fold == '?';
			bool was_quoted = scanner->is_quoted;

			if (is_end(out, scanner, c.fold)) {
				out->is_question =
					is_question && !was_quoted;
				return true;
			}
			mark = '.';
			continue;
		}
		if (c.kind == KIND_SPACE && (c.fold == '\n' || c.fold == '\t')) {
			bool ends = c.fold == '\t' ||
				    is_line_end(scanner, scanner->pos);

			scanner->pos += c.bytes;
			scanner->line_start = scanner->pos;
			if (ends && out->count > 0)
				return true;
			continue;
		}
		if (c.kind == KIND_MARK && !is_hyphen(scanner))
			mark = read_mark(scanner, c, mark);
		scanner->pos += c.bytes;
	}
	return out->count > 0;
}

bool jscan_sentence_read(struct jscan_sentence *out,
			 struct jscan_sentence_scanner *scanner)
{
	do {
		while (scanner->pos < scanner->len &&
		       is_space(scanner->text[scanner->pos])) {
			if (scanner->text[scanner->pos++] == '\n')
				scanner->line_start = scanner->pos;
		}
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
	       is_space(scanner->text[out->offset + out->len - 1]))
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
