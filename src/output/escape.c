/*
 * The four escapings (HTML, Markdown, CSV, iCalendar and vCard), that of the
 * terminal, and two small ones for JSON and paths.  Everything that comes from
 * notes passes through here on its way out.
 */
#include "output/escape.h"

#include <string.h>
#include <strings.h>

#include "base/utf8.h"

#define REPLACEMENT "\xef\xbf\xbd"

/* The next character; one byte that is not UTF-8 counts as U+FFFD. */
static size_t next_char(const char *text, size_t len, int32_t *out)
{
	size_t bytes;

	if ((unsigned char)*text < 0x80) {
		*out = (unsigned char)*text;
		return 1;
	}
	bytes = jscan_utf8_check(text, len < 4 ? len : 4);
	if (bytes == 0) {
		*out = 0xfffd;
		return 1;
	}
	return jscan_utf8_next(text, len, out);
}

/* Bytes from here on that mean nothing anywhere: letters, digits, spaces. */
static size_t plain_bytes(const char *text)
{
	const char *at = text;

	while (((*at | 32) >= 'a' && (*at | 32) <= 'z') ||
	       (*at >= '0' && *at <= '9') || *at == ' ')
		at++;
	return (size_t)(at - text);
}

/*
 * Bytes that need no escape where: in paths of addresses letters, digits and
 * "-._~/"; in Markdown those that mean nothing wherever they stand.
 */
enum { MARKDOWN = 1, PATH = 2, BOTH = MARKDOWN | PATH };

static const unsigned char plain_in[256] = {
	[' '] = MARKDOWN, ['"'] = MARKDOWN, ['\''] = MARKDOWN, ['('] = MARKDOWN,
	[')'] = MARKDOWN, ['+'] = MARKDOWN, [','] = MARKDOWN,  ['-'] = BOTH,
	['.'] = PATH,	  ['/'] = BOTH,	    ['0'] = BOTH,      ['1'] = BOTH,
	['2'] = BOTH,	  ['3'] = BOTH,	    ['4'] = BOTH,      ['5'] = BOTH,
	['6'] = BOTH,	  ['7'] = BOTH,	    ['8'] = BOTH,      ['9'] = BOTH,
	[';'] = MARKDOWN, ['?'] = MARKDOWN, ['@'] = MARKDOWN,  ['A'] = BOTH,
	['B'] = BOTH,	  ['C'] = BOTH,	    ['D'] = BOTH,      ['E'] = BOTH,
	['F'] = BOTH,	  ['G'] = BOTH,	    ['H'] = BOTH,      ['I'] = BOTH,
	['J'] = BOTH,	  ['K'] = BOTH,	    ['L'] = BOTH,      ['M'] = BOTH,
	['N'] = BOTH,	  ['O'] = BOTH,	    ['P'] = BOTH,      ['Q'] = BOTH,
	['R'] = BOTH,	  ['S'] = BOTH,	    ['T'] = BOTH,      ['U'] = BOTH,
	['V'] = BOTH,	  ['W'] = BOTH,	    ['X'] = BOTH,      ['Y'] = BOTH,
	['Z'] = BOTH,	  ['_'] = PATH,	    ['a'] = BOTH,      ['b'] = BOTH,
	['c'] = BOTH,	  ['d'] = BOTH,	    ['e'] = BOTH,      ['f'] = BOTH,
	['g'] = BOTH,	  ['h'] = BOTH,	    ['i'] = BOTH,      ['j'] = BOTH,
	['k'] = BOTH,	  ['l'] = BOTH,	    ['m'] = BOTH,      ['n'] = BOTH,
	['o'] = BOTH,	  ['p'] = BOTH,	    ['q'] = BOTH,      ['r'] = BOTH,
	['s'] = BOTH,	  ['t'] = BOTH,	    ['u'] = BOTH,      ['v'] = BOTH,
	['w'] = BOTH,	  ['x'] = BOTH,	    ['y'] = BOTH,      ['z'] = BOTH,
	['~'] = PATH};

/* The same for Markdown, where more of them mean nothing. */
static size_t plain_markdown_bytes(const char *text)
{
	size_t len = 0;

	while (plain_in[(unsigned char)text[len]] & MARKDOWN)
		len++;
	return len;
}

