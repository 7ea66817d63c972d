/*
 * Which mentions are of one person: joined by mail address, by full name within
 * a company, by telephone number, and first names by the one full name of their
 * application.  Everything is sorting and a union-find forest, so that many
 * mentions cost little more than their number.
 */
#include "model/person.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/date.h"
#include "base/utf8.h"
#include "facts/address.h"
#include "facts/name.h"
#include "facts/words.h"
#include "model/company.h"
#include "model/key.h"
#include "model/person_merge.h"

size_t jscan_merge_find(struct jscan_merge *merge, size_t index)
{
	while (merge->people[index].parent != index) {
		uint32_t parent = merge->people[index].parent;

		merge->people[index].parent = merge->people[parent].parent;
		index = parent;
	}
	return index;
}

/* The earlier mention stays the root, so that the order of work is no matter.
 */
static void join(struct jscan_merge *merge, size_t a, size_t b)
{
	struct jscan_merge_person *people = merge->people;

	a = jscan_merge_find(merge, a);
	b = jscan_merge_find(merge, b);
	if (a == b)
		return;
	if (b < a) {
		size_t other = a;

		a = b;
		b = other;
	}
	people[b].parent = (uint32_t)a;
	if (!people[a].name ||
	    (people[b].name && !people[a].is_full && people[b].is_full)) {
		people[a].name = people[b].name;
		people[a].is_full = people[b].is_full;
		people[a].has_honorific = people[b].has_honorific;
	}
	people[a].has_mail |= people[b].has_mail;
}

static bool is_quoted(const char *text, size_t offset)
{
	return text[offset - 1] == '"' || text[offset - 1] == '(' ||
	       (offset >= 3 &&
		(memcmp(text + offset - 3, "\xe2\x80\x9c", 3) == 0 ||
		 memcmp(text + offset - 3, "\xe2\x80\x98", 3) == 0));
}

/*
 * The words of a name that tell people apart, folded: no honorific, no Jr, no
 * initial in the middle.  NULL when there are none.
 */
static const char *fold_words(struct jscan_merge *merge, const char *text,
			      bool *has_honorific)
{
	size_t len = strlen(text), pos = 0, used = 0, count = 0;
	char *kept = jscan_arena_alloc(&merge->step, len + 2);
	struct jscan_word word;

	*has_honorific = false;
	while (jscan_word_next(&word, text, len, pos)) {
		pos = word.end;
		if (count == 0 && (word.classes & JSCAN_WORD_HONORIFIC) &&
		    pos < len) {
			*has_honorific = true;
			continue;
		}
		/* Robert "Bob" Marsh */
		if (count > 0 && is_quoted(text, word.offset))
			continue;
		if (count > 0 &&
		    (word.is_initial || (word.classes & JSCAN_WORD_SUFFIX)) &&
		    (word.is_initial ? pos < len : true))
			continue;
		if (count++ > 0)
			kept[used++] = ' ';
		memcpy(kept + used, text + word.offset, word.len);
		used += word.len;
	}
	return used ? jscan_utf8_fold_words(&merge->arena, kept, used) : NULL;
}

static void name_person(struct jscan_merge_person *person,
			const struct jscan_mention *mention, const char *folded,
			bool has_honorific)
{
	person->has_honorific = has_honorific;
	if (!folded)
		return;
	person->name = folded;
	person->is_full =
		mention->is_full_name && strchr(person->name, ' ') != NULL;
	if (!person->is_full && mention->is_full_name && !person->has_honorific)
		person->is_full = true; /* a script without spaces */
	if (*person->name == '\0')
		person->name = NULL;
}

/* Most mentions repeat a name: each is folded once. */
static void fold_names(struct jscan_merge *merge)
{
	struct jscan_keys names = {0};
	const char *folded = NULL;
	bool has_honorific = false;

	for (size_t i = 0; i < merge->count; i++) {
		merge->people[i].parent = (uint32_t)i;
		if (merge->mentions[i].mention->name)
			jscan_keys_add(&names, merge->mentions[i].mention->name, i);
	}
	jscan_keys_group(&names);
	for (size_t i = 0; i < names.count; i++) {
		const struct jscan_key *key = &names.items[i];

		if (!i || strcmp(key->text, names.items[i - 1].text) != 0)
			folded = fold_words(merge, key->text, &has_honorific);
		name_person(&merge->people[key->index],
			    merge->mentions[key->index].mention, folded,
			    has_honorific);
	}
	jscan_keys_release(&names);
}

