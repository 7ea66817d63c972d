/*
 * Snapshots as git sees them: what goes into the commit, what stays staged,
 * what is left alone, and what is refused with which words.
 */
#include "unit/git_world.h"

static void first_snapshot_of_an_unborn_branch(void **state)
{
	(void)state;
	put_entry("a.md", "one");
	sh("mkdir -p sub/deep");
	put_entry("sub/deep/b.md", "two");
	put("other.txt", "not ours\n");
	put("REPORT.md", "the report\n");
	snapshot();
	assert_made(true);
	assert_string_equal(sh("git ls-tree -r --name-only HEAD"),
			    "REPORT.md\na.md\nsub/deep/b.md");
	assert_string_equal(sh("git status --porcelain"), "?? other.txt");
	assert_string_equal(sh("git log --format='%%an %%ae %%ad' --date=iso"),
			    "Ann Other ann@example.com 2026-10-12 "
			    "08:43:20 -0130");
	assert_string_equal(sh("git log --format=%%s"),
			    "journal: 2 entries added; 2 overdue");
	assert_string_equal(sh("git rev-parse HEAD"), world_snapshot.commit);
	assert_string_equal(
		sh("git log -1 --format='%%(trailers:key=Journalscan-As-Of)'"),
		"Journalscan-As-Of: 2026-10-13");
	assert_string_equal(sh("git log -g --format='%%gs %%gn %%gd' "
			       "--date=unix HEAD"),
			    "commit (initial): journal: 2 entries added; 2 "
			    "overdue Ann Other HEAD@{1791800000}");
	assert_string_equal(sh("git reflog main | wc -l | tr -d ' '"), "1");
}

static void nothing_changed_makes_nothing(void **state)
{
	(void)state;
	put_entry("a.md", "one");
	put("REPORT.md", "the report\n");
	snapshot();
	assert_made(true);
	snapshot();
	assert_made(false);
	sh("touch a.md");
	snapshot();
	assert_made(false);
	assert_string_equal(sh("git rev-list --count HEAD"), "1");
}

static void a_read_only_repository_with_no_change_is_fine(void **state)
{
	(void)state;
	put_entry("a.md", "one");
	snapshot();
	sh("rm -r .git/journalscan && cp -r .git copy.git");
	snapshot();
	assert_made(false);
	assert_string_equal(sh("ls .git | grep -c journalscan || true"), "0");
}

static void what_is_staged_stays_staged(void **state)
{
	(void)state;
	put_entry("a.md", "one");
	put("code.c", "int a;\n");
	put("half.c", "int h;\n");
	sh("git add . && git commit -qm first");
	put("code.c", "int b;\n");
	put("half.c", "int i;\n");
	put("new.c", "int n;\n");
	sh("git add code.c half.c new.c && git rm -q --cached a.md && "
	   "git add a.md");
	put("half.c", "int j;\n");
	put_entry("a.md", "two");
	snapshot();
	assert_made(true);
	assert_string_equal(sh("git show --format= --name-status"), "M\ta.md");
	assert_string_equal(sh("git status --porcelain"),
			    "M  code.c\nMM half.c\nA  new.c");
	assert_string_equal(sh("git show :half.c"), "int i;");
}

static void a_staged_deletion_stays_staged(void **state)
{
	(void)state;
	put_entry("a.md", "one");
	put("gone.txt", "x\n");
	sh("git add . && git commit -qm first && git rm -q gone.txt");
	put_entry("b.md", "two");
	snapshot();
	assert_string_equal(sh("git show --format= --name-status"), "A\tb.md");
	assert_string_equal(sh("git status --porcelain"), "D  gone.txt");
}

static void deletions_of_entries_only(void **state)
{
	(void)state;
	put_entry("a.md", "one");
	sh("mkdir d");
	put_entry("d/b.md", "two");
	put("plain.md", "no front matter\n");
	put("README.txt", "text\n");
	sh("git add . && git commit -qm first");
	sh("rm -r d plain.md README.txt");
	snapshot();
	assert_made(true);
	assert_string_equal(sh("git show --format= --name-status"),
			    "D\td/b.md");
	assert_string_equal(sh("git log -1 --format=%%s"),
			    "journal: remove d/b.md; 2 overdue");
	assert_string_equal(sh("git status --porcelain"),
			    " D README.txt\n D plain.md");
}

