/*
 * done: the smallest edit that makes an item done, in every form that a note
 * has.  Each row is a note before and after; each is also tried with CRLF, with
 * lone carriage returns and with a byte-order mark, and scanned again.
 */
#include "unit/check.h"
#include "unit/folder.h"

#include "act/diff.h"
#include "act/tick.h"
#include "config/config.h"

struct row {
	const char *name;
	const char *note;
	const char *as_of;
	enum jscan_rule rule;
	const char *date;
	const char *after; /* NULL: refused */
};

#define INTERVIEW "---\ncompany: Tarn\ndate: 2026-05-06\n"
#define REJECTED  INTERVIEW "type: interview\noutcome: rejected\n"

static const struct row rows[] = {
	/* thank-you */
	{"a key of its own", INTERVIEW "---\nWords.\n", "2026-05-08",
	 JSCAN_RULE_THANK_YOU, "2026-05-07",
	 INTERVIEW "thank you: 2026-05-07\n---\nWords.\n"},
	{"false gives way to the day",
	 INTERVIEW "thank_you: false # not yet\n---\n", "2026-05-08",
	 JSCAN_RULE_THANK_YOU, "2026-05-07",
	 INTERVIEW "thank_you: 2026-05-07 # not yet\n---\n"},
	{"a key without a value", INTERVIEW "thanked:\nrole: Cook\n---\n",
	 "2026-05-08", JSCAN_RULE_THANK_YOU, "2026-05-07",
	 INTERVIEW "thanked: 2026-05-07\nrole: Cook\n---\n"},
	{"a key without a value, with a comment",
	 INTERVIEW "thanked:   # when?\n---\n", "2026-05-08",
	 JSCAN_RULE_THANK_YOU, "2026-05-07",
	 INTERVIEW "thanked: 2026-05-07   # when?\n---\n"},
	{"joined as the note joins its words",
	 INTERVIEW "hiring_manager: Ruth\n---\n", "2026-05-08",
	 JSCAN_RULE_THANK_YOU, "2026-05-07",
	 INTERVIEW "hiring_manager: Ruth\nthank_you: 2026-05-07\n---\n"},
	{"joined by hyphens, in capitals",
	 "---\nCompany: Tarn\nDate: 2026-05-06\nHiring-Manager: Ruth\n---\n",
	 "2026-05-08", JSCAN_RULE_THANK_YOU, "2026-05-07",
	 "---\nCompany: Tarn\nDate: 2026-05-06\nHiring-Manager: Ruth\n"
	 "Thank-you: 2026-05-07\n---\n"},
	{"quoted as the note quotes",
	 "---\ncompany: 'Tarn'\ndate: \"2026-05-06\"\n---\n", "2026-05-08",
	 JSCAN_RULE_THANK_YOU, "2026-05-07",
	 "---\ncompany: 'Tarn'\ndate: \"2026-05-06\"\n"
	 "thank you: \"2026-05-07\"\n---\n"},
	{"front matter that dots close",
	 "---\ncompany: Tarn\ndate: 2026-05-06\n...\nWords.\n", "2026-05-08",
	 JSCAN_RULE_THANK_YOU, "2026-05-07",
	 "---\ncompany: Tarn\ndate: 2026-05-06\nthank you: 2026-05-07\n...\n"
	 "Words.\n"},
	{"nothing behind the fence", INTERVIEW "---", "2026-05-08",
	 JSCAN_RULE_THANK_YOU, "2026-05-07",
	 INTERVIEW "thank you: 2026-05-07\n---"},
	{"keys that are all indented",
	 "---\n  company: Tarn\n  date: 2026-05-06\n---\n", "2026-05-08",
	 JSCAN_RULE_THANK_YOU, "2026-05-07",
	 "---\n  company: Tarn\n  date: 2026-05-06\n"
	 "  thank you: 2026-05-07\n---\n"},
	{"a block of text before the fence",
	 INTERVIEW "notes: |\n  One.\n\n  Two.\n---\n", "2026-05-08",
	 JSCAN_RULE_THANK_YOU, "2026-05-07",
	 INTERVIEW "notes: |\n  One.\n\n  Two.\nthank you: 2026-05-07\n---\n"},
	{"one file, the first interview thanked for",
	 "---\ncompany: Tarn\nthank you: 2026-04-02\n---\n"
	 "## 2026-04-01 Phone screen\n\n## 2026-05-06 On-site\n",
	 "2026-05-08", JSCAN_RULE_THANK_YOU, "2026-05-07",
	 "---\ncompany: Tarn\nthank you: 2026-04-02\ntouches:\n"
	 "  - date: 2026-05-07\n    what: thank-you\n---\n"
	 "## 2026-04-01 Phone screen\n\n## 2026-05-06 On-site\n"},
	{"before the interview", INTERVIEW "---\n", "2026-05-08",
	 JSCAN_RULE_THANK_YOU, "2026-05-05", NULL},
	{"in the future", INTERVIEW "---\n", "2026-05-08", JSCAN_RULE_THANK_YOU,
	 "2026-05-09", NULL},
	{"after it lapsed", INTERVIEW "---\n", "2026-06-08",
	 JSCAN_RULE_THANK_YOU, "2026-06-08", NULL},
	{"lapsed, but it was done in time", INTERVIEW "---\n", "2026-06-08",
	 JSCAN_RULE_THANK_YOU, "2026-05-09",
	 INTERVIEW "thank you: 2026-05-09\n---\n"},
	{"a key in quotes", INTERVIEW "'thank you': no\n---\n", "2026-05-08",
	 JSCAN_RULE_THANK_YOU, "2026-05-07",
	 INTERVIEW "'thank you': 2026-05-07\n---\n"},
	{"a tab behind the colon", INTERVIEW "thanked:\tno\t# yet\n---\n",
	 "2026-05-08", JSCAN_RULE_THANK_YOU, "2026-05-07",
	 INTERVIEW "thanked:\t2026-05-07\t# yet\n---\n"},
	{"a date in single quotes",
	 "---\ncompany: Tarn\ndate: '2026-05-06'\n---\n", "2026-05-08",
	 JSCAN_RULE_THANK_YOU, "2026-05-07",
	 "---\ncompany: Tarn\ndate: '2026-05-06'\nthank you: "
	 "'2026-05-07'\n---\n"},
	{"keys that begin or end with a joint join nothing",
	 INTERVIEW "_draft: x\nstage-: y\n---\n", "2026-05-08",
	 JSCAN_RULE_THANK_YOU, "2026-05-07",
	 INTERVIEW "_draft: x\nstage-: y\nthank you: 2026-05-07\n---\n"},
	{"a first key that begins with no letter",
	 "---\n_draft: x\ncompany: Tarn\ndate: 2026-05-06\n---\n", "2026-05-08",
	 JSCAN_RULE_THANK_YOU, "2026-05-07",
	 "---\n_draft: x\ncompany: Tarn\ndate: 2026-05-06\n"
	 "thank you: 2026-05-07\n---\n"},
	{"a tag, which is left alone", INTERVIEW "thanked: !!bool no\n---\n",
	 "2026-05-08", JSCAN_RULE_THANK_YOU, "2026-05-07",
	 INTERVIEW "thanked: !!bool no\ntouches:\n  - date: 2026-05-07\n"
		   "    what: thank-you\n---\n"},
	{"a value in a line of its own, which is left alone",
	 INTERVIEW "thanked:\n  no\n---\n", "2026-05-08", JSCAN_RULE_THANK_YOU,
	 "2026-05-07",
	 INTERVIEW "thanked:\n  no\ntouches:\n  - date: 2026-05-07\n"
		   "    what: thank-you\n---\n"},
	{"a key behind a question mark, which is left alone",
	 INTERVIEW "? thanked\n: no\n---\n", "2026-05-08", JSCAN_RULE_THANK_YOU,
	 "2026-05-07",
	 INTERVIEW "? thanked\n: no\ntouches:\n  - date: 2026-05-07\n"
		   "    what: thank-you\n---\n"},
	{"one file, thanked for the first in a list",
	 "---\ncompany: Tarn\nthanked: [2026-04-02]\n---\n"
	 "## 2026-04-01 Phone screen\n\n## 2026-05-06 On-site\n",
	 "2026-05-08", JSCAN_RULE_THANK_YOU, "2026-05-07",
	 "---\ncompany: Tarn\nthanked: [2026-04-02]\ntouches:\n"
	 "  - date: 2026-05-07\n    what: thank-you\n---\n"
	 "## 2026-04-01 Phone screen\n\n## 2026-05-06 On-site\n"},
	/* reply: touches, in every form of a list */
	{"no touches yet", INTERVIEW "---\n", "2026-05-18", JSCAN_RULE_REPLY,
	 "2026-05-18",
	 INTERVIEW "touches:\n  - date: 2026-05-18\n    what: check-in\n---\n"},
	{"indented as other lists are", INTERVIEW "tags:\n- interview\n---\n",
	 "2026-05-18", JSCAN_RULE_REPLY, "2026-05-18",
	 INTERVIEW "tags:\n- interview\ntouches:\n- date: 2026-05-18\n"
		   "  what: check-in\n---\n"},
	{"four blanks", INTERVIEW "tags:\n    - interview\n---\n", "2026-05-18",
	 JSCAN_RULE_REPLY, "2026-05-18",
	 INTERVIEW "tags:\n    - interview\ntouches:\n"
		   "    - date: 2026-05-18\n      what: check-in\n---\n"},
	{"a list of lines, not the last key",
	 INTERVIEW "touches:\n    - date: 2026-05-07\n      what: thank-you\n"
		   "\n# people\nrecruiter: Mara\n---\n",
	 "2026-05-18", JSCAN_RULE_REPLY, "2026-05-18",
	 INTERVIEW "touches:\n    - date: 2026-05-07\n      what: thank-you\n"
		   "    - date: 2026-05-18\n      what: check-in\n"
		   "\n# people\nrecruiter: Mara\n---\n"},
	{"a list of dates", INTERVIEW "touches:\n- 2026-05-07\n---\n",
	 "2026-05-18", JSCAN_RULE_REPLY, "2026-05-18",
	 INTERVIEW "touches:\n- 2026-05-07\n- 2026-05-18\n---\n"},
	{"dates in brackets", INTERVIEW "touches: [2026-05-07]\n---\n",
	 "2026-05-18", JSCAN_RULE_REPLY, "2026-05-18",
	 INTERVIEW "touches: [2026-05-07, 2026-05-18]\n---\n"},
	{"brackets over lines, a comma at the end",
	 INTERVIEW "touches: [\n  2026-05-07,\n ]\n---\n", "2026-05-18",
	 JSCAN_RULE_REPLY, "2026-05-18",
	 INTERVIEW "touches: [\n  2026-05-07, 2026-05-18\n ]\n---\n"},
	{"empty brackets", INTERVIEW "touches: []\n---\n", "2026-05-18",
	 JSCAN_RULE_REPLY, "2026-05-18",
	 INTERVIEW "touches: [{date: 2026-05-18, what: check-in}]\n---\n"},
	{"mappings in brackets, and a quote in a word",
	 INTERVIEW "touches: [{date: 2026-05-07, what: it's a note}]\n---\n",
	 "2026-05-18", JSCAN_RULE_REPLY, "2026-05-18",
	 INTERVIEW "touches: [{date: 2026-05-07, what: it's a note}, "
		   "{date: 2026-05-18, what: check-in}]\n---\n"},
	{"mappings in brackets, quoted brackets",
	 INTERVIEW "touches: [{date: 2026-05-07, what: \"a ]} 'note\"}]\n"
		   "---\n",
	 "2026-05-18", JSCAN_RULE_REPLY, "2026-05-18",
	 INTERVIEW "touches: [{date: 2026-05-07, what: \"a ]} 'note\"}, "
		   "{date: 2026-05-18, what: check-in}]\n---\n"},
	{"one date becomes a list of two",
	 INTERVIEW "touches: 7 May 2026 # by mail\n---\n", "2026-05-18",
	 JSCAN_RULE_REPLY, "2026-05-18",
	 INTERVIEW "touches:\n  - 7 May 2026 # by mail\n"
		   "  - date: 2026-05-18\n    what: check-in\n---\n"},
	{"one mapping in brackets becomes a list",
	 INTERVIEW "touches: {date: 2026-05-07, what: call}\n---\n",
	 "2026-05-18", JSCAN_RULE_REPLY, "2026-05-18",
	 INTERVIEW "touches:\n  - {date: 2026-05-07, what: call}\n"
		   "  - date: 2026-05-18\n    what: check-in\n---\n"},
	{"one mapping of lines becomes a list",
	 INTERVIEW "touches:\n  date: 2026-05-07\n  what: call\nstage: x\n"
		   "---\n",
	 "2026-05-18", JSCAN_RULE_REPLY, "2026-05-18",
	 INTERVIEW "touches:\n  - date: 2026-05-07\n    what: call\n"
		   "  - date: 2026-05-18\n    what: check-in\nstage: x\n---\n"},
	{"touches without a value", INTERVIEW "touches: # none\n---\n",
	 "2026-05-18", JSCAN_RULE_REPLY, "2026-05-18",
	 INTERVIEW "touches: # none\n  - date: 2026-05-18\n"
		   "    what: check-in\n---\n"},
	{"touches of null", INTERVIEW "touches: null # none\n---\n",
	 "2026-05-18", JSCAN_RULE_REPLY, "2026-05-18",
	 INTERVIEW "touches: # none\n  - date: 2026-05-18\n"
		   "    what: check-in\n---\n"},
	{"another spelling with one date stays",
	 INTERVIEW "last contacted: May 7, 2026\n---\n", "2026-05-18",
	 JSCAN_RULE_REPLY, "2026-05-18",
	 INTERVIEW "last contacted: May 7, 2026\ntouches:\n"
		   "  - date: 2026-05-18\n    what: check-in\n---\n"},
	{"touches told in the body",
	 INTERVIEW "---\nWords.\n\ntouches:: 2026-05-07\n\nMore.\n",
	 "2026-05-18", JSCAN_RULE_REPLY, "2026-05-18",
	 INTERVIEW "---\nWords.\n\ntouches:: 2026-05-07\n"
		   "touches:: 2026-05-18\n\nMore.\n"},
	{"touches told within a line of the body",
	 INTERVIEW "---\nWords [touches:: 2026-05-07] and more.\n",
	 "2026-05-18", JSCAN_RULE_REPLY, "2026-05-18", NULL},
	{"front matter in brackets",
	 "---\n{company: Tarn, date: 2026-05-06}\n---\n", "2026-05-18",
	 JSCAN_RULE_REPLY, "2026-05-18", NULL},
	{"a block of text at the end of the list",
	 INTERVIEW "touches:\n  - date: 2026-05-07\n    what: |\n      A note\n"
		   "      # no comment\n---\n",
	 "2026-05-18", JSCAN_RULE_REPLY, "2026-05-18", NULL},
	{"a list of brackets is no pattern for a list of lines",
	 INTERVIEW "tags:\n    [interview]\n---\n", "2026-05-18",
	 JSCAN_RULE_REPLY, "2026-05-18",
	 INTERVIEW "tags:\n    [interview]\ntouches:\n  - date: 2026-05-18\n"
		   "    what: check-in\n---\n"},
	{"indented by eight", INTERVIEW "tags:\n        - interview\n---\n",
	 "2026-05-18", JSCAN_RULE_REPLY, "2026-05-18",
	 INTERVIEW
	 "tags:\n        - interview\ntouches:\n"
	 "        - date: 2026-05-18\n          what: check-in\n---\n"},
	{"indented by nine is no pattern",
	 INTERVIEW "tags:\n         - interview\n---\n", "2026-05-18",
	 JSCAN_RULE_REPLY, "2026-05-18",
	 INTERVIEW "tags:\n         - interview\ntouches:\n"
		   "  - date: 2026-05-18\n    what: check-in\n---\n"},
	{"two keys and a line of blanks below the list",
	 INTERVIEW "touches:\n- 2026-05-07\n   \nrole: Cook\nstage: x\n---\n",
	 "2026-05-18", JSCAN_RULE_REPLY, "2026-05-18",
	 INTERVIEW "touches:\n- 2026-05-07\n- 2026-05-18\n   \nrole: Cook\n"
		   "stage: x\n---\n"},
	{"quotes within quotes",
	 INTERVIEW "touches: [{date: 2026-05-07, what: \"a \\\"]\\\" b\"}, "
		   "{date: 2026-05-08, what: 'it''s ]'}]\n---\n",
	 "2026-05-18", JSCAN_RULE_REPLY, "2026-05-18",
	 INTERVIEW "touches: [{date: 2026-05-07, what: \"a \\\"]\\\" b\"}, "
		   "{date: 2026-05-08, what: 'it''s ]'}, "
		   "{date: 2026-05-18, what: check-in}]\n---\n"},
	{"a comment in brackets that looks like a quote",
	 INTERVIEW "touches: [2026-05-07 # a, \"b\n ]\n---\n", "2026-05-18",
	 JSCAN_RULE_REPLY, "2026-05-18", NULL},
	{"a folded text", INTERVIEW "touches: >\n  2026-05-07\n---\n",
	 "2026-05-18", JSCAN_RULE_REPLY, "2026-05-18", NULL},
	{"an empty line within a mapping",
	 INTERVIEW "touches:\n  date: 2026-05-07\n\n  what: call\n---\n",
	 "2026-05-18", JSCAN_RULE_REPLY, "2026-05-18", NULL},
	{"a list with a tag", INTERVIEW "touches: !!seq\n- 2026-05-07\n---\n",
	 "2026-05-18", JSCAN_RULE_REPLY, "2026-05-18", NULL},
	{"a mapping with a tag",
	 INTERVIEW "touches: !!map\n  date: 2026-05-07\n---\n", "2026-05-18",
	 JSCAN_RULE_REPLY, "2026-05-18", NULL},
	{"before it opens", INTERVIEW "---\n", "2026-05-18", JSCAN_RULE_REPLY,
	 "2026-05-12", NULL},
	/* application: a touch starts it again */
	{"an application",
	 "---\ncompany: Tarn\nstatus: applied\ndate: 2026-05-06\n---\n",
	 "2026-05-22", JSCAN_RULE_APPLICATION, "2026-05-22",
	 "---\ncompany: Tarn\nstatus: applied\ndate: 2026-05-06\ntouches:\n"
	 "  - date: 2026-05-22\n    what: check-in\n---\n"},
	{"an application, the third touch",
	 "---\ncompany: Tarn\nstatus: applied\ndate: 2026-05-06\n"
	 "touches: [2026-05-10, 2026-05-17]\n---\n",
	 "2026-05-30", JSCAN_RULE_APPLICATION, "2026-05-30",
	 "---\ncompany: Tarn\nstatus: applied\ndate: 2026-05-06\n"
	 "touches: [2026-05-10, 2026-05-17, 2026-05-30]\n---\n"},
	{"an application, on its own day",
	 "---\ncompany: Tarn\nstatus: applied\ndate: 2026-05-06\n---\n",
	 "2026-05-22", JSCAN_RULE_APPLICATION, "2026-05-06", NULL},
	/* self-assessment: only words */
	{"an assessment", INTERVIEW "---\n", "2026-05-07",
	 JSCAN_RULE_SELF_ASSESSMENT, "2026-05-07", NULL},
	/* ask-feedback */
	{"a request for feedback",
	 INTERVIEW "outcome: rejected\noutcome date: 2026-05-12\n---\n",
	 "2026-05-14", JSCAN_RULE_ASK_FEEDBACK, "2026-05-13",
	 INTERVIEW "outcome: rejected\noutcome date: 2026-05-12\nfeedback:\n"
		   "  asked: 2026-05-13\n---\n"},
	{"asked: false",
	 REJECTED "feedback:\n"
		  "    asked: no\n    text:\n---\n",
	 "2026-05-08", JSCAN_RULE_ASK_FEEDBACK, "2026-05-07",
	 REJECTED "feedback:\n    asked: 2026-05-07\n"
		  "    text:\n---\n"},
	{"asked: false in brackets",
	 REJECTED "feedback: {asked: no, text: }\n---\n", "2026-05-08",
	 JSCAN_RULE_ASK_FEEDBACK, "2026-05-07",
	 REJECTED ""
		  "feedback: {asked: 2026-05-07, text: }\n---\n"},
	{"one more member in brackets", REJECTED "feedback: {text: }\n---\n",
	 "2026-05-08", JSCAN_RULE_ASK_FEEDBACK, "2026-05-07",
	 REJECTED ""
		  "feedback: {text: , asked: 2026-05-07}\n---\n"},
	{"asked is a word", REJECTED "feedback: {asked: soon}\n---\n",
	 "2026-05-08", JSCAN_RULE_ASK_FEEDBACK, "2026-05-07",
	 REJECTED "feedback: {asked: soon}\ntouches:\n  - date: 2026-05-07\n"
		  "    what: feedback-request\n---\n"},
	{"asked has a tag, and dates alone are kept",
	 REJECTED "feedback: {asked: !!bool no}\ntouches: [2026-05-07]\n---\n",
	 "2026-05-08", JSCAN_RULE_ASK_FEEDBACK, "2026-05-07",
	 REJECTED "feedback: {asked: !!bool no}\ntouches: [2026-05-07, "
		  "{date: 2026-05-07, what: feedback-request}]\n---\n"},
	{"one file with a rejection",
	 "---\ncompany: Tarn\n---\n## 2026-05-06 Interview\n\n"
	 "## 2026-05-12 Rejected\n",
	 "2026-05-14", JSCAN_RULE_ASK_FEEDBACK, "2026-05-14",
	 "---\ncompany: Tarn\nfeedback:\n  asked: 2026-05-14\n---\n"
	 "## 2026-05-06 Interview\n\n## 2026-05-12 Rejected\n"},
	/* thank-for-feedback */
	{"thanks for feedback",
	 INTERVIEW "outcome: rejected\noutcome date: 2026-05-12\nfeedback:\n"
		   "  received: 2026-05-15\n---\n",
	 "2026-05-16", JSCAN_RULE_THANK_FOR_FEEDBACK, "2026-05-16",
	 INTERVIEW "outcome: rejected\noutcome date: 2026-05-12\nfeedback:\n"
		   "  received: 2026-05-15\ntouches:\n  - date: 2026-05-16\n"
		   "    what: thank-you\n---\n"},
	{"thanks for feedback, where dates alone are kept",
	 INTERVIEW "outcome: rejected\noutcome date: 2026-05-12\n"
		   "feedback: {received: 2026-05-15}\n"
		   "touches: [2026-05-07]\n---\n",
	 "2026-05-16", JSCAN_RULE_THANK_FOR_FEEDBACK, "2026-05-16",
	 INTERVIEW "outcome: rejected\noutcome date: 2026-05-12\n"
		   "feedback: {received: 2026-05-15}\n"
		   "touches: [2026-05-07, {date: 2026-05-16, what: thank-you}]"
		   "\n---\n"},
	/* keep-in-touch: each touch starts the next one */
	{"keeping in touch, the first time", REJECTED "---\n", "2026-08-10",
	 JSCAN_RULE_KEEP_IN_TOUCH, "2026-08-10",
	 REJECTED "touches:\n  - date: 2026-08-10\n"
		  "    what: check-in\n---\n"},
	{"keeping in touch, later",
	 REJECTED "touches:\n  - date: 2026-08-10\n---\n", "2026-11-20",
	 JSCAN_RULE_KEEP_IN_TOUCH, "2026-11-20",
	 REJECTED "touches:\n  - date: 2026-08-10\n"
		  "  - date: 2026-11-20\n    what: document\n---\n"},
	{"keeping in touch, on the day it ended", REJECTED "---\n",
	 "2026-08-10", JSCAN_RULE_KEEP_IN_TOUCH, "2026-05-06", NULL},
	/* reopened */
	{"open again", REJECTED "reopened: 2026-06-01\n---\n", "2026-06-02",
	 JSCAN_RULE_REOPENED, "2026-06-02",
	 REJECTED "reopened: 2026-06-01\ntouches:\n"
		  "  - date: 2026-06-02\n    what: check-in\n---\n"},
	/* task */
	{"a box", INTERVIEW "---\n- [ ] Send the maps by 2026-05-20\n",
	 "2026-05-18", JSCAN_RULE_TASK, "2026-05-17",
	 INTERVIEW "---\n- [x] Send the maps by 2026-05-20 "
		   "\xe2\x9c\x85 2026-05-17\n"},
	{"a box with signs, a link to it and blanks",
	 INTERVIEW "---\n1. [ ] Call \xf0\x9f\x93\x85 2026-05-20 ^a1b2  \n"
		   "2. [ ] Other\n",
	 "2026-05-18", JSCAN_RULE_TASK, "2026-05-18",
	 INTERVIEW "---\n1. [x] Call \xf0\x9f\x93\x85 2026-05-20 "
		   "\xe2\x9c\x85 2026-05-18 ^a1b2  \n2. [ ] Other\n"},
	{"a box in a quote, nested",
	 INTERVIEW "---\n> - First\n>   * [ ] Call them, due 2026-05-20\n",
	 "2026-05-18", JSCAN_RULE_TASK, "2026-05-18",
	 INTERVIEW "---\n> - First\n>   * [x] Call them, due 2026-05-20 "
		   "\xe2\x9c\x85 2026-05-18\n"},
	{"due: and done:", INTERVIEW "---\n- [ ] Call them (due: 2026-05-20)\n",
	 "2026-05-18", JSCAN_RULE_TASK, "2026-05-18",
	 INTERVIEW "---\n- [x] Call them (due: 2026-05-20) "
		   "done: 2026-05-18\n"},
	{"fields in brackets",
	 INTERVIEW "---\n- [ ] Call them [due:: 2026-05-20]\n", "2026-05-18",
	 JSCAN_RULE_TASK, "2026-05-18",
	 INTERVIEW "---\n- [x] Call them [due:: 2026-05-20] "
		   "[completion:: 2026-05-18]\n"},
	{"marks with @", INTERVIEW "---\n- [ ] Call them @due(2026-05-20)\n",
	 "2026-05-18", JSCAN_RULE_TASK, "2026-05-18",
	 INTERVIEW "---\n- [x] Call them @due(2026-05-20) "
		   "@done(2026-05-18)\n"},
	{"a box over lines",
	 INTERVIEW "---\n- [ ] Call them\n  by 2026-05-20\n", "2026-05-18",
	 JSCAN_RULE_TASK, "2026-05-18",
	 INTERVIEW "---\n- [x] Call them \xe2\x9c\x85 2026-05-18\n"
		   "  by 2026-05-20\n"},
	{"a box behind a tab, after a bracket",
	 INTERVIEW "---\n1)\t[ ] Call them by 2026-05-20\n", "2026-05-18",
	 JSCAN_RULE_TASK, "2026-05-18",
	 INTERVIEW "---\n1)\t[x] Call them by 2026-05-20 "
		   "\xe2\x9c\x85 2026-05-18\n"},
	{"a box below other lines",
	 INTERVIEW "---\n- [x](y) 2026\n- [ ] Call them by 2026-05-20\n",
	 "2026-05-18", JSCAN_RULE_TASK, "2026-05-18",
	 INTERVIEW "---\n- [x](y) 2026\n- [x] Call them by 2026-05-20 "
		   "\xe2\x9c\x85 2026-05-18\n"},
	{"no line end behind the box",
	 INTERVIEW "---\n- [ ] Call them by 2026-05-20", "2026-05-18",
	 JSCAN_RULE_TASK, "2026-05-18",
	 INTERVIEW "---\n- [x] Call them by 2026-05-20 "
		   "\xe2\x9c\x85 2026-05-18"},
	{"an item of follow ups with a mapping",
	 INTERVIEW "follow ups:\n  - due: 2026-05-20\n    action: Read it\n"
		   "  - action: Learn it\n    due: 2026-06-20\n---\n",
	 "2026-05-18", JSCAN_RULE_TASK, "2026-05-18",
	 INTERVIEW "follow ups:\n  - due: 2026-05-20\n    action: Read it\n"
		   "    done: 2026-05-18\n"
		   "  - action: Learn it\n    due: 2026-06-20\n---\n"},
	{"one follow up, a mapping",
	 INTERVIEW "follow up: {due: 2026-05-20, action: Read it, done: no}\n"
		   "---\n",
	 "2026-05-18", JSCAN_RULE_TASK, "2026-05-18",
	 INTERVIEW "follow up: {due: 2026-05-20, action: Read it, "
		   "done: 2026-05-18}\n---\n"},
	{"one follow up, a mapping of lines",
	 INTERVIEW "follow up:\n  due: 2026-05-20\n  action: Read it\n---\n",
	 "2026-05-18", JSCAN_RULE_TASK, "2026-05-18",
	 INTERVIEW "follow up:\n  due: 2026-05-20\n  action: Read it\n"
		   "  done: 2026-05-18\n---\n"},
	{"the last item of follow ups",
	 INTERVIEW "follow ups:\n  - action: Learn it\n    due: 2026-06-20\n"
		   "    done: 2026-05-07\n  -\n    action: Read it\n"
		   "    due: 2026-05-20\nrole: Cook\n---\n",
	 "2026-05-18", JSCAN_RULE_TASK, "2026-05-18",
	 INTERVIEW "follow ups:\n  - action: Learn it\n    due: 2026-06-20\n"
		   "    done: 2026-05-07\n  -\n    action: Read it\n"
		   "    due: 2026-05-20\n    done: 2026-05-18\nrole: Cook\n"
		   "---\n"},
	{"words with a number sign",
	 INTERVIEW "next:\n  - Read page#2 by 2026-05-20 # soon\n---\n",
	 "2026-05-18", JSCAN_RULE_TASK, "2026-05-18",
	 INTERVIEW "next:\n  - Read page#2 by 2026-05-20 "
		   "\xe2\x9c\x85 2026-05-18 # soon\n---\n"},
	{"two keys of follow ups",
	 INTERVIEW "next: Learn it by 2026-06-20\n"
		   "follow ups: [Read it by 2026-05-20]\n---\n",
	 "2026-05-18", JSCAN_RULE_TASK, "2026-05-18",
	 INTERVIEW "next: Learn it by 2026-06-20\n"
		   "follow ups: [Read it by 2026-05-20 \xe2\x9c\x85 "
		   "2026-05-18]\n---\n"},
	{"a follow up in a block of text",
	 INTERVIEW "next: |\n  Read it by 2026-05-20\n---\n", "2026-05-18",
	 JSCAN_RULE_TASK, "2026-05-18", NULL},
	{"follow ups in words",
	 INTERVIEW "next:\n  - Read their report by 2026-05-20 # soon\n---\n",
	 "2026-05-18", JSCAN_RULE_TASK, "2026-05-18",
	 INTERVIEW "next:\n  - Read their report by 2026-05-20 "
		   "\xe2\x9c\x85 2026-05-18 # soon\n---\n"},
	{"follow ups in brackets and quotes",
	 INTERVIEW "next: [\"Read it, by 2026-05-20\", Learn 2026-07-01]\n"
		   "---\n",
	 "2026-05-18", JSCAN_RULE_TASK, "2026-05-18",
	 INTERVIEW "next: [\"Read it, by 2026-05-20 \xe2\x9c\x85 2026-05-18\","
		   " Learn 2026-07-01]\n---\n"},
	{"a follow up that is only a day is met by a touch",
	 INTERVIEW "follow up: 2026-05-20\n---\n", "2026-05-18",
	 JSCAN_RULE_TASK, "2026-05-18",
	 INTERVIEW "follow up: 2026-05-20\ntouches:\n  - date: 2026-05-18\n"
		   "    what: other\n---\n"},
	{"a follow up that is only a day, too early for a touch",
	 INTERVIEW "follow up: 2026-05-20\n---\n", "2026-05-18",
	 JSCAN_RULE_TASK, "2026-05-10",
	 INTERVIEW "follow up: 2026-05-20 \xe2\x9c\x85 2026-05-10\n---\n"},
	{"a next action worded as a touch",
	 INTERVIEW "next action: Call them\nnext action date: 2026-05-20\n"
		   "---\n",
	 "2026-05-18", JSCAN_RULE_TASK, "2026-05-18",
	 INTERVIEW "next action: Call them\nnext action date: 2026-05-20\n"
		   "touches:\n  - date: 2026-05-18\n    what: call\n---\n"},
	{"a next action that nothing marks",
	 INTERVIEW "next action: Read it\nnext action date: 2026-05-20\n---\n",
	 "2026-05-18", JSCAN_RULE_TASK, "2026-05-18", NULL},
	/* prepare */
	{"preparing", INTERVIEW "---\nThey make maps.\n", "2026-05-03",
	 JSCAN_RULE_PREPARE, "2026-05-03",
	 INTERVIEW "---\nThey make maps.\n\n"
		   "- [x] Prepare for the interview \xe2\x9c\x85 "
		   "2026-05-03\n"},
	{"preparing, a box is there", INTERVIEW "---\n- [ ] Practise aloud\n",
	 "2026-05-03", JSCAN_RULE_PREPARE, "2026-05-03",
	 INTERVIEW "---\n- [x] Practise aloud \xe2\x9c\x85 2026-05-03\n"},
	{"preparing, an empty note without an end", INTERVIEW "---",
	 "2026-05-03", JSCAN_RULE_PREPARE, "2026-05-03",
	 INTERVIEW "---\n\n- [x] Prepare for the interview \xe2\x9c\x85 "
		   "2026-05-03\n"},
	{"preparing, empty lines below the fence", INTERVIEW "---\n\n\n",
	 "2026-05-03", JSCAN_RULE_PREPARE, "2026-05-03",
	 INTERVIEW "---\n\n- [x] Prepare for the interview \xe2\x9c\x85 "
		   "2026-05-03\n\n\n"},
	{"preparing, a heading at once below the words",
	 "---\ncompany: Tarn\n---\n## 2026-05-06 On-site\n- Bring maps\n"
	 "## 2026-05-20 Final round\n",
	 "2026-05-03", JSCAN_RULE_PREPARE, "2026-05-03",
	 "---\ncompany: Tarn\n---\n## 2026-05-06 On-site\n- Bring maps\n"
	 "- [x] Prepare for the interview \xe2\x9c\x85 2026-05-03\n\n"
	 "## 2026-05-20 Final round\n"},
	{"preparing, below a dash that begins no list",
	 INTERVIEW "---\n-maps\n", "2026-05-03", JSCAN_RULE_PREPARE,
	 "2026-05-03",
	 INTERVIEW "---\n-maps\n\n- [x] Prepare for the interview "
		   "\xe2\x9c\x85 2026-05-03\n"},
	{"preparing, below a list that is indented",
	 INTERVIEW "---\n  - maps\n", "2026-05-03", JSCAN_RULE_PREPARE,
	 "2026-05-03",
	 INTERVIEW "---\n  - maps\n\n- [x] Prepare for the interview "
		   "\xe2\x9c\x85 2026-05-03\n"},
	{"preparing, a box that was given up",
	 INTERVIEW "---\n- [-] Practise aloud\n", "2026-05-03",
	 JSCAN_RULE_PREPARE, "2026-05-03",
	 INTERVIEW "---\n- [-] Practise aloud\n"
		   "- [x] Prepare for the interview \xe2\x9c\x85 "
		   "2026-05-03\n"},
	{"preparing, the box of another interview",
	 "---\ncompany: Tarn\n---\n## 2026-05-06 On-site\n\n"
	 "## 2026-05-07 Final round\n- [ ] Practise aloud\n",
	 "2026-05-03", JSCAN_RULE_PREPARE, "2026-05-03",
	 "---\ncompany: Tarn\n---\n## 2026-05-06 On-site\n\n"
	 "- [x] Prepare for the interview \xe2\x9c\x85 2026-05-03\n\n"
	 "## 2026-05-07 Final round\n- [ ] Practise aloud\n"},
	{"preparing, under one of two headings",
	 "---\ncompany: Tarn\n---\n## 2026-05-06 On-site\n\n- Bring maps\n\n"
	 "## 2026-05-20 Final round\n",
	 "2026-05-03", JSCAN_RULE_PREPARE, "2026-05-03",
	 "---\ncompany: Tarn\n---\n## 2026-05-06 On-site\n\n- Bring maps\n"
	 "- [x] Prepare for the interview \xe2\x9c\x85 2026-05-03\n\n"
	 "## 2026-05-20 Final round\n"},
};

