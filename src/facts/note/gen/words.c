/*
 * The word files: classes of words with their kind, in any number of files.
 * Inflects verbs, nouns and qualities, and writes the hash tables of word.c.
 *
 * A form of a word has the classes that its lemma has as that kind of word:
 * "left" belongs to the verb "leave" alone.  Runs of several words are found
 * by their lemmas, with one stand-in for all possessives and one for all
 * reflexive pronouns.
 */
#include "gen.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "facts/note/hash.h"
#include "facts/note/word.h"

#define CLASS_MOST 1000
#define SET_MOST   12 /* classes of one form */
#define RUN_MOST   8  /* words of a run */

struct member { /* a word in a class */
	char *lemma;
	char kind; /* v n a x */
	unsigned class;
};

struct irregular {
	char *lemma;
	char kind;
	char *past; /* or plural */
	char *participle;
};

struct form {
	char *text;
	char *lemma;
	unsigned forms;
	bool starts_run, follows_run; /* said of the lemma */
	unsigned classes[SET_MOST];
	unsigned class_count;
};

struct run {
	uint32_t hash;
	bool goes_on;
	unsigned classes[SET_MOST];
	unsigned class_count;
	char *text;
};

static const char *class_names[CLASS_MOST] = {"NONE"};
static unsigned class_count = 1;
static struct member *members;
static size_t member_count;
static struct irregular *irregulars;
static size_t irregular_count;
static struct form *forms;
static size_t form_count;
static char **bare_words;
static size_t bare_count;
static uint32_t *form_slots; /* index + 1 of the form with a text */
static struct run *runs;
static size_t run_count;
static unsigned sets[20000][SET_MOST + 1];
static unsigned set_count = 1;

#define FORM_SLOTS (1u << 18)

unsigned gen_find_class(const char *name)
{
	for (unsigned i = 1; i < class_count; i++) {
		if (strcmp(class_names[i], name) == 0)
			return i;
	}
	return 0;
}

static unsigned add_class(const struct gen_file *file, const char *name)
{
	unsigned found = gen_find_class(name);

	if (found)
		return found;
	if (class_count == CLASS_MOST)
		gen_fail(file, "too many classes");
	class_names[class_count] = gen_copy(name);
	return class_count++;
}

static void add_form(const char *text, const char *lemma, unsigned form_bits,
		     unsigned class);

static void add_member(char *lemma, char kind, unsigned class)
{
	members = gen_grow(members, member_count, sizeof(*members));
	members[member_count++] =
		(struct member){gen_copy(lemma), kind, class};
}

/* word, or word(past,participle), or word(plural) */
static void read_item(const struct gen_file *file, char *item, char kind,
		      unsigned class)
{
	char *open = strchr(item, '(');
	char *equals = strchr(item, '=');

	if (equals) { /* an odd form of another word */
		*equals++ = '\0';
		add_form(item, equals, 0, class);
		return;
	}
	if (open) {
		char *comma = strchr(open, ',');
		char *end = strchr(open, ')');

		if (!end || end[1] || (kind == 'v' && !comma))
			gen_fail(file, "cannot read '%s'", item);
		*open++ = *end = '\0';
		if (comma)
			*comma++ = '\0';
		irregulars = gen_grow(irregulars, irregular_count,
				      sizeof(*irregulars));
		irregulars[irregular_count++] = (struct irregular){
			gen_copy(item), kind, gen_copy(open),
			comma ? gen_copy(comma) : NULL};
	}
	add_member(item, kind, class);
}

void gen_read_words(const char *path)
{
	struct gen_file file;

	gen_open(&file, path);
	for (char *line = gen_next(&file); line; line = gen_next(&file)) {
		char *name = strtok(line, " ");
		char *kind = strtok(NULL, " ");
		unsigned class;

		if (!kind || strlen(kind) != 2 || kind[1] != ':' ||
		    !strchr("vnax", kind[0]))
			gen_fail(&file, "expected CLASS kind: words");
		/* "-": forms alone, no class */
		class = strcmp(name, "-") == 0 ? 0 : add_class(&file, name);
		for (char *item = strtok(NULL, " "); item;
		     item = strtok(NULL, " "))
			read_item(&file, item, kind[0], class);
	}
	gen_close(&file);
}

