/*
 * Contacts out of joined mentions: which name, title and part in the hiring is
 * shown, all addresses and numbers, when they were seen, and every place.
 */
#include <stdlib.h>
#include <string.h>

#include "base/date.h"
#include "base/utf8.h"
#include "facts/title.h"
#include "model/person_merge.h"

/* The mentions of one person: order[first … first + count), by date. */
struct group {
	size_t first;
	size_t count;
};

struct sorter {
	uint32_t root;
	uint32_t mention;
	struct jscan_date date;
};

/* By date (without one last), then as they came. */
static int compare_sorters(const void *left, const void *right)
{
	const struct sorter *a = left, *b = right;

	if (jscan_date_is_set(a->date) != jscan_date_is_set(b->date))
		return jscan_date_is_set(a->date) ? -1 : 1;
	if (jscan_date_compare(a->date, b->date) != 0)
		return jscan_date_compare(a->date, b->date);
	return (a->mention > b->mention) - (a->mention < b->mention);
}

/* The mentions in the order of the first of each person, as they came. */
static struct sorter *gather_persons(struct jscan_merge *merge)
{
	struct sorter *order =
		jscan_arena_array(&merge->arena, merge->count, sizeof(*order));
	uint32_t *starts = jscan_arena_array(&merge->arena, merge->count + 1,
					     sizeof(*starts));

	for (size_t i = 0; i < merge->count; i++)
		starts[jscan_merge_find(merge, i) + 1]++;
	for (size_t i = 0; i < merge->count; i++)
		starts[i + 1] += starts[i];
	for (size_t i = 0; i < merge->count; i++) {
		size_t root = jscan_merge_find(merge, i);

		order[starts[root]++] = (struct sorter){
			(uint32_t)root, (uint32_t)i, merge->mentions[i].date};
	}
	return order;
}

/* Text with its folded form, for leaving out what is there already. */
struct unique {
	const char *key;
	const char *text;
	size_t order;
};

struct uniques {
	struct unique *items;
	size_t count;
};

static void add_unique(struct jscan_merge *merge, struct uniques *list,
		       const char *key, const char *text)
{
	list->items = jscan_arena_grow(&merge->step, list->items, list->count,
				       sizeof(*list->items));
	list->items[list->count] = (struct unique){key, text, list->count};
	list->count++;
}

static int compare_by_key(const void *left, const void *right)
{
	const struct unique *a = left, *b = right;
	int order = strcmp(a->key, b->key);

	return order ? order : (a->order > b->order) - (a->order < b->order);
}

static int compare_by_order(const void *left, const void *right)
{
	const struct unique *a = left, *b = right;

	return (a->order > b->order) - (a->order < b->order);
}

/* The first text of each key, in the order in which they came. */
static struct jscan_texts take_uniques(struct uniques *list,
				       struct jscan_arena *arena)
{
	struct jscan_texts texts = {NULL, 0};
	const char **items;
	size_t count = 0;

	if (list->count == 0)
		return texts;
	qsort(list->items, list->count, sizeof(*list->items), compare_by_key);
	for (size_t i = 0; i < list->count; i++)
		if (count == 0 ||
		    strcmp(list->items[count - 1].key, list->items[i].key) != 0)
			list->items[count++] = list->items[i];
	qsort(list->items, count, sizeof(*list->items), compare_by_order);
	items = jscan_arena_array(arena, count, sizeof(*items));
	for (size_t i = 0; i < count; i++)
		items[i] = list->items[i].text;
	texts.items = items;
	texts.count = count;
	return texts;
}

static void add_all(struct jscan_merge *merge, struct uniques *list,
		    struct jscan_texts texts,
		    char *(*fold)(struct jscan_merge *, const char *))
{
	for (size_t i = 0; i < texts.count; i++)
		add_unique(merge, list, fold(merge, texts.items[i]),
			   texts.items[i]);
}

static char *fold_mail(struct jscan_merge *merge, const char *text)
{
	return jscan_merge_fold_mail(&merge->step, text);
}

static char *fold_phone(struct jscan_merge *merge, const char *text)
{
	return jscan_phone_normalise(&merge->step, text, merge->region);
}

static char *copy_text(struct jscan_merge *merge, const char *text)
{
	return jscan_arena_strdup(&merge->step, text);
}

