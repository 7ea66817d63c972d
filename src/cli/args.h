/* What the user asked for: the command line, read and checked. */
#ifndef JSCAN_CLI_ARGS_H
#define JSCAN_CLI_ARGS_H

#include <stdbool.h>
#include <stddef.h>

#include "journalscan.h"
#include "cli/options.h"

enum jscan_when { JSCAN_WHEN_AUTO, JSCAN_WHEN_ALWAYS, JSCAN_WHEN_NEVER };

#define JSCAN_WORDS_MOST 3

struct jscan_args {
	const struct jscan_command *command;
	bool is_implicit;		     /* scan, with no command named */
	const char *words[JSCAN_WORDS_MOST]; /* without the command's name */
	size_t word_count;
	const char *given[JSCAN_OPTIONS]; /* as written, "" of a flag; NULL */
	/* The same, understood; only of use where `given` is not NULL. */
	enum jscan_format format;
	enum jscan_rule rule;
	enum jscan_when color;
	enum jscan_table table;
	enum jscan_event_type type;
	bool is_vcard_3;
	struct jscan_date as_of; /* today, where not given */
	struct jscan_date since;
	struct jscan_date until;
	struct jscan_date date;
	unsigned jobs;
};

/*
 * Options may stand anywhere before "--", values behind "=" or as the next
 * argument; the last of several counts.  Returns 0, or -1 after saying what is
 * wrong on standard error.  What *out points to lives as long as argv.
 */
int jscan_args_parse(struct jscan_args *out, int argc, char *const *argv);

bool jscan_args_has(const struct jscan_args *args, enum jscan_option_id id);

/* The folder to work on; "." when none is named. */
const char *jscan_args_dir(const struct jscan_args *args);

#endif
