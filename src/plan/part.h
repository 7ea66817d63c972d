/*
 * What one company's applications come to on a day, or those of all companies:
 * everything that a brief report tells of them.  Parts of different companies
 * know nothing of each other, so that each can be remembered by itself.
 */
#ifndef JSCAN_PLAN_PART_H
#define JSCAN_PLAN_PART_H

#include <stdbool.h>
#include <stddef.h>

#include "model/application.h"
#include "plan/weakness.h"
#include "plan/plan.h"

struct jscan_part {
	struct jscan_followup *followups;
	size_t followup_count;
	struct jscan_application *applications;
	size_t application_count;
	struct jscan_findings evidence;
	unsigned companies;
	unsigned interviews;
	bool is_settled; /* an offer was accepted */
};

/*
 * `groups` are those of input->facts, which hold all notes of each company in
 * them.  *out lives in `arena` and points into texts of facts, groups and
 * lexicon.  With `input->is_brief` what lies in `scratch` is of no more use; else
 * the items behind follow-ups point there, and into facts and groups.
 */
void jscan_part_make(struct jscan_part *out,
		     const struct jscan_plan_input *input,
		     const struct jscan_groups *groups,
		     struct jscan_arena *arena, struct jscan_arena *scratch);

/*
 * Puts parts together into the report: follow-ups, applications, weaknesses and
 * the counts of these.  The parts stand in the order of their company keys.
 */
void jscan_parts_join(struct jscan_report *out,
		      const struct jscan_part *const *parts, size_t count,
		      const struct jscan_lexicon *lexicon,
		      struct jscan_arena *arena);

/* All people of the facts; notes about them are added to `diags`. */
void jscan_plan_add_people(struct jscan_report *out,
			   const struct jscan_plan_input *input,
			   const struct jscan_groups *groups,
			   struct jscan_diags *diags,
			   struct jscan_arena *arena);

/* What the notes show of the order of numbers in dates. */
struct jscan_order {
	bool shows_day_first;
	bool shows_month_first;
	/* Of the first note that needed it; NULL: none did. */
	const char *path;
	unsigned line;
	unsigned column;
};

void jscan_order_add(struct jscan_order *order,
		     const struct jscan_facts *facts);

/* Puts diagnostics into the report, with the one about the order of dates. */
void jscan_plan_add_diagnostics(struct jscan_report *out,
				struct jscan_diags *diags,
				const struct jscan_order *order,
				const struct jscan_config *config);

/* Diagnostics of one note, or of the folder. */
void jscan_plan_append(struct jscan_diags *diags,
		       const struct jscan_diagnostic *items, size_t count);

#endif