static const char *const ends[] = {"\n", "\r\n", "\r"};

/* The text with other line ends, and a mark in front; to be freed. */
static char *convert(const char *text, const char *end, bool has_mark)
{
	char *out = check_malloc(strlen(text) * 2 + 4), *to = out;

	if (has_mark)
		to = stpcpy(to, "\xef\xbb\xbf");
	for (; *text; text++) {
		if (*text == '\n')
			to = stpcpy(to, end);
		else
			*to++ = *text;
	}
	*to = '\0';
	return out;
}

static bool is_met(const struct folder *folder, const struct row *row,
		   const char *id)
{
	const struct jscan_followup *after = NULL;

	for (size_t i = 0; i < folder->report->followup_count; i++) {
		if (!strcmp(folder->report->followups[i].id, id))
			after = &folder->report->followups[i];
	}
	/* A touch starts the next one, or the same once more. */
	if (row->rule == JSCAN_RULE_KEEP_IN_TOUCH)
		return !after && folder_find(folder, row->rule);
	if (row->rule == JSCAN_RULE_APPLICATION && after &&
	    after->status == JSCAN_STATUS_UPCOMING)
		return true;
	return after && after->status == JSCAN_STATUS_DONE;
}

/* The first item of the rule that is open or has lapsed. */
static const struct jscan_followup *find_open(const struct folder *folder,
					      enum jscan_rule rule)
{
	const struct jscan_followup *item = NULL;

