/*
 * Mail addresses are found from their @ outwards, web addresses from their
 * scheme on.  Both by bytes, in linear time.
 */
#include "facts/address.h"

#include <string.h>
#include <strings.h>

#include "facts/words.h"

#define MOST_LOCAL_BYTES  64
#define MOST_DOMAIN_BYTES 255

static bool is_alnum(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
	       (c >= '0' && c <= '9') || (unsigned char)c >= 0x80;
}

static size_t find_local_start(const char *text, size_t at, size_t pos)
{
	size_t start = at;

	while (start > pos && at - start < MOST_LOCAL_BYTES &&
	       (is_alnum(text[start - 1]) ||
		strchr("._%+-'", text[start - 1]) != NULL))
		start--;
	while (start < at && !is_alnum(text[start]))
		start++;
	return start;
}

/* The end of a domain with a dot and a last label of letters, or `pos`. */
static size_t find_domain_end(const char *text, size_t len, size_t pos)
{
	size_t end = pos, label = pos, good = pos;
	bool has_dot = false;

	while (end < len && end - pos < MOST_DOMAIN_BYTES) {
		if (text[end] == '.' && end > label) {
			has_dot = true;
			label = ++end;
		} else if (is_alnum(text[end]) ||
			   (text[end] == '-' && end > label)) {
			end++;
			if (has_dot && end - label >= 2 &&
			    !(text[label] >= '0' && text[label] <= '9') &&
			    is_alnum(text[end - 1]))
				good = end;
		} else {
			break;
		}
	}
	return good;
}

bool jscan_mail_next(struct jscan_address *out, const char *text, size_t len,
		     size_t pos)
{
	const char *found;
	size_t from = pos;

	while (pos < len &&
	       (found = memchr(text + pos, '@', len - pos)) != NULL) {
		size_t at = (size_t)(found - text);
		size_t start = find_local_start(text, at, from);
		size_t end = find_domain_end(text, len, at + 1);

		if (start < at && end > at + 1 &&
		    (start == 0 || text[start - 1] != '/')) {
			out->offset = start;
			out->len = end - start;
			return true;
		}
		pos = from = at + 1;
	}
	return false;
}

/* Is the word one that no person is called by? */
static bool is_office_word(const char *word, size_t len)
{
	static const char *const words[] = {
		"jobs",	       "job",	    "careers",	  "career",
		"hr",	       "hello",	    "noreply",	  "reply",
		"donotreply",  "bot",	    "apply",	  "bewerbung",
		"karriere",    "enquiries", "inquiries",  "kontakt",
		"post",	       "mailbox",   "graduates",  "interns",
		"internships", "recruit",   "candidates", "assessments",
		"interviews",  "mailer",    "daemon",	  "invoices",
		"orders",      "press",	    "helpdesk",	  "postmaster",
		"webmaster",   "hi",	    "newsletter", "alerts",
		"notify",      "vacancies", "work",	  "info",
		"staff",       "join",	    "us",	  "do",
		"not"};
	unsigned classes = jscan_words_find(word, len);

	for (size_t i = 0; i < sizeof(words) / sizeof(words[0]); i++)
		if (strlen(words[i]) == len &&
		    strncasecmp(words[i], word, len) == 0)
			return true;
	return (classes & (JSCAN_WORD_FIELD | JSCAN_WORD_PLAIN |
			   JSCAN_WORD_HEAD | JSCAN_WORD_COMPANY)) &&
	       !(classes & JSCAN_WORD_SURNAME);
}

bool jscan_mail_is_office(const char *mail, size_t len)
{
	const char *at = memchr(mail, '@', len);
	size_t end = at ? (size_t)(at - mail) : len, pos = 0;
	bool has_word = false;

	while (pos < end) {
		size_t word = pos;

		while (pos < end && strchr("._-+", mail[pos]) == NULL)
			pos++;
		if (pos > word && !is_office_word(mail + word, pos - word))
			return false;
		has_word |= pos > word;
		pos++;
	}
	return has_word;
}

static bool starts_with(const char *text, size_t len, const char *start)
{
	size_t bytes = strlen(start);

	return len >= bytes && strncasecmp(text, start, bytes) == 0;
}

/* Does a web address begin here? */
static bool is_web_start(const char *text, size_t len)
{
	return starts_with(text, len, "https://") ||
	       starts_with(text, len, "http://") ||
	       starts_with(text, len, "www.") ||
	       starts_with(text, len, "linkedin.com/") ||
	       starts_with(text, len, "xing.com/") ||
	       starts_with(text, len, "github.com/");
}

static size_t find_web_end(const char *text, size_t len, size_t pos)
{
	size_t end = pos;
	bool has_open = false;

	while (end < len && (unsigned char)text[end] > ' ' &&
	       strchr("<>\"|", text[end]) == NULL) {
		has_open |= text[end] == '(';
		end++;
	}
	while (end > pos && (strchr(".,;:!?'*_]", text[end - 1]) != NULL ||
			     (text[end - 1] == ')' && !has_open)))
		end--;
	return end;
}

bool jscan_web_next(struct jscan_address *out, const char *text, size_t len,
		    size_t pos)
{
	/* Each way in which an address begins has one of these. */
	if (pos >= len || (memchr(text + pos, '/', len - pos) == NULL &&
			   memchr(text + pos, '.', len - pos) == NULL))
		return false;
	for (; pos < len; pos++) {
		char c = (char)(text[pos] | 32);

		if ((c != 'h' && c != 'w' && c != 'l' && c != 'x' &&
		     c != 'g') ||
		    (pos > 0 && is_alnum(text[pos - 1])) ||
		    !is_web_start(text + pos, len - pos))
			continue;
		out->offset = pos;
		out->len = find_web_end(text, len, pos) - pos;
		return out->len > 0;
	}
	return false;
}
