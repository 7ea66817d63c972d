/*
 * Does a sentence promise an answer?  A cue is looked for (to hear, to know, to
 * get back to me, a decision, a call by them), whose it is (the writer's own
 * plans and what they want of the writer are none), and then the date that
 * belongs to it: the first behind it, or a later one that only makes the first
 * more exact ("next week, on 27 February at the latest"), else one before it in
 * the same clause.
 */
#include "facts/when_internal.h"

#include <string.h>

#define MAX_WORDS 160 /* a longer sentence is read up to here */
#define REACH	  14  /* words from the cue to its date */

struct word {
	char text[16]; /* in small letters; "" when longer */
	size_t begin, end;
	char mark; /* the mark between it and the word before, ',' over ' ' */
	bool has_capital;
};

struct sentence {
	struct word words[MAX_WORDS];
	size_t count;
};

static bool is_letter(char c)
{
	return ((c | 0x20) >= 'a' && (c | 0x20) <= 'z') || (c & 0x80) ||
	       (c >= '0' && c <= '9');
}

static bool is_quote(const char *text, size_t len, size_t at)
{
	return text[at] == '\'' ||
	       (at + 2 < len && memcmp(text + at, "\xe2\x80\x99", 3) == 0);
}

static void add_word(struct sentence *sentence, const char *text, size_t begin,
		     size_t end, char mark)
{
	struct word *word = &sentence->words[sentence->count++];
	size_t size = end - begin;

	memset(word, 0, sizeof(*word));
	word->begin = begin;
	word->end = end;
	word->mark = mark;
	word->has_capital = text[begin] >= 'A' && text[begin] <= 'Z';
	for (size_t i = 0; size < sizeof(word->text) && i < size; i++) {
		char c = text[begin + i];

		word->text[i] = c >= 'A' && c <= 'Z' ? (char)(c | 0x20) : c;
	}
}

/* "she'll" is she and will, "I'd" is I and would. */
static void open_suffix(struct sentence *sentence, const char *text)
{
	struct word *word = &sentence->words[sentence->count - 1];
	size_t size = word->end - word->begin;

	if (size == 2 && word->text[0] == 'l' && word->text[1] == 'l')
		memcpy(word->text, "will", 5);
	else if (size == 1 && word->text[0] == 'd')
		memcpy(word->text, "would", 6);
	else if (size == 1 && text[word->begin] == 't')
		memcpy(word->text, "not", 4);
}

static void read_words(struct sentence *sentence, const char *text, size_t len)
{
	size_t at = 0;
	char mark = ' ';
	bool is_suffix = false;

	sentence->count = 0;
	while (at < len && sentence->count < MAX_WORDS) {
		size_t begin = at;

		while (at < len && is_letter(text[at]) &&
		       !is_quote(text, len, at))
			at++;
		if (at > begin) {
			add_word(sentence, text, begin, at, mark);
			if (is_suffix)
				open_suffix(sentence, text);
			mark = ' ';
			is_suffix = at < len && is_quote(text, len, at);
			continue;
		}
		if (is_quote(text, len, at)) {
			at += text[at] == '\'' ? 1 : 3;
			continue;
		}
		is_suffix = false;
		if (strchr(";:.!?", text[at]) && text[at])
			mark = ';';
		else if (strchr(",-()", text[at]) && text[at] && mark == ' ')
			mark = ',';
		at++;
	}
}

static bool is_any(const char *word, const char *const *list)
{
	for (; *list; list++)
		if (strcmp(word, *list) == 0)
			return true;
	return false;
}

/* The word `back` places before, "" past the start or over a full stop. */
static const char *before(const struct sentence *s, size_t at, size_t back)
{
	for (size_t i = 0; i < back; i++)
		if (at < i + 1 || s->words[at - i].mark == ';')
			return "";
	return s->words[at - back].text;
}

static const char *behind(const struct sentence *s, size_t at, size_t ahead)
{
	return at + ahead < s->count && s->words[at + ahead].mark != ';'
		       ? s->words[at + ahead].text
		       : "";
}

static bool has_before(const struct sentence *s, size_t at, size_t reach,
		       const char *const *list)
{
	for (size_t back = 1; back <= reach; back++) {
		const char *word = before(s, at, back);

		if (*word == '\0')
			return false;
		if (is_any(word, list))
			return true;
	}
	return false;
}

static const char *const modals[] = {
	"will",	    "would", "should", "shall",	   "can",     "could",
	"might",    "may",   "must",   "expect",   "expects", "expecting",
	"hope",	    "hopes", "hoping", "supposed", "ought",   "promised",
	"promises", "going", "due",    "meant",	   "likely",  NULL};
static const char *const us[] = {"me",	       "us",   "you",	     "everyone",
				 "everybody",  "all",  "candidates", "people",
				 "applicants", "both", NULL};
