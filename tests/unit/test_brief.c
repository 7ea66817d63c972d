/*
 * Brief reports by way of what was remembered: whatever changes between two
 * runs, the report is the one that is made from all notes.
 */
#include "unit/check.h"

#include "base/hash.h"
#include "cache/facts_record.h"
#include "plan/brief.h"
#include "plan/plan.h"

#define NOTES 14

/* Numbers that look random and are the same in every run. */
static uint32_t next_number(uint32_t *random, uint32_t below)
{
	*random = *random * 1664525u + 1013904223u;
	return (*random >> 8) % below;
}

static const char *const companies[] = {"Acme",	 "ACME Ltd", "Brill & Sons",
					"Corvid", "Dune",     NULL};
static const char *const roles[] = {"Engineer", "Analyst", NULL};
static const char *const types[] = {"interview", "application", "rejection",
				    "mock", "offer", "note"};
static const char *const lines[] = {
	"contacts: Dana Ruiz <dana@acme.example>\n",
	"contacts: Dana R. Ruiz <dana@acme.example>\n",
	"contacts: [Kit Moss, Ada Byrne <ada@dune.example>]\n",
	"recruiter: Kit Moss +44 20 7946 0958\n",
	"outcome: accepted\n",
	"outcome: rejected\n",
	"thank you: 2026-10-09\n",
	"snooze: 2026-12-01\n",
	"keep in touch: no\n",
	"intervewer: Kit\n",
	"applied: 11/9/2026\n",
	"tags: [weakness/nerves]\n",
	"feedback: received 2026-10-12\n",
	"\n"};
static const char *const blocks[] = {
	"## Self-assessment\nI rambled through the answer about scaling.\n",
	"## Self-assessment\nI talked far too much, and was nervous.\n",
	"- [ ] Send the case study due 2026-10-20\n",
	"- [ ] Send the case study due 2026-10-20\n",
	"- [x] Thank Dana done 2026-10-09\n",
	"## 2026-10-03 Interview with Kit\nThey answer by 2026-10-15.\n",
	"## 2026-09-03 Call with Ada Byrne\nWent well.\n",
	"## Feedback\nMore numbers, they said.\n",
	"We spoke on 25/12/2025.\n",
	"Dana and Kit were there.\n"};

struct world {
	struct jscan_config config;
	struct jscan_lexicon *lexicon;
	struct jscan_facts_reader *reader;
	struct jscan_arena arena; /* of the facts of this run */
	char paths[NOTES][16];
	char texts[NOTES][1024];
	size_t count;
	struct jscan_facts facts[NOTES];
	size_t gets;
	bool has_no_facts;
};

#define PICK(random, list) ((list)[next_number((random), COUNT_OF(list))])

static void write_note(char text[1024], uint32_t *random)
{
	const char *company = PICK(random, companies);
	const char *role = PICK(random, roles);
	unsigned month, day;
	size_t len;

	if (next_number(random, 8) == 0) {
		strcpy(text, next_number(random, 2)
				     ? "Only a note.\n"
				     : "---\ncompany: [\n---\n");
		return;
	}
	/* One after the other: arguments are evaluated in any order. */
	day = 1 + next_number(random, 28);
	month = 8 + next_number(random, 3);
	len = (size_t)sprintf(text, "---\ntype: %s\ndate: 2026-%02u-%02u\n",
			      PICK(random, types), month, day);
	if (company)
		len += (size_t)sprintf(text + len, "company: %s\n", company);
	if (role)
		len += (size_t)sprintf(text + len, "role: %s\n", role);
	for (uint32_t i = next_number(random, 4); i > 0; i--)
		len += (size_t)sprintf(text + len, "%s", PICK(random, lines));
	len += (size_t)sprintf(text + len, "---\n");
	for (uint32_t i = next_number(random, 5); i > 0; i--)
		len += (size_t)sprintf(text + len, "%s\n", PICK(random, blocks));
}

static void world_open(struct world *world, uint32_t *random)
{
	struct jscan_error err;

	memset(world, 0, sizeof(*world));
	jscan_arena_init(&world->arena);
	jscan_config_init(&world->config);
	assert_int_equal(
		jscan_lexicon_new(&world->lexicon, &world->config, &err), 0);
	world->reader = jscan_facts_reader_new(&world->config, world->lexicon);
	world->count = NOTES;
	for (size_t i = 0; i < NOTES; i++) {
		sprintf(world->paths[i], "%c/%02zu.md", (int)('a' + i / 4), i);
		write_note(world->texts[i], random);
	}
}

