/*
 * Which names a report holds, and what stands in their place: initials that are
 * nobody else's, so that what is sorted, grouped or compared by name stays so.
 */
#include "output/redact.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/hash.h"
#include "base/utf8.h"
#include "model/company.h"
#include "output/report.h"

/* Between a path and a text that it begins may stand others that do not. */
#define MOST_NEAR_PATHS 8

static size_t *find_slot(const struct jscan_redaction *redaction,
			 const char *key)
{
	size_t mask = redaction->slot_count - 1;
	size_t at = (size_t)jscan_hash_bytes(key, strlen(key)) & mask;

	while (redaction->slots[at] &&
	       strcmp(redaction->names[redaction->slots[at] - 1].key, key))
		at = (at + 1) & mask;
	return &redaction->slots[at];
}

const struct jscan_redacted_name *
jscan_redaction_find(const struct jscan_redaction *redaction, const char *key)
{
	size_t slot = redaction->slot_count ? *find_slot(redaction, key) : 0;

	return slot ? &redaction->names[slot - 1] : NULL;
}

static void make_room(struct jscan_redaction *redaction)
{
	if (2 * (redaction->name_count + 1) < redaction->slot_count)
		return;
	redaction->slot_count =
		redaction->slot_count ? 2 * redaction->slot_count : 256;
	redaction->slots =
		jscan_arena_array(&redaction->arena, redaction->slot_count,
				  sizeof(*redaction->slots));
	for (size_t i = 0; i < redaction->name_count; i++)
		*find_slot(redaction, redaction->names[i].key) = i + 1;
}

static void add_spelling(struct jscan_redaction *redaction, const char *key,
			 const char *shown, bool needs_capital)
{
	struct jscan_redacted_name name = {key, shown, needs_capital, 0};
	size_t *slot, words = 1;

	make_room(redaction);
	slot = find_slot(redaction, key);
	if (!*key || *slot)
		return;
	for (const char *c = key; *c; c++)
		words += *c == ' ';
	if (words > redaction->most_words)
		redaction->most_words = words;
	redaction->names =
		jscan_arena_grow(&redaction->arena, redaction->names,
				 redaction->name_count, sizeof(name));
	redaction->names[redaction->name_count++] = name;
	*slot = redaction->name_count;
}

static bool is_letter_or_digit(int32_t c)
{
	return jscan_utf8_is_letter(c) || jscan_utf8_is_digit(c);
}

/* "Dana Ruiz": "D. R." */
static void put_initials(struct jscan_buf *out, const char *name)
{
	size_t len = strlen(name), at = 0;
	bool is_inside = false;

	while (at < len) {
		int32_t c;
		size_t size = jscan_utf8_next(name + at, len - at, &c);
		bool is_word = is_letter_or_digit(c);

		if (is_word && !is_inside) {
			jscan_buf_adds(out, out->len ? " " : "");
			jscan_buf_add(out, name + at, size);
			jscan_buf_addc(out, '.');
		}
		is_inside = is_word || c == '\'' || c == 0x2019;
		at += size;
	}
}

/* Initials that stand for nobody else: "D. R. (2)". */
static const char *find_initials(struct jscan_redaction *redaction,
				 const char *name)
{
	struct jscan_arena *arena = &redaction->arena;
	struct jscan_buf initials;
	const char *shown, *key;
	unsigned number;
	size_t slot;

	jscan_buf_init(&initials);
	jscan_buf_adds(&initials, "");
	put_initials(&initials, name);
	shown = jscan_arena_strndup(arena, initials.data, initials.len);
	jscan_buf_release(&initials);
	/* Names are folded, so that no name is such a key. */
	key = jscan_arena_printf(arena, "=%s", shown);
	add_spelling(redaction, key, shown, false);
	slot = *find_slot(redaction, key);
	number = ++redaction->names[slot - 1].used;
	return number == 1
		       ? shown
		       : jscan_arena_printf(arena, "%s (%u)", shown, number);
}

