/*
 * What the model sees of labelled sentences.  Its weights were learnt on
 * exactly this: a change here that was not trained on makes the reading of all
 * notes a little worse, which no other test would tell from one that was.
 */
#include "unit/check.h"

#include "facts/note.h"
#include "facts/note/reader.h"

/*
 * Fails with the new number when words, rules or features are changed: then
 * train the weights again (make train-notes) and put it here.
 */
static const struct {
	const char *path;
	uint64_t seen;
} samples[] = {
	{"tests/quality/sentences-a.tsv", 0xb4c6d87589d1833},
	{"tests/quality/blogs.tsv", 0xf0eebfa8646d9d14},
};

static enum jscan_section find_section(const char *name)
{
	return strcmp(name, "self-assessment") == 0 ? JSCAN_SECTION_SELF
	       : strcmp(name, "strengths") == 0	    ? JSCAN_SECTION_STRENGTHS
	       : strcmp(name, "feedback") == 0	    ? JSCAN_SECTION_FEEDBACK
						    : JSCAN_SECTION_NONE;
}

/* The field behind the one at `field`, which gets its end. */
static char *cut_field(char *field)
{
	char *tab = strchr(field, '\t');

	assert_non_null(tab);
	*tab = '\0';
	return tab + 1;
}

/* The same for the same set of features, whatever their order. */
static uint64_t add_features(const struct jscan_note_reader *reader,
			     const struct jscan_note_context *context)
{
	const struct jscan_model_input input = {&reader->sentence,
						reader->targets,
						reader->target_count, context};
	static uint32_t features[JSCAN_FEATURE_MOST];
	size_t count = jscan_model_features(features, &input);
	uint32_t doubts = jscan_model_doubts(&input) * 2654435761u;
	uint64_t sum = doubts;

	for (size_t i = 0; i < count; i++)
		sum += (uint64_t)features[i] * features[i];
	return sum;
}

/* Of all sentences of a text, and how they follow each other. */
static uint64_t read_text(struct jscan_note_reader *reader, const char *text,
			  enum jscan_section section)
{
	const struct jscan_note_context context = {.section = section};
	struct jscan_sentence_scanner scanner;
	uint64_t sum = 0;

	jscan_note_reader_reset(reader);
	jscan_sentence_scanner_init(&scanner, text, strlen(text));
	while (jscan_sentence_read(&reader->sentence, &scanner)) {
		jscan_note_reader_find(reader, text, &context);
		sum = sum * 31 + add_features(reader, &context);
	}
	return sum;
}

static void the_model_sees_what_it_was_trained_on(void **state)
{
	struct jscan_lexicon *lexicon;
	struct jscan_note_reader *reader;
	struct jscan_error err;

	(void)state;
	assert_int_equal(jscan_lexicon_new(&lexicon, NULL, &err), 0);
	reader = jscan_note_reader_new(lexicon);
	for (size_t i = 0; i < COUNT_OF(samples); i++) {
		FILE *file = fopen(samples[i].path, "r");
		char *line = NULL;
		size_t room = 0;
		uint64_t seen = 0;

		assert_non_null(file);
		while (getline(&line, &room, file) > 0) {
			char *section = cut_field(line);
			char *text = cut_field(section);

			text[strcspn(text, "\t\n")] = '\0';
			seen = seen * 31 +
			       read_text(reader, text, find_section(section));
		}
		if (seen != samples[i].seen)
			fail_msg("%s: 0x%llx", samples[i].path,
				 (unsigned long long)seen);
		free(line);
		fclose(file);
	}
	jscan_note_reader_free(reader);
	jscan_lexicon_free(lexicon);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_model_sees_what_it_was_trained_on),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
