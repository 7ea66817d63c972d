/* Eight bytes of text at a time, for looking past most of a text quickly. */
#ifndef JSCAN_BASE_EIGHT_H
#define JSCAN_BASE_EIGHT_H

#include <stddef.h>
#include <stdint.h>
#include <string.h>

#define JSCAN_EIGHT_ONES  0x0101010101010101u
#define JSCAN_EIGHT_HIGHS 0x8080808080808080u

/* The first byte is the lowest one, on any machine. */
static inline uint64_t jscan_eight_load(const char *text)
{
	uint64_t eight;

	memcpy(&eight, text, sizeof(eight));
#if __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__
	eight = __builtin_bswap64(eight);
#endif
	return eight;
}

/* The high bit of each byte from `low` to `high`, which are of ASCII. */
static inline uint64_t jscan_eight_between(uint64_t eight, unsigned char low,
					   unsigned char high)
{
	uint64_t seven = eight & ~JSCAN_EIGHT_HIGHS;
	uint64_t above = seven + JSCAN_EIGHT_ONES * (0x80u - low);
	uint64_t beyond = seven + JSCAN_EIGHT_ONES * (0x7fu - high);

	return above & ~beyond & ~eight & JSCAN_EIGHT_HIGHS;
}

/* How many of the high bits are set; no others may be. */
static inline unsigned jscan_eight_count(uint64_t highs)
{
	return (unsigned)((highs >> 7) * JSCAN_EIGHT_ONES >> 56);
}

/* The number of the first byte with its high bit set; one must be. */
static inline unsigned jscan_eight_first(uint64_t highs)
{
	return (unsigned)__builtin_ctzll(highs) / 8;
}

#endif
