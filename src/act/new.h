/* A new note, from a template and what the journal knows. */
#ifndef JSCAN_ACT_NEW_H
#define JSCAN_ACT_NEW_H

#include "act/journal.h"

/* As jscan_scan_new_note(). */
int jscan_new_note(struct jscan_new_note *out,
		   const struct jscan_journal *journal,
		   const struct jscan_new_options *options,
		   struct jscan_error *err);

#endif
