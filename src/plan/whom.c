/*
 * Chooses the contact of an item: the one that its task names, the hiring
 * manager, an interviewer of that event, the recruiter, the one met last.
 */
#include "plan/whom.h"

#include <stdlib.h>
#include <string.h>

#include "base/date.h"
#include "base/utf8.h"

struct gather {
	struct jscan_whom *out;
	struct jscan_arena *arena;
	struct jscan_date last_date;
};

static bool has_role(const struct jscan_mention *mention, const char *role)
{
	return (mention->role && strcasestr(mention->role, role)) ||
	       (mention->title && strcasestr(mention->title, role));
}

static void add_word(struct gather *gather, const char *word,
		     const char *name)
{
	struct jscan_whom *out = gather->out;
	struct jscan_name item = {word, name, out->name_count};

	out->names = jscan_arena_grow(gather->arena, out->names,
				      out->name_count, sizeof(item));
	out->names[out->name_count++] = item;
}

static void add_words(struct gather *gather, const char *name)
{
	char *folded = jscan_utf8_fold_words(gather->arena, name, strlen(name));

	while (*folded) {
		size_t len = strcspn(folded, " ");
		char *next = folded + len + (folded[len] == ' ');

		folded[len] = '\0';
		if (len > 1)
			add_word(gather, folded, name);
		folded = next;
	}
}

static void add_mention(struct gather *gather, const struct jscan_facts *facts,
			const struct jscan_mention_fact *fact)
{
	const struct jscan_mention *mention = &fact->mention;
	struct jscan_date date = facts->scopes[fact->scope].date;
	struct jscan_whom *out = gather->out;

	if (!mention->name || (!mention->is_listed && !mention->is_full_name))
		return;
	add_words(gather, mention->name);
	if (!out->hiring_manager && has_role(mention, "hiring manager"))
		out->hiring_manager = mention->name;
	if (!out->recruiter && has_role(mention, "recruiter"))
		out->recruiter = mention->name;
	if (!out->met_last ||
	    jscan_date_compare(date, gather->last_date) > 0) {
		out->met_last = mention->name;
		gather->last_date = date;
	}
}

static int compare_names(const void *left, const void *right)
{
	const struct jscan_name *a = left, *b = right;
	int order = strcmp(a->word, b->word);

	return order ? order : (a->order > b->order) - (a->order < b->order);
}

void jscan_whom_make(struct jscan_whom *out,
		     const struct jscan_timeline *timelines, size_t count,
		     struct jscan_arena *arena)
{
	struct gather gather = {out, arena, {0, 0, 0}};

	memset(out, 0, sizeof(*out));
	for (size_t i = 0; i < count; i++) {
		const struct jscan_group *group = timelines[i].group;

		for (size_t j = 0; j < group->entry_count; j++) {
			const struct jscan_facts *facts = group->entries[j];

			if (!jscan_timeline_is_past(&timelines[i],
						    facts->date) &&
			    out->met_last)
				continue;
			for (size_t k = 0; k < facts->mention_count; k++)
				add_mention(&gather, facts,
					    &facts->mentions[k]);
		}
	}
	if (out->name_count)
		qsort(out->names, out->name_count, sizeof(*out->names),
		      compare_names);
}

/* The first person of whose name the word is a part. */
static const struct jscan_name *find_name(const struct jscan_whom *whom,
					  const char *word, size_t len)
{
	size_t low = 0, high = whom->name_count;

	while (low < high) {
		size_t middle = low + (high - low) / 2;
		const char *at = whom->names[middle].word;
		int order = strncmp(at, word, len);

		if (order < 0)
			low = middle + 1;
		else
			high = middle;
	}
	if (low < whom->name_count &&
	    strlen(whom->names[low].word) == len &&
	    !memcmp(whom->names[low].word, word, len))
		return &whom->names[low];
	return NULL;
}

/* Of the people whose name the words contain, the one said first in them. */
static const char *find_named(const struct jscan_whom *whom, const char *folded)
{
	while (*folded) {
		size_t len = strcspn(folded, " ");
		const struct jscan_name *name = find_name(whom, folded, len);

		/* Folding makes "Jonah's" one word. */
		if (!name && len > 3 && folded[len - 1] == 's')
			name = find_name(whom, folded, len - 1);
		if (name)
			return name->name;
		folded += len;
		folded += *folded == ' ';
	}
	return NULL;
}

/* Somebody met at that very event who is not its recruiter. */
static const char *find_interviewer(const struct jscan_item *item)
{
	const struct jscan_facts *facts = item->facts;
	const char *other = NULL;

	if (facts->scopes[item->scope].type != JSCAN_EVENT_INTERVIEW)
		return NULL;
	for (size_t i = 0; i < facts->mention_count; i++) {
		const struct jscan_mention_fact *fact = &facts->mentions[i];
		const struct jscan_mention *mention = &fact->mention;

		if (!mention->name || !mention->is_listed ||
		    (fact->scope && fact->scope != item->scope))
			continue;
		if (has_role(mention, "interviewer"))
			return mention->name;
		if (!other && fact->scope == item->scope && !mention->role &&
		    !has_role(mention, "recruiter"))
			other = mention->name;
	}
	return other;
}

const char *jscan_whom_find(const struct jscan_whom *whom,
			    const struct jscan_item *item,
			    struct jscan_arena *arena)
{
	const char *name = NULL;

	if (item->rule == JSCAN_RULE_SELF_ASSESSMENT)
		return NULL;
	if (item->task) {
		if (item->task->with) {
			char *with = jscan_utf8_fold_words(
				arena, item->task->with,
				strlen(item->task->with));

			name = find_named(whom, with);
			return name ? name : item->task->with;
		}
		name = find_named(whom, item->fact_words);
	}
	if (!name)
		name = whom->hiring_manager;
	if (!name)
		name = find_interviewer(item);
	if (!name)
		name = whom->recruiter;
	return name ? name : whom->met_last;
}