static const char *const writer[] = {"i", "we", NULL};
static const char *const others[] = {
	"they",	   "she",      "he",	   "hr",      "recruiter", "manager",
	"team",	   "who",      "somebody", "someone", "panel",	   "committee",
	"company", "director", "lead",	   "agency",  "board",	   "owner",
	"founder", "people",   "office",   NULL};
static const char *const not_words[] = {"not", "never", "won", "cannot", NULL};

/* Who does it: -1 the writer, 1 somebody else, 0 nobody named. */
static int find_subject(const struct sentence *s, size_t at)
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
		"all",	    "try",	 "tries",    NULL};

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
		return s->words[at - back].has_capital ? 1 : 0;
	}
	return 0;
}

/* I should hear, we all hear; not "to hear me think". */
static bool is_hearing(const struct sentence *s, size_t at)
{
	static const char *const heard[] = {"me", "my",		"him", "that",
					    "it", "themselves", NULL};
	const char *word = s->words[at].text;

	if (strcmp(word, "hear") != 0 && strcmp(word, "hearing") != 0)
		return false;
	if (is_any(behind(s, at, 1), heard))
		return false;
	return find_subject(s, at) < 0 || has_before(s, at, 6, modals) ||
	       strcmp(behind(s, at, 1), "back") == 0;
}

/* I'll know, they let me know, to find out. */
static bool is_knowing(const struct sentence *s, size_t at)
{
	const char *word = s->words[at].text, *last = before(s, at, 1);
	static const char *const let[] = {"let", "letting", "lets", NULL};

	if (strcmp(word, "know") == 0) {
		if (is_any(last, us) && is_any(before(s, at, 2), let))
			return find_subject(s, at - 2) >= 0;
		return !has_before(s, at, 2, let) &&
		       has_before(s, at, 3, modals);
	}
	if (strcmp(word, "out") == 0 && strcmp(last, "find") == 0)
		return has_before(s, at, 3, modals);
	return false;
}

/* get back to me, come back with an answer, be in touch. */
static bool is_returning(const struct sentence *s, size_t at)
{
	static const char *const verbs[] = {
		"get",	"gets",	  "getting",  "come",	"comes",   "coming",
		"be",	"circle", "circling", "report", "reports", "write",
		"call", "ring",	  "phone",    NULL};
	const char *word = s->words[at].text, *last = before(s, at, 1);

	if (strcmp(word, "touch") == 0)
		return strcmp(last, "in") == 0 &&
		       find_subject(s, at - 1) >= 0 &&
		       has_before(s, at, 4, modals);
	if (strcmp(word, "back") != 0 || !is_any(last, verbs))
		return false;
	if (find_subject(s, at - 1) < 0)
		return false;
	return is_any(behind(s, at, 2), us) || is_any(behind(s, at, 1), us) ||
	       find_subject(s, at - 1) > 0;
}

/* A decision by ..., an answer within ...; theirs, and still to come. */
static bool is_answer(const struct sentence *s, size_t at)
{
	static const char *const nouns[] = {
		"decision", "decisions", "answer",   "answers", "response",
		"reply",    "verdict",	 "result",   "results", "outcome",
		"news",	    "word",	 "feedback", "update",	NULL};
	static const char *const theirs[] = {
		"my",	  "our",   "need", "needs", "want",  "wants",
		"wanted", "asked", "ask",  "got",   "had",   "received",
		"gave",	  "sent",  "give", "owe",   "after", "last",
		"made",	  "since", "make", "for",   NULL};
	static const char *const done[] = {"came",    "was",	  "were",
					   "arrived", "wanted",	  "needed",
					   "got",     "required", NULL};

	if (!is_any(s->words[at].text, nouns))
		return false;
	for (size_t i = 1; i <= 4; i++)
		if (is_any(behind(s, at, i), done))
			return false;
	if (has_before(s, at, 3, theirs))
		return (strcmp(before(s, at, 2), "make") == 0 ||
			strcmp(before(s, at, 3), "make") == 0) &&
		       find_subject(s, at) >= 0 &&
		       !has_before(s, at, 7, writer);
	return true;
}

static bool is_deciding(const struct sentence *s, size_t at)
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
static bool is_calling(const struct sentence *s, size_t at, size_t date)
{
	static const char *const verbs[] = {
		"call",	    "calls",   "calling", "ring",    "rings",
		"ringing",  "phone",   "phones",  "email",   "emails",
		"mail",	    "mails",   "write",	  "writes",  "contact",
		"contacts", "message", "reply",	  "replies", "respond",
		"responds", "answer",  "answers", "text",    "ping",
		NULL};
	static const char *const told[] = {"told",	"notified", "informed",
					   "contacted", "called",   "updated",
					   "rung",	NULL};
	static const char *const small[] = {
		"on",  "in", "by",    "before", "again", "back", "within",
		"the", "to", "until", "at",	"no",	 NULL};
	const char *next = behind(s, at, 1);
	size_t i = at + 1;

	if (is_any(s->words[at].text, told))
		return strcmp(before(s, at, 1), "be") == 0 &&
		       has_before(s, at, 4, modals);
	if (!is_any(s->words[at].text, verbs) || find_subject(s, at) <= 0)
		return false;
	if (is_any(next, us))
		return true;
	/* "in the week of", "to me", "with an answer": but no other object. */
	if (strcmp(next, "with") == 0)
		return true;
	while (i < s->count && is_any(s->words[i].text, small))
		i++;
	return i < s->count &&
	       (s->words[i].begin >= date || is_any(s->words[i].text, us));
}