	for (size_t i = 0; i < folder->report->followup_count; i++) {
		const struct jscan_followup *at = &folder->report->followups[i];

		if (at->rule == rule && at->status != JSCAN_STATUS_DONE &&
		    (!item || item->status == JSCAN_STATUS_LAPSED))
			item = at;
	}
	return item;
}

static void check_refused(const struct folder *folder, const struct row *row,
			  const char *before, const struct jscan_error *err)
{
	char *now = folder_read(folder, "tarn.md", NULL);

	assert_string_equal(now, before);
	free(now);
	if (err->code != JSCAN_ERR_REFUSED && err->code != JSCAN_ERR_USAGE)
		fail_msg("%s: %s", row->name, err->message);
	assert_string_equal(err->path, "tarn.md");
	assert_true(err->line > 0);
}

static void check_row(const struct row *row, const char *end, bool has_mark)
{
	char *before = convert(row->note, end, has_mark);
	char *wanted = row->after ? convert(row->after, end, has_mark) : NULL;
	struct jscan_edit_options options = {.is_dry_run = true};
	const struct jscan_followup *item;
	struct jscan_error err = {0};
	struct jscan_edit edit;
	struct folder folder;
	char id[32], *now;
	int ret;

	folder_open(&folder);
	folder_write(&folder, "tarn.md", before);
	folder_scan(&folder, row->as_of);
	item = find_open(&folder, row->rule);
	if (!item)
		fail_msg("%s: no item", row->name);
	strcpy(id, item->id);
	options.id = id;
	assert_int_equal(jscan_date_parse(&options.date, row->date), 0);
	ret = jscan_scan_mark_done(&edit, folder.scan, &options, &err);
	/* A dry run changes nothing. */
	now = folder_read(&folder, "tarn.md", NULL);
	assert_string_equal(now, before);
	free(now);
	options.is_dry_run = false;
	assert_int_equal(
		jscan_scan_mark_done(&edit, folder.scan, &options, &err), ret);
	if (!wanted) {
		assert_int_equal(ret, -1);
		check_refused(&folder, row, before, &err);
	} else {
		if (ret)
			fail_msg("%s: %s", row->name, err.message);
		now = folder_read(&folder, "tarn.md", NULL);
		if (strcmp(now, wanted) != 0)
			fail_msg("%s:\n%s\ninstead of\n%s", row->name, now,
				 wanted);
		free(now);
		assert_string_equal(edit.path, "tarn.md");
		assert_true(edit.diff_len > 0);
		folder_scan(&folder, row->as_of);
		if (!is_met(&folder, row, id))
			fail_msg("%s: not met", row->name);
	}
	folder_close(&folder);
	free(before);
	free(wanted);
}

