/*
 * Dates in prose: each row is a text and what must be found in it on Monday,
 * 9 November 2026.  What must not be found is in test_when_not.c, the tense in
 * test_when_tense.c.
 */
#include "unit/when_check.h"

static const struct when_row contract[] = {
	{"On 2026-11-09 we met.", "2026-11-09=2026-11-09"},
	{"On 2026/11/09 we met.", "2026/11/09=2026-11-09"},
	{"At 2026-11-09T14:00+01:00.", "2026-11-09T14:00+01:00=2026-11-09"},
	{"It was 9 November 2026.", "9 November 2026=2026-11-09"},
	{"It was Nov 9th, 2026.", "Nov 9th, 2026=2026-11-09"},
	{"It was on 11/9/2026.", "11/9/2026=2026-11-09"},
	{"I mailed him on 3/25.", "3/25=2026-03-25"},
	{"We will know by the 19th.", "the 19th=2026-11-19"},
	{"They will pick by Halloween.", "Halloween=2027-10-31"},
	{"She will call tomorrow.", "tomorrow=2026-11-10"},
	{"She will call on Friday.", "Friday=2026-11-13"},
	{"She will call next Tuesday.", "next Tuesday=2026-11-17"},
	{"She will call this Tuesday.", "this Tuesday=2026-11-10"},
	{"I will write in two weeks.", "in two weeks=2026-11-23"},
	{"I will write in a couple of days.", "in a couple of days=2026-11-11"},
	{"I will write in a few days.", "in a few days=2026-11-12"},
	{"I will write in a fortnight.", "in a fortnight=2026-11-23"},
	{"They decide at the end of next week.",
	 "the end of next week=2026-11-20..2026-11-22"},
	{"They decide at the beginning of next week.",
	 "the beginning of next week=2026-11-16..2026-11-18"},
	{"They start in early December.",
	 "early December=2026-12-01..2026-12-10"},
	{"They start in mid December.", "mid December=2026-12-11..2026-12-20"},
	{"They start in late December.",
	 "late December=2026-12-21..2026-12-31"},
	{"They start at the end of the month.",
	 "the end of the month=2026-11-21..2026-11-30"},
	{"Hiring starts in March.", "March=2027-03-01..2027-03-31"},
	{"Hiring starts in Q2.", "Q2=2027-04-01..2027-06-30"},
	{"The invitation says 2026-02-30.", "2026-02-30=impossible"},
	{"It was in 2019.", ""},
	{"Running 2.4.1, scored 4/5, costs $12.50.", ""},
	{"Call (555) 010-0199 or 555-0147.", ""},
	{"They may march on.", ""},
	{"From day one at 14:00 for five weeks.", ""},
};

