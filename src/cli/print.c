/*
 * Opens the sink, has the product written to it, and sees it whole or gone.
 */
#include "cli/print.h"

#include "cli/environment.h"
#include "cli/message.h"
#include "cli/sink.h"

int jscan_print(const struct jscan_args *args, const struct jscan_scan *scan,
		jscan_print_fn print, const void *product,
		struct jscan_format_options options)
{
	struct jscan_sink sink;
	struct jscan_error err;

	if (jscan_sink_open(&sink, args->given[JSCAN_OPTION_OUTPUT], scan) < 0)
		return -1;
	options.has_all = jscan_args_has(args, JSCAN_OPTION_ALL);
	options.has_color =
		jscan_environment_has_color(sink.stream, args->color);
	options.columns = jscan_environment_columns(sink.stream);
	/* A write that failed is told of when the sink is closed. */
	if (print(product, args->format, &options, jscan_sink_write, &sink,
		  &err) < 0 &&
	    sink.errno_value == 0) {
		jscan_sink_abandon(&sink);
		jscan_message_failure(&err, NULL);
		return -1;
	}
	return jscan_sink_close(&sink);
}
