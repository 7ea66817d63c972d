/*
 * Records as bytes and back, by tables of their fields: facts that are read
 * from a cache were written by the same table, so that neither side can forget
 * a field.
 *
 * A record is a bitmap of the fields that are not zero, and these in the order
 * of the table.  Reading believes nothing: whatever the bytes are, it ends with
 * a record inside of them, or says no.
 */
#ifndef JSCAN_CACHE_RECORD_H
#define JSCAN_CACHE_RECORD_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/pool.h"

enum jscan_member_kind {
	JSCAN_MEMBER_BOOL,
	JSCAN_MEMBER_NUMBER, /* unsigned, or an enumeration */
	JSCAN_MEMBER_WIDE,   /* uint64_t */
	JSCAN_MEMBER_DATE,
	JSCAN_MEMBER_TEXT,   /* const char *, NULL or valid UTF-8 */
	JSCAN_MEMBER_COMMON, /* the same, which many records have */
	JSCAN_MEMBER_NAME,   /* the same, which outlives every record */
	JSCAN_MEMBER_TEXTS,  /* struct jscan_texts */
	JSCAN_MEMBER_LIST,   /* an array of records, its count elsewhere */
	JSCAN_MEMBER_RECORD, /* a record inside of this one */
	JSCAN_MEMBER_PATH,   /* the path of the note: not written */
	JSCAN_MEMBER_CODE    /* the name of a diagnostic */
};

struct jscan_member {
	enum jscan_member_kind kind;
	unsigned offset;
	unsigned count_offset;		   /* of a list: of its size_t */
	unsigned below;			   /* of a number: its values */
	const struct jscan_record *record; /* of a list, or inside */
};

struct jscan_record {
	size_t size;
	const struct jscan_member *fields; /* at most 64 */
	size_t count;
};

static inline size_t
jscan_record_bitmap_bytes(const struct jscan_record *record)
{
	return (record->count + 7) / 8;
}

/* Appends the record at `from` to `out`. */
void jscan_record_write(struct jscan_buf *out,
			const struct jscan_record *record, const void *from);

/*
 * Several records, one behind the other, in which each text is written once,
 * for those that say much twice.  A buffer with a writer is handed on between
 * them.
 */
struct jscan_record_writer {
	struct jscan_buf *out;
	struct jscan_record_texts *texts;
};

void jscan_record_writer_init(struct jscan_record_writer *writer,
			      struct jscan_buf *out);
void jscan_record_writer_add(struct jscan_record_writer *writer,
			     const struct jscan_record *record,
			     const void *from);
void jscan_record_writer_release(struct jscan_record_writer *writer);

/*
 * Fills *to from exactly `len` bytes.  Its lists lie in `arena`, its texts stay
 * where they are among the bytes.  False when the bytes are no such record.
 */
bool jscan_record_read(void *to, const struct jscan_record *record,
		       const char *bytes, size_t len, const char *path,
		       struct jscan_arena *arena);

/* The same of what jscan_record_writer_add() wrote; texts are one, too. */
struct jscan_record_reader {
	const char *at;
	const char *end;
	struct jscan_arena *arena;
	struct jscan_record_texts *texts;
};

void jscan_record_reader_init(struct jscan_record_reader *reader,
			      const char *bytes, size_t len,
			      struct jscan_arena *arena);
/*
 * An array of `count` records in *to; false when the bytes are no such.  A
 * failed reader only waits to be released.
 */
bool jscan_record_reader_get(struct jscan_record_reader *reader, void *to,
			     const struct jscan_record *record, size_t count);
void jscan_record_reader_release(struct jscan_record_reader *reader);

/*
 * Copies a record, and what its table says that it points to, into the arena of
 * the pool.
 */
void jscan_record_copy(void *to, const struct jscan_record *record,
		       const void *from, struct jscan_pool *pool);

#endif
