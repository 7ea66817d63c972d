/*
 * Locks that survive the death of their owner without harm.
 *
 * The mark is written before git's locks are taken and removed after they are
 * given back.  So whoever holds our lock and finds a mark knows that its
 * writer is dead, and which locks it may have left: that of the index, when it
 * is the same file as ours, and that of the branch, when it holds the commit
 * of the mark, or nothing for longer than any living git would leave it so.
 *
 * As with git itself, the lock of an index is its next content.
 */
#include "git/lock.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "base/error.h"
#include "base/file.h"
#include "git/bytes.h"
#include "git/internal.h"

#define WAIT_TRIES	500 /* of 20 milliseconds each */
#define EMPTY_TRIES	25  /* the same: half a second */
#define MOST_MARK_BYTES ((size_t)65536)

/* Git's lock of the index, while we have it and end with a whole index. */
static char held_lock[4096];

static void give_back(void)
{
	unlink(held_lock);
}

/*
 * A hook that ends for want of memory may stop the commit, after which git
 * would find its index locked until we are run again.  A branch that moves is
 * another matter: that lock is what its index is to become.
 */
static void note_index_lock(struct jscan_lock *lock, bool is_held)
{
	lock->has_index = is_held;
	jscan_out_of_memory_clean(NULL);
	if (!is_held || lock->ref[0] ||
	    strlen(lock->index_lock) >= sizeof(held_lock))
		return;
	memcpy(held_lock, lock->index_lock, strlen(lock->index_lock) + 1);
	jscan_out_of_memory_clean(give_back);
}

static void wait_a_little(void)
{
	struct timespec pause = {0, 20000000};

	nanosleep(&pause, NULL);
}

static const char *name_in(struct jscan_lock *lock, const char *name)
{
	return jscan_arena_printf(&lock->repository->arena, "%s/%s",
				  lock->folder, name);
}

static int fail(struct jscan_error *err, const char *what, const char *path)
{
	return jscan_error_set(err, JSCAN_ERR_IO, "cannot %s '%s': %s", what,
			       path, strerror(errno));
}

