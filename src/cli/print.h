/* From a product to where the arguments say that it goes. */
#ifndef JSCAN_CLI_PRINT_H
#define JSCAN_CLI_PRINT_H

#include "cli/args.h"
#include "journalscan.h"

/* Writes `product`, of the caller's own type; returns 0, or -1 with err set. */
typedef int (*jscan_print_fn)(const void *product, enum jscan_format format,
			      const struct jscan_format_options *options,
			      jscan_write_fn write, void *data,
			      struct jscan_error *err);

/*
 * Has `print` write in the format of the arguments, to standard output or the
 * file they name, with the colours and the width that fit there.  `scan` is of
 * the notes that it is made of; `options` has what only some products know.
 * Returns 0, or -1 after a message.
 */
int jscan_print(const struct jscan_args *args, const struct jscan_scan *scan,
		jscan_print_fn print, const void *product,
		struct jscan_format_options options);

#endif