static void test_every_form(void **state)
{
	unsigned rules = 0;

	(void)state;
	for (size_t i = 0; i < COUNT_OF(rows); i++) {
		for (size_t j = 0; j < COUNT_OF(ends); j++) {
			check_row(&rows[i], ends[j], false);
			check_row(&rows[i], ends[j], true);
		}
		rules |= 1u << rows[i].rule;
	}
	assert_int_equal(rules, (1u << JSCAN_RULE_COUNT) - 1);
}

/* Refused for one of the few reasons that there are. */
static void check_reason(const char *path, const struct jscan_error *err)
{
	static const char *const reasons[] = {
		"your own words", "a 'next action' is done",
		"it is marked as done on", "does not count"};

	for (size_t i = 0; i < COUNT_OF(reasons); i++) {
		if (strstr(err->message, reasons[i]))
			return;
	}
	fail_msg("%s: %s", path, err->message);
}

/* Marks one item as done, and puts the note back as it was. */
static bool check_item(struct folder *folder, const char *day, size_t index)
{
	const struct jscan_followup *item = &folder->report->followups[index];
	struct row row = {.rule = item->rule};
	struct jscan_edit_options options = {0};
	struct jscan_error err = {0};
	struct jscan_edit edit;
	char id[32], path[256], *before, *now;
	bool is_made;
	size_t len;

	snprintf(path, sizeof(path), "%s", item->path);
	snprintf(id, sizeof(id), "%s", item->id);
	options.id = id;
	jscan_date_parse(&options.date, day);
	before = folder_read(folder, path, &len);
	is_made =
		jscan_scan_mark_done(&edit, folder->scan, &options, &err) == 0;
	now = folder_read(folder, path, NULL);
	if (is_made) {
		assert_string_not_equal(now, before);
		folder_scan(folder, day);
		if (!is_met(folder, &row, id))
			fail_msg("%s: %s is not met", path, id);
	} else {
		assert_string_equal(now, before);
		check_reason(path, &err);
	}
	folder_write_bytes(folder, path, before, len);
	folder_scan(folder, day);
	free(before);
	free(now);
	return is_made;
}

