/*
 * Reads the command line by the tables in options.c.  Options are collected
 * first, wherever they stand; then the command is known, and each option is
 * checked against it and its value understood.
 */
#include "cli/args.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "cli/message.h"
#include "cli/suggest.h"

struct reading {
	struct jscan_args *args;
	int argc;
	char *const *argv;
	int next;
};

bool jscan_args_has(const struct jscan_args *args, enum jscan_option_id id)
{
	return args->given[id] != NULL;
}

const char *jscan_args_dir(const struct jscan_args *args)
{
	/* Other commands name an item there, and take -C. */
	bool takes_dir = strncmp(args->command->operands, "[DIR]", 5) == 0;

	return takes_dir && args->word_count > 0 ? args->words[0] : ".";
}

static int say_unknown_option(const char *arg, size_t len)
{
	struct jscan_suggestion near;

	jscan_suggestion_init(&near, arg + 2, len - 2);
	for (size_t i = 0; i < JSCAN_OPTIONS; i++)
		jscan_suggestion_offer(&near, jscan_option_table[i].name);
	if (near.nearest)
		jscan_message_usage("unknown option %.*s: did you mean --%s?",
				    (int)len, arg, near.nearest);
	else
		jscan_message_usage("unknown option %.*s: see journalscan help",
				    (int)len, arg);
	return -1;
}

static int say_no_value(const struct jscan_option *option)
{
	jscan_message_usage("option --%s needs a value: --%s %s", option->name,
			    option->name, option->value);
	return -1;
}

/* Takes the argument behind an option as its value. */
static int take_next(struct reading *reading, const struct jscan_option *option)
{
	if (reading->next >= reading->argc)
		return say_no_value(option);
	reading->args->given[option - jscan_option_table] =
		reading->argv[reading->next++];
	return 0;
}

static int read_long(struct reading *reading, const char *arg)
{
	const char *value = strchr(arg, '=');
	size_t len = value ? (size_t)(value - arg) : strlen(arg);
	const struct jscan_option *option = jscan_option_find(arg + 2, len - 2);

	if (!option)
		return say_unknown_option(arg, len);
	if (option->kind == JSCAN_VALUE_NONE && value) {
		jscan_message_usage("option --%s takes no value", option->name);
		return -1;
	}
	if (option->kind != JSCAN_VALUE_NONE && !value)
		return take_next(reading, option);
	reading->args->given[option - jscan_option_table] =
		value ? value + 1 : "";
	return 0;
}

/* -qv is -q -v; -ofile is -o file. */
static int read_short(struct reading *reading, const char *arg)
{
	const char *p;

	for (p = arg + 1; *p != '\0'; p++) {
		const struct jscan_option *option =
			jscan_option_find_letter(*p);

		if (!option) {
			jscan_message_usage("unknown option %s: "
					    "see journalscan help",
					    arg);
			return -1;
		}
		if (option->kind != JSCAN_VALUE_NONE) {
			if (p[1] == '\0')
				return take_next(reading, option);
			reading->args->given[option - jscan_option_table] =
				p + 1;
			return 0;
		}
		reading->args->given[option - jscan_option_table] = "";
	}
	return 0;
}

/* The first word is the command, if there is one of that name. */
static int read_word(struct reading *reading, const char *word)
{
	struct jscan_args *args = reading->args;

	if (!args->command) {
		args->command = jscan_command_find(word);
		if (args->command)
			return 0;
		args->command = &jscan_commands[JSCAN_COMMAND_SCAN];
		args->is_implicit = true;
	}
	if (args->word_count < args->command->most_words) {
		args->words[args->word_count++] = word;
		return 0;
	}
	if (strcmp(args->command->operands, "[DIR]") == 0)
		jscan_message_usage("one folder at a time: '%s' is one too "
				    "many; a name with blanks needs quotes",
				    word);
	else
		jscan_message_usage("%s does not take '%s': "
				    "see journalscan help %s",
				    args->command->name, word,
				    args->command->name);
	return -1;
}

