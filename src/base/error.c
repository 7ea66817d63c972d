/*
 * Fills errors.  Messages are cut at the size of the fixed array, never in the
 * middle of a UTF-8 character.
 */
#include "base/error.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

static void end_on_character(char *text)
{
	size_t len = strlen(text);
	size_t start = len;

	while (start > 0 && ((unsigned char)text[start - 1] & 0xc0) == 0x80)
		start--;
	if (start > 0 && ((unsigned char)text[start - 1] & 0xc0) == 0xc0)
		text[start - 1] = '\0';
}

__attribute__((format(printf, 3, 0))) static void
fill(struct jscan_error *err, enum jscan_error_code code, const char *format,
     va_list args)
{
	int len;

	err->code = code;
	err->line = 0;
	err->column = 0;
	err->path[0] = '\0';
	len = vsnprintf(err->message, sizeof(err->message), format, args);
	if (len < 0)
		err->message[0] = '\0';
	else if ((size_t)len >= sizeof(err->message))
		end_on_character(err->message);
}

int jscan_error_set(struct jscan_error *err, enum jscan_error_code code,
		    const char *format, ...)
{
	va_list args;

	va_start(args, format);
	fill(err, code, format, args);
	va_end(args);
	return -1;
}

int jscan_error_set_at(struct jscan_error *err, enum jscan_error_code code,
		       const char *path, unsigned line, unsigned column,
		       const char *format, ...)
{
	va_list args;

	va_start(args, format);
	fill(err, code, format, args);
	va_end(args);
	if (snprintf(err->path, sizeof(err->path), "%s", path) >=
	    (int)sizeof(err->path))
		end_on_character(err->path);
	err->line = line;
	err->column = column;
	return -1;
}
