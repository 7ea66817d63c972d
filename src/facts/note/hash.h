/* The hash that the word tables are made with and looked up by. */
#ifndef JSCAN_FACTS_NOTE_HASH_H
#define JSCAN_FACTS_NOTE_HASH_H

#include <stddef.h>
#include <stdint.h>

#define JSCAN_HASH_SEED 2166136261u

/* One more byte (FNV-1a). */
static inline uint32_t jscan_hash_byte(uint32_t hash, unsigned char byte)
{
	return (hash ^ byte) * 16777619u;
}

/* Takes back jscan_hash_byte(): the multiplier is odd, so it has an inverse. */
static inline uint32_t jscan_hash_unbyte(uint32_t hash, unsigned char byte)
{
	return (hash * 899433627u) ^ byte;
}

static inline uint32_t jscan_hash_text(const char *text, size_t len)
{
	uint32_t hash = JSCAN_HASH_SEED;

	for (size_t i = 0; i < len; i++)
		hash = jscan_hash_byte(hash, (unsigned char)text[i]);
	return hash;
}

/* One more number, well mixed: for runs of words and for features. */
static inline uint32_t jscan_hash_mix(uint32_t hash, uint32_t value)
{
	hash ^= value * 0x9e3779b1u;
	hash = (hash << 13) | (hash >> 19);
	return hash * 5 + 0xe6546b64u;
}

/* The last step before a hash finds a slot, of at most 2^21. */
static inline uint32_t jscan_hash_finish(uint32_t hash)
{
	return hash * 0x9e3779b1u >> 11;
}

#endif
