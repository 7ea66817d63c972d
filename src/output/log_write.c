/*
 * The way in to the writers of a log and of a comparison, as write.c is to
 * those of a report.
 */
#include <errno.h>
#include <string.h>

#include "base/error.h"
#include "output/log.h"

static int finish(struct jscan_buf *out, struct jscan_error *err)
{
	int ret = jscan_buf_flush(out);

	jscan_buf_release(out);
	if (ret < 0)
		return jscan_error_set(err, JSCAN_ERR_IO,
				       "cannot write the output: %s",
				       strerror(errno));
	return 0;
}

int jscan_log_write(const struct jscan_log *log, enum jscan_format format,
		    const struct jscan_format_options *options,
		    jscan_write_fn write, void *data, struct jscan_error *err)
{
	struct jscan_buf out;

	if (format != JSCAN_FORMAT_TEXT && format != JSCAN_FORMAT_JSON &&
	    format != JSCAN_FORMAT_CSV)
		return jscan_error_set(err, JSCAN_ERR_USAGE,
				       "a log is text, json or csv");
	if (options->redaction)
		log = jscan_redaction_log(options->redaction, log);
	jscan_buf_init_writer(&out, write, data);
	if (format == JSCAN_FORMAT_JSON)
		jscan_log_write_json(&out, log);
	else if (format == JSCAN_FORMAT_CSV)
		jscan_log_write_csv(&out, log);
	else
		jscan_log_write_text(&out, log, options);
	return finish(&out, err);
}

int jscan_comparison_write(const struct jscan_comparison *comparison,
			   enum jscan_format format,
			   const struct jscan_format_options *options,
			   jscan_write_fn write, void *data,
			   struct jscan_error *err)
{
	struct jscan_redaction *redaction = options->redaction;
	struct jscan_comparison *redacted = NULL;
	struct jscan_buf out;

	if (format != JSCAN_FORMAT_TEXT && format != JSCAN_FORMAT_JSON)
		return jscan_error_set(err, JSCAN_ERR_USAGE,
				       "a comparison is text or json");
	/* Initials are as different as the names, so it compares the same. */
	if (redaction) {
		jscan_report_compare(
			&redacted,
			jscan_redaction_report(redaction, comparison->before),
			jscan_redaction_report(redaction, comparison->after));
		comparison = redacted;
	}
	jscan_buf_init_writer(&out, write, data);
	if (format == JSCAN_FORMAT_JSON)
		jscan_comparison_write_json(&out, comparison);
	else
		jscan_comparison_write_text(&out, comparison, options);
	jscan_comparison_free(redacted);
	return finish(&out, err);
}
