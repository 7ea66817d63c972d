/*
 * Who commits.  libgit2 knows user.name alone; git also looks at variables, by
 * which a person who commits for another, or a test, says so.
 */
#include "git/identity.h"

#include <stdbool.h>
#include <string.h>

#include "base/error.h"
#include "git/internal.h"

/* What git strips from both ends of a name, and what it leaves out within. */
static bool is_crud(char c)
{
	return (unsigned char)c <= 32 || strchr(".,:;<>\"\\'", c);
}

static const char *clean(struct jscan_arena *arena, const char *text)
{
	size_t len = text ? strlen(text) : 0;
	char *out;
	size_t to = 0;

	while (len && is_crud(text[len - 1]))
		len--;
	while (len && is_crud(*text)) {
		text++;
		len--;
	}
	if (!len)
		return NULL;
	out = jscan_arena_alloc(arena, len + 1);
	for (size_t i = 0; i < len; i++) {
		if (!strchr("<>\n", text[i]))
			out[to++] = text[i];
	}
	return out;
}

/* The first of a variable, two keys and two last resorts that says anything. */
static const char *find(struct jscan_repository *repository,
			const char *variable, const char *key,
			const char *user_key, const char *other_variable,
			const char *fallback)
{
	const char *const texts[] = {
		jscan_git_getenv(repository->environment, variable),
		jscan_git_config_text(repository, key),
		jscan_git_config_text(repository, user_key),
		other_variable ? jscan_git_getenv(repository->environment,
						  other_variable)
			       : NULL,
		fallback,
	};

	for (size_t i = 0; i < sizeof(texts) / sizeof(texts[0]); i++) {
		const char *found = clean(&repository->arena, texts[i]);

		if (found)
			return found;
	}
	return NULL;
}

int jscan_identity_find(struct jscan_identity *out,
			struct jscan_repository *repository,
			const struct jscan_person *fallback,
			struct jscan_error *err)
{
	const char *name = fallback ? fallback->name : NULL;
	const char *email = fallback ? fallback->email : NULL;

	out->author.name = find(repository, "GIT_AUTHOR_NAME", "author.name",
				"user.name", NULL, name);
	out->author.email = find(repository, "GIT_AUTHOR_EMAIL", "author.email",
				 "user.email", "EMAIL", email);
	out->committer.name = find(repository, "GIT_COMMITTER_NAME",
				   "committer.name", "user.name", NULL, name);
	out->committer.email =
		find(repository, "GIT_COMMITTER_EMAIL", "committer.email",
		     "user.email", "EMAIL", email);
	if (out->author.name && out->author.email && out->committer.name &&
	    out->committer.email)
		return 0;
	return jscan_error_set(
		err, JSCAN_ERR_REFUSED,
		"git does not know who you are: git config --global user.name "
		"'Your Name' and git config --global user.email "
		"'you@example.com'");
}
