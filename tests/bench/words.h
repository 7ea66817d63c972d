/*
 * The words that generate.c makes journals of.  A percent sign and a letter
 * stand for something of the journal at hand: %c the company, %e its site, %f a
 * first name, %p a full name, %m and %o the address and number of whom one of
 * these named last, %t a topic, %w a weekday, %d a day soon after, %n a number,
 * %s a small one; %% is a percent sign.
 *
 * The sentences are there to give a reader of journals the work that people's
 * own sentences give: many judge the writer, and of those some are denied,
 * somebody else's fault, or advice.
 */
#ifndef JSCAN_BENCH_WORDS_H
#define JSCAN_BENCH_WORDS_H

struct jscan_made_name {
	const char *shown;
	const char *mail; /* the same in ASCII */
};

static const struct jscan_made_name first_names[] = {
	{"Adele", "adele"},	{"Arjun", "arjun"},	{"Beatriz", "beatriz"},
	{"Bram", "bram"},	{"Chidi", "chidi"},	{"Chloé", "chloe"},
	{"Darragh", "darragh"}, {"Dunja", "dunja"},	{"Edda", "edda"},
	{"Emre", "emre"},	{"Farah", "farah"},	{"Fintan", "fintan"},
	{"Giulia", "giulia"},	{"Gösta", "gosta"},	{"Hana", "hana"},
	{"Hollis", "hollis"},	{"Imke", "imke"},	{"Isaac", "isaac"},
	{"Jelena", "jelena"},	{"Jürgen", "juergen"},	{"Kamala", "kamala"},
	{"Kit", "kit"},		{"Leocadia", "leo"},	{"Lubomír", "lubomir"},
	{"Maeve", "maeve"},	{"Mateusz", "mateusz"}, {"Nadia", "nadia"},
	{"Nils", "nils"},	{"Odile", "odile"},	{"Okey", "okey"},
	{"Petra", "petra"},	{"Quentin", "quentin"}, {"Rahel", "rahel"},
	{"Rosalind", "ros"},	{"Sanjay", "sanjay"},	{"Sigrid", "sigrid"},
	{"Tariq", "tariq"},	{"Tove", "tove"},	{"Ursula", "ursula"},
	{"Viktor", "viktor"},	{"Wanda", "wanda"},	{"Ximena", "ximena"},
	{"Yusuf", "yusuf"},	{"Zuzana", "zuzana"},
};

static const struct jscan_made_name last_names[] = {
	{"Abernathy", "abernathy"},
	{"Aydın", "aydin"},
	{"Bakker", "bakker"},
	{"Balogun", "balogun"},
	{"Castellano", "castellano"},
	{"Crowe", "crowe"},
	{"Dahl", "dahl"},
	{"Delacroix", "delacroix"},
	{"Eriksen", "eriksen"},
	{"Esposito", "esposito"},
	{"Ferreira", "ferreira"},
	{"Fitzgerald", "fitzgerald"},
	{"Gallo", "gallo"},
	{"Grünwald", "gruenwald"},
	{"Hashimoto", "hashimoto"},
	{"Hughes-Bell", "hughesbell"},
	{"Ivanova", "ivanova"},
	{"Iyer", "iyer"},
	{"Jankowski", "jankowski"},
	{"Joyce", "joyce"},
	{"Kaplan", "kaplan"},
	{"Kowalczyk", "kowalczyk"},
	{"Lindgren", "lindgren"},
	{"Lockhart", "lockhart"},
	{"MacRae", "macrae"},
	{"Mukherjee", "mukherjee"},
	{"Nakamura", "nakamura"},
	{"Novák", "novak"},
	{"O'Dowd", "odowd"},
	{"Ortega", "ortega"},
	{"Papadakis", "papadakis"},
	{"Pemberton", "pemberton"},
	{"Quaye", "quaye"},
	{"Reinholt", "reinholt"},
	{"Rosario", "rosario"},
	{"Sandoval", "sandoval"},
	{"Szabó", "szabo"},
	{"Thackeray", "thackeray"},
	{"Toivonen", "toivonen"},
	{"Underhill", "underhill"},
	{"van der Meer", "vdmeer"},
	{"Villanueva", "villanueva"},
	{"Whitlock", "whitlock"},
	{"Yilmaz", "yilmaz"},
	{"Zhang", "zhang"},
};

