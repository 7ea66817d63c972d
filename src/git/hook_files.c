/*
 * The files by which git finds our hook: a script for each event in git's
 * folder of hooks, or since git 2.54 lines in its configuration.
 *
 * A script that stands there is set aside under another name and run first by
 * ours, so that uninstalling brings it back.  Programs that keep the hooks
 * themselves would write over ours, so they are left alone.
 */
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/error.h"
#include "base/file.h"
#include "git/bytes.h"
#include "git/hook_files.h"
#include "git/hook_script.h"
#include "git/internal.h"
#include "git/merge_driver.h"

#define MOST_BYTES ((size_t)1 << 20)
#define SET_ASIDE  ".before-journalscan"

/* Where hooks lie, and what is there. */
struct place {
	struct jscan_repository *repository;
	const struct jscan_hook_target *target;
	const char *folder;  /* '/' at the end */
	const char *journal; /* for -C: "." or "some/where" */
	bool is_global;	     /* hooks of all repositories of the person */
	enum jscan_hook_manager manager;
	struct jscan_hook_script scripts[JSCAN_HOOK_EVENTS];
	bool has_other[JSCAN_HOOK_EVENTS]; /* set aside */
};

const char *jscan_hook_event_name(enum jscan_hook_event event)
{
	static const char *const names[] = {"pre-commit", "pre-merge-commit",
					    "post-commit"};

	return names[event];
}

static const char *path_of(const struct place *place, int event,
			   const char *ending)
{
	return jscan_arena_printf(
		&place->repository->arena, "%s%s%s", place->folder,
		jscan_hook_event_name((enum jscan_hook_event)event), ending);
}

static bool is_there(const struct place *place, const char *folder,
		     const char *name)
{
	struct stat st;

	return !lstat(jscan_arena_printf(&place->repository->arena, "%s%s",
					 folder, name),
		      &st);
}

/* core.hooksPath, from the top of the work tree where it is relative. */
static void find_folder(struct place *place)
{
	struct jscan_repository *repository = place->repository;
	struct jscan_arena *arena = &repository->arena;
	git_config_entry *entry = NULL;
	git_buf path = {NULL, 0, 0};

	place->folder =
		jscan_arena_printf(arena, "%shooks/", repository->common_dir);
	if (git_config_get_path(&path, repository->config, "core.hookspath") <
	    0)
		return;
	if (!git_config_get_entry(&entry, repository->config, "core.hookspath"))
		place->is_global = entry->level < GIT_CONFIG_LEVEL_LOCAL;
	git_config_entry_free(entry);
	place->folder = jscan_arena_printf(
		arena, "%s%s/", path.ptr[0] == '/' ? "" : repository->work_dir,
		path.ptr);
	git_buf_dispose(&path);
}

static void find_manager(struct place *place)
{
	const char *top = place->repository->work_dir;
	const struct jscan_hook_script *script =
		&place->scripts[JSCAN_HOOK_PRE_COMMIT];

	if (strstr(place->folder, "/.husky/") || is_there(place, top, ".husky"))
		place->manager = JSCAN_HOOK_HUSKY;
	else if (jscan_hook_script_has(script, "lefthook") ||
		 is_there(place, top, "lefthook.yml") ||
		 is_there(place, top, ".lefthook.yml"))
		place->manager = JSCAN_HOOK_LEFTHOOK;
	else if (jscan_hook_script_has(script, "pre-commit.com") ||
		 is_there(place, top, ".pre-commit-config.yaml"))
		place->manager = JSCAN_HOOK_PRE_COMMIT_FRAMEWORK;
}

static int read_script(struct place *place, int event, struct jscan_error *err)
{
	const char *path = path_of(place, event, "");
	struct jscan_buf bytes;
	struct stat st;
	int ret = 0;

	jscan_buf_init(&bytes);
	if (!lstat(path, &st) && S_ISLNK(st.st_mode))
		place->scripts[event].is_there = true; /* a foreign one */
	else if (!jscan_git_read_file(&bytes, AT_FDCWD, path, MOST_BYTES, &st))
		jscan_hook_script_parse(&place->scripts[event], bytes.data,
					bytes.len, &place->repository->arena);
	else if (errno == EINVAL || errno == EFBIG)
		place->scripts[event].is_there = true;
	else if (errno != ENOENT && errno != ENOTDIR)
		ret = jscan_error_set(err, JSCAN_ERR_IO, "cannot read '%s': %s",
				      path, strerror(errno));
	jscan_buf_release(&bytes);
	place->has_other[event] = !lstat(path_of(place, event, SET_ASIDE), &st);
	return ret;
}

