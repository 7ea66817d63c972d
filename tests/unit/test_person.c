/* Merging: who is one person, who is not, and what is told of each. */
#include "unit/check.h"

#include "base/buf.h"
#include "model/person.h"

struct seen { /* one mention in short */
	const char *name;
	const char *mail;
	const char *phone;
	const char *company; /* of the entry */
	size_t application;
	const char *title;
	bool is_unlisted;
};

static struct jscan_texts one_text(struct jscan_arena *arena, const char *text)
{
	struct jscan_texts texts = {NULL, 0};

	if (text != NULL) {
		const char **items =
			jscan_arena_array(arena, 1, sizeof(*items));

		items[0] = text;
		texts.items = items;
		texts.count = 1;
	}
	return texts;
}

static struct jscan_people_options options;

static void make(struct jscan_people *out, struct jscan_diags *diags,
		 const struct seen *seen, size_t count,
		 struct jscan_arena *arena)
{
	struct jscan_mention *mentions =
		jscan_arena_array(arena, count, sizeof(*mentions));
	struct jscan_person_mention *people =
		jscan_arena_array(arena, count, sizeof(*people));

	for (size_t i = 0; i < count; i++) {
		mentions[i].name = seen[i].name;
		mentions[i].title = seen[i].title;
		mentions[i].emails = one_text(arena, seen[i].mail);
		mentions[i].phones = one_text(arena, seen[i].phone);
		mentions[i].line = (unsigned)i + 1;
		mentions[i].text = seen[i].name;
		mentions[i].is_full_name = seen[i].name &&
					   strchr(seen[i].name, ' ') &&
					   strncmp(seen[i].name, "Mr ", 3);
		mentions[i].is_listed = !seen[i].is_unlisted;
		people[i].mention = &mentions[i];
		people[i].line = mentions[i].line;
		people[i].path = "a.md";
		people[i].company = seen[i].company;
		people[i].application = seen[i].application;
		people[i].date = (struct jscan_date){2026, 1, (uint8_t)(i + 1)};
	}
	jscan_diags_init(diags, arena);
	jscan_people_make(out, people, count, &options, arena, diags);
}

/* "name <mails> xN" for each contact, apart by "; ". */
static void describe(struct jscan_buf *out, const struct jscan_people *people)
{
	jscan_buf_add(out, "", 0);
	for (size_t i = 0; i < people->contact_count; i++) {
		const struct jscan_contact *contact = &people->contacts[i];

		jscan_buf_addf(out, "%s%s <", i ? "; " : "",
			       contact->name ? contact->name : "");
		for (size_t k = 0; k < contact->emails.count; k++)
			jscan_buf_addf(out, "%s%s", k ? " " : "",
				       contact->emails.items[k]);
		jscan_buf_addf(out, "> x%zu", contact->mentions.count);
	}
}

