/*
 * Memory that is there or ends the program, as in the library: an editor starts
 * its server again, and there is nothing to lose.
 */
#include "cli/lsp_memory.h"

#include <stdlib.h>
#include <string.h>

#include "cli/message.h"

void *jscan_lsp_realloc(void *old, size_t size)
{
	void *memory = realloc(old, size ? size : 1);

	if (memory)
		return memory;
	jscan_message_error(JSCAN_ERR_LIMIT, "out of memory");
	exit(JSCAN_EXIT_FAILED);
}

void *jscan_lsp_alloc(size_t size)
{
	return jscan_lsp_realloc(NULL, size);
}

char *jscan_lsp_strndup(const char *text, size_t len)
{
	char *copy = jscan_lsp_alloc(len + 1);

	memcpy(copy, text, len);
	copy[len] = '\0';
	return copy;
}

FILE *jscan_lsp_open_text(char **text, size_t *len)
{
	FILE *stream = open_memstream(text, len);

	if (stream)
		return stream;
	jscan_message_error(JSCAN_ERR_LIMIT, "out of memory");
	exit(JSCAN_EXIT_FAILED);
}