/* Whatever the notes of a journal look like: met afterwards, or refused. */
static void test_every_open_item_of_the_example(void **state)
{
	static const char *const days[] = {"2025-09-25", "2026-06-10",
					   "2026-10-15"};
	struct folder folder;
	char command[256];
	size_t made = 0;

	(void)state;
	folder_open(&folder);
	snprintf(command, sizeof(command), "cp -r examples/journal/. %s",
		 folder.path);
	assert_int_equal(system(command), 0);
	for (size_t i = 0; i < COUNT_OF(days); i++) {
		folder_scan(&folder, days[i]);
		for (size_t j = 0; j < folder.report->followup_count; j++) {
			enum jscan_status status =
				folder.report->followups[j].status;

			if (status != JSCAN_STATUS_DONE &&
			    status != JSCAN_STATUS_LAPSED)
				made += check_item(&folder, days[i], j);
		}
	}
	assert_true(made > 50);
	folder_close(&folder);
}

static int mark_first(struct folder *folder, enum jscan_rule rule,
		      const char *date, struct jscan_error *err)
{
	struct jscan_edit_options options = {
		.id = folder_get(folder, rule)->id};
	struct jscan_edit edit;

	assert_int_equal(jscan_date_parse(&options.date, date), 0);
	return jscan_scan_mark_done(&edit, folder->scan, &options, err);
}