static void world_close(struct world *world)
{
	jscan_facts_reader_free(world->reader);
	jscan_lexicon_free(world->lexicon);
	jscan_arena_release(&world->arena);
}

static const struct jscan_facts *get(void *data, size_t index,
				     struct jscan_arena *arena)
{
	struct world *world = data;

	(void)arena; /* they stay where they are */
	world->gets++;
	return world->has_no_facts ? NULL : &world->facts[index];
}

static int add_bytes(void *data, const char *bytes, size_t len)
{
	jscan_buf_add(data, bytes, len);
	return 0;
}

static void write_all(struct jscan_buf *out, const struct jscan_report *report)
{
	static const struct {
		enum jscan_format format;
		enum jscan_view view;
	} forms[] = {{JSCAN_FORMAT_MD, JSCAN_VIEW_REPORT},
		     {JSCAN_FORMAT_HTML, JSCAN_VIEW_REPORT},
		     {JSCAN_FORMAT_TEXT, JSCAN_VIEW_REPORT},
		     {JSCAN_FORMAT_TEXT, JSCAN_VIEW_SUMMARY}};

	for (size_t i = 0; i < COUNT_OF(forms); i++) {
		struct jscan_format_options options = {.view = forms[i].view};
		struct jscan_error err;

		assert_int_equal(jscan_report_write(report, forms[i].format,
						    &options, add_bytes, out,
						    &err),
				 0);
	}
}

static void read_notes(struct world *world)
{
	jscan_arena_clear(&world->arena);
	for (size_t i = 0; i < world->count; i++)
		jscan_facts_read(world->reader, &world->facts[i],
				 world->paths[i], world->texts[i],
				 strlen(world->texts[i]), &world->arena);
}

static void fill_input(struct jscan_brief_input *input, struct world *world,
		       struct jscan_brief_note notes[NOTES],
		       struct jscan_date as_of, const struct jscan_diags *none)
{
	memset(input, 0, sizeof(*input));
	for (size_t i = 0; i < world->count; i++) {
		struct jscan_buf buf;

		jscan_buf_init(&buf);
		jscan_facts_write(&buf, &world->facts[i]);
		notes[i].path = world->paths[i];
		jscan_mark_make(&notes[i].mark, &world->facts[i]);
		notes[i].content = jscan_hash_bytes(buf.data, buf.len);
		notes[i].is_certain = true;
		jscan_buf_release(&buf);
	}
	input->notes = notes;
	input->count = world->count;
	input->get = get;
	input->data = world;
	input->config = &world->config;
	input->lexicon = world->lexicon;
	input->as_of = as_of;
	input->diags = none;
}

/* One run that remembers `memory` and leaves there what it made itself. */
static void check_run(struct world *world, struct jscan_buf *memory,
		      struct jscan_date as_of)
{
	struct jscan_plan_input plan = {.facts = world->facts,
					.config = &world->config,
					.lexicon = world->lexicon,
					.as_of = as_of,
					.is_brief = true};
	struct jscan_brief_note notes[NOTES];
	struct jscan_brief_input input;
	struct jscan_report report, whole;
	struct jscan_buf with, without, fresh;
	struct jscan_brief *brief;
	struct jscan_arena arena;
	struct jscan_diags none;

	jscan_arena_init(&arena);
	jscan_diags_init(&none, &arena);
	jscan_buf_init(&with);
	jscan_buf_init(&without);
	read_notes(world);
	fill_input(&input, world, notes, as_of, &none);
	input.memory = memory->data;
	input.memory_len = memory->len;
	world->gets = 0;
	assert_true(jscan_brief_make(&report, &brief, &input, &arena));
	plan.count = world->count;
	plan.diags = &none;
	jscan_plan_make(&whole, &plan, &arena);
	assert_memory_equal(&report.counts, &whole.counts,
			    sizeof(report.counts));
	write_all(&with, &report);
	write_all(&without, &whole);
	assert_int_equal(with.len, without.len);
	assert_memory_equal(with.data, without.data, with.len);
	/* What is new may lie in what is old. */
	jscan_buf_init(&fresh);
	jscan_brief_write(&fresh, brief);
	jscan_buf_release(memory);
	*memory = fresh;
	jscan_buf_release(&with);
	jscan_buf_release(&without);
	jscan_arena_release(&arena);
}

