/*
 * Progress.  The rate is that of the whole run so far: notes are read in one
 * even stream, and a rate of the last moment would only jump about.
 */
#include "cli/progress.h"

#include <stdio.h>
#include <time.h>

#include "cli/environment.h"

#define REPEAT_MS    100
#define CLEAR_TO_END "\033[K"

static int64_t now_ms(void)
{
	struct timespec now;

	clock_gettime(CLOCK_MONOTONIC, &now);
	return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

void jscan_progress_init(struct jscan_progress *progress, bool is_wanted)
{
	progress->is_wanted =
		is_wanted && jscan_environment_is_terminal(stderr);
	progress->is_shown = false;
	progress->start_ms = now_ms();
	progress->next_ms =
		progress->start_ms + jscan_environment_progress_delay();
}

void jscan_progress_step(void *data, size_t done, size_t total)
{
	struct jscan_progress *progress = data;
	int64_t now, elapsed;
	size_t rate, left;

	if (!progress->is_wanted)
		return;
	now = now_ms();
	if (now < progress->next_ms || done == 0 || total == 0)
		return;
	progress->next_ms = now + REPEAT_MS;
	progress->is_shown = true;
	elapsed = now - progress->start_ms;
	rate = done * 1000 / (size_t)(elapsed > 0 ? elapsed : 1);
	left = rate > 0 && done < total ? (total - done + rate - 1) / rate : 0;
	fprintf(stderr,
		"\r%zu of %zu notes, %zu a second, %zu s left" CLEAR_TO_END,
		done, total, rate, left);
	fflush(stderr);
}

void jscan_progress_end(struct jscan_progress *progress)
{
	if (progress->is_shown)
		fputs("\r" CLEAR_TO_END, stderr);
	progress->is_shown = false;
}
