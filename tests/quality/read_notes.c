/*
 * Reads lines of ID, SECTION, TEXT with tabs between them and prints for each
 * ID, its weaknesses, its strengths and "unclassified" or nothing.  With
 * --explain it prints the account of each text instead.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "facts/note.h"

static enum jscan_section find_section(const char *name)
{
	static const struct {
		const char *name;
		enum jscan_section section;
	} known[] = {{"self-assessment", JSCAN_SECTION_SELF},
		     {"strengths", JSCAN_SECTION_STRENGTHS},
		     {"feedback", JSCAN_SECTION_FEEDBACK},
		     {"contacts", JSCAN_SECTION_CONTACTS},
		     {"follow-up", JSCAN_SECTION_FOLLOW_UP},
		     {"advice", JSCAN_SECTION_ADVICE}};

	for (size_t i = 0; i < sizeof(known) / sizeof(known[0]); i++) {
		if (strcmp(known[i].name, name) == 0)
			return known[i].section;
	}
	return JSCAN_SECTION_NONE;
}

static void print_ids(const struct jscan_lexicon *lexicon,
		      const struct jscan_notes *notes,
		      enum jscan_polarity polarity)
{
	const char *between = "";

	putchar('\t');
	for (size_t i = 0; i < notes->count; i++) {
		if (notes->items[i].polarity != polarity)
			continue;
		printf("%s%s", between,
		       jscan_lexicon_get_category(lexicon,
						  notes->items[i].category)
			       ->id);
		between = ",";
	}
}

int main(int argc, char **argv)
{
	bool is_explained = argc > 1 && strcmp(argv[1], "--explain") == 0;
	struct jscan_error err = {0};
	struct jscan_lexicon *lexicon;
	struct jscan_note_reader *reader;
	struct jscan_arena arena;
	char *line = NULL;
	size_t room = 0;
	ssize_t len;

	if (jscan_lexicon_new(&lexicon, NULL, &err) < 0) {
		fprintf(stderr, "read_notes: %s\n", err.message);
		return 1;
	}
	reader = jscan_note_reader_new(lexicon);
	jscan_arena_init(&arena);
	while ((len = getline(&line, &room, stdin)) > 0) {
		struct jscan_note_context context = {0};
		struct jscan_notes notes = {0};
		char *section = strchr(line, '\t');
		char *text = section ? strchr(section + 1, '\t') : NULL;

		if (!text)
			continue;
		*section++ = *text++ = '\0';
		text[strcspn(text, "\t\n")] = '\0';
		context.section = find_section(section);
		jscan_note_reader_reset(reader);
		if (is_explained) {
			struct jscan_buf buf;

			jscan_buf_init(&buf);
			jscan_note_reader_explain(reader, &buf, text,
						  strlen(text), &context,
						  &arena);
			printf("%s %s\n%s", line, section, buf.data);
			jscan_buf_release(&buf);
			continue;
		}
		jscan_note_reader_read(reader, &notes, text, strlen(text),
				       &context, &arena);
		fputs(line, stdout);
		print_ids(lexicon, &notes, JSCAN_WEAKNESS);
		print_ids(lexicon, &notes, JSCAN_STRENGTH);
		puts(notes.unclassified_count > 0 ? "\tunclassified" : "\t");
		jscan_arena_clear(&arena);
	}
	free(line);
	jscan_arena_release(&arena);
	jscan_note_reader_free(reader);
	jscan_lexicon_free(lexicon);
	return 0;
}
