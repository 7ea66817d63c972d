/* What every unit test includes first: cmocka and the headers it asks for. */
#ifndef TESTS_UNIT_CHECK_H
#define TESTS_UNIT_CHECK_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#define COUNT_OF(array) (sizeof(array) / sizeof((array)[0]))

/* cmocka's own does not tell the compiler that nothing comes after it. */
#undef assert_non_null
#define assert_non_null(pointer) \
	check_non_null(pointer, #pointer, __FILE__, __LINE__)

static inline void check_non_null(const void *pointer, const char *said,
				  const char *file, int line)
{
	if (pointer)
		return;
	_assert_true(0, said, file, line);
	abort();
}

/* As malloc() and calloc(), but end the test where there is no memory. */
static inline void *check_malloc(size_t len)
{
	void *room = malloc(len);

	assert_non_null(room);
	return room;
}

static inline void *check_calloc(size_t count, size_t size)
{
	void *room = calloc(count, size);

	assert_non_null(room);
	return room;
}

#endif
