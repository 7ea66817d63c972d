/*
 * From applications and companies to the list of follow-ups: items by rule,
 * doubles left out, each with its person, words and id, in the report's order.
 */
#include "plan/followup.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/date.h"
#include "model/key.h"
#include "plan/say.h"
#include "plan/whom.h"

#define ID_BYTES 8

struct make {
	struct jscan_followups *out;
	size_t room; /* of out->items, which are on the heap until the end */
	struct jscan_items items;   /* of the company at hand */
	struct jscan_arena *arena;  /* of the result */
	struct jscan_arena scratch; /* of the company at hand */
	bool is_looking;
	bool is_brief;
};

static uint64_t hash_text(uint64_t hash, const char *text)
{
	for (const char *c = text ? text : ""; *c; c++)
		hash = (hash ^ (unsigned char)*c) * 1099511628211u;
	/* A mark between the parts, so that "ab","c" is not "a","bc". */
	return (hash ^ 0xff) * 1099511628211u;
}

static uint64_t hash_item(const struct jscan_item *item)
{
	uint64_t hash = 14695981039346656037u;
	char date[11];

	jscan_date_format(date, item->fact_date);
	hash = hash_text(hash, jscan_rule_name(item->rule));
	hash = hash_text(hash, item->timeline->group->company_key);
	hash = hash_text(hash, item->timeline->group->role_key);
	hash = hash_text(hash, date);
	hash = hash_text(hash, item->task ? item->fact_words : "");
	return hash ^ hash >> 29;
}

const char *jscan_item_make_id(const struct jscan_item *item,
			       struct jscan_arena *arena)
{
	static const char digits[] = "0123456789abcdefghjkmnpqrstvwxyz";
	uint64_t hash = hash_item(item);
	char id[ID_BYTES + 1];

	for (size_t i = 0; i < ID_BYTES; i++, hash >>= 5)
		id[i] = digits[hash & 31];
	id[ID_BYTES] = '\0';
	return jscan_arena_strndup(arena, id, ID_BYTES);
}

/* Who may be written to and what they have, found when first asked for. */
struct people {
	const struct jscan_timeline *timelines; /* of a company */
	size_t count;
	struct jscan_whom **own;   /* of each; NULL: not yet asked for */
	struct jscan_whom company; /* of all */
	bool has_company;
	struct jscan_sent sent;
	bool has_sent;
};

static bool is_of_company(const struct jscan_item *item)
{
	return item->rule == JSCAN_RULE_KEEP_IN_TOUCH ||
	       item->rule == JSCAN_RULE_REOPENED;
}

static const struct jscan_whom *find_people(struct people *people,
					    const struct jscan_item *item,
					    struct jscan_arena *arena)
{
	size_t index = (size_t)(item->timeline - people->timelines);
	struct jscan_whom *own = people->own[index];

	if (is_of_company(item)) {
		if (!people->has_company)
			jscan_whom_make(&people->company, people->timelines,
					people->count, arena);
		people->has_company = true;
		return &people->company;
	}
	if (!own) {
		own = jscan_arena_alloc(arena, sizeof(*own));
		jscan_whom_make(own, item->timeline, 1, arena);
		people->own[index] = own;
	}
	return own;
}

static bool is_open(enum jscan_status status)
{
	return status != JSCAN_STATUS_DONE && status != JSCAN_STATUS_LAPSED;
}

static const struct jscan_item *keep_item(struct make *make,
					  const struct jscan_item *item)
{
	return memcpy(jscan_arena_alloc(make->arena, sizeof(*item)), item,
		      sizeof(*item));
}

static int compare_days(const void *left, const void *right)
{
	return jscan_date_compare(*(const struct jscan_date *)left,
				  *(const struct jscan_date *)right);
}

/* The days on which the writer was in touch with the item's company. */
static void add_touches(struct jscan_followup *out,
			const struct jscan_item *item,
			struct jscan_arena *arena)
{
	struct jscan_date *days = NULL;
	size_t count = 0, kept = 0;

