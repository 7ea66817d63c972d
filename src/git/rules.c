/*
 * Ignore rules and attributes, asked of libgit2 only where there are any: it
 * looks at the same few files again for each path.
 *
 * Programs named by filter attributes are never run: a repository is a
 * stranger, and what they would have hidden must not be committed as it is.
 */
#include "git/rules.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/error.h"
#include "git/internal.h"

struct level {
	size_t path_len; /* of the folder, '/' included; 0: the top */
	bool has_attributes;
	bool has_ignores;
	bool is_nested;
};

struct jscan_rules {
	struct jscan_repository *repository;
	const struct jscan_index *index;
	bool has_global_attributes;
	bool has_global_ignores;
	bool has_line_ends;	 /* core.autocrlf */
	struct jscan_buf folder; /* the last one asked about */
	struct level *levels;	 /* of it and those above; never empty */
	size_t depth;
	size_t room;
};

static bool is_file(struct jscan_repository *repository, const char *folder,
		    const char *name)
{
	struct stat st;

	return folder && !stat(jscan_arena_printf(&repository->arena, "%s%s",
						  folder, name),
			       &st);
}

/* A person's own file below the folder that git looks in. */
static bool has_personal(struct jscan_repository *repository, const char *name)
{
	const char *const *environment = repository->environment;
	const char *xdg = jscan_git_getenv(environment, "XDG_CONFIG_HOME");
	const char *home = jscan_git_getenv(environment, "HOME");

	if (xdg)
		return is_file(repository, xdg,
			       jscan_arena_printf(&repository->arena, "/git/%s",
						  name));
	return is_file(repository, home,
		       jscan_arena_printf(&repository->arena, "/.config/git/%s",
					  name));
}

/* Whether a file of rules says anything: git's template has comments only. */
static bool has_rules(const char *path)
{
	FILE *file = fopen(path, "re");
	bool is_found = false;
	bool is_start = true;
	int c;

	if (!file)
		return false;
	while (!is_found && (c = getc(file)) != EOF) {
		if (is_start && c == '#') {
			while ((c = getc(file)) != EOF && c != '\n')
				continue;
		} else if (c != '\n' && c != '\r' && c != ' ') {
			is_found = true;
		}
		is_start = c == '\n';
	}
	fclose(file);
	return is_found;
}

static void look_at_folder(struct jscan_rules *rules, struct level *level)
{
	struct jscan_repository *repository = rules->repository;
	const char *path = jscan_arena_printf(
		&repository->arena, "%s%.*s", repository->work_dir,
		(int)level->path_len, rules->folder.data);
	const char *attributes =
		jscan_arena_printf(&repository->arena, "%.*s.gitattributes",
				   (int)level->path_len, rules->folder.data);

	level->has_attributes = is_file(repository, path, ".gitattributes") ||
				jscan_index_find(rules->index, attributes);
	level->has_ignores = is_file(repository, path, ".gitignore");
	level->is_nested = level->path_len && is_file(repository, path, ".git");
}

static void push(struct jscan_rules *rules, size_t path_len)
{
	struct level *level;

	if (rules->depth == rules->room) {
		rules->room = rules->room ? 2 * rules->room : 16;
		rules->levels = jscan_realloc(
			rules->levels, rules->room * sizeof(*rules->levels));
	}
	level = &rules->levels[rules->depth];
	level->path_len = path_len;
	look_at_folder(rules, level);
	if (rules->depth) {
		struct level *above = level - 1;

		level->has_attributes |= above->has_attributes;
		level->has_ignores |= above->has_ignores;
		level->is_nested |= above->is_nested;
	}
	rules->depth++;
}

/* What is known of the folder of `path`, the folders above it included. */
static const struct level *enter(struct jscan_rules *rules, const char *path)
{
	const char *slash = strrchr(path, '/');
	size_t len = slash ? (size_t)(slash - path) + 1 : 0;
	size_t done;

	while (rules->depth > 1) {
		size_t known = rules->levels[rules->depth - 1].path_len;

		if (known <= len && !memcmp(rules->folder.data, path, known))
			break;
		rules->depth--;
	}
	done = rules->levels[rules->depth - 1].path_len;
	if (done < len) {
		rules->folder.len = done;
		jscan_buf_add(&rules->folder, path + done, len - done);
		while (done < len) {
			done += strcspn(path + done, "/") + 1;
			push(rules, done);
		}
	}
	return &rules->levels[rules->depth - 1];
}

