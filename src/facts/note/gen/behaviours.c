/*
 * behaviours.txt: reads the patterns and writes the tables of behaviour.c.
 * The file itself says what a line looks like.
 */
#include "gen.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "facts/note/behaviour.h"
#include "facts/note/category.h"
#include "facts/note/hash.h"

#define GAP_SHORT 4
#define GAP_LONG  9

static struct jscan_behaviour *behaviours;
static size_t behaviour_count;
static struct jscan_element *elements;
static size_t element_count;
static struct jscan_part *parts;
static char **part_words; /* of lemma parts; else NULL */
static size_t part_count;
static int category = -1;

static void add_part(const struct gen_file *file, const char *text)
{
	struct jscan_part part = {0, JSCAN_PART_CLASS};

	if (strcmp(text, "NUMBER") == 0) {
		part.kind = JSCAN_PART_NUMBER;
	} else if (strcmp(text, "PERSON") == 0) {
		part.kind = JSCAN_PART_PERSON;
	} else if (strcmp(text, "_") == 0) {
		part.kind = JSCAN_PART_ONE;
	} else if (isupper((unsigned char)text[0])) {
		part.value = gen_find_class(text);
		if (!part.value)
			gen_fail(file, "no class is called %s", text);
	} else {
		part.kind = JSCAN_PART_LEMMA;
		gen_add_word(text);
	}
	parts = gen_grow(parts, part_count, sizeof(*parts));
	part_words = gen_grow(part_words, part_count, sizeof(*part_words));
	part_words[part_count] =
		part.kind == JSCAN_PART_LEMMA ? gen_copy(text) : NULL;
	parts[part_count++] = part;
}

/* One word of a pattern: [^*!] alternatives [?] */
static void add_element(const struct gen_file *file, char *text, unsigned gap)
{
	struct jscan_element element = {.first_part = (uint16_t)part_count,
					.gap = (uint8_t)gap};
	size_t len = strlen(text);
	char *next;

	for (; strchr("^*!", text[0]); text++, len--) {
		if (text[0] == '^')
			element.flags |= JSCAN_ELEMENT_START;
		else if (text[0] == '*')
			element.flags |= JSCAN_ELEMENT_HEAD;
		else
			element.flags |= JSCAN_ELEMENT_ABSENT;
	}
	for (; len > 1 && strchr("?$", text[len - 1]); text[--len] = '\0')
		element.flags |= text[len - 1] == '?' ? JSCAN_ELEMENT_OPTIONAL
						      : JSCAN_ELEMENT_END;
	for (; text; text = next) {
		next = strchr(text, '|');
		if (next)
			*next++ = '\0';
		add_part(file, text);
		element.part_count++;
	}
	elements = gen_grow(elements, element_count, sizeof(*elements));
	elements[element_count++] = element;
}

static enum jscan_valence read_valence(const struct gen_file *file,
				       const char *word)
{
	if (strcmp(word, "fault") == 0)
		return JSCAN_FAULT;
	if (strcmp(word, "duty") == 0)
		return JSCAN_DUTY;
	if (strcmp(word, "tell") == 0)
		return JSCAN_TELL;
	if (strcmp(word, "miss") == 0)
		return JSCAN_MISS;
	gen_fail(file, "expected fault, duty, tell or miss, not '%s'", word);
}

static void read_pattern(const struct gen_file *file, char *text)
{
	struct jscan_behaviour behaviour = {
		.text = gen_copy(text), .first_element = (uint16_t)element_count,
		.category = (uint8_t)category};
	unsigned gap = 0;
	bool has_head = false;
	char *valence = strtok(text, " ");

	behaviour.valence = (uint8_t)read_valence(file, valence);
	for (char *word = strtok(NULL, " "); word; word = strtok(NULL, " ")) {
		if (strcmp(word, "..") == 0) {
			gap = GAP_SHORT;
			continue;
		}
		if (strcmp(word, "...") == 0) {
			gap = GAP_LONG;
			continue;
		}
		add_element(file, word, gap);
		has_head |= elements[element_count - 1].flags &
			    JSCAN_ELEMENT_HEAD;
		gap = 0;
	}
	behaviour.element_count =
		(uint8_t)(element_count - behaviour.first_element);
	if (behaviour.element_count == 0)
		gen_fail(file, "an empty pattern");
	if (elements[behaviour.first_element].flags &
	    (JSCAN_ELEMENT_OPTIONAL | JSCAN_ELEMENT_ABSENT))
		gen_fail(file, "the first word cannot be optional or absent");
	if (!has_head)
		elements[behaviour.first_element].flags |= JSCAN_ELEMENT_HEAD;
	behaviours = gen_grow(behaviours, behaviour_count, sizeof(*behaviours));
	behaviours[behaviour_count++] = behaviour;
}

