/*
 * What the program says on standard error, in one form:
 *
 *	path:line:column: severity: message [code]
 *	journalscan: severity: message [code]
 *
 * Control and bidirectional characters are written as \x1b or \u202e, so that
 * nothing in a note or a file name reaches the terminal as a command.
 */
#ifndef JSCAN_CLI_MESSAGE_H
#define JSCAN_CLI_MESSAGE_H

#include <stdbool.h>
#include <stdio.h>

#include "cli/args.h"
#include "journalscan.h"

/* Whether messages have colours; before the call they have none. */
void jscan_message_init(enum jscan_when when);

/* An error of usage: JSCAN_ERR_USAGE. */
void jscan_message_usage(const char *format, ...)
	__attribute__((format(printf, 1, 2)));

/* `code` is a word, such as "no-entries". */
void jscan_message_note(const char *code, const char *format, ...)
	__attribute__((format(printf, 2, 3)));

void jscan_message_error(enum jscan_error_code code, const char *format, ...)
	__attribute__((format(printf, 2, 3)));

/*
 * What the library says of a call that failed.  A path in it that is not
 * absolute is one below `dir`; NULL: as seen from the current folder.
 */
void jscan_message_failure(const struct jscan_error *err, const char *dir);

/* "no such file or directory": the system's words in our case. */
const char *jscan_message_reason(int errno_value);

/*
 * One diagnostic on any stream, its path as seen from the current folder when
 * `dir` is the folder that was scanned.
 */
void jscan_message_diagnostic(FILE *out, bool has_color, const char *dir,
			      const struct jscan_diagnostic *diagnostic);

/* Writes `path` below `dir` as seen from the current folder, escaped. */
void jscan_message_path(FILE *out, const char *dir, const char *path);

#endif
