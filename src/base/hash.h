/* A quick hash of bytes: to see whether they changed, not to keep secrets. */
#ifndef JSCAN_BASE_HASH_H
#define JSCAN_BASE_HASH_H

#include <stddef.h>
#include <stdint.h>

uint64_t jscan_hash_bytes(const char *bytes, size_t len);

#endif