void gen_read_behaviours(const char *path)
{
	struct gen_file file;

	gen_open(&file, path);
	for (char *line = gen_next(&file); line; line = gen_next(&file)) {
		size_t len = strlen(line);
		char *example = strstr(line, " = ");

		if (line[0] == '[' && line[len - 1] == ']') {
			category = jscan_category_find(line + 1, len - 2);
			if (category < 0)
				gen_fail(&file, "no such category: %s", line);
			continue;
		}
		if (category < 0)
			gen_fail(&file, "expected a [category] first");
		if (!example)
			gen_fail(&file, "an example is missing behind ' = '");
		while (example > line && example[-1] == ' ')
			example--;
		*example = '\0';
		read_pattern(&file, line);
	}
	gen_close(&file);
}

/* Does the behaviour begin with this class or lemma? */
static bool begins_with(const struct jscan_behaviour *behaviour,
			unsigned kind, uint32_t value)
{
	const struct jscan_element *first =
		&elements[behaviour->first_element];

	for (unsigned i = 0; i < first->part_count; i++) {
		const struct jscan_part *part = &parts[first->first_part + i];

		if (part->kind == kind && part->value == value)
			return true;
		/* Kinds that are more than a class are listed under one. */
		if (kind != JSCAN_PART_CLASS)
			continue;
		if ((part->kind == JSCAN_PART_NUMBER &&
		     value == gen_find_class("COUNT")) ||
		    (part->kind == JSCAN_PART_PERSON &&
		     value == gen_find_class("HE")))
			return true;
	}
	return false;
}

static size_t write_list(FILE *out, unsigned kind, uint32_t value)
{
	size_t count = 0;

	for (size_t i = 0; i < behaviour_count; i++) {
		if (begins_with(&behaviours[i], kind, value)) {
			fprintf(out, "%zu,", i);
			count++;
		}
	}
	if (count == 0)
		return 0;
	fprintf(out, "%zu,\n", behaviour_count);
	return count + 1;
}

static void write_lists(FILE *out)
{
	static size_t class_lists[1000];
	static uint32_t lemmas[4096];
	static size_t lemma_lists[4096];
	struct jscan_sieve sieve = {{0}};
	size_t start = 1, lemma_count = 0;
	unsigned classes = gen_class_count();

	fprintf(out, "const uint16_t jscan_behaviour_lists[] = {%zu,\n",
		behaviour_count);
	for (unsigned i = 1; i < classes; i++) {
		size_t count = write_list(out, JSCAN_PART_CLASS, i);

		class_lists[i] = count ? start : 0;
		start += count;
	}
	for (size_t i = 0; i < part_count; i++) {
		uint32_t slot = jscan_hash_finish(parts[i].value) & 4095;

		if (parts[i].kind != JSCAN_PART_LEMMA)
			continue;
		while (lemmas[slot] && lemmas[slot] != parts[i].value)
			slot = (slot + 1) & 4095;
		if (lemmas[slot])
			continue;
		size_t count =
			write_list(out, JSCAN_PART_LEMMA, parts[i].value);

		if (!count)
			continue;
		if (++lemma_count > 3000) {
			fputs("note_tables: too many first words\n", stderr);
			exit(1);
		}
		gen_sieve_add(&sieve, parts[i].value);
		lemmas[slot] = parts[i].value;
		lemma_lists[slot] = start;
		start += count;
	}
	fputs("};\nconst uint16_t jscan_behaviour_class_lists[] = {\n", out);
	for (unsigned i = 0; i < classes; i++)
		fprintf(out, "%zu,\n", class_lists[i]);
	fputs("};\n#define LEMMA_SLOTS 4096\n"
	      "static const struct {\n\tuint32_t lemma;\n\tuint16_t list;\n} "
	      "lemma_lists[LEMMA_SLOTS] = {\n",
	      out);
	for (size_t i = 0; i < 4096; i++) {
		if (lemmas[i] || i == 0)
			fprintf(out, "[%zu]={0x%xu,%zu},\n", i, lemmas[i],
				lemma_lists[i]);
	}
	fputs("};\n", out);
	gen_write_sieve(out, "static const struct jscan_sieve lemma_sieve",
			&sieve);
}

