/*
 * SHA-1, as git names its objects with it (FIPS 180-4).  Not for anything that
 * must withstand an attacker.
 */
#ifndef JSCAN_BASE_SHA1_H
#define JSCAN_BASE_SHA1_H

#include <stddef.h>
#include <stdint.h>

#define JSCAN_SHA1_BYTES 20

struct jscan_sha1 {
	uint32_t state[5];
	uint64_t total_bytes;
	unsigned char block[64];
};

void jscan_sha1_init(struct jscan_sha1 *sha1);
void jscan_sha1_add(struct jscan_sha1 *sha1, const void *bytes, size_t len);
void jscan_sha1_finish(struct jscan_sha1 *sha1,
		       unsigned char out[JSCAN_SHA1_BYTES]);

/*
 * The name that git gives an object: `type` is blob, tree or commit.
 */
void jscan_sha1_object(unsigned char out[JSCAN_SHA1_BYTES], const char *type,
		       const void *bytes, size_t len);

/* 40 digits and a NUL. */
void jscan_sha1_hex(char out[2 * JSCAN_SHA1_BYTES + 1],
		    const unsigned char id[JSCAN_SHA1_BYTES]);

#endif
