/*
 * How far a scan is, on one line of standard error that is gone at the end.  It
 * shows only on a terminal, and only when a scan takes more than half a second.
 */
#ifndef JSCAN_CLI_PROGRESS_H
#define JSCAN_CLI_PROGRESS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct jscan_progress {
	bool is_wanted;
	bool is_shown;
	int64_t start_ms;
	int64_t next_ms; /* nothing is written before */
};

void jscan_progress_init(struct jscan_progress *progress, bool is_wanted);

/* As struct jscan_options wants it; `data` is the progress. */
void jscan_progress_step(void *data, size_t done, size_t total);

/* Clears the line. */
void jscan_progress_end(struct jscan_progress *progress);

#endif
