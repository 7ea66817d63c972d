/*
 * Which interview each weakness showed in, how often, and whether it grows.
 *
 * Evidence belongs to the interview or mock of its entry or heading, else to
 * the application's last one on or before its date, else to the entry.  Trends
 * look at the order of all interviews of the journal.
 */
#include "plan/evidence.h"

#include <stdlib.h>
#include <string.h>

#include "base/date.h"

#define RECENT	5  /* interviews whose rate is compared … */
#define EARLIER 10 /* … with that of up to so many before them */
#define FEWEST	3  /* below so many before, everything is new */

struct held { /* an interview or mock that took place */
	const struct jscan_timeline *timeline;
	const struct jscan_moment *moment;
	size_t order; /* in time, over the whole journal */
};

struct shown { /* one weakness in one interview, or entry */
	struct jscan_place place;
	/* Number of the interview; past all of these, that of the entry. */
	size_t unit;
	struct jscan_date date; /* of the unit */
	unsigned category;
};

struct work {
	struct jscan_arena *arena;  /* of the result */
	struct jscan_arena scratch; /* of the rest */
	bool is_brief;		    /* assessments are not wanted */
	const struct jscan_facts *facts;
	const struct jscan_groups *groups;
	const struct jscan_timeline *timelines;
	const struct jscan_lexicon *lexicon;
	struct jscan_date as_of;
	struct held *held; /* by timeline, then date */
	size_t held_count;
	size_t *first_held; /* by timeline: where its own start */
	struct jscan_evidence_result *out;
	struct shown *shown;
	size_t shown_count;
	unsigned *seen; /* by unit: the last category that it showed, + 1 */
};

static bool is_sitting(const struct jscan_moment *moment)
{
	return moment->kind == JSCAN_MOMENT_INTERVIEW ||
	       moment->kind == JSCAN_MOMENT_MOCK;
}

static int compare_by_time(const void *left, const void *right)
{
	const struct held *a = *(struct held *const *)left;
	const struct held *b = *(struct held *const *)right;
	int order = jscan_date_compare(a->moment->date, b->moment->date);

	return order ? order : (a > b) - (a < b);
}

/* All interviews and mocks held, and their order in time. */
static void gather_held(struct work *work)
{
	struct held **by_time;

	work->first_held = jscan_arena_array(
		&work->scratch, work->groups->count + 1, sizeof(size_t));
	for (size_t i = 0; i < work->groups->count; i++) {
		const struct jscan_timeline *timeline = &work->timelines[i];

		work->first_held[i] = work->held_count;
		for (size_t j = 0; j < timeline->count; j++) {
			const struct jscan_moment *m = &timeline->moments[j];

			if (!is_sitting(m) ||
			    !jscan_timeline_is_past(timeline, m->date))
				continue;
			work->held = jscan_arena_grow(
				&work->scratch, work->held, work->held_count,
				sizeof(*work->held));
			work->held[work->held_count].timeline = timeline;
			work->held[work->held_count++].moment = m;
		}
	}
	work->first_held[work->groups->count] = work->held_count;
	by_time = jscan_arena_array(&work->scratch, work->held_count,
				    sizeof(struct held *));
	for (size_t i = 0; i < work->held_count; i++)
		by_time[i] = &work->held[i];
	if (work->held_count)
		qsort((void *)by_time, work->held_count, sizeof(*by_time),
		      compare_by_time);
	for (size_t i = 0; i < work->held_count; i++)
		by_time[i]->order = i;
}

/* The interview or mock of that very day, else the last before; or NULL. */
static const struct held *find_held(const struct work *work, size_t group,
				    struct jscan_date date,
				    enum jscan_event_type type)
{
	size_t low = work->first_held[group];
	size_t first = low, high = work->first_held[group + 1];
	const struct held *found;

	while (low < high) { /* the first after the day */
		size_t middle = low + (high - low) / 2;

		if (jscan_date_compare(work->held[middle].moment->date, date) <=
		    0)
			low = middle + 1;
		else
			high = middle;
	}
	if (low == first)
		return NULL;
	found = &work->held[low - 1];
	/* An interview and a mock on one day: the one that it is said of. */
	if (low - 1 > first && found->moment->kind == JSCAN_MOMENT_MOCK &&
	    type == JSCAN_EVENT_INTERVIEW &&
	    !jscan_date_compare(found[-1].moment->date, found->moment->date))
		found--;
	return found;
}

static void add_shown(struct work *work, struct shown shown)
{
	work->shown = jscan_arena_grow(&work->scratch, work->shown,
				       work->shown_count, sizeof(shown));
	work->shown[work->shown_count++] = shown;
}

static void add_assessment(struct work *work,
			   const struct jscan_assessment *assessment)
{
	struct jscan_evidence_result *out = work->out;

	if (work->is_brief)
		return;
	out->assessments =
		jscan_arena_grow(work->arena, out->assessments,
				 out->assessment_count, sizeof(*assessment));
	out->assessments[out->assessment_count++] = *assessment;
}

