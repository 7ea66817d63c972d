/*
 * What a thread may still do once it is held, and that other threads, and the
 * system's libraries in them, do not notice.
 *
 * Where the system holds nothing the tests are passed over: tests/cli/privilege
 * says so aloud.
 */
#include "unit/folder.h"

#include <dlfcn.h>
#include <locale.h>
#include <pthread.h>
#include <signal.h>
#include <sys/ioctl.h>
#include <sys/mman.h>
#include <sys/ptrace.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <sys/wait.h>

#include "base/file.h"
#include "base/sandbox.h"

/* Bits of what a thread could do. */
enum {
	READ_BELOW = 1 << 0,
	READ_ELSEWHERE = 1 << 1,
	WRITE_BELOW = 1 << 2,
	WRITE_BY_OPENAT2 = 1 << 3,
	MAKE_FILE = 1 << 4,
	RENAME = 1 << 5,
	REMOVE = 1 << 6,
	CHANGE_MODE = 1 << 7,
	SOCKET = 1 << 8,
	START_PROGRAM = 1 << 9,
	MAKE_PROCESS = 1 << 10,
	TRACE = 1 << 11,
	SIGNAL = 1 << 12,
	TYPE = 1 << 13,
	ALLOCATE = 1 << 14,
	WRITE_OPEN = 1 << 15,
	LINK_OUT = 1 << 16
};

struct thread {
	int folder_fd; /* what may be read, or -1 */
	int dir_fd;    /* where things are tried */
	int open_fd;   /* open for writing since before */
	bool is_held;
	unsigned held;
	unsigned can;
};

static bool opens(int dir_fd, const char *name, int flags)
{
	int fd = openat(dir_fd, name, flags, 0600);

	if (fd >= 0)
		close(fd);
	return fd >= 0;
}

static bool opens_below(int dir_fd, const char *name, int flags)
{
	int fd = jscan_file_open_below(dir_fd, name, flags);

	if (fd >= 0)
		close(fd);
	return fd >= 0;
}

static bool makes_socket(void)
{
	int fd = socket(AF_UNIX, SOCK_STREAM, 0);

	if (fd >= 0)
		close(fd);
	return fd >= 0;
}

static bool makes_process(void)
{
	pid_t child = fork();

	if (!child)
		_exit(0);
	if (child > 0)
		waitpid(child, NULL, 0);
	return child > 0;
}

/* A program that is not there is found to be so only by who may start it. */
static bool starts_program(void)
{
	char name[] = "/nonexistent/program";
	char *const argv[] = {name, NULL};

	errno = 0;
	execve(name, argv, argv);
	return errno == ENOENT;
}

static bool allocates(void)
{
	void *small = malloc(100), *large = malloc((size_t)4 << 20);
	bool is_done = small && large;

	free(large);
	free(small);
	return is_done;
}

static unsigned try_files(const struct thread *thread)
{
	unsigned can = 0;
	int fd = thread->dir_fd;

	can |= opens_below(fd, "sub/note.md", 0) ? READ_BELOW : 0;
	can |= opens(AT_FDCWD, "/etc/passwd", O_RDONLY) ? READ_ELSEWHERE : 0;
	can |= opens(fd, "link.md", O_RDONLY) ? LINK_OUT : 0;
	can |= opens(fd, "note.md", O_RDWR) ? WRITE_BELOW : 0;
	can |= opens_below(fd, "note.md", O_WRONLY) ? WRITE_BY_OPENAT2 : 0;
	can |= opens(fd, "new.md", O_WRONLY | O_CREAT) ? MAKE_FILE : 0;
	can |= renameat(fd, "a.md", fd, "b.md") == 0 ? RENAME : 0;
	can |= unlinkat(fd, "c.md", 0) == 0 ? REMOVE : 0;
	can |= fchmodat(fd, "note.md", 0640, 0) == 0 ? CHANGE_MODE : 0;
	can |= write(thread->open_fd, "x", 1) == 1 ? WRITE_OPEN : 0;
	return can;
}