static int collect(struct reading *reading)
{
	bool has_ended = false; /* "--" was seen */

	while (reading->next < reading->argc) {
		const char *arg = reading->argv[reading->next++];
		int ret;

		if (has_ended || arg[0] != '-' || arg[1] == '\0')
			ret = read_word(reading, arg);
		else if (arg[1] != '-')
			ret = read_short(reading, arg);
		else if (arg[2] != '\0')
			ret = read_long(reading, arg);
		else {
			has_ended = true;
			ret = 0;
		}
		if (ret < 0)
			return -1;
	}
	return 0;
}

static int check_taken(const struct jscan_args *args)
{
	for (size_t i = 0; i < JSCAN_OPTIONS; i++) {
		const struct jscan_option *option = &jscan_option_table[i];

		if (!args->given[i] ||
		    jscan_command_takes(args->command, option))
			continue;
		jscan_message_usage("%s takes no option --%s: "
				    "see journalscan help %s",
				    args->command->name, option->name,
				    args->command->name);
		return -1;
	}
	return 0;
}

/* Finds a value among the words its option takes; -1 after a message. */
static int find_choice(size_t *out, const struct jscan_args *args,
		       enum jscan_option_id id)
{
	const struct jscan_option *option = &jscan_option_table[id];
	const char *value = args->given[id];
	struct jscan_suggestion near;
	const char *choice;
	char list[256];

	jscan_suggestion_init(&near, value, strlen(value));
	for (size_t i = 0;
	     (choice = jscan_option_choice(option, args->command, i)); i++) {
		if (strcmp(choice, value) == 0) {
			*out = i;
			return 0;
		}
		jscan_suggestion_offer(&near, choice);
	}
	jscan_option_list_choices(list, sizeof(list), option, args->command);
	if (near.nearest)
		jscan_message_usage("unknown %s '%s': did you mean %s?",
				    option->name, value, near.nearest);
	else
		jscan_message_usage("unknown %s '%s': %s takes %s",
				    option->name, value, args->command->name,
				    list);
	return -1;
}

/* The format that the ending of a file's name stands for; -1: none. */
static int format_of_ending(const char *path)
{
	const char *slash = strrchr(path, '/');
	const char *dot = strrchr(slash ? slash : path, '.');

	if (!dot)
		return -1;
	if (strcmp(dot, ".txt") == 0)
		return JSCAN_FORMAT_TEXT;
	if (strcmp(dot, ".db") == 0 || strcmp(dot, ".sqlite3") == 0)
		return JSCAN_FORMAT_SQLITE;
	for (int format = 0; format < JSCAN_FORMATS; format++)
		if (strcmp(dot + 1,
			   jscan_format_name((enum jscan_format)format)) == 0)
			return format;
	return -1;
}

/* Most commands print text; those that make files for others do not. */
static bool has_no_usual_format(const struct jscan_command *command)
{
	return command->formats &&
	       !(command->formats & 1u << JSCAN_FORMAT_TEXT);
}

static int say_no_format(const struct jscan_args *args)
{
	char list[256];

	jscan_option_list_choices(list, sizeof(list),
				  &jscan_option_table[JSCAN_OPTION_FORMAT],
				  args->command);
	jscan_message_usage("%s needs to know for what: --format %s, or a FILE "
			    "of --output that ends so",
			    args->command->name, list);
	return -1;
}

/*
 * Without --format, the ending of --output decides; what scan writes there
 * without a telling one is the report as it would be in its own file.
 */
static int guess_format(struct jscan_args *args)
{
	const char *output = args->given[JSCAN_OPTION_OUTPUT];
	int format = output ? format_of_ending(output) : -1;
	bool is_scan = args->command == &jscan_commands[JSCAN_COMMAND_SCAN];

	args->format = output && is_scan ? JSCAN_FORMAT_MD : JSCAN_FORMAT_TEXT;
	if (format < 0 && has_no_usual_format(args->command))
		return say_no_format(args);
	if (format < 0 || !args->command->formats)
		return 0;
	args->format = (enum jscan_format)format;
	if (args->command->formats & 1u << format)
		return 0;
	jscan_message_usage("%s has no format %s: give the one of '%s' with "
			    "--format",
			    args->command->name,
			    jscan_format_name(args->format), output);
	return -1;
}

