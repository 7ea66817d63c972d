/*
 * The table of front matter keys.  The first spelling of each key is its name.
 */
#include "config/key.h"

#include <pthread.h>
#include <stdbool.h>
#include <stdint.h>
#include <string.h>

#include "base/near.h"

static const struct {
	enum jscan_key key;
	const char *spelling;
	const char *person_role;
} keys[] = {
	{JSCAN_KEY_COMPANY, "company", NULL},
	{JSCAN_KEY_COMPANY, "employer", NULL},
	{JSCAN_KEY_COMPANY, "organization", NULL},
	{JSCAN_KEY_COMPANY, "organisation", NULL},
	{JSCAN_KEY_COMPANY, "org", NULL},
	{JSCAN_KEY_ROLE, "role", NULL},
	{JSCAN_KEY_ROLE, "position", NULL},
	{JSCAN_KEY_ROLE, "job", NULL},
	{JSCAN_KEY_ROLE, "job title", NULL},
	{JSCAN_KEY_ROLE, "vacancy", NULL},
	{JSCAN_KEY_ROLE, "opening", NULL},
	{JSCAN_KEY_DATE, "date", NULL},
	{JSCAN_KEY_DATE, "when", NULL},
	{JSCAN_KEY_DATE, "day", NULL},
	{JSCAN_KEY_DATE, "interview date", NULL},
	{JSCAN_KEY_DATE, "created", NULL},
	{JSCAN_KEY_APPLIED, "date applied", NULL},
	{JSCAN_KEY_APPLIED, "applied", NULL},
	{JSCAN_KEY_APPLIED, "applied date", NULL},
	{JSCAN_KEY_APPLIED, "application date", NULL},
	{JSCAN_KEY_TYPE, "type", NULL},
	{JSCAN_KEY_TYPE, "kind", NULL},
	{JSCAN_KEY_TYPE, "event", NULL},
	{JSCAN_KEY_STAGE, "stage", NULL},
	{JSCAN_KEY_STAGE, "round", NULL},
	{JSCAN_KEY_OUTCOME, "outcome", NULL},
	{JSCAN_KEY_OUTCOME, "status", NULL},
	{JSCAN_KEY_OUTCOME, "result", NULL},
	{JSCAN_KEY_OUTCOME_DATE, "outcome date", NULL},
	{JSCAN_KEY_OUTCOME_DATE, "decided", NULL},
	{JSCAN_KEY_REJECTED, "rejected", NULL},
	{JSCAN_KEY_CONTACTS, "contacts", NULL},
	{JSCAN_KEY_CONTACTS, "contact", NULL},
	{JSCAN_KEY_CONTACTS, "people", NULL},
	{JSCAN_KEY_CONTACTS, "interviewers", "interviewer"},
	{JSCAN_KEY_CONTACTS, "interviewer", "interviewer"},
	{JSCAN_KEY_CONTACTS, "recruiter", "recruiter"},
	{JSCAN_KEY_CONTACTS, "hiring manager", "hiring manager"},
	{JSCAN_KEY_CONTACTS, "attendees", NULL},
	{JSCAN_KEY_CONTACTS, "participants", NULL},
	{JSCAN_KEY_CONTACTS, "contact person", NULL},
	{JSCAN_KEY_CONTACTS, "point of contact", NULL},
	{JSCAN_KEY_TAGS, "tags", NULL},
	{JSCAN_KEY_TAGS, "tag", NULL},
	{JSCAN_KEY_TAGS, "keywords", NULL},
	{JSCAN_KEY_RATINGS, "ratings", NULL},
	{JSCAN_KEY_RATINGS, "rating", NULL},
	{JSCAN_KEY_RATINGS, "scores", NULL},
	{JSCAN_KEY_RATINGS, "self rating", NULL},
	{JSCAN_KEY_FOLLOW_UPS, "follow ups", NULL},
	{JSCAN_KEY_FOLLOW_UPS, "follow up", NULL},
	{JSCAN_KEY_FOLLOW_UPS, "next", NULL},
	{JSCAN_KEY_FOLLOW_UPS, "next steps", NULL},
	{JSCAN_KEY_FOLLOW_UPS, "next follow up", NULL},
	{JSCAN_KEY_FOLLOW_UPS, "follow up date", NULL},
	{JSCAN_KEY_FOLLOW_UPS, "todo", NULL},
	{JSCAN_KEY_NEXT_ACTION, "next action", NULL},
	{JSCAN_KEY_NEXT_ACTION_DATE, "next action date", NULL},
	{JSCAN_KEY_THANK_YOU, "thank you", NULL},
	{JSCAN_KEY_THANK_YOU, "thanked", NULL},
	{JSCAN_KEY_THANK_YOU, "thank you sent", NULL},
	{JSCAN_KEY_THANK_YOU, "thank you note", NULL},
	{JSCAN_KEY_FEEDBACK, "feedback", NULL},
	{JSCAN_KEY_TOUCHES, "touches", NULL},
	{JSCAN_KEY_TOUCHES, "touch", NULL},
	{JSCAN_KEY_TOUCHES, "contacted", NULL},
	{JSCAN_KEY_TOUCHES, "last contact", NULL},
	{JSCAN_KEY_TOUCHES, "last contacted", NULL},
	{JSCAN_KEY_EXPECT_BY, "expect by", NULL},
	{JSCAN_KEY_EXPECT_BY, "decision by", NULL},
	{JSCAN_KEY_EXPECT_BY, "reply by", NULL},
	{JSCAN_KEY_EXPECT_BY, "hear back by", NULL},
	{JSCAN_KEY_KEEP_IN_TOUCH, "keep in touch", NULL},
	{JSCAN_KEY_SNOOZE, "snooze", NULL},
	{JSCAN_KEY_REOPENED, "reopened", NULL},
};
#define KEY_COUNT (sizeof(keys) / sizeof(keys[0]))

