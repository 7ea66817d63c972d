/* Files of every kind read, and files replaced whole or not at all. */
#include "unit/check.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

#include "base/file.h"

static char folder[64];
static int dir_fd;
static struct jscan_buf buf;

static int set_up(void **state)
{
	(void)state;
	strcpy(folder, "/tmp/jscan-file-XXXXXX");
	assert_non_null(mkdtemp(folder));
	dir_fd = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	assert_true(dir_fd >= 0);
	jscan_buf_init(&buf);
	return 0;
}

static int tear_down(void **state)
{
	char command[128];

	(void)state;
	jscan_buf_release(&buf);
	close(dir_fd);
	snprintf(command, sizeof(command), "rm -rf '%s'", folder);
	assert_int_equal(system(command), 0);
	return 0;
}

static void put(const char *name, const char *text)
{
	int fd = openat(dir_fd, name, O_WRONLY | O_CREAT | O_TRUNC, 0644);

	assert_true(fd >= 0);
	assert_int_equal(write(fd, text, strlen(text)), strlen(text));
	close(fd);
}

static void assert_content(const char *name, const char *text)
{
	jscan_buf_clear(&buf);
	assert_int_equal(jscan_file_read(&buf, dir_fd, name, 1 << 20),
			 JSCAN_READ_OK);
	assert_int_equal(buf.len, strlen(text));
	assert_memory_equal(buf.data, text, buf.len);
}

static void reading_appends_up_to_the_limit(void **state)
{
	char *large = check_malloc(200001);

	(void)state;
	put("a", "hello");
	put("empty", "");
	jscan_buf_adds(&buf, ">");
	assert_int_equal(jscan_file_read(&buf, dir_fd, "a", 5), JSCAN_READ_OK);
	assert_string_equal(buf.data, ">hello");
	assert_int_equal(jscan_file_read(&buf, dir_fd, "a", 4),
			 JSCAN_READ_TOO_BIG);
	assert_string_equal(buf.data, ">hello");
	assert_int_equal(jscan_file_read(&buf, dir_fd, "empty", 0),
			 JSCAN_READ_OK);
	assert_string_equal(buf.data, ">hello");
	memset(large, 'x', 200000);
	large[200000] = '\0';
	put("large", large);
	assert_content("large", large);
	free(large);
}

static void what_is_no_file_is_not_read(void **state)
{
	struct sockaddr_un address = {.sun_family = AF_UNIX};
	int socket_fd = socket(AF_UNIX, SOCK_STREAM, 0);

	(void)state;
	put("a", "hello");
	assert_int_equal(mkdirat(dir_fd, "folder", 0755), 0);
	assert_int_equal(symlinkat("a", dir_fd, "link"), 0);
	assert_int_equal(symlinkat("nowhere", dir_fd, "dangling"), 0);
	assert_int_equal(symlinkat("loop", dir_fd, "loop"), 0);
	assert_int_equal(mkfifoat(dir_fd, "fifo", 0644), 0);
	snprintf(address.sun_path, sizeof(address.sun_path), "%s/socket",
		 folder);
	assert_int_equal(
		bind(socket_fd, (struct sockaddr *)&address, sizeof(address)),
		0);
	{
		static const struct {
			const char *name;
			enum jscan_read_result result;
		} cases[] = {
			{"folder", JSCAN_READ_NOT_A_FILE},
			{"link", JSCAN_READ_NOT_A_FILE},
			{"dangling", JSCAN_READ_NOT_A_FILE},
			{"loop", JSCAN_READ_NOT_A_FILE},
			{"fifo", JSCAN_READ_NOT_A_FILE},
			{"socket", JSCAN_READ_NOT_A_FILE},
			{"/dev/zero", JSCAN_READ_NOT_A_FILE},
			{"/dev/null", JSCAN_READ_NOT_A_FILE},
			{"nothing", JSCAN_READ_MISSING},
			{"a/b", JSCAN_READ_MISSING},
		};

		for (size_t i = 0; i < COUNT_OF(cases); i++)
			assert_int_equal(jscan_file_read(&buf, dir_fd,
							 cases[i].name, 100),
					 cases[i].result);
	}
	assert_int_equal(buf.len, 0);
	close(socket_fd);
}

static void a_huge_sparse_file_is_not_read(void **state)
{
	(void)state;
	put("sparse", "");
	assert_int_equal(
		truncate(strcat(strcpy((char[128]){0}, folder), "/sparse"),
			 (off_t)1 << 30),
		0);
	assert_int_equal(jscan_file_read(&buf, dir_fd, "sparse", 1 << 23),
			 JSCAN_READ_TOO_BIG);
	assert_int_equal(buf.room < (1 << 16), 1);
}

