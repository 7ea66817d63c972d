/*
 * Ends the program that it is loaded into (LD_PRELOAD) before the call number
 * DIE_AT of those that change files, as a power cut or `kill -9` would.  With
 * DIE_LOG, a file of that name is made when it does.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <fcntl.h>
#include <signal.h>
#include <stdarg.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/types.h>
#include <unistd.h>

static void count(void)
{
	static int seen;
	const char *at = getenv("DIE_AT"), *log = getenv("DIE_LOG");

	if (!at || __atomic_add_fetch(&seen, 1, __ATOMIC_SEQ_CST) != atoi(at))
		return;
	if (log)
		syscall(SYS_close, syscall(SYS_openat, AT_FDCWD, log,
					   O_WRONLY | O_CREAT, 0600));
	kill(getpid(), SIGKILL);
}

#define NEXT(name) ((__typeof__(&name))dlsym(RTLD_NEXT, #name))
#define WRAP(type, name, params, ...)                    \
	type name params;                                \
	type name params                                 \
	{                                                \
		count();                                 \
		return NEXT(name)(__VA_ARGS__);          \
	}

WRAP(ssize_t, write, (int fd, const void *b, size_t n), fd, b, n)
WRAP(ssize_t, pwrite, (int fd, const void *b, size_t n, off_t o), fd, b, n, o)
WRAP(ssize_t, pwrite64, (int fd, const void *b, size_t n, off64_t o), fd, b, n,
     o)
WRAP(int, rename, (const char *a, const char *b), a, b)
WRAP(int, renameat, (int f, const char *a, int g, const char *b), f, a, g, b)
WRAP(int, link, (const char *a, const char *b), a, b)
WRAP(int, unlink, (const char *a), a)
WRAP(int, unlinkat, (int fd, const char *a, int flags), fd, a, flags)
WRAP(int, mkdir, (const char *a, mode_t mode), a, mode)
WRAP(int, mkdirat, (int fd, const char *a, mode_t mode), fd, a, mode)
WRAP(int, ftruncate, (int fd, off_t len), fd, len)
WRAP(int, ftruncate64, (int fd, off64_t len), fd, len)
WRAP(int, fsync, (int fd), fd)
WRAP(int, chmod, (const char *a, mode_t mode), a, mode)
WRAP(int, fchmod, (int fd, mode_t mode), fd, mode)

static mode_t mode_of(int flags, va_list args)
{
	return flags & (O_CREAT | __O_TMPFILE) ? va_arg(args, mode_t) : 0;
}

#define WRAP_OPEN(name)                                         \
	int name(const char *path, int flags, ...)              \
	{                                                       \
		va_list args;                                   \
		mode_t mode;                                    \
		va_start(args, flags);                          \
		mode = mode_of(flags, args);                    \
		va_end(args);                                   \
		if (flags & O_CREAT)                            \
			count();                                \
		return NEXT(name)(path, flags, mode);           \
	}
#define WRAP_OPENAT(name)                                       \
	int name(int fd, const char *path, int flags, ...)      \
	{                                                       \
		va_list args;                                   \
		mode_t mode;                                    \
		va_start(args, flags);                          \
		mode = mode_of(flags, args);                    \
		va_end(args);                                   \
		if (flags & O_CREAT)                            \
			count();                                \
		return NEXT(name)(fd, path, flags, mode);       \
	}

WRAP_OPEN(open)
WRAP_OPEN(open64)
WRAP_OPENAT(openat)
WRAP_OPENAT(openat64)