/* Holidays, counted weekdays, added lengths, ranges. */
static const struct when_row calendar[] = {
	{"Easter 2024 it was.", "Easter 2024=2024-03-31"},
	{"Easter 2026 it is.", "Easter 2026=2026-04-05"},
	{"Easter 2038 then.", "Easter 2038=2038-04-25"},
	{"Easter 2076 then.", "Easter 2076=2076-04-19"},
	{"Easter 2100 then.", "Easter 2100=2100-03-28"},
	{"Easter 1954 it was.", "Easter 1954=1954-04-18"},
	{"Good Friday 2027 we meet.", "Good Friday 2027=2027-03-26"},
	{"Whit Monday 2027", "Whit Monday 2027=2027-05-17"},
	{"Ascension Day 2027", "Ascension Day 2027=2027-05-06"},
	{"Thanksgiving 2027", "Thanksgiving 2027=2027-11-25"},
	{"New  Year's  Eve", "New  Year's  Eve=2026-12-31"},
	{"three Fridays ago", "three Fridays ago=2026-10-23"},
	{"two Mondays from now", "two Mondays from now=2026-11-23"},
	{"a week and two days ago", "a week and two days ago=2026-10-31"},
	{"two weeks and a day ago", "two weeks and a day ago=2026-10-25"},
	{"the fifth quarter", ""},
	{"the fourth quarter", "the fourth quarter=2026-10-01..2026-12-31"},
	{"Q4 2026", "Q4 2026=2026-10-01..2026-12-31"},
	{"H2 2026", "H2 2026=2026-07-01..2026-12-31"},
	{"H3 2026", ""},
	{"within 3 years", "within 3 years=2029-11-09"},
	{"for two years", ""},
	{"in a year", "in a year=2027-11-09"},
	{"the last few days", "the last few days=2026-11-06..2026-11-08"},
	{"the last two weeks", "the last two weeks=2026-10-26..2026-11-08"},
	{"the past month", "the past month=2026-10-01..2026-10-31"},
	{"today’s call", "today=2026-11-09"},
	{"tomorrow's call", "tomorrow=2026-11-10"},
	{"this week's call", "this week=2026-11-09..2026-11-15"},
	{"the 31st", "the 31st=2026-10-31"},
	{"the 32nd", ""},
	{"twenty-first of November", "twenty-first of November=2026-11-21"},
	{"the thirty-first of December",
	 "the thirty-first of December=2026-12-31"},
	{"may 3 be it", ""},
	{"in may", "may=2027-05-01..2027-05-31"},
	{"in march", "march=2027-03-01..2027-03-31"},
	{"mid-March 2027", "mid-March 2027=2027-03-11..2027-03-20"},
	{"the week of 16 November",
	 "the week of 16 November=2026-11-16..2026-11-22"},
	{"the week after next", "the week after next=2026-11-23..2026-11-29"},
	{"the weekend after next",
	 "the weekend after next=2026-11-28..2026-11-29"},
	{"a week on Friday", "a week on Friday=2026-11-20"},
	{"Tuesday of next week", "Tuesday of next week=2026-11-17"},
	{"the day after tomorrow", "the day after tomorrow=2026-11-11"},
	{"the day before yesterday", "the day before yesterday=2026-11-07"},
	{"two days before Christmas", "two days before Christmas=2026-12-23"},
	{"three days after Easter", "three days after Easter=2027-03-31"},
	{"the first Monday of December",
	 "the first Monday of December=2026-12-07"},
	{"the last Friday in November",
	 "the last Friday in November=2026-11-27"},
	{"every Friday", ""},
	{"by the end of the year", "the end of the year=2026-12-31"},
	{"end of Q1", "end of Q1=2027-03-01..2027-03-31"},
	{"the beginning of January",
	 "the beginning of January=2027-01-01..2027-01-10"},
	{"mid next week", "mid next week=2026-11-17..2026-11-19"},
	{"from 3 to 5 December", "3 to 5 December=2026-12-03..2026-12-05"},
	{"December 3-5", "December 3-5=2026-12-03..2026-12-05"},
	{"Dec 3 - Jan 5", "Dec 3 - Jan 5=2026-12-03..2027-01-05"},
	{"between 3 and 5 December", "3 and 5 December=2026-12-03..2026-12-05"},
	{"in 10 minutes", ""},
	{"in 90 days", "in 90 days=2027-02-07"},
	{"last weekend", "last weekend=2026-11-07..2026-11-08"},
	{"tonight", "tonight=2026-11-09"},
	{"yesterday evening", "yesterday evening=2026-11-08"},
	{"on 3/4", "3/4=2027-03-04"},
	{"by 13/12", "13/12=2026-12-13"},
	{"on 3/4/27", "3/4/27=2027-03-04"},
	{"am 11.12.2026", "11.12.2026=2026-12-11"},
	{"2026-11", "2026-11=2026-11-01..2026-11-30"},
	{"9th Nov", "9th Nov=2026-11-09"},
	{"9 of November", "9 of November=2026-11-09"},
	{"Nov 9-11, 2026", "Nov 9-11, 2026=2026-11-09..2026-11-11"},
	{"in 7 business days", "in 7 business days=2026-11-18"},
	{"in 12 working days", "in 12 working days=2026-11-25"},
	{"6 business days ago", "6 business days ago=2026-10-30"},
	{"within 4 business days", "within 4 business days=2026-11-13"},
	{"in one business day", "in one business day=2026-11-10"},
	{"in 5 business days", "in 5 business days=2026-11-16"},
	{"in 10 business days", "in 10 business days=2026-11-23"},
	{"last winter", "last winter=2025-12-21..2026-03-20"},
	{"next winter", "next winter=2026-12-21..2027-03-20"},
	{"last summer", "last summer=2026-06-21..2026-09-23"},
	{"next summer", "next summer=2027-06-21..2027-09-23"},
	{"last autumn", "last autumn=2025-09-23..2025-12-21"},
	{"next autumn", "next autumn=2027-09-23..2027-12-21"},
	{"last spring", "last spring=2026-03-20..2026-06-21"},
	{"in spring 2027", "spring 2027=2027-03-20..2027-06-21"},
	{"winter 2026", "winter 2026=2026-12-21..2027-03-20"},
	{"the last fortnight", "the last fortnight=2026-10-26..2026-11-08"},
	{"the next business week",
	 "the next business week=2026-11-16..2026-11-20"},
	{"next three months", "next three months=2026-12-01..2027-02-28"},
	{"the last three months",
	 "the last three months=2026-08-01..2026-10-31"},
	{"January to March", "January to March=2027-01-01..2027-03-31"},
	{"the first week of December",
	 "the first week of December=2026-11-30..2026-12-06"},
	{"the last week of November",
	 "the last week of November=2026-11-23..2026-11-29"},
	{"the first quarter of 2027",
	 "the first quarter of 2027=2027-01-01..2027-03-31"},
	{"10h30 on Friday", "Friday=2026-11-06"},
	{"14h, Friday", "Friday=2026-11-06"},
	{"10am-11am on Friday", "Friday=2026-11-06"},
	{"10:30am Friday", "Friday=2026-11-06"},
	{"10 a.m. on Friday", "Friday=2026-11-06"},
	{"3pm 12 November", "12 November=2026-11-12"},
	{"3p.m. November 12", "November 12=2026-11-12"},
	{"12 Nov. at 3 p.m.", "12 Nov=2026-11-12"},
	{"2026-11-12T14:00:05.25+01:00",
	 "2026-11-12T14:00:05.25+01:00=2026-11-12"},
	{"2026-11-12T14", "2026-11-12T14=2026-11-12"},
	{"2026-11-12 14:00", "2026-11-12=2026-11-12"},
	{"14april", "14april=2027-04-14"},
	{"on the 3rd and the 5th", "the 3rd=2026-11-03; the 5th=2026-11-05"},
	{"between the 3rd and the 5th of December",
	 "the 3rd and the 5th of December=2026-12-03..2026-12-05"},
	{"the 3rd or 4th of December",
	 "the 3rd=2026-12-03; 4th of December=2026-12-04"},
	{"Tuesday, 12/1", "Tuesday, 12/1=2026-12-01"},
	{"12/1 (Tuesday)", "12/1 (Tuesday)=2026-12-01"},
	{"Tues., Dec. 1st", "Tues., Dec. 1st=2026-12-01"},
	{"Dec 1 (Tues)", "Dec 1 (Tues)=2026-12-01"},
	{"two weeks from Tuesday", "two weeks from Tuesday=2026-11-24"},
	{"a month from today", "a month from today=2026-12-09"},
	{"a year ago", "a year ago=2025-11-09"},
	{"that Friday", "that Friday=2026-11-13"},
	{"the following Friday", "the following Friday=2026-11-20"},
	{"the following week", "the following week=2026-11-16..2026-11-22"},
	{"the previous Friday", "the previous Friday=2026-11-06"},
	{"the previous week", "the previous week=2026-11-02..2026-11-08"},
	{"the coming Friday", "the coming Friday=2026-11-13"},
	{"this past Friday", "this past Friday=2026-11-06"},
	{"Friday of last week", "Friday of last week=2026-11-06"},
	{"the end of last week", "the end of last week=2026-11-06..2026-11-08"},
	{"the start of this week",
	 "the start of this week=2026-11-09..2026-11-11"},
	{"the week ending 20 November",
	 "the week ending 20 November=2026-11-16..2026-11-22"},
	{"from Nov 30 until Dec 2",
	 "Nov 30 until Dec 2=2026-11-30..2026-12-02"},
	{"end of next month", "end of next month=2026-12-21..2026-12-31"},
	{"beginning of next month",
	 "beginning of next month=2026-12-01..2026-12-10"},
	{"middle of next month", "middle of next month=2026-12-11..2026-12-20"},
	{"EOW", "EOW=2026-11-13..2026-11-15"},
	{"end of day", "end of day=2026-11-09"},
	{"St. Patrick's Day", "St. Patrick's Day=2027-03-17"},
	{"MLK Day", "MLK Day=2027-01-18"},
	{"Labor Day", "Labor Day=2027-09-06"},
	{"Memorial Day", "Memorial Day=2027-05-31"},
	{"Independence Day", "Independence Day=2027-07-04"},
	{"the 4th of July", "the 4th of July=2026-07-04"},
	{"Columbus Day", "Columbus Day=2027-10-11"},
	{"Veterans Day", "Veterans Day=2026-11-11"},
	{"Presidents' Day", "Presidents' Day=2027-02-15"},
	{"New Year's Day", "New Year's Day=2027-01-01"},
	{"Valentine's Day", "Valentine's Day=2027-02-14"},
	{"Boxing Day", "Boxing Day=2026-12-26"},
	{"Christmas Eve", "Christmas Eve=2026-12-24"},
	{"Black Friday", "Black Friday=2026-11-27"},
	{"Cyber Monday", "Cyber Monday=2026-11-30"},
	{"Easter Monday", "Easter Monday=2027-03-29"},
	{"Palm Sunday", "Palm Sunday=2027-03-21"},
	{"Juneteenth", "Juneteenth=2027-06-19"},
	{"in a week’s time", "in a week=2026-11-16"},
	{"in two weeks' time", "in two weeks=2026-11-23"},
	{"I gave a week’s notice.", ""},
	{"December 3-3", "December 3-3=2026-12-03"},
	{"3-3 December", "3-3 December=2026-12-03"},
	{"30 Nov - 30 Nov", "30 Nov - 30 Nov=2026-11-30"},
	{"the last quarter", "the last quarter=2026-07-01..2026-09-30"},
};

