/* Filling the public struct jscan_error. */
#ifndef JSCAN_BASE_ERROR_H
#define JSCAN_BASE_ERROR_H

#include "journalscan.h"

/*
 * Sets code and message and empties the position; always returns -1, so that a
 * failing function can end with `return jscan_error_set(…)`.
 */
int jscan_error_set(struct jscan_error *err, enum jscan_error_code code,
		    const char *format, ...)
	__attribute__((format(printf, 3, 4)));

/* The same with a place; line and column may be 0. */
int jscan_error_set_at(struct jscan_error *err, enum jscan_error_code code,
		       const char *path, unsigned line, unsigned column,
		       const char *format, ...)
	__attribute__((format(printf, 6, 7)));

#endif
