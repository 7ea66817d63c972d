/*
 * Titles of jobs by their words, where one stands in front of a name or behind
 * it, and the parts that people play in hiring.
 */
#include "unit/told.h"

#include "facts/title.h"

/* What a text is as a title, where one ends and begins in it, which part. */
static void tell(char *out, size_t room, const char *text)
{
	size_t len = strlen(text);
	const char *role = jscan_title_find_role(text, len);
	const char *guess = jscan_title_guess_role(text, len);
	size_t prefix = jscan_title_prefix(text, len);
	size_t suffix = jscan_title_suffix(text, len), used = 0;

	used += (size_t)snprintf(
		out, room, "%s%s%s%s",
		jscan_title_is(text, len) ? "title " : "",
		jscan_title_is_field(text, len) ? "field " : "",
		jscan_title_is_likely(text, len) ? "likely " : "",
		jscan_title_is_possible(text, len) ? "possible " : "");
	if (prefix > 0)
		used += (size_t)snprintf(out + used, room - used, "before:%s ",
					 text + prefix);
	if (suffix < len)
		used += (size_t)snprintf(out + used, room - used, "behind:%s ",
					 text + suffix);
	if (role || guess)
		snprintf(out + used, room - used, "%s%s",
			 role ? "is " : "maybe ", guess ? guess : "?");
	else if (used > 0)
		out[used - 1] = '\0';
}

