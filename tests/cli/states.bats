#!/usr/bin/env bats
# --staged and --rev: the report of a state that git holds is, byte for byte,
# that of a checkout of it, and no file is touched.

load common

# A repository with a journal in it, committed.
committed_journal() {
	repository
	small_journal
	note .journalscan.yml <<-'EOF'
		ignore:
		  - drafts/
	EOF
	note drafts/later.md <<-'EOF'
		---
		company: Later
		date: 2026-10-01
		---
	EOF
	git add . && git commit -qm first
}

# report ARGUMENTS...: the JSON report of the folder or state, with its warnings.
report() {
	"$JOURNALSCAN" --as-of "$DAY" --format json "$@" 2>&1 || [ $? -eq 1 ]
}

# same_as_checkout DIR ARGUMENTS...: compares with a checkout that lies in DIR.
same_as_checkout() {
	report . >"$BATS_TEST_TMPDIR/ignored" # no cache may tell states apart
	(cd "$1" && report .) >"$BATS_TEST_TMPDIR/wanted"
	shift
	report "$@" . >"$BATS_TEST_TMPDIR/found"
	diff "$BATS_TEST_TMPDIR/wanted" "$BATS_TEST_TMPDIR/found"
}

# staged_copy: what is staged, as files of their own.
staged_copy() {
	git checkout-index -qaf --prefix="$BATS_TEST_TMPDIR/staged/"
	echo "$BATS_TEST_TMPDIR/staged"
}

@test "a revision is read as its checkout is" {
	committed_journal
	git clone -q . "$BATS_TEST_TMPDIR/clone"
	echo 'ignore: [acme.md]' >.journalscan.yml
	rm brill.md
	note new.md <<<$'---\ncompany: New\n---'
	git add . && git commit -qm second
	same_as_checkout "$BATS_TEST_TMPDIR/clone" --rev HEAD~1
	same_as_checkout "$BATS_TEST_TMPDIR/clone" --rev 'main^'
	git tag -a -m 'a tag' old HEAD~1
	same_as_checkout "$BATS_TEST_TMPDIR/clone" --rev old
	same_as_checkout . --rev HEAD
}

@test "what is staged is read, not what lies in the folder" {
	committed_journal
	sed -i s/Brill/Staged/ brill.md
	rm acme.md
	note new.md <<<$'---\ncompany: New\ndate: 2026-10-01\n---'
	git add -A
	sed -i s/Staged/Edited/ brill.md
	rm new.md
	note untracked.md <<<$'---\ncompany: Untracked\n---'
	same_as_checkout "$(staged_copy)" --staged
	report --staged . >out
	grep -q Staged out
	run ! grep -qE 'Edited|Untracked|Acme' out
}

@test "only git's own index is read, or the one that it names" {
	committed_journal
	cp .git/index "$BATS_TEST_TMPDIR/other"
	sed -i s/Brill/Elsewhere/ brill.md
	GIT_INDEX_FILE=$BATS_TEST_TMPDIR/other git add brill.md
	report --staged . >out
	run ! grep -q Elsewhere out
	GIT_INDEX_FILE=$BATS_TEST_TMPDIR/other report --staged . >out
	grep -q Elsewhere out
	mkdir sub
	cp "$BATS_TEST_TMPDIR/other" sub/index
	(cd sub && GIT_INDEX_FILE=index report --staged ..) >out
	grep -q Elsewhere out
}

@test "a folder of a larger repository" {
	git init -q "$BATS_TEST_TMPDIR"
	small_journal
	note ../outside.md <<<$'---\ncompany: Outside\n---'
	git add "$BATS_TEST_TMPDIR/journal" ../outside.md
	git -c user.name=x -c user.email=x commit -qm first
	same_as_checkout . --rev HEAD
	same_as_checkout . --staged
	report --rev HEAD . >out
	run ! grep -q Outside out
}

