/*
 * Signatures of mails, quoted or pasted: a name alone on its line, and short
 * lines with a title, an address, a number below.
 */
#include <string.h>
#include <strings.h>

#include "facts/address.h"
#include "facts/contact_body.h"
#include "facts/name.h"
#include "facts/phone.h"
#include "facts/title.h"

#define MOST_SIGNATURE_LINES 7
#define MOST_SIGNATURE_BYTES 72

static bool has_address(const char *text, size_t len)
{
	struct jscan_address address;
	struct jscan_phone phone;

	return jscan_mail_next(&address, text, len, 0) ||
	       jscan_web_next(&address, text, len, 0) ||
	       jscan_phone_next(&phone, text, len, 0);
}

/* Is the line a full name, with at most a title behind it? */
static bool is_signature_name(const struct jscan_contact_body *body,
			      const char *text, size_t len)
{
	struct jscan_name name;
	const char *comma = memchr(text, ',', len);
	size_t end = comma ? (size_t)(comma - text) : len;

	if (!jscan_name_parse(&name, text, end, JSCAN_NAME_IN_LIST) ||
	    !name.is_full ||
	    jscan_contact_is_company(body->line.company, text, end, true,
				     body->line.arena))
		return false;
	return comma == NULL || jscan_title_is_likely(comma + 1, len - end - 1);
}

/*
 * A signature at the end of a paragraph: a name alone on its line, then one to
 * six short lines with an address or number among them.  Returns where it
 * begins, or the block's length.
 */
size_t jscan_contact_body_find_signature(const struct jscan_contact_body *body,
					 const struct jscan_block *block)
{
	size_t end = block->len, best = end;
	bool has_found = false;

	for (size_t count = 0; count < MOST_SIGNATURE_LINES; count++) {
		size_t start = end;

		while (start > 0 && block->text[start - 1] != '\n' &&
		       end - start <= MOST_SIGNATURE_BYTES)
			start--;
		/* Lines of a signature are short and no sentences. */
		if (end - start > MOST_SIGNATURE_BYTES ||
		    (end > start && strchr(".!?", block->text[end - 1]) &&
		     !has_found))
			break;
		if (has_found &&
		    is_signature_name(body, block->text + start, end - start))
			best = start;
		has_found |= has_address(block->text + start, end - start);
		if (start == 0)
			break;
		end = start - 1;
	}
	return best;
}

void jscan_contact_body_read_signature(struct jscan_contact_body *body,
				       const struct jscan_block *block,
				       size_t start)
{
	struct jscan_contact_line *line = &body->line;
	size_t first = line->out->count;

	jscan_contact_line_reset(line);
	while (start < block->len) {
		size_t end = jscan_contact_line_end(block, start);

		if (line->current == 0)
			jscan_contact_body_place(body, block, start);
		jscan_contact_line_read(line, block->text + start, end - start,
					block);
		start = end + 1;
	}
	jscan_contact_line_finish(line);
	jscan_contact_body_settle(body, first, true);
	jscan_contact_line_reset(line);
}

/* Is the line in front of `start` a "Best," or "Kind regards"? */
bool jscan_contact_is_sign_off(const struct jscan_block *block, size_t start)
{
	static const char *const words[] = {
		"regards",     "best",	       "cheers", "thanks",
		"sincerely",   "yours",	       "wishes", "grüße",
		"salutations", "cordialement", "saludos"};
	size_t end = start > 0 ? start - 1 : 0, from = end;

	while (from > 0 && block->text[from - 1] != '\n' && end - from < 40)
		from--;
	while (end > from && strchr(" ,.!", block->text[end - 1]) != NULL)
		end--;
	for (size_t i = 0; i < sizeof(words) / sizeof(words[0]); i++)
		if (end - from >= strlen(words[i]) &&
		    strncasecmp(block->text + end - strlen(words[i]), words[i],
				strlen(words[i])) == 0)
			return true;
	return false;
}
