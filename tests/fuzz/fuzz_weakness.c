/* What a text says of its writer, read and explained. */
#include "fuzz/fuzz.h"

#include "base/buf.h"
#include "facts/note.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static struct jscan_config config;
	static struct jscan_lexicon *lexicon;
	uint8_t choice = take_choice(&data, &size);
	struct jscan_note_context context = {0};
	struct jscan_note_reader *reader;
	struct jscan_notes notes = {0};
	struct jscan_arena arena;
	struct jscan_error err;
	struct jscan_buf out;

	if (!lexicon) {
		jscan_config_init(&config);
		if (jscan_lexicon_new(&lexicon, &config, &err) < 0)
			abort();
	}
	context.section = (enum jscan_section)(choice % 6);
	context.is_quoted = choice & 32;
	context.is_item = choice & 64;
	jscan_arena_init(&arena);
	jscan_buf_init(&out);
	reader = jscan_note_reader_new(lexicon);
	jscan_note_reader_read(reader, &notes, (const char *)data, size,
			       &context, &arena);
	for (size_t i = 0; i < notes.count; i++)
		if (notes.items[i].offset + notes.items[i].len > size)
			abort();
	jscan_note_reader_reset(reader);
	jscan_note_reader_explain(reader, &out, (const char *)data, size,
				  &context, &arena);
	jscan_note_reader_free(reader);
	jscan_buf_release(&out);
	jscan_arena_release(&arena);
	return 0;
}
