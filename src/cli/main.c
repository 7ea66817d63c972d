/*
 * The program: makes the surroundings safe, reads the command line, runs one
 * command.  It uses the library only through journalscan.h.
 */
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "cli/args.h"
#include "cli/commands.h"
#include "cli/environment.h"
#include "cli/help.h"
#include "cli/message.h"
#include "cli/pager.h"
#include "cli/sink.h"

/*
 * A descriptor from 0 to 2 that is closed would be given to the next file that
 * is opened, and a message would end up in a report.  Standard output becomes
 * one that refuses writing: a result that cannot go anywhere is an error.
 */
static void open_standard_streams(void)
{
	int fd;

	for (fd = 0; fd <= 2; fd++)
		if (fcntl(fd, F_GETFD) < 0 && errno == EBADF &&
		    /* cppcheck-suppress leakReturnValNotUsed ; stays open */
		    open("/dev/null", fd == STDOUT_FILENO ? O_RDONLY : O_RDWR) <
			    0)
			_exit(JSCAN_EXIT_FAILED);
}

/* What these would kill for comes back as an errno, and is said. */
static void ignore_signals(void)
{
	signal(SIGPIPE, SIG_IGN);
	signal(SIGXFSZ, SIG_IGN);
}

static enum jscan_exit print_help(const struct jscan_args *args)
{
	struct jscan_sink sink;

	jscan_sink_open(&sink, NULL, NULL);
	if (args->is_implicit)
		jscan_help_write(sink.stream);
	else
		jscan_help_write_command(sink.stream, args->command);
	return jscan_sink_close(&sink) < 0 ? JSCAN_EXIT_FAILED
					   : JSCAN_EXIT_DONE;
}

/* A hook of a commit, which is not held up whatever goes wrong. */
static bool is_hook(const struct jscan_args *args)
{
	return args->command == &jscan_commands[JSCAN_COMMAND_HOOK] &&
	       args->word_count > 1 && strcmp(args->words[1], "merge") != 0;
}

static enum jscan_exit run_command(const struct jscan_args *args)
{
	const char *directory = args->given[JSCAN_OPTION_DIRECTORY];

	if (directory)
		jscan_environment_pin();
	if (directory && chdir(directory) < 0) {
		/* A branch may lack the journal; then git commits without. */
		if (errno == ENOENT && is_hook(args))
			return JSCAN_EXIT_DONE;
		jscan_message_error(JSCAN_ERR_IO, "cannot go to '%s': %s",
				    directory, jscan_message_reason(errno));
		return is_hook(args) ? JSCAN_EXIT_DONE : JSCAN_EXIT_FAILED;
	}
	return args->command->run(args);
}

int main(int argc, char **argv)
{
	struct jscan_args args = {0};

	open_standard_streams();
	/* A message is one write: whole, and not one for each character. */
	setvbuf(stderr, NULL, _IOLBF, BUFSIZ);
	ignore_signals();
	jscan_message_init(JSCAN_WHEN_AUTO);
	if (jscan_args_parse(&args, argc, argv) < 0)
		return JSCAN_EXIT_FAILED;
	jscan_pager_init(!jscan_args_has(&args, JSCAN_OPTION_NO_PAGER));
	if (jscan_args_has(&args, JSCAN_OPTION_HELP))
		return print_help(&args);
	if (jscan_args_has(&args, JSCAN_OPTION_VERSION))
		return jscan_cmd_version(&args);
	return run_command(&args);
}
