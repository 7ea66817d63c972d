/* Changing a note: the only two commands that do, done and snooze. */
#ifndef JSCAN_ACT_CHANGE_H
#define JSCAN_ACT_CHANGE_H

#include "act/journal.h"

/* As jscan_scan_mark_done() and jscan_scan_snooze(). */
int jscan_change_mark_done(struct jscan_edit *out,
			   const struct jscan_journal *journal,
			   const struct jscan_edit_options *options,
			   struct jscan_error *err);
int jscan_change_snooze(struct jscan_edit *out,
			const struct jscan_journal *journal,
			const struct jscan_edit_options *options,
			struct jscan_error *err);

#endif
