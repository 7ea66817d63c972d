/* A configuration file, and the lexicon of what it adds. */
#include "fuzz/fuzz.h"

#include "config/config.h"
#include "facts/note.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct jscan_config_file files[2] = {{0}};
	struct jscan_lexicon *lexicon;
	struct jscan_config config;
	struct jscan_arena arena;
	struct jscan_error err;

	files[1].path = ".journalscan.yml";
	files[1].bytes = (const char *)data;
	files[1].len = size;
	jscan_arena_init(&arena);
	if (size > 0 && jscan_config_parse(&config, files, &arena, &err) == 0 &&
	    jscan_lexicon_new(&lexicon, &config, &err) == 0)
		jscan_lexicon_free(lexicon);
	jscan_arena_release(&arena);
	return 0;
}
