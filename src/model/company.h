/* Names of companies and roles, folded for comparing. */
#ifndef JSCAN_MODEL_COMPANY_H
#define JSCAN_MODEL_COMPANY_H

#include "base/arena.h"

/*
 * Without case, accents, spaces and punctuation, and without one last legal
 * form (Inc, Ltd, GmbH …); never empty unless the name has no letter or digit.
 */
char *jscan_company_fold(struct jscan_arena *arena, const char *name);

/* Without case, accents, spaces and punctuation. */
char *jscan_role_fold(struct jscan_arena *arena, const char *name);

#endif
