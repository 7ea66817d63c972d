/*
 * The words by which an answer is promised: to hear, to know, to get back to
 * me, a decision, a call by them.  Each is asked whose it is: the writer's own
 * plans, and what others want of the writer, are no promises.
 */
#include "facts/promise.h"

#include <string.h>

static const char *before(const struct jscan_promise_text *s, size_t at,
			  size_t back)
{
	return jscan_promise_before(s, at, back);
}

static const char *behind(const struct jscan_promise_text *s, size_t at,
			  size_t ahead)
{
	return jscan_promise_behind(s, at, ahead);
}

static bool is_any(const char *word, const char *const *list)
{
	return jscan_promise_is_any(word, list);
}

static bool has_before(const struct jscan_promise_text *s, size_t at,
		       size_t reach, const char *const *list)
{
	return jscan_promise_has_before(s, at, reach, list);
}

static const char *const modals[] = {
	"will",	    "would", "should", "shall",	   "can",     "could",
	"might",    "may",   "must",   "expect",   "expects", "expecting",
	"hope",	    "hopes", "hoping", "supposed", "ought",   "promised",
	"promises", "going", "due",    "meant",	   "likely",  "waiting",
	"wait",	    "aim",   "aims",   NULL};
static const char *const us[] = {"me",	       "us",   "you",	     "everyone",
				 "everybody",  "all",  "candidates", "people",
				 "applicants", "both", NULL};
static const char *const writer[] = {"i", "we", NULL};
static const char *const others[] = {
	"they",	   "she",      "he",	   "hr",      "recruiter", "manager",
	"team",	   "who",      "somebody", "someone", "panel",	   "committee",
	"company", "director", "lead",	   "agency",  "board",	   "owner",
	"founder", "people",   "office",   "their",   NULL};
static const char *const outcomes[] = {"outcome",  "result", "results",
				       "decision", "answer", "news",
				       "verdict",  NULL};
static const char *const conditions[] = {"if", "unless", NULL};
static const char *const not_words[] = {"not", "never", "won", "cannot", NULL};

/* Who does it: -1 the writer, 1 somebody else, 0 nobody named. */
static int find_subject(const struct jscan_promise_text *s, size_t at)
{
	static const char *const between[] = {
		"will",	    "would",	 "should",   "shall",	 "is",
		"are",	    "was",	 "be",	     "going",	 "to",
		"can",	    "could",	 "might",    "may",	 "must",
		"ought",    "also",	 "then",     "probably", "only",
		"either",   "certainly", "promised", "promises", "hopes",
		"hope",	    "hoping",	 "plans",    "plan",	 "wants",
		"want",	    "expects",	 "expect",   "aims",	 "intends",
		"said",	    "says",	 "has",	     "have",	 "had",
		"supposed", "due",	 "likely",   "and",	 "both",
		"all",	    "try",	 "tries",    "s",	 "re",
		"ve",	    "aim",	 "intend",   "hoped",	 "on",
		"goal",	    "idea",	 NULL};

	for (size_t back = 1; back <= 7; back++) {
		const char *word = before(s, at, back);

		if (*word == '\0' && (at < back || s->words[at - back].text[0]))
			return 0;
		if (is_any(word, writer) || strcmp(word, "me") == 0)
			return -1;
		if (is_any(word, others))
			return 1;
		if (is_any(word, between))
			continue;
		return s->words[at - back].is_name ? 1 : 0;
	}
	return 0;
}

/* I should hear, we all hear; not "to hear me think". */
static bool is_hearing(const struct jscan_promise_text *s, size_t at)
{
	static const char *const heard[] = {"me", "my",		"him", "that",
					    "it", "themselves", NULL};
	static const char *const liked[] = {"liked", "like", "love",  "loved",
					    "good",  "nice", "great", "sorry",
					    "glad",  NULL};
	const char *word = s->words[at].text;

	if (strcmp(word, "heard") == 0) /* I will have heard by then */
		return strcmp(before(s, at, 1), "have") == 0 &&
		       has_before(s, at, 3, modals);
	if (strcmp(word, "hear") != 0 && strcmp(word, "hearing") != 0)
		return false;
	if (is_any(behind(s, at, 1), heard) || has_before(s, at, 3, liked) ||
	    (strcmp(behind(s, at, 1), "the") == 0 &&
	     !is_any(behind(s, at, 2), outcomes)))
		return false;
	return find_subject(s, at) < 0 || has_before(s, at, 6, modals) ||
	       strcmp(behind(s, at, 1), "back") == 0;
}

