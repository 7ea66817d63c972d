/*
 * The report file is written when it differs, wherever it does, and left alone
 * when it is the same or somebody else's.
 */
#include "unit/journal.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <unistd.h>

#include "base/buf.h"
#include "base/file.h"
#include "output/report_file.h"

#define NAME "REPORT.md"

static char dir[] = "/tmp/journalscan-test-XXXXXX";
static int dir_fd;
static struct journal journal;

static void put(const char *bytes, size_t len)
{
	assert_int_equal(jscan_file_replace(dir_fd, NAME, bytes, len, 0644), 0);
}

static void assert_stands(const struct jscan_buf *expected)
{
	struct jscan_buf found;

	jscan_buf_init(&found);
	assert_int_equal(jscan_file_read(&found, dir_fd, NAME, 1 << 30),
			 JSCAN_READ_OK);
	assert_int_equal(found.len, expected->len);
	assert_memory_equal(found.data, expected->data, found.len);
	jscan_buf_release(&found);
}

static void write_it(enum jscan_written expected)
{
	enum jscan_written written;
	struct jscan_stamp stamp;
	struct jscan_error err;
	struct stat stat;

	assert_int_equal(jscan_report_file_write(&written, &stamp, dir_fd, NAME,
						 0666, &journal.report, &err),
			 0);
	assert_int_equal(written, expected);
	assert_int_equal(fstatat(dir_fd, NAME, &stat, 0), 0);
	assert_int_equal(stamp.inode, stat.st_ino);
	assert_int_equal(stamp.size, stat.st_size);
	assert_int_equal(stamp.mtime, stat.st_mtim.tv_sec);
	assert_int_equal(stamp.mtime_ns, stat.st_mtim.tv_nsec);
}

/* More than two pieces, so that a difference may stand in any of them. */
static void make_journal(void)
{
	struct jscan_buf notes;

	jscan_buf_init(&notes);
	for (int i = 0; i < 1200; i++) {
		if (i % 300 == 0)
			jscan_buf_addf(&notes,
				       "=== %c.md\n---\ncompany: Acme\n"
				       "role: Cook\ndate: 2026-09-01\n"
				       "type: interview\ncontacts:\n",
				       'a' + i / 300);
		jscan_buf_addf(&notes,
			       "  - Dana Ruiz%c%c%c Longname "
			       "<dana.ruiz.of.the.north.%d@people."
			       "a-company-with-a-long-name.example>\n",
			       'a' + i % 26, 'a' + i / 26 % 26, 'a' + i / 676,
			       i);
		if (i % 300 == 299)
			jscan_buf_adds(&notes, "---\nI was late.\n");
	}
	journal_init(&journal, notes.data, "2026-10-15");
	jscan_buf_release(&notes);
}

static void it_is_written_when_it_differs(void **state)
{
	struct jscan_error err;
	struct jscan_buf whole;

	(void)state;
	make_journal();
	jscan_buf_init(&whole);
	assert_int_equal(
		jscan_report_file_make(&whole, NAME, &journal.report, &err), 0);
	assert_true(whole.len > 70000);
	write_it(JSCAN_WRITTEN);
	assert_stands(&whole);
	write_it(JSCAN_UNCHANGED);
	for (size_t i = 200; i < whole.len; i += 32749) {
		put(whole.data, i); /* cut short */
		write_it(JSCAN_WRITTEN);
		assert_stands(&whole);
		whole.data[i] ^= 1;
		put(whole.data, whole.len);
		whole.data[i] ^= 1;
		write_it(JSCAN_WRITTEN);
		assert_stands(&whole);
	}
	jscan_buf_adds(&whole, "more\n");
	put(whole.data, whole.len);
	whole.len -= 5;
	write_it(JSCAN_WRITTEN);
	assert_stands(&whole);
	put("", 0);
	write_it(JSCAN_WRITTEN);
	assert_stands(&whole);
	jscan_buf_release(&whole);
	journal_release(&journal);
}

static void what_is_not_ours_is_left_alone(void **state)
{
	struct jscan_buf mine = {.data = (char[]){"# My own\n"}, .len = 9};
	enum jscan_written written;
	struct jscan_stamp stamp;
	struct jscan_error err;

	(void)state;
	make_journal();
	put(mine.data, mine.len);
	assert_int_equal(jscan_report_file_write(&written, &stamp, dir_fd, NAME,
						 0666, &journal.report, &err),
			 -1);
	assert_int_equal(err.code, JSCAN_ERR_NOT_OURS);
	assert_stands(&mine);
	assert_int_equal(unlinkat(dir_fd, NAME, 0), 0);
	assert_int_equal(symlinkat("elsewhere", dir_fd, NAME), 0);
	assert_int_equal(jscan_report_file_write(&written, &stamp, dir_fd, NAME,
						 0666, &journal.report, &err),
			 -1);
	assert_int_equal(err.code, JSCAN_ERR_NOT_OURS);
	assert_int_equal(unlinkat(dir_fd, NAME, 0), 0);
	journal_release(&journal);
}

static int set_up(void **state)
{
	(void)state;
	if (!mkdtemp(dir))
		return -1;
	dir_fd = open(dir, O_RDONLY | O_DIRECTORY);
	return dir_fd < 0 ? -1 : 0;
}

/* Nothing else may be left in the folder. */
static int tear_down(void **state)
{
	(void)state;
	unlinkat(dir_fd, NAME, 0);
	close(dir_fd);
	return rmdir(dir);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(it_is_written_when_it_differs),
		cmocka_unit_test(what_is_not_ours_is_left_alone),
	};

	return cmocka_run_group_tests(tests, set_up, tear_down);
}
