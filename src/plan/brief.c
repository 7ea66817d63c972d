/*
 * The notes of one company are one part of the report, and those without a
 * company, together, another.  A part is known by a hash of its notes' facts
 * and of the day; what was made of the same is taken as it is.
 *
 * Whether somebody still looks for a job depends on every part: where that
 * turns out to be other than it was, all parts are made again.
 */
#include "plan/brief_internal.h"

#include <stdlib.h>
#include <string.h>

#include "base/hash.h"

#define BUCKETS	     ((size_t)1 << 12)
#define BUCKET_SHIFT (64 - 12)

static int compare_shards(const void *left, const void *right)
{
	const struct jscan_shard *a = left, *b = right;

	if (a->company != b->company)
		return a->company < b->company ? -1 : 1;
	return (a->note > b->note) - (a->note < b->note);
}

/* By the first bits of the hashes, then each few of the same by all bits. */
static void sort_shards(struct jscan_shard *out, const struct jscan_shard *in,
			size_t count, struct jscan_arena *scratch)
{
	size_t *ends = jscan_arena_array(scratch, BUCKETS + 1, sizeof(*ends));

	for (size_t i = 0; i < count; i++)
		ends[(in[i].company >> BUCKET_SHIFT) + 1]++;
	for (size_t i = 0; i < BUCKETS; i++)
		ends[i + 1] += ends[i];
	for (size_t i = 0; i < count; i++)
		out[ends[in[i].company >> BUCKET_SHIFT]++] = in[i];
	for (size_t i = 0, start = 0; i < BUCKETS; start = ends[i++]) {
		bool is_sorted = true;

		for (size_t j = start + 1; j < ends[i] && is_sorted; j++)
			is_sorted = out[j - 1].company <= out[j].company;
		if (!is_sorted)
			qsort(out + start, ends[i] - start, sizeof(*out),
			      compare_shards);
	}
}

static void list_shards(struct jscan_brief *brief)
{
	const struct jscan_brief_input *input = brief->input;
	struct jscan_shard *shards = jscan_arena_array(
		&brief->scratch, input->count, sizeof(*shards));
	size_t count = 0;

	for (size_t i = 0; i < input->count; i++) {
		const struct jscan_mark *mark = &input->notes[i].mark;
		struct jscan_shard shard = {mark->company, i};

		if (mark->has_part)
			shards[count++] = shard;
	}
	brief->shards =
		jscan_arena_array(brief->arena, count, sizeof(*brief->shards));
	brief->shard_count = count;
	sort_shards(brief->shards, shards, count, &brief->scratch);
	brief->places =
		jscan_arena_array(brief->arena, count, sizeof(*brief->places));
	for (size_t i = 0; i < count; i++)
		brief->places[i] = (uint32_t)brief->shards[i].note;
	jscan_arena_clear(&brief->scratch);
}

static size_t count_parts(const struct jscan_brief *brief)
{
	size_t count = 0;

	for (size_t i = 0; i < brief->shard_count; i++)
		count += !i || brief->shards[i].company !=
				       brief->shards[i - 1].company;
	return count;
}

/* What was remembered, to be found by company. */
static void remember(struct jscan_brief *brief)
{
	const struct jscan_brief_input *input = brief->input;
	struct jscan_memory *old = &brief->old;
	size_t size = 16;

	if (!input->memory_len ||
	    !jscan_memory_read(old, input->memory, input->memory_len,
			       jscan_lexicon_category_count(input->lexicon),
			       brief->arena))
		memset(old, 0, sizeof(*old));
	while (size < 2 * old->part_count)
		size *= 2;
	brief->table_mask = size - 1;
	brief->table =
		jscan_arena_array(brief->arena, size, sizeof(*brief->table));
	for (size_t i = 0; i < old->part_count; i++) {
		size_t at = jscan_hash_join(0, old->parts[i].company) &
			    brief->table_mask;

		while (brief->table[at])
			at = (at + 1) & brief->table_mask;
		brief->table[at] = (uint32_t)i + 1;
	}
}

