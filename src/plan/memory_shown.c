/*
 * The rows of what is shown, and their texts, each of which is kept once: one
 * sentence often shows several weaknesses.  Paths are not kept, since the
 * number of the note says them.
 *
 * Bytes are believed no further than they make sense.
 */
#include "plan/memory_shown.h"

#include <string.h>

#include "base/hash.h"
#include "base/utf8.h"

#define MOST_STEPS 8 /* from slot to slot; then a text is kept twice */

#define IS_HELD 0x80000000u /* of `category` */

struct row {
	uint32_t category;
	uint32_t unit;
	uint32_t note;
	uint32_t line;
	uint32_t date;
	uint32_t text; /* offset in the texts */
};

/* The slot of a text, used or free; NULL when the search is long. */
static uint32_t *find_slot(struct jscan_memory_texts *texts, const char *text,
			   size_t len)
{
	size_t at = jscan_hash_bytes(text, len) & texts->mask;

	for (int i = 0; i < MOST_STEPS; i++, at = (at + 1) & texts->mask) {
		uint32_t number = texts->slots[at];

		if (!number || !strcmp(texts->items[number - 1].text, text))
			return &texts->slots[at];
	}
	return NULL;
}

/* Where the text is going to stand: where it does already, or at the end. */
static uint32_t add_text(struct jscan_memory_texts *texts, const char *text)
{
	size_t len = strlen(text);
	uint32_t *slot = find_slot(texts, text, len);
	struct jscan_memory_text *item;

	if (slot && *slot)
		return texts->items[*slot - 1].offset;
	item = &texts->items[texts->count++];
	item->text = text;
	item->offset = (uint32_t)texts->bytes;
	texts->bytes += len + 1;
	if (slot)
		*slot = (uint32_t)texts->count;
	return item->offset;
}

void jscan_memory_texts_list(struct jscan_memory_texts *out,
			     const struct jscan_memory *memory,
			     struct jscan_arena *arena)
{
	size_t row = 0;

	memset(out, 0, sizeof(*out));
	for (size_t i = 0; i < memory->part_count; i++)
		out->rows += memory->parts[i].part.evidence.shown_count;
	for (out->mask = 15; out->mask < 2 * out->rows;)
		out->mask = 2 * out->mask + 1;
	out->slots =
		jscan_arena_array(arena, out->mask + 1, sizeof(*out->slots));
	out->items = jscan_arena_array(arena, out->rows, sizeof(*out->items));
	out->offsets =
		jscan_arena_array(arena, out->rows, sizeof(*out->offsets));
	for (size_t i = 0; i < memory->part_count; i++) {
		const struct jscan_findings *findings =
			&memory->parts[i].part.evidence;

		for (size_t j = 0; j < findings->shown_count; j++)
			out->offsets[row++] =
				add_text(out, findings->shown[j].text);
	}
}

static uint32_t pack_date(struct jscan_date date)
{
	return (uint32_t)(uint16_t)date.year << 16 | (uint32_t)date.month << 8 |
	       date.day;
}

static bool unpack_date(struct jscan_date *out, uint32_t value)
{
	out->year = (int16_t)(value >> 16);
	out->month = (uint8_t)(value >> 8);
	out->day = (uint8_t)value;
	return !value || (out->year >= 1 && out->month >= 1 &&
			  out->month <= 12 && out->day >= 1 && out->day <= 31);
}

static void write_row(struct jscan_buf *out, const struct jscan_shown *shown,
		      uint32_t text)
{
	struct row row = {.category = shown->category |
				      (shown->is_held ? IS_HELD : 0),
			  .unit = shown->unit,
			  .note = shown->note,
			  .line = shown->line,
			  .date = pack_date(shown->date),
			  .text = text};

	jscan_buf_add(out, (const char *)&row, sizeof(row));
}

void jscan_memory_shown_write(struct jscan_buf *out,
			      const struct jscan_memory *memory,
			      const struct jscan_memory_texts *texts)
{
	size_t row = 0;

	for (size_t i = 0; i < memory->part_count; i++) {
		const struct jscan_findings *findings =
			&memory->parts[i].part.evidence;

		for (size_t j = 0; j < findings->shown_count; j++)
			write_row(out, &findings->shown[j],
				  texts->offsets[row++]);
	}
	for (size_t i = 0; i < texts->count; i++)
		jscan_buf_add(out, texts->items[i].text,
			      strlen(texts->items[i].text) + 1);
}

/* Whether all is UTF-8, and the last text ends. */
static bool are_texts(const char *bytes, size_t len)
{
	size_t i = 0;

	if (len && bytes[len - 1])
		return false;
	while (i < len) {
		uint64_t word;
		size_t end = i;

		for (; len - i >= sizeof(word); i += sizeof(word)) {
			memcpy(&word, bytes + i, sizeof(word));
			if (word & 0x8080808080808080u)
				break;
		}
		while (i < len && !(bytes[i] & 0x80))
			i++;
		for (end = i; end < len && bytes[end] & 0x80;)
			end++;
		if (jscan_utf8_check(bytes + i, end - i) != end - i)
			return false;
		i = end;
	}
	return true;
}

static bool read_row(struct jscan_shown *out, const struct row *row,
		     const struct jscan_findings *findings, const char *texts,
		     size_t text_bytes, size_t categories)
{
	out->is_held = row->category & IS_HELD;
	out->category = row->category & ~IS_HELD;
	out->unit = row->unit;
	out->note = row->note;
	out->line = row->line;
	out->text = texts + row->text;
	return unpack_date(&out->date, row->date) &&
	       out->category < categories && row->text < text_bytes &&
	       (!row->text || !texts[row->text - 1]) &&
	       out->unit < (out->is_held ? findings->sitting_count
					 : findings->note_count);
}

bool jscan_memory_shown_read(struct jscan_memory *memory, size_t rows,
			     const char *bytes, size_t len, size_t categories,
			     struct jscan_arena *arena)
{
	size_t left = rows, text_bytes;
	struct jscan_shown *items;
	const char *texts;

	if (left > len / sizeof(struct row))
		return false;
	text_bytes = len - left * sizeof(struct row);
	texts = bytes + left * sizeof(struct row);
	if (!are_texts(texts, text_bytes))
		return false;
	items = jscan_arena_array(arena, left, sizeof(*items));
	for (size_t i = 0; i < memory->part_count; i++) {
		struct jscan_memory_part *part = &memory->parts[i];
		struct jscan_findings *findings = &part->part.evidence;

		if (part->shown > left)
			return false;
		findings->shown = items;
		findings->shown_count = part->shown;
		left -= part->shown;
		for (size_t j = 0; j < part->shown; j++) {
			struct row row;

			memcpy(&row, bytes, sizeof(row));
			bytes += sizeof(row);
			if (!read_row(items++, &row, findings, texts,
				      text_bytes, categories))
				return false;
		}
	}
	return !left;
}

void jscan_memory_shown_copy(struct jscan_findings *findings,
			     struct jscan_arena *arena)
{
	const struct jscan_shown *from = findings->shown;
	struct jscan_shown *to =
		jscan_arena_array(arena, findings->shown_count, sizeof(*to));

	for (size_t i = 0; i < findings->shown_count; i++) {
		to[i] = from[i];
		to[i].text = i && from[i].text == from[i - 1].text
				     ? to[i - 1].text
				     : jscan_arena_strdup(arena, from[i].text);
	}
	findings->shown = findings->shown_count ? to : NULL;
}
