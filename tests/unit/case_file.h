/*
 * Cases in a file of text: each begins with a line "@@ …", then come the files
 * of a journal, each below a line "=== PATH", and below ">>>" what is expected.
 */
#ifndef TESTS_UNIT_CASE_FILE_H
#define TESTS_UNIT_CASE_FILE_H

#include "unit/check.h"
#include "unit/folder.h"

#include "base/buf.h"

struct part {
	const char *text;
	size_t len;
};

/* What stands before the line that begins with `mark`; *at goes behind it. */
static inline struct part part_cut(const char **at, const char *mark)
{
	struct part part = {*at, 0};
	const char *end;
	char start[8];

	snprintf(start, sizeof(start), "\n%s", mark);
	end = strstr(*at, start);
	part.len = end ? (size_t)(end + 1 - *at) : strlen(*at);
	*at += part.len;
	return part;
}

static inline void case_write_files(struct folder *folder, struct part files)
{
	char *all = strndup(files.text, files.len);
	const char *at = all;

	assert_non_null(all);
	while (*at) {
		struct part file = part_cut(&at, "=== ");
		const char *text = strchr(file.text, '\n') + 1;
		char name[256];

		assert_memory_equal(file.text, "=== ", 4);
		snprintf(name, sizeof(name), "%.*s",
			 (int)(text - file.text - 5), file.text + 4);
		folder_write_bytes(folder, name, text,
				   file.len - (size_t)(text - file.text));
	}
	free(all);
}

/*
 * Calls `say` for each case of a file in tests/unit, in a folder with its
 * files; what it adds must be what is expected.  Returns how many there were.
 */
static inline size_t case_check_all(const char *name,
				    void (*say)(struct jscan_buf *out,
						struct folder *folder,
						const char *head))
{
	struct folder here = {.path = "tests/unit"};
	char *all = folder_read(&here, name, NULL);
	const char *at = all;
	size_t count = 0;

	for (; *at; count++) {
		const char *head = at;
		struct part files, wanted;
		struct folder folder;
		struct jscan_buf out;

		at = strchr(at, '\n') + 1;
		files = part_cut(&at, ">>>");
		at = strchr(at, '\n') + 1;
		wanted = part_cut(&at, "@@ ");
		folder_open(&folder);
		case_write_files(&folder, files);
		jscan_buf_init(&out);
		say(&out, &folder, head);
		if (out.len != wanted.len ||
		    memcmp(out.data, wanted.text, out.len) != 0)
			fail_msg("%.*s:\n%s", (int)strcspn(head, "\n"), head,
				 out.data);
		jscan_buf_release(&out);
		folder_close(&folder);
	}
	free(all);
	return count;
}

#endif