static int find_place(struct place *place,
		      const struct jscan_hook_target *target,
		      struct jscan_error *err)
{
	struct jscan_repository_options repository = {
		.environment = target->environment};
	const char *prefix;

	memset(place, 0, sizeof(*place));
	place->target = target;
	if (jscan_repository_open(&place->repository, target->dir, &repository,
				  err) < 0)
		return -1;
	prefix = place->repository->prefix;
	place->journal =
		*prefix ? jscan_arena_strndup(&place->repository->arena, prefix,
					      strlen(prefix) - 1)
			: ".";
	find_folder(place);
	for (int i = 0; i < JSCAN_HOOK_EVENTS; i++) {
		if (read_script(place, i, err) < 0)
			return -1;
	}
	find_manager(place);
	return 0;
}

/* git 2.54 and newer run commands that its configuration names. */
static bool can_configure(const struct place *place)
{
	const char *version = place->target->tool->git_version;
	long major, minor;
	char *end;

	if (!version)
		return false;
	major = strtol(version, &end, 10);
	minor = *end == '.' ? strtol(end + 1, NULL, 10) : 0;
	return major > 2 || (major == 2 && minor >= 54);
}

/* The name of our section for an event and a journal. */
static const char *section_of(const struct place *place, int event,
			      const char *key)
{
	bool is_top = !strcmp(place->journal, ".");

	return jscan_arena_printf(
		&place->repository->arena, "hook.journalscan-%s%s%s.%s",
		jscan_hook_event_name((enum jscan_hook_event)event),
		is_top ? "" : ":", is_top ? "" : place->journal, key);
}

static bool is_configured(const struct place *place, int event)
{
	return jscan_git_config_text(place->repository,
				     section_of(place, event, "command"));
}

static int open_own_config(git_config **out, const struct place *place,
			   struct jscan_error *err)
{
	if (git_config_open_level(out, place->repository->config,
				  GIT_CONFIG_LEVEL_LOCAL) < 0)
		return jscan_git_fail(err, JSCAN_ERR_REPOSITORY,
				      "cannot open the configuration of the "
				      "repository");
	return 0;
}

static int configure(const struct place *place, struct jscan_error *err)
{
	git_config *config = NULL;
	int status = 0;

	if (open_own_config(&config, place, err) < 0)
		return -1;
	for (int i = 0; i < JSCAN_HOOK_EVENTS && !status; i++) {
		const char *name =
			jscan_hook_event_name((enum jscan_hook_event)i);
		const char *command = jscan_hook_script_command(
			place->target->tool->path, name, place->journal,
			&place->repository->arena);

		status = git_config_set_string(
			config, section_of(place, i, "command"), command);
		if (!status)
			status = git_config_set_string(
				config, section_of(place, i, "event"), name);
	}
	git_config_free(config);
	return status < 0 ? jscan_git_fail(err, JSCAN_ERR_IO,
					   "cannot write the configuration of "
					   "the repository")
			  : 0;
}

static int unconfigure(const struct place *place, struct jscan_error *err)
{
	git_config *config = NULL;

	if (open_own_config(&config, place, err) < 0)
		return -1;
	for (int i = 0; i < JSCAN_HOOK_EVENTS; i++) {
		git_config_delete_entry(config,
					section_of(place, i, "command"));
		git_config_delete_entry(config, section_of(place, i, "event"));
	}
	git_config_free(config);
	return 0;
}

static int fail(struct jscan_error *err, const char *path)
{
	return jscan_error_set(err, JSCAN_ERR_IO, "cannot write '%s': %s", path,
			       strerror(errno));
}

static int write_script(const struct place *place, int event,
			struct jscan_error *err)
{
	const char *name = jscan_hook_event_name((enum jscan_hook_event)event);
	const char *path = path_of(place, event, "");
	int fd = jscan_file_open(AT_FDCWD, place->folder,
				 O_RDONLY | O_DIRECTORY | O_CLOEXEC, 0);
	struct jscan_buf bytes;
	int ret = 0;

	if (fd < 0)
		return fail(err, place->folder);
	jscan_buf_init(&bytes);
	jscan_hook_script_format(&bytes, &place->scripts[event],
				 place->target->tool->path, name);
	if (jscan_file_replace(fd, name, bytes.data, bytes.len, 0777) < 0 ||
	    chmod(path, jscan_git_file_mode(place->repository, 0777)) < 0)
		ret = fail(err, path);
	jscan_buf_release(&bytes);
	close(fd);
	return ret;
}

static int install_script(struct place *place, int event,
			  struct jscan_error *err)
{
	struct jscan_hook_script *script = &place->scripts[event];
	const char *path = path_of(place, event, "");
	const char *aside = path_of(place, event, SET_ASIDE);

