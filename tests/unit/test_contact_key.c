/*
 * People in the value of a contact key: every form of it, and all that is known
 * of each.
 */
#include "unit/told_mentions.h"

#include "base/yaml.h"
#include "facts/contact.h"

static void tell(char *out, size_t room, const char *text)
{
	struct jscan_yaml *value = NULL;
	struct jscan_yaml_problem problem;
	struct jscan_mentions found = {0};
	struct jscan_arena arena;

	jscan_arena_init(&arena);
	assert_int_equal(jscan_yaml_parse(&value, text, strlen(text), 2, &arena,
					  &problem),
			 0);
	if (value != NULL)
		jscan_contact_parse_value(&found, value, NULL, &arena);
	tell_mentions(out, room, &found);
	jscan_arena_release(&arena);
}

static const struct told_row values[] = {
	{"Dana Ruiz\n", "*2 Dana Ruiz (full)"},
	{"Dana Ruiz <dana@acme.example>\n",
	 "*2 Dana Ruiz (full), mail dana@acme.example"},
	{"Dana Ruiz, CTO\n", "*2 Dana Ruiz (full), title CTO"},
	{"dana ruiz, cto\n", "*2 dana ruiz (full), title cto"},
	{"Dana Ruiz and Tom Reed\n", "*2 Dana Ruiz (full)\n"
				     "*2 Tom Reed (full)"},
	{"Dana Ruiz; Tom Reed; ana@acme.example\n",
	 "*2 Dana Ruiz (full)\n"
	 "*2 Tom Reed (full), mail ana@acme.example"},
	{"Graduate Team <grads@acme.example>\n",
	 "*2 ?, mail grads@acme.example"},
	{"jobs@acme.example\n", "*2 ?, mail jobs@acme.example"},
	{"312-555-0133\n", ""},
	{"[[Dana Ruiz]]\n", "*2 Dana Ruiz (full)"},
	{"\"[[Dana Ruiz]]\"\n", "*2 Dana Ruiz (full)"},
	{"\"[[people/dr|Dana Ruiz]], CTO\"\n",
	 "*2 Dana Ruiz (full), title CTO"},
	{"\"[[people/Dana Ruiz|dr]]\"\n", "*2 Dana Ruiz (full)"},
	{"~\n", ""},
	{"\"\"\n", ""},
	{"TBD\n", ""},
	{"- Dana Ruiz\n"
	 "- Tom Reed, VP Sales, tom@acme.example\n"
	 "- ~\n"
	 "- \"\"\n"
	 "- [Ana Luz, Jon Vance]\n"
	 "- - - - - - Deep Down\n",
	 "*2 Dana Ruiz (full)\n"
	 "*3 Tom Reed (full), title VP Sales, mail tom@acme.example\n"
	 "*6 Ana Luz (full)\n"
	 "*6 Jon Vance (full)"},
	{"- Dana Ruiz\n"
	 "- dana@acme.example\n"
	 "- 312-555-0133\n"
	 "- Tom Reed\n",
	 "*2 Dana Ruiz (full), mail dana@acme.example, phone 312-555-0133\n"
	 "*5 Tom Reed (full)"},
	{"name: Dana Ruiz\n"
	 "title: CTO\n"
	 "email: dana@acme.example\n"
	 "phone: 312-555-0133\n"
	 "role: hiring manager\n"
	 "company: Tolka Ltd\n"
	 "url: https://li.example/dana\n",
	 "*2 Dana Ruiz (full), title CTO, role hiring manager, of Tolka Ltd, "
	 "mail dana@acme.example, phone 312-555-0133, url "
	 "https://li.example/dana"},
	{"name: [[Dana Ruiz]]\n"
	 "emails: [dana@acme.example, d@acme.example, ~]\n"
	 "phones:\n"
	 "  - 312-555-0133\n"
	 "  - [1]\n",
	 "*2 Dana Ruiz (full), mail dana@acme.example & d@acme.example, phone "
	 "312-555-0133"},
	{"name: the whole team\n"
	 "email: team@acme.example\n",
	 "*2 the whole team, mail team@acme.example"},
	{"name: \"[[]]\"\n"
	 "email: team@acme.example\n",
	 "*2 ?, mail team@acme.example"},
	{"name: \"\"\n"
	 "email: team@acme.example\n",
	 "*2 ?, mail team@acme.example"},
	{"name: Ruiz, Dana\n", "*2 Dana Ruiz (full)"},
	{"first name: Dana\n"
	 "last name: Ruiz\n",
	 "*2 Dana Ruiz (full)"},
	{"first name: Dana\n", "*2 Dana"},
	{"last name: Ruiz\n"
	 "mail: r@acme.example\n",
	 "*2 Ruiz, mail r@acme.example"},
	{"first name: ~\n"
	 "last name: ~\n"
	 "mail: r@acme.example\n",
	 "*2 ?, mail r@acme.example"},
	{"email: r@acme.example\n", "*2 ?, mail r@acme.example"},
	{"title: CTO\n"
	 "phone: 312-555-0133\n",
	 ""},
	{"title: CTO\n", ""},
	{"name: Dana Ruiz\n"
	 "contact: dana@acme.example\n",
	 "*2 Dana Ruiz (full), mail dana@acme.example"},
	{"name: Dana Ruiz\n"
	 "contact: Tom Reed\n",
	 "*2 Dana Ruiz (full)"},
	{"name:\n"
	 "  first: Dana\n",
	 "*3 Dana"},
	{"name: {a: {b: {c: {d: Dana Ruiz}}}}\n"
	 "email: d@acme.example\n",
	 "*2 ?, mail d@acme.example"},
	{"- name: Dana Ruiz\n"
	 "  email: dana@acme.example\n"
	 "- name: Tom Reed\n",
	 "*2 Dana Ruiz (full), mail dana@acme.example\n"
	 "*4 Tom Reed (full)"},
	{"recruiter: Dana Ruiz\n"
	 "hiring manager: Tom Reed, tom@acme.example\n",
	 "*2 Dana Ruiz (full), role recruiter\n"
	 "*3 Tom Reed (full), role hiring manager, mail tom@acme.example"},
	{"recruiter:\n"
	 "  name: Dana Ruiz\n"
	 "  email: dana@acme.example\n"
	 "interviewers:\n"
	 "  - Ana Luz\n"
	 "  - Jon Vance\n",
	 "*3 Dana Ruiz (full), role recruiter, mail dana@acme.example\n"
	 "*6 Ana Luz (full), role interviewer\n"
	 "*7 Jon Vance (full), role interviewer"},
	{"- recruiter: Dana Ruiz\n"
	 "- interviewer: Tom Reed\n"
	 "  title: CTO\n",
	 "*2 Dana Ruiz (full), role recruiter\n"
	 "*3 Tom Reed (full), title CTO, role interviewer"},
	{"interviewer: Tom Reed\n"
	 "email: tom@acme.example\n",
	 "*2 Tom Reed (full), role interviewer, mail tom@acme.example"},
	{"Dana Ruiz: CTO\n"
	 "Tom Reed: {email: tom@acme.example, title: VP}\n"
	 "Ana Luz: [CFO]\n"
	 "somebody: else\n",
	 "*2 Dana Ruiz (full), title CTO\n"
	 "*3 Tom Reed (full), title VP, mail tom@acme.example\n"
	 "*4 Ana Luz (full)"},
	{"- \"Dana Ruiz (LinkedIn: https://li.example/dana)\"\n"
	 "- Dana Ruiz (LinkedIn: https://li.example/dana)\n",
	 "*2 Dana Ruiz (full), url https://li.example/dana\n"
	 "*3 Dana Ruiz (full), url https://li.example/dana"},
	{"- Dana Ruiz: dana@acme.example\n",
	 "*2 Dana Ruiz (full), mail dana@acme.example"},
	{"email:\n", ""},
	{"{}\n", ""},
	{"[]\n", ""},
	{"name: Dana Ruiz\n"
	 "notes: tall\n"
	 "tags: [a, b]\n"
	 "website: https://a.example\n"
	 "website: https://b.example\n",
	 "*2 Dana Ruiz (full), url https://a.example & https://b.example"},
	{"name: Dana Ruiz\n"
	 "role: VP Product\n",
	 "*2 Dana Ruiz (full), title VP Product, role VP Product"},
	{"name: Dana Ruiz\n"
	 "title: Recruiter\n",
	 "*2 Dana Ruiz (full), title Recruiter, role recruiter"},
	{"name: Dana Ruiz\n"
	 "phone: ask Tom\n",
	 "*2 Dana Ruiz (full)"},
	{"name: Dana Ruiz\n"
	 "phone: \"312-555-0133 or 773-555-0190\"\n",
	 "*2 Dana Ruiz (full), phone 312-555-0133 & 773-555-0190"},
	{"name: Dana Ruiz\n"
	 "phone: 12345\n",
	 "*2 Dana Ruiz (full), phone 12345"},
	{"name: Dana Ruiz\n"
	 "email: \"dana@acme.example, d@acme.example\"\n",
	 "*2 Dana Ruiz (full), mail dana@acme.example & d@acme.example"},
	{"name: Dana Ruiz\n"
	 "email: none\n",
	 "*2 Dana Ruiz (full)"},
	{"Dana Ruiz (she/her), CTO at Acme, 312-555-0133 ext. 5, "
	 "dana@acme.example, https://li.example/dana\n",
	 "*2 Dana Ruiz (full), title CTO, of Acme, mail dana@acme.example, "
	 "phone 312-555-0133 ext. 5, url https://li.example/dana"},
	{"Dana Ruiz - CTO - Acme Ltd\n",
	 "*2 Dana Ruiz (full), title CTO, of Acme Ltd"},
	{"Dana Ruiz from Acme\n", "*2 Dana Ruiz (full), of Acme"},
	{"Mr Ruiz\n", "*2 Mr Ruiz"},
	{"Dr. Dana Ruiz, PhD\n", "*2 Dr. Dana Ruiz (full)"},
	{"Dana Ruiz, Ph.D., Head of Data\n",
	 "*2 Dana Ruiz (full), title Head of Data"},
	{"Dana \"Dee\" Ruiz\n", "*2 Dana \"Dee\" Ruiz (full)"},
	{"Dana Ruiz, some odd words here\n", "*2 Dana Ruiz (full)"},
	{"our recruiter, Dana Ruiz\n", "*2 Dana Ruiz (full), role recruiter"},
	{"Dana Ruiz, VP, Sales\n", "*2 Dana Ruiz (full), title VP, Sales"},
	{"Dana Ruiz, VP / Sales\n", "*2 Dana Ruiz (full), title VP / Sales"},
	{"Dana Ruiz, VP - Sales\n", "*2 Dana Ruiz (full), title VP - Sales"},
	{"Dana Ruiz, VP - dana\n", "*2 Dana Ruiz (full), title VP"},
	{"Dana Ruiz, VP; Sales\n", "*2 Dana Ruiz (full), title VP"},
	{"Dana Ruiz, recruiter, VP\n",
	 "*2 Dana Ruiz (full), title recruiter, role recruiter"},
	{"Dana Ruiz, VP, recruiter\n",
	 "*2 Dana Ruiz (full), title VP, role recruiter"},
	{"Dana Ruiz, VP, recruiter, Sales\n",
	 "*2 Dana Ruiz (full), title VP, Sales, role recruiter"},
	{"Dana Ruiz, recruiter, Sales\n",
	 "*2 Dana Ruiz (full), title recruiter, role recruiter"},
	{"Dana Ruiz, recruiter, hiring manager\n",
	 "*2 Dana Ruiz (full), title recruiter, role recruiter"},
	{"VP, Dana Ruiz\n", "*2 Dana Ruiz (full), title VP"},
	{"VP Sales, Dana Ruiz, CTO\n", "*2 Dana Ruiz (full), title VP Sales"},
	{"recruiter, Dana Ruiz\n", "*2 Dana Ruiz (full), role recruiter"},
	{"recruiter, Dana Ruiz, hiring manager\n",
	 "*2 Dana Ruiz (full), title hiring manager, role recruiter"},
	{"Recruiter Dana Ruiz\n",
	 "*2 Dana Ruiz (full), title Recruiter, role recruiter"},
	{"VP Sales Dana Ruiz\n", "*2 Dana Ruiz (full), title VP Sales"},
	{"Dana Ruiz CTO\n", "*2 Dana Ruiz (full), title CTO"},
	{"Dana Ruiz VP Sales\n", "*2 Dana Ruiz (full), title VP Sales"},
	{"CTO\n", ""},
	{"Dana Ruiz AND Tom Reed\n", "*2 Dana Ruiz (full)\n*2 Tom Reed (full)"},
	{"Dana Ruiz and\n", ""},
	{"Dana Ruiz, Tom Reed and Ana Luz\n",
	 "*2 Dana Ruiz (full)\n*2 Tom Reed (full)\n*2 Ana Luz (full)"},
	{"Dana, Tom and Ana\n", "*2 Dana\n*2 Tom\n*2 Ana"},
	{"Dana Ruiz & Tom Reed\n", "*2 Dana Ruiz (full)\n*2 Tom Reed (full)"},
	{"Dana & Tom\n", "*2 Dana\n*2 Tom"},
	{"Dana et Tom\n", "*2 Dana\n*2 Tom"},
	{"Dana und Tom\n", "*2 Dana\n*2 Tom"},
	{"Dana y Tom\n", "*2 Dana\n*2 Tom"},
	{"\"Dana + Tom\"\n", "*2 Dana\n*2 Tom"},
	{"Dana andy Tom\n", "*2 Dana andy Tom (full)"},
	{"Dana Ruiz and CTO Tom Reed\n",
	 "*2 Dana Ruiz (full)\n*2 Tom Reed (full), title CTO"},
	{"CTO at Acme\n", ""},
	{"Dana Ruiz at Acme\n", "*2 Dana Ruiz (full), of Acme"},
	{"Dana Ruiz, CTO at Acme\n", "*2 Dana Ruiz (full), title CTO, of Acme"},
	{"Dana Ruiz, CTO @ Acme\n", "*2 Dana Ruiz (full), title CTO, of Acme"},
	{"Dana Ruiz, CTO from Acme\n",
	 "*2 Dana Ruiz (full), title CTO, of Acme"},
	{"Dana Ruiz, CTO with Acme\n",
	 "*2 Dana Ruiz (full), title CTO, of Acme"},
	{"Dana Ruiz, CTO bei Acme\n",
	 "*2 Dana Ruiz (full), title CTO, of Acme"},
	{"Dana Ruiz, CTO of Acme\n", "*2 Dana Ruiz (full), title CTO of Acme"},
	{"Dana Ruiz, CTO at acme\n", "*2 Dana Ruiz (full), title CTO at acme"},
	{"Dana Ruiz, CTO at 4acme\n",
	 "*2 Dana Ruiz (full), title CTO, of 4acme"},
	{"Dana Ruiz, CTO at (Acme)\n", "*2 Dana Ruiz (full), title CTO"},
	{"Dana Ruiz, CTO at\n", "*2 Dana Ruiz (full), title CTO"},
	{"Dana Ruiz, at Acme\n", "*2 Dana Ruiz (full), of Acme"},
	{"Dana Ruiz, At Acme\n", "*2 Dana Ruiz (full), of Acme"},
	{"Dana Ruiz, at Acme Foods\n", "*2 Dana Ruiz (full), of Acme Foods"},
	{"Dana Ruiz, at Acme the best\n", "*2 Dana Ruiz (full)"},
	{"Dana Ruiz, at Monday\n", "*2 Dana Ruiz (full)"},
	{"Dana Ruiz, at\n", "*2 Dana Ruiz (full)"},
	{"Dana Ruiz, CTO at Acme Which Is The Longest Of All The Names Of "
	 "Companies Here\n",
	 "*2 Dana Ruiz (full), title CTO, of Acme Which Is The Longest Of All "
	 "The Names Of Companies Here"},
	{"Dana Ruiz, CTO at Acme Which Is The Longest Of All The Names Of "
	 "Companies\n",
	 "*2 Dana Ruiz (full), title CTO, of Acme Which Is The Longest Of All "
	 "The Names Of Companies"},
	{"Dana Ruiz, Acme Ltd\n", "*2 Dana Ruiz (full), of Acme Ltd"},
	{"Dana Ruiz, Acme Foods GmbH, CTO\n",
	 "*2 Dana Ruiz (full), title CTO, of Acme Foods GmbH"},
	{"Dana Ruiz, TeamLease\n", "*2 Dana Ruiz (full), of TeamLease"},
	{"Dana Ruiz, ACME\n", "*2 Dana Ruiz (full), title ACME"},
	{"Dana Ruiz, LinkedIn\n", "*2 Dana Ruiz (full)"},
	{"Dana Ruiz (she/her)\n", "*2 Dana Ruiz (full)"},
	{"Dana Ruiz (he/him)\n", "*2 Dana Ruiz (full)"},
	{"Dana Ruiz (they/them)\n", "*2 Dana Ruiz (full)"},
	{"Dana Ruiz (they/them/theirs)\n", "*2 Dana Ruiz (full)"},
	{"Dana Ruiz (the/them)\n", "*2 Dana Ruiz (full)"},
	{"Dana Ruiz, PhD\n", "*2 Dana Ruiz (full)"},
	{"Dana Ruiz, Ph.D.\n", "*2 Dana Ruiz (full)"},
	{"Dana Ruiz, P.h.D., CTO\n", "*2 Dana Ruiz (full), title CTO"},
	{"Dana Ruiz, MBA, CTO\n", "*2 Dana Ruiz (full), title CTO"},
	{"Dana Ruiz, Jr.\n", "*2 Dana Ruiz (full)"},
	{"Dana Ruiz, Jr\n", "*2 Dana Ruiz (full)"},
	{"Dana Ruiz, dana@tolka.example, Tolka, CTO\n",
	 "*2 Dana Ruiz (full), title CTO, mail dana@tolka.example"},
	{"Dana Ruiz, dana@tolka.example, tolk\n",
	 "*2 Dana Ruiz (full), mail dana@tolka.example"},
	{"Dana Ruiz, Tolka, dana@tolka.example\n",
	 "*2 Dana Ruiz (full), title Tolka, mail dana@tolka.example"},
	{"Dana Ruiz, keeper of keys\n",
	 "*2 Dana Ruiz (full), title keeper of keys"},
	{"Dana Ruiz (keeper of keys)\n",
	 "*2 Dana Ruiz (full), title keeper of keys"},
	{"Dana Ruiz - keeper of keys\n",
	 "*2 Dana Ruiz (full), title keeper of keys"},
	{"\"Dana Ruiz: keeper of keys\"\n",
	 "*2 Dana Ruiz (full), title keeper of keys"},
	{"Dana Ruiz; keeper of keys\n", "*2 Dana Ruiz (full)"},
	{"Dana Ruiz, CTO, keeper of keys\n",
	 "*2 Dana Ruiz (full), title CTO, keeper of keys"},
	{"\"Recruiter: Dana Ruiz\"\n", "*2 Dana Ruiz (full), role recruiter"},
	{"\"CTO: Dana Ruiz\"\n", "*2 Dana Ruiz (full), title CTO"},
	{"\"Name: Dana Ruiz\"\n", "*2 Dana Ruiz (full)"},
	{"\"Phone: 312-555-0158, Dana Ruiz\"\n",
	 "*2 Dana Ruiz (full), phone 312-555-0158"},
	{"\"Dana Ruiz, phone: 312-555-0158\"\n",
	 "*2 Dana Ruiz (full), phone 312-555-0158"},
	{"\"Dana Ruiz, title: keeper of keys\"\n",
	 "*2 Dana Ruiz (full), title keeper of keys"},
	{"\"Dana Ruiz, role: keeper of keys\"\n",
	 "*2 Dana Ruiz (full), role keeper of keys"},
	{"\"Dana Ruiz, role: VP Product\"\n",
	 "*2 Dana Ruiz (full), title VP Product, role VP Product"},
	{"\"Dana Ruiz, role: recruiter\"\n",
	 "*2 Dana Ruiz (full), role recruiter"},
	{"\"Dana Ruiz, title: CTO, title: CFO\"\n",
	 "*2 Dana Ruiz (full), title CFO"},
	{"\"Dana Ruiz, title: recruiter\"\n",
	 "*2 Dana Ruiz (full), title recruiter, role recruiter"},
	{"\"Dana Ruiz, role: recruiter, title: hiring manager\"\n",
	 "*2 Dana Ruiz (full), title hiring manager, role recruiter"},
	{"\"Dana Ruiz, company: Acme\"\n", "*2 Dana Ruiz (full), of Acme"},
	{"\"Dana Ruiz, company: Acme, company: Brill\"\n",
	 "*2 Dana Ruiz (full), of Acme"},
	{"\"Dana Ruiz, name: Tom Reed\"\n",
	 "*2 Dana Ruiz (full)\n*2 Tom Reed (full)"},
	{"\"Dana Ruiz, recruiter: Tom Reed\"\n",
	 "*2 Dana Ruiz (full)\n*2 Tom Reed (full), role recruiter"},
	{"\"Dana Ruiz, e-mail\"\n", "*2 Dana Ruiz (full)"},
	{"\"Dana Ruiz, phone\"\n", "*2 Dana Ruiz (full)"},
	{"\"Dana Ruiz, LinkedIn: https://linkedin.com/in/dana\"\n",
	 "*2 Dana Ruiz (full), url https://linkedin.com/in/dana"},
	{"\"title: CTO, Dana Ruiz\"\n", "*2 Dana Ruiz (full), title CTO"},
	{"\"role: keeper, Dana Ruiz\"\n", "*2 Dana Ruiz (full), role keeper"},
	{"\"role: recruiter, Dana Ruiz\"\n",
	 "*2 Dana Ruiz (full), role recruiter"},
	{"Dana Ruiz, Tom\n", "*2 Dana Ruiz (full), title Tom"},
	{"Dana Ruiz; Tom\n", "*2 Dana Ruiz (full)\n*2 Tom"},
	{"Dana, Tom\n", "*2 Dana\n*2 Tom"},
	{"Dana Ruiz, Mr Tom\n", "*2 Dana Ruiz (full)\n*2 Mr Tom"},
	{"Dana Ruiz / Tom Reed\n", "*2 Dana Ruiz (full)\n*2 Tom Reed (full)"},
	{"Dana Ruiz | Tom Reed\n", "*2 Dana Ruiz (full)\n*2 Tom Reed (full)"},
	{"\"Dana Ruiz: Tom Reed\"\n", "*2 Dana Ruiz (full)"},
	{"Dana Ruiz\tTom Reed\n", "*2 Dana Ruiz (full)\n*2 Tom Reed (full)"},
	{"Dana Ruiz, Tom Reed, dana@acme.example, tom@acme.example\n",
	 "*2 Dana Ruiz (full)\n*2 Tom Reed (full), mail dana@acme.example & "
	 "tom@acme.example"},
	{"Dana Ruiz <dana@acme.example>, Tom Reed <tom@acme.example>\n",
	 "*2 Dana Ruiz (full), mail dana@acme.example\n*2 Tom Reed (full), "
	 "mail tom@acme.example"},
	{"Dana Ruiz, dana@acme.example, DANA@acme.example, ruiz@acme.example\n",
	 "*2 Dana Ruiz (full), mail dana@acme.example & ruiz@acme.example"},
	{"Dana Ruiz, 312-555-0158, 312-555-0159, 312-555-0158\n",
	 "*2 Dana Ruiz (full), phone 312-555-0158 & 312-555-0159"},
	{"312-555-0158, Dana Ruiz\n",
	 "*2 Dana Ruiz (full), phone 312-555-0158"},
	{"dana@acme.example, Dana Ruiz\n",
	 "*2 Dana Ruiz (full), mail dana@acme.example"},
	{"https://acme.example/dana, Dana Ruiz\n",
	 "*2 Dana Ruiz (full), url https://acme.example/dana"},
	{"https://acme.example/dana, https://acme.example/d, Dana Ruiz\n",
	 "*2 Dana Ruiz (full), url https://acme.example/dana & "
	 "https://acme.example/d"},
	{"Dana  Ruiz\n", "*2 Dana Ruiz (full)"},
	{"name: Dana Ruiz\ntitle: CTO\nemail: [dana@acme.example, "
	 "d@acme.example]\nphone: 312-555-0158\nurl: "
	 "acme.example/dana\ncompany: Acme\nrole: recruiter\n",
	 "*2 Dana Ruiz (full), title CTO, role recruiter, of Acme, mail "
	 "dana@acme.example & d@acme.example, phone 312-555-0158, url "
	 "acme.example/dana"},
	{"name: Dana Ruiz\nemail: dana@acme.example\nmail: d@acme.example\n",
	 "*2 Dana Ruiz (full), mail dana@acme.example & d@acme.example"},
	{"recruiter: {recruiter: {recruiter: Dana Ruiz}}\n",
	 "*2 Dana Ruiz (full), role recruiter"},
	{"recruiter: {recruiter: {recruiter: {recruiter: {recruiter: "
	 "{recruiter: {recruiter: Dana Ruiz}}}}}}\n",
	 ""},
	{"hiring manager: Dana Ruiz\nrecruiter: [Tom Reed, Ana Luz]\nothers: "
	 "Jon Poe\n",
	 "*2 Dana Ruiz (full), role hiring manager\n*3 Tom Reed (full), role "
	 "recruiter\n*3 Ana Luz (full), role recruiter\n*4 Jon Poe (full)"},
	{"Dana Ruiz: CTO\nTom Reed: {title: CFO}\n",
	 "*2 Dana Ruiz (full), title CTO\n*3 Tom Reed (full), title CFO"},
};

static void test_values(void **state)
{
	(void)state;
	told_check(values, COUNT_OF(values), tell);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_values),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
