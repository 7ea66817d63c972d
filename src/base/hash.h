/* A quick hash of bytes: to see whether they changed, not to keep secrets. */
#ifndef JSCAN_BASE_HASH_H
#define JSCAN_BASE_HASH_H

#include <stddef.h>
#include <stdint.h>

uint64_t jscan_hash_bytes(const char *bytes, size_t len);

/* Of a hash and a number more. */
uint64_t jscan_hash_join(uint64_t hash, uint64_t word);

/*
 * The same for bytes that come in pieces, wherever these are cut; its values
 * are not those of jscan_hash_bytes().
 */
struct jscan_hash {
	uint64_t hash;
	uint64_t len;
	unsigned char rest[8]; /* of which len % 8 wait for more */
};

void jscan_hash_init(struct jscan_hash *hash);
void jscan_hash_add(struct jscan_hash *hash, const void *bytes, size_t len);
uint64_t jscan_hash_end(struct jscan_hash *hash);

#endif
