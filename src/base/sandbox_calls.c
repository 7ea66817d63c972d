/*
 * The filter of system calls, for seccomp(2).
 *
 * It names what is refused and not what is allowed: the C library and the
 * loader call what they like, another one each year.  Calls that are not known
 * here have no way to files that Landlock would not see.
 *
 * The system tries a new filter on each of its calls, so that the numbers are
 * made into ranges and these into a tree: of one comparison for each number the
 * trying alone took 0.2 ms.
 */
#include "base/sandbox_calls.h"

#if defined(__x86_64__) && !defined(__ILP32__)
#define MACHINE AUDIT_ARCH_X86_64
#elif defined(__i386__)
#define MACHINE AUDIT_ARCH_I386
#elif defined(__aarch64__) && defined(__BYTE_ORDER__) && \
	__BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__
#define MACHINE AUDIT_ARCH_AARCH64
#elif defined(__riscv) && __riscv_xlen == 64
#define MACHINE AUDIT_ARCH_RISCV64
#elif defined(__powerpc64__) && __BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__
#define MACHINE AUDIT_ARCH_PPC64LE
#elif defined(__s390x__)
#define MACHINE AUDIT_ARCH_S390X
#endif

#if defined(__linux__) && defined(MACHINE) && defined(__has_include)
#if __has_include(<linux/seccomp.h>) && __has_include(<linux/audit.h>)
#define HAS_FILTER 1
#endif
#endif

#ifdef HAS_FILTER
#include <assert.h>
#include <errno.h>
#include <fcntl.h>
#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/syscall.h>
#include <unistd.h>

/* The same numbers on all machines, and younger than some headers. */
#ifndef SYS_fchmodat2
#define SYS_fchmodat2 452
#endif
#ifndef SYS_setxattrat
#define SYS_setxattrat 463
#endif
#ifndef SYS_removexattrat
#define SYS_removexattrat 466
#endif
#ifndef SYS_file_setattr
#define SYS_file_setattr 469
#endif

/*
 * Of a name that this machine lacks there is nothing to refuse.  What only the
 * system's owner may do anyway is left to him; some harmless neighbours are
 * named because they close a gap between two ranges.
 */
static const short refused[] = {
	/* the network */
	SYS_socket,
	SYS_socketpair,
	SYS_connect,
	SYS_bind,
	SYS_listen,
	SYS_accept4,
	SYS_sendto,
	SYS_sendmsg,
	SYS_sendmmsg,
	SYS_recvfrom,
	SYS_recvmsg,
	SYS_recvmmsg,
	SYS_shutdown,
	SYS_getsockname,
	SYS_getpeername,
	SYS_setsockopt,
	SYS_getsockopt,
#ifdef SYS_accept
	SYS_accept,
#endif
#ifdef SYS_socketcall
	SYS_socketcall,
#endif
	/* programs and other processes */
	SYS_execve,
	SYS_execveat,
	SYS_clone,
	SYS_ptrace,
	SYS_process_vm_readv,
	SYS_process_vm_writev,
	SYS_kill,
	SYS_tkill,
	SYS_rt_sigqueueinfo,
	SYS_rt_tgsigqueueinfo,
	SYS_memfd_create,
	SYS_unshare,
	SYS_setns,
#ifdef SYS_fork
	SYS_fork,
	SYS_vfork,
#endif
#ifdef SYS_clone3
	SYS_clone3,
#endif
#ifdef SYS_pidfd_open
	SYS_pidfd_open,
	SYS_pidfd_send_signal,
#endif
#ifdef SYS_pidfd_getfd
	SYS_pidfd_getfd,
#endif
/* other ways to make calls, to open files, to type on the terminal */
#ifdef SYS_io_uring_setup
	SYS_io_uring_setup,
	SYS_io_uring_enter,
	SYS_io_uring_register,
#endif
	SYS_bpf,
	SYS_perf_event_open,
	SYS_userfaultfd,
	SYS_open_by_handle_at,
	SYS_fanotify_init,
	SYS_add_key,
	SYS_request_key,
	SYS_keyctl,
	SYS_ioctl,
	/* names, modes and times */
	SYS_mkdirat,
	SYS_mknodat,
	SYS_unlinkat,
	SYS_symlinkat,
	SYS_linkat,
	SYS_renameat2,
	SYS_fchmod,
	SYS_fchmodat,
	SYS_fchown,
	SYS_fchownat,
	SYS_utimensat,
	SYS_truncate,
	SYS_umask,
	SYS_setxattr,
	SYS_lsetxattr,
	SYS_fsetxattr,
	SYS_removexattr,
	SYS_lremovexattr,
	SYS_fremovexattr,
	SYS_fchmodat2,
	SYS_setxattrat,
	SYS_removexattrat,
	SYS_file_setattr,
#ifdef SYS_renameat
	SYS_renameat,
#endif
#ifdef SYS_futimesat
	SYS_futimesat,
#endif
#ifdef SYS_rename
	SYS_mkdir,
	SYS_rmdir,
	SYS_mknod,
	SYS_unlink,
	SYS_symlink,
	SYS_link,
	SYS_rename,
	SYS_chmod,
	SYS_chown,
	SYS_lchown,
	SYS_creat,
	SYS_utime,
	SYS_utimes,
#endif
};

