/*
 * All the addresses in a text, of mail and of the web, and which are an
 * office's.
 */
#include "unit/told.h"

#include "facts/address.h"

static size_t tell_all(char *out, size_t room, const char *text,
		       bool (*next)(struct jscan_address *, const char *,
				    size_t, size_t))
{
	struct jscan_address found;
	size_t used = 0, pos = 0, len = strlen(text);

	while (used < room && next(&found, text, len, pos)) {
		used += (size_t)snprintf(
			out + used, room - used, "%s%.*s%s", used ? " " : "",
			(int)found.len, text + found.offset,
			next == jscan_mail_next &&
					jscan_mail_is_office(
						text + found.offset, found.len)
				? " (office)"
				: "");
		pos = found.offset + found.len;
	}
	return used;
}

/* The mail addresses, and behind a bar those of the web. */
static void tell(char *out, size_t room, const char *text)
{
	size_t used;

	out[0] = '\0';
	used = tell_all(out, room, text, jscan_mail_next);
	used += (size_t)snprintf(out + used, room - used, " | ");
	tell_all(out + used, room - used, text, jscan_web_next);
}

static const struct told_row addresses[] = {
	{"dana@acme.example", "dana@acme.example | "},
	{"Dana <dana@acme.example>, tom@acme.example",
	 "dana@acme.example tom@acme.example | "},
	{"mailto:dana@acme.example", "dana@acme.example | "},
	{"dana@acme.example.", "dana@acme.example | "},
	{"dana@acme.example,", "dana@acme.example | "},
	{"dana@acme.example's", "dana@acme.example | "},
	{"dana@acme", " | "},
	{"dana@acme.e", " | "},
	{"dana@acme.ex", "dana@acme.ex | "},
	{"dana@acme.co.uk", "dana@acme.co.uk | "},
	{"dana@acme.123", " | "},
	{"dana@1.2.3.4", " | "},
	{"dana@-acme.example", " | "},
	{"dana@acme-x.example", "dana@acme-x.example | "},
	{"dana@acme..example", " | "},
	{"dana@.example", " | "},
	{"@acme.example", " | "},
	{"a@b@c.example", "b@c.example | "},
	{".dana@acme.example", "dana@acme.example | "},
	{"dana+x@acme.example", "dana+x@acme.example | "},
	{"dana_x@acme.example", "dana_x@acme.example | "},
	{"dana-x@acme.example", "dana-x@acme.example | "},
	{"dana%x@acme.example", "dana%x@acme.example | "},
	{"dána@acme.example", "dána@acme.example | "},
	{"dana@ácme.example", "dana@ácme.example | "},
	{"(dana@acme.example)", "dana@acme.example | "},
	{"[dana@acme.example]", "dana@acme.example | "},
	{"\"dana@acme.example\"", "dana@acme.example | "},
	{"dana@acme.example/x", "dana@acme.example | "},
	{"dana@acme.example:80", "dana@acme.example | "},
	{"dana@acme.example_x", "dana@acme.example | "},
	{"dana @acme.example", " | "},
	{"jobs@acme.example", "jobs@acme.example (office) | "},
	{"careers@acme.example", "careers@acme.example (office) | "},
	{"hiring-team@acme.example", "hiring-team@acme.example (office) | "},
	{"noreply@acme.example", "noreply@acme.example (office) | "},
	{"no-reply@acme.example", "no-reply@acme.example (office) | "},
	{"hello@acme.example", "hello@acme.example (office) | "},
	{"recruiting.emea@acme.example", "recruiting.emea@acme.example | "},
	{"dana.jobs@acme.example", "dana.jobs@acme.example | "},
	{"hr@acme.example", "hr@acme.example (office) | "},
	{"j@acme.example", "j@acme.example | "},
	{"team42@acme.example", "team42@acme.example | "},
	{"http://acme.example", " | http://acme.example"},
	{"https://acme.example/x?y=z#w", " | https://acme.example/x?y=z#w"},
	{"HTTPS://ACME.EXAMPLE", " | HTTPS://ACME.EXAMPLE"},
	{"https://acme.example.", " | https://acme.example"},
	{"https://acme.example/x).", " | https://acme.example/x"},
	{"(https://acme.example/x)", " | https://acme.example/x"},
	{"<https://acme.example/x>", " | https://acme.example/x"},
	{"\"https://acme.example/x\"", " | https://acme.example/x"},
	{"https://acme.example/x, y", " | https://acme.example/x"},
	{"https://acme.example/x; y", " | https://acme.example/x"},
	{"https://acme.example/x!", " | https://acme.example/x"},
	{"https://acme.example/x?", " | https://acme.example/x"},
	{"https://acme.example/x:", " | https://acme.example/x"},
	{"http:/acme.example", " | "},
	{"xhttps://acme.example", " | "},
	{"www.acme.example", " | www.acme.example"},
	{"www.acme.example/x", " | www.acme.example/x"},
	{"www", " | "},
	{"wwww.acme.example", " | "},
	{"awww.acme.example", " | "},
	{"linkedin.com/in/dana", " | linkedin.com/in/dana"},
	{"www.linkedin.com/in/dana", " | www.linkedin.com/in/dana"},
	{"xlinkedin.com/in/dana", " | "},
	{"github.com/dana", " | github.com/dana"},
	{"github.com/", " | github.com/"},
	{"acme.example/x", " | "},
	{"ftp://acme.example", " | "},
	{"https://dana@acme.example/x", " | https://dana@acme.example/x"},
	{"see https://a.example and www.b.example",
	 " | https://a.example www.b.example"},
	{"info@acme.example", "info@acme.example (office) | "},
	{"staff@acme.example", "staff@acme.example (office) | "},
	{"do-not-reply@acme.example", "do-not-reply@acme.example (office) | "},
	{"contact@acme.example", "contact@acme.example (office) | "},
	{"a\177b@acme.example", "b@acme.example | "},
	{"aé@acme.example", "aé@acme.example | "},
	{"zed@acme.\177example", " | "},
	{"a`b@acme.example", "b@acme.example | "},
	{"a{b@acme.example", "b@acme.example | "},
	{"a[b@acme.example", "b@acme.example | "},
	{"a:b@acme.example", "b@acme.example | "},
	{"a/b@acme.example", " | "},
	{"/b@acme.example", " | "},
	{"aZ0zA9@acme.example", "aZ0zA9@acme.example | "},
	{"a._%+-'b@acme.example", "a._%+-'b@acme.example | "},
	{"._%+-'b@acme.example", "b@acme.example | "},
	{"zed@b.c", " | "},
	{"zed@b.cd", "zed@b.cd | "},
	{"zed@b.c-d", "zed@b.c-d | "},
	{"zed@b.cd-", "zed@b.cd | "},
	{"zed@b.cd.", "zed@b.cd | "},
	{"zed@b.cd.e", "zed@b.cd | "},
	{"zed@b.c9", "zed@b.c9 | "},
	{"zed@b.9c", " | "},
	{"zed@b.cd9", "zed@b.cd9 | "},
	{"zed@b-.cd", "zed@b-.cd | "},
	{"zed@-b.cd", " | "},
	{"zed@b..cd", " | "},
	{"zed@.cd", " | "},
	{"zed@b", " | "},
	{"@b.cd", " | "},
	{"zed@@b.cd", " | "},
	{"a b@c.de f", "b@c.de | "},
};

static void test_addresses(void **state)
{
	(void)state;
	told_check(addresses, COUNT_OF(addresses), tell);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_addresses),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