static int read_format(struct jscan_args *args)
{
	const char *name;
	size_t index;

	if (!jscan_args_has(args, JSCAN_OPTION_FORMAT))
		return guess_format(args);
	if (find_choice(&index, args, JSCAN_OPTION_FORMAT) < 0)
		return -1;
	name = args->given[JSCAN_OPTION_FORMAT];
	args->format = JSCAN_FORMAT_TEXT;
	while (strcmp(jscan_format_name(args->format), name) != 0)
		args->format++;
	return 0;
}

static int read_date(struct jscan_date *out, const struct jscan_args *args,
		     enum jscan_option_id id)
{
	const char *value = args->given[id];

	if (!value || jscan_date_parse(out, value) == 0)
		return 0;
	jscan_message_usage("--%s takes a day as YYYY-MM-DD, not '%s'",
			    jscan_option_table[id].name, value);
	return -1;
}

static int read_jobs(struct jscan_args *args)
{
	const char *value = args->given[JSCAN_OPTION_JOBS];
	unsigned long n;
	char *end;

	if (!value)
		return 0;
	errno = 0;
	n = strtoul(value, &end, 10);
	if (value[0] >= '0' && value[0] <= '9' && *end == '\0' && errno == 0 &&
	    n >= 1 && n <= 256) {
		args->jobs = (unsigned)n;
		return 0;
	}
	jscan_message_usage("--jobs takes a number from 1 to 256, not '%s'",
			    value);
	return -1;
}

static int read_values(struct jscan_args *args)
{
	size_t index = 0;

	if (jscan_args_has(args, JSCAN_OPTION_STAGED) &&
	    jscan_args_has(args, JSCAN_OPTION_REV)) {
		jscan_message_usage("--staged and --rev are two states: give "
				    "one of them");
		return -1;
	}
	if (jscan_args_has(args, JSCAN_OPTION_COLOR)) {
		if (find_choice(&index, args, JSCAN_OPTION_COLOR) < 0)
			return -1;
		args->color = (enum jscan_when)index;
		jscan_message_init(args->color);
	}
	if (jscan_args_has(args, JSCAN_OPTION_RULE)) {
		if (find_choice(&index, args, JSCAN_OPTION_RULE) < 0)
			return -1;
		args->rule = (enum jscan_rule)index;
	}
	args->type = JSCAN_EVENT_INTERVIEW;
	if (jscan_args_has(args, JSCAN_OPTION_TYPE)) {
		if (find_choice(&index, args, JSCAN_OPTION_TYPE) < 0)
			return -1;
		args->type = (enum jscan_event_type)index;
	}
	if (jscan_args_has(args, JSCAN_OPTION_TABLE)) {
		if (find_choice(&index, args, JSCAN_OPTION_TABLE) < 0)
			return -1;
		args->table = (enum jscan_table)index;
	}
	if (jscan_args_has(args, JSCAN_OPTION_VCARD)) {
		if (find_choice(&index, args, JSCAN_OPTION_VCARD) < 0)
			return -1;
		args->is_vcard_3 = index == 1;
	}
	if (read_format(args) < 0 ||
	    read_date(&args->as_of, args, JSCAN_OPTION_AS_OF) < 0 ||
	    read_date(&args->since, args, JSCAN_OPTION_SINCE) < 0 ||
	    read_date(&args->date, args, JSCAN_OPTION_DATE) < 0 ||
	    read_date(&args->until, args, JSCAN_OPTION_UNTIL) < 0 ||
	    read_jobs(args) < 0)
		return -1;
	return 0;
}

int jscan_args_parse(struct jscan_args *out, int argc, char *const *argv)
{
	struct reading reading = {out, argc, argv, 1};

	memset(out, 0, sizeof(*out));
	if (collect(&reading) < 0)
		return -1;
	if (!out->command) {
		out->command = &jscan_commands[JSCAN_COMMAND_SCAN];
		out->is_implicit = true;
	}
	/* Whoever asks for help gets it, whatever else they wrote. */
	if (jscan_args_has(out, JSCAN_OPTION_HELP) ||
	    jscan_args_has(out, JSCAN_OPTION_VERSION))
		return 0;
	if (check_taken(out) < 0)
		return -1;
	return read_values(out);
}
