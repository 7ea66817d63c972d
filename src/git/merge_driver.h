/*
 * The merge driver for the report: a report is made anew from the merged notes,
 * so it never conflicts.  Its attribute is noted in this clone's own file of
 * attributes; others get it from a line in .gitattributes.
 */
#ifndef JSCAN_GIT_MERGE_DRIVER_H
#define JSCAN_GIT_MERGE_DRIVER_H

#include "base/arena.h"
#include "git/repository.h"
#include "journalscan.h"

int jscan_merge_driver_install(struct jscan_repository *repository,
			       const char *tool, const char *report,
			       struct jscan_error *err);

int jscan_merge_driver_uninstall(struct jscan_repository *repository,
				 const char *report, struct jscan_error *err);

/*
 * The line of attributes that gives the report to the driver, without its end;
 * `prefix` leads from the folder of the attributes to the journal: "" or
 * "some/where/".
 */
const char *jscan_merge_driver_line(struct jscan_arena *arena,
				    const char *prefix, const char *report);

/* Fills has_merge_driver and attribute. */
void jscan_merge_driver_describe(struct jscan_hook_status *out,
				 struct jscan_repository *repository,
				 const char *report);

#endif