/* Most people have a last name put together, so that namesakes are rare. */
static const struct jscan_made_name last_heads[] = {
	{"Ahl", "ahl"},	      {"Berg", "berg"},	    {"Black", "black"},
	{"Brand", "brand"},   {"Dal", "dal"},	    {"Eich", "eich"},
	{"Falk", "falk"},     {"Gold", "gold"},	    {"Grön", "groen"},
	{"Hall", "hall"},     {"Holm", "holm"},	    {"Kron", "kron"},
	{"Lind", "lind"},     {"Lund", "lund"},	    {"Mar", "mar"},
	{"Nord", "nord"},     {"Ost", "ost"},	    {"Ros", "ros"},
	{"Sand", "sand"},     {"Silver", "silver"}, {"Sten", "sten"},
	{"Strand", "strand"}, {"Sund", "sund"},	    {"Thorn", "thorn"},
	{"Under", "under"},   {"Vester", "vester"}, {"West", "west"},
	{"Win", "win"},	      {"Wood", "wood"},	    {"Öst", "oest"},
};

static const char *const last_tails[] = {
	"berg",	 "by",	"dahl", "feld", "ford",	 "gren", "hurst",
	"lake",	 "ley", "man",	"mann", "qvist", "rup",	 "son",
	"stein", "ton", "well", "wick", "worth",
};

/* 97 x 89 x 12 companies: each number to 103,595 is one of them. */
static const char *const company_first[97] = {
	"Acorn",   "Alder",   "Amber",	 "Anchor",  "Anvil",  "Apex",
	"Arbor",   "Argent",  "Ashen",	 "Aspen",   "Aster",  "Atlas",
	"Auburn",  "Azure",   "Banner",	 "Barley",  "Basalt", "Beacon",
	"Birch",   "Bison",   "Bramble", "Brass",   "Bright", "Cairn",
	"Canyon",  "Cask",    "Cedar",	 "Chalk",   "Cinder", "Clover",
	"Cobalt",  "Comet",   "Copper",	 "Coral",   "Crane",  "Crest",
	"Dapple",  "Delta",   "Dove",	 "Drift",   "Eagle",  "East",
	"Elder",   "Ember",   "Fable",	 "Falcon",  "Fern",   "Field",
	"Flint",   "Forge",   "Fox",	 "Frost",   "Garnet", "Glen",
	"Granite", "Grove",   "Harbor",	 "Hazel",   "Hearth", "Heron",
	"Holly",   "Indigo",  "Iron",	 "Ivory",   "Jade",   "Juniper",
	"Kestrel", "Lantern", "Larch",	 "Linden",  "Lunar",  "Maple",
	"Marble",  "Meadow",  "Mill",	 "Moss",    "North",  "Oak",
	"Ochre",   "Onyx",    "Opal",	 "Orchard", "Osier",  "Otter",
	"Pearl",   "Pine",    "Quarry",	 "Quartz",  "Raven",  "Reed",
	"River",   "Rowan",   "Sable",	 "Saffron", "Slate",  "Spruce",
	"Willow",
};