static bool has_same_name(const struct jscan_merge_person *a,
			  const struct jscan_merge_person *b)
{
	return a->name && b->name && strcmp(a->name, b->name) == 0;
}

/* "dana" begins, "finch" ends the full name; between words only. */
static bool is_part_of(const struct jscan_merge_person *part,
		       const struct jscan_merge_person *full)
{
	size_t len = strlen(part->name), full_len = strlen(full->name);

	if (len >= full_len)
		return false;
	if (!part->has_honorific && memcmp(full->name, part->name, len) == 0 &&
	    full->name[len] == ' ')
		return true;
	return memcmp(full->name + full_len - len, part->name, len) == 0 &&
	       full->name[full_len - len - 1] == ' ';
}

/* Can two people be one, going by name and mail? */
static bool may_be_one(const struct jscan_merge_person *a,
		       const struct jscan_merge_person *b)
{
	if (has_same_name(a, b))
		return true;
	if (a->has_mail && b->has_mail)
		return false;
	if (!a->name || !b->name)
		return true;
	if (a->is_full && b->is_full)
		return false;
	return a->is_full   ? is_part_of(b, a)
	       : b->is_full ? is_part_of(a, b)
			    : false;
}

static void join_by_mail(struct jscan_merge *merge)
{
	struct jscan_keys keys = {0};

	for (size_t i = 0; i < merge->count; i++) {
		struct jscan_texts emails = merge->mentions[i].mention->emails;

		for (size_t k = 0; k < emails.count; k++) {
			const char *mail = jscan_merge_fold_mail(
				&merge->step, emails.items[k]);

			merge->people[i].has_mail = true;
			jscan_keys_add(&keys, mail, i);
		}
	}
	jscan_keys_sort(&keys);
	for (size_t i = 1; i < keys.count; i++) {
		const struct jscan_key *a = &keys.items[i - 1],
				       *b = &keys.items[i];
		const struct jscan_merge_person *one, *other;

		if (strcmp(a->text, b->text) != 0)
			continue;
		one = &merge->people[jscan_merge_find(merge, a->index)];
		other = &merge->people[jscan_merge_find(merge, b->index)];
		/* The mailbox of an office has many writers. */
		if (one->name && other->name && !has_same_name(one, other) &&
		    jscan_mail_is_office(a->text, strlen(a->text)))
			continue;
		join(merge, a->index, b->index);
	}
	jscan_keys_release(&keys);
}

/* Two texts with a tab between. */
static const char *join_texts(struct jscan_arena *arena, const char *first,
			      const char *second, size_t second_len)
{
	size_t len = strlen(first);
	char brief[256];
	char *key = brief;

	/* A text of its own length takes the least of the arena. */
	if (len + second_len + 2 > sizeof(brief))
		key = jscan_arena_alloc(arena, len + second_len + 2);
	memcpy(key, first, len);
	key[len] = '\t';
	memcpy(key + len + 1, second, second_len);
	key[len + 1 + second_len] = '\0';
	return key == brief ? jscan_arena_strndup(arena, brief,
						  len + 1 + second_len)
			    : key;
}

/* Most keys were made a few mentions ago: where that of such a pair is kept. */
static struct jscan_merge_made *find_made(struct jscan_merge *merge,
					  uintptr_t first, const char *second,
					  size_t second_len)
{
	size_t at = (first >> 4 ^ (uintptr_t)second >> 3 ^ second_len) %
		    JSCAN_MERGE_MADE;
	struct jscan_merge_made *made = &merge->made[at];

	if (made->key && (made->first != first || made->second != second ||
			  made->second_len != second_len))
		made->key = NULL;
	made->first = first;
	made->second = second;
	made->second_len = second_len;
	return made;
}

static const char *make_name_key(struct jscan_merge *merge, const char *name,
				 const char *company)
{
	const char *folded =
		company ? jscan_merge_fold_company(merge, company) : "";
	struct jscan_merge_made *made =
		find_made(merge, (uintptr_t)name, folded, 0);

	if (!made->key)
		made->key = join_texts(&merge->step, name, folded,
				       strlen(folded));
	return made->key;
}

