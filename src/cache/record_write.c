/*
 * The writing of records.  Numbers take seven bits a byte, the lowest first;
 * texts have their length before and a NUL behind them, so that they can be
 * used in place.  Where texts are shared, the number before one is even, twice
 * its length, or odd: then it says how many texts before this one the same was
 * written.
 *
 * Every note that is read is written once, member by member, so bytes are put
 * straight into the buffer, of which some is always kept free.  Tables nest
 * three deep, and with them the calls.
 */
#include "cache/record.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/diag.h"
#include "base/hash.h"

#define NUMBER_BYTES 10	  /* at most */
#define PIECE	     2048 /* room that is made at once */

_Static_assert(sizeof(enum jscan_event_type) == sizeof(unsigned),
	       "enumerations are written as unsigned numbers");

/* Texts that were written, in their order. */
struct jscan_record_texts {
	const char **items;
	size_t count;
	size_t room;
	uint32_t *slots; /* numbers + 1, by their hash */
	size_t mask;
};

struct writer {
	struct jscan_buf *out;
	struct jscan_record_texts *texts; /* NULL: not shared */
	char *at;
	char *end; /* of the room */
};

static void end_piece(struct writer *writer)
{
	writer->out->len = (size_t)(writer->at - writer->out->data);
}

static void begin_piece(struct writer *writer, size_t len)
{
	jscan_buf_reserve(writer->out, len + PIECE);
	writer->at = writer->out->data + writer->out->len;
	writer->end = writer->at + len + PIECE;
}

static inline void make_room(struct writer *writer, size_t len)
{
	if ((size_t)(writer->end - writer->at) < len) {
		end_piece(writer);
		begin_piece(writer, len);
	}
}

/* There must be room. */
static inline void put_number(struct writer *writer, uint64_t value)
{
	for (; value > 127; value >>= 7)
		*writer->at++ = (char)(value | 128);
	*writer->at++ = (char)value;
}

static void add_text(struct jscan_record_texts *texts, const char *text)
{
	if (texts->count == texts->room) {
		texts->room = texts->room ? 2 * texts->room : 1024;
		texts->items = jscan_realloc(
			texts->items, texts->room * sizeof(*texts->items));
	}
	texts->items[texts->count++] = text;
}

/* Doubles the table. */
static void grow_table(struct jscan_record_texts *texts)
{
	size_t size = texts->slots ? 2 * (texts->mask + 1) : 1024;

	free(texts->slots);
	texts->slots = jscan_alloc(size * sizeof(*texts->slots));
	memset(texts->slots, 0, size * sizeof(*texts->slots));
	texts->mask = size - 1;
	for (size_t i = 0; i < texts->count; i++) {
		const char *text = texts->items[i];
		size_t slot = jscan_hash_bytes(text, strlen(text)) &
			      texts->mask;

		while (texts->slots[slot])
			slot = (slot + 1) & texts->mask;
		texts->slots[slot] = (uint32_t)i + 1;
	}
}

/* How many texts ago the same was written; 0: never, and now it is known. */
static size_t find_text(struct jscan_record_texts *texts, const char *text,
			size_t len)
{
	size_t slot;

	if (!texts->slots || 2 * texts->count > texts->mask)
		grow_table(texts);
	slot = jscan_hash_bytes(text, len) & texts->mask;
	for (; texts->slots[slot]; slot = (slot + 1) & texts->mask) {
		size_t at = texts->slots[slot] - 1;

		if (!strcmp(texts->items[at], text))
			return texts->count - at;
	}
	add_text(texts, text);
	texts->slots[slot] = (uint32_t)texts->count;
	return 0;
}

static void put_text(struct writer *writer, const char *text)
{
	size_t len = strlen(text), back = 0, number = len;

	make_room(writer, len + 1 + NUMBER_BYTES);
	if (writer->texts) {
		back = find_text(writer->texts, text, len);
		number = back ? 2 * back + 1 : 2 * len;
	}
	put_number(writer, number);
	if (back)
		return;
	memcpy(writer->at, text, len + 1);
	writer->at += len + 1;
}

static const char *get_pointer(const void *from, size_t offset)
{
	const char *pointer;

	memcpy(&pointer, (const char *)from + offset, sizeof(pointer));
	return pointer;
}

static uint64_t code_number(const char *name)
{
	size_t count, i = 0;
	const struct jscan_code *codes = jscan_code_list(&count);

	while (i < count && strcmp(codes[i].name, name))
		i++;
	return i;
}

static inline bool put_date(struct writer *writer, const void *at)
{
	struct jscan_date date;
	uint64_t number;

	memcpy(&date, at, sizeof(date));
	number = (uint64_t)(uint16_t)date.year << 16 | date.month << 8 |
		 date.day;
	if (number)
		put_number(writer, number);
	return number != 0;
}

