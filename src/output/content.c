/*
 * Content lines: escaped, folded, ended.
 */
#include "output/content.h"

#include "output/escape.h"

#define MOST_LINE_BYTES 75

void jscan_content_add(struct jscan_buf *out, const struct jscan_buf *line)
{
	size_t room = MOST_LINE_BYTES, pos = 0;

	while (line->len - pos > room) {
		size_t end = pos + room;

		while (((unsigned char)line->data[end] & 0xc0) == 0x80)
			end--;
		jscan_buf_add(out, line->data + pos, end - pos);
		jscan_buf_adds(out, "\r\n ");
		pos = end;
		room = MOST_LINE_BYTES - 1; /* the blank counts */
	}
	jscan_buf_add(out, line->data + pos, line->len - pos);
	jscan_buf_adds(out, "\r\n");
}

void jscan_content_add_text(struct jscan_buf *out, const char *name,
			    const char *text)
{
	struct jscan_buf line;

	if (text == NULL || *text == '\0')
		return;
	jscan_buf_init(&line);
	jscan_buf_adds(&line, name);
	jscan_buf_addc(&line, ':');
	jscan_escape_ical(&line, text);
	jscan_content_add(out, &line);
	jscan_buf_release(&line);
}
