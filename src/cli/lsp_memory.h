/* Memory of the language server, which ends when there is none left. */
#ifndef JSCAN_CLI_LSP_MEMORY_H
#define JSCAN_CLI_LSP_MEMORY_H

#include <stddef.h>
#include <stdio.h>

/* Never NULL; to be given to free(). */
void *jscan_lsp_alloc(size_t size);
void *jscan_lsp_realloc(void *old, size_t size);
char *jscan_lsp_strndup(const char *text, size_t len);

/* A stream that writes to *text, to be freed after fclose(). */
FILE *jscan_lsp_open_text(char **text, size_t *len);

#endif