	if (script->is_there && !script->is_ours) {
		if (place->has_other[event])
			return jscan_error_set(
				err, JSCAN_ERR_REFUSED,
				"'%s' is no longer ours, and '%s' is there "
				"already: put them together by hand, then try "
				"again",
				path, aside);
		if (rename(path, aside) < 0)
			return fail(err, aside);
	}
	jscan_hook_script_add(script, place->journal,
			      &place->repository->arena);
	return write_script(place, event, err);
}

static int bring_back(const char *aside, const char *path)
{
	if (!rename(aside, path))
		return 0;
	/* A folder takes the place of no file. */
	return errno == ENOTDIR && !unlink(path) ? rename(aside, path) : -1;
}

static int uninstall_script(struct place *place, int event,
			    struct jscan_error *err)
{
	struct jscan_hook_script *script = &place->scripts[event];
	const char *path = path_of(place, event, "");
	const char *aside = path_of(place, event, SET_ASIDE);

	if (!script->is_ours)
		return 0;
	jscan_hook_script_remove(script, place->journal);
	if (script->journal_count)
		return write_script(place, event, err);
	if (place->has_other[event] ? bring_back(aside, path) < 0
				    : unlink(path) < 0)
		return fail(err, path);
	return 0;
}

static int check_installable(const struct place *place, struct jscan_error *err)
{
	static const char *const names[] = {"", "husky", "lefthook",
					    "the pre-commit framework"};

	if (place->manager)
		return jscan_error_set(
			err, JSCAN_ERR_REFUSED,
			"%s keeps the hooks of this repository: 'journalscan "
			"hook status' says what to add there",
			names[place->manager]);
	if (place->is_global)
		return jscan_error_set(
			err, JSCAN_ERR_REFUSED,
			"the hooks in '%s' are those of all your repositories: "
			"'git config core.hooksPath .git/hooks' gives this one "
			"its own",
			place->folder);
	return 0;
}

static void describe(struct jscan_hook_status *out, const struct place *place)
{
	memset(out, 0, sizeof(*out));
	out->manager = place->manager;
	snprintf(out->folder, sizeof(out->folder), "%s", place->folder);
	snprintf(out->journal, sizeof(out->journal), "%s", place->journal);
	for (int i = 0; i < JSCAN_HOOK_EVENTS; i++) {
		const struct jscan_hook_script *script = &place->scripts[i];

		if (is_configured(place, i))
			out->states[i] = JSCAN_HOOK_CONFIGURED;
		else if (jscan_hook_script_runs(script, place->journal))
			out->states[i] = place->has_other[i]
						 ? JSCAN_HOOK_CHAINED
						 : JSCAN_HOOK_INSTALLED;
		else if (script->is_there)
			out->states[i] = JSCAN_HOOK_FOREIGN;
	}
	jscan_merge_driver_describe(out, place->repository,
				    place->target->report);
}

int jscan_hook_files_get_status(struct jscan_hook_status *out,
				const struct jscan_hook_target *target,
				struct jscan_error *err)
{
	struct place place;
	int ret = find_place(&place, target, err);

	if (!ret)
		describe(out, &place);
	jscan_repository_free(place.repository);
	return ret;
}

static int install(struct place *place, struct jscan_error *err)
{
	if (check_installable(place, err) < 0)
		return -1;
	if (can_configure(place)) {
		if (configure(place, err) < 0)
			return -1;
	} else {
		if (jscan_git_make_folder(place->repository, place->folder) < 0)
			return fail(err, place->folder);
		for (int i = 0; i < JSCAN_HOOK_EVENTS; i++) {
			if (install_script(place, i, err) < 0)
				return -1;
		}
	}
	return jscan_merge_driver_install(place->repository,
					  place->target->tool->path,
					  place->target->report, err);
}

int jscan_hook_files_install(const struct jscan_hook_target *target,
			     struct jscan_error *err)
{
	struct place place;
	int ret = find_place(&place, target, err);

	if (!ret)
		ret = install(&place, err);
	jscan_repository_free(place.repository);
	return ret;
}

static int uninstall(struct place *place, struct jscan_error *err)
{
	if (unconfigure(place, err) < 0)
		return -1;
	for (int i = 0; i < JSCAN_HOOK_EVENTS; i++) {
		if (uninstall_script(place, i, err) < 0)
			return -1;
	}
	return jscan_merge_driver_uninstall(place->repository,
					    place->target->report, err);
}

int jscan_hook_files_uninstall(const struct jscan_hook_target *target,
			       struct jscan_error *err)
{
	struct place place;
	int ret = find_place(&place, target, err);

	if (!ret)
		ret = uninstall(&place, err);
	jscan_repository_free(place.repository);
	return ret;
}