static void a_path_follows_no_link(void **state)
{
	struct stat st;

	(void)state;
	assert_int_equal(mkdirat(dir_fd, "in", 0755), 0);
	put("in/a", "hello");
	put("out", "secret");
	assert_int_equal(symlinkat("in", dir_fd, "link"), 0);
	assert_int_equal(symlinkat("..", dir_fd, "in/up"), 0);
	assert_int_equal(jscan_file_read_below(&buf, &st, dir_fd, "in/a", 100),
			 JSCAN_READ_OK);
	assert_string_equal(buf.data, "hello");
	assert_int_equal(st.st_size, 5);
	jscan_buf_clear(&buf);
	assert_int_not_equal(
		jscan_file_read_below(&buf, &st, dir_fd, "link/a", 100),
		JSCAN_READ_OK);
	assert_int_not_equal(
		jscan_file_read_below(&buf, &st, dir_fd, "in/up/out", 100),
		JSCAN_READ_OK);
	assert_int_not_equal(
		jscan_file_read_below(&buf, &st, dir_fd, "../x", 100),
		JSCAN_READ_OK);
	assert_int_equal(jscan_file_read_below(&buf, &st, dir_fd, "in/b", 100),
			 JSCAN_READ_MISSING);
	assert_int_equal(buf.len, 0);
	{
		int fd = jscan_file_open_below(dir_fd, "in", O_DIRECTORY);

		assert_true(fd >= 0);
		close(fd);
		assert_int_equal(
			jscan_file_open_below(dir_fd, "out", O_DIRECTORY), -1);
	}
}

static mode_t mode_of(const char *name)
{
	struct stat stat;

	assert_int_equal(fstatat(dir_fd, name, &stat, 0), 0);
	return stat.st_mode & 07777;
}

static unsigned count_names(void)
{
	DIR *dir = opendir(folder);
	unsigned count = 0;

	assert_non_null(dir);
	while (readdir(dir))
		count++;
	closedir(dir);
	return count - 2;
}

static void replacing_keeps_the_mode(void **state)
{
	mode_t mask = umask(027);

	(void)state;
	assert_int_equal(jscan_file_replace(dir_fd, "new", "one", 3, 0666), 0);
	assert_content("new", "one");
	assert_int_equal(mode_of("new"), 0640);
	umask(mask);
	assert_int_equal(fchmodat(dir_fd, "new", 0604, 0), 0);
	assert_int_equal(jscan_file_replace(dir_fd, "new", "two", 3, 0666), 0);
	assert_content("new", "two");
	assert_int_equal(mode_of("new"), 0604);
	assert_int_equal(jscan_file_replace(dir_fd, "new", "", 0, 0666), 0);
	assert_content("new", "");
	assert_int_equal(count_names(), 1);
}

static void replacing_refuses_what_is_no_file(void **state)
{
	static const struct {
		const char *name;
		int error;
	} cases[] = {
		{"link", ELOOP},  {"dangling", ELOOP}, {"folder", EISDIR},
		{"fifo", EINVAL}, {"a/b", EINVAL},     {"", EINVAL},
	};

	(void)state;
	put("a", "hello");
	assert_int_equal(mkdirat(dir_fd, "folder", 0755), 0);
	assert_int_equal(symlinkat("a", dir_fd, "link"), 0);
	assert_int_equal(symlinkat("b", dir_fd, "dangling"), 0);
	assert_int_equal(mkfifoat(dir_fd, "fifo", 0644), 0);
	for (size_t i = 0; i < COUNT_OF(cases); i++) {
		errno = 0;
		assert_int_equal(
			jscan_file_replace(dir_fd, cases[i].name, "x", 1, 0666),
			-1);
		assert_int_equal(errno, cases[i].error);
	}
	assert_content("a", "hello");
	assert_int_equal(count_names(), 5);
}

static void a_failed_write_leaves_the_old_file(void **state)
{
	struct rlimit old, small;
	char *large = check_calloc(1, 100000);

	(void)state;
	put("a", "hello");
	signal(SIGXFSZ, SIG_IGN);
	assert_int_equal(getrlimit(RLIMIT_FSIZE, &old), 0);
	small = old;
	small.rlim_cur = 4096;
	assert_int_equal(setrlimit(RLIMIT_FSIZE, &small), 0);
	assert_int_equal(jscan_file_replace(dir_fd, "a", large, 100000, 0666),
			 -1);
	assert_int_equal(errno, EFBIG);
	assert_int_equal(setrlimit(RLIMIT_FSIZE, &old), 0);
	assert_content("a", "hello");
	assert_int_equal(count_names(), 1);
	free(large);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(reading_appends_up_to_the_limit,
						set_up, tear_down),
		cmocka_unit_test_setup_teardown(what_is_no_file_is_not_read,
						set_up, tear_down),
		cmocka_unit_test_setup_teardown(a_huge_sparse_file_is_not_read,
						set_up, tear_down),
		cmocka_unit_test_setup_teardown(a_path_follows_no_link, set_up,
						tear_down),
		cmocka_unit_test_setup_teardown(replacing_keeps_the_mode,
						set_up, tear_down),
		cmocka_unit_test_setup_teardown(
			replacing_refuses_what_is_no_file, set_up, tear_down),
		cmocka_unit_test_setup_teardown(
			a_failed_write_leaves_the_old_file, set_up, tear_down),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
