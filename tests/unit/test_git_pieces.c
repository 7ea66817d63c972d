/*
 * Whatever was deflated before, and whatever has become of the file that
 * remembers it: the stream is the one for these bytes.
 */
#include "unit/check.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>
#include <zlib.h>

#include "git/pieces.h"

static char folder[64];
static char file[128];

static int make_folder(void **state)
{
	(void)state;
	snprintf(folder, sizeof(folder), "/tmp/jscan-pieces-XXXXXX");
	assert_non_null(mkdtemp(folder));
	snprintf(file, sizeof(file), "%s/known", folder);
	return 0;
}

static int remove_folder(void **state)
{
	(void)state;
	unlink(file);
	assert_int_equal(rmdir(folder), 0);
	return 0;
}

/* Lines of many lengths, the same for the same numbers. */
static void add_lines(struct jscan_buf *out, unsigned from, unsigned to)
{
	for (unsigned i = from; i < to; i++) {
		unsigned seed = i * 2654435761u;

		jscan_buf_addf(out, "- line %u", i);
		for (unsigned j = 0; j < seed >> 28; j++)
			jscan_buf_addf(out, " %x", seed ^ seed << j);
		jscan_buf_addc(out, '\n');
	}
}

/* Deflates and inflates; the whole must be as it was. */
static size_t check(const char *head, size_t head_len,
		    const struct jscan_buf *bytes)
{
	uLongf room = (uLongf)(head_len + bytes->len + 1);
	unsigned char *whole = check_malloc(room);
	struct jscan_buf out;
	size_t len;

	jscan_buf_init(&out);
	jscan_pieces_deflate(&out, folder, "known", head, head_len, bytes->data,
			     bytes->len);
	assert_non_null(whole);
	assert_int_equal(uncompress(whole, &room,
				    (const unsigned char *)out.data,
				    (uLong)out.len),
			 Z_OK);
	assert_int_equal(room, head_len + bytes->len);
	assert_memory_equal(whole, head, head_len);
	assert_memory_equal(whole + head_len, bytes->data, bytes->len);
	len = out.len;
	jscan_buf_release(&out);
	free(whole);
	return len;
}

static ino_t inode(void)
{
	struct stat st;

	assert_int_equal(stat(file, &st), 0);
	return st.st_ino;
}

static void changes_are_followed(void **state)
{
	struct jscan_buf bytes;
	ino_t before;
	size_t whole;

	(void)state;
	jscan_buf_init(&bytes);
	add_lines(&bytes, 0, 20000);
	whole = check("blob 1", 7, &bytes);
	assert_true(whole < bytes.len);
	/* What is known is not written again. */
	before = inode();
	assert_int_equal(check("blob 1", 7, &bytes), whole);
	assert_int_equal(inode(), before);
	for (unsigned i = 0; i < 20; i++) {
		jscan_buf_clear(&bytes);
		add_lines(&bytes, i % 3, 700 * i);
		add_lines(&bytes, i, i + 1);
		add_lines(&bytes, 701 * i, 20000 + i);
		check("blob 23", 8, &bytes);
	}
	jscan_buf_release(&bytes);
}

static void any_bytes_will_do(void **state)
{
	struct jscan_buf bytes;

	(void)state;
	jscan_buf_init(&bytes);
	jscan_buf_adds(&bytes, "");
	check("h", 1, &bytes);
	jscan_buf_addc(&bytes, '\n');
	check("h", 1, &bytes);
	/* Line ends alone, none at all, and lengths around the limits. */
	for (size_t len = 4094; len < 4099; len++) {
		while (bytes.len < len)
			jscan_buf_addc(&bytes, '\n');
		check("head", 5, &bytes);
	}
	for (size_t len = 65534; len < 65539; len++) {
		while (bytes.len < len)
			jscan_buf_addc(&bytes, 'x');
		check("head", 5, &bytes);
	}
	while (bytes.len < 300000)
		jscan_buf_addc(&bytes, (char)(bytes.len * bytes.len >> 7));
	check("head", 5, &bytes);
	jscan_buf_release(&bytes);
}

static void a_spoilt_file_is_no_harm(void **state)
{
	struct jscan_buf bytes;
	long size = 1;

	(void)state;
	jscan_buf_init(&bytes);
	add_lines(&bytes, 0, 2000);
	for (long at = 0; at < size; at += 1 + at / 8) {
		FILE *stream;
		int byte;

		check("blob", 5, &bytes);
		stream = fopen(file, "r+");
		assert_non_null(stream);
		assert_int_equal(fseek(stream, 0, SEEK_END), 0);
		size = ftell(stream);
		assert_int_equal(fseek(stream, at, SEEK_SET), 0);
		byte = fgetc(stream);
		assert_int_equal(fseek(stream, at, SEEK_SET), 0);
		fputc(byte ^ 1, stream);
		fclose(stream);
		check("blob", 5, &bytes);
		assert_int_equal(truncate(file, at), 0);
		check("blob", 5, &bytes);
	}
	/* What others can write to is not believed, a folder not read. */
	assert_int_equal(chmod(file, 0666), 0);
	check("blob", 5, &bytes);
	assert_int_equal(unlink(file), 0);
	assert_int_equal(mkdir(file, 0700), 0);
	check("blob", 5, &bytes);
	assert_int_equal(rmdir(file), 0);
	jscan_buf_release(&bytes);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(changes_are_followed,
						make_folder, remove_folder),
		cmocka_unit_test_setup_teardown(any_bytes_will_do, make_folder,
						remove_folder),
		cmocka_unit_test_setup_teardown(a_spoilt_file_is_no_harm,
						make_folder, remove_folder),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
