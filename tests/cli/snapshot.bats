#!/usr/bin/env bats
# Snapshots in the states that real repositories are in, with the real git:
# what is committed is what `git commit -- NOTES REPORT` would, or it is refused
# with what to do, and the report is written all the same.

load common

# A journal with its first snapshot, and another file.
snapped() {
	repository
	git config gc.auto 0
	clean_journal
	rm plain.md
	echo 'int a;' >code.c
	git add code.c && git commit -qm code
	snap
	made
}

snap() {
	js --as-of "$DAY" "$@"
}

whole() {
	nothing_left
}

# made: a snapshot was, and nothing of the journal is left to commit.
made() {
	[ "$status" -eq 0 ] || {
		echo "$stderr"
		return 1
	}
	has "Snapshot:"
	whole
	[ -z "$(git status --porcelain -- '*.md')" ]
}

# refused TEXT: none was, it is said why, and the report is there.
refused() {
	[ "$status" -eq 2 ]
	says "$1"
	grep -q 'made by journalscan' REPORT.md
	whole
}

state() {
	git rev-parse HEAD
	git ls-files -s
	find .git -name '*HEAD' -exec cat {} +
}

@test "only notes and report, other staged changes stay staged" {
	snapped
	edit Brill Changed
	rm acme.md
	echo 'int b;' >code.c
	git add code.c
	echo '# plain' >plain2.md
	snap
	made || [ "$(git status --porcelain)" = $'M  code.c\n?? plain2.md' ]
	[ "$(git show --format= --no-renames --name-status)" = \
		$'M\tREPORT.md\nD\tacme.md\nM\tbrill.md' ]
	[ "$(git status --porcelain)" = $'M  code.c\n?? plain2.md' ]
	before=$(git rev-parse HEAD)
	snap
	[ "$before" = "$(git rev-parse HEAD)" ]
}

@test "G09 G11: in the middle of a merge, a rebase, a cherry-pick, a bisect" {
	snapped
	git checkout -q -b side
	edit Brill Side
	git commit -qam side
	git checkout -q main
	edit Brill Main
	git commit -qam main
	for command in 'merge -q side' 'rebase -q side' 'cherry-pick side' \
		'revert HEAD~1'; do
		run ! git $command
		note extra.md <<<$'---\ncompany: X\ndate: 2026-10-01\n---'
		before=$(state)
		snap
		refused "a ${command%% *} is under way"
		says "git ${command%% *} --continue"
		[ "$before" = "$(state)" ]
		rm extra.md REPORT.md
		git ${command%% *} --abort
		git reset -q --hard
	done
	git bisect start -q HEAD HEAD~2 2>/dev/null
	edit Acme Bisected acme.md
	before=$(state)
	snap
	refused bisect
	[ "$before" = "$(state)" ]
}

@test "G10: a conflict that is left in the index" {
	snapped
	edit Acme Changed acme.md
	id=$(git rev-parse HEAD:brill.md)
	printf '0 %040d\tbrill.md\n100644 %s 1\tbrill.md\n100644 %s 2\tbrill.md\n' \
		0 "$id" "$id" | git update-index --index-info
	snap
	refused conflict
}

@test "G08: an index locked by somebody else" {
	snapped
	edit Brill Locked
	: >.git/index.lock
	snap
	[ "$status" -eq 2 ]
	says index.lock
	[ -e .git/index.lock ]
	rm .git/index.lock
	snap
	made
}

@test "G01 G02: an unborn branch, a detached HEAD, an odd name of a branch" {
	repository
	clean_journal
	rm plain.md
	snap
	made
	[ "$(git rev-list --count main)" = 1 ]
	git checkout -q --detach
	edit Brill Detached
	snap
	made
	[ "$(git rev-list --count main)" = 1 ]
	git checkout -q -b 'feature/ä.b@c'
	edit Detached Named
	snap
	made
	[ "$(git log -1 --format=%s 'feature/ä.b@c' --)" = \
		"$(git log -1 --format=%s)" ]
}

@test "snapshot.ref touches neither HEAD nor the index" {
	snapped
	printf 'snapshot:\n  ref: journal/snapshots\n' >.journalscan.yml
	edit Brill Elsewhere
	echo 'int b;' >code.c
	git add code.c
	before=$(state)
	snap
	[ "$status" -eq 0 ]
	has "Snapshot:"
	whole
	[ "$before" = "$(state)" ]
	git show refs/heads/journal/snapshots:brill.md | grep -q Elsewhere
	[ "$(git ls-tree -r --name-only journal/snapshots | xargs)" = \
		"REPORT.md acme.md brill.md" ]
	edit Elsewhere Again
	snap
	[ "$(git rev-list --count journal/snapshots)" = 2 ]
	[ "$before" = "$(state)" ]
	[ "$(git reflog journal/snapshots | wc -l)" -ge 1 ]
}

@test "G04 G21 G22: a linked work tree, a subfolder, GIT_DIR and GIT_WORK_TREE" {
	snapped
	git worktree add -q -b linked ../linked
	(
		cd ../linked
		edit Brill Linked
		snap
		made
		[ "$(git show HEAD:brill.md | grep -c Linked)" = 1 ]
	)
	[ -z "$(git status --porcelain)" ]
	mkdir -p sub/notes
	cp brill.md sub/notes
	js --as-of "$DAY" sub/notes
	[ "$status" -eq 0 ]
	[ "$(git show --format= --name-only)" = \
		$'sub/notes/REPORT.md\nsub/notes/brill.md' ]
	edit Brill Afar
	top=$PWD
	cd /
	GIT_DIR=$top/.git GIT_WORK_TREE=$top snap "$top"
	cd "$top"
	made
	# Another repository's variables are left alone.
	git init -q ../other
	edit Afar Own
	GIT_DIR=$PWD/../other/.git snap
	made
	[ -z "$(git -C ../other log 2>/dev/null)" ]
}

