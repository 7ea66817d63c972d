#!/usr/bin/env bats
# From one version to another and back: what an earlier or a later one has left
# behind is understood, made anew, or refused with a message that says what to do.

load common

# patch FILE OFFSET BYTES: writes over a few bytes.
patch() {
	printf "$3" | dd of="$1" bs=1 seek="$2" conv=notrunc 2>/dev/null
}

scanned_journal() {
	repository
	clean_journal
	git add . && git commit -qm first
	js --as-of "$DAY"
	[ "$status" -eq 0 ]
	cp .git/journalscan/cache ../cache
	"$JOURNALSCAN" --as-of "$DAY" --format json --no-cache >../wanted
}

# of_no_use: the cache is said to be stale, read by nobody, and made anew.
of_no_use() {
	js cache status
	[ "$status" -eq 0 ]
	has "of no use any more: the next scan makes it anew"
	js --as-of "$DAY" --format json
	[ "$status" -eq 0 ]
	[ -z "$stderr" ]
	diff <(printf '%s\n' "$output") ../wanted
	js cache status
	has "valid"
	cmp .git/journalscan/cache ../cache
}

@test "a cache of an earlier version and of a later one is made anew" {
	scanned_journal
	sleep 0.1 # past the doubt about the age of the notes
	rm .git/journalscan/cache
	js --as-of "$DAY" --format json
	cp .git/journalscan/cache ../cache
	# The number of the form, after eight bytes that name the file.
	for version in '\0\0\0\0' '\1\0\0\0' '\377\0\0\0' '\377\377\377\377'; do
		patch .git/journalscan/cache 8 "$version"
		of_no_use
	done
	# The same form, and other rules of reading: another build of the program.
	patch .git/journalscan/cache 16 'rules!!!'
	of_no_use
	# Another form altogether, and something that grew at the end.
	head -c 4096 /dev/urandom >.git/journalscan/cache
	chmod 600 .git/journalscan/cache
	of_no_use
	echo more >>.git/journalscan/cache
	of_no_use
}

@test "a report of an earlier version, or a later one, is written anew" {
	scanned_journal
	cp REPORT.md ../report
	for first in '<!-- made by journalscan 0.0.1, do not edit -->' \
		'<!-- made by journalscan 99 (https://example.org) -->' \
		$'---\ngenerator: made by journalscan\n---'; do
		printf '%s\n\n# Another form\n' "$first" >REPORT.md
		js --as-of "$DAY"
		[ "$status" -eq 0 ]
		cmp REPORT.md ../report
	done
	: >REPORT.md
	js --as-of "$DAY"
	cmp REPORT.md ../report
	[ -z "$(git status --porcelain)" ]
}

@test "a report without the mark is left alone, and how to go on is said" {
	scanned_journal
	tail -n +2 REPORT.md >../unmarked
	cp ../unmarked REPORT.md
	js --as-of "$DAY"
	[ "$status" -eq 2 ]
	says "'REPORT.md' was not made by journalscan and is left alone: move it, or name another file with 'report:' in .journalscan.yml"
	cmp REPORT.md ../unmarked
	# As it says.
	mv REPORT.md old-report.txt
	js --as-of "$DAY"
	[ "$status" -eq 0 ]
	mv old-report.txt REPORT.md
	echo 'report: NOW.md' >.journalscan.yml
	js --as-of "$DAY"
	[ "$status" -eq 0 ]
	cmp REPORT.md ../unmarked
	[ -s NOW.md ]
}

@test "the hook leaves a report without the mark alone, and the commit goes on" {
	scanned_journal
	"$JOURNALSCAN" hook install >/dev/null
	printf '# My own\n' >REPORT.md
	git add REPORT.md
	sed -i s/Brill/Changed/ brill.md
	run --separate-stderr git commit -qam second
	[ "$status" -eq 0 ]
	says "not made by journalscan"
	[ "$(git show HEAD:REPORT.md)" = '# My own' ]
}

@test "a configuration key of a later version: its place, and what this one has" {
	clean_journal
	version=$("$JOURNALSCAN" version | sed -n '1s/journalscan //p')
	printf 'report: REPORT.md\nhologram: 3\n' >.journalscan.yml
	for command in scan check due config; do
		js $command
		[ "$status" -eq 2 ]
		says ".journalscan.yml:2:1: error: unknown key 'hologram'; the nearest known one in journalscan $version is "
	done
	[ ! -e REPORT.md ]
	for text in $'rules:\n  teleport:\n    due: 3 days' \
		$'hook:\n  strictness: 4' $'snapshot:\n  sign: true' \
		$'silence:\n  hologram: 3 days'; do
		echo "$text" >.journalscan.yml
		js check
		[ "$status" -eq 2 ]
		[[ $stderr =~ ^\.journalscan\.yml:2:3:\ error:\ unknown\ key ]]
	done
	# A value that this version does not know.
	echo 'date-order: stardate' >.journalscan.yml
	js check
	[ "$status" -eq 2 ]
	[[ $stderr == .journalscan.yml:1:* ]]
}

