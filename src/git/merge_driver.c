/*
 * Two keys of the configuration and a line of attributes.  What the driver does
 * when git calls it is in merged.c.
 */
#include "git/merge_driver.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "base/error.h"
#include "base/file.h"
#include "git/bytes.h"
#include "git/hook_script.h"
#include "git/internal.h"

#define DRIVER	   "journalscan"
#define DRIVER_KEY "merge." DRIVER ".driver"
#define NAME_KEY   "merge." DRIVER ".name"
#define BASE_KEY   "merge." DRIVER ".recursive"
#define MOST_BYTES ((size_t)1 << 20)

/* A path as a pattern of gitattributes(5): nothing in it is special. */
static void put_pattern(struct jscan_buf *out, const char *path)
{
	bool is_quoted = strpbrk(path, " \t\"\\") || path[0] == '#';

	if (is_quoted)
		jscan_buf_addc(out, '"');
	for (; *path; path++) {
		if (strchr("*?[", *path))
			jscan_buf_adds(out, is_quoted ? "\\\\" : "\\");
		else if (strchr("\"\\", *path))
			jscan_buf_adds(out, *path == '\\' ? "\\\\\\" : "\\");
		jscan_buf_addc(out, *path);
	}
	if (is_quoted)
		jscan_buf_addc(out, '"');
}

/* The path from the folder of the attributes begins with a slash. */
const char *jscan_merge_driver_line(struct jscan_arena *arena,
				    const char *prefix, const char *report)
{
	struct jscan_buf buf;
	const char *line;

	jscan_buf_init(&buf);
	put_pattern(&buf,
		    jscan_arena_printf(arena, "/%s%s", prefix, report));
	jscan_buf_adds(&buf, " merge=" DRIVER);
	line = jscan_arena_strndup(arena, buf.data, buf.len);
	jscan_buf_release(&buf);
	return line;
}

static const char *make_line(struct jscan_repository *repository,
			     const char *report)
{
	return jscan_merge_driver_line(&repository->arena, repository->prefix,
				       report);
}

static const char *find_line(const char *text, const char *line)
{
	size_t len = strlen(line);

	for (const char *at = text; (at = strstr(at, line)); at += len) {
		if ((at == text || at[-1] == '\n') &&
		    (!at[len] || at[len] == '\n'))
			return at;
	}
	return NULL;
}

/* Reads info/attributes; one that is not there is empty. */
static int read_attributes(struct jscan_buf *out,
			   struct jscan_repository *repository,
			   struct jscan_error *err)
{
	const char *path =
		jscan_arena_printf(&repository->arena, "%sinfo/attributes",
				   repository->common_dir);
	struct stat st;

	if (!jscan_git_read_file(out, AT_FDCWD, path, MOST_BYTES, &st) ||
	    errno == ENOENT) {
		jscan_buf_adds(out, "");
		return 0;
	}
	return jscan_error_set(err, JSCAN_ERR_IO, "cannot read '%s': %s", path,
			       strerror(errno));
}

static int write_attributes(const struct jscan_buf *bytes,
			    struct jscan_repository *repository,
			    struct jscan_error *err)
{
	const char *folder = jscan_arena_printf(&repository->arena, "%sinfo",
						repository->common_dir);
	int fd, ret;

	if (jscan_git_make_folder(repository, folder) < 0)
		return jscan_error_set(err, JSCAN_ERR_IO,
				       "cannot write to '%s': %s", folder,
				       strerror(errno));
	fd = jscan_file_open(AT_FDCWD, folder,
			     O_RDONLY | O_DIRECTORY | O_CLOEXEC, 0);
	ret = fd < 0 ? -1
		     : jscan_file_replace(fd, "attributes", bytes->data,
					  bytes->len, 0666);
	if (ret < 0)
		jscan_error_set(err, JSCAN_ERR_IO,
				"cannot write '%s/attributes': %s", folder,
				strerror(errno));
	if (fd >= 0)
		close(fd);
	return ret;
}

