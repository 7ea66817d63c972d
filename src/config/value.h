/* The values of a configuration that are more than text. */
#ifndef JSCAN_CONFIG_VALUE_H
#define JSCAN_CONFIG_VALUE_H

#include "config/config.h"

/* "7 days", "2 weeks", "3 months", or a number of days.  Returns 0 or -1. */
int jscan_span_parse(struct jscan_span *out, const char *text);

/* "3..4 months".  Returns 0, or -1, also when it ends before it begins. */
int jscan_window_parse(struct jscan_window *out, const char *text);

/* "5 seconds", "1 minute", or a number of seconds, up to an hour. */
int jscan_seconds_parse(int *out, const char *text);

#endif
