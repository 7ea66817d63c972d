/*
 * Two reports side by side: follow-ups are the same when their ids are, since
 * those stay through renames and moved lines; weaknesses by id; applications by
 * company and role.
 */
#include "journalscan.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/date.h"
#include "model/company.h"

#define FEWEST_BEFORE 3 /* interviews; as for the trend of a report */

struct result {
	struct jscan_comparison shown; /* first, as the caller has it */
	struct jscan_arena arena;
	struct jscan_followup_change *followups;
	struct jscan_weakness_change *weaknesses;
	struct jscan_application_change *applications;
};

const char *jscan_change_name(enum jscan_change_kind kind)
{
	static const char *const names[JSCAN_CHANGES] = {
		[JSCAN_CHANGE_OVERDUE] = "overdue",
		[JSCAN_CHANGE_DONE] = "done",
		[JSCAN_CHANGE_LAPSED] = "lapsed",
		[JSCAN_CHANGE_GONE] = "gone",
		[JSCAN_CHANGE_NEW] = "new",
	};

	return names[kind];
}

static bool is_open(const struct jscan_followup *item)
{
	return item && (item->status == JSCAN_STATUS_OVERDUE ||
			item->status == JSCAN_STATUS_DUE ||
			item->status == JSCAN_STATUS_UPCOMING);
}

static bool has(const struct jscan_followup *item, enum jscan_status status)
{
	return item && item->status == status;
}

/* False when nothing became of it that is worth a word. */
static bool find_kind(enum jscan_change_kind *out,
		      const struct jscan_followup *before,
		      const struct jscan_followup *after)
{
	if (has(after, JSCAN_STATUS_OVERDUE))
		*out = JSCAN_CHANGE_OVERDUE;
	else if (has(after, JSCAN_STATUS_DONE))
		*out = JSCAN_CHANGE_DONE;
	else if (has(after, JSCAN_STATUS_LAPSED))
		*out = JSCAN_CHANGE_LAPSED;
	else if (!after)
		*out = JSCAN_CHANGE_GONE;
	else
		*out = JSCAN_CHANGE_NEW;
	if (*out == JSCAN_CHANGE_OVERDUE)
		return !has(before, JSCAN_STATUS_OVERDUE);
	if (*out == JSCAN_CHANGE_DONE)
		return !has(before, JSCAN_STATUS_DONE);
	if (*out == JSCAN_CHANGE_NEW)
		return !is_open(before);
	/* What had lapsed, or was done, before has not become so now. */
	return is_open(before);
}

static void add_followup(struct result *result,
			 const struct jscan_followup *before,
			 const struct jscan_followup *after)
{
	struct jscan_followup_change change = {JSCAN_CHANGE_NEW, before, after};

	if (!find_kind(&change.kind, before, after))
		return;
	result->followups =
		jscan_arena_grow(&result->arena, result->followups,
				 result->shown.followup_count, sizeof(change));
	result->followups[result->shown.followup_count++] = change;
}

static int compare_ids(const void *left, const void *right)
{
	const struct jscan_followup *const *a = left, *const *b = right;

	return strcmp((*a)->id, (*b)->id);
}

static const struct jscan_followup **
sort_by_id(struct jscan_arena *arena, const struct jscan_report *report)
{
	const struct jscan_followup **list =
		jscan_arena_array(arena, report->followup_count, sizeof(*list));

	for (size_t i = 0; i < report->followup_count; i++)
		list[i] = &report->followups[i];
	if (report->followup_count)
		qsort((void *)list, report->followup_count, sizeof(*list),
		      compare_ids);
	return list;
}

static int compare_changes(const void *left, const void *right)
{
	const struct jscan_followup_change *a = left, *b = right;
	const struct jscan_followup *x = a->after ? a->after : a->before;
	const struct jscan_followup *y = b->after ? b->after : b->before;
	int order = (int)a->kind - (int)b->kind;

	if (!order)
		order = jscan_date_compare(x->due, y->due);
	if (!order)
		order = jscan_date_compare(x->opens, y->opens);
	return order ? order : strcmp(x->id, y->id);
}

static void compare_followups(struct result *result,
			      const struct jscan_report *before,
			      const struct jscan_report *after)
{
	const struct jscan_followup **old = sort_by_id(&result->arena, before);
	const struct jscan_followup **new = sort_by_id(&result->arena, after);
	size_t i = 0, j = 0;

	while (i < before->followup_count || j < after->followup_count) {
		int order = i == before->followup_count ? 1
			    : j == after->followup_count
				    ? -1
				    : compare_ids(&old[i], &new[j]);

		add_followup(result, order <= 0 ? old[i] : NULL,
			     order >= 0 ? new[j] : NULL);
		i += order <= 0;
		j += order >= 0;
	}
	if (result->shown.followup_count)
		qsort(result->followups, result->shown.followup_count,
		      sizeof(*result->followups), compare_changes);
	result->shown.followups = result->followups;
}

/* a/b against c/d as exact fractions: +1 when it is higher by 0.2 or more. */
static int compare_rates(long long a, long long b, long long c, long long d)
{
	long long change = 5 * (a * d - c * b);

	if (change >= b * d)
		return 1;
	return change <= -b * d ? -1 : 0;
}

static enum jscan_trend find_trend(const struct jscan_weakness_change *change)
{
	long long more = (long long)change->after - change->before;
	long long held = (long long)change->after_of - change->before_of;
	int order;

	if (change->before_of < FEWEST_BEFORE)
		return JSCAN_TREND_NEW;
	/* Notes of old interviews may have changed: then the whole counts. */
	if (held > 0 && more >= 0 && more <= held)
		order = compare_rates(more, held, change->before,
				      change->before_of);
	else if (change->after_of)
		order = compare_rates(change->after, change->after_of,
				      change->before, change->before_of);
	else
		order = 0;
	if (order > 0)
		return JSCAN_TREND_WORSE;
	return order < 0 ? JSCAN_TREND_BETTER : JSCAN_TREND_STEADY;
}