static const struct jscan_memory_part *find_old(const struct jscan_brief *brief,
						uint64_t company)
{
	size_t at = jscan_hash_join(0, company) & brief->table_mask;

	for (; brief->table[at]; at = (at + 1) & brief->table_mask) {
		const struct jscan_memory_part *part =
			&brief->old.parts[brief->table[at] - 1];

		if (part->company == company)
			return part;
	}
	return NULL;
}

/* 0 for a part that must be made anew. */
static uint64_t hash_content(const struct jscan_brief *brief,
			     const struct jscan_shard *shards, size_t count)
{
	struct jscan_date day = brief->input->as_of;
	uint64_t hash = jscan_hash_join(
		count, (uint64_t)day.year << 16 | day.month << 8 | day.day);

	for (size_t i = 0; i < count; i++) {
		const struct jscan_brief_note *note =
			&brief->input->notes[shards[i].note];

		if (!note->is_certain)
			return 0;
		hash = jscan_hash_join(jscan_hash_join(hash, note->mark.path),
				       note->content);
	}
	return hash ? hash : 1;
}

struct jscan_facts *jscan_brief_get_facts(struct jscan_brief *brief,
					  const struct jscan_shard *shards,
					  size_t count)
{
	const struct jscan_brief_input *input = brief->input;
	struct jscan_facts *out =
		jscan_arena_array(&brief->scratch, count, sizeof(*out));

	for (size_t i = 0; i < count; i++) {
		const struct jscan_facts *facts = input->get(
			input->data, shards[i].note, &brief->scratch);

		if (!facts)
			return NULL;
		out[i] = *facts;
	}
	return out;
}

static void fill_input(struct jscan_plan_input *out,
		       const struct jscan_brief *brief,
		       const struct jscan_facts *facts, size_t count)
{
	memset(out, 0, sizeof(*out));
	out->facts = facts;
	out->count = count;
	out->config = brief->input->config;
	out->lexicon = brief->input->lexicon;
	out->as_of = brief->input->as_of;
	out->diags = brief->input->diags;
	out->is_brief = true;
	out->is_settled = brief->now.is_settled;
}

/* The shard of a path, which are in its order; `count` for none. */
static size_t find_shard(const struct jscan_brief *brief,
			 const struct jscan_shard *shards, size_t count,
			 const char *path)
{
	size_t low = 0, high = count;

	while (low < high) {
		size_t middle = low + (high - low) / 2;
		int order = strcmp(
			brief->input->notes[shards[middle].note].path, path);

		if (!order)
			return middle;
		if (order < 0)
			low = middle + 1;
		else
			high = middle;
	}
	return count;
}

/* Which notes show what a part has to show; false when some is of none. */
static bool find_notes(struct jscan_findings *evidence,
		       const struct jscan_brief *brief,
		       const struct jscan_shard *shards, size_t count)
{
	size_t at = 0;
	bool is_found = true;

	for (size_t i = 0; i < evidence->shown_count; i++) {
		struct jscan_shown *shown = &evidence->shown[i];

		/* Mostly it is that of what stands before. */
		if (!i || shown[-1].path != shown->path)
			at = find_shard(brief, shards, count, shown->path);
		shown->note = (unsigned)at;
		is_found &= at < count;
	}
	return is_found;
}