static void test_a_note_that_changed_is_left_alone(void **state)
{
	struct jscan_error err = {0};
	struct folder folder;
	char path[512], other[512], *now;
	struct stat st;

	(void)state;
	folder_open(&folder);
	folder_write(&folder, "tarn.md", INTERVIEW "---\n");
	folder_scan(&folder, "2026-05-07");
	folder_write(&folder, "tarn.md", INTERVIEW "---\nNew words.\n");
	assert_int_equal(
		mark_first(&folder, JSCAN_RULE_THANK_YOU, "2026-05-07", &err),
		-1);
	assert_int_equal(err.code, JSCAN_ERR_REFUSED);
	now = folder_read(&folder, "tarn.md", NULL);
	assert_string_equal(now, INTERVIEW "---\nNew words.\n");
	free(now);
	/* Gone, and a link to the same bytes in its place. */
	folder_write(&folder, "tarn.md", INTERVIEW "---\n");
	folder_path(path, &folder, "tarn.md");
	folder_path(other, &folder, "other");
	assert_int_equal(rename(path, other), 0);
	assert_int_equal(
		mark_first(&folder, JSCAN_RULE_THANK_YOU, "2026-05-07", &err),
		-1);
	assert_int_equal(symlink("other", path), 0);
	assert_int_equal(
		mark_first(&folder, JSCAN_RULE_THANK_YOU, "2026-05-07", &err),
		-1);
	now = folder_read(&folder, "other", NULL);
	assert_string_equal(now, INTERVIEW "---\n");
	free(now);
	assert_int_equal(lstat(path, &st), 0);
	assert_true(S_ISLNK(st.st_mode));
	folder_close(&folder);
}

