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

/* Less than eight bytes with zeros behind them; its parts may overlap. */
static uint64_t load_rest(const char *text, size_t len)
{
	const unsigned char *bytes = (const unsigned char *)text;
	uint32_t first, last;

	if (len == 0)
		return 0;
	if (len < 4)
		return bytes[0] | (uint64_t)bytes[len / 2] << len / 2 * 8 |
		       (uint64_t)bytes[len - 1] << (len - 1) * 8;
	memcpy(&first, bytes, sizeof(first));
	memcpy(&last, bytes + len - 4, sizeof(last));
	return first | (uint64_t)last << (len - 4) * 8;
}

uint64_t jscan_hash_bytes(const char *bytes, size_t len)
{
	uint64_t hash = (uint64_t)len * FACTOR_B, word;
	size_t i = 0;

	for (; i + sizeof(word) <= len; i += sizeof(word)) {
		memcpy(&word, bytes + i, sizeof(word));
		hash = mix(hash, word);
	}
	hash = mix(hash, load_rest(bytes + i, len - i)) * FACTOR_B;
	return hash ^ (hash >> 29);
}

void jscan_hash_init(struct jscan_hash *hash)
{
	memset(hash, 0, sizeof(*hash));
	hash->hash = FACTOR_B;
}

static void add_rest(struct jscan_hash *hash)
{
	uint64_t word;

	memcpy(&word, hash->rest, sizeof(word));
	hash->hash = mix(hash->hash, word);
}

void jscan_hash_add(struct jscan_hash *hash, const void *bytes, size_t len)
{
	const unsigned char *at = bytes;
	size_t waiting = hash->len % sizeof(hash->rest);
	uint64_t word;

	hash->len += len;
	if (waiting) {
		size_t more = sizeof(hash->rest) - waiting;

		if (more > len)
			more = len;
		memcpy(hash->rest + waiting, at, more);
		at += more;
		len -= more;
		if (waiting + more < sizeof(hash->rest))
			return;
		add_rest(hash);
	}
	for (; len >= sizeof(word); at += sizeof(word), len -= sizeof(word)) {
		memcpy(&word, at, sizeof(word));
		hash->hash = mix(hash->hash, word);
	}
	if (len)
		memcpy(hash->rest, at, len);
}

uint64_t jscan_hash_end(struct jscan_hash *hash)
{
	size_t waiting = hash->len % sizeof(hash->rest);
	uint64_t end;

	memset(hash->rest + waiting, 0, sizeof(hash->rest) - waiting);
	if (waiting)
		add_rest(hash);
	end = mix(hash->hash, hash->len) * FACTOR_B;
	return end ^ (end >> 29);
}

uint64_t jscan_hash_join(uint64_t hash, uint64_t word)
{
	uint64_t words[2] = {hash, word};

	return jscan_hash_bytes((const char *)words, sizeof(words));
}