static const char *const meanings[JSCAN_KEYS] = {
	[JSCAN_KEY_COMPANY] = "who employs",
	[JSCAN_KEY_ROLE] = "the position",
	[JSCAN_KEY_DATE] = "the day of it, YYYY-MM-DD",
	[JSCAN_KEY_APPLIED] = "the day you applied",
	[JSCAN_KEY_TYPE] = "interview, application, rejection \xe2\x80\xa6",
	[JSCAN_KEY_STAGE] = "phone screen, on-site, panel \xe2\x80\xa6",
	[JSCAN_KEY_OUTCOME] = "pending, rejected, offer \xe2\x80\xa6",
	[JSCAN_KEY_OUTCOME_DATE] = "the day you learned of it",
	[JSCAN_KEY_REJECTED] = "the day they said no",
	[JSCAN_KEY_CONTACTS] = "people: name <address>, or a list",
	[JSCAN_KEY_TAGS] = "interview, weakness/ID, strength/ID \xe2\x80\xa6",
	[JSCAN_KEY_RATINGS] = "1 to 5 for each weakness by its id",
	[JSCAN_KEY_FOLLOW_UPS] = "what you will do, and by which day",
	[JSCAN_KEY_NEXT_ACTION] = "what you will do",
	[JSCAN_KEY_NEXT_ACTION_DATE] = "by which day",
	[JSCAN_KEY_THANK_YOU] = "the day the thank-you note went out",
	[JSCAN_KEY_FEEDBACK] = "what they said, or asked: and received:",
	[JSCAN_KEY_TOUCHES] = "the days you wrote or called",
	[JSCAN_KEY_EXPECT_BY] = "the day they promised to answer by",
	[JSCAN_KEY_KEEP_IN_TOUCH] = "no: this company is not written to",
	[JSCAN_KEY_SNOOZE] = "the day until which its follow-ups rest",
	[JSCAN_KEY_REOPENED] = "the day the position opened again",
};

/*
 * Keys that other programs own and that are no slip of one of ours, though a
 * letter or two would make them one.
 */
static const char *const strangers[] = {
	"dates", "days",  "types", "roles",  "title", "tables", "pages",
	"text",	 "start", "end",   "salary", "notes", "note",	"stages",
	"jobs",	 "kinds", "words", "test",   "events"};

/* The keys by their first letter, in the order above, from 1; 0: no more. */
static unsigned char first_keys[256], next_keys[KEY_COUNT];
static pthread_once_t letters_once = PTHREAD_ONCE_INIT;

_Static_assert(KEY_COUNT < 256, "the number of a key is a byte");

static void sort_letters(void)
{
	for (size_t i = KEY_COUNT; i > 0; i--) {
		unsigned char letter = (unsigned char)keys[i - 1].spelling[0];

		next_keys[i - 1] = first_keys[letter];
		first_keys[letter] = (unsigned char)i;
	}
}

enum jscan_key jscan_key_find_known(const char *folded,
				    const char **person_role)
{
	if (person_role)
		*person_role = NULL;
	pthread_once(&letters_once, sort_letters);
	for (size_t number = first_keys[(unsigned char)*folded]; number > 0;
	     number = next_keys[number - 1]) {
		size_t i = number - 1;

		if (!strcmp(keys[i].spelling, folded)) {
			if (person_role)
				*person_role = keys[i].person_role;
			return keys[i].key;
		}
	}
	return JSCAN_KEY_NONE;
}

enum jscan_key jscan_key_find(const struct jscan_config *config,
			      const char *folded, const char **person_role)
{
	for (size_t i = 0; i < config->key_count; i++) {
		if (!strcmp(config->keys[i].own, folded)) {
			folded = config->keys[i].known;
			break;
		}
	}
	return jscan_key_find_known(folded, person_role);
}

const char *jscan_key_name(enum jscan_key key)
{
	for (size_t i = 0; i < KEY_COUNT; i++) {
		if (keys[i].key == key)
			return keys[i].spelling;
	}
	return "";
}

const char *jscan_key_meaning(enum jscan_key key)
{
	return meanings[key] ? meanings[key] : "";
}

const char *jscan_key_find_near(const char *folded)
{
	size_t len = strlen(folded);
	size_t allowed = len >= 7 ? 2 : 1, least = SIZE_MAX;
	const char *near = NULL;

	if (len < 4)
		return NULL;
	for (size_t i = 0; i < sizeof(strangers) / sizeof(strangers[0]); i++) {
		if (!strcmp(strangers[i], folded))
			return NULL;
	}
	for (size_t i = 0; i < KEY_COUNT; i++) {
		const char *spelling = keys[i].spelling;
		size_t edits;

		if (strlen(spelling) < 4)
			continue;
		edits = jscan_near_distance(folded, spelling);
		if (edits && edits <= allowed && edits < least) {
			least = edits;
			near = spelling;
		}
	}
	return near;
}

const char *jscan_key_get_nearest(const char *folded)
{
	const char *spellings[KEY_COUNT];

	for (size_t i = 0; i < KEY_COUNT; i++)
		spellings[i] = keys[i].spelling;
	return jscan_near_get(folded, spellings, KEY_COUNT);
}
