/*
 * The table generator: reads the word, behaviour and weight files and writes
 * the C tables that reading uses.  Runs while the program is built, on files
 * of the source tree only, so that it stops at the first thing it does not
 * understand.
 */
#ifndef JSCAN_FACTS_NOTE_GEN_H
#define JSCAN_FACTS_NOTE_GEN_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

#include "facts/note/behaviour.h"

/* A text file line by line. */
struct gen_file {
	const char *path;
	FILE *stream;
	char line[8192];
	unsigned number;
};

void gen_open(struct gen_file *file, const char *path);
/* The next line without its end, skipping comments and empty ones; or NULL. */
char *gen_next(struct gen_file *file);
void gen_close(struct gen_file *file);

/* Ends the program with a message that names the place. */
void gen_fail(const struct gen_file *file, const char *format, ...)
	__attribute__((format(printf, 2, 3), noreturn));

/* realloc for one more item; the array has room for a power of two. */
void *gen_grow(void *items, size_t count, size_t size);

/* calloc and strdup; like it, they end the program when there is no memory. */
void *gen_zeros(size_t count, size_t size);
char *gen_copy(const char *text);

FILE *gen_create(const char *folder, const char *name);

/* words.c */
void gen_read_words(const char *path);
/* Inflects all words; afterwards lemmas are known. */
void gen_make_words(void);
void gen_write_words(const char *folder);
/* The number of a class, or 0. */
unsigned gen_find_class(const char *name);
/* The lemma of a word, itself when it is not known. */
const char *gen_find_lemma(const char *word);
bool gen_is_word(const char *text);
unsigned gen_class_count(void);
/* A word of a pattern, to be inflected when no class has it. */
void gen_add_word(const char *word);

/* behaviours.c */
void gen_read_behaviours(const char *path);
/* Gives the elements their bits, once lemmas are known. */
void gen_make_filters(void);
void gen_write_behaviours(const char *folder);

/* filter.c */
struct gen_sample { /* a word, or what may be said of one */
	const unsigned *classes;
	unsigned class_count;
	uint32_t hash, lemma; /* 0: of none in particular */
	bool is_number, is_name;
};

/* The bit of an element with these parts; is it the first of a pattern? */
unsigned gen_filter_bit(const struct jscan_part *parts, unsigned count,
			bool is_first);
/* The number of the row with the bits of all elements that a word may fit. */
unsigned gen_filter_row(const struct gen_sample *word);
void gen_write_filters(FILE *out);
void gen_sieve_add(struct jscan_sieve *sieve, uint32_t hash);
/* `name` with what stands before it in a definition. */
void gen_write_sieve(FILE *out, const char *name,
		     const struct jscan_sieve *sieve);

/* weights.c */
void gen_read_weights(const char *path);
void gen_write_weights(const char *folder);

#endif