static const struct when_row digits[] = {
	{"2026-11-09", "2026-11-09=2026-11-09"},
	{"2026-1-9 was early", "2026-1-9=2026-01-09"},
	{"See 2026-11-09T14:00Z for it.", "2026-11-09T14:00Z=2026-11-09"},
	{"On 2026.11.09 we met.", "2026.11.09=2026-11-09"},
	{"It ended 2026-02-29.", "2026-02-29=impossible"},
	{"It ended 2028-02-29.", "2028-02-29=2028-02-29"},
	{"2026-13-01 is odd", "2026-13-01=impossible"},
	{"20261109 is a number", ""},
	{"9.11.2026", "9.11.2026=2026-11-09"},
	{"09.11.2026 um 10 Uhr", "09.11.2026=2026-11-09"},
	{"31.04.2026", "31.04.2026=impossible"},
	{"31/12/2026", "31/12/2026=2026-12-31"},
	{"12/31/2026", "12/31/2026=2026-12-31"},
	{"13/13/2026", ""},
	{"11/9/26", "11/9/26=2026-11-09"},
	{"1-2-26", ""},
	{"11-09-2026", "11-09-2026=2026-11-09"},
};

static const struct when_row names[] = {
	{"9 Nov", "9 Nov=2026-11-09"},
	{"9 Nov.", "9 Nov=2026-11-09"},
	{"Nov. 9", "Nov. 9=2026-11-09"},
	{"Nov 9th", "Nov 9th=2026-11-09"},
	{"9th November", "9th November=2026-11-09"},
	{"9th of November", "9th of November=2026-11-09"},
	{"the 9th of November", "the 9th of November=2026-11-09"},
	{"the ninth of November", "the ninth of November=2026-11-09"},
	{"November the ninth", "November the ninth=2026-11-09"},
	{"Nov 9, 2026", "Nov 9, 2026=2026-11-09"},
	{"9 November 2026", "9 November 2026=2026-11-09"},
	{"9 November '26", "9 November '26=2026-11-09"},
	{"9 Nov ’26", "9 Nov ’26=2026-11-09"},
	{"November 9th of 2026", "November 9th of 2026=2026-11-09"},
	{"9-Nov-2026", "9-Nov-2026=2026-11-09"},
	{"2026-Nov-09", "2026-Nov-09=2026-11-09"},
	{"Nov/2026", "Nov/2026=2026-11-01..2026-11-30"},
	{"November 2026", "November 2026=2026-11-01..2026-11-30"},
	{"11/2026", "11/2026=2026-11-01..2026-11-30"},
	{"2026-11", "2026-11=2026-11-01..2026-11-30"},
};

