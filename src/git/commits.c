/*
 * Walks from a commit to its parents.  libgit2's own walk fails where a shallow
 * clone ends, so this is one of ours: a commit is listed when all its parents
 * are, the first of them first.
 */
#include "git/commits.h"

#include <stdlib.h>
#include <string.h>

#include "base/date.h"
#include "base/error.h"
#include "base/utf8.h"
#include "git/internal.h"
#include "git/store.h"

#define SECONDS_A_DAY 86400

/* A commit on the way. */
struct node {
	git_oid id;
	struct jscan_commit commit;
	git_oid *parents;
	unsigned parent_count;
};

/* A commit whose parents are being listed. */
struct step {
	size_t node;
	unsigned next; /* of its parents */
};

struct walk {
	struct jscan_repository *repository;
	struct jscan_arena *arena; /* of the result */
	struct jscan_arena scratch;
	struct node *nodes;
	size_t node_count;
	struct step *steps;
	size_t step_count;
	size_t *slots; /* nodes by id: index + 1, 0 is empty */
	size_t slot_count;
	size_t *order; /* nodes, as they are listed */
	size_t ordered;
};

static struct jscan_date date_of(const git_time *time)
{
	static const struct jscan_date epoch = {1970, 1, 1};
	/* libgit2 takes an offset of more than 14 hours for none. */
	int64_t seconds = time->time;

	/* Out of the calendar there is no day; adding clamps. */
	if (seconds > INT64_C(400000) * 10000000)
		seconds = INT64_C(400000) * 10000000;
	if (seconds < -INT64_C(100000) * 1000000)
		seconds = -INT64_C(100000) * 1000000;
	seconds += (int64_t)time->offset * 60;
	return jscan_date_add_days(epoch,
				   (long)(seconds / SECONDS_A_DAY) -
					   (seconds % SECONDS_A_DAY < 0));
}

static void describe(struct jscan_commit *out, git_commit *commit,
		     struct jscan_arena *arena)
{
	const char *subject = git_commit_summary(commit);
	size_t len = subject ? strlen(subject) : 0;

	git_oid_tostr(out->id, sizeof(out->id), git_commit_id(commit));
	memcpy(out->tree, git_commit_tree_id(commit)->id, sizeof(out->tree));
	out->date = date_of(&git_commit_author(commit)->when);
	out->subject =
		subject ? jscan_utf8_repair(arena, subject, len, &len) : "";
}

static size_t *find_slot(const struct walk *walk, const git_oid *id)
{
	size_t at;

	memcpy(&at, id->id, sizeof(at));
	for (at &= walk->slot_count - 1; walk->slots[at];
	     at = (at + 1) & (walk->slot_count - 1)) {
		if (git_oid_equal(&walk->nodes[walk->slots[at] - 1].id, id))
			break;
	}
	return &walk->slots[at];
}

/* At most half full, so that looking ends. */
static void make_room(struct walk *walk)
{
	size_t count = walk->slot_count ? 2 * walk->slot_count : 256;

	if (2 * (walk->node_count + 1) < walk->slot_count)
		return;
	walk->slots =
		jscan_arena_array(&walk->scratch, count, sizeof(*walk->slots));
	walk->slot_count = count;
	for (size_t i = 0; i < walk->node_count; i++)
		*find_slot(walk, &walk->nodes[i].id) = i + 1;
}

/* The first sight of a commit; one that is not there is passed over. */
static int push(struct walk *walk, const git_oid *id, struct jscan_error *err)
{
	git_commit *commit = NULL;
	struct node node = {.id = *id};
	struct step step = {walk->node_count, 0};

	if (jscan_store_check(walk->repository, id->id, err) < 0)
		return -1;
	if (git_commit_lookup(&commit, walk->repository->git, id) < 0)
		return 0;
	if (walk->node_count == JSCAN_COMMITS_MOST) {
		git_commit_free(commit);
		return jscan_error_set(err, JSCAN_ERR_LIMIT,
				       "more than %d commits led there",
				       JSCAN_COMMITS_MOST);
	}
	describe(&node.commit, commit, walk->arena);
	node.parent_count = git_commit_parentcount(commit);
	node.parents = jscan_arena_array(&walk->scratch, node.parent_count,
					 sizeof(*node.parents));
	for (unsigned i = 0; i < node.parent_count; i++)
		node.parents[i] = *git_commit_parent_id(commit, i);
	git_commit_free(commit);
	make_room(walk);
	*find_slot(walk, id) = walk->node_count + 1;
	walk->nodes = jscan_arena_grow(&walk->scratch, walk->nodes,
				       walk->node_count, sizeof(node));
	walk->nodes[walk->node_count++] = node;
	walk->steps = jscan_arena_grow(&walk->scratch, walk->steps,
				       walk->step_count, sizeof(step));
	walk->steps[walk->step_count++] = step;
	return 0;
}