static bool put_texts(struct writer *writer, const struct jscan_texts *texts)
{
	if (!texts->count)
		return false;
	make_room(writer, NUMBER_BYTES);
	put_number(writer, texts->count);
	for (size_t i = 0; i < texts->count; i++)
		put_text(writer, texts->items[i]);
	return true;
}

/* NOLINTBEGIN(misc-no-recursion): as deep as the kinds of records nest. */

static void put_record(struct writer *writer, const struct jscan_record *record,
		       const void *from);

static bool put_list(struct writer *writer, const struct jscan_member *field,
		     const void *from)
{
	const char *items = get_pointer(from, field->offset);
	size_t count;

	memcpy(&count, (const char *)from + field->count_offset, sizeof(count));
	if (!count)
		return false;
	make_room(writer, NUMBER_BYTES);
	put_number(writer, count);
	for (size_t i = 0; i < count; i++)
		put_record(writer, field->record,
			   items + i * field->record->size);
	return true;
}

/*
 * False when the field is zero: then nothing is put.  There must be room for
 * what is no text, list or record.
 */
static inline bool put_field(struct writer *writer,
			     const struct jscan_member *field, const void *from)
{
	const char *at = (const char *)from + field->offset;
	const char *text;
	unsigned number;
	uint64_t wide;

	switch (field->kind) {
	case JSCAN_MEMBER_BOOL: /* its bit says it */
		return *(const bool *)(const void *)at;
	case JSCAN_MEMBER_NUMBER:
		memcpy(&number, at, sizeof(number));
		if (number)
			put_number(writer, number);
		return number != 0;
	case JSCAN_MEMBER_WIDE:
		memcpy(&wide, at, sizeof(wide));
		memcpy(writer->at, &wide, sizeof(wide));
		writer->at += wide ? sizeof(wide) : 0;
		return wide != 0;
	case JSCAN_MEMBER_DATE:
		return put_date(writer, at);
	case JSCAN_MEMBER_TEXT:
	case JSCAN_MEMBER_COMMON:
	case JSCAN_MEMBER_NAME:
		text = get_pointer(from, field->offset);
		if (text)
			put_text(writer, text);
		return text != NULL;
	case JSCAN_MEMBER_TEXTS:
		return put_texts(writer, (const void *)at);
	case JSCAN_MEMBER_LIST:
		return put_list(writer, field, from);
	case JSCAN_MEMBER_RECORD:
		put_record(writer, field->record, at);
		return true;
	case JSCAN_MEMBER_PATH:
		return true;
	case JSCAN_MEMBER_CODE:
		put_number(writer,
			   code_number(get_pointer(from, field->offset)));
		return true;
	}
	return false;
}

/* The bitmap is known when all the fields have been seen. */
static void put_record(struct writer *writer, const struct jscan_record *record,
		       const void *from)
{
	size_t bytes = jscan_record_bitmap_bytes(record), start;
	uint64_t bitmap = 0;

	make_room(writer, bytes);
	start = (size_t)(writer->at - writer->out->data);
	writer->at += bytes;
	for (size_t i = 0; i < record->count; i++) {
		make_room(writer, NUMBER_BYTES);
		if (put_field(writer, &record->fields[i], from))
			bitmap |= (uint64_t)1 << i;
	}
	for (size_t i = 0; i < bytes; i++)
		writer->out->data[start + i] = (char)(bitmap >> 8 * i);
}

/* NOLINTEND(misc-no-recursion) */

static void write_record(struct jscan_buf *out,
			 struct jscan_record_texts *texts,
			 const struct jscan_record *record, const void *from)
{
	struct writer writer = {.out = out, .texts = texts};

	begin_piece(&writer, 0);
	put_record(&writer, record, from);
	end_piece(&writer);
	jscan_buf_add(out, "", 0); /* its NUL, or its end */
}

void jscan_record_write(struct jscan_buf *out,
			const struct jscan_record *record, const void *from)
{
	write_record(out, NULL, record, from);
}

void jscan_record_writer_init(struct jscan_record_writer *writer,
			      struct jscan_buf *out)
{
	writer->out = out;
	writer->texts = jscan_alloc(sizeof(*writer->texts));
	memset(writer->texts, 0, sizeof(*writer->texts));
}

void jscan_record_writer_add(struct jscan_record_writer *writer,
			     const struct jscan_record *record,
			     const void *from)
{
	write_record(writer->out, writer->texts, record, from);
}

void jscan_record_writer_release(struct jscan_record_writer *writer)
{
	free(writer->texts->items);
	free(writer->texts->slots);
	free(writer->texts);
	writer->texts = NULL;
}
