/* Days, links and names in the report file, and what is said of the rest. */
#include "output/md_part.h"

#include "base/date.h"
#include "output/escape.h"
#include "output/link.h"

void jscan_md_add_date(struct jscan_buf *out, struct jscan_date date)
{
	char text[11];

	jscan_date_format(text, date);
	jscan_buf_adds(out, text);
}

void jscan_md_add_link(struct jscan_buf *out, const struct jscan_report *report,
		       const char *path, unsigned line)
{
	jscan_buf_addc(out, '[');
	jscan_escape_markdown(out, path);
	if (line > 0) {
		jscan_buf_addc(out, ':');
		jscan_buf_add_number(out, line);
	}
	jscan_buf_adds(out, "](");
	jscan_link_add(out, report, path, line);
	jscan_buf_addc(out, ')');
}

void jscan_md_add_application(struct jscan_buf *out, const char *company,
			      const char *role)
{
	if (company)
		jscan_escape_markdown(out, company);
	if (role && *role) {
		if (company)
			jscan_buf_adds(out, ", ");
		jscan_escape_markdown(out, role);
	}
}

void jscan_md_add_rest(struct jscan_buf *out, size_t count, const char *which,
		       const char *command)
{
	if (count)
		jscan_buf_addf(out, "\n%zu more%s: `journalscan %s`.\n", count,
			       which, command);
}
