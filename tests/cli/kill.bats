#!/usr/bin/env bats
# Killed before any call that changes a file, the program leaves a repository
# that is whole, and the next run leaves the same as one never disturbed.

load common

setup_file() {
	export DIE=$BATS_FILE_TMPDIR/die.so
	"${CC:-cc}" -shared -fPIC -O1 -U_FORTIFY_SOURCE -o "$DIE" \
		"$BATS_TEST_DIRNAME/die.c" -ldl
}

# The sanitizers want to be first in a program, and take a while.
unsanitized() {
	! nm -D "$JOURNALSCAN" 2>/dev/null | grep -q __asan ||
		skip "a program with sanitizers"
}

# left: what should not lie about.
left() {
	find . -name '*.lock' -o -path './.git/journalscan/*' ! -name lock \
		! -name 'cache*' ! -name partial -o -name '*.tmp' -o \
		-path './.git/*' -name 'tmp_*'
}

whole() {
	git fsck --strict --no-dangling >/dev/null 2>&1
}

# dying N COMMAND...: false when it ended before.
dying() {
	rm -f ../died
	DIE_AT=$1 DIE_LOG=$PWD/../died LD_PRELOAD=$DIE "${@:2}" >/dev/null 2>&1
	[ -e ../died ]
}

changed_journal() {
	repository
	git config gc.auto 0
	small_journal
	echo 'int a;' >code.c
	git add . && git commit -qm first
	echo 'int b;' >code.c
	git add code.c
	sed -i s/Brill/Changed/ brill.md
	rm acme.md
	note new.md <<<$'---\ncompany: New\ndate: 2026-10-01\n---'
	cp -a . ../before
}

undo() {
	find . -mindepth 1 -delete
	cp -a ../before/. .
}

@test "a snapshot killed at every write" {
	unsanitized
	changed_journal
	at=1
	while dying "$at" "$JOURNALSCAN" --as-of "$DAY"; do
		whole
		[ ! -e REPORT.md ] || grep -q Changed REPORT.md
		[ "$(git diff --cached --name-only)" = code.c ] ||
			[ -e .git/journalscan/mark ]
		js --as-of "$DAY"
		[ "$status" -le 1 ]
		whole
		[ "$(git rev-list --count HEAD)" = 2 ]
		[ "$(git status --porcelain)" = 'M  code.c' ]
		[ "$(git show --format= --no-renames --name-status)" = \
			$'A\tREPORT.md\nD\tacme.md\nM\tbrill.md\nA\tnew.md' ]
		[ -z "$(left)" ] || {
			left
			return 1
		}
		undo
		at=$((at + 1))
	done
	echo "points: $at"
	[ "$at" -gt 40 ]
}

# Of the hook only what is before the commit is killed.
dying_hook() {
	cat >../dying <<-EOF
		#!/bin/sh
		[ "\$3" = post-commit ] || export LD_PRELOAD="$DIE"
		exec "$JOURNALSCAN" "\$@"
	EOF
	chmod +x ../dying
	sed -i "s|^tool=.*|tool='$PWD/../dying'|; s/ -C \"/ --as-of $DAY -C \"/" \
		.git/hooks/p*
}

@test "the hook killed at every write: the commit goes on, the next is right" {
	unsanitized
	changed_journal
	"$JOURNALSCAN" hook install >/dev/null
	dying_hook
	git add -A
	rm -rf ../before && cp -a . ../before
	at=1
	while :; do
		rm -f ../died
		DIE_AT=$at DIE_LOG=$PWD/../died git commit -qm second 2>/dev/null
		whole
		[ "$(git rev-list --count HEAD)" = 2 ]
		[ -z "$(find . -name '*.lock')" ]
		sed -i s/Changed/Next/ brill.md
		git commit -qam third
		whole
		git show HEAD:REPORT.md | grep -q Next
		[ -z "$(git status --porcelain)" ] || {
			echo "point $at: $(git status --porcelain)"
			return 1
		}
		[ -z "$(left)" ] || {
			left
			return 1
		}
		[ -e ../died ] || break
		undo
		at=$((at + 1))
	done
	echo "points: $at"
	[ "$at" -gt 10 ]
}

@test "the hook of commit PATH killed at every write" {
	unsanitized
	changed_journal
	"$JOURNALSCAN" hook install >/dev/null
	dying_hook
	git checkout -q acme.md
	rm -rf ../before && cp -a . ../before
	at=1
	while :; do
		rm -f ../died
		DIE_AT=$at DIE_LOG=$PWD/../died git commit -qm second brill.md \
			2>/dev/null
		whole
		[ "$(git rev-list --count HEAD)" = 2 ]
		[ -z "$(find . -name '*.lock')" ]
		sed -i s/Changed/Next/ brill.md
		git add -A && git commit -qm third
		whole
		git show HEAD:REPORT.md | grep -q Next
		[ -z "$(git status --porcelain)" ] || {
			echo "point $at: $(git status --porcelain)"
			return 1
		}
		[ -z "$(left)" ] || {
			left
			return 1
		}
		[ -e ../died ] || break
		undo
		at=$((at + 1))
	done
	[ "$at" -gt 10 ]
}