static struct form *find_form(const char *text)
{
	uint32_t slot;

	if (!form_slots)
		form_slots = gen_zeros(FORM_SLOTS, sizeof(*form_slots));
	slot = jscan_hash_text(text, strlen(text)) & (FORM_SLOTS - 1);
	while (form_slots[slot]) {
		struct form *form = &forms[form_slots[slot] - 1];

		if (strcmp(form->text, text) == 0)
			return form;
		slot = (slot + 1) & (FORM_SLOTS - 1);
	}
	return NULL;
}

static void add_to_set(unsigned *classes, unsigned *count, unsigned class)
{
	if (class == 0)
		return;
	for (unsigned i = 0; i < *count; i++) {
		if (classes[i] == class)
			return;
	}
	if (*count == SET_MOST) {
		fprintf(stderr, "note_tables: too many classes of one word\n");
		exit(1);
	}
	classes[(*count)++] = class;
}

static void add_form(const char *text, const char *lemma, unsigned form_bits,
		     unsigned class)
{
	struct form *form = find_form(text);

	if (!form) {
		uint32_t slot = jscan_hash_text(text, strlen(text)) &
				(FORM_SLOTS - 1);

		while (form_slots[slot])
			slot = (slot + 1) & (FORM_SLOTS - 1);
		forms = gen_grow(forms, form_count, sizeof(*forms));
		forms[form_count] =
			(struct form){.text = gen_copy(text),
				      .lemma = gen_copy(lemma)};
		form = &forms[form_count++];
		form_slots[slot] = (uint32_t)form_count;
	}
	form->forms |= form_bits;
	add_to_set(form->classes, &form->class_count, class);
}

static const struct irregular *find_irregular(const char *lemma, char kind)
{
	for (size_t i = 0; i < irregular_count; i++) {
		if (irregulars[i].kind == kind &&
		    strcmp(irregulars[i].lemma, lemma) == 0)
			return &irregulars[i];
	}
	return NULL;
}

static bool is_vowel(char c)
{
	return strchr("aeiou", c) != NULL;
}

/* "stop" doubles its last letter; "visit" is given both ways, harmlessly. */
static bool may_double(const char *word, size_t len)
{
	return len >= 3 && !is_vowel(word[len - 1]) &&
	       !strchr("wxyh", word[len - 1]) && is_vowel(word[len - 2]) &&
	       !is_vowel(word[len - 3]);
}

/* Adds word + ending as English spells it. */
static void add_ending(const char *lemma, const char *ending, unsigned bits,
		       unsigned class)
{
	size_t len = strlen(lemma);
	char last = lemma[len - 1];
	char text[128];

	snprintf(text, sizeof(text), "%s%s", lemma, ending);
	if (last == 'e' && is_vowel(ending[0]))
		snprintf(text, sizeof(text), "%.*s%s", (int)len - 1, lemma,
			 ending);
	else if (last == 'y' && len > 1 && !is_vowel(lemma[len - 2]) &&
		 ending[0] != 'i')
		snprintf(text, sizeof(text), "%.*si%s%s", (int)len - 1, lemma,
			 ending[0] == 's' ? "e" : "", ending);
	else if (ending[0] == 's' &&
		 (strchr("sxz", last) || (last == 'h' && len > 1 &&
					  strchr("cs", lemma[len - 2]))))
		snprintf(text, sizeof(text), "%ses", lemma);
	add_form(text, lemma, bits, class);
	if (is_vowel(ending[0]) && may_double(lemma, len)) {
		snprintf(text, sizeof(text), "%s%c%s", lemma, last, ending);
		add_form(text, lemma, bits, class);
	}
	if (last == 'o' && ending[0] == 's') {
		snprintf(text, sizeof(text), "%ses", lemma);
		add_form(text, lemma, bits, class);
	}
}

