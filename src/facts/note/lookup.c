/*
 * Fills in what the tables say of words; of a word that they lack, what they
 * say of its stem.  Words that belong together become runs.
 */
#include "facts/note/lookup.h"

#include <string.h>

#include "facts/note/hash.h"
#include "facts/note/word.h"
#include "note_classes.h"

#define RUN_WORDS 8
#define LETTER(c) (1u << ((c) & 0x1f))

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
	const uint32_t last = LETTER('g') | LETTER('d') | LETTER('s') |
			      LETTER('y') | LETTER('r'); /* of these */
	bool may_end = len > 4 && (last & LETTER(word[len - 1])) != 0;
	size_t less = len;

	for (size_t i = 0;
	     may_end && i < sizeof(endings) / sizeof(endings[0]); i++) {
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

	token->run_set = token->run_filter = 0;
	token->turns = 0;
	if (!word) {
		token->set = token->filter = 0;
		token->forms = 0;
		token->run_len = 0;
		token->follows_run = 1; /* its stem may */
		return false;
	}
	token->lemma = word->lemma;
	token->set = word->set;
	token->filter = word->filter;
	token->forms = word->forms;
	token->mask = jscan_word_mask(word->set);
	token->run_len = word->starts_run; /* until runs are found */
	token->follows_run = word->follows_run;
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

static void set_plain_stem(struct jscan_token *token, const char *text)
{
	char folded[JSCAN_WORD_BYTES];

	for (size_t i = 0; i < token->len; i++)
		folded[i] = (char)(text[token->offset + i] | 0x20);
	set_stem(token, folded, token->len);
}

void jscan_token_look_up_folded(struct jscan_token *token, const char *folded,
				size_t len)
{
	if (!look_up(token))
		set_stem(token, folded, len);
}

void jscan_token_look_up(struct jscan_token *token, const char *text)
{
	if (!look_up(token))
		set_plain_stem(token, text);
}

/* Makes a run of the words from `first` on, as many as belong together. */
static void find_run(struct jscan_sentence *sentence, size_t first)
{
	struct jscan_token *token = &sentence->tokens[first];
	uint32_t hash = jscan_hash_mix(JSCAN_HASH_SEED, token->lemma);

	for (size_t k = 1; k < RUN_WORDS && first + k < sentence->count; k++) {
		const struct jscan_token *next = &sentence->tokens[first + k];
		const struct jscan_word_run *run;

		if (!next->follows_run)
			break;
		hash = jscan_hash_mix(hash, next->lemma);
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
	if (!token->run_len)
		return;
	token->mask |= jscan_word_mask(token->run_set);
	for (size_t k = 1; k < token->run_len; k++)
		sentence->tokens[first + k].flags |= JSCAN_TOKEN_IN_RUN;
}

void jscan_sentence_find_words(struct jscan_sentence *sentence,
			       const char *text)
{
	struct jscan_token *end = &sentence->tokens[sentence->count];

	for (struct jscan_token *token = sentence->tokens; token < end;
	     token++) {
		if (!token->lemma && !look_up(token))
			set_plain_stem(token, text);
	}
	sentence->mask = 0;
	for (size_t i = 0; i < sentence->count; i++) {
		struct jscan_token *token = &sentence->tokens[i];

		if (token->run_len) {
			token->run_len = 0;
			if (i + 1 < sentence->count && token[1].follows_run)
				find_run(sentence, i);
		}
		sentence->mask |= token->mask;
	}
}
