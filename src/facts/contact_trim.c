/* What stands around the words of a piece and says nothing: marks, articles. */
#include <string.h>
#include <strings.h>

#include "facts/contact_piece.h"
#include "facts/name.h"

/* The dot of "Priya N." and "Martin King Jr." stays. */
static bool ends_in_initial(const char *text, size_t len)
{
	size_t start = len > 0 ? len - 1 : 0;

	if (len < 4 || text[len - 1] != '.')
		return false;
	while (start > 0 && text[start - 1] != ' ')
		start--;
	return start > 0 && text[start] >= 'A' && text[start] <= 'Z' &&
	       (len - start == 2 ||
		(len - start == 3 && (text[start + 1] | 32) == 'r'));
}

void jscan_piece_trim(const char **text, size_t *len)
{
	static const char marks[] = " \t\n\"'*_`[]<>|,;.!~";
	static const char *const wide[] = {
		"\xc2\xa0",	"\xe2\x80\x9c", "\xe2\x80\x9d", "\xe2\x80\x98",
		"\xe2\x80\x99", "\xe2\x80\x93", "\xe2\x80\x94", "\xe2\x80\xa2",
		"\xc2\xab",	"\xc2\xbb",	"\xe2\x80\x9e"};
	bool has_changed = true;

	while (has_changed && *len > 0) {
		has_changed = false;
		if (strchr(marks, **text) != NULL || **text == '-' ||
		    **text == '@' || **text == '(' || **text == ')') {
			(*text)++;
			(*len)--;
			has_changed = true;
			continue;
		}
		if (ends_in_initial(*text, *len))
			return;
		if (strchr(marks, (*text)[*len - 1]) != NULL ||
		    strchr("-():", (*text)[*len - 1]) != NULL) {
			(*len)--;
			has_changed = true;
			continue;
		}
		if (!(**text & 0x80) && !((*text)[*len - 1] & 0x80))
			return;
		for (size_t i = 0; i < sizeof(wide) / sizeof(wide[0]); i++) {
			size_t bytes = strlen(wide[i]);

			if (*len < bytes)
				continue;
			if (memcmp(*text, wide[i], bytes) == 0) {
				*text += bytes;
				*len -= bytes;
				has_changed = true;
			} else if (memcmp(*text + *len - bytes, wide[i],
					  bytes) == 0) {
				*len -= bytes;
				has_changed = true;
			}
			if (has_changed)
				break;
		}
	}
}

const char *jscan_piece_turn_name(struct jscan_arena *arena, const char *text,
				  size_t *len)
{
	const char *comma = memchr(text, ',', *len), *rest;
	struct jscan_name last, first;
	size_t rest_len;
	char *turned;

	if (comma == NULL)
		return text;
	rest = comma + 1;
	rest_len = *len - (size_t)(rest - text);
	if (memchr(rest, ',', rest_len) != NULL ||
	    !jscan_name_parse(&last, text, (size_t)(comma - text),
			      JSCAN_NAME_IN_KEY) ||
	    !jscan_name_parse(&first, rest, rest_len, JSCAN_NAME_IN_KEY) ||
	    last.parts != 1 || first.parts > 2)
		return text;
	turned = jscan_arena_printf(arena, "%.*s %.*s", (int)first.len,
				    rest + first.offset, (int)last.len,
				    text + last.offset);
	*len = strlen(turned);
	return turned;
}

/* "Tom Reed on 773-555-0190": what leads to the number. */
static void cut_last_word(const char *text, size_t *len)
{
	static const char *const words[] = {" on", " at", " under", " via"};

	for (size_t i = 0; i < sizeof(words) / sizeof(words[0]); i++) {
		size_t bytes = strlen(words[i]);

		if (*len > bytes &&
		    memcmp(text + *len - bytes, words[i], bytes) == 0) {
			*len -= bytes;
			return;
		}
	}
}

void jscan_piece_skip_small_words(const char **text, size_t *len)
{
	static const char *const small[] = {
		"and ",	 "with ",  "the ",   "our ", "my ",	"her ",
		"his ",	 "their ", "a ",     "an ",  "by ",	"via ",
		"also ", "plus ",  "und ",   "& ",   "+ ",	"met ",
		"is ",	 "at ",	   "or ",    "to ",  "now ",	"cc ",
		"c/o ",	 "call ",  "from: ", "on ",  "who is ", "who was "};
	bool has_changed = *len > 0; /* as what is left always is */

	while (has_changed) {
		has_changed = false;
		for (size_t i = 0; i < sizeof(small) / sizeof(small[0]); i++) {
			size_t bytes;

			if ((**text | 32) != small[i][0])
				continue;
			bytes = strlen(small[i]);
			if (*len > bytes &&
			    strncasecmp(*text, small[i], bytes) == 0 &&
			    **text != 'A') {
				*text += bytes;
				*len -= bytes;
				has_changed = true;
			}
		}
	}
	cut_last_word(*text, len);
}