static void inflect_verb(const char *lemma, unsigned class)
{
	const struct irregular *odd = find_irregular(lemma, 'v');

	add_form(lemma, lemma, JSCAN_FORM_BASE, class);
	add_ending(lemma, "s", JSCAN_FORM_THIRD, class);
	add_ending(lemma, "ing", JSCAN_FORM_ING, class);
	if (odd) {
		add_form(odd->past, lemma, JSCAN_FORM_PAST, class);
		add_form(odd->participle, lemma, JSCAN_FORM_PARTICIPLE, class);
	}
	/* Many have both: learnt and learned. */
	add_ending(lemma, "ed", JSCAN_FORM_PAST | JSCAN_FORM_PARTICIPLE, class);
}

static void inflect_noun(const char *lemma, unsigned class)
{
	const struct irregular *odd = find_irregular(lemma, 'n');

	add_form(lemma, lemma, JSCAN_FORM_NOUN, class);
	if (odd)
		add_form(odd->past, lemma, JSCAN_FORM_NOUN, class);
	else
		add_ending(lemma, "s", JSCAN_FORM_NOUN, class);
}

static void inflect_quality(const char *lemma, unsigned class)
{
	size_t len = strlen(lemma);
	char text[128];

	add_form(lemma, lemma, JSCAN_FORM_QUALITY, class);
	if (len > 3 && strcmp(&lemma[len - 2], "le") == 0)
		snprintf(text, sizeof(text), "%.*sy", (int)len - 1, lemma);
	else if (lemma[len - 1] == 'y')
		snprintf(text, sizeof(text), "%.*sily", (int)len - 1, lemma);
	else if (len > 2 && strcmp(&lemma[len - 2], "ic") == 0)
		snprintf(text, sizeof(text), "%sally", lemma);
	else
		snprintf(text, sizeof(text), "%sly", lemma);
	add_form(text, lemma, JSCAN_FORM_QUALITY, class);
	if (len <= 7) {
		add_ending(lemma, "er", JSCAN_FORM_MORE, class);
		add_ending(lemma, "est", JSCAN_FORM_MORE, class);
	}
}

static void inflect(const char *lemma, char kind, unsigned class)
{
	if (kind == 'v')
		inflect_verb(lemma, class);
	else if (kind == 'n')
		inflect_noun(lemma, class);
	else if (kind == 'a')
		inflect_quality(lemma, class);
	else
		add_form(lemma, lemma, 0, class);
}

const char *gen_find_lemma(const char *word)
{
	const struct form *form = find_form(word);

	if (strcmp(word, "your") == 0 || strcmp(word, "his") == 0 ||
	    strcmp(word, "her") == 0 || strcmp(word, "their") == 0 ||
	    strcmp(word, "our") == 0)
		return "my";
	if (strlen(word) > 4 && (strstr(word, "self") || strstr(word, "selves")))
		return strncmp(word, "self", 4) == 0 ? word : "myself";
	return form ? form->lemma : word;
}

bool gen_is_word(const char *text)
{
	return find_form(text) != NULL;
}

static struct run *get_run(uint32_t hash, const char *text)
{
	for (size_t i = 0; i < run_count; i++) {
		if (runs[i].hash == hash)
			return &runs[i];
	}
	runs = gen_grow(runs, run_count, sizeof(*runs));
	runs[run_count] = (struct run){.hash = hash, .text = gen_copy(text)};
	return &runs[run_count++];
}