static void gather_lists(struct jscan_contact *contact,
			 struct jscan_merge *merge, const struct sorter *order,
			 size_t count, struct jscan_arena *arena)
{
	struct uniques emails = {NULL, 0}, phones = {NULL, 0};
	struct uniques urls = {NULL, 0}, companies = {NULL, 0};

	for (size_t i = 0; i < count; i++) {
		const struct jscan_person_mention *person =
			&merge->mentions[order[i].mention];
		const struct jscan_mention *mention = person->mention;
		const char *company =
			mention->company ? mention->company : person->company;

		add_all(merge, &emails, mention->emails, fold_mail);
		add_all(merge, &phones, mention->phones, fold_phone);
		add_all(merge, &urls, mention->urls, copy_text);
		if (company)
			add_unique(merge, &companies,
				   jscan_merge_fold_company(merge, company),
				   company);
	}
	contact->emails = take_uniques(&emails, arena);
	contact->phones = take_uniques(&phones, arena);
	contact->urls = take_uniques(&urls, arena);
	contact->companies = take_uniques(&companies, arena);
}

/* The better a name, the higher: full and listed, full, listed, any. */
static int rank_name(const struct jscan_mention *mention)
{
	return mention->name
		       ? 1 + 2 * mention->is_full_name + mention->is_listed
		       : 0;
}

/* "Recruiter" tells less than "Senior Technical Recruiter". */
static bool tells_more_than_role(const char *title)
{
	return jscan_title_find_role(title, strlen(title)) == NULL;
}

static int rank_role(const struct jscan_mention *mention)
{
	if (!mention->role)
		return 0;
	if (strcmp(mention->role, "hiring manager") == 0)
		return 4;
	if (strcmp(mention->role, "recruiter") == 0)
		return 3;
	return strcmp(mention->role, "interviewer") == 0 ? 1 : 2;
}

/* The first best name and part; of titles the latest of the best. */
static void choose_words(struct jscan_contact *contact,
			 const struct jscan_merge *merge,
			 const struct sorter *order, size_t count)
{
	const char *judged = NULL; /* the last title: most repeat it */
	bool tells_more = false;
	int name = 0, title = 0, role = 0;

	for (size_t i = 0; i < count; i++) {
		const struct jscan_mention *mention =
			merge->mentions[order[i].mention].mention;
		int rank = rank_name(mention);

		if (rank > name) {
			name = rank;
			contact->name = mention->name;
		}
		if (mention->title &&
		    (!judged || strcmp(judged, mention->title))) {
			judged = mention->title;
			tells_more = tells_more_than_role(judged);
		}
		rank = mention->title ? 1 + 2 * mention->is_listed + tells_more
				      : 0;
		if (rank > 0 && rank >= title) {
			title = rank;
			contact->title = mention->title;
		}
		rank = rank_role(mention);
		if (rank > role) {
			role = rank;
			contact->role = mention->role;
		}
	}
}

static int compare_places(const void *left, const void *right)
{
	const struct jscan_place *a = left, *b = right;
	int order = strcmp(a->path, b->path);

	if (order)
		return order;
	if (a->line != b->line)
		return a->line < b->line ? -1 : 1;
	return strcmp(a->text, b->text);
}

/* Takes the places from where they were gathered to where they stay. */
static void take_places(struct jscan_contact *contact,
			const struct jscan_place *places, size_t count,
			bool is_brief, struct jscan_arena *arena)
{
	size_t kept = is_brief && count > 2 ? 2 : count;
	struct jscan_place *items =
		jscan_arena_array(arena, kept, sizeof(*items));

	memcpy(items, places, kept * sizeof(*items));
	if (kept < count)
		items[kept - 1] = places[count - 1];
	contact->mentions.items = items;
	contact->mentions.count = kept;
}

static void gather_places(struct jscan_contact *contact,
			  struct jscan_merge *merge, const struct sorter *order,
			  size_t count, struct jscan_arena *arena)
{
	struct jscan_place *places =
		jscan_arena_array(&merge->step, count, sizeof(*places));
	size_t used = 0;

	for (size_t i = 0; i < count; i++) {
		const struct jscan_person_mention *person =
			&merge->mentions[order[i].mention];
		struct jscan_date date = person->date;

		places[i].path = person->path;
		places[i].line = person->line;
		places[i].text =
			person->mention->text ? person->mention->text : "";
		if (!jscan_date_is_set(date))
			continue;
		if (!jscan_date_is_set(contact->first_seen))
			contact->first_seen = date; /* they come by date */
		contact->last_seen = date;
	}
	qsort(places, count, sizeof(*places), compare_places);
	for (size_t i = 0; i < count; i++)
		if (used == 0 ||
		    strcmp(places[used - 1].path, places[i].path) != 0 ||
		    places[used - 1].line != places[i].line)
			places[used++] = places[i];
	take_places(contact, places, used, merge->is_brief, arena);
}

