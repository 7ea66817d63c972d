/* Dates in prose, dates as values, and promises of an answer. */
#include "fuzz/fuzz.h"

#include "facts/when.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct jscan_when_context context = {{2026, 10, 15}, false, false,
					     JSCAN_TENSE_NONE};
	uint8_t choice = take_choice(&data, &size);
	struct jscan_arena arena;
	struct jscan_whens whens = {0};
	struct jscan_when when;

	context.is_day_first = choice & 1;
	context.prefers_next = choice & 2;
	context.tense = (enum jscan_tense)((choice >> 2) % 3);
	if (choice & 16)
		memset(&context.reference, 0, sizeof(context.reference));
	jscan_arena_init(&arena);
	jscan_when_find(&whens, (const char *)data, size, &context, &arena);
	for (size_t i = 0; i < whens.count; i++)
		if (whens.items[i].offset + whens.items[i].len > size)
			abort();
	jscan_when_find_promise(&whens, (const char *)data, size);
	jscan_when_parse(&when, (const char *)data, size, &context);
	jscan_arena_release(&arena);
	return 0;
}
