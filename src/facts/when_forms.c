/*
 * The forms in which people write dates, as a table: of the rows that match at
 * a word the longest wins.  A pattern is a string of the letters of enum
 * jscan_when_kind, one a token, and of these:
 *
 *	D  the number of a day, in digits or as an ordinal
 *	Y  a year in four digits
 *	C  a count: 3, three, a, a couple of, a few
 *	U  a unit, with or without "business" before it
 *	*  an amount: a count and a unit, or several (2 weeks and 3 days)
 *	K  week		G  day		J  quarter
 *	r  a dash, to, until
 *	:  a dash or slash without spaces
 *	?  behind any of them: it may be missing
 *
 * "the" may stand before any element but the first.  No form looks back, and
 * none is longer than WHEN_AHEAD tokens, so reading is linear.
 *
 * To add a form: a row under what it starts with, and a case in test_when.c.
 */
#include "facts/when_table.h"

/* One form a line, and an example. */
/* clang-format off */

static const struct jscan_when_form digit_forms[] = {
	{"I",        "t",    WHEN_V_DATE, 0, 0},    /* 2026-11-09, 11/9/2026 */
	{"Z",        "t",    WHEN_V_MONTH, 0, 0},   /* 2026-11, 11/2026 */
	{"P",        "t",    WHEN_V_DATE, 0, 0},    /* 3/25 */
	{"X",        "t",    WHEN_V_DATE, 0, 0},    /* 10/1-11/7 */
	{"X,Y",      "ty",   WHEN_V_DATE, 0, 0},    /* 5/1-5/7, 2020 */
	{"Bo?M",     "tm",   WHEN_V_DATE, 0, 0},    /* 13-15 July */
	{"Bo?M,?Y",  "tmy",  WHEN_V_DATE, 0, 0},
};

static const struct jscan_when_form number_forms[] = {
	{"Do?M",      "dm",   WHEN_V_DATE, 0, 0},   /* 9th of Nov */
	{"Do?M,?Y",   "dmy",  WHEN_V_DATE, 0, 0},   /* 9 November, 2026 */
	{"Do?MoY",    "dmy",  WHEN_V_DATE, 0, 0},
	{"Do?MiY",    "dmy",  WHEN_V_DATE, 0, 0},
	{"D:M",       "dm",   WHEN_V_DATE, 0, 0},   /* 9-Nov */
	{"D:M:Y",     "dmy",  WHEN_V_DATE, 0, 0},
	{"Y:M:D",     "ymd",  WHEN_V_DATE, 0, 0},   /* 2026-Nov-9 */
	{"YMD",       "ymd",  WHEN_V_DATE, 0, 0},
	{"YNN",       "ymd",  WHEN_V_DATE, 0, 0},   /* 2026 11 09 */
	{"NNY",       "mdy",  WHEN_V_DATE, 0, 0},   /* 11 09 2026 */
	{"DrDo?M",    "dDm",  WHEN_V_DATE, 0, 0},   /* 3 to 6 February */
	{"DrDo?M,?Y", "dDmy", WHEN_V_DATE, 0, 0},
	{"DrDtU",     "dDu",  WHEN_V_PERIOD, 0, 0}, /* 4 to 22 this month */
	{"DrDnU",     "dDu",  WHEN_V_PERIOD, 0, 1},
	{"DrMD",      "dmD",  WHEN_V_DATE, 0, 0},   /* 4 to January 22 */
	{"DrMD,?Y",   "dmDy", WHEN_V_DATE, 0, 0},
	{"D",         "d",    WHEN_V_DATE, 0, 0},   /* the 19th */
	{"YM",        "ym",   WHEN_V_MONTH, 0, 0},  /* 2026 Nov */
	{"Y:M",       "ym",   WHEN_V_MONTH, 0, 0},
	{"YQ",        "yv",   WHEN_V_QUARTER, 0, 0}, /* 2026 Q2 */
	{"Y:Q",       "yv",   WHEN_V_QUARTER, 0, 0},
	{"YOJ",       "yv.",  WHEN_V_QUARTER, 0, 0},
	{"OJ",        "v.",   WHEN_V_QUARTER, 0, 0}, /* third quarter */
	{"OJo?Y",     "v.y",  WHEN_V_QUARTER, 0, 0},
	{"Y",         "y",    WHEN_V_YEAR, 0, 0},
};

