/* Keeping the facts of a note after the text it was read from is gone. */
#ifndef JSCAN_FACTS_COPY_H
#define JSCAN_FACTS_COPY_H

#include "facts/facts.h"

/* Copies all of `facts` but the path, which is shared, into `arena`. */
void jscan_facts_copy(struct jscan_facts *out, const struct jscan_facts *facts,
		      struct jscan_arena *arena);

#endif
