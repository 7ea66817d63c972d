/*
 * SHA-1 by the instructions that newer x86 processors have for it: four rounds
 * at a time, four words of the schedule at a time.  Whether they are there is
 * asked of the processor.
 */
#include "base/sha1_x86.h"

#if defined(__x86_64__) && defined(__GNUC__)

#include <cpuid.h>
#include <immintrin.h>
#include <stdatomic.h>

#define SHA_BIT (1u << 29) /* of EBX, leaf 7 */

bool jscan_sha1_has_x86(void)
{
	static atomic_int answer; /* 0: not asked; a virtual machine is slow */
	unsigned a, b, c, d;

	if (!atomic_load(&answer))
		atomic_store(&answer,
			     __get_cpuid_count(7, 0, &a, &b, &c, &d) &&
					     (b & SHA_BIT)
				     ? 1
				     : -1);
	return atomic_load(&answer) > 0;
}

/* Rounds 4i to 4i + 3; `f` is the number of their function, i / 5. */
#define ROUNDS(i, f)                                                         \
	do {                                                                 \
		if ((i) >= 4)                                                \
			w[(i) & 3] = _mm_sha1msg2_epu32(                     \
				_mm_xor_si128(                               \
					_mm_sha1msg1_epu32(w[(i) & 3],       \
							   w[((i) + 1) & 3]), \
					w[((i) + 2) & 3]),                   \
				w[((i) + 3) & 3]);                           \
		e = (i) ? _mm_sha1nexte_epu32(before, w[(i) & 3])            \
			: _mm_add_epi32(e, w[0]);                            \
		before = abcd;                                               \
		abcd = _mm_sha1rnds4_epu32(abcd, e, f);                      \
	} while (0)

#define FIVE(i, f)                  \
	do {                        \
		ROUNDS(i, f);       \
		ROUNDS((i) + 1, f); \
		ROUNDS((i) + 2, f); \
		ROUNDS((i) + 3, f); \
		ROUNDS((i) + 4, f); \
	} while (0)

__attribute__((target("sha,sse4.1"))) void
jscan_sha1_add_x86(uint32_t state[5], const unsigned char *from, size_t blocks)
{
	/* Words are big endian, and the first is the highest lane. */
	const __m128i order =
		_mm_set_epi64x(0x0001020304050607, 0x08090a0b0c0d0e0f);
	__m128i abcd = _mm_shuffle_epi32(
		_mm_loadu_si128((const __m128i *)(const void *)state), 0x1b);
	__m128i e = _mm_set_epi32((int)state[4], 0, 0, 0);

	for (; blocks; blocks--, from += 64) {
		__m128i abcd_start = abcd, e_start = e, before, w[4];

		for (size_t i = 0; i < 4; i++)
			w[i] = _mm_shuffle_epi8(
				_mm_loadu_si128(
					(const __m128i *)(const void *)(from +
									16 * i)),
				order);
		FIVE(0, 0);
		FIVE(5, 1);
		FIVE(10, 2);
		FIVE(15, 3);
		e = _mm_sha1nexte_epu32(before, e_start);
		abcd = _mm_add_epi32(abcd, abcd_start);
	}
	_mm_storeu_si128((__m128i *)(void *)state,
			 _mm_shuffle_epi32(abcd, 0x1b));
	state[4] = (uint32_t)_mm_extract_epi32(e, 3);
}

#else

bool jscan_sha1_has_x86(void)
{
	return false;
}

void jscan_sha1_add_x86(uint32_t state[5], const unsigned char *from,
			size_t blocks)
{
	(void)state;
	(void)from;
	(void)blocks;
}

#endif
