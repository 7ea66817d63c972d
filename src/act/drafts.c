/*
 * Short messages, to be edited.  They say what the journal knows and ask what
 * the rule is about; `____` marks what only the writer can say.
 */
#include "act/drafts.h"

#include <stddef.h>

static const char application[] =
	"Subject: My application[ for the {role} position]\n"
	"\n"
	"{greeting}\n"
	"\n"
	"I applied[ for the {role} position][ at {company}] on {applied}. May "
	"I ask whether my application has reached you, and whether anything "
	"is missing?\n"
	"\n"
	"I am still interested, and glad to answer questions.\n"
	"\n"
	"Best regards\n";

static const char thank_you[] =
	"Subject: Thank you[ for the interview on {interview-date}]\n"
	"\n"
	"{greeting}\n"
	"\n"
	"Thank you for taking the time to talk with me[ on {interview-date}]"
	"[ about the {role} position][ at {company}]. What stays with me most: "
	"____.\n"
	"\n"
	"To one of my answers I would like to add: ____.\n"
	"\n"
	"I would like to work with you, and look forward to hearing from you"
	"[ by {promised}].\n"
	"\n"
	"Best regards\n";

static const char reply[] =
	"Subject: Our conversation[ on {interview-date}][, {role}]\n"
	"\n"
	"{greeting}\n"
	"\n"
	"Thank you again for the conversation[ on {interview-date}][ about the "
	"{role} position][ at {company}]. You thought that there would be an "
	"answer by {promised}. May I ask how things stand?\n"
	"\n"
	"I remain interested. If there is anything that I can add, I am glad "
	"to.\n"
	"\n"
	"Best regards\n";

static const char ask_feedback[] =
	"Subject: A question[ about my interview on {interview-date}]\n"
	"\n"
	"{greeting}\n"
	"\n"
	"Thank you for considering me[ for the {role} position][ at "
	"{company}]. Your decision stands, and I do not want to talk about it "
	"again.\n"
	"\n"
	"But I want to get better, and you saw me in the interview[ on "
	"{interview-date}]. What was missing, and what would have made me a "
	"better match? Two lines, or five minutes on the telephone, would help "
	"me a great deal.\n"
	"\n"
	"Best regards\n";

static const char thank_for_feedback[] =
	"Subject: Thank you for your feedback\n"
	"\n"
	"{greeting}\n"
	"\n"
	"Thank you for your feedback[ on my interview for the {role} "
	"position]. It helps me, and what I will work on first is: ____.\n"
	"\n"
	"I would be glad to stay in touch.\n"
	"\n"
	"Best regards\n";

static const char keep_in_touch[] =
	"Subject: [{?check-in}Greetings][{?send-document}Something that may "
	"interest you]\n"
	"\n"
	"{greeting}\n"
	"\n"
	"We talked[ about the {role} position][ at {company}] on "
	"{interview-date}. {?check-in}I hope that whoever you chose then is "
	"doing well, and I remain interested in working with you. "
	"{?send-document}I thought of you because of this, which may be of use "
	"to you: ____.\n"
	"\n"
	"{?check-in}Since then: ____.\n"
	"\n"
	"{?looking}I am still looking for a new position. {?ask-elsewhere}Is "
	"there perhaps something open in another division, at another location "
	"or in a sister company of yours?\n"
	"\n"
	"Best regards\n";

static const char reopened[] =
	"Subject: Still interested[ in the {role} position]\n"
	"\n"
	"{greeting}\n"
	"\n"
	"I understand that the[ {role}] position[ at {company}] may be open "
	"again. We talked on {interview-date}.\n"
	"\n"
	"I am still interested, and would be glad to talk again.\n"
	"\n"
	"Best regards\n";

static const char task[] = "Subject: [{role}][ at {company}]\n"
			   "\n"
			   "{greeting}\n"
			   "\n"
			   "We talked[ about the {role} position] on "
			   "{interview-date}.\n"
			   "\n"
			   "____\n"
			   "\n"
			   "Best regards\n";

const char *jscan_draft_template(enum jscan_rule rule)
{
	static const char *const templates[JSCAN_RULE_COUNT] = {
		[JSCAN_RULE_APPLICATION] = application,
		[JSCAN_RULE_THANK_YOU] = thank_you,
		[JSCAN_RULE_REPLY] = reply,
		[JSCAN_RULE_ASK_FEEDBACK] = ask_feedback,
		[JSCAN_RULE_THANK_FOR_FEEDBACK] = thank_for_feedback,
		[JSCAN_RULE_KEEP_IN_TOUCH] = keep_in_touch,
		[JSCAN_RULE_REOPENED] = reopened,
		[JSCAN_RULE_TASK] = task,
	};

	return templates[rule];
}