static const struct jscan_when_form amount_forms[] = {
	{"*g",        "nu",   WHEN_V_OFFSET, -1, 0}, /* three weeks ago */
	{"*h",        "nu",   WHEN_V_OFFSET, 1, 0},
	{"*fz",       "nu",   WHEN_V_OFFSET, 1, 0},  /* a week from now */
	{"*j",        "nu",   WHEN_V_OFFSET, 2, 0},  /* two days later */
	{"*k",        "nu",   WHEN_V_OFFSET, -2, 0}, /* a week earlier */
	{"*a",        "nu",   WHEN_V_OFFSET, 2, 0},  /* 3 days after */
	{"*b",        "nu",   WHEN_V_OFFSET, -2, 0},
	{"CnU",       "nu",   WHEN_V_SPAN, 1, 0},    /* the 3 next weeks */
	{"ClU",       "nu",   WHEN_V_SPAN, -1, 0},
	{"CVfz",      "nw",   WHEN_V_WEEKDAY, WHEN_COMING, 0},
	{"CVg",       "nw",   WHEN_V_WEEKDAY, WHEN_RECENT, 0},
	{"CKp?W",     "n.w",  WHEN_V_WEEKDAY, WHEN_COMING, 1},
};

static const struct jscan_when_form month_forms[] = {
	{"MD",       "md",    WHEN_V_DATE, 0, 0},   /* Nov 9th */
	{"M:D",      "md",    WHEN_V_DATE, 0, 0},
	{"MD,?Y",    "mdy",   WHEN_V_DATE, 0, 0},   /* Nov 9, 2026 */
	{"M:D:Y",    "mdy",   WHEN_V_DATE, 0, 0},
	{"MD,?TY",   "md.y",  WHEN_V_DATE, 0, 0},   /* Nov 9 14:00:05 2026 */
	{"MD,?TrTY", "md..y", WHEN_V_DATE, 0, 0},
	{"MD,?NT",   "mdy",   WHEN_V_DATE, 0, 0},  /* Nov 9 26 14:00 */
	{"M,OY",     "mdy",   WHEN_V_DATE, 0, 0},
	{"MDoY",     "mdy",   WHEN_V_DATE, 0, 0},
	{"MDiY",     "mdy",   WHEN_V_DATE, 0, 0},
	{"MDrD",     "mdD",   WHEN_V_DATE, 0, 0},   /* July 13 to 15 */
	{"MDrD,?Y",  "mdDy",  WHEN_V_DATE, 0, 0},
	{"MB",       "mt",    WHEN_V_DATE, 0, 0},   /* July 13-15 */
	{"MB,?Y",    "mty",   WHEN_V_DATE, 0, 0},
	{"M",        "m",     WHEN_V_MONTH, WHEN_OPEN_STEP, 0},
	{"M,?Y",     "my",    WHEN_V_MONTH, WHEN_OPEN_STEP, 0},
	{"M:Y",      "my",    WHEN_V_MONTH, WHEN_OPEN_STEP, 0},
	{"MoY",      "my",    WHEN_V_MONTH, WHEN_OPEN_STEP, 0},
};

static const struct jscan_when_form weekday_forms[] = {
	{"W",           "w",  WHEN_V_WEEKDAY, WHEN_OPEN_STEP, 0},
	{"WL",          "w",  WHEN_V_WEEKDAY, WHEN_OPEN_STEP, 0},
	{"WD",          "wd", WHEN_V_DATE, 0, 0},   /* Monday the 5th */
	{"W,O",         "wd", WHEN_V_DATE, 0, 0},
	{"WK",          "w.", WHEN_V_WEEKDAY, WHEN_COMING, 1}, /* Friday week */
	{"Wan",         "w",  WHEN_V_WEEKDAY, WHEN_COMING, 1},
	{"WL?,?p?o?tK", "w.", WHEN_V_WEEKDAY, WHEN_PRESENT, 0},
	{"WL?,?p?o?nK", "w.", WHEN_V_WEEKDAY, WHEN_FOLLOWING, 0},
	{"WL?,?p?o?lK", "w.", WHEN_V_WEEKDAY, WHEN_PREVIOUS, 0},
};

static const struct jscan_when_form next_forms[] = {
	{"nW",         "w",  WHEN_V_WEEKDAY, WHEN_FOLLOWING, 0},
	{"nU",         "u",  WHEN_V_PERIOD, 0, 1},
	{"nM",         "m",  WHEN_V_MONTH, WHEN_FOLLOWING, 0},
	{"nH",         "v",  WHEN_V_HOLIDAY, WHEN_FOLLOWING, 0},
	{"nS",         "v",  WHEN_V_SEASON, WHEN_FOLLOWING, 0},
	{"n*",         "nu", WHEN_V_SPAN, 1, 0},    /* next three weeks */
	{"nK-?,?p?W",  ".w", WHEN_V_WEEKDAY, WHEN_FOLLOWING, 0},
	{"nL",         "",   WHEN_V_DAYS, 0, 1},
};

