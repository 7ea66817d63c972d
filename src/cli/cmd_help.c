/*
 * help: of the program, of a command, of the codes, and the completions.
 */
#include <string.h>

#include "cli/commands.h"
#include "cli/completion.h"
#include "cli/help.h"
#include "cli/message.h"
#include "cli/sink.h"
#include "cli/suggest.h"

static int say_unknown_topic(const char *topic)
{
	struct jscan_suggestion near;

	jscan_suggestion_init(&near, topic, strlen(topic));
	for (size_t i = 0; i < JSCAN_COMMANDS; i++)
		jscan_suggestion_offer(&near, jscan_commands[i].name);
	jscan_suggestion_offer(&near, "codes");
	jscan_suggestion_offer(&near, "completions");
	if (near.nearest)
		jscan_message_usage("no help on '%s': did you mean %s?", topic,
				    near.nearest);
	else
		jscan_message_usage("no help on '%s': see journalscan help",
				    topic);
	return -1;
}

static int write_completions(FILE *out, const char *shell)
{
	if (shell && jscan_completion_write(out, shell) == 0)
		return 0;
	jscan_message_usage("completions are for bash, zsh or fish: "
			    "journalscan help completions SHELL");
	return -1;
}

static int write_topic(FILE *out, const struct jscan_args *args)
{
	const char *topic = args->words[0];
	const struct jscan_command *command;

	if (args->word_count == 0) {
		jscan_help_write(out);
		return 0;
	}
	if (strcmp(topic, "completions") == 0)
		return write_completions(out, args->words[1]);
	if (args->word_count > 1)
		return say_unknown_topic(args->words[1]);
	if (strcmp(topic, "codes") == 0) {
		jscan_help_write_codes(out);
		return 0;
	}
	command = jscan_command_find(topic);
	if (!command)
		return say_unknown_topic(topic);
	jscan_help_write_command(out, command);
	return 0;
}

enum jscan_exit jscan_cmd_help(const struct jscan_args *args)
{
	struct jscan_sink sink;

	jscan_sink_open(&sink, NULL, NULL);
	if (write_topic(sink.stream, args) < 0)
		return JSCAN_EXIT_FAILED;
	return jscan_sink_close(&sink) < 0 ? JSCAN_EXIT_FAILED
					   : JSCAN_EXIT_DONE;
}
