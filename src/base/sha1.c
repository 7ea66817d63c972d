/*
 * SHA-1 of FIPS 180-4, one block of 64 bytes at a time, the 80 words of the
 * schedule kept in a ring of 16.  Needed where libgit2 gives no access to its
 * own: the trailers of packs and of the index, and the names of objects before
 * it is known whether anything is written at all.
 */
#include "base/sha1.h"

#include <stdio.h>
#include <string.h>

#include "base/sha1_x86.h"

#define ASKING_PAYS 256 /* bytes: less is done before the processor answers */

static uint32_t rotate(uint32_t word, int bits)
{
	return word << bits | word >> (32 - bits);
}

static uint32_t read_word(const unsigned char *bytes)
{
	return (uint32_t)bytes[0] << 24 | (uint32_t)bytes[1] << 16 |
	       (uint32_t)bytes[2] << 8 | bytes[3];
}

static void write_word(unsigned char *bytes, uint32_t word)
{
	bytes[0] = (unsigned char)(word >> 24);
	bytes[1] = (unsigned char)(word >> 16);
	bytes[2] = (unsigned char)(word >> 8);
	bytes[3] = (unsigned char)word;
}

/* The next word of the schedule, for round t. */
static inline uint32_t schedule(uint32_t ring[16], size_t t)
{
	uint32_t word = ring[(t + 13) & 15] ^ ring[(t + 8) & 15] ^
			ring[(t + 2) & 15] ^ ring[t & 15];

	ring[t & 15] = rotate(word, 1);
	return ring[t & 15];
}

struct rounds {
	uint32_t a, b, c, d, e;
};

static inline void turn(struct rounds *r, uint32_t mixed, uint32_t constant,
			uint32_t word)
{
	uint32_t next = rotate(r->a, 5) + mixed + r->e + constant + word;

	r->e = r->d;
	r->d = r->c;
	r->c = rotate(r->b, 30);
	r->b = r->a;
	r->a = next;
}

static void add_block(uint32_t state[5], const unsigned char *block)
{
	struct rounds r = {state[0], state[1], state[2], state[3], state[4]};
	uint32_t ring[16];
	size_t t;

	for (t = 0; t < 16; t++) {
		ring[t] = read_word(block + 4 * t);
		turn(&r, r.d ^ (r.b & (r.c ^ r.d)), 0x5a827999, ring[t]);
	}
	for (; t < 20; t++)
		turn(&r, r.d ^ (r.b & (r.c ^ r.d)), 0x5a827999,
		     schedule(ring, t));
	for (; t < 40; t++)
		turn(&r, r.b ^ r.c ^ r.d, 0x6ed9eba1, schedule(ring, t));
	for (; t < 60; t++)
		turn(&r, (r.b & r.c) | (r.d & (r.b | r.c)), 0x8f1bbcdc,
		     schedule(ring, t));
	for (; t < 80; t++)
		turn(&r, r.b ^ r.c ^ r.d, 0xca62c1d6, schedule(ring, t));
	state[0] += r.a;
	state[1] += r.b;
	state[2] += r.c;
	state[3] += r.d;
	state[4] += r.e;
}

void jscan_sha1_init(struct jscan_sha1 *sha1)
{
	static const uint32_t start[5] = {0x67452301, 0xefcdab89, 0x98badcfe,
					  0x10325476, 0xc3d2e1f0};

	memcpy(sha1->state, start, sizeof(start));
	sha1->total_bytes = 0;
}

void jscan_sha1_add(struct jscan_sha1 *sha1, const void *bytes, size_t len)
{
	const unsigned char *from = bytes;
	size_t held = sha1->total_bytes % 64;

	sha1->total_bytes += len;
	if (held) {
		size_t take = 64 - held < len ? 64 - held : len;

		memcpy(sha1->block + held, from, take);
		from += take;
		len -= take;
		if (held + take < 64)
			return;
		add_block(sha1->state, sha1->block);
	}
	if (len >= ASKING_PAYS && jscan_sha1_has_x86()) {
		jscan_sha1_add_x86(sha1->state, from, len / 64);
		from += len / 64 * 64;
		len %= 64;
	}
	for (; len >= 64; from += 64, len -= 64)
		add_block(sha1->state, from);
	if (len)
		memcpy(sha1->block, from, len);
}

void jscan_sha1_finish(struct jscan_sha1 *sha1,
		       unsigned char out[JSCAN_SHA1_BYTES])
{
	static const unsigned char padding[64] = {0x80};
	uint64_t bits = sha1->total_bytes * 8;
	size_t held = sha1->total_bytes % 64;
	unsigned char length[8];

	write_word(length, (uint32_t)(bits >> 32));
	write_word(length + 4, (uint32_t)bits);
	jscan_sha1_add(sha1, padding, (held < 56 ? 56 : 120) - held);
	jscan_sha1_add(sha1, length, sizeof(length));
	for (size_t i = 0; i < 5; i++)
		write_word(out + 4 * i, sha1->state[i]);
}

void jscan_sha1_object(unsigned char out[JSCAN_SHA1_BYTES], const char *type,
		       const void *bytes, size_t len)
{
	struct jscan_sha1 sha1;
	char header[40];
	int header_len = snprintf(header, sizeof(header), "%s %zu", type, len);

	jscan_sha1_init(&sha1);
	jscan_sha1_add(&sha1, header, (size_t)header_len + 1);
	jscan_sha1_add(&sha1, bytes, len);
	jscan_sha1_finish(&sha1, out);
}

void jscan_sha1_hex(char out[2 * JSCAN_SHA1_BYTES + 1],
		    const unsigned char id[JSCAN_SHA1_BYTES])
{
	static const char digits[] = "0123456789abcdef";

	for (size_t i = 0; i < JSCAN_SHA1_BYTES; i++) {
		out[2 * i] = digits[id[i] >> 4];
		out[2 * i + 1] = digits[id[i] & 15];
	}
	out[(size_t)2 * JSCAN_SHA1_BYTES] = '\0';
}
