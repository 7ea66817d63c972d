/*
 * Reads sentences to train on, and tables to measure on, and turns each into
 * numbered features.
 */
#include "facts/note/train/train.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "facts/note/hash.h"
#include "facts/note/reader.h"

#define SLOTS ((size_t)1 << 22)

static uint32_t *keys;	  /* open addressing: hashes */
static uint32_t *numbers; /* and their numbers */
static uint32_t *known;	  /* the hash of each number */
static uint32_t known_count;

static struct jscan_lexicon *lexicon;
static struct jscan_note_reader *reader;

/* Returns `memory`, which must be. */
static void *check(void *memory)
{
	if (memory)
		return memory;
	fputs("note_train: out of memory\n", stderr);
	exit(1);
}

void *train_resize(void *old, size_t size)
{
	return check(realloc(old, size));
}

void *train_zeros(size_t count, size_t size)
{
	return check(calloc(count, size));
}

char *train_copy(const char *text)
{
	return check(strdup(text));
}

void train_init(void)
{
	struct jscan_error err;

	keys = train_zeros(SLOTS, sizeof(*keys));
	numbers = train_zeros(SLOTS, sizeof(*numbers));
	known = train_zeros(SLOTS, sizeof(*known));
	if (jscan_lexicon_new(&lexicon, NULL, &err) < 0)
		exit(1);
	reader = jscan_note_reader_new(lexicon);
}

uint32_t train_feature_count(void)
{
	return known_count;
}

uint32_t train_feature_hash(uint32_t number)
{
	return known[number];
}

/* Its number; 0 when it is new and not to be added. */
static uint32_t find_feature(uint32_t hash, bool is_added)
{
	size_t slot = jscan_hash_finish(hash) & (SLOTS - 1);

	while (keys[slot] && keys[slot] != hash)
		slot = (slot + 1) & (SLOTS - 1);
	if (!keys[slot] && is_added) {
		if (known_count >= SLOTS / 2) {
			fputs("train: too many features\n", stderr);
			exit(1);
		}
		keys[slot] = hash;
		numbers[slot] = ++known_count;
		known[known_count] = hash;
	}
	return numbers[slot];
}

/* What the lines that are read now belong to. */
struct source {
	const char *path;
	uint32_t topics; /* besides the labels */
	bool is_training;
};

static void add_example(struct train_examples *examples,
			const struct jscan_note_context *context,
			uint32_t labels, const struct source *source)
{
	struct jscan_model_input input = {&reader->sentence, reader->targets,
					  reader->target_count, context};
	static uint32_t hashes[JSCAN_FEATURE_MOST];
	size_t count = jscan_model_features(hashes, &input);
	struct train_example example = {.labels = labels,
					.topics = labels | source->topics,
					.doubts = jscan_model_doubts(&input),
					.line = examples->line_count - 1};

	example.features = train_resize(NULL, (count + 1) * sizeof(*example.features));
	for (size_t i = 0; i < count; i++) {
		uint32_t number = find_feature(hashes[i], source->is_training);

		if (number)
			example.features[example.count++] = number;
	}
	examples->items = train_resize(examples->items,
				  (examples->count + 1) * sizeof(example));
	examples->items[examples->count++] = example;
}

static void add_text(struct train_examples *examples, const char *text,
		     enum jscan_section section, uint32_t labels,
		     const struct source *source)
{
	struct jscan_note_context context = {.section = section};
	struct jscan_sentence_scanner scanner;

	examples->lines =
		train_resize(examples->lines,
			(examples->line_count + 1) * sizeof(*examples->lines));
	examples->lines[examples->line_count++] =
		(struct train_line){train_copy(text), source->path, labels};
	jscan_sentence_scanner_init(&scanner, text, strlen(text));
	while (jscan_sentence_read(&reader->sentence, &scanner)) {
		jscan_note_reader_find(reader, text, &context);
		add_example(examples, &context, labels, source);
	}
}

static enum jscan_section find_section(char letter)
{
	switch (letter) {
	case 's':
		return JSCAN_SECTION_SELF;
	case 'g':
		return JSCAN_SECTION_STRENGTHS;
	case 'f':
		return JSCAN_SECTION_FEEDBACK;
	default:
		return JSCAN_SECTION_NONE;
	}
}

static uint32_t read_ids(const char *path, unsigned line, char *ids)
{
	uint32_t labels = 0;

	for (char *id = strtok(ids, ", "); id; id = strtok(NULL, ", ")) {
		int found = jscan_category_find(id, strlen(id));

		if (found < 0) {
			fprintf(stderr, "%s:%u: no category %s\n", path, line,
				id);
			exit(1);
		}
		labels |= (uint32_t)1 << found;
	}
	return labels;
}

/* "my" of the writer as it is said to the writer; a rough way is enough. */
static const char *find_second_person(const char *word, size_t len)
{
	static const char *const pairs[][2] = {
		{"my", "your"},	   {"me", "you"},     {"myself", "yourself"},
		{"I", "you"},	   {"mine", "yours"}, {"was", "were"},
		{"I'm", "you're"}, {"am", "are"}};

	for (size_t i = 0; i < sizeof(pairs) / sizeof(pairs[0]); i++) {
		if (strlen(pairs[i][0]) == len &&
		    strncmp(pairs[i][0], word, len) == 0)
			return pairs[i][1];
	}
	return NULL;
}

