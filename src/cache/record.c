/*
 * The reading of records, as record_write.c writes them.
 *
 * Tables nest three deep, and with them the calls.
 */
#include "cache/record.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/diag.h"
#include "base/utf8.h"

#define MOST_ITEMS (1u << 20) /* of one list */

/* Texts that were read, in their order. */
struct jscan_record_texts {
	const char **items;
	size_t count;
	size_t room;
};

struct reader {
	const char *at;
	const char *end;
	const char *path;
	struct jscan_arena *arena;
	struct jscan_record_texts *texts; /* NULL: not shared */
};

static bool get_number(struct reader *reader, uint64_t *out)
{
	uint64_t value = 0;

	for (unsigned shift = 0; shift < 64 && reader->at < reader->end;
	     shift += 7) {
		unsigned char byte = (unsigned char)*reader->at++;

		value |= (uint64_t)(byte & 127) << shift;
		if (!(byte & 128)) {
			*out = value;
			return true;
		}
	}
	return false;
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

/*
 * Most text is ASCII, and known to be so eight bytes at a time; the last eight
 * may be some that were looked at before.
 */
static bool is_valid(const char *text, size_t len)
{
	uint64_t word, all = 0;
	uint32_t half;

	if (len >= sizeof(word)) {
		for (size_t at = 0; at < len - sizeof(word); at += sizeof(word)) {
			memcpy(&word, text + at, sizeof(word));
			all |= word;
		}
		memcpy(&word, text + len - sizeof(word), sizeof(word));
		all |= word;
	} else if (len >= sizeof(half)) {
		memcpy(&half, text, sizeof(half));
		all = half;
		memcpy(&half, text + len - sizeof(half), sizeof(half));
		all |= half;
	} else {
		for (size_t at = 0; at < len; at++)
			all |= (unsigned char)text[at];
	}
	return !(all & 0x8080808080808080u) ||
	       jscan_utf8_check(text, len) == len;
}

static bool get_text(struct reader *reader, const char **out)
{
	const char *text;
	uint64_t len;

	if (!get_number(reader, &len))
		return false;
	if (reader->texts && len & 1) {
		len >>= 1;
		if (!len || len > reader->texts->count)
			return false;
		*out = reader->texts->items[reader->texts->count - len];
		return true;
	}
	if (reader->texts)
		len >>= 1;
	if (len >= (uint64_t)(reader->end - reader->at))
		return false;
	text = reader->at;
	reader->at += len + 1;
	*out = text;
	if (reader->texts)
		add_text(reader->texts, text);
	return text[len] == '\0' && is_valid(text, (size_t)len);
}

/* NOLINTBEGIN(misc-no-recursion): as deep as the kinds of records nest. */

static bool get_record(struct reader *reader, void *to,
		       const struct jscan_record *record);

static bool get_texts(struct reader *reader, struct jscan_texts *out)
{
	const char **items;
	uint64_t count;

	if (!get_number(reader, &count) ||
	    count > (uint64_t)(reader->end - reader->at))
		return false;
	items = jscan_arena_array(reader->arena, (size_t)count,
				  sizeof(*items));
	for (size_t i = 0; i < count; i++) {
		if (!get_text(reader, &items[i]))
			return false;
	}
	out->items = items;
	out->count = (size_t)count;
	return true;
}

static bool get_list(struct reader *reader, const struct jscan_member *field,
		     void *to)
{
	const struct jscan_record *record = field->record;
	uint64_t count;
	size_t size;
	char *items;

	if (!get_number(reader, &count) || count > MOST_ITEMS ||
	    count > (uint64_t)(reader->end - reader->at) /
			    jscan_record_bitmap_bytes(record))
		return false;
	size = (size_t)count;
	items = jscan_arena_array(reader->arena, size, record->size);
	for (size_t i = 0; i < size; i++) {
		if (!get_record(reader, items + i * record->size, record))
			return false;
	}
	memcpy((char *)to + field->offset, &items, sizeof(items));
	memcpy((char *)to + field->count_offset, &size, sizeof(size));
	return true;
}

static bool get_date(struct reader *reader, void *to)
{
	struct jscan_date date;
	uint64_t value;

	if (!get_number(reader, &value) || value >> 32)
		return false;
	date.year = (int16_t)(value >> 16);
	date.month = (uint8_t)(value >> 8);
	date.day = (uint8_t)value;
	if (date.month < 1 || date.month > 12 || date.day < 1 ||
	    date.day > 31 || date.year < 1)
		return false;
	memcpy(to, &date, sizeof(date));
	return true;
}

static bool get_code(struct reader *reader, void *to)
{
	size_t count;
	const struct jscan_code *codes = jscan_code_list(&count);
	uint64_t number;

	if (!get_number(reader, &number) || number >= count)
		return false;
	memcpy(to, &codes[number].name, sizeof(codes[number].name));
	return true;
}

static bool get_field(struct reader *reader, const struct jscan_member *field,
		      void *to)
{
	char *at = (char *)to + field->offset;
	const char *text;
	uint64_t value;
	unsigned number;
	bool yes = true;

	switch (field->kind) {
	case JSCAN_MEMBER_BOOL:
		memcpy(at, &yes, sizeof(yes));
		return true;
	case JSCAN_MEMBER_NUMBER:
		if (!get_number(reader, &value) || value > UINT32_MAX ||
		    (field->below && value >= field->below))
			return false;
		number = (unsigned)value;
		memcpy(at, &number, sizeof(number));
		return true;
	case JSCAN_MEMBER_WIDE:
		if (reader->end - reader->at < (ptrdiff_t)sizeof(value))
			return false;
		memcpy(at, reader->at, sizeof(value));
		reader->at += sizeof(value);
		return true;
	case JSCAN_MEMBER_DATE:
		return get_date(reader, at);
	case JSCAN_MEMBER_TEXT:
	case JSCAN_MEMBER_COMMON:
	case JSCAN_MEMBER_NAME:
		if (!get_text(reader, &text))
			return false;
		memcpy(at, &text, sizeof(text));
		return true;
	case JSCAN_MEMBER_TEXTS:
		return get_texts(reader, (void *)at);
	case JSCAN_MEMBER_LIST:
		return get_list(reader, field, to);
	case JSCAN_MEMBER_RECORD:
		return get_record(reader, at, field->record);
	case JSCAN_MEMBER_PATH:
		memcpy(at, &reader->path, sizeof(reader->path));
		return true;
	case JSCAN_MEMBER_CODE:
		return get_code(reader, at);
	}
	return false;
}

static bool get_record(struct reader *reader, void *to,
		       const struct jscan_record *record)
{
	size_t bytes = jscan_record_bitmap_bytes(record);
	const unsigned char *bitmap = (const unsigned char *)reader->at;
	uint64_t there = 0, all = ~(uint64_t)0 >> (64 - record->count);

	if ((size_t)(reader->end - reader->at) < bytes)
		return false;
	reader->at += bytes;
	for (size_t i = 0; i < bytes; i++)
		there |= (uint64_t)bitmap[i] << 8 * i;
	there &= all;
	for (uint64_t gone = all & ~there; gone; gone &= gone - 1) {
		enum jscan_member_kind kind =
			record->fields[__builtin_ctzll(gone)].kind;

		/* What is always written must be there. */
		if (kind == JSCAN_MEMBER_PATH || kind == JSCAN_MEMBER_CODE ||
		    kind == JSCAN_MEMBER_RECORD)
			return false;
	}
	for (; there; there &= there - 1) {
		if (!get_field(reader,
			       &record->fields[__builtin_ctzll(there)], to))
			return false;
	}
	return true;
}

bool jscan_record_read(void *to, const struct jscan_record *record,
		       const char *bytes, size_t len, const char *path,
		       struct jscan_arena *arena)
{
	struct reader reader = {bytes, bytes + len, path, arena, NULL};

	memset(to, 0, record->size);
	return get_record(&reader, to, record) && reader.at == reader.end;
}

/* NOLINTEND(misc-no-recursion) */

void jscan_record_reader_init(struct jscan_record_reader *reader,
			      const char *bytes, size_t len,
			      struct jscan_arena *arena)
{
	reader->at = bytes;
	reader->end = bytes + len;
	reader->arena = arena;
	reader->texts = jscan_alloc(sizeof(*reader->texts));
	memset(reader->texts, 0, sizeof(*reader->texts));
}

bool jscan_record_reader_get(struct jscan_record_reader *reader, void *to,
			     const struct jscan_record *record, size_t count)
{
	struct reader own = {reader->at, reader->end, "", reader->arena,
			     reader->texts};
	char *items;

	if (count > (size_t)(reader->end - reader->at) /
			    jscan_record_bitmap_bytes(record))
		return false;
	items = jscan_arena_array(reader->arena, count, record->size);
	for (size_t i = 0; i < count; i++) {
		if (!get_record(&own, items + i * record->size, record))
			return false;
	}
	reader->at = own.at;
	memcpy(to, &items, sizeof(items));
	return true;
}

void jscan_record_reader_release(struct jscan_record_reader *reader)
{
	free(reader->texts->items);
	free(reader->texts);
	reader->texts = NULL;
}
