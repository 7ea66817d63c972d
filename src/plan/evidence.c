/*
 * Which interview each weakness showed in, how often, and whether it grows.
 *
 * Evidence belongs to the interview or mock of its entry or heading, else to
 * the application's last one on or before its date, else to the entry.  Trends
 * look at the order of all interviews of the journal.
 */
#include "plan/evidence.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/date.h"

#define RECENT	5  /* interviews whose rate is compared … */
#define EARLIER 10 /* … with that of up to so many before them */
#define FEWEST	3  /* below so many before, everything is new */

struct held { /* an interview or mock that took place */
	const struct jscan_moment *moment;
};

struct shown { /* one weakness in one interview, or entry */
	const struct jscan_shown *from;
	/* Number of the interview in time; past all of these, of the entry. */
	size_t unit;
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
	struct jscan_findings *out;
};

static bool is_sitting(const struct jscan_moment *moment)
{
	return moment->kind == JSCAN_MOMENT_INTERVIEW ||
	       moment->kind == JSCAN_MOMENT_MOCK;
}

/* What the report says of one. */
static struct jscan_sitting describe(const struct jscan_timeline *timeline,
				     const struct jscan_moment *moment)
{
	struct jscan_sitting sitting = {
		.date = moment->date,
		.company = timeline->group->company,
		.role = timeline->group->role,
		.what = moment->words,
		.is_mock = moment->kind == JSCAN_MOMENT_MOCK,
		.path = moment->facts->path,
		.line = moment->line};

	return sitting;
}

static void add_arranged(struct work *work,
			 const struct jscan_timeline *timeline,
			 const struct jscan_moment *moment)
{
	struct jscan_findings *out = work->out;

	out->arranged = jscan_arena_grow(work->arena, out->arranged,
					 out->arranged_count,
					 sizeof(*out->arranged));
	out->arranged[out->arranged_count++] = describe(timeline, moment);
}