static const struct jscan_when_form last_forms[] = {
	{"lW",         "w",  WHEN_V_WEEKDAY, WHEN_PREVIOUS, 0},
	{"lU",         "u",  WHEN_V_PERIOD, 0, -1},
	{"lM",         "m",  WHEN_V_MONTH, WHEN_PREVIOUS, 0},
	{"lH",         "v",  WHEN_V_HOLIDAY, WHEN_PREVIOUS, 0},
	{"lS",         "v",  WHEN_V_SEASON, WHEN_PREVIOUS, 0},
	{"l*",         "nu", WHEN_V_SPAN, -1, 0},
	{"lK-?,?p?W",  ".w", WHEN_V_WEEKDAY, WHEN_PREVIOUS, 0},
	{"lL",         "",   WHEN_V_DAYS, 0, -1},   /* last night */
};

static const struct jscan_when_form this_forms[] = {
	{"tW",         "w",  WHEN_V_WEEKDAY, WHEN_PRESENT, 0},
	{"tnW",        "w",  WHEN_V_WEEKDAY, WHEN_COMING, 0}, /* this coming */
	{"tlW",        "w",  WHEN_V_WEEKDAY, WHEN_RECENT, 0},
	{"tU",         "u",  WHEN_V_PERIOD, 0, 0},
	{"tnU",        "u",  WHEN_V_PERIOD, 0, 1},
	{"tlU",        "u",  WHEN_V_PERIOD, 0, -1},
	{"tM",         "m",  WHEN_V_MONTH, WHEN_PRESENT, 0},
	{"tH",         "v",  WHEN_V_HOLIDAY, WHEN_PRESENT, 0},
	{"tS",         "v",  WHEN_V_SEASON, WHEN_PRESENT, 0},
	{"tK-?,?p?W",  ".w", WHEN_V_WEEKDAY, WHEN_PRESENT, 0},
	{"tL",         "",   WHEN_V_DAYS, 0, 0},    /* this evening */
};

static const struct jscan_when_form unit_forms[] = {
	{"Uan",  "u",   WHEN_V_PERIOD, 0, 2},       /* the week after next */
	{"Ubl",  "u",   WHEN_V_PERIOD, 0, -2},
	{"Ga",   "u",   WHEN_V_OFFSET, 2, 1},       /* the day after */
	{"Gb",   "u",   WHEN_V_OFFSET, -2, 1},
	{"U",    "u",   WHEN_V_PERIOD, WHEN_OPEN_STEP, 0}, /* the weekend */
	{"KN",   ".n",  WHEN_V_WEEK, 0, 0},         /* week 31 */
};

static const struct jscan_when_form in_forms[] = {
	{"i*",   "nu",  WHEN_V_OFFSET, 1, 0},       /* in two weeks */
	{"d*",   "nu",  WHEN_V_OFFSET, 1, 0},       /* within ten days */
	{"dn*",  "nu",  WHEN_V_OFFSET, 1, 0},
	{"dnU",  "u",   WHEN_V_OFFSET, 1, 1},
	{"iCrCU", "neu", WHEN_V_OFFSET, 1, 0},      /* in two to three weeks */
	{"iC|CU", "neu", WHEN_V_OFFSET, 1, 0},
	{"iCU|C", "nue", WHEN_V_OFFSET, 1, 0},      /* in a week or two */
	{"iBU",   "tu",  WHEN_V_OFFSET, 1, 0},      /* in 2-3 weeks */
	{"dCrCU", "neu", WHEN_V_OFFSET, 1, 0},
	{"dC|CU", "neu", WHEN_V_OFFSET, 1, 0},
	{"dCU|C", "nue", WHEN_V_OFFSET, 1, 0},
	{"dBU",   "tu",  WHEN_V_OFFSET, 1, 0},
};

static const struct jscan_when_form name_forms[] = {
	{"R",    "v",   WHEN_V_DAYS, 0, 0},         /* tomorrow */
	{"RL",   "v",   WHEN_V_DAYS, 0, 0},
	{"H",    "v",   WHEN_V_HOLIDAY, WHEN_OPEN_STEP, 0},
	{"H,?Y", "vy",  WHEN_V_HOLIDAY, WHEN_OPEN_STEP, 0},
	{"Q",    "v",   WHEN_V_QUARTER, 0, 0},      /* Q2 */
	{"Q,?Y", "vy",  WHEN_V_QUARTER, 0, 0},
	{"QoY",  "vy",  WHEN_V_QUARTER, 0, 0},
	{"Q:Y",  "vy",  WHEN_V_QUARTER, 0, 0},
	{"So?Y", "vy",  WHEN_V_SEASON, 0, 0},       /* spring 2026 */
	{"E",    "v",   WHEN_V_PERIOD, 0, 0},       /* EOW */
};

