/*
 * Ignore rules as entry/rules.c reads them, for a path that a source did not
 * list; attributes as libgit2 reads them, asked only where there are any, since
 * it looks at the same few files again for each path.
 *
 * Programs named by filter attributes are never run: a repository is a
 * stranger, and what they would have hidden must not be committed as it is.
 */
#include "git/checkin.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/error.h"
#include "entry/rules.h"
#include "git/bytes.h"
#include "git/internal.h"

#define MOST_BYTES ((size_t)1 << 20)

/* A folder of the work tree, and what holds for all below it. */
struct level {
	size_t path_len; /* of its path, '/' included; 0: the top */
	const struct jscan_rules *rules; /* ignore files, its own first */
	bool has_attributes;
	bool is_ignored;
	bool is_nested;
};

struct jscan_checkin {
	struct jscan_repository *repository;
	const struct jscan_index *index;
	const struct jscan_rules *last; /* info/exclude, the global file */
	bool has_global_attributes;
	bool has_line_ends;	 /* core.autocrlf */
	const char *unreadable;	 /* the first file that was; NULL: none */
	int error;		 /* why */
	struct jscan_buf folder; /* the last one asked about */
	struct level *levels;	 /* of it and those above; never empty */
	size_t depth;
	size_t room;
};

static void note_unreadable(struct jscan_checkin *checkin, const char *path)
{
	if (checkin->unreadable)
		return;
	checkin->unreadable = path;
	checkin->error = errno;
}

static bool is_there(struct jscan_checkin *checkin, const char *folder,
		     const char *name)
{
	const char *path = jscan_arena_printf(&checkin->repository->arena,
					      "%s%s", folder, name);
	struct stat st;

	if (!stat(path, &st))
		return true;
	if (errno != ENOENT && errno != ENOTDIR && errno != ELOOP)
		note_unreadable(checkin, path);
	return false;
}

static void read_rules(struct jscan_checkin *checkin,
		       const struct jscan_rules **rules, const char *path,
		       const char *folder)
{
	if (jscan_rules_read(rules, AT_FDCWD, path, folder, *rules,
			     &checkin->repository->arena) ==
	    JSCAN_RULES_UNREADABLE)
		note_unreadable(checkin, path);
}

/* A person's own file of git, where no configuration names another. */
static const char *personal_file(struct jscan_repository *repository,
				 const char *name)
{
	const char *const *environment = repository->environment;
	const char *xdg = jscan_git_getenv(environment, "XDG_CONFIG_HOME");
	const char *home = jscan_git_getenv(environment, "HOME");

	if (xdg)
		return jscan_arena_printf(&repository->arena, "%s/git/%s", xdg,
					  name);
	return jscan_arena_printf(&repository->arena, "%s/.config/git/%s",
				  home ? home : "", name);
}

/* The same where libgit2 need not be asked; false where only that can tell. */
static bool find_named(const char **out, struct jscan_repository *repository,
		       const char *key)
{
	const char *home = jscan_git_getenv(repository->environment, "HOME");
	const char *value;

	*out = NULL;
	if (repository->git)
		return false;
	value = jscan_git_config_text(repository, key);
	if (!value || value[0] == '/')
		*out = value;
	else if (!strncmp(value, "~/", 2) && home)
		*out = jscan_arena_printf(&repository->arena, "%s%s", home,
					  value + 1);
	return !value || *out;
}

/* A file that the configuration names, with ~ for the home folder. */
static const char *named_file(struct jscan_repository *repository,
			      const char *key, const char *otherwise)
{
	git_buf path = {NULL, 0, 0};
	const char *found = NULL;
	struct jscan_error err;

	if (find_named(&found, repository, key) ||
	    jscan_git_need(repository, &err) < 0)
		return found ? found : personal_file(repository, otherwise);
	if (!git_config_get_path(&path, repository->config, key))
		found = jscan_arena_strdup(&repository->arena, path.ptr);
	git_buf_dispose(&path);
	return found ? found : personal_file(repository, otherwise);
}

static void read_last_rules(struct jscan_checkin *checkin)
{
	struct jscan_repository *repository = checkin->repository;

	read_rules(checkin, &checkin->last,
		   named_file(repository, "core.excludesfile", "ignore"), "");
	/* As git, which takes one that may not be opened for none. */
	if (checkin->error == EACCES)
		checkin->unreadable = NULL;
	read_rules(checkin, &checkin->last,
		   jscan_arena_printf(&repository->arena, "%sinfo/exclude",
				      repository->common_dir),
		   "");
}

/*
 * Whether a file of attributes says anything of what is done to content; one
 * for merges or languages does not.
 */
static bool has_attributes(const char *path)
{
	static const char *const words[] = {"filter",	"text",	 "eol",
					    "crlf",	"ident", "binary",
					    "encoding", "[attr]"};
	struct jscan_buf bytes;
	struct stat st;
	bool is_found;

	jscan_buf_init(&bytes);
	is_found = jscan_git_read_file(&bytes, AT_FDCWD, path, MOST_BYTES,
				       &st) < 0 &&
		   errno != ENOENT && errno != ENOTDIR;
	for (size_t i = 0; i < sizeof(words) / sizeof(words[0]) && bytes.len;
	     i++) {
		if (memmem(bytes.data, bytes.len, words[i], strlen(words[i])))
			is_found = true;
	}
	jscan_buf_release(&bytes);
	return is_found;
}

