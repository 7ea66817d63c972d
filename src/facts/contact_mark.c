/*
 * Most blocks hold no address, no number and no full name.  A look over the
 * bytes finds that out; only then is anything searched for.
 */
#include "facts/contact_mark.h"

#include <stdint.h>
#include <string.h>
#include <strings.h>

#include "base/eight.h"

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

static unsigned get_kind(char c)
{
	return kinds[(unsigned char)c];
}

/* The first byte from `pos` on that may be a capital, or `len`. */
static size_t find_capital(const char *text, size_t len, size_t pos)
{
	for (; pos + 8 <= len; pos += 8) {
		uint64_t eight = jscan_eight_load(text + pos);
		uint64_t capitals = jscan_eight_between(eight, 'A', 'Z') |
				    (eight & JSCAN_EIGHT_HIGHS);

		if (capitals)
			return pos + jscan_eight_first(capitals);
	}
	while (pos < len && get_kind(text[pos]) != CAPITAL)
		pos++;
	return pos;
}

/*
 * Where the first word with a capital behind another one begins, from `pos` on,
 * and where that other one does in *start; `len` when there is none.
 */
static size_t find_pair(const char *text, size_t len, size_t pos, size_t *start)
{
	size_t at = pos;

	while ((at = find_capital(text, len, at)) < len) {
		size_t next = at;

		if (at > pos && get_kind(text[at - 1]) != SPACE) {
			at++;
			continue;
		}
		while (next < len && get_kind(text[next]) != SPACE)
			next++;
		while (next < len && get_kind(text[next]) == SPACE)
			next++;
		if (next < len && get_kind(text[next]) == CAPITAL) {
			*start = at;
			return next;
		}
		at = next;
	}
	return len;
}

static size_t count_digits(const char *text, size_t len)
{
	size_t digits = 0, i = 0;

	for (; i + 8 <= len; i += 8)
		digits += jscan_eight_count(jscan_eight_between(
			jscan_eight_load(text + i), '0', '9'));
	for (; i < len; i++)
		digits += get_kind(text[i]) == DIGIT;
	return digits;
}

size_t jscan_pair_find(const char *text, size_t len, size_t pos)
{
	size_t start = pos;

	return find_pair(text, len, pos, &start) < len ? start : len;
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
	size_t word = start, pair = find_pair(text, block->len, start, &word);
	size_t digits = count_digits(text + start, block->len - start);

	memset(finder, 0, sizeof(*finder));
	finder->block = block;
	finder->pair = pair < block->len ? word : block->len;
	if (!jscan_mail_next(&finder->mail, text, block->len, start))
		finder->mail.offset = SIZE_MAX;
	if (digits < LEAST_PHONE_DIGITS ||
	    !jscan_phone_next(&finder->phone, text, block->len, start))
		finder->phone.offset = SIZE_MAX;
	return pair < block->len || finder->mail.offset != SIZE_MAX ||
	       finder->phone.offset != SIZE_MAX || has_contact_link(block);
}
