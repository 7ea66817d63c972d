/*
 * The words that dates are made of, by first letter, with what each one is and
 * its number.  To add a word: one line under its letter.  Words that are also
 * everyday words or names are marked doubtful; when_evidence.c says what they
 * need to count as dates.
 */
#include "facts/when_internal.h"

#include <string.h>

#define MAX_WORD 12

struct word {
	char text[MAX_WORD + 1];
	uint8_t kind;
	int16_t value;
	uint8_t flags;
};

#define MONTH(text, number) \
	{ \
		text, WHEN_MONTH, number, 0 \
	}
#define MON(text, number) \
	{ \
		text, WHEN_MONTH, number, WHEN_SHORT \
	}
#define WEEKDAY(text, number) \
	{ \
		text, WHEN_WEEKDAY, number, 0 \
	}
#define WEEKDAYS(text, number) \
	{ \
		text, WHEN_WEEKDAYS, number, 0 \
	}
#define WDAY(text, number) \
	{ \
		text, WHEN_WEEKDAY, number, WHEN_SHORT \
	}
#define DOUBT(text, kind, number) \
	{ \
		text, kind, number, WHEN_DOUBTFUL \
	}
#define SHORTDOUBT(text, kind, number) \
	{ \
		text, kind, number, WHEN_DOUBTFUL | WHEN_SHORT \
	}
#define NUMBER(text, number) \
	{ \
		text, WHEN_NUMBER, number, WHEN_SPELLED \
	}
#define ORDINAL(text, number) \
	{ \
		text, WHEN_ORDINAL, number, WHEN_SPELLED \
	}
#define UNIT(text, unit) \
	{ \
		text, WHEN_UNIT, unit, 0 \
	}
#define WORD(text, kind, value) \
	{ \
		text, kind, value, 0 \
	}
/* The rest of the name is looked up in when_holiday.c. */
#define HOLIDAY(text) \
	{ \
		text, WHEN_HOLIDAY, 0, 0 \
	}

static const struct word a_words[] = {
	WORD("a", WHEN_A, 1),
	WORD("an", WHEN_A, 1),
	WORD("and", WHEN_AND, 0),
	WORD("at", WHEN_AT, 0),
	WORD("after", WHEN_AFTER, 0),
	WORD("ago", WHEN_AGO, 0),
	DOUBT("april", WHEN_MONTH, 4),
	SHORTDOUBT("apr", WHEN_MONTH, 4),
	DOUBT("august", WHEN_MONTH, 8),
	MON("aug", 8),
	WORD("autumn", WHEN_SEASON, 3),
	WORD("afternoon", WHEN_DAYPART, 0),
	WORD("afternoons", WHEN_DAYPART, 2),
	WORD("alternate", WHEN_EVERY, 0),
	WORD("any", WHEN_EVERY, 0),
	HOLIDAY("all"),
	HOLIDAY("armistice"),
	HOLIDAY("ascension"),
	HOLIDAY("ash"),
};

static const struct word b_words[] = {
	WORD("by", WHEN_BY, 0),
	WORD("before", WHEN_BEFORE, 0),
	WORD("between", WHEN_BETWEEN, 0),
	WORD("beginning", WHEN_PART, WHEN_START),
	WORD("business", WHEN_BUSINESS, 0),
	HOLIDAY("bastille"),
	HOLIDAY("black"),
	HOLIDAY("bonfire"),
	HOLIDAY("boxing"),
};

static const struct word c_words[] = {
	WORD("couple", WHEN_COUNT, 2),
	WORD("coming", WHEN_NEXT, WHEN_COMING),
	WORD("current", WHEN_THIS, 0),
	WORD("commencing", WHEN_STARTING, 0),
	WORD("calendar", WHEN_BUSINESS, 1),
	HOLIDAY("christmas"),
	HOLIDAY("columbus"),
	HOLIDAY("corpus"),
	HOLIDAY("cyber"),
};

