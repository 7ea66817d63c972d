/*
 * How often each weakness showed, and whether it grows: trends look at the
 * order of all interviews of the journal.
 */
#include "plan/weakness.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/date.h"

#define RECENT	5  /* interviews whose rate is compared … */
#define EARLIER 10 /* … with that of up to so many before them */
#define FEWEST	3  /* below so many before, everything is new */

struct shown { /* one weakness in one interview, or entry */
	const struct jscan_shown *from;
	/* Number of the interview in time; past all of these, of the entry. */
	size_t unit;
};

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
	return order ? order
		     : (a->sitting > b->sitting) - (a->sitting < b->sitting);
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
	size_t *ends =
		jscan_arena_array(&sum->scratch, categories + 1, sizeof(*ends));
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
			out->sittings[orders[number++]] = parts[i]->sittings[j];
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
	dated = jscan_arena_array(&sum->scratch, sum->held_count,
				  sizeof(*dated));
	orders = jscan_arena_array(&sum->scratch, sum->held_count,
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