static const struct when_row parts[] = {
	{"in November", "November=2026-11-01..2026-11-30"},
	{"in March", "March=2027-03-01..2027-03-31"},
	{"since May", "May=2026-05-01..2026-05-31"},
	{"by June", "June=2027-06-01..2027-06-30"},
	{"mid-March", "mid-March=2027-03-11..2027-03-20"},
	{"late in March", "late in March=2027-03-21..2027-03-31"},
	{"the end of June", "the end of June=2026-06-21..2026-06-30"},
	{"the beginning of next month",
	 "the beginning of next month=2026-12-01..2026-12-10"},
	{"the middle of next month",
	 "the middle of next month=2026-12-11..2026-12-20"},
	{"early next week", "early next week=2026-11-16..2026-11-18"},
	{"late next week", "late next week=2026-11-20..2026-11-22"},
	{"mid next week", "mid next week=2026-11-17..2026-11-19"},
	{"end of week", "end of week=2026-11-13..2026-11-15"},
	{"by end of week", "end of week=2026-11-15"},
	{"by EOW", "EOW=2026-11-15"},
	{"EOM", "EOM=2026-11-21..2026-11-30"},
	{"by EOD", "EOD=2026-11-09"},
	{"end of day Friday", "end of day Friday=2026-11-06"},
	{"by the end of the day", "the end of the day=2026-11-09"},
	{"At the end of the day it is fine.", ""},
};

static const struct when_row periods[] = {
	{"next week", "next week=2026-11-16..2026-11-22"},
	{"last week", "last week=2026-11-02..2026-11-08"},
	{"this week", "this week=2026-11-09..2026-11-15"},
	{"next month", "next month=2026-12-01..2026-12-31"},
	{"last month", "last month=2026-10-01..2026-10-31"},
	{"this month", "this month=2026-11-01..2026-11-30"},
	{"next quarter", "next quarter=2027-01-01..2027-03-31"},
	{"last quarter", "last quarter=2026-07-01..2026-09-30"},
	{"this year", "this year=2026-01-01..2026-12-31"},
	{"next year", "next year=2027-01-01..2027-12-31"},
	{"last year", "last year=2025-01-01..2025-12-31"},
	{"the week after next", "the week after next=2026-11-23..2026-11-29"},
	{"the week before last", "the week before last=2026-10-26..2026-11-01"},
	{"the month after next", "the month after next=2027-01-01..2027-01-31"},
	{"next weekend", "next weekend=2026-11-21..2026-11-22"},
	{"last weekend", "last weekend=2026-11-07..2026-11-08"},
	{"at the weekend", "the weekend=2026-11-14..2026-11-15"},
	{"over the weekend we talked", "the weekend=2026-11-07..2026-11-08"},
	{"weekends are free", ""},
};

static const struct when_row distances[] = {
	{"tomorrow", "tomorrow=2026-11-10"},
	{"tomorrow morning", "tomorrow morning=2026-11-10"},
	{"the day after tomorrow", "the day after tomorrow=2026-11-11"},
	{"the day before yesterday", "the day before yesterday=2026-11-07"},
	{"yesterday evening", "yesterday evening=2026-11-08"},
	{"tonight", "tonight=2026-11-09"},
	{"last night", "last night=2026-11-08"},
	{"this morning", "this morning=2026-11-09"},
	{"this afternoon", "this afternoon=2026-11-09"},
	{"in three days", "in three days=2026-11-12"},
	{"in 3 days", "in 3 days=2026-11-12"},
	{"in a day", "in a day=2026-11-10"},
	{"in two weeks", "in two weeks=2026-11-23"},
	{"in two weeks' time", "in two weeks=2026-11-23"},
	{"in a couple of weeks", "in a couple of weeks=2026-11-23"},
	{"in a few weeks", "in a few weeks=2026-11-30"},
	{"in several weeks", "in several weeks=2026-11-30"},
	{"in a fortnight", "in a fortnight=2026-11-23"},
	{"in a month", "in a month=2026-12-09"},
	{"in six months", "in six months=2027-05-09"},
	{"in a year", "in a year=2027-11-09"},
	{"in 2 weeks and 3 days", "in 2 weeks and 3 days=2026-11-26"},
	{"in 10 business days", "in 10 business days=2026-11-23"},
	{"in five working days", "in five working days=2026-11-16"},
	{"3 days ago", "3 days ago=2026-11-06"},
	{"a week ago", "a week ago=2026-11-02"},
	{"a couple of months ago", "a couple of months ago=2026-09-09"},
	{"two weeks from now", "two weeks from now=2026-11-23"},
	{"two weeks from today", "two weeks from today=2026-11-23"},
	{"a week from Friday", "a week from Friday=2026-11-20"},
	{"a week on Friday", "a week on Friday=2026-11-20"},
	{"Friday week", "Friday week=2026-11-20"},
	{"Tuesday week", "Tuesday week=2026-11-17"},
	{"two weeks from tomorrow", "two weeks from tomorrow=2026-11-24"},
	{"out for three days from Monday",
	 "three days from Monday=2026-11-16..2026-11-18"},
	{"in 3 days on Friday", "in 3 days on Friday=2026-11-13"},
	{"in two weeks, on Friday", "in two weeks, on Friday=2026-11-27"},
	{"starting in May", "May=2027-05-01"},
	{"starting in May 2027", "May 2027=2027-05-01"},
	{"Nov 3rd 25 14:00", "Nov 3rd 25 14:00=2025-11-03"},
	{"Nov 3 79 4:30", "Nov 3 79 4:30=1979-11-03"},
	{"three days after Christmas", "three days after Christmas=2026-12-28"},
	{"the day after Thanksgiving", "the day after Thanksgiving=2026-11-27"},
	{"two days before Easter", "two days before Easter=2027-03-26"},
	{"within ten days", "within ten days=2026-11-19"},
	{"within a week", "within a week=2026-11-16"},
	{"the next day", "the next day=2026-11-10"},
	{"the following day", "the following day=2026-11-10"},
	{"the following week", "the following week=2026-11-16..2026-11-22"},
};