/* The full name with each company that the person is of. */
static void join_by_name(struct jscan_merge *merge)
{
	struct jscan_keys keys = {0};

	for (size_t i = 0; i < merge->count; i++) {
		const struct jscan_person_mention *mention =
			&merge->mentions[i];
		const char *own = mention->mention->company;
		const struct jscan_merge_person *person = &merge->people[i];

		if (!person->name || !person->is_full)
			continue;
		jscan_keys_add(&keys, make_name_key(merge, person->name, mention->company),
			i);
		if (own != NULL)
			jscan_keys_add(&keys, make_name_key(merge, person->name, own),
				       i);
	}
	jscan_keys_sort(&keys);
	for (size_t i = 1; i < keys.count; i++)
		if (strcmp(keys.items[i - 1].text, keys.items[i].text) == 0)
			join(merge, keys.items[i - 1].index,
			     keys.items[i].index);
	jscan_keys_release(&keys);
}

static void join_by_phone(struct jscan_merge *merge)
{
	struct jscan_keys keys = {0};

	for (size_t i = 0; i < merge->count; i++) {
		struct jscan_texts phones = merge->mentions[i].mention->phones;

		for (size_t k = 0; k < phones.count; k++) {
			const char *number = jscan_phone_normalise(
				&merge->step, phones.items[k], merge->region);

			/* A short one is an extension or a local number. */
			if (strlen(number) >= 8)
				jscan_keys_add(&keys, number, i);
		}
	}
	jscan_keys_sort(&keys);
	for (size_t i = 1; i < keys.count; i++) {
		size_t a = keys.items[i - 1].index;
		size_t b = keys.items[i].index;

		if (strcmp(keys.items[i - 1].text, keys.items[i].text) != 0)
			continue;
		if (may_be_one(&merge->people[jscan_merge_find(merge, a)],
			       &merge->people[jscan_merge_find(merge, b)]))
			join(merge, a, b);
		else
			jscan_merge_doubt(merge, a, b);
	}
	jscan_keys_release(&keys);
}

/* "application, word": the first and last word of each full name in it. */
static const char *make_word_key(struct jscan_merge *merge, size_t application,
				 const char *word, size_t len)
{
	char digits[2 * sizeof(application) + 1];
	char *first = digits + sizeof(digits) - 1;
	struct jscan_merge_made *made =
		find_made(merge, application, word, len);

	if (made->key)
		return made->key;
	*first = '\0';
	do {
		*--first = "0123456789abcdef"[application & 15];
		application >>= 4;
	} while (application > 0);
	made->key = join_texts(&merge->step, first, word, len);
	return made->key;
}

static const char *last_word(const char *name)
{
	const char *space = strrchr(name, ' ');

	return space ? space + 1 : name;
}

static void add_full_names(struct jscan_merge *merge, struct jscan_keys *keys)
{
	for (size_t i = 0; i < merge->count; i++) {
		const struct jscan_merge_person *person = &merge->people[i];
		size_t application = merge->mentions[i].application;
		const char *last;

		if (!person->name || !person->is_full)
			continue;
		last = last_word(person->name);
		jscan_keys_add(keys, make_word_key(merge, application, person->name,
					     strcspn(person->name, " ")),
			       i);
		if (last != person->name)
			jscan_keys_add(keys, make_word_key(merge, application, last,
						     strlen(last)),
				       i);
	}
	jscan_keys_sort(keys);
}

/*
 * Of the people under a key the one that `part` can be; SIZE_MAX for none.
 * *is_many is set when two fit.  Keys of one person follow one another mostly;
 * a second one that fits ends the search, so it stays short.
 */
static size_t find_whole(struct jscan_merge *merge,
			 const struct jscan_keys *keys, const char *text,
			 size_t part, size_t found, bool *is_many)
{
	size_t last = SIZE_MAX;

	for (size_t i = jscan_keys_find(keys, text);
	     i < keys->count && strcmp(keys->items[i].text, text) == 0; i++) {
		size_t root = jscan_merge_find(merge, keys->items[i].index);

		if (root == last || root == found)
			continue;
		last = root;
		if (!is_part_of(&merge->people[part], &merge->people[root]))
			continue;
		if (found != SIZE_MAX) {
			*is_many = true;
			return found;
		}
		found = root;
	}
	return found;
}