static void a_file_becomes_a_folder_and_back(void **state)
{
	(void)state;
	put_entry("a.md", "one");
	put_entry("z.md", "last");
	snapshot();
	sh("rm a.md && mkdir a.md");
	put_entry("a.md/b.md", "two");
	snapshot();
	assert_string_equal(sh("git ls-tree -r --name-only HEAD"),
			    "a.md/b.md\nz.md");
	assert_string_equal(sh("git status --porcelain"), "");
	sh("rm -r a.md");
	put_entry("a.md", "three");
	snapshot();
	assert_string_equal(sh("git ls-tree -r --name-only HEAD"),
			    "a.md\nz.md");
	assert_string_equal(sh("git status --porcelain"), "");
}

static void names_in_an_order_that_trees_find_odd(void **state)
{
	static const char *const names[] = {"a", "a-b", "a.b", "a0"};

	(void)state;
	for (size_t i = 0; i < COUNT_OF(names); i++) {
		char path[64];

		sh("mkdir '%s'", names[i]);
		snprintf(path, sizeof(path), "%s/x.md", names[i]);
		put_entry(path, "x");
		snprintf(path, sizeof(path), "%s.md", names[i]);
		put_entry(path, "y");
	}
	sh("mkdir deep deep/er deep/er/est");
	put_entry("deep/er/est/x.md", "x");
	snapshot();
	put_entry("a.b/x.md", "other");
	put_entry("a/y.md", "new");
	sh("rm -r deep a-b.md");
	snapshot();
	assert_string_equal(sh("git status --porcelain"), "");
	assert_string_equal(
		sh("git show --format= --no-renames --name-status | "
		   "sort"),
		"A\ta/y.md\nD\ta-b.md\nD\tdeep/er/est/x.md\n"
		"M\ta.b/x.md");
}

static void a_subfolder_of_a_larger_repository(void **state)
{
	(void)state;
	sh("mkdir journal src");
	put("src/main.c", "int main;\n");
	put("README.md", "---\ncompany: not in the journal\n---\n");
	sh("git add . && git commit -qm first && rm README.md");
	strcat(world_dir, "/journal");
	put_entry("a.md", "one");
	put("REPORT.md", "r\n");
	snapshot();
	assert_made(true);
	assert_string_equal(sh("git show --format= --name-status"),
			    "A\tjournal/REPORT.md\nA\tjournal/a.md");
	assert_string_equal(sh("git status --porcelain"), " D README.md");
}

static void detached_head(void **state)
{
	(void)state;
	put_entry("a.md", "one");
	snapshot();
	sh("git checkout -q --detach");
	put_entry("a.md", "two");
	snapshot();
	assert_made(true);
	assert_string_equal(sh("git rev-list --count main"), "1");
	assert_string_equal(sh("git rev-list --count HEAD"), "2");
	assert_string_equal(sh("git rev-parse HEAD"), world_snapshot.commit);
	sh("! git symbolic-ref -q HEAD");
}

static void a_linked_work_tree(void **state)
{
	char main_dir[128];

	(void)state;
	put_entry("a.md", "one");
	snapshot();
	sh("git branch side && git worktree add -q ../side side");
	strcpy(main_dir, world_dir);
	snprintf(world_dir, sizeof(world_dir), "%s/side", world_root);
	put_entry("b.md", "two");
	snapshot();
	assert_made(true);
	assert_string_equal(sh("git rev-list --count side"), "2");
	assert_string_equal(sh("git status --porcelain"), "");
	strcpy(world_dir, main_dir);
	assert_string_equal(sh("git rev-list --count HEAD"), "1");
	assert_string_equal(sh("git status --porcelain"), "");
}

