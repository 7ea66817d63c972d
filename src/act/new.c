/*
 * Makes a new note: gathers the facts that a template may name, fills the
 * writer's own template for that type or ours, and finds a place beside the
 * notes that are most like it, named as they are.
 */
#include "act/new.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <unistd.h>

#include "act/new_text.h"
#include "act/own_template.h"
#include "base/date.h"
#include "base/error.h"
#include "base/file.h"
#include "base/utf8.h"
#include "facts/note.h"
#include "model/company.h"

#define MOST_NAME_BYTES 80
#define MOST_PROMPTS	3
#define MOST_PEOPLE	20

struct new_note {
	const struct jscan_journal *journal;
	struct jscan_arena *arena;
	const char *company; /* "": none */
	const char *company_key;
	const char *role;
	enum jscan_event_type type;
	struct jscan_date date;
};

static const char *clean(struct new_note *note, const char *text)
{
	return text ? jscan_template_clean(note->arena, text, strlen(text),
					   false)
		    : "";
}

/* Is that the company of the new note, however it is written? */
static bool is_company(struct new_note *note, const char *name)
{
	return name && *note->company_key &&
	       strcmp(jscan_company_fold(note->arena, name),
		      note->company_key) == 0;
}

/*
 * The newest entry, of the company if there is one.  What it says of the
 * company's name, the role and where notes are kept holds for the new one.
 */
static const struct jscan_entry *find_model(struct new_note *note,
					    bool is_of_company)
{
	const struct jscan_report *report = note->journal->report;
	const struct jscan_entry *newest = NULL;

	for (size_t i = 0; i < report->entry_count; i++) {
		const struct jscan_entry *entry = &report->entries[i];

		if (is_of_company && !is_company(note, entry->company))
			continue;
		if (!newest ||
		    jscan_date_compare(entry->date, newest->date) >= 0)
			newest = entry;
	}
	return newest;
}

/* Do the words of `name` begin with those of `typed`? */
static bool begins_with(struct new_note *note, const char *name,
			const char *typed)
{
	const char *whole =
		jscan_utf8_fold_words(note->arena, name, strlen(name));
	const char *start =
		jscan_utf8_fold_words(note->arena, typed, strlen(typed));
	size_t len = strlen(start);

	return len > 0 && strncmp(whole, start, len) == 0 &&
	       (whole[len] == '\0' || whole[len] == ' ');
}

/*
 * The company that was meant: of that name, else the only one whose name begins
 * with these words ("mossgrove" for Mossgrove Labs), else a new one.
 */
static void find_company(struct new_note *note, const char *typed)
{
	const struct jscan_report *report = note->journal->report;
	const char *found = NULL;
	const struct jscan_entry *model;

	note->company = clean(note, typed);
	note->company_key = jscan_company_fold(note->arena, note->company);
	model = find_model(note, true);
	for (size_t i = 0; !model && i < report->application_count; i++) {
		const char *name = report->applications[i].company;

		if (!name || !begins_with(note, name, note->company) ||
		    (found && strcmp(found, name) == 0))
			continue;
		if (found)
			return;
		found = name;
	}
	if (found)
		note->company_key = jscan_company_fold(note->arena, found);
	model = model ? model : find_model(note, true);
	if (model)
		note->company = clean(note, model->company);
}

/* The company's only application that is still open. */
static const char *find_role(struct new_note *note)
{
	const struct jscan_report *report = note->journal->report;
	const char *role = "";
	size_t count = 0;

	for (size_t i = 0; i < report->application_count; i++) {
		const struct jscan_application *a = &report->applications[i];

		if (a->role && *a->role && !jscan_date_is_set(a->closed) &&
		    is_company(note, a->company)) {
			role = a->role;
			count++;
		}
	}
	return count == 1 ? clean(note, role) : "";
}

static bool is_person_there(struct new_note *note,
			    const struct jscan_contact *contact)
{
	if (!contact->name)
		return false;
	for (size_t i = 0; i < contact->companies.count; i++)
		if (is_company(note, contact->companies.items[i]))
			return true;
	return false;
}

static void add_person(struct new_note *note, struct jscan_buf *yaml,
		       struct jscan_buf *list,
		       const struct jscan_contact *contact)
{
	const struct {
		const char *key;
		const char *value;
	} parts[] = {
		{"name", contact->name},
		{"title", contact->title},
		{"role", contact->role},
		{"email",
		 contact->emails.count ? contact->emails.items[0] : NULL},
		{"phone",
		 contact->phones.count ? contact->phones.items[0] : NULL},
	};

	jscan_buf_adds(list, list->len ? "\n- " : "- ");
	for (size_t i = 0; i < sizeof(parts) / sizeof(parts[0]); i++) {
		const char *value = clean(note, parts[i].value);

		if (!*value)
			continue;
		jscan_buf_addf(yaml, "\n  %s %s: ", i ? " " : "-",
			       parts[i].key);
		jscan_new_add_quoted(yaml, value);
		jscan_buf_addf(list, "%s%s", i ? ", " : "", value);
	}
}

