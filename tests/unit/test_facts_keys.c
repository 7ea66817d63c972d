/*
 * The keys that state what was done and what is to come, in each form of their
 * values: follow-ups, touches, feedback, ratings, outcomes and the like.
 */
#include "unit/told_facts.h"

static const struct told_row keys[] = {
	{"---\ncompany: Acme\ndate: 2026-11-09\ntags: weakness/nerves "
	 "strength/rapport weakness/nothing Weakness/nerves "
	 "weaknes/nerves\n---",
	 "interview 2026-11-09, of 'Acme' #weakness/nerves #strength/rapport "
	 "#weakness/nothing #Weakness/nerves #weaknes/nerves\nscope 0 @3 "
	 "2026-11-09 interview assessed\nweakness @4 in 0 by tag: "
	 "weakness/nerves\nstrength @4 in 0 by tag: strength/rapport\nweakness "
	 "@4 in 0 by tag: Weakness/nerves\n! 4:7 no weakness of the name "
	 "'nothing'"},
	{"---\ncompany: Acme\ndate: 2026-11-09\nratings: {nerves: 1, rapport: "
	 "5, questions: 3, listening: 2, interest: 4, preparation: 0, "
	 "research: 6, energy: x, clarity: 12, nerves2: 1, stories: [1]}\n---",
	 "interview 2026-11-09, of 'Acme'\nscope 0 @3 2026-11-09 interview "
	 "assessed\nweakness @4 in 0 by rating: nerves: 1\nstrength @4 in 0 by "
	 "rating: rapport: 5\nweakness @4 in 0 by rating: listening: "
	 "2\nstrength @4 in 0 by rating: interest: 4\n! 4:88 'preparation' "
	 "takes a number from 1 to 5\n! 4:91 no weakness of the name "
	 "'research'\n! 4:104 no weakness of the name 'energy'\n! 4:124 "
	 "'clarity' takes a number from 1 to 5\n! 4:128 no weakness of the "
	 "name 'nerves2'\n! 4:149 'stories' takes a number from 1 to 5"},
	{"---\ncompany: Acme\ndate: 2026-11-09\nratings: 5\n---",
	 "interview 2026-11-09, of 'Acme'\nscope 0 @3 2026-11-09 interview\n! "
	 "4:10 'ratings' takes a mapping of weakness to 1…5"},
	{"---\ncompany: Acme\ndate: 2026-11-09\nratings: [{nerves: 1}, "
	 "{rapport: 5}]\n---",
	 "interview 2026-11-09, of 'Acme'\nscope 0 @3 2026-11-09 interview\n! "
	 "4:10 'ratings' takes a mapping of weakness to 1…5"},
	{"---\ncompany: Acme\ndate: 2026-11-09\nratings: ~\n---",
	 "interview 2026-11-09, of 'Acme'\nscope 0 @3 2026-11-09 interview"},
	{"---\ncompany: Acme\ndate: 2026-11-09\nfollow ups: call Dana by "
	 "Friday\n---",
	 "interview 2026-11-09, of 'Acme'\nscope 0 @3 2026-11-09 "
	 "interview\ntask @4 in 0 'call Dana' due 2026-11-13 @4 call key"},
	{"---\ncompany: Acme\ndate: 2026-11-09\nfollow ups: call "
	 "[[people/Dana]] by Friday\n---",
	 "interview 2026-11-09, of 'Acme'\nscope 0 @3 2026-11-09 "
	 "interview\ntask @4 in 0 'call Dana' due 2026-11-13 @4 call key"},
	{"---\ncompany: Acme\ndate: 2026-11-09\nfollow ups: [call Dana by "
	 "Friday, 2026-11-20, prepare for it, \"\"]\n---",
	 "interview 2026-11-09, of 'Acme'\nscope 0 @3 2026-11-09 "
	 "interview\ntask @4 in 0 'call Dana' due 2026-11-13 @4 call key\ntask "
	 "@4 in 0 '' due 2026-11-20 @4 key bare\ntask @4 in 0 'prepare for it' "
	 "due - @4 key preparing"},
	{"---\ncompany: Acme\ndate: 2026-11-09\nfollow ups: {due: Friday, "
	 "action: call Dana, with: \"[[Dana Ruiz]]\", done: 2026-11-10}\n---",
	 "interview 2026-11-09, of 'Acme'\nscope 0 @3 2026-11-09 "
	 "interview\ntask @4 in 0 'call Dana' due 2026-11-13 @4 done "
	 "2026-11-10 call key, with 'Dana Ruiz'"},
	{"---\ncompany: Acme\ndate: 2026-11-09\nfollow ups: {date: Friday, "
	 "action: call Dana, done: true}\n---",
	 "interview 2026-11-09, of 'Acme'\nscope 0 @3 2026-11-09 "
	 "interview\ntask @4 in 0 'call Dana' due 2026-11-13 @4 done - call "
	 "key"},
	{"---\ncompany: Acme\ndate: 2026-11-09\nfollow ups: {action: call Dana "
	 "by Friday, done: false}\n---",
	 "interview 2026-11-09, of 'Acme'\nscope 0 @3 2026-11-09 "
	 "interview\ntask @4 in 0 'call Dana' due 2026-11-13 @4 call key"},
	{"---\ncompany: Acme\ndate: 2026-11-09\nfollow ups: {action: [call "
	 "Dana], done: no}\n---",
	 "interview 2026-11-09, of 'Acme'\nscope 0 @3 2026-11-09 "
	 "interview\ntask @4 in 0 'call Dana' due - call key"},
	{"---\ncompany: Acme\ndate: 2026-11-09\nfollow ups: {action: call "
	 "Dana, done: soon}\n---",
	 "interview 2026-11-09, of 'Acme'\nscope 0 @3 2026-11-09 "
	 "interview\ntask @4 in 0 'call Dana' due - @4 call key\n! 4:39 'done' "
	 "takes a date, and this cannot be read as one"},
	{"---\ncompany: Acme\ndate: 2026-11-09\nfollow ups: {with: Dana}\n---",
	 "interview 2026-11-09, of 'Acme'\nscope 0 @3 2026-11-09 "
	 "interview\ntask @4 in 0 '' due - key bare, with 'Dana'\n! 4:13 "
	 "'follow ups' takes a date, text, or a mapping of due, action, with, "
	 "done"},
	{"---\ncompany: Acme\ndate: 2026-11-09\nfollow ups: {due: soon, "
	 "action: call Dana}\n---",
	 "interview 2026-11-09, of 'Acme'\nscope 0 @3 2026-11-09 "
	 "interview\ntask @4 in 0 'call Dana' due - call key\n! 4:19 'due' "
	 "takes a date, and this cannot be read as one"},
	{"---\ncompany: Acme\ndate: 2026-11-09\nfollow ups: {due: "
	 "2026-02-30}\n---",
	 "interview 2026-11-09, of 'Acme'\nscope 0 @3 2026-11-09 "
	 "interview\ntask @4 in 0 '' due - key bare\n! 4:19 no such day: "
	 "2026-02-30"},
	{"---\ncompany: Acme\ndate: 2026-11-09\nfollow ups: call by "
	 "2026-02-30\n---",
	 "interview 2026-11-09, of 'Acme'\nscope 0 @3 2026-11-09 "
	 "interview\ntask @4 in 0 'call' due - @4 call key\n! 4:13 no such "
	 "day: 2026-02-30"},
	{"---\ncompany: Acme\ndate: 2026-11-09\nnext action: call Dana\nnext "
	 "action date: Friday\n---",
	 "interview 2026-11-09, of 'Acme'\nscope 0 @3 2026-11-09 "
	 "interview\ntask @5 in 0 'call Dana' due 2026-11-13 @5 call key"},
	{"---\ncompany: Acme\ndate: 2026-11-09\nnext action: call Dana\n---",
	 "interview 2026-11-09, of 'Acme'\nscope 0 @3 2026-11-09 "
	 "interview\ntask @4 in 0 'call Dana' due - @4 call key"},
	{"---\ncompany: Acme\ndate: 2026-11-09\nnext action date: Friday\n---",
	 "interview 2026-11-09, of 'Acme'\nscope 0 @3 2026-11-09 "
	 "interview\ntask @4 in 0 '' due 2026-11-13 @4 key bare"},
	{"---\ncompany: Acme\ndate: 2026-11-09\nthank you: true\n---",
	 "interview 2026-11-09, of 'Acme'\nscope 0 @3 2026-11-09 "
	 "interview\ntouch @4 in 0 - thank-you"},
	{"---\ncompany: Acme\ndate: 2026-11-09\nthank you: yes\n---",
	 "interview 2026-11-09, of 'Acme'\nscope 0 @3 2026-11-09 "
	 "interview\ntouch @4 in 0 - thank-you"},
	{"---\ncompany: Acme\ndate: 2026-11-09\nthank you: no\n---",
	 "interview 2026-11-09, of 'Acme'\nscope 0 @3 2026-11-09 interview"},
	{"---\ncompany: Acme\ndate: 2026-11-09\nthank you: 2026-11-10\n---",
	 "interview 2026-11-09, of 'Acme'\nscope 0 @3 2026-11-09 "
	 "interview\ntouch @4 in 0 2026-11-10 thank-you"},
	{"---\ncompany: Acme\ndate: 2026-11-09\nthank you: {sent: true}\n---",
	 "interview 2026-11-09, of 'Acme'\nscope 0 @3 2026-11-09 "
	 "interview\ntouch @4 in 0 - thank-you"},
	{"---\ncompany: Acme\ndate: 2026-11-09\nthank you: {sent: soon}\n---",
	 "interview 2026-11-09, of 'Acme'\nscope 0 @3 2026-11-09 interview\n! "
	 "4:19 'thank you' takes a date, and this cannot be read as one"},
	{"---\ncompany: Acme\ndate: 2026-11-09\nthank you: [2026-11-10, "
	 "2026-11-11]\n---",
	 "interview 2026-11-09, of 'Acme'\nscope 0 @3 2026-11-09 interview\n! "
	 "4:12 'thank you' takes a date"},
	{"---\ncompany: Acme\ndate: 2026-11-09\nthank you: maybe\n---",
	 "interview 2026-11-09, of 'Acme'\nscope 0 @3 2026-11-09 interview\n! "
	 "4:12 'thank you' takes a date, and this cannot be read as one"},
	{"---\ncompany: Acme\ndate: 2026-11-09\nfeedback: I was late.\n---",
	 "interview 2026-11-09, of 'Acme'\nscope 0 @3 2026-11-09 "
	 "interview\nfeedback @4 in 0 2026-11-09\nweakness @4 in 0 by "
	 "feedback: I was late."},
	{"---\ncompany: Acme\ndate: 2026-11-09\nfeedback: true\n---",
	 "interview 2026-11-09, of 'Acme'\nscope 0 @3 2026-11-09 "
	 "interview\nfeedback @4 in 0 2026-11-09"},
	{"---\ncompany: Acme\ndate: 2026-11-09\nfeedback: 2026-11-12\n---",
	 "interview 2026-11-09, of 'Acme'\nscope 0 @3 2026-11-09 "
	 "interview\nfeedback @4 in 0 2026-11-09"},
	{"---\ncompany: Acme\ndate: 2026-11-09\nfeedback: {asked: true}\n---",
	 "interview 2026-11-09, of 'Acme'\nscope 0 @3 2026-11-09 "
	 "interview\ntouch @4 in 0 - feedback-request"},
	{"---\ncompany: Acme\ndate: 2026-11-09\nfeedback: {received: true, "
	 "text: I was late.}\n---",
	 "interview 2026-11-09, of 'Acme'\nscope 0 @3 2026-11-09 "
	 "interview\nfeedback @4 in 0 2026-11-09\nweakness @4 in 0 by "
	 "feedback: I was late."},
	{"---\ncompany: Acme\ndate: 2026-11-09\nfeedback: {text: I was "
	 "late.}\n---",
	 "interview 2026-11-09, of 'Acme'\nscope 0 @3 2026-11-09 "
	 "interview\nfeedback @4 in 0 2026-11-09\nweakness @4 in 0 by "
	 "feedback: I was late."},
	{"---\ncompany: Acme\ndate: 2026-11-09\nfeedback: {other: 1}\n---",
	 "interview 2026-11-09, of 'Acme'\nscope 0 @3 2026-11-09 interview"},
	{"---\ncompany: Acme\ndate: 2026-11-09\nfeedback: [I was late., I "
	 "rambled.]\n---",
	 "interview 2026-11-09, of 'Acme'\nscope 0 @3 2026-11-09 interview\n! "
	 "4:11 'feedback' takes text, or a mapping of asked, received, text"},
	{"---\ncompany: Acme\ndate: 2026-11-09\ntype: mock\nfeedback: I was "
	 "late.\n---",
	 "mock 2026-11-09, of 'Acme'\nscope 0 @3 2026-11-09 mock "
	 "assessed\nweakness @5 in 0 by self: I was late."},
	{"---\ncompany: Acme\ndate: 2026-11-09\ntouches: 2026-11-12\n---",
	 "interview 2026-11-09, of 'Acme'\nscope 0 @3 2026-11-09 "
	 "interview\ntouch @4 in 0 2026-11-12 other"},
	{"---\ncompany: Acme\ndate: 2026-11-09\ntouches: [2026-11-12, {date: "
	 "2026-11-13, what: call, with: Dana}, {date: 2026-11-14, what: sent "
	 "my portfolio}, {date: 2026-11-15, what: odd}, {what: call}, {date: "
	 "soon}]\n---",
	 "interview 2026-11-09, of 'Acme'\nscope 0 @3 2026-11-09 "
	 "interview\ntouch @4 in 0 2026-11-12 other\ntouch @4 in 0 2026-11-13 "
	 "call, words 'call', with 'Dana'\ntouch @4 in 0 2026-11-14 document, "
	 "words 'sent my portfolio'\ntouch @4 in 0 2026-11-15 other, words "
	 "'odd'\n! 4:143 'touches' has an item without a date\n! 4:164 "
	 "'touches' takes a date, and this cannot be read as one"},
	{"---\ncompany: Acme\ndate: 2026-11-09\ntouches: 2026-11-12 called "
	 "Dana\n---",
	 "interview 2026-11-09, of 'Acme'\nscope 0 @3 2026-11-09 "
	 "interview\ntouch @4 in 0 2026-11-12 other\n! 4:10 'touches' takes a "
	 "date alone; the one in this text counts"},
	{"---\ncompany: Acme\ndate: 2026-11-09\ntouches: soon\n---",
	 "interview 2026-11-09, of 'Acme'\nscope 0 @3 2026-11-09 interview\n! "
	 "4:10 'touches' takes a date, and this cannot be read as one"},
	{"---\ncompany: Acme\ndate: 2026-11-09\ntouches: {date: 2026-11-12, "
	 "what: thank-you}\n---",
	 "interview 2026-11-09, of 'Acme'\nscope 0 @3 2026-11-09 "
	 "interview\ntouch @4 in 0 2026-11-12 thank-you, words 'thank-you'"},
	{"---\ncompany: Acme\ndate: 2026-11-09\ntouches: {date: 2026-11-12, "
	 "what: feedback-request}\n---",
	 "interview 2026-11-09, of 'Acme'\nscope 0 @3 2026-11-09 "
	 "interview\ntouch @4 in 0 2026-11-12 feedback-request, words "
	 "'feedback-request'"},
	{"---\ncompany: Acme\ndate: 2026-11-09\ntouches: {date: 2026-11-12, "
	 "what: check-in}\n---",
	 "interview 2026-11-09, of 'Acme'\nscope 0 @3 2026-11-09 "
	 "interview\ntouch @4 in 0 2026-11-12 check-in, words 'check-in'"},
	{"---\ncompany: Acme\ndate: 2026-11-09\ntouches: {date: 2026-11-12, "
	 "what: document}\n---",
	 "interview 2026-11-09, of 'Acme'\nscope 0 @3 2026-11-09 "
	 "interview\ntouch @4 in 0 2026-11-12 document, words 'document'"},
	{"---\ncompany: Acme\ndate: 2026-11-09\nlast contact: 2026-11-12\n---",
	 "interview 2026-11-09, of 'Acme'\nscope 0 @3 2026-11-09 "
	 "interview\ntouch @4 in 0 2026-11-12 other"},
	{"---\ncompany: Acme\ndate: 2026-11-09\nkeep in touch: no\n---",
	 "interview 2026-11-09, of 'Acme'\nscope 0 @3 2026-11-09 "
	 "interview\nleft alone"},
	{"---\ncompany: Acme\ndate: 2026-11-09\nkeep in touch: yes\n---",
	 "interview 2026-11-09, of 'Acme'\nscope 0 @3 2026-11-09 interview"},
	{"---\ncompany: Acme\ndate: 2026-11-09\nkeep in touch: maybe\n---",
	 "interview 2026-11-09, of 'Acme'\nscope 0 @3 2026-11-09 interview\n! "
	 "4:16 'keep in touch' takes yes or no"},
	{"---\ncompany: Acme\ndate: 2026-11-09\nsnooze: 2026-11-20\n---",
	 "interview 2026-11-09, of 'Acme'\nscope 0 @3 2026-11-09 "
	 "interview\nsnooze @4 all 2026-11-20"},
	{"---\ncompany: Acme\ndate: 2026-11-09\nsnooze: {thank-you: "
	 "2026-11-20, check in: Friday, odd: 2026-11-20, task: soon}\n---",
	 "interview 2026-11-09, of 'Acme'\nscope 0 @3 2026-11-09 "
	 "interview\nsnooze @4 thank-you 2026-11-20\n! 4:33 no rule of the "
	 "name 'check in'\n! 4:51 no rule of the name 'odd'\n! 4:74 'task' "
	 "takes a date, and this cannot be read as one"},
	{"---\ncompany: Acme\ndate: 2026-11-09\nsnooze: [2026-11-20]\n---",
	 "interview 2026-11-09, of 'Acme'\nscope 0 @3 2026-11-09 "
	 "interview\nsnooze @4 all 2026-11-20"},
	{"---\ncompany: Acme\ndate: 2026-11-09\nsnooze: soon\n---",
	 "interview 2026-11-09, of 'Acme'\nscope 0 @3 2026-11-09 interview\n! "
	 "4:9 'snooze' takes a date, and this cannot be read as one"},
	{"---\ncompany: Acme\ndate: 2026-11-09\nreopened: 2026-11-20\n---",
	 "interview 2026-11-09, of 'Acme'\nscope 0 @3 2026-11-09 "
	 "interview\nreopened @4 in 0 2026-11-20"},
	{"---\ncompany: Acme\ndate: 2026-11-09\nreopened: {date: 2026-11-20, "
	 "why: offer-declined}\n---",
	 "interview 2026-11-09, of 'Acme'\nscope 0 @3 2026-11-09 "
	 "interview\nreopened @4 in 0 2026-11-20, why 'offer-declined'"},
	{"---\ncompany: Acme\ndate: 2026-11-09\nreopened: {why: left}\n---",
	 "interview 2026-11-09, of 'Acme'\nscope 0 @3 2026-11-09 "
	 "interview\nreopened @4 in 0 2026-11-09, why 'left'"},
	{"---\ncompany: Acme\ndate: 2026-11-09\nreopened: {date: soon, why: "
	 "odd}\n---",
	 "interview 2026-11-09, of 'Acme'\nscope 0 @3 2026-11-09 interview\n! "
	 "4:18 'reopened' takes a date, and this cannot be read as one"},
	{"---\ncompany: Acme\ndate: 2026-11-09\nreopened: true\n---",
	 "interview 2026-11-09, of 'Acme'\nscope 0 @3 2026-11-09 "
	 "interview\nreopened @4 in 0 2026-11-09"},
	{"---\ncompany: Acme\ndate: 2026-11-09\nreopened: offer-declined\n---",
	 "interview 2026-11-09, of 'Acme'\nscope 0 @3 2026-11-09 interview\n! "
	 "4:11 'reopened' takes a date, and this cannot be read as one"},
	{"---\ncompany: Acme\ndate: 2026-11-09\nexpect by: [2026-11-20, "
	 "2026-11-25]\n---",
	 "interview 2026-11-09, of 'Acme'\nscope 0 @3 2026-11-09 interview\n! "
	 "4:12 'expect by' takes a date"},
	{"---\ncompany: Acme\ndate: 2026-11-09\nrejected: 2026-11-20\n---",
	 "interview 2026-11-09, of 'Acme', rejected\nscope 0 @3 2026-11-09 "
	 "interview\noutcome @4 in 0 rejected 2026-11-20"},
	{"---\ncompany: Acme\ndate: 2026-11-09\nrejected: true\n---",
	 "rejection 2026-11-09, of 'Acme', rejected\nscope 0 @3 2026-11-09 "
	 "rejection\noutcome @4 in 0 rejected 2026-11-09 undated"},
	{"---\ncompany: Acme\ndate: 2026-11-09\ndecided: 2026-11-20\n---",
	 "interview 2026-11-09, of 'Acme'\nscope 0 @3 2026-11-09 interview"},
	{"---\ncompany: Acme\ndate: 2026-11-09\noutcome: offer\ndecided: "
	 "2026-11-20\n---",
	 "interview 2026-11-09, of 'Acme', status 'offer', offer\nscope 0 @3 "
	 "2026-11-09 interview\noutcome @5 in 0 offer 2026-11-20"},
	{"---\ncompany: Acme\ndate: 2026-11-09\noutcome: odd\n---",
	 "interview 2026-11-09, of 'Acme', status 'odd'\nscope 0 @3 2026-11-09 "
	 "interview\n! 4:10 'outcome' is none of pending, rejected, no answer, "
	 "offer, accepted, declined, withdrawn"},
	{"---\ncompany: Acme\ndate applied: 2026-11-01\n---",
	 "application 2026-11-01, of 'Acme', applied 2026-11-01 @3\nscope 0 @3 "
	 "2026-11-01 application"},
	{"---\ncompany: Acme\napplied: true\n---",
	 "interview -, of 'Acme'\nscope 0 @1 - interview\n! 3:10 'date "
	 "applied' takes a date, and this cannot be read as one\n! 0:0 this "
	 "entry has no date: add a line 'date: YYYY-MM-DD' to its front "
	 "matter"},
	{"---\ncompany: Acme\ndate: 2026-11-09\napplied: 2026-11-01\n---",
	 "interview 2026-11-09, of 'Acme', applied 2026-11-01 @4\nscope 0 @3 "
	 "2026-11-09 interview"},
	{"---\ncompany: Acme\ndate: 2026-11-09\nstage: phone screen\nrole: "
	 "\"[[roles/Nurse]]\"\n---",
	 "interview 2026-11-09, of 'Acme', as 'Nurse', stage 'phone "
	 "screen'\nscope 0 @3 2026-11-09 interview, words 'phone screen'"},
	{"---\ncompany: Acme\ndate: 2026-11-09\n---\n\nexpect by:: "
	 "2026-11-20\nthank you:: true\nsnooze:: 2026-11-25\n\n## 2026-11-12 "
	 "Panel\n\nexpect by:: 2026-11-30\nthank you:: true\nfeedback:: I was "
	 "late.\n",
	 "note 2026-11-09, of 'Acme', a collection\nscope 0 @3 2026-11-09 "
	 "note\nscope 1 @10 2026-11-12 interview, words 'Panel', about "
	 "'Panel'\ntouch @7 in 0 - thank-you\ntouch @13 in 1 - "
	 "thank-you\nfeedback @14 in 1 2026-11-12\npromise @6 in 0 "
	 "2026-11-20\npromise @12 in 1 2026-11-30\nsnooze @8 all "
	 "2026-11-25\ndate 6:13 '2026-11-20' 2026-11-20..2026-11-20\ndate 8:10 "
	 "'2026-11-25' 2026-11-25..2026-11-25\ndate 12:13 '2026-11-30' "
	 "2026-11-30..2026-11-30\nweakness @14 in 1 by feedback: I was late."},
};

static void test_keys(void **state)
{
	(void)state;
	told_check(keys, COUNT_OF(keys), tell);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_keys),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
