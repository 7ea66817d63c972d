#!/usr/bin/env bats
# Many at once on one repository, while somebody writes notes: nothing is lost,
# nothing is wrong, nothing is left behind.
#
# TOGETHER says how many of each of three kinds; `make together` has a hundred
# in all.

load common

TOGETHER=${TOGETHER:-4}

busy_journal() {
	! nm -D "$JOURNALSCAN" 2>/dev/null | grep -q __asan ||
		skip "a program with sanitizers"
	repository
	# However busy the machine is.
	printf 'hook:\n  timeout: 60 seconds\n' >.journalscan.yml
	git config gc.auto 0
	for i in $(seq 20); do
		edit "note$i.md" 0
	done
	for ((i = 0; i < TOGETHER; i++)); do
		edit "mine$i.md" 0
	done
	echo 'int a;' >code.c
	git add . && git commit -qm first
	"$JOURNALSCAN" hook install >/dev/null
	sed -i "s/ -C \"/ --as-of $DAY -C \"/" .git/hooks/p*
	mkdir ../said ../status
}

# edit NAME VERSION: a note, put in place whole as editors do.
edit() {
	cat >"../${1##*/}.new" <<-EOF
		---
		company: ${1%.md}
		date: 2026-10-0$(($2 % 9 + 1))
		type: interview
		---
		Version $2.

		- [ ] Task $2 due 2026-10-20
	EOF
	mv "../${1##*/}.new" "$1"
}

# write_notes: edits until it is told to end; the last of each is kept.
write_notes() {
	mkdir ../written
	for ((version = 1; ; version++)); do
		name=note$((version % 20 + 1)).md
		edit "$name" "$version"
		cp "$name" ../written/
		[ ! -e ../enough ] || break
		sleep 0.02
	done
}

# one KIND NUMBER COMMAND...: runs it, and keeps what it said and its status.
one() {
	result=0
	"${@:3}" >"../said/$1-$2.out" 2>"../said/$1-$2.err" || result=$?
	echo "$result" >"../status/$1-$2"
}

# committed NUMBER: whether the note of that one is in, with its new words.
committed() {
	git cat-file blob "HEAD:mine$1.md" 2>/dev/null | grep -q 'Version 7'
}

# commit NUMBER OPTIONS...: a commit of a note of its own, tried again when git
# itself was in the way.  Whoever commits may take along what others have staged.
commit() {
	edit "mine$1.md" 7
	for ((try = 0; try < 400; try++)); do
		git add "mine$1.md" 2>>"../said/git-$1" &&
			git commit -qm "commit $1" "${@:2}" \
				2>>"../said/git-$1" || :
		committed "$1" && return 0
		sleep 0.0$((RANDOM % 9 + 1))
	done
	return 1
}

# The same without `git add`: git locks the index before its hooks run.
include() {
	edit "mine$1.md" 7
	for ((try = 0; try < 400; try++)); do
		git commit -qm "commit $1" -i "mine$1.md" \
			2>>"../said/git-$1" || :
		committed "$1" && return 0
		sleep 0.0$((RANDOM % 9 + 1))
	done
	return 1
}

# all_at_once KINDS...: so many of each, and a writer; waits for all.
all_at_once() {
	write_notes &
	writer=$!
	pids=()
	for ((i = 0; i < TOGETHER; i++)); do
		for kind; do
			case $kind in
			snapshot) one snapshot "$i" "$JOURNALSCAN" --as-of "$DAY" & ;;
			scan) one scan "$i" "$JOURNALSCAN" --as-of "$DAY" \
				--format json & ;;
			plain) one plain "$i" commit "$i" & ;;
			include) one include "$i" include "$i" & ;;
			only) one only "$i" commit "$i" "mine$i.md" & ;;
			esac
			pids+=($!)
		done
	done
	wait "${pids[@]}"
	touch ../enough
	wait "$writer"
}

# honest KIND STATUS...: these and no others; what failed says why, and what
# did not says nothing of errors.
honest() {
	count=0
	for file in ../status/"$1"-*; do
		status=$(cat "$file")
		[[ " ${*:2} " == *" $status "* ]] || {
			echo "${file##*/}: $status"
			cat "../said/${file##*/}.err" ../said/git-*
			return 1
		}
		said=$(grep -c '^journalscan: error: ' \
			"../said/${file##*/}.err" || :)
		[ "$((status == 2))" -eq "$((said > 0))" ] || {
			echo "${file##*/}: status $status, $said errors"
			cat "../said/${file##*/}.err"
			return 1
		}
		[ "$status" -eq 2 ] || count=$((count + 1))
	done
	echo "$1: $count done"
	[ "$count" -gt 0 ] || [[ " ${*:2} " == *" 2 "* ]]
}

# sound [but-reports]: nothing is left, nothing is broken, and each report is
# that of its commit.
sound() {
	git fsck --strict --no-dangling
	left=$(find . ../journal -name '*.lock' -o -name '*.tmp' -o \
		-path './.git/journalscan/*' ! -name lock ! -name 'cache' \
		! -name partial -o -path './.git/*' -name 'tmp_*')
	[ -z "$left" ] || {
		echo "left: $left"
		return 1
	}
	for name in ../written/*; do
		cmp "$name" "${name##*/}"
	done
	[ "${1-}" != but-reports ] || return 0
	for commit in $(git rev-list HEAD); do
		git cat-file -e "$commit:REPORT.md" 2>/dev/null || continue
		git show "$commit:REPORT.md" >../committed
		"$JOURNALSCAN" scan --rev "$commit" --as-of "$DAY" \
			--format md --output ../expected
		cmp ../committed ../expected || {
			git show --stat "$commit"
			diff ../committed ../expected
			return 1
		}
	done
}

# After one more run everything is in: each note, and a report of all of them.
settled() {
	js --as-of "$DAY"
	[ "$status" -eq 0 ]
	"$JOURNALSCAN" --as-of "$DAY" --format json >../cached
	"$JOURNALSCAN" --as-of "$DAY" --format json --no-cache >../fresh
	cmp ../cached ../fresh
	"$JOURNALSCAN" --as-of "$DAY" --format md --no-cache --output ../report
	cmp REPORT.md ../report
	git fsck --strict --no-dangling
	[ -z "$(git status --porcelain -- '*.md')" ] || {
		git status --porcelain
		return 1
	}
}

# all_committed: each of those that committed is in.
all_committed() {
	for ((i = 0; i < TOGETHER; i++)); do
		committed "$i"
	done
}

@test "G27 snapshots and scans at once, while notes are written" {
	busy_journal
	all_at_once snapshot scan
	honest snapshot 0 2
	grep -qx 0 ../status/snapshot-*
	honest scan 0
	for file in ../said/scan-*.out; do
		jq -e --argjson most "$((20 + TOGETHER))" \
			'.entries | length == $most' "$file" >/dev/null
	done
	sound
	settled
}

@test "K55 commits at once, with the hook, and snapshots and scans between them" {
	busy_journal
	all_at_once include snapshot scan
	honest include 0
	honest snapshot 0 2
	honest scan 0
	sound
	settled
	all_committed
}

@test "K55 commits of single paths at once, with the hook" {
	busy_journal
	all_at_once only
	honest only 0
	sound
	settled
	all_committed
}

# A plain `git commit` leaves the index to others while its hooks run: what they
# add then is in the commit, unseen by the hook, and in the report of the next.
@test "K55 plain commits at once, with the hook" {
	busy_journal
	all_at_once plain
	honest plain 0
	sound but-reports
	settled
	all_committed
}