/* Each word of a name by itself, where it is written as one. */
static void add_parts(struct jscan_redaction *redaction, const char *key)
{
	while (*key) {
		size_t len = strcspn(key, " ");
		const char *part =
			jscan_arena_strndup(&redaction->arena, key, len);
		int32_t c;
		size_t first = jscan_utf8_next(part, len, &c);
		char *shown = jscan_arena_printf(&redaction->arena, "%.*s.",
						 (int)first, part);

		if (shown[0] >= 'a' && shown[0] <= 'z')
			shown[0] = (char)(shown[0] - 'a' + 'A');
		/* "A", "Co" and the like name nobody. */
		if (len > 2)
			add_spelling(redaction, part, shown, true);
		key += len + (key[len] == ' ');
	}
}

static const char *fold(struct jscan_redaction *redaction, const char *name)
{
	return jscan_utf8_fold_words(&redaction->arena, name, strlen(name));
}

static void add_company(struct jscan_redaction *redaction, const char *company)
{
	const char *key, *whole;
	const struct jscan_redacted_name *known;
	const char *shown;

	if (!company || !*company)
		return;
	key = fold(redaction, company);
	if (jscan_redaction_find(redaction, key))
		return;
	/* Every spelling of a company is shown alike. */
	whole = jscan_arena_printf(
		&redaction->arena, "=%s",
		jscan_company_fold(&redaction->arena, company));
	known = jscan_redaction_find(redaction, whole);
	shown = known ? known->shown : find_initials(redaction, company);
	add_spelling(redaction, key, shown, false);
	add_spelling(redaction, whole, shown, false);
}

static void add_person(struct jscan_redaction *redaction, const char *name)
{
	const char *key;

	if (!name || !*name)
		return;
	key = fold(redaction, name);
	if (!jscan_redaction_find(redaction, key))
		add_spelling(redaction, key, find_initials(redaction, name),
			     strchr(key, ' ') == NULL);
}

static void add_path(struct jscan_redaction *redaction, const char *path)
{
	struct jscan_redacted_path item = {path, NULL};

	if (!path ||
	    (redaction->path_count &&
	     !strcmp(redaction->paths[redaction->path_count - 1].path, path)))
		return;
	redaction->paths =
		jscan_arena_grow(&redaction->arena, redaction->paths,
				 redaction->path_count, sizeof(item));
	redaction->paths[redaction->path_count++] = item;
}

static int compare_paths(const void *left, const void *right)
{
	const struct jscan_redacted_path *a = left, *b = right;

	return strcmp(a->path, b->path);
}

/* Numbers as wide as the last, so that they sort as the paths did. */
static void number_paths(struct jscan_redaction *redaction)
{
	size_t count = 0;
	int width;

	if (redaction->path_count)
		qsort(redaction->paths, redaction->path_count,
		      sizeof(*redaction->paths), compare_paths);
	for (size_t i = 0; i < redaction->path_count; i++) {
		if (!count || strcmp(redaction->paths[count - 1].path,
				     redaction->paths[i].path))
			redaction->paths[count++] = redaction->paths[i];
	}
	redaction->path_count = count;
	width = snprintf(NULL, 0, "%zu", count);
	for (size_t i = 0; i < count; i++)
		redaction->paths[i].shown = jscan_arena_printf(
			&redaction->arena, "note-%0*zu", width, i + 1);
}

const char *jscan_redact_path(struct jscan_redaction *redaction,
			      const char *path)
{
	struct jscan_redacted_path key = {path, NULL}, *found = NULL;

	if (path && redaction->path_count)
		found = bsearch(&key, redaction->paths, redaction->path_count,
				sizeof(key), compare_paths);
	/* One that is not listed is a folder, or of another state. */
	return found ? found->shown : path ? "note" : NULL;
}

const struct jscan_redacted_path *
jscan_redaction_find_path(const struct jscan_redaction *redaction,
			  const char *text)
{
	size_t low = 0, high = redaction->path_count;

	/* The first path that is behind the text: its beginnings are before. */
	while (low < high) {
		size_t middle = low + (high - low) / 2;

		if (strcmp(redaction->paths[middle].path, text) <= 0)
			low = middle + 1;
		else
			high = middle;
	}
	for (size_t i = 0; i < MOST_NEAR_PATHS && low; i++) {
		const struct jscan_redacted_path *path =
			&redaction->paths[--low];

		if (!strncmp(text, path->path, strlen(path->path)))
			return path;
	}
	return NULL;
}