static const char *const company_second[89] = {
	"bank",	  "bay",   "beam",  "bell",  "berg",   "bloom",	 "board",
	"bolt",	  "bond",  "born",  "bow",   "branch", "bridge", "brook",
	"burn",	  "bury",  "cast",  "chain", "chart",  "cliff",	 "cloud",
	"coast",  "combe", "cote",  "craft", "croft",  "cross",	 "dale",
	"deck",	  "den",   "dock",  "door",  "down",   "edge",	 "fall",
	"farm",	  "fen",   "file",  "flow",  "fold",   "ford",	 "gate",
	"gear",	  "grain", "guard", "hall",  "ham",    "haven",	 "head",
	"hill",	  "holm",  "house", "hurst", "keep",   "key",	 "lake",
	"land",	  "lane",  "leaf",  "light", "line",   "link",	 "lock",
	"loft",	  "mark",  "mead",  "mere",  "mill",   "mount",	 "path",
	"peak",	  "point", "pool",  "port",  "post",   "press",	 "ridge",
	"root",	  "sail",  "scale", "shore", "span",   "stead",	 "stone",
	"thread", "vale",  "ware",  "wick",  "works",
};

static const char *const company_third[12] = {
	"",	  " Systems", " Ltd",	" Labs",   " Health", " & Sons",
	" Foods", " GmbH",    " Group", " Energy", " Media",  " Inc.",
};

static const char *const roles[] = {
	"Data Analyst",
	"Backend Engineer",
	"Product Designer",
	"Account Executive",
	"Cost Accountant",
	"Office Manager",
	"Nurse Educator",
	"Site Reliability Engineer",
	"Technical Writer",
	"Research Assistant",
	"Marketing Coordinator",
	"Project Manager",
	"Laboratory Technician",
	"Customer Success Lead",
	"Warehouse Supervisor",
	"Senior Frontend Engineer",
	"Policy Adviser",
	"Mechanical Engineer",
	"Teacher of Mathematics",
	"Procurement Specialist",
	"Actuary",
	"Translator, German and French",
};

static const char *const titles[] = {
	"Head of Engineering", "Recruiter",
	"HR Business Partner", "Team Lead",
	"Director, Finance",   "Staff Engineer",
	"VP Operations",       "Hiring Manager",
	"Principal Designer",  "CTO",
	"Office Lead",	       "Senior Analyst",
	"Talent Partner",
};

static const char *const stages[] = {
	"phone screen", "technical", "on-site",	     "panel",
	"final",	"screening", "second round", "case study",
};

static const char *const topics[] = {
	"the billing migration",
	"incident reviews",
	"their audit",
	"the returns process",
	"stock counting",
	"shift planning",
	"the new warehouse",
	"code review",
	"the style guide",
	"a late supplier",
	"caching",
	"the budget",
	"onboarding",
	"the reporting tool",
	"lesson plans",
	"the rota",
	"test coverage",
	"forecasting",
	"the ward's paperwork",
	"the data model",
	"accessibility",
	"their pricing",
	"a lost customer",
	"release notes",
	"the maintenance backlog",
	"query plans",
	"month-end close",
};

static const char *const weekdays[] = {"Monday", "Tuesday", "Wednesday",
				       "Thursday", "Friday"};

static const char *const months[] = {
	"January", "February", "March",	    "April",   "May",	   "June",
	"July",	   "August",   "September", "October", "November", "December"};

