/* Links from a report to the lines of the notes. */
#ifndef JSCAN_OUTPUT_LINK_H
#define JSCAN_OUTPUT_LINK_H

#include "output/report.h"

/*
 * Appends the address of a place by the report's link format, escaped as a
 * quoted attribute of HTML, which is right in a link of Markdown too.  Line 0
 * is the file itself.
 */
void jscan_link_add(struct jscan_buf *out, const struct jscan_report *report,
		    const char *path, unsigned line);

#endif
