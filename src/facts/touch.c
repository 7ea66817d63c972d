/*
 * Reads what words say that somebody did.  The words are tables; a word counts
 * in every form that the tables list.  Order in a table is the order of the
 * contract: the first that fits decides.
 */
#include "facts/touch.h"

#include <pthread.h>
#include <string.h>

/* What one word can mean; a set, since "sent" is one and "paper" another. */
enum word {
	W_THANK = 1 << 0,
	W_ASK = 1 << 1,
	W_FEEDBACK = 1 << 2,
	W_SEND = 1 << 3,
	W_DOCUMENT = 1 << 4,
	W_CALL = 1 << 5,
	W_MAIL = 1 << 6, /* e-mail, message, ping */
	W_PREPARE = 1 << 7,
	W_PLAN = 1 << 8, /* read, review, schedule, update */
	W_MOCK = 1 << 9,
	W_REJECT = 1 << 10,
	W_ACCEPT = 1 << 11,
	W_DECLINE = 1 << 12,
	W_WITHDRAW = 1 << 13,
	W_OFFER = 1 << 14,
	W_APPLY = 1 << 15,
	W_INTERVIEW = 1 << 16,
	W_PREP = 1 << 17, /* prep and prepare only */
	W_PLACE = 1 << 18,
	W_OTHER_ONE = 1 << 19
};

static const struct {
	const char *forms; /* apart by spaces */
	unsigned means;
} words[] = {
	{"thank thanks thanked thanking thankyou thankyous", W_THANK},
	{"ask asks asked asking request requests requested requesting", W_ASK},
	{"feedback", W_FEEDBACK},
	{"send sends sent sending share shares shared sharing", W_SEND},
	{"document documents portfolio portfolios article articles paper papers "
	 "sample samples",
	 W_DOCUMENT},
	{"call calls called calling phone phones phoned phoning ring rings rang "
	 "rung ringing",
	 W_CALL},
	{"email emails emailed emailing message messages messaged messaging ping "
	 "pings pinged pinging",
	 W_MAIL},
	{"send sends sent sending", W_MAIL},
	{"prepare prepares prepared preparing preparation prep preps prepped "
	 "prepping",
	 W_PREPARE | W_PREP},
	{"practise practises practised practising practice practices practiced "
	 "practicing rehearse rehearses rehearsed rehearsing rehearsal",
	 W_PREPARE},
	{"research researches researched researching", W_PREPARE},
	{"read reads reading review reviews reviewed reviewing schedule "
	 "schedules scheduled scheduling update updates updated updating",
	 W_PLAN},
	{"mock mocks", W_MOCK},
	{"reject rejects rejected rejecting rejection rejections", W_REJECT},
	{"accept accepts accepted accepting acceptance hired", W_ACCEPT},
	{"decline declines declined declining", W_DECLINE},
	{"withdraw withdraws withdrew withdrawn withdrawing withdrawal",
	 W_WITHDRAW},
	{"offer offers offered", W_OFFER},
	{"apply applies applied applying application applications", W_APPLY},
	{"onsite onsites screen screens screening screenings screened interview "
	 "interviews interviewed interviewing panel panels round rounds",
	 W_INTERVIEW},
	{"division divisions location locations office offices branch branches "
	 "team teams company companies",
	 W_PLACE},
	{"other another elsewhere sister", W_OTHER_ONE},
};

/* Two words that mean something together. */
enum pair {
	P_CHECK_IN = 1 << 0, /* and catch up, touch base */
	P_CASE_STUDY = 1 << 1,
	P_OTHER = 1 << 2, /* write to, follow up, reach out */
	P_FOLLOW_UP = 1 << 3,
	P_ON_SITE = 1 << 4,
	P_E_MAIL = 1 << 5,
	P_PRACTICE_INTERVIEW = 1 << 7,
	P_FROM = 1 << 8
};

static const struct {
	const char *first; /* forms apart by spaces */
	const char *second;
	unsigned means;
} pairs[] = {
	{"check checks checked checking", "in", P_CHECK_IN},
	{"catch catches caught catching", "up", P_CHECK_IN},
	{"touch touches touched touching", "base", P_CHECK_IN},
	{"case", "study studies", P_CASE_STUDY},
	{"write writes wrote written writing", "to", P_OTHER},
	{"follow follows followed following", "up ups", P_OTHER | P_FOLLOW_UP},
	{"reach reaches reached reaching", "out", P_OTHER},
	{"on", "site", P_ON_SITE},
	{"e", "mail mails mailed mailing", P_E_MAIL},
	{"practice practise", "interview interviews", P_PRACTICE_INTERVIEW},
};