/* Facts are there only as long as their part is at hand. */
static bool make_part(struct jscan_memory_part *out, struct jscan_brief *brief,
		      const struct jscan_shard *shards, size_t count)
{
	struct jscan_facts *facts = jscan_brief_get_facts(brief, shards, count);
	struct jscan_memory_part part = *out;
	struct jscan_plan_input input;
	struct jscan_groups groups;
	struct jscan_diags diags;

	if (!facts)
		return false;
	fill_input(&input, brief, facts, count);
	jscan_groups_make(&groups, facts, count, input.as_of, &brief->scratch);
	jscan_part_make(&part.part, &input, &groups, &brief->scratch,
			&brief->scratch);
	/* Of them only a report that is not brief has need. */
	part.part.evidence.assessments = NULL;
	part.part.evidence.assessment_count = 0;
	if (find_notes(&part.part.evidence, brief, shards, count))
		part.part.evidence.notes =
			&brief->places[shards - brief->shards];
	else
		part.content = 0; /* it is made anew each time */
	part.shown = (unsigned)part.part.evidence.shown_count;
	part.key = groups.count ? groups.items[0].company_key : "";
	jscan_diags_init(&diags, &brief->scratch);
	for (size_t i = 0; i < count; i++) {
		part.grouping =
			jscan_hash_join(part.grouping, groups.group_of[i]);
		jscan_plan_append(&diags, facts[i].diagnostics,
				  facts[i].diagnostic_count);
		jscan_order_add(&part.order, &facts[i]);
	}
	part.diagnostics = diags.items;
	part.diagnostic_count = diags.count;
	jscan_memory_copy_part(out, &part, &brief->pool);
	if (brief->is_roll_called)
		jscan_brief_call_roll(brief, part.key, &groups, facts, shards,
				      count);
	brief->new_count += count;
	jscan_arena_clear(&brief->scratch);
	return true;
}

size_t jscan_brief_count_notes(const struct jscan_brief *brief, size_t first)
{
	size_t end = first + 1;

	while (end < brief->shard_count &&
	       brief->shards[end].company == brief->shards[first].company)
		end++;
	return end - first;
}

/*
 * Gives a remembered part the places and paths of its notes; false when it
 * cannot be of these.
 */
static bool place_notes(struct jscan_findings *evidence,
			const struct jscan_brief *brief, size_t first,
			size_t count)
{
	const uint32_t *places = &brief->places[first];

	for (size_t i = 0; i < evidence->shown_count; i++) {
		struct jscan_shown *shown = &evidence->shown[i];

		if (shown->note >= count)
			return false;
		shown->path = brief->input->notes[places[shown->note]].path;
	}
	evidence->notes = places;
	return true;
}

/* All parts, remembered or made; false when facts are missing. */
static bool make_parts(struct jscan_brief *brief)
{
	struct jscan_memory *now = &brief->now;

	now->part_count = 0;
	brief->new_count = 0;
	for (size_t i = 0, count; i < brief->shard_count; i += count) {
		const struct jscan_shard *first = &brief->shards[i];
		struct jscan_memory_part *part = &now->parts[now->part_count++];
		const struct jscan_memory_part *old;
		uint64_t content;

		count = jscan_brief_count_notes(brief, i);
		content = hash_content(brief, first, count);
		old = find_old(brief, first->company);
		if (old && content && old->content == content &&
		    brief->old.is_settled == now->is_settled) {
			*part = *old;
			if (place_notes(&part->part.evidence, brief, i, count))
				continue;
		}
		memset(part, 0, sizeof(*part));
		part->company = first->company;
		part->content = content;
		if (!make_part(part, brief, first, count))
			return false;
	}
	return true;
}

static bool make_parts_again(struct jscan_brief *brief)
{
	bool is_roll_called = brief->is_roll_called, is_made;

	brief->is_roll_called = false;
	is_made = make_parts(brief);
	brief->is_roll_called = is_roll_called;
	return is_made;
}

static bool is_settled(const struct jscan_memory *memory)
{
	for (size_t i = 0; i < memory->part_count; i++) {
		if (memory->parts[i].part.is_settled)
			return true;
	}
	return false;
}

static int compare_parts(const void *left, const void *right)
{
	const struct jscan_memory_part *a = left, *b = right;

	if (!*a->key != !*b->key)
		return *a->key ? -1 : 1;
	return strcmp(a->key, b->key);
}