static void list_people(struct new_note *note, struct jscan_buf *yaml,
			struct jscan_buf *list)
{
	const struct jscan_report *report = note->journal->report;
	size_t count = 0;

	for (size_t i = 0; i < report->contact_count; i++) {
		const struct jscan_contact *contact = &report->contacts[i];

		if (count < MOST_PEOPLE && is_person_there(note, contact)) {
			add_person(note, yaml, list, contact);
			count++;
		}
	}
	if (count == 0)
		jscan_buf_adds(yaml, "[]");
}

/*
 * Questions to ask oneself, as comments: text of the program's in that section
 * would count as the writer's own assessment.
 */
static void add_prompts(struct new_note *note, struct jscan_buf *out)
{
	const struct jscan_report *report = note->journal->report;
	size_t count = 0;

	if (note->type != JSCAN_EVENT_INTERVIEW &&
	    note->type != JSCAN_EVENT_MOCK)
		return;
	jscan_buf_adds(
		out, "## What went well\n"
		     "\n"
		     "<!-- What did they like? Which answer ended on something "
		     "good? -->\n"
		     "\n"
		     "## Self-assessment\n"
		     "\n"
		     "<!-- While it is fresh, and honestly: what would you do "
		     "otherwise? -->\n"
		     "<!-- Did you ask how they see you, what speaks against "
		     "you, what comes next? -->\n"
		     "<!-- Did you say that you want it, and thank each of "
		     "them? -->\n");
	for (size_t i = 0; i < report->weakness_count && count < MOST_PROMPTS;
	     i++) {
		const struct jscan_weakness *w = &report->weaknesses[i];

		if (!w->is_recurring || !w->questions || !*w->questions ||
		    strstr(w->questions, "--"))
			continue;
		jscan_buf_addf(out, "<!-- %s: %s -->\n", w->title,
			       w->questions);
		count++;
	}
	jscan_buf_adds(out,
		       "\n## Next steps\n\n"
		       "<!-- When did they say that you would hear? -->\n");
}

struct parts {
	struct jscan_buf yaml; /* the people, for the front matter */
	struct jscan_buf list; /* the same for the body */
	struct jscan_buf prompts;
};

static const char *text_of(const struct jscan_buf *buf)
{
	return buf->len ? buf->data : "";
}

static void fill(struct jscan_buf *out, struct new_note *note, const char *day,
		 const char *template_text, const struct parts *parts)
{
	const char *type = jscan_event_type_name(note->type);
	const char *title = *note->company
				    ? jscan_arena_printf(note->arena, "%s, %s",
							 note->company, type)
				    : type;
	const struct jscan_new_fact facts[] = {
		{"company", note->company, NULL},
		{"role", note->role, NULL},
		{"date", day, day},
		{"type", type, NULL},
		{"title", title, NULL},
		{"contacts", text_of(&parts->list), text_of(&parts->yaml)},
		{"people", text_of(&parts->list), "[]"},
		{"prompts", text_of(&parts->prompts), ""},
	};

	jscan_new_fill(out, template_text, facts,
		       sizeof(facts) / sizeof(facts[0]));
}

static int make_text(struct jscan_buf *out, struct new_note *note,
		     struct jscan_error *err)
{
	struct jscan_template own;
	struct parts parts;
	char day[11];

	if (jscan_own_template_read(&own, note->journal,
				    jscan_event_type_name(note->type),
				    note->arena, err) < 0)
		return -1;
	jscan_buf_init(&parts.yaml);
	jscan_buf_init(&parts.list);
	jscan_buf_init(&parts.prompts);
	list_people(note, &parts.yaml, &parts.list);
	add_prompts(note, &parts.prompts);
	jscan_date_format(day, note->date);
	fill(out, note, day, own.text ? own.text : jscan_new_template, &parts);
	jscan_buf_release(&parts.prompts);
	jscan_buf_release(&parts.list);
	jscan_buf_release(&parts.yaml);
	return 0;
}

/*
 * Words fit for the name of a file on any system: no separators, nothing that
 * hides it; with `is_slug` in small letters with dashes between them.
 */