static const struct jscan_when_prefix count_prefixes[] = {
	{"*a",      "nu", WHEN_P_SHIFT, 1},         /* three days after */
	{"*f",      "nu", WHEN_P_SHIFT, 1},         /* a week from */
	{"*b",      "nu", WHEN_P_SHIFT, -1},
	{"*^p?f?" , "nu", WHEN_P_LASTING, 1},       /* a week starting on */
	{"OWo?i?",  "ow", WHEN_P_NTH, 1},           /* first Monday of */
	{"OUo?i?",  "oU", WHEN_P_NTH, 1},           /* third week of */
	{"OlUo",    "oU", WHEN_P_NTH, -1},          /* third last week of */
	{"Do",      "o",  WHEN_P_DAY_OF, 1},        /* 20th of next month */
};

static const struct jscan_when_prefix unit_prefixes[] = {
	{"Ga", "u", WHEN_P_SHIFT, 1},               /* the day after */
	{"Gb", "u", WHEN_P_SHIFT, -1},
	{"Ko", "",  WHEN_P_WEEK_OF, 0},             /* the week of */
	{"K^", "",  WHEN_P_WEEK_OF, 0},             /* week commencing, ending */
	{"Ke", "",  WHEN_P_WEEK_OF, 0},             /* week beginning */
};

static const struct jscan_when_prefix other_prefixes[] = {
	{"eo?i?", "p", WHEN_P_PART, 0},             /* end of, early in */
	{"e-",    "p", WHEN_P_PART, 0},             /* mid-March */
	{"ji?",   "p", WHEN_P_PART, 0},             /* later this week */
	{"ki?",   "p", WHEN_P_PART, 0},
	{"lWo",   "w", WHEN_P_NTH, -1},             /* last Friday in */
	{"lWi",   "w", WHEN_P_NTH, -1},
	{"lUo",   "U", WHEN_P_NTH, -1},
	{"lUi",   "U", WHEN_P_NTH, -1},
};

/* clang-format on */

#define USE(list) (*out = (list), *count = sizeof(list) / sizeof((list)[0]))

void jscan_when_get_forms(const struct jscan_when_form **out, size_t *count,
			  uint8_t kind)
{
	*count = 0;
	switch (kind) {
	case WHEN_DATE:
	case WHEN_PAIR:
	case WHEN_PAIRS:
	case WHEN_DAYS:
	case WHEN_YEAR_MONTH:
		USE(digit_forms);
		break;
	case WHEN_NUMBER:
	case WHEN_ORDINAL:
		USE(number_forms);
		break;
	case WHEN_A:
	case WHEN_COUNT:
		USE(amount_forms);
		break;
	case WHEN_MONTH:
		USE(month_forms);
		break;
	case WHEN_WEEKDAY:
		USE(weekday_forms);
		break;
	case WHEN_NEXT:
		USE(next_forms);
		break;
	case WHEN_LAST:
		USE(last_forms);
		break;
	case WHEN_THIS:
		USE(this_forms);
		break;
	case WHEN_UNIT:
	case WHEN_BUSINESS:
		USE(unit_forms);
		break;
	case WHEN_IN:
	case WHEN_WITHIN:
		USE(in_forms);
		break;
	case WHEN_RELATIVE:
	case WHEN_HOLIDAY:
	case WHEN_QUARTER:
	case WHEN_SEASON:
	case WHEN_END_OF:
		USE(name_forms);
		break;
	default:
		break;
	}
}

void jscan_when_get_amounts(const struct jscan_when_form **out, size_t *count)
{
	USE(amount_forms);
}

void jscan_when_get_prefixes(const struct jscan_when_prefix **out,
			     size_t *count, uint8_t kind)
{
	*count = 0;
	switch (kind) {
	case WHEN_NUMBER:
	case WHEN_ORDINAL:
	case WHEN_A:
	case WHEN_COUNT:
		USE(count_prefixes);
		break;
	case WHEN_UNIT:
	case WHEN_BUSINESS:
		USE(unit_prefixes);
		break;
	case WHEN_PART:
	case WHEN_LATER:
	case WHEN_EARLIER:
	case WHEN_LAST:
		USE(other_prefixes);
		break;
	default:
		break;
	}
}
