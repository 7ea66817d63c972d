/*
 * A small program that uses the library: prints one line for each follow-up
 * that is overdue on a day.
 *
 *	cc overdue.c $(pkg-config --cflags --libs journalscan) -o overdue
 *	./overdue ~/notes/interviews 2026-10-15
 */
#include <journalscan.h>

#include <stdio.h>

int main(int argc, char **argv)
{
	struct jscan_options options = {0};
	const struct jscan_report *report;
	struct jscan_scan *scan;
	struct jscan_error err;

	if (argc != 3 || jscan_date_parse(&options.as_of, argv[2]) < 0) {
		fprintf(stderr, "usage: overdue DIR YYYY-MM-DD\n");
		return 2;
	}
	if (jscan_scan_run(&scan, argv[1], &options, &err) < 0) {
		fprintf(stderr, "overdue: %s\n", err.message);
		return 2;
	}
	report = jscan_scan_get_report(scan);
	for (size_t i = 0; i < report->followup_count; i++) {
		const struct jscan_followup *item = &report->followups[i];
		char due[11];

		if (item->status != JSCAN_STATUS_OVERDUE)
			continue;
		jscan_date_format(due, item->due);
		printf("%s  %s  %s  %s\n", due,
		       item->company ? item->company : "(no company)",
		       item->action, item->contact ? item->contact : "");
	}
	jscan_scan_free(scan);
	return 0;
}
