/*
 * Explanations on a terminal: a title, then numbered steps, each with its place
 * in the journal and the line that stands there.
 */
#include <errno.h>
#include <string.h>

#include "base/error.h"
#include "output/escape.h"
#include "output/report.h"
#include "output/table.h"

#define DEFAULT_COLUMNS 80
#define INDENT		5 /* of what stands below a step's number */

struct page {
	struct jscan_buf *out;
	size_t width;
	bool has_color;
};

/* Text in its colour, broken at blanks. */
static void add_text(const struct page *page, const char *text, size_t indent,
		     enum jscan_color color)
{
	jscan_color_start(page->out, page->has_color, color);
	jscan_text_wrap(page->out, text, indent, page->width);
	jscan_color_end(page->out, page->has_color, color);
}

/* The number takes the place of the blanks that the text is indented by. */
static void add_numbered(const struct page *page, size_t number,
			 const char *text)
{
	struct jscan_buf lines;

	jscan_buf_init(&lines);
	jscan_text_wrap(&lines, text, INDENT, page->width);
	jscan_buf_addf(page->out, "%3zu. ", number);
	if (lines.len > INDENT)
		jscan_buf_add(page->out, lines.data + INDENT,
			      lines.len - INDENT);
	else
		jscan_buf_addc(page->out, '\n');
	jscan_buf_release(&lines);
}

static void add_step(const struct page *page, size_t number,
		     const struct jscan_step *step)
{
	struct jscan_buf place;

	add_numbered(page, number, step->text);
	if (!step->path)
		return;
	jscan_buf_init(&place);
	jscan_buf_adds(&place, step->path);
	if (step->line)
		jscan_buf_addf(&place, ":%u", step->line);
	if (step->quote)
		jscan_buf_addf(&place, ": %s", step->quote);
	add_text(page, place.data, INDENT, JSCAN_COLOR_FAINT);
	jscan_buf_release(&place);
}

int jscan_explanations_write(const struct jscan_explanations *explanations,
			     const struct jscan_format_options *options,
			     jscan_write_fn write, void *data,
			     struct jscan_error *err)
{
	struct jscan_buf out;
	struct page page = {&out, options->columns, options->has_color};
	int ret;

	if (!page.width)
		page.width = DEFAULT_COLUMNS;
	jscan_buf_init_writer(&out, write, data);
	for (size_t i = 0; i < explanations->count; i++) {
		const struct jscan_explanation *item = &explanations->items[i];

		if (i)
			jscan_buf_addc(&out, '\n');
		add_text(&page, item->title, 0, JSCAN_COLOR_STRONG);
		for (size_t j = 0; j < item->step_count; j++)
			add_step(&page, j + 1, &item->steps[j]);
	}
	ret = jscan_buf_flush(&out);
	jscan_buf_release(&out);
	if (ret < 0)
		return jscan_error_set(err, JSCAN_ERR_IO,
				       "cannot write the output: %s",
				       strerror(errno));
	return 0;
}
