/*
 * The evidence of a weakness by interview: how often it was noted there, and
 * the share of the last few interviews that it showed in.
 */
#include "output/course.h"

#include <assert.h>
#include <string.h>

/* Whether each of the sittings shown, and of those just before, holds it. */
struct marks {
	size_t before; /* that the first window reaches back */
	unsigned passages[JSCAN_COURSE_MOST + JSCAN_COURSE_WINDOW];
};

static void find_marks(struct marks *out, const struct jscan_course *course,
		       const struct jscan_report *report,
		       const struct jscan_weakness *weakness)
{
	size_t from;

	memset(out, 0, sizeof(*out));
	out->before = course->first < JSCAN_COURSE_WINDOW - 1
			      ? course->first
			      : JSCAN_COURSE_WINDOW - 1;
	from = course->first - out->before;
	for (size_t i = 0; weakness->sittings && i < weakness->evidence.count;
	     i++) {
		size_t sitting = weakness->sittings[i];

		if (sitting >= from && sitting < report->sitting_count)
			out->passages[sitting - from]++;
	}
}

void jscan_course_make(struct jscan_course *out,
		       const struct jscan_report *report,
		       const struct jscan_weakness *weakness)
{
	struct marks marks;

	memset(out, 0, sizeof(*out));
	out->count = report->sitting_count < JSCAN_COURSE_MOST
			     ? report->sitting_count
			     : JSCAN_COURSE_MOST;
	out->first = report->sitting_count - out->count;
	find_marks(&marks, out, report, weakness);
	for (size_t i = 0; i < out->count; i++) {
		size_t end = marks.before + i + 1;
		size_t begin = end < JSCAN_COURSE_WINDOW
				       ? 0
				       : end - JSCAN_COURSE_WINDOW;

		out->passages[i] = marks.passages[end - 1];
		out->of[i] = (unsigned)(end - begin);
		for (size_t k = begin; k < end; k++)
			out->shown[i] += marks.passages[k] > 0;
	}
}

void jscan_course_draw(char out[JSCAN_COURSE_BARS * 3 + 1],
		       const struct jscan_report *report,
		       const struct jscan_weakness *weakness)
{
	struct jscan_course course;
	size_t bars, len = 0;

	jscan_course_make(&course, report, weakness);
	bars = course.count < JSCAN_COURSE_BARS ? course.count
						: JSCAN_COURSE_BARS;
	for (size_t i = 0; i < bars; i++) {
		size_t from = course.count * i / bars;
		size_t to = course.count * (i + 1) / bars;
		size_t shown = 0, step;

		assert(from < to);
		for (size_t k = from; k < to; k++)
			shown += course.passages[k] > 0;
		/* U+2581 is none at all, U+2588 all; a little is seen. */
		step = (shown * 7 + to - from - 1) / (to - from);
		memcpy(out + len, "\xe2\x96\x81", 3);
		out[len + 2] = (char)(0x81 + step);
		len += 3;
	}
	out[len] = '\0';
}
