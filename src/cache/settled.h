/* Which stamps tell of every change to come. */
#ifndef JSCAN_CACHE_SETTLED_H
#define JSCAN_CACHE_SETTLED_H

#include <stdbool.h>
#include <time.h>

#include "entry/source.h"

/*
 * Whether a later change must give the file another stamp: both its times are
 * of before `since`, the first look at it.  A time of 0 is that of no clock.
 */
bool jscan_stamp_is_settled(const struct jscan_stamp *stamp,
			    const struct timespec *since);

#endif
