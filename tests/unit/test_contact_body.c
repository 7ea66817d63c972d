/* People in the body of a note: sections, tables, signatures and prose. */
#include "unit/check.h"

#include "base/buf.h"
#include "facts/contact.h"

static void add_texts(struct jscan_buf *out, const struct jscan_texts *texts)
{
	jscan_buf_addc(out, '|');
	for (size_t i = 0; i < texts->count; i++)
		jscan_buf_addf(out, "%s%s", i ? " " : "", texts->items[i]);
}

/*
 * One mention a line, "line name|title|emails|phones|urls", with a * in front
 * when it is listed.
 */
static void describe(struct jscan_buf *out, const struct jscan_mentions *found)
{
	jscan_buf_add(out, "", 0);
	for (size_t i = 0; i < found->count; i++) {
		const struct jscan_mention *mention = &found->items[i];

		jscan_buf_addf(out, "%s%s%u %s|%s", i ? "\n" : "",
			       mention->is_listed ? "*" : "", mention->line,
			       mention->name ? mention->name : "",
			       mention->title ? mention->title : "");
		add_texts(out, &mention->emails);
		add_texts(out, &mention->phones);
		add_texts(out, &mention->urls);
		if (mention->company)
			jscan_buf_addf(out, " @%s", mention->company);
	}
}

static void read_note(struct jscan_mentions *out, const char *bytes, size_t len,
		      struct jscan_arena *arena)
{
	const struct jscan_contact_context context = {
		"Larkspur Freight", "Account Executive", NULL, false};
	struct jscan_document_parser *parser = jscan_document_parser_new();
	struct jscan_document document;
	struct jscan_config config;
	struct jscan_diags diags;

	jscan_config_init(&config);
	jscan_diags_init(&diags, arena);
	jscan_document_open(&document, "a.md", bytes, len, arena, &diags);
	jscan_document_parse_body(&document, parser, &config, arena, &diags);
	jscan_contacts_find(out, &document, &context, arena);
	jscan_document_parser_free(parser);
}

struct sample {
	const char *note;
	const char *expected;
};

static void check_all(const struct sample *samples, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		struct jscan_arena arena;
		struct jscan_mentions found = {0};
		struct jscan_buf out;

		jscan_arena_init(&arena);
		jscan_buf_init(&out);
		read_note(&found, samples[i].note, strlen(samples[i].note),
			  &arena);
		describe(&out, &found);
		if (strcmp(out.data, samples[i].expected) != 0)
			fail_msg("%s\ngives\n%s\nnot\n%s", samples[i].note,
				 out.data, samples[i].expected);
		jscan_buf_release(&out);
		jscan_arena_release(&arena);
	}
}

