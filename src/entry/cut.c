/* What is cut out of a text, and what was opened in it and not yet closed. */
#include <stdlib.h>
#include <string.h>

#include "entry/mark_read.h"
#include "entry/prefix.h"

struct jscan_cut *jscan_cut_add(struct jscan_inline *tool, size_t at,
				size_t len)
{
	struct jscan_cut *cut;

	if (tool->cut_count == tool->cut_room) {
		tool->cut_room = tool->cut_room ? tool->cut_room * 2 : 64;
		tool->cuts = jscan_realloc(
			tool->cuts, tool->cut_room * sizeof(*tool->cuts));
	}
	cut = &tool->cuts[tool->cut_count++];
	memset(cut, 0, sizeof(*cut));
	cut->at = (unsigned)at;
	cut->len = (unsigned)len;
	return cut;
}

void jscan_cut_add_link(struct jscan_inline *tool, const char *url)
{
	if (tool->link_count == tool->link_room) {
		tool->link_room = tool->link_room ? tool->link_room * 2 : 16;
		tool->links = jscan_realloc(
			tool->links, tool->link_room * sizeof(*tool->links));
	}
	memset(&tool->links[tool->link_count], 0, sizeof(*tool->links));
	tool->links[tool->link_count++].url = url;
}

void jscan_cut_drop(struct jscan_inline *tool, size_t from)
{
	for (int kind = 0; kind < JSCAN_MARK_KINDS; kind++) {
		struct jscan_marks *marks = &tool->marks[kind];

		while (marks->count &&
		       marks->items[marks->count - 1].cut >= from)
			marks->count--;
	}
	tool->cut_count = from;
}

void jscan_cut_close_marks(struct jscan_inline *tool, size_t cut)
{
	for (int kind = 0; kind < JSCAN_MARK_KINDS; kind++) {
		struct jscan_marks *marks = &tool->marks[kind];

		while (marks->count && marks->items[marks->count - 1].cut > cut)
			marks->count--;
	}
}

void jscan_cut_add_erased(struct jscan_inline *tool, size_t from, size_t to)
{
	const char *end = tool->text + to;
	const char *at = tool->text + from;

	while ((at = memchr(at, JSCAN_ERASED, (size_t)(end - at)))) {
		jscan_cut_add(tool, (size_t)(at - tool->text), 1);
		at++;
	}
}
