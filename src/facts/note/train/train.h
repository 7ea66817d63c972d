/*
 * Sentences for training, as the features that reading makes of them.
 * Everything lives to the end of the program.
 */
#ifndef JSCAN_FACTS_NOTE_TRAIN_H
#define JSCAN_FACTS_NOTE_TRAIN_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "facts/note/category.h"
#include "facts/note/model.h"

struct train_example { /* a sentence */
	uint32_t *features; /* numbers of them: topic first, then stance */
	float *values;
	uint32_t topic_count;
	uint32_t count;
	uint32_t labels; /* a bit for each category */
	uint32_t line;
	double topic_norm, stance_norm; /* squared, with the bias */
};

struct train_line {
	char *text;
	uint32_t labels;
};

struct train_examples {
	struct train_example *items;
	size_t count;
	struct train_line *lines;
	uint32_t line_count;
};

void train_init(void);

/* Features are numbered from 1 on. */
uint32_t train_feature_count(void);
uint32_t train_feature_hash(uint32_t number);

/* Files of the form that README.md tells; ends the program on a mistake. */
void train_read_sentences(struct train_examples *examples, const char *path);

/* A table of sentences to measure on; its new features are left out. */
void train_read_table(struct train_examples *examples, const char *path);

#endif
