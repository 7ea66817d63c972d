/*
 * The people of a brief report.  Contacts are of the whole journal, and known
 * by a hash of all that is said of people.
 */
#include "plan/brief_internal.h"

#include "base/hash.h"
#include "model/person.h"

void jscan_brief_call_roll(struct jscan_brief *brief, const char *key,
			   const struct jscan_groups *groups,
			   const struct jscan_facts *facts,
			   const struct jscan_shard *shards, size_t count)
{
	jscan_roll_begin_part(&brief->roll,
			      jscan_arena_strdup(&brief->roll.arena, key),
			      groups);
	for (size_t i = 0; i < count; i++)
		jscan_roll_add(&brief->roll, &facts[i], shards[i].note,
			       groups->group_of[i]);
}

static uint64_t hash_all_people(const struct jscan_brief *brief)
{
	const struct jscan_brief_input *input = brief->input;
	uint64_t hash = 1;

	for (size_t i = 0; i < input->count; i++) {
		const struct jscan_brief_note *note = &input->notes[i];

		if (note->mark.people)
			hash = jscan_hash_join(
				jscan_hash_join(hash, note->mark.path),
				note->mark.people);
	}
	for (size_t i = 0; i < brief->now.part_count; i++)
		hash = jscan_hash_join(
			jscan_hash_join(hash, brief->now.parts[i].company),
			brief->now.parts[i].grouping);
	return hash;
}

/* The people of all notes, when the parts were not made from facts. */
static bool call_all(struct jscan_brief *brief)
{
	for (size_t i = 0, count; i < brief->shard_count; i += count) {
		const struct jscan_shard *first = &brief->shards[i];
		struct jscan_groups groups;
		struct jscan_facts *facts;

		count = jscan_brief_count_notes(brief, i);
		facts = jscan_brief_get_facts(brief, first, count);
		if (!facts)
			return false;
		jscan_groups_make(&groups, facts, count, brief->input->as_of,
				  &brief->scratch);
		jscan_brief_call_roll(
			brief, groups.count ? groups.items[0].company_key : "",
			&groups, facts, first, count);
		jscan_arena_clear(&brief->scratch);
	}
	return true;
}

static bool make_people(struct jscan_brief *brief)
{
	struct jscan_memory *now = &brief->now;
	struct jscan_people_options options = {
		.region = brief->input->config->region, .is_brief = true};
	struct jscan_person_mention *mentions;
	struct jscan_people people;
	struct jscan_diags diags;

	if (!brief->is_roll_called && !call_all(brief))
		return false;
	mentions = jscan_roll_list(&brief->roll, brief->input->count);
	jscan_diags_init(&diags, brief->arena);
	jscan_people_make(&people, mentions, brief->roll.count, &options,
			  &brief->scratch, &diags);
	now->contacts = jscan_arena_array(brief->arena, people.contact_count,
					  sizeof(*now->contacts));
	for (size_t i = 0; i < people.contact_count; i++)
		jscan_memory_copy_contact(&now->contacts[i],
					  &people.contacts[i], &brief->pool);
	now->contact_count = people.contact_count;
	now->doubts = diags.items;
	now->doubt_count = diags.count;
	brief->new_count += brief->shard_count;
	/* The report is to come yet: what is of no more use makes room. */
	jscan_arena_release(&brief->scratch);
	jscan_roll_release(&brief->roll);
	jscan_roll_init(&brief->roll);
	return true;
}

bool jscan_brief_find_people(struct jscan_brief *brief)
{
	struct jscan_memory *now = &brief->now;

	now->people = hash_all_people(brief);
	if (now->people != brief->old.people)
		return make_people(brief);
	now->contacts = brief->old.contacts;
	now->contact_count = brief->old.contact_count;
	now->doubts = brief->old.doubts;
	now->doubt_count = brief->old.doubt_count;
	return true;
}