static void a_submodule_is_its_own(void **state)
{
	(void)state;
	sh("git init -q ../other && cd ../other && git commit -q --allow-empty "
	   "-m x && cd ../notes && git -c protocol.file.allow=always submodule "
	   "--quiet add ../other sub 2>/dev/null && git commit -qm sub");
	put_entry("a.md", "one");
	put_entry("sub/b.md", "two");
	snapshot();
	assert_string_equal(sh("git show --format= --name-status"), "A\ta.md");
	strcat(world_dir, "/sub");
	snapshot();
	assert_string_equal(sh("git show --format= --name-status"), "A\tb.md");
	assert_string_equal(sh("git -C .. show --format= --name-status"),
			    "A\ta.md");
}

static void a_repository_within_is_left_alone(void **state)
{
	(void)state;
	sh("git init -q in && mkdir in/deep");
	put_entry("in/b.md", "two");
	put_entry("in/deep/b.md", "two");
	put_entry("inside.md", "three");
	snapshot();
	assert_string_equal(sh("git ls-tree -r --name-only HEAD"), "inside.md");
}

static void ignored_files_stay_out(void **state)
{
	(void)state;
	put(".gitignore", "secret*\nREPORT.md\nbuild/\n");
	sh("mkdir d e build");
	put("d/.gitignore", "x.md\n");
	put("e/.gitignore", "!secret.md\n");
	put_entry("e/secret.md", "not secret");
	put("build/.gitignore", "!a.md\n");
	put_entry("build/a.md", "below an ignored folder");
	put_entry("secret.md", "s");
	put_entry("d/x.md", "s");
	put_entry("d/y.md", "y");
	put("REPORT.md", "r\n");
	snapshot();
	assert_string_equal(sh("git ls-tree -r --name-only HEAD"),
			    "d/y.md\ne/secret.md");
	sh("git add -f secret.md && git commit -qm forced");
	put_entry("secret.md", "tracked now");
	snapshot();
	assert_string_equal(sh("git show --format= --name-status"),
			    "M\tsecret.md");
}

static void ignored_by_exclude_and_by_the_person(void **state)
{
	(void)state;
	sh("echo x.md >> .git/info/exclude; mkdir -p ~/.config/git; "
	   "echo y.md > ~/.config/git/ignore; "
	   "git config --global core.excludesFile ~/mine; echo z.md > ~/mine");
	put_entry("x.md", "x");
	put_entry("z.md", "z");
	put_entry("w.md", "w");
	snapshot();
	assert_string_equal(sh("git ls-tree -r --name-only HEAD"), "w.md");
	sh("git config --global --unset core.excludesFile");
	put_entry("y.md", "y");
	snapshot();
	assert_string_equal(sh("git ls-tree -r --name-only HEAD"),
			    "w.md\nz.md");
}

static void modes_are_kept(void **state)
{
	(void)state;
	put_entry("a.md", "one");
	put_entry("b.md", "one");
	sh("chmod +x a.md");
	snapshot();
	assert_string_equal(sh("git ls-tree HEAD | cut -c1-6"),
			    "100755\n100644");
	sh("chmod -x a.md && chmod +x b.md");
	snapshot();
	assert_string_equal(sh("git ls-tree HEAD | cut -c1-6"),
			    "100644\n100755");
	sh("git config core.fileMode false && chmod +x a.md && chmod -x b.md");
	put_entry("b.md", "two");
	snapshot();
	assert_string_equal(sh("git ls-tree HEAD | cut -c1-6"),
			    "100644\n100755");
}

static void line_ends_are_converted(void **state)
{
	(void)state;
	sh("git config core.autocrlf true");
	put("a.md", "---\r\ncompany: Acme\r\n---\r\nx\r\n");
	snapshot();
	assert_string_equal(sh("git show HEAD:a.md | tr -dc '\\r' | wc -c | "
			       "tr -d ' '"),
			    "0");
	assert_string_equal(sh("git status --porcelain"), "");
	sh("git config core.autocrlf false");
	put(".gitattributes", "*.md text eol=lf\n");
	put("b.md", "---\r\ncompany: Acme\r\n---\r\nx\r\n");
	snapshot();
	assert_string_equal(sh("git show HEAD:b.md | tr -dc '\\r' | wc -c | "
			       "tr -d ' '"),
			    "0");
	assert_string_equal(sh("git status --porcelain"), "?? .gitattributes");
}

