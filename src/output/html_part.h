/* The small pieces that every part of the HTML page is made of. */
#ifndef JSCAN_OUTPUT_HTML_PART_H
#define JSCAN_OUTPUT_HTML_PART_H

#include "output/report.h"

struct jscan_html {
	struct jscan_buf *out;
	const struct jscan_report *report;
};

/* Escaped text; NULL is nothing. */
void jscan_html_text(const struct jscan_html *page, const char *text);

/* The same with its days (2026-10-15) kept whole. */
void jscan_html_prose(const struct jscan_html *page, const char *text);

/* <time>; nothing for no date. */
void jscan_html_date(const struct jscan_html *page, struct jscan_date date);

/* The place in a note, as a link to it. */
void jscan_html_place(const struct jscan_html *page, const char *path,
		      unsigned line);

/* "Acme, Engineer" with what is known of it. */
void jscan_html_application(const struct jscan_html *page, const char *company,
			    const char *role);

/* An open section with its heading, and its end. */
void jscan_html_start_section(const struct jscan_html *page, const char *id,
			      const char *heading);
void jscan_html_end_section(const struct jscan_html *page);

/*
 * A table named `caption`, whose heads are separated by '|'.  With `is_list` a
 * script may sort and filter it.
 */
void jscan_html_start_table(const struct jscan_html *page, const char *caption,
			    const char *heads, bool is_list);
void jscan_html_end_table(const struct jscan_html *page);
void jscan_html_cell(const struct jscan_html *page, const char *text);
void jscan_html_date_cell(const struct jscan_html *page,
			  struct jscan_date date);

/* "October 2026" */
void jscan_html_month(const struct jscan_html *page, struct jscan_date date);

/* Part of a whole as a percentage with two decimals: 0 to 100. */
struct jscan_percent {
	char text[16];
};
struct jscan_percent jscan_percent_of(long part, long whole);

/* Whether there is anything to be shown in these. */
bool jscan_html_has_calendar(const struct jscan_html *page);
bool jscan_html_has_touches(const struct jscan_html *page);

/* The parts of the page, each with its own heading. */
void jscan_html_add_calendar(const struct jscan_html *page);
void jscan_html_add_touches(const struct jscan_html *page);
void jscan_html_add_weaknesses(const struct jscan_html *page);
void jscan_html_add_applications(const struct jscan_html *page);
void jscan_html_add_people(const struct jscan_html *page);

#endif
