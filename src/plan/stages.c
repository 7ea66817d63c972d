/*
 * A stage is something that moves an application, as a note says it: applied,
 * an interview and which one, an offer, the end; and a status in the writer's
 * own words ("under review").  It is the same in two states when they agree on
 * its type, its day and, where there may be several, its words.
 */
#include "plan/stages.h"

#include <stdlib.h>
#include <string.h>

#include "base/date.h"
#include "base/hash.h"
#include "base/utf8.h"
#include "model/application.h"
#include "model/company.h"

#define NEVER SIZE_MAX

struct stage {
	struct jscan_log_stage shown;
	struct jscan_date said;	 /* the day in the notes; unset: none */
	struct jscan_date about; /* where none is said: the day it belongs to */
	const char *key; /* its words, folded; "" where they do not count */
	size_t first;	 /* the state that brought it */
	size_t last;	 /* the last of the main line that has it, or NEVER */
};

struct history {	 /* of one application */
	const char *key; /* company and role, folded */
	const char *company;
	const char *role;
	size_t first;
	enum jscan_outcome state;
	struct stage *stages;
	size_t count;
};

struct jscan_stages {
	struct jscan_arena *arena;
	struct history *items;
	size_t count;
	size_t *slots; /* by key: index + 1, 0 is empty */
	size_t slot_count;
	size_t states;
	struct jscan_date *days; /* of the states of the main line */
	size_t *main;		 /* their numbers */
	size_t main_count;
};

struct jscan_stages *jscan_stages_new(struct jscan_arena *arena)
{
	struct jscan_stages *stages = jscan_arena_alloc(arena, sizeof(*stages));

	stages->arena = arena;
	return stages;
}

static size_t *find_slot(const struct jscan_stages *stages, const char *key)
{
	size_t mask = stages->slot_count - 1;
	size_t at = (size_t)jscan_hash_bytes(key, strlen(key)) & mask;

	while (stages->slots[at] &&
	       strcmp(stages->items[stages->slots[at] - 1].key, key))
		at = (at + 1) & mask;
	return &stages->slots[at];
}

static void make_room(struct jscan_stages *stages)
{
	if (2 * (stages->count + 1) < stages->slot_count)
		return;
	stages->slot_count = stages->slot_count ? 2 * stages->slot_count : 64;
	stages->slots = jscan_arena_array(stages->arena, stages->slot_count,
					  sizeof(*stages->slots));
	for (size_t i = 0; i < stages->count; i++)
		*find_slot(stages, stages->items[i].key) = i + 1;
}

static struct history *find_history(struct jscan_stages *stages,
				    const struct jscan_group *group,
				    struct jscan_arena *scratch)
{
	const char *key = jscan_arena_printf(
		scratch, "%s\n%s", group->company_key, group->role_key);
	struct history *history;
	size_t *slot;

	make_room(stages);
	slot = find_slot(stages, key);
	if (*slot)
		return &stages->items[*slot - 1];
	stages->items = jscan_arena_grow(stages->arena, stages->items,
					 stages->count, sizeof(*history));
	history = &stages->items[stages->count++];
	memset(history, 0, sizeof(*history));
	history->key = jscan_arena_strdup(stages->arena, key);
	history->first = stages->states;
	*slot = stages->count;
	return history;
}

/* What is told of while the entries of one application are gone through. */
struct telling {
	struct jscan_stages *stages;
	const struct jscan_stages_state *state;
	struct history *history;
	struct jscan_arena *scratch;
	const struct jscan_facts *facts;
};

static bool is_several(enum jscan_event_type type)
{
	return type == JSCAN_EVENT_INTERVIEW || type == JSCAN_EVENT_NOTE;
}

static const char *fold(struct jscan_arena *arena, const char *text)
{
	return jscan_utf8_fold_words(arena, text, strlen(text));
}

static void tell(struct telling *telling, enum jscan_event_type type,
		 const char *what, struct jscan_date said,
		 struct jscan_date about)
{
	const struct jscan_stages_state *state = telling->state;
	struct history *history = telling->history;
	struct jscan_arena *arena = telling->stages->arena;
	const char *key =
		what && is_several(type) ? fold(telling->scratch, what) : "";
	struct stage *stage = history->stages;
	struct stage *end = history->stages + history->count;

