/*
 * Writes the text of a made-up file: front matter, sections, prose, tasks.
 * Which files there are and where they go is generate.c's part; the words are
 * in words.h.
 */
#include "made.h"

#define MEAN_BYTES 2250
#define MAX_BYTES  8000

static void put_heading(struct jscan_made *j, unsigned level, const char *words)
{
	put(j, "\n");
	put_bytes(j, "####", level);
	put(j, " ");
	put(j, words);
	put(j, "\n\n");
}

/* Adds a front matter key in the company's manner, up to its value. */
static void put_key(struct jscan_made *j, const char *key)
{
	char first = key[0];

	if (j->company.capitals && first >= 'a' && first <= 'z')
		first = (char)(first - 'a' + 'A');
	put_bytes(j, &first, 1);
	put(j, key + 1);
	put(j, ": ");
}

static void put_pair(struct jscan_made *j, const char *key, const char *value)
{
	put_key(j, key);
	put(j, value);
	put(j, "\n");
}

static void put_date_pair(struct jscan_made *j, const char *key, int day)
{
	put_key(j, key);
	put_date(j, day, j->company.dates);
	put(j, "\n");
}

static void put_contact(struct jscan_made *j,
			const struct jscan_made_person *who)
{
	switch (j->company.manner) {
	case EVENTS:
		put(j, "  - name: ");
		put_person(j, who);
		put(j, "\n    title: ");
		put(j, who->title);
		put(j, "\n    email: ");
		put_mail(j, who);
		if (chance(j, 30)) {
			put(j, "\n    phone: ");
			put_phone(j, who);
		}
		break;
	case APPLICATIONS:
		put(j, "  - ");
		put_person(j, who);
		put(j, " <");
		put_mail(j, who);
		put(j, ">");
		break;
	case OBSIDIAN:
		put(j, "  - \"[[");
		put_person(j, who);
		put(j, "]]\"");
		break;
	}
	put(j, "\n");
}

static void put_contacts(struct jscan_made *j)
{
	static const char *const keys[] = {"contacts:\n", "interviewers:\n",
					   "people:\n"};
	const struct jscan_made_company *company = &j->company;
	unsigned from = below(j, company->person_count);

	put(j, keys[company->manner]);
	for (unsigned i = from; i < company->person_count; i++)
		put_contact(j, &company->people[i]);
}

static void put_tags(struct jscan_made *j, enum jscan_made_kind kind)
{
	static const char *const ids[] = {"nerves",  "technical", "clarity",
					  "stories", "interest",  "salary"};

	if (j->company.manner == OBSIDIAN) {
		put(j, "tags:\n  - jobs/");
		put(j, kind_names[kind]);
		put(j, "\n  - weakness/");
		put(j, PICK(j, ids));
		put(j, "\n");
	} else {
		put(j, "tags: [jobs, ");
		put(j, kind_names[kind]);
		put(j, chance(j, 20) ? ", strength/questions]\n" : "]\n");
	}
	if (kind == INTERVIEW && chance(j, 25)) {
		put(j, "ratings:\n  ");
		put(j, PICK(j, ids));
		put(j, ": ");
		put_number(j, 1 + below(j, 5), 1);
		put(j, "\n  listening: ");
		put_number(j, 1 + below(j, 5), 1);
		put(j, "\n");
	}
}

/* The keys that only some interviews have. */
static void put_interview_keys(struct jscan_made *j)
{
	put_pair(j, chance(j, 70) ? "stage" : "round", PICK(j, stages));
	if (chance(j, 30))
		put_date_pair(j, "thank you", j->day + 1);
	if (chance(j, 20))
		put_date_pair(j, "expect by", j->day + 5 + (int)below(j, 12));
	if (chance(j, 15)) {
		put(j, "next steps:\n  - due: ");
		put_date(j, j->day + 6, ISO);
		put(j, "\n    action: ");
		put_words(j, NEXT(j, tasks));
		put(j, "\n    done: true\n");
	}
	if (chance(j, 10)) {
		put(j, "touches:\n  - date: ");
		put_date(j, j->day + 12, ISO);
		put(j, "\n    what: check-in\n");
	}
}

