/*
 * A person is mentioned in the same words in note after note, so what is said
 * of one is kept once; a mention is its place and a pointer to that.
 */
#include "plan/roll.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/hash.h"

#define MOST_STEPS 8 /* from slot to slot; then it is kept twice */

struct jscan_roll_item {
	const struct jscan_mention *who;
	const char *path;
	const char *company;
	struct jscan_date date;
	unsigned line;
	uint32_t note;
	uint32_t group; /* in its part; UINT32_MAX: none */
};

struct jscan_roll_part {
	const char *key;
	size_t first; /* item */
	size_t end;
	size_t groups;
};

void jscan_roll_init(struct jscan_roll *roll)
{
	memset(roll, 0, sizeof(*roll));
	jscan_arena_init(&roll->arena);
	jscan_pool_init(&roll->pool, &roll->arena);
}

void jscan_roll_release(struct jscan_roll *roll)
{
	jscan_pool_release(&roll->pool);
	free((void *)roll->whos);
	free(roll->items);
	free(roll->parts);
	jscan_arena_release(&roll->arena);
}

void jscan_roll_begin_part(struct jscan_roll *roll, const char *key,
			   const struct jscan_groups *groups)
{
	struct jscan_roll_part *part;

	if (roll->part_count == roll->part_room) {
		roll->part_room = roll->part_room ? 2 * roll->part_room : 64;
		roll->parts = jscan_realloc(
			roll->parts, roll->part_room * sizeof(*roll->parts));
	}
	part = &roll->parts[roll->part_count++];
	part->key = key;
	part->first = roll->count;
	part->end = roll->count;
	part->groups = groups->count;
}

static bool are_same_texts(struct jscan_texts a, struct jscan_texts b)
{
	if (a.count != b.count)
		return false;
	for (size_t i = 0; i < a.count; i++) {
		if (strcmp(a.items[i], b.items[i]) != 0)
			return false;
	}
	return true;
}

static bool is_same_text(const char *a, const char *b)
{
	return a == b || (a && b && strcmp(a, b) == 0);
}

static bool is_same(const struct jscan_mention *a,
		    const struct jscan_mention *b)
{
	return is_same_text(a->name, b->name) &&
	       is_same_text(a->title, b->title) &&
	       is_same_text(a->role, b->role) &&
	       is_same_text(a->company, b->company) &&
	       a->is_full_name == b->is_full_name &&
	       a->is_listed == b->is_listed &&
	       are_same_texts(a->emails, b->emails) &&
	       are_same_texts(a->phones, b->phones) &&
	       are_same_texts(a->urls, b->urls);
}

/* Of what mostly tells two apart. */
static uint64_t hash_who(const struct jscan_mention *who)
{
	const char *name = who->name ? who->name : "";
	const char *mail = who->emails.count ? who->emails.items[0] : "";

	return jscan_hash_bytes(name, strlen(name)) +
	       jscan_hash_bytes(mail, strlen(mail)) + who->is_listed;
}

/* The slot that holds the same, or a free one, or NULL. */
static const struct jscan_mention **find_slot(struct jscan_roll *roll,
					      const struct jscan_mention *who)
{
	size_t mask = roll->who_room - 1;
	size_t at = hash_who(who) & mask;

	for (unsigned i = 0; i < MOST_STEPS; i++, at = (at + 1) & mask) {
		const struct jscan_mention *found = roll->whos[at];

		if (!found || is_same(found, who))
			return &roll->whos[at];
	}
	return NULL;
}

static void grow_whos(struct jscan_roll *roll)
{
	const struct jscan_mention **old = roll->whos;
	size_t old_room = roll->who_room;

	roll->who_room = old_room ? 2 * old_room : 256;
	roll->whos = jscan_alloc(roll->who_room * sizeof(*roll->whos));
	memset((void *)roll->whos, 0, roll->who_room * sizeof(*roll->whos));
	for (size_t i = 0; i < old_room; i++) {
		const struct jscan_mention **slot =
			old[i] ? find_slot(roll, old[i]) : NULL;

		if (slot)
			*slot = old[i];
	}
	free((void *)old);
}

