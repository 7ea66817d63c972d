/*
 * The words in which tables of members are written, for the files that have
 * such tables.  JSCAN_RECORD makes a record of them; `bytes` is the size of the
 * struct for which the table is complete.
 */
#ifndef JSCAN_CACHE_TABLE_H
#define JSCAN_CACHE_TABLE_H

#include <stddef.h>

#include "cache/record.h"

#define ROW(type, kind, name) {kind, offsetof(struct type, name), 0, 0, NULL}
#define BOOL(type, name)      ROW(type, JSCAN_MEMBER_BOOL, name)
#define NUMBER(type, name)    ROW(type, JSCAN_MEMBER_NUMBER, name)
#define WIDE(type, name)      ROW(type, JSCAN_MEMBER_WIDE, name)
#define DATE(type, name)      ROW(type, JSCAN_MEMBER_DATE, name)
#define TEXT(type, name)      ROW(type, JSCAN_MEMBER_TEXT, name)
#define COMMON(type, name)    ROW(type, JSCAN_MEMBER_COMMON, name)
#define NAME(type, name)      ROW(type, JSCAN_MEMBER_NAME, name)
#define TEXTS(type, name)     ROW(type, JSCAN_MEMBER_TEXTS, name)
#define PATH(type, name)      ROW(type, JSCAN_MEMBER_PATH, name)
#define CODE(type, name)      ROW(type, JSCAN_MEMBER_CODE, name)
#define ENUM(type, name, last)                                      \
	{                                                           \
		JSCAN_MEMBER_NUMBER, offsetof(struct type, name), 0, \
			(last) + 1, NULL                            \
	}
#define INSIDE(type, name, record) \
	{JSCAN_MEMBER_RECORD, offsetof(struct type, name), 0, 0, &(record)}
#define LIST(type, name, count, record)                                    \
	{JSCAN_MEMBER_LIST, offsetof(struct type, name),                    \
	 offsetof(struct type, count), 0, &(record)}

/* A record's table; the size is that for which it is complete. */
#define RECORD(name, type, bytes, ...)                                       \
	static const struct jscan_member name##_fields[] = {__VA_ARGS__};     \
	static const struct jscan_record name = {                            \
		sizeof(struct type), name##_fields,                          \
		sizeof(name##_fields) / sizeof(name##_fields[0])};           \
	_Static_assert(sizeof(void *) != 8 || sizeof(struct type) == (bytes), \
		       "a member without a row: see " #type);                \
	_Static_assert(sizeof(name##_fields) / sizeof(name##_fields[0]) <=   \
			       64,                                           \
		       "a bitmap has 64 bits")

#endif