/* Writes a small file of ours, mostly synced, in place of any other. */
static int put_file(const struct jscan_lock *lock, const char *path,
		    const char *bytes, size_t len)
{
	int fd, ret = 0, saved;

	unlink(path);
	fd = jscan_file_open(AT_FDCWD, path,
			     O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
	if (fd < 0)
		return -1;
	if (jscan_file_write_all(fd, bytes, len) < 0 ||
	    (!lock->is_unsynced && jscan_file_sync(fd) < 0))
		ret = -1;
	saved = errno;
	if (close(fd) < 0 && !ret) {
		ret = -1;
		saved = errno;
	}
	if (ret < 0)
		unlink(path);
	errno = saved;
	return ret;
}

/*
 * Removes our files, but the lock and what others keep in the folder.  What
 * could not be removed keeps the mark, which makes the next run sweep.
 */
static void sweep(struct jscan_lock *lock)
{
	static const char *const swept[] = {"object-", "pack", "ready", "held",
					    ".journalscan-"};
	DIR *dir = opendir(lock->folder);
	bool is_clean = dir;
	struct dirent *item;

	while (dir && (errno = 0, item = readdir(dir))) {
		for (size_t i = 0; i < sizeof(swept) / sizeof(swept[0]); i++) {
			if (!strncmp(item->d_name, swept[i],
				     strlen(swept[i])) &&
			    unlinkat(dirfd(dir), item->d_name, 0) < 0 &&
			    errno != ENOENT)
				is_clean = false;
		}
	}
	if (dir && errno)
		is_clean = false;
	if (dir)
		closedir(dir);
	if (is_clean)
		unlink(name_in(lock, "mark"));
}

static bool is_same_file(const char *a, const char *b)
{
	struct stat first, second;

	return !lstat(a, &first) && !lstat(b, &second) &&
	       first.st_ino == second.st_ino && first.st_dev == second.st_dev;
}

static bool holds(const char *path, const char *text, size_t len)
{
	struct jscan_buf buf;
	struct stat st;
	bool is_equal;

	jscan_buf_init(&buf);
	is_equal = !jscan_git_read_file(&buf, AT_FDCWD, path, 4096, &st) &&
		   buf.len == len && (!len || !memcmp(buf.data, text, len));
	jscan_buf_release(&buf);
	return is_equal;
}

/* The words of a mark; "" for what was not noted. */
struct mark {
	const char *git_dir;
	const char *index; /* its path */
	const char *ref;
	const char *commit;
	const char *inode; /* of the lock of the index, where links fail */
};

static bool read_mark(struct jscan_lock *lock, struct mark *mark)
{
	const char **const words[] = {&mark->git_dir, &mark->index, &mark->ref,
				      &mark->commit, &mark->inode};
	const size_t most = sizeof(words) / sizeof(words[0]);
	struct jscan_buf buf;
	struct stat st;
	size_t at = 0, count = 0;

	jscan_buf_init(&buf);
	if (!jscan_git_read_file(&buf, AT_FDCWD, name_in(lock, "mark"),
				 MOST_MARK_BYTES, &st) &&
	    buf.len) {
		for (; count < most; count++) {
			/* NUL ends a word, since a path may hold newlines. */
			size_t len = strnlen(buf.data + at, buf.len - at);

			if (at + len >= buf.len)
				break;
			*words[count] = jscan_arena_strndup(
				&lock->repository->arena, buf.data + at, len);
			at += len + 1;
		}
	}
	jscan_buf_release(&buf);
	return count == most;
}

static bool is_own_index_lock(struct jscan_lock *lock, const struct mark *mark,
			      const char *path)
{
	struct stat st;

	if (is_same_file(path, name_in(lock, "held")))
		return true;
	return mark->inode[0] && !lstat(path, &st) &&
	       strtoull(mark->inode, NULL, 10) == (unsigned long long)st.st_ino;
}

static bool is_on_branch(struct jscan_lock *lock, const struct mark *mark)
{
	git_oid now, then;
	struct jscan_error err;

	return mark->ref[0] && !jscan_git_need(lock->repository, &err) &&
	       !git_oid_fromstr(&then, mark->commit) &&
	       !git_reference_name_to_id(&now, lock->repository->git,
					 mark->ref) &&
	       git_oid_equal(&now, &then);
}

/* Of a lock that is empty it takes patience to know that nobody writes it. */
static bool stays_empty(const char *path)
{
	struct stat before, after;

	if (lstat(path, &before) < 0 || before.st_size)
		return false;
	for (int i = 0; i < EMPTY_TRIES; i++)
		wait_a_little();
	return !lstat(path, &after) && !after.st_size &&
	       after.st_ino == before.st_ino &&
	       after.st_ctim.tv_sec == before.st_ctim.tv_sec &&
	       after.st_ctim.tv_nsec == before.st_ctim.tv_nsec;
}

static void remove_ref_lock(struct jscan_lock *lock, const struct mark *mark)
{
	const char *folder = strncmp(mark->ref, "refs/", 5)
				     ? mark->git_dir
				     : lock->repository->common_dir;
	struct jscan_arena *arena = &lock->repository->arena;
	const char *path =
		jscan_arena_printf(arena, "%s%s.lock", folder, mark->ref);
	const char *line = jscan_arena_printf(arena, "%s\n", mark->commit);

	if (!mark->ref[0])
		return;
	if (holds(path, line, strlen(line)) ||
	    holds(path, mark->commit, strlen(mark->commit)) ||
	    stays_empty(path))
		unlink(path);
}

static void recover(struct jscan_lock *lock)
{
	struct mark mark = {"", "", "", "", ""};
	const char *index_lock;

	if (!read_mark(lock, &mark))
		return;
	remove_ref_lock(lock, &mark);
	index_lock = jscan_arena_printf(&lock->repository->arena, "%s.lock",
					mark.index);
	if (!is_own_index_lock(lock, &mark, index_lock))
		return;
	if (is_on_branch(lock, &mark) && !access(name_in(lock, "ready"), F_OK))
		(void)rename(index_lock, mark.index); /* or it stays locked */
	else
		unlink(index_lock);
}

static int wait_for_lock(struct jscan_lock *lock, struct jscan_error *err)
{
	for (int i = 0; i < WAIT_TRIES; i++) {
		if (!flock(lock->fd, LOCK_EX | LOCK_NB))
			return 0;
		if (errno != EWOULDBLOCK && errno != EINTR)
			return fail(err, "lock", name_in(lock, "lock"));
		wait_a_little();
	}
	return jscan_error_set(err, JSCAN_ERR_REFUSED,
			       "another journalscan has been writing into '%s' "
			       "for ten seconds: try again when it has ended",
			       lock->repository->common_dir);
}

int jscan_lock_take(struct jscan_lock *lock,
		    struct jscan_repository *repository,
		    struct jscan_error *err)
{
	const char *path;

	memset(lock, 0, sizeof(*lock));
	lock->fd = -1;
	lock->index_fd = -1;
	lock->repository = repository;
	lock->folder = jscan_arena_printf(&repository->arena, "%sjournalscan",
					  repository->common_dir);
	lock->index_lock = jscan_arena_printf(&repository->arena, "%s.lock",
					      repository->index_path);
	if (jscan_git_make_folder(repository, lock->folder) < 0)
		return fail(err, "write to", repository->common_dir);
	path = name_in(lock, "lock");
	lock->fd = jscan_file_open(AT_FDCWD, path,
				   O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW,
				   0666);
	if (lock->fd < 0)
		return fail(err, "write to", path);
	if (wait_for_lock(lock, err) < 0) {
		close(lock->fd);
		lock->fd = -1;
		return -1;
	}
	recover(lock);
	sweep(lock);
	return 0;
}

int jscan_lock_clear(struct jscan_repository *repository,
		     struct jscan_error *err)
{
	const char *mark =
		jscan_arena_printf(&repository->arena, "%sjournalscan/mark",
				   repository->common_dir);
	struct jscan_lock lock;

	if (access(mark, F_OK) < 0)
		return 0;
	if (jscan_lock_take(&lock, repository, err) < 0)
		return -1;
	jscan_lock_release(&lock);
	return 0;
}

static void hold_signals(struct jscan_lock *lock)
{
	static const int held[] = {SIGINT,  SIGTERM, SIGHUP, SIGPIPE,
				   SIGQUIT, SIGALRM, SIGXFSZ};
	sigset_t set;

	sigemptyset(&set);
	for (size_t i = 0; i < sizeof(held) / sizeof(held[0]); i++)
		sigaddset(&set, held[i]);
	pthread_sigmask(SIG_BLOCK, &set, &lock->signals);
}

static int write_mark(struct jscan_lock *lock, unsigned long long inode,
		      struct jscan_error *err)
{
	const char *path = name_in(lock, "mark");
	struct jscan_buf buf;
	int ret;

	jscan_buf_init(&buf);
	jscan_buf_addf(&buf, "%s%c%s%c%s%c%s%c", lock->repository->git_dir, 0,
		       lock->repository->index_path, 0, lock->ref, 0,
		       lock->commit, 0);
	if (inode)
		jscan_buf_addf(&buf, "%llu", inode);
	jscan_buf_addc(&buf, '\0');
	ret = put_file(lock, path, buf.data, buf.len);
	if (ret < 0)
		fail(err, "write", path);
	jscan_buf_release(&buf);
	return ret;
}

int jscan_lock_mark(struct jscan_lock *lock, const char *ref,
		    const char *commit, struct jscan_error *err)
{
	hold_signals(lock);
	lock->has_mark = true;
	lock->ref = ref ? ref : "";
	lock->commit = commit ? commit : "";
	return write_mark(lock, 0, err);
}

static int say_locked(struct jscan_lock *lock, struct jscan_error *err)
{
	return jscan_error_set(
		err, JSCAN_ERR_REFUSED,
		"the index is locked by '%s': another git command is running, "
		"or was killed; remove that file when none is",
		lock->index_lock);
}

/* Where a file cannot have two names: the mark says which one is ours. */
static int take_index_alone(struct jscan_lock *lock, struct jscan_error *err)
{
	struct stat st;

	if (lock->index_fd >= 0)
		close(lock->index_fd);
	lock->index_fd =
		jscan_file_open(AT_FDCWD, lock->index_lock,
				O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
	if (lock->index_fd < 0)
		return errno == EEXIST ? say_locked(lock, err)
				       : fail(err, "write", lock->index_lock);
	note_index_lock(lock, true);
	if (fstat(lock->index_fd, &st) < 0)
		return fail(err, "write", lock->index_lock);
	return write_mark(lock, (unsigned long long)st.st_ino, err);
}

static int try_index(struct jscan_lock *lock, const char *held,
		     struct jscan_error *err)
{
	if (!link(held, lock->index_lock)) {
		note_index_lock(lock, true);
		return 0;
	}
	if (errno != EEXIST)
		return take_index_alone(lock, err);
	return say_locked(lock, err);
}

int jscan_lock_take_index(struct jscan_lock *lock, int tries,
			  struct jscan_error *err)
{
	const char *held = name_in(lock, "held");

	unlink(held);
	lock->index_fd = jscan_file_open(
		AT_FDCWD, held, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
	if (lock->index_fd < 0)
		return fail(err, "write", held);
	while (try_index(lock, held, err) < 0) {
		if (--tries <= 0 || err->code != JSCAN_ERR_REFUSED)
			return -1;
		wait_a_little();
	}
	return 0;
}

int jscan_lock_write_index(struct jscan_lock *lock, const struct jscan_buf *out,
			   unsigned mode, struct jscan_error *err)
{
	const char *ready = name_in(lock, "ready");

	if (jscan_file_write_all(lock->index_fd, out->data, out->len) < 0 ||
	    fchmod(lock->index_fd, mode) < 0)
		return fail(err, "write", lock->index_lock);
	if (put_file(lock, ready, "", 0) < 0)
		return fail(err, "write", ready);
	return 0;
}

int jscan_lock_install_index(struct jscan_lock *lock, struct jscan_error *err)
{
	if (rename(lock->index_lock, lock->repository->index_path) < 0)
		return fail(err, "write", lock->repository->index_path);
	note_index_lock(lock, false);
	return 0;
}

void jscan_lock_leave(struct jscan_lock *lock)
{
	lock->is_left = true;
}

void jscan_lock_release(struct jscan_lock *lock)
{
	if (lock->fd < 0)
		return;
	if (lock->index_fd >= 0)
		close(lock->index_fd);
	if (lock->has_index && !lock->is_left)
		unlink(lock->index_lock);
	note_index_lock(lock, false);
	if (!lock->is_left)
		sweep(lock);
	close(lock->fd);
	lock->fd = -1;
	if (lock->has_mark)
		pthread_sigmask(SIG_SETMASK, &lock->signals, NULL);
}