static const struct {
	const char *forms;
	unsigned means;
} joined[] = {
	{"checkin checkins catchup catchups", P_CHECK_IN},
	{"followup followups", P_OTHER | P_FOLLOW_UP},
	{"from", P_FROM},
};

struct reading {
	unsigned words;
	unsigned pairs;
	unsigned first; /* the meanings of the first word alone */
	bool has_call;	/* the noun, with nobody it goes to or comes from */
};

/*
 * All forms of the tables in one hash table, built on first use: a task has a
 * dozen words, and each costs one look-up instead of a walk over the tables.
 */
#define SLOTS 1024 /* a power of two, well above the number of forms */

static struct form {
	const char *text; /* NULL: the slot is free */
	size_t len;
	unsigned words;
	unsigned pairs;   /* of a joined pair */
	unsigned firsts;  /* bit i: the first word of pairs[i] */
	unsigned seconds; /* bit i: the second word of pairs[i] */
} forms[SLOTS];

static pthread_once_t forms_once = PTHREAD_ONCE_INIT;

/* The slot of a word: its own, or the free one where it belongs. */
static struct form *find_slot(const char *word, size_t len)
{
	unsigned hash = 2166136261u;

	for (size_t i = 0; i < len; i++)
		hash = (hash ^ (unsigned char)word[i]) * 16777619u;
	for (;; hash++) {
		struct form *form = &forms[hash & (SLOTS - 1)];

		if (!form->text ||
		    (form->len == len && !memcmp(form->text, word, len)))
			return form;
	}
}

static struct form *add_form(const char **list)
{
	size_t len = strcspn(*list, " ");
	struct form *form = find_slot(*list, len);

	form->text = *list;
	form->len = len;
	*list += len;
	*list += **list == ' ';
	return form;
}

static void build_forms(void)
{
	for (size_t i = 0; i < sizeof(words) / sizeof(words[0]); i++) {
		for (const char *list = words[i].forms; *list;)
			add_form(&list)->words |= words[i].means;
	}
	for (size_t i = 0; i < sizeof(joined) / sizeof(joined[0]); i++) {
		for (const char *list = joined[i].forms; *list;)
			add_form(&list)->pairs |= joined[i].means;
	}
	for (size_t i = 0; i < sizeof(pairs) / sizeof(pairs[0]); i++) {
		for (const char *list = pairs[i].first; *list;)
			add_form(&list)->firsts |= 1u << i;
		for (const char *list = pairs[i].second; *list;)
			add_form(&list)->seconds |= 1u << i;
	}
}

/* Is the word one of a few forms, apart by spaces? */
static bool is_form(const char *list, const char *word, size_t len)
{
	while (*list) {
		size_t form = strcspn(list, " ");

		if (form == len && !memcmp(list, word, len))
			return true;
		list += form;
		list += *list == ' ';
	}
	return false;
}

static void read_words(struct reading *out, const char *folded)
{
	const char *word = folded;
	unsigned open = 0; /* pairs whose first word was just seen */
	bool is_first = true;

	pthread_once(&forms_once, build_forms);
	memset(out, 0, sizeof(*out));
	while (*word) {
		size_t len = strcspn(word, " ");
		const char *next = word + len + (word[len] == ' ');
		const struct form *form = find_slot(word, len);
		unsigned whole = open & form->seconds;

		for (size_t i = 0; whole; i++, whole >>= 1)
			out->pairs |= whole & 1 ? pairs[i].means : 0;
		open = form->firsts;
		out->words |= form->words;
		out->pairs |= form->pairs;
		if (is_first)
			out->first = form->words;
		is_first = false;
		if (*word == 'c' && is_form("call calls", word, len) &&
		    !is_form("to from", next, strcspn(next, " ")))
			out->has_call = true;
		word = next;
	}
}

