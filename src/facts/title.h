/* Job titles: which words are one, and what part in the hiring they tell of. */
#ifndef JSCAN_FACTS_TITLE_H
#define JSCAN_FACTS_TITLE_H

#include <stdbool.h>
#include <stddef.h>

/* Is the whole text a job title ("Head of Design", "CTO", "career coach")? */
bool jscan_title_is(const char *text, size_t len);

/*
 * For those who try longer and longer texts: false when no title can hold these
 * words, *has_head set when they have what every title needs.
 */
bool jscan_title_survey(const char *text, size_t len, bool *has_head);

/*
 * At a place where titles stand (behind a name and a comma): also fields of
 * work ("Talent Acquisition") and unknown words that look like neither a
 * sentence nor a name.
 */
bool jscan_title_is_likely(const char *text, size_t len);

/*
 * Where only a title can stand (right behind a name in a contact key): short,
 * and no sentence.  "VD", "Pastry", "old flatmate".
 */
bool jscan_title_is_possible(const char *text, size_t len);

/* Only a field of work, which goes on with a title: "VP, Sales". */
bool jscan_title_is_field(const char *text, size_t len);

/* Bytes of the title in front of a name, spaces included: "Recruiter Dana". */
size_t jscan_title_prefix(const char *text, size_t len);

/* Offset of the title behind a name ("Dana Ruiz CTO"), or `len`. */
size_t jscan_title_suffix(const char *text, size_t len);

/*
 * "hiring manager", "recruiter" or "interviewer" when the words say just that
 * ("Recruiters", "my hiring manager"), else NULL.
 */
const char *jscan_title_find_role(const char *text, size_t len);

/* "recruiter" for a title that recruiters have, else NULL. */
const char *jscan_title_guess_role(const char *text, size_t len);


/* What one word in small letters, but for the first, is to a title. */
enum jscan_title_part {
	JSCAN_TITLE_HEAD,
	JSCAN_TITLE_PLAIN, /* in no title */
	JSCAN_TITLE_OTHER
};
enum jscan_title_part jscan_title_judge(const char *text, size_t len);

#endif