static const struct word d_words[] = {
	UNIT("day", WHEN_DAY),	 UNIT("days", WHEN_DAY),
	MONTH("december", 12),	 SHORTDOUBT("dec", WHEN_MONTH, 12),
	WORD("due", WHEN_BY, 1), WORD("during", WHEN_IN, 1),
};

static const struct word e_words[] = {
	WORD("early", WHEN_PART, WHEN_EARLY),
	WORD("earlier", WHEN_EARLIER, 0),
	WORD("end", WHEN_PART, WHEN_END),
	WORD("ending", WHEN_STARTING, 1),
	WORD("eod", WHEN_END_OF, WHEN_DAY),
	WORD("eow", WHEN_END_OF, WHEN_WEEK),
	WORD("eom", WHEN_END_OF, WHEN_MONTHS),
	WORD("eoq", WHEN_END_OF, WHEN_QUARTERS),
	WORD("eoy", WHEN_END_OF, WHEN_YEARS),
	WORD("every", WHEN_EVERY, 0),
	WORD("each", WHEN_EVERY, 0),
	WORD("evening", WHEN_DAYPART, 0),
	WORD("evenings", WHEN_DAYPART, 2),
	NUMBER("eight", 8),
	NUMBER("eleven", 11),
	NUMBER("eighteen", 18),
	NUMBER("eighty", 80),
	ORDINAL("eighth", 8),
	ORDINAL("eleventh", 11),
	ORDINAL("eighteenth", 18),
	HOLIDAY("easter"),
	HOLIDAY("earth"),
};

static const struct word f_words[] = {
	WEEKDAY("friday", 4),
	WDAY("fri", 4),
	WEEKDAYS("fridays", 4),
	MONTH("february", 2),
	MON("feb", 2),
	WORD("from", WHEN_FROM, 0),
	WORD("few", WHEN_COUNT, 3),
	WORD("following", WHEN_NEXT, WHEN_OPEN_STEP),
	UNIT("fortnight", WHEN_FORTNIGHT),
	UNIT("fortnights", WHEN_FORTNIGHT),
	WORD("fall", WHEN_SEASON, 3),
	NUMBER("four", 4),
	NUMBER("five", 5),
	NUMBER("fourteen", 14),
	NUMBER("fifteen", 15),
	NUMBER("forty", 40),
	NUMBER("fifty", 50),
	ORDINAL("first", 1),
	ORDINAL("fourth", 4),
	ORDINAL("fifth", 5),
	ORDINAL("fourteenth", 14),
	ORDINAL("fifteenth", 15),
	HOLIDAY("father"),
	HOLIDAY("fathers"),
};

static const struct word g_words[] = {
	HOLIDAY("good"),
	HOLIDAY("guy"),
};

static const struct word h_words[] = {
	WORD("hence", WHEN_HENCE, 0),
	HOLIDAY("halloween"),
	HOLIDAY("holy"),
};

static const struct word i_words[] = {
	WORD("in", WHEN_IN, 0),
	HOLIDAY("independence"),
	HOLIDAY("indigenous"),
};

static const struct word j_words[] = {
	MONTH("january", 1),
	SHORTDOUBT("jan", WHEN_MONTH, 1),
	DOUBT("june", WHEN_MONTH, 6),
	MON("jun", 6),
	MONTH("july", 7),
	MON("jul", 7),
	HOLIDAY("juneteenth"),
};

static const struct word l_words[] = {
	WORD("last", WHEN_LAST, 0),
	WORD("late", WHEN_PART, WHEN_LATE),
	WORD("later", WHEN_LATER, 0),
	WORD("lunch", WHEN_DAYPART, 0),
	HOLIDAY("labor"),
	HOLIDAY("labour"),
};

