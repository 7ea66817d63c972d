#!/usr/bin/env bats
# Snapshots in further states of repositories and of what is around them: made
# whole, or refused with the cause.

load common

# A journal with its first snapshot.
snapped() {
	case $JOURNALSCAN in
	*asan*) skip "snapshot.bats is for the sanitizers" ;;
	esac
	repository
	git config gc.auto 0
	clean_journal
	rm plain.md
	snap
	made
}

snap() {
	js --as-of "$DAY" "$@"
}

whole() {
	nothing_left partial report 'report-????????????????'
}

# made: a snapshot was, and nothing of the journal is left to commit.
made() {
	[ "$status" -eq 0 ] && [[ $output == *Snapshot:* ]] || {
		echo "$status $output $stderr"
		return 1
	}
	whole
	[ -z "$(git status --porcelain -- '*.md')" ]
}

@test "G03: in a bare repository there is nothing to take a snapshot of" {
	git init -q --bare .
	clean_journal
	before=$(find . -path ./journalscan -prune -o -type f -print | sort)
	snap
	[ "$status" -eq 2 ] || [[ $output != *Snapshot:* ]]
	[ -z "$(git for-each-ref)" ]
	[ "$(git count-objects)" = '0 objects, 0 kilobytes' ]
}

@test "G42 G43: shallow, packed, alternates, odd names of branches" {
	snapped
	edit Brill Second
	snap
	git gc -q
	git pack-refs --all --prune
	edit Second Packed
	snap
	made
	git clone -q --depth 1 "file://$PWD" ../shallow
	git clone -q --shared "$PWD" ../shared
	for clone in ../shallow ../shared; do
		(
			cd "$clone"
			git config user.name x
			git config user.email x
			edit Packed Cloned
			snap
			made
			[ "$(git show HEAD:brill.md | grep -c Cloned)" = 1 ]
		)
	done
	[ "$(git -C ../shallow rev-list --count HEAD)" = 2 ]
	n=0
	for branch in 'feature/ä.b@c' 'a{b' '-dash' "it's" 'HEADS' \
		refs/heads/x "$(printf 'n%.0s' {1..200})"; do
		n=$((n + 1))
		git symbolic-ref HEAD "refs/heads/$branch"
		edit Packed "Packed x" && edit 'x x' x
		echo "$n" >>brill.md
		snap
		[ "$status" -eq 0 ]
		[ "$(git rev-list --count "refs/heads/$branch")" = 1 ]
	done
	whole
}

@test "G12 G41: intended, assume-unchanged, skip-worktree: flags are kept" {
	snapped
	echo 'int a;' >code.c
	git add -N code.c
	note later.md <<<$'---\ncompany: Later\ndate: 2026-10-01\n---'
	git add -N later.md
	git update-index --assume-unchanged acme.md
	note skipped.md <<<$'---\ncompany: Skipped\ndate: 2026-10-01\n---'
	git add skipped.md
	git commit -qm skipped skipped.md
	git update-index --skip-worktree skipped.md
	rm skipped.md
	flags=$(git ls-files -v acme.md skipped.md code.c)
	edit Brill Changed
	snap
	[ "$status" -eq 0 ]
	whole
	[ "$flags" = "$(git ls-files -v acme.md skipped.md code.c)" ]
	git cat-file -e HEAD:skipped.md
	git cat-file -e HEAD:later.md
	run ! git cat-file -e HEAD:code.c
	[ "$(git status --porcelain)" = ' A code.c' ]
}

@test "G16: a git directory that may not be written" {
	without_privileges
	snapped
	edit Brill Locked
	before=$(git rev-parse HEAD; git ls-files -s)
	chmod -R a-w .git
	run --separate-stderr "${as[@]}" "$JOURNALSCAN" --as-of "$DAY"
	chmod -R u+w .git
	[ "$status" -eq 2 ]
	says "ermission denied"
	[ "$before" = "$(git rev-parse HEAD; git ls-files -s)" ]
	grep -q Locked REPORT.md
	snap
	made
}

