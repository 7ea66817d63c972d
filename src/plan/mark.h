/* What is asked of a note so often that its facts should not be needed. */
#ifndef JSCAN_PLAN_MARK_H
#define JSCAN_PLAN_MARK_H

#include "cache/cache.h"
#include "facts/facts.h"

void jscan_mark_make(struct jscan_mark *out, const struct jscan_facts *facts);

#endif
