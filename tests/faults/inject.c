/*
 * Runs a program and lets one of its system calls fail, fall short, or be the
 * last one before SIGKILL.
 *
 *	inject [-l LOG] [-n N -d DO [-g]] -p PROGRAM -r RESULT COMMAND...
 *
 * COMMAND is run as it is; counted are the calls of those of its processes that
 * run PROGRAM, from its first instruction on: what the loader does before is
 * nobody's work here.  A call counts when it may fail in a way that a program
 * can do something about; see the table below.
 *
 *	-l LOG   a line for each: its number, name, "w" when it changes
 *	         something or "-", and what it is about
 *	-n N     the call that is meant
 *	-d DO    an errno by its number, "short", "before" or "after" (SIGKILL)
 *	-g       all later calls of the same name, too
 *	-r FILE  a line for each process of PROGRAM: "exit N" or "signal N",
 *	         and one "hit N" when the call came: how often
 *
 * It is done from outside, by ptrace(2), since a library that is loaded before
 * others sees none of the calls that the C library makes within itself:
 * mkostemp, opendir, the buffers of stdio, dlopen, and syscall(2).  A filter
 * (seccomp) stops the program at the calls of the table alone.
 */
#define _GNU_SOURCE
#include <elf.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <signal.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/ptrace.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <sys/user.h>
#include <sys/wait.h>
#include <unistd.h>

#ifndef __x86_64__
#error "the registers are those of x86-64"
#endif

#define COUNT_OF(array) (sizeof(array) / sizeof((array)[0]))
#define MOST_TASKS	256

/* What the arguments of a call are, for the log. */
enum shape {
	PATH,	 /* (path, ...) */
	PATHS,	 /* (path, path) */
	AT,	 /* (fd, path, ...) */
	ATS,	 /* (fd, path, fd, path) */
	FD,	 /* (fd, ...) */
	OPEN,	 /* (path, flags) */
	OPENAT,	 /* (fd, path, flags) */
	OPENAT2, /* (fd, path, struct open_how) */
	MAP,	 /* mmap */
	CONTROL, /* fcntl */
	NONE
};

static const struct call {
	long number;
	const char *name;
	enum shape shape;
	bool is_change;
} calls[] = {
	{SYS_open, "open", OPEN, false},
	{SYS_openat, "openat", OPENAT, false},
	{SYS_openat2, "openat2", OPENAT2, false},
	{SYS_read, "read", FD, false},
	{SYS_pread64, "pread", FD, false},
	{SYS_write, "write", FD, true},
	{SYS_pwrite64, "pwrite", FD, true},
	{SYS_writev, "writev", FD, true},
	{SYS_fsync, "fsync", FD, true},
	{SYS_fdatasync, "fdatasync", FD, true},
	{SYS_rename, "rename", PATHS, true},
	{SYS_renameat, "renameat", ATS, true},
	{SYS_renameat2, "renameat2", ATS, true},
	{SYS_unlink, "unlink", PATH, true},
	{SYS_unlinkat, "unlinkat", AT, true},
	{SYS_rmdir, "rmdir", PATH, true},
	{SYS_mkdir, "mkdir", PATH, true},
	{SYS_mkdirat, "mkdirat", AT, true},
	{SYS_link, "link", PATHS, true},
	{SYS_linkat, "linkat", ATS, true},
	{SYS_symlink, "symlink", PATHS, true},
	{SYS_symlinkat, "symlinkat", AT, true},
	{SYS_chmod, "chmod", PATH, true},
	{SYS_fchmod, "fchmod", FD, true},
	{SYS_fchmodat, "fchmodat", AT, true},
	{SYS_fchown, "fchown", FD, true},
	{SYS_fchownat, "fchownat", AT, true},
	{SYS_ftruncate, "ftruncate", FD, true},
	{SYS_utimensat, "utimensat", AT, true},
	{SYS_stat, "stat", PATH, false},
	{SYS_lstat, "lstat", PATH, false},
	{SYS_fstat, "fstat", FD, false},
	{SYS_newfstatat, "fstatat", AT, false},
	{SYS_statx, "statx", AT, false},
	{SYS_access, "access", PATH, false},
	{SYS_faccessat, "faccessat", AT, false},
	{SYS_faccessat2, "faccessat2", AT, false},
	{SYS_readlink, "readlink", PATH, false},
	{SYS_readlinkat, "readlinkat", AT, false},
	{SYS_getdents64, "getdents", FD, false},
	{SYS_mmap, "mmap", MAP, false},
	{SYS_close, "close", FD, false},
	{SYS_flock, "flock", FD, false},
	{SYS_fcntl, "fcntl", CONTROL, false},
	{SYS_dup, "dup", FD, false},
	{SYS_lseek, "lseek", FD, false},
	{SYS_chdir, "chdir", PATH, false},
	{SYS_getcwd, "getcwd", NONE, false},
	{SYS_statfs, "statfs", PATH, false},
	{SYS_fstatfs, "fstatfs", FD, false},
	{SYS_clone, "clone", NONE, false},
	{SYS_clone3, "clone", NONE, false},
	{SYS_pipe2, "pipe", NONE, false},
	{SYS_seccomp, "seccomp", NONE, false},
	{SYS_prctl, "prctl", NONE, false},
#ifdef SYS_landlock_create_ruleset
	{SYS_landlock_create_ruleset, "landlock", NONE, false},
	{SYS_landlock_add_rule, "landlock", NONE, false},
	{SYS_landlock_restrict_self, "landlock", NONE, false},
#endif
};