static void put_front_matter(struct jscan_made *j, enum jscan_made_kind kind)
{
	static const char *const company_keys[] = {"company", "employer",
						   "company"};
	static const char *const role_keys[] = {"role", "position", "role"};
	const struct jscan_made_company *company = &j->company;
	enum jscan_made_manner manner = company->manner;

	put(j, "---\n");
	put_key(j, company_keys[manner]);
	put(j, manner == OBSIDIAN ? "\"[[" : "");
	put(j, company->name);
	put(j, manner == OBSIDIAN ? "]]\"\n" : "\n");
	put_pair(j, role_keys[manner], company->role);
	put_date_pair(j, manner == APPLICATIONS ? "date applied" : "date",
		      j->day);
	if (manner != APPLICATIONS)
		put_pair(j, chance(j, 80) ? "type" : "kind", kind_names[kind]);
	if (kind == INTERVIEW && manner != APPLICATIONS)
		put_interview_keys(j);
	if (kind == INTERVIEW || kind == APPLICATION)
		put_pair(j, chance(j, 60) ? "outcome" : "status",
			 chance(j, 80) ? "pending" : "in progress");
	put_contacts(j);
	put_tags(j, kind);
	if (company->given_up)
		put_pair(j, "keep in touch", "no");
	if (below(j, 1000) == 0)
		put(j, "outcom: pending\n"); /* an honest mistake */
	put(j, "---\n\n");
}

static void put_prose(struct jscan_made *j, unsigned sentences)
{
	for (unsigned i = 0; i < sentences; i++) {
		put_words(j, NEXT(j, prose));
		if (i + 1 == sentences || chance(j, 25))
			put(j, "\n");
		else
			put(j, chance(j, 10) ? "\n\n" : " ");
	}
}

static void put_people_section(struct jscan_made *j, unsigned level)
{
	const struct jscan_made_company *company = &j->company;
	bool table = company->manner == APPLICATIONS && chance(j, 70);

	put_heading(j, level, PICK(j, people_headings));
	if (table)
		put(j, "| Name | Title | Email |\n| --- | --- | --- |\n");
	for (unsigned i = 0; i < company->person_count; i++) {
		const struct jscan_made_person *who = &company->people[i];

		put(j, table ? "| " : "- ");
		put_person(j, who);
		put(j, table ? " | " : ", ");
		put(j, who->title);
		put(j, table ? " | " : ", ");
		put_mail(j, who);
		put(j, table ? " |\n" : "\n");
	}
}

static void put_assessment_section(struct jscan_made *j, unsigned level)
{
	const char *bullet = chance(j, 60) ? "- " : "";
	unsigned lines = 2 + below(j, 5);

	put_heading(j, level, PICK(j, assessment_headings));
	for (unsigned i = 0; i < lines; i++) {
		put(j, bullet);
		if (chance(j, 60))
			put_words(j, NEXT(j, weaknesses));
		else if (chance(j, 55))
			put_words(j, NEXT(j, others));
		else
			put_words(j, chance(j, 50) ? NEXT(j, resolutions)
						   : NEXT(j, prose));
		put(j, "\n");
	}
}

static void put_short_section(struct jscan_made *j, unsigned level,
			      const char *heading, const char *const *lines,
			      size_t line_count)
{
	unsigned count = 1 + below(j, 3);

	put_heading(j, level, heading);
	for (unsigned i = 0; i < count; i++) {
		put(j, "- ");
		put_words(j, lines[turn(j) % line_count]);
		put(j, "\n");
	}
}

static void put_task(struct jscan_made *j)
{
	int due = j->day + 1 + (int)below(j, 14);
	bool open = chance(j, MADE_AS_OF - j->day < 60 ? 50 : 2);

	put(j, open ? "- [ ] " : "- [x] ");
	put_words(j, NEXT(j, tasks));
	if (j->company.manner == OBSIDIAN) {
		put(j, " 📅 ");
		put_date(j, due, ISO);
		if (!open) {
			put(j, " ✅ ");
			put_date(j, due - 1, ISO);
		}
	} else if (below(j, 2000) == 0) {
		put(j, ", due 2025-02-30"); /* an honest mistake */
	} else if (chance(j, 75)) {
		put(j, ", due ");
		put_date(j, due, j->company.dates);
	} else {
		put_words(j, chance(j, 50) ? " (by %w)" : ", due %d");
	}
	put(j, "\n");
}

static void put_task_section(struct jscan_made *j, unsigned level)
{
	unsigned count = 1 + below(j, 4);

	put_heading(j, level, PICK(j, task_headings));
	for (unsigned i = 0; i < count; i++)
		put_task(j);
	if (chance(j, 30)) {
		put(j, "- ");
		put_words(j, NEXT(j, promises));
		put(j, "\n");
	}
}