const char *jscan_touch_kind_name(enum jscan_touch_kind kind)
{
	static const char *const names[] = {
		[JSCAN_TOUCH_NONE] = NULL,
		[JSCAN_TOUCH_THANK_YOU] = "thank-you",
		[JSCAN_TOUCH_FEEDBACK_REQUEST] = "feedback-request",
		[JSCAN_TOUCH_CHECK_IN] = "check-in",
		[JSCAN_TOUCH_DOCUMENT] = "document",
		[JSCAN_TOUCH_CALL] = "call",
		[JSCAN_TOUCH_OTHER] = "other",
	};

	return names[kind];
}

/* The kinds that a heading has before its words may mean another event. */
static enum jscan_touch_kind find_plain_touch(const struct reading *r)
{
	if (r->words & W_THANK)
		return JSCAN_TOUCH_THANK_YOU;
	if ((r->words & W_ASK) && (r->words & W_FEEDBACK))
		return JSCAN_TOUCH_FEEDBACK_REQUEST;
	if (r->pairs & P_CHECK_IN)
		return JSCAN_TOUCH_CHECK_IN;
	if ((r->words & W_SEND) &&
	    ((r->words & W_DOCUMENT) || (r->pairs & P_CASE_STUDY)))
		return JSCAN_TOUCH_DOCUMENT;
	return JSCAN_TOUCH_NONE;
}

static enum jscan_touch_kind find_touch(const struct reading *r)
{
	enum jscan_touch_kind kind = find_plain_touch(r);

	if (kind != JSCAN_TOUCH_NONE)
		return kind;
	if (r->words & W_CALL)
		return JSCAN_TOUCH_CALL;
	if ((r->words & W_MAIL) || (r->pairs & (P_OTHER | P_E_MAIL)))
		return JSCAN_TOUCH_OTHER;
	return JSCAN_TOUCH_NONE;
}

enum jscan_touch_kind jscan_touch_find(const char *folded)
{
	struct reading r;

	read_words(&r, folded);
	return find_touch(&r);
}

enum jscan_touch_kind jscan_touch_find_in_task(const char *folded)
{
	struct reading r;

	read_words(&r, folded);
	if (r.first & (W_PREPARE | W_PLAN))
		return JSCAN_TOUCH_NONE;
	return find_touch(&r);
}

bool jscan_touch_is_preparing(const char *folded)
{
	struct reading r;

	read_words(&r, folded);
	return (r.words & W_PREPARE) != 0;
}

bool jscan_touch_asks_elsewhere(const char *folded)
{
	struct reading r;

	read_words(&r, folded);
	return (r.words & W_PLACE) && (r.words & W_OTHER_ONE);
}

/* Words that name an offer or a decline, and mean the opposite. */
static bool is_refusal(const char *folded)
{
	static const char *const phrases[] = {"no offer", "not offered",
					      "declined by them",
					      "not selected"};

	for (size_t i = 0; i < sizeof(phrases) / sizeof(phrases[0]); i++) {
		const char *at = strstr(folded, phrases[i]);

		if (at && (at == folded || at[-1] == ' '))
			return true;
	}
	return false;
}

void jscan_event_words_read(struct jscan_event_words *out, const char *folded)
{
	struct reading r;

	read_words(&r, folded);
	memset(out, 0, sizeof(*out));
	out->type = JSCAN_EVENT_NOTE;
	out->is_known = true;
	out->touch = find_plain_touch(&r);
	if ((r.words & W_MOCK) || (r.pairs & P_PRACTICE_INTERVIEW)) {
		out->type = JSCAN_EVENT_MOCK;
	} else if (r.words & W_PREP) {
		out->type = JSCAN_EVENT_NOTE;
	} else if ((r.words & W_REJECT) || is_refusal(folded)) {
		out->type = JSCAN_EVENT_REJECTION;
	} else if (out->touch != JSCAN_TOUCH_NONE) {
		out->type = JSCAN_EVENT_TOUCH;
		return;
	} else if (r.words & W_FEEDBACK) {
		out->type = JSCAN_EVENT_FEEDBACK;
	} else if (r.words & W_ACCEPT) {
		out->outcome = JSCAN_OUTCOME_ACCEPTED;
	} else if (r.words & W_DECLINE) {
		out->outcome = JSCAN_OUTCOME_DECLINED;
	} else if (r.words & W_WITHDRAW) {
		out->outcome = JSCAN_OUTCOME_WITHDRAWN;
	} else if (r.words & W_OFFER) {
		out->type = JSCAN_EVENT_OFFER;
	} else if (r.words & W_APPLY) {
		out->type = JSCAN_EVENT_APPLICATION;
	} else if ((r.words & W_INTERVIEW) || (r.pairs & P_ON_SITE)) {
		out->type = JSCAN_EVENT_INTERVIEW;
	} else if ((r.pairs & P_FOLLOW_UP) ||
		   (((r.words & W_MAIL) || (r.pairs & (P_OTHER | P_E_MAIL))) &&
		    !(r.pairs & P_FROM))) {
		out->type = JSCAN_EVENT_TOUCH;
		out->touch = JSCAN_TOUCH_OTHER;
		return;
	} else if (r.has_call) {
		out->type = JSCAN_EVENT_INTERVIEW;
	} else {
		out->is_known = false;
	}
	out->touch = JSCAN_TOUCH_NONE;
}