struct task {
	pid_t id;
	bool is_meant;	 /* of a process that runs the program */
	bool is_started; /* past its first instruction */
	bool is_waiting; /* seen before who made it has said so */
	bool is_leaving; /* stopped when the call returns: `then` */
	bool is_over;	 /* all that follows is what a coverage build counts */
	long start;	 /* where that is, and what stands there */
	long word;
	const char *then; /* "close" or "after" */
};

static struct task tasks[MOST_TASKS];
static size_t task_count;

static const char *program, *action;
static FILE *log_file, *result_file;
static long fault_at, seen, hits;
static int fault_errno;
static bool is_for_good;
static const char *faulty; /* the name of the call that is meant, once met */

static void die(const char *what)
{
	perror(what);
	exit(125);
}

static struct task *find_task(pid_t id)
{
	for (size_t i = 0; i < task_count; i++) {
		if (tasks[i].id == id)
			return &tasks[i];
	}
	return NULL;
}

static struct task *add_task(pid_t id)
{
	if (task_count == MOST_TASKS)
		die("tasks");
	tasks[task_count] = (struct task){.id = id};
	return &tasks[task_count++];
}

static void drop_task(struct task *task)
{
	*task = tasks[--task_count];
}

static const struct call *find_call(long number)
{
	for (size_t i = 0; i < COUNT_OF(calls); i++) {
		if (calls[i].number == number)
			return &calls[i];
	}
	return NULL;
}

static const char *read_text(pid_t id, unsigned long at, char *out, size_t room)
{
	struct iovec here = {out, room - 1};
	/* The page after it may not be there. */
	size_t len = room - 1;
	size_t left = 4096 - at % 4096;
	size_t first = len < left ? len : left;
	struct iovec there[] = {{(void *)at, first},
				{(void *)(at + first), len - first}};
	ssize_t got = process_vm_readv(id, &here, 1, there, 2, 0);

	out[got > 0 ? got : 0] = '\0';
	for (char *c = out; *c; c++) {
		if (*c == '\n')
			*c = '?';
	}
	return out;
}

static const char *read_fd(pid_t id, int fd, char *out, size_t room)
{
	char link[64];
	ssize_t len;

	if (fd == AT_FDCWD)
		return "";
	snprintf(link, sizeof(link), "/proc/%d/fd/%d", (int)id, fd);
	len = readlink(link, out, room - 1);
	out[len > 0 ? len : 0] = '\0';
	return out;
}

#define CHANGING (O_CREAT | O_WRONLY | O_RDWR | O_TRUNC)

