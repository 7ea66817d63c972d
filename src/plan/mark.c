/* What a note is known by in a brief report. */
#include "plan/mark.h"

#include <string.h>

#include "base/hash.h"
#include "model/company.h"

static uint64_t hash_text(const char *text)
{
	return jscan_hash_bytes(text, strlen(text));
}

/* Its own hash is what is added: pieces of eight bytes are added quickly. */
static void hash_text_into(struct jscan_hash *hash, const char *text)
{
	uint64_t own = text ? hash_text(text) : 1;

	jscan_hash_add(hash, &own, sizeof(own));
}

static void hash_texts_into(struct jscan_hash *hash, struct jscan_texts texts)
{
	jscan_hash_add(hash, &texts.count, sizeof(texts.count));
	for (size_t i = 0; i < texts.count; i++)
		hash_text_into(hash, texts.items[i]);
}

/* All that jscan_people_make() is told of a note. */
static uint64_t hash_people(const struct jscan_facts *facts)
{
	struct jscan_hash hash;

	if (!facts->mention_count)
		return 0;
	jscan_hash_init(&hash);
	hash_text_into(&hash, facts->company);
	for (size_t i = 0; i < facts->mention_count; i++) {
		const struct jscan_mention_fact *fact = &facts->mentions[i];
		const struct jscan_mention *mention = &fact->mention;
		struct jscan_date date = facts->scopes[fact->scope].date;
		unsigned numbers[3] = {mention->line, mention->is_full_name,
				       mention->is_listed};

		hash_text_into(&hash, mention->name);
		hash_text_into(&hash, mention->title);
		hash_text_into(&hash, mention->role);
		hash_text_into(&hash, mention->company);
		hash_texts_into(&hash, mention->emails);
		hash_texts_into(&hash, mention->phones);
		hash_texts_into(&hash, mention->urls);
		jscan_hash_add(&hash, numbers, sizeof(numbers));
		jscan_hash_add(&hash, &date, sizeof(date));
	}
	return jscan_hash_end(&hash);
}

void jscan_mark_make(struct jscan_mark *out, const struct jscan_facts *facts)
{
	struct jscan_arena arena;

	memset(out, 0, sizeof(*out));
	out->is_entry = facts->is_entry;
	out->has_part = facts->is_entry || facts->diagnostic_count ||
			facts->order_line || facts->shows_day_first ||
			facts->shows_month_first;
	out->people = hash_people(facts);
	out->path = hash_text(facts->path ? facts->path : "");
	if (!facts->is_entry || !facts->company)
		return;
	jscan_arena_init(&arena);
	out->company = hash_text(jscan_company_fold(&arena, facts->company));
	jscan_arena_release(&arena);
}