	if (jscan_date_is_set(said) &&
	    jscan_date_compare(said, state->until) > 0)
		return;
	while (stage < end &&
	       (stage->shown.type != type || strcmp(stage->key, key) ||
		jscan_date_compare(stage->said, said)))
		stage++;
	if (stage == end) {
		history->stages = jscan_arena_grow(
			arena, history->stages, history->count, sizeof(*stage));
		stage = &history->stages[history->count++];
		memset(stage, 0, sizeof(*stage));
		stage->shown.type = type;
		stage->shown.what = what;
		stage->shown.path = telling->facts->path;
		stage->shown.commit = state->commit->id;
		stage->shown.seen = state->seen;
		stage->said = said;
		stage->about = about;
		stage->key = jscan_arena_strdup(arena, key);
		stage->first = telling->stages->states;
		stage->last = NEVER;
	}
	if (state->is_main)
		stage->last = telling->stages->main_count;
}

static void tell_outcome(struct telling *telling,
			 const struct jscan_outcome_fact *fact)
{
	static const struct jscan_date none;
	enum jscan_event_type type =
		fact->outcome == JSCAN_OUTCOME_REJECTED ? JSCAN_EVENT_REJECTION
		: fact->outcome == JSCAN_OUTCOME_OFFER	? JSCAN_EVENT_OFFER
							: JSCAN_EVENT_NOTE;

	tell(telling, type,
	     type == JSCAN_EVENT_NOTE ? jscan_outcome_name(fact->outcome)
				      : NULL,
	     fact->is_undated ? none : fact->date, fact->date);
}

/* A status that says no more than that nothing is decided is no stage. */
static bool is_telling(const struct jscan_facts *facts, const char *folded)
{
	static const char *const empty[] = {"pending",	   "waiting", "open",
					    "in progress", "active",  ""};

	if (!strcmp(folded, "applied"))
		return facts->type != JSCAN_EVENT_APPLICATION &&
		       !jscan_date_is_set(facts->applied);
	for (size_t i = 0; i < sizeof(empty) / sizeof(empty[0]); i++) {
		if (!strcmp(folded, empty[i]))
			return false;
	}
	return true;
}

static void tell_words(struct telling *telling)
{
	static const struct jscan_date none;
	const struct jscan_facts *facts = telling->facts;
	enum jscan_event_type type = facts->scopes[0].type;

	if (facts->status && facts->outcome <= JSCAN_OUTCOME_PENDING &&
	    is_telling(facts, fold(telling->scratch, facts->status)))
		tell(telling, JSCAN_EVENT_NOTE, facts->status, none, none);
	/* That of an interview is in the words of its event. */
	if (facts->stage && type != JSCAN_EVENT_INTERVIEW &&
	    type != JSCAN_EVENT_MOCK)
		tell(telling, JSCAN_EVENT_NOTE, facts->stage, none, none);
}

static void tell_entry(struct telling *telling)
{
	static const struct jscan_date none;
	const struct jscan_facts *facts = telling->facts;

	for (size_t i = 0; i < facts->scope_count; i++) {
		const struct jscan_scope *scope = &facts->scopes[i];

		if (scope->type == JSCAN_EVENT_APPLICATION ||
		    scope->type == JSCAN_EVENT_INTERVIEW ||
		    scope->type == JSCAN_EVENT_REJECTION ||
		    scope->type == JSCAN_EVENT_OFFER)
			tell(telling, scope->type, scope->words, scope->date,
			     none);
		else if (scope->type == JSCAN_EVENT_NOTE &&
			 scope->outcome > JSCAN_OUTCOME_PENDING)
			tell(telling, JSCAN_EVENT_NOTE,
			     jscan_outcome_name(scope->outcome), scope->date,
			     none);
	}
	if (jscan_date_is_set(facts->applied))
		tell(telling, JSCAN_EVENT_APPLICATION, NULL, facts->applied,
		     none);
	for (size_t i = 0; i < facts->outcome_count; i++)
		tell_outcome(telling, &facts->outcomes[i]);
	for (size_t i = 0; i < facts->reopened_count; i++)
		tell(telling, JSCAN_EVENT_NOTE, "reopened",
		     facts->reopened[i].date, facts->date);
	tell_words(telling);
}

void jscan_stages_add(struct jscan_stages *stages,
		      const struct jscan_stages_state *state,
		      struct jscan_arena *scratch)
{
	struct telling telling = {
		.stages = stages, .state = state, .scratch = scratch};
	struct jscan_groups groups;

