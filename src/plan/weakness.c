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
	uint32_t unit;
	uint32_t category;
	uint32_t rank; /* of its path among all */
	uint32_t line;
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
	size_t rank_count;
	bool has_notes;	   /* all parts know their notes: these are the ranks */
	unsigned *seen;	   /* by unit: the last category that it showed, + 1 */
	struct days *days; /* by category */
};

struct days { /* on which a weakness showed */
	struct jscan_date first;
	struct jscan_date last;
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

/* A path, with its first bytes, which mostly decide. */
struct ranked {
	uint64_t first, second; /* as numbers in the order of the bytes */
	const char *path;
	size_t number;
};

static int compare_ranked(const void *left, const void *right)
{
	const struct ranked *a = left, *b = right;

	if (a->first != b->first)
		return a->first < b->first ? -1 : 1;
	if (a->second != b->second)
		return a->second < b->second ? -1 : 1;
	return strcmp(a->path, b->path);
}

static uint64_t read_word(const unsigned char *bytes)
{
	uint64_t word = 0;

	for (int i = 0; i < 8; i++)
		word = word << 8 | bytes[i];
	return word;
}

static void add_path(struct ranked *out, const char *path, size_t number)
{
	unsigned char start[16] = {0};

	memcpy(start, path, strnlen(path, sizeof(start)));
	out->first = read_word(start);
	out->second = read_word(start + 8);
	out->path = path;
	out->number = number;
}

static bool is_next_path(const struct sum *sum, size_t i)
{
	return !i || sum->shown[i].from->path != sum->shown[i - 1].from->path;
}

/*
 * Gives each path its place among all.  What is shown stands note by note: to
 * compare each path with the one before it leaves few that have to be sorted.
 */
static void rank_paths(struct sum *sum)
{
	struct ranked *paths;
	uint32_t *ranks;
	size_t count = 0;

	sum->rank_count = 0;
	for (size_t i = 0; i < sum->shown_count; i++) {
		count += is_next_path(sum, i);
		sum->shown[i].rank = (uint32_t)count - 1;
	}
	paths = jscan_arena_array(&sum->scratch, count, sizeof(*paths));
	for (size_t i = 0; i < sum->shown_count; i++) {
		if (is_next_path(sum, i))
			add_path(&paths[sum->shown[i].rank],
				 sum->shown[i].from->path, sum->shown[i].rank);
	}
	if (count)
		qsort(paths, count, sizeof(*paths), compare_ranked);
	ranks = jscan_arena_array(&sum->scratch, count, sizeof(*ranks));
	for (size_t i = 0; i < count; i++) {
		if (!i || compare_ranked(&paths[i - 1], &paths[i]))
			sum->rank_count++;
		ranks[paths[i].number] = (uint32_t)sum->rank_count - 1;
	}
	for (size_t i = 0; i < sum->shown_count; i++)
		sum->shown[i].rank = ranks[sum->shown[i].rank];
}

/* In the order of their paths, otherwise in that of the notes. */
static const struct shown **sort_by_path(struct sum *sum)
{
	const struct shown **sorted = jscan_arena_array(
		&sum->scratch, sum->shown_count, sizeof(struct shown *));
	size_t *ends;

	if (!sum->has_notes)
		rank_paths(sum);
	ends = jscan_arena_array(&sum->scratch, sum->rank_count + 1,
				 sizeof(*ends));
	for (size_t i = 0; i < sum->shown_count; i++)
		ends[sum->shown[i].rank + 1]++;
	for (size_t i = 0; i < sum->rank_count; i++)
		ends[i + 1] += ends[i];
	for (size_t i = 0; i < sum->shown_count; i++)
		sorted[ends[sum->shown[i].rank]++] = &sum->shown[i];
	return sorted;
}

static size_t get_sitting(const struct shown *shown)
{
	return shown->from->is_held ? shown->unit : SIZE_MAX;
}

/* Of one path, by its lines. */
static int compare_lines(const void *left, const void *right)
{
	const struct shown *a = *(const struct shown *const *)left;
	const struct shown *b = *(const struct shown *const *)right;
	size_t x, y;
	int order;

	if (a->line != b->line)
		return a->line < b->line ? -1 : 1;
	order = strcmp(a->from->text, b->from->text);
	if (order)
		return order;
	x = get_sitting(a);
	y = get_sitting(b);
	return (x > y) - (x < y);
}

/* What is shown of each path, which is little, into the order of its lines. */
static void sort_lines(const struct shown **shown, size_t count)
{
	for (size_t i = 0, end; i < count; i = end) {
		bool is_sorted = true;

		for (end = i + 1;
		     end < count && shown[end]->rank == shown[i]->rank; end++) {
			if (compare_lines(&shown[end - 1], &shown[end]) > 0)
				is_sorted = false;
		}
		if (!is_sorted)
			qsort(shown + i, end - i, sizeof(struct shown *),
			      compare_lines);
	}
}

/* The evidence of a weakness in the order of its places. */
static void add_evidence(struct jscan_weakness *weakness,
			 const struct shown **shown, size_t count,
			 struct jscan_arena *arena)
{
	struct jscan_place *places =
		jscan_arena_array(arena, count, sizeof(*places));
	size_t *sittings = jscan_arena_array(arena, count, sizeof(*sittings));

