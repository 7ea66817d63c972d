/*
 * A brief report prints what the whole one does: as the report file, as a page,
 * as tables, whatever is left out of it.
 */
#include "unit/journal.h"

#include "base/buf.h"

static const char notes[] =
	"=== a-application.md\n"
	"---\ncompany: Acme\nrole: Engineer\ndate: 2026-09-01\n"
	"type: application\n---\n"
	"=== b-interview.md\n"
	"---\ncompany: Acme\nrole: Engineer\ndate: 2026-10-10\n"
	"type: interview\ncontacts:\n  - name: Dana Ruiz\n"
	"    email: dana@acme.example\n---\n"
	"## What went badly\n\nI rambled and I was late.\n\n"
	"- [ ] send the slides 2026-10-14\n- [x] call Dana Ruiz 2026-10-12\n"
	/* The same id twice: one self-assessment done, the other not. */
	"=== c-mock.md\n"
	"---\ncompany: Acme\nrole: Engineer\ndate: 2026-10-10\ntype: mock\n"
	"---\nNothing said.\n"
	"=== d-other.md\n"
	"---\ncompany: Borealis Ltd\nrole: Analyst\ndate: 2026-03-01\n"
	"type: interview\noutcome: rejected\n---\n"
	"## To improve\n\nI talked too fast. I was late.\n"
	/* Of no company: what they say of one day has one id. */
	"=== e-alone.md\n"
	"---\ntype: interview\ndate: 2026-10-11\ntags: [jobs]\n"
	"contacts: Bo Li\n---\n"
	"## What went badly\n\nI was late.\n"
	"=== f-alone.md\n"
	"---\ntype: interview\ndate: 2026-10-11\ntags: [jobs]\n---\n"
	"Fine.\n"
	"=== g-next.md\n"
	"---\ncompany: Corvid\nrole: Analyst\ndate: 2026-10-20\n"
	"type: interview\n---\n";

static int add_bytes(void *data, const char *bytes, size_t len)
{
	jscan_buf_add(data, bytes, len);
	return 0;
}

static void print(struct jscan_buf *out, const struct jscan_report *report,
		  enum jscan_format format, enum jscan_view view)
{
	struct jscan_format_options options = {.view = view};
	struct jscan_error err;

	jscan_buf_init(out);
	assert_int_equal(jscan_report_write(report, format, &options, add_bytes,
					    out, &err),
			 0);
	assert_non_null(out->data);
}

static void compare(const struct journal *journal, const char *as_of)
{
	static const struct {
		enum jscan_format format;
		enum jscan_view view;
	} outputs[] = {
		{JSCAN_FORMAT_MD, JSCAN_VIEW_REPORT},
		{JSCAN_FORMAT_HTML, JSCAN_VIEW_REPORT},
		{JSCAN_FORMAT_TEXT, JSCAN_VIEW_REPORT},
		{JSCAN_FORMAT_TEXT, JSCAN_VIEW_SUMMARY},
		{JSCAN_FORMAT_TEXT, JSCAN_VIEW_DUE},
		{JSCAN_FORMAT_TEXT, JSCAN_VIEW_CONTACTS},
		{JSCAN_FORMAT_TEXT, JSCAN_VIEW_WEAKNESSES},
		{JSCAN_FORMAT_MD, JSCAN_VIEW_DUE},
	};
	struct jscan_plan_input input = {.facts = journal->facts,
					 .count = journal->count,
					 .config = &journal->config,
					 .lexicon = journal->lexicon};
	struct jscan_report whole, brief;
	struct jscan_arena arena;
	struct jscan_diags none;

	jscan_arena_init(&arena);
	jscan_diags_init(&none, &arena);
	input.diags = &none;
	assert_int_equal(jscan_date_parse(&input.as_of, as_of), 0);
	jscan_plan_make(&whole, &input, &arena);
	input.is_brief = true;
	jscan_plan_make(&brief, &input, &arena);
	assert_true(brief.followup_count < whole.followup_count);
	for (size_t i = 0; i < COUNT_OF(outputs); i++) {
		struct jscan_buf a, b;

		print(&a, &whole, outputs[i].format, outputs[i].view);
		print(&b, &brief, outputs[i].format, outputs[i].view);
		assert_string_equal(a.data, b.data);
		jscan_buf_release(&a);
		jscan_buf_release(&b);
	}
	jscan_arena_release(&arena);
}

static void a_brief_report_prints_the_same(void **state)
{
	struct journal journal;
	size_t numbered = 0;

	(void)state;
	journal_init(&journal, notes, "2026-10-15");
	for (size_t i = 0; i < journal.report.followup_count; i++)
		numbered += strlen(journal.report.followups[i].id) > 8;
	assert_true(numbered > 1);
	compare(&journal, "2026-10-10");
	compare(&journal, "2026-10-12");
	compare(&journal, "2026-10-15");
	compare(&journal, "2026-10-19");
	compare(&journal, "2027-02-15");
	journal_release(&journal);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_brief_report_prints_the_same),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