/* Makes a class of each run, and the way to it through the table. */
static void add_run(const struct member *member)
{
	char text[256];
	uint32_t hash = JSCAN_HASH_SEED;
	char *word, *next;
	unsigned count = 0;

	snprintf(text, sizeof(text), "%s", member->lemma);
	for (word = text; word; word = next) {
		const char *lemma;
		struct run *run;

		next = strchr(word, '_');
		if (next)
			*next++ = '\0';
		lemma = gen_find_lemma(word);
		if (++count > RUN_MOST) {
			fprintf(stderr, "too long: %s\n", member->lemma);
			exit(1);
		}
		hash = jscan_hash_mix(hash,
				      jscan_hash_text(lemma, strlen(lemma)));
		if (count == 1) {
			find_form(lemma)->starts_run = true;
			continue;
		}
		if (gen_is_word(lemma)) /* others are always tried */
			find_form(lemma)->follows_run = true;
		run = get_run(hash, member->lemma);
		if (next)
			run->goes_on = true;
		else
			add_to_set(run->classes, &run->class_count,
				   member->class);
	}
}

static unsigned find_set(const unsigned *classes, unsigned count)
{
	if (count == 0)
		return 0;
	for (unsigned i = 1; i < set_count; i++) {
		if (memcmp(sets[i], classes, count * sizeof(*classes)) == 0 &&
		    sets[i][count] == 0)
			return i;
	}
	if (set_count == sizeof(sets) / sizeof(sets[0])) {
		fputs("note_tables: too many sets\n", stderr);
		exit(1);
	}
	memcpy(sets[set_count], classes, count * sizeof(*classes));
	return set_count++;
}

/* A word that stands in no class, but in a run or a pattern. */
static void add_bare_word(const char *word)
{
	const struct form *known = find_form(word);

	/* Of a noun that is known the verb is wanted too: "back down". */
	if (known && known->forms != JSCAN_FORM_NOUN)
		return;
	if (strlen(word) > 2)
		inflect_verb(word, 0);
	if (known)
		return;
	inflect_noun(word, 0);
	inflect_quality(word, 0);
}

static void add_words_of_runs(void)
{
	for (size_t i = 0; i < member_count; i++) {
		char text[256];

		if (!strchr(members[i].lemma, '_'))
			continue;
		snprintf(text, sizeof(text), "%s", members[i].lemma);
		for (char *word = strtok(text, "_"); word;
		     word = strtok(NULL, "_"))
			add_bare_word(word);
	}
}

static void write_forms(FILE *out)
{
	unsigned slots = 1;
	uint32_t *table;

	while (slots < form_count * 2)
		slots *= 2;
	table = gen_zeros(slots, sizeof(*table));
	for (size_t i = 0; i < form_count; i++) {
		uint32_t hash = jscan_hash_text(forms[i].text,
						strlen(forms[i].text));
		uint32_t slot = jscan_hash_finish(hash) & (slots - 1);

		while (table[slot])
			slot = (slot + 1) & (slots - 1);
		table[slot] = (uint32_t)i + 1;
	}
	fprintf(out, "const uint32_t jscan_word_slots = %uu;\n", slots);
	fprintf(out, "const struct jscan_word jscan_words[%u] = {\n", slots);
	for (unsigned i = 0; i < slots; i++) {
		const struct form *form;
		struct gen_sample sample;
		const char *lemma;

		if (!table[i])
			continue;
		form = &forms[table[i] - 1];
		lemma = gen_find_lemma(form->text);
		sample = (struct gen_sample){
			form->classes, form->class_count,
			jscan_hash_text(form->text, strlen(form->text)),
			jscan_hash_text(lemma, strlen(lemma)), false, false};
		fprintf(out, "[%u]={0x%xu,0x%xu,%u,%u,%u,%u,%u}, /* %s */\n",
			i, sample.hash, sample.lemma,
			find_set(form->classes, form->class_count),
			gen_filter_row(&sample), form->forms,
			find_form(lemma)->starts_run,
			find_form(lemma)->follows_run, form->text);
	}
	fputs("};\n", out);
	free(table);
}

