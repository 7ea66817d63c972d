/*
 * Refs through libgit2's transactions, since they lock first, take the time of
 * the reflog as a parameter, and write HEAD's reflog along with the branch's.
 */
#include "git/branch.h"

#include <string.h>

#include "base/error.h"
#include "git/head.h"
#include "git/internal.h"
#include "git/store.h"

#define MOST_LINKS 5 /* HEAD is one; git follows as many */

/* Follows symbolic refs from `name`; fills ref, is_unborn and commit. */
static int follow(struct jscan_branch *out, struct jscan_repository *repository,
		  const char *name, struct jscan_error *err)
{
	struct jscan_arena *arena = &repository->arena;

	out->ref = jscan_arena_strdup(arena, name);
	for (int i = 0; i < MOST_LINKS; i++) {
		git_reference *found = NULL;
		int status =
			git_reference_lookup(&found, repository->git, out->ref);
		bool is_direct;

		if (status == GIT_ENOTFOUND) {
			out->is_unborn = true;
			return 0;
		}
		if (status < 0)
			return jscan_git_fail(err, JSCAN_ERR_REPOSITORY,
					      "cannot read '%s'", out->ref);
		is_direct = git_reference_type(found) == GIT_REFERENCE_DIRECT;
		if (is_direct)
			memcpy(out->commit, git_reference_target(found)->id,
			       JSCAN_SHA1_BYTES);
		else
			out->ref = jscan_arena_strdup(
				arena, git_reference_symbolic_target(found));
		git_reference_free(found);
		if (is_direct)
			return 0;
	}
	return jscan_error_set(err, JSCAN_ERR_REPOSITORY,
			       "'%s' points to itself", name);
}

static int find_tree(struct jscan_branch *out,
		     struct jscan_repository *repository,
		     struct jscan_error *err)
{
	static const char start[] = "tree ";
	enum jscan_object_type type;
	struct jscan_error why = {.message = "it is no commit"};
	struct jscan_buf bytes;
	bool is_found;

	jscan_buf_init(&bytes);
	is_found = jscan_store_read(&bytes, &type, repository, out->commit,
				    SIZE_MAX, &why) == JSCAN_STORE_OK &&
		   type == JSCAN_OBJECT_COMMIT &&
		   !strncmp(bytes.data, start, sizeof(start) - 1) &&
		   jscan_head_parse_id(out->tree,
				       bytes.data + sizeof(start) - 1);
	jscan_buf_release(&bytes);
	if (is_found)
		return 0;
	return jscan_error_set(err, JSCAN_ERR_REPOSITORY,
			       "cannot read the last commit of '%s': %s",
			       out->ref, why.message);
}

static int check_name(struct jscan_repository *repository, const char *name,
		      struct jscan_error *err)
{
	git_reference *found = NULL;
	int is_valid = 0;
	bool is_elsewhere;

	if (git_reference_name_is_valid(&is_valid, name) < 0 || !is_valid)
		return jscan_error_set(err, JSCAN_ERR_REFUSED,
				       "'%.200s' is no name for a branch "
				       "(snapshot.ref)",
				       name);
	if (strncmp(name, "refs/heads/", 11) ||
	    git_reference_lookup(&found, repository->git, name) < 0)
		return 0;
	is_elsewhere = git_branch_is_checked_out(found) == 1;
	git_reference_free(found);
	return is_elsewhere ? jscan_error_set(
				      err, JSCAN_ERR_REFUSED,
				      "'%.200s' (snapshot.ref) is checked out "
				      "in another work tree",
				      name)
			    : 0;
}

int jscan_branch_find(struct jscan_branch *out,
		      struct jscan_repository *repository, const char *name,
		      struct jscan_error *err)
{
	struct jscan_branch named;

	memset(out, 0, sizeof(*out));
	if (repository->git || name || !jscan_head_find(out, repository)) {
		memset(out, 0, sizeof(*out));
		if (jscan_git_need(repository, err) < 0 ||
		    follow(out, repository, "HEAD", err) < 0)
			return -1;
	}
	out->is_head = true;
	if (name) {
		if (strncmp(name, "refs/", 5))
			name = jscan_arena_printf(&repository->arena,
						  "refs/heads/%s", name);
		memset(&named, 0, sizeof(named));
		named.is_head = !strcmp(name, out->ref);
		if (!named.is_head && check_name(repository, name, err) < 0)
			return -1;
		if (follow(&named, repository, name, err) < 0)
			return -1;
		named.is_head = !strcmp(named.ref, out->ref);
		*out = named;
	}
	return out->is_unborn ? 0 : find_tree(out, repository, err);
}

static int check_unmoved(const struct jscan_branch *branch,
			 struct jscan_repository *repository,
			 struct jscan_error *err)
{
	git_oid now;
	int status =
		git_reference_name_to_id(&now, repository->git, branch->ref);

	if (status == GIT_ENOTFOUND && branch->is_unborn)
		return 0;
	if (!status && !branch->is_unborn &&
	    !memcmp(now.id, branch->commit, JSCAN_SHA1_BYTES))
		return 0;
	return jscan_error_set(err, JSCAN_ERR_REFUSED,
			       "'%s' was moved by another program meanwhile: "
			       "run journalscan again",
			       branch->ref);
}

static int lock_ref(git_transaction *transaction,
		    const struct jscan_branch *branch,
		    struct jscan_repository *repository,
		    struct jscan_error *err)
{
	int status = git_transaction_lock_ref(transaction, branch->ref);

	if (!status)
		return 0;
	if (status == GIT_ELOCKED)
		return jscan_error_set(
			err, JSCAN_ERR_REFUSED,
			"'%s%s.lock' is there: another git command is running, "
			"or was killed; remove that file when none is",
			strncmp(branch->ref, "refs/", 5)
				? repository->git_dir
				: repository->common_dir,
			branch->ref);
	return jscan_git_fail(err, JSCAN_ERR_IO, "cannot lock '%s'",
			      branch->ref);
}

int jscan_branch_move(const struct jscan_branch *branch,
		      struct jscan_repository *repository,
		      const unsigned char commit[JSCAN_SHA1_BYTES],
		      const struct jscan_branch_note *note,
		      struct jscan_error *err)
{
	git_transaction *transaction = NULL;
	git_signature *who = NULL;
	git_oid oid;
	int ret = -1;

	git_oid_fromraw(&oid, commit);
	if (git_signature_new(&who, note->who->name, note->who->email,
			      note->time_seconds, note->offset_minutes) < 0 ||
	    git_transaction_new(&transaction, repository->git) < 0) {
		jscan_git_fail(err, JSCAN_ERR_REPOSITORY, "cannot move '%s'",
			       branch->ref);
		goto out;
	}
	if (lock_ref(transaction, branch, repository, err) < 0 ||
	    check_unmoved(branch, repository, err) < 0)
		goto out;
	if (git_transaction_set_target(transaction, branch->ref, &oid, who,
				       note->message) < 0 ||
	    git_transaction_commit(transaction) < 0) {
		jscan_git_fail(err, JSCAN_ERR_IO, "cannot move '%s'",
			       branch->ref);
		goto out;
	}
	ret = 0;
out:
	git_transaction_free(transaction);
	git_signature_free(who);
	return ret;
}
