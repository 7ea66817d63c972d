/*
 * Fills templates of notes.  Of YAML it knows where the front matter ends and
 * whether a place is within quotes, which is all that writing a value takes.
 */
#include "act/new_text.h"

#include <stdbool.h>
#include <string.h>
#include <strings.h>

const char jscan_new_template[] = "---\n"
				  "company: {company}\n"
				  "role: {role}\n"
				  "date: {date}\n"
				  "type: {type}\n"
				  "contacts: {contacts}\n"
				  "---\n"
				  "\n"
				  "# {title}\n"
				  "\n"
				  "## Notes\n"
				  "\n"
				  "{prompts}";

struct fill {
	struct jscan_buf *out;
	const struct jscan_new_fact *facts;
	size_t count;
	bool in_header;
	char quote; /* the one that is open in this line of it, or 0 */
};

/* May stand in YAML as it is: begins with a letter, holds nothing special. */
static bool is_plain(const char *value)
{
	static const char *const words[] = {"null", "true", "false", "yes",
					    "no",   "on",   "off",   "~"};

	for (size_t i = 0; i < sizeof(words) / sizeof(words[0]); i++)
		if (strcasecmp(value, words[i]) == 0)
			return false;
	for (const char *p = value; *p; p++) {
		unsigned char c = (unsigned char)*p;
		bool is_letter = (c >= 'a' && c <= 'z') ||
				 (c >= 'A' && c <= 'Z') || c >= 0x80;
		bool is_digit = c >= '0' && c <= '9';

		if (!is_letter && !is_digit &&
		    (p == value || !strchr(" -_./&'()", c)))
			return false;
	}
	return true;
}

/* What a quoted scalar takes for itself comes twice, or behind a backslash. */
static void add_quoted(struct jscan_buf *out, const char *value, char quote)
{
	for (const char *p = value; *p; p++) {
		if (quote == '\'' && *p == '\'')
			jscan_buf_addc(out, '\'');
		else if (quote == '"' && (*p == '"' || *p == '\\'))
			jscan_buf_addc(out, '\\');
		jscan_buf_addc(out, *p);
	}
}

void jscan_new_add_quoted(struct jscan_buf *out, const char *value)
{
	jscan_buf_addc(out, '"');
	add_quoted(out, value, '"');
	jscan_buf_addc(out, '"');
}

/* No blanks at the end of a line that an unknown fact left there. */
static void trim(struct jscan_buf *out)
{
	while (out->len > 0 && out->data[out->len - 1] == ' ')
		out->len--;
}

static void add_fact(struct fill *fill, const struct jscan_new_fact *fact)
{
	if (!fill->in_header) {
		jscan_buf_adds(fill->out, fact->value);
	} else if (fact->yaml && !fill->quote) {
		if (fact->yaml[0] == '\n')
			trim(fill->out);
		jscan_buf_adds(fill->out, fact->yaml);
	} else if (fill->quote || is_plain(fact->value)) {
		add_quoted(fill->out, fact->value, fill->quote);
	} else {
		jscan_new_add_quoted(fill->out, fact->value);
	}
}

/*
 * The fact whose name stands at `text`, which begins with '{'.  Two braces are
 * those of other tools.
 */
static const struct jscan_new_fact *find_fact(const struct fill *fill,
					      const char *text, char before)
{
	for (size_t i = 0; i < fill->count; i++) {
		size_t len = strlen(fill->facts[i].name);

		if (before != '{' &&
		    strncmp(text + 1, fill->facts[i].name, len) == 0 &&
		    text[1 + len] == '}')
			return &fill->facts[i];
	}
	return NULL;
}

static void start_line(struct fill *fill, const char *text, bool is_first)
{
	bool is_fence = strncmp(text, "---", 3) == 0 &&
			(text[3] == '\n' || text[3] == '\0');

	fill->quote = 0;
	if (is_fence)
		fill->in_header = is_first;
}

static void follow_quotes(struct fill *fill, char c)
{
	if (fill->quote == c)
		fill->quote = 0;
	else if (!fill->quote && (c == '"' || c == '\''))
		fill->quote = c;
}

static void end_line(struct fill *fill)
{
	trim(fill->out);
	jscan_buf_addc(fill->out, '\n');
}

void jscan_new_fill(struct jscan_buf *out, const char *template_text,
		    const struct jscan_new_fact *facts, size_t count)
{
	struct fill fill = {out, facts, count, false, 0};
	const char *text = template_text;

	start_line(&fill, text, true);
	while (*text) {
		const struct jscan_new_fact *fact =
			*text == '{'
				? find_fact(&fill, text,
					    text > template_text ? text[-1] : 0)
				: NULL;

		if (fact) {
			add_fact(&fill, fact);
			text += strlen(fact->name) + 2;
		} else if (*text == '\n') {
			end_line(&fill);
			start_line(&fill, ++text, false);
		} else {
			follow_quotes(&fill, *text);
			jscan_buf_addc(out, *text++);
		}
	}
}