static const struct word m_words[] = {
	WEEKDAY("monday", 0),
	SHORTDOUBT("mon", WHEN_WEEKDAY, 0),
	WEEKDAYS("mondays", 0),
	DOUBT("march", WHEN_MONTH, 3),
	SHORTDOUBT("mar", WHEN_MONTH, 3),
	DOUBT("may", WHEN_MONTH, 5),
	UNIT("month", WHEN_MONTHS),
	UNIT("months", WHEN_MONTHS),
	WORD("mid", WHEN_PART, WHEN_MIDDLE),
	WORD("middle", WHEN_PART, WHEN_MIDDLE),
	WORD("morning", WHEN_DAYPART, 0),
	WORD("mornings", WHEN_DAYPART, 2),
	HOLIDAY("mardi"),
	HOLIDAY("martin"),
	HOLIDAY("maundy"),
	HOLIDAY("memorial"),
	HOLIDAY("mlk"),
	HOLIDAY("mother"),
	HOLIDAY("mothers"),
};

static const struct word n_words[] = {
	WORD("next", WHEN_NEXT, WHEN_FOLLOWING),
	MONTH("november", 11),
	MON("nov", 11),
	WORD("now", WHEN_NOW, 0),
	WORD("night", WHEN_DAYPART, 1),
	WORD("nights", WHEN_DAYPART, 2),
	NUMBER("nine", 9),
	NUMBER("nineteen", 19),
	NUMBER("ninety", 90),
	ORDINAL("ninth", 9),
	ORDINAL("nineteenth", 19),
	HOLIDAY("new"),
};

static const struct word o_words[] = {
	WORD("of", WHEN_OF, 0), WORD("on", WHEN_ON, 0), WORD("or", WHEN_OR, 0),
	MONTH("october", 10),	MON("oct", 10),		NUMBER("one", 1),
};

static const struct word p_words[] = {
	WORD("past", WHEN_LAST, WHEN_RECENT),
	WORD("previous", WHEN_LAST, 0),
	WORD("prior", WHEN_LAST, 0),
	HOLIDAY("palm"),
	HOLIDAY("pancake"),
	HOLIDAY("pentecost"),
	HOLIDAY("president"),
	HOLIDAY("presidents"),
};

static const struct word q_words[] = {
	UNIT("quarter", WHEN_QUARTERS),
	UNIT("quarters", WHEN_QUARTERS),
	UNIT("qtr", WHEN_QUARTERS),
};

static const struct word r_words[] = {
	HOLIDAY("remembrance"),
};

static const struct word s_words[] = {
	WEEKDAY("saturday", 5),
	WEEKDAY("sunday", 6),
	WEEKDAYS("saturdays", 5),
	WEEKDAYS("sundays", 6),
	SHORTDOUBT("sat", WHEN_WEEKDAY, 5),
	SHORTDOUBT("sun", WHEN_WEEKDAY, 6),
	MONTH("september", 9),
	MON("sept", 9),
	MON("sep", 9),
	WORD("since", WHEN_SINCE, 0),
	WORD("same", WHEN_THIS, 2),
	WORD("several", WHEN_COUNT, 3),
	WORD("start", WHEN_PART, WHEN_START),
	WORD("starting", WHEN_STARTING, 0),
	WORD("spring", WHEN_SEASON, 1),
	WORD("summer", WHEN_SEASON, 2),
	NUMBER("six", 6),
	NUMBER("seven", 7),
	NUMBER("sixteen", 16),
	NUMBER("seventeen", 17),
	NUMBER("sixty", 60),
	NUMBER("seventy", 70),
	ORDINAL("second", 2),
	ORDINAL("sixth", 6),
	ORDINAL("seventh", 7),
	ORDINAL("sixteenth", 16),
	ORDINAL("seventeenth", 17),
	HOLIDAY("saint"),
	HOLIDAY("shrove"),
	HOLIDAY("st"),
};

