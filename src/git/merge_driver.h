/*
 * The merge driver for the report: a report is made anew from the merged notes,
 * so it never conflicts.  Its attribute is noted in this clone's own file of
 * attributes; others get it from a line in .gitattributes.
 */
#ifndef JSCAN_GIT_MERGE_DRIVER_H
#define JSCAN_GIT_MERGE_DRIVER_H

#include "git/repository.h"
#include "journalscan.h"

int jscan_merge_driver_install(struct jscan_repository *repository,
			       const char *tool, const char *report,
			       struct jscan_error *err);

int jscan_merge_driver_uninstall(struct jscan_repository *repository,
				 const char *report, struct jscan_error *err);

/* Fills has_merge_driver and attribute. */
void jscan_merge_driver_describe(struct jscan_hook_status *out,
				 struct jscan_repository *repository,
				 const char *report);

#endif