static void add_name(struct jscan_buf *out, const char *words, bool is_slug)
{
	size_t start = out->len, len = strlen(words), bytes;

	for (size_t i = 0; i < len; i += bytes) {
		bool is_blank;
		int32_t c;

		bytes = jscan_utf8_next(words + i, len - i, &c);
		is_blank = c < 0x80 && strchr(" /\\:*?\"<>|", (char)c) != NULL;
		if (out->len - start + bytes > MOST_NAME_BYTES)
			break;
		if (is_slug && c < 0x80)
			is_blank = !((c >= '0' && c <= '9') ||
				     (c >= 'a' && c <= 'z') ||
				     (c >= 'A' && c <= 'Z'));
		if (!is_blank && is_slug && c >= 'A' && c <= 'Z')
			jscan_buf_addc(out, (char)(c - 'A' + 'a'));
		else if (!is_blank)
			jscan_buf_add(out, words + i, bytes);
		else if (out->len > start &&
			 !strchr(" -", out->data[out->len - 1]))
			jscan_buf_addc(out, is_slug ? '-' : ' ');
	}
	while (out->len > start && strchr(" -.", out->data[out->len - 1]))
		out->len--;
}

/* "2026-10-15 Acme interview.md", beside the newest note and named like it. */
static const char *choose_path(struct new_note *note)
{
	const struct jscan_entry *model = find_model(note, true);
	const char *path, *slash;
	bool is_slug = false;
	struct jscan_buf out;
	char day[11];

	if (!model)
		model = find_model(note, false);
	path = model ? model->path : "";
	slash = strrchr(path, '/');
	if (slash)
		is_slug = !strchr(slash, ' ') && strchr(slash, '-');
	else
		is_slug = !strchr(path, ' ') && strchr(path, '-');
	jscan_date_format(day, note->date);
	jscan_buf_init(&out);
	jscan_buf_add(&out, path, slash ? (size_t)(slash - path) + 1 : 0);
	jscan_buf_adds(&out, day);
	if (*note->company) {
		jscan_buf_addc(&out, is_slug ? '-' : ' ');
		add_name(&out, note->company, is_slug);
	}
	jscan_buf_addc(&out, is_slug ? '-' : ' ');
	jscan_buf_adds(&out, jscan_event_type_name(note->type));
	jscan_buf_adds(&out, ".md");
	path = jscan_arena_strdup(note->arena, out.data);
	jscan_buf_release(&out);
	return path;
}

/* Whole or not at all, and never in place of another. */
static int write_note(struct new_note *note, const char *path, const char *text,
		      size_t len, struct jscan_error *err)
{
	const char *slash = strrchr(path, '/');
	const char *folder = slash ? jscan_arena_strndup(note->arena, path,
							 (size_t)(slash - path))
				   : ".";
	int fd = slash ? jscan_file_open_below(note->journal->dir_fd, folder,
					       O_DIRECTORY)
		       : dup(note->journal->dir_fd);
	int ret = fd < 0 ? -1
			 : jscan_file_create(fd, slash ? slash + 1 : path, text,
					     len, note->journal->new_mode);
	int saved = errno;

	if (fd >= 0)
		close(fd);
	if (ret == 0)
		return 0;
	if (saved == EEXIST)
		return jscan_error_set_at(err, JSCAN_ERR_REFUSED, path, 0, 0,
					  "there is such a note already: name "
					  "another with --output");
	return jscan_error_set_at(err, JSCAN_ERR_IO, path, 0, 0,
				  "cannot write the note: %s", strerror(saved));
}

static void gather(struct new_note *note,
		   const struct jscan_new_options *options)
{
	find_company(note, options->company);
	note->role =
		options->role ? clean(note, options->role) : find_role(note);
	note->type = options->type;
	note->date = jscan_date_is_set(options->date)
			     ? options->date
			     : note->journal->report->as_of;
}

int jscan_new_note(struct jscan_new_note *out,
		   const struct jscan_journal *journal,
		   const struct jscan_new_options *options,
		   struct jscan_error *err)
{
	struct new_note note = {.journal = journal, .arena = journal->arena};
	struct jscan_buf text;
	int ret;

	gather(&note, options);
	jscan_buf_init(&text);
	ret = make_text(&text, &note, err);
	if (ret == 0) {
		out->path = choose_path(&note);
		out->text = jscan_arena_strndup(
			note.arena, text.len ? text.data : "", text.len);
		out->len = text.len;
		if (!options->is_dry_run)
			ret = write_note(&note, out->path, out->text, out->len,
					 err);
	}
	jscan_buf_release(&text);
	return ret;
}
