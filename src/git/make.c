/* A new repository, with what the configuration says of new ones. */
#include "git/internal.h"

#include <string.h>

#define DEFAULT_BRANCH "main"

/* init.defaultBranch of the system's and the person's configuration. */
static const char *find_branch(git_buf *buf, const char *const *environment)
{
	git_config *config = NULL;
	const char *branch = DEFAULT_BRANCH;
	struct jscan_error ignored;

	if (git_config_open_default(&config) < 0)
		return branch;
	if (!jscan_git_add_named_configs(config, environment, NULL, &ignored) &&
	    !git_config_get_string_buf(buf, config, "init.defaultbranch") &&
	    buf->size)
		branch = buf->ptr;
	git_config_free(config);
	return branch;
}

int jscan_repository_make(const char *dir, const char *const *environment,
			  struct jscan_error *err)
{
	git_repository_init_options options;
	git_repository *made = NULL;
	git_buf branch = {NULL, 0, 0};
	int ret = 0;

	if (jscan_git_start(err) < 0)
		return -1;
	jscan_git_set_search_paths(environment);
	git_repository_init_options_init(&options,
					 GIT_REPOSITORY_INIT_OPTIONS_VERSION);
	options.flags = GIT_REPOSITORY_INIT_NO_REINIT |
			GIT_REPOSITORY_INIT_EXTERNAL_TEMPLATE;
	options.initial_head = find_branch(&branch, environment);
	if (git_repository_init_ext(&made, dir, &options) < 0)
		ret = jscan_git_fail(err, JSCAN_ERR_REPOSITORY,
				     "cannot make a repository of '%s'", dir);
	git_repository_free(made);
	git_buf_dispose(&branch);
	return ret;
}