/* Between the cue and the date: does something else begin? */
static bool is_broken(const struct sentence *s, size_t cue, size_t date)
{
	static const char *const events[] = {
		"interview", "interviews", "onsite", "site",
		"screen",    "meeting",	   "chat",   "round",
		"start",     "holiday",	   "leave",  NULL};
	static const char *const mine[] = {"i", "my", "once", "unless", NULL};
	size_t words = 0;

	for (size_t i = cue + 1; i < s->count && s->words[i].begin < date;
	     i++) {
		const char *last = s->words[i].text;

		if (s->words[i].mark == ';' || ++words > REACH)
			return true;
		if (is_any(last, mine) || is_any(last, events))
			return true;
	}
	return false;
}

/* Only words that make a date more exact between two dates. */
static bool is_refined(const struct jscan_when *first,
		       const struct jscan_when *second, const char *text)
{
	static const char *const words[] = {
		"on",	      "by",    "at",	  "the",  "latest", "or",
		"probably",   "maybe", "perhaps", "most", "likely", "but",
		"definitely", "in",    "any",	  "case", "no",	    "later",
		"than",	      "until", "before",  "to",	  NULL};
	struct sentence between;
	size_t begin = first->offset + first->len;

	if (second->offset < begin || second->offset - begin > 80)
		return false;
	read_words(&between, text + begin, second->offset - begin);
	for (size_t i = 0; i < between.count; i++)
		if (!is_any(between.words[i].text, words) ||
		    between.words[i].mark == ';')
			return false;
	return true;
}

static int choose_date(const struct jscan_whens *whens,
		       const struct sentence *s, size_t cue, const char *text)
{
	size_t end = s->words[cue].end;

	for (size_t i = 0; i < whens->count; i++) {
		const struct jscan_when *items = whens->items;

		if (items[i].offset < end || items[i].is_impossible)
			continue;
		if (is_broken(s, cue, items[i].offset))
			break;
		while (i + 1 < whens->count && !items[i + 1].is_impossible &&
		       is_refined(&items[i], &items[i + 1], text))
			i++;
		return (int)i;
	}
	/* "By Friday I should know." */
	for (size_t i = whens->count; i-- > 0;) {
		const struct jscan_when *item = &whens->items[i];
		size_t first = cue;

		if (item->offset >= end || item->is_impossible)
			continue;
		while (first > 0 && s->words[first - 1].begin >= item->offset &&
		       s->words[first].mark != ';')
			first--;
		return s->words[first].begin <= item->offset + item->len &&
				       cue - first <= 9
			       ? (int)i
			       : -1;
	}
	return -1;
}

/* Could the word belong to a promise at all? */
static bool is_cue(const char *text, size_t begin, size_t end)
{
	struct jscan_when_token token = {.kind = WHEN_WORD};

	jscan_when_look_up(&token, text + begin, end - begin);
	return (token.cues & WHEN_CUE_ANSWER) != 0;
}

/* Most sentences have no such word, and need no closer look. */
static bool has_cue(const char *text, size_t len)
{
	for (size_t at = 0; at < len; at++) {
		size_t begin = at;

		while (at < len && is_letter(text[at]))
			at++;
		if (at > begin && is_cue(text, begin, at))
			return true;
	}
	return false;
}

int jscan_when_find_promise(const struct jscan_whens *whens,
			    const char *sentence, size_t len)
{
	struct sentence s;

	if (whens->count == 0)
		return -1;
	jscan_when_prepare();
	if (!has_cue(sentence, len))
		return -1;
	read_words(&s, sentence, len);
	for (size_t i = 0; i < s.count; i++) {
		int found;
		size_t date = len;

		for (size_t j = whens->count; j-- > 0;)
			if (whens->items[j].offset >= s.words[i].end)
				date = whens->items[j].offset;
		if (!is_cue(sentence, s.words[i].begin, s.words[i].end))
			continue;
		if (!is_hearing(&s, i) && !is_knowing(&s, i) &&
		    !is_returning(&s, i) && !is_answer(&s, i) &&
		    !is_deciding(&s, i) && !is_calling(&s, i, date))
			continue;
		if (has_before(&s, i, 3, not_words))
			continue;
		found = choose_date(whens, &s, i, sentence);
		if (found >= 0)
			return found;
	}
	return -1;
}
