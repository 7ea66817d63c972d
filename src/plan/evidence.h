/* Assessments of a journal, and which weaknesses recur in its interviews. */
#ifndef JSCAN_PLAN_EVIDENCE_H
#define JSCAN_PLAN_EVIDENCE_H

#include "facts/note.h"
#include "plan/followup.h"

struct jscan_evidence_result {
	struct jscan_assessment *assessments;
	size_t assessment_count;
	struct jscan_weakness *weaknesses;
	size_t weakness_count;
};

/*
 * The rest as for jscan_followups_make().  What *out holds lives in `arena` and
 * points into facts and lexicon.  With `input->is_brief` no assessments.
 */
void jscan_evidence_make(struct jscan_evidence_result *out,
			 const struct jscan_plan_input *input,
			 const struct jscan_groups *groups,
			 const struct jscan_timeline *timelines,
			 const struct jscan_followups *followups,
			 struct jscan_arena *arena);

#endif
