/*
 * A snapshot killed before each system call that writes.  Afterwards the
 * repository is whole and the branch old or new; the next run leaves the same
 * as one that was never disturbed: no lock, no litter, nothing staged.
 */
#if defined(__x86_64__)
#include "unit/git_world.h"

#include <sys/ptrace.h>
#include <sys/syscall.h>
#include <sys/user.h>

static bool is_writing(long number)
{
	static const long numbers[] = {
		SYS_write,    SYS_pwrite64, SYS_rename, SYS_renameat,
		SYS_link,     SYS_unlink,   SYS_mkdir,	SYS_ftruncate,
		SYS_fsync,    SYS_chmod,    SYS_fchmod, SYS_unlinkat,
		SYS_renameat2};

	for (size_t i = 0; i < COUNT_OF(numbers); i++) {
		if (numbers[i] == number)
			return true;
	}
	return false;
}

static bool is_creating(const struct user_regs_struct *regs)
{
	return (regs->orig_rax == SYS_openat && (regs->rdx & O_CREAT)) ||
	       (regs->orig_rax == SYS_open && (regs->rsi & O_CREAT));
}

/*
 * Makes a snapshot in a child and kills it before writing call number `at`.
 * False when it ended before, which must be well.
 */
static bool kill_before(int at)
{
	pid_t child = fork();
	bool is_entry_of_call = true;
	int status;

	assert_true(child >= 0);
	if (!child) {
		ptrace(PTRACE_TRACEME, 0, NULL, NULL);
		raise(SIGSTOP);
		_exit(snapshot_status() ? 2 : 0);
	}
	assert_int_equal(waitpid(child, &status, 0), child);
	ptrace(PTRACE_SETOPTIONS, child, NULL,
	       PTRACE_O_TRACESYSGOOD | PTRACE_O_EXITKILL);
	for (;;) {
		struct user_regs_struct regs;

		ptrace(PTRACE_SYSCALL, child, NULL, NULL);
		assert_int_equal(waitpid(child, &status, 0), child);
		if (WIFEXITED(status)) {
			assert_int_equal(WEXITSTATUS(status), 0);
			return false;
		}
		assert_true(WIFSTOPPED(status));
		if (WSTOPSIG(status) != (SIGTRAP | 0x80))
			continue;
		if (is_entry_of_call) {
			ptrace(PTRACE_GETREGS, child, NULL, &regs);
			if ((is_writing((long)regs.orig_rax) ||
			     is_creating(&regs)) &&
			    !--at) {
				kill(child, SIGKILL);
				waitpid(child, &status, 0);
				return true;
			}
		}
		is_entry_of_call = !is_entry_of_call;
	}
}

/* A journal with something staged, a change, a new note and one gone. */
static void make_journal(const char *many)
{
	put_entry("a.md", "one");
	put_entry("b.md", "two");
	put("code.c", "int a;\n");
	sh("git config gc.auto 0 && git add . && git commit -qm first");
	put("code.c", "int b;\n");
	sh("git add code.c && rm b.md && mkdir sub");
	put_entry("a.md", "changed");
	put_entry("sub/c.md", "new");
	put("REPORT.md", "report\n");
	sh("%s", many);
	sh("cp -a .git ../pristine.git");
}

static void check_whole_before_the_next_run(void)
{
	sh("git fsck --strict --no-dangling && "
	   "git rev-list --count HEAD | grep -q '^[12]$' && "
	   "git diff --cached --name-only | grep -qx code.c");
}

static void check_like_undisturbed(void)
{
	snapshot();
	assert_string_equal(sh("git rev-list --count HEAD; "
			       "git status --porcelain; "
			       "git show --format= --no-renames --name-status "
			       "-- . ':!many'; "
			       "find .git -name 'tmp*' -o -name '*git2*'"),
			    "2\nM  code.c\n"
			    "A\tREPORT.md\nM\ta.md\nD\tb.md\nA\tsub/c.md");
}

static void kill_at_every_point(const char *many, int step)
{
	int at;

	make_journal(many);
	for (at = 1; kill_before(at); at += step) {
		check_whole_before_the_next_run();
		check_like_undisturbed();
		sh("rm -rf .git && cp -a ../pristine.git .git");
	}
	/* So many calls at least, or something else was watched. */
	assert_true(at > 40);
	check_like_undisturbed();
}

static void killed_while_writing_loose_objects(void **state)
{
	(void)state;
	kill_at_every_point("true", 1);
}

static void killed_while_writing_a_pack(void **state)
{
	(void)state;
	kill_at_every_point("mkdir many && for i in $(seq 120); do "
			    "printf -- '---\\ncompany: A\\n---\\n%s\\n' $i "
			    ">many/$i.md; done",
			    7);
}

/* The lock of the index is ours, and the branch has moved already. */
static void an_index_left_behind_is_completed(void **state)
{
	(void)state;
	make_journal("true");
	for (int at = 1; kill_before(at); at++) {
		if (strcmp(sh("git rev-list --count HEAD"), "2") ||
		    access(sh("echo $PWD/.git/index.lock"), F_OK))
			goto again;
		snapshot();
		assert_made(false);
		assert_string_equal(sh("git status --porcelain"), "M  code.c");
		return;
	again:
		sh("rm -rf .git && cp -a ../pristine.git .git");
	}
	fail_msg("no point between the branch and the index was seen");
}

static void a_foreign_lock_is_not_taken_for_ours(void **state)
{
	(void)state;
	make_journal("true");
	for (int at = 1; kill_before(at); at++) {
		if (access(sh("echo $PWD/.git/index.lock"), F_OK)) {
			sh("rm -rf .git && cp -a ../pristine.git .git");
			continue;
		}
		/* Somebody removed our lock, and another git works now. */
		sh("rm .git/index.lock && echo busy >.git/index.lock");
		assert_refused(JSCAN_ERR_REFUSED, "index.lock");
		assert_string_equal(sh("cat .git/index.lock"), "busy");
		return;
	}
	fail_msg("no point with a locked index was seen");
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, world_start, world_end)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(killed_while_writing_loose_objects),
		TEST(killed_while_writing_a_pack),
		TEST(an_index_left_behind_is_completed),
		TEST(a_foreign_lock_is_not_taken_for_ours),
	};

	return cmocka_run_group_tests_name("git kill", tests, NULL, NULL);
}

#else
#include "unit/check.h"

static void only_on_x86_64(void **state)
{
	(void)state;
	skip();
}

int main(void)
{
	const struct CMUnitTest tests[] = {cmocka_unit_test(only_on_x86_64)};

	return cmocka_run_group_tests_name("git kill", tests, NULL, NULL);
}

#endif