	sort_lines(shown, count);
	for (size_t i = 0; i < count; i++) {
		places[i].path = shown[i]->from->path;
		places[i].line = shown[i]->from->line;
		places[i].text = shown[i]->from->text;
		sittings[i] = get_sitting(shown[i]);
	}
	weakness->evidence.items = places;
	weakness->evidence.count = count;
	weakness->sittings = sittings;
}

static bool is_new_unit(struct sum *sum, const struct shown *shown)
{
	bool is_new = sum->seen[shown->unit] != shown->category + 1;

	sum->seen[shown->unit] = shown->category + 1;
	return is_new;
}

/* The weakness of one category, of which `shown` holds all there is. */
static void add_weakness(struct sum *sum, const struct shown **shown,
			 size_t count)
{
	struct jscan_weaknesses *out = sum->out;
	const struct jscan_category *category =
		jscan_lexicon_get_category(sum->lexicon, shown[0]->category);
	const struct days *days = &sum->days[shown[0]->category];
	struct jscan_weakness weakness = {.id = category->id,
					  .title = category->title,
					  .source = category->source,
					  .of = (unsigned)sum->held_count,
					  .first = days->first,
					  .last = days->last,
					  .questions = category->questions,
					  .advice = category->advice};
	struct rate rate = {0, 0};

	for (size_t i = 0; i < count; i++) {
		if (is_new_unit(sum, shown[i])) {
			weakness.interviews++;
			count_unit(&rate, sum, shown[i]->unit);
		}
	}
	add_evidence(&weakness, shown, count, sum->arena);
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

/* What was shown, category by category, each in the order of its paths. */
static void add_weaknesses(struct sum *sum, size_t unit_count)
{
	struct jscan_weaknesses *out = sum->out;
	size_t categories = jscan_lexicon_category_count(sum->lexicon);
	size_t *ends =
		jscan_arena_array(&sum->scratch, categories + 1, sizeof(*ends));
	const struct shown **sorted = sort_by_path(sum);
	const struct shown **shown = jscan_arena_array(
		&sum->scratch, sum->shown_count, sizeof(struct shown *));

	sum->seen = jscan_arena_array(&sum->scratch, unit_count,
				      sizeof(*sum->seen));
	for (size_t i = 0; i < sum->shown_count; i++)
		ends[sum->shown[i].category + 1]++;
	for (size_t i = 0; i < categories; i++)
		ends[i + 1] += ends[i];
	for (size_t i = 0; i < sum->shown_count; i++)
		shown[ends[sorted[i]->category]++] = sorted[i];
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

/* The day of a sitting and its number: those of one day stay in the order of
 * the parts. */
static uint64_t make_key(struct jscan_date date, size_t number)
{
	return (uint64_t)(date.year + 32768) << 48 |
	       (uint64_t)date.month << 40 | (uint64_t)date.day << 32 |
	       (uint32_t)number;
}

static int compare_keys(const void *left, const void *right)
{
	const uint64_t *a = left, *b = right;

	return (*a > *b) - (*a < *b);
}

/* By number of a sitting its place in time. */
static size_t *find_orders(struct sum *sum,
			   const struct jscan_findings *const *parts,
			   size_t count)
{
	size_t *orders, number = 0;
	uint64_t *keys;

	for (size_t i = 0; i < count; i++)
		sum->held_count += parts[i]->sitting_count;
	keys = jscan_arena_array(&sum->scratch, sum->held_count, sizeof(*keys));
	orders = jscan_arena_array(&sum->scratch, sum->held_count,
				   sizeof(*orders));
	for (size_t i = 0; i < count; i++) {
		for (size_t j = 0; j < parts[i]->sitting_count; j++) {
			keys[number] =
				make_key(parts[i]->sittings[j].date, number);
			number++;
		}
	}
	if (number)
		qsort(keys, number, sizeof(*keys), compare_keys);
	for (size_t i = 0; i < number; i++)
		orders[(uint32_t)keys[i]] = i;
	join_sittings(sum, orders, parts, count);
	return orders;
}

static void add_rank(struct sum *sum, struct shown *shown, uint32_t rank)
{
	shown->rank = rank;
	if (rank >= sum->rank_count)
		sum->rank_count = (size_t)rank + 1;
}

static void add_day(struct days *days, struct jscan_date date)
{
	if (!jscan_date_is_set(date))
		return;
	if (!jscan_date_is_set(days->first) ||
	    jscan_date_compare(date, days->first) < 0)
		days->first = date;
	days->last = jscan_date_max(days->last, date);
}

void jscan_weaknesses_sum(struct jscan_weaknesses *out,
			  const struct jscan_findings *const *parts,
			  size_t count, const struct jscan_lexicon *lexicon,
			  struct jscan_arena *arena)
{
	struct sum sum = {.arena = arena,
			  .lexicon = lexicon,
			  .out = out,
			  .has_notes = true};
	size_t first = 0, own, most = 0;
	const size_t *orders;

	memset(out, 0, sizeof(*out));
	jscan_arena_init(&sum.scratch);
	orders = find_orders(&sum, parts, count);
	own = sum.held_count;
	for (size_t i = 0; i < count; i++)
		most += parts[i]->shown_count;
	sum.shown = jscan_arena_array(&sum.scratch, most, sizeof(*sum.shown));
	sum.days = jscan_arena_array(&sum.scratch,
				     jscan_lexicon_category_count(lexicon),
				     sizeof(*sum.days));
	for (size_t i = 0; i < count; i++) {
		const struct jscan_findings *part = parts[i];

		sum.has_notes &= part->notes || !part->shown_count;
		for (size_t j = 0; j < part->shown_count; j++) {
			const struct jscan_shown *from = &part->shown[j];
			struct shown *to = &sum.shown[sum.shown_count++];

			to->from = from;
			to->category = from->category;
			to->line = from->line;
			if (part->notes)
				add_rank(&sum, to, part->notes[from->note]);
			add_day(&sum.days[from->category], from->date);
			to->unit =
				(uint32_t)(from->is_held
						   ? orders[first + from->unit]
						   : own + from->unit);
		}
		first += part->sitting_count;
		own += part->note_count;
	}
	add_weaknesses(&sum, own);
	jscan_arena_release(&sum.scratch);
}