#define REFUSED_COUNT  (sizeof(refused) / sizeof(refused[0]))
#define MOST_STEPS     (5 * REFUSED_COUNT + 34)
#define FLAGS_TO_WRITE (O_WRONLY | O_RDWR | O_CREAT | O_TRUNC | O_APPEND)
#define NUMBER	       offsetof(struct seccomp_data, nr)

/* The half of an argument that holds flags. */
#if __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__
#define ARGUMENT(i) (offsetof(struct seccomp_data, args) + 8 * (size_t)(i) + 4)
#else
#define ARGUMENT(i) (offsetof(struct seccomp_data, args) + 8 * (size_t)(i))
#endif

struct filter {
	struct sock_filter steps[MOST_STEPS];
	size_t count;
};

struct range {
	uint32_t first, last;
};

static void add_load(struct filter *filter, size_t offset)
{
	struct sock_filter step =
		BPF_STMT(BPF_LD | BPF_W | BPF_ABS, (uint32_t)offset);

	filter->steps[filter->count++] = step;
}

static void add_return(struct filter *filter, uint32_t value)
{
	struct sock_filter step = BPF_STMT(BPF_RET | BPF_K, value);

	filter->steps[filter->count++] = step;
}

static void add_allow(struct filter *filter)
{
	add_return(filter, SECCOMP_RET_ALLOW);
}

static void add_refuse(struct filter *filter)
{
	add_return(filter, SECCOMP_RET_ERRNO | EPERM);
}

/* Goes on after so many steps when it holds, after so many others when not. */
static void add_test(struct filter *filter, unsigned short test, uint32_t value,
		     size_t yes, size_t no)
{
	struct sock_filter step =
		BPF_JUMP((unsigned short)(BPF_JMP | BPF_K | test), value,
			 (unsigned char)yes, (unsigned char)no);

	assert(yes <= UINT8_MAX && no <= UINT8_MAX);
	filter->steps[filter->count++] = step;
}

/* Calls in the numbers of another machine are refused altogether. */
static void add_machine(struct filter *filter)
{
	add_load(filter, offsetof(struct seccomp_data, arch));
	add_test(filter, BPF_JEQ, MACHINE, 1, 0);
	add_refuse(filter);
	add_load(filter, NUMBER);
#ifdef __x86_64__
	add_test(filter, BPF_JGE, 0x40000000, 0, 1);
	add_refuse(filter);
#endif
}

