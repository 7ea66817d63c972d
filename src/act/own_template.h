/*
 * The writer's own templates: files of the journal, which `templates` in the
 * configuration names by what they are for.
 */
#ifndef JSCAN_ACT_OWN_TEMPLATE_H
#define JSCAN_ACT_OWN_TEMPLATE_H

#include "act/journal.h"
#include "act/template.h"

/*
 * Reads the template for `name` (a rule, or a type of note), made clean, into
 * the arena; path and text are NULL where the writer has none.  Returns 0, or
 * -1: JSCAN_ERR_CONFIG with the file that cannot be read.
 */
int jscan_own_template_read(struct jscan_template *out,
			    const struct jscan_journal *journal,
			    const char *name, struct jscan_arena *arena,
			    struct jscan_error *err);

#endif
