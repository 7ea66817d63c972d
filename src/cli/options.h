/*
 * The commands and options of the program, as data.  Parsing, --help, the
 * completions of the shells and the tests of the manual are all made from
 * these two tables; a new option is one row and one use.
 */
#ifndef JSCAN_CLI_OPTIONS_H
#define JSCAN_CLI_OPTIONS_H

#include <stdbool.h>
#include <stddef.h>

#include "journalscan.h"

/* Exit statuses; the manual's EXIT STATUS lists them. */
enum jscan_exit {
	JSCAN_EXIT_DONE = 0,
	JSCAN_EXIT_TROUBLE = 1, /* done; the journal has errors, or --exit-code
				   has something to say */
	JSCAN_EXIT_FAILED = 2	/* not done: usage, files, repository */
};

enum jscan_command_id {
	JSCAN_COMMAND_SCAN,
	JSCAN_COMMAND_CHECK,
	JSCAN_COMMAND_DUE,
	JSCAN_COMMAND_CONTACTS,
	JSCAN_COMMAND_WEAKNESSES,
	JSCAN_COMMAND_PREP,
	JSCAN_COMMAND_WHY,
	JSCAN_COMMAND_DRAFT,
	JSCAN_COMMAND_DONE,
	JSCAN_COMMAND_SNOOZE,
	JSCAN_COMMAND_NEW,
	JSCAN_COMMAND_EXPORT,
	JSCAN_COMMAND_LOG,
	JSCAN_COMMAND_DIFF,
	JSCAN_COMMAND_INIT,
	JSCAN_COMMAND_HOOK,
	JSCAN_COMMAND_LSP,
	JSCAN_COMMAND_CACHE,
	JSCAN_COMMAND_CONFIG,
	JSCAN_COMMAND_HELP,
	JSCAN_COMMAND_VERSION
};
#define JSCAN_COMMANDS (JSCAN_COMMAND_VERSION + 1)

enum jscan_option_id {
	JSCAN_OPTION_FORMAT,
	JSCAN_OPTION_OUTPUT,
	JSCAN_OPTION_LINK_FORMAT,
	JSCAN_OPTION_TYPE,
	JSCAN_OPTION_ROLE,
	JSCAN_OPTION_EDIT,
	JSCAN_OPTION_TABLE,
	JSCAN_OPTION_JOURNAL,
	JSCAN_OPTION_EVENTS,
	JSCAN_OPTION_ALARMS,
	JSCAN_OPTION_VCARD,
	JSCAN_OPTION_NO_SNAPSHOT,
	JSCAN_OPTION_STAGED,
	JSCAN_OPTION_REV,
	JSCAN_OPTION_ALL,
	JSCAN_OPTION_COMPANY,
	JSCAN_OPTION_RULE,
	JSCAN_OPTION_SINCE,
	JSCAN_OPTION_UNTIL,
	JSCAN_OPTION_DATE,
	JSCAN_OPTION_DRY_RUN,
	JSCAN_OPTION_CHECK,
	JSCAN_OPTION_HOOK,
	JSCAN_OPTION_REDACT,
	JSCAN_OPTION_COUNT,
	JSCAN_OPTION_EXIT_CODE,
	JSCAN_OPTION_AS_OF,
	JSCAN_OPTION_CONFIG,
	JSCAN_OPTION_NO_CACHE,
	JSCAN_OPTION_JOBS,
	JSCAN_OPTION_DIRECTORY,
	JSCAN_OPTION_QUIET,
	JSCAN_OPTION_VERBOSE,
	JSCAN_OPTION_COLOR,
	JSCAN_OPTION_NO_PAGER,
	JSCAN_OPTION_HELP,
	JSCAN_OPTION_VERSION
};
#define JSCAN_OPTIONS (JSCAN_OPTION_VERSION + 1)

enum jscan_value { /* what an option takes */
		   JSCAN_VALUE_NONE,
		   JSCAN_VALUE_TEXT,
		   JSCAN_VALUE_FILE,
		   JSCAN_VALUE_FOLDER,
		   JSCAN_VALUE_DATE,
		   JSCAN_VALUE_NUMBER,
		   JSCAN_VALUE_FORMAT,
		   JSCAN_VALUE_RULE,
		   JSCAN_VALUE_TYPE,
		   JSCAN_VALUE_TABLE,
		   JSCAN_VALUE_VCARD,
		   JSCAN_VALUE_WHEN
};

struct jscan_option {
	const char *name; /* without the dashes */
	char letter;	  /* 0: none */
	enum jscan_value kind;
	const char *value; /* its name in the help, NULL for a flag */
	unsigned commands; /* bits, 1 << enum jscan_command_id */
	const char *meaning;
};

struct jscan_example {
	const char *line; /* the whole command */
	const char *what;
};

struct jscan_args;

struct jscan_command {
	const char *name;
	const char *operands; /* "[DIR]" */
	size_t most_words;
	unsigned formats; /* bits, 1 << enum jscan_format */
	const char *summary;
	const char *about; /* paragraphs, apart by an empty line */
	struct jscan_example examples[5];
	enum jscan_exit (*run)(const struct jscan_args *args);
};

extern const struct jscan_command jscan_commands[JSCAN_COMMANDS];
extern const struct jscan_option jscan_option_table[JSCAN_OPTIONS];

/* NULL when there is none of that name or letter. */
const struct jscan_command *jscan_command_find(const char *name);
const struct jscan_option *jscan_option_find(const char *name, size_t len);
const struct jscan_option *jscan_option_find_letter(char letter);

bool jscan_command_takes(const struct jscan_command *command,
			 const struct jscan_option *option);

/*
 * The words that an option takes, one by one: NULL past the last, and at once
 * for an option that takes any text.  Formats are those of the command.
 */
const char *jscan_option_choice(const struct jscan_option *option,
				const struct jscan_command *command,
				size_t index);

/* The choices of --table, in their order. */
enum jscan_table {
	JSCAN_TABLE_FOLLOWUPS,
	JSCAN_TABLE_CONTACTS,
	JSCAN_TABLE_WEAKNESSES,
	JSCAN_TABLE_ENTRIES,
	JSCAN_TABLE_APPLICATIONS,
	JSCAN_TABLE_ASSESSMENTS
};

/* The same in words: "text, md or json"; cut where `size` is too small. */
void jscan_option_list_choices(char *out, size_t size,
			       const struct jscan_option *option,
			       const struct jscan_command *command);

/* "text", "md" …; the file ending of a format is its name but for text: txt. */
const char *jscan_format_name(enum jscan_format format);
#define JSCAN_FORMATS (JSCAN_FORMAT_SARIF + 1)

#endif