static void a_clean_filter_is_refused(void **state)
{
	(void)state;
	put(".gitattributes", "private/** filter=git-crypt\n");
	sh("mkdir private && git add . && git commit -qm first");
	put_entry("a.md", "one");
	snapshot();
	put_entry("private/b.md", "secret");
	assert_refused(JSCAN_ERR_REFUSED, "filter=git-crypt");
	assert_non_null(strstr(world_error.message, "private/b.md"));
	check_repository();
	assert_string_equal(sh("git cat-file --batch-all-objects "
			       "--batch-check | grep -c blob"),
			    "2");
	sh("rm -r private");
	put(".gitattributes", "*.md working-tree-encoding=UTF-16\n");
	put_entry("c.md", "x");
	assert_refused(JSCAN_ERR_REFUSED, "working-tree-encoding=UTF-16");
}

static void sparse_checkout_deletes_nothing(void **state)
{
	(void)state;
	sh("mkdir a b");
	put_entry("a/x.md", "one");
	put_entry("b/y.md", "two");
	snapshot();
	sh("git sparse-checkout set --no-cone /a && test ! -e b/y.md");
	put_entry("a/x.md", "three");
	snapshot();
	assert_made(true);
	assert_string_equal(sh("git ls-tree -r --name-only HEAD"),
			    "a/x.md\nb/y.md");
	assert_string_equal(sh("git status --porcelain"), "");
	assert_string_equal(sh("git ls-files -t"), "H a/x.md\nS b/y.md");
}

static void flags_of_the_index_are_kept(void **state)
{
	(void)state;
	put_entry("a.md", "one");
	put_entry("b.md", "one");
	put_entry("c.md", "one");
	snapshot();
	sh("git update-index --assume-unchanged a.md && "
	   "git update-index --skip-worktree b.md");
	put_entry("a.md", "two");
	put_entry("b.md", "two");
	put_entry("c.md", "two");
	put_entry("d.md", "new");
	put_entry("e.md", "new");
	put("f.txt", "new");
	sh("git add -N d.md f.txt");
	snapshot();
	assert_string_equal(sh("git show --format= --name-status"),
			    "M\tc.md\nA\td.md\nA\te.md");
	assert_string_equal(sh("git ls-files -v"),
			    "h a.md\nS b.md\nH c.md\nH d.md\nH e.md\nH f.txt");
	assert_string_equal(sh("git status --porcelain"), " A f.txt");
}

static void other_versions_of_the_index(void **state)
{
	(void)state;
	sh("mkdir d");
	put_entry("a.md", "one");
	put_entry("d/b.md", "one");
	put("d/c.txt", "c");
	put("d/cc.txt", "c");
	sh("git add . && git commit -qm x && "
	   "git update-index --index-version 4");
	put_entry("d/b.md", "two");
	put_entry("d/ca.md", "three");
	snapshot();
	assert_string_equal(sh("git status --porcelain"), "");
	assert_string_equal(sh("git ls-files"),
			    "a.md\nd/b.md\nd/c.txt\nd/ca.md\nd/cc.txt");
	assert_string_equal(sh("od -An -j7 -N1 -t d1 .git/index | tr -d ' '"),
			    "4");
	sh("git config feature.manyFiles true && "
	   "git config index.skipHash true && git update-index "
	   "--untracked-cache && touch zz && git status");
	put_entry("a.md", "four");
	snapshot();
	assert_string_equal(sh("git status --porcelain"), "?? zz");
}

static void an_index_without_a_hash(void **state)
{
	(void)state;
	put_entry("a.md", "one");
	snapshot();
	/* index.skipHash needs git 2.40: the hash is wiped by hand. */
	sh("size=$(wc -c <.git/index) && head -c 20 /dev/zero | dd "
	   "of=.git/index bs=1 seek=$((size - 20)) conv=notrunc 2>/dev/null");
	put_entry("a.md", "two");
	assert_int_equal(snapshot_status(), 0);
	assert_made(true);
	assert_string_equal(sh("tail -c 20 .git/index | tr -d '\\000' | "
			       "wc -c | tr -d ' '"),
			    "0");
	sh("head -c -20 .git/index >new && sha1sum new | cut -c1-40 | "
	   "perl -ne 'chomp; print pack(\"H*\", $_)' >>new && "
	   "mv new .git/index");
	check_repository();
	assert_string_equal(sh("git status --porcelain"), "");
}