static void write_quoted(FILE *out, const char *text)
{
	fputc('"', out);
	for (; *text; text++) {
		if (*text == '"' || *text == '\\' || *text == '?')
			fputc('\\', out);
		fputc(*text, out);
	}
	fputc('"', out);
}

/* Lemmas are known only when all words have been inflected. */
static void find_lemmas(void)
{
	for (size_t i = 0; i < part_count; i++) {
		const char *lemma;

		if (!part_words[i])
			continue;
		lemma = gen_find_lemma(part_words[i]);
		if (!gen_is_word(lemma)) { /* filters go by words */
			fprintf(stderr, "note_tables: no word: %s\n", lemma);
			exit(1);
		}
		parts[i].value = jscan_hash_text(lemma, strlen(lemma));
	}
}

void gen_make_filters(void)
{
	find_lemmas();
	for (size_t i = 0; i < behaviour_count; i++) {
		struct jscan_element *element =
			&elements[behaviours[i].first_element];

		for (unsigned k = 0; k < behaviours[i].element_count; k++)
			element[k].bit = (uint8_t)gen_filter_bit(
				&parts[element[k].first_part],
				element[k].part_count, k == 0);
	}
}

/* Does the element come before in the order of needs? */
static bool is_rarer(const struct jscan_element *a,
		     const struct jscan_element *b)
{
	return a->part_count != b->part_count ? a->part_count < b->part_count
					      : a < b;
}

/* The need behind `last`, NULL for the first one; NULL when there is none. */
static const struct jscan_element *
find_need(const struct jscan_behaviour *behaviour,
	  const struct jscan_element *last)
{
	const struct jscan_element *best = NULL;

	for (unsigned k = 1; k < behaviour->element_count; k++) {
		const struct jscan_element *element =
			&elements[behaviour->first_element + k];

		if (!(element->flags &
		      (JSCAN_ELEMENT_OPTIONAL | JSCAN_ELEMENT_ABSENT)) &&
		    (!last || is_rarer(last, element)) &&
		    (!best || is_rarer(element, best)))
			best = element;
	}
	return best;
}

static void write_needs(FILE *out)
{
	fputs("const struct jscan_needs jscan_behaviour_needs[] = {\n", out);
	for (size_t i = 0; i < behaviour_count; i++) {
		const struct jscan_element *need =
			find_need(&behaviours[i], NULL);

		fputs("{{", out);
		for (unsigned k = 0; k < JSCAN_NEEDS_MOST; k++) {
			fprintf(out, "%u,",
				need ? need->bit : (unsigned)JSCAN_FILTER_ANY);
			if (need)
				need = find_need(&behaviours[i], need);
		}
		fputs("}},\n", out);
	}
	fputs("};\n", out);
}

void gen_write_behaviours(const char *folder)
{
	FILE *out = gen_create(folder, "note_behaviours.inc");

	fprintf(out, "#define BEHAVIOUR_COUNT %zu\n", behaviour_count);
	fputs("const struct jscan_behaviour jscan_behaviours[] = {\n", out);
	for (size_t i = 0; i < behaviour_count; i++) {
		fputc('{', out);
		write_quoted(out, behaviours[i].text);
		fprintf(out, ",%u,%u,%u,%u},\n", behaviours[i].first_element,
			behaviours[i].element_count, behaviours[i].category,
			behaviours[i].valence);
	}
	fputs("};\nconst struct jscan_element jscan_behaviour_elements[] = {\n", out);
	for (size_t i = 0; i < element_count; i++)
		fprintf(out, "{%u,%u,%u,%u,%u},\n", elements[i].first_part,
			elements[i].part_count, elements[i].gap,
			elements[i].flags, elements[i].bit);
	fputs("};\nconst struct jscan_part jscan_behaviour_parts[] = {\n", out);
	for (size_t i = 0; i < part_count; i++)
		fprintf(out, "{0x%xu,%u},\n", parts[i].value, parts[i].kind);
	fputs("};\n", out);
	write_lists(out);
	write_needs(out);
	fclose(out);
}
