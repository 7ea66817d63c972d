/*
 * When an application ended without the job, and how: its moves in order, and
 * then silence.  A later application, interview, offer or `reopened` opens it
 * again; till then a second ending changes nothing, save that any replaces `no
 * answer`.
 */
#include "plan/timeline.h"

#include "base/date.h"

/* What has been seen of the moves so far. */
struct progress {
	struct jscan_date last_opening; /* interview, reopened or application */
	const struct jscan_moment *last_move;
	const struct jscan_moment *last_interview;
	bool is_accepted;
};

static bool opens(enum jscan_moment_kind kind)
{
	return kind == JSCAN_MOMENT_APPLICATION ||
	       kind == JSCAN_MOMENT_INTERVIEW || kind == JSCAN_MOMENT_OFFER ||
	       kind == JSCAN_MOMENT_REOPENED;
}

static enum jscan_outcome ending(const struct jscan_moment *move)
{
	return move->kind == JSCAN_MOMENT_REJECTION ? JSCAN_OUTCOME_REJECTED
						    : move->outcome;
}

static void take_ending(struct jscan_timeline *timeline,
			const struct progress *progress,
			const struct jscan_moment *move)
{
	enum jscan_outcome how = ending(move);

	if (timeline->is_closed && timeline->state != JSCAN_OUTCOME_NO_ANSWER)
		return;
	if (timeline->is_closed && how == JSCAN_OUTCOME_NO_ANSWER)
		return;
	timeline->is_closed = true;
	timeline->state = how;
	timeline->closing = move;
	timeline->closed = move->date;
	if (how == JSCAN_OUTCOME_NO_ANSWER &&
	    jscan_date_is_set(progress->last_opening))
		timeline->closed = progress->last_opening;
}

static void take_move(struct jscan_timeline *timeline,
		      struct progress *progress,
		      const struct jscan_moment *move)
{
	progress->last_move = move;
	timeline->has_move = true;
	if (opens(move->kind)) {
		timeline->is_closed = false;
		timeline->closing = NULL;
		timeline->state = move->kind == JSCAN_MOMENT_OFFER
					  ? JSCAN_OUTCOME_OFFER
					  : JSCAN_OUTCOME_PENDING;
		if (move->kind == JSCAN_MOMENT_INTERVIEW &&
		    jscan_timeline_is_past(timeline, move->date))
			progress->last_interview = move;
		if (move->kind != JSCAN_MOMENT_OFFER)
			progress->last_opening = move->date;
	} else if (move->outcome == JSCAN_OUTCOME_ACCEPTED) {
		progress->is_accepted = true;
	} else {
		take_ending(timeline, progress, move);
	}
}

/* More than so many days went by without a touch, at some time since. */
static bool has_gap(const struct jscan_timeline *timeline,
		    struct jscan_date since, int days)
{
	struct jscan_date last = since;

	for (size_t i = 0; i < timeline->count; i++) {
		const struct jscan_moment *moment = &timeline->moments[i];

		if (moment->kind != JSCAN_MOMENT_TOUCH ||
		    jscan_date_compare(moment->date, since) < 0 ||
		    !jscan_timeline_is_past(timeline, moment->date))
			continue;
		if (jscan_date_days_between(last, moment->date) > days)
			return true;
		last = moment->date;
	}
	return jscan_date_days_between(last, timeline->as_of) > days;
}

static void close_silent(struct jscan_timeline *timeline,
			 const struct progress *progress,
			 const struct jscan_config *config)
{
	const struct jscan_moment *last = progress->last_move;
	struct jscan_date closed;
	bool is_silent = false;

	if (timeline->is_closed || !last)
		return;
	closed = last->date;
	if (last->kind == JSCAN_MOMENT_INTERVIEW ||
	    last->kind == JSCAN_MOMENT_REOPENED) {
		if (progress->last_interview)
			closed = jscan_date_max(
				closed, jscan_timeline_promised(
						timeline,
						progress->last_interview));
		is_silent = jscan_date_days_between(closed, timeline->as_of) >
			    config->silence_interview_days;
	} else if (last->kind == JSCAN_MOMENT_APPLICATION) {
		is_silent = has_gap(timeline, last->date,
				    config->silence_application_days);
	}
	if (!is_silent)
		return;
	timeline->is_closed = true;
	timeline->state = JSCAN_OUTCOME_NO_ANSWER;
	timeline->closed = closed;
	timeline->closing = last;
}

void jscan_timeline_close(struct jscan_timeline *timeline,
			  const struct jscan_config *config)
{
	struct progress progress = {0};

	timeline->state = JSCAN_OUTCOME_PENDING;
	for (size_t i = 0; i < timeline->count; i++) {
		const struct jscan_moment *moment = &timeline->moments[i];

		if (jscan_timeline_counts_as_move(timeline, moment))
			take_move(timeline, &progress, moment);
	}
	if (progress.is_accepted) {
		timeline->is_closed = false;
		timeline->closing = NULL;
		timeline->state = JSCAN_OUTCOME_ACCEPTED;
	} else {
		close_silent(timeline, &progress, config);
	}
	if (!timeline->is_closed)
		timeline->closed = jscan_date_make(0, 0, 0);
}