static const struct when_row weekdays[] = {
	{"Monday", "Monday=2026-11-16"},
	{"on Monday", "Monday=2026-11-16"},
	{"next Monday", "next Monday=2026-11-16"},
	{"this Monday", "this Monday=2026-11-09"},
	{"last Monday", "last Monday=2026-11-02"},
	{"coming Friday", "coming Friday=2026-11-13"},
	{"this coming Friday", "this coming Friday=2026-11-13"},
	{"past Friday", "past Friday=2026-11-06"},
	{"following Friday", "following Friday=2026-11-20"},
	{"Tues", "Tues=2026-11-10"},
	{"Thurs.", "Thurs=2026-11-12"},
	{"on Wed", "Wed=2026-11-11"},
	{"Wed 11 Nov", "Wed 11 Nov=2026-11-11"},
	{"Monday 5th", "Monday 5th=2026-10-05"},
	{"Mon 16", "Mon 16=2026-11-16"},
	{"Friday the 13th", "Friday the 13th=2026-11-13"},
	{"Friday, 13 February", "Friday, 13 February=2026-02-13"},
	{"Friday, Feb 13, 2026", "Friday, Feb 13, 2026=2026-02-13"},
	{"Fri 13/2", "Fri 13/2=2026-02-13"},
	{"Friday 2/13", "Friday 2/13=2026-02-13"},
	{"Tuesday next week", "Tuesday next week=2026-11-17"},
	{"next week Tuesday", "next week Tuesday=2026-11-17"},
	{"Tuesday of next week", "Tuesday of next week=2026-11-17"},
	{"Wednesday after next", "Wednesday after next=2026-11-18"},
	{"Friday after next", "Friday after next=2026-11-20"},
	{"end of day Friday", "end of day Friday=2026-11-06"},
	{"a week from Friday", "a week from Friday=2026-11-20"},
	{"Friday evening", "Friday evening=2026-11-06"},
	{"Friday 11 in the evening", "Friday=2026-11-06"},
	{"Friday 23 at four", "Friday 23=2026-10-23"},
	{"phone Wed/Thu", "Wed=2026-11-11; Thu=2026-11-12"},
};

static const struct when_row nths[] = {
	{"first Monday of May", "first Monday of May=2027-05-03"},
	{"last Friday in June", "last Friday in June=2027-06-25"},
	{"second Tuesday of next month",
	 "second Tuesday of next month=2026-12-08"},
	{"the first Monday of the month",
	 "the first Monday of the month=2026-11-02"},
	{"the last day of the month", "the last day of the month=2026-11-30"},
	{"the 15th of next month", "the 15th of next month=2026-12-15"},
	{"the 20th of this month", "the 20th of this month=2026-11-20"},
	{"the third week of January",
	 "the third week of January=2027-01-18..2027-01-24"},
	{"first week of December",
	 "first week of December=2026-11-30..2026-12-06"},
	{"last weekend of October",
	 "last weekend of October=2027-10-30..2027-10-31"},
	{"the week of 6 April", "the week of 6 April=2027-04-05..2027-04-11"},
	{"week of April 6th", "week of April 6th=2027-04-05..2027-04-11"},
	{"week commencing 6 April",
	 "week commencing 6 April=2027-04-05..2027-04-11"},
	{"week beginning April 6",
	 "week beginning April 6=2027-04-05..2027-04-11"},
	{"week ending 10 April", "week ending 10 April=2027-04-05..2027-04-11"},
	{"w/c 6 April", "6 April=2027-04-06"},
	{"week 46", "week 46=2026-11-09..2026-11-15"},
	{"week 3", ""},
	{"calendar week 5", "calendar week 5=2026-01-26..2026-02-01"},
	{"week ending 12 April 2026",
	 "week ending 12 April 2026=2026-04-06..2026-04-12"},
	{"the week before last", "the week before last=2026-10-26..2026-11-01"},
};