static void *run(void *data)
{
	struct thread *thread = data;
	struct winsize size;

	errno = 77;
	if (thread->is_held)
		thread->held = jscan_sandbox_enter(thread->folder_fd);
	assert_int_equal(errno, 77);
	thread->can = try_files(thread);
	thread->can |= makes_socket() ? SOCKET : 0;
	thread->can |= starts_program() ? START_PROGRAM : 0;
	thread->can |= makes_process() ? MAKE_PROCESS : 0;
	/* of a process that is not ours to trace, but may be asked about */
	thread->can |=
		ptrace(PTRACE_DETACH, getpid(), 0, 0) < 0 && errno == ESRCH
			? TRACE
			: 0;
	thread->can |= kill(getpid(), 0) == 0 ? SIGNAL : 0;
	thread->can |=
		ioctl(thread->dir_fd, TIOCGWINSZ, &size) < 0 && errno == ENOTTY
			? TYPE
			: 0;
	thread->can |= allocates() ? ALLOCATE : 0;
	return NULL;
}

static unsigned run_thread(struct thread *thread)
{
	pthread_t id;

	assert_int_equal(pthread_create(&id, NULL, run, thread), 0);
	assert_int_equal(pthread_join(id, NULL), 0);
	return thread->can;
}

static void thread_init(struct thread *thread, struct folder *folder)
{
	char path[512], link[512];

	memset(thread, 0, sizeof(*thread));
	folder_write(folder, "note.md", "x\n");
	folder_write(folder, "a.md", "x\n");
	folder_write(folder, "c.md", "x\n");
	folder_write(folder, "sub/note.md", "x\n");
	folder_path(link, folder, "link.md");
	assert_int_equal(symlink("/etc/passwd", link), 0);
	thread->dir_fd = open(folder->path, O_RDONLY | O_DIRECTORY);
	thread->folder_fd = thread->dir_fd;
	folder_path(path, folder, "open");
	thread->open_fd = open(path, O_WRONLY | O_CREAT, 0600);
	assert_true(thread->dir_fd >= 0 && thread->open_fd >= 0);
}

static void thread_release(struct thread *thread)
{
	close(thread->dir_fd);
	close(thread->open_fd);
}

#define EVERYTHING ((unsigned)(LINK_OUT << 1) - 1)
#define HARMLESS   ((unsigned)(READ_BELOW | ALLOCATE | WRITE_OPEN))
/* Of what seccomp alone sees. */
#define CALLS \
	((unsigned)(WRITE_BELOW | WRITE_BY_OPENAT2 | MAKE_FILE | RENAME | \
		    REMOVE | CHANGE_MODE | SOCKET | START_PROGRAM | \
		    MAKE_PROCESS | TRACE | SIGNAL | TYPE))

/* What a new thread can do in a folder of its own, or this one, if not new. */
static unsigned find_out(struct thread *thread, bool is_new, bool is_held,
			 bool is_of_folder)
{
	struct folder folder;

	folder_open(&folder);
	thread_init(thread, &folder);
	thread->is_held = is_held;
	if (!is_of_folder)
		thread->folder_fd = -1;
	if (is_new)
		run_thread(thread);
	else
		run(thread);
	thread_release(thread);
	folder_close(&folder);
	return thread->can;
}

static void a_held_thread_reads_and_no_more(void **state)
{
	struct thread thread;
	unsigned before = find_out(&thread, true, false, true);
	unsigned can = find_out(&thread, true, true, true);

	(void)state;
	/* All of it, but where an emulator lacks a call. */
	assert_int_equal(before | TRACE, EVERYTHING);
	assert_int_equal(thread.held, jscan_sandbox_probe());
	if (thread.held == (JSCAN_SANDBOX_FILES | JSCAN_SANDBOX_CALLS))
		assert_int_equal(can, HARMLESS);
	else if (thread.held == JSCAN_SANDBOX_CALLS)
		assert_int_equal(can & CALLS, 0);
	else if (!thread.held)
		assert_int_equal(can, before);
	assert_int_equal(can & HARMLESS, HARMLESS);
	/* The thread that started it may do everything still. */
	assert_int_equal(find_out(&thread, false, false, true), before);
	assert_int_equal(find_out(&thread, true, false, true), before);
}

