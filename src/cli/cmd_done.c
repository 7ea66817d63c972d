/*
 * done and snooze: the two commands that change a note.  Both print what they
 * did in one line, or with --dry-run what they would do as a diff.
 */
#include <stdlib.h>
#include <string.h>

#include "cli/commands.h"
#include "cli/environment.h"
#include "cli/escape.h"
#include "cli/message.h"
#include "cli/run.h"
#include "cli/sink.h"

typedef int (*edit_fn)(struct jscan_edit *out, struct jscan_scan *scan,
		       const struct jscan_edit_options *options,
		       struct jscan_error *err);

/* One line made harmless, but for its end. */
static void print_line(FILE *out, const char *bytes, size_t len)
{
	while (len > 0) {
		size_t part = strnlen(bytes, len);
		char *text = strndup(bytes, part);

		if (text)
			jscan_escape_write(out, text);
		free(text);
		if (part < len) {
			fputs("\\x00", out);
			part++;
		}
		bytes += part;
		len -= part;
	}
}

/*
 * Bytes as they are, so that patch(1) takes them; on a terminal nothing in a
 * note may be a command.
 */
static void print_diff(FILE *out, const struct jscan_edit *edit)
{
	const char *bytes = edit->diff, *end = edit->diff + edit->diff_len;

	if (!jscan_environment_is_tty(out)) {
		fwrite(bytes, 1, edit->diff_len, out);
		return;
	}
	while (bytes < end) {
		const char *line = memchr(bytes, '\n', (size_t)(end - bytes));

		print_line(out, bytes, (size_t)((line ? line : end) - bytes));
		fputc('\n', out);
		bytes = line ? line + 1 : end;
	}
}

static void print_day(FILE *out, const char *before, struct jscan_date day)
{
	char text[11];

	jscan_date_format(text, day);
	if (text[0] != '\0')
		fprintf(out, "%s%s", before, text);
}

/* "tarn.md:4: thank-you, Tarn: done on 2026-05-07" */
static void print_edit(FILE *out, const struct jscan_run *run,
		       const struct jscan_edit *edit, const char *what,
		       struct jscan_date day)
{
	const struct jscan_followup *item = edit->followup;

	jscan_message_path(out, run->dir, edit->path);
	fprintf(out, ":%u: %s", edit->line, jscan_rule_name(item->rule));
	if (item->company) {
		fputs(", ", out);
		jscan_escape_write(out, item->company);
	}
	fputs(": ", out);
	print_day(out, what, day);
	print_day(out, "; the next one from ", edit->next);
	fputc('\n', out);
}

static enum jscan_exit run_edit(const struct jscan_args *args, edit_fn fn,
				const struct jscan_edit_options *options,
				const char *what)
{
	enum jscan_exit status = JSCAN_EXIT_FAILED;
	struct jscan_edit edit;
	struct jscan_sink sink;
	struct jscan_error err;
	struct jscan_run run;

	if (jscan_run_start(&run, args, JSCAN_RUN_BLIND) < 0)
		return JSCAN_EXIT_FAILED;
	if (fn(&edit, run.scan, options, &err) < 0) {
		jscan_message_failure(&err, run.dir);
	} else if (jscan_sink_open(&sink, NULL, NULL) == 0) {
		if (options->is_dry_run)
			print_diff(sink.stream, &edit);
		else if (!jscan_args_has(args, JSCAN_OPTION_QUIET))
			print_edit(sink.stream, &run, &edit, what,
				   options->date);
		if (jscan_sink_close(&sink) == 0)
			status = JSCAN_EXIT_DONE;
	}
	jscan_run_end(&run);
	return status;
}

static int check_id(const struct jscan_args *args)
{
	if (args->word_count > 0)
		return 0;
	jscan_message_usage("%s what? name an id that `journalscan due` prints",
			    args->command->name);
	return -1;
}

enum jscan_exit jscan_cmd_done(const struct jscan_args *args)
{
	struct jscan_edit_options options = {
		.id = args->words[0],
		.date = args->date,
		.is_dry_run = jscan_args_has(args, JSCAN_OPTION_DRY_RUN)};

	if (check_id(args) < 0)
		return JSCAN_EXIT_FAILED;
	if (!jscan_args_has(args, JSCAN_OPTION_DATE))
		options.date = jscan_args_has(args, JSCAN_OPTION_AS_OF)
				       ? args->as_of
				       : jscan_environment_today();
	return run_edit(args, jscan_scan_mark_done, &options, "done on ");
}

enum jscan_exit jscan_cmd_snooze(const struct jscan_args *args)
{
	struct jscan_edit_options options = {
		.id = args->words[0],
		.date = args->until,
		.is_dry_run = jscan_args_has(args, JSCAN_OPTION_DRY_RUN)};

	if (check_id(args) < 0)
		return JSCAN_EXIT_FAILED;
	if (!jscan_args_has(args, JSCAN_OPTION_UNTIL)) {
		jscan_message_usage("until when? snooze needs --until DATE");
		return JSCAN_EXIT_FAILED;
	}
	return run_edit(args, jscan_scan_snooze, &options, "rests until ");
}
