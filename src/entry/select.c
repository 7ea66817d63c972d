/*
 * The choice of notes that does not depend on where they lie.  A folder source
 * prunes its walk with the same parts; a repository lists whole paths.
 */
#include "entry/select.h"

#include <string.h>

#include "base/utf8.h"

static bool ends_with(const char *name, size_t len, const char *end)
{
	size_t end_len = strlen(end);

	if (len < end_len)
		return false;
	for (size_t i = 0; i < end_len; i++) {
		char c = name[len - end_len + i];

		if (c != end[i] &&
		    !(c >= 'A' && c <= 'Z' && (c | 0x20) == end[i]))
			return false;
	}
	return true;
}

bool jscan_select_is_note(const char *name)
{
	size_t len = strlen(name);

	return ends_with(name, len, ".md") || ends_with(name, len, ".markdown");
}

const char *jscan_select_shown_path(struct jscan_arena *arena, const char *raw)
{
	size_t len = strlen(raw);

	if (jscan_utf8_check(raw, len) == len)
		return raw;
	return jscan_utf8_repair(arena, raw, len, &len);
}

void jscan_select_parse_ignore(struct jscan_patterns *out,
			       const struct jscan_config *config,
			       struct jscan_arena *arena)
{
	const struct jscan_texts *ignore = &config->ignore;
	struct jscan_buf buf;

	memset(out, 0, sizeof(*out));
	jscan_buf_init(&buf);
	for (size_t i = 0; i < ignore->count; i++) {
		jscan_buf_adds(&buf, ignore->items[i]);
		jscan_buf_addc(&buf, '\n');
	}
	if (buf.len)
		jscan_patterns_parse(out, buf.data, buf.len, arena);
	jscan_buf_release(&buf);
}

void jscan_select_init(struct jscan_select *select,
		       const struct jscan_config *config,
		       struct jscan_arena *arena)
{
	select->report = config->report;
	jscan_select_parse_ignore(&select->ignore, config, arena);
	jscan_buf_init(&select->folder);
}

void jscan_select_release(struct jscan_select *select)
{
	jscan_buf_release(&select->folder);
}

static bool is_ignored(const struct jscan_select *select, const char *path,
		       bool is_folder)
{
	return jscan_patterns_match(&select->ignore, path, is_folder) ==
	       JSCAN_PATTERN_IGNORE;
}

/* Whether a folder on the way to `path` is left out, and all below it. */
static bool is_in_ignored_folder(struct jscan_select *select, const char *path)
{
	struct jscan_buf *folder = &select->folder;

	if (folder->len && !strncmp(path, folder->data, folder->len))
		return true;
	jscan_buf_clear(folder);
	for (const char *at = path, *slash; (slash = strchr(at, '/'));
	     at = slash + 1) {
		bool is_out;

		jscan_buf_add(folder, at, (size_t)(slash - at));
		is_out = at[0] == '.' || is_ignored(select, folder->data, true);
		jscan_buf_addc(folder, '/');
		if (is_out)
			return true;
	}
	jscan_buf_clear(folder);
	return false;
}

bool jscan_select_wants(struct jscan_select *select, const char *path)
{
	return jscan_select_is_note(path) && strcmp(path, select->report) &&
	       !is_in_ignored_folder(select, path) &&
	       !is_ignored(select, path, false);
}
