/* The templates that come with the program, one for each rule that has one. */
#ifndef JSCAN_ACT_DRAFTS_H
#define JSCAN_ACT_DRAFTS_H

#include "journalscan.h"

/* NULL for a rule that nobody is written to for. */
const char *jscan_draft_template(enum jscan_rule rule);

#endif
