#!/usr/bin/env bats
# The hook in further states of the index, the repository and the system: after
# each the commit has its own report, and nothing else has moved.

load hooked

# What the program does in these states it does in hook.bats, too, where the
# sanitizers look at it.
unsanitized_hooked() {
	case $JOURNALSCAN in
	*asan*) skip "hook.bats is for the sanitizers" ;;
	esac
	hooked
}

@test "K08 K09: commit -p, the second hunk; add -p, then edited" {
	unsanitized_hooked
	edit Brill Hunk1
	echo 'An afterthought, due 2026-10-30.' >>brill.md
	printf 'n\ny\n' | git commit -qpm second >/dev/null
	settled
	run ! git grep -q Hunk1 HEAD
	git show HEAD:brill.md | grep -q afterthought
	[ "$(git status --porcelain)" = " M brill.md" ]
	printf 'y\n' | git add -p >/dev/null
	edit Hunk1 Edited
	git commit -qm third
	settled
	git show HEAD:REPORT.md | grep -q Hunk1
	run ! git grep -q Edited HEAD
	grep -q Edited brill.md
}

@test "K11 K16: commit PATH with nothing else staged, and from a subfolder" {
	unsanitized_hooked
	edit Brill Alone
	git commit -qm second brill.md
	settled
	git show HEAD:REPORT.md | grep -q Alone
	[ -z "$(git status --porcelain)" ]
	mkdir sub
	note sub/inner.md <<<$'---\ncompany: Inner\ndate: 2026-10-01\n---'
	git add sub && git commit -qm sub
	edit Inner Below sub/inner.md
	edit Alone Elsewhere
	git add brill.md
	(cd sub && git commit -qm third inner.md)
	settled
	git show HEAD:REPORT.md | grep -q Below
	run ! git grep -q Elsewhere HEAD
	[ "$(git status --porcelain)" = "M  brill.md" ]
}

# A commit of some paths whose report the real index did not get: its hook could
# not read the lock, and nothing came after the commit.
behind() {
	unsanitized_hooked
	mv .git/hooks/post-commit ..
	before=$(git rev-parse :REPORT.md)
	edit Brill "$1"
	git commit -qm second brill.md
	git update-index --cacheinfo "100644,$before,REPORT.md"
	[ "$(git status --porcelain)" = "MM REPORT.md" ]
	mv ../post-commit .git/hooks
}

@test "an index that a commit of some paths left behind follows the next one" {
	behind Alone
	edit Alone Together
	git commit -qm third brill.md
	settled
	git show HEAD:REPORT.md | grep -q Together
	[ -z "$(git status --porcelain)" ]
}

@test "a commit of no note brings no older report back" {
	behind Alone
	echo 'int a;' >code.c
	git add code.c
	git commit -qm third
	settled
	git show HEAD:REPORT.md | grep -q Alone
	[ -z "$(git status --porcelain)" ]
}

@test "an index that is locked after a commit of some paths follows later" {
	behind Alone
	: >.git/index.lock
	run .git/hooks/post-commit
	[[ $output == *"index is locked"* ]]
	rm .git/index.lock
	[ "$(git status --porcelain)" = "MM REPORT.md" ]
	.git/hooks/post-commit
	[ -z "$(git status --porcelain)" ]
	[ ! -e .git/journalscan/partial ]
}

@test "K22 K25: GIT_DIR alone, and an index named from the folder" {
	unsanitized_hooked
	edit Brill Alone
	GIT_DIR=.git git commit -qam second
	settled
	git show HEAD:REPORT.md | grep -q Alone
	cp .git/index other
	echo other >>.git/info/exclude
	edit Alone Relative
	GIT_INDEX_FILE=other git add brill.md
	GIT_INDEX_FILE=other git commit -qm third
	fits
	git show HEAD:REPORT.md | grep -q Relative
	git show :brill.md | grep -q Alone
}