/* All interviews and mocks held, and those arranged. */
static void gather_held(struct work *work)
{
	struct jscan_findings *out = work->out;

	work->first_held = jscan_arena_array(
		&work->scratch, work->groups->count + 1, sizeof(size_t));
	for (size_t i = 0; i < work->groups->count; i++) {
		const struct jscan_timeline *timeline = &work->timelines[i];

		work->first_held[i] = work->held_count;
		for (size_t j = 0; j < timeline->count; j++) {
			const struct jscan_moment *m = &timeline->moments[j];

			if (!is_sitting(m))
				continue;
			if (!jscan_timeline_is_past(timeline, m->date)) {
				add_arranged(work, timeline, m);
				continue;
			}
			work->held = jscan_arena_grow(
				&work->scratch, work->held, work->held_count,
				sizeof(*work->held));
			out->sittings = jscan_arena_grow(
				work->arena, out->sittings, work->held_count,
				sizeof(*out->sittings));
			out->sittings[work->held_count] =
				describe(timeline, m);
			work->held[work->held_count++].moment = m;
		}
	}
	out->sitting_count = work->held_count;
	work->first_held[work->groups->count] = work->held_count;
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

static void add_assessment(struct work *work,
			   const struct jscan_assessment *assessment)
{
	struct jscan_findings *out = work->out;

	if (work->is_brief)
		return;
	out->assessments =
		jscan_arena_grow(work->arena, out->assessments,
				 out->assessment_count, sizeof(*assessment));
	out->assessments[out->assessment_count++] = *assessment;
}

/* In an interview, or else in the note of the facts at `index`. */
static void add_shown(struct work *work, unsigned category,
		      const struct jscan_assessment *assessment,
		      const struct held *held, size_t index)
{
	struct jscan_findings *out = work->out;
	struct jscan_shown *shown;

	out->shown = jscan_arena_grow(work->arena, out->shown, out->shown_count,
				      sizeof(*shown));
	shown = &out->shown[out->shown_count++];
	shown->category = category;
	shown->is_held = held != NULL;
	shown->unit = (unsigned)(held ? (size_t)(held - work->held) : index);
	shown->date = held ? held->moment->date : assessment->date;
	shown->path = assessment->path;
	shown->line = assessment->line;
	shown->text = assessment->text;
}

static void add_fact(struct work *work, size_t index,
		     const struct jscan_assessment_fact *fact)
{
	const struct jscan_facts *facts = &work->facts[index];
	unsigned scope = jscan_timeline_resolve(facts, fact->scope, work->as_of);
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
	const struct held *held = NULL;

	add_assessment(work, &assessment);
	if (fact->polarity != JSCAN_WEAKNESS ||
	    (jscan_date_is_set(date) &&
	     jscan_date_compare(date, work->as_of) > 0))
		return;
	if (jscan_date_is_set(date))
		held = find_held(work, work->groups->group_of[index], date,
				 facts->scopes[scope].type);
	add_shown(work, fact->category, &assessment, held, index);
}

/* A thank-you that never came is evidence too. */
static void add_lapsed_thanks(struct work *work, const struct jscan_item *item,
			      unsigned category)
{
	size_t group = (size_t)(item->timeline - work->timelines);
	struct jscan_assessment assessment = {
		.path = item->facts->path,
		.line = item->line,
		.weakness = jscan_lexicon_get_category(work->lexicon, category)
				    ->id,
		.polarity = JSCAN_WEAKNESS,
		.source = JSCAN_FROM_RULE,
		.text = "no thank-you is noted for this interview",
		.date = item->fact_date,
		.company = item->timeline->group->company};
	const struct held *held = find_held(work, group, item->fact_date,
					    JSCAN_EVENT_INTERVIEW);

	add_assessment(work, &assessment);
	if (held)
		add_shown(work, category, &assessment, held, 0);
}

/* Evidence of many parts put together. */
struct sum {
	struct jscan_arena *arena;  /* of the result */
	struct jscan_arena scratch; /* of the rest */
	const struct jscan_lexicon *lexicon;
	struct jscan_weaknesses *out;
	size_t held_count;
	struct shown *shown;
	size_t shown_count;
	unsigned *seen; /* by unit: the last category that it showed, + 1 */
};

/* In how many interviews of those that a trend looks at a weakness showed. */
struct rate {
	size_t recent;
	size_t before;
};

static size_t recent_from(const struct sum *sum)
{
	return sum->held_count > RECENT ? sum->held_count - RECENT : 0;
}

/* How many interviews the recent ones are compared with. */
static size_t count_earlier(const struct sum *sum)
{
	size_t recent = recent_from(sum);

	return recent > EARLIER ? EARLIER : recent;
}

static void count_unit(struct rate *rate, const struct sum *sum, size_t unit)
{
	size_t recent = recent_from(sum);

	if (unit >= sum->held_count)
		return; /* an entry of its own: no interview */
	if (unit >= recent)
		rate->recent++;
	else if (unit >= recent - count_earlier(sum))
		rate->before++;
}

/* Rates as exact fractions: recent of RECENT against before of so many. */
static enum jscan_trend find_trend(const struct sum *sum,
				   const struct rate *rate)
{
	long n = (long)count_earlier(sum), change;

	if (n < FEWEST)
		return JSCAN_TREND_NEW;
	/* recent/5 - before/n >= 1/5, multiplied by 5n */
	change = (long)rate->recent * n - (long)rate->before * RECENT;
	if (change >= n)
		return JSCAN_TREND_WORSE;
	return change <= -n ? JSCAN_TREND_BETTER : JSCAN_TREND_STEADY;
}

struct witness { /* a piece of evidence on its way to its place */
	struct jscan_place place;
	size_t sitting;
};

static int compare_witnesses(const void *left, const void *right)
{
	const struct witness *a = left, *b = right;
	int order = strcmp(a->place.path, b->place.path);

	if (!order)
		order = (a->place.line > b->place.line) -
			(a->place.line < b->place.line);
	if (!order)
		order = strcmp(a->place.text, b->place.text);
	return order ? order : (a->sitting > b->sitting) -
				       (a->sitting < b->sitting);
}

/* A witness with the first bytes of its path, which mostly decide. */
struct ranked {
	uint64_t first, second; /* as numbers in the order of the bytes */
	const struct witness *witness;
};

static int compare_ranked(const void *left, const void *right)
{
	const struct ranked *a = left, *b = right;

	if (a->first != b->first)
		return a->first < b->first ? -1 : 1;
	if (a->second != b->second)
		return a->second < b->second ? -1 : 1;
	return compare_witnesses(a->witness, b->witness);
}

static uint64_t read_word(const unsigned char *bytes)
{
	uint64_t word = 0;

	for (int i = 0; i < 8; i++)
		word = word << 8 | bytes[i];
	return word;
}

static struct ranked *sort_witnesses(const struct witness *witnesses,
				     size_t count, struct jscan_arena *arena)
{
	struct ranked *ranked =
		jscan_arena_array(arena, count, sizeof(*ranked));
	bool is_sorted = true;

	for (size_t i = 0; i < count; i++) {
		const char *path = witnesses[i].place.path;
		unsigned char start[16] = {0};

		memcpy(start, path, strnlen(path, sizeof(start)));
		ranked[i].first = read_word(start);
		ranked[i].second = read_word(start + 8);
		ranked[i].witness = &witnesses[i];
		if (i && compare_ranked(&ranked[i - 1], &ranked[i]) > 0)
			is_sorted = false;
	}
	if (!is_sorted)
		qsort(ranked, count, sizeof(*ranked), compare_ranked);
	return ranked;
}

/* The evidence of a weakness in the order of its places. */
static void add_witnesses(struct jscan_weakness *weakness,
			  const struct witness *witnesses, size_t count,
			  struct jscan_arena *scratch,
			  struct jscan_arena *arena)
{
	const struct ranked *ranked = sort_witnesses(witnesses, count, scratch);
	struct jscan_place *places =
		jscan_arena_array(arena, count, sizeof(*places));
	size_t *sittings = jscan_arena_array(arena, count, sizeof(*sittings));

	for (size_t i = 0; i < count; i++) {
		places[i] = ranked[i].witness->place;
		sittings[i] = ranked[i].witness->sitting;
	}
	weakness->evidence.items = places;
	weakness->evidence.count = count;
	weakness->sittings = sittings;
}

static bool is_new_unit(struct sum *sum, const struct shown *shown)
{
	bool is_new = sum->seen[shown->unit] != shown->from->category + 1;

	sum->seen[shown->unit] = shown->from->category + 1;
	return is_new;
}

/* The weakness of one category, of which `shown` holds all there is. */
static void add_weakness(struct sum *sum, const struct shown *const *shown,
			 size_t count)
{
	struct jscan_weaknesses *out = sum->out;
	const struct jscan_category *category = jscan_lexicon_get_category(
		sum->lexicon, shown[0]->from->category);
	struct witness *witnesses =
		jscan_arena_array(&sum->scratch, count, sizeof(*witnesses));
	struct jscan_weakness weakness = {.id = category->id,
					  .title = category->title,
					  .source = category->source,
					  .of = (unsigned)sum->held_count,
					  .questions = category->questions,
					  .advice = category->advice};
	struct rate rate = {0, 0};

	for (size_t i = 0; i < count; i++) {
		const struct jscan_shown *from = shown[i]->from;

		witnesses[i].place.path = from->path;
		witnesses[i].place.line = from->line;
		witnesses[i].place.text = from->text;
		witnesses[i].sitting =
			from->is_held ? shown[i]->unit : SIZE_MAX;
		if (is_new_unit(sum, shown[i])) {
			weakness.interviews++;
			count_unit(&rate, sum, shown[i]->unit);
		}
		if (!jscan_date_is_set(from->date))
			continue;
		if (!jscan_date_is_set(weakness.first) ||
		    jscan_date_compare(from->date, weakness.first) < 0)
			weakness.first = from->date;
		weakness.last = jscan_date_max(weakness.last, from->date);
	}
	add_witnesses(&weakness, witnesses, count, &sum->scratch, sum->arena);
	weakness.is_recurring = weakness.interviews >= 2;
	weakness.trend = find_trend(sum, &rate);
	out->items = jscan_arena_grow(sum->arena, out->items, out->count,
				      sizeof(weakness));
	out->items[out->count++] = weakness;
}

static int compare_weaknesses(const void *left, const void *right)
{
	const struct jscan_weakness *a = left, *b = right;

	if (a->interviews != b->interviews)
		return a->interviews > b->interviews ? -1 : 1;
	return strcmp(a->id, b->id);
}

/* What was shown, category by category, otherwise in the order of the notes. */
static void add_weaknesses(struct sum *sum, size_t unit_count)
{
	struct jscan_weaknesses *out = sum->out;
	size_t categories = jscan_lexicon_category_count(sum->lexicon);
	size_t *ends = jscan_arena_array(&sum->scratch, categories + 1,
					 sizeof(*ends));
	const struct shown **shown = jscan_arena_array(
		&sum->scratch, sum->shown_count, sizeof(struct shown *));

	sum->seen = jscan_arena_array(&sum->scratch, unit_count,
				      sizeof(*sum->seen));
	for (size_t i = 0; i < sum->shown_count; i++)
		ends[sum->shown[i].from->category + 1]++;
	for (size_t i = 0; i < categories; i++)
		ends[i + 1] += ends[i];
	for (size_t i = 0; i < sum->shown_count; i++)
		shown[ends[sum->shown[i].from->category]++] = &sum->shown[i];
	for (size_t i = 0, start = 0; i < categories; start = ends[i++]) {
		if (ends[i] > start)
			add_weakness(sum, &shown[start], ends[i] - start);
	}
	if (out->count)
		qsort(out->items, out->count, sizeof(*out->items),
		      compare_weaknesses);
}

static int compare_sittings(const void *left, const void *right)
{
	const struct jscan_sitting *a = left, *b = right;
	int order = jscan_date_compare(a->date, b->date);

	if (!order)
		order = strcmp(a->path, b->path);
	return order ? order : (a->line > b->line) - (a->line < b->line);
}

/* Those of all parts, the held ones where `orders` puts them. */
static void join_sittings(struct sum *sum, const size_t *orders,
			  const struct jscan_findings *const *parts,
			  size_t count)
{
	struct jscan_weaknesses *out = sum->out;
	size_t number = 0, at = 0;

	out->sittings = jscan_arena_array(sum->arena, sum->held_count,
					  sizeof(*out->sittings));
	out->sitting_count = sum->held_count;
	for (size_t i = 0; i < count; i++)
		out->arranged_count += parts[i]->arranged_count;
	out->arranged = jscan_arena_array(sum->arena, out->arranged_count,
					  sizeof(*out->arranged));
	for (size_t i = 0; i < count; i++) {
		for (size_t j = 0; j < parts[i]->sitting_count; j++)
			out->sittings[orders[number++]] =
				parts[i]->sittings[j];
		for (size_t j = 0; j < parts[i]->arranged_count; j++)
			out->arranged[at++] = parts[i]->arranged[j];
	}
	if (at)
		qsort(out->arranged, at, sizeof(*out->arranged),
		      compare_sittings);
}

/* A sitting of any part; those of one day stay in the order of the parts. */
struct dated {
	struct jscan_date date;
	size_t number;
};

static int compare_dated(const void *left, const void *right)
{
	const struct dated *a = left, *b = right;
	int order = jscan_date_compare(a->date, b->date);

	return order ? order
		     : (a->number > b->number) - (a->number < b->number);
}

/* By number of a sitting its place in time. */
static size_t *find_orders(struct sum *sum,
			   const struct jscan_findings *const *parts,
			   size_t count)
{
	struct dated *dated;
	size_t *orders, number = 0;

	for (size_t i = 0; i < count; i++)
		sum->held_count += parts[i]->sitting_count;
	dated = jscan_arena_array(&sum->scratch, sum->held_count, sizeof(*dated));
	orders =
		jscan_arena_array(&sum->scratch, sum->held_count,
				   sizeof(*orders));
	for (size_t i = 0; i < count; i++) {
		for (size_t j = 0; j < parts[i]->sitting_count; j++) {
			dated[number].date = parts[i]->sittings[j].date;
			dated[number].number = number;
			number++;
		}
	}
	if (number)
		qsort(dated, number, sizeof(*dated), compare_dated);
	for (size_t i = 0; i < number; i++)
		orders[dated[i].number] = i;
	join_sittings(sum, orders, parts, count);
	return orders;
}

void jscan_weaknesses_sum(struct jscan_weaknesses *out,
			  const struct jscan_findings *const *parts,
			  size_t count, const struct jscan_lexicon *lexicon,
			  struct jscan_arena *arena)
{
	struct sum sum = {.arena = arena, .lexicon = lexicon, .out = out};
	size_t first = 0, own, most = 0;
	const size_t *orders;

	memset(out, 0, sizeof(*out));
	jscan_arena_init(&sum.scratch);
	orders = find_orders(&sum, parts, count);
	own = sum.held_count;
	for (size_t i = 0; i < count; i++)
		most += parts[i]->shown_count;
	sum.shown = jscan_arena_array(&sum.scratch, most, sizeof(*sum.shown));
	for (size_t i = 0; i < count; i++) {
		const struct jscan_findings *part = parts[i];

		for (size_t j = 0; j < part->shown_count; j++) {
			const struct jscan_shown *from = &part->shown[j];
			struct shown *to = &sum.shown[sum.shown_count++];

			to->from = from;
			to->unit = from->is_held ? orders[first + from->unit]
						 : own + from->unit;
		}
		first += part->sitting_count;
		own += part->note_count;
	}
	add_weaknesses(&sum, own);
	jscan_arena_release(&sum.scratch);
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

void jscan_evidence_make(struct jscan_findings *out,
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
	out->note_count = (unsigned)input->count;
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
	if (out->assessment_count)
		qsort(out->assessments, out->assessment_count,
		      sizeof(*out->assessments), compare_assessments);
	jscan_arena_release(&work.scratch);
}