struct jscan_rules *jscan_rules_new(struct jscan_repository *repository,
				    const struct jscan_index *index)
{
	struct jscan_rules *rules = jscan_alloc(sizeof(*rules));
	const char *crlf = jscan_git_config_text(repository, "core.autocrlf");
	int is_set = 0;

	memset(rules, 0, sizeof(*rules));
	rules->repository = repository;
	rules->index = index;
	rules->has_line_ends =
		crlf && (git_config_parse_bool(&is_set, crlf) < 0 || is_set);
	rules->has_global_attributes =
		is_file(repository, "/etc/", "gitattributes") ||
		is_file(repository, repository->common_dir,
			"info/attributes") ||
		jscan_git_config_text(repository, "core.attributesfile") ||
		has_personal(repository, "attributes");
	rules->has_global_ignores =
		has_rules(jscan_arena_printf(&repository->arena,
					     "%sinfo/exclude",
					     repository->common_dir)) ||
		jscan_git_config_text(repository, "core.excludesfile") ||
		has_personal(repository, "ignore");
	jscan_buf_init(&rules->folder);
	jscan_buf_adds(&rules->folder, "");
	push(rules, 0);
	return rules;
}

void jscan_rules_free(struct jscan_rules *rules)
{
	if (!rules)
		return;
	jscan_buf_release(&rules->folder);
	free(rules->levels);
	free(rules);
}

bool jscan_rules_is_nested(struct jscan_rules *rules, const char *path)
{
	return enter(rules, path)->is_nested;
}

int jscan_rules_is_ignored(bool *out, struct jscan_rules *rules,
			   const char *path, struct jscan_error *err)
{
	int is_ignored = 0;

	*out = false;
	if (!enter(rules, path)->has_ignores && !rules->has_global_ignores)
		return 0;
	if (git_ignore_path_is_ignored(&is_ignored, rules->repository->git,
				       path) < 0)
		return jscan_git_fail(err, JSCAN_ERR_REPOSITORY,
				      "cannot tell whether '%s' is ignored",
				      path);
	*out = is_ignored;
	return 0;
}

int jscan_rules_check_filter(struct jscan_rules *rules, const char *path,
			     struct jscan_error *err)
{
	static const char *names[] = {"filter", "working-tree-encoding"};
	const char *values[2] = {NULL, NULL};

	if (!enter(rules, path)->has_attributes &&
	    !rules->has_global_attributes)
		return 0;
	if (git_attr_get_many(values, rules->repository->git,
			      GIT_ATTR_CHECK_FILE_THEN_INDEX, path, 2,
			      names) < 0)
		return jscan_git_fail(err, JSCAN_ERR_REPOSITORY,
				      "cannot read the attributes of '%s'",
				      path);
	for (int i = 0; i < 2; i++) {
		if (git_attr_value(values[i]) == GIT_ATTR_VALUE_STRING)
			return jscan_error_set(
				err, JSCAN_ERR_REFUSED,
				"'%s' has the attribute %s=%.60s, which only "
				"git itself can obey: commit with git, where "
				"'journalscan hook install' adds the report",
				path, names[i], values[i]);
	}
	return 0;
}

int jscan_rules_convert(struct jscan_rules *rules, const char *path,
			struct jscan_buf *bytes, struct jscan_error *err)
{
	git_filter_list *filters = NULL;
	git_buf converted = {NULL, 0, 0};
	int ret = 0;

	if (!enter(rules, path)->has_attributes &&
	    !rules->has_global_attributes && !rules->has_line_ends)
		return 0;
	if (git_filter_list_load(&filters, rules->repository->git, NULL, path,
				 GIT_FILTER_TO_ODB, GIT_FILTER_DEFAULT) < 0)
		return jscan_git_fail(err, JSCAN_ERR_REPOSITORY,
				      "cannot read the attributes of '%s'",
				      path);
	if (!filters)
		return 0;
	if (git_filter_list_apply_to_buffer(&converted, filters,
					    bytes->data ? bytes->data : "",
					    bytes->len) < 0) {
		ret = jscan_git_fail(err, JSCAN_ERR_REFUSED,
				     "cannot convert the line ends of '%s'",
				     path);
	} else {
		jscan_buf_clear(bytes);
		jscan_buf_add(bytes, converted.ptr, converted.size);
	}
	git_buf_dispose(&converted);
	git_filter_list_free(filters);
	return ret;
}