static void append(char *out, size_t size, const char *text, size_t len)
{
	size_t used = strlen(out);

	snprintf(out + used, size - used, "%.*s", (int)len, text);
}

static void append_second_person(char *out, size_t size, const char *text)
{
	while (*text) {
		size_t len = strcspn(text, " ");
		const char *word = find_second_person(text, len);

		append(out, size, word ? word : text,
		       word ? strlen(word) : len);
		text += len;
		if (*text == ' ') {
			append(out, size, " ", 1);
			text++;
		}
	}
}

struct frame { /* a sentence that a phrase is put into */
	const char *before;
	char section;
	bool is_second; /* said to the writer */
};

static void add_framed(struct train_examples *examples,
		       const struct frame *frame, const char *phrase,
		       uint32_t labels, const struct source *source)
{
	char text[1024] = "";

	append(text, sizeof(text), frame->before, strlen(frame->before));
	if (frame->is_second)
		append_second_person(text, sizeof(text), phrase);
	else
		append(text, sizeof(text), phrase, strlen(phrase));
	if (text[0] >= 'a' && text[0] <= 'z')
		text[0] = (char)(text[0] - 'a' + 'A');
	append(text, sizeof(text), ".\"", frame->before[0] == '"' ? 2 : 1);
	add_text(examples, text, find_section(frame->section), labels, source);
}

static const struct frame faults[] = {{"I ", 's', false},
				      {"", 's', false},
				      {"\"You ", 'f', true},
				      {"I ", 'n', false},
				      {"She said that I ", 's', false},
				      {"", 'n', false},
				      {"They felt that you ", 'f', true}};
static const struct frame duties[] = {
	{"I didn't ", 's', false},
	{"I forgot to ", 's', false},
	{"Next time I ", 's', false},
	{"\"You did not ", 'f', true},
	{"Didn't ", 's', false},
	{"I failed to ", 'n', false},
	{"Need to ", 's', false},
	{"I never managed to ", 's', false},
	{"They noticed that you didn't ", 'f', true}};
static const struct frame notes[] = {{"", 's', false}};

/* Phrases parted by " / ", each put into two sentences, or as it stands. */
static void add_phrases(struct train_examples *examples, char kind, char *line,
			uint32_t topic, const struct source *source)
{
	const struct frame *frames = kind == '~'   ? faults
				     : kind == '^' ? duties
						   : notes;
	size_t count = kind == '~'   ? sizeof(faults) / sizeof(faults[0])
		       : kind == '^' ? sizeof(duties) / sizeof(duties[0])
				     : 1;
	static size_t turn;

	for (char *next, *phrase = line; phrase; phrase = next) {
		next = strstr(phrase, " / ");
		if (next) {
			*next = '\0';
			next += 3;
		}
		if (kind == '~')
			add_framed(examples, &faults[0], phrase, topic, source);
		add_framed(examples, &frames[turn++ % count], phrase, topic,
			   source);
		if (kind == '^')
			add_framed(examples, &frames[(turn + 3) % count],
				   phrase, topic, source);
	}
}

static void read_line(struct train_examples *examples, const char *path,
		      unsigned number, char *line, uint32_t *topic)
{
	struct source source = {.path = path, .is_training = true};
	char *text, *extra;
	uint32_t labels;

	if (line[0] == '[') {
		line[strcspn(line, "]")] = '\0';
		*topic = read_ids(path, number, line + 1);
		return;
	}
	if (strchr("~^=", line[0]) && line[1] == ' ') {
		add_phrases(examples, line[0], line + 2, *topic, &source);
		return;
	}
	text = strchr(line, ' ');
	if (!strchr("+-.", line[0]) || !text || !strchr("sfng", line[1])) {
		fprintf(stderr, "%s:%u: cannot read it\n", path, number);
		exit(1);
	}
	*text++ = '\0';
	extra = strchr(line, ',');
	labels = line[0] == '+' ? *topic : 0;
	if (extra)
		labels |= read_ids(path, number, extra);
	source.topics = *topic;
	add_text(examples, text, find_section(line[1]), labels, &source);
}

static FILE *open_file(const char *path)
{
	FILE *in = fopen(path, "r");

	if (!in) {
		perror(path);
		exit(1);
	}
	return in;
}

void train_read_sentences(struct train_examples *examples, const char *path)
{
	FILE *in = open_file(path);
	static char line[16384];
	uint32_t topic = 0;
	unsigned number = 0;

	while (fgets(line, sizeof(line), in)) {
		number++;
		line[strcspn(line, "\n")] = '\0';
		if (line[0] && line[0] != '#')
			read_line(examples, path, number, line, &topic);
	}
	fclose(in);
}

void train_read_table(struct train_examples *examples, const char *path)
{
	const struct source source = {.path = path};
	FILE *in = open_file(path);
	static char line[65536];

	while (fgets(line, sizeof(line), in)) {
		char *section = strchr(line, '\t');
		char *text = section ? strchr(section + 1, '\t') : NULL;
		char *ids;

		if (!text)
			continue;
		line[strcspn(line, "\n")] = '\0';
		*section++ = *text++ = '\0';
		ids = strchr(text, '\t');
		if (ids)
			*ids++ = '\0';
		add_text(examples, text,
			 find_section(strncmp(section, "str", 3) == 0
					      ? 'g'
					      : section[0]),
			 ids ? read_ids(path, 0, ids) : 0, &source);
	}
	fclose(in);
}
