/*
 * Which application an entry belongs to.  An entry that names company and role
 * decides by itself; one without a role goes to the company's application with
 * the last event or touch on or before its day, else the first after it.
 *
 * Sorting does all the work: by company, role, day and path; no pass looks at
 * every entry for every other.
 */
#include "model/application.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/date.h"
#include "model/company.h"

struct row { /* one entry, with its keys */
	const struct jscan_facts *facts;
	const char *company;
	const char *role;
	size_t index;
};

static int compare_days(const struct jscan_facts *a, const struct jscan_facts *b)
{
	bool a_set = jscan_date_is_set(a->date), b_set = jscan_date_is_set(b->date);
	int order;

	if (a_set != b_set)
		return a_set ? -1 : 1; /* the undated come last */
	order = jscan_date_compare(a->date, b->date);
	return order ? order : strcmp(a->path, b->path);
}

static int compare_rows(const void *left, const void *right)
{
	const struct row *a = left, *b = right;
	int order;

	if (!*a->company != !*b->company)
		return *a->company ? -1 : 1;
	order = strcmp(a->company, b->company);
	if (!order)
		order = strcmp(a->role, b->role);
	return order ? order : compare_days(a->facts, b->facts);
}

/* Every day of every application of one company, to search in. */
struct day {
	struct jscan_date date;
	const char *role;
};

struct days {
	struct jscan_arena *arena;
	struct day *items;
	size_t count;
	const char *role; /* of the entry at hand */
	struct jscan_date as_of;
};

static void add_day(struct days *days, struct jscan_date date)
{
	if (!jscan_date_is_set(date))
		return;
	days->items = jscan_arena_grow(days->arena, days->items, days->count,
				       sizeof(*days->items));
	days->items[days->count].date = date;
	days->items[days->count++].role = days->role;
}

/* Every day on which the entry has an event or touch. */
static void add_days(struct days *days, const struct jscan_facts *facts)
{
	add_day(days, facts->applied);
	for (size_t i = 0; i < facts->scope_count; i++)
		add_day(days, facts->scopes[i].date);
	for (size_t i = 0; i < facts->outcome_count; i++)
		add_day(days, facts->outcomes[i].date);
	for (size_t i = 0; i < facts->touch_count; i++)
		add_day(days, facts->touches[i].date);
	for (size_t i = 0; i < facts->feedback_count; i++)
		add_day(days, facts->feedbacks[i].date);
	for (size_t i = 0; i < facts->reopened_count; i++)
		add_day(days, facts->reopened[i].date);
	for (size_t i = 0; i < facts->task_count; i++) {
		const struct jscan_task *task = &facts->tasks[i];

		if (!task->is_done || task->is_cancelled || !task->touch)
			continue;
		if (jscan_date_is_set(task->done_date))
			add_day(days, task->done_date);
		else if (jscan_date_is_set(task->due))
			add_day(days, jscan_date_min(task->due, days->as_of));
	}
}

static int compare_day_items(const void *left, const void *right)
{
	const struct day *a = left, *b = right;
	int order = jscan_date_compare(a->date, b->date);

	return order ? order : strcmp(a->role, b->role);
}

/* The role whose days decide for an entry of this day. */
static const char *find_role(const struct days *days, struct jscan_date date)
{
	size_t low = 0, high = days->count;

	if (!days->count)
		return "";
	while (low < high) { /* the first day after `date` */
		size_t middle = low + (high - low) / 2;

		if (jscan_date_compare(days->items[middle].date, date) <= 0)
			low = middle + 1;
		else
			high = middle;
	}
	if (!low)
		return days->items[0].role;
	/* Of the last day on or before it, the first role by name. */
	while (low > 1 && !jscan_date_compare(days->items[low - 2].date,
					      days->items[low - 1].date))
		low--;
	return days->items[low - 1].role;
}

/* Gives the entries of one company that name no role the role they belong to. */
static void place_roleless(struct row *rows, size_t count,
			   struct jscan_date as_of, struct jscan_arena *arena)
{
	struct days days = {.arena = arena, .role = "", .as_of = as_of};
	size_t bare = 0; /* they sort first: their role is empty */

	while (bare < count && !*rows[bare].role)
		bare++;
	if (!bare || bare == count)
		return;
	for (size_t i = bare; i < count; i++) {
		days.role = rows[i].role;
		add_days(&days, rows[i].facts);
	}
	if (days.count)
		qsort(days.items, days.count, sizeof(*days.items),
		      compare_day_items);
	for (size_t i = 0; i < bare; i++)
		rows[i].role = days.count
				       ? find_role(&days, rows[i].facts->date)
				       : rows[bare].role;
}

