/* The whole way of one note: facts, plan, and every writer. */
#include "fuzz/fuzz.h"

#include "facts/facts.h"
#include "plan/plan.h"

static int drop(void *data, const char *bytes, size_t len)
{
	*(size_t *)data += len;
	(void)bytes;
	return 0;
}

static void write_all(const struct jscan_report *report)
{
	struct jscan_format_options options = {0};
	struct jscan_error err;
	size_t total = 0;

	options.journal = "fuzz";
	options.has_events = options.has_alarms = true;
	for (int format = JSCAN_FORMAT_TEXT; format <= JSCAN_FORMAT_SARIF;
	     format++) {
		for (int view = JSCAN_VIEW_REPORT;
		     view <= JSCAN_VIEW_DIAGNOSTICS; view++) {
			options.view = (enum jscan_view)view;
			jscan_report_write(report, (enum jscan_format)format,
					   &options, drop, &total, &err);
		}
	}
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static struct jscan_config config;
	static struct jscan_lexicon *lexicon;
	struct jscan_plan_input input = {.as_of = {2026, 10, 15}, .count = 1};
	struct jscan_facts_reader *reader;
	struct jscan_report report = {0};
	struct jscan_arena arena;
	struct jscan_facts facts;
	struct jscan_diags diags;
	struct jscan_error err;

	if (!lexicon) {
		jscan_config_init(&config);
		if (jscan_lexicon_new(&lexicon, &config, &err) < 0)
			abort();
	}
	jscan_arena_init(&arena);
	reader = jscan_facts_reader_new(&config, lexicon);
	jscan_facts_read(reader, &facts, "2026-10-01 note.md",
			 (const char *)data, size, &arena);
	jscan_facts_reader_free(reader);
	jscan_diags_init(&diags, &arena);
	input.facts = &facts;
	input.config = &config;
	input.lexicon = lexicon;
	input.diags = &diags;
	jscan_plan_make(&report, &input, &arena);
	write_all(&report);
	jscan_arena_release(&arena);
	return 0;
}