static bool is_known(const struct walk *walk, const git_oid *id)
{
	return walk->slot_count && *find_slot(walk, id);
}

static int walk_all(struct walk *walk, const git_oid *from,
		    struct jscan_error *err)
{
	if (push(walk, from, err) < 0)
		return -1;
	while (walk->step_count) {
		struct step *step = &walk->steps[walk->step_count - 1];
		const struct node *node = &walk->nodes[step->node];

		if (step->next < node->parent_count) {
			const git_oid *parent = &node->parents[step->next++];

			if (!is_known(walk, parent) &&
			    push(walk, parent, err) < 0)
				return -1;
			continue;
		}
		walk->order =
			jscan_arena_grow(&walk->scratch, walk->order,
					 walk->ordered, sizeof(*walk->order));
		walk->order[walk->ordered++] = step->node;
		walk->step_count--;
	}
	return 0;
}

static void mark_main(struct walk *walk)
{
	size_t slot = walk->node_count ? 1 : 0;

	while (slot) {
		struct node *node = &walk->nodes[slot - 1];

		node->commit.is_main = true;
		slot = node->parent_count ? *find_slot(walk, &node->parents[0])
					  : 0;
	}
}

static int find(git_oid *out, struct jscan_repository *repository,
		const char *revision, struct jscan_error *err)
{
	git_object *found = NULL, *commit = NULL;
	git_oid head;
	int ret = -1;

	if (!git_reference_name_to_id(&head, repository->git,
				      revision ? revision : "HEAD") &&
	    jscan_store_check(repository, head.id, err) < 0)
		return -1;
	if (git_revparse_single(&found, repository->git,
				revision ? revision : "HEAD") < 0)
		jscan_error_set(err, JSCAN_ERR_NOT_FOUND,
				revision ? "there is no revision '%.200s'"
					 : "the repository has no commit yet",
				revision);
	else if (git_object_peel(&commit, found, GIT_OBJECT_COMMIT) < 0)
		jscan_error_set(err, JSCAN_ERR_NOT_FOUND,
				"'%.200s' is no commit",
				revision ? revision : "HEAD");
	else
		ret = 0;
	if (!ret)
		*out = *git_object_id(commit);
	git_object_free(commit);
	git_object_free(found);
	return ret;
}

int jscan_commits_list(struct jscan_commits *out,
		       struct jscan_repository *repository,
		       const char *revision, struct jscan_arena *arena,
		       struct jscan_error *err)
{
	struct walk walk = {.repository = repository, .arena = arena};
	git_oid from;
	int ret;

	if (find(&from, repository, revision, err) < 0)
		return -1;
	jscan_arena_init(&walk.scratch);
	ret = walk_all(&walk, &from, err);
	if (!ret) {
		mark_main(&walk);
		out->count = walk.ordered;
		out->items = jscan_arena_array(arena, out->count,
					       sizeof(*out->items));
		for (size_t i = 0; i < out->count; i++)
			out->items[i] = walk.nodes[walk.order[i]].commit;
	}
	jscan_arena_release(&walk.scratch);
	return ret;
}

int jscan_commits_find(struct jscan_commit *out,
		       struct jscan_repository *repository,
		       const char *revision, struct jscan_arena *arena,
		       struct jscan_error *err)
{
	git_commit *commit = NULL;
	git_oid id;

	if (find(&id, repository, revision, err) < 0)
		return -1;
	if (git_commit_lookup(&commit, repository->git, &id) < 0)
		return jscan_git_fail(err, JSCAN_ERR_REPOSITORY,
				      "cannot read '%.200s'",
				      revision ? revision : "HEAD");
	memset(out, 0, sizeof(*out));
	describe(out, commit, arena);
	git_commit_free(commit);
	return 0;
}
