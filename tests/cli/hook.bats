#!/usr/bin/env bats
# The hook with the real git: whatever is committed, the report in the commit is
# that of the notes in it, and what is not committed stays as it was.

load hooked

@test "K01: a plain commit, and what else is staged" {
	hooked
	edit Brill Plain
	echo 'int b;' >code.c
	git add brill.md code.c
	git commit -qm second
	settled
	git show HEAD:REPORT.md | grep -q Plain
	[ -z "$(git status --porcelain)" ]
}

@test "K02: staged, then edited: the commit has what was staged" {
	hooked
	edit Brill Staged
	git add brill.md
	edit Staged Edited
	git commit -qm second
	settled
	git show HEAD:REPORT.md | grep -q Staged
	run ! grep -q Edited REPORT.md
	[ "$(git status --porcelain)" = " M brill.md" ]
	grep -q Edited brill.md
}

@test "K03 K04 K05: staged, then deleted; untracked; new" {
	hooked
	edit Brill Staged
	git add brill.md
	rm brill.md
	note untracked.md <<<$'---\ncompany: Untracked\ndate: 2026-10-01\n---'
	note new.md <<<$'---\ncompany: Newcomer\ndate: 2026-10-01\n---'
	git add new.md
	git commit -qm second
	settled
	git show HEAD:REPORT.md | grep -q Staged
	git show HEAD:REPORT.md | grep -q Newcomer
	run ! grep -q Untracked REPORT.md
	[ "$(git status --porcelain)" = $' D brill.md\n?? untracked.md' ]
}

@test "K06: commit -a" {
	hooked
	edit Brill All
	rm acme.md
	note untracked.md <<<$'---\ncompany: Untracked\n---'
	git commit -qam second
	settled
	git show HEAD:REPORT.md | grep -q All
	run ! git cat-file -e HEAD:acme.md
	[ "$(git status --porcelain)" = "?? untracked.md" ]
}

@test "K07: commit -p, one hunk of two" {
	hooked
	edit Brill Hunk1
	echo 'An afterthought, due 2026-10-30.' >>brill.md
	printf 'y\nn\n' | git commit -qpm second >/dev/null
	settled
	git show HEAD:REPORT.md | grep -q Hunk1
	[ "$(git status --porcelain)" = " M brill.md" ]
	git commit -qam third
	settled
	[ -z "$(git status --porcelain)" ]
}

@test "K10: commit PATH: the report of that commit, others stay staged" {
	hooked
	edit Brill Path
	edit Acme Other acme.md
	echo 'int b;' >code.c
	git add acme.md code.c
	git commit -qm second brill.md
	settled
	git show HEAD:REPORT.md | grep -q Path
	git show HEAD:REPORT.md | grep -q Acme
	[ "$(git status --porcelain)" = $'M  acme.md\nM  code.c' ]
	git commit -qm third
	settled
	git show HEAD:REPORT.md | grep -q Other
	[ -z "$(git status --porcelain)" ]
}

@test "commit PATH where the note is new and so is the report" {
	repository
	small_journal
	js hook install
	pin_day
	git add acme.md brill.md
	git commit -qm first acme.md
	settled
	[ "$(git status --porcelain | grep -v '??')" = "A  brill.md" ]
}

@test "commit PATH that fails leaves index and report as they were" {
	hooked
	edit Brill Path
	edit Acme Other acme.md
	git add acme.md
	before=$(git ls-files -s)
	printf '#!/bin/sh\nexit 1\n' >.git/hooks/commit-msg
	chmod +x .git/hooks/commit-msg
	run ! git commit -qm second brill.md
	[ "$before" = "$(git ls-files -s)" ]
	rm .git/hooks/commit-msg
	whole
	git commit -qm second brill.md
	settled
	[ "$(git status --porcelain)" = "M  acme.md" ]
}

@test "K12: commit -i PATH" {
	hooked
	edit Brill Included
	edit Acme Other acme.md
	git add acme.md
	git commit -qm second -i brill.md
	settled
	[ -z "$(git status --porcelain)" ]
}

