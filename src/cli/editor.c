/*
 * The editor is VISUAL or EDITOR, which may have options ("code --wait").  No
 * shell takes part: the words are parted at blanks.
 */
#include "cli/editor.h"

#include <errno.h>
#include <spawn.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>

#include "cli/environment.h"
#include "cli/message.h"

#define MOST_WORDS 16

extern char **environ;

/* Parts `words` in place; returns how many there are. */
static size_t part(char *words, char *argv[MOST_WORDS])
{
	char *rest = words, *word;
	size_t count = 0;

	while (count < MOST_WORDS && (word = strtok_r(rest, " \t", &rest)))
		argv[count++] = word;
	return count;
}

static int run(char *const argv[], const char *name)
{
	int status, reason;
	pid_t child;

	reason = posix_spawnp(&child, argv[0], NULL, NULL, argv, environ);
	if (reason != 0) {
		jscan_message_error(JSCAN_ERR_IO, "cannot start '%s': %s", name,
				    jscan_message_reason(reason));
		return -1;
	}
	while (waitpid(child, &status, 0) < 0)
		if (errno != EINTR)
			return -1;
	if (WIFEXITED(status) && WEXITSTATUS(status) == 0)
		return 0;
	jscan_message_error(JSCAN_ERR_IO, "'%s' ended with an error", name);
	return -1;
}

int jscan_editor_open(const char *path)
{
	char *argv[MOST_WORDS + 2] = {NULL};
	char *words = jscan_environment_editor();
	char *file = strdup(path);
	size_t count = words ? part(words, argv) : 0;
	int ret = -1;

	if (count == 0 || !file) {
		jscan_message_usage("no editor: set EDITOR to the name of "
				    "yours");
	} else {
		argv[count] = file;
		ret = run(argv, argv[0]);
	}
	free(file);
	free(words);
	return ret;
}