/* Opening is refused when flags ask for more than to read. */
static void add_open(struct filter *filter, uint32_t number, unsigned argument)
{
	add_test(filter, BPF_JEQ, number, 0, 4);
	add_load(filter, ARGUMENT(argument));
	add_test(filter, BPF_JSET, FLAGS_TO_WRITE, 0, 1);
	add_refuse(filter);
	add_allow(filter);
}

/* Refused but for one process, which the first argument names. */
static void add_process(struct filter *filter, uint32_t number,
			uint32_t process)
{
	add_test(filter, BPF_JEQ, number, 0, 4);
	add_load(filter, ARGUMENT(0));
	add_test(filter, BPF_JEQ, process, 1, 0);
	add_refuse(filter);
	add_allow(filter);
}

/* Sorts the numbers into ranges without a gap. */
static size_t make_ranges(struct range *ranges)
{
	uint32_t numbers[REFUSED_COUNT];
	size_t count = 0;

	for (size_t i = 0; i < REFUSED_COUNT; i++) {
		size_t at = i;

		while (at && numbers[at - 1] > (uint32_t)refused[i]) {
			numbers[at] = numbers[at - 1];
			at--;
		}
		numbers[at] = (uint32_t)refused[i];
	}
	for (size_t i = 0; i < REFUSED_COUNT; i++) {
		if (!count || numbers[i] > ranges[count - 1].last + 1)
			ranges[count++].first = numbers[i];
		ranges[count - 1].last = numbers[i];
	}
	return count;
}

/* As deep as the count has binary digits. */
/* NOLINTNEXTLINE(misc-no-recursion) */
static void add_ranges(struct filter *filter, const struct range *ranges,
		       size_t count)
{
	size_t half = count / 2, here = filter->count, end;

	if (count == 1) {
		add_test(filter, BPF_JGE, ranges->first, 0, 2);
		add_test(filter, BPF_JGT, ranges->last, 1, 0);
		add_refuse(filter);
		add_allow(filter);
		return;
	}
	filter->count++;
	add_ranges(filter, ranges, half);
	/* Now it is known how far the test before them goes. */
	end = filter->count;
	filter->count = here;
	add_test(filter, BPF_JGE, ranges[half].first, end - here - 1, 0);
	filter->count = end;
	add_ranges(filter, ranges + half, count - half);
}

static void make_filter(struct filter *filter, bool has_files)
{
	struct range ranges[REFUSED_COUNT];
	size_t count = make_ranges(ranges);

	filter->count = 0;
	add_machine(filter);
	add_open(filter, SYS_openat, 2);
#ifdef SYS_open
	add_open(filter, SYS_open, 1);
#endif
#ifdef SYS_openat2
	/* Its flags lie in memory, which a filter cannot see. */
	if (!has_files) {
		add_test(filter, BPF_JEQ, SYS_openat2, 0, 1);
		add_refuse(filter);
	}
#else
	(void)has_files;
#endif
	/* abort() signals its own thread, getrlimit() asks of process 0. */
	add_process(filter, SYS_tgkill, (uint32_t)getpid());
	add_process(filter, SYS_prlimit64, 0);
	add_ranges(filter, ranges, count);
}

bool jscan_sandbox_hold_calls(bool has_files)
{
	struct filter filter;
	struct sock_fprog program;

	make_filter(&filter, has_files);
	program.len = (unsigned short)filter.count;
	program.filter = filter.steps;
	return syscall(SYS_seccomp, SECCOMP_SET_MODE_FILTER, 0, &program) == 0;
}

bool jscan_sandbox_can_hold_calls(void)
{
	uint32_t action = SECCOMP_RET_ERRNO;

	return syscall(SYS_seccomp, SECCOMP_GET_ACTION_AVAIL, 0, &action) == 0;
}

#else /* a system, or a machine, whose calls are not known here */

bool jscan_sandbox_hold_calls(bool has_files)
{
	(void)has_files;
	return false;
}

bool jscan_sandbox_can_hold_calls(void)
{
	return false;
}
#endif