@test "K13 K14: --amend, with and without a change" {
	hooked
	before=$(git rev-parse HEAD:REPORT.md)
	git commit -q --amend -m reworded
	[ "$before" = "$(git rev-parse HEAD:REPORT.md)" ]
	settled
	edit Brill Amended
	git commit -qa --amend --no-edit
	settled
	git show HEAD:REPORT.md | grep -q Amended
	[ "$(git rev-list --count HEAD)" = 1 ]
}

@test "K15 K17 K23: from a subfolder, with -C, and with variables" {
	hooked
	mkdir sub
	edit Brill Below
	git add brill.md
	(cd sub && git commit -qm below)
	settled
	edit Below Afar
	(cd / && git -C "$OLDPWD" commit -qam afar)
	settled
	edit Afar Named
	(cd / && GIT_DIR=$OLDPWD/.git GIT_WORK_TREE=$OLDPWD git commit -qam named)
	settled
	git show HEAD:REPORT.md | grep -q Named
	[ -z "$(git status --porcelain)" ]
}

@test "K24: an index of the user's own" {
	hooked
	cp .git/index ../other.index
	edit Brill Elsewhere
	GIT_INDEX_FILE=$PWD/../other.index git add brill.md
	GIT_INDEX_FILE=$PWD/../other.index git commit -qm elsewhere
	fits
	git show HEAD:REPORT.md | grep -q Elsewhere
	# The other index was not ours to change.
	run ! git diff --cached --quiet
	git read-tree HEAD
	[ -z "$(git status --porcelain)" ]
}

@test "K18: a linked work tree leaves the first one alone" {
	hooked
	git worktree add -q ../linked
	before=$(cat REPORT.md)
	(
		cd ../linked
		edit Brill Linked
		git commit -qam linked
		settled
		git show HEAD:REPORT.md | grep -q Linked
		[ -z "$(git status --porcelain)" ]
	)
	[ "$before" = "$(cat REPORT.md)" ]
	[ -z "$(git status --porcelain)" ]
}

@test "K19: a submodule leaves the superproject alone" {
	hooked
	git init -q ../super
	git -C ../super -c protocol.file.allow=always submodule --quiet add \
		"$PWD" journal
	cd ../super/journal
	git config user.name x
	git config user.email x
	js hook install
	pin_day
	edit Brill Inner
	git commit -qam inner
	settled
	[ "$(git -C .. status --porcelain)" = $'A  .gitmodules\nAM journal' ]
}

@test "K20 K21: an unborn branch, and a detached HEAD" {
	hooked
	git checkout -q --detach
	edit Brill Detached
	git commit -qam detached
	settled
	[ "$(git rev-list --count main)" = 1 ]
	git checkout -q --orphan fresh
	git rm -qrf --cached .
	git add acme.md
	git commit -qm fresh
	fits
	run ! git cat-file -e HEAD:brill.md
}

@test "K26 K27 K28: staged deletion, rename, rm --cached" {
	hooked
	git rm -q acme.md
	git mv brill.md renamed.md
	git rm -q --cached corvid.md
	git commit -qm moved
	settled
	run ! grep -qE 'Acme|Corvid' REPORT.md
	grep -q renamed.md REPORT.md
	[ -e corvid.md ]
}

@test "K29 K30: intent to add, assume-unchanged, skip-worktree" {
	hooked
	note later.md <<<$'---\ncompany: Later\ndate: 2026-10-01\n---'
	git add -N later.md
	edit Acme Marked acme.md
	git add acme.md
	git update-index --assume-unchanged acme.md
	git update-index --skip-worktree corvid.md
	flags=$(git ls-files -v acme.md corvid.md)
	git commit -qm marked
	settled
	grep -q Marked REPORT.md
	run ! grep -q Later REPORT.md
	[ "$flags" = "$(git ls-files -v acme.md corvid.md)" ]
}

@test "K32: an ignored report is not committed, and it is said" {
	repository
	small_journal
	echo REPORT.md >.gitignore
	js hook install
	pin_day
	git add .
	run git commit -m first
	[[ $output == *"git ignores 'REPORT.md'"* ]]
	run ! git cat-file -e HEAD:REPORT.md
	whole
}

