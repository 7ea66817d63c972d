/* Completions for the shells, made from the tables of options.h. */
#ifndef JSCAN_CLI_COMPLETION_H
#define JSCAN_CLI_COMPLETION_H

#include <stdio.h>

/* Returns 0, or -1 for a shell other than bash, zsh and fish. */
int jscan_completion_write(FILE *out, const char *shell);

#endif
