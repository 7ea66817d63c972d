/*
 * What a brief report is remembered by: it comes back as it was, and what lacks
 * a text or a number that the report needs is not taken.
 */
#include "unit/arena.h"
#include "unit/check.h"

#include "plan/memory.h"

#define CATEGORIES 10

/* One of everything, and two of what is gone through in a loop. */
struct world {
	struct jscan_followup items[2];
	struct jscan_application applications[2];
	struct jscan_sitting sittings[2], arranged[2];
	struct jscan_shown shown[2];
	struct jscan_diagnostic wrong[2], doubts[2];
	struct jscan_place places[2];
	struct jscan_contact contacts[2];
	struct jscan_memory_part parts[2];
	struct jscan_memory memory;
};

static void fill_lists(struct world *world)
{
	for (unsigned i = 0; i < 2; i++) {
		world->items[i] = (struct jscan_followup){
			.id = i ? "id 1" : "id 0",
			.action = "write",
			.why = "why",
			.path = "a.md",
			.line = 4 + i};
		world->applications[i].company = "Acme";
		world->sittings[i].path = world->arranged[i].path = "a.md";
		world->shown[i] = (struct jscan_shown){
			.category = CATEGORIES - 1,
			.is_held = i,
			.unit = i ? 1 : 2,
			.path = "a.md",
			.text = "I rambled."};
		world->wrong[i] = (struct jscan_diagnostic){
			.path = "a.md", .code = "no-date", .message = "none"};
		world->doubts[i] = world->wrong[i];
		world->places[i].path = "a.md";
		world->contacts[i].name = "Dana Ruiz";
		world->contacts[i].mentions.items = world->places;
		world->contacts[i].mentions.count = 2;
	}
}

static void fill(struct world *world)
{
	struct jscan_part whole = {.followups = world->items,
				   .followup_count = 2,
				   .applications = world->applications,
				   .application_count = 2,
				   .evidence = {.sittings = world->sittings,
						.sitting_count = 2,
						.arranged = world->arranged,
						.arranged_count = 2,
						.shown = world->shown,
						.shown_count = 2,
						.note_count = 3},
				   .companies = 1,
				   .interviews = 7,
				   .is_settled = true};

	memset(world, 0, sizeof(*world));
	fill_lists(world);
	world->parts[0].key = "acme";
	world->parts[0].company = 5;
	world->parts[1] = (struct jscan_memory_part){.company = 6,
						     .content = 7,
						     .grouping = 8,
						     .key = "",
						     .part = whole,
						     .shown = 2,
						     .diagnostics =
							     world->wrong,
						     .diagnostic_count = 2};
	world->memory = (struct jscan_memory){.is_settled = true,
					      .parts = world->parts,
					      .part_count = 2,
					      .people = 99,
					      .contacts = world->contacts,
					      .contact_count = 2,
					      .doubts = world->doubts,
					      .doubt_count = 2};
}

static bool is_read(struct jscan_memory *out, const struct jscan_buf *bytes,
		    size_t len)
{
	return jscan_memory_read(out, bytes->data, len, CATEGORIES, &arena);
}

/* Whether it is taken, written as it is now. */
static bool is_taken(const struct world *world)
{
	struct jscan_memory out;
	struct jscan_buf bytes;
	bool taken;

	jscan_buf_init(&bytes);
	jscan_memory_write(&bytes, &world->memory);
	taken = is_read(&out, &bytes, bytes.len);
	jscan_buf_release(&bytes);
	return taken;
}

static void it_comes_back_as_it_was(void **state)
{
	struct jscan_buf bytes, again;
	struct jscan_memory out;
	struct world world;

	(void)state;
	fill(&world);
	jscan_buf_init(&bytes);
	jscan_buf_init(&again);
	jscan_memory_write(&bytes, &world.memory);
	assert_true(is_read(&out, &bytes, bytes.len));
	assert_true(out.is_settled);
	assert_int_equal(out.people, 99);
	assert_int_equal(out.part_count, 2);
	assert_int_equal(out.contact_count, 2);
	assert_int_equal(out.doubt_count, 2);
	assert_int_equal(out.parts[0].company, 5);
	assert_string_equal(out.parts[1].part.followups[1].id, "id 1");
	assert_int_equal(out.parts[1].part.interviews, 7);
	jscan_memory_write(&again, &out);
	assert_int_equal(again.len, bytes.len);
	assert_memory_equal(again.data, bytes.data, bytes.len);
	jscan_buf_release(&again);
	jscan_buf_release(&bytes);
}

static void it_is_whole_or_nothing(void **state)
{
	struct jscan_memory out;
	struct jscan_buf bytes;
	struct world world;

	(void)state;
	fill(&world);
	jscan_buf_init(&bytes);
	jscan_memory_write(&bytes, &world.memory);
	for (size_t len = 0; len < bytes.len; len++)
		assert_false(is_read(&out, &bytes, len));
	jscan_buf_adds(&bytes, "more");
	assert_false(is_read(&out, &bytes, bytes.len));
	jscan_buf_release(&bytes);
}

static void what_a_report_needs_must_be_there(void **state)
{
	struct world world;
	const char **texts[] = {
		&world.items[0].id,	   &world.items[1].action,
		&world.items[0].why,	   &world.items[1].path,
		&world.items[1].id,	   &world.items[0].path,
		&world.applications[0].company,
		&world.applications[1].company,
		&world.sittings[0].path,   &world.sittings[1].path,
		&world.arranged[0].path,   &world.arranged[1].path,
		&world.wrong[0].path,	   &world.wrong[1].message,
		&world.doubts[0].message,  &world.doubts[1].path,
		&world.places[0].path,	   &world.places[1].path,
		&world.parts[0].key,	   &world.parts[1].key,
	};

	(void)state;
	fill(&world);
	assert_true(is_taken(&world));
	for (size_t i = 0; i < COUNT_OF(texts); i++) {
		fill(&world);
		*texts[i] = NULL;
		if (is_taken(&world))
			fail_msg("text %zu is not missed", i);
	}
}

/* Numbers that lists are indexed by. */
static void numbers_are_within_their_lists(void **state)
{
	static const struct {
		unsigned shown, category, unit;
		bool is_held, is_taken;
	} cases[] = {
		{0, CATEGORIES - 1, 2, false, true},
		{0, CATEGORIES, 2, false, false},
		{1, CATEGORIES, 1, true, false},
		{0, 0, 3, false, false},
		{1, 0, 1, true, true},
		{1, 0, 2, true, false},
		{0, 0, 2, true, false},
	};

	(void)state;
	for (size_t i = 0; i < COUNT_OF(cases); i++) {
		struct world world;
		struct jscan_shown *shown = &world.shown[cases[i].shown];

		fill(&world);
		shown->category = cases[i].category;
		shown->unit = cases[i].unit;
		shown->is_held = cases[i].is_held;
		if (is_taken(&world) != cases[i].is_taken)
			fail_msg("case %zu", i);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(it_comes_back_as_it_was,
						set_up, tear_down),
		cmocka_unit_test_setup_teardown(it_is_whole_or_nothing, set_up,
						tear_down),
		cmocka_unit_test_setup_teardown(
			what_a_report_needs_must_be_there, set_up, tear_down),
		cmocka_unit_test_setup_teardown(numbers_are_within_their_lists,
						set_up, tear_down),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