/* I'll know, they let me know, to find out. */
static bool is_knowing(const struct jscan_promise_text *s, size_t at)
{
	const char *word = s->words[at].text, *last = before(s, at, 1);
	static const char *const let[] = {"let", "letting", "lets", NULL};
	size_t us_count = 0;

	if (strcmp(word, "know") == 0) {
		/* let me know, letting all candidates know */
		while (is_any(before(s, at, us_count + 1), us))
			us_count++;
		if (us_count > 0 && is_any(before(s, at, us_count + 1), let))
			/* "We will let you know" is what they write. */
			return find_subject(s, at - us_count - 1) >= 0 ||
			       strcmp(last, "you") == 0;
		/* "I have to know", "I'll know the stack better" */
		if (strcmp(last, "to") == 0 ||
		    (strcmp(behind(s, at, 1), "the") == 0 &&
		     !is_any(behind(s, at, 2), outcomes)))
			return false;
		return !has_before(s, at, 2, let) &&
		       has_before(s, at, 3, modals);
	}
	if (strcmp(word, "out") == 0 && strcmp(last, "find") == 0)
		return has_before(s, at, 3, modals);
	/* They reach out; they follow up with me; they make up their minds. */
	if (strcmp(word, "out") == 0 && strncmp(last, "reach", 5) == 0)
		return find_subject(s, at - 1) > 0;
	if (strcmp(word, "up") == 0 && strncmp(last, "follow", 6) == 0)
		return find_subject(s, at - 1) > 0 &&
		       strcmp(behind(s, at, 1), "with") == 0 &&
		       is_any(behind(s, at, 2), us);
	if (strncmp(word, "mind", 4) == 0)
		return strcmp(before(s, at, 2), "up") == 0 &&
		       strcmp(last, "my") != 0;
	return false;
}

/* get back to me, come back with an answer, be in touch. */
static bool is_returning(const struct jscan_promise_text *s, size_t at)
{
	static const char *const verbs[] = {
		"get",	"gets",	  "getting",  "come",	"comes",   "coming",
		"be",	"circle", "circling", "report", "reports", "write",
		"call", "ring",	  "phone",    NULL};
	static const char *const self[] = {"i", NULL};
	const char *word = s->words[at].text, *last = before(s, at, 1);

	/* "We'll be in touch" is what they write. */
	if (strcmp(word, "touch") == 0)
		return strcmp(last, "in") == 0 && !has_before(s, at, 5, self) &&
		       (has_before(s, at, 4, modals) ||
			strcmp(before(s, at, 2), "gets") == 0);
	if (strcmp(word, "back") != 0 || !is_any(last, verbs))
		return false;
	if (find_subject(s, at - 1) < 0)
		return false;
	return is_any(behind(s, at, 2), us) || is_any(behind(s, at, 1), us) ||
	       find_subject(s, at - 1) > 0;
}

/* "to reply", "I'd answer": no nouns. */
static bool is_verb(const struct jscan_promise_text *s, size_t at)
{
	static const char *const aids[] = {"to",   "will", "would", "should",
					   "must", "can",  "could", "might",
					   "i",	   "we",   NULL};

	return is_any(before(s, at, 1), aids);
}

/* An e-mail from them, expected; not one that came. */
static bool is_message(const struct jscan_promise_text *s, size_t at)
{
	static const char *const nouns[] = {"call",   "email",	 "mail",
					    "letter", "message", NULL};
	static const char *const past[] = {"had",   "got",   "was",
					   "were",  "have",  "received",
					   "after", "since", NULL};

	return is_any(s->words[at].text, nouns) &&
	       strcmp(behind(s, at, 1), "from") == 0 &&
	       (is_any(behind(s, at, 2), others) ||
		strcmp(behind(s, at, 2), "them") == 0 ||
		(at + 2 < s->count && s->words[at + 2].is_name)) &&
	       !has_before(s, at, 4, past);
}