	for (size_t i = 0; i < item->timeline_count; i++) {
		const struct jscan_timeline *at = &item->timelines[i];

		for (size_t j = 0; j < at->count; j++) {
			if (at->moments[j].kind != JSCAN_MOMENT_TOUCH ||
			    !jscan_timeline_is_past(at, at->moments[j].date))
				continue;
			days = jscan_arena_grow(arena, days, count,
						sizeof(*days));
			days[count++] = at->moments[j].date;
		}
	}
	if (count)
		qsort(days, count, sizeof(*days), compare_days);
	for (size_t i = 0; i < count; i++) {
		if (!kept || compare_days(&days[kept - 1], &days[i]))
			days[kept++] = days[i];
	}
	out->closed = item->closed;
	out->touches = days;
	out->touch_count = kept;
}

static void add_followup(struct make *make, const struct jscan_item *item,
			 struct people *people)
{
	struct jscan_followups *out = make->out;
	const struct jscan_group *group = item->timeline->group;
	struct jscan_followup *followup;

	if (out->count == make->room) {
		make->room = make->room ? make->room * 2 : 256;
		out->items = jscan_realloc(out->items,
					   make->room * sizeof(*out->items));
	}
	followup = &out->items[out->count++];
	memset(followup, 0, sizeof(*followup));
	followup->id = jscan_item_make_id(item, make->arena);
	followup->rule = item->rule;
	followup->action = jscan_say_action(item);
	followup->company = group->company;
	followup->role = group->role;
	followup->contact =
		jscan_whom_find(find_people(people, item, &make->scratch), item,
				&make->scratch);
	followup->opens = item->opens;
	followup->due = item->due;
	followup->status = item->status;
	followup->why = jscan_say_why(item, make->arena);
	followup->path = item->facts->path;
	followup->line = item->line;
	if (!make->is_brief)
		followup->item = keep_item(make, item);
	if (item->status == JSCAN_STATUS_UPCOMING &&
	    jscan_date_compare(item->rests_until, item->opens) > 0)
		followup->rests_until = item->rests_until;
	if (item->status == JSCAN_STATUS_OVERDUE)
		followup->days_overdue = (unsigned)jscan_date_days_between(
			item->due, make->items.as_of);
	if (item->rule != JSCAN_RULE_KEEP_IN_TOUCH)
		return;
	add_touches(followup, item, make->arena);
	if (!people->has_sent)
		jscan_sent_make(&people->sent, people->timelines, people->count,
				&make->scratch);
	people->has_sent = true;
	jscan_say_points(&followup->talking_points, item, &people->sent,
			 make->is_looking, make->arena);
}

static void add_lapsed_thanks(struct make *make, const struct jscan_item *item)
{
	struct jscan_followups *out = make->out;

	if (item->rule != JSCAN_RULE_THANK_YOU ||
	    item->status != JSCAN_STATUS_LAPSED)
		return;
	out->lapsed_thanks =
		jscan_arena_grow(make->arena, out->lapsed_thanks,
				 out->lapsed_thanks_count, sizeof(*item));
	out->lapsed_thanks[out->lapsed_thanks_count++] = *item;
}

static int compare_hashes(const void *left, const void *right)
{
	const uint64_t *a = left, *b = right;

	return (*a > *b) - (*a < *b);
}

/* True when two items will have the same id, but for a number behind it. */
static bool has_same_ids(struct make *make)
{
	size_t count = make->items.count;
	uint64_t *hashes =
		jscan_arena_array(&make->scratch, count, sizeof(*hashes));

	for (size_t i = 0; i < count; i++)
		hashes[i] = hash_item(&make->items.items[i]);
	qsort(hashes, count, sizeof(*hashes), compare_hashes);
	for (size_t i = 1; i < count; i++) {
		if (hashes[i] == hashes[i - 1])
			return true;
	}
	return false;
}

static bool has_open_items(const struct make *make)
{
	for (size_t i = 0; i < make->items.count; i++) {
		if (is_open(make->items.items[i].status))
			return true;
	}
	return false;
}

/*
 * Puts whom and words to the items of a company.  With `is_brief` only what is
 * open is wanted; but what is not may be the first of those that share an id,
 * and give the others a number.
 */
static void add_followups(struct make *make,
			  const struct jscan_timeline *timelines, size_t count)
{
	struct people people = {.timelines = timelines, .count = count};
	bool is_whole = !make->is_brief || !*timelines->group->company_key;

	if (!make->items.count || (!is_whole && !has_open_items(make)))
		return;
	is_whole = is_whole || has_same_ids(make);
	people.own =
		jscan_arena_array(&make->scratch, count, sizeof(*people.own));
	for (size_t i = 0; i < make->items.count; i++) {
		const struct jscan_item *item = &make->items.items[i];

		if (is_whole || is_open(item->status))
			add_followup(make, item, &people);
	}
}