static void mentions_are_joined_by_the_rules(void **state)
{
	static const struct {
		struct seen seen[5];
		const char *expected;
		size_t doubts;
	} cases[] = {
		/* by mail, whatever the name, the company, the case */
		{{{"Dana Ruiz", "dana@a.example", NULL, "A", 1, NULL, false},
		  {"D. Ruiz", "Dana@A.example", NULL, "B", 2, NULL, false}},
		 "Dana Ruiz <dana@a.example> x2",
		 0},
		/* by name within a company, legal form and accents aside */
		{{{"Bríd Walsh", NULL, NULL, "Acme GmbH", 1, NULL, false},
		  {"Brid Walsh", "b@a.example", NULL, "ACME", 2, NULL, false}},
		 "Bríd Walsh <b@a.example> x2",
		 0},
		/* two companies: two people, and a doubt */
		{{{"Dana Ruiz", NULL, NULL, "A", 1, NULL, false},
		  {"Dana Ruiz", NULL, NULL, "B", 2, NULL, false}},
		 "Dana Ruiz <> x1; Dana Ruiz <> x1",
		 1},
		/* same name, two mails: one person */
		{{{"Dana Ruiz", "d@a.example", NULL, "A", 1, NULL, false},
		  {"Dana Ruiz", "d@home.example", NULL, "A", 1, NULL, false}},
		 "Dana Ruiz <d@a.example d@home.example> x2",
		 0},
		/* by phone, however written */
		{{{"Dana Ruiz", NULL, "+49 30 555-0114", "A", 1, NULL, false},
		  {"Dana", NULL, "0049 305550114", "B", 2, NULL, false}},
		 "Dana Ruiz <> x2",
		 0},
		/* one office number is no one person */
		{{{"Dana Ruiz", "d@a.example", "+49 30 555-0114", "A", 1, NULL,
		   false},
		  {"Tom Park", "t@a.example", "+49 30 5550114", "A", 1, NULL,
		   false}},
		 "Dana Ruiz <d@a.example> x1; Tom Park <t@a.example> x1",
		 1},
		/* first name, honorific and surname, honorific in front */
		{{{"Niall Prendergast", "n@a.example", NULL, "A", 1, NULL,
		   false},
		  {"Niall", NULL, NULL, "A", 1, NULL, false},
		  {"Mr Prendergast", NULL, NULL, "A", 1, NULL, true},
		  {"Dr. Niall Prendergast", NULL, NULL, "A", 1, NULL, false}},
		 "Niall Prendergast <n@a.example> x4",
		 0},
		/* a first name in another application stays alone */
		{{{"Dana Ruiz", NULL, NULL, "A", 1, NULL, false},
		  {"Dana", NULL, NULL, "A", 2, NULL, false}},
		 "Dana <> x1; Dana Ruiz <> x1",
		 0},
		/* two that fit: not joined */
		{{{"Dana Ruiz", NULL, NULL, "A", 1, NULL, false},
		  {"Dana Park", NULL, NULL, "A", 1, NULL, false},
		  {"Dana", NULL, NULL, "A", 1, NULL, false}},
		 "Dana <> x1; Dana Park <> x1; Dana Ruiz <> x1",
		 0},
		/* a first name with another mail: a doubt, not joined */
		{{{"Dana Ruiz", "dana@a.example", NULL, "A", 1, NULL, false},
		  {"Dana", "dd@a.example", NULL, "A", 1, NULL, false}},
		 "Dana <dd@a.example> x1; Dana Ruiz <dana@a.example> x1",
		 1},
		/* "Mr Niall" is not Niall Prendergast */
		{{{"Niall Prendergast", NULL, NULL, "A", 1, NULL, false},
		  {"Mr Niall", NULL, NULL, "A", 1, NULL, false}},
		 "Mr Niall <> x1; Niall Prendergast <> x1",
		 0},
		/* the mailbox of an office has many writers */
		{{{"Dana Ruiz", "jobs@a.example", NULL, "A", 1, NULL, false},
		  {"Tom Park", "jobs@a.example", NULL, "A", 1, NULL, false}},
		 "Dana Ruiz <jobs@a.example> x1; Tom Park <jobs@a.example> x1",
		 0},
		/* only named in prose: nobody; introduced: somebody */
		{{{"Dana Ruiz", NULL, NULL, "A", 1, NULL, true},
		  {"Tom Park", NULL, NULL, "A", 1, "CTO", true}},
		 "Tom Park <> x1",
		 0},
		/* without a name, by mail */
		{{{NULL, "x@a.example", NULL, "A", 1, NULL, false},
		  {NULL, "x@a.example", NULL, NULL, 7, NULL, false}},
		 " <x@a.example> x2",
		 0},
		{{{NULL, NULL, NULL, NULL, 0, NULL, true}}, "", 0},
	};

	(void)state;
	for (size_t i = 0; i < COUNT_OF(cases); i++) {
		struct jscan_arena arena;
		struct jscan_people people;
		struct jscan_diags diags;
		struct jscan_buf out;
		size_t count = 0;

		while (count < 5 &&
		       (cases[i].seen[count].name || cases[i].seen[count].mail))
			count++;
		jscan_arena_init(&arena);
		jscan_buf_init(&out);
		make(&people, &diags, cases[i].seen, count, &arena);
		describe(&out, &people);
		assert_string_equal(out.data, cases[i].expected);
		assert_int_equal(diags.count, cases[i].doubts);
		jscan_buf_release(&out);
		jscan_arena_release(&arena);
	}
}

static void a_contact_tells_what_is_known(void **state)
{
	static const struct seen seen[] = {
		{"Dana", "dana@a.example", NULL, "Acme", 1, "Recruiter", false},
		{"Dana Ruiz", "dana@a.example", "(312) 555-0133", "Acme", 1,
		 "Technical Recruiter", false},
		{"Dana Ruiz", "dana@a.example", "312-555-0133", "Acme Inc", 1,
		 "Head of Talent", false}};
	struct jscan_arena arena;
	struct jscan_people people;
	struct jscan_diags diags;
	const struct jscan_contact *contact;

	(void)state;
	jscan_arena_init(&arena);
	make(&people, &diags, seen, 3, &arena);
	assert_int_equal(people.contact_count, 1);
	contact = &people.contacts[0];
	assert_string_equal(contact->name, "Dana Ruiz");
	assert_string_equal(contact->title, "Head of Talent");
	assert_int_equal(contact->phones.count, 1);
	assert_string_equal(contact->phones.items[0], "(312) 555-0133");
	assert_int_equal(contact->companies.count, 1);
	assert_string_equal(contact->companies.items[0], "Acme");
	assert_int_equal(contact->first_seen.day, 1);
	assert_int_equal(contact->last_seen.day, 3);
	assert_int_equal(contact->mentions.items[2].line, 3);

	options.is_brief = true;
	make(&people, &diags, seen, 3, &arena);
	options.is_brief = false;
	contact = &people.contacts[0];
	assert_int_equal(contact->mentions.count, 2);
	assert_int_equal(contact->mentions.items[0].line, 1);
	assert_int_equal(contact->mentions.items[1].line, 3);
	assert_int_equal(contact->last_seen.day, 3);
	jscan_arena_release(&arena);
}

/* Half of 40,000 first names with as many full names they could fit. */
static void many_mentions_take_little_time(void **state)
{
	size_t count = 40000;
	struct seen *seen = check_calloc(count, sizeof(*seen));
	char *names = check_malloc(count * 32);
	struct jscan_arena arena;
	struct jscan_people people;
	struct jscan_diags diags;

	(void)state;
	for (size_t i = 0; i < count; i++) {
		seen[i].name = names + i * 32;
		seen[i].company = "A";
		seen[i].application = 1;
		snprintf(names + i * 32, 32, i % 2 ? "Dana" : "Dana R%zu", i);
	}
	jscan_arena_init(&arena);
	make(&people, &diags, seen, count, &arena);
	assert_int_equal(people.contact_count, count / 2 + 1);
	jscan_arena_release(&arena);
	free(names);
	free(seen);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(mentions_are_joined_by_the_rules),
		cmocka_unit_test(a_contact_tells_what_is_known),
		cmocka_unit_test(many_mentions_take_little_time),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