static void people_sections_are_read_by_their_form(void **state)
{
	static const struct sample samples[] = {
		{"## People\n\n"
		 "- Dana Ruiz, VP Sales, dana@acme.example\n"
		 "- **Tom Park** (Recruiter) +49 30 555-0161\n"
		 "- Ines Albrecht\n",
		 "*3 Dana Ruiz|VP Sales|dana@acme.example||\n"
		 "*4 Tom Park|Recruiter||+49 30 555-0161|\n"
		 "*5 Ines Albrecht||||"},
		{"## Who I met\n\n"
		 "- Desmond Finch\n"
		 "  - title: Senior Partner\n"
		 "  - email: d.finch@tolka.example\n"
		 "  - LinkedIn: [profile](https://li.example/finch)\n"
		 "- Aoife Tolka\n"
		 "  - dana@acme.example\n"
		 "  - asked about audits\n",
		 "*3 Desmond Finch|Senior Partner|d.finch@tolka.example||"
		 "https://li.example/finch\n"
		 "*7 Aoife Tolka||dana@acme.example||"},
		{"## Interviewers\n\n"
		 "| Email | Who | Role | Notes |\n|---|---|---|---|\n"
		 "| c@b.example | Curtis Vandermolen | VP Sales | tall |\n"
		 "| | Beau Tran | | 312-555-0142 |\n",
		 "*5 Curtis Vandermolen|VP Sales|c@b.example||\n"
		 "*6 Beau Tran||||"},
		{"## Contacts\n\n| Name | Dana Ruiz |\n|---|---|\n"
		 "| Title | CTO |\n| Phone | 312-555-0142 |\n",
		 "*3 Dana Ruiz|CTO||312-555-0142|"},
		{"## Contacts\n\n### Dana Ruiz, CTO\n\ndana@acme.example\n\n"
		 "### Tom Park\n\n- Mobile: 555-0142\n- Notes: nice, tall\n\n"
		 "### Second round\n\nLunch.\n",
		 "*3 Dana Ruiz|CTO|dana@acme.example||\n"
		 "*7 Tom Park|||555-0142|"},
		{"## Contacts\n\nName: Rosa Marin\nTitle: Executive Chef\n"
		 "Phone: 555-0142\n\nName: Little Joe\nPhone: 555-0143\n",
		 "*3 Rosa Marin|Executive Chef||555-0142|\n"
		 "*7 Little Joe|||555-0143|"},
		{"## Panel\n\n- Interviewers:\n  - Dana Ruiz\n  - Tom Park\n"
		 "- Recruiter: Ines Albrecht\n",
		 "*4 Dana Ruiz||||\n*5 Tom Park||||\n*6 Ines Albrecht||||"},
		{"## People\n\n- Dana, CTO\n- Mike\n- Second round\n"
		 "- System design\n- The whole team\n"
		 "- Asked about churn, very calm\n- Larkspur Freight\n",
		 "*3 Dana|CTO|||\n4 Mike||||"},
		{"## People\n\n- [Marcus Webb](https://li.example/mw), head "
		 "of studio\n- [Dana Ruiz](mailto:dana@acme.example)\n",
		 "*3 Marcus Webb|head of studio|||https://li.example/mw\n"
		 "*4 Dana Ruiz||dana@acme.example||"},
		{"## People\n\nMet Dana Ruiz, the engineering manager.\n",
		 "*3 Dana Ruiz|engineering manager|||"},
		{"## People\n\nDr. Amelia Stone, owner, 503-555-0120.\n"
		 "Her office manager is Todd Pike (todd@p.example).\n",
		 "*3 Dr. Amelia Stone|owner||503-555-0120|\n"
		 "*4 Todd Pike|office manager|todd@p.example||"},
		{"## People\n\n| Person | E-mail |\n|---|---|\n"
		 "| Ottilie Brandt | [mail](mailto:o@a.example) |\n"
		 "| *Committee* | jury@a.example |\n| TBC | |\n",
		 "*5 Ottilie Brandt||o@a.example||"},
		{"## People\n\n- Samir Patel \xe2\x80\x93 visiting GP\n"
		 "- Josie Lane, Pastry\n- Priya N., buyer\n"
		 "- K. V. Rao (GM - Operations)\n",
		 "*3 Samir Patel|visiting GP|||\n*4 Josie Lane|Pastry|||\n"
		 "*5 Priya N.|buyer|||\n*6 K. V. Rao|GM - Operations|||"},
	};

	(void)state;
	check_all(samples, COUNT_OF(samples));
}

