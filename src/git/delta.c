/*
 * Differences are commands: copy these bytes of the base, or take those that
 * follow.  Every number in them is doubted.
 */
#include "git/delta.h"

#include <stdint.h>

/* A size in a difference: 7 bits a byte, the lowest first. */
static bool read_size(size_t *out, const unsigned char **at,
		      const unsigned char *end)
{
	uint64_t value = 0;

	for (unsigned shift = 0; *at < end && shift < 42; shift += 7) {
		unsigned char byte = *(*at)++;

		value |= (uint64_t)(byte & 127) << shift;
		if (!(byte & 128)) {
			*out = (size_t)value;
			return true;
		}
	}
	return false;
}

/* Bytes of an offset or a length, those that `bits` says are there. */
static bool read_bits(size_t *out, unsigned bits, int count,
		      const unsigned char **at, const unsigned char *end)
{
	*out = 0;
	for (int i = 0; i < count; i++) {
		if (!(bits >> i & 1))
			continue;
		if (*at == end)
			return false;
		*out |= (size_t) * (*at)++ << 8 * i;
	}
	return true;
}

bool jscan_delta_apply(struct jscan_buf *out, const struct jscan_buf *base,
		       const struct jscan_buf *difference, size_t most)
{
	const unsigned char *at = (const unsigned char *)difference->data;
	const unsigned char *end = at + difference->len;
	size_t from, to, offset, len;

	if (!read_size(&from, &at, end) || !read_size(&to, &at, end) ||
	    from != base->len || to > most || out->len)
		return false;
	while (at < end) {
		unsigned command = *at++;

		if (command & 128) {
			if (!read_bits(&offset, command, 4, &at, end) ||
			    !read_bits(&len, command >> 4, 3, &at, end))
				return false;
			len = len ? len : 0x10000;
			if (offset > base->len || len > base->len - offset ||
			    len > to - out->len)
				return false;
			jscan_buf_add(out, base->data + offset, len);
		} else {
			if (!command || command > (size_t)(end - at) ||
			    command > to - out->len)
				return false;
			jscan_buf_add(out, (const char *)at, command);
			at += command;
		}
	}
	return out->len == to;
}
