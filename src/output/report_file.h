/* The report file in the journal's folder. */
#ifndef JSCAN_OUTPUT_REPORT_FILE_H
#define JSCAN_OUTPUT_REPORT_FILE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/buf.h"
#include "entry/source.h"
#include "journalscan.h"

/* The mark in the first line by which a report of ours is known. */
#define JSCAN_REPORT_MARK "made by journalscan"

/*
 * Writes the report in the format that the ending of `name` asks for (.html, or
 * Markdown) to `name` below the open folder `dir_fd`; a new file gets `mode`
 * less the umask.  *stamp is then that of the file, but for its ctime.  Returns
 * 0, or -1 as jscan_scan_write_report() does.
 */
int jscan_report_file_write(enum jscan_written *out, struct jscan_stamp *stamp,
			    int dir_fd, const char *name, unsigned mode,
			    const struct jscan_report *report,
			    struct jscan_error *err);

/* The same bytes without writing them anywhere. */
int jscan_report_file_make(struct jscan_buf *out, const char *name,
			   const struct jscan_report *report,
			   struct jscan_error *err);

/* Whether the bytes of a file of that name are a report of ours. */
bool jscan_report_file_is_ours(const char *bytes, size_t len);

#endif
