/* Why something is in the report: by the id of an item, or by a line. */
#ifndef JSCAN_ACT_WHY_H
#define JSCAN_ACT_WHY_H

#include "act/journal.h"

/* As jscan_scan_explain(). */
int jscan_why_make(struct jscan_explanations *out,
		   const struct jscan_journal *journal, const char *what,
		   struct jscan_error *err);

/* "Send a thank-you note, Ruth Ackroyd (Calder Mills, Purser)". */
const char *jscan_followup_title(const struct jscan_followup *item,
				 struct jscan_arena *arena);

#endif
