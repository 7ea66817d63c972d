/*
 * Two passes over the raw words of one block.  The first (mark.c) finds the
 * marks that go and notes each as a cut, in order.  The second copies what lies
 * between the cuts and writes down where each piece came from.  Words without
 * marks, most of a journal, are not copied at all.
 */
#include "entry/inline.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "entry/mark.h"
#include "entry/scan.h"

struct jscan_inline *jscan_inline_new(void)
{
	struct jscan_inline *tool = jscan_alloc(sizeof(*tool));

	memset(tool, 0, sizeof(*tool));
	return tool;
}

void jscan_inline_free(struct jscan_inline *tool)
{
	if (!tool)
		return;
	free(tool->cuts);
	free(tool->links);
	free(tool);
}

/* The second pass: where it stands. */
struct writer {
	char *text;
	size_t len;
	struct jscan_shift *shifts;
	size_t shift_count;
	const struct jscan_run *raw;
	size_t raw_shift; /* the shift that holds for the raw offset at hand */
};

/* Makes the next byte written one that comes from raw offset `at`. */
static void mark_source(struct writer *writer, size_t at)
{
	const struct jscan_run *raw = writer->raw;
	struct jscan_shift shift;

	while (writer->raw_shift + 1 < raw->shift_count &&
	       raw->shifts[writer->raw_shift + 1].text <= at)
		writer->raw_shift++;
	shift.text = (unsigned)writer->len;
	shift.source = raw->shifts[writer->raw_shift].source + (unsigned)at -
		       raw->shifts[writer->raw_shift].text;
	if (writer->shift_count &&
	    writer->shifts[writer->shift_count - 1].text == shift.text)
		writer->shift_count--;
	writer->shifts[writer->shift_count++] = shift;
}

/* Copies raw bytes, in pieces where the raw text itself jumps. */
static void copy(struct writer *writer, size_t from, size_t to)
{
	while (from < to) {
		size_t next = to;

		mark_source(writer, from);
		if (writer->raw_shift + 1 < writer->raw->shift_count) {
			size_t jump =
				writer->raw->shifts[writer->raw_shift + 1].text;

			next = jump < to ? jump : to;
		}
		memcpy(writer->text + writer->len, writer->raw->text + from,
		       next - from);
		writer->len += next - from;
		from = next;
	}
}

static void write_cut(struct writer *writer, const struct jscan_cut *cut)
{
	if (!cut->instead_len)
		return;
	mark_source(writer, cut->at);
	memcpy(writer->text + writer->len, cut->instead, cut->instead_len);
	writer->len += cut->instead_len;
}

static void write_run(struct jscan_inline *tool, struct jscan_run *out,
		      const struct jscan_run *raw)
{
	struct writer writer = {0};
	struct jscan_link *links;
	size_t at = 0, link = 0;

	/* A cut never puts in more bytes than it takes. */
	writer.text = jscan_arena_alloc(tool->arena, raw->len + 1);
	writer.shifts = jscan_arena_array(
		tool->arena, 2 * tool->cut_count + raw->shift_count + 1,
		sizeof(*writer.shifts));
	writer.raw = raw;
	links = jscan_arena_array(tool->arena, tool->link_count,
				  sizeof(*links));
	for (size_t i = 0; i < tool->cut_count; i++) {
		const struct jscan_cut *cut = &tool->cuts[i];

		copy(&writer, at, cut->at);
		if (cut->edge == JSCAN_EDGE_START) {
			links[link] = tool->links[link];
			links[link].offset = (unsigned)writer.len;
		} else if (cut->edge == JSCAN_EDGE_END) {
			links[link].len =
				(unsigned)writer.len - links[link].offset;
			link++;
		}
		write_cut(&writer, cut);
		at = cut->at + cut->len;
	}
	copy(&writer, at, raw->len);
	if (!writer.shift_count)
		mark_source(&writer, 0);
	out->text = writer.text;
	out->len = writer.len;
	out->shifts = writer.shifts;
	out->shift_count = writer.shift_count;
	out->links = links;
	out->link_count = link;
}

static bool is_space(char c)
{
	return c == ' ' || c == '\t' || c == '\n';
}

static unsigned least(unsigned a, size_t b)
{
	return a < b ? a : (unsigned)b;
}

/* Links end with the text, of which `skip` bytes went at its start. */
static void fit_links(struct jscan_run *run, size_t skip,
		      struct jscan_arena *arena)
{
	struct jscan_link *links =
		jscan_arena_array(arena, run->link_count, sizeof(*links));

	for (size_t i = 0; i < run->link_count; i++) {
		struct jscan_link link = run->links[i];
		unsigned end = link.offset + link.len;

		link.offset -= least(link.offset, skip);
		link.offset = least(link.offset, run->len);
		end -= least(end, skip);
		link.len = least(end, run->len) - link.offset;
		links[i] = link;
	}
	run->links = links;
}

/* Blanks at the start and the end are taken off; shifts and links follow. */
static void trim(struct jscan_run *run, struct jscan_arena *arena)
{
	size_t skip = 0;

	while (run->len && is_space(run->text[run->len - 1]))
		run->len--;
	while (skip < run->len && is_space(run->text[skip]))
		skip++;
	if (skip) {
		struct jscan_shift *shifts = jscan_arena_array(
			arena, run->shift_count, sizeof(*shifts));
		size_t first = 0, count = 0;

		while (first + 1 < run->shift_count &&
		       run->shifts[first + 1].text <= skip)
			first++;
		for (size_t i = first; i < run->shift_count; i++) {
			size_t at = run->shifts[i].text;
			size_t off = at < skip ? skip - at : 0;

			shifts[count].text =
				(unsigned)(at < skip ? 0 : at - skip);
			shifts[count++].source =
				run->shifts[i].source + (unsigned)off;
		}
		run->text += skip;
		run->len -= skip;
		run->shifts = shifts;
		run->shift_count = count;
	}
	if (run->link_count)
		fit_links(run, skip, arena);
}

/* A block id of Obsidian at the end: ` ^a1b2c3`. */
static void drop_block_id(struct jscan_run *run)
{
	size_t i = run->len;

	while (i && (jscan_is_punctuation(run->text[i - 1])
			     ? run->text[i - 1] == '-'
			     : (unsigned char)run->text[i - 1] > ' ' &&
				       (unsigned char)run->text[i - 1] < 0x7f))
		i--;
	if (i > 1 && i < run->len && run->text[i - 1] == '^' &&
	    is_space(run->text[i - 2]))
		run->len = i - 1;
}

void jscan_inline_strip(struct jscan_inline *tool, struct jscan_run *out,
			const struct jscan_run *raw,
			const struct jscan_references *references,
			struct jscan_arena *arena)
{
	struct jscan_run plain = *raw;

	tool->references = references;
	tool->arena = arena;
	drop_block_id(&plain);
	jscan_marks_find(tool, &plain);
	*out = plain;
	out->links = NULL;
	out->link_count = 0;
	if (tool->cut_count)
		write_run(tool, out, &plain);
	trim(out, arena);
	if (tool->cut_room > 65536) { /* a block like no other */
		free(tool->cuts);
		tool->cuts = NULL;
		tool->cut_room = 0;
	}
}
