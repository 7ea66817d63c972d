/*
 * Whose an address or a number in prose is: the name's before it, behind it, of
 * somebody known, or nobody's; and which line of the note said so.
 */
#include "unit/told_mentions.h"

static const struct told_row whose[] = {
	{"Her is Dana Ruiz, dana@acme.example.",
	 "*1 Dana Ruiz (full), mail dana@acme.example"},
	{"We saw Dana. dana@acme.example is hers.",
	 "*1 ?, mail dana@acme.example"},
	{"Reach Dana, at dana@acme.example.",
	 "*1 Dana, mail dana@acme.example"},
	{"Reach her at dana@acme.example.", "*1 ?, mail dana@acme.example"},
	{"Dana's is dana@acme.example.", "*1 Dana, mail dana@acme.example"},
	{"Dana (the first) has dana@acme.example.",
	 "*1 Dana, mail dana@acme.example"},
	{"Dana - 312-555-0158", "*1 Dana, phone 312-555-0158"},
	{"Dana: 312-555-0158", "*1 Dana, phone 312-555-0158"},
	{"Talk to Dana Ruiz, Dock Manager, 312-555-0158.",
	 "*1 Dana Ruiz (full), title Dock Manager, phone 312-555-0158"},
	{"Talk to Dana Ruiz (Dock Manager) 312-555-0158.",
	 "*1 Dana Ruiz (full), title Dock Manager, phone 312-555-0158"},
	{"Talk to Dana Ruiz - Dock Manager - 312-555-0158.",
	 "*1 Dana Ruiz (full), title Dock Manager, phone 312-555-0158"},
	{"Talk to Dana Ruiz: Dock Manager: 312-555-0158.",
	 "*1 Dana Ruiz (full), title Dock Manager, phone 312-555-0158"},
	{"Ana Luz at Brill, 312-555-0158.",
	 "*1 Ana Luz (full), of Brill, phone 312-555-0158"},
	{"Ana Luz of Brill, 312-555-0158.",
	 "*1 Ana Luz (full), phone 312-555-0158"},
	{"Ana Luz at Dr Brill, 312-555-0158.",
	 "*1 Dr Brill, phone 312-555-0158"},
	{"We met Ana Luz and Tom Reed, 312-555-0158.",
	 "*1 Tom Reed (full), phone 312-555-0158"},
	{"We met Ana Luz so it went on and on as they do in the old part of "
	 "town near the river bank w 312-555-0158.",
	 "*1 Ana Luz (full), phone 312-555-0158"},
	{"We met Ana Luz so it went on and on as they do in the old part of "
	 "town near the river bank wh 312-555-0158.",
	 "*1 Ana Luz (full), phone 312-555-0158"},
	{"We met Ana Luz so it went on and on as they do in the old part of "
	 "town near the river bank whe 312-555-0158.",
	 ""},
	{"We met Ana Luz so it went on and on as they do in the old part of "
	 "town near the river bank wher 312-555-0158.",
	 ""},
	{"We met Ana Luz so it went on and on as they do in the old part of "
	 "town near the river bank where all 312-555-0158.",
	 ""},
	{"We met Ana Luz so it went on and on as they do in the old part of "
	 "town near the river bank where all of it is so it went on and on as "
	 "they do in the old part of town near the  ana.luz@acme.example.",
	 "*1 ?, mail ana.luz@acme.example"},
	{"We met Ana Luz so it went on and on as they do in the old part of "
	 "town near the river bank where all of it is so it went on and on as "
	 "they do in the old part of town near the river bank where all of it "
	 "is so it went on and on as they do  ana.luz@acme.example.",
	 "*1 ?, mail ana.luz@acme.example"},
	{"We met Ana Luz so it went on and on as they do in the old part of "
	 "town near the river bank where all of it is so it went on and on as "
	 "they do in the old part of town near the river bank where all of it "
	 "is so it went on and on as they do in the old part of town "
	 "ana.luz@acme.example.",
	 "*1 ?, mail ana.luz@acme.example"},
	{"Met Ana Luz, the CTO. so it went on and on as they do in the old "
	 "part of town near the river bank where all of it is so it went on "
	 "and on as they do in the old part of town near the river bank where "
	 "all of it is so it went; write to ana.luz@acme.example.",
	 "1 Ana Luz (full), title CTO\n*1 Ana Luz (full), mail "
	 "ana.luz@acme.example"},
	{"Met Ana Luz, the CTO. so it went on and on as they do in the old "
	 "part of town near the river bank where all of it is so it went on "
	 "and on as they do in the old part of town near the river bank where "
	 "all of it is so it went on and on as they do in the old part of town "
	 "near; write to luz@acme.example.",
	 "1 Ana Luz (full), title CTO\n*1 Ana Luz (full), mail "
	 "luz@acme.example"},
	{"Mail me at dana@acme.example.", ""},
	{"Mail me so it went on and on as they do in the old part  "
	 "dana@acme.example.",
	 ""},
	{"Mail me so it went on and on as they do in the old part of t "
	 "dana@acme.example.",
	 ""},
	{"Mail me so it went on and on as they do in the old part of town  "
	 "dana@acme.example.",
	 ""},
	{"Mail me so it went on and on as they do in the old part of town near "
	 "dana@acme.example.",
	 "*1 ?, mail dana@acme.example"},
	{"Mine is dana@acme.example.", ""},
	{"My mail is dana@acme.example.", ""},
	{"Met Ana Luz, the CTO. Her mail is a99@acme.example.",
	 "1 Ana Luz (full), title CTO\n*1 Ana Luz (full), mail "
	 "a99@acme.example"},
	{"Met Ana Luz, the CTO. His number is 312-555-0158.",
	 "1 Ana Luz (full), title CTO\n*1 Ana Luz (full), phone 312-555-0158"},
	{"Met Ana Luz, the CTO. She has 312-555-0158.",
	 "1 Ana Luz (full), title CTO\n*1 Ana Luz (full), phone 312-555-0158"},
	{"Met Ana Luz, the CTO. He has 312-555-0158.",
	 "1 Ana Luz (full), title CTO\n*1 Ana Luz (full), phone 312-555-0158"},
	{"Met Ana Luz, the CTO. Call him at 312-555-0158.",
	 "1 Ana Luz (full), title CTO\n*1 Ana Luz (full), phone 312-555-0158"},
	{"Met Ana Luz, the CTO. It is 312-555-0158.",
	 "1 Ana Luz (full), title CTO"},
	{"Met Ana Luz, the CTO. It is info@acme.example.",
	 "1 Ana Luz (full), title CTO"},
	{"Met Ana Luz, the CTO. It is a99@acme.example.",
	 "1 Ana Luz (full), title CTO\n*1 ?, mail a99@acme.example"},
	{"Her number is 312-555-0158.", ""},
	{"Met Ana Luz, the CTO, and Ana Poe, the CFO. Write to "
	 "ana@acme.example.",
	 "1 Ana Luz (full), title CTO\n1 Ana Poe (full), title CFO\n*1 ?, mail "
	 "ana@acme.example"},
	{"Met Ana Luz, the CTO, and Jon Poe, the CFO. Write to "
	 "ana@acme.example.",
	 "1 Ana Luz (full), title CTO\n1 Jon Poe (full), title CFO\n*1 Ana Luz "
	 "(full), mail ana@acme.example"},
	{"Met Ana Luz, the CTO. Met Ana Luz, the CFO. Write to "
	 "ana@acme.example.",
	 "1 Ana Luz (full), title CTO\n1 Ana Luz (full), title CFO\n*1 Ana Luz "
	 "(full), mail ana@acme.example"},
	{"Met Ana Luz, the CTO. Ana: 312-555-0158.",
	 "1 Ana Luz (full), title CTO\n*1 Ana Luz (full), phone 312-555-0158"},
	{"Met Ana Luz, the CTO, and Ana Poe, the CFO. Ana: 312-555-0158.",
	 "1 Ana Luz (full), title CTO\n1 Ana Poe (full), title CFO\n*1 Ana, "
	 "phone 312-555-0158"},
	{"Met Ana Luz, the CTO. Met Ana Luz, the CFO. Ana: 312-555-0158.",
	 "1 Ana Luz (full), title CTO\n1 Ana Luz (full), title CFO\n*1 Ana Luz "
	 "(full), phone 312-555-0158"},
	{"Met Ana Luz, the CTO. An: 312-555-0158.",
	 "1 Ana Luz (full), title CTO"},
	{"a99@acme.example - Dana Ruiz",
	 "*1 Dana Ruiz (full), mail a99@acme.example"},
	{"a99@acme.example – Dana Ruiz",
	 "*1 Dana Ruiz (full), mail a99@acme.example"},
	{"a99@acme.example — Dana Ruiz",
	 "*1 Dana Ruiz (full), mail a99@acme.example"},
	{"a99@acme.example, Dana Ruiz",
	 "*1 Dana Ruiz (full), mail a99@acme.example"},
	{"a99@acme.example: Dana Ruiz",
	 "*1 Dana Ruiz (full), mail a99@acme.example"},
	{"a99@acme.example = Dana Ruiz",
	 "*1 Dana Ruiz (full), mail a99@acme.example"},
	{"a99@acme.example is Dana Ruiz.",
	 "*1 Dana Ruiz (full), mail a99@acme.example"},
	{"a99@acme.example is the Dana Ruiz.", "*1 ?, mail a99@acme.example"},
	{"a99@acme.example of Dana Ruiz.", "*1 ?, mail a99@acme.example"},
	{"a99@acme.example (Larkspur Freight)", "*1 ?, mail a99@acme.example"},
	{"312-555-0158 (Dana Ruiz)", "*1 Dana Ruiz (full), phone 312-555-0158"},
	{"312-555-0158 is Dana", "*1 Dana, phone 312-555-0158"},
	{"555-0158 (Dana Ruiz)", ""},
	{"Dana Ruiz 555-0158", "*1 Dana Ruiz (full), phone 555-0158"},
	{"Dana Ruiz, tel 555-0158", "*1 Dana Ruiz (full), phone 555-0158"},
	{"Dana Ruiz, mobile number 555-0158",
	 "*1 Dana Ruiz (full), phone 555-0158"},
	{"Dana Ruiz, fax 555-0158", ""},
	{"Dana Ruiz had 555-0158", ""},
	{"Dana Ruiz, - - - - - - - - - - 555-0158",
	 "*1 Dana Ruiz (full), phone 555-0158"},
	{"Dana Ruiz, - - - - - - - - - - -- 555-0158", ""},
	{"Ana Luz, bob@acme.example (Bob Roe)",
	 "*1 Bob Roe (full), mail bob@acme.example"},
	{"Ana Luz, bob@acme.example (Ana Luz)",
	 "*1 Ana Luz (full), mail bob@acme.example"},
	{"Bob Roe, bob@acme.example (Ana Luz)",
	 "*1 Bob Roe (full), mail bob@acme.example"},
	{"Met Bob Roe, the CTO. Ana Luz said bob@acme.example.",
	 "1 Bob Roe (full), title CTO\n*1 Bob Roe (full), mail "
	 "bob@acme.example"},
	{"[Dana Ruiz](mailto:a99@acme.example)",
	 "*1 Dana Ruiz (full), mail a99@acme.example"},
	{"[Dana Ruiz](mailto:a99@acme.example?subject=Hi)",
	 "*1 Dana Ruiz (full), mail a99@acme.example"},
	{"[Dana Ruiz](tel:+13125550158)",
	 "*1 Dana Ruiz (full), phone +13125550158"},
	{"[Dana](tel:+13125550158) and [Tom](mailto:tom@acme.example)",
	 "*1 Dana, phone +13125550158\n*1 Tom, mail tom@acme.example"},
	{"Ask Dana Ruiz [by mail](mailto:a99@acme.example).",
	 "*1 Dana Ruiz (full), mail a99@acme.example"},
	{"Ask Dana Ruiz [here](tel:+13125550158).",
	 "*1 Dana Ruiz (full), phone +13125550158"},
	{"Ask [here](tel:+13125550158).", ""},
	{"Ask [here](mailto:a99@acme.example).", "*1 ?, mail a99@acme.example"},
	{"Ask [here](mailto:dana.ruiz@acme.example), Dana Ruiz.",
	 "*1 Dana Ruiz (full), mail dana.ruiz@acme.example"},
	{"> To: Dana Ruiz <dana@acme.example>\n> From: Tom Reed "
	 "<tom@acme.example>",
	 "*2 Tom Reed (full), mail tom@acme.example"},
	{"> Cc: Dana Ruiz <dana@acme.example>\n> From: Tom Reed "
	 "<tom@acme.example>",
	 "*2 Tom Reed (full), mail tom@acme.example"},
	{"> Bcc: Dana Ruiz <dana@acme.example>\n> From: Tom Reed "
	 "<tom@acme.example>",
	 "*2 Tom Reed (full), mail tom@acme.example"},
	{"> An: Dana Ruiz <dana@acme.example>\n> Von: Tom Reed "
	 "<tom@acme.example>",
	 "*2 Tom Reed (full), mail tom@acme.example"},
	{"> to: Dana Ruiz <dana@acme.example>, Ana Luz <ana@acme.example>", ""},
	{"To: Dana Ruiz <dana@acme.example>",
	 "*1 Dana Ruiz (full), mail dana@acme.example"},
	{"Dr. Reed has 312-555-0158.", "*1 Dr. Reed, phone 312-555-0158"},
	{"Ask Prof. Reed! 312-555-0158 it is.", ""},
	{"Ask Mr. Reed? 312-555-0158 it is.", ""},
	{"It is St. Reed's. 312-555-0158.", ""},
	{"It is on. 312-555-0158 is Tom Reed.",
	 "*1 Tom Reed (full), phone 312-555-0158"},
	{"It is by Tom Reed.\t312-555-0158 is it.",
	 "*1 Tom Reed (full), phone 312-555-0158"},
	{"It is by Tom Reed.312-555-0158 is it.", "1 Tom Reed (full)"},
	{"It is by Tom Reed!312-555-0158 is it.",
	 "*1 Tom Reed (full), phone 312-555-0158"},
	{"We saw Tom Reed at (312). 555-0158.",
	 "*1 Tom Reed (full), phone (312). 555-0158"},
	{"We saw Tom Reed a. 312-555-0158.",
	 "*1 Tom Reed (full), phone 312-555-0158"},
	{"We saw Tom Reed ab. 312-555-0158.",
	 "*1 Tom Reed (full), phone 312-555-0158"},
	{"We saw Tom Reed abc. 312-555-0158.", ""},
	{"We saw Tom Reed abcd. 312-555-0158.", ""},
	{"Tom Reed\n312-555-0158", "*1 Tom Reed (full), phone 312-555-0158"},
	{"Met Dana Ruiz, the recruiter.\nWrote to dana@acme.example and "
	 "312-555-0158.",
	 "1 Dana Ruiz (full), title recruiter, role recruiter\n*2 Dana Ruiz "
	 "(full), mail dana@acme.example"},
	{"The CTO, Dana Ruiz, has 312-555-0158.",
	 "*1 Dana Ruiz (full), title CTO, phone 312-555-0158"},
	{"Recruiter Dana Ruiz has 312-555-0158.",
	 "*1 Dana Ruiz (full), title Recruiter, phone 312-555-0158"},
	{"Dana Ruiz and Tom Reed have 312-555-0158.",
	 "*1 Tom Reed (full), phone 312-555-0158"},
	{"Dana Ruiz has 312-555-0158 and dana@acme.example.",
	 "*1 Dana Ruiz (full), mail dana@acme.example, phone 312-555-0158"},
	{"Larkspur Freight has 312-555-0158.", ""},
	{"Mr Larkspur has 312-555-0158.", "*1 Mr Larkspur, phone 312-555-0158"},
	{"Account Executive: 312-555-0158.", ""},
};