static void an_index_that_is_not_supported(void **state)
{
	(void)state;
	put_entry("a.md", "one");
	snapshot();
	put_entry("b.md", "two");
	sh("git update-index --split-index");
	assert_refused(JSCAN_ERR_REPOSITORY, "--no-split-index");
	sh("git update-index --no-split-index");
	snapshot();
	assert_made(true);
	put_entry("c.md", "three");
	sh("mkdir x y; echo 1 >x/f; echo 1 >y/f; git add x y; "
	   "git commit -qm x; git sparse-checkout set --cone --sparse-index x");
	assert_refused(JSCAN_ERR_REPOSITORY, "--no-sparse-index");
	sh("git sparse-checkout reapply --no-sparse-index");
	snapshot();
	assert_made(true);
	assert_string_equal(sh("git status --porcelain"), "");
	sh("printf xxxxx | dd of=.git/index bs=1 seek=60 conv=notrunc "
	   "2>/dev/null");
	put_entry("c.md", "four");
	assert_refused(JSCAN_ERR_REPOSITORY, "damaged");
}

static void a_merge_with_a_conflict_is_refused(void **state)
{
	(void)state;
	put_entry("a.md", "one");
	snapshot();
	sh("git checkout -q -b side && sed -i s/one/side/ a.md && "
	   "git commit -qam side && git checkout -q main && "
	   "sed -i s/one/main/ a.md && git commit -qam main && "
	   "! git merge -q side >/dev/null");
	assert_refused(JSCAN_ERR_REFUSED, "a merge is under way");
	put_entry("a.md", "both");
	sh("git add a.md");
	put_entry("a.md", "both and more");
	assert_refused(JSCAN_ERR_REFUSED, "a merge is under way");
	assert_string_equal(sh("git status --porcelain"), "MM a.md");
	sh("git reset -q --hard");
	put_entry("a.md", "one");
	snapshot();
	assert_made(true);
}

static void states_are_refused_by_name(void **state)
{
	static const struct {
		const char *start;
		const char *words;
		const char *end;
	} cases[] = {
		{"git rebase side", "a rebase is under way",
		 "git rebase --abort"},
		{"git rebase --apply side", "a rebase is under way",
		 "git rebase --abort"},
		{"git cherry-pick side", "a cherry-pick is under way",
		 "git cherry-pick --abort"},
		{"git revert --no-edit HEAD~1", "a revert is under way",
		 "git revert --abort"},
		{"git bisect start && git bisect bad && false",
		 "a bisect is under way", "git bisect reset"},
	};

	(void)state;
	put_entry("a.md", "one");
	snapshot();
	sh("git checkout -q -b side && sed -i s/one/side/ a.md && "
	   "git commit -qam side && git checkout -q main && "
	   "sed -i s/one/main/ a.md && git commit -qam main && "
	   "sed -i s/main/more/ a.md && git commit -qam more");
	for (size_t i = 0; i < COUNT_OF(cases); i++) {
		char before[64];
		int status;

		sh_status(&status, "%s", cases[i].start);
		assert_int_not_equal(status, 0);
		strcpy(before, sh("git rev-parse HEAD"));
		put_entry("new.md", "x");
		assert_refused(JSCAN_ERR_REFUSED, cases[i].words);
		assert_string_equal(sh("git rev-parse HEAD"), before);
		check_repository();
		sh("rm new.md && %s", cases[i].end);
	}
}

static void a_conflict_without_a_merge_is_refused(void **state)
{
	(void)state;
	put_entry("a.md", "one");
	snapshot();
	put_entry("a.md", "two");
	sh("git stash -q");
	put_entry("a.md", "three");
	snapshot();
	sh("! git stash pop");
	assert_refused(JSCAN_ERR_REFUSED, "'a.md' is in conflict");
}