/* The interviews that rates are out of; any weakness knows. */
static unsigned count_of(const struct jscan_report *report)
{
	return report->weakness_count ? report->weaknesses[0].of
				      : report->counts.interviews;
}

static const struct jscan_weakness *
find_weakness(const struct jscan_report *report, const char *id)
{
	for (size_t i = 0; i < report->weakness_count; i++) {
		if (!strcmp(report->weaknesses[i].id, id))
			return &report->weaknesses[i];
	}
	return NULL;
}

/* One of `before` and `after` may be NULL. */
static void add_weakness(struct result *result,
			 const struct jscan_weakness *before,
			 const struct jscan_weakness *after)
{
	struct jscan_weakness_change change = {
		/* cppcheck-suppress nullPointer ; not both are */
		.id = before ? before->id : after->id,
		.title = after ? after->title : before->title,
		.before = before ? before->interviews : 0,
		.before_of = count_of(result->shown.before),
		.after = after ? after->interviews : 0,
		.after_of = count_of(result->shown.after)};

	if (change.before == change.after &&
	    change.before_of == change.after_of)
		return;
	change.trend = find_trend(&change);
	result->weaknesses =
		jscan_arena_grow(&result->arena, result->weaknesses,
				 result->shown.weakness_count, sizeof(change));
	result->weaknesses[result->shown.weakness_count++] = change;
}

static int compare_weaknesses(const void *left, const void *right)
{
	static const int places[] = {[JSCAN_TREND_WORSE] = 0,
				     [JSCAN_TREND_NEW] = 1,
				     [JSCAN_TREND_BETTER] = 2,
				     [JSCAN_TREND_STEADY] = 3};
	const struct jscan_weakness_change *a = left, *b = right;
	int order = places[a->trend] - places[b->trend];

	return order ? order : strcmp(a->id, b->id);
}

static void compare_all_weaknesses(struct result *result)
{
	const struct jscan_report *before = result->shown.before;
	const struct jscan_report *after = result->shown.after;

	for (size_t i = 0; i < after->weakness_count; i++)
		add_weakness(result,
			     find_weakness(before, after->weaknesses[i].id),
			     &after->weaknesses[i]);
	for (size_t i = 0; i < before->weakness_count; i++) {
		if (!find_weakness(after, before->weaknesses[i].id))
			add_weakness(result, &before->weaknesses[i], NULL);
	}
	if (result->shown.weakness_count)
		qsort(result->weaknesses, result->shown.weakness_count,
		      sizeof(*result->weaknesses), compare_weaknesses);
	result->shown.weaknesses = result->weaknesses;
}

/* An application with the key by which it is found again. */
struct named {
	const char *key;
	const struct jscan_application *application;
};

static int compare_names(const void *left, const void *right)
{
	const struct named *a = left, *b = right;

	return strcmp(a->key, b->key);
}

static struct named *name_all(struct jscan_arena *arena,
			      const struct jscan_report *report)
{
	struct named *list = jscan_arena_array(arena, report->application_count,
					       sizeof(*list));

	for (size_t i = 0; i < report->application_count; i++) {
		const struct jscan_application *application =
			&report->applications[i];

		list[i].application = application;
		list[i].key = jscan_arena_printf(
			arena, "%s\n%s",
			application->company
				? jscan_company_fold(arena,
						     application->company)
				: "",
			application->role
				? jscan_role_fold(arena, application->role)
				: "");
	}
	if (report->application_count)
		qsort(list, report->application_count, sizeof(*list),
		      compare_names);
	return list;
}

/* One of `before` and `after` may be NULL. */
static void add_application(struct result *result,
			    const struct jscan_application *before,
			    const struct jscan_application *after)
{
	const struct jscan_application *shown = after ? after : before;
	struct jscan_application_change change = {
		.before = before ? before->state : JSCAN_OUTCOME_NONE,
		.after = after ? after->state : JSCAN_OUTCOME_NONE};

	assert(shown);
	change.company = shown->company;
	change.role = shown->role;
	if (change.before == change.after)
		return;
	result->applications = jscan_arena_grow(
		&result->arena, result->applications,
		result->shown.application_count, sizeof(change));
	result->applications[result->shown.application_count++] = change;
}

static void compare_applications(struct result *result,
				 const struct jscan_report *before,
				 const struct jscan_report *after)
{
	struct named *old = name_all(&result->arena, before);
	struct named *new = name_all(&result->arena, after);
	size_t i = 0, j = 0;

	while (i < before->application_count || j < after->application_count) {
		int order = i == before->application_count ? 1
			    : j == after->application_count
				    ? -1
				    : compare_names(&old[i], &new[j]);

		add_application(result, order <= 0 ? old[i].application : NULL,
				order >= 0 ? new[j].application : NULL);
		i += order <= 0;
		j += order >= 0;
	}
	result->shown.applications = result->applications;
}

void jscan_report_compare(struct jscan_comparison **out,
			  const struct jscan_report *before,
			  const struct jscan_report *after)
{
	struct result *result = jscan_alloc(sizeof(*result));

	memset(result, 0, sizeof(*result));
	jscan_arena_init(&result->arena);
	result->shown.before = before;
	result->shown.after = after;
	compare_followups(result, before, after);
	compare_all_weaknesses(result);
	compare_applications(result, before, after);
	*out = &result->shown;
}

void jscan_comparison_free(struct jscan_comparison *comparison)
{
	struct result *result = (struct result *)comparison;

	if (!result)
		return;
	jscan_arena_release(&result->arena);
	free(result);
}