static void describe(pid_t id, const struct call *call,
		     const struct user_regs_struct *regs, bool *is_change,
		     char *out, size_t room)
{
	char a[4096], b[4096], c[4096], d[4096];
	uint64_t how = 0;

	out[0] = '\0';
	switch (call->shape) {
	case PATH:
		snprintf(out, room, "%s", read_text(id, regs->rdi, a, 4096));
		break;
	case PATHS:
		snprintf(out, room, "%s %s", read_text(id, regs->rdi, a, 4096),
			 read_text(id, regs->rsi, b, 4096));
		break;
	case OPEN:
		*is_change = regs->rsi & CHANGING;
		snprintf(out, room, "%s", read_text(id, regs->rdi, a, 4096));
		break;
	case OPENAT2:
		read_text(id, regs->rdx, (char *)&how, sizeof(how));
		*is_change = how & CHANGING;
		snprintf(out, room, "%s/%s",
			 read_fd(id, (int)regs->rdi, a, 4096),
			 read_text(id, regs->rsi, b, 4096));
		break;
	case OPENAT:
	case AT:
		if (call->shape == OPENAT)
			*is_change = regs->rdx & CHANGING;
		read_fd(id, (int)regs->rdi, a, 4096);
		read_text(id, regs->rsi, b, 4096);
		if ((int)regs->rdi == AT_FDCWD)
			snprintf(out, room, "%s", b);
		else
			snprintf(out, room, "%s/%s", a, b);
		break;
	case ATS:
		if ((int)regs->rdi == AT_FDCWD && (int)regs->rdx == AT_FDCWD)
			snprintf(out, room, "%s %s",
				 read_text(id, regs->rsi, a, 4096),
				 read_text(id, regs->r10, b, 4096));
		else
			snprintf(out, room, "%s/%s %s/%s",
				 read_fd(id, (int)regs->rdi, a, 4096),
				 read_text(id, regs->rsi, b, 4096),
				 read_fd(id, (int)regs->rdx, c, 4096),
				 read_text(id, regs->r10, d, 4096));
		break;
	case FD:
		snprintf(out, room, "%s", read_fd(id, (int)regs->rdi, a, 4096));
		break;
	case MAP:
		snprintf(out, room, "%s",
			 (int)regs->r8 < 0
				 ? "anonymous"
				 : read_fd(id, (int)regs->r8, a, 4096));
		break;
	default:
		break;
	}
}

/*
 * Whether it opens the counters of a coverage build, which it does when all is
 * done, or right before it becomes another program.
 */
static bool is_of_coverage(pid_t id, const struct call *call,
			   const struct user_regs_struct *regs)
{
	char path[4096];
	size_t len;

	if (call->shape != OPEN && call->shape != OPENAT)
		return false;
	len = strlen(read_text(id, call->shape == OPEN ? regs->rdi : regs->rsi,
			       path, sizeof(path)));
	return len > 5 && !strcmp(path + len - 5, ".gcda");
}

/* Asking about a descriptor cannot fail; locking and doubling it can. */
static bool is_counted(const struct call *call,
		       const struct user_regs_struct *regs)
{
	if (call->shape != CONTROL)
		return true;
	return regs->rsi == F_SETLK || regs->rsi == F_SETLKW ||
	       regs->rsi == F_DUPFD || regs->rsi == F_DUPFD_CLOEXEC ||
	       regs->rsi == F_OFD_SETLK;
}

static void go_on(const struct task *task, int request, int signal)
{
	/* One that was killed meanwhile is gone. */
	ptrace(request, task->id, NULL, (void *)(long)signal);
}

/* A short call asks for half of what it was to. */
static bool shorten(struct task *task, const struct call *call,
		    struct user_regs_struct *regs)
{
	if (strcmp(call->name, "read") && strcmp(call->name, "pread") &&
	    strcmp(call->name, "write") && strcmp(call->name, "pwrite"))
		return false;
	if (regs->rdx < 2)
		return false;
	regs->rdx /= 2;
	ptrace(PTRACE_SETREGS, task->id, NULL, regs);
	return true;
}

/* Does what is to be done to the call, and lets the task go on. */
static void inject(struct task *task, const struct call *call,
		   struct user_regs_struct *regs)
{
	if (!strcmp(action, "before")) {
		hits++;
		kill(task->id, SIGKILL);
		go_on(task, PTRACE_CONT, 0);
	} else if (!strcmp(action, "after") || !strcmp(call->name, "close")) {
		/* One that failed to close is closed all the same. */
		hits++;
		task->is_leaving = true;
		task->then = strcmp(action, "after") ? "close" : "after";
		go_on(task, PTRACE_SYSCALL, 0);
	} else if (!strcmp(action, "short")) {
		hits += shorten(task, call, regs);
		go_on(task, PTRACE_CONT, 0);
	} else {
		hits++;
		regs->orig_rax = (unsigned long)-1;
		regs->rax = (unsigned long)-fault_errno;
		ptrace(PTRACE_SETREGS, task->id, NULL, regs);
		go_on(task, PTRACE_CONT, 0);
	}
}

