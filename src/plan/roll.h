/*
 * All that is said of people in a journal, company by company and in little
 * memory: the facts that it was said in need not stay.
 */
#ifndef JSCAN_PLAN_ROLL_H
#define JSCAN_PLAN_ROLL_H

#include "base/pool.h"
#include "facts/facts.h"
#include "model/application.h"
#include "model/person.h"

struct jscan_roll {
	struct jscan_arena arena;
	struct jscan_pool pool;
	const struct jscan_mention **whos; /* a hash table of all that differ */
	size_t who_count;
	size_t who_room;
	struct jscan_roll_item *items; /* part by part */
	size_t count;
	size_t room;
	struct jscan_roll_part *parts;
	size_t part_count;
	size_t part_room;
};

void jscan_roll_init(struct jscan_roll *roll);
void jscan_roll_release(struct jscan_roll *roll);

/*
 * Begins a part: the notes of one company, or those without one.  `groups` are
 * its applications; `key` of the company, "" for none, must outlive the roll.
 */
void jscan_roll_begin_part(struct jscan_roll *roll, const char *key,
			   const struct jscan_groups *groups);

/*
 * Adds the people of a note of the part; `number` is that of the note in the
 * journal, `group` that of its application in the part, SIZE_MAX for none.
 */
void jscan_roll_add(struct jscan_roll *roll, const struct jscan_facts *facts,
		    size_t number, size_t group);

/*
 * The mentions of all notes, of which there are `notes`, in the order of these;
 * applications are numbered in the order of the companies.  They live in the
 * arena of the roll, which takes no more.
 */
struct jscan_person_mention *jscan_roll_list(struct jscan_roll *roll,
					     size_t notes);

#endif
