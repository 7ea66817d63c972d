/*
 * new: a new note, where it belongs, to its place or to standard output.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "cli/commands.h"
#include "cli/editor.h"
#include "cli/message.h"
#include "cli/run.h"
#include "cli/sink.h"

/* To the file that was named, which must not be there yet. */
static int write_elsewhere(const struct jscan_run *run,
			   const struct jscan_new_note *note)
{
	const char *path = run->args->given[JSCAN_OPTION_OUTPUT];
	struct jscan_sink sink;

	if (strcmp(path, "-") != 0 && access(path, F_OK) == 0) {
		jscan_message_error(JSCAN_ERR_REFUSED,
				    "'%s' is there already: name another file",
				    path);
		return -1;
	}
	if (jscan_sink_open(&sink, path, run->scan) < 0)
		return -1;
	jscan_sink_write(&sink, note->text, note->len);
	return jscan_sink_close(&sink);
}

/* Where the note is, as somebody in the current folder finds it. */
static int say_place(const struct jscan_run *run, const char *path)
{
	struct jscan_sink sink;

	jscan_sink_open(&sink, NULL, NULL);
	jscan_message_path(sink.stream, run->dir, path);
	fputc('\n', sink.stream);
	return jscan_sink_close(&sink);
}

static int edit(const struct jscan_run *run, const struct jscan_new_note *note)
{
	const char *output = run->args->given[JSCAN_OPTION_OUTPUT];
	char *path = NULL;
	int ret;

	if (output)
		return jscan_editor_open(output);
	if (asprintf(&path, "%s/%s", run->dir, note->path) < 0)
		return -1;
	ret = jscan_editor_open(path);
	free(path);
	return ret;
}

static int make(const struct jscan_run *run)
{
	const struct jscan_args *args = run->args;
	const char *output = args->given[JSCAN_OPTION_OUTPUT];
	struct jscan_new_options options = {0};
	struct jscan_new_note note;
	struct jscan_error err;

	options.company = args->word_count > 0 ? args->words[0] : NULL;
	options.role = args->given[JSCAN_OPTION_ROLE];
	options.type = args->type;
	options.date = args->date;
	options.is_dry_run = output != NULL;
	if (jscan_scan_new_note(&note, run->scan, &options, &err) < 0) {
		jscan_message_failure(&err, run->dir);
		return -1;
	}
	if ((output ? write_elsewhere(run, &note) : say_place(run, note.path)) <
	    0)
		return -1;
	return jscan_args_has(args, JSCAN_OPTION_EDIT) ? edit(run, &note) : 0;
}

enum jscan_exit jscan_cmd_new(const struct jscan_args *args)
{
	const char *output = args->given[JSCAN_OPTION_OUTPUT];
	enum jscan_exit status = JSCAN_EXIT_DONE;
	struct jscan_run run;

	if (output && strcmp(output, "-") == 0 &&
	    jscan_args_has(args, JSCAN_OPTION_EDIT)) {
		jscan_message_usage("--edit needs a file: leave --output out");
		return JSCAN_EXIT_FAILED;
	}
	if (jscan_run_start(&run, args, JSCAN_RUN_BLIND) < 0)
		return JSCAN_EXIT_FAILED;
	if (make(&run) < 0)
		status = JSCAN_EXIT_FAILED;
	else if (jscan_run_is_blind(&run))
		status = JSCAN_EXIT_TROUBLE;
	jscan_run_end(&run);
	return status;
}