static void add_diagnostics(struct jscan_report *report,
			    const struct jscan_brief *brief)
{
	const struct jscan_memory *now = &brief->now;
	struct jscan_order order = {0};
	struct jscan_diags diags;

	jscan_diags_init(&diags, brief->arena);
	jscan_plan_append(&diags, brief->input->diags->items,
			  brief->input->diags->count);
	jscan_plan_append(&diags, now->doubts, now->doubt_count);
	for (size_t i = 0; i < now->part_count; i++) {
		const struct jscan_memory_part *part = &now->parts[i];
		struct jscan_order both = order;

		jscan_plan_append(&diags, part->diagnostics,
				  part->diagnostic_count);
		if (part->order.path &&
		    (!order.path || strcmp(part->order.path, order.path) < 0))
			both = part->order;
		both.shows_day_first =
			order.shows_day_first || part->order.shows_day_first;
		both.shows_month_first = order.shows_month_first ||
					 part->order.shows_month_first;
		order = both;
	}
	jscan_plan_add_diagnostics(report, &diags, &order,
				   brief->input->config);
}

static void fill_report(struct jscan_report *report,
			const struct jscan_brief *brief)
{
	const struct jscan_brief_input *input = brief->input;
	const struct jscan_memory *now = &brief->now;
	const struct jscan_part **parts = jscan_arena_array(
		brief->arena, now->part_count, sizeof(*parts));

	memset(report, 0, sizeof(*report));
	report->as_of = input->as_of;
	for (size_t i = 0; i < now->part_count; i++)
		parts[i] = &now->parts[i].part;
	jscan_parts_join(report, parts, now->part_count, input->lexicon,
			 brief->arena);
	report->contacts = now->contacts;
	report->contact_count = now->contact_count;
	report->counts.contacts = (unsigned)now->contact_count;
	report->counts.files = (unsigned)input->count;
	for (size_t i = 0; i < input->count; i++)
		report->counts.entries += input->notes[i].mark.is_entry;
	add_diagnostics(report, brief);
}

static bool make_all(struct jscan_report *report, struct jscan_brief *brief)
{
	list_shards(brief);
	remember(brief);
	brief->now.parts = jscan_arena_array(brief->arena, count_parts(brief),
					     sizeof(*brief->now.parts));
	brief->now.is_settled = brief->old.is_settled;
	/* Where nothing is remembered, every note is seen once anyway. */
	brief->is_roll_called = !brief->old.part_count;
	if (!make_parts(brief))
		return false;
	if (is_settled(&brief->now) != brief->now.is_settled) {
		brief->now.is_settled = !brief->now.is_settled;
		if (!make_parts_again(brief))
			return false;
	}
	if (brief->now.part_count)
		qsort(brief->now.parts, brief->now.part_count,
		      sizeof(*brief->now.parts), compare_parts);
	if (!jscan_brief_find_people(brief))
		return false;
	fill_report(report, brief);
	return true;
}

bool jscan_brief_make(struct jscan_report *report, struct jscan_brief **out,
		      const struct jscan_brief_input *input,
		      struct jscan_arena *arena)
{
	struct jscan_brief *brief = jscan_arena_alloc(arena, sizeof(*brief));
	bool is_made;

	brief->input = input;
	brief->arena = arena;
	jscan_arena_init(&brief->scratch);
	jscan_pool_init(&brief->pool, arena);
	jscan_roll_init(&brief->roll);
	is_made = make_all(report, brief);
	jscan_roll_release(&brief->roll);
	jscan_pool_release(&brief->pool);
	jscan_arena_release(&brief->scratch);
	*out = brief;
	return is_made;
}

size_t jscan_brief_count_new(const struct jscan_brief *brief)
{
	return brief->new_count;
}

void jscan_brief_write(struct jscan_buf *out, const struct jscan_brief *brief)
{
	jscan_memory_write(out, &brief->now);
}
