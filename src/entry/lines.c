/*
 * From the lines of a leaf to the words on them.  A line that goes on with a
 * paragraph loses its blanks and as many marks of quotes as the paragraph has;
 * what is left over is text.
 */
#include "entry/lines.h"

#include <stdlib.h>
#include <string.h>

#include "entry/prefix.h"

static void add_line(struct jscan_document_parser *parser, size_t index,
		     size_t from, size_t to, unsigned line)
{
	if (index == parser->piece_room) {
		parser->piece_room = index ? index * 2 : 64;
		parser->pieces = jscan_realloc(parser->pieces,
					       parser->piece_room *
						       sizeof(*parser->pieces));
	}
	parser->pieces[index].from = (unsigned)from;
	parser->pieces[index].to = (unsigned)to;
	parser->pieces[index].line = line;
}

/* `## Words ##`: the words. */
static void strip_heading_marks(const char *text, size_t *from, size_t *to)
{
	size_t end;

	*from += jscan_heading_marks(text, *from, *to);
	while (*from < *to && jscan_is_blank(text[*from]))
		++*from;
	for (end = *to; end > *from && text[end - 1] == '#';)
		end--;
	if (end == *from || jscan_is_blank(text[end - 1]))
		*to = jscan_trim_end(text, *from, end);
}

void jscan_lines_gather(struct jscan_lines *out,
			struct jscan_document_parser *parser,
			const struct jscan_body *body,
			const struct jscan_leaf *leaf)
{
	size_t count = 0;

	for (unsigned line = leaf->first_line; line <= leaf->last_line;
	     line++) {
		size_t end = jscan_body_line_end(body, line), from;

		from = line == leaf->first_line
			       ? leaf->start
			       : jscan_prefix_skip(body->text,
						   body->line_offsets[line],
						   end, leaf->quotes);
		end = jscan_trim_end(body->text, from, end);
		if (from == end && line > leaf->first_line)
			break;
		if (leaf->level)
			strip_heading_marks(body->text, &from, &end);
		add_line(parser, count++, from, end, line);
	}
	out->leaf = leaf;
	out->items = parser->pieces;
	out->count = count;
}

void jscan_lines_join(struct jscan_run *out, const char *text,
		      const struct jscan_piece *lines, size_t count,
		      struct jscan_arena *arena)
{
	struct jscan_shift *shifts;
	size_t len = 0, breaks = 0;
	char *copy;

	memset(out, 0, sizeof(*out));
	for (size_t i = 0; i < count; i++) {
		len += lines[i].to - lines[i].from + (i > 0);
		if (i && lines[i].from != lines[i - 1].to + 1)
			breaks++;
	}
	out->len = len;
	out->shift_count = breaks ? count : 1;
	shifts = jscan_arena_array(arena, out->shift_count, sizeof(*shifts));
	out->shifts = shifts;
	shifts[0].source = (unsigned)lines[0].from;
	if (!breaks) {
		out->text = text + lines[0].from;
		return;
	}
	copy = jscan_arena_alloc(arena, len + 1);
	out->text = copy;
	len = 0;
	for (size_t i = 0; i < count; i++) {
		if (i)
			copy[len++] = '\n';
		shifts[i].text = (unsigned)len;
		shifts[i].source = (unsigned)lines[i].from;
		memcpy(copy + len, text + lines[i].from,
		       lines[i].to - lines[i].from);
		len += lines[i].to - lines[i].from;
	}
}

unsigned jscan_lines_first(const struct jscan_piece *lines, size_t count,
			   const struct jscan_run *run)
{
	size_t i = 0;

	while (i + 1 < count && run->shifts[0].source >= lines[i + 1].from)
		i++;
	return lines[i].line + 1;
}

void jscan_lines_shrink(struct jscan_document_parser *parser)
{
	if (parser->piece_room <= 65536)
		return;
	free(parser->pieces);
	parser->pieces = NULL;
	parser->piece_room = 0;
}