static const struct when_row ranges[] = {
	{"3 to 6 February", "3 to 6 February=2027-02-03..2027-02-06"},
	{"between 3 and 6 Feb", "3 and 6 Feb=2027-02-03..2027-02-06"},
	{"from 3 until 6 February 2027",
	 "3 until 6 February 2027=2027-02-03..2027-02-06"},
	{"July 13-15", "July 13-15=2026-07-13..2026-07-15"},
	{"July 13 to 15, 2027", "July 13 to 15, 2027=2027-07-13..2027-07-15"},
	{"13-15 July", "13-15 July=2026-07-13..2026-07-15"},
	{"13–15 July 2027", "13–15 July 2027=2027-07-13..2027-07-15"},
	{"13th - 15th of July", "13th - 15th of July=2026-07-13..2026-07-15"},
	{"from Monday to Wednesday",
	 "Monday to Wednesday=2026-11-16..2026-11-18"},
	{"Monday to Friday", "Monday to Friday=2026-11-16..2026-11-20"},
	{"Mon-Fri", "Mon-Fri=2026-11-16..2026-11-20"},
	{"from Monday until Friday next week",
	 "Monday until Friday next week=2026-11-16..2026-11-20"},
	{"Nov-Feb 2017", "Nov-Feb 2017=2016-11-01..2017-02-28"},
	{"November to January", "November to January=2026-11-01..2027-01-31"},
	{"from March to May", "March to May=2027-03-01..2027-05-31"},
	{"Nov 30 – Dec 11", "Nov 30 – Dec 11=2026-11-30..2026-12-11"},
	{"Nov 30 to Jan 8", "Nov 30 to Jan 8=2026-11-30..2027-01-08"},
	{"30 Nov - 8 Jan 2027", "30 Nov - 8 Jan 2027=2026-11-30..2027-01-08"},
	{"10/1-11/7", "10/1-11/7=2026-10-01..2026-11-07"},
	{"from 3/25 to 4/7", "3/25 to 4/7=2027-03-25..2027-04-07"},
	{"between 3/25 and 4/7", "3/25 and 4/7=2027-03-25..2027-04-07"},
	{"from 2026-11-09 to 2026-11-12",
	 "2026-11-09 to 2026-11-12=2026-11-09..2026-11-12"},
	{"2026-11-09 - 2026-11-12",
	 "2026-11-09 - 2026-11-12=2026-11-09..2026-11-12"},
	{"moved from Tuesday to Thursday",
	 "Tuesday=2026-11-03; Thursday=2026-11-05"},
	{"18 and 19 June", "18=2026-06-18; 19 June=2026-06-19"},
	{"3 or 4 December", "3=2026-12-03; 4 December=2026-12-04"},
	{"Tuesday or Wednesday", "Tuesday=2026-11-10; Wednesday=2026-11-11"},
	{"in 2-3 weeks", "in 2-3 weeks=2026-11-23..2026-11-30"},
	{"in two to three weeks",
	 "in two to three weeks=2026-11-23..2026-11-30"},
	{"in a week or two", "in a week or two=2026-11-16..2026-11-23"},
	{"from 4 to 22 this month",
	 "4 to 22 this month=2026-11-04..2026-11-22"},
	{"within 5 to 7 business days",
	 "within 5 to 7 business days=2026-11-16..2026-11-18"},
	{"Mon Nov 9 14:00:05 2026", "Mon Nov 9 14:00:05 2026=2026-11-09"},
};

static const struct when_row holidays[] = {
	{"Christmas", "Christmas=2026-12-25"},
	{"Christmas Eve", "Christmas Eve=2026-12-24"},
	{"xmas", "xmas=2026-12-25"},
	{"on Boxing Day", "Boxing Day=2026-12-26"},
	{"New Year's Eve", "New Year's Eve=2026-12-31"},
	{"New Year’s Day", "New Year’s Day=2027-01-01"},
	{"Thanksgiving", "Thanksgiving=2026-11-26"},
	{"Thanksgiving 2028", "Thanksgiving 2028=2028-11-23"},
	{"Easter", "Easter=2027-03-28"},
	{"Easter Monday 2027", "Easter Monday 2027=2027-03-29"},
	{"Good Friday", "Good Friday=2027-03-26"},
	{"Halloween", "Halloween=2027-10-31"},
	{"Valentine's Day", "Valentine's Day=2027-02-14"},
	{"St. Patrick's Day", "St. Patrick's Day=2027-03-17"},
	{"Independence Day", "Independence Day=2027-07-04"},
	{"Memorial Day", "Memorial Day=2027-05-31"},
	{"Labor Day", "Labor Day=2027-09-06"},
	{"MLK Day", "MLK Day=2027-01-18"},
	{"Mother's Day", "Mother's Day=2027-05-09"},
	{"Presidents' Day", "Presidents' Day=2027-02-15"},
	{"Black Friday", "Black Friday=2026-11-27"},
	{"Ash Wednesday", "Ash Wednesday=2027-02-10"},
	{"the day after Thanksgiving", "the day after Thanksgiving=2026-11-27"},
	{"two days before Christmas", "two days before Christmas=2026-12-23"},
	{"next Easter", "next Easter=2027-03-28"},
	{"last Easter", "last Easter=2026-04-05"},
	{"My new years eve was quiet.", "new years eve=2025-12-31"},
	{"It was Martin Luther King Day.", "Martin Luther King Day=2026-01-19"},
	{"We met on Mother’s Day.", "Mother’s Day=2026-05-10"},
	{"Off for All Saints' Day then.", "All Saints' Day=2027-11-01"},
	{"a Christmas party", ""},
	{"Easter eggs", ""},
	{"the new year", ""},
	{"a good friend", ""},
};