	jscan_groups_make(&groups, state->facts, state->count, state->until,
			  scratch);
	for (size_t i = 0; i < groups.count; i++) {
		const struct jscan_group *group = &groups.items[i];

		if (!group->company)
			continue;
		telling.history = find_history(stages, group, scratch);
		telling.history->company = group->company;
		telling.history->role = group->role;
		for (size_t j = 0; j < group->entry_count; j++) {
			telling.facts = group->entries[j];
			tell_entry(&telling);
		}
	}
	stages->states++;
	if (!state->is_main)
		return;
	stages->days =
		jscan_arena_grow(stages->arena, stages->days,
				 stages->main_count, sizeof(*stages->days));
	stages->main =
		jscan_arena_grow(stages->arena, stages->main,
				 stages->main_count, sizeof(*stages->main));
	stages->main[stages->main_count] = stages->states - 1;
	stages->days[stages->main_count++] = state->seen;
}

void jscan_stages_set_state(struct jscan_stages *stages,
			    const struct jscan_application *application,
			    struct jscan_arena *scratch)
{
	const char *key;
	size_t slot;

	if (!application->company || !stages->slot_count)
		return;
	key = jscan_arena_printf(
		scratch, "%s\n%s",
		jscan_company_fold(scratch, application->company),
		application->role ? jscan_role_fold(scratch, application->role)
				  : "");
	slot = *find_slot(stages, key);
	if (slot)
		stages->items[slot - 1].state = application->state;
}

/* The day of the first state of the main line that does not have it. */
static struct jscan_date find_gone(const struct jscan_stages *stages,
				   const struct stage *stage)
{
	static const struct jscan_date none;
	size_t next = stage->last + 1;

	if (stage->last == NEVER) {
		/* On a side branch alone: the next state has it not. */
		for (next = 0; next < stages->main_count &&
			       jscan_date_compare(stages->days[next],
						  stage->shown.seen) < 0;)
			next++;
		if (next == stages->main_count)
			return stage->shown.seen;
	}
	return next < stages->main_count ? stages->days[next] : none;
}

/* Another that was told of the same day before, and no longer is. */
static bool is_instead(const struct history *history, const struct stage *stage,
		       const size_t *main)
{
	for (size_t i = 0; i < history->count; i++) {
		const struct stage *other = &history->stages[i];

		if (other->shown.type == stage->shown.type &&
		    other->first < stage->first &&
		    !jscan_date_compare(other->said, stage->said) &&
		    (other->last == NEVER || main[other->last] < stage->first))
			return true;
	}
	return false;
}

static struct jscan_date find_day(const struct jscan_stages *stages,
				  const struct history *history,
				  const struct stage *stage)
{
	bool is_old = stage->first == history->first;

	if (jscan_date_is_set(stage->said))
		return is_instead(history, stage, stages->main)
			       ? stage->shown.seen
			       : stage->said;
	return is_old && jscan_date_is_set(stage->about) ? stage->about
							 : stage->shown.seen;
}

static int compare_stages(const void *left, const void *right)
{
	const struct stage *a = left, *b = right;
	int order = jscan_date_compare(a->shown.date, b->shown.date);

	if (!order)
		order = (a->first > b->first) - (a->first < b->first);
	if (!order)
		order = (int)a->shown.type - (int)b->shown.type;
	return order ? order : strcmp(a->key, b->key);
}

static void list_stages(struct jscan_log_application *out,
			const struct jscan_stages *stages,
			struct history *history)
{
	struct jscan_log_stage *list =
		jscan_arena_array(stages->arena, history->count, sizeof(*list));

	for (size_t i = 0; i < history->count; i++) {
		struct stage *stage = &history->stages[i];

		stage->shown.date = find_day(stages, history, stage);
		stage->shown.gone = find_gone(stages, stage);
	}
	if (history->count)
		qsort(history->stages, history->count, sizeof(*history->stages),
		      compare_stages);
	for (size_t i = 0; i < history->count; i++)
		list[i] = history->stages[i].shown;
	out->company = history->company;
	out->role = history->role;
	out->state = history->state;
	out->stages = list;
	out->stage_count = history->count;
}

static int compare_texts(const char *a, const char *b)
{
	return strcmp(a ? a : "", b ? b : "");
}

static int compare_applications(const void *left, const void *right)
{
	const struct jscan_log_application *a = left, *b = right;
	int order = compare_texts(a->company, b->company);

	return order ? order : compare_texts(a->role, b->role);
}

void jscan_stages_list(struct jscan_log *out, struct jscan_stages *stages)
{
	struct jscan_log_application *list =
		jscan_arena_array(stages->arena, stages->count, sizeof(*list));

	for (size_t i = 0; i < stages->count; i++)
		list_stages(&list[i], stages, &stages->items[i]);
	if (stages->count)
		qsort(list, stages->count, sizeof(*list), compare_applications);
	out->applications = list;
	out->application_count = stages->count;
}