static const char *const prose[] = {
	"The building is ten minutes from the station, past %s bicycle racks.",
	"%p met me in the lobby and we took the stairs.",
	"Most of the hour went on %t and how they mean to change it.",
	"They have %n people in the team and want two more by spring.",
	"%f drew the whole thing on a whiteboard, arrows and all.",
	"The call began %s minutes late because a meeting overran.",
	"There was a short exercise about %t, done on paper.",
	"I told them about the year in which we rebuilt %t.",
	"%f asked what I would change about %t, and why.",
	"The second half was a walk round the floor with %p.",
	"They use the same tools as my last place, a version behind.",
	"We spoke about %t, then about holidays, then about %t again.",
	"Lunch was soup; %f knows the cook.",
	"%f has been at %c for %s years and came from a competitor.",
	"The posting said hybrid, which here means two days at home.",
	"On %w they reorganise, so the title may change.",
	"It turns out that %c bought a smaller firm last year.",
	"I wrote down `make report` and two other commands they use.",
	"The office is *very* quiet, **too** quiet according to %f.",
	"The brief is at [their site](https://www.%e/jobs/%n).",
	"They asked for references, and I gave two names.",
	"We looked at a dashboard with %n charts that nobody reads.",
	"%f kept notes on a tablet and nodded a lot.",
	"There are three rounds: this one, a task, and a panel.",
	"The panel was %p, %p and somebody from finance.",
	"My train was on time and I read the annual report on the way.",
	"The task: estimate the cost of %t for a year.",
	"Half of the questions came from a printed sheet.",
	"%c sells mostly to schools and to two large hospitals.",
	"I had coffee with %f before the others joined.",
	"We ended with a tour of the archive, which smells of glue.",
	"Salaries are reviewed in April, bonuses in the autumn.",
	"He explained how %t came to take %s weeks.",
	"She described a typical week: two reviews, one visit, %t.",
	"The role reports to %p and to a committee.",
	"They showed me release 4.%s.1 and what is wrong with it.",
	"I scored 4/5 on the written part, the others did not say.",
	"Parking costs 12 euros, the tram 3.20.",
	"Nobody wore a tie, and the dog is called Biscuit.",
	"In March they move to the new site near the canal.",
};

static const char *const weaknesses[] = {
	"Sent no thank-you note to anybody.",
	"My thank-you mail to %f went out four days late.",
	"Never wrote to thank %f for the meeting.",
	"I ended the answer about %t on what had gone wrong.",
	"Told them far too frankly why %t failed.",
	"Dwelt on the bad quarter for ten minutes.",
	"I complained about my former manager again.",
	"Blamed the old team for %t, which sounded sour.",
	"Spoke badly of my last employer when %f asked why I left.",
	"I had not read their annual report and it showed.",
	"Did not know what %c sells besides %t.",
	"Could not name a single product of theirs.",
	"I had not looked up who %p is.",
	"No small talk at all, the whole hour felt stiff.",
	"We never warmed to each other, and I made no effort.",
	"I asked no questions at the end.",
	"All my questions were about holidays and hours.",
	"Forgot to ask anything about the team.",
	"I rambled about %t until %f looked at the clock.",
	"My answers ran far too long.",
	"Went off on a tangent about %t.",
	"I talked too much, as ever.",
	"I interrupted %f twice.",
	"Did not listen to the end of the question about %t.",
	"Answered a different question from the one that %f asked.",
	"Left without thanking anyone in the room.",
	"Forgot to say thank you at the door.",
	"I never said that I want the job.",
	"Showed little enthusiasm, I was tired of the subject.",
	"Did not tell them what sets me apart.",
	"No numbers in any of my examples.",
	"My story about %t had no result in it.",
	"I gave a vague example when %f asked for a concrete one.",
	"Could not explain the gap in my CV.",
	"Did not connect my experience with %t to this job.",
	"I should have asked whether they had any concerns.",
	"Forgot to ask about the next steps.",
	"Came across as defensive about %t.",
	"I sounded flat and a little arrogant.",
	"Too casual with %p, I think.",
	"I came unprepared and winged the second half.",
	"Had not practised the presentation once.",
	"Should have done a mock interview first.",
	"There was a typo on the first page of my CV.",
	"I forgot to bring the portfolio.",
	"Arrived %n minutes late and out of breath.",
	"My camera did not work and I sat in the dark.",
	"Hardly any eye contact on my side.",
	"My explanation of %t was muddled.",
	"Too many filler words, I counted %n.",
	"I mumbled through the part about %t.",
	"Started coding before I had understood the task.",
	"I ran out of time on the exercise.",
	"Did not test the solution at all.",
	"Worked in silence for %n minutes.",
	"I undersold myself when they asked about %t.",
	"Gave up on the right answer as soon as %f frowned.",
	"I apologised for my German three times.",
	"I froze on the first question.",
	"Very nervous, my hands were shaking.",
	"My mind went blank when %t came up.",
	"I did not follow up after the second round.",
	"Let the contact with %f go cold.",
	"Never asked them for feedback.",
	"Could not solve the problem about %t.",
	"I needed hints for nearly every step.",
	"Did not know the difference between the two index types.",
	"Got %t wrong, and %f had to correct me.",
	"Named a figure too early.",
	"I had no number ready when pay came up.",
	"Accepted their first offer of %n thousand at once.",
};