static void test_whose_it_is(void **state)
{
	(void)state;
	told_check(whose, COUNT_OF(whose), tell_note);
}

/* How many bytes of the line around Dana are kept as what was read. */
static size_t read_around(const char *filler, size_t before, size_t after,
			  struct jscan_arena *arena)
{
	const struct jscan_contact_context context = {0};
	struct jscan_document_parser *parser = jscan_document_parser_new();
	struct jscan_mentions found = {0};
	struct jscan_document document;
	struct jscan_config config;
	struct jscan_diags diags;
	struct jscan_buf buf;
	const char *kept;
	size_t len;

	jscan_config_init(&config);
	jscan_diags_init(&diags, arena);
	jscan_buf_init(&buf);
	jscan_buf_adds(&buf, "A line of its own\n");
	for (size_t i = 0; i < before; i++)
		jscan_buf_adds(&buf, filler);
	jscan_buf_adds(&buf, ", Dana Ruiz: dana@acme.example ");
	for (size_t i = 0; i < after; i++)
		jscan_buf_adds(&buf, filler);
	jscan_buf_adds(&buf, ".\nand another one");
	jscan_document_open(&document, "a.md", buf.data, buf.len, arena,
			    &diags);
	jscan_document_parse_body(&document, parser, &config, arena, &diags);
	jscan_contacts_find(&found, &document, &context, arena);
	assert_int_equal(found.count, 1);
	assert_int_equal(found.items[0].line, 2);
	kept = found.items[0].text;
	len = strlen(kept);
	assert_non_null(strstr(buf.data, kept));
	assert_non_null(strstr(kept, "Dana Ruiz: dana@acme.example"));
	assert_null(strchr(kept, '\n'));
	/* No character is cut. */
	assert_int_not_equal((unsigned char)kept[0] & 0xc0, 0x80);
	if ((unsigned char)kept[len - 1] >= 0x80)
		assert_memory_equal(kept + len - strlen(filler), filler,
				    strlen(filler));
	jscan_buf_release(&buf);
	jscan_document_parser_free(parser);
	return len;
}