/* Is it a character that no reader should get raw? */
static bool is_unsafe(int32_t c)
{
	if (c >= 0x20 && c < 0x7f)
		return false;
	return jscan_utf8_is_unsafe(c) || c == 0x2028 || c == 0x2029;
}

/*
 * Appends one character that needs no escape; blanks of any kind that break
 * lines become a space.
 */
static void add_plain(struct jscan_buf *out, const char *text, size_t bytes,
		      int32_t c)
{
	if (c == '\n' || c == '\t' || c == '\r' || c == 0x2028 || c == 0x2029)
		jscan_buf_addc(out, ' ');
	else if (is_unsafe(c) || (c == 0xfffd && bytes == 1))
		jscan_buf_adds(out, REPLACEMENT);
	else
		jscan_buf_add(out, text, bytes);
}

void jscan_escape_html(struct jscan_buf *out, const char *text)
{
	size_t len = strlen(text), bytes;

	for (size_t i = 0; i < len; i += bytes) {
		int32_t c;

		bytes = plain_bytes(text + i);
		if (bytes > 0) {
			jscan_buf_add(out, text + i, bytes);
			continue;
		}
		bytes = next_char(text + i, len - i, &c);
		switch (c) {
		case '&':
			jscan_buf_adds(out, "&amp;");
			break;
		case '<':
			jscan_buf_adds(out, "&lt;");
			break;
		case '>':
			jscan_buf_adds(out, "&gt;");
			break;
		case '"':
			jscan_buf_adds(out, "&quot;");
			break;
		case '\'':
			jscan_buf_adds(out, "&#39;");
			break;
		default:
			add_plain(out, text + i, bytes, c);
		}
	}
}

void jscan_escape_markdown(struct jscan_buf *out, const char *text)
{
	/* CommonMark's marks, and those of GitHub and Obsidian ($ ^ = % ~). */
	static const char marks[] = "\\`*_[]|~#$=^%{}!";
	size_t len = strlen(text), bytes;

	for (size_t i = 0; i < len; i += bytes) {
		int32_t c;

		bytes = plain_markdown_bytes(text + i);
		if (bytes > 0) {
			jscan_buf_add(out, text + i, bytes);
			continue;
		}
		bytes = next_char(text + i, len - i, &c);
		if (c == '<' || c == '>') {
			jscan_buf_adds(out, c == '<' ? "&lt;" : "&gt;");
			continue;
		}
		if (c == '&' && text[i + 1] != ' ')
			jscan_buf_addc(out, '\\');
		else if (c > 0 && c < 0x80 && strchr(marks, (char)c) != NULL)
			jscan_buf_addc(out, '\\');
		/* A web address stays text: no link that we did not make. */
		else if (c == ':' && (text[i + 1] == '/' || text[i + 1] == ':'))
			jscan_buf_addc(out, '\\');
		else if (c == '.' && i >= 3 &&
			 strncasecmp(text + i - 3, "www", 3) == 0)
			jscan_buf_addc(out, '\\');
		add_plain(out, text + i, bytes, c);
	}
}

void jscan_escape_markdown_block(struct jscan_buf *out, const char *text)
{
	size_t digits;

	text += strspn(text, " \t\r\n");
	digits = strspn(text, "0123456789");
	if (*text == '-' || *text == '+') {
		jscan_buf_addc(out, '\\');
	} else if (digits > 0 && (text[digits] == '.' || text[digits] == ')')) {
		jscan_buf_add(out, text, digits);
		jscan_buf_addc(out, '\\');
		text += digits;
	}
	jscan_escape_markdown(out, text);
}

void jscan_escape_csv(struct jscan_buf *out, const char *text)
{
	size_t len = strlen(text), bytes;
	const char *first = text + strspn(text, " \t\r\n");

	jscan_buf_addc(out, '"');
	/* The full-width forms of = + - @ are formulae to some programs too. */
	if ((*first != '\0' && strchr("=+-@", *first) != NULL) ||
	    *text == '\t' || *text == '\r' ||
	    strncmp(first, "\xef\xbc\x9d", 3) == 0 ||
	    strncmp(first, "\xef\xbc\x8b", 3) == 0 ||
	    strncmp(first, "\xef\xbc\x8d", 3) == 0 ||
	    strncmp(first, "\xef\xbc\xa0", 3) == 0)
		jscan_buf_addc(out, '\'');
	for (size_t i = 0; i < len; i += bytes) {
		int32_t c;

		bytes = plain_bytes(text + i);
		if (bytes > 0) {
			jscan_buf_add(out, text + i, bytes);
			continue;
		}
		bytes = next_char(text + i, len - i, &c);
		if (c == '"')
			jscan_buf_adds(out, "\"\"");
		else
			add_plain(out, text + i, bytes, c);
	}
	jscan_buf_addc(out, '"');
}