static void test_mode_and_neighbours_stay(void **state)
{
	struct jscan_error err = {0};
	struct folder folder;
	char path[512], *now;
	size_t names = 0;
	struct stat st;
	DIR *dir;

	(void)state;
	folder_open(&folder);
	folder_write(&folder, "deep/tarn.md", INTERVIEW "---\n");
	folder_write(&folder, "deep/plain.md", "No front matter at all.\n");
	folder_path(path, &folder, "deep/tarn.md");
	assert_int_equal(chmod(path, 0640), 0);
	folder_scan(&folder, "2026-05-07");
	assert_int_equal(
		mark_first(&folder, JSCAN_RULE_THANK_YOU, "2026-05-07", &err),
		0);
	assert_int_equal(stat(path, &st), 0);
	assert_int_equal(st.st_mode & 07777, 0640);
	now = folder_read(&folder, "deep/plain.md", NULL);
	assert_string_equal(now, "No front matter at all.\n");
	free(now);
	folder_path(path, &folder, "deep");
	dir = opendir(path);
	assert_non_null(dir);
	while (readdir(dir))
		names++;
	closedir(dir);
	assert_int_equal(names, 4); /* with . and .. */
	folder_close(&folder);
}

static void test_done_twice_is_refused(void **state)
{
	struct jscan_error err = {0};
	struct folder folder;

	(void)state;
	folder_open(&folder);
	folder_write(&folder, "tarn.md",
		     INTERVIEW
		     "thank you: 2026-05-06\n---\n"
		     "- [x] Read it by 2026-05-20 \xe2\x9c\x85 2026-05-10\n");
	folder_scan(&folder, "2026-05-07");
	assert_int_equal(
		mark_first(&folder, JSCAN_RULE_THANK_YOU, "2026-05-07", &err),
		-1);
	assert_int_equal(err.code, JSCAN_ERR_REFUSED);
	assert_string_equal(err.message, "it is done already");
	assert_int_equal(
		mark_first(&folder, JSCAN_RULE_TASK, "2026-05-07", &err), -1);
	assert_string_equal(err.message,
			    "it is marked as done on 2026-05-10 already");
	folder_close(&folder);
}

static void test_what_to_write_is_said(void **state)
{
	struct jscan_error err = {0};
	struct folder folder;

	(void)state;
	folder_open(&folder);
	folder_write(&folder, "tarn.md", INTERVIEW "---\n");
	folder_scan(&folder, "2026-05-07");
	assert_int_equal(mark_first(&folder, JSCAN_RULE_SELF_ASSESSMENT,
				    "2026-05-07", &err),
			 -1);
	assert_non_null(strstr(err.message, "## Self-assessment"));
	assert_int_equal(
		mark_first(&folder, JSCAN_RULE_REPLY, "2026-05-07", &err), -1);
	assert_int_equal(err.code, JSCAN_ERR_USAGE);
	assert_non_null(strstr(err.message, "2026-05-13"));
	folder_close(&folder);
}

