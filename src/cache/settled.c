/*
 * Times of files come from a clock that stands still between its ticks: what is
 * changed twice within one may keep its stamp.  git calls such a file racy.
 */
#include "cache/settled.h"

#include <stdint.h>

#define TICK_NS	 20000000 /* of the clock that stamps files */
#define COARSE_S 2	  /* the same, of file systems without ns */

static bool is_before(int64_t seconds, uint32_t ns, const struct timespec *since)
{
	int64_t limit = (int64_t)since->tv_sec;
	int64_t limit_ns = (int64_t)since->tv_nsec - TICK_NS;

	if (limit_ns < 0) {
		limit_ns += 1000000000;
		limit--;
	}
	return seconds < limit || (seconds == limit && ns < limit_ns);
}

bool jscan_stamp_is_settled(const struct jscan_stamp *stamp,
			    const struct timespec *since)
{
	if (!stamp->mtime || !stamp->ctime)
		return false;
	if (!stamp->ctime_ns)
		return stamp->mtime < since->tv_sec - COARSE_S &&
		       stamp->ctime < since->tv_sec - COARSE_S;
	return is_before(stamp->mtime, stamp->mtime_ns, since) &&
	       is_before(stamp->ctime, stamp->ctime_ns, since);
}
