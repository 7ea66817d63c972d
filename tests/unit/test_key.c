/* The keys of the front matter: every spelling, and near misses. */
#include "unit/check.h"

#include "config/config.h"
#include "config/key.h"

static struct jscan_config config;

static void every_spelling_finds_its_key(void **state)
{
	static const struct {
		const char *spelling;
		enum jscan_key key;
	} cases[] = {
		{"company", JSCAN_KEY_COMPANY},
		{"employer", JSCAN_KEY_COMPANY},
		{"organization", JSCAN_KEY_COMPANY},
		{"organisation", JSCAN_KEY_COMPANY},
		{"org", JSCAN_KEY_COMPANY},
		{"position", JSCAN_KEY_ROLE},
		{"job title", JSCAN_KEY_ROLE},
		{"vacancy", JSCAN_KEY_ROLE},
		{"opening", JSCAN_KEY_ROLE},
		{"when", JSCAN_KEY_DATE},
		{"created", JSCAN_KEY_DATE},
		{"interview date", JSCAN_KEY_DATE},
		{"applied", JSCAN_KEY_APPLIED},
		{"application date", JSCAN_KEY_APPLIED},
		{"kind", JSCAN_KEY_TYPE},
		{"event", JSCAN_KEY_TYPE},
		{"round", JSCAN_KEY_STAGE},
		{"status", JSCAN_KEY_OUTCOME},
		{"result", JSCAN_KEY_OUTCOME},
		{"decided", JSCAN_KEY_OUTCOME_DATE},
		{"rejected", JSCAN_KEY_REJECTED},
		{"point of contact", JSCAN_KEY_CONTACTS},
		{"hiring manager", JSCAN_KEY_CONTACTS},
		{"keywords", JSCAN_KEY_TAGS},
		{"self rating", JSCAN_KEY_RATINGS},
		{"next follow up", JSCAN_KEY_FOLLOW_UPS},
		{"todo", JSCAN_KEY_FOLLOW_UPS},
		{"next action date", JSCAN_KEY_NEXT_ACTION_DATE},
		{"thank you note", JSCAN_KEY_THANK_YOU},
		{"last contacted", JSCAN_KEY_TOUCHES},
		{"hear back by", JSCAN_KEY_EXPECT_BY},
		{"keep in touch", JSCAN_KEY_KEEP_IN_TOUCH},
		{"snooze", JSCAN_KEY_SNOOZE},
		{"reopened", JSCAN_KEY_REOPENED},
		{"feedback", JSCAN_KEY_FEEDBACK},
		{"colour", JSCAN_KEY_NONE},
		{"", JSCAN_KEY_NONE},
	};

	(void)state;
	for (size_t i = 0; i < COUNT_OF(cases); i++) {
		if (jscan_key_find(&config, cases[i].spelling, NULL) !=
		    cases[i].key)
			fail_msg("%s", cases[i].spelling);
	}
}

static void a_contact_key_says_what_its_people_are(void **state)
{
	const char *role;

	(void)state;
	jscan_key_find(&config, "recruiter", &role);
	assert_string_equal(role, "recruiter");
	jscan_key_find(&config, "interviewers", &role);
	assert_string_equal(role, "interviewer");
	jscan_key_find(&config, "people", &role);
	assert_null(role);
}

static void a_slip_names_the_nearest_key(void **state)
{
	static const struct {
		const char *slip;
		const char *near; /* NULL: somebody else's key */
	} cases[] = {
		{"compnay", "company"}, {"comapny", "company"},
		{"contcats", "contacts"}, {"outcom", "outcome"},
		{"tumeline", NULL},	{"title", NULL},
		{"aliases", NULL},	{"cssclass", NULL},
		{"publish", NULL},	{"dates", NULL},
		{"rolle", "role"},	{"intervewers", "interviewers"},
		{"colour", NULL},	{"abc", NULL},
	};

	(void)state;
	for (size_t i = 0; i < COUNT_OF(cases); i++) {
		const char *near = jscan_key_find_near(cases[i].slip);

		if (!near != !cases[i].near ||
		    (near && strcmp(near, cases[i].near)))
			fail_msg("%s: %s", cases[i].slip,
				 near ? near : "none");
	}
}

static void an_own_key_of_the_configuration_stands_for_a_known_one(void **state)
{
	static const struct jscan_pair own[] = {{"firma", "company"}};
	struct jscan_config with = {.keys = own, .key_count = 1};

	(void)state;
	assert_int_equal(jscan_key_find(&with, "firma", NULL),
			 JSCAN_KEY_COMPANY);
	assert_int_equal(jscan_key_find(&config, "firma", NULL),
			 JSCAN_KEY_NONE);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_spelling_finds_its_key),
		cmocka_unit_test(a_contact_key_says_what_its_people_are),
		cmocka_unit_test(a_slip_names_the_nearest_key),
		cmocka_unit_test(
			an_own_key_of_the_configuration_stands_for_a_known_one),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
