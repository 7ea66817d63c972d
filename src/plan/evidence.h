/* Assessments of a journal, and which weaknesses its interviews show. */
#ifndef JSCAN_PLAN_EVIDENCE_H
#define JSCAN_PLAN_EVIDENCE_H

#include <stdint.h>

#include "facts/note.h"
#include "plan/followup.h"

struct jscan_shown {	   /* one weakness in one sitting, or in a note alone */
	unsigned category; /* of the lexicon */
	bool is_held;	   /* in a sitting */
	unsigned unit;	   /* number of the sitting, or of the note */
	struct jscan_date date; /* of the sitting, or of the note */
	const char *path;
	unsigned line;
	unsigned note; /* number of the note in its part, where that is known */
	const char *text;
};

/* What some applications, or all, have to show. */
struct jscan_findings {
	struct jscan_sitting *sittings; /* by application, then date */
	size_t sitting_count;
	struct jscan_sitting *arranged; /* those to come */
	size_t arranged_count;
	struct jscan_shown *shown;
	size_t shown_count;
	unsigned note_count; /* that units can be numbers of */
	/* Of each note of the part its place among all, by path; or NULL. */
	const uint32_t *notes;
	struct jscan_assessment *assessments; /* in the report's order */
	size_t assessment_count;
};

/*
 * The rest as for jscan_followups_make().  What *out holds lives in `arena` and
 * points into facts and lexicon.  With `input->is_brief` no assessments.
 */
void jscan_evidence_make(struct jscan_findings *out,
			 const struct jscan_plan_input *input,
			 const struct jscan_groups *groups,
			 const struct jscan_timeline *timelines,
			 const struct jscan_followups *followups,
			 struct jscan_arena *arena);

#endif
