/* The help texts, made from the tables of options.h. */
#ifndef JSCAN_CLI_HELP_H
#define JSCAN_CLI_HELP_H

#include <stdio.h>

#include "cli/options.h"

void jscan_help_write(FILE *out);
void jscan_help_write_command(FILE *out, const struct jscan_command *command);

/* Every code of a diagnostic and of an error, and what it means. */
void jscan_help_write_codes(FILE *out);

#endif