/* All items of one company, or of one application without a company. */
static void add_company(struct make *make,
			const struct jscan_timeline *timelines, size_t count)
{
	make->items.count = 0;
	jscan_items_add_all(&make->items, timelines, count);
	jscan_items_drop_doubles(&make->items, 0, timelines, count);
	for (size_t i = 0; i < make->items.count; i++)
		add_lapsed_thanks(make, &make->items.items[i]);
	add_followups(make, timelines, count);
	/* The items are in there, too, and their room with them. */
	make->items.items = NULL;
	make->items.room = 0;
	jscan_arena_clear(&make->scratch);
}

static int compare_texts(const char *a, const char *b)
{
	return strcmp(a ? a : "", b ? b : "");
}

static int compare_followups(const void *left, const void *right)
{
	const struct jscan_followup *a = left, *b = right;
	int order = jscan_date_compare(a->due, b->due);

	if (!order)
		order = jscan_date_compare(a->opens, b->opens);
	if (!order)
		order = strcmp(jscan_rule_name(a->rule),
			       jscan_rule_name(b->rule));
	if (!order)
		order = compare_texts(a->company, b->company);
	if (!order)
		order = compare_texts(a->role, b->role);
	if (!order)
		order = strcmp(a->id, b->id);
	if (!order)
		order = strcmp(a->path, b->path);
	if (!order)
		order = (a->line > b->line) - (a->line < b->line);
	return order;
}

/*
 * Two entries without a company may say the same of the same day: the second
 * of an id gets a number.
 */
static void make_ids_unique(struct make *make)
{
	struct jscan_followups *out = make->out;
	struct jscan_keys keys = {0};
	unsigned copies = 1;

	for (size_t i = 0; i < out->count; i++)
		jscan_keys_add(&keys, out->items[i].id, i);
	jscan_keys_group(&keys);
	for (size_t i = 1; i < keys.count; i++) {
		const struct jscan_key *key = &keys.items[i];

		if (strcmp(key->text, key[-1].text) != 0)
			copies = 1;
		else
			out->items[key->index].id = jscan_arena_printf(
				make->arena, "%s-%u", key->text, ++copies);
	}
	jscan_keys_release(&keys);
}

static void drop_closed(struct jscan_followups *out)
{
	size_t kept = 0;

	for (size_t i = 0; i < out->count; i++) {
		if (is_open(out->items[i].status))
			out->items[kept++] = out->items[i];
	}
	out->count = kept;
}

/* Sorts, numbers and moves the items to where they stay. */
static void finish(struct make *make)
{
	struct jscan_followups *out = make->out;
	struct jscan_followup *items = out->items;

	if (out->count) {
		qsort(items, out->count, sizeof(*items), compare_followups);
		make_ids_unique(make);
	}
	if (make->is_brief)
		drop_closed(out);
	out->items = jscan_arena_array(make->arena, out->count, sizeof(*items));
	if (out->count)
		memcpy(out->items, items, out->count * sizeof(*items));
	free(items);
}

void jscan_followups_sort(struct jscan_followup *items, size_t count)
{
	if (count)
		qsort(items, count, sizeof(*items), compare_followups);
}

void jscan_followups_make(struct jscan_followups *out,
			  const struct jscan_groups *groups,
			  const struct jscan_timeline *timelines,
			  const struct jscan_plan_input *input,
			  struct jscan_arena *arena)
{
	struct make make = {.out = out,
			    .arena = arena,
			    .is_looking = !input->is_settled,
			    .is_brief = input->is_brief};

	memset(out, 0, sizeof(*out));
	jscan_arena_init(&make.scratch);
	make.items.arena = &make.scratch;
	make.items.config = input->config;
	make.items.as_of = input->as_of;
	for (size_t i = 0; i < groups->count; i++) {
		if (timelines[i].state == JSCAN_OUTCOME_ACCEPTED)
			make.is_looking = false;
	}
	for (size_t i = 0; i < groups->company_count; i++) {
		const struct jscan_company *company = &groups->companies[i];

		add_company(&make, &timelines[company->first], company->count);
	}
	for (size_t i = 0; i < groups->count; i++) {
		if (!*groups->items[i].company_key)
			add_company(&make, &timelines[i], 1);
	}
	finish(&make);
	jscan_arena_release(&make.scratch);
}
