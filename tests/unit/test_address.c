/*
 * Mail and web addresses: where one stands in a text, where none does, and
 * which mailboxes are an office's.
 */
#include "unit/check.h"

#include "facts/address.h"

typedef bool find(struct jscan_address *out, const char *text, size_t len,
		  size_t pos);

struct found {
	const char *text;
	const char *address; /* NULL: none */
};

/* On the heap without a NUL, so that reading past the end shows. */
static void check_found(find *next, const struct found *cases, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		const char *wanted = cases[i].address;
		size_t len = strlen(cases[i].text);
		char *text = check_malloc(len + 1);
		struct jscan_address found;
		bool is_found;

		memcpy(text, cases[i].text, len);
		is_found = next(&found, text, len, 0);
		if (is_found != (wanted != NULL) ||
		    (wanted &&
		     (found.len != strlen(wanted) ||
		      memcmp(text + found.offset, wanted, found.len))))
			fail_msg("'%s' gives '%.*s'", cases[i].text,
				 is_found ? (int)found.len : 0,
				 is_found ? text + found.offset : "");
		free(text);
	}
}

static void mail_addresses_are_found(void **state)
{
	static const struct found cases[] = {
		{"Dana <dana@acme.example>", "dana@acme.example"},
		{"dana@acme.example.", "dana@acme.example"},
		{"d.ruiz+jobs@mail.acme.example",
		 "d.ruiz+jobs@mail.acme.example"},
		{"...dana@acme.example", "dana@acme.example"},
		{"o'neil@acme.example", "o'neil@acme.example"},
		{"dana@acme-labs.example", "dana@acme-labs.example"},
		{"d\xc3\xb6rte@acme.example", "d\xc3\xb6rte@acme.example"},
		{"@dana or kit@dune.example", "kit@dune.example"},
		{"dana@acme and kit@dune.example", "kit@dune.example"},
		{"a@b@dune.example", "b@dune.example"},
		{"dana@acme.e", NULL},
		{"dana@acme.9x", NULL},
		{"dana@.example", NULL},
		{"dana@-acme", NULL},
		{"dana@acme..example", NULL},
		{"dana@10.0.0.1", NULL},
		{"https://acme.example/dana@acme.example", NULL},
		{"@acme.example", NULL},
		{"...@acme.example", NULL},
		{"dana@", NULL},
		{"@", NULL},
		{"", NULL},
	};

	(void)state;
	check_found(jscan_mail_next, cases, COUNT_OF(cases));
}

static void mail_is_looked_for_from_a_place_on(void **state)
{
	static const char text[] = "ann@acme.example, bob@acme.example";
	struct jscan_address found;

	(void)state;
	assert_true(jscan_mail_next(&found, text, strlen(text), 0));
	assert_int_equal(found.offset, 0);
	assert_true(jscan_mail_next(&found, text, strlen(text), found.len));
	assert_int_equal(found.offset, 18);
	assert_int_equal(found.len, 16);
	assert_false(jscan_mail_next(&found, text, strlen(text),
				     found.offset + found.len));
	/* What is before the place is not part of it. */
	assert_true(jscan_mail_next(&found, text, strlen(text), 1));
	assert_int_equal(found.offset, 1);
}

static void mailboxes_of_offices_are_known(void **state)
{
	static const struct {
		const char *mail;
		bool is_office;
	} cases[] = {
		{"jobs@acme.example", true},
		{"JOBS@acme.example", true},
		{"no-reply@acme.example", true},
		{"hiring-team@acme.example", true},
		{"careers+2026@acme.example", false},
		{"noreply", true},
		{"jobs..hr@acme.example", true},
		{"dana@acme.example", false},
		{"dana.jobs@acme.example", false},
		{"jobs.dana@acme.example", false},
		{"job@acme.example", true},
		{"jobsite@acme.example", false},
		{"._-+@acme.example", false},
		{"@acme.example", false},
		{"", false},
	};

	(void)state;
	for (size_t i = 0; i < COUNT_OF(cases); i++) {
		if (jscan_mail_is_office(cases[i].mail,
					 strlen(cases[i].mail)) !=
		    cases[i].is_office)
			fail_msg("'%s' is %s office's", cases[i].mail,
				 cases[i].is_office ? "no" : "an");
	}
}

static void web_addresses_are_found(void **state)
{
	static const struct found cases[] = {
		{"see https://acme.example/jobs.", "https://acme.example/jobs"},
		{"HTTP://ACME.example", "HTTP://ACME.example"},
		{"(www.acme.example)", "www.acme.example"},
		{"<https://acme.example>", "https://acme.example"},
		{"https://acme.example/a_(b)", "https://acme.example/a_(b)"},
		{"[x](https://acme.example/a)", "https://acme.example/a"},
		{"linkedin.com/in/dana!", "linkedin.com/in/dana"},
		{"xing.com/profile/dana?", "xing.com/profile/dana"},
		{"github.com/dana, and", "github.com/dana"},
		{"https://acme.example\"x", "https://acme.example"},
		{"https://acme.example|x", "https://acme.example"},
		{"*www.acme.example*", "www.acme.example"},
		{"notgithub.com/dana", NULL},
		{"hello, where is Lena at Xerox? Good", NULL},
		{"ftp://acme.example", NULL},
		{"github.com", NULL},
		{"http:/", NULL},
		{"w", NULL},
		{"", NULL},
	};

	(void)state;
	check_found(jscan_web_next, cases, COUNT_OF(cases));
}

static void long_addresses_end(void **state)
{
	size_t len = 1 << 20;
	char *text = check_malloc(len);
	struct jscan_address found;
	size_t pos = 0, count = 0;

	(void)state;
	memset(text, 'a', len);
	assert_false(jscan_mail_next(&found, text, len, 0));
	assert_false(jscan_web_next(&found, text, len, 0));
	memset(text, '@', len);
	assert_false(jscan_mail_next(&found, text, len, 0));
	for (size_t i = 0; i + 6 <= len; i += 6)
		memcpy(text + i, "a@b.cd", 6);
	while (jscan_mail_next(&found, text, len, pos)) {
		pos = found.offset + found.len;
		count++;
	}
	assert_true(count > 1);
	free(text);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(mail_addresses_are_found),
		cmocka_unit_test(mail_is_looked_for_from_a_place_on),
		cmocka_unit_test(mailboxes_of_offices_are_known),
		cmocka_unit_test(web_addresses_are_found),
		cmocka_unit_test(long_addresses_end),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
