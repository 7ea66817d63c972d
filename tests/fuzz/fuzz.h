/*
 * What the targets share.  Each is LLVMFuzzerTestOneInput() over one parser: no
 * input may crash it, hang it, or be read past its end, which the copy of the
 * bytes without anything behind them lets the sanitizer see.
 */
#ifndef TESTS_FUZZ_FUZZ_H
#define TESTS_FUZZ_FUZZ_H

#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "journalscan.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* Takes one byte in front of the bytes as a choice. */
static inline uint8_t take_choice(const uint8_t **data, size_t *size)
{
	if (*size == 0)
		return 0;
	(*size)--;
	return *(*data)++;
}

#endif
