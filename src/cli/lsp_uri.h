/* file: URIs, as editors name the files they open, and paths. */
#ifndef JSCAN_CLI_LSP_URI_H
#define JSCAN_CLI_LSP_URI_H

/*
 * The absolute path of a file: URI without its `.`, `..` and doubled slashes,
 * to be freed; NULL for another kind of URI, another host or a NUL in it.
 */
char *jscan_uri_read_path(const char *uri);

/* The URI of an absolute path; to be freed. */
char *jscan_uri_make(const char *path);

#endif
