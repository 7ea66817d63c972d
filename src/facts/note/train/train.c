/*
 * train [-c COST] [-s COST] [-x FOLDS] [-w WEIGHTS] [-v] [-d TABLE]... FILE...
 *
 * Trains the models of ../model.c on the sentences of FILEs (see README.md for
 * their form) and writes them to WEIGHTS.  For each TABLE (id, section, text,
 * ids, with tabs between) it prints precision, recall and F1; with -v the
 * errors too; with -x the same for the training lines, each part left out in
 * turn.
 *
 * For each category, and for the stance, a linear classifier with squared hinge
 * loss is fitted by dual coordinate descent (Hsieh and others, 2008), in a
 * fixed order of random numbers, so that the same sentences give the same
 * weights.
 */
#include "facts/note/train/train.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define ROUNDS	  40
#define TABLES	  16
#define FOLD_RUN  8 /* lines in a row that stay in one fold */
#define THRESHOLD 0
#define SCALE	  48 /* of a weight to a small integer */

static double topic_cost = 0.04;
static double stance_cost = 0.02;

static double score(const double *weights, const struct train_example *example,
		    bool is_stance)
{
	uint32_t from = is_stance ? example->topic_count : 0;
	uint32_t to = is_stance ? example->count : example->topic_count;
	double sum = weights[0];

	for (uint32_t i = from; i < to; i++)
		sum += weights[example->features[i]] * example->values[i];
	return sum;
}

static uint32_t next_random(uint32_t *state)
{
	*state ^= *state << 13;
	*state ^= *state >> 17;
	*state ^= *state << 5;
	return *state;
}

static bool is_in_fold(const struct train_example *example, int fold, int folds)
{
	return fold >= 0 && (int)(example->line / FOLD_RUN) % folds == fold;
}

/* One step for one example; returns how far its multiplier moved. */
static double improve(double *weights, double *alpha,
		      const struct train_example *e, bool is_stance,
		      bool is_positive)
{
	double cost = is_stance ? stance_cost : topic_cost;
	double y = is_positive ? 1 : -1, old = *alpha, step;
	double norm = is_stance ? e->stance_norm : e->topic_norm;
	uint32_t from = is_stance ? e->topic_count : 0;
	uint32_t to = is_stance ? e->count : e->topic_count;

	*alpha = old - (y * score(weights, e, is_stance) - 1 +
			old / (2 * cost)) /
			       (norm + 1 / (2 * cost));
	if (*alpha < 0)
		*alpha = 0;
	step = (*alpha - old) * y;
	if (step == 0)
		return 0;
	for (uint32_t k = from; k < to; k++)
		weights[e->features[k]] += step * e->values[k];
	weights[0] += step;
	return fabs(step);
}

/* One column; fold -1 leaves nothing out. */
static void fit(double *weights, const struct train_examples *examples,
		unsigned column, int fold, int folds)
{
	double *alpha = calloc(examples->count, sizeof(*alpha));
	uint32_t *order = malloc(examples->count * sizeof(*order));
	uint32_t random = 12345;
	bool is_stance = column == JSCAN_MODEL_STANCE;

	memset(weights, 0, (train_feature_count() + 1) * sizeof(*weights));
	for (uint32_t i = 0; i < examples->count; i++)
		order[i] = i;
	for (unsigned round = 0; round < ROUNDS; round++) {
		double most = 0;

		for (size_t i = examples->count - 1; i > 0; i--) {
			size_t k = next_random(&random) % (i + 1);
			uint32_t held = order[i];

			order[i] = order[k];
			order[k] = held;
		}
		for (size_t n = 0; n < examples->count; n++) {
			const struct train_example *e =
				&examples->items[order[n]];
			bool is_positive = is_stance
						   ? e->labels != 0
						   : e->labels >> column & 1;
			double step;

			if (is_in_fold(e, fold, folds))
				continue;
			step = improve(weights, &alpha[order[n]], e, is_stance,
				       is_positive);
			if (step > most)
				most = step;
		}
		if (most < 1e-3)
			break;
	}
	free(alpha);
	free(order);
}

/* What is said of each line, a bit a category. */
static void decide(uint32_t *said, const struct train_examples *examples,
		   double *const *weights, int fold, int folds)
{
	for (size_t i = 0; i < examples->count; i++) {
		const struct train_example *e = &examples->items[i];
		int32_t scores[JSCAN_CATEGORY_KNOWN];

		if (fold >= 0 && !is_in_fold(e, fold, folds))
			continue;
		for (unsigned k = 0; k < JSCAN_CATEGORY_KNOWN; k++)
			scores[k] = (int32_t)lround(
				(score(weights[k], e, false) - THRESHOLD) *
				JSCAN_MODEL_ONE);
		said[e->line] |= jscan_model_decide(
			scores,
			(int32_t)lround(score(weights[JSCAN_MODEL_STANCE], e,
					      true) *
					JSCAN_MODEL_ONE));
	}
}

static void print_ids(char sign, uint32_t ids)
{
	for (unsigned k = 0; k < JSCAN_CATEGORY_KNOWN; k++) {
		if (ids >> k & 1)
			printf(" %c%s", sign, jscan_category_get(k)->id);
	}
}

