/*
 * Copies of records, which outlive what they were made from.  Lists come out at
 * their exact size.
 *
 * Tables nest three deep, and with them the calls.
 */
#include "cache/record.h"

#include <string.h>

#include "journalscan.h"

static const char *copy_text(struct jscan_pool *pool, const char *text)
{
	return text ? jscan_arena_strdup(pool->arena, text) : NULL;
}

static void copy_texts(void *to, struct jscan_pool *pool)
{
	struct jscan_texts texts;
	const char **items;

	memcpy(&texts, to, sizeof(texts));
	items = jscan_arena_array(pool->arena, texts.count, sizeof(*items));
	for (size_t i = 0; i < texts.count; i++)
		items[i] = jscan_pool_add(pool, texts.items[i]);
	texts.items = texts.count ? items : NULL;
	memcpy(to, &texts, sizeof(texts));
}

/* NOLINTBEGIN(misc-no-recursion): as deep as the kinds of records nest. */

static void copy_list(char *to, const struct jscan_member *field,
		      struct jscan_pool *pool)
{
	size_t count, size = field->record->size;
	char *from, *items;

	memcpy(&from, to + field->offset, sizeof(from));
	memcpy(&count, to + field->count_offset, sizeof(count));
	items = count ? jscan_arena_array(pool->arena, count, size) : NULL;
	for (size_t i = 0; i < count; i++)
		jscan_record_copy(items + i * size, field->record,
				  from + i * size, pool);
	memcpy(to + field->offset, &items, sizeof(items));
}

static void copy_field(char *to, const struct jscan_member *field,
		       struct jscan_pool *pool)
{
	char *at = to + field->offset;
	const char *text;

	switch (field->kind) {
	case JSCAN_MEMBER_TEXT:
	case JSCAN_MEMBER_COMMON:
		memcpy(&text, at, sizeof(text));
		text = field->kind == JSCAN_MEMBER_TEXT
			       ? copy_text(pool, text)
			       : jscan_pool_add(pool, text);
		memcpy(at, &text, sizeof(text));
		break;
	case JSCAN_MEMBER_TEXTS:
		copy_texts(at, pool);
		break;
	case JSCAN_MEMBER_LIST:
		copy_list(to, field, pool);
		break;
	case JSCAN_MEMBER_RECORD:
		jscan_record_copy(at, field->record, at, pool);
		break;
	default: /* the bytes are all there is */
		break;
	}
}

void jscan_record_copy(void *to, const struct jscan_record *record,
		       const void *from, struct jscan_pool *pool)
{
	if (to != from)
		memcpy(to, from, record->size);
	for (size_t i = 0; i < record->count; i++)
		copy_field(to, &record->fields[i], pool);
}

/* NOLINTEND(misc-no-recursion) */
