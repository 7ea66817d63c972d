/*
 * Eight bytes at a time, each multiplied and folded into what came before; the
 * length goes in too, so that a zero at the end counts.  Notes are hashed on
 * every scan: this has to cost next to nothing beside reading them.
 */
#include "base/hash.h"

#include <string.h>

#define FACTOR_A 0x9e3779b97f4a7c15u
#define FACTOR_B 0xd6e8feb86659fd93u

static uint64_t mix(uint64_t hash, uint64_t word)
{
	hash = (hash ^ word) * FACTOR_A;
	return hash ^ (hash >> 32);
}

uint64_t jscan_hash_bytes(const char *bytes, size_t len)
{
	uint64_t hash = (uint64_t)len * FACTOR_B, word;
	size_t i = 0;

	for (; i + sizeof(word) <= len; i += sizeof(word)) {
		memcpy(&word, bytes + i, sizeof(word));
		hash = mix(hash, word);
	}
	word = 0;
	if (i < len)
		memcpy(&word, bytes + i, len - i);
	hash = mix(hash, word) * FACTOR_B;
	return hash ^ (hash >> 29);
}
