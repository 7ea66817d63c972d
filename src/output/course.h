/* How a weakness showed from interview to interview, for charts and tables. */
#ifndef JSCAN_OUTPUT_COURSE_H
#define JSCAN_OUTPUT_COURSE_H

#include "output/report.h"

#define JSCAN_COURSE_MOST   40 /* sittings that are shown: the latest */
#define JSCAN_COURSE_WINDOW 5	/* the rate is that of so many, as the trend's */
#define JSCAN_COURSE_BARS   8	/* of a row of bars, each 3 bytes */

struct jscan_course {
	size_t first; /* index of the first sitting shown */
	size_t count; /* of those shown */
	unsigned passages[JSCAN_COURSE_MOST]; /* that show it in that one */
	unsigned shown[JSCAN_COURSE_MOST]; /* of the last so many up to it … */
	unsigned of[JSCAN_COURSE_MOST];    /* … these held it */
};

/* The same columns for every weakness of a report. */
void jscan_course_make(struct jscan_course *out,
			const struct jscan_report *report,
			const struct jscan_weakness *weakness);

/* The share of the latest sittings as bars of text, the oldest first. */
void jscan_course_draw(char out[JSCAN_COURSE_BARS * 3 + 1],
			const struct jscan_report *report,
			const struct jscan_weakness *weakness);

#endif
