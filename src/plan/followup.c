/*
 * From applications and companies to the list of follow-ups: items by rule,
 * doubles left out, each with its person, words and id, in the report's order.
 */
#include "plan/followup.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/date.h"
#include "plan/say.h"
#include "plan/whom.h"

struct make {
	struct jscan_followups *out;
	struct jscan_items items;
	struct jscan_arena *arena;
	bool is_looking;
};

static uint64_t hash_text(uint64_t hash, const char *text)
{
	for (const char *c = text ? text : ""; *c; c++)
		hash = (hash ^ (unsigned char)*c) * 1099511628211u;
	/* A mark between the parts, so that "ab","c" is not "a","bc". */
	return (hash ^ 0xff) * 1099511628211u;
}

const char *jscan_item_make_id(const struct jscan_item *item,
			       struct jscan_arena *arena)
{
	static const char digits[] = "0123456789abcdefghjkmnpqrstvwxyz";
	uint64_t hash = 14695981039346656037u;
	char date[11], id[9];

	jscan_date_format(date, item->fact_date);
	hash = hash_text(hash, jscan_rule_name(item->rule));
	hash = hash_text(hash, item->timeline->group->company_key);
	hash = hash_text(hash, item->timeline->group->role_key);
	hash = hash_text(hash, date);
	hash = hash_text(hash, item->task ? item->fact_words : "");
	hash ^= hash >> 29;
	for (size_t i = 0; i < 8; i++, hash >>= 5)
		id[i] = digits[hash & 31];
	id[8] = '\0';
	return jscan_arena_strdup(arena, id);
}

static void add_followup(struct make *make, const struct jscan_item *item,
			 const struct jscan_whom *whom,
			 const struct jscan_sent *sent)
{
	struct jscan_followups *out = make->out;
	const struct jscan_group *group = item->timeline->group;
	struct jscan_followup followup = {
		.id = jscan_item_make_id(item, make->arena),
		.rule = item->rule,
		.action = jscan_say_action(item),
		.company = group->company,
		.role = group->role,
		.contact = jscan_whom_find(whom, item, make->arena),
		.opens = item->opens,
		.due = item->due,
		.status = item->status,
		.why = jscan_say_why(item, make->arena),
		.path = item->facts->path,
		.line = item->line,
		.item = item};

	if (item->status == JSCAN_STATUS_OVERDUE)
		followup.days_overdue = (unsigned)jscan_date_days_between(
			item->due, make->items.as_of);
	jscan_say_points(&followup.talking_points, item, sent,
			 make->is_looking, make->arena);
	out->items = jscan_arena_grow(make->arena, out->items, out->count,
				      sizeof(followup));
	out->items[out->count++] = followup;
	if (item->rule != JSCAN_RULE_THANK_YOU ||
	    item->status != JSCAN_STATUS_LAPSED)
		return;
	out->lapsed_thanks = jscan_arena_grow(make->arena, out->lapsed_thanks,
					      out->lapsed_thanks_count,
					      sizeof(*item));
	out->lapsed_thanks[out->lapsed_thanks_count++] = *item;
}

static bool is_of_company(const struct jscan_item *item)
{
	return item->rule == JSCAN_RULE_KEEP_IN_TOUCH ||
	       item->rule == JSCAN_RULE_REOPENED;
}

/* All items of one company, or of one application without a company. */
static void add_company(struct make *make,
			const struct jscan_timeline *timelines, size_t count)
{
	struct jscan_whom company, *own;
	struct jscan_sent sent;

	make->items.count = 0;
	make->items.items = NULL;
	jscan_items_add_all(&make->items, timelines, count);
	jscan_items_drop_doubles(&make->items, 0, timelines, count);
	if (!make->items.count)
		return;
	own = jscan_arena_array(make->arena, count, sizeof(*own));
	for (size_t i = 0; i < count; i++)
		jscan_whom_make(&own[i], &timelines[i], 1, make->arena);
	if (count == 1)
		company = own[0];
	else
		jscan_whom_make(&company, timelines, count, make->arena);
	jscan_sent_make(&sent, timelines, count, make->arena);
	for (size_t i = 0; i < make->items.count; i++) {
		const struct jscan_item *item = &make->items.items[i];

		add_followup(make, item,
			     is_of_company(item)
				     ? &company
				     : &own[item->timeline - timelines],
			     &sent);
	}
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

/* Two entries without a company may say the same of the same day. */
static void make_ids_unique(struct make *make)
{
	struct jscan_followups *out = make->out;
	unsigned copies = 1;

	for (size_t i = 1; i < out->count; i++) {
		const char *first = out->items[i - copies].id;

		if (strcmp(out->items[i].id, first)) {
			copies = 1;
			continue;
		}
		out->items[i].id = jscan_arena_printf(make->arena, "%s-%u",
						      first, ++copies);
	}
}

void jscan_followups_make(struct jscan_followups *out,
			  const struct jscan_groups *groups,
			  const struct jscan_timeline *timelines,
			  const struct jscan_config *config,
			  struct jscan_date as_of, struct jscan_arena *arena)
{
	struct make make = {.out = out, .arena = arena, .is_looking = true};

	memset(out, 0, sizeof(*out));
	make.items.arena = arena;
	make.items.config = config;
	make.items.as_of = as_of;
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
	if (!out->count)
		return;
	qsort(out->items, out->count, sizeof(*out->items), compare_followups);
	make_ids_unique(&make);
}
