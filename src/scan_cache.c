/* The cache of a journal, for the command line: how it stands, and away with it. */
#include "scan.h"

#include "cache/cache.h"

int jscan_cache_get_status(struct jscan_cache_status *out, const char *dir,
			   const struct jscan_options *options,
			   struct jscan_error *err)
{
	struct jscan_cache_options cache;
	struct jscan_scan *scan;

	if (jscan_scan_open(&scan, dir, options, err) < 0)
		return -1;
	jscan_scan_cache_options(&cache, scan, options);
	jscan_cache_describe(out, &cache);
	jscan_scan_free(scan);
	return 0;
}

int jscan_cache_clear(const char *dir, const struct jscan_options *options,
		      struct jscan_error *err)
{
	struct jscan_cache_options cache;
	struct jscan_scan *scan;
	int ret;

	if (jscan_scan_open(&scan, dir, options, err) < 0)
		return -1;
	jscan_scan_cache_options(&cache, scan, options);
	ret = jscan_cache_remove(&cache, err);
	jscan_scan_free(scan);
	return ret;
}
