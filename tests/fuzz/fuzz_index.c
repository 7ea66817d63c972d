/* Git's index, which is read without git. */
#include "fuzz/fuzz.h"

#include <stdio.h>
#include <unistd.h>

#include "git/index.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	char path[] = "/tmp/journalscan-fuzz-XXXXXX";
	struct jscan_arena arena;
	struct jscan_index index;
	struct jscan_error err;
	int fd = mkstemp(path);

	if (fd < 0 || write(fd, data, size) != (ssize_t)size)
		abort();
	close(fd);
	jscan_arena_init(&arena);
	if (jscan_index_read(&index, path, &arena, &err) == 0) {
		jscan_index_has_conflicts(&index);
		for (size_t i = 0; i < index.count; i++)
			if (strlen(index.entries[i].path) !=
			    index.entries[i].len)
				abort();
		jscan_index_find(&index, "a");
		jscan_index_release(&index);
	}
	unlink(path);
	jscan_arena_release(&arena);
	return 0;
}
