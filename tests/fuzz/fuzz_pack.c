/*
 * Packs of git: a difference applied to a base, and a pack behind an index that
 * names two objects in it, which the first bytes place.
 */
#include "fuzz/fuzz.h"

#include <fcntl.h>
#include <stdio.h>
#include <unistd.h>

#include "base/file.h"
#include "git/bytes.h"
#include "git/delta.h"
#include "git/pack.h"

#define MOST ((size_t)1 << 20)

static char folder[256];

static const char *path_of(char *out, size_t room, const char *ending)
{
	snprintf(out, room, "%s/pack-a.%s", folder, ending);
	return out;
}

static void remove_folder(void)
{
	char path[300];

	unlink(path_of(path, sizeof(path), "idx"));
	unlink(path_of(path, sizeof(path), "pack"));
	rmdir(folder);
}

static void make_folder(void)
{
	const char *base = getenv("TMPDIR");

	snprintf(folder, sizeof(folder), "%s/fuzz-pack-XXXXXX",
		 base ? base : "/tmp");
	if (!mkdtemp(folder))
		abort();
	atexit(remove_folder);
}

static void write_file(const char *ending, const char *bytes, size_t len)
{
	char path[300];
	int fd = open(path_of(path, sizeof(path), ending),
		      O_WRONLY | O_CREAT | O_TRUNC, 0600);

	if (fd < 0 || jscan_file_write_all(fd, bytes, len) < 0)
		abort();
	close(fd);
}

/* Two names, all zeros and all ones, at the two places. */
static void write_index(uint32_t first, uint32_t second)
{
	struct jscan_buf out;

	jscan_buf_init(&out);
	jscan_buf_add(&out, "\377tOc\0\0\0\2", 8);
	for (int i = 0; i < 256; i++)
		jscan_put32(&out, i == 255 ? 2 : 1);
	for (int i = 0; i < 2 * JSCAN_SHA1_BYTES; i++)
		jscan_buf_addc(&out, i < JSCAN_SHA1_BYTES ? 0 : '\377');
	jscan_put32(&out, 0);
	jscan_put32(&out, 0);
	jscan_put32(&out, first);
	jscan_put32(&out, second);
	write_file("idx", out.data, out.len);
	jscan_buf_release(&out);
}

static void read_pack(const uint8_t *data, size_t size)
{
	uint32_t first = take_choice(&data, &size);
	uint32_t second = take_choice(&data, &size);
	unsigned char ids[2][JSCAN_SHA1_BYTES];
	struct jscan_arena arena;

	if (!*folder)
		make_folder();
	write_index(first, first + second);
	write_file("pack", (const char *)data, size);
	memset(ids[0], 0, sizeof(ids[0]));
	memset(ids[1], 0xff, sizeof(ids[1]));
	jscan_arena_init(&arena);
	for (int i = 0; i < 2; i++) {
		struct jscan_buf out;
		unsigned type;

		jscan_buf_init(&out);
		if (jscan_packs_read(&out, &type, folder, ids[i], MOST,
				     &arena) != JSCAN_PACK_FOUND
			    ? out.len != 0
			    : out.len > MOST || type < 1 || type > 4)
			abort();
		jscan_buf_release(&out);
	}
	jscan_arena_release(&arena);
}

static void apply_delta(const uint8_t *data, size_t size)
{
	size_t base_len = take_choice(&data, &size);
	struct jscan_buf base, difference, out;

	jscan_buf_init(&base);
	jscan_buf_init(&difference);
	jscan_buf_init(&out);
	for (size_t i = 0; i < base_len; i++)
		jscan_buf_addc(&base, (char)i);
	jscan_buf_add(&difference, (const char *)data, size);
	if (jscan_delta_apply(&out, &base, &difference, MOST) && out.len > MOST)
		abort();
	jscan_buf_release(&out);
	jscan_buf_release(&difference);
	jscan_buf_release(&base);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	if (take_choice(&data, &size) & 1)
		read_pack(data, size);
	else
		apply_delta(data, size);
	return 0;
}