static const struct when_row pairs[] = {
	{"on 3/25 and 4/1", "3/25=2027-03-25; 4/1=2027-04-01"},
	{"on 3/25 and again on 4/1", "3/25=2027-03-25; 4/1=2027-04-01"},
	{"3/25", ""},
	{"4/5", ""},
	{"rated 4/5 and 8/10", ""},
	{"on 4/5 of them", ""},
	{"on 24/7", ""},
	{"by 11/30", "11/30=2026-11-30"},
	{"until 12/1", "12/1=2026-12-01"},
	{"3/25 at 4pm", "3/25=2027-03-25"},
	{"done this 12/5", "12/5=2026-12-05"},
	{"3/25 (Wed)", "3/25 (Wed)=2026-03-25"},
	{"Wed 3/25", "Wed 3/25=2026-03-25"},
};

static const struct when_row quarters[] = {
	{"Q2", ""},
	{"in Q2", "Q2=2026-04-01..2026-06-30"},
	{"Q2 2026", "Q2 2026=2026-04-01..2026-06-30"},
	{"2026 Q3", "2026 Q3=2026-07-01..2026-09-30"},
	{"by end of Q1", "end of Q1=2027-03-31"},
	{"H2 2026", "H2 2026=2026-07-01..2026-12-31"},
	{"Q1: tell me about yourself", ""},
	{"the H2 heading", ""},
	{"third quarter", "third quarter=2026-07-01..2026-09-30"},
	{"this summer", "this summer=2026-06-21..2026-09-23"},
	{"last winter", "last winter=2025-12-21..2026-03-20"},
	{"summer internship", ""},
	{"in the fall", ""},
	{"spring 2027", "spring 2027=2027-03-20..2027-06-21"},
};

static void the_examples_of_the_contract_are_read(void **state)
{
	(void)state;
	when_check_on("2026-11-09", contract, COUNT_OF(contract));
}

static void dates_of_the_calendar_are_counted(void **state)
{
	(void)state;
	when_check_on("2026-11-09", calendar, COUNT_OF(calendar));
}

static void dates_in_digits_are_read(void **state)
{
	(void)state;
	when_check_on("2026-11-09", digits, COUNT_OF(digits));
}

static void dates_with_month_names_are_read(void **state)
{
	(void)state;
	when_check_on("2026-11-09", names, COUNT_OF(names));
}

static void parts_of_periods_are_read(void **state)
{
	(void)state;
	when_check_on("2026-11-09", parts, COUNT_OF(parts));
}

static void periods_are_read(void **state)
{
	(void)state;
	when_check_on("2026-11-09", periods, COUNT_OF(periods));
}

static void days_at_a_distance_are_read(void **state)
{
	(void)state;
	when_check_on("2026-11-09", distances, COUNT_OF(distances));
}

static void weekdays_are_read(void **state)
{
	(void)state;
	when_check_on("2026-11-09", weekdays, COUNT_OF(weekdays));
}

static void days_and_weeks_counted_in_a_period_are_read(void **state)
{
	(void)state;
	when_check_on("2026-11-09", nths, COUNT_OF(nths));
}

static void ranges_and_lists_are_read(void **state)
{
	(void)state;
	when_check_on("2026-11-09", ranges, COUNT_OF(ranges));
}

static void holidays_are_read(void **state)
{
	(void)state;
	when_check_on("2026-11-09", holidays, COUNT_OF(holidays));
}

static void two_numbers_need_evidence(void **state)
{
	(void)state;
	when_check_on("2026-11-09", pairs, COUNT_OF(pairs));
}

static void quarters_and_seasons_are_read(void **state)
{
	(void)state;
	when_check_on("2026-11-09", quarters, COUNT_OF(quarters));
}

static const struct {
	const char *text;
	enum jscan_when_mod mod;
	enum jscan_when_sureness sureness;
} kinds[] = {
	{"on 2026-11-09", JSCAN_WHEN_PLAIN, JSCAN_WHEN_EXPLICIT},
	{"by 9 November 2026", JSCAN_WHEN_BY, JSCAN_WHEN_EXPLICIT},
	{"before 9 November", JSCAN_WHEN_BY, JSCAN_WHEN_DAY},
	{"until Christmas", JSCAN_WHEN_BY, JSCAN_WHEN_DAY},
	{"till Friday", JSCAN_WHEN_BY, JSCAN_WHEN_RELATIVE},
	{"no later than Friday", JSCAN_WHEN_BY, JSCAN_WHEN_RELATIVE},
	{"not later than the 19th", JSCAN_WHEN_BY, JSCAN_WHEN_RELATIVE},
	{"on Friday at the latest", JSCAN_WHEN_BY, JSCAN_WHEN_RELATIVE},
	{"within two weeks", JSCAN_WHEN_BY, JSCAN_WHEN_RELATIVE},
	{"by the end of the month", JSCAN_WHEN_BY, JSCAN_WHEN_FUZZY},
	{"since Friday", JSCAN_WHEN_SINCE, JSCAN_WHEN_RELATIVE},
	{"after the 12th", JSCAN_WHEN_SINCE, JSCAN_WHEN_RELATIVE},
	{"from 4 May on", JSCAN_WHEN_SINCE, JSCAN_WHEN_DAY},
	{"from 4 May onwards", JSCAN_WHEN_SINCE, JSCAN_WHEN_DAY},
	{"starting 4 May", JSCAN_WHEN_SINCE, JSCAN_WHEN_DAY},
	{"later than 4 May", JSCAN_WHEN_SINCE, JSCAN_WHEN_DAY},
	{"from 4 May", JSCAN_WHEN_PLAIN, JSCAN_WHEN_DAY},
	{"due Friday", JSCAN_WHEN_PLAIN, JSCAN_WHEN_RELATIVE},
	{"in March", JSCAN_WHEN_PLAIN, JSCAN_WHEN_FUZZY},
	{"early next week", JSCAN_WHEN_PLAIN, JSCAN_WHEN_FUZZY},
	{"in two to three weeks", JSCAN_WHEN_PLAIN, JSCAN_WHEN_FUZZY},
};