static void a_lock_of_another_program_is_left(void **state)
{
	(void)state;
	put_entry("a.md", "one");
	snapshot();
	put_entry("a.md", "two");
	sh("touch .git/index.lock");
	assert_refused(JSCAN_ERR_REFUSED, "/.git/index.lock'");
	sh("rm .git/index.lock && touch .git/refs/heads/main.lock");
	assert_refused(JSCAN_ERR_REFUSED, "refs/heads/main.lock'");
	assert_string_equal(sh("git status --porcelain"), " M a.md");
	sh("rm .git/refs/heads/main.lock");
	snapshot();
	assert_made(true);
	assert_string_equal(sh("git status --porcelain"), "");
}

static void a_bare_repository_is_refused(void **state)
{
	(void)state;
	sh("rm -rf .git && git init -q --bare .");
	put_entry("a.md", "one");
	assert_refused(JSCAN_ERR_REFUSED, "is bare");
}

static void no_repository(void **state)
{
	(void)state;
	sh("rm -rf .git");
	put_entry("a.md", "one");
	assert_refused(JSCAN_ERR_NO_REPOSITORY, "git init");
	assert_string_equal(sh("ls -A"), "a.md");
}

static void formats_that_are_not_supported(void **state)
{
	(void)state;
	put_entry("a.md", "one");
	sh("rm -rf .git && git init -q --object-format=sha256");
	assert_refused(JSCAN_ERR_REPOSITORY, "SHA-256");
	sh("rm -rf .git && git init -q && "
	   "git config core.repositoryFormatVersion 1 && "
	   "git config extensions.refStorage reftable");
	assert_refused(JSCAN_ERR_REPOSITORY, "reftable");
	sh("sed -i s/refStorage.*/newFangled/ .git/config");
	assert_refused(JSCAN_ERR_REPOSITORY, "newfangled");
}

static void worktree_config_and_partial_clones_work(void **state)
{
	(void)state;
	put_entry("a.md", "one");
	snapshot();
	sh("git config core.repositoryFormatVersion 1 && "
	   "git config extensions.worktreeConfig true && "
	   "git config --worktree user.name 'Work Tree' && "
	   "git config extensions.partialClone origin");
	put_entry("a.md", "two");
	snapshot();
	assert_made(true);
	assert_string_equal(sh("git log -1 --format=%%an"), "Work Tree");
}

static void an_unknown_identity_names_the_keys(void **state)
{
	(void)state;
	put_entry("a.md", "one");
	sh("git config --global --unset user.name");
	assert_refused(JSCAN_ERR_REFUSED, "user.name");
	assert_non_null(strstr(world_error.message, "user.email"));
	world_set(2, "GIT_AUTHOR_NAME", "Author <x>");
	world_set(3, "GIT_COMMITTER_NAME", "Committer");
	snapshot();
	assert_string_equal(sh("git log -1 --format='%%an|%%cn|%%ce'"),
			    "Author x|Committer|ann@example.com");
}

static void signing_is_not_left_out_silently(void **state)
{
	(void)state;
	put_entry("a.md", "one");
	sh("git config commit.gpgsign true");
	assert_refused(JSCAN_ERR_REFUSED, "commit.gpgsign");
}

static void another_ref_leaves_head_and_index(void **state)
{
	char before[256];

	(void)state;
	put_entry("a.md", "one");
	put("code.c", "int a;\n");
	sh("git add code.c && git commit -qm code && git add a.md");
	strcpy(before, sh("sha1sum .git/index; git rev-parse HEAD"));
	world_ref = "refs/journal/daily";
	snapshot();
	assert_made(true);
	snapshot();
	assert_made(false);
	put_entry("a.md", "two");
	put("REPORT.md", "r\n");
	snapshot();
	assert_made(true);
	assert_string_equal(sh("sha1sum .git/index; git rev-parse HEAD"),
			    before);
	assert_string_equal(sh("git ls-tree -r --name-only "
			       "refs/journal/daily"),
			    "REPORT.md\na.md");
	assert_string_equal(sh("git rev-list --count refs/journal/daily"), "2");
	world_ref = "main";
	snapshot();
	assert_made(true);
	assert_string_equal(sh("git status --porcelain"), "");
	world_ref = "no good..name";
	put_entry("a.md", "three");
	assert_refused(JSCAN_ERR_REFUSED, "no name for a branch");
	world_ref = NULL;
}