/* First names, and honorifics with surnames, to their full name. */
static void join_parts(struct jscan_merge *merge)
{
	struct jscan_keys full = {0}, parts = {0};

	add_full_names(merge, &full);
	for (size_t i = 0; i < merge->count; i++) {
		const struct jscan_merge_person *person = &merge->people[i];
		size_t root = jscan_merge_find(merge, i);
		size_t application = merge->mentions[i].application;
		size_t whole = SIZE_MAX;
		const char *last;
		bool is_many = false;

		if (!person->name || person->is_full ||
		    merge->people[root].is_full)
			continue;
		last = last_word(person->name);
		whole = find_whole(merge, &full,
				   make_word_key(merge, application,
						 person->name,
						 strcspn(person->name, " ")),
				   i, whole, &is_many);
		if (!is_many)
			whole = find_whole(merge, &full,
					   make_word_key(merge, application,
							 last, strlen(last)),
					   i, whole, &is_many);
		if (whole != SIZE_MAX && !is_many &&
		    may_be_one(&merge->people[root], &merge->people[whole]))
			join(merge, i, whole);
		else if (whole != SIZE_MAX && !is_many)
			jscan_merge_doubt(merge, whole, i);
		else
			jscan_keys_add(&parts, make_word_key(merge, application,
						     person->name,
						     strlen(person->name)),
				       i);
	}
	/* The same first name twice in one application is one person. */
	jscan_keys_sort(&parts);
	for (size_t i = 1; i < parts.count; i++) {
		size_t a = jscan_merge_find(merge, parts.items[i - 1].index);
		size_t b = jscan_merge_find(merge, parts.items[i].index);

		if (strcmp(parts.items[i - 1].text, parts.items[i].text) == 0 &&
		    may_be_one(&merge->people[a], &merge->people[b]))
			join(merge, a, b);
	}
	jscan_keys_release(&full);
	jscan_keys_release(&parts);
}

/* One name in two companies: perhaps somebody who has moved on. */
static void doubt_names(struct jscan_merge *merge)
{
	struct jscan_keys keys = {0};

	for (size_t i = 0; i < merge->count; i++)
		if (jscan_merge_find(merge, i) == i && merge->people[i].name &&
		    merge->people[i].is_full)
			jscan_keys_add(&keys, merge->people[i].name, i);
	jscan_keys_sort(&keys);
	for (size_t i = 1; i < keys.count; i++)
		if (strcmp(keys.items[i - 1].text, keys.items[i].text) == 0)
			jscan_merge_doubt(merge, keys.items[i - 1].index,
					  keys.items[i].index);
	jscan_keys_release(&keys);
}

void jscan_merge_end_step(struct jscan_merge *merge)
{
	jscan_arena_clear(&merge->step);
	merge->company = NULL;
}

/* Ends one of those that look at all mentions. */
static void end_step(struct jscan_merge *merge)
{
	jscan_merge_end_step(merge);
	memset(merge->made, 0, sizeof(merge->made));
}

void jscan_merge_doubt(struct jscan_merge *merge, size_t a, size_t b)
{
	struct jscan_merge_pair *pair;

	merge->doubts =
		jscan_arena_grow(&merge->arena, merge->doubts,
				 merge->doubt_count, sizeof(*merge->doubts));
	pair = &merge->doubts[merge->doubt_count++];
	pair->a = a < b ? a : b;
	pair->b = a < b ? b : a;
}

const char *jscan_merge_fold_company(struct jscan_merge *merge,
				     const char *name)
{
	if (merge->company == NULL || strcmp(merge->company, name) != 0) {
		merge->company = name;
		merge->folded_company = jscan_company_fold(&merge->step, name);
	}
	return merge->folded_company;
}

char *jscan_merge_fold_mail(struct jscan_arena *arena, const char *mail)
{
	char *copy = jscan_arena_strdup(arena, mail);

	for (char *c = copy; *c; c++)
		if (*c >= 'A' && *c <= 'Z')
			*c = (char)(*c + 32);
	return copy;
}

void jscan_people_make(struct jscan_people *out,
		       const struct jscan_person_mention *mentions,
		       size_t count, const struct jscan_people_options *options,
		       struct jscan_arena *arena, struct jscan_diags *diags)
{
	static void (*const steps[])(struct jscan_merge * merge) = {
		fold_names,    join_by_mail, join_by_name,
		join_by_phone, join_parts,   doubt_names};
	struct jscan_merge merge = {0};

	jscan_arena_init(&merge.arena);
	jscan_arena_init(&merge.step);
	merge.mentions = mentions;
	merge.count = count;
	merge.region = options->region;
	merge.is_brief = options->is_brief;
	merge.people =
		jscan_arena_array(&merge.arena, count, sizeof(*merge.people));
	for (size_t i = 0; i < sizeof(steps) / sizeof(*steps); i++) {
		steps[i](&merge);
		end_step(&merge);
	}
	jscan_merge_make_contacts(out, &merge, arena);
	jscan_merge_tell_doubts(&merge, diags);
	jscan_arena_release(&merge.step);
	jscan_arena_release(&merge.arena);
}
