/* Text on a page for the terminal. */
#include "output/text_page.h"

#include <string.h>

#include "base/utf8.h"
#include "output/escape.h"

void jscan_text_add_heading(const struct jscan_text_page *page,
			    const char *text, enum jscan_color color)
{
	jscan_color_start(page->out, page->has_color, color);
	jscan_buf_adds(page->out, text);
	jscan_color_end(page->out, page->has_color, color);
	jscan_buf_addc(page->out, '\n');
}

size_t jscan_text_add_line(const struct jscan_text_page *page, const char *text,
			   size_t width, enum jscan_color color)
{
	struct jscan_buf safe;
	size_t shown;

	jscan_buf_init(&safe);
	jscan_escape_terminal(&safe, text, strlen(text));
	jscan_buf_add(&safe, "", 0);
	jscan_color_start(page->out, page->has_color, color);
	jscan_text_fit(page->out, safe.data, width);
	jscan_color_end(page->out, page->has_color, color);
	shown = jscan_utf8_width(safe.data, safe.len);
	jscan_buf_release(&safe);
	return shown < width ? shown : width;
}
