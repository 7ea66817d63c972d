/*
 * Filters: which elements of patterns a word may fit, as a row of bits, so that
 * matching passes over most words and most patterns by a look at a bit.  A bit
 * stands for several elements; a word that lacks it fits none of them.
 */
#include "gen.h"

#include <stdlib.h>
#include <string.h>

#include "facts/note/behaviour.h"

#define PARTS_MOST 64 /* of one element */

struct kind { /* elements with the same parts have one bit */
	struct jscan_part parts[PARTS_MOST];
	unsigned count;
	unsigned bit;
	bool is_first; /* of a pattern */
};

struct row {
	uint64_t bits[JSCAN_FILTER_WORDS];
};

static struct kind *kinds;
static size_t kind_count;
static struct row *rows;
static size_t row_count;

static int compare_parts(const void *a, const void *b)
{
	const struct jscan_part *left = a, *right = b;

	if (left->kind != right->kind)
		return left->kind < right->kind ? -1 : 1;
	return (left->value > right->value) - (left->value < right->value);
}

static bool is_same_kind(const struct kind *a, const struct kind *b)
{
	for (unsigned i = 0; i < a->count && a->count == b->count; i++) {
		if (compare_parts(&a->parts[i], &b->parts[i]) != 0)
			return false;
	}
	return a->count == b->count;
}

static void set_bit(uint64_t *bits, unsigned bit)
{
	bits[bit / 64] |= (uint64_t)1 << bit % 64;
}

unsigned gen_filter_bit(const struct jscan_part *parts, unsigned count,
			bool is_first)
{
	struct kind kind = {.count = count, .is_first = is_first};

	if (count > PARTS_MOST) {
		fputs("note_tables: too many alternatives\n", stderr);
		exit(1);
	}
	for (unsigned i = 0; i < count; i++) {
		if (parts[i].kind == JSCAN_PART_ONE)
			return JSCAN_FILTER_ANY;
		kind.parts[i].kind = parts[i].kind;
		kind.parts[i].value = parts[i].value;
	}
	qsort(kind.parts, count, sizeof(kind.parts[0]), compare_parts);
	for (size_t i = 0; i < kind_count; i++) {
		if (is_same_kind(&kinds[i], &kind)) {
			kinds[i].is_first |= is_first;
			return kinds[i].bit;
		}
	}
	kind.bit = JSCAN_FILTER_OWN +
		   (unsigned)(kind_count %
			      (JSCAN_FILTER_BITS - JSCAN_FILTER_OWN));
	kinds = gen_grow(kinds, kind_count, sizeof(*kinds));
	kinds[kind_count] = kind;
	return kinds[kind_count++].bit;
}

/* May a word with this class be a person? */
static bool names_person(unsigned class)
{
	static const char *const names[] = {"HE",	   "HIM", "KIN", "BOSS",
					    "INTERVIEWER", "COLLEAGUE"};

	for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++) {
		if (class == gen_find_class(names[i]))
			return true;
	}
	return false;
}

static bool may_fit(const struct jscan_part *part, const struct gen_sample *word)
{
	if (part->kind == JSCAN_PART_LEMMA)
		return word->hash &&
		       (part->value == word->hash || part->value == word->lemma);
	if (part->kind == JSCAN_PART_NUMBER && word->is_number)
		return true;
	if (part->kind == JSCAN_PART_PERSON && word->is_name)
		return true;
	for (unsigned i = 0; i < word->class_count; i++) {
		unsigned class = word->classes[i];

		if ((part->kind == JSCAN_PART_CLASS && part->value == class) ||
		    (part->kind == JSCAN_PART_NUMBER &&
		     class == gen_find_class("COUNT")) ||
		    (part->kind == JSCAN_PART_PERSON && names_person(class)))
			return true;
	}
	return false;
}

unsigned gen_filter_row(const struct gen_sample *word)
{
	struct row row = {{0}};

	set_bit(row.bits, JSCAN_FILTER_ANY);
	for (size_t i = 0; i < kind_count; i++) {
		for (unsigned k = 0; k < kinds[i].count; k++) {
			if (!may_fit(&kinds[i].parts[k], word))
				continue;
			set_bit(row.bits, kinds[i].bit);
			if (kinds[i].is_first)
				set_bit(row.bits, JSCAN_FILTER_FIRST);
		}
	}
	for (size_t i = 0; i < row_count; i++) {
		if (memcmp(&rows[i], &row, sizeof(row)) == 0)
			return (unsigned)i;
	}
	rows = gen_grow(rows, row_count, sizeof(*rows));
	rows[row_count] = row;
	return (unsigned)row_count++;
}

void gen_write_filters(FILE *out)
{
	fputs("const struct jscan_filter jscan_word_filters[] = {\n", out);
	for (size_t i = 0; i < row_count; i++) {
		fputs("{{", out);
		for (size_t k = 0; k < JSCAN_FILTER_WORDS; k++)
			fprintf(out, "0x%llxu,",
				(unsigned long long)rows[i].bits[k]);
		fputs("}},\n", out);
	}
	fputs("};\n", out);
}

void gen_sieve_add(struct jscan_sieve *sieve, uint32_t hash)
{
	set_bit(sieve->bits, jscan_hash_finish(hash) & (JSCAN_SIEVE_BITS - 1));
}

void gen_write_sieve(FILE *out, const char *name,
		     const struct jscan_sieve *sieve)
{
	fprintf(out, "%s = {{\n", name);
	for (size_t i = 0; i < JSCAN_SIEVE_BITS / 64; i++)
		fprintf(out, "0x%llxu,\n", (unsigned long long)sieve->bits[i]);
	fputs("}};\n", out);
}
