/*
 * The text of a hook: a few lines for any shell, since git may run it on
 * another system than the one that wrote it.
 */
#include "git/hook_script.h"

#include <string.h>

static const char mark[] = "# Made by `journalscan hook install`";
static const char start[] = "run '"; /* of a line for a journal */

/*
 * After most commits nothing is to be done, which a shell can tell without
 * starting the tool: there is no note of a commit of some paths alone, nor what
 * a killed run left.  Linked work trees keep these elsewhere.
 */
static const char nothing_left[] =
	"git=${GIT_DIR:-.git}\n"
	"if [ -d \"$git\" ] && [ ! -e \"$git/commondir\" ] &&\n"
	"\t[ ! -e \"$git/journalscan/partial\" ] &&\n"
	"\t[ ! -e \"$git/journalscan/mark\" ]; then\n"
	"\texit 0\n"
	"fi\n";

void jscan_hook_script_quote(struct jscan_buf *out, const char *text)
{
	jscan_buf_addc(out, '\'');
	for (; *text; text++) {
		if (*text == '\'')
			jscan_buf_adds(out, "'\\''");
		else
			jscan_buf_addc(out, *text);
	}
	jscan_buf_addc(out, '\'');
}

static const char *quoted(const char *text, struct jscan_arena *arena)
{
	const char *copy;
	struct jscan_buf buf;

	jscan_buf_init(&buf);
	jscan_hook_script_quote(&buf, text);
	copy = jscan_arena_strndup(arena, buf.data, buf.len);
	jscan_buf_release(&buf);
	return copy;
}

static void add_quoted(struct jscan_hook_script *script, const char *word,
		       struct jscan_arena *arena)
{
	script->journals =
		jscan_arena_grow(arena, script->journals, script->journal_count,
				 sizeof(*script->journals));
	script->journals[script->journal_count++] = word;
}

void jscan_hook_script_parse(struct jscan_hook_script *out, const char *bytes,
			     size_t len, struct jscan_arena *arena)
{
	const size_t start_len = sizeof(start) - 1;

	memset(out, 0, sizeof(*out));
	out->is_there = true;
	out->text = jscan_arena_strndup(arena, len ? bytes : "", len);
	out->is_ours = strstr(out->text, mark) != NULL;
	if (!out->is_ours)
		return;
	for (const char *line = out->text; *line;) {
		size_t line_len = strcspn(line, "\n");

		if (!strncmp(line, start, start_len))
			add_quoted(
				out,
				jscan_arena_strndup(arena, line + start_len - 1,
						    line_len - start_len + 1),
				arena);
		line += line_len + (line[line_len] == '\n');
	}
}

bool jscan_hook_script_has(const struct jscan_hook_script *script,
			   const char *word)
{
	return script->text && strstr(script->text, word);
}

/* Its place, or journal_count. */
static size_t find(const struct jscan_hook_script *script, const char *journal)
{
	struct jscan_buf word;
	size_t at = 0;

	jscan_buf_init(&word);
	jscan_hook_script_quote(&word, journal);
	while (at < script->journal_count &&
	       strcmp(script->journals[at], word.data))
		at++;
	jscan_buf_release(&word);
	return at;
}

bool jscan_hook_script_runs(const struct jscan_hook_script *script,
			    const char *journal)
{
	return script->is_ours && find(script, journal) < script->journal_count;
}

void jscan_hook_script_add(struct jscan_hook_script *script,
			   const char *journal, struct jscan_arena *arena)
{
	if (find(script, journal) == script->journal_count)
		add_quoted(script, quoted(journal, arena), arena);
}

void jscan_hook_script_remove(struct jscan_hook_script *script,
			      const char *journal)
{
	size_t at = find(script, journal);

	if (at == script->journal_count)
		return;
	script->journal_count--;
	for (; at < script->journal_count; at++)
		script->journals[at] = script->journals[at + 1];
}

void jscan_hook_script_format(struct jscan_buf *out,
			      const struct jscan_hook_script *script,
			      const char *tool, const char *event)
{
	jscan_buf_adds(out, "#!/bin/sh\n");
	jscan_buf_adds(out, mark);
	jscan_buf_adds(out, ", which also takes it away again:\n"
			    "# `journalscan hook uninstall`. The report of the "
			    "staged notes goes into the\n"
			    "# commit; the hook that was here before is run "
			    "first.\n"
			    "before=$0.before-journalscan\n"
			    "if [ -x \"$before\" ]; then\n"
			    "\t\"$before\" \"$@\" || exit\n"
			    "fi\n");
	if (!strcmp(event, "post-commit"))
		jscan_buf_adds(out, nothing_left);
	jscan_buf_adds(out, "tool=");
	jscan_hook_script_quote(out, tool);
	jscan_buf_addf(
		out,
		"\n"
		"[ -x \"$tool\" ] || tool=$(command -v journalscan) || {\n"
		"\techo '%s: journalscan is not installed; no new "
		"report' >&2\n"
		"\texit 0\n"
		"}\n"
		"run() {\n"
		"\t\"$tool\" hook run %s -C \"$1\" || [ $? -ne 2 ] || "
		"exit 1 # hook.strict\n"
		"}\n",
		event, event);
	for (size_t i = 0; i < script->journal_count; i++)
		jscan_buf_addf(out, "run %s\n", script->journals[i]);
}

const char *jscan_hook_script_command(const char *tool, const char *event,
				      const char *journal,
				      struct jscan_arena *arena)
{
	/* As in a script: only 2, of a strict journal, stops a commit. */
	return jscan_arena_printf(arena,
				  "test ! -x %s || %s hook run %s -C %s || "
				  "test $? -ne 2",
				  quoted(tool, arena), quoted(tool, arena),
				  event, quoted(journal, arena));
}