static void addresses_belong_to_the_name_beside_them(void **state)
{
	static const struct sample samples[] = {
		{"Renata Kowalczyk runs sales, (312) 555-0158, picks up.\n",
		 "*1 Renata Kowalczyk|||(312) 555-0158|"},
		{"She gave me her line: Ines Albrecht, +49 30 555-0177.\n",
		 "*1 Ines Albrecht|||+49 30 555-0177|"},
		{"Piotr Wrona (piotr@v.example), who is the principal "
		 "engineer, called.\n",
		 "*1 Piotr Wrona|principal engineer|piotr@v.example||"},
		{"I cc'd Tom Park (tom@v.example) and Lucia Ortiz "
		 "<lucia@v.example>.\n",
		 "*1 Tom Park||tom@v.example||\n"
		 "*1 Lucia Ortiz||lucia@v.example||"},
		{"Dana Ruiz was kind. Her number is (312) 555-0158.\n",
		 "*1 Dana Ruiz|||(312) 555-0158|"},
		{"(312) 555-0158 (Dana Ruiz)\n",
		 "*1 Dana Ruiz|||(312) 555-0158|"},
		{"The secretary, Ms Lena Fisk, l.fisk@b.example.\n",
		 "*1 Ms Lena Fisk|secretary|l.fisk@b.example||"},
		{"[Aled Pugh](mailto:aled.pugh@v.example) sent it.\n",
		 "*1 Aled Pugh||aled.pugh@v.example||"},
		{"- [ ] Ring Sean O'Brien (01) 555 0166 by Friday\n",
		 "*1 Sean O'Brien|||(01) 555 0166|"},
		{"Write to dana.ruiz@acme.example.\n",
		 "*1 ||dana.ruiz@acme.example||"},
		{"Dale Brubaker, Dock Manager, 614-555-0172.\n",
		 "*1 Dale Brubaker|Dock Manager||614-555-0172|"},
		{"I had a long talk with Carla Nunes, who is the HR "
		 "partner, and\nher colleague Otis Bell (otis@b.example) of "
		 "the depot.\n",
		 "*2 Otis Bell||otis@b.example||"},
		/* nobody */
		{"Apply at jobs@acme.example or hiring-team@acme.example.\n",
		 ""},
		{"Mail me at omar@home.example; my cell is 312-555-0111.\n",
		 ""},
		{"The front desk is (312) 555-0100.\n", ""},
		{"Zoom: +1 312 555 0101, meeting ID 812 5550 1234.\n", ""},
		{"Larkspur Freight, (312) 555-0158.\n", ""},
		{"Taco Palace (415-555-0199) was good.\n", ""},
		{"Call the Oregon Board of Dentistry, 971-555-0130.\n", ""},
		{"The hotel, Grand Meridian, is at 555-0177.\n", ""},
		{"Dana Ruiz offered $555-0142 on 2026-01-09.\n", ""},
		{"```\nDana Ruiz dana@acme.example\n```\n"
		 "<!-- Tom Park tom@acme.example -->\n",
		 ""},
	};

	(void)state;
	check_all(samples, COUNT_OF(samples));
}

static void introductions_are_named_but_not_listed(void **state)
{
	static const struct sample samples[] = {
		{"Met Dana Ruiz, the engineering manager, at noon.\n",
		 "1 Dana Ruiz|engineering manager|||"},
		{"Spoke to hiring manager Dana Ruiz.\n",
		 "1 Dana Ruiz|hiring manager|||"},
		{"Interview with Wei-Ling Chen (Head of Analytics).\n",
		 "1 Wei-Ling Chen|Head of Analytics|||"},
		{"Dana Ruiz is the CTO and was late.\n", "1 Dana Ruiz|CTO|||"},
		{"Mr Finch, the senior partner, rang.\n",
		 "1 Mr Finch|senior partner|||"},
		{"Ravi is the engineer on the team.\n", ""},
		{"Dana Ruiz asked most of the questions.\n", ""},
		{"Talked about Apache Spark and Power BI.\n", ""},
		{"# Dana Ruiz\n\nKranichwerk and Larkspur Freight are "
		 "hiring.\n",
		 ""},
	};

	(void)state;
	check_all(samples, COUNT_OF(samples));
}