static void test_the_line_it_was_read_from(void **state)
{
	const size_t middle = strlen(", Dana Ruiz: dana@acme.example ");
	const size_t room = 400 - (middle - 2) - 1;
	struct jscan_arena arena;

	(void)state;
	jscan_arena_init(&arena);
	/* All of it, and the stop; or 400 bytes on either side of the name. */
	assert_int_equal(read_around("x", 0, 0, &arena), middle + 1);
	assert_int_equal(read_around("x", 9, 7, &arena), middle + 9 + 7 + 1);
	assert_int_equal(read_around("x", 398, 0, &arena), middle + 398 + 1);
	assert_int_equal(read_around("x", 399, 0, &arena), middle + 398 + 1);
	assert_int_equal(read_around("x", 900, 0, &arena), middle + 398 + 1);
	assert_int_equal(read_around("x", 1, room, &arena),
			 middle + 1 + room + 1);
	assert_int_equal(read_around("x", 1, room + 1, &arena),
			 middle + 1 + room + 1);
	assert_int_equal(read_around("x", 1, 900, &arena),
			 middle + 1 + room + 1);
	for (size_t i = 0; i < 4; i++) {
		/* The cap falls into a character, or does not. */
		size_t least = 800 - 2 * 3, len;

		len = read_around("\xc3\xa9", 300 + i, 300, &arena);
		assert_in_range(len, least, 800);
		len = read_around("\xe2\x82\xac", 300 + i, 300, &arena);
		assert_in_range(len, least, 800);
	}
	jscan_arena_release(&arena);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_whose_it_is),
		cmocka_unit_test(test_the_line_it_was_read_from),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
