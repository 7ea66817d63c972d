/*
 * Most blocks hold no address and no number, and most lines no full name.  A
 * look over the bytes finds that out; only then is anything searched for.
 */
#include "facts/contact_mark.h"

#include <stdint.h>
#include <string.h>
#include <strings.h>

#include "base/sixteen.h"

#define LEAST_PHONE_DIGITS 7

/* Words with capitals of which one follows the other. */
struct pair {
	size_t first; /* where the last word begins; once found, the first */
	bool is_open; /* the last word begins with a capital */
	bool is_found;
	unsigned before; /* 1: a blank, or nothing, stands before */
};

static bool is_blank(char c)
{
	return c == ' ' || c == '\t' || c == '\n' || c == '"' || c == '(';
}

/*
 * Goes on with the sixteen bytes at `at`, of which `last` is the last.  Words
 * begin behind blanks, brackets and quotation marks; bytes of letters beyond
 * ASCII may be capitals.
 */
static inline void add_words(struct pair *pair, struct jscan_sixteen bytes,
			     size_t at, char last)
{
	unsigned capitals = jscan_sixteen_between(bytes, 'A', 'Z') |
			    jscan_sixteen_high(bytes);
	unsigned blanks, starts;

	if (capitals == 0 && !pair->is_open) {
		pair->before = is_blank(last);
		return;
	}
	blanks = jscan_sixteen_between(bytes, ' ', ' ') |
		 jscan_sixteen_between(bytes, '\t', '\n') |
		 jscan_sixteen_between(bytes, '"', '"') |
		 jscan_sixteen_between(bytes, '(', '(');
	starts = ~blanks & (blanks << 1 | pair->before) & 0xffff;
	pair->before = blanks >> 15;
	if (!(starts & capitals)) {
		pair->is_open &= starts == 0;
		return;
	}
	for (; starts != 0; starts &= starts - 1) {
		size_t start = at + jscan_sixteen_first(starts);
		bool is_capital = (starts & -starts & capitals) != 0;

		if (is_capital && pair->is_open) {
			pair->is_found = true;
			return;
		}
		pair->is_open = is_capital;
		pair->first = start;
	}
}

/* What there is before the end of the text, and zeros. */
static struct jscan_sixteen load_rest(const char *text, size_t len, size_t at)
{
	char rest[16] = {0};

	memcpy(rest, text + at, len - at);
	return jscan_sixteen_load(rest);
}

size_t jscan_pair_find(const char *text, size_t len, size_t pos)
{
	struct pair pair = {.before = 1};
	size_t at = pos;

	for (; len - at >= 16; at += 16) {
		add_words(&pair, jscan_sixteen_load(text + at), at,
			  text[at + 15]);
		if (pair.is_found)
			return pair.first;
	}
	if (at < len)
		add_words(&pair, load_rest(text, len, at), at, '\0');
	return pair.is_found ? pair.first : len;
}

static bool has_phone_digits(const char *text, size_t len)
{
	unsigned digits = 0;
	size_t at = 0;

	for (; len - at >= 16; at += 16) {
		unsigned found = jscan_sixteen_between(
			jscan_sixteen_load(text + at), '0', '9');

		for (; found != 0; found &= found - 1)
			digits++;
	}
	for (; at < len; at++)
		digits += text[at] >= '0' && text[at] <= '9';
	return digits >= LEAST_PHONE_DIGITS;
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

	memset(finder, 0, sizeof(*finder));
	finder->block = block;
	if (!jscan_mail_next(&finder->mail, text, block->len, start))
		finder->mail.offset = SIZE_MAX;
	if (!has_phone_digits(text + start, block->len - start) ||
	    !jscan_phone_next(&finder->phone, text, block->len, start))
		finder->phone.offset = SIZE_MAX;
	return finder->mail.offset != SIZE_MAX ||
	       finder->phone.offset != SIZE_MAX || has_contact_link(block);
}
