/*
 * Libraries that are loaded when they are first needed.  Loading those that few
 * runs use would cost each run more than all else it does: libgit2 brings
 * cryptography and networks with it, libical the tables of all languages.
 *
 * `calls_NAME.h`, made from a list NAME.calls, stands in for a library's own
 * header: its functions are called by their names, through a table that
 * jscan_lazy_load() fills.  A call that the list lacks does not link.
 */
#ifndef JSCAN_BASE_LAZY_H
#define JSCAN_BASE_LAZY_H

#include <stddef.h>

#include "journalscan.h"

struct jscan_lazy {
	const char *file; /* of the library, as the loader finds it */
	const char *const *names;
	size_t count;
	void *calls; /* `count` pointers to functions, in the same order */
};

/*
 * Loads the library and fills the table, once; it stays.  To be called before
 * any function of the library, from any thread.  Returns 0, or -1:
 * JSCAN_ERR_IO.
 */
int jscan_lazy_load(const struct jscan_lazy *lazy, struct jscan_error *err);

#endif
