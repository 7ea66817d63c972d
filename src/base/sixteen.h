/*
 * Sixteen bytes of text at a time, as one bit a byte: with SSE2, which every
 * x86-64 has, or eight at a time.
 */
#ifndef JSCAN_BASE_SIXTEEN_H
#define JSCAN_BASE_SIXTEEN_H

#include "base/eight.h"

#ifdef __SSE2__

#include <emmintrin.h>

struct jscan_sixteen {
	__m128i bytes;
};

static inline struct jscan_sixteen jscan_sixteen_load(const char *text)
{
	struct jscan_sixteen out = {
		_mm_loadu_si128((const __m128i *)(const void *)text)};

	return out;
}

/* Capitals to small letters; of the other bytes some change too. */
static inline struct jscan_sixteen
jscan_sixteen_small(struct jscan_sixteen text)
{
	text.bytes = _mm_or_si128(text.bytes, _mm_set1_epi8(0x20));
	return text;
}

/* The bytes from `low` to `high`, which are of ASCII: bit 0 the first one. */
static inline unsigned jscan_sixteen_between(struct jscan_sixteen text,
					     char low, char high)
{
	__m128i above = _mm_sub_epi8(text.bytes, _mm_set1_epi8(low));
	__m128i most = _mm_set1_epi8((char)(high - low));

	return (unsigned)_mm_movemask_epi8(
		_mm_cmpeq_epi8(_mm_min_epu8(above, most), above));
}

/* Those past ASCII. */
static inline unsigned jscan_sixteen_high(struct jscan_sixteen text)
{
	return (unsigned)_mm_movemask_epi8(text.bytes);
}

#else

struct jscan_sixteen {
	uint64_t first, second;
};

static inline struct jscan_sixteen jscan_sixteen_load(const char *text)
{
	struct jscan_sixteen out = {jscan_eight_load(text),
				    jscan_eight_load(text + 8)};

	return out;
}

static inline struct jscan_sixteen
jscan_sixteen_small(struct jscan_sixteen text)
{
	text.first |= JSCAN_EIGHT_ONES * 0x20;
	text.second |= JSCAN_EIGHT_ONES * 0x20;
	return text;
}

/* The high bits of eight bytes, side by side. */
static inline unsigned jscan_sixteen_gather(uint64_t highs)
{
	return (unsigned)((highs >> 7) * 0x0102040810204080u >> 56);
}

static inline unsigned jscan_sixteen_between(struct jscan_sixteen text,
					     char low, char high)
{
	unsigned char from = (unsigned char)low, to = (unsigned char)high;

	return jscan_sixteen_gather(jscan_eight_between(text.first, from, to)) |
	       jscan_sixteen_gather(jscan_eight_between(text.second, from, to))
		       << 8;
}

static inline unsigned jscan_sixteen_high(struct jscan_sixteen text)
{
	return jscan_sixteen_gather(text.first & JSCAN_EIGHT_HIGHS) |
	       jscan_sixteen_gather(text.second & JSCAN_EIGHT_HIGHS) << 8;
}

#endif

/* The number of the lowest bit, and of the highest; there must be one. */
static inline unsigned jscan_sixteen_first(unsigned bits)
{
	return (unsigned)__builtin_ctz(bits);
}

static inline unsigned jscan_sixteen_last(unsigned bits)
{
	return 31 - (unsigned)__builtin_clz(bits);
}

#endif
