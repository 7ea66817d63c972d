/*
 * A ref is a small file with the digits of a commit, or with "ref: " and the
 * name of another; one that has no file may stand in packed-refs.  Names that
 * git would not make are not followed.
 */
#include "git/head.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>

#include "git/bytes.h"
#include "git/internal.h"

#define MOST_LINKS 5 /* HEAD is one; git follows as many */
#define MOST_BYTES ((size_t)4096)
#define MOST_PACKED ((size_t)64 << 20)
#define DIGITS	   ((size_t)2 * JSCAN_SHA1_BYTES)

static int digit_value(char digit)
{
	if (digit >= '0' && digit <= '9')
		return digit - '0';
	if (digit >= 'a' && digit <= 'f')
		return digit - 'a' + 10;
	return -1;
}

bool jscan_head_parse_id(unsigned char out[JSCAN_SHA1_BYTES], const char *text)
{
	for (size_t i = 0; i < JSCAN_SHA1_BYTES; i++) {
		int high = digit_value(text[2 * i]);
		int low = high < 0 ? -1 : digit_value(text[2 * i + 1]);

		if (low < 0)
			return false;
		out[i] = (unsigned char)(high << 4 | low);
	}
	return true;
}

/* "refs/", and nothing that could lead out of that folder. */
static bool is_name(const char *name)
{
	if (strncmp(name, "refs/", 5) || strstr(name, "..") ||
	    strstr(name, "//"))
		return false;
	for (const char *at = name; *at; at++) {
		if (*at <= ' ' || *at == 127 || *at == '\\')
			return false;
	}
	return true;
}

enum found { FOUND, FOUND_NONE, FOUND_ODD };

/* A line of packed-refs: digits, a blank, the name. */
static enum found find_packed(unsigned char id[JSCAN_SHA1_BYTES],
			      struct jscan_repository *repository,
			      const char *name)
{
	const char *path = jscan_arena_printf(
		&repository->arena, "%spacked-refs", repository->common_dir);
	const char *line =
		jscan_arena_printf(&repository->arena, " %s\n", name);
	enum found found = FOUND_NONE;
	struct jscan_buf buf;
	struct stat st;

	jscan_buf_init(&buf);
	if (jscan_git_read_file(&buf, AT_FDCWD, path, MOST_PACKED, &st) < 0) {
		found = errno == ENOENT ? FOUND_NONE : FOUND_ODD;
	} else if (buf.len) {
		const char *at = memmem(buf.data, buf.len, line, strlen(line));

		if (at)
			found = (size_t)(at - buf.data) >= DIGITS &&
						jscan_head_parse_id(
							id, at - DIGITS)
					? FOUND
					: FOUND_ODD;
	}
	jscan_buf_release(&buf);
	return found;
}

/* The first line of a ref's file in the arena; NULL with FOUND_NONE or _ODD. */
static const char *read_ref(enum found *found,
			    struct jscan_repository *repository,
			    const char *name)
{
	/* HEAD is of this work tree, the others are of all. */
	const char *path = jscan_arena_printf(
		&repository->arena, "%s%s",
		strncmp(name, "refs/", 5) ? repository->git_dir
					  : repository->common_dir,
		name);
	const char *text = NULL;
	struct jscan_buf buf;
	struct stat st;

	jscan_buf_init(&buf);
	*found = FOUND_ODD;
	if (jscan_git_read_file(&buf, AT_FDCWD, path, MOST_BYTES, &st) < 0) {
		if (errno == ENOENT || errno == ENOTDIR)
			*found = FOUND_NONE;
	} else if (buf.len && strlen(buf.data) == buf.len) {
		text = jscan_arena_strndup(&repository->arena, buf.data,
					   strcspn(buf.data, "\r\n"));
	}
	jscan_buf_release(&buf);
	return text;
}

bool jscan_head_find(struct jscan_branch *out,
		     struct jscan_repository *repository)
{
	static const char start[] = "ref: ";
	enum found found;

	out->ref = "HEAD";
	for (int i = 0; i < MOST_LINKS; i++) {
		const char *text = read_ref(&found, repository, out->ref);

		if (!text && found == FOUND_NONE && i)
			found = find_packed(out->commit, repository, out->ref);
		if (!text) {
			out->is_unborn = found == FOUND_NONE;
			return i && found != FOUND_ODD;
		}
		if (strncmp(text, start, sizeof(start) - 1))
			return strlen(text) == DIGITS &&
			       jscan_head_parse_id(out->commit, text);
		out->ref = text + sizeof(start) - 1;
		if (!is_name(out->ref))
			return false;
	}
	return false;
}
