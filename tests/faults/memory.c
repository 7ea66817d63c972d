/*
 * Loaded into a program (LD_PRELOAD), counts what it asks of the allocator and
 * gives it nothing at one point, or from there on.
 *
 *	FAULT_MEMORY     a file of two 64-bit numbers: how many were asked for,
 *	                 and how many of those got nothing
 *	FAULT_PROGRAM    the program that is meant, by the end of its path;
 *	                 others, as git, are left in peace
 *	FAULT_AT         the point, from 1 on; 0 or unset: only counts
 *	FAULT_FOR_GOOD   set: from there on
 *
 * What strdup, fopen, opendir and the like take comes by here as well, since
 * the C library asks for it by the same names.
 */
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <malloc.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

void *__libc_malloc(size_t size);
void *__libc_calloc(size_t count, size_t size);
void *__libc_realloc(void *memory, size_t size);
void *__libc_memalign(size_t alignment, size_t size);
void __libc_free(void *memory);

static uint64_t *numbers; /* shared with whoever looks at the file */
static uint64_t fault_at;
static bool is_for_good;

static bool is_meant(const char *wanted)
{
	char path[4096];
	ssize_t len = readlink("/proc/self/exe", path, sizeof(path) - 1);
	size_t end = wanted ? strlen(wanted) : 0;

	return wanted && len >= (ssize_t)end &&
	       !memcmp(path + (size_t)len - end, wanted, end);
}

__attribute__((constructor)) static void start(void)
{
	const char *file = getenv("FAULT_MEMORY"), *at = getenv("FAULT_AT");
	void *shared;
	int fd;

	if (!file || !is_meant(getenv("FAULT_PROGRAM")))
		return;
	fd = open(file, O_RDWR | O_CLOEXEC);
	if (fd < 0)
		_exit(125);
	shared = mmap(NULL, 2 * sizeof(*numbers), PROT_READ | PROT_WRITE,
		      MAP_SHARED, fd, 0);
	close(fd);
	if (shared == MAP_FAILED)
		_exit(125);
	fault_at = at ? strtoull(at, NULL, 10) : 0;
	is_for_good = getenv("FAULT_FOR_GOOD") != NULL;
	numbers = shared;
}

/* Counts, and says whether this one gets nothing. */
static bool is_refused(void)
{
	uint64_t seen;

	if (!numbers)
		return false;
	seen = __atomic_add_fetch(&numbers[0], 1, __ATOMIC_SEQ_CST);
	if (!fault_at || seen < fault_at || (seen > fault_at && !is_for_good))
		return false;
	__atomic_add_fetch(&numbers[1], 1, __ATOMIC_SEQ_CST);
	errno = ENOMEM;
	return true;
}

void *malloc(size_t size)
{
	return is_refused() ? NULL : __libc_malloc(size);
}

void *calloc(size_t count, size_t size)
{
	return is_refused() ? NULL : __libc_calloc(count, size);
}

void *realloc(void *memory, size_t size)
{
	return is_refused() ? NULL : __libc_realloc(memory, size);
}

void *reallocarray(void *memory, size_t count, size_t size)
{
	size_t bytes;

	if (__builtin_mul_overflow(count, size, &bytes)) {
		errno = ENOMEM;
		return NULL;
	}
	return realloc(memory, bytes);
}

void *memalign(size_t alignment, size_t size)
{
	return is_refused() ? NULL : __libc_memalign(alignment, size);
}

void *aligned_alloc(size_t alignment, size_t size)
{
	return memalign(alignment, size);
}

int posix_memalign(void **out, size_t alignment, size_t size)
{
	void *memory = memalign(alignment, size);

	if (!memory)
		return ENOMEM;
	*out = memory;
	return 0;
}

void free(void *memory)
{
	__libc_free(memory);
}
