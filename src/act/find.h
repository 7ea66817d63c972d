/* Finding the follow-up that somebody means by an id. */
#ifndef JSCAN_ACT_FIND_H
#define JSCAN_ACT_FIND_H

#include <stddef.h>

#include "journalscan.h"

/* As jscan_scan_find_followup(). */
int jscan_followup_find(const struct jscan_followup **out,
			const struct jscan_report *report, const char *id,
			struct jscan_error *err);

/*
 * Does an id begin with what somebody typed?  Capitals, and letters that are
 * easily taken for a digit (o, i, l), are taken as they were meant.
 */
bool jscan_id_begins(const char *id, const char *typed);

#endif