@test "nothing is written, whatever is asked" {
	committed_journal
	before=$(tree; git rev-parse HEAD; sha1sum .git/index)
	for command in scan check due contacts weaknesses config; do
		js "$command" --rev HEAD
		[ "$status" -le 1 ]
		js "$command" --staged
		[ "$status" -le 1 ]
	done
	[ "$before" = "$(tree; git rev-parse HEAD; sha1sum .git/index)" ]
	[ "$(ls .git/journalscan)" = cache ]
}

@test "links, submodules and hidden folders are no notes" {
	committed_journal
	git init -q ../other
	git -C ../other -c user.name=x -c user.email=x commit -q \
		--allow-empty -m x
	git -c protocol.file.allow=always submodule --quiet add "$PWD/../other" sub.md
	ln -s acme.md link.md
	note .hidden/a.md <<<$'---\ncompany: Hidden\n---'
	note REPORT.md <<<$'---\ncompany: Report\n---'
	git add . && git commit -qm odd
	rm REPORT.md
	report . >"$BATS_TEST_TMPDIR/wanted"
	report --rev HEAD . | diff "$BATS_TEST_TMPDIR/wanted" -
	report --staged . | diff "$BATS_TEST_TMPDIR/wanted" -
}

@test "intended, in conflict, marked: what of the index counts" {
	committed_journal
	note intended.md <<<$'---\ncompany: Intended\n---'
	git add -N intended.md
	report --staged . >out
	run ! grep -q Intended out
	git rm -q --cached intended.md && rm intended.md
	sed -i s/Acme/Marked/ acme.md
	git add acme.md
	git update-index --assume-unchanged acme.md
	git update-index --skip-worktree brill.md
	rm brill.md
	report --staged . >out
	grep -q Marked out
	grep -q Brill out
	git update-index --no-assume-unchanged acme.md
	git update-index --no-skip-worktree brill.md
	git reset -q --hard
	git checkout -q -b side
	sed -i s/Acme/Side/ acme.md && git commit -qam side
	git checkout -q main
	sed -i s/Acme/Main/ acme.md && git commit -qam main
	run ! git merge -q side
	report --staged . >out
	grep -q 'acme.md.*in conflict' out
	grep -q Brill out
}

@test "packed objects and large ones" {
	committed_journal
	head -c 9000000 /dev/zero >large.md
	git add large.md && git commit -qm large
	git gc -q
	report --rev HEAD . >out
	grep -q 'large.md.*8 MiB' out
	same_as_checkout . --rev HEAD
}

@test "what git keeps in another form is said" {
	committed_journal
	printf '\0GITCRYPT\0cipher' >secret.md
	printf 'version https://git-lfs.github.com/spec/v1\noid sha256:0\n' >big.md
	git add . && git commit -qm filtered
	js check --rev HEAD
	[ "$status" -eq 1 ]
	[[ $output == *"secret.md"*"encrypted"* ]]
	[[ $output == *"big.md"*"encrypted"* ]]
}

@test "an index of version 4" {
	committed_journal
	git update-index --index-version 4
	same_as_checkout "$(staged_copy)" --staged
}

@test "names that are no UTF-8" {
	committed_journal
	name=$(printf 'caf\351.md')
	note "$name" <<<$'---\ncompany: Latin\ndate: 2026-10-01\n---'
	git add . && git commit -qm latin
	same_as_checkout . --rev HEAD
	same_as_checkout . --staged
}

@test "what cannot be read is said" {
	committed_journal
	js --rev nothing
	[ "$status" -eq 2 ]
	says "there is no revision 'nothing'"
	js --rev HEAD:acme.md
	[ "$status" -eq 2 ]
	says "is no commit"
	js --rev HEAD --staged
	[ "$status" -eq 2 ]
	says "two states"
	rm -rf .git
	js --staged
	[ "$status" -eq 2 ]
	says "in no git repository"
}
