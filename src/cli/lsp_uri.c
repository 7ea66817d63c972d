/*
 * RFC 8089 and RFC 3986, as much of them as files of this machine need.
 */
#include "cli/lsp_uri.h"

#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "cli/lsp_memory.h"

static int hex(char c)
{
	if (c >= '0' && c <= '9')
		return c - '0';
	if (c >= 'a' && c <= 'f')
		return c - 'a' + 10;
	return c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
}

/* A % that no two digits follow stands for itself; false for %00. */
static bool decode(char *out, const char *text)
{
	while (*text) {
		int high = text[0] == '%' ? hex(text[1]) : -1;
		int low = high >= 0 ? hex(text[2]) : -1;

		if (low >= 0 && high * 16 + low == 0)
			return false;
		*out++ = low >= 0 ? (char)(high * 16 + low) : text[0];
		text += low >= 0 ? 3 : 1;
	}
	*out = '\0';
	return true;
}

/* In place: `/a/./b/../c` is `/a/c`. */
static void tidy(char *path)
{
	char *out = path;
	const char *in = path;

	while (*in) {
		size_t len;

		while (*in == '/')
			in++;
		len = strcspn(in, "/");
		if (len == 2 && in[0] == '.' && in[1] == '.') {
			while (out > path && *--out != '/')
				;
		} else if (len && !(len == 1 && in[0] == '.')) {
			*out++ = '/';
			memmove(out, in, len);
			out += len;
		}
		in += len;
	}
	if (out == path)
		*out++ = '/';
	*out = '\0';
}

char *jscan_uri_read_path(const char *uri)
{
	char *path;

	if (strncasecmp(uri, "file:", 5) != 0)
		return NULL;
	uri += 5;
	if (!strncmp(uri, "//", 2)) {
		uri += 2;
		if (!strncasecmp(uri, "localhost/", 10))
			uri += 9;
	}
	if (uri[0] != '/')
		return NULL;
	path = jscan_lsp_strndup(uri, strlen(uri));
	if (!decode(path, uri)) {
		free(path);
		return NULL;
	}
	tidy(path);
	return path;
}

char *jscan_uri_make(const char *path)
{
	static const char plain[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
				    "abcdefghijklmnopqrstuvwxyz"
				    "0123456789-._~/";
	char *uri = jscan_lsp_alloc(7 + 3 * strlen(path) + 1);
	char *out = uri + sprintf(uri, "file://");

	for (; *path; path++) {
		if (strchr(plain, *path))
			*out++ = *path;
		else
			out += sprintf(out, "%%%02X", (unsigned char)*path);
	}
	*out = '\0';
	return uri;
}