static void meet_call(struct task *task)
{
	struct user_regs_struct regs;
	const struct call *call;
	bool is_change, is_hit;

	if (!task->is_meant || !task->is_started || task->is_over ||
	    ptrace(PTRACE_GETREGS, task->id, NULL, &regs) < 0) {
		go_on(task, PTRACE_CONT, 0);
		return;
	}
	call = find_call((long)regs.orig_rax);
	task->is_over = call && is_of_coverage(task->id, call, &regs);
	if (!call || task->is_over || !is_counted(call, &regs)) {
		go_on(task, PTRACE_CONT, 0);
		return;
	}
	seen++;
	if (log_file) {
		static char text[16500];

		is_change = call->is_change;
		describe(task->id, call, &regs, &is_change, text, sizeof(text));
		fprintf(log_file, "%ld %s %s %s\n", seen, call->name,
			is_change ? "w" : "-", text);
	}
	if (seen == fault_at)
		faulty = call->name;
	is_hit = seen == fault_at || (is_for_good && seen > fault_at &&
				      faulty && !strcmp(faulty, call->name));
	if (fault_at && is_hit)
		inject(task, call, &regs);
	else
		go_on(task, PTRACE_CONT, 0);
}

/* The call that was let through has been made. */
static void leave_call(struct task *task)
{
	struct user_regs_struct regs;

	task->is_leaving = false;
	if (!strcmp(task->then, "after")) {
		kill(task->id, SIGKILL);
	} else if (!ptrace(PTRACE_GETREGS, task->id, NULL, &regs)) {
		regs.rax = (unsigned long)-fault_errno;
		ptrace(PTRACE_SETREGS, task->id, NULL, &regs);
	}
	go_on(task, PTRACE_CONT, 0);
}

/* Where a program begins, after its loader. */
static long find_start(pid_t id)
{
	Elf64_auxv_t item;
	char path[64];
	long start = 0;
	FILE *file;

	snprintf(path, sizeof(path), "/proc/%d/auxv", (int)id);
	file = fopen(path, "re");
	if (!file)
		die(path);
	while (fread(&item, sizeof(item), 1, file) == 1) {
		if (item.a_type == AT_ENTRY)
			start = (long)item.a_un.a_val;
	}
	fclose(file);
	return start;
}

/* Another program now; a trap where ours begins. */
static void meet_exec(struct task *task)
{
	char link[64], path[PATH_MAX];
	ssize_t len;

	snprintf(link, sizeof(link), "/proc/%d/exe", (int)task->id);
	len = readlink(link, path, sizeof(path) - 1);
	path[len > 0 ? len : 0] = '\0';
	task->is_meant = !strcmp(path, program);
	task->is_started = false;
	task->is_over = false;
	if (task->is_meant) {
		task->start = find_start(task->id);
		task->word = ptrace(PTRACE_PEEKTEXT, task->id,
				    (void *)task->start, NULL);
		ptrace(PTRACE_POKETEXT, task->id, (void *)task->start,
		       (void *)((task->word & ~0xffL) | 0xcc));
	}
	go_on(task, PTRACE_CONT, 0);
}

static bool meet_start(struct task *task)
{
	struct user_regs_struct regs;

	if (!task->is_meant || task->is_started ||
	    ptrace(PTRACE_GETREGS, task->id, NULL, &regs) < 0 ||
	    (long)regs.rip != task->start + 1)
		return false;
	ptrace(PTRACE_POKETEXT, task->id, (void *)task->start,
	       (void *)task->word);
	regs.rip = (unsigned long)task->start;
	ptrace(PTRACE_SETREGS, task->id, NULL, &regs);
	task->is_started = true;
	go_on(task, PTRACE_CONT, 0);
	return true;
}

/*
 * A child or thread begins as a copy of who made it.  Which of the two is seen
 * first is anybody's guess.
 */
static void meet_child(const struct task *task)
{
	unsigned long id = 0;
	struct task copy = *task;
	struct task *child;
	bool is_waiting;

	ptrace(PTRACE_GETEVENTMSG, task->id, NULL, &id);
	child = find_task((pid_t)id);
	is_waiting = child && child->is_waiting;
	if (!child)
		child = add_task((pid_t)id);
	copy.id = (pid_t)id;
	copy.is_leaving = false;
	copy.is_waiting = false;
	*child = copy;
	if (is_waiting)
		go_on(child, PTRACE_CONT, 0);
	copy.id = task->id;
	go_on(&copy, PTRACE_CONT, 0);
}

static void meet_stop(struct task *task, int status)
{
	int signal = WSTOPSIG(status);

	switch (status >> 16) {
	case PTRACE_EVENT_SECCOMP:
		meet_call(task);
		return;
	case PTRACE_EVENT_EXEC:
		meet_exec(task);
		return;
	case PTRACE_EVENT_FORK:
	case PTRACE_EVENT_VFORK:
	case PTRACE_EVENT_CLONE:
		meet_child(task);
		return;
	case 0:
		break;
	default:
		go_on(task, PTRACE_CONT, 0);
		return;
	}
	if (signal == (SIGTRAP | 0x80))
		leave_call(task);
	else if (signal == SIGTRAP && meet_start(task))
		return;
	else if (signal == SIGSTOP || signal == SIGTRAP)
		go_on(task, PTRACE_CONT, 0); /* how a new task reports itself */
	else
		go_on(task, PTRACE_CONT, signal);
}