static void signatures_are_read_line_by_line(void **state)
{
	static const struct sample samples[] = {
		{"> Hi Omar,\n> great talking with you!\n>\n"
		 "> Kind regards,\n> Marcy Dufresne\n> Talent Acquisition\n"
		 "> Larkspur Freight\n> (312) 555-0133\n"
		 "> marcy@larkspur.example\n",
		 "*5 Marcy Dufresne|Talent Acquisition|marcy@larkspur.example|"
		 "(312) 555-0133|"},
		{"> From: Dana Ruiz <dana@acme.example>\n"
		 "> To: Omar Reyes <omar@home.example>\n",
		 "*1 Dana Ruiz||dana@acme.example||"},
		{"> Thanks\n> Marcy\n", ""},
		{"Best,\nSam Carter\nsam.carter@home.example\n", ""},
		{"--\n\nIngrid Dahl\nTalent Partner\nLarkspur\n"
		 "ingrid@larkspur.example\n",
		 "*3 Ingrid Dahl|Talent Partner|ingrid@larkspur.example||"},
	};

	(void)state;
	check_all(samples, COUNT_OF(samples));
}

/*
 * The samples of a file: a note, a line "=>", what is found in it, and at the
 * end a line "%%".
 */
static void more_people_are_read_as_the_file_says(void **state)
{
	FILE *file = fopen("tests/unit/people.txt", "r");
	struct jscan_buf parts[2];
	char *line = NULL;
	size_t room = 0, part = 0, count = 0;

	(void)state;
	assert_non_null(file);
	jscan_buf_init(&parts[0]);
	jscan_buf_init(&parts[1]);
	while (getline(&line, &room, file) > 0) {
		struct sample sample;

		if (strcmp(line, "=>\n") == 0) {
			part = 1;
			continue;
		}
		if (strcmp(line, "%%\n") != 0) {
			jscan_buf_adds(&parts[part], line);
			continue;
		}
		jscan_buf_add(&parts[1], "", 0);
		if (parts[1].len > 0)
			parts[1].data[parts[1].len - 1] = '\0';
		sample = (struct sample){parts[0].data, parts[1].data};
		check_all(&sample, 1);
		jscan_buf_release(&parts[0]);
		jscan_buf_release(&parts[1]);
		jscan_buf_init(&parts[0]);
		jscan_buf_init(&parts[1]);
		part = 0;
		count++;
	}
	assert_int_equal(part, 0);
	assert_true(count > 50);
	jscan_buf_release(&parts[0]);
	jscan_buf_release(&parts[1]);
	free(line);
	fclose(file);
}

/* A quarter of a megabyte of what could make the reading quadratic. */
static void hostile_notes_take_linear_time(void **state)
{
	static const char *const pieces[] = {"dana@acme.example ",
					     "Dana Ruiz, ",
					     "her number is ",
					     "Dana Ruiz and ",
					     "+49 30 555-0114 ",
					     "@",
					     ",",
					     "(",
					     "her 312-555-0158 said ",
					     "[[",
					     "CTO, ",
					     "Dana Ruiz dana@acme.example\n",
					     "A. B. ",
					     "van de der "};
	size_t len = 1 << 18;
	char *note = check_malloc(len + 64);

	(void)state;
	for (size_t i = 0; i < 2 * COUNT_OF(pieces); i++) {
		const char *piece = pieces[i / 2];
		struct jscan_arena arena;
		struct jscan_mentions found = {0};
		size_t used = 0;

		if (i % 2)
			used = (size_t)sprintf(note, "## People\n\n- ");
		while (used + strlen(piece) < len) {
			memcpy(note + used, piece, strlen(piece));
			used += strlen(piece);
		}
		jscan_arena_init(&arena);
		read_note(&found, note, used, &arena);
		jscan_arena_release(&arena);
	}
	free(note);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(people_sections_are_read_by_their_form),
		cmocka_unit_test(addresses_belong_to_the_name_beside_them),
		cmocka_unit_test(introductions_are_named_but_not_listed),
		cmocka_unit_test(signatures_are_read_line_by_line),
		cmocka_unit_test(more_people_are_read_as_the_file_says),
		cmocka_unit_test(hostile_notes_take_linear_time),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