/* Where no edit has the effect, it is said what to write, and where. */
static void test_what_is_to_be_written_by_hand(void **state)
{
#define BRACKETS "---\n{company: Tarn, date: 2026-05-06"
	static const struct {
		const char *note;
		const char *as_of;
		enum jscan_rule rule;
		const char *words;
	} cases[] = {
		{BRACKETS "}\n---\n", "2026-05-08", JSCAN_RULE_THANK_YOU,
		 "write it yourself: under 'touches', an item with 'date: "
		 "2026-05-08' and 'what: thank-you'"},
		{BRACKETS ", outcome: rejected, feedback: {received: "
			  "2026-05-07}}\n---\n",
		 "2026-05-08", JSCAN_RULE_THANK_FOR_FEEDBACK,
		 "write it yourself: under 'touches', an item with 'date: "
		 "2026-05-08' and 'what: thank-you'"},
		{BRACKETS ", type: interview, outcome: rejected}\n---\n",
		 "2026-05-08", JSCAN_RULE_ASK_FEEDBACK,
		 "write it yourself: 'asked: 2026-05-08' under 'feedback'"},
		{BRACKETS "}\n---\n", "2026-05-18", JSCAN_RULE_REPLY,
		 "write it yourself: '- 2026-05-18' under 'touches' in the "
		 "front matter"},
		{INTERVIEW "next action: Read it\n"
			   "next action date: 2026-05-20\n---\n",
		 "2026-05-18", JSCAN_RULE_TASK,
		 "mark it as done yourself: an item of 'follow ups' with "
		 "'done: 2026-05-18'; a 'next action' is done when it is taken "
		 "out"},
		{INTERVIEW "---\n- [ ] Caf\xe9 by 2026-05-20\n", "2026-05-18",
		 JSCAN_RULE_TASK,
		 "mark it as done yourself, with '\xe2\x9c\x85 2026-05-18'"},
	};

	(void)state;
	for (size_t i = 0; i < COUNT_OF(cases); i++) {
		struct jscan_error err = {0};
		struct folder folder;
		char *now;

		folder_open(&folder);
		folder_write(&folder, "tarn.md", cases[i].note);
		folder_scan(&folder, cases[i].as_of);
		assert_int_equal(mark_first(&folder, cases[i].rule,
					    cases[i].as_of, &err),
				 -1);
		assert_int_equal(err.code, JSCAN_ERR_REFUSED);
		assert_string_equal(err.message, cases[i].words);
		now = folder_read(&folder, "tarn.md", NULL);
		assert_string_equal(now, cases[i].note);
		free(now);
		folder_close(&folder);
	}
#undef BRACKETS
}

/* One line, ticked by itself; NULL: there is no box to tick in it. */
static void test_boxes(void **state)
{
	static const struct {
		const char *line;
		const char *after;
	} lines[] = {
		{"- [ ] Call", "- [x] Call \xe2\x9c\x85 2026-05-18"},
		{"- [ ]", "- [x] \xe2\x9c\x85 2026-05-18"},
		{"- [ ]  \t", "- [x] \xe2\x9c\x85 2026-05-18  \t"},
		{"+\t[?] Call", "+\t[x] Call \xe2\x9c\x85 2026-05-18"},
		{" \t> 12) [/] Call ^id-1",
		 " \t> 12) [x] Call \xe2\x9c\x85 2026-05-18 ^id-1"},
		{"- [ ] ^id-1", "- [x] \xe2\x9c\x85 2026-05-18 ^id-1"},
		{"- [ ] a^b", "- [x] a^b \xe2\x9c\x85 2026-05-18"},
		{"- [ ] due:: 2026-05-20",
		 "- [x] due:: 2026-05-20 \xe2\x9c\x85 2026-05-18"},
		{"- [ ] (due:: 2026-05-20)",
		 "- [x] (due:: 2026-05-20) (completion:: 2026-05-18)"},
		{"123456789. [ ] Call",
		 "123456789. [x] Call \xe2\x9c\x85 2026-05-18"},
		{"1234567890. [ ] Call", NULL},
		{"[ ] Call", NULL},
		{"-[ ] Call", NULL},
		{"1.[ ] Call", NULL},
		{"1: [ ] Call", NULL},
		{"1/ [ ] Call", NULL},
		{"1", NULL},
		{"1.", NULL},
		{"-", NULL},
		{"- [", NULL},
		{"- [ ", NULL},
		{"- [ x] Call", NULL},
		{"- (x) Call", NULL},
		{"- [x] Call", NULL},
		{"- [X] Call", NULL},
		{"- [-] Call", NULL},
		{"- ", NULL},
		{"   ", NULL},
	};
	struct jscan_config config;
	struct jscan_arena arena;

	(void)state;
	jscan_arena_init(&arena);
	jscan_config_init(&config);
	for (size_t i = 0; i < COUNT_OF(lines); i++) {
		const char *line = lines[i].line;
		struct jscan_date day = {2026, 5, 18};
		struct jscan_splice splice;
		struct jscan_raw raw;
		struct jscan_buf out;
		bool is_made;

		jscan_raw_open(&raw, "tarn.md", line, strlen(line), &config,
			       &arena);
		is_made = jscan_tick_task(&splice, &raw, 1, day);
		if (is_made != (lines[i].after != NULL))
			fail_msg("%s", line);
		if (!is_made)
			continue;
		jscan_buf_init(&out);
		jscan_splice_apply(&out, line, strlen(line), &splice);
		assert_string_equal(out.data, lines[i].after);
		jscan_buf_release(&out);
		/* There is no such line. */
		assert_false(jscan_tick_task(&splice, &raw, 2, day));
	}
	jscan_arena_release(&arena);
}

static void test_the_day_is_asked_for(void **state)
{
	struct jscan_edit_options options = {0};
	struct jscan_error err = {0};
	struct jscan_edit edit;
	struct folder folder;

	(void)state;
	folder_open(&folder);
	folder_write(&folder, "tarn.md", INTERVIEW "---\n");
	folder_scan(&folder, "2026-05-07");
	options.id = folder_get(&folder, JSCAN_RULE_THANK_YOU)->id;
	assert_int_equal(
		jscan_scan_mark_done(&edit, folder.scan, &options, &err), -1);
	assert_int_equal(err.code, JSCAN_ERR_USAGE);
	assert_string_equal(err.message, "on which day?");
	folder_close(&folder);
}

/* Bytes that are no UTF-8 stay as they are. */
static void test_bytes_that_are_no_text_stay(void **state)
{
	static const char before[] = INTERVIEW
		"---\nCaf\xe9 \0 \xff\xfe\r\nmixed\n- [ ] Call, due 2026-05-20";
	static const char after[] = INTERVIEW
		"---\nCaf\xe9 \0 \xff\xfe\r\nmixed\n- [x] Call, due 2026-05-20 "
		"\xe2\x9c\x85 2026-05-18";
	struct jscan_error err = {0};
	struct folder folder;
	size_t len;
	char *now;

	(void)state;
	folder_open(&folder);
	folder_write_bytes(&folder, "tarn.md", before, sizeof(before) - 1);
	folder_scan(&folder, "2026-05-18");
	if (mark_first(&folder, JSCAN_RULE_TASK, "2026-05-18", &err) < 0)
		fail_msg("%s", err.message);
	now = folder_read(&folder, "tarn.md", &len);
	assert_int_equal(len, sizeof(after) - 1);
	assert_memory_equal(now, after, len);
	free(now);
	folder_close(&folder);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_every_form),
		cmocka_unit_test(test_every_open_item_of_the_example),
		cmocka_unit_test(test_a_note_that_changed_is_left_alone),
		cmocka_unit_test(test_mode_and_neighbours_stay),
		cmocka_unit_test(test_done_twice_is_refused),
		cmocka_unit_test(test_what_to_write_is_said),
		cmocka_unit_test(test_what_is_to_be_written_by_hand),
		cmocka_unit_test(test_boxes),
		cmocka_unit_test(test_the_day_is_asked_for),
		cmocka_unit_test(test_bytes_that_are_no_text_stay),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
