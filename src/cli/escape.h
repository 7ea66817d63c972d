/* Text from strangers made harmless for a terminal. */
#ifndef JSCAN_CLI_ESCAPE_H
#define JSCAN_CLI_ESCAPE_H

#include <stdio.h>

/*
 * Writes text with control characters (C0, DEL, C1), bytes that are not UTF-8,
 * line and paragraph separators, bidirectional controls and other invisible
 * marks as \n, \x1b or \u202e.
 */
void jscan_escape_write(FILE *out, const char *text);

#endif
