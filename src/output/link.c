/*
 * The address of a place in a note: the report's format, word by word.  Paths
 * are escaped so that none of their characters means anything in an address.
 */
#include "output/link.h"

#include <string.h>

#include "output/escape.h"

/* Behind a '?' a path is a value, where its slashes are no steps. */
static void add_path(struct jscan_buf *out, const char *path, bool is_value)
{
	struct jscan_buf escaped;

	jscan_buf_init(&escaped);
	jscan_escape_path(&escaped, path);
	for (size_t i = 0; i < escaped.len; i++) {
		if (is_value && escaped.data[i] == '/')
			jscan_buf_adds(out, "%2F");
		else
			jscan_buf_addc(out, escaped.data[i]);
	}
	jscan_buf_release(&escaped);
}

static void add_absolute(struct jscan_buf *out, const char *folder,
			 const char *path, bool is_value, bool has_slash)
{
	struct jscan_buf whole;

	jscan_buf_init(&whole);
	jscan_buf_addf(&whole, "%s/%s", folder ? folder : "", path);
	/* "…/{abs}" and "…{abs}" are the same, but for file://{abs}. */
	add_path(out, whole.data + (has_slash && whole.data[0] == '/'),
		 is_value);
	jscan_buf_release(&whole);
}

void jscan_link_add(struct jscan_buf *out, const struct jscan_report *report,
		    const char *path, unsigned line)
{
	const char *format = report->link_format;
	bool is_value = false;

	if (!report->link_format) { /* quick, since there are thousands */
		jscan_escape_path(out, path);
		if (line > 0) {
			jscan_buf_adds(out, "#L");
			jscan_buf_add_number(out, line);
		}
		return;
	}
	for (const char *at = format; *at; at++) {
		char one[2] = {*at, '\0'};

		if (*at == '#' && line == 0 && strstr(at, "{line}"))
			return; /* of the whole file there is no part */
		is_value = (is_value || *at == '?') && *at != '#';
		if (!strncmp(at, "{path}", 6)) {
			add_path(out, path, is_value);
			at += 5;
		} else if (!strncmp(at, "{abs}", 5)) {
			bool has_slash = at > format && at[-1] == '/' &&
					 !(at - format >= 3 &&
					   !strncmp(at - 3, "://", 3));

			add_absolute(out, report->folder, path, is_value,
				     has_slash);
			at += 4;
		} else if (!strncmp(at, "{line}", 6)) {
			jscan_buf_add_number(out, line ? line : 1);
			at += 5;
		} else {
			jscan_escape_html(out, one);
		}
	}
}