static void the_word_before_and_the_sureness_are_told(void **state)
{
	const struct jscan_when_context context = {.reference = {2026, 11, 9}};

	(void)state;
	for (size_t i = 0; i < COUNT_OF(kinds); i++) {
		struct jscan_arena arena;
		struct jscan_whens whens;

		jscan_arena_init(&arena);
		jscan_when_find(&whens, kinds[i].text, strlen(kinds[i].text),
				&context, &arena);
		if (whens.count != 1 || whens.items[0].mod != kinds[i].mod ||
		    whens.items[0].sureness != kinds[i].sureness)
			fail_msg("\"%s\": %zu found", kinds[i].text,
				 whens.count);
		jscan_arena_release(&arena);
	}
}

static const struct {
	const char *text;
	const char *month_first, *day_first;
	bool needs_order, shows_day_first, shows_month_first;
} orders[] = {
	{"11/9/2026", "2026-11-09", "2026-09-11", true, false, false},
	{"25/12/2026", "2026-12-25", "2026-12-25", false, true, false},
	{"12/25/2026", "2026-12-25", "2026-12-25", false, false, true},
	{"5/5/2026", "2026-05-05", "2026-05-05", false, false, false},
	{"9.11.2026", "2026-11-09", "2026-11-09", false, false, false},
	{"2026-11-09", "2026-11-09", "2026-11-09", false, false, false},
	{"on 3/4", "2027-03-04", "2027-04-03", true, false, false},
	{"on 3/25", "2027-03-25", "2027-03-25", false, false, true},
	{"on 25/3", "2027-03-25", "2027-03-25", false, true, false},
};

static void the_order_of_numbers_is_configured(void **state)
{
	(void)state;
	for (size_t i = 0; i < 2 * COUNT_OF(orders); i++) {
		struct jscan_when_context context = {
			.reference = {2026, 11, 9},
			.is_day_first = i % 2 == 1,
			.tense = JSCAN_TENSE_FUTURE};
		const char *expected = i % 2 ? orders[i / 2].day_first
					     : orders[i / 2].month_first;
		const char *text = orders[i / 2].text;
		struct jscan_arena arena;
		struct jscan_whens whens;
		char day[11];

		jscan_arena_init(&arena);
		jscan_when_find(&whens, text, strlen(text), &context, &arena);
		assert_int_equal(whens.count, 1);
		jscan_date_format(day, whens.items[0].start);
		assert_string_equal(day, expected);
		assert_int_equal(whens.items[0].needs_order,
				 orders[i / 2].needs_order);
		assert_int_equal(whens.items[0].shows_day_first,
				 orders[i / 2].shows_day_first);
		assert_int_equal(whens.items[0].shows_month_first,
				 orders[i / 2].shows_month_first);
		jscan_arena_release(&arena);
	}
}

static void without_a_reference_only_full_dates_are_read(void **state)
{
	static const struct when_row rows[] = {
		{"On Friday, 2026-11-13, or tomorrow",
		 "Friday, 2026-11-13=2026-11-13"},
		{"9 November 2026 or 9 November", "9 November 2026=2026-11-09"},
		{"in March 2027, in April",
		 "March 2027=2027-03-01..2027-03-31"},
		{"30 February", "30 February=impossible"},
		{"in two weeks, next week, Christmas", ""},
	};
	const struct jscan_when_context context = {.is_day_first = false};

	(void)state;
	for (size_t i = 0; i < COUNT_OF(rows); i++)
		when_check(&rows[i], &context);
}

static void a_date_goes_on_from_the_one_before(void **state)
{
	static const struct when_row rows[] = {
		{"Applied 2026-10-01, heard back two weeks later.",
		 "2026-10-01=2026-10-01; two weeks later=2026-10-15"},
		{"On-site 2026-10-01, offer the next day.",
		 "2026-10-01=2026-10-01; the next day=2026-10-02"},
		{"Call on 3 March, on-site the following week.",
		 "3 March=2027-03-03; the following "
		 "week=2027-03-08..2027-03-14"},
		{"A week later she wrote.", "A week later=2026-11-16"},
	};

	(void)state;
	when_check_on("2026-11-09", rows, COUNT_OF(rows));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_examples_of_the_contract_are_read),
		cmocka_unit_test(dates_of_the_calendar_are_counted),
		cmocka_unit_test(dates_in_digits_are_read),
		cmocka_unit_test(dates_with_month_names_are_read),
		cmocka_unit_test(parts_of_periods_are_read),
		cmocka_unit_test(periods_are_read),
		cmocka_unit_test(days_at_a_distance_are_read),
		cmocka_unit_test(weekdays_are_read),
		cmocka_unit_test(days_and_weeks_counted_in_a_period_are_read),
		cmocka_unit_test(ranges_and_lists_are_read),
		cmocka_unit_test(holidays_are_read),
		cmocka_unit_test(two_numbers_need_evidence),
		cmocka_unit_test(quarters_and_seasons_are_read),
		cmocka_unit_test(the_word_before_and_the_sureness_are_told),
		cmocka_unit_test(the_order_of_numbers_is_configured),
		cmocka_unit_test(without_a_reference_only_full_dates_are_read),
		cmocka_unit_test(a_date_goes_on_from_the_one_before),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
