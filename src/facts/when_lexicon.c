/*
 * The words that dates are made of, and the words around dates that say how to
 * read them.  One table, looked up once for each word of a text: a hash of its
 * first 15 letters, filled at first use.
 *
 * To add a word: one line here.  Words that are also everyday words or names
 * are marked doubtful; when_evidence.c says what they need to count.
 */
#include "facts/when_table.h"

#include <pthread.h>
#include <stdatomic.h>
#include <string.h>

#include "base/eight.h"

#define MAX_WORD 15
#define SLOTS	 2048 /* a power of two, some four times the words */

struct word {
	char text[MAX_WORD + 1];
	uint8_t kind;
	uint8_t flags;
	int16_t value;
	uint32_t cues;
};

/* clang-format off */
#define WORD(text, kind, value)    {text, WHEN_##kind, 0, value, 0}
#define SHORT(text, kind, value)   {text, WHEN_##kind, WHEN_SHORT, value, 0}
#define DOUBT(text, kind, value)   {text, WHEN_##kind, WHEN_DOUBTFUL, value, 0}
#define SPELLED(text, kind, value) {text, WHEN_##kind, WHEN_SPELLED, value, 0}
#define SHORT_DOUBT(text, kind, value) \
	{text, WHEN_##kind, WHEN_SHORT | WHEN_DOUBTFUL, value, 0}
#define CUE(text, cues)               {text, WHEN_WORD, 0, 0, cues}
#define BOTH(text, kind, value, cues) {text, WHEN_##kind, 0, value, cues}
/* The rest of the name is looked up in when_holiday.c. */
#define HOLIDAY(text)                 {text, WHEN_HOLIDAY, 0, 0, 0}
/* A name that needs no "day" or weekday behind it. */
#define NAMED(text)                   {text, WHEN_HOLIDAY, 0, 1, 0}
/* clang-format on */

static const struct word words[] = {
	/* days, months, seasons */
	WORD("monday", WEEKDAY, 0),
	WORD("tuesday", WEEKDAY, 1),
	WORD("wednesday", WEEKDAY, 2),
	WORD("thursday", WEEKDAY, 3),
	WORD("friday", WEEKDAY, 4),
	WORD("saturday", WEEKDAY, 5),
	WORD("sunday", WEEKDAY, 6),
	SHORT("tue", WEEKDAY, 1),
	SHORT("tues", WEEKDAY, 1),
	SHORT("weds", WEEKDAY, 2),
	SHORT("thu", WEEKDAY, 3),
	SHORT("thur", WEEKDAY, 3),
	SHORT("thurs", WEEKDAY, 3),
	SHORT("fri", WEEKDAY, 4),
	WORD("mondays", WEEKDAYS, 0),
	WORD("tuesdays", WEEKDAYS, 1),
	WORD("wednesdays", WEEKDAYS, 2),
	WORD("thursdays", WEEKDAYS, 3),
	WORD("fridays", WEEKDAYS, 4),
	WORD("saturdays", WEEKDAYS, 5),
	WORD("sundays", WEEKDAYS, 6),
	SHORT_DOUBT("apr", MONTH, 4),
	SHORT_DOUBT("dec", MONTH, 12),
	SHORT_DOUBT("jan", MONTH, 1),
	SHORT_DOUBT("mon", WEEKDAY, 0),
	SHORT_DOUBT("mar", MONTH, 3),
	SHORT_DOUBT("sat", WEEKDAY, 5),
	SHORT_DOUBT("sun", WEEKDAY, 6),
	SHORT_DOUBT("wed", WEEKDAY, 2),
	WORD("january", MONTH, 1),
	WORD("february", MONTH, 2),
	WORD("july", MONTH, 7),
	WORD("september", MONTH, 9),
	WORD("october", MONTH, 10),
	WORD("november", MONTH, 11),
	WORD("december", MONTH, 12),
	DOUBT("april", MONTH, 4),
	DOUBT("august", MONTH, 8),
	DOUBT("june", MONTH, 6),
	DOUBT("march", MONTH, 3),
	DOUBT("may", MONTH, 5),
	SHORT("feb", MONTH, 2),
	SHORT("jun", MONTH, 6),
	SHORT("jul", MONTH, 7),
	SHORT("aug", MONTH, 8),
	SHORT("sep", MONTH, 9),
	SHORT("sept", MONTH, 9),
	SHORT("oct", MONTH, 10),
	SHORT("nov", MONTH, 11),
	WORD("autumn", SEASON, 3),
	WORD("fall", SEASON, 3),
	WORD("spring", SEASON, 1),
	WORD("summer", SEASON, 2),
	WORD("winter", SEASON, 4),

	/* today and its neighbours, times of the day */
	WORD("afternoon", DAYPART, 0),
	WORD("afternoons", DAYPART, 2),
	WORD("evening", DAYPART, 0),
	WORD("evenings", DAYPART, 2),
	WORD("lunch", DAYPART, 0),
	WORD("morning", DAYPART, 0),
	WORD("mornings", DAYPART, 2),
	WORD("night", DAYPART, 1),
	WORD("nights", DAYPART, 2),
	WORD("today", RELATIVE, 0),
	WORD("tonight", RELATIVE, 0),
	WORD("tomorrow", RELATIVE, 1),
	WORD("tmrw", RELATIVE, 1),
	WORD("tmr", RELATIVE, 1),
	WORD("yesterday", RELATIVE, -1),

	/* lengths of time and their parts */
	WORD("day", UNIT, WHEN_DAY),
	WORD("days", UNIT, WHEN_DAY),
	WORD("fortnight", UNIT, WHEN_FORTNIGHT),
	WORD("fortnights", UNIT, WHEN_FORTNIGHT),
	WORD("month", UNIT, WHEN_MONTHS),
	WORD("months", UNIT, WHEN_MONTHS),
	WORD("quarter", UNIT, WHEN_QUARTERS),
	WORD("quarters", UNIT, WHEN_QUARTERS),
	WORD("qtr", UNIT, WHEN_QUARTERS),
	WORD("week", UNIT, WHEN_WEEK),
	WORD("weeks", UNIT, WHEN_WEEK),
	WORD("weekend", UNIT, WHEN_WEEKEND),
	WORD("wkend", UNIT, WHEN_WEEKEND),
	WORD("wk", UNIT, WHEN_WEEK),
	WORD("wks", UNIT, WHEN_WEEK),
	WORD("weekends", UNIT, WHEN_WEEKEND),
	WORD("year", UNIT, WHEN_YEARS),
	WORD("years", UNIT, WHEN_YEARS),
	WORD("yr", UNIT, WHEN_YEARS),
	WORD("yrs", UNIT, WHEN_YEARS),
	WORD("beginning", PART, WHEN_START),
	WORD("business", BUSINESS, 0),
	WORD("calendar", BUSINESS, 1),
	WORD("early", PART, WHEN_EARLY),
	WORD("end", PART, WHEN_END),
	WORD("eod", END_OF, WHEN_DAY),
	WORD("eow", END_OF, WHEN_WEEK),
	WORD("eom", END_OF, WHEN_MONTHS),
	WORD("eoq", END_OF, WHEN_QUARTERS),
	WORD("eoy", END_OF, WHEN_YEARS),
	WORD("late", PART, WHEN_LATE),
	WORD("mid", PART, WHEN_MIDDLE),
	WORD("middle", PART, WHEN_MIDDLE),
	BOTH("start", PART, WHEN_START, WHEN_CUE_BASE),
	WORD("working", BUSINESS, 0),
	BOTH("work", BUSINESS, 0, WHEN_CUE_BASE),

	/* numbers */
	SPELLED("one", NUMBER, 1),
	SPELLED("two", NUMBER, 2),
	SPELLED("three", NUMBER, 3),
	SPELLED("four", NUMBER, 4),
	SPELLED("five", NUMBER, 5),
	SPELLED("six", NUMBER, 6),
	SPELLED("seven", NUMBER, 7),
	SPELLED("eight", NUMBER, 8),
	SPELLED("nine", NUMBER, 9),
	SPELLED("ten", NUMBER, 10),
	SPELLED("eleven", NUMBER, 11),
	SPELLED("twelve", NUMBER, 12),
	SPELLED("thirteen", NUMBER, 13),
	SPELLED("fourteen", NUMBER, 14),
	SPELLED("fifteen", NUMBER, 15),
	SPELLED("sixteen", NUMBER, 16),
	SPELLED("seventeen", NUMBER, 17),
	SPELLED("eighteen", NUMBER, 18),
	SPELLED("nineteen", NUMBER, 19),
	SPELLED("twenty", NUMBER, 20),
	SPELLED("thirty", NUMBER, 30),
	SPELLED("forty", NUMBER, 40),
	SPELLED("fifty", NUMBER, 50),
	SPELLED("sixty", NUMBER, 60),
	SPELLED("seventy", NUMBER, 70),
	SPELLED("eighty", NUMBER, 80),
	SPELLED("ninety", NUMBER, 90),
	SPELLED("first", ORDINAL, 1),
	SPELLED("second", ORDINAL, 2),
	SPELLED("third", ORDINAL, 3),
	SPELLED("fourth", ORDINAL, 4),
	SPELLED("fifth", ORDINAL, 5),
	SPELLED("sixth", ORDINAL, 6),
	SPELLED("seventh", ORDINAL, 7),
	SPELLED("eighth", ORDINAL, 8),
	SPELLED("ninth", ORDINAL, 9),
	SPELLED("tenth", ORDINAL, 10),
	SPELLED("eleventh", ORDINAL, 11),
	SPELLED("twelfth", ORDINAL, 12),
	SPELLED("thirteenth", ORDINAL, 13),
	SPELLED("fourteenth", ORDINAL, 14),
	SPELLED("fifteenth", ORDINAL, 15),
	SPELLED("sixteenth", ORDINAL, 16),
	SPELLED("seventeenth", ORDINAL, 17),
	SPELLED("eighteenth", ORDINAL, 18),
	SPELLED("nineteenth", ORDINAL, 19),
	SPELLED("twentieth", ORDINAL, 20),
	SPELLED("thirtieth", ORDINAL, 30),
	WORD("a", A, 1),
	WORD("an", A, 1),
	WORD("couple", COUNT, 2),
	WORD("few", COUNT, 3),
	WORD("several", COUNT, 3),

	/* which one */
	WORD("alternate", EVERY, 0),
	WORD("any", EVERY, 0),
	WORD("coming", NEXT, WHEN_COMING),
	WORD("current", THIS, 0),
	WORD("every", EVERY, 0),
	WORD("each", EVERY, 0),
	WORD("following", NEXT, WHEN_OPEN_STEP),
	WORD("last", LAST, 0),
	WORD("next", NEXT, WHEN_FOLLOWING),
	WORD("now", NOW, 0),
	WORD("past", LAST, WHEN_RECENT),
	WORD("previous", LAST, 0),
	WORD("prior", LAST, 0),
	WORD("same", THIS, 2),
	WORD("the", THE, 0),
	WORD("this", THIS, 0),
	WORD("that", THIS, 1),
	WORD("upcoming", NEXT, WHEN_COMING),

	/* where in time */
	WORD("and", AND, 0),
	WORD("at", AT, 0),
	WORD("after", AFTER, 0),
	WORD("ago", AGO, 0),
	WORD("by", BY, 0),
	WORD("before", BEFORE, 0),
	WORD("between", BETWEEN, 0),
	WORD("commencing", STARTING, 0),
	WORD("due", BY, 1),
	WORD("during", IN, 1),
	WORD("earlier", EARLIER, 0),
	WORD("ending", STARTING, 1),
	WORD("from", FROM, 0),
	WORD("hence", HENCE, 0),
	WORD("in", IN, 0),
	WORD("later", LATER, 0),
	WORD("of", OF, 0),
	WORD("on", ON, 0),
	WORD("or", OR, 0),
	WORD("since", SINCE, 0),
	WORD("starting", STARTING, 0),
	BOTH("to", TO, 0, WHEN_CUE_BE),
	WORD("till", UNTIL, 0),
	WORD("til", UNTIL, 0),
	WORD("thru", TO, 1),
	WORD("through", TO, 1),
	WORD("until", UNTIL, 0),
	WORD("within", WITHIN, 0),

	/* first words of holidays */
	HOLIDAY("all"),
	HOLIDAY("armistice"),
	HOLIDAY("ascension"),
	HOLIDAY("ash"),
	HOLIDAY("bastille"),
	HOLIDAY("black"),
	HOLIDAY("bonfire"),
	HOLIDAY("boxing"),
	NAMED("christmas"),
	HOLIDAY("columbus"),
	NAMED("corpus"),
	HOLIDAY("cyber"),
	NAMED("easter"),
	HOLIDAY("earth"),
	HOLIDAY("father"),
	HOLIDAY("fathers"),
	HOLIDAY("good"),
	HOLIDAY("guy"),
	NAMED("halloween"),
	HOLIDAY("holy"),
	HOLIDAY("independence"),
	HOLIDAY("indigenous"),
	NAMED("juneteenth"),
	HOLIDAY("labor"),
	HOLIDAY("labour"),
	NAMED("mardi"),
	HOLIDAY("martin"),
	HOLIDAY("maundy"),
	HOLIDAY("memorial"),
	HOLIDAY("mlk"),
	HOLIDAY("mother"),
	HOLIDAY("mothers"),
	HOLIDAY("new"),
	HOLIDAY("palm"),
	HOLIDAY("pancake"),
	NAMED("pentecost"),
	HOLIDAY("president"),
	HOLIDAY("presidents"),
	HOLIDAY("remembrance"),
	HOLIDAY("saint"),
	HOLIDAY("shrove"),
	HOLIDAY("st"),
	NAMED("thanksgiving"),
	HOLIDAY("valentine"),
	NAMED("valentines"),
	HOLIDAY("veteran"),
	HOLIDAY("veterans"),
	HOLIDAY("whit"),
	NAMED("xmas"),

	/* around dates: tense, clauses, promises */
	CUE("up", WHEN_CUE_ANSWER),
	CUE("mind", WHEN_CUE_ANSWER),
	CUE("minds", WHEN_CUE_ANSWER),
	CUE("tell", WHEN_CUE_BASE | WHEN_CUE_ANSWER),
	CUE("tells", WHEN_CUE_ANSWER),
	CUE("updates", WHEN_CUE_ANSWER),
	CUE("inform", WHEN_CUE_ANSWER),
	CUE("notify", WHEN_CUE_ANSWER),
	CUE("letter", WHEN_CUE_ANSWER),
	CUE("about", WHEN_CUE_SMALL),
	CUE("afterwards", WHEN_CUE_SMALL),
	CUE("again", WHEN_CUE_SMALL),
	CUE("aim", WHEN_CUE_FUTURE),
	CUE("aims", WHEN_CUE_FUTURE),
	CUE("also", WHEN_CUE_SMALL),
	CUE("although", WHEN_CUE_JOINT),
	CUE("always", WHEN_CUE_HABIT),
	CUE("am", WHEN_CUE_BE),
	CUE("answer", WHEN_CUE_ANSWER),
	CUE("answered", WHEN_CUE_PAST | WHEN_CUE_DONE),
	CUE("answers", WHEN_CUE_ANSWER),
	CUE("anyway", WHEN_CUE_SMALL),
	CUE("apply", WHEN_CUE_BASE),
	CUE("are", WHEN_CUE_BE | WHEN_CUE_SMALL),
	CUE("arranged", WHEN_CUE_FUTURE),
	CUE("as", WHEN_CUE_SMALL),
	CUE("ask", WHEN_CUE_BASE),
	CUE("asked", WHEN_CUE_PAST),
	CUE("asks", WHEN_CUE_BASE),
	CUE("back", WHEN_CUE_ANSWER),
	CUE("be", WHEN_CUE_BE),
	CUE("became", WHEN_CUE_PAST),
	CUE("because", WHEN_CUE_JOINT | WHEN_CUE_SMALL),
	CUE("been", WHEN_CUE_BE),
	CUE("began", WHEN_CUE_PAST),
	CUE("begins", WHEN_CUE_FUTURE),
	CUE("becomes", WHEN_CUE_FUTURE),
	CUE("opens", WHEN_CUE_FUTURE),
	CUE("starts", WHEN_CUE_FUTURE),
	CUE("being", WHEN_CUE_BE),
	CUE("blew", WHEN_CUE_PAST),
	CUE("book", WHEN_CUE_BASE),
	CUE("booked", WHEN_CUE_FUTURE),
	CUE("bought", WHEN_CUE_PAST),
	CUE("bring", WHEN_CUE_BASE),
	CUE("broke", WHEN_CUE_PAST),
	CUE("brought", WHEN_CUE_PAST),
	CUE("built", WHEN_CUE_PAST | WHEN_CUE_DONE),
	CUE("but", WHEN_CUE_JOINT | WHEN_CUE_SMALL),
	CUE("buy", WHEN_CUE_BASE),
	CUE("call", WHEN_CUE_BASE | WHEN_CUE_ANSWER),
	CUE("called", WHEN_CUE_PAST | WHEN_CUE_ANSWER),
	CUE("calling", WHEN_CUE_ANSWER),
	CUE("calls", WHEN_CUE_BASE | WHEN_CUE_ANSWER),
	CUE("came", WHEN_CUE_PAST),
	CUE("can", WHEN_CUE_BASE | WHEN_CUE_SMALL),
	CUE("caught", WHEN_CUE_PAST),
	CUE("chase", WHEN_CUE_BASE),
	CUE("check", WHEN_CUE_BASE),
	CUE("choose", WHEN_CUE_ANSWER),
	CUE("chooses", WHEN_CUE_ANSWER),
	CUE("choosing", WHEN_CUE_ANSWER),
	CUE("chose", WHEN_CUE_PAST),
	CUE("chosen", WHEN_CUE_ANSWER),
	CUE("closed", WHEN_CUE_PAST | WHEN_CUE_DONE),
	CUE("come", WHEN_CUE_BASE),
	CUE("completed", WHEN_CUE_PAST | WHEN_CUE_DONE),
	CUE("confirm", WHEN_CUE_BASE),
	CUE("confirmed", WHEN_CUE_FUTURE),
	CUE("contact", WHEN_CUE_BASE | WHEN_CUE_ANSWER),
	CUE("contacted", WHEN_CUE_PAST | WHEN_CUE_ANSWER),
	CUE("contacts", WHEN_CUE_ANSWER),
	CUE("could", WHEN_CUE_BASE | WHEN_CUE_SMALL),
	CUE("cut", WHEN_CUE_PAST | WHEN_CUE_DONE),
	CUE("deadline", WHEN_CUE_FUTURE),
	CUE("decide", WHEN_CUE_BASE | WHEN_CUE_ANSWER),
	CUE("decided", WHEN_CUE_PAST | WHEN_CUE_ANSWER),
	CUE("decides", WHEN_CUE_BASE | WHEN_CUE_ANSWER),
	CUE("deciding", WHEN_CUE_BASE | WHEN_CUE_ANSWER),
	CUE("decision", WHEN_CUE_ANSWER),
	CUE("decisions", WHEN_CUE_ANSWER),
	CUE("delivered", WHEN_CUE_PAST | WHEN_CUE_DONE),
	CUE("did", WHEN_CUE_PAST | WHEN_CUE_DONE),
	CUE("do", WHEN_CUE_BASE),
	CUE("doubled", WHEN_CUE_PAST | WHEN_CUE_DONE),
	CUE("draft", WHEN_CUE_BASE),
	CUE("drew", WHEN_CUE_PAST),
	CUE("dropped", WHEN_CUE_PAST | WHEN_CUE_DONE),
	CUE("drove", WHEN_CUE_PAST),
	CUE("earned", WHEN_CUE_PAST | WHEN_CUE_DONE),
	CUE("email", WHEN_CUE_BASE | WHEN_CUE_ANSWER),
	CUE("emails", WHEN_CUE_ANSWER),
	CUE("expect", WHEN_CUE_FUTURE),
	CUE("expected", WHEN_CUE_FUTURE),
	CUE("expecting", WHEN_CUE_FUTURE),
	CUE("expects", WHEN_CUE_FUTURE),
	CUE("feedback", WHEN_CUE_ANSWER),
	CUE("fell", WHEN_CUE_PAST | WHEN_CUE_DONE),
	CUE("felt", WHEN_CUE_PAST),
	CUE("find", WHEN_CUE_ANSWER),
	CUE("finish", WHEN_CUE_BASE),
	CUE("finished", WHEN_CUE_PAST | WHEN_CUE_DONE),
	CUE("fix", WHEN_CUE_BASE),
	CUE("fixed", WHEN_CUE_PAST | WHEN_CUE_DONE),
	CUE("flew", WHEN_CUE_PAST),
	CUE("follow", WHEN_CUE_BASE),
	CUE("for", WHEN_CUE_SMALL),
	CUE("forgot", WHEN_CUE_PAST),
	CUE("found", WHEN_CUE_PAST),
	CUE("froze", WHEN_CUE_PAST),
	CUE("gave", WHEN_CUE_PAST),
	CUE("generally", WHEN_CUE_HABIT),
	CUE("get", WHEN_CUE_BASE),
	CUE("gets", WHEN_CUE_BE),
	CUE("give", WHEN_CUE_BASE),
	CUE("going", WHEN_CUE_FUTURE),
	CUE("gonna", WHEN_CUE_FUTURE),
	CUE("got", WHEN_CUE_PAST),
	CUE("grew", WHEN_CUE_PAST | WHEN_CUE_DONE),
	CUE("had", WHEN_CUE_PAST | WHEN_CUE_SMALL),
	CUE("halved", WHEN_CUE_PAST | WHEN_CUE_DONE),
	CUE("happened", WHEN_CUE_PAST | WHEN_CUE_DONE),
	CUE("has", WHEN_CUE_HAVE | WHEN_CUE_SMALL),
	CUE("have", WHEN_CUE_HAVE | WHEN_CUE_SMALL),
	CUE("he", WHEN_CUE_SMALL),
	CUE("hear", WHEN_CUE_BASE | WHEN_CUE_ANSWER),
	CUE("heard", WHEN_CUE_PAST | WHEN_CUE_ANSWER),
	CUE("hearing", WHEN_CUE_ANSWER),
	CUE("held", WHEN_CUE_PAST),
	CUE("her", WHEN_CUE_SMALL),
	CUE("here", WHEN_CUE_SMALL),
	CUE("hired", WHEN_CUE_PAST | WHEN_CUE_DONE),
	CUE("his", WHEN_CUE_SMALL),
	CUE("hope", WHEN_CUE_FUTURE),
	CUE("hoped", WHEN_CUE_FUTURE),
	CUE("hopes", WHEN_CUE_FUTURE),
	CUE("hoping", WHEN_CUE_FUTURE),
	CUE("i", WHEN_CUE_SMALL),
	CUE("if", WHEN_CUE_SMALL),
	CUE("increased", WHEN_CUE_PAST | WHEN_CUE_DONE),
	CUE("informed", WHEN_CUE_PAST | WHEN_CUE_ANSWER),
	CUE("instead", WHEN_CUE_SMALL),
	CUE("intend", WHEN_CUE_FUTURE),
	CUE("intended", WHEN_CUE_FUTURE),
	CUE("intends", WHEN_CUE_FUTURE),
	CUE("invited", WHEN_CUE_FUTURE),
	CUE("is", WHEN_CUE_BE | WHEN_CUE_SMALL),
	CUE("it", WHEN_CUE_SMALL),
	CUE("kept", WHEN_CUE_PAST),
	CUE("knew", WHEN_CUE_PAST),
	CUE("know", WHEN_CUE_ANSWER),
	CUE("latest", WHEN_CUE_SMALL),
	CUE("launched", WHEN_CUE_PAST | WHEN_CUE_DONE),
	CUE("learn", WHEN_CUE_BASE),
	CUE("learned", WHEN_CUE_PAST | WHEN_CUE_DONE),
	CUE("learnt", WHEN_CUE_PAST | WHEN_CUE_DONE),
	CUE("led", WHEN_CUE_PAST),
	CUE("left", WHEN_CUE_PAST),
	CUE("let", WHEN_CUE_BASE),
	CUE("likely", WHEN_CUE_FUTURE),
	CUE("look", WHEN_CUE_BASE),
	CUE("lost", WHEN_CUE_PAST),
	CUE("made", WHEN_CUE_PAST | WHEN_CUE_DONE),
	CUE("mail", WHEN_CUE_BASE | WHEN_CUE_ANSWER),
	CUE("mails", WHEN_CUE_ANSWER),
	CUE("make", WHEN_CUE_BASE),
	CUE("mean", WHEN_CUE_BASE),
	CUE("meant", WHEN_CUE_FUTURE),
	CUE("meet", WHEN_CUE_BASE),
	CUE("message", WHEN_CUE_BASE | WHEN_CUE_ANSWER),
	CUE("met", WHEN_CUE_PAST),
	CUE("midnight", WHEN_CUE_SMALL),
	CUE("might", WHEN_CUE_FUTURE),
	CUE("migrated", WHEN_CUE_PAST | WHEN_CUE_DONE),
	CUE("must", WHEN_CUE_FUTURE),
	CUE("my", WHEN_CUE_SMALL),
	CUE("need", WHEN_CUE_BASE),
	CUE("needs", WHEN_CUE_BASE),
	CUE("never", WHEN_CUE_HABIT),
	CUE("news", WHEN_CUE_ANSWER),
	CUE("noon", WHEN_CUE_SMALL),
	CUE("normally", WHEN_CUE_HABIT),
	CUE("not", WHEN_CUE_SMALL),
	CUE("notified", WHEN_CUE_PAST | WHEN_CUE_ANSWER),
	CUE("often", WHEN_CUE_HABIT),
	CUE("only", WHEN_CUE_SMALL),
	CUE("onward", WHEN_CUE_SMALL),
	CUE("onwards", WHEN_CUE_SMALL),
	CUE("order", WHEN_CUE_BASE),
	CUE("ought", WHEN_CUE_FUTURE),
	CUE("our", WHEN_CUE_SMALL),
	CUE("out", WHEN_CUE_ANSWER),
	CUE("outcome", WHEN_CUE_ANSWER),
	CUE("over", WHEN_CUE_SMALL),
	CUE("paid", WHEN_CUE_PAST),
	CUE("pay", WHEN_CUE_BASE),
	CUE("phone", WHEN_CUE_BASE | WHEN_CUE_ANSWER),
	CUE("phones", WHEN_CUE_ANSWER),
	CUE("pick", WHEN_CUE_BASE | WHEN_CUE_ANSWER),
	CUE("picked", WHEN_CUE_PAST | WHEN_CUE_ANSWER),
	CUE("picking", WHEN_CUE_ANSWER),
	CUE("picks", WHEN_CUE_ANSWER),
	CUE("ping", WHEN_CUE_BASE | WHEN_CUE_ANSWER),
	CUE("plan", WHEN_CUE_FUTURE | WHEN_CUE_BASE),
	CUE("planned", WHEN_CUE_FUTURE),
	CUE("planning", WHEN_CUE_FUTURE),
	CUE("plans", WHEN_CUE_FUTURE),
	CUE("please", WHEN_CUE_BASE | WHEN_CUE_SMALL),
	CUE("practice", WHEN_CUE_BASE),
	CUE("practise", WHEN_CUE_BASE),
	CUE("prep", WHEN_CUE_BASE),
	CUE("prepare", WHEN_CUE_BASE),
	CUE("promise", WHEN_CUE_FUTURE),
	CUE("promised", WHEN_CUE_FUTURE),
	CUE("promises", WHEN_CUE_FUTURE),
	CUE("ran", WHEN_CUE_PAST | WHEN_CUE_DONE),
	CUE("rang", WHEN_CUE_PAST),
	CUE("reduced", WHEN_CUE_PAST | WHEN_CUE_DONE),
	CUE("rehearse", WHEN_CUE_BASE),
	CUE("remind", WHEN_CUE_BASE),
	CUE("replied", WHEN_CUE_PAST | WHEN_CUE_DONE),
	CUE("replies", WHEN_CUE_ANSWER),
	CUE("reply", WHEN_CUE_BASE | WHEN_CUE_ANSWER),
	CUE("research", WHEN_CUE_BASE),
	CUE("respond", WHEN_CUE_ANSWER),
	CUE("responds", WHEN_CUE_ANSWER),
	CUE("response", WHEN_CUE_ANSWER),
	CUE("result", WHEN_CUE_ANSWER),
	CUE("results", WHEN_CUE_ANSWER),
	CUE("return", WHEN_CUE_BASE),
	CUE("review", WHEN_CUE_BASE),
	CUE("ring", WHEN_CUE_BASE | WHEN_CUE_ANSWER),
	CUE("ringing", WHEN_CUE_ANSWER),
	CUE("rings", WHEN_CUE_BASE | WHEN_CUE_ANSWER),
	CUE("rose", WHEN_CUE_PAST | WHEN_CUE_DONE),
	CUE("rung", WHEN_CUE_ANSWER),
	CUE("said", WHEN_CUE_PAST | WHEN_CUE_SAY | WHEN_CUE_SMALL),
	CUE("saved", WHEN_CUE_PAST | WHEN_CUE_DONE),
	CUE("saw", WHEN_CUE_PAST),
	CUE("says", WHEN_CUE_SAY),
	CUE("schedule", WHEN_CUE_BASE),
	CUE("scheduled", WHEN_CUE_FUTURE),
	CUE("see", WHEN_CUE_BASE),
	CUE("send", WHEN_CUE_BASE),
	CUE("sends", WHEN_CUE_BASE),
	CUE("sent", WHEN_CUE_PAST),
	CUE("set", WHEN_CUE_BASE),
	CUE("shall", WHEN_CUE_FUTURE),
	CUE("sharp", WHEN_CUE_SMALL),
	CUE("she", WHEN_CUE_SMALL),
	CUE("shipped", WHEN_CUE_PAST | WHEN_CUE_DONE),
	CUE("should", WHEN_CUE_FUTURE | WHEN_CUE_SMALL),
	CUE("show", WHEN_CUE_BASE),
	CUE("sign", WHEN_CUE_BASE),
	CUE("slept", WHEN_CUE_PAST),
	CUE("so", WHEN_CUE_JOINT | WHEN_CUE_SMALL),
	CUE("sold", WHEN_CUE_PAST | WHEN_CUE_DONE),
	CUE("solved", WHEN_CUE_PAST | WHEN_CUE_DONE),
	CUE("spent", WHEN_CUE_PAST),
	CUE("spoke", WHEN_CUE_PAST),
	CUE("still", WHEN_CUE_SMALL),
	CUE("stood", WHEN_CUE_PAST),
	CUE("study", WHEN_CUE_BASE),
	CUE("submit", WHEN_CUE_BASE),
	CUE("supposed", WHEN_CUE_FUTURE),
	CUE("take", WHEN_CUE_BASE),
	CUE("talk", WHEN_CUE_BASE),
	CUE("taught", WHEN_CUE_PAST),
	CUE("tentatively", WHEN_CUE_FUTURE),
	CUE("text", WHEN_CUE_BASE | WHEN_CUE_ANSWER),
	CUE("thank", WHEN_CUE_BASE),
	CUE("their", WHEN_CUE_SMALL),
	CUE("then", WHEN_CUE_JOINT | WHEN_CUE_SMALL),
	CUE("there", WHEN_CUE_SMALL),
	CUE("they", WHEN_CUE_SMALL),
	CUE("though", WHEN_CUE_SMALL),
	CUE("thought", WHEN_CUE_PAST),
	CUE("told", WHEN_CUE_PAST | WHEN_CUE_SAY | WHEN_CUE_ANSWER),
	CUE("too", WHEN_CUE_SMALL),
	CUE("took", WHEN_CUE_PAST),
	CUE("touch", WHEN_CUE_ANSWER),
	CUE("trained", WHEN_CUE_PAST | WHEN_CUE_DONE),
	CUE("tripled", WHEN_CUE_PAST | WHEN_CUE_DONE),
	CUE("try", WHEN_CUE_BASE),
	CUE("typically", WHEN_CUE_HABIT),
	CUE("update", WHEN_CUE_BASE | WHEN_CUE_ANSWER),
	CUE("updated", WHEN_CUE_PAST | WHEN_CUE_ANSWER),
	CUE("usually", WHEN_CUE_HABIT),
	CUE("verdict", WHEN_CUE_ANSWER),
	CUE("via", WHEN_CUE_SMALL),
	CUE("visit", WHEN_CUE_BASE),
	CUE("want", WHEN_CUE_FUTURE),
	CUE("wanted", WHEN_CUE_FUTURE),
	CUE("wants", WHEN_CUE_FUTURE),
	CUE("was", WHEN_CUE_PAST | WHEN_CUE_SMALL),
	CUE("we", WHEN_CUE_SMALL),
	CUE("went", WHEN_CUE_PAST | WHEN_CUE_DONE),
	CUE("were", WHEN_CUE_PAST | WHEN_CUE_SMALL),
	CUE("when", WHEN_CUE_JOINT | WHEN_CUE_SMALL),
	CUE("where", WHEN_CUE_SMALL),
	CUE("whether", WHEN_CUE_SMALL),
	CUE("which", WHEN_CUE_JOINT | WHEN_CUE_SMALL),
	CUE("while", WHEN_CUE_JOINT | WHEN_CUE_SMALL),
	CUE("who", WHEN_CUE_JOINT | WHEN_CUE_SMALL),
	CUE("will", WHEN_CUE_FUTURE | WHEN_CUE_SMALL),
	CUE("with", WHEN_CUE_SMALL),
	CUE("withdrew", WHEN_CUE_PAST),
	CUE("won", WHEN_CUE_FUTURE),
	CUE("word", WHEN_CUE_ANSWER),
	CUE("wore", WHEN_CUE_PAST),
	CUE("works", WHEN_CUE_SMALL),
	CUE("would", WHEN_CUE_FUTURE | WHEN_CUE_SMALL),
	CUE("write", WHEN_CUE_BASE | WHEN_CUE_ANSWER),
	CUE("writes", WHEN_CUE_BASE | WHEN_CUE_ANSWER),
	CUE("wrote", WHEN_CUE_PAST | WHEN_CUE_DONE),
	CUE("yet", WHEN_CUE_SMALL),
	CUE("you", WHEN_CUE_SMALL),
};

static uint16_t slots[SLOTS]; /* the index of a word and one, 0 for none */
static pthread_once_t tables_once = PTHREAD_ONCE_INIT;
static atomic_bool is_filled; /* asked before pthread_once(), which is slow */

struct folded { /* a word in small letters, zeros behind it */
	uint64_t head, tail;
};

static struct folded take_folded(const char text[MAX_WORD + 1])
{
	struct folded out = {jscan_eight_load(text),
			     jscan_eight_load(text + 8)};

	return out;
}

static unsigned hash(struct folded word)
{
	uint64_t mixed = word.head * 0x9e3779b97f4a7c15u ^
			 word.tail * 0xc2b2ae3d27d4eb4fu;

	return (unsigned)(mixed >> 32) % SLOTS;
}

static void fill_slots(void)
{
	for (size_t i = 0; i < sizeof(words) / sizeof(words[0]); i++) {
		const struct jscan_when_token token = {
			.kind = words[i].kind, .value = words[i].value};
		unsigned slot = hash(take_folded(words[i].text));

		while (slots[slot] != 0)
			slot = (slot + 1) % SLOTS;
		slots[slot] = (uint16_t)(i + 1);
		if (jscan_when_is_anchor(&token))
			jscan_when_add_beginning(words[i].text);
	}
}

static void fill_tables(void)
{
	fill_slots();
	jscan_when_prepare_rows();
	atomic_store_explicit(&is_filled, true, memory_order_release);
}

void jscan_when_prepare(void)
{
	if (!atomic_load_explicit(&is_filled, memory_order_acquire))
		pthread_once(&tables_once, fill_tables);
}

/* An -ed that the table does not have is a verb's past. */
static inline bool is_past(const char *word, size_t len)
{
	return len > 4 && (word[len - 1] | 0x20) == 'd' &&
	       (word[len - 2] | 0x20) == 'e' && (word[len - 3] | 0x20) != 'e';
}

/* Takes over what the table says of the word; false when it is not there. */
static inline bool find(struct jscan_when_token *token, struct folded word)
{
	for (unsigned slot = hash(word); slots[slot] != 0;
	     slot = (slot + 1) % SLOTS) {
		const struct word *found = &words[slots[slot] - 1];
		struct folded known = take_folded(found->text);

		if (known.head != word.head || known.tail != word.tail)
			continue;
		token->kind = found->kind;
		token->value = found->value;
		token->flags |= found->flags;
		token->cues = found->cues;
		return true;
	}
	return false;
}

void jscan_when_look_up(struct jscan_when_token *token, const char *text,
			size_t len)
{
	char word[MAX_WORD + 1] = {0};

	token->kind = WHEN_WORD;
	if (len == 0 || len > MAX_WORD)
		return;
	for (size_t i = 0; i < len; i++)
		word[i] = (char)(text[i] | 0x20);
	if (!find(token, take_folded(word)) && is_past(text, len))
		token->cues = WHEN_CUE_PAST;
}

/* A word that is long, or near the end of the text. */
static size_t read_slowly(struct jscan_when_token *token, const char *text,
			  size_t len)
{
	size_t end = 0;

	while (end < len && (unsigned char)((text[end] | 0x20) - 'a') < 26)
		end++;
	jscan_when_look_up(token, text, end);
	return end;
}

/* The high bits of those of eight small bytes that are no letters. */
static uint64_t find_others(uint64_t eight)
{
	return ~jscan_eight_between(eight, 'a', 'z') & JSCAN_EIGHT_HIGHS;
}

/* Only the bytes before the first of the others. */
static uint64_t cut(uint64_t eight, uint64_t others)
{
	return eight & ((others & -others) - 1) >> 7;
}

size_t jscan_when_read_word(struct jscan_when_token *token, const char *text,
			    size_t len)
{
	const uint64_t small = JSCAN_EIGHT_ONES * 0x20;
	struct folded word = {0, 0};
	uint64_t others;
	size_t count;

	if (len <= MAX_WORD)
		return read_slowly(token, text, len);
	word.head = jscan_eight_load(text) | small;
	others = find_others(word.head);
	if (others != 0) {
		count = jscan_eight_first(others);
		word.head = cut(word.head, others);
	} else {
		word.tail = jscan_eight_load(text + 8) | small;
		others = find_others(word.tail);
		if (others == 0)
			return read_slowly(token, text, len);
		count = 8 + jscan_eight_first(others);
		word.tail = cut(word.tail, others);
	}
	token->kind = WHEN_WORD;
	if (count > 0 && !find(token, word) && is_past(text, count))
		token->cues = WHEN_CUE_PAST;
	return count;
}