/* Adds what was held and how it went, below headings of `level`. */
static void put_interview(struct jscan_made *j, unsigned level)
{
	put_prose(j, 2 + below(j, 5));
	if (chance(j, 25))
		put_people_section(j, level);
	if (chance(j, 40)) {
		put_heading(j, level, PICK(j, prose_headings));
		put_prose(j, 2 + below(j, 5));
	}
	if (chance(j, 12)) {
		put(j, "\n");
		put_words(j, NEXT(j, asides));
		put(j, "\n");
	}
	if (chance(j, 75))
		put_assessment_section(j, level);
	if (chance(j, 30))
		put_short_section(j, level, PICK(j, strength_headings), others,
				  COUNT(others));
	if (chance(j, 15))
		put_short_section(j, level, PICK(j, feedback_headings),
				  feedback, COUNT(feedback));
	if (chance(j, 70))
		put_task_section(j, level);
	if (chance(j, 30)) {
		put(j, "\n");
		put_words(j, NEXT(j, promises));
		put(j, "\n");
	}
}

/* Adds the body of one event; `level` is that of its sections' headings. */
static void put_event(struct jscan_made *j, enum jscan_made_kind kind,
		      unsigned level)
{
	switch (kind) {
	case INTERVIEW:
	case MOCK:
		put_interview(j, level);
		break;
	case REJECTION:
		put_prose(j, 1 + below(j, 3));
		if (chance(j, 50))
			put_short_section(j, level, PICK(j, feedback_headings),
					  feedback, COUNT(feedback));
		if (chance(j, 50))
			put_assessment_section(j, level);
		put_task_section(j, level);
		break;
	default:
		put_prose(j, 2 + below(j, 4));
		if (chance(j, 60))
			put_task_section(j, level);
	}
}

/* What follows an event of an application; `left` events are to come. */
enum jscan_made_kind jscan_made_next(struct jscan_made *j,
				     enum jscan_made_kind kind, unsigned left)
{
	if (kind == REJECTION || kind == TOUCH)
		return TOUCH;
	if (left <= 2 && chance(j, 40))
		return chance(j, 85) ? REJECTION : OFFER;
	return chance(j, 92) ? INTERVIEW : MOCK;
}

int jscan_made_gap_days(struct jscan_made *j, enum jscan_made_kind kind)
{
	return kind == TOUCH ? 80 + (int)below(j, 40) : 3 + (int)below(j, 16);
}

/*
 * Adds prose until the file has about the size drawn for it.  What all files
 * so far have too much or too little moves that size, so that a journal of any
 * number of files has the same mean.
 */
static void fill(struct jscan_made *j)
{
	long size = 700 + below(j, 2000) + (chance(j, 25) ? below(j, 4500) : 0);
	long missing =
		(long)(MEAN_BYTES * j->written_files) - (long)j->written_bytes;

	size += missing / 4;
	if ((long)j->len + 200 > size)
		return;
	if (size > MAX_BYTES)
		size = MAX_BYTES;
	put_heading(j, 2, PICK(j, prose_headings));
	while ((long)j->len + 150 < size) {
		put_prose(j, 3);
		if (chance(j, 30))
			put(j, "\n");
	}
}

void jscan_made_event(struct jscan_made *j, enum jscan_made_kind kind)
{
	put_front_matter(j, kind);
	put(j, "# ");
	put(j, j->company.name);
	put(j, ", ");
	put(j, kind_names[kind]);
	put(j, "\n\n");
	put_event(j, kind, 2);
	fill(j);
}

void jscan_made_application(struct jscan_made *j)
{
	static const char *const words[] = {"Applied", "Interview",
					    "Mock",    "Rejected",
					    "Offer",   "Check-in"};
	unsigned events = 2 + below(j, 3);
	enum jscan_made_kind kind = APPLICATION;

	j->company.role = PICK(j, roles);
	put_front_matter(j, APPLICATION);
	put(j, "# ");
	put(j, j->company.name);
	put(j, "\n");
	for (unsigned left = events; left > 0; left--) {
		put(j, "\n## ");
		put_date(j, j->day,
			 j->company.dates == NUMBERS ? ISO : j->company.dates);
		put(j, chance(j, 50) ? ": " : " ");
		put(j,
		    kind == INTERVIEW && chance(j, 50) ? "Panel" : words[kind]);
		put(j, "\n\n");
		put_event(j, kind, 3);
		kind = jscan_made_next(j, kind, left);
		j->day += jscan_made_gap_days(j, kind);
	}
	fill(j);
}

void jscan_made_note(struct jscan_made *j)
{
	put(j, "# Ideas\n\n");
	put_prose(j, 10 + below(j, 25));
	put(j, "\n- a list\n- of things\n  - that are no entry\n");
}