void jscan_event_words_read_type(struct jscan_event_words *out,
				 const char *folded)
{
	static const struct {
		const char *name;
		struct jscan_event_words words;
	} types[] = {
		{"application", {JSCAN_EVENT_APPLICATION, 0, 0, true}},
		{"interview", {JSCAN_EVENT_INTERVIEW, 0, 0, true}},
		{"mock", {JSCAN_EVENT_MOCK, 0, 0, true}},
		{"rejection", {JSCAN_EVENT_REJECTION, 0, 0, true}},
		{"offer", {JSCAN_EVENT_OFFER, 0, 0, true}},
		{"feedback", {JSCAN_EVENT_FEEDBACK, 0, 0, true}},
		{"touch", {JSCAN_EVENT_TOUCH, JSCAN_TOUCH_OTHER, 0, true}},
		{"follow up", {JSCAN_EVENT_TOUCH, JSCAN_TOUCH_OTHER, 0, true}},
		{"check in", {JSCAN_EVENT_TOUCH, JSCAN_TOUCH_CHECK_IN, 0, true}},
		{"thank you", {JSCAN_EVENT_TOUCH, JSCAN_TOUCH_THANK_YOU, 0, true}},
		{"document", {JSCAN_EVENT_TOUCH, JSCAN_TOUCH_DOCUMENT, 0, true}},
		{"note", {JSCAN_EVENT_NOTE, 0, 0, true}},
	};

	for (size_t i = 0; i < sizeof(types) / sizeof(types[0]); i++) {
		if (!strcmp(types[i].name, folded)) {
			*out = types[i].words;
			return;
		}
	}
	jscan_event_words_read(out, folded);
}

static bool has_word(const char *folded, const char *list)
{
	while (*folded) {
		size_t len = strcspn(folded, " ");

		if (is_form(list, folded, len))
			return true;
		folded += len;
		folded += *folded == ' ';
	}
	return false;
}

enum jscan_outcome jscan_outcome_read(const char *folded)
{
	static const char no_words[] = "answer response reply word";
	struct reading r;

	if (!strcmp(folded, "no"))
		return JSCAN_OUTCOME_REJECTED;
	read_words(&r, folded);
	if ((r.words & W_REJECT) || is_refusal(folded) ||
	    strstr(folded, "turned down"))
		return JSCAN_OUTCOME_REJECTED;
	if (has_word(folded, "ghost ghosted ghosting silence") ||
	    (has_word(folded, "no") && has_word(folded, no_words)))
		return JSCAN_OUTCOME_NO_ANSWER;
	if (r.words & W_WITHDRAW)
		return JSCAN_OUTCOME_WITHDRAWN;
	if (r.words & W_ACCEPT)
		return JSCAN_OUTCOME_ACCEPTED;
	if (r.words & W_DECLINE)
		return JSCAN_OUTCOME_DECLINED;
	if (r.words & W_OFFER)
		return JSCAN_OUTCOME_OFFER;
	if ((r.words & (W_APPLY | W_INTERVIEW)) || (r.pairs & P_ON_SITE) ||
	    has_word(folded, "pending waiting wait progress open review active "
			     "ongoing process applied scheduled"))
		return JSCAN_OUTCOME_PENDING;
	return JSCAN_OUTCOME_NONE;
}
