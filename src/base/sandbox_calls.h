/* The part of base/sandbox.h that is seccomp's; for base/sandbox.c. */
#ifndef JSCAN_BASE_SANDBOX_CALLS_H
#define JSCAN_BASE_SANDBOX_CALLS_H

#include <stdbool.h>

/*
 * Refuses the calling thread, with EPERM, the calls that reading needs not.
 * With has_files somebody else sees to it that openat2(2) does not write.
 * True when it is so from now on.
 */
bool jscan_sandbox_hold_calls(bool has_files);

/* Whether the system can do that. */
bool jscan_sandbox_can_hold_calls(void);

#endif
