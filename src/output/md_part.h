/* What the parts of the report file in Markdown share. */
#ifndef JSCAN_OUTPUT_MD_PART_H
#define JSCAN_OUTPUT_MD_PART_H

#include "output/report.h"

void jscan_md_add_date(struct jscan_buf *out, struct jscan_date date);

/* [path:line](path#Lline) */
void jscan_md_add_link(struct jscan_buf *out, const struct jscan_report *report,
		       const char *path, unsigned line);

/* "Acme, Engineer" with what is known of it. */
void jscan_md_add_application(struct jscan_buf *out, const char *company,
			      const char *role);

/* That so many more are elsewhere; none: nothing. */
void jscan_md_add_rest(struct jscan_buf *out, size_t count, const char *which,
		       const char *command);

/*
 * Tables and lists with their headings; without anything to show, nothing.  Of
 * the whole report, with `is_short`, the latest ones.
 */
void jscan_md_add_coming(struct jscan_buf *out,
			 const struct jscan_report *report, bool is_short);
void jscan_md_add_applications(struct jscan_buf *out,
			       const struct jscan_report *report);
void jscan_md_add_contacts(struct jscan_buf *out,
			   const struct jscan_report *report, bool is_short);
void jscan_md_add_weaknesses(struct jscan_buf *out,
			     const struct jscan_report *report);

#endif
