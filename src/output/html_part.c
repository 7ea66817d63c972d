/*
 * Pieces of the HTML page.  Text of notes goes through jscan_html_text(), and
 * addresses through output/link.c, and nowhere else.
 */
#include "output/html_part.h"

#include <stdio.h>
#include <string.h>

#include "base/date.h"
#include "output/escape.h"
#include "output/link.h"

void jscan_html_text(const struct jscan_html *page, const char *text)
{
	if (text)
		jscan_escape_html(page->out, text);
}

/* The length of the text up to the next day in it. */
static size_t find_day(const char *text, struct jscan_date *out)
{
	size_t len = 0;

	for (; text[len]; len++) {
		char day[11] = "";

		if (text[len] < '0' || text[len] > '9' ||
		    strnlen(text + len, 10) < 10)
			continue;
		memcpy(day, text + len, 10);
		if (jscan_date_parse(out, day) == 0)
			return len;
	}
	return len;
}

void jscan_html_prose(const struct jscan_html *page, const char *text)
{
	struct jscan_buf piece;

	jscan_buf_init(&piece);
	while (*text) {
		struct jscan_date date = {0};
		size_t len = find_day(text, &date);

		jscan_buf_clear(&piece);
		jscan_buf_add(&piece, text, len);
		jscan_html_text(page, piece.data);
		text += len;
		if (!*text)
			break;
		jscan_html_date(page, date);
		text += 10;
	}
	jscan_buf_release(&piece);
}

void jscan_html_date(const struct jscan_html *page, struct jscan_date date)
{
	char text[11];

	jscan_date_format(text, date);
	if (*text)
		jscan_buf_addf(page->out, "<time datetime=\"%s\">%s</time>",
			       text, text);
}

void jscan_html_place(const struct jscan_html *page, const char *path,
		      unsigned line)
{
	jscan_buf_adds(page->out, "<a class=\"place\" href=\"");
	jscan_link_add(page->out, page->report, path, line);
	jscan_buf_adds(page->out, "\">");
	jscan_html_text(page, path);
	if (line > 0)
		jscan_buf_addf(page->out, ":%u", line);
	jscan_buf_adds(page->out, "</a>");
}

void jscan_html_application(const struct jscan_html *page, const char *company,
			    const char *role)
{
	jscan_html_text(page, company);
	if (role && *role) {
		if (company)
			jscan_buf_adds(page->out, ", ");
		jscan_html_text(page, role);
	}
}

void jscan_html_start_section(const struct jscan_html *page, const char *id,
			      const char *heading)
{
	jscan_buf_addf(page->out,
		       "<section aria-labelledby=\"%s\">\n"
		       "<h2 id=\"%s\">%s</h2>\n",
		       id, id, heading);
}

void jscan_html_end_section(const struct jscan_html *page)
{
	jscan_buf_adds(page->out, "</section>\n");
}

void jscan_html_start_table(const struct jscan_html *page, const char *caption,
			    const char *heads, bool is_list)
{
	jscan_buf_addf(page->out,
		       "<div class=\"scroll\" tabindex=\"0\" role=\"region\" "
		       "aria-label=\"%s, a table\">\n<table%s>\n"
		       "<caption class=\"unseen\">%s</caption>\n<thead>\n<tr>",
		       caption, is_list ? " class=\"list\"" : "", caption);
	while (*heads) {
		size_t len = strcspn(heads, "|");

		jscan_buf_addf(page->out, "<th scope=\"col\">%.*s</th>",
			       (int)len, heads);
		heads += len + (heads[len] == '|');
	}
	jscan_buf_adds(page->out, "</tr>\n</thead>\n<tbody>\n");
}

void jscan_html_end_table(const struct jscan_html *page)
{
	jscan_buf_adds(page->out, "</tbody>\n</table>\n</div>\n");
}

void jscan_html_cell(const struct jscan_html *page, const char *text)
{
	jscan_buf_adds(page->out, "<td>");
	jscan_html_text(page, text);
	jscan_buf_adds(page->out, "</td>");
}

void jscan_html_date_cell(const struct jscan_html *page, struct jscan_date date)
{
	jscan_buf_adds(page->out, "<td>");
	jscan_html_date(page, date);
	jscan_buf_adds(page->out, "</td>");
}

void jscan_html_month(const struct jscan_html *page, struct jscan_date date)
{
	static const char *const names[] = {"January", "February", "March",
					    "April",   "May",	   "June",
					    "July",    "August",   "September",
					    "October", "November", "December"};

	jscan_buf_addf(page->out, "%s %d", names[(date.month + 11) % 12],
		       date.year);
}

struct jscan_percent jscan_percent_of(long part, long whole)
{
	struct jscan_percent out;
	long hundredths = whole > 0 ? part * 10000 / whole : 0;

	if (hundredths < 0)
		hundredths = 0;
	if (hundredths > 10000)
		hundredths = 10000;
	snprintf(out.text, sizeof(out.text), "%ld.%02ld%%", hundredths / 100,
		 hundredths % 100);
	return out;
}
