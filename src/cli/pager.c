/*
 * The pager.  Lines are counted while they are held back; with more of them
 * than the screen has, the pager starts and gets them all.  No shell takes
 * part: the words of PAGER are parted at blanks.
 */
#include "cli/pager.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <spawn.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "cli/environment.h"

#define MOST_WORDS 16

struct jscan_pager {
	FILE *stream;
	char *held; /* until it is known where it goes */
	size_t len;
	size_t room;
	unsigned lines;
	unsigned most_lines; /* without a pager */
	int fd;		     /* where the rest goes; -1: it is held */
	pid_t child;	     /* 0: none */
	void (*old_handler)(int);
};

static bool may_page = true;

void jscan_pager_init(bool is_allowed)
{
	may_page = is_allowed;
}

static int write_all(int fd, const char *bytes, size_t len)
{
	while (len > 0) {
		ssize_t done = write(fd, bytes, len);

		if (done < 0 && errno == EINTR)
			continue;
		if (done < 0)
			return -1;
		bytes += done;
		len -= (size_t)done;
	}
	return 0;
}

/* The pager reads `fd`, and takes signals as programs do. */
static int spawn(pid_t *child, char *const argv[], int fd)
{
	posix_spawn_file_actions_t actions;
	posix_spawnattr_t attributes;
	sigset_t usual;
	int reason;

	sigemptyset(&usual);
	sigaddset(&usual, SIGPIPE);
	sigaddset(&usual, SIGINT);
	posix_spawnattr_init(&attributes);
	posix_spawnattr_setsigdefault(&attributes, &usual);
	posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGDEF);
	posix_spawn_file_actions_init(&actions);
	posix_spawn_file_actions_adddup2(&actions, fd, STDIN_FILENO);
	reason = posix_spawnp(child, argv[0], &actions, &attributes, argv,
			      environ);
	posix_spawn_file_actions_destroy(&actions);
	posix_spawnattr_destroy(&attributes);
	return reason ? -1 : 0;
}

/* Where it cannot be started, standard output it is. */
static void start(struct jscan_pager *pager)
{
	char *argv[MOST_WORDS + 1] = {NULL};
	char *words = jscan_environment_pager(), *rest = words, *word;
	size_t count = 0;
	int ends[2];

	pager->fd = STDOUT_FILENO;
	while (count < MOST_WORDS && rest &&
	       (word = strtok_r(rest, " \t", &rest)))
		argv[count++] = word;
	if (count == 0 || pipe2(ends, O_CLOEXEC) < 0) {
		free(words);
		return;
	}
	/* As git: quit when it fits, show colours, leave the text there. */
	setenv("LESS", "FRX", 0);
	setenv("LV", "-c", 0);
	fflush(stdout);
	if (spawn(&pager->child, argv, ends[0]) < 0) {
		pager->child = 0;
		close(ends[1]);
	} else {
		pager->fd = ends[1];
		/* Ctrl-C is the pager's. */
		pager->old_handler = signal(SIGINT, SIG_IGN);
	}
	close(ends[0]);
	free(words);
}

static int hold(struct jscan_pager *pager, const char *bytes, size_t len)
{
	if (pager->len + len > pager->room) {
		size_t room = (pager->len + len) * 2;
		char *held = realloc(pager->held, room);

		if (!held)
			return -1;
		pager->held = held;
		pager->room = room;
	}
	memcpy(pager->held + pager->len, bytes, len);
	pager->len += len;
	for (size_t i = 0; i < len; i++)
		pager->lines += bytes[i] == '\n';
	return 0;
}

static int let_go(struct jscan_pager *pager)
{
	int ret = write_all(pager->fd, pager->held, pager->len);

	pager->len = 0;
	return ret;
}

/* What the stream calls; 0 is its way to say that it failed. */
static ssize_t take(void *data, const char *bytes, size_t len)
{
	struct jscan_pager *pager = data;
	int ret;

	if (pager->fd >= 0) {
		ret = write_all(pager->fd, bytes, len);
	} else {
		ret = hold(pager, bytes, len);
		if (ret == 0 && pager->lines > pager->most_lines) {
			start(pager);
			ret = let_go(pager);
		}
	}
	return ret < 0 ? 0 : (ssize_t)len;
}

FILE *jscan_pager_open(struct jscan_pager **out)
{
	cookie_io_functions_t functions = {.write = take};
	char *words = NULL;
	struct jscan_pager *pager;

	*out = NULL;
	if (!may_page || !jscan_environment_is_terminal(stdout) ||
	    !(words = jscan_environment_pager()))
		return NULL;
	free(words);
	pager = calloc(1, sizeof(*pager));
	if (!pager)
		return NULL;
	pager->fd = -1;
	/* One line is for what the shell says next. */
	pager->most_lines = jscan_environment_rows(stdout) - 1;
	pager->stream = fopencookie(pager, "w", functions);
	if (!pager->stream) {
		free(pager);
		return NULL;
	}
	*out = pager;
	return pager->stream;
}

int jscan_pager_close(struct jscan_pager *pager)
{
	int reason = fclose(pager->stream) == 0 ? 0 : errno, status;

	if (pager->fd < 0) {
		pager->fd = STDOUT_FILENO;
		if (let_go(pager) < 0 && reason == 0)
			reason = errno;
	}
	if (pager->child > 0) {
		close(pager->fd);
		while (waitpid(pager->child, &status, 0) < 0 && errno == EINTR)
			;
		signal(SIGINT, pager->old_handler);
	}
	free(pager->held);
	free(pager);
	return reason;
}
