/*
 * Reads a template of the writer's own, which like all files that a
 * configuration names lies below the journal and is of a bounded size.
 */
#include "act/own_template.h"

#include <errno.h>
#include <string.h>

#include "base/error.h"
#include "base/file.h"

#define MOST_BYTES ((size_t)1 << 16)

static const char *find_path(const struct jscan_config *config,
			     const char *name)
{
	for (size_t i = 0; i < config->template_count; i++) {
		if (!strcmp(config->templates[i].own, name))
			return config->templates[i].known;
	}
	return NULL;
}

int jscan_own_template_read(struct jscan_template *out,
			    const struct jscan_journal *journal,
			    const char *name, struct jscan_arena *arena,
			    struct jscan_error *err)
{
	const char *path = find_path(journal->config, name);
	enum jscan_read_result result;
	struct jscan_buf bytes;
	struct stat state;

	memset(out, 0, sizeof(*out));
	if (!path)
		return 0;
	jscan_buf_init(&bytes);
	result = jscan_file_read_below(&bytes, &state, journal->dir_fd, path,
				       MOST_BYTES);
	if (result == JSCAN_READ_OK) {
		out->path = path;
		out->text = jscan_template_clean(
			arena, bytes.len ? bytes.data : "", bytes.len, true);
		out->len = strlen(out->text);
	}
	jscan_buf_release(&bytes);
	if (result == JSCAN_READ_OK)
		return 0;
	return jscan_error_set_at(
		err, JSCAN_ERR_CONFIG, path, 0, 0,
		"cannot read the template: %s",
		result == JSCAN_READ_NOT_A_FILE ? "not a regular file"
		: result == JSCAN_READ_TOO_BIG	? "larger than 64 KiB"
		: result == JSCAN_READ_MISSING	? "no such file"
						: strerror(errno));
}
