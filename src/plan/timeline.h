/*
 * What happened in one application, as known on the day of the report: events,
 * touches and tasks in order, several of one kind on one day made one.
 */
#ifndef JSCAN_PLAN_TIMELINE_H
#define JSCAN_PLAN_TIMELINE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "config/config.h"
#include "facts/facts.h"
#include "model/application.h"

/* In the order that moves of one day have. */
enum jscan_moment_kind {
	JSCAN_MOMENT_APPLICATION,
	JSCAN_MOMENT_INTERVIEW,
	JSCAN_MOMENT_REJECTION,
	JSCAN_MOMENT_OFFER,
	JSCAN_MOMENT_OUTCOME, /* no answer, accepted, declined, withdrawn */
	JSCAN_MOMENT_REOPENED,
	/* from here on no moves */
	JSCAN_MOMENT_MOCK,
	JSCAN_MOMENT_FEEDBACK,
	JSCAN_MOMENT_TOUCH,
	JSCAN_MOMENT_NOTE
};

struct jscan_moment {
	struct jscan_date date;
	enum jscan_moment_kind kind;
	enum jscan_outcome outcome;  /* of an outcome */
	enum jscan_touch_kind touch; /* of a touch */
	bool is_assessed;	     /* of an interview or mock */
	const struct jscan_facts *facts; /* of the first that says it */
	unsigned scope;
	unsigned line;
	const char *words; /* or NULL */
	const struct jscan_moment *also; /* the same, told elsewhere; or NULL */
};

/* A task, or several with the same words and due date. */
struct jscan_todo {
	const struct jscan_task *task;	 /* the first */
	const struct jscan_facts *facts; /* that it stands in */
	const char *folded;		 /* its words */
	bool is_done;			 /* ticked on or before the day */
	struct jscan_date done_date;	 /* unset: not said */
	/* The event that it is said of, resolved. */
	struct jscan_date there;
	const struct jscan_todo *also; /* the same, told elsewhere; or NULL */
};

/* Something that they promised, in the order in which it was said. */
struct jscan_said_promise {
	struct jscan_date said;
	struct jscan_date date;
	size_t order;
	const struct jscan_facts *facts;
	unsigned line;
};

struct jscan_timeline {
	const struct jscan_group *group;
	struct jscan_date as_of;
	struct jscan_moment *moments; /* by date, kind; the undated left out */
	size_t count;
	struct jscan_todo *todos;
	size_t todo_count;
	struct jscan_said_promise *promises; /* by the day they were said */
	size_t promise_count;
	/* How it ended: see closing.c. */
	bool is_closed;
	struct jscan_date closed;
	enum jscan_outcome state;
	bool has_move; /* one that counts */
	const struct jscan_moment *closing; /* the move that closed it */
};

void jscan_timeline_make(struct jscan_timeline *out,
			 const struct jscan_group *group,
			 const struct jscan_config *config,
			 struct jscan_date as_of, struct jscan_arena *arena);

/*
 * The event of a note that something in `scope` is said of: of what stands
 * outside the dated interviews of a collection, the last held by `as_of`, else
 * the last.
 */
unsigned jscan_timeline_resolve(const struct jscan_facts *facts, unsigned scope,
				struct jscan_date as_of);

bool jscan_moment_is_move(const struct jscan_moment *moment);

/* A move that counts: past, or an arranged interview. */
bool jscan_timeline_counts_as_move(const struct jscan_timeline *timeline,
				   const struct jscan_moment *moment);

/* Held or happened: on or before the day of the report. */
bool jscan_timeline_is_past(const struct jscan_timeline *timeline,
			    struct jscan_date date);

/*
 * The day by which they promised to answer after the interview, as said last
 * before the next interview; unset when nobody did.
 */
struct jscan_date jscan_timeline_promised(const struct jscan_timeline *timeline,
					  const struct jscan_moment *interview);

/* Where they said so, NULL when nobody did; `interview` by its day. */
const struct jscan_said_promise *
jscan_timeline_find_promise(const struct jscan_timeline *timeline,
			    struct jscan_date interview);

/* Fills is_closed, closed, state and closing. */
void jscan_timeline_close(struct jscan_timeline *timeline,
			  const struct jscan_config *config);

#endif
