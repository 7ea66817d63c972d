/*
 * Links, tags and entities as CommonMark 0.30 writes them, sections 2.5, 6.3,
 * 6.5 and 6.6.  Of the 2,125 named entities those that people type or editors
 * insert are known; others stay as they are.
 */
#include "entry/scan.h"

#include <stdint.h>
#include <string.h>

#include "entry/prefix.h"

#define MOST_PARENS 32

static bool is_letter(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

static bool is_digit(char c)
{
	return c >= '0' && c <= '9';
}

static bool is_space(char c)
{
	return c == ' ' || c == '\t' || c == '\n';
}

bool jscan_is_punctuation(char c)
{
	return c > ' ' && c < 0x7f && !is_letter(c) && !is_digit(c);
}

static size_t skip_space(const char *text, size_t at, size_t end)
{
	while (at < end && is_space(text[at]))
		at++;
	return at;
}

/* `<address>`; the offset of its closing mark, or 0. */
static size_t pointed_end(const char *text, size_t at, size_t end)
{
	for (size_t i = at + 1; i < end; i++) {
		if (text[i] == '>')
			return i;
		if (text[i] == '<' || text[i] == '\n')
			return 0;
		if (text[i] == '\\' && i + 1 < end)
			i++;
	}
	return 0;
}

/* An address without marks: no blanks, its parentheses in pairs. */
static size_t plain_end(const char *text, size_t at, size_t end)
{
	unsigned depth = 0;
	size_t i;

	for (i = at; i < end && (unsigned char)text[i] > ' '; i++) {
		if (text[i] == '\\' && i + 1 < end &&
		    jscan_is_punctuation(text[i + 1])) {
			i++;
		} else if (text[i] == '(') {
			if (++depth > MOST_PARENS)
				return 0;
		} else if (text[i] == ')') {
			if (!depth)
				break;
			depth--;
		}
	}
	return depth ? 0 : i;
}

static size_t title_end(const char *text, size_t at, size_t end)
{
	char close = text[at] == '(' ? ')' : text[at];

	for (size_t i = at + 1; i < end; i++) {
		if (text[i] == '\\' && i + 1 < end)
			i++;
		else if (text[i] == close)
			return i + 1;
		else if (close == ')' && text[i] == '(')
			return 0;
	}
	return 0;
}

size_t jscan_scan_address(const char *text, size_t at, size_t end, size_t *url,
			  size_t *url_end)
{
	size_t i = skip_space(text, at + 1, end), after;

	if (i < end && text[i] == '<') {
		*url = i + 1;
		*url_end = pointed_end(text, i, end);
		i = *url_end + 1;
		if (!*url_end)
			return 0;
	} else {
		*url = i;
		*url_end = i = plain_end(text, i, end);
		if (!i)
			return 0;
	}
	after = skip_space(text, i, end);
	if (after > i && after < end &&
	    (text[after] == '"' || text[after] == '\'' || text[after] == '(')) {
		after = title_end(text, after, end);
		if (!after)
			return 0;
		after = skip_space(text, after, end);
	}
	return after < end && text[after] == ')' ? after + 1 : 0;
}

static bool is_mail_char(char c)
{
	return is_letter(c) || is_digit(c) ||
	       (c && strchr(".!#$%&'*+/=?^_`{|}~-", c));
}

static bool is_mail(const char *text, size_t at, size_t end)
{
	size_t i = at;

	while (i < end && is_mail_char(text[i]))
		i++;
	if (i == at || i == end || text[i] != '@')
		return false;
	at = ++i;
	while (i < end && (is_letter(text[i]) || is_digit(text[i]) ||
			   text[i] == '-' || text[i] == '.'))
		i++;
	return i == end && i > at;
}

/* A scheme of 2 to 32 characters and a colon. */
static bool has_scheme(const char *text, size_t at, size_t end)
{
	size_t i = at;

	if (i == end || !is_letter(text[i]))
		return false;
	while (i < end && (is_letter(text[i]) || is_digit(text[i]) ||
			   text[i] == '+' || text[i] == '.' || text[i] == '-'))
		i++;
	return i < end && text[i] == ':' && i - at >= 2 && i - at <= 32;
}

size_t jscan_scan_autolink(const char *text, size_t at, size_t end,
			   bool *is_mail_address)
{
	size_t i = at + 1;

	while (i < end && (unsigned char)text[i] > ' ' && text[i] != '<' &&
	       text[i] != '>')
		i++;
	if (i == end || text[i] != '>')
		return 0;
	*is_mail_address = is_mail(text, at + 1, i);
	return *is_mail_address || has_scheme(text, at + 1, i) ? i + 1 : 0;
}

/* The value of an attribute, with its `=`; `at` itself when there is none. */
static size_t value_end(const char *text, size_t at, size_t end)
{
	size_t i = skip_space(text, at, end), start;

	if (i == end || text[i] != '=')
		return at;
	i = skip_space(text, i + 1, end);
	start = i;
	if (i < end && (text[i] == '"' || text[i] == '\'')) {
		for (i++; i < end && text[i] != text[start]; i++) {
			if (text[i] == '<')
				return 0;
		}
		return i < end ? i + 1 : 0;
	}
	while (i < end && !is_space(text[i]) && !strchr("\"'=<>`", text[i]))
		i++;
	return i > start ? i : 0;
}

static size_t attributes_end(const char *text, size_t at, size_t end)
{
	for (;;) {
		size_t i = skip_space(text, at, end);

		if (i == end)
			return 0;
		if (text[i] == '>' || text[i] == '/')
			return i;
		if (i == at ||
		    (!is_letter(text[i]) && text[i] != '_' && text[i] != ':'))
			return 0;
		while (i < end && (is_letter(text[i]) || is_digit(text[i]) ||
				   (text[i] && strchr("_.:-", text[i]))))
			i++;
		at = value_end(text, i, end);
		if (!at)
			return 0;
	}
}

static bool is_word_in(const char *list, const char *text, size_t len)
{
	char word[16];

	if (len + 3 > sizeof(word))
		return false;
	word[0] = ' ';
	for (size_t i = 0; i < len; i++)
		word[i + 1] = (char)(text[i] | 0x20);
	word[len + 1] = ' ';
	word[len + 2] = '\0';
	return strstr(list, word) != NULL;
}

/* Tags inside a sentence leave nothing, others part what is beside them. */
static char tag_instead(const char *name, size_t len)
{
	static const char quiet[] =
		" a abbr b big cite code del dfn em font i ins kbd mark q s "
		"samp small span strike strong sub sup time tt u var wbr ";

	if (is_word_in(" br ", name, len))
		return '\n';
	return is_word_in(quiet, name, len) ? '\0' : ' ';
}

size_t jscan_scan_tag(const char *text, size_t at, size_t end, char *instead)
{
	size_t i = at + 1, name;

	*instead = '\0';
	if (i < end && (text[i] == '!' || text[i] == '?')) {
		if (i + 1 < end && text[i] == '!' && !is_letter(text[i + 1]))
			return 0;
		while (i < end && text[i] != '>' && text[i] != '<')
			i++;
		return i < end && text[i] == '>' ? i + 1 : 0;
	}
	if (i < end && text[i] == '/')
		i++;
	name = i;
	if (i == end || !is_letter(text[i]))
		return 0;
	while (i < end &&
	       (is_letter(text[i]) || is_digit(text[i]) || text[i] == '-'))
		i++;
	*instead = tag_instead(text + name, i - name);
	i = attributes_end(text, i, end);
	if (!i)
		return 0;
	if (text[i] == '/')
		i++;
	return i < end && text[i] == '>' ? i + 1 : 0;
}

size_t jscan_scan_bare_url(const char *text, size_t at, size_t end)
{
	unsigned depth = 0;
	size_t i;

	for (i = at; i < end && (unsigned char)text[i] > ' '; i++) {
		if (strchr("<>\"`|]", text[i]))
			break;
		if (text[i] == '(')
			depth++;
		else if (text[i] == ')' && !depth--)
			break;
	}
	while (i > at && strchr("*_~=.,;:!?'", text[i - 1]))
		i--;
	return i;
}

static const struct {
	const char *name;
	const char *text;
} entities[] = {
	{"amp", "&"},
	{"lt", "<"},
	{"gt", ">"},
	{"quot", "\""},
	{"apos", "'"},
	{"nbsp", "\xc2\xa0"},
	{"ndash", "\xe2\x80\x93"},
	{"mdash", "\xe2\x80\x94"},
	{"hellip", "\xe2\x80\xa6"},
	{"lsquo", "\xe2\x80\x98"},
	{"rsquo", "\xe2\x80\x99"},
	{"ldquo", "\xe2\x80\x9c"},
	{"rdquo", "\xe2\x80\x9d"},
	{"sbquo", "\xe2\x80\x9a"},
	{"bdquo", "\xe2\x80\x9e"},
	{"laquo", "\xc2\xab"},
	{"raquo", "\xc2\xbb"},
	{"bull", "\xe2\x80\xa2"},
	{"middot", "\xc2\xb7"},
	{"copy", "\xc2\xa9"},
	{"reg", "\xc2\xae"},
	{"trade", "\xe2\x84\xa2"},
	{"deg", "\xc2\xb0"},
	{"euro", "\xe2\x82\xac"},
	{"pound", "\xc2\xa3"},
	{"yen", "\xc2\xa5"},
	{"cent", "\xc2\xa2"},
	{"sect", "\xc2\xa7"},
	{"para", "\xc2\xb6"},
	{"times", "\xc3\x97"},
	{"divide", "\xc3\xb7"},
	{"plusmn", "\xc2\xb1"},
	{"frac12", "\xc2\xbd"},
	{"frac14", "\xc2\xbc"},
	{"auml", "\xc3\xa4"},
	{"ouml", "\xc3\xb6"},
	{"uuml", "\xc3\xbc"},
	{"Auml", "\xc3\x84"},
	{"Ouml", "\xc3\x96"},
	{"Uuml", "\xc3\x9c"},
	{"szlig", "\xc3\x9f"},
	{"aacute", "\xc3\xa1"},
	{"eacute", "\xc3\xa9"},
	{"iacute", "\xc3\xad"},
	{"oacute", "\xc3\xb3"},
	{"uacute", "\xc3\xba"},
	{"agrave", "\xc3\xa0"},
	{"egrave", "\xc3\xa8"},
	{"acirc", "\xc3\xa2"},
	{"ecirc", "\xc3\xaa"},
	{"ocirc", "\xc3\xb4"},
	{"ccedil", "\xc3\xa7"},
	{"ntilde", "\xc3\xb1"},
	{"atilde", "\xc3\xa3"},
	{"aring", "\xc3\xa5"},
	{"aelig", "\xc3\xa6"},
	{"oslash", "\xc3\xb8"},
	{"Eacute", "\xc3\x89"},
	{"larr", "\xe2\x86\x90"},
	{"rarr", "\xe2\x86\x92"},
	{"check", "\xe2\x9c\x93"},
	{"ensp", "\xe2\x80\x82"},
	{"emsp", "\xe2\x80\x83"},
	{"thinsp", "\xe2\x80\x89"},
	{"shy", "\xc2\xad"},
	{"zwnj", "\xe2\x80\x8c"},
	{"num", "#"},
	{"ast", "*"},
	{"lowbar", "_"},
	{"vert", "|"},
	{"lsqb", "["},
	{"rsqb", "]"},
	{"commat", "@"},
	{"colon", ":"},
};

static size_t encode(uint32_t c, char out[6])
{
	if (c == '\t' || c == '\n' || c == '\r')
		c = ' ';
	if (c < 0x20 || c > 0x10ffff || (c >= 0xd800 && c <= 0xdfff))
		c = 0xfffd;
	if (c < 0x80) {
		out[0] = (char)c;
		return 1;
	}
	if (c < 0x800) {
		out[0] = (char)(0xc0 | c >> 6);
		out[1] = (char)(0x80 | (c & 0x3f));
		return 2;
	}
	if (c < 0x10000) {
		out[0] = (char)(0xe0 | c >> 12);
		out[1] = (char)(0x80 | (c >> 6 & 0x3f));
		out[2] = (char)(0x80 | (c & 0x3f));
		return 3;
	}
	out[0] = (char)(0xf0 | c >> 18);
	out[1] = (char)(0x80 | (c >> 12 & 0x3f));
	out[2] = (char)(0x80 | (c >> 6 & 0x3f));
	out[3] = (char)(0x80 | (c & 0x3f));
	return 4;
}

/* The digits of `&#228;` or `&#xe4;` from `at` on. */
static size_t scan_number(const char *text, size_t at, size_t end,
			  uint32_t *out)
{
	uint32_t base = 10, value = 0;
	size_t start;

	if (at < end && (text[at] | 0x20) == 'x') {
		base = 16;
		at++;
	}
	for (start = at; at < end && at - start < 7; at++) {
		char c = text[at] >= 'A' ? (char)(text[at] | 0x20) : text[at];

		if (is_digit(c))
			value = value * base + (uint32_t)(c - '0');
		else if (base == 16 && c >= 'a' && c <= 'f')
			value = value * base + (uint32_t)(c - 'a' + 10);
		else
			break;
	}
	*out = value;
	return at > start && at < end && text[at] == ';' ? at + 1 : 0;
}

size_t jscan_scan_entity(const char *text, size_t at, size_t end, char out[6],
			 size_t *out_len)
{
	size_t i = at + 1;

	if (i < end && text[i] == '#') {
		uint32_t c;

		i = scan_number(text, i + 1, end, &c);
		if (i)
			*out_len = encode(c, out);
		return i;
	}
	while (i < end && i - at < 9 &&
	       (is_letter(text[i]) || is_digit(text[i])))
		i++;
	if (i == end || text[i] != ';')
		return 0;
	for (size_t k = 0; k < sizeof(entities) / sizeof(entities[0]); k++) {
		if (strlen(entities[k].name) == i - at - 1 &&
		    !memcmp(entities[k].name, text + at + 1, i - at - 1)) {
			*out_len = strlen(entities[k].text);
			memcpy(out, entities[k].text, *out_len);
			return i + 1;
		}
	}
	return 0;
}

const char *jscan_scan_plain_address(struct jscan_arena *arena,
				     const char *text, size_t len)
{
	char *out = jscan_arena_alloc(arena, len + 1);
	size_t used = 0, i = 0;

	while (i < len) {
		char bytes[6];
		size_t count = 0, after = 0;

		if (text[i] == JSCAN_ERASED) {
			i++;
			continue;
		}
		if (text[i] == '\\' && i + 1 < len &&
		    jscan_is_punctuation(text[i + 1]))
			i++;
		else if (text[i] == '&')
			after = jscan_scan_entity(text, i, len, bytes, &count);
		if (after) { /* never longer than what it stands for */
			memcpy(out + used, bytes, count);
			used += count;
			i = after;
		} else {
			out[used++] = text[i++];
		}
	}
	return out;
}
