/*
 * weights.txt: what training has found.  Numbers first: the bias of each
 * category and of there being any, the bias of each hidden cell, then for each
 * category, and for any, its weight of each cell.  Then one line a feature: its
 * hash in hex and for each cell a character from '"' to '~', 'P' for a weight
 * of 0.  The table keeps them as they are.
 */
#include "gen.h"

#include <stdlib.h>
#include <string.h>

#include "facts/note/category.h"
#include "facts/note/hash.h"
#include "facts/note/model.h"

#define HIDDEN	JSCAN_MODEL_HIDDEN
#define OUTPUTS (JSCAN_CATEGORY_KNOWN + 1) /* the last one: any of them */

struct row {
	uint32_t key;
	char letters[HIDDEN];
};

static long bias[OUTPUTS];
static long cell_bias[HIDDEN];
static long out_weights[OUTPUTS][HIDDEN];
static struct row *rows;
static size_t row_count;

static void read_numbers(struct gen_file *file, long *out, size_t count)
{
	char *next = gen_next(file);

	for (size_t i = 0; next && i < count; i++)
		out[i] = strtol(next, &next, 10);
	if (!next || *next)
		gen_fail(file, "expected %zu numbers", count);
}

static void read_row(const struct gen_file *file, char *line)
{
	struct row row;
	char *next;

	row.key = (uint32_t)strtoul(line, &next, 16);
	if (*next != ' ' || strlen(next + 1) != HIDDEN || !row.key)
		gen_fail(file, "expected a hash and %d letters", HIDDEN);
	memcpy(row.letters, next + 1, HIDDEN);
	rows = gen_grow(rows, row_count, sizeof(*rows));
	rows[row_count++] = row;
}

void gen_read_weights(const char *path)
{
	struct gen_file file;
	char *line;

	gen_open(&file, path);
	read_numbers(&file, bias, OUTPUTS);
	read_numbers(&file, cell_bias, HIDDEN);
	for (size_t i = 0; i < OUTPUTS; i++)
		read_numbers(&file, out_weights[i], HIDDEN);
	while ((line = gen_next(&file)))
		read_row(&file, line);
	gen_close(&file);
}

/* Lays out the rows; the table holds indexes + 1 and is the caller's. */
static size_t *place_rows(size_t *slots)
{
	size_t *table;

	*slots = 2;
	while (*slots < row_count * 2)
		*slots *= 2;
	table = gen_zeros(*slots, sizeof(*table));
	for (size_t i = 0; i < row_count; i++) {
		size_t slot = jscan_hash_finish(rows[i].key) & (*slots - 1);

		while (table[slot])
			slot = (slot + 1) & (*slots - 1);
		table[slot] = i + 1;
	}
	return table;
}

static void write_numbers(FILE *out, const long *numbers, size_t count)
{
	for (size_t i = 0; i < count; i++)
		fprintf(out, "%ld,", numbers[i]);
}

static void write_layers(FILE *out)
{
	fputs("static const int32_t model_bias[] = {", out);
	write_numbers(out, bias, OUTPUTS);
	fputs("};\nstatic const int32_t model_cell_bias[] = {", out);
	write_numbers(out, cell_bias, HIDDEN);
	fprintf(out, "};\nstatic const int16_t model_out[][%d] = {\n", HIDDEN);
	for (size_t i = 0; i < OUTPUTS; i++) {
		fputc('{', out);
		write_numbers(out, out_weights[i], HIDDEN);
		fputs("},\n", out);
	}
	fputs("};\n", out);
}

static void write_letters(FILE *out, const char *letters)
{
	for (size_t i = 0; i < HIDDEN; i++) {
		if (strchr("\\\"?", letters[i]))
			fputc('\\', out);
		fputc(letters[i], out);
	}
}

/* The rows stand by themselves, each in a cache line; the keys point to them.
 */
static void write_rows(FILE *out, const size_t *table, size_t slots)
{
	size_t number = 0;

	fprintf(out, "#define MODEL_SLOTS %zuu\n", slots);
	fputs("static const struct model_slot model_slots[MODEL_SLOTS] = {\n",
	      out);
	for (size_t i = 0; i < slots; i++) {
		if (table[i])
			fprintf(out, "[%zu]={%uu,%zu},\n", i,
				rows[table[i] - 1].key, number++);
		else if (i == 0)
			fputs("{0,0},\n", out);
	}
	fputs("};\nstatic const struct model_row model_rows[] = {\n", out);
	for (size_t i = 0; i < slots; i++) {
		if (!table[i])
			continue;
		fputs("{{\"", out);
		write_letters(out, rows[table[i] - 1].letters);
		fputs("\"}},\n", out);
	}
	fputs(number ? "};\n" : "{{{0}}}};\n", out);
}

void gen_write_weights(const char *folder)
{
	FILE *out = gen_create(folder, "note_weights.inc");
	size_t slots, *table = place_rows(&slots);

	write_layers(out);
	write_rows(out, table, slots);
	fclose(out);
	free(table);
}