static void add_paths(struct jscan_redaction *redaction,
		      const struct jscan_report *report)
{
	for (size_t i = 0; i < report->entry_count; i++)
		add_path(redaction, report->entries[i].path);
	for (size_t i = 0; i < report->date_count; i++)
		add_path(redaction, report->dates[i].path);
	for (size_t i = 0; i < report->assessment_count; i++)
		add_path(redaction, report->assessments[i].path);
	for (size_t i = 0; i < report->followup_count; i++)
		add_path(redaction, report->followups[i].path);
	for (size_t i = 0; i < report->diagnostic_count; i++)
		add_path(redaction, report->diagnostics[i].path);
	for (size_t i = 0; i < report->sitting_count; i++)
		add_path(redaction, report->sittings[i].path);
	for (size_t i = 0; i < report->arranged_count; i++)
		add_path(redaction, report->arranged[i].path);
	for (size_t i = 0; i < report->contact_count; i++) {
		struct jscan_places places = report->contacts[i].mentions;

		for (size_t j = 0; j < places.count; j++)
			add_path(redaction, places.items[j].path);
	}
}

/* Whole names first, since parts of them may be whole names of others. */
static void add_names(struct jscan_redaction *redaction,
		      const struct jscan_report *report)
{
	for (size_t i = 0; i < report->entry_count; i++)
		add_company(redaction, report->entries[i].company);
	for (size_t i = 0; i < report->application_count; i++)
		add_company(redaction, report->applications[i].company);
	for (size_t i = 0; i < report->sitting_count; i++)
		add_company(redaction, report->sittings[i].company);
	for (size_t i = 0; i < report->arranged_count; i++)
		add_company(redaction, report->arranged[i].company);
	for (size_t i = 0; i < report->contact_count; i++) {
		const struct jscan_contact *contact = &report->contacts[i];

		for (size_t j = 0; j < contact->companies.count; j++)
			add_company(redaction, contact->companies.items[j]);
		add_person(redaction, contact->name);
	}
	for (size_t i = 0; i < report->followup_count; i++) {
		add_company(redaction, report->followups[i].company);
		add_person(redaction, report->followups[i].contact);
	}
}

void jscan_redaction_new(struct jscan_redaction **out,
			 const struct jscan_report *const *reports,
			 size_t count)
{
	struct jscan_redaction *redaction = jscan_alloc(sizeof(*redaction));
	size_t whole;

	memset(redaction, 0, sizeof(*redaction));
	jscan_arena_init(&redaction->arena);
	for (size_t i = 0; i < count; i++) {
		add_names(redaction, reports[i]);
		add_paths(redaction, reports[i]);
	}
	whole = redaction->name_count;
	for (size_t i = 0; i < whole; i++) {
		if (redaction->names[i].key[0] != '=')
			add_parts(redaction, redaction->names[i].key);
	}
	number_paths(redaction);
	*out = redaction;
}

void jscan_redaction_free(struct jscan_redaction *redaction)
{
	if (!redaction)
		return;
	jscan_arena_release(&redaction->arena);
	free(redaction);
}

const char *jscan_redact_company(struct jscan_redaction *redaction,
				 const char *company)
{
	const struct jscan_redacted_name *name;

	if (!company)
		return NULL;
	name = jscan_redaction_find(redaction, fold(redaction, company));
	if (name)
		return name->shown;
	/* One that only a log knows. */
	add_company(redaction, company);
	name = jscan_redaction_find(redaction, fold(redaction, company));
	return name ? name->shown : "?";
}

const char *jscan_redact_person(struct jscan_redaction *redaction,
				const char *person)
{
	const struct jscan_redacted_name *name;

	if (!person)
		return NULL;
	name = jscan_redaction_find(redaction, fold(redaction, person));
	return name ? name->shown : find_initials(redaction, person);
}