@test "what git ignores is in no report" {
	hooked
	echo 'secret*' >.gitignore
	note secret.md <<<$'---\ncompany: Secret\ndate: 2026-10-01\n---'
	edit Brill Open
	git add . && git commit -qm second
	settled
	run ! git grep -q Secret HEAD
}

@test "K33: --no-verify, then the next commit catches up" {
	hooked
	edit Brill Unverified
	git commit -qam second --no-verify
	run ! grep -q Unverified REPORT.md
	edit Acme Verified acme.md
	git commit -qam third
	settled
	grep -q Unverified REPORT.md
}

@test "K34: a commit without a note leaves the report alone, whatever the day" {
	hooked
	sed -i "s/$DAY/2027-12-01/" .git/hooks/p*
	before=$(git rev-parse HEAD:REPORT.md)
	echo 'int b;' >code.c
	git commit -qam code
	[ "$before" = "$(git rev-parse HEAD:REPORT.md)" ]
	[ -z "$(git status --porcelain)" ]
	whole
}

@test "K36 K37: a hook that is there is run first, and comes back" {
	repository
	small_journal
	printf '#!/bin/sh\necho "theirs $*" >>log; exit $(cat status)\n' \
		>.git/hooks/pre-commit
	chmod +x .git/hooks/pre-commit
	cp .git/hooks/pre-commit ../theirs
	js hook install
	[ "$status" -eq 0 ]
	has "pre-commit        installed, runs the hook that was there first"
	js hook install
	has "pre-commit        installed, runs the hook that was there first"
	pin_day
	echo 0 >status
	git add ./*.md && git commit -qm first
	fits
	[ "$(wc -l <log)" -eq 1 ]
	echo 3 >status
	run ! git commit -q --allow-empty -m second
	js hook uninstall
	[ "$status" -eq 0 ]
	cmp .git/hooks/pre-commit ../theirs
	[ "$(ls .git/hooks | grep -v sample)" = pre-commit ]
	run ! git config --get-regexp '^merge\.journalscan'
	run ! grep -q journalscan .git/info/attributes
}

@test "K35: core.hooksPath: the repository's own is used, a person's is not" {
	repository
	small_journal
	git config core.hooksPath 'my hooks'
	js hook install
	[ "$status" -eq 0 ]
	[ -x 'my hooks/pre-commit' ]
	pin_day
	git add ./*.md && git commit -qm first
	fits
	git config --unset core.hooksPath
	git config --global core.hooksPath "$HOME/hooks"
	js hook install
	[ "$status" -eq 2 ]
	says "those of all your repositories"
	[ ! -e "$HOME/hooks" ]
}

@test "husky, lefthook and the pre-commit framework are told how" {
	repository
	small_journal
	for sign in .husky/ lefthook.yml .pre-commit-config.yaml; do
		if [ "${sign%/}" = "$sign" ]; then touch "$sign"; else mkdir "$sign"; fi
		js hook install
		[ "$status" -eq 2 ]
		says "keeps the hooks"
		has "journalscan hook run pre-commit -C '.'"
		[ "$(ls .git/hooks | grep -cv sample)" -eq 0 ]
		rm -r "$sign"
	done
}

@test "K38 K39 K59: odd names: of the tool, the folder, the notes" {
	odd="$BATS_TEST_TMPDIR/it's odd \$x"
	mkdir "$odd"
	cp "$JOURNALSCAN" "$odd/js"
	repository
	mkdir "a 'b' \$c"
	cd "a 'b' \$c"
	small_journal
	"$odd/js" hook install >/dev/null
	pin_day
	note $'new\nline.md' <<<$'---\ncompany: Lines\ndate: 2026-10-01\n---'
	note ./-dash.md <<<$'---\ncompany: Dash\ndate: 2026-10-01\n---'
	git add . && git commit -qm first
	settled
	grep -q Dash REPORT.md
	rm "$odd/js"
	edit Brill Toolless
	PATH=/usr/bin:/bin run git commit -qam second
	[ "$status" -eq 0 ]
	[[ $output == *"not installed"* ]]
}

@test "two journals in one repository" {
	repository
	mkdir one two
	(cd one && small_journal && js hook install)
	(cd two && clean_journal && js hook install)
	pin_day
	git add . && git commit -qm first
	(cd one && settled)
	(cd two && settled)
	(cd one && js hook uninstall)
	pin_day
	edit Brill Later two/brill.md
	edit Brill Later one/brill.md
	git commit -qam second
	(cd two && settled)
	run ! grep -q Later one/REPORT.md
	(cd two && js hook uninstall)
	[ "$(ls .git/hooks | grep -cv sample)" -eq 0 ]
}

@test "K40: a symbolic link is not read" {
	hooked
	printf -- '---\ncompany: Outside\ndate: 2026-10-01\n---\n' >../outside
	ln -s ../outside link.md
	git add link.md && git commit -qm link
	settled
	run ! grep -q Outside REPORT.md
}

@test "K41: autocrlf: no return in the commit" {
	hooked
	git config core.autocrlf true
	edit Brill Lines
	git commit -qam lines
	fits
	[ "$(git cat-file blob HEAD:REPORT.md | tr -dc '\r' | wc -c)" -eq 0 ]
	[ -z "$(git status --porcelain)" ]
}

@test "K42: a clean filter: what is encrypted is said, never written in clear" {
	hooked
	git config filter.git-crypt.clean "tr 'a-z' 'b-za'; :"
	git config filter.git-crypt.smudge cat
	echo 'REPORT.md filter=git-crypt' >.gitattributes
	git add .gitattributes
	edit Brill Filtered
	git add brill.md
	before=$(git ls-files -s REPORT.md)
	run git commit -m filtered
	[ "$status" -eq 0 ]
	[[ $output == *"filter=git-crypt"* ]]
	[ "$before" = "$(git ls-files -s REPORT.md)" ]
	whole
}

@test "K44 K46: index of version 4; a split one is refused by name" {
	hooked
	git update-index --index-version 4
	edit Brill Four
	git commit -qam four
	settled
	git update-index --split-index
	edit Four Split
	run git commit -am split
	[ "$status" -eq 0 ]
	[[ $output == *"--no-split-index"* ]]
	git fsck --strict --no-dangling
	git update-index --no-split-index
	edit Split Whole
	git commit -qam whole
	settled
}

@test "K47: a worktree configuration" {
	hooked
	git config core.repositoryFormatVersion 1
	git config extensions.worktreeConfig true
	edit Brill Worktree
	git commit -qam worktree
	settled
}

@test "K48: a later hook fails: nothing is lost, the next commit is right" {
	hooked
	edit Brill Failed
	git add brill.md
	printf '#!/bin/sh\nexit 1\n' >.git/hooks/commit-msg
	chmod +x .git/hooks/commit-msg
	run ! git commit -qm second
	whole
	rm .git/hooks/commit-msg
	edit Failed Again
	git commit -qam second
	settled
	grep -q Again REPORT.md
}

@test "K50: a broken note is a warning; a strict journal stops for what fails" {
	hooked
	printf -- '---\ncompany: [\n---\n' >broken.md
	git add broken.md
	run git commit -m broken
	[ "$status" -eq 0 ]
	[[ $output == *"in the staged notes"* ]]
	settled
	echo 'nonsense: true' >.journalscan.yml
	git add .journalscan.yml
	run git commit -m nonsense
	[ "$status" -eq 0 ]
	[[ $output == *"nonsense"* ]]
	printf 'hook:\n  strict: true\nreport: mine.md\n' >.journalscan.yml
	echo 'My own words.' >mine.md
	git add .journalscan.yml mine.md
	run ! git commit -m strict
	git config core.hooksPath /dev/null
}

@test "a report that somebody else wrote is left alone" {
	repository
	small_journal
	js hook install
	pin_day
	echo 'My own words.' >REPORT.md
	git add .
	run git commit -m first
	[ "$status" -eq 0 ]
	[[ $output == *"not made by journalscan"* ]]
	[ "$(git show HEAD:REPORT.md)" = 'My own words.' ]
}

@test "K57: a report edited by hand: what is not staged is not committed" {
	hooked
	echo 'A thought of mine.' >>REPORT.md
	edit Brill Thought
	git add brill.md
	git commit -qm second
	fits
	grep -q 'A thought of mine' REPORT.md
	run ! git grep -q 'A thought of mine' HEAD
	[ "$(git status --porcelain)" = " M REPORT.md" ]
}

@test "a report deleted by hand stays deleted" {
	hooked
	rm REPORT.md
	edit Brill Deleted
	git add brill.md
	git commit -qm second
	fits
	[ ! -e REPORT.md ]
}

@test "K52: a merge of two branches has the report of both, without a conflict" {
	hooked
	git checkout -q -b side
	edit Acme Side acme.md
	git commit -qam side
	git checkout -q main
	edit Brill Main
	git commit -qam main
	git merge -q --no-edit side
	fits
	grep -q Side REPORT.md
	grep -q Main REPORT.md
	[ -z "$(git status --porcelain)" ]
}

@test "K51 K53: a merge with a conflict in a note ends in the right report" {
	hooked
	git checkout -q -b side
	edit Brill Side
	git commit -qam side
	git checkout -q main
	edit Brill Main
	git commit -qam main
	run ! git merge -q --no-edit side
	run ! grep -q '<<<<' REPORT.md
	git checkout -q --theirs brill.md
	git add brill.md
	git commit -qm merged
	settled
	grep -q Side REPORT.md
	[ -z "$(git status --porcelain)" ]
}

@test "rebase, cherry-pick and revert are not held up; the next catches up" {
	hooked
	git checkout -q -b side
	edit Acme Side acme.md
	git commit -qam side
	git checkout -q main
	edit Brill Main
	git commit -qam main
	git cherry-pick side >/dev/null
	git revert --no-edit HEAD >/dev/null
	git checkout -q side
	git rebase -q main
	whole
	edit Corvid Next corvid.md
	git commit -qam next
	settled
	[ -z "$(git status --porcelain)" ]
}

@test "hook run --check" {
	hooked
	js hook run --check --as-of "$DAY"
	[ "$status" -eq 0 ]
	edit Brill Stale
	js hook run --check --as-of "$DAY"
	[ "$status" -eq 0 ]
	git add brill.md
	before=$(tree; git ls-files -s)
	js hook run --check --as-of "$DAY"
	[ "$status" -eq 1 ]
	says "is not the report of the staged notes"
	[ "$before" = "$(tree; git ls-files -s)" ]
}

@test "hook.stage: false writes and does not stage" {
	hooked
	printf 'hook:\n  stage: false\n' >.journalscan.yml
	edit Brill Unstaged
	git add . && git commit -qm second
	grep -q Unstaged REPORT.md
	run ! git grep -q Unstaged HEAD -- REPORT.md
	[ "$(git status --porcelain)" = " M REPORT.md" ]
}

@test "hook.timeout lets the commit go on" {
	hooked
	printf 'hook:\n  timeout: 1 seconds\n' >.journalscan.yml
	git add . && git commit -qm second
	mkdir -p .git/journalscan
	# Somebody holds our lock for longer than that.
	flock .git/journalscan/lock sleep 4 &
	edit Brill Slow
	git add brill.md
	run git commit -m slow
	[ "$status" -eq 0 ]
	[[ $output == *"hook.timeout: run \`journalscan\` once"* ]]
	wait
	whole
}

@test "K55: four commits at once do no harm" {
	hooked
	for i in 1 2 3 4; do
		note "n$i.md" <<<$'---\ncompany: Many\ndate: 2026-10-01\n---'
	done
	for i in 1 2 3 4; do
		(
			for try in 1 2 3 4 5 6 7 8 9; do
				git add "n$i.md" && git commit -qm "n$i" "n$i.md" && break
				sleep 0.$((RANDOM % 5 + 1))
			done
		) >/dev/null 2>&1 &
	done
	wait
	git fsck --strict --no-dangling
	edit Brill After
	git add ./*.md && git commit -qm after
	settled
}

@test "a read-only index is said, and the commit is git's business" {
	[ "$(id -u)" -ne 0 ] || skip "root writes everywhere"
	hooked
	edit Brill Locked
	git add brill.md
	chmod a-w .git .git/objects .git/objects/*
	run git commit -m locked
	chmod -R u+w .git
	whole
}

@test "what is asked for wrongly is said" {
	js hook
	[ "$status" -eq 2 ]
	says "install, uninstall, status or run"
	js hook run sideways
	[ "$status" -eq 2 ]
	says "not 'sideways'"
	js hook install
	[ "$status" -eq 2 ]
	says "in no git repository"
	js hook status --check
	[ "$status" -eq 2 ]
}

@test "the example of a hook kept by hand" {
	repository
	small_journal
	mkdir .githooks bin
	ln -s "$JOURNALSCAN" bin/journalscan
	for event in pre-commit pre-merge-commit post-commit; do
		sed "s/ run / run --as-of $DAY /" \
			"$REPOSITORY/examples/hooks/pre-commit" >".githooks/$event"
		chmod +x ".githooks/$event"
	done
	git config core.hooksPath .githooks
	git add ./*.md
	PATH=$PWD/bin:$PATH git commit -qm first
	fits
	edit Brill Without
	PATH=/usr/bin:/bin git commit -qam 'not installed'
	whole
}

@test "a program that dies stops no commit, a strict journal does" {
	hooked
	printf '#!/bin/sh\nkill -9 $$\n' >../dies
	chmod +x ../dies
	cp .git/hooks/pre-commit ../hook
	sed -i "s|^tool=.*|tool='$PWD/../dies'|" .git/hooks/pre-commit
	edit Brill Died
	git commit -qam died
	[ "$(git rev-list --count HEAD)" = 2 ]
	cp ../hook .git/hooks/pre-commit
	printf 'hook:\n  strict: true\nreport: code.c\n' >.journalscan.yml
	edit Died Strict
	git add .journalscan.yml brill.md
	run ! git commit -qm strict
	[ "$(git rev-list --count HEAD)" = 2 ]
}

@test "git 2.54: the configuration, not scripts" {
	repository
	small_journal
	mkdir ../bin
	printf '#!/bin/sh\ncase "$*" in *version*) echo git version 2.54.1 ;; *) exec %s "$@" ;; esac\n' \
		"$(command -v git)" >../bin/git
	chmod +x ../bin/git
	PATH=$PWD/../bin:$PATH js hook install
	[ "$status" -eq 0 ]
	has "pre-commit        installed in git's configuration"
	[ "$(ls .git/hooks | grep -cv sample)" -eq 0 ]
	[ "$(git config hook.journalscan-pre-commit.event)" = pre-commit ]
	command=$(git config hook.journalscan-pre-commit.command)
	git add ./*.md
	sh -c "$command"
	git cat-file -e :REPORT.md
	PATH=$PWD/../bin:$PATH js hook uninstall
	[ "$status" -eq 0 ]
	run ! git config --get-regexp '^hook\.'
}

@test "K43: SHA-256: said, and the commit goes on" {
	git init -q -b main --object-format=sha256 .
	git config user.name x
	git config user.email x
	js hook install
	[ "$status" -eq 2 ]
	says "SHA-256 repositories are not supported"
	printf '#!/bin/sh\n"%s" hook run pre-commit\n' "$JOURNALSCAN" \
		>.git/hooks/pre-commit
	chmod +x .git/hooks/pre-commit
	small_journal
	git add . && run git commit -m first
	[ "$status" -eq 0 ]
	[[ $output == *"SHA-256"* ]]
	git fsck --strict
}

@test "a journal that cannot be entered is said, and the commit goes on" {
	git init -q -b main .
	git config user.name x
	git config user.email x
	mkdir notes
	js hook install -C notes
	[ "$status" -eq 0 ]
	rmdir notes
	echo no folder >notes
	git add notes && run git commit -m first
	[ "$status" -eq 0 ]
	[[ $output == *"cannot go to 'notes': not a directory"* ]]
	js hook run merge x --output y -C notes
	[ "$status" -eq 2 ]
}