@test "K31: git ignores nothing that was added by force, and all else" {
	unsanitized_hooked
	note other.md <<<$'---\ncompany: Unforced\ndate: 2026-10-01\n---'
	printf 'secret*\nother.md\n' >.gitignore
	note secret.md <<<$'---\ncompany: Secret\ndate: 2026-10-01\n---'
	git add .gitignore
	git add -f secret.md
	git commit -qm forced
	settled
	git show HEAD:REPORT.md | grep -q Secret
	run ! git grep -q Unforced HEAD
	[ -z "$(git status --porcelain)" ]
}

@test "K45: a sparse index is said, and the commit goes on" {
	unsanitized_hooked
	mkdir -p far/away near
	note far/away/far.md <<<$'---\ncompany: Far\ndate: 2026-10-01\n---'
	note near/near.md <<<$'---\ncompany: Near\ndate: 2026-10-01\n---'
	git add . && git commit -qm folders
	git sparse-checkout set --cone --sparse-index near 2>/dev/null
	edit Brill Sparse
	run git commit -am sparse
	[ "$status" -eq 0 ]
	[ "$(git rev-list --count HEAD)" = 3 ]
	# As it should be, or said with what undoes it.
	fits || [[ $output == *"sparse"* ]]
	git fsck --strict --no-dangling
	git cat-file -e HEAD:far/away/far.md
	git sparse-checkout disable
	edit Sparse Whole
	git commit -qam whole
	settled
	grep -q Far REPORT.md
}

@test "K49: signing fails: nothing is lost, the next commit is right" {
	unsanitized_hooked
	git config commit.gpgsign true
	git config gpg.program false
	edit Brill Signed
	git add brill.md
	run ! git commit -qm second
	[ "$(git rev-list --count HEAD)" = 1 ]
	whole
	git show :brill.md | grep -q Signed
	git config commit.gpgsign false
	git commit -qm second
	settled
	git show HEAD:REPORT.md | grep -q Signed
}

@test "K54: a work tree of a submodule, with a hook of its own folder" {
	unsanitized_hooked
	git init -q ../super
	git -C ../super -c protocol.file.allow=always submodule --quiet add \
		"$PWD" journal
	cd ../super/journal
	git config user.name x
	git config user.email x
	js hook install
	pin_day
	git worktree add -q ../../linked
	before=$(git -C .. ls-files -s; tree)
	(
		cd ../../linked
		edit Brill Linked
		git commit -qam linked
		settled
		git show HEAD:REPORT.md | grep -q Linked
	)
	[ "$before" = "$(git -C .. ls-files -s; tree)" ]
}

@test "K56: an index and a folder that may not be written" {
	without_privileges
	unsanitized_hooked
	edit Brill Locked
	git add brill.md
	before=$(git rev-parse HEAD; git ls-files -s; cat REPORT.md)
	chmod -R a-w .git
	run "${as[@]}" git commit -m locked
	chmod -R u+w .git
	# Git has the last word; nothing is half done.
	[ "$status" -ne 0 ]
	[ "$before" = "$(git rev-parse HEAD; git ls-files -s; cat REPORT.md)" ]
	whole
	chmod a-w . REPORT.md
	run "${as[@]}" git commit -m report
	chmod u+w . REPORT.md
	[ "$status" -eq 0 ]
	[[ $output == *REPORT.md* ]] || settled
	whole
	edit Locked After
	git commit -qam after
	fits
}

@test "K58: a commit to a journal of 500 notes takes under two seconds" {
	unsanitized_hooked
	awk 'BEGIN { for (i = 0; i < 500; i++) {
		file = "n" i ".md"
		printf "---\ncompany: C%d\ndate: 2026-10-01\ncontacts: D <d%d@x.example>\n---\nI rambled. Call by 2026-10-20.\n", i, i >file
		close(file)
	} }'
	git add . && git commit -qm many
	edit Brill Timed
	git add brill.md
	# The work, not the wait for a machine that does other things.
	TIMEFORMAT='%3U %3S'
	spent=$({ time git commit -qm timed >/dev/null 2>&1; } 2>&1)
	fits
	awk -v s="$spent" 'BEGIN { split(s, t); exit t[1] + t[2] > 2 }'
}