@test "a configuration of a later version does not stop a commit, and is said" {
	scanned_journal
	"$JOURNALSCAN" hook install >/dev/null
	echo 'hologram: 3' >.journalscan.yml
	sed -i s/Brill/Changed/ brill.md
	git add .
	run --separate-stderr git commit -qm second
	[ "$status" -eq 0 ]
	says "unknown key 'hologram'"
	git show HEAD:brill.md | grep -q Changed
	git show HEAD:REPORT.md | cmp - <(git show HEAD~1:REPORT.md)
	# Put right, the next commit catches up.
	rm .journalscan.yml
	git add -A
	git commit -qm third
	git show HEAD:REPORT.md | grep -q Changed
}

# What is not known is left alone, what is known counts, and nothing is lost.
@test "a journal written for a later version" {
	note later.md <<-'EOF'
		---
		journal-version: 9
		company: Later
		role: Pilot
		date: 2026-10-08
		type: interview
		stage: mind meld
		outcome: promoted to customer
		telepathy: {strength: 9, witnesses: [a, b]}
		"@context": https://example.org/9
		contacts:
		  - name: Dana Ruiz
		    email: dana@later.example
		    brainwave: 42 Hz
		ratings: {nerves: 1, levitation: 2}
		follow ups:
		  - {due: 2026-10-20, action: Send the plan, urgency: warp}
		---
		## Self-assessment
		I rambled through the answer about scaling.

		## Hologram log
		- [?] Ask about the dock due 2026-10-21
		- [>] Call the dock due 2026-10-22
		- [x] Thank Dana done 2026-10-09

		> [!teleport]+ Folded
		> %%hidden%% ==marked== ^block-id
	EOF
	note typed.md <<-'EOF'
		---
		company: Typed
		date: 2026-10-08
		type: hologram
		---
		Text.
	EOF
	cp -p later.md ../later.md
	js check --as-of "$DAY"
	[ "$status" -eq 0 ]
	has "later.md:8:10: warning: 'outcome' is none of pending,"
	has "warning: no weakness of the name 'levitation'"
	hasnt "error"
	js --as-of "$DAY" --format json
	[ "$status" -eq 0 ]
	jq -e '.entries | map(.company) == ["Later", "Typed"]' <<<"$output"
	jq -e '.entries[0] | .type == "interview" and .stage == "mind meld" and
		.outcome == null' <<<"$output"
	jq -e '.entries[1].type == "note"' <<<"$output"
	jq -e '.contacts[0].emails == ["dana@later.example"]' <<<"$output"
	jq -e '[.follow_ups[].action] | contains(["Send the plan"])' <<<"$output"
	jq -e '[.assessments[].weakness] | contains(["nerves",
		"talking-too-much"])' <<<"$output"
	# Ticking an item leaves the rest as it is.
	id=$(jq -r '[.follow_ups[] | select(.rule == "thank-you")][0].id' \
		<<<"$output")
	[ "$id" = null ] || js done "$id" --as-of "$DAY"
	for words in 'telepathy: {strength: 9, witnesses: [a, b]}' \
		'"@context": https://example.org/9' 'brainwave: 42 Hz' \
		'urgency: warp' '> [!teleport]+ Folded' '- [?] Ask about'; do
		grep -qF -- "$words" later.md
	done
}

@test "hooks of an earlier form are made anew by another install" {
	scanned_journal
	"$JOURNALSCAN" hook install >/dev/null
	cp .git/hooks/pre-commit ../hook
	sed -i "s|^tool=.*|tool='/nowhere/journalscan-0.0.1'|" \
		.git/hooks/pre-commit
	js hook install
	[ "$status" -eq 0 ]
	cmp .git/hooks/pre-commit ../hook
	# A program that has gone does not stop a commit, and is named.
	sed -i "s|^tool=.*|tool='/nowhere/journalscan-0.0.1'|" .git/hooks/p*
	sed -i s/Brill/Changed/ brill.md
	PATH=/usr/bin:/bin run --separate-stderr git commit -qam second
	[ "$status" -eq 0 ]
}

@test "the JSON report says which form it has" {
	clean_journal
	js --as-of "$DAY" --format json
	[ "$(jq -r .schema <<<"$output")" = "$("$JOURNALSCAN" version |
		sed -n '2s/JSON report: //p')" ]
}
