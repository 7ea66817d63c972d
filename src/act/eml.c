/*
 * Headers: words of a name or subject that are not plain ASCII become encoded
 * words of at most 75 characters, never cut inside a character.  The body is
 * quoted-printable, so that no line is too long and no byte too high.
 */
#include "act/eml.h"

#include <stdio.h>
#include <string.h>

#include "base/utf8.h"

#define MOST_LINE  76 /* with encoded words, and of the body; without CRLF */
#define MOST_PLAIN 60 /* a longer name or subject is always encoded */

static bool is_plain(const char *text)
{
	size_t len = 0; /* with the marks that quoting needs */

	for (const char *c = text; *c; c++) {
		if ((unsigned char)*c < ' ' || (unsigned char)*c > '~')
			return false;
		len += *c == '"' || *c == '\\' ? 2 : 1;
	}
	return len <= MOST_PLAIN && !strstr(text, "=?");
}

static bool is_letter_or_digit(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
	       (c >= '0' && c <= '9');
}

/* Encoded words, one a line, the first behind `before` characters. */
static void add_encoded(struct jscan_buf *out, const char *text, size_t before)
{
	static const char start[] = "=?UTF-8?Q?", end[] = "?=";
	size_t len = strlen(text), used = 0, bytes;

	for (size_t i = 0; i < len; i += bytes) {
		char coded[13];
		size_t n = 0;
		int32_t c;

		bytes = jscan_utf8_next(text + i, len - i, &c);
		for (size_t k = 0; k < bytes; k++) {
			unsigned char byte = (unsigned char)text[i + k];

			if (is_letter_or_digit((char)byte))
				coded[n++] = (char)byte;
			else
				n += (size_t)snprintf(coded + n, 4, "=%02X",
						      byte);
		}
		if (used && before + used + n + sizeof(end) - 1 > MOST_LINE) {
			jscan_buf_adds(out, end);
			jscan_buf_adds(out, "\r\n ");
			before = 1;
			used = 0;
		}
		if (!used) {
			jscan_buf_adds(out, start);
			used = sizeof(start) - 1;
		}
		jscan_buf_add(out, coded, n);
		used += n;
	}
	if (used)
		jscan_buf_adds(out, end);
}

/* A display name: quoted, or encoded. */
static void add_phrase(struct jscan_buf *out, const char *name)
{
	if (!is_plain(name)) {
		add_encoded(out, name, strlen("To: "));
		return;
	}
	jscan_buf_addc(out, '"');
	for (; *name; name++) {
		if (*name == '"' || *name == '\\')
			jscan_buf_addc(out, '\\');
		jscan_buf_addc(out, *name);
	}
	jscan_buf_addc(out, '"');
}

bool jscan_message_is_address(const char *mail)
{
	static const char marks[] = "!#$%&'*+-/=?^_`{|}~.";
	const char *at = strchr(mail, '@');
	size_t len = strlen(mail);

	if (!at || at == mail || !at[1] || strchr(at + 1, '@') || len > 254)
		return false;
	for (const char *c = mail; *c; c++) {
		bool is_fine = is_letter_or_digit(*c) || *c == '-' || *c == '.';

		if (c < at)
			is_fine = is_fine || strchr(marks, *c);
		if (!is_fine && c != at)
			return false;
		if (*c == '.' && (c == mail || c[1] == '.' || c + 1 == at ||
				  c == at + 1 || !c[1]))
			return false;
	}
	return true;
}

/* Ends a line of the body softly before it gets too long. */
static void add_piece(struct jscan_buf *out, size_t *used, const char *piece,
		      size_t len)
{
	if (*used + len > MOST_LINE - 1) {
		jscan_buf_adds(out, "=\r\n");
		*used = 0;
	}
	jscan_buf_add(out, piece, len);
	*used += len;
}

static void add_body(struct jscan_buf *out, const char *body)
{
	size_t used = 0;

	for (; *body; body++) {
		unsigned char c = (unsigned char)*body;
		bool ends_line = body[1] == '\n' || !body[1];
		char coded[4];

		if (c == '\n') {
			jscan_buf_adds(out, "\r\n");
			used = 0;
		} else if (c > ' ' && c <= '~' && c != '=' &&
			   (used || (c != '.' && strncmp(body, "From ", 5)))) {
			add_piece(out, &used, body, 1);
		} else if (c == ' ' && !ends_line) {
			add_piece(out, &used, body, 1);
		} else {
			snprintf(coded, sizeof(coded), "=%02X", c);
			add_piece(out, &used, coded, 3);
		}
	}
	if (used)
		jscan_buf_adds(out, "\r\n");
}

void jscan_message_write_eml(struct jscan_buf *out,
			     const struct jscan_message *message)
{
	if (message->mail && jscan_message_is_address(message->mail)) {
		jscan_buf_adds(out, "To: ");
		if (message->name) {
			add_phrase(out, message->name);
			jscan_buf_adds(out, "\r\n ");
		}
		jscan_buf_addf(out, "<%s>\r\n", message->mail);
	}
	if (message->subject && *message->subject) {
		jscan_buf_adds(out, "Subject: ");
		if (is_plain(message->subject))
			jscan_buf_adds(out, message->subject);
		else
			add_encoded(out, message->subject, strlen("Subject: "));
		jscan_buf_adds(out, "\r\n");
	}
	jscan_buf_adds(out, "X-Unsent: 1\r\n"
			    "MIME-Version: 1.0\r\n"
			    "Content-Type: text/plain; charset=utf-8\r\n"
			    "Content-Transfer-Encoding: quoted-printable\r\n"
			    "\r\n");
	add_body(out, message->body);
}