/* Listed somewhere, or introduced: a bare name in prose is nobody yet. */
static bool is_contact(const struct jscan_merge *merge,
		       const struct sorter *order, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		const struct jscan_mention *mention =
			merge->mentions[order[i].mention].mention;

		if (mention->is_listed ||
		    (mention->is_full_name && mention->title))
			return true;
	}
	return false;
}

static int compare_texts(const char *a, const char *b)
{
	return strcmp(a ? a : "", b ? b : "");
}

static int compare_contacts(const void *left, const void *right)
{
	const struct jscan_contact *a = left, *b = right;
	int order = compare_texts(a->name, b->name);

	if (order)
		return order;
	order = compare_texts(a->emails.count ? a->emails.items[0] : NULL,
			      b->emails.count ? b->emails.items[0] : NULL);
	return order ? order
		     : compare_places(&a->mentions.items[0],
				      &b->mentions.items[0]);
}

static size_t count_contacts(const struct jscan_merge *merge,
			     const struct sorter *order)
{
	size_t count = 0;

	for (size_t i = 0, next; i < merge->count; i = next) {
		for (next = i;
		     next < merge->count && order[next].root == order[i].root;
		     next++)
			;
		count += is_contact(merge, order + i, next - i);
	}
	return count;
}

void jscan_merge_make_contacts(struct jscan_people *out,
			       struct jscan_merge *merge,
			       struct jscan_arena *arena)
{
	struct sorter *order = gather_persons(merge);
	struct jscan_contact *contacts = jscan_arena_array(
		arena, count_contacts(merge, order), sizeof(*contacts));
	size_t count = 0;

	for (size_t i = 0, next; i < merge->count; i = next) {
		for (next = i;
		     next < merge->count && order[next].root == order[i].root;
		     next++)
			;
		if (!is_contact(merge, order + i, next - i))
			continue;
		if (next - i > 1)
			qsort(order + i, next - i, sizeof(*order),
			      compare_sorters);
		choose_words(&contacts[count], merge, order + i, next - i);
		gather_lists(&contacts[count], merge, order + i, next - i,
			     arena);
		gather_places(&contacts[count], merge, order + i, next - i,
			      arena);
		jscan_merge_end_step(merge);
		count++;
	}
	if (count > 1)
		qsort(contacts, count, sizeof(*contacts), compare_contacts);
	out->contacts = contacts;
	out->contact_count = count;
}

static int compare_pairs(const void *left, const void *right)
{
	const struct jscan_merge_pair *a = left, *b = right;

	if (a->a != b->a)
		return a->a < b->a ? -1 : 1;
	return (a->b > b->b) - (a->b < b->b);
}

static bool is_shown(struct jscan_merge *merge, size_t index)
{
	const struct jscan_mention *mention = merge->mentions[index].mention;

	return mention->is_listed || (mention->is_full_name && mention->title);
}

void jscan_merge_tell_doubts(struct jscan_merge *merge,
			     struct jscan_diags *diags)
{
	size_t count = 0;

	for (size_t i = 0; i < merge->doubt_count; i++) {
		struct jscan_merge_pair pair = merge->doubts[i];
		size_t a = jscan_merge_find(merge, pair.a);
		size_t b = jscan_merge_find(merge, pair.b);

		/* Names in prose that make no contact are no doubt either. */
		if (a == b || !is_shown(merge, a) || !is_shown(merge, b))
			continue;
		merge->doubts[count].a = a < b ? a : b;
		merge->doubts[count++].b = a < b ? b : a;
	}
	if (count > 1)
		qsort(merge->doubts, count, sizeof(*merge->doubts),
		      compare_pairs);
	for (size_t i = 0; i < count; i++) {
		const struct jscan_merge_pair *pair = &merge->doubts[i];
		const struct jscan_person_mention *first, *second;

		if (i > 0 && compare_pairs(pair - 1, pair) == 0)
			continue;
		first = &merge->mentions[pair->a];
		second = &merge->mentions[pair->b];
		jscan_diags_add(
			diags, second->path, second->line, 0,
			JSCAN_DIAG_SAME_PERSON,
			"'%s' may be '%s' of %s:%u; the same mail "
			"address in both joins them",
			second->mention->name ? second->mention->name : "",
			first->mention->name ? first->mention->name : "",
			first->path, first->line);
	}
}
