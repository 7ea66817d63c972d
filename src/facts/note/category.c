/*
 * The known weaknesses in the order of the taxonomy: what they are called,
 * where they come from, what to ask oneself, and one thing to do.
 */
#include "facts/note/category.h"

#include <strings.h>
#include <string.h>

#include "facts/note.h"

static const struct jscan_category categories[JSCAN_CATEGORY_KNOWN] = {
	{"thank-you", "Thank-you letter", "ten-reasons 1",
	 "Did it go out, and the same day? Did it clear up what needed "
	 "clearing up, with something personal in it? Had anybody read it "
	 "over? Was one written by hand as well?",
	 "Write it the same evening; keep a draft open while the "
	 "conversation is fresh."},
	{"negative-answers", "Negative answers", "ten-reasons 2",
	 "How did I take the negative questions? Did each of my answers end "
	 "on something good?",
	 "Prepare three hard questions, and end each answer on what you "
	 "learned."},
	{"negative-about-others", "Negative about former employers",
	 "ten-reasons 3",
	 "What did I say of former bosses and colleagues? Was any of it "
	 "unkind?",
	 "Find one neutral sentence for each reason why you left."},
	{"employer-research", "Research on the employer", "ten-reasons 4",
	 "How far did I look: only at their own site, or at news, people, "
	 "products and market too?",
	 "Spend an hour on them the evening before, and take three facts "
	 "along."},
	{"rapport", "Connecting with the interviewer", "ten-reasons 5",
	 "Had I looked up who they are? Did we meet as people? Could they "
	 "see that I had prepared for them?",
	 "Read up on each of them, and find one thing in common with each."},
	{"questions", "Asking good questions", "ten-reasons 6; feedback-loop",
	 "Did I ask about the job, the company and the people? Did my "
	 "questions show that I know them?",
	 "Write down five questions, two of which only this company can "
	 "answer."},
	{"talking-too-much", "Talking too much", "ten-reasons 7",
	 "Did my answers go straight to the point? Which of us talked more?",
	 "Answer in ninety seconds, then ask whether to go on."},
	{"listening", "Listening", "ten-reasons 8",
	 "Did I hear what they meant to ask? Which clues did they give, and "
	 "did I take them up?",
	 "Say the question back in a few words before you answer it."},
	{"thanking", "Thanking in the room", "ten-reasons 9",
	 "Did I thank each of them when we met and when we parted?",
	 "Learn their names, and thank them by name."},
	{"interest", "Showing interest",
	 "ten-reasons 10; feedback-loop",
	 "Did I say that I want it? Did I say why it should be me and not "
	 "another?",
	 "Have one sentence ready for why you want it and one for what sets "
	 "you apart, and say both before you leave."},
	{"stories", "Accomplishment stories", "turned-down 1",
	 "Which accomplishment did I tell of? What came of it, in figures?",
	 "Prepare three stories: the situation, what you did, the result."},
	{"positioning", "Positioning experience",
	 "turned-down 1; feedback-loop",
	 "Which gap did they see? What of my experience fills it?",
	 "Write one line of your own experience under each requirement of "
	 "the posting."},
	{"asking-for-objections", "Asking where you stand", "feedback-loop",
	 "Did I ask how they see my prospects, what is missing, and what "
	 "comes next?",
	 "Ask near the end what speaks against you, and answer it there."},
	{"manner", "Manner", "feedback-loop",
	 "How did I come across: with humour, with warmth, without pressure, "
	 "in good language?",
	 "Hold a mock interview with somebody who tells you the truth."},
	{"preparation", "Preparation and practice", "feedback-loop",
	 "When did I last practise aloud, and with whom?",
	 "Hold a mock interview before the next real one."},
	{"documents", "Application documents", "not-all-bad 1",
	 "Which paper raised a question? Does it say what I want it to say?",
	 "Mend it before the next application goes out."},
	{"first-impression", "First impression", "ten-reasons intro",
	 "Was I on time, dressed for them and rested? Smile, handshake, eyes? "
	 "Had I tested camera and sound?",
	 "Be there, or online, a quarter of an hour early."},
	{"clarity", "Clarity", "practice",
	 "What exactly became unclear, at which question? What came before "
	 "it?",
	 "Explain that one thing aloud in the next mock interview, and have "
	 "it said back to you."},
	{"approach", "Approach to the problem", "practice",
	 "Where did the work go wrong: before I understood the task, while I "
	 "worked on it, or with the clock?",
	 "Practise that one step, aloud and against the clock, in the next "
	 "mock interview."},
	{"confidence", "Confidence", "practice",
	 "Where did I make myself small? What had been asked just before?",
	 "Say that one answer again in the next mock interview, without an "
	 "excuse in it."},
	{"nerves", "Nerves", "feedback-loop",
	 "When did it start, at which question, and what came before it?",
	 "Meet that one question again in the next mock interview."},
	{"follow-up", "Following up", "not-hired; not-all-bad",
	 "Whom have I not written to again?",
	 "Go through the list of what is due, and write to the first one."},
	{"technical", "Technical depth", "practice",
	 "Which question was it, and what was missing to answer it?",
	 "Learn that one thing, and answer it in the next mock interview."},
	{"salary", "Talking about pay", "practice",
	 "Who named the first figure? Which one had I meant to name?",
	 "Settle on a range and a sentence for it, and practise saying it."},
};

const struct jscan_category *jscan_category_get(size_t index)
{
	return &categories[index];
}

int jscan_category_find(const char *id, size_t len)
{
	for (int i = 0; i < JSCAN_CATEGORY_KNOWN; i++) {
		if (strlen(categories[i].id) == len &&
		    strncasecmp(categories[i].id, id, len) == 0)
			return i;
	}
	return -1;
}
