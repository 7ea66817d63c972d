/* The report in the indexes of a commit. */
#ifndef JSCAN_GIT_HOOK_INDEX_H
#define JSCAN_GIT_HOOK_INDEX_H

#include <stdbool.h>

#include "git/hook_stage.h"
#include "git/index.h"
#include "journalscan.h"

/*
 * Whether git commits some paths alone, from an index that is thrown away
 * after the commit.
 */
bool jscan_stage_is_partial(const struct jscan_stage *stage);

/*
 * Under the lock of the index that git named, reads it again, if another one
 * was put in its place meanwhile, and writes it.
 */
int jscan_stage_write_index(struct jscan_stage *stage, struct jscan_error *err);

/*
 * Gives the report to what git has in its lock of the real index, when it has
 * an old one of stage->note; jscan_hook_repair() sees to it where that cannot
 * be done.
 */
void jscan_stage_write_real_index(struct jscan_stage *stage);

#endif