static void git_dir_of_another_repository_is_left(void **state)
{
	char other[160];

	(void)state;
	sh("git init -q ../other && git -C ../other commit -q --allow-empty -m "
	   "x");
	snprintf(other, sizeof(other), "%s/other/.git", world_root);
	world_set(2, "GIT_DIR", other);
	world_set(3, "GIT_INDEX_FILE", "index");
	put_entry("a.md", "one");
	snapshot();
	assert_made(true);
	assert_string_equal(sh("git ls-tree -r --name-only HEAD"), "a.md");
	assert_string_equal(sh("git -C ../other rev-list --count HEAD"), "1");
	assert_string_equal(sh("git -C ../other status --porcelain"), "");
}

static void git_dir_with_a_work_tree_is_used(void **state)
{
	char path[160];

	(void)state;
	sh("rm -rf .git && git init -q --bare ../store.git && "
	   "git -C ../store.git config core.bare false");
	snprintf(path, sizeof(path), "%s/store.git", world_root);
	world_set(2, "GIT_DIR", path);
	world_set(3, "GIT_WORK_TREE", world_dir);
	put_entry("a.md", "one");
	assert_int_equal(snapshot_status(), 0);
	assert_made(true);
	assert_string_equal(sh("git --git-dir=../store.git --work-tree=. "
			       "status --porcelain"),
			    "");
}

static void many_new_files_make_one_pack(void **state)
{
	(void)state;
	sh("for d in 1 2 3 4 5; do mkdir $d; for i in $(seq 50); do "
	   "printf -- '---\\ncompany: A\\n---\\n%%s\\n' $d$((i / 2)) "
	   ">$d/$i.md; done; done");
	snapshot();
	assert_made(true);
	assert_string_equal(sh("ls .git/objects/pack | sed 's/.*\\.//'"),
			    "idx\npack");
	assert_string_equal(sh("find .git/objects -type f | grep -vc pack || "
			       "true"),
			    "0");
	assert_string_equal(sh("git ls-files | wc -l | tr -d ' '"), "250");
	assert_string_equal(sh("git status --porcelain"), "");
	sh("for i in $(seq 120); do echo more >>1/$i.md; done");
	put_entry("2/1.md", "x");
	snapshot();
	assert_string_equal(
		sh("git status --porcelain | grep -v '[?][?]' || true"), "");
}

static void reports_in_large_folders_of_packed_refs(void **state)
{
	(void)state;
	put_entry("a.md", "one");
	snapshot();
	sh("git checkout -q -b 'feature/#1 \xc3\xa9@x' 2>/dev/null || "
	   "git checkout -q -b feature/x; git gc -q");
	put_entry("a.md", "two");
	snapshot();
	assert_made(true);
	assert_string_equal(sh("git rev-list --count HEAD"), "2");
	assert_string_equal(sh("git status --porcelain"), "");
}

static void links_are_left_alone(void **state)
{
	(void)state;
	put("outside.txt", "---\ncompany: x\n---\n");
	sh("ln -s outside.txt link.md && ln -s outside.txt REPORT.md");
	put_entry("a.md", "one");
	snapshot();
	assert_string_equal(sh("git ls-tree -r --name-only HEAD"), "a.md");
}

static void names_that_git_cannot_hold(void **state)
{
	(void)state;
	sh("mkdir GIT~1");
	put_entry("GIT~1/a.md", "one");
	assert_refused(JSCAN_ERR_REFUSED, "GIT~1/a.md");
	sh("rm -r GIT~1");
	put_entry("new\nline.md", "x");
	snapshot();
	assert_string_equal(sh("git log -1 --format=%%s"),
			    "journal: add new?line.md; 2 overdue");
}

static void a_shared_repository_stays_shared(void **state)
{
	(void)state;
	sh("git config core.sharedRepository group");
	put_entry("a.md", "one");
	sh("umask 077; true");
	snapshot();
	assert_string_equal(sh("find .git/objects -type f ! -perm -040"), "");
	assert_string_equal(sh("find .git/objects -mindepth 1 -maxdepth 1 "
			       "-type d -name '[0-9a-f]*' ! -perm -2070"),
			    "");
}

