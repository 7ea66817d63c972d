/*
 * libgit2 as a library that behaves: started once, ends the process when
 * memory runs out (it would die of SIGSEGV), syncs what it writes, reads
 * configuration only where the caller says that it is, and its complaints
 * become one printable line.
 *
 * Who may own a repository is asked in owner.c, since libgit2 before 1.6 knows
 * neither the star of safe.directory nor a good message for it.
 */
#include "git/internal.h"

#include <git2/sys/alloc.h>
#include <pthread.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/error.h"

static void *take(size_t size, const char *file, int line)
{
	(void)file;
	(void)line;
	return jscan_alloc(size);
}

static void *retake(void *memory, size_t size, const char *file, int line)
{
	(void)file;
	(void)line;
	return jscan_realloc(memory, size);
}

static void give(void *memory)
{
	free(memory);
}

#if LIBGIT2_VER_MAJOR == 1 && LIBGIT2_VER_MINOR < 6
static size_t multiply(size_t count, size_t size)
{
	size_t bytes;

	if (__builtin_mul_overflow(count, size, &bytes))
		jscan_out_of_memory();
	return bytes;
}

static void *take_zeroed(size_t count, size_t size, const char *file, int line)
{
	size_t bytes = multiply(count, size);

	return memset(take(bytes, file, line), 0, bytes);
}

static char *copy_exactly(const char *text, size_t len, const char *file,
			  int line)
{
	char *copy = take(len + 1, file, line);

	memcpy(copy, text, len);
	copy[len] = '\0';
	return copy;
}

static char *copy(const char *text, const char *file, int line)
{
	return copy_exactly(text, strlen(text), file, line);
}

static char *copy_at_most(const char *text, size_t most, const char *file,
			  int line)
{
	return copy_exactly(text, strnlen(text, most), file, line);
}

static void *retake_array(void *memory, size_t count, size_t size,
			  const char *file, int line)
{
	return retake(memory, multiply(count, size), file, line);
}

static void *take_array(size_t count, size_t size, const char *file, int line)
{
	return take(multiply(count, size), file, line);
}

static git_allocator allocator = {take,		take_zeroed,  copy,
				  copy_at_most, copy_exactly, retake,
				  retake_array, take_array,   give};
#else
static git_allocator allocator = {take, retake, give};
#endif

/*
 * config.worktree, which the first extension asks for, is read by
 * repository.c; objects that a partial clone lacks are reported when missed.
 */
static const char *const known_extensions[] = {"worktreeconfig",
					       "partialclone"};

static bool is_started;

static void start(void)
{
	git_libgit2_opts(GIT_OPT_SET_ALLOCATOR, &allocator);
	/* Where TLS cannot be had it fails, and whatever is called then dies. */
	is_started = git_libgit2_init() >= 0;
	if (!is_started)
		return;
	git_libgit2_opts(GIT_OPT_ENABLE_FSYNC_GITDIR, 1);
	/* As git, which leaves it to fsck: they are read by the thousand. */
	git_libgit2_opts(GIT_OPT_ENABLE_STRICT_HASH_VERIFICATION, 0);
	git_libgit2_opts(GIT_OPT_SET_OWNER_VALIDATION, 0);
	git_libgit2_opts(GIT_OPT_SET_EXTENSIONS, known_extensions,
			 sizeof(known_extensions) /
				 sizeof(known_extensions[0]));
}

int jscan_git_start(struct jscan_error *err)
{
	static pthread_once_t once = PTHREAD_ONCE_INIT;

	if (jscan_lazy_load(&jscan_lazy_git2, err) < 0)
		return -1;
	pthread_once(&once, start);
	return is_started ? 0
			  : jscan_error_set(err, JSCAN_ERR_IO,
					    "cannot start libgit2");
}

int jscan_git_fail(struct jscan_error *err, enum jscan_error_code code,
		   const char *format, ...)
{
	const git_error *last = git_error_last();
	char what[300], why[200];
	va_list args;

	va_start(args, format);
	vsnprintf(what, sizeof(what), format, args);
	va_end(args);
	snprintf(why, sizeof(why), "%s",
		 last && last->message ? last->message : "no reason given");
	for (char *c = why; *c; c++) {
		if ((unsigned char)*c < ' ' || *c == 127)
			*c = '?';
	}
	return jscan_error_set(err, code, "%s: %s", what, why);
}

const char *jscan_git_getenv(const char *const *environment, const char *name)
{
	size_t len = strlen(name);

	for (; environment && *environment; environment++) {
		const char *text = *environment;

		if (!strncmp(text, name, len) && text[len] == '=')
			return text[len + 1] ? text + len + 1 : NULL;
	}
	return NULL;
}

static void set_path(int level, const char *folder, const char *below)
{
	char path[4096];

	if (!folder || snprintf(path, sizeof(path), "%s%s", folder, below) >=
			       (int)sizeof(path))
		path[0] = '\0'; /* an empty list: nothing is looked for */
	git_libgit2_opts(GIT_OPT_SET_SEARCH_PATH, level, path);
}

/* What of GIT_CONFIG_NOSYSTEM counts as set. */
static bool is_true(const char *text)
{
	bool value = false;

	return text && jscan_git_parse_bool(&value, text) && value;
}

void jscan_git_set_search_paths(const char *const *environment)
{
	const char *home = jscan_git_getenv(environment, "HOME");
	const char *xdg = jscan_git_getenv(environment, "XDG_CONFIG_HOME");
	bool has_named = jscan_git_getenv(environment, "GIT_CONFIG_GLOBAL");
	const char *no_system =
		jscan_git_getenv(environment, "GIT_CONFIG_NOSYSTEM");

	set_path(GIT_CONFIG_LEVEL_GLOBAL, has_named ? NULL : home, "");
	if (has_named)
		set_path(GIT_CONFIG_LEVEL_XDG, NULL, "");
	else if (xdg)
		set_path(GIT_CONFIG_LEVEL_XDG, xdg, "/git");
	else
		set_path(GIT_CONFIG_LEVEL_XDG, home, "/.config/git");
	if (is_true(no_system) ||
	    jscan_git_getenv(environment, "GIT_CONFIG_SYSTEM"))
		set_path(GIT_CONFIG_LEVEL_SYSTEM, NULL, "");
	else
		git_libgit2_opts(GIT_OPT_SET_SEARCH_PATH,
				 GIT_CONFIG_LEVEL_SYSTEM, NULL);
}

int jscan_git_add_named_configs(git_config *config,
				const char *const *environment,
				git_repository *git, struct jscan_error *err)
{
	static const struct {
		const char *variable;
		git_config_level_t level;
	} named[] = {{"GIT_CONFIG_SYSTEM", GIT_CONFIG_LEVEL_SYSTEM},
		     {"GIT_CONFIG_GLOBAL", GIT_CONFIG_LEVEL_GLOBAL}};

	for (size_t i = 0; i < sizeof(named) / sizeof(named[0]); i++) {
		const char *path =
			jscan_git_getenv(environment, named[i].variable);

		if (path && git_config_add_file_ondisk(
				    config, path, named[i].level, git, 1) < 0)
			return jscan_git_fail(err, JSCAN_ERR_REPOSITORY,
					      "cannot read the git "
					      "configuration '%s'",
					      path);
	}
	return 0;
}
