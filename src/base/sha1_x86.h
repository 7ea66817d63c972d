/* The part of SHA-1 that some processors do themselves; for sha1.c alone. */
#ifndef JSCAN_BASE_SHA1_X86_H
#define JSCAN_BASE_SHA1_X86_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Whether the next may be called; costs some hundred cycles. */
bool jscan_sha1_has_x86(void);

/* Adds blocks of 64 bytes. */
void jscan_sha1_add_x86(uint32_t state[5], const unsigned char *from,
			size_t blocks);

#endif
