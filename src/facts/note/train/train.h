/*
 * Sentences for training, as the features that reading makes of them, and the
 * network that is fitted to them.  Everything lives to the end of the program.
 */
#ifndef JSCAN_FACTS_NOTE_TRAIN_H
#define JSCAN_FACTS_NOTE_TRAIN_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "facts/note/category.h"
#include "facts/note/model.h"

struct train_example {	    /* a sentence */
	uint32_t *features; /* numbers of them */
	uint32_t count;
	uint32_t labels; /* a bit for each category */
	uint32_t topics; /* what it is about, labels or not */
	uint32_t doubts; /* of the rules */
	uint32_t line;
};

struct train_line {
	char *text;
	const char *path;
	uint32_t labels;
};

struct train_examples {
	struct train_example *items;
	size_t count;
	struct train_line *lines;
	uint32_t line_count;
};

void train_init(void);

/* realloc, calloc and strdup; they end the program when there is no memory. */
void *train_resize(void *old, size_t size);
void *train_zeros(size_t count, size_t size);
char *train_copy(const char *text);

/* Features are numbered from 1 on. */
uint32_t train_feature_count(void);
uint32_t train_feature_hash(uint32_t number);

/*
 * Files of the form that README.md tells; `path` must stay.  Ends the program
 * on a mistake.
 */
void train_read_sentences(struct train_examples *examples, const char *path);

/* A table of sentences to measure on; its new features are left out. */
void train_read_table(struct train_examples *examples, const char *path);

struct train_net;

struct train_net *train_net_new(void);
void train_net_free(struct train_net *net);

/* Fits it to the examples of the lines that are `used`. */
void train_net_fit(struct train_net *net, const struct train_examples *examples,
		   const bool *used);

/* The log odds of each category. */
void train_net_score(const struct train_net *net,
		     const struct train_example *example,
		     float out[JSCAN_CATEGORY_KNOWN]);

/* Returns how many features were written. */
uint32_t train_net_write(const struct train_net *net, const char *path);

#endif
