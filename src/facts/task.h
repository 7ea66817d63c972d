/* One to-do, in a list item or as text of a front matter key. */
#ifndef JSCAN_FACTS_TASK_H
#define JSCAN_FACTS_TASK_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "facts/when.h"
#include "journalscan.h"

struct jscan_task_reading {
	const char *words; /* without dates, marks and the like */
	struct jscan_date due;
	size_t due_offset; /* in the text; only when due is set */
	struct jscan_date done;
};

/*
 * Reads the words and dates of a task.  `whens` are the dates found in `text`.
 * With `takes_any_date`, a date with no mark of its own is the due date too
 * (front matter); else only a marked one is (`due`, `by`, a calendar sign).
 */
void jscan_task_read(struct jscan_task_reading *out, const char *text,
		     size_t len, const struct jscan_whens *whens,
		     bool takes_any_date, struct jscan_arena *arena);

#endif
