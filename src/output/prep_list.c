/*
 * The checklist of every interview, in our own words, after the articles that
 * the rules come from.
 */
#include "output/prep.h"

enum { TEN = 1, TURNED, LOOP, NOT_BAD }; /* places in jscan_articles, from 1 */

const char *const jscan_articles[] = {
	"10 Reasons Why You're Not Getting The Job Offer",
	"Why Didn't I Get The Job Offer?",
	"No 2nd Interview? The Real Reason You Weren't Called Back",
	"Why Not Getting the Job Offer Isn't All Bad"};
const size_t jscan_article_count =
	sizeof(jscan_articles) / sizeof(jscan_articles[0]);

const struct jscan_check jscan_checks[] = {
	{"Before",
	 "Spend an hour on them, and not only on their own site: news, people, "
	 "products, market. Take three facts along.",
	 TEN, "4"},
	{NULL,
	 "Look up everybody you will meet, and find one thing you have in "
	 "common with each.",
	 TEN, "5"},
	{NULL,
	 "Write down five questions about the job, the company and the people; "
	 "two of them only this company can answer.",
	 TEN, "6"},
	{NULL,
	 "Have three stories ready: how things stood, what you did, what came "
	 "of it in figures.",
	 TURNED, NULL},
	{NULL,
	 "Go through the posting line by line: which experience of yours meets "
	 "it, and which gap will they see?",
	 TURNED, NULL},
	{NULL,
	 "Prepare three hard questions, with answers that end on what you "
	 "learned, and one neutral sentence for each job you left.",
	 TEN, "2 and 3"},
	{NULL, "Practise aloud with somebody who tells you the truth.", LOOP,
	 NULL},
	{"There",
	 "Be there, or online with everything tested, fifteen minutes early.",
	 TEN, NULL},
	{NULL, "Thank each of them by name when you meet.", TEN, "9"},
	{NULL,
	 "Say the question back in a few words, answer in ninety seconds, and "
	 "ask whether to go on.",
	 TEN, "7 and 8"},
	{NULL, "Do not only sit there and answer: be curious, ask, lean in.",
	 LOOP, NULL},
	{NULL,
	 "Say that you want it, and why it should be you rather than another.",
	 TEN, "10"},
	{NULL,
	 "Near the end ask how they see your prospects and what would make you "
	 "a better match; answer the doubt while you are there.",
	 LOOP, NULL},
	{NULL,
	 "Ask what comes next and by when, and thank each of them by name "
	 "again.",
	 TEN, "9"},
	{"Afterwards",
	 "Write to each of them the same evening: thanks, what needed clearing "
	 "up, something personal.",
	 TEN, "1"},
	{NULL, "Write down how it went while it is fresh.", NOT_BAD, "1"},
};

const size_t jscan_check_count = sizeof(jscan_checks) / sizeof(jscan_checks[0]);