static const struct told_row phrases[] = {
	{"CTO", "title likely possible"},
	{"cto", "possible"},
	{"Cto", "possible"},
	{"VP", "title likely possible"},
	{"vp", "title likely possible"},
	{"Vp", "title likely possible"},
	{"HR", "title likely possible"},
	{"hr", "title likely possible"},
	{"QA", "title likely possible"},
	{"qa", "possible"},
	{"Manager", "title likely possible"},
	{"manager", "title likely possible"},
	{"MANAGER", "title likely possible"},
	{"managers", "title likely possible"},
	{"Engineers", "title likely possible"},
	{"nurses", "title likely possible"},
	{"boss", ""},
	{"class", "possible"},
	{"co-founder", "title likely possible"},
	{"Co-Founder", "title likely possible"},
	{"co-manager", "title likely possible"},
	{"mid-market", "field likely possible"},
	{"mid-market manager", "title likely possible"},
	{"x-manager", "title likely possible"},
	{"Teamleiter", "title likely possible"},
	{"Teamleiterin", "title likely possible"},
	{"Leiter", "title likely possible"},
	{"xxleiter", "possible"},
	{"Bauleiter", "title likely possible"},
	{"Bauführer", "title likely possible"},
	{"Hausmeister", "title likely possible"},
	{"Softwareentwicklerin", "title likely possible"},
	{"Referent", "possible"},
	{"Steuerberaterin", "title likely possible"},
	{"Senior", "possible"},
	{"Senior Engineer", "title likely possible"},
	{"Senior Engineer II", "title likely possible before:II"},
	{"Engineer 2", "before:2"},
	{"Sales", "field likely possible"},
	{"Sales and Marketing", "field likely possible"},
	{"Sales Team", ""},
	{"Design Office", ""},
	{"Board", ""},
	{"Marketing Department", ""},
	{"Recruiting Team", "maybe recruiter"},
	{"Head of Design", "title likely possible"},
	{"Head of", "title likely possible before:of"},
	{"Head", "title likely possible"},
	{"of Design", ""},
	{"the Head of Design", ""},
	{"Head of the Design", "title likely possible"},
	{"Head of Platform Reliability", "title likely possible"},
	{"Head of platform reliability", "title likely possible"},
	{"Head of platform reliability things", "before:things"},
	{"Platform Reliability Manager",
	 "title likely possible behind:Manager"},
	{"platform reliability manager",
	 "title likely possible behind:manager"},
	{"platform reliability things manager", "behind:manager"},
	{"Manager, Platform", "title likely possible"},
	{"Manager / Platform", "title likely possible"},
	{"Manager & Owner", "title likely possible"},
	{"Manager - Platform", "title likely possible"},
	{"Manager (Platform)", "before:(Platform)"},
	{"Manager. Platform", "title likely possible"},
	{"Vice President, Sales", "title likely possible"},
	{"Director of Nursing", "title likely possible"},
	{"VP Product", "title likely possible"},
	{"VP of Product", "title likely possible"},
	{"Product", "field likely possible"},
	{"Product Guild", "likely possible"},
	{"product guild", "likely possible"},
	{"front desk", "likely possible"},
	{"front desk people", "likely possible"},
	{"front desk of the people here", ""},
	{"Product Guild of Some Other Very Long Thing", ""},
	{"very friendly", ""},
	{"Friday manager", ""},
	{"Manager Friday", "before:Friday"},
	{"Manager today", "before:today"},
	{"Dana Ruiz", "possible"},
	{"Dana", "possible"},
	{"Acme", "possible"},
	{"Acme Manager", "title likely possible"},
	{"visiting GP", "possible"},
	{"Plant Controller", "title likely possible"},
	{"Talent Acquisition", "field likely possible maybe recruiter"},
	{"Talent Partner", "title likely possible maybe recruiter"},
	{"Talent", "field likely possible maybe recruiter"},
	{"People Operations", "field likely possible"},
	{"recruiter", "title likely possible is recruiter"},
	{"Recruiters", "is recruiter"},
	{"the recruiter", "is recruiter"},
	{"a recruiter", "is recruiter"},
	{"an interviewer", "is interviewer"},
	{"our interviewer", "is interviewer"},
	{"their interviewers", "is interviewer"},
	{"my interviewer", "is interviewer"},
	{"his interviewer", ""},
	{"her recruiter", "maybe recruiter"},
	{"Technical Recruiter", "title likely possible maybe recruiter"},
	{"Recruiting Lead", "title likely possible maybe recruiter"},
	{"Recruiting Coordinator", "title likely possible maybe recruiter"},
	{"Recruitment", "field likely possible maybe recruiter"},
	{"Recruiterin", "title likely possible is recruiter"},
	{"Sourcer", "title likely possible is recruiter"},
	{"Headhunter", "title likely possible is recruiter"},
	{"headhunters", "title likely possible is recruiter"},
	{"Panel", "field likely possible"},
	{"Panel member", "likely possible is interviewer"},
	{"panel members", "likely possible is interviewer"},
	{"panel chair", "title likely possible"},
	{"the panel member", "is interviewer"},
	{"Panelist", "possible is interviewer"},
	{"panellists", "possible is interviewer"},
	{"Panel member Dana", "likely possible"},
	{"hiring manager", "title likely possible is hiring manager"},
	{"Hiring Managers", "title likely possible is hiring manager"},
	{"the hiring manager", "behind:manager is hiring manager"},
	{"hiring", "field likely possible"},
	{"the hiring", ""},
	{"hiring lead", "title likely possible"},
	{"Hiring Manager Dana", "title likely possible before:Dana"},
	{"interviewer two", "before:two"},
	{"inter", "possible"},
	{"xrecruiter", "possible"},
	{"42", ""},
	{"42 Manager", "title likely"},
	{"Manager 42", "before:42"},
	{"田中", "possible"},
	{"Recruiter Dana Ruiz",
	 "title likely possible before:Dana Ruiz maybe recruiter"},
	{"recruiter dana", "possible before:dana maybe recruiter"},
	{"Head of Design Dana Ruiz", "title likely before:Dana Ruiz"},
	{"Senior Dana", "likely possible"},
	{"Senior Engineer Dana", "title likely possible before:Dana"},
	{"Dana Ruiz CTO", "title likely possible behind:CTO"},
	{"Dana Ruiz, CTO", "title likely possible behind:CTO"},
	{"Dana Ruiz Head of Design", "title likely behind:Head of Design"},
	{"Dana Ruiz Senior Engineer",
	 "title likely possible behind:Senior Engineer"},
	{"Dana CTO", "title likely possible"},
	{"Dana A. Ruiz CTO", "title likely possible behind:CTO"},
	{"Dana de la Ruiz CTO", "title likely behind:CTO"},
	{"Dana de la van Ruiz CTO", ""},
	{"Dana Ruiz manager of it all", ""},
	{"Dana Ruiz Sales", "likely possible"},
	{"VP Sales Dana", "title likely possible before:Dana"},
	{"and Manager", ""},
	{"for Manager", ""},
	{"in Manager", ""},
	{"Manager in Berlin", "before:in Berlin"},
	{"Manager at Acme", "title likely possible before:at Acme"},
	{"Manager for EMEA", "title likely possible before:for EMEA"},
	{"manager for emea", "possible before:for emea"},
	{"Leiter der Entwicklung",
	 "title likely possible before:der Entwicklung"},
	{"Jefe de la cocina", "possible"},
	{"Directeur des ventes", "possible before:des ventes"},
	{"Software Engineer in Test", "title likely possible"},
	{"Staff Engineer", "title likely possible"},
	{"Principal", "possible"},
	{"Principal Investigator", "title likely possible"},
	{"Chief Accountant", "title likely possible"},
	{"Chief of Staff", "title likely possible"},
	{"a very long title that has more than forty bytes in it, Manager", ""},
	{"One Two Three Four", ""},
	{"One Two Three Four Five", ""},
	{"One Two Three 4", ""},
	{"xxmeister", "possible"},
	{"xxxmeister", "title likely possible"},
	{"xxmanager", "possible"},
	{"xxxmanager", "title likely possible"},
	{"xxxleiter", "title likely possible"},
	{"xxberater", "possible"},
	{"xxxberater", "title likely possible"},
	{"xxxberatex", "possible"},
	{"xxxberatet", "possible"},
	{"!Manager", ""},
	{"\"Manager", ""},
	{"Senior! Manager", ""},
	{"Senior \"Manager", ""},
	{"Senior; Manager", ""},
	{"client happiness manager", "title likely possible behind:manager"},
	{"client joy and happiness manager", "title likely behind:manager"},
	{"Client Happiness manager", "title likely possible behind:manager"},
	{"big client happiness manager", "behind:manager"},
	{"happiness manager", "title likely possible"},
	{"manager of happiness", "possible before:of happiness"},
	{"manager of client happiness", "possible before:happiness"},
	{"a b c d e f g h i j manager", ""},
	{"Very Very Very Very Very Very Very Long Title Manager", ""},
	{"One Two Three Four Five Six Seven Manager", ""},
	{"One Two Three Four Five Six Seven Eight Manager", ""},
	{"of Manager", ""},
	{"the Manager", ""},
};

static void test_phrases(void **state)
{
	(void)state;
	told_check(phrases, COUNT_OF(phrases), tell);
}

/* Of all words: is none of talk among them, and is one the head of a title? */
static void test_survey(void **state)
{
	static const struct {
		const char *text;
		bool is_possible, has_head;
	} cases[] = {{"Manager", true, true},
		     {"Head of Design", true, true},
		     {"Sales", true, false},
		     {"Dana", true, false},
		     {"Dana Ruiz, Manager", true, true},
		     {"met the Manager", false, true},
		     {"they came", false, false},
		     {"Manager they", false, true},
		     {"", true, false}};

	(void)state;
	for (size_t i = 0; i < COUNT_OF(cases); i++) {
		size_t len = strlen(cases[i].text);
		bool has_head = false, had_head = true;

		if (jscan_title_survey(cases[i].text, len, &has_head) !=
			    cases[i].is_possible ||
		    has_head != cases[i].has_head)
			fail_msg("'%s'", cases[i].text);
		/* Of several texts it is enough that one has a head. */
		jscan_title_survey(cases[i].text, len, &had_head);
		assert_true(had_head);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_survey),
		cmocka_unit_test(test_phrases),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