static struct jscan_group *add_group(struct jscan_groups *out,
				     const struct row *row,
				     struct jscan_arena *arena)
{
	struct jscan_group *group;

	out->items = jscan_arena_grow(arena, out->items, out->count,
				      sizeof(*out->items));
	group = &out->items[out->count++];
	memset(group, 0, sizeof(*group));
	group->company_key = row->company;
	group->role_key = row->role;
	group->company = row->facts->company;
	group->company_index = SIZE_MAX;
	return group;
}

static void add_entry(struct jscan_group *group, const struct row *row,
		      struct jscan_arena *arena)
{
	group->entries = jscan_arena_grow(arena, group->entries,
					  group->entry_count,
					  sizeof(struct jscan_facts *));
	group->entries[group->entry_count++] = row->facts;
	if (!group->role && row->facts->role)
		group->role = row->facts->role;
}

static void add_company(struct jscan_groups *out, struct jscan_group *group,
			struct jscan_arena *arena)
{
	struct jscan_company *last;

	last = out->company_count ? &out->companies[out->company_count - 1]
				  : NULL;
	if (!last || strcmp(last->key, group->company_key)) {
		out->companies = jscan_arena_grow(arena, out->companies,
						  out->company_count,
						  sizeof(*last));
		last = &out->companies[out->company_count++];
		last->key = group->company_key;
		last->first = out->count - 1;
		last->count = 0;
	}
	last->count++;
	group->company_index = out->company_count - 1;
}

static bool is_same_group(const struct jscan_group *group,
			  const struct row *row)
{
	return *row->company && !strcmp(group->company_key, row->company) &&
	       !strcmp(group->role_key, row->role);
}

static bool is_same(const char *a, const char *b)
{
	return a && !strcmp(a, b);
}

/* Entries of one application mostly follow one another. */
static void fold_names(struct row *row, const struct row *last,
		       struct jscan_arena *arena)
{
	const char *company = row->facts->company, *role = row->facts->role;

	if (!company)
		row->company = "";
	else if (last && is_same(last->facts->company, company))
		row->company = last->company;
	else
		row->company = jscan_company_fold(arena, company);
	if (!role)
		row->role = "";
	else if (last && is_same(last->facts->role, role))
		row->role = last->role;
	else
		row->role = jscan_role_fold(arena, role);
}

static void sort_rows(struct row *rows, size_t count)
{
	for (size_t i = 1; i < count; i++) {
		if (compare_rows(&rows[i - 1], &rows[i]) > 0) {
			qsort(rows, count, sizeof(*rows), compare_rows);
			return;
		}
	}
}

static struct row *make_rows(const struct jscan_facts *facts, size_t count,
			     size_t *row_count, struct jscan_arena *arena)
{
	struct row *rows = jscan_arena_array(arena, count, sizeof(*rows));

	const struct row *last = NULL;

	*row_count = 0;
	for (size_t i = 0; i < count; i++) {
		struct row *row = &rows[*row_count];

		if (!facts[i].is_entry)
			continue;
		row->facts = &facts[i];
		row->index = i;
		fold_names(row, last, arena);
		last = row;
		(*row_count)++;
	}
	return rows;
}

void jscan_groups_make(struct jscan_groups *out,
		       const struct jscan_facts *facts, size_t count,
		       struct jscan_date as_of, struct jscan_arena *arena)
{
	size_t row_count;
	struct row *rows = make_rows(facts, count, &row_count, arena);

	memset(out, 0, sizeof(*out));
	out->group_of = jscan_arena_array(arena, count, sizeof(size_t));
	memset(out->group_of, 0xff, count * sizeof(size_t));
	if (!row_count)
		return;
	sort_rows(rows, row_count);
	for (size_t i = 0, end; i < row_count && *rows[i].company; i = end) {
		for (end = i + 1; end < row_count &&
				  !strcmp(rows[end].company, rows[i].company);
		     end++)
			;
		place_roleless(&rows[i], end - i, as_of, arena);
	}
	sort_rows(rows, row_count);
	for (size_t i = 0; i < row_count; i++) {
		struct jscan_group *group =
			out->count ? &out->items[out->count - 1] : NULL;

		if (!group || !is_same_group(group, &rows[i])) {
			group = add_group(out, &rows[i], arena);
			if (*group->company_key)
				add_company(out, group, arena);
		}
		add_entry(group, &rows[i], arena);
		out->group_of[rows[i].index] = out->count - 1;
	}
}