static int set_keys(struct jscan_repository *repository, const char *command,
		    struct jscan_error *err)
{
	git_config *config = NULL;
	int status;

	status = git_config_open_level(&config, repository->config,
				       GIT_CONFIG_LEVEL_LOCAL);
	if (!status && command) {
		status = git_config_set_string(config, NAME_KEY,
					       "a report of journalscan");
		if (!status)
			status = git_config_set_string(config, BASE_KEY,
						       "binary");
		if (!status)
			status = git_config_set_string(config, DRIVER_KEY,
						       command);
	} else if (!status) {
		git_config_delete_entry(config, NAME_KEY);
		git_config_delete_entry(config, BASE_KEY);
		git_config_delete_entry(config, DRIVER_KEY);
	}
	git_config_free(config);
	return status < 0 ? jscan_git_fail(err, JSCAN_ERR_IO,
					   "cannot write the configuration of "
					   "the repository")
			  : 0;
}

/* %P is the path of the report, by which the driver knows the journal. */
static const char *make_command(struct jscan_repository *repository,
				const char *tool)
{
	struct jscan_buf word;
	const char *command;

	jscan_buf_init(&word);
	jscan_hook_script_quote(&word, tool);
	command = jscan_arena_printf(&repository->arena,
				     "test ! -x %s || %s hook run merge "
				     "--output %%A %%P",
				     word.data, word.data);
	jscan_buf_release(&word);
	return command;
}

int jscan_merge_driver_install(struct jscan_repository *repository,
			       const char *tool, const char *report,
			       struct jscan_error *err)
{
	const char *line = make_line(repository, report);
	struct jscan_buf bytes;
	int ret;

	if (set_keys(repository, make_command(repository, tool), err) < 0)
		return -1;
	jscan_buf_init(&bytes);
	ret = read_attributes(&bytes, repository, err);
	if (!ret && !find_line(bytes.data, line)) {
		if (bytes.len && bytes.data[bytes.len - 1] != '\n')
			jscan_buf_addc(&bytes, '\n');
		jscan_buf_addf(&bytes, "%s\n", line);
		ret = write_attributes(&bytes, repository, err);
	}
	jscan_buf_release(&bytes);
	return ret;
}

int jscan_merge_driver_uninstall(struct jscan_repository *repository,
				 const char *report, struct jscan_error *err)
{
	const char *line = make_line(repository, report);
	struct jscan_buf bytes, rest;
	const char *found;
	int ret;

	jscan_buf_init(&bytes);
	jscan_buf_init(&rest);
	ret = read_attributes(&bytes, repository, err);
	found = ret ? NULL : find_line(bytes.data, line);
	if (found) {
		const char *after = found + strlen(line);

		jscan_buf_add(&rest, bytes.data, (size_t)(found - bytes.data));
		jscan_buf_adds(&rest, after + (*after == '\n'));
		ret = write_attributes(&rest, repository, err);
	}
	/* Other journals of the repository may still need the driver. */
	if (!ret && !(rest.data ? strstr(rest.data, "merge=" DRIVER)
				: strstr(bytes.data, "merge=" DRIVER)))
		ret = set_keys(repository, NULL, err);
	jscan_buf_release(&rest);
	jscan_buf_release(&bytes);
	return ret;
}

void jscan_merge_driver_describe(struct jscan_hook_status *out,
				 struct jscan_repository *repository,
				 const char *report)
{
	const char *line = make_line(repository, report);
	const char *value = NULL;
	const char *path = jscan_arena_printf(&repository->arena, "%s%s",
					      repository->prefix, report);

	snprintf(out->attribute, sizeof(out->attribute), "%s", line);
	if (git_attr_get(&value, repository->git,
			 GIT_ATTR_CHECK_FILE_THEN_INDEX, path, "merge") < 0)
		return;
	out->has_merge_driver =
		git_attr_value(value) == GIT_ATTR_VALUE_STRING &&
		!strcmp(value, DRIVER) &&
		jscan_git_config_text(repository, DRIVER_KEY);
}
