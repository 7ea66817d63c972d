/*
 * Most blocks hold no address, no number and no full name.  One look over the
 * bytes, by a table, finds that out; only then is anything searched for.
 */
#include "facts/contact_mark.h"

#include <stdint.h>
#include <string.h>
#include <strings.h>

#define LEAST_PHONE_DIGITS 7

enum { DIGIT = 1, SPACE = 4, CAPITAL = 8 };

/* What each byte is; bytes of letters beyond ASCII may be capitals. */
/* clang-format off */
static const unsigned char kinds[256] = {
	0, 0, 0, 0, 0, 0, 0, 0, 0, 4, 4, 0, 0, 0, 0, 0,
	0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
	4, 0, 4, 0, 0, 0, 0, 0, 4, 0, 0, 0, 0, 0, 0, 0,
	1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 0, 0, 0, 0, 0, 0,
	0, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8,
	8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 0, 0, 0, 0, 0,
	0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
	0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
	8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8,
	8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8,
	8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8,
	8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8,
	8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8,
	8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8,
	8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8,
	8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8,
};
/* clang-format on */

/*
 * Where the first word with a capital behind another one begins, from `pos` on,
 * and where that other one does in *start; `len` when there is none.  Digits
 * before it are added to *digits.
 */
static size_t find_pair(const char *text, size_t len, size_t pos, size_t *start,
			size_t *digits)
{
	size_t count = 0;
	unsigned last = 0;

	while (pos < len) {
		size_t word = pos;
		unsigned kind = kinds[(unsigned char)text[pos]];

		if (kind == SPACE) {
			pos++;
			continue;
		}
		if ((kind & last) == CAPITAL)
			break;
		last = kind;
		*start = word;
		do
			count += kind & DIGIT;
		while (++pos < len &&
		       (kind = kinds[(unsigned char)text[pos]]) != SPACE);
	}
	*digits += count;
	return pos;
}

/* Eight bytes at a time. */
static size_t count_digits(const char *text, size_t len)
{
	const uint64_t ones = 0x0101010101010101u;
	size_t digits = 0, i = 0;

	for (; i + 8 <= len; i += 8) {
		uint64_t eight, others;

		memcpy(&eight, text + i, sizeof(eight));
		eight ^= ones * '0'; /* now a digit is 9 at most */
		others = ((eight & ones * 0x7f) + ones * (0x7f - 9)) | eight;
		digits += (~others >> 7 & ones) * ones >> 56;
	}
	for (; i < len; i++)
		digits += kinds[(unsigned char)text[i]] & DIGIT;
	return digits;
}

size_t jscan_pair_find(const char *text, size_t len, size_t pos)
{
	size_t start = pos, digits = 0;

	return find_pair(text, len, pos, &start, &digits) < len ? start : len;
}

static bool is_contact_link(const struct jscan_link *link)
{
	return strncasecmp(link->url, "mailto:", 7) == 0 ||
	       strncasecmp(link->url, "tel:", 4) == 0;
}

bool jscan_mark_next(struct jscan_mark *out, struct jscan_mark_finder *finder,
		     size_t pos)
{
	const struct jscan_block *block = finder->block;
	size_t link = SIZE_MAX;

	if (finder->mail.offset < pos &&
	    !jscan_mail_next(&finder->mail, block->text, block->len, pos))
		finder->mail.offset = SIZE_MAX;
	if (finder->phone.offset < pos &&
	    !jscan_phone_next(&finder->phone, block->text, block->len, pos))
		finder->phone.offset = SIZE_MAX;
	while (finder->link < block->link_count &&
	       (block->links[finder->link].offset < pos ||
		!is_contact_link(&block->links[finder->link])))
		finder->link++;
	if (finder->link < block->link_count)
		link = block->links[finder->link].offset;
	memset(out, 0, sizeof(*out));
	if (link < finder->mail.offset && link < finder->phone.offset) {
		out->offset = link;
		out->len = block->links[finder->link].len;
		out->url = block->links[finder->link].url;
		out->is_mail = (out->url[0] | 32) == 'm';
		return true;
	}
	if (finder->mail.offset < finder->phone.offset) {
		out->offset = finder->mail.offset;
		out->len = finder->mail.len;
		out->is_mail = true;
		return true;
	}
	out->offset = finder->phone.offset;
	out->len = finder->phone.len;
	out->sureness = finder->phone.sureness;
	return out->offset != SIZE_MAX;
}

static bool has_contact_link(const struct jscan_block *block)
{
	for (size_t i = 0; i < block->link_count; i++)
		if (is_contact_link(&block->links[i]))
			return true;
	return false;
}

bool jscan_mark_finder_init(struct jscan_mark_finder *finder,
			    const struct jscan_block *block, size_t start)
{
	const char *text = block->text;
	size_t word = start, digits = 0, pair;

	memset(finder, 0, sizeof(*finder));
	finder->block = block;
	pair = find_pair(text, block->len, start, &word, &digits);
	finder->pair = pair < block->len ? word : block->len;
	digits += count_digits(text + pair, block->len - pair);
	if (!jscan_mail_next(&finder->mail, text, block->len, start))
		finder->mail.offset = SIZE_MAX;
	if (digits < LEAST_PHONE_DIGITS ||
	    !jscan_phone_next(&finder->phone, text, block->len, start))
		finder->phone.offset = SIZE_MAX;
	return pair < block->len || finder->mail.offset != SIZE_MAX ||
	       finder->phone.offset != SIZE_MAX || has_contact_link(block);
}