@test "G25: a folder in the report's place" {
	snapped
	rm REPORT.md
	mkdir REPORT.md
	note REPORT.md/mine.txt <<<mine
	edit Brill Folder
	before=$(git rev-parse HEAD)
	snap
	[ "$status" -eq 2 ]
	says REPORT.md
	[ "$(cat REPORT.md/mine.txt)" = mine ]
	[ "$before" = "$(git rev-parse HEAD)" ]
}

@test "G27: six runs at once make one snapshot" {
	snapped
	edit Brill Together
	for i in 1 2 3 4 5 6; do
		"$JOURNALSCAN" --as-of "$DAY" >"../out$i" 2>&1 &
	done
	wait
	whole
	[ "$(git rev-list --count HEAD)" = 2 ]
	snap
	[ "$status" -eq 0 ]
	[ "$(git rev-list --count HEAD)" = 2 ]
	[ -z "$(git status --porcelain)" ]
}

@test "G28: SIGINT, SIGTERM, SIGHUP and SIGPIPE leave the old or the new" {
	snapped
	n=0
	for signal in INT TERM HUP PIPE; do
		for wait in 0.001 0.004 0.01; do
			n=$((n + 1))
			edit 'company: .*' "company: Sent$n"
			"$PYTHON" -c 'import os, signal, subprocess, sys, time
job = subprocess.Popen(sys.argv[3:], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
time.sleep(float(sys.argv[2]))
job.send_signal(getattr(signal, "SIG" + sys.argv[1]))
job.wait()' "$signal" "$wait" "$JOURNALSCAN" --as-of "$DAY"
			git fsck --strict --no-dangling
			grep -q 'made by journalscan' REPORT.md
			snap
			[ "$status" -eq 0 ]
			whole
			[ -z "$(git status --porcelain)" ]
			git show HEAD:REPORT.md | grep -q "Sent$n"
		done
	done
}

setup_file() {
	PYTHON=$(python3 -c 'import sys; print(sys.executable)')
	export PYTHON
}

@test "G31: leap days, 2038, 1970, and what clocks were set to" {
	snapped
	header='---\ncompany: Time\ndate: '
	printf -- "$header%s\n---\n- [ ] call due 2028-02-29\n" 2024-02-29 >leap.md
	printf -- "$header%s\n---\n- [ ] call due 2038-01-20\n" 2038-01-19 >far.md
	printf -- "$header%s\n---\n" 1970-01-01 >first.md
	printf -- "$header%s\n---\n" 0001-01-01 >zero.md
	printf -- "$header%s\n---\n- [ ] call due 9999-12-31\n" 9999-12-31 >last.md
	touch -d @-100000 leap.md
	touch -d 2040-01-01 far.md
	touch -d @0 first.md
	for day in 1970-01-01 2024-02-29 2028-02-29 2038-01-19 2100-03-01 \
		9999-12-31 0001-01-01; do
		js --as-of "$day" --format json
		[ "$status" -le 1 ]
		[ "$(jq -r .as_of <<<"$output")" = "$day" ]
		plain=$output
		TZ=America/Sao_Paulo js --as-of "$day" --format json --no-cache
		[ "$output" = "$plain" ]
	done
	snap
	[ "$status" -eq 0 ]
	whole
}

@test "G34: own files that are emptied, cut, flipped, garbage, old, folders" {
	snapped
	edit Brill Before
	snap
	js --as-of "$DAY" --format json --no-cache
	plain=$output
	spoil() { # FILE: in the way number $how
		case $how in
		0) : >"$1" ;;
		1) truncate -s "$(($(stat -c %s "$1") / 2))" "$1" ;;
		2) printf '\xff' | dd of="$1" bs=1 seek=3 conv=notrunc ;;
		3) head -c 3000 "$JOURNALSCAN" >"$1" ;;
		4) printf 'journalscan 99\n' >"$1" ;;
		5) rm "$1" && mkdir "$1" ;;
		esac 2>/dev/null
	}
	for how in 0 1 2 3 4 5; do
		for file in .git/journalscan/*; do
			[ -d "$file" ] || spoil "$file"
		done
		js --as-of "$DAY" --format json
		[ "$output" = "$plain" ]
		echo "Way $how." >>brill.md
		snap
		# A folder where the lock should be is named, and in nobody's way.
		if [ "$how" -eq 5 ]; then
			[ "$status" -eq 2 ]
			rmdir .git/journalscan/*
			snap
		fi
		[ "$status" -eq 0 ]
		git fsck --strict --no-dangling
		[ -z "$(git status --porcelain)" ]
		js --as-of "$DAY" --format json --no-cache
		plain=$output
	done
}

@test "G37: an empty environment" {
	snapped
	edit Brill Empty
	run --separate-stderr env -i "$JOURNALSCAN" --as-of "$DAY"
	made
	cd /
	run --separate-stderr env -i "$JOURNALSCAN" --as-of "$DAY" check "$OLDPWD"
	[ "$status" -eq 0 ]
}

@test "G38: a hostile repository inside, bare or not, is not obeyed" {
	snapped
	git init -q --bare bare
	git init -q inner
	for config in bare/config inner/.git/config; do
		git config -f "$config" core.fsmonitor "touch $PWD/../executed"
		git config -f "$config" core.sshCommand "touch $PWD/../executed"
		git config -f "$config" filter.x.clean "touch $PWD/../executed"
		git config -f "$config" filter.x.process "touch $PWD/../executed"
	done
	echo '*.md filter=x' | tee bare/.gitattributes >inner/.gitattributes
	for hook in bare/hooks inner/.git/hooks; do
		printf '#!/bin/sh\ntouch "%s/../executed"\n' "$PWD" \
			>"$hook/pre-commit"
		chmod +x "$hook/pre-commit"
	done
	note bare/in.md <<<$'---\ncompany: Bare\ndate: 2026-10-01\n---'
	snap
	[ "$status" -le 2 ]
	(cd inner && note a.md <<<$'---\ncompany: Inner\ndate: 2026-10-01\n---' &&
		snap)
	(cd bare && snap)
	[ ! -e ../executed ]
	git fsck --strict --no-dangling
}

# listed ARGUMENTS... : the entries that are read, one line.
listed() {
	js scan --format json --as-of "$DAY" --no-snapshot "$@"
	jq -r '[.entries[].path] | join(" ")' <<<"$output"
}

@test "K31: what git tracks it does not ignore: folder, index and commit agree" {
	repository
	for name in open forced hidden/forced hidden/left hidden/deep/left left; do
		note "$name.md" <<<$'---\ncompany: A\ndate: 2026-10-01\n---'
	done
	printf 'forced.md\nleft.md\nhidden/\n' >.gitignore
	git add . && git add -f forced.md hidden/forced.md
	git commit -qm first
	for state in --staged "--rev HEAD" ""; do
		[ "$(listed $state)" = "forced.md hidden/forced.md open.md" ]
	done
	git rm -q --cached forced.md
	[ "$(listed)" = "hidden/forced.md open.md" ]
	[ "$(listed --staged)" = "hidden/forced.md open.md" ]
	# What the configuration leaves out is left out, tracked or not.
	echo 'ignore: [hidden/]' >.journalscan.yml
	[ "$(listed)" = "open.md" ]
	# Nobody can tell what is tracked: what may be private stays out.
	rm .journalscan.yml
	echo garbage >.git/index
	[ "$(listed)" = "open.md" ]
}

@test "a journal whose own .gitignore cannot be read keeps its last report" {
	repository
	note a.md <<<$'---\ncompany: A\ndate: 2026-10-01\n---'
	mkdir sub
	js --as-of "$DAY"
	cp REPORT.md before
	head -c 1100000 /dev/zero | tr '\0' x >.gitignore
	js --as-of "$DAY"
	[ "$status" -eq 2 ]
	says "its .gitignore cannot be read"
	cmp REPORT.md before
	# One folder of many costs a diagnostic.
	mv .gitignore sub
	js --as-of "$DAY"
	[ "$status" -eq 1 ]
	says "sub/:0:0: error: its .gitignore cannot be read"
	grep -q "| A |" REPORT.md
}