/* Where notes come from a repository, any file may be read. */
static void without_a_folder_reading_is_free(void **state)
{
	struct thread thread;
	unsigned can = find_out(&thread, true, true, false);

	(void)state;
	if (thread.held == (JSCAN_SANDBOX_FILES | JSCAN_SANDBOX_CALLS))
		assert_int_equal(can, HARMLESS | READ_ELSEWHERE | LINK_OUT);
}

/* Libraries, locales and users' names, in other threads and afterwards. */
static void the_rest_of_the_process_goes_on(void **state)
{
	struct thread thread;
	void *library;

	(void)state;
	find_out(&thread, true, true, true);
	assert_true(opens(AT_FDCWD, "/etc/passwd", O_RDONLY));
	assert_non_null(setlocale(LC_ALL, "C"));
	library = dlopen("libm.so.6", RTLD_NOW);
	assert_non_null(library);
	dlclose(library);
	assert_true(makes_process());
}

/* Numbers of another machine, as a program could use them to go around. */
static void other_numbering_is_no_way_around(void **state)
{
#if defined(__x86_64__) && !defined(__ILP32__)
	int status;
	pid_t child = fork();

	(void)state;
	if (!child) {
		unsigned held = jscan_sandbox_enter(-1);
		long ret;

		if (!(held & JSCAN_SANDBOX_CALLS))
			_exit(0);
		/* socket(AF_UNIX, SOCK_STREAM, 0), as x32 has it */
		errno = 0;
		ret = syscall(0x40000000 + SYS_socket, 1, 1, 0);
		_exit(ret == -1 && errno == EPERM ? 0 : 1);
	}
	assert_int_equal(waitpid(child, &status, 0), child);
	assert_int_equal(status, 0);
#else
	(void)state;
#endif
}

static bool is_refused(long number, long argument)
{
	errno = 0;
	return syscall(number, argument, argument, 0, NULL, 0) == -1 &&
	       errno == EPERM;
}

/* Signals and limits of others; modes, by calls younger than headers. */
static void others_and_young_calls_are_out_of_reach(void **state)
{
	static const long young[] = {452, 463, 466, 469};
	int status;
	pid_t child = fork();

	(void)state;
	if (!child) {
		long parent = getppid();
		struct rlimit limit;
		bool is_right = !is_refused(SYS_tgkill, parent) &&
				!is_refused(SYS_prlimit64, parent);

		for (size_t i = 0; i < 4; i++)
			is_right = is_right && !is_refused(young[i], -1);
		if (!(jscan_sandbox_enter(-1) & JSCAN_SANDBOX_CALLS))
			_exit(0);
		is_right = is_right && is_refused(SYS_tgkill, parent) &&
			   is_refused(SYS_prlimit64, parent) &&
			   !getrlimit(RLIMIT_NOFILE, &limit);
		for (size_t i = 0; i < 4; i++)
			is_right = is_right && is_refused(young[i], -1);
		_exit(is_right ? 0 : 1);
	}
	assert_int_equal(waitpid(child, &status, 0), child);
	assert_int_equal(status, 0);
}

/* Code that is made while the program runs, as PCRE2 may, is not in the way. */
static void memory_may_be_had_in_all_ways(void **state)
{
	int status;
	pid_t child = fork();

	(void)state;
	if (!child) {
		void *page;

		jscan_sandbox_enter(-1);
		page = mmap(NULL, 4096, PROT_READ | PROT_WRITE,
			    MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
		if (page == MAP_FAILED ||
		    mprotect(page, 4096, PROT_READ | PROT_EXEC) ||
		    munmap(page, 4096))
			_exit(1);
		_exit(raise(SIGCHLD)); /* as abort() does */
	}
	assert_int_equal(waitpid(child, &status, 0), child);
	assert_int_equal(status, 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_held_thread_reads_and_no_more),
		cmocka_unit_test(without_a_folder_reading_is_free),
		cmocka_unit_test(the_rest_of_the_process_goes_on),
		cmocka_unit_test(other_numbering_is_no_way_around),
		cmocka_unit_test(others_and_young_calls_are_out_of_reach),
		cmocka_unit_test(memory_may_be_had_in_all_ways),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