static void any_change_gives_the_report_of_all_notes(void **state)
{
	struct jscan_date days[] = {{2026, 10, 15}, {2026, 9, 1},
				    {2027, 1, 3}};
	uint32_t random = 7;

	(void)state;
	for (int journal = 0; journal < 12; journal++) {
		struct jscan_buf memory;
		struct world world;

		jscan_buf_init(&memory);
		world_open(&world, &random);
		for (int step = 0; step < 40; step++) {
			size_t day = next_number(&random, 12);

			check_run(&world, &memory, days[day < 3 ? day : 0]);
			for (uint32_t i = next_number(&random, 3); i > 0; i--)
				write_note(world.texts[next_number(&random,
								   NOTES)],
					   &random);
			if (next_number(&random, 4) == 0)
				world.count =
					NOTES - next_number(&random, 4);
		}
		world_close(&world);
		jscan_buf_release(&memory);
	}
}

static void nothing_new_needs_no_facts(void **state)
{
	struct jscan_date day = {2026, 10, 15};
	struct jscan_buf memory;
	struct world world;
	uint32_t random = 3;
	size_t changed = 0;

	(void)state;
	jscan_buf_init(&memory);
	world_open(&world, &random);
	strcpy(world.texts[0], "---\ncompany: Solo\ndate: 2026-10-01\n"
			       "type: interview\n---\nLong.\n");
	check_run(&world, &memory, day);
	assert_true(world.gets >= NOTES);
	world.has_no_facts = true;
	check_run(&world, &memory, day);
	assert_int_equal(world.gets, 0);
	/* One company's note, which says nothing else of people. */
	world.has_no_facts = false;
	strcat(world.texts[0], "- [ ] Write to them due 2026-10-17\n");
	check_run(&world, &memory, day);
	assert_int_equal(world.gets, 1);
	/* Another day: each of them again, and people as they were. */
	day.day++;
	check_run(&world, &memory, day);
	for (size_t i = 0; i < NOTES; i++)
		changed += strncmp(world.texts[i], "Only", 4) != 0;
	assert_int_equal(world.gets, changed);
	world_close(&world);
	jscan_buf_release(&memory);
}

static void facts_that_are_gone_are_said(void **state)
{
	struct jscan_date day = {2026, 10, 15};
	struct jscan_brief_note notes[NOTES];
	struct jscan_brief_input input;
	struct jscan_report report;
	struct jscan_brief *brief;
	struct jscan_arena arena;
	struct jscan_diags none;
	struct world world;
	uint32_t random = 3;

	(void)state;
	world_open(&world, &random);
	jscan_arena_init(&arena);
	jscan_diags_init(&none, &arena);
	read_notes(&world);
	fill_input(&input, &world, notes, day, &none);
	world.has_no_facts = true;
	assert_false(jscan_brief_make(&report, &brief, &input, &arena));
	jscan_arena_release(&arena);
	world_close(&world);
}

/* Whatever is remembered, nothing worse comes of it than a wrong report. */
static void a_spoilt_memory_is_no_danger(void **state)
{
	struct jscan_date day = {2026, 10, 15};
	struct jscan_buf memory, out;
	struct world world;
	uint32_t random = 11;

	(void)state;
	jscan_buf_init(&memory);
	world_open(&world, &random);
	check_run(&world, &memory, day);
	for (int round = 0; round < 3000; round++) {
		size_t len = memory.len - (round % 9 == 0);
		char *bytes = check_malloc(len);
		struct jscan_brief_note notes[NOTES];
		struct jscan_brief_input input;
		struct jscan_report report;
		struct jscan_brief *brief;
		struct jscan_arena arena;
		struct jscan_diags none;

		assert_non_null(bytes);
		jscan_arena_init(&arena);
		jscan_diags_init(&none, &arena);
		memcpy(bytes, memory.data, len);
		for (uint32_t n = next_number(&random, 3); n < 3; n++)
			bytes[next_number(&random, (uint32_t)len)] =
				(char)next_number(&random, 256);
		fill_input(&input, &world, notes, day, &none);
		input.memory = bytes;
		input.memory_len = len;
		assert_true(jscan_brief_make(&report, &brief, &input, &arena));
		jscan_buf_init(&out);
		write_all(&out, &report);
		jscan_buf_release(&out);
		jscan_arena_release(&arena);
		free(bytes);
	}
	world_close(&world);
	jscan_buf_release(&memory);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(any_change_gives_the_report_of_all_notes),
		cmocka_unit_test(nothing_new_needs_no_facts),
		cmocka_unit_test(facts_that_are_gone_are_said),
		cmocka_unit_test(a_spoilt_memory_is_no_danger),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