static void add_fact(struct work *work, size_t index,
		     const struct jscan_assessment_fact *fact)
{
	const struct jscan_facts *facts = &work->facts[index];
	unsigned scope =
		jscan_timeline_resolve(facts, fact->scope, work->as_of);
	struct jscan_date date = facts->scopes[scope].date;
	struct jscan_assessment assessment = {
		.path = facts->path,
		.line = fact->line,
		.weakness = jscan_lexicon_get_category(work->lexicon,
						       fact->category)
				    ->id,
		.polarity = fact->polarity,
		.source = fact->source,
		.text = fact->text,
		.date = date,
		.company = facts->company};
	struct shown shown = {.place = {facts->path, fact->line, fact->text},
			      .category = fact->category,
			      .date = date};
	const struct held *held = NULL;

	add_assessment(work, &assessment);
	if (fact->polarity != JSCAN_WEAKNESS ||
	    (jscan_date_is_set(date) &&
	     jscan_date_compare(date, work->as_of) > 0))
		return;
	if (jscan_date_is_set(date))
		held = find_held(work, work->groups->group_of[index], date,
				 facts->scopes[scope].type);
	shown.unit = held ? held->order : work->held_count + index;
	if (held)
		shown.date = held->moment->date;
	add_shown(work, shown);
}

/* A thank-you that never came is evidence too. */
static void add_lapsed_thanks(struct work *work, const struct jscan_item *item,
			      unsigned category)
{
	size_t group = (size_t)(item->timeline - work->timelines);
	struct jscan_assessment assessment = {
		.path = item->facts->path,
		.line = item->line,
		.weakness =
			jscan_lexicon_get_category(work->lexicon, category)->id,
		.polarity = JSCAN_WEAKNESS,
		.source = JSCAN_FROM_RULE,
		.text = "no thank-you is noted for this interview",
		.date = item->fact_date,
		.company = item->timeline->group->company};
	const struct held *held =
		find_held(work, group, item->fact_date, JSCAN_EVENT_INTERVIEW);
	struct shown shown = {
		.place = {assessment.path, assessment.line, assessment.text},
		.category = category,
		.date = item->fact_date};

	add_assessment(work, &assessment);
	if (!held)
		return;
	shown.unit = held->order;
	add_shown(work, shown);
}

/* In how many interviews of those that a trend looks at a weakness showed. */
struct rate {
	size_t recent;
	size_t before;
};

static size_t recent_from(const struct work *work)
{
	return work->held_count > RECENT ? work->held_count - RECENT : 0;
}

/* How many interviews the recent ones are compared with. */
static size_t count_earlier(const struct work *work)
{
	size_t recent = recent_from(work);

	return recent > EARLIER ? EARLIER : recent;
}

static void count_unit(struct rate *rate, const struct work *work, size_t unit)
{
	size_t recent = recent_from(work);

	if (unit >= work->held_count)
		return; /* an entry of its own: no interview */
	if (unit >= recent)
		rate->recent++;
	else if (unit >= recent - count_earlier(work))
		rate->before++;
}

/* Rates as exact fractions: recent of RECENT against before of so many. */
static enum jscan_trend find_trend(const struct work *work,
				   const struct rate *rate)
{
	long n = (long)count_earlier(work), change;

	if (n < FEWEST)
		return JSCAN_TREND_NEW;
	/* recent/5 - before/n >= 1/5, multiplied by 5n */
	change = (long)rate->recent * n - (long)rate->before * RECENT;
	if (change >= n)
		return JSCAN_TREND_WORSE;
	return change <= -n ? JSCAN_TREND_BETTER : JSCAN_TREND_STEADY;
}

static int compare_places(const void *left, const void *right)
{
	const struct jscan_place *a = left, *b = right;
	int order = strcmp(a->path, b->path);

	if (!order)
		order = (a->line > b->line) - (a->line < b->line);
	return order ? order : strcmp(a->text, b->text);
}

/* They mostly are in order already, as the notes were. */
static void sort_places(struct jscan_place *places, size_t count)
{
	for (size_t i = 1; i < count; i++) {
		if (compare_places(&places[i - 1], &places[i]) > 0) {
			qsort(places, count, sizeof(*places), compare_places);
			return;
		}
	}
}

static bool is_new_unit(struct work *work, const struct shown *shown)
{
	bool is_new = work->seen[shown->unit] != shown->category + 1;

	work->seen[shown->unit] = shown->category + 1;
	return is_new;
}