static void copy_texts(struct jscan_texts *texts, struct jscan_pool *pool)
{
	const char **items =
		jscan_arena_array(pool->arena, texts->count, sizeof(*items));

	for (size_t i = 0; i < texts->count; i++)
		items[i] = jscan_pool_add(pool, texts->items[i]);
	texts->items = items;
}

static const struct jscan_mention *copy_who(struct jscan_roll *roll,
					    const struct jscan_mention *from)
{
	struct jscan_mention *who =
		jscan_arena_alloc(&roll->arena, sizeof(*who));

	*who = *from;
	who->line = 0;
	who->text = NULL;
	who->name = jscan_pool_add(&roll->pool, from->name);
	who->title = jscan_pool_add(&roll->pool, from->title);
	who->role = jscan_pool_add(&roll->pool, from->role);
	who->company = jscan_pool_add(&roll->pool, from->company);
	copy_texts(&who->emails, &roll->pool);
	copy_texts(&who->phones, &roll->pool);
	copy_texts(&who->urls, &roll->pool);
	return who;
}

/* What is said of somebody, from here or from an earlier note. */
static const struct jscan_mention *find_who(struct jscan_roll *roll,
					    const struct jscan_mention *from)
{
	const struct jscan_mention **slot, *who;

	if (4 * roll->who_count >= 3 * roll->who_room)
		grow_whos(roll);
	slot = find_slot(roll, from);
	who = slot ? *slot : NULL;
	if (who)
		return who;
	who = copy_who(roll, from);
	if (slot) {
		*slot = who;
		roll->who_count++;
	}
	return who;
}

void jscan_roll_add(struct jscan_roll *roll, const struct jscan_facts *facts,
		    size_t number, size_t group)
{
	const char *company =
		facts->mention_count
			? jscan_pool_add(&roll->pool, facts->company)
			: NULL;

	for (size_t i = 0; i < facts->mention_count; i++) {
		const struct jscan_mention_fact *fact = &facts->mentions[i];
		struct jscan_roll_item *item;

		if (roll->count == roll->room) {
			roll->room = roll->room ? 2 * roll->room : 256;
			roll->items = jscan_realloc(
				roll->items, roll->room * sizeof(*item));
		}
		item = &roll->items[roll->count++];
		item->who = find_who(roll, &fact->mention);
		item->path = facts->path;
		item->company = company;
		item->date = facts->scopes[fact->scope].date;
		item->line = fact->mention.line;
		item->note = (uint32_t)number;
		item->group = group == SIZE_MAX ? UINT32_MAX : (uint32_t)group;
	}
	roll->parts[roll->part_count - 1].end = roll->count;
}

/* Those without a company last. */
static int compare_parts(const void *left, const void *right)
{
	const struct jscan_roll_part *a = left, *b = right;

	if (!*a->key != !*b->key)
		return *a->key ? -1 : 1;
	return strcmp(a->key, b->key);
}

static void put_item(struct jscan_person_mention *out,
		     const struct jscan_roll_item *item, size_t first_group)
{
	out->mention = item->who;
	out->path = item->path;
	out->company = item->company;
	out->application = item->group == UINT32_MAX
				   ? SIZE_MAX
				   : first_group + item->group;
	out->date = item->date;
	out->line = item->line;
}

struct jscan_person_mention *jscan_roll_list(struct jscan_roll *roll,
					     size_t notes)
{
	struct jscan_person_mention *list =
		jscan_arena_array(&roll->arena, roll->count, sizeof(*list));
	uint32_t *places = jscan_alloc((notes + 1) * sizeof(*places));
	size_t groups = 0;

	memset(places, 0, (notes + 1) * sizeof(*places));
	for (size_t i = 0; i < roll->count; i++)
		places[roll->items[i].note + 1]++;
	for (size_t i = 0; i < notes; i++)
		places[i + 1] += places[i];
	if (roll->part_count)
		qsort(roll->parts, roll->part_count, sizeof(*roll->parts),
		      compare_parts);
	for (size_t i = 0; i < roll->part_count; i++) {
		const struct jscan_roll_part *part = &roll->parts[i];

		for (size_t j = part->first; j < part->end; j++)
			put_item(&list[places[roll->items[j].note]++],
				 &roll->items[j], groups);
		groups += part->groups;
	}
	free(places);
	free(roll->items);
	roll->items = NULL;
	return list;
}