static void write_runs(FILE *out)
{
	unsigned slots = 1;
	struct jscan_sieve sieve = {{0}};
	uint32_t *table;

	while (slots < run_count * 2)
		slots *= 2;
	table = gen_zeros(slots, sizeof(*table));
	for (size_t i = 0; i < run_count; i++) {
		uint32_t slot = jscan_hash_finish(runs[i].hash) & (slots - 1);

		gen_sieve_add(&sieve, runs[i].hash);
		while (table[slot])
			slot = (slot + 1) & (slots - 1);
		table[slot] = (uint32_t)i + 1;
	}
	fprintf(out, "#define RUN_SLOTS %uu\n", slots);
	fputs("static const struct jscan_word_run runs[RUN_SLOTS] = {\n", out);
	for (unsigned i = 0; i < slots; i++) {
		const struct run *run;
		struct gen_sample sample = {0};

		if (!table[i])
			continue;
		run = &runs[table[i] - 1];
		sample.classes = run->classes;
		sample.class_count = run->class_count;
		fprintf(out, "[%u]={0x%xu,%u,%u,%u}, /* %s */\n", i, run->hash,
			find_set(run->classes, run->class_count),
			gen_filter_row(&sample), run->goes_on, run->text);
	}
	fputs("};\n", out);
	free(table);
	gen_write_sieve(out, "const struct jscan_sieve jscan_run_sieve",
			&sieve);
}

/* What possible.c asks for: the first person, denials, and what was done. */
static bool is_of_own(const struct form *form)
{
	static const char *const names[] = {"I",   "ME",      "MY",  "NOT",
					    "NEG", "NEGATED", "FLIP"};

	for (unsigned i = 0; i < form->class_count; i++) {
		for (size_t k = 0; k < sizeof(names) / sizeof(names[0]); k++) {
			if (form->classes[i] == gen_find_class(names[k]))
				return true;
		}
	}
	return form->forms & JSCAN_FORM_PAST;
}

static void write_own_sieve(FILE *out)
{
	struct jscan_sieve sieve = {{0}};

	for (size_t i = 0; i < form_count; i++) {
		if (is_of_own(&forms[i]))
			gen_sieve_add(&sieve,
				      jscan_hash_text(forms[i].text,
						      strlen(forms[i].text)));
	}
	gen_write_sieve(out, "const struct jscan_sieve jscan_own_sieve",
			&sieve);
}

static void write_sets(FILE *out)
{
	unsigned start = 1;

	fputs("const uint16_t jscan_set_classes[] = {0,\n", out);
	for (unsigned i = 1; i < set_count; i++) {
		for (unsigned k = 0; sets[i][k]; k++)
			fprintf(out, "%u,", sets[i][k]);
		fputs("0,\n", out);
	}
	fputs("};\nconst uint16_t jscan_set_starts[] = {0,\n", out);
	for (unsigned i = 1; i < set_count; i++) {
		fprintf(out, "%u,\n", start);
		for (unsigned k = 0; sets[i][k]; k++)
			start++;
		start++;
	}
	/* The frame classes come first, so that a mask can hold them. */
	fputs("};\nconst uint64_t jscan_word_masks[] = {0,\n", out);
	for (unsigned i = 1; i < set_count; i++) {
		uint64_t mask = 0;

		for (unsigned k = 0; sets[i][k]; k++) {
			if (sets[i][k] < 64)
				mask |= (uint64_t)1 << sets[i][k];
		}
		fprintf(out, "0x%llxu,\n", (unsigned long long)mask);
	}
	fputs("};\n", out);
}

/* All classes of a set as bits. */
static void write_set_bits(FILE *out)
{
	if (class_count > JSCAN_SET_WORDS * 64) {
		fputs("note_tables: too many classes\n", stderr);
		exit(1);
	}
	fputs("const uint64_t jscan_set_bits[][JSCAN_SET_WORDS] = {{0},\n",
	      out);
	for (unsigned i = 1; i < set_count; i++) {
		fputc('{', out);
		for (unsigned word = 0; word < JSCAN_SET_WORDS; word++) {
			uint64_t bits = 0;

			for (unsigned k = 0; sets[i][k]; k++) {
				if (sets[i][k] / 64 == word)
					bits |= (uint64_t)1 << sets[i][k] % 64;
			}
			fprintf(out, "0x%llxu,", (unsigned long long)bits);
		}
		fputs("},\n", out);
	}
	fputs("};\n", out);
}