/* A decision by ..., an answer within ...; theirs, and still to come. */
static bool is_answer(const struct jscan_promise_text *s, size_t at)
{
	static const char *const nouns[] = {
		"decision", "decisions", "answer",  "response", "reply",
		"verdict",  "result",	 "results", "outcome",	"news",
		"word",	    "feedback",	 "update",  NULL};
	static const char *const theirs[] = {
		"my",	    "need",	"needs",   "want",     "wants",
		"wanted",   "asked",	"ask",	   "got",      "had",
		"received", "gave",	"sent",	   "give",     "owe",
		"after",    "last",	"made",	   "since",    "make",
		"for",	    "rehearse", "prepare", "practise", "practice",
		"draft",    "polish",	"read",	   NULL};
	static const char *const both[] = {"answer", "reply", "update", NULL};
	static const char *const get[] = {"have", "get", "receive", "hear",
					  NULL};
	static const char *const done[] = {"came",    "was",	  "were",
					   "arrived", "wanted",	  "needed",
					   "got",     "required", NULL};

	if (!is_any(s->words[at].text, nouns) ||
	    (is_any(s->words[at].text, both) && is_verb(s, at)))
		return false;
	/* "I'll have my answer" */
	if (strcmp(before(s, at, 1), "my") == 0 &&
	    is_any(before(s, at, 2), get))
		return strcmp(behind(s, at, 1), "ready") != 0;
	for (size_t i = 1; i <= 4; i++)
		if (is_any(behind(s, at, i), done))
			return false;
	if (strcmp(s->words[at].text, "update") == 0 &&
	    strcmp(behind(s, at, 1), "of") == 0)
		return false;
	if (has_before(s, at, 3, theirs))
		return (strcmp(before(s, at, 2), "make") == 0 ||
			strcmp(before(s, at, 3), "make") == 0) &&
		       find_subject(s, at) >= 0 &&
		       !has_before(s, at, 7, writer);
	return true;
}

static bool is_deciding(const struct jscan_promise_text *s, size_t at)
{
	static const char *const verbs[] = {
		"decide",   "decides", "deciding", "choose",  "chooses",
		"choosing", "pick",    "picks",	   "picking", NULL};
	static const char *const done[] = {"decided", "picked", "chosen", NULL};
	static const char *const have[] = {"have", "be", "having", NULL};

	if (is_any(s->words[at].text, verbs))
		return find_subject(s, at) > 0 &&
		       strcmp(behind(s, at, 1), "up") != 0;
	return is_any(s->words[at].text, done) && has_before(s, at, 3, have) &&
	       !has_before(s, at, 7, writer);
}

/* They call me, she'll ring, HR writes to everyone; I'll be told. */
static bool is_calling(const struct jscan_promise_text *s, size_t at,
		       size_t date)
{
	static const char *const verbs[] = {
		"call",	    "calls",   "calling", "ring",    "rings",
		"ringing",  "phone",   "phones",  "email",   "emails",
		"mail",	    "mails",   "write",	  "writes",  "contact",
		"contacts", "message", "reply",	  "replies", "respond",
		"responds", "answer",  "text",	  "ping",    "tell",
		"tells",    "update",  "updates", "inform",  "notify",
		NULL};
	static const char *const told[] = {"told",	"notified", "informed",
					   "contacted", "called",   "updated",
					   "rung",	NULL};
	static const char *const small[] = {
		"on",	  "in",	  "by",	   "before", "again", "back",
		"within", "the",  "to",	   "until",  "at",    "no",
		"when",	  "once", "later", "than",   NULL};
	static const char *const kinds[] = {
		"phone", "video",  "zoom",	 "teams", "intro",
		"final", "first",  "second",	 "third", "another",
		"quick", "follow", "conference", NULL};
	static const char *const with[] = {
		"an", "the", "a", "their", "news", "his", "her", "more", NULL};
	const char *next = behind(s, at, 1);
	size_t i = at + 1;

	if (is_any(s->words[at].text, told))
		return strcmp(before(s, at, 1), "be") == 0 &&
		       has_before(s, at, 4, modals);
	if (!is_any(s->words[at].text, verbs) ||
	    is_any(before(s, at, 1), kinds) || find_subject(s, at) <= 0)
		return false;
	if (is_any(next, us))
		return true;
	if (strcmp(next, "with") == 0)
		return is_any(behind(s, at, 2), with);
	if (strcmp(next, "when") == 0 || strcmp(next, "once") == 0)
		return true;
	/* "in the week of", "to me", "by Friday": but no other object. */
	while (i < s->count && is_any(s->words[i].text, small))
		i++;
	return i < s->count &&
	       (s->words[i].begin >= date || is_any(s->words[i].text, us));
}

bool jscan_promise_is_cue(const struct jscan_promise_text *s, size_t at,
			  size_t date)
{
	if (has_before(s, at, 3, not_words) || has_before(s, at, 6, conditions))
		return false;
	return is_hearing(s, at) || is_knowing(s, at) || is_returning(s, at) ||
	       is_answer(s, at) || is_message(s, at) || is_deciding(s, at) ||
	       is_calling(s, at, date);
}