void jscan_escape_ical(struct jscan_buf *out, const char *text)
{
	size_t len = strlen(text), bytes;

	for (size_t i = 0; i < len; i += bytes) {
		int32_t c;

		bytes = plain_bytes(text + i);
		if (bytes > 0) {
			jscan_buf_add(out, text + i, bytes);
			continue;
		}
		bytes = next_char(text + i, len - i, &c);
		if (c == '\r' && text[i + 1] == '\n')
			continue;
		if (c == '\n' || c == '\r') {
			jscan_buf_adds(out, "\\n");
			continue;
		}
		if (c == '\\' || c == ';' || c == ',')
			jscan_buf_addc(out, '\\');
		add_plain(out, text + i, bytes, c);
	}
}

void jscan_escape_clean(struct jscan_buf *out, const char *text)
{
	size_t len = strlen(text), bytes;

	for (size_t i = 0; i < len; i += bytes) {
		int32_t c;

		bytes = plain_bytes(text + i);
		if (bytes > 0) {
			jscan_buf_add(out, text + i, bytes);
			continue;
		}
		bytes = next_char(text + i, len - i, &c);
		add_plain(out, text + i, bytes, c);
	}
}

void jscan_escape_terminal(struct jscan_buf *out, const char *text, size_t len)
{
	size_t bytes;

	for (size_t i = 0; i < len; i += bytes) {
		int32_t c;

		bytes = next_char(text + i, len - i, &c);
		if (c == '\n' || c == '\t')
			jscan_buf_addc(out, ' ');
		else if (c == 0xfffd && bytes == 1)
			jscan_buf_addf(out, "\\x%02x", (unsigned char)text[i]);
		else if (is_unsafe(c) && c < 0x100)
			jscan_buf_addf(out, "\\x%02x", (unsigned)c);
		else if (is_unsafe(c))
			jscan_buf_addf(out, "\\u{%x}", (unsigned)c);
		else
			jscan_buf_add(out, text + i, bytes);
	}
}

void jscan_escape_json(struct jscan_buf *out, const char *text, size_t len)
{
	size_t start = 0, bytes;

	for (size_t i = 0; i < len; i += bytes) {
		int32_t c;

		bytes = 1;
		if ((unsigned char)text[i] < 0x7f)
			continue;
		bytes = next_char(text + i, len - i, &c);
		if (!is_unsafe(c))
			continue;
		jscan_buf_add(out, text + start, i - start);
		start = i + bytes;
		if (c < 0x10000)
			jscan_buf_addf(out, "\\u%04x", (unsigned)c);
		else
			jscan_buf_addf(
				out, "\\u%04x\\u%04x",
				0xd800 + (unsigned)((c - 0x10000) >> 10),
				0xdc00 + (unsigned)((c - 0x10000) & 0x3ff));
	}
	jscan_buf_add(out, text + start, len - start);
}

void jscan_escape_path(struct jscan_buf *out, const char *path)
{
	static const char digits[] = "0123456789ABCDEF";

	while (*path) {
		const char *at = path;

		while (plain_in[(unsigned char)*at] & PATH)
			at++;
		jscan_buf_add(out, path, (size_t)(at - path));
		if (*at) {
			unsigned char byte = (unsigned char)*at++;
			char escaped[3] = {'%', digits[byte >> 4],
					   digits[byte & 15]};

			jscan_buf_add(out, escaped, sizeof(escaped));
		}
		path = at;
	}
}

bool jscan_escape_is_link(const char *url)
{
	return strncasecmp(url, "http://", 7) == 0 ||
	       strncasecmp(url, "https://", 8) == 0 ||
	       strncasecmp(url, "mailto:", 7) == 0;
}