void gen_add_word(const char *word)
{
	bare_words = gen_grow(bare_words, bare_count, sizeof(*bare_words));
	bare_words[bare_count++] = gen_copy(word);
}

void gen_make_words(void)
{
	for (size_t i = 0; i < member_count; i++) {
		if (!strchr(members[i].lemma, '_'))
			inflect(members[i].lemma, members[i].kind,
				members[i].class);
	}
	for (size_t i = 0; i < bare_count; i++)
		add_bare_word(bare_words[i]);
	add_words_of_runs();
	for (size_t i = 0; i < member_count; i++) {
		if (strchr(members[i].lemma, '_'))
			add_run(&members[i]);
	}
}

static bool is_one_of(const unsigned *classes, unsigned count,
		      const char *const *names)
{
	for (unsigned i = 0; i < count; i++) {
		for (unsigned k = 0; names[k]; k++) {
			if (strcmp(class_names[classes[i]], names[k]) == 0)
				return true;
		}
	}
	return false;
}

/* The letters that the words of some classes begin with; bit 1 is 'a'. */
static uint32_t find_initials(const char *const *names)
{
	uint32_t letters = 0;

	for (size_t i = 0; i < form_count; i++) {
		if (is_one_of(forms[i].classes, forms[i].class_count, names))
			letters |= 1u << (forms[i].text[0] & 0x1f);
	}
	return letters;
}

/* The first person is told by single words that are of letters only. */
static void check_first_person(const char *const *names)
{
	for (size_t i = 0; i < form_count; i++) {
		const char *text = forms[i].text;

		if (is_one_of(forms[i].classes, forms[i].class_count, names) &&
		    strspn(text, "abcdefghijklmnopqrstuvwxyz") !=
			    strlen(text)) {
			fprintf(stderr, "note_tables: letters only: %s\n",
				text);
			exit(1);
		}
	}
	for (size_t i = 0; i < run_count; i++) {
		if (is_one_of(runs[i].classes, runs[i].class_count, names)) {
			fprintf(stderr, "note_tables: one word only: %s\n",
				runs[i].text);
			exit(1);
		}
	}
}

/* Words that decide whether a sentence is read are looked up by these. */
static void write_initials(FILE *out)
{
	static const char *const first[] = {"I", "ME", "MY", NULL};
	static const char *const nots[] = {"NOT", NULL};

	check_first_person(first);
	fprintf(out, "#define JSCAN_WORD_FIRST_INITIALS 0x%xu\n",
		find_initials(first));
	fprintf(out, "#define JSCAN_WORD_NOT_INITIALS 0x%xu\n",
		find_initials(nots));
}

static void write_classes(const char *folder)
{
	FILE *out = gen_create(folder, "note_classes.h");

	fputs("#pragma once\nenum {\n", out);
	for (unsigned i = 0; i < class_count; i++)
		fprintf(out, "JSCAN_WORD_%s = %u,\n", class_names[i], i);
	fprintf(out, "JSCAN_WORD_CLASS_COUNT = %u\n};\n", class_count);
	write_initials(out);
	fclose(out);
}

/* Row 0 is that of words with nothing to tell them apart. */
static void write_filters(FILE *out)
{
	struct gen_sample number = {.is_number = true};
	struct gen_sample name = {.is_name = true};

	fprintf(out, "#define NUMBER_FILTER %u\n", gen_filter_row(&number));
	fprintf(out, "#define NAME_FILTER %u\n", gen_filter_row(&name));
	gen_write_filters(out);
}

void gen_write_words(const char *folder)
{
	struct gen_sample nothing = {0};
	FILE *out;

	gen_filter_row(&nothing);
	write_classes(folder);
	out = gen_create(folder, "note_words.inc");
	write_forms(out);
	write_runs(out);
	write_own_sieve(out);
	write_sets(out);
	write_set_bits(out);
	write_filters(out);
	fclose(out);
}

unsigned gen_class_count(void)
{
	return class_count;
}
