/*
 * train [-l PREFIX,...] [-w WEIGHTS] [-v] [-t LEAST] [-d TABLE]... FILE...
 *
 * Trains the model of ../model.c on the sentences of FILEs (see README.md for
 * their form) and writes it to WEIGHTS.  For each TABLE (id, section, text,
 * ids, with tabs between) it prints precision, recall and F1, with -v the
 * errors too.  With -l the files whose names begin with a PREFIX are left out,
 * and measured instead, for each PREFIX in turn: how well one writer is read
 * with what the others have taught.  LEAST is the log odds that decide.
 */
#include "facts/note/train/train.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define TABLES	 16
#define PREFIXES 32

struct options {
	const char *weights_path;
	const char *tables[TABLES];
	char *prefixes[PREFIXES];
	int table_count;
	int prefix_count;
	float least;
	bool is_verbose;
};

struct tally {
	unsigned hits, found, labels;
};

/* What is said of each line that is `asked`, a bit a category. */
static void decide(uint32_t *said, const struct train_examples *examples,
		   const struct train_net *net, const bool *asked, float least)
{
	for (size_t i = 0; i < examples->count; i++) {
		const struct train_example *e = &examples->items[i];
		float odds[JSCAN_CATEGORY_KNOWN];
		int32_t scores[JSCAN_CATEGORY_KNOWN];

		if (!asked[e->line])
			continue;
		train_net_score(net, e, odds);
		for (unsigned k = 0; k < JSCAN_CATEGORY_KNOWN; k++)
			scores[k] = (int32_t)lroundf((odds[k] - least) *
						     JSCAN_MODEL_ONE);
		said[e->line] |= jscan_model_decide(scores, e->doubts);
	}
}

static void print_ids(char sign, uint32_t ids)
{
	for (unsigned k = 0; k < JSCAN_CATEGORY_KNOWN; k++) {
		if (ids >> k & 1)
			printf(" %c%s", sign, jscan_category_get(k)->id);
	}
}

static void print_tally(const char *name, unsigned lines,
			const struct tally *tally)
{
	unsigned sum = tally->found + tally->labels;

	printf("%s: %u lines: P %.3f R %.3f F1 %.3f\n", name, lines,
	       tally->found ? (double)tally->hits / tally->found : 1.0,
	       tally->labels ? (double)tally->hits / tally->labels : 1.0,
	       sum ? 2.0 * tally->hits / sum : 1.0);
}

static void report(const char *name, const struct train_examples *examples,
		   const uint32_t *said, const bool *asked, bool is_verbose,
		   struct tally *total)
{
	struct tally tally = {0};
	unsigned lines = 0;

	for (uint32_t i = 0; i < examples->line_count; i++) {
		uint32_t labels = examples->lines[i].labels;

		if (!asked[i])
			continue;
		lines++;
		tally.hits += (unsigned)__builtin_popcount(said[i] & labels);
		tally.found += (unsigned)__builtin_popcount(said[i]);
		tally.labels += (unsigned)__builtin_popcount(labels);
		if (!is_verbose || said[i] == labels)
			continue;
		print_ids('-', labels & ~said[i]);
		print_ids('+', said[i] & ~labels);
		printf(" | %s\n", examples->lines[i].text);
	}
	print_tally(name, lines, &tally);
	total->hits += tally.hits;
	total->found += tally.found;
	total->labels += tally.labels;
}

static bool has_prefix(const char *path, const char *prefix)
{
	const char *slash = strrchr(path, '/');

	return strncmp(slash ? slash + 1 : path, prefix, strlen(prefix)) == 0;
}

/* Fits to all lines but those of files with the prefix; NULL leaves out none.
 */
static struct train_net *fit(const struct train_examples *training,
			     const char *prefix, bool *left_out)
{
	bool *used = train_zeros(training->line_count + 1, 1);
	struct train_net *net = train_net_new();

	for (uint32_t i = 0; i < training->line_count; i++) {
		left_out[i] =
			prefix && has_prefix(training->lines[i].path, prefix);
		used[i] = !left_out[i];
	}
	train_net_fit(net, training, used);
	free(used);
	return net;
}

static void cross_validate(const struct train_examples *training,
			   const struct options *options)
{
	uint32_t *said = train_zeros(training->line_count + 1, sizeof(*said));
	bool *left_out = train_zeros(training->line_count + 1, 1);
	struct tally total = {0};

	for (int i = 0; i < options->prefix_count; i++) {
		struct train_net *net =
			fit(training, options->prefixes[i], left_out);

		memset(said, 0, training->line_count * sizeof(*said));
		decide(said, training, net, left_out, options->least);
		report(options->prefixes[i], training, said, left_out,
		       options->is_verbose, &total);
		train_net_free(net);
	}
	print_tally("all left out", training->line_count, &total);
	free(left_out);
	free(said);
}

static void measure(const char *path, const struct train_net *net,
		    const struct options *options)
{
	struct train_examples table = {0};
	struct tally total = {0};
	uint32_t *said;
	bool *asked;

	train_read_table(&table, path);
	said = train_zeros(table.line_count + 1, sizeof(*said));
	asked = train_resize(NULL, table.line_count + 1);
	memset(asked, true, table.line_count + 1);
	decide(said, &table, net, asked, options->least);
	report(path, &table, said, asked, options->is_verbose, &total);
	free(asked);
	free(said);
}

static void read_options(struct options *options,
			 struct train_examples *training, int argc, char **argv)
{
	for (int i = 1; i < argc; i++) {
		bool has_value = i + 1 < argc;

		if (strcmp(argv[i], "-v") == 0)
			options->is_verbose = true;
		else if (strcmp(argv[i], "-t") == 0 && has_value)
			options->least = strtof(argv[++i], NULL);
		else if (strcmp(argv[i], "-w") == 0 && has_value)
			options->weights_path = argv[++i];
		else if (strcmp(argv[i], "-d") == 0 && has_value &&
			 options->table_count < TABLES)
			options->tables[options->table_count++] = argv[++i];
		else if (strcmp(argv[i], "-l") == 0 && has_value) {
			char *next = strtok(argv[++i], ",");

			for (; next && options->prefix_count < PREFIXES;
			     next = strtok(NULL, ","))
				options->prefixes[options->prefix_count++] =
					next;
		} else {
			train_read_sentences(training, argv[i]);
		}
	}
}

int main(int argc, char **argv)
{
	struct train_examples training = {0};
	struct options options = {0};
	struct train_net *net;
	bool *left_out;

	train_init();
	read_options(&options, &training, argc, argv);
	printf("%zu sentences, %u features\n", training.count,
	       train_feature_count());
	if (training.count == 0)
		return 1;
	if (options.prefix_count > 0)
		cross_validate(&training, &options);
	if (!options.weights_path && options.table_count == 0)
		return 0;
	left_out = train_zeros(training.line_count + 1, 1);
	net = fit(&training, NULL, left_out);
	for (int i = 0; i < options.table_count; i++)
		measure(options.tables[i], net, &options);
	if (options.weights_path)
		printf("%u features written\n",
		       train_net_write(net, options.weights_path));
	return 0;
}