static void look_at_folder(struct jscan_checkin *checkin, struct level *level)
{
	struct jscan_repository *repository = checkin->repository;
	const char *name = jscan_arena_strndup(
		&repository->arena, checkin->folder.data, level->path_len);
	const char *path = jscan_arena_printf(&repository->arena, "%s%s",
					      repository->work_dir, name);

	if (is_there(checkin, path, ".gitattributes")
		    ? has_attributes(jscan_arena_printf(
			      &repository->arena, "%s.gitattributes", path))
		    : jscan_index_find(checkin->index,
				       jscan_arena_printf(&repository->arena,
							  "%s.gitattributes",
							  name)) != NULL)
		level->has_attributes = true;
	if (level->path_len && is_there(checkin, path, ".git"))
		level->is_nested = true;
	read_rules(
		checkin, &level->rules,
		jscan_arena_printf(&repository->arena, "%s.gitignore", path),
		name);
}

static void push(struct jscan_checkin *checkin, size_t path_len)
{
	struct level *level;

	if (checkin->depth == checkin->room) {
		checkin->room = checkin->room ? 2 * checkin->room : 16;
		checkin->levels =
			jscan_realloc(checkin->levels,
				      checkin->room * sizeof(*checkin->levels));
	}
	level = &checkin->levels[checkin->depth];
	memset(level, 0, sizeof(*level));
	if (checkin->depth)
		*level = level[-1];
	level->path_len = path_len;
	if (path_len) {
		const char *path =
			jscan_arena_strndup(&checkin->repository->arena,
					    checkin->folder.data, path_len - 1);

		level->is_ignored |= jscan_rules_match(
			level->rules, checkin->last, path, true);
	}
	look_at_folder(checkin, level);
	checkin->depth++;
}

/* What is known of the folder of `path`, the folders above it included. */
static const struct level *enter(struct jscan_checkin *checkin,
				 const char *path)
{
	const char *slash = strrchr(path, '/');
	size_t len = slash ? (size_t)(slash - path) + 1 : 0;
	size_t done;

	while (checkin->depth > 1) {
		size_t known = checkin->levels[checkin->depth - 1].path_len;

		if (known <= len && !memcmp(checkin->folder.data, path, known))
			break;
		checkin->depth--;
	}
	done = checkin->levels[checkin->depth - 1].path_len;
	if (done < len) {
		checkin->folder.len = done;
		jscan_buf_add(&checkin->folder, path + done, len - done);
		while (done < len) {
			done += strcspn(path + done, "/") + 1;
			push(checkin, done);
		}
	}
	return &checkin->levels[checkin->depth - 1];
}

struct jscan_checkin *jscan_checkin_new(struct jscan_repository *repository,
					const struct jscan_index *index)
{
	struct jscan_checkin *checkin = jscan_alloc(sizeof(*checkin));
	const char *crlf = jscan_git_config_text(repository, "core.autocrlf");
	bool is_set = false;

	memset(checkin, 0, sizeof(*checkin));
	checkin->repository = repository;
	checkin->index = index;
	checkin->has_line_ends =
		crlf && (!jscan_git_parse_bool(&is_set, crlf) || is_set);
	checkin->has_global_attributes =
		has_attributes("/etc/gitattributes") ||
		has_attributes(jscan_arena_printf(&repository->arena,
						  "%sinfo/attributes",
						  repository->common_dir)) ||
		has_attributes(named_file(repository, "core.attributesfile",
					  "attributes"));
	read_last_rules(checkin);
	jscan_buf_init(&checkin->folder);
	jscan_buf_adds(&checkin->folder, "");
	push(checkin, 0);
	return checkin;
}

void jscan_checkin_free(struct jscan_checkin *checkin)
{
	if (!checkin)
		return;
	jscan_buf_release(&checkin->folder);
	free(checkin->levels);
	free(checkin);
}

bool jscan_checkin_is_nested(struct jscan_checkin *checkin, const char *path)
{
	return enter(checkin, path)->is_nested;
}

bool jscan_checkin_is_ignored(struct jscan_checkin *checkin, const char *path)
{
	const struct level *level = enter(checkin, path);

	return level->is_ignored ||
	       jscan_rules_match(level->rules, checkin->last, path, false);
}

int jscan_checkin_check(const struct jscan_checkin *checkin,
			struct jscan_error *err)
{
	if (!checkin->unreadable)
		return 0;
	return jscan_error_set(err, JSCAN_ERR_IO,
			       "cannot read '%s', which may tell what to leave "
			       "out: %s",
			       checkin->unreadable, strerror(checkin->error));
}

int jscan_checkin_check_filter(struct jscan_checkin *checkin, const char *path,
			       struct jscan_error *err)
{
	static const char *names[] = {"filter", "working-tree-encoding"};
	const char *values[2] = {NULL, NULL};

	if (!enter(checkin, path)->has_attributes &&
	    !checkin->has_global_attributes)
		return 0;
	if (jscan_git_need(checkin->repository, err) < 0)
		return -1;
	if (git_attr_get_many(values, checkin->repository->git,
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

int jscan_checkin_convert(struct jscan_checkin *checkin, const char *path,
			  struct jscan_buf *bytes, struct jscan_error *err)
{
	git_filter_list *filters = NULL;
	git_buf converted = {NULL, 0, 0};
	int ret = 0;

	if (!enter(checkin, path)->has_attributes &&
	    !checkin->has_global_attributes && !checkin->has_line_ends)
		return 0;
	if (jscan_git_need(checkin->repository, err) < 0)
		return -1;
	if (git_filter_list_load(&filters, checkin->repository->git, NULL, path,
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