static void report(const char *name, const struct train_examples *examples,
		   const uint32_t *said, bool is_verbose)
{
	unsigned hit = 0, found = 0, true_count = 0;

	for (uint32_t i = 0; i < examples->line_count; i++) {
		uint32_t labels = examples->lines[i].labels;

		hit += (unsigned)__builtin_popcount(said[i] & labels);
		found += (unsigned)__builtin_popcount(said[i]);
		true_count += (unsigned)__builtin_popcount(labels);
		if (!is_verbose || said[i] == labels)
			continue;
		print_ids('-', labels & ~said[i]);
		print_ids('+', said[i] & ~labels);
		printf(" | %s\n", examples->lines[i].text);
	}
	printf("%s: %u lines: P %.3f R %.3f F1 %.3f\n", name,
	       examples->line_count, found ? (double)hit / found : 1.0,
	       true_count ? (double)hit / true_count : 1.0,
	       found + true_count ? 2.0 * hit / (found + true_count) : 1.0);
}

static void write_weights(const char *path, double *const *weights)
{
	FILE *out = fopen(path, "w");
	unsigned written = 0;

	if (!out) {
		perror(path);
		exit(1);
	}
	fputs("# Made by train/train.c from the sentences beside it.\n", out);
	fprintf(out, "%d", JSCAN_MODEL_ONE / SCALE);
	for (unsigned k = 0; k <= JSCAN_MODEL_STANCE; k++)
		fprintf(out, " %ld",
			lround((weights[k][0] - (k < JSCAN_MODEL_STANCE
							 ? THRESHOLD
							 : 0)) *
			       JSCAN_MODEL_ONE));
	fputc('\n', out);
	for (uint32_t i = 1; i <= train_feature_count(); i++) {
		bool is_begun = false;

		for (unsigned k = 0; k <= JSCAN_MODEL_STANCE; k++) {
			long value = lround(weights[k][i] * SCALE);

			if (value == 0)
				continue;
			if (!is_begun)
				fprintf(out, "%x", train_feature_hash(i));
			is_begun = true;
			fprintf(out, " %u:%ld", k,
				value > 127 ? 127 : value < -127 ? -127 : value);
		}
		if (is_begun)
			fputc('\n', out);
		written += is_begun;
	}
	fclose(out);
	printf("%u of %u features written\n", written, train_feature_count());
}

/* Leaves each part of the training lines out in turn. */
static void cross_validate(const struct train_examples *training,
			   double **weights, int folds)
{
	uint32_t *said = calloc(training->line_count, sizeof(*said));

	for (int fold = 0; fold < folds; fold++) {
		for (unsigned k = 0; k <= JSCAN_MODEL_STANCE; k++)
			fit(weights[k], training, k, fold, folds);
		decide(said, training, weights, fold, folds);
	}
	report("left out in turn", training, said, false);
	free(said);
}

struct options {
	const char *weights_path;
	const char *tables[TABLES];
	int table_count;
	int folds;
	bool is_verbose;
};

static void read_options(struct options *options,
			 struct train_examples *training, int argc, char **argv)
{
	for (int i = 1; i < argc; i++) {
		bool has_value = i + 1 < argc;

		if (strcmp(argv[i], "-v") == 0)
			options->is_verbose = true;
		else if (strcmp(argv[i], "-c") == 0 && has_value)
			topic_cost = atof(argv[++i]);
		else if (strcmp(argv[i], "-s") == 0 && has_value)
			stance_cost = atof(argv[++i]);
		else if (strcmp(argv[i], "-x") == 0 && has_value)
			options->folds = atoi(argv[++i]);
		else if (strcmp(argv[i], "-w") == 0 && has_value)
			options->weights_path = argv[++i];
		else if (strcmp(argv[i], "-d") == 0 && has_value &&
			 options->table_count < TABLES)
			options->tables[options->table_count++] = argv[++i];
		else
			train_read_sentences(training, argv[i]);
	}
}

int main(int argc, char **argv)
{
	struct train_examples training = {0};
	struct options options = {0};
	double *weights[JSCAN_MODEL_STANCE + 1];

	train_init();
	read_options(&options, &training, argc, argv);
	printf("%zu sentences, %u features\n", training.count,
	       train_feature_count());
	if (training.count == 0)
		return 1;
	for (unsigned k = 0; k <= JSCAN_MODEL_STANCE; k++)
		weights[k] = malloc((train_feature_count() + 1) *
				    sizeof(double));
	if (options.folds > 1)
		cross_validate(&training, weights, options.folds);
	for (unsigned k = 0; k <= JSCAN_MODEL_STANCE; k++)
		fit(weights[k], &training, k, -1, 1);
	for (int i = 0; i < options.table_count; i++) {
		struct train_examples table = {0};
		uint32_t *said;

		train_read_table(&table, options.tables[i]);
		said = calloc(table.line_count, sizeof(*said));
		decide(said, &table, weights, -1, 1);
		report(options.tables[i], &table, said, options.is_verbose);
		free(said);
	}
	if (options.weights_path)
		write_weights(options.weights_path, weights);
	return 0;
}
