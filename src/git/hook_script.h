/*
 * The script that git runs: its text, and what one that is there says.  One
 * script serves all journals of a repository.
 */
#ifndef JSCAN_GIT_HOOK_SCRIPT_H
#define JSCAN_GIT_HOOK_SCRIPT_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "base/buf.h"

struct jscan_hook_script {
	bool is_there;
	bool is_ours;
	const char *text;
	/* Those of ours: the journals' folders as they stand, quoted. */
	const char **journals;
	size_t journal_count;
};

void jscan_hook_script_parse(struct jscan_hook_script *out, const char *bytes,
			     size_t len, struct jscan_arena *arena);

/* Whether `word` is somewhere in it. */
bool jscan_hook_script_has(const struct jscan_hook_script *script,
			   const char *word);

/* Of a folder from the top of the work tree, "." for the top itself. */
bool jscan_hook_script_runs(const struct jscan_hook_script *script,
			    const char *journal);
void jscan_hook_script_add(struct jscan_hook_script *script,
			   const char *journal, struct jscan_arena *arena);
void jscan_hook_script_remove(struct jscan_hook_script *script,
			      const char *journal);

void jscan_hook_script_format(struct jscan_buf *out,
			      const struct jscan_hook_script *script,
			      const char *tool, const char *event);

/* One command line for a shell, in place of a script. */
const char *jscan_hook_script_command(const char *tool, const char *event,
				      const char *journal,
				      struct jscan_arena *arena);

/* `text` as one word of a shell. */
void jscan_hook_script_quote(struct jscan_buf *out, const char *text);

#endif