static const struct word t_words[] = {
	WORD("the", WHEN_THE, 0),
	WORD("to", WHEN_TO, 0),
	WORD("this", WHEN_THIS, 0),
	WORD("that", WHEN_THIS, 1),
	WORD("till", WHEN_UNTIL, 0),
	WORD("til", WHEN_UNTIL, 0),
	WORD("thru", WHEN_TO, 1),
	WORD("through", WHEN_TO, 1),
	WEEKDAY("tuesday", 1),
	WEEKDAYS("tuesdays", 1),
	WEEKDAY("thursday", 3),
	WEEKDAYS("thursdays", 3),
	WDAY("tue", 1),
	WDAY("tues", 1),
	WDAY("thu", 3),
	WDAY("thur", 3),
	WDAY("thurs", 3),
	WORD("today", WHEN_RELATIVE, 0),
	WORD("tonight", WHEN_RELATIVE, 0),
	WORD("tomorrow", WHEN_RELATIVE, 1),
	WORD("tmrw", WHEN_RELATIVE, 1),
	WORD("tmr", WHEN_RELATIVE, 1),
	NUMBER("two", 2),
	NUMBER("three", 3),
	NUMBER("ten", 10),
	NUMBER("twelve", 12),
	NUMBER("thirteen", 13),
	NUMBER("twenty", 20),
	NUMBER("thirty", 30),
	ORDINAL("third", 3),
	ORDINAL("tenth", 10),
	ORDINAL("twelfth", 12),
	ORDINAL("thirteenth", 13),
	ORDINAL("twentieth", 20),
	ORDINAL("thirtieth", 30),
	HOLIDAY("thanksgiving"),
};

static const struct word u_words[] = {
	WORD("until", WHEN_UNTIL, 0),
	WORD("upcoming", WHEN_NEXT, WHEN_COMING),
};

static const struct word v_words[] = {
	HOLIDAY("valentine"),
	HOLIDAY("valentines"),
	HOLIDAY("veteran"),
	HOLIDAY("veterans"),
};

static const struct word w_words[] = {
	WEEKDAY("wednesday", 2),
	WEEKDAYS("wednesdays", 2),
	WDAY("weds", 2),
	SHORTDOUBT("wed", WHEN_WEEKDAY, 2),
	UNIT("week", WHEN_WEEK),
	UNIT("weeks", WHEN_WEEK),
	UNIT("weekend", WHEN_WEEKEND),
	UNIT("wkend", WHEN_WEEKEND),
	UNIT("wk", WHEN_WEEK),
	UNIT("wks", WHEN_WEEK),
	UNIT("weekends", WHEN_WEEKEND),
	WORD("within", WHEN_WITHIN, 0),
	WORD("winter", WHEN_SEASON, 4),
	WORD("working", WHEN_BUSINESS, 0),
	WORD("work", WHEN_BUSINESS, 0),
	HOLIDAY("whit"),
};

static const struct word x_words[] = {
	HOLIDAY("xmas"),
};

static const struct word y_words[] = {
	WORD("yesterday", WHEN_RELATIVE, -1),
	UNIT("year", WHEN_YEARS),
	UNIT("years", WHEN_YEARS),
	UNIT("yr", WHEN_YEARS),
	UNIT("yrs", WHEN_YEARS),
};

#define LETTER(list) \
	{ \
		list, sizeof(list) / sizeof((list)[0]) \
	}

static const struct {
	const struct word *words;
	size_t count;
} letters[26] = {
	LETTER(a_words), LETTER(b_words), LETTER(c_words), LETTER(d_words),
	LETTER(e_words), LETTER(f_words), LETTER(g_words), LETTER(h_words),
	LETTER(i_words), LETTER(j_words), {NULL, 0},	   LETTER(l_words),
	LETTER(m_words), LETTER(n_words), LETTER(o_words), LETTER(p_words),
	LETTER(q_words), LETTER(r_words), LETTER(s_words), LETTER(t_words),
	LETTER(u_words), LETTER(v_words), LETTER(w_words), LETTER(x_words),
	LETTER(y_words), {NULL, 0},
};

bool jscan_when_look_up(struct jscan_when_token *token, const char *word,
			size_t len)
{
	unsigned letter = (unsigned char)word[0] - 'a';
	const struct word *found;

	if (letter >= 26 || len > MAX_WORD)
		return false;
	found = letters[letter].words;
	for (size_t i = 0; i < letters[letter].count; i++, found++) {
		if (found->text[len] != '\0' ||
		    memcmp(found->text, word, len) != 0)
			continue;
		token->kind = found->kind;
		token->value = found->value;
		token->flags |= found->flags;
		return true;
	}
	return false;
}
