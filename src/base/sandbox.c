/*
 * Landlock says which files; which calls is up to base/sandbox_calls.c.  Both
 * hold for the thread that asks, so that others go on to write the report.
 */
#include "base/sandbox.h"

#include <errno.h>

#include "journalscan.h"

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
#define HAS_SANITIZER 1
#elif defined(__has_feature)
#if __has_feature(address_sanitizer) || __has_feature(thread_sanitizer) || \
	__has_feature(memory_sanitizer)
#define HAS_SANITIZER 1
#endif
#endif

#if defined(__linux__) && defined(__has_include) && !defined(HAS_SANITIZER)
#if __has_include(<linux/landlock.h>)
#define HAS_SANDBOX 1
#endif
#endif

#ifdef HAS_SANDBOX
#include <linux/landlock.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "base/sandbox_calls.h"

/* The same numbers on all machines, and younger than some headers. */
#ifndef SYS_landlock_create_ruleset
#define SYS_landlock_create_ruleset 444
#define SYS_landlock_add_rule	    445
#define SYS_landlock_restrict_self  446
#endif
#define RIGHTS_TO_READ \
	((uint64_t)LANDLOCK_ACCESS_FS_READ_FILE | LANDLOCK_ACCESS_FS_READ_DIR)
#define RIGHTS_OF_1  (((uint64_t)1 << 13) - 1) /* all that version 1 knows */
#define RIGHT_REFER  ((uint64_t)1 << 13)       /* of version 2 */
#define RIGHT_TRUNC  ((uint64_t)1 << 14)       /* of version 3 */
#define RIGHT_DEVICE ((uint64_t)1 << 15)       /* of version 5 */

static long files_version(void)
{
	return syscall(SYS_landlock_create_ruleset, NULL, 0,
		       LANDLOCK_CREATE_RULESET_VERSION);
}

/* A ruleset that allows nothing of what it names but to read in the folder. */
static int make_rules(int folder_fd)
{
	struct landlock_path_beneath_attr beneath = {
		.allowed_access = RIGHTS_TO_READ, .parent_fd = folder_fd};
	struct landlock_ruleset_attr rules = {.handled_access_fs = RIGHTS_OF_1};
	long version = files_version();
	int fd;

	if (version < 1)
		return -1;
	rules.handled_access_fs |= (version >= 2 ? RIGHT_REFER : 0) |
				   (version >= 3 ? RIGHT_TRUNC : 0) |
				   (version >= 5 ? RIGHT_DEVICE : 0);
	if (folder_fd < 0)
		rules.handled_access_fs &= ~RIGHTS_TO_READ;
	fd = (int)syscall(SYS_landlock_create_ruleset, &rules, sizeof(rules),
			  0);
	if (fd >= 0 && folder_fd >= 0 &&
	    syscall(SYS_landlock_add_rule, fd, LANDLOCK_RULE_PATH_BENEATH,
		    &beneath, 0) < 0) {
		close(fd);
		fd = -1;
	}
	return fd;
}

static unsigned hold_files(int folder_fd)
{
	int fd = make_rules(folder_fd);
	unsigned held = 0;

	if (fd < 0)
		return 0;
	if (syscall(SYS_landlock_restrict_self, fd, 0) == 0)
		held = JSCAN_SANDBOX_FILES;
	close(fd);
	return held;
}

unsigned jscan_sandbox_enter(int folder_fd)
{
	int saved = errno;
	unsigned held = 0;

	/* Without this only the system's owner may do either. */
	if (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0) {
		held = hold_files(folder_fd);
		if (jscan_sandbox_hold_calls(held != 0))
			held |= JSCAN_SANDBOX_CALLS;
	}
	errno = saved;
	return held;
}

unsigned jscan_sandbox_probe(void)
{
	int saved = errno;
	unsigned held = files_version() >= 1 ? JSCAN_SANDBOX_FILES : 0;

	if (jscan_sandbox_can_hold_calls())
		held |= JSCAN_SANDBOX_CALLS;
	errno = saved;
	return held;
}

#else /* no such system, or sanitizers */

unsigned jscan_sandbox_enter(int folder_fd)
{
	(void)folder_fd;
	return 0;
}

unsigned jscan_sandbox_probe(void)
{
	return 0;
}
#endif

const char *jscan_sandbox_get_name(void)
{
	static const char *const names[] = {"nothing", "Landlock", "seccomp",
					    "Landlock and seccomp"};

	return names[jscan_sandbox_probe()];
}
