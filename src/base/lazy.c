/*
 * dlopen() and dlsym().  The first entry of a table is filled last and says
 * that it is full.
 */
#include "base/lazy.h"

#include <dlfcn.h>
#include <pthread.h>
#include <string.h>

#include "base/error.h"

/* C knows no way from an object pointer to a function's; POSIX makes one. */
static void *get_call(const struct jscan_lazy *lazy, size_t index)
{
	void *call;

	memcpy(&call, (char *)lazy->calls + index * sizeof(call), sizeof(call));
	return call;
}

static void set_call(const struct jscan_lazy *lazy, size_t index, void *call)
{
	memcpy((char *)lazy->calls + index * sizeof(call), &call, sizeof(call));
}

static int load(const struct jscan_lazy *lazy, struct jscan_error *err)
{
	void *library = dlopen(lazy->file, RTLD_LAZY | RTLD_LOCAL);

	if (!library)
		return jscan_error_set(err, JSCAN_ERR_IO,
				       "cannot load a library: %s", dlerror());
	for (size_t i = lazy->count; i-- > 0;) {
		void *call = dlsym(library, lazy->names[i]);

		if (!call)
			return jscan_error_set(err, JSCAN_ERR_IO,
					       "%s is too old: %s", lazy->file,
					       dlerror());
		set_call(lazy, i, call);
	}
	return 0;
}

int jscan_lazy_load(const struct jscan_lazy *lazy, struct jscan_error *err)
{
	static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
	int ret = 0;

	pthread_mutex_lock(&lock);
	if (!get_call(lazy, 0))
		ret = load(lazy, err);
	pthread_mutex_unlock(&lock);
	return ret;
}