static void what_was_racy_is_not_called_clean(void **state)
{
	static const char *const later[] = {"0.2", "0.5"};

	(void)state;
	put_entry("a.md", "one");
	put("b.txt", "old\n");
	sh("git config core.trustctime false && "
	   "git add . && git commit -qm x");
	/* The same size and second as when it was staged. */
	for (size_t i = 0; i < COUNT_OF(later); i++) {
		sh("printf 'old\\n' >b.txt && touch -d @170000000%s b.txt && "
		   "git update-index --refresh && touch -d @1700000000.2 "
		   ".git/index && printf 'new\\n' >b.txt && "
		   "touch -d @170000000%s b.txt",
		   later[0], later[i]);
		put_entry("a.md", later[i]);
		snapshot();
		assert_string_equal(sh("git status --porcelain"), " M b.txt");
	}
}

static void sixteen_at_once(void **state)
{
	pid_t children[16];

	(void)state;
	put_entry("a.md", "one");
	snapshot();
	put_entry("a.md", "two");
	for (size_t i = 0; i < COUNT_OF(children); i++) {
		children[i] = fork();
		assert_true(children[i] >= 0);
		if (!children[i])
			_exit(snapshot_status() ? 2 : world_snapshot.is_made);
	}
	for (size_t i = 0; i < COUNT_OF(children); i++) {
		int status;

		assert_int_equal(waitpid(children[i], &status, 0), children[i]);
		assert_true(WIFEXITED(status));
		assert_in_range(WEXITSTATUS(status), 0, 1);
	}
	assert_string_equal(sh("git rev-list --count HEAD"), "2");
	check_repository();
	assert_string_equal(sh("git status --porcelain"), "");
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, world_start, world_end)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(first_snapshot_of_an_unborn_branch),
		TEST(nothing_changed_makes_nothing),
		TEST(a_read_only_repository_with_no_change_is_fine),
		TEST(what_is_staged_stays_staged),
		TEST(a_staged_deletion_stays_staged),
		TEST(deletions_of_entries_only),
		TEST(a_file_becomes_a_folder_and_back),
		TEST(names_in_an_order_that_trees_find_odd),
		TEST(a_subfolder_of_a_larger_repository),
		TEST(detached_head),
		TEST(a_linked_work_tree),
		TEST(a_submodule_is_its_own),
		TEST(a_repository_within_is_left_alone),
		TEST(ignored_files_stay_out),
		TEST(ignored_by_exclude_and_by_the_person),
		TEST(modes_are_kept),
		TEST(line_ends_are_converted),
		TEST(a_clean_filter_is_refused),
		TEST(sparse_checkout_deletes_nothing),
		TEST(flags_of_the_index_are_kept),
		TEST(other_versions_of_the_index),
		TEST(an_index_without_a_hash),
		TEST(an_index_that_is_not_supported),
		TEST(a_merge_with_a_conflict_is_refused),
		TEST(states_are_refused_by_name),
		TEST(a_conflict_without_a_merge_is_refused),
		TEST(a_lock_of_another_program_is_left),
		TEST(a_bare_repository_is_refused),
		TEST(no_repository),
		TEST(formats_that_are_not_supported),
		TEST(worktree_config_and_partial_clones_work),
		TEST(an_unknown_identity_names_the_keys),
		TEST(signing_is_not_left_out_silently),
		TEST(another_ref_leaves_head_and_index),
		TEST(git_dir_of_another_repository_is_left),
		TEST(git_dir_with_a_work_tree_is_used),
		TEST(many_new_files_make_one_pack),
		TEST(reports_in_large_folders_of_packed_refs),
		TEST(links_are_left_alone),
		TEST(names_that_git_cannot_hold),
		TEST(a_shared_repository_stays_shared),
		TEST(what_was_racy_is_not_called_clean),
		TEST(sixteen_at_once),
	};

	return cmocka_run_group_tests_name("git snapshot", tests, NULL, NULL);
}
