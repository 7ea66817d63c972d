/*
 * weights.txt: what training has found.  The first line holds the scale and
 * the bias of each category and of the stance; then one line a feature: its
 * hash in hex and column:weight for each weight that is not 0.
 */
#include "gen.h"

#include <stdlib.h>
#include <string.h>

#include "facts/note/category.h"
#include "facts/note/hash.h"

#define STANCE	JSCAN_CATEGORY_KNOWN
#define COLUMNS (STANCE + 1)

struct row {
	uint32_t key;
	bool is_stance;
	signed char weights[COLUMNS];
};

static int scale = 1;
static long bias[COLUMNS];
static struct row *rows;
static size_t row_count;

static void read_first(const struct gen_file *file, char *line)
{
	char *next = line;

	scale = (int)strtol(next, &next, 10);
	for (size_t i = 0; i < COLUMNS; i++)
		bias[i] = strtol(next, &next, 10);
	if (*next || scale < 1)
		gen_fail(file, "expected a scale and %d numbers", COLUMNS);
}

static void read_row(const struct gen_file *file, char *line)
{
	struct row row = {0};
	char *next = line;

	row.key = (uint32_t)strtoul(next, &next, 16);
	while (*next == ' ') {
		unsigned long column = strtoul(next, &next, 10);
		long weight = *next == ':' ? strtol(next + 1, &next, 10) : 0;

		if (column >= COLUMNS || weight < -127 || weight > 127 ||
		    weight == 0)
			gen_fail(file, "cannot read a weight");
		row.weights[column] = (signed char)weight;
		row.is_stance = column == STANCE;
	}
	if (*next || !row.key)
		gen_fail(file, "cannot read the line");
	rows = gen_grow(rows, row_count, sizeof(*rows));
	rows[row_count++] = row;
}

void gen_read_weights(const char *path)
{
	struct gen_file file;
	char *line;

	gen_open(&file, path);
	line = gen_next(&file);
	if (line)
		read_first(&file, line);
	while ((line = gen_next(&file)))
		read_row(&file, line);
	gen_close(&file);
}

/* Lays out one kind of rows; the table holds indexes + 1 and is the caller's.
 */
static size_t *place_rows(size_t *slots, bool is_stance)
{
	size_t count = 0, *table;

	for (size_t i = 0; i < row_count; i++)
		count += rows[i].is_stance == is_stance;
	*slots = 2;
	while (*slots < count * 2)
		*slots *= 2;
	table = calloc(*slots, sizeof(*table));
	for (size_t i = 0; i < row_count; i++) {
		size_t slot = jscan_hash_finish(rows[i].key) & (*slots - 1);

		if (rows[i].is_stance != is_stance)
			continue;
		while (table[slot])
			slot = (slot + 1) & (*slots - 1);
		table[slot] = i + 1;
	}
	return table;
}

static void write_keys(FILE *out, const size_t *table, size_t slots)
{
	fprintf(out, "static const uint32_t stance_keys[%zu] = {\n", slots);
	for (size_t i = 0; i < slots; i++) {
		if (table[i])
			fprintf(out, "[%zu]=%uu,\n", i,
				rows[table[i] - 1].key);
		else if (i == 0)
			fputs("0,\n", out);
	}
	fputs("};\n", out);
}

/*
 * The rows stand by themselves, each in half a cache line, and the table of
 * keys points to them.  Weights are written 128 higher, so that none is less
 * than 0.
 */
static void write_topic(FILE *out)
{
	size_t slots, *table = place_rows(&slots, false), number = 0;

	fprintf(out, "#define TOPIC_SLOTS %zuu\n", slots);
	fputs("static const int32_t topic_bias[] = {", out);
	for (size_t i = 0; i < STANCE; i++)
		fprintf(out, "%ld,", bias[i]);
	fputs("};\nstatic const struct topic_slot topic_slots[TOPIC_SLOTS] = {\n",
	      out);
	for (size_t i = 0; i < slots; i++) {
		if (table[i])
			fprintf(out, "[%zu]={%uu,%zu},\n", i,
				rows[table[i] - 1].key, number++);
		else if (i == 0)
			fputs("{0,0},\n", out);
	}
	fputs("};\nstatic const struct topic_row topic_rows[] = {\n", out);
	for (size_t i = 0; i < slots; i++) {
		if (!table[i])
			continue;
		fputs("{{", out);
		for (size_t k = 0; k < STANCE; k++)
			fprintf(out, "%d,", rows[table[i] - 1].weights[k] + 128);
		fputs("}},\n", out);
	}
	fputs(number ? "};\n" : "{{0}}};\n", out);
	free(table);
}

static void write_stance(FILE *out)
{
	size_t slots, *table = place_rows(&slots, true);

	fprintf(out, "#define STANCE_SLOTS %zuu\n", slots);
	fprintf(out, "static const int32_t stance_bias = %ld;\n",
		bias[STANCE]);
	write_keys(out, table, slots);
	fprintf(out, "static const signed char stance_weights[%zu] = {\n",
		slots);
	for (size_t i = 0; i < slots; i++) {
		if (table[i] || i == 0)
			fprintf(out, "[%zu]=%d,\n", i,
				table[i] ? rows[table[i] - 1].weights[STANCE]
					 : 0);
	}
	fputs("};\n", out);
	free(table);
}

void gen_write_weights(const char *folder)
{
	FILE *out = gen_create(folder, "note_weights.inc");

	fprintf(out, "#define MODEL_SCALE %d\n", scale);
	write_topic(out);
	write_stance(out);
	fclose(out);
}