static const char *const others[] = {
	"I did not ramble this time.",
	"I wasn't nervous at all.",
	"%f talked too much and we lost ten minutes.",
	"The interviewer was late and did not apologise.",
	"I was afraid that I had rambled, but %f said no.",
	"Candidates who complain about a former boss do not get hired.",
	"If I freeze, she will move on to %t.",
	"I asked good questions about %t.",
	"My example had numbers: %n percent in two quarters.",
	"I thanked %p at the start and at the end.",
	"%f said that she had been nervous herself.",
	"Listened well and let %f finish.",
	"The panel seemed unprepared.",
	"I stayed calm when they pressed me about %t.",
	"Always bring a printed copy of the CV.",
	"No filler words, says the recording.",
	"I explained %t clearly, with one picture.",
	"I knew their products and the news of last week.",
	"He forgot my name and mumbled.",
	"I told them why I want this job and no other.",
};

static const char *const feedback[] = {
	"\"You knew the subject, but the answers were long.\"",
	"\"We would have liked more concrete numbers.\"",
	"%f: you seemed nervous at first, then you were fine.",
	"They liked how I explained %t.",
	"\"You did not ask us anything about the work.\"",
	"\"A very clear presentation.\"",
	"\"The other candidate had more experience with %t.\"",
	"\"You spoke a little quietly.\"",
	"They thought that I had not prepared the case.",
	"\"Strong on %t, weak on the rest.\"",
};

static const char *const promises[] = {
	"%f will get back to me by %d.",
	"They want to decide by %d.",
	"I should hear back by %w.",
	"%f said that they would write next week.",
	"An answer by the end of the month, %f thinks.",
	"%p will call on %d.",
	"They promised an answer within two weeks.",
};

static const char *const tasks[] = {
	"Thank %f by e-mail",
	"Send %f the sample about %t",
	"Ask %f for feedback",
	"Read up on %t",
	"Practise the answer about %t",
	"Check in with %f",
	"Update the CV",
	"Write to %p",
	"Call %f about %t",
	"Look for someone who knows %c",
};

static const char *const resolutions[] = {
	"Next time, ask about %t first.",
	"Need to prepare two stories about %t.",
	"Practise short answers with a timer.",
	"Look up the panel the evening before.",
	"Bring numbers.",
	"Breathe before answering.",
};

static const char *const asides[] = {
	"%%%% a private remark about %t, not for anyone %%%%",
	"<!-- transcript is in the other folder -->",
	"```sh\nmake report YEAR=20%n\n```",
	"> Dear candidate,\n> thank you for your time on %w. We did not "
	"forget\n"
	"> you; %t has kept us busy.\n> Kind regards, %p",
	"mood:: %s",
	"See also [[%c]] and the note on [%t](../../notes/ideas.md).",
	"Reached %p at <%m>, or %o.",
	"| part | minutes |\n| --- | --- |\n| %t | %n |\n| questions | %n |",
};

static const char *const assessment_headings[] = {
	"Self-assessment", "Reflection", "What went wrong",
	"Retro",	   "To improve", "Lessons learned",
};

static const char *const strength_headings[] = {"What went well", "Strengths",
						"Wins"};

static const char *const feedback_headings[] = {"Feedback", "What they said"};

static const char *const people_headings[] = {"Who I met", "People", "Panel",
					      "Contacts"};

static const char *const task_headings[] = {"Next steps", "Follow-up",
					    "Action items", "To do"};

static const char *const prose_headings[] = {"How it went", "Notes", "The day",
					     "Questions they asked"};

#endif
