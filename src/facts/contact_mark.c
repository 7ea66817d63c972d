/*
 * Most blocks hold no address, no number and no full name.  One look over the
 * bytes, by a table, finds that out; only then is anything searched for.
 */
#include "facts/contact_mark.h"

#include <stdint.h>
#include <string.h>
#include <strings.h>

#define LEAST_PHONE_DIGITS 7

enum { DIGIT = 1, AT = 2, SPACE = 4, CAPITAL = 8 };

/* What each byte is; bytes of letters beyond ASCII may be capitals. */
/* clang-format off */
static const unsigned char kinds[256] = {
	0, 0, 0, 0, 0, 0, 0, 0, 0, 4, 4, 0, 0, 0, 0, 0,
	0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
	4, 0, 4, 0, 0, 0, 0, 0, 4, 0, 0, 0, 0, 0, 0, 0,
	1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 0, 0, 0, 0, 0, 0,
	2, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8,
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

struct survey {
	size_t digits;
	bool has_at;
	bool has_pair;
};

static void survey_text(struct survey *out, const char *text, size_t len)
{
	unsigned all = 0, before = SPACE, word = 0;
	size_t digits = 0;

	for (size_t i = 0; i < len; i++) {
		unsigned kind = kinds[(unsigned char)text[i]];

		all |= kind;
		digits += kind & DIGIT;
		if (before == SPACE && kind != SPACE) {
			/* Behind a word with a capital comes another. */
			out->has_pair |= (kind & word) == CAPITAL;
			word = kind;
		}
		before = kind;
	}
	out->digits = digits;
	out->has_at = (all & AT) != 0;
}

size_t jscan_pair_find(const char *text, size_t len, size_t pos)
{
	unsigned before = SPACE, word = 0;
	size_t start = pos;

	for (size_t i = pos; i < len; i++) {
		unsigned kind = kinds[(unsigned char)text[i]];

		if (before == SPACE && kind != SPACE) {
			if ((kind & word) == CAPITAL)
				return start;
			word = kind;
			start = i;
		}
		before = kind;
	}
	return len;
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
	struct survey survey = {0, false, false};

	memset(finder, 0, sizeof(*finder));
	survey_text(&survey, block->text + start, block->len - start);
	finder->block = block;
	finder->has_pair = survey.has_pair;
	if (!survey.has_at ||
	    !jscan_mail_next(&finder->mail, block->text, block->len, start))
		finder->mail.offset = SIZE_MAX;
	if (survey.digits < LEAST_PHONE_DIGITS ||
	    !jscan_phone_next(&finder->phone, block->text, block->len, start))
		finder->phone.offset = SIZE_MAX;
	return finder->has_pair || finder->mail.offset != SIZE_MAX ||
	       finder->phone.offset != SIZE_MAX || has_contact_link(block);
}