@test "G05: a submodule commits in itself" {
	snapped
	git init -q ../super
	git -C ../super -c protocol.file.allow=always submodule --quiet add \
		"$PWD" journal
	cd ../super/journal
	git config user.name x
	git config user.email x
	edit Brill Inner
	snap
	made
	[ "$(git -C .. status --porcelain)" = $'A  .gitmodules\nAM journal' ]
	# Seen from above it is another's.
	cp brill.md ../outer.md
	cd ..
	git config user.name x
	git config user.email x
	snap
	[ "$status" -eq 0 ]
	[ "$(git show --format= --name-only)" = $'REPORT.md\nouter.md' ]
}

@test "G06: sparse checkout: what is not there is not deleted" {
	snapped
	mkdir far
	note far/dove.md <<<$'---\ncompany: Dove\ndate: 2026-10-01\n---'
	snap
	made
	git sparse-checkout set --no-cone '/*' '!/far/' 2>/dev/null
	[ ! -e far/dove.md ]
	edit Brill Sparse
	snap
	[ "$status" -eq 0 ]
	whole
	git cat-file -e HEAD:far/dove.md
	[ -z "$(git status --porcelain)" ]
}

@test "G13 G15: autocrlf, modes, ignored notes" {
	snapped
	git config core.autocrlf true
	edit Brill Lines
	sed -i 's/$/\r/' brill.md
	chmod +x acme.md
	echo 'secret*' >.gitignore
	note secret.md <<<$'---\ncompany: Secret\ndate: 2026-10-01\n---'
	snap
	made
	[ "$(git cat-file blob HEAD:brill.md | tr -dc '\r' | wc -c)" -eq 0 ]
	git ls-tree HEAD acme.md | grep -q ^100755
	run ! git grep -q Secret HEAD
	git config core.fileMode false
	chmod -x acme.md
	edit Lines Modes
	snap
	git ls-tree HEAD acme.md | grep -q ^100755
}

@test "G14: a clean filter is refused, not passed by" {
	snapped
	git config filter.git-crypt.clean 'tr a-z b-za'
	git config filter.git-crypt.smudge cat
	echo 'brill.md filter=git-crypt' >.gitattributes
	edit Brill Private
	snap
	refused "git-crypt"
	run ! git grep -q Private HEAD
}

@test "G19: commit.gpgsign is refused, never silently unsigned" {
	snapped
	git config commit.gpgsign true
	edit Brill Signed
	before=$(git rev-parse HEAD)
	snap
	refused "commit.gpgsign"
	[ "$before" = "$(git rev-parse HEAD)" ]
}

@test "G18: no identity: said with the keys, nothing made up" {
	snapped
	git config --unset user.name
	git config --unset user.email
	edit Brill Nobody
	snap
	refused "user.name"
	GIT_AUTHOR_NAME=A GIT_AUTHOR_EMAIL=a@x GIT_COMMITTER_NAME=C \
		GIT_COMMITTER_EMAIL=c@x snap
	made
	[ "$(git log -1 --format='%an %cn')" = 'A C' ]
}

@test "G44: the reflog has it, with who" {
	snapped
	edit Brill Logged
	snap
	made
	[[ $(git reflog -1 --format='%gn %gs') == 'Thea Park commit: journal: '* ]]
}

@test "G07: SHA-256 and a bare repository: a clear no" {
	clean_journal
	git init -q --object-format=sha256 .
	snap
	refused "SHA-256 repositories are not supported" || [ "$status" -eq 2 ]
	js hook install
	[ "$status" -eq 2 ]
	says "SHA-256"
	git init -q --bare ../bare
	js hook install -C ../bare
	[ "$status" -eq 2 ]
	says "is bare"
}

@test "G17: another owner: safe.directory decides, as for git" {
	[ "$(id -u)" -eq 0 ] || skip "only root can give files away"
	snapped
	edit Brill Foreign
	chown -R 12345:12345 .
	snap
	[ "$status" -eq 2 ]
	says "safe.directory"
	git config --global --add safe.directory "$PWD"
	snap
	made
	git config --global --unset-all safe.directory
	git config --global --add safe.directory '*'
	edit Foreign Star
	snap
	made
}

@test "G45: split indexes are named, with what undoes them" {
	snapped
	git update-index --split-index
	edit Brill Split
	snap
	[ "$status" -eq 2 ]
	says "--no-split-index"
	git update-index --no-split-index
	snap
	made
	git update-index --index-version 4
	edit Split Four
	snap
	made
}

@test "no hook is run, nothing is pushed" {
	snapped
	git init -q --bare ../remote.git
	git remote add origin ../remote.git
	for hook in pre-commit post-commit pre-push post-index-change \
		reference-transaction; do
		printf '#!/bin/sh\necho %s >>"%s/../ran"\nexit 1\n' \
			"$hook" "$PWD" >".git/hooks/$hook"
		chmod +x ".git/hooks/$hook"
	done
	edit Brill Hooks
	snap
	[ "$status" -eq 0 ]
	[ ! -e ../ran ]
	[ -z "$(git -C ../remote.git for-each-ref)" ]
}

@test "many new files are one pack" {
	repository
	git config gc.auto 0
	for i in $(seq 150); do
		printf -- '---\ncompany: C%s\ndate: 2026-09-01\n---\n' "$i" >"n$i.md"
	done
	snap
	made
	[ "$(find .git/objects/pack -name '*.pack' | wc -l)" -eq 1 ]
	[ "$(git count-objects)" = '0 objects, 0 kilobytes' ]
	[ "$(git ls-tree HEAD | wc -l)" -eq 151 ]
}