static void meet_end(struct task *task, int status)
{
	/* A thread's end is none of a process. */
	if (task->is_meant && result_file && WIFEXITED(status))
		fprintf(result_file, "exit %d\n", WEXITSTATUS(status));
	else if (task->is_meant && result_file && WIFSIGNALED(status))
		fprintf(result_file, "signal %d\n", WTERMSIG(status));
	drop_task(task);
}

static void install_filter(void)
{
	static struct sock_filter filter[2 * COUNT_OF(calls) + 2];
	struct sock_fprog whole = {.filter = filter};
	size_t len = 0;

	filter[len++] = (struct sock_filter)BPF_STMT(
		BPF_LD | BPF_W | BPF_ABS, offsetof(struct seccomp_data, nr));
	for (size_t i = 0; i < COUNT_OF(calls); i++) {
		filter[len++] = (struct sock_filter)BPF_JUMP(
			BPF_JMP | BPF_JEQ | BPF_K, (unsigned)calls[i].number, 0,
			1);
		filter[len++] = (struct sock_filter)BPF_STMT(BPF_RET | BPF_K,
							     SECCOMP_RET_TRACE);
	}
	filter[len++] = (struct sock_filter)BPF_STMT(BPF_RET | BPF_K,
						     SECCOMP_RET_ALLOW);
	whole.len = (unsigned short)len;
	if (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) < 0 ||
	    prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &whole) < 0)
		die("seccomp");
}

static pid_t start(char **command)
{
	pid_t child = fork();

	if (child < 0)
		die("fork");
	if (child)
		return child;
	if (ptrace(PTRACE_TRACEME, 0, NULL, NULL) < 0)
		die("ptrace");
	raise(SIGSTOP);
	install_filter();
	execvp(command[0], command);
	die(command[0]);
	return -1;
}

static int run(char **command)
{
	pid_t first = start(command), id;
	int status, ret = 125;

	if (waitpid(first, &status, 0) != first || !WIFSTOPPED(status))
		die("start");
	if (ptrace(PTRACE_SETOPTIONS, first, NULL,
		   PTRACE_O_EXITKILL | PTRACE_O_TRACESYSGOOD |
			   PTRACE_O_TRACESECCOMP | PTRACE_O_TRACEEXEC |
			   PTRACE_O_TRACEFORK | PTRACE_O_TRACEVFORK |
			   PTRACE_O_TRACECLONE) < 0)
		die("ptrace");
	go_on(add_task(first), PTRACE_CONT, 0);
	while ((id = waitpid(-1, &status, __WALL)) > 0) {
		struct task *task = find_task(id);

		if (!task) {
			task = add_task(id);
			task->is_waiting = WIFSTOPPED(status);
			if (task->is_waiting)
				continue;
		}
		if (WIFSTOPPED(status)) {
			meet_stop(task, status);
			continue;
		}
		if (id == first)
			ret = WIFEXITED(status) ? WEXITSTATUS(status)
						: 128 + WTERMSIG(status);
		meet_end(task, status);
	}
	return ret;
}

static FILE *open_file(const char *path)
{
	FILE *file = fopen(path, "we");

	if (!file)
		die(path);
	return file;
}

int main(int argc, char **argv)
{
	int option, ret;

	while ((option = getopt(argc, argv, "+l:n:d:gp:r:")) != -1) {
		switch (option) {
		case 'l':
			log_file = open_file(optarg);
			break;
		case 'n':
			fault_at = atol(optarg);
			break;
		case 'd':
			action = optarg;
			fault_errno = atoi(optarg);
			break;
		case 'g':
			is_for_good = true;
			break;
		case 'p':
			program = realpath(optarg, NULL);
			break;
		case 'r':
			result_file = open_file(optarg);
			break;
		default:
			return 125;
		}
	}
	if (optind == argc || !program || (fault_at && !action)) {
		fputs("inject -p PROGRAM COMMAND...: see its source\n", stderr);
		return 125;
	}
	ret = run(argv + optind);
	if (result_file) {
		fprintf(result_file, "hit %ld\n", hits);
		fclose(result_file);
	}
	if (log_file)
		fclose(log_file);
	return ret;
}