/* The weakness of one category, of which `shown` holds all there is. */
static void add_weakness(struct work *work, const struct shown *const *shown,
			 size_t count)
{
	struct jscan_evidence_result *out = work->out;
	const struct jscan_category *category =
		jscan_lexicon_get_category(work->lexicon, shown[0]->category);
	struct jscan_place *places =
		jscan_arena_array(work->arena, count, sizeof(*places));
	struct jscan_weakness weakness = {.id = category->id,
					  .title = category->title,
					  .source = category->source,
					  .of = (unsigned)work->held_count,
					  .questions = category->questions,
					  .advice = category->advice};
	struct rate rate = {0, 0};

	for (size_t i = 0; i < count; i++) {
		places[i] = shown[i]->place;
		if (is_new_unit(work, shown[i])) {
			weakness.interviews++;
			count_unit(&rate, work, shown[i]->unit);
		}
		if (!jscan_date_is_set(shown[i]->date))
			continue;
		if (!jscan_date_is_set(weakness.first) ||
		    jscan_date_compare(shown[i]->date, weakness.first) < 0)
			weakness.first = shown[i]->date;
		weakness.last = jscan_date_max(weakness.last, shown[i]->date);
	}
	sort_places(places, count);
	weakness.evidence.items = places;
	weakness.evidence.count = count;
	weakness.is_recurring = weakness.interviews >= 2;
	weakness.trend = find_trend(work, &rate);
	out->weaknesses =
		jscan_arena_grow(work->arena, out->weaknesses,
				 out->weakness_count, sizeof(weakness));
	out->weaknesses[out->weakness_count++] = weakness;
}

static int compare_weaknesses(const void *left, const void *right)
{
	const struct jscan_weakness *a = left, *b = right;

	if (a->interviews != b->interviews)
		return a->interviews > b->interviews ? -1 : 1;
	return strcmp(a->id, b->id);
}

/* What was shown, category by category, otherwise in the order of the notes. */
static void add_weaknesses(struct work *work, size_t fact_count)
{
	struct jscan_evidence_result *out = work->out;
	size_t categories = jscan_lexicon_category_count(work->lexicon);
	size_t *ends = jscan_arena_array(&work->scratch, categories + 1,
					 sizeof(*ends));
	const struct shown **shown = jscan_arena_array(
		&work->scratch, work->shown_count, sizeof(struct shown *));

	work->seen =
		jscan_arena_array(&work->scratch, work->held_count + fact_count,
				  sizeof(*work->seen));
	for (size_t i = 0; i < work->shown_count; i++)
		ends[work->shown[i].category + 1]++;
	for (size_t i = 0; i < categories; i++)
		ends[i + 1] += ends[i];
	for (size_t i = 0; i < work->shown_count; i++)
		shown[ends[work->shown[i].category]++] = &work->shown[i];
	for (size_t i = 0, start = 0; i < categories; start = ends[i++]) {
		if (ends[i] > start)
			add_weakness(work, &shown[start], ends[i] - start);
	}
	if (out->weakness_count)
		qsort(out->weaknesses, out->weakness_count,
		      sizeof(*out->weaknesses), compare_weaknesses);
}

static int compare_assessments(const void *left, const void *right)
{
	const struct jscan_assessment *a = left, *b = right;
	int order = strcmp(a->path, b->path);

	if (!order)
		order = (a->line > b->line) - (a->line < b->line);
	if (!order)
		order = strcmp(a->weakness, b->weakness);
	if (!order)
		order = (int)a->source - (int)b->source;
	if (!order)
		order = (int)a->polarity - (int)b->polarity;
	return order ? order : strcmp(a->text, b->text);
}

void jscan_evidence_make(struct jscan_evidence_result *out,
			 const struct jscan_plan_input *input,
			 const struct jscan_groups *groups,
			 const struct jscan_timeline *timelines,
			 const struct jscan_followups *followups,
			 struct jscan_arena *arena)
{
	struct work work = {.arena = arena,
			    .is_brief = input->is_brief,
			    .facts = input->facts,
			    .groups = groups,
			    .timelines = timelines,
			    .lexicon = input->lexicon,
			    .as_of = input->as_of,
			    .out = out};
	int thanks =
		jscan_lexicon_find_category(input->lexicon, "thank-you", 9);

	memset(out, 0, sizeof(*out));
	jscan_arena_init(&work.scratch);
	gather_held(&work);
	for (size_t i = 0; i < input->count; i++) {
		const struct jscan_facts *facts = &input->facts[i];

		for (size_t j = 0; j < facts->assessment_count; j++)
			add_fact(&work, i, &facts->assessments[j]);
	}
	for (size_t i = 0; i < followups->lapsed_thanks_count && thanks >= 0;
	     i++)
		add_lapsed_thanks(&work, &followups->lapsed_thanks[i],
				  (unsigned)thanks);
	add_weaknesses(&work, input->count);
	if (out->assessment_count)
		qsort(out->assessments, out->assessment_count,
		      sizeof(*out->assessments), compare_assessments);
	jscan_arena_release(&work.scratch);
}
