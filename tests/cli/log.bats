#!/usr/bin/env bats
# log and diff: what the commits of a journal tell.

load common

# at DAY MESSAGE: commits everything as of that day.
at() {
	git add -A
	GIT_AUTHOR_DATE="$1T12:00:00+0200" GIT_COMMITTER_DATE="$1T12:00:00+0200" \
		git commit -qm "$2"
}

# An application whose status says less and less of what has been.
told() {
	repository
	note acme.md <<-'EOF'
		---
		company: Acme
		role: Engineer
		date: 2026-08-20
		type: application
		status: applied
		---
	EOF
	at 2026-08-20 'applied'
	sed -i 's/^status: .*/status: phone screen/' acme.md
	at 2026-09-01 'phone screen'
	sed -i 's/^status: .*/status: final round/' acme.md
	at 2026-09-15 'final round'
	note brill.md <<-'EOF'
		---
		company: Brill
		date: 2026-09-10
		stage: phone screen
		---
		## Self-assessment
		I talked far too much.
	EOF
	at 2026-09-16 'met Brill'
	sed -i 's/^stage: .*/stage: on-site/' brill.md
	at 2026-09-25 'again'
	sed -i 's/^status: .*/status: rejected/' acme.md
	at 2026-10-05 'rejected'
}

log() {
	js log --as-of "$DAY" "$@"
	[ "$status" -eq 0 ]
}

# stages COMPANY: date, what, gone, a line each.
stages() {
	log --format json
	jq -r --arg c "$1" '.applications[] | select(.company == $c) | .stages[]
		| [.date, .what // .type, .gone // "-"] | join(" ")' <<<"$output"
}

@test "the stages that a later rejected hides" {
	told
	diff - <(stages Acme) <<-'EOF'
		2026-08-20 application -
		2026-09-01 phone screen 2026-09-15
		2026-09-15 final round 2026-10-05
		2026-10-05 rejection -
	EOF
	log
	has "2026-09-15  final round  (not in the notes since 2026-10-05)"
	has "Acme, Engineer: rejected"
	has "2026-10-05  rejected"
}

@test "another word for the same interview counts from its commit" {
	told
	diff - <(stages Brill) <<-'EOF'
		2026-09-10 phone screen 2026-09-25
		2026-09-25 on-site -
	EOF
}

@test "what is told in several notes is not told twice" {
	told
	note brill-2.md <<<$'---\ncompany: Brill\ndate: 2026-10-01\nstage: panel\n---'
	at 2026-10-06 'panel'
	diff - <(stages Brill) <<-'EOF'
		2026-09-10 phone screen 2026-09-25
		2026-09-25 on-site -
		2026-10-01 panel -
	EOF
	git rm -q brill.md brill-2.md
	at 2026-10-07 'gone'
	log --format json
	[ "$(jq -r '.applications[] | select(.company == "Brill") | .state' \
		<<<"$output")" = null ]
	log
	has "Brill: no longer in the notes"
}

@test "the numbers of a day are those of the report of its commit" {
	told
	log --format json
	states=$(jq -c '.states[]' <<<"$output")
	[ "$(wc -l <<<"$states")" -eq 6 ]
	while read -r state; do
		commit=$(jq -r .commit <<<"$state")
		js --format json --rev "$commit" --as-of "$(jq -r .date <<<"$state")"
		diff <(jq '[.overdue, .due, .upcoming, .entries, .interviews,
			(.weaknesses | map([.id, .interviews, .of]))]' <<<"$state") \
			<(jq '[(.counts | .overdue, .due, .upcoming, .entries,
			.interviews), (.weaknesses | map([.id, .interviews, .of]))]' \
			<<<"$output")
	done <<<"$states"
}

@test "one state a day, the last; a commit to something else is none" {
	told
	sed -i s/Brill/Brillig/ brill.md
	at 2026-10-08 'renamed'
	sed -i s/Brillig/Brill/ brill.md
	at 2026-10-08 'named back'
	echo code >code.c
	at 2026-10-09 'code'
	log --format json
	[ "$(jq '.states | length' <<<"$output")" -eq 7 ]
	[ "$(jq -r '.states[-1].subject' <<<"$output")" = 'named back' ]
	[ "$(jq .commits <<<"$output")" -eq 9 ]
	log --since 2026-10-01 --format json
	[ "$(jq '.states | length' <<<"$output")" -eq 2 ]
	# Stages come from all commits even so.
	[ "$(jq '.applications[0].stages | length' <<<"$output")" -eq 4 ]
	js log --as-of 2026-09-02 --format json
	[ "$(jq '.states | length' <<<"$output")" -eq 2 ]
	[ "$(jq '.applications | length' <<<"$output")" -eq 1 ]
}

@test "stages of a side branch count, its numbers do not" {
	told
	git checkout -q -b side HEAD~3
	sed -i 's/^status: .*/status: talked to the founder/' acme.md
	at 2026-09-20 'on the side'
	git checkout -q main
	GIT_AUTHOR_DATE=2026-10-06T12:00:00+0200 git merge -q -s ours side -m merged
	stages Acme | grep -qx '2026-09-20 talked to the founder 2026-09-25'
	log --format json
	[ "$(jq '.states | length' <<<"$output")" -eq 6 ]
}

@test "a subfolder, a revision, snapshot.ref, a shallow clone" {
	repository
	mkdir journal
	(
		cd journal
		small_journal
		at 2026-10-01 one
		rm acme.md
		at 2026-10-02 two
	)
	js log journal --as-of "$DAY" --format json
	[ "$(jq '.states | map(.entries) | join(" ")' <<<"$output")" = '"3 2"' ]
	js log journal --as-of "$DAY" --format json --rev HEAD~1
	[ "$(jq '.states | length' <<<"$output")" -eq 1 ]
	git update-ref refs/heads/snapshots HEAD~1
	printf 'snapshot:\n  ref: snapshots\n' >journal/.journalscan.yml
	js log journal --as-of "$DAY" --format json
	[ "$(jq '.states | length' <<<"$output")" -eq 1 ]
	git clone -q --depth 1 "file://$PWD" ../shallow
	js log ../shallow/journal --as-of "$DAY" --format json
	[ "$status" -eq 0 ]
	[ "$(jq '.states | map(.entries) | join(" ")' <<<"$output")" = '"2"' ]
	js log journal --rev nowhere
	[ "$status" -eq 2 ]
	says "no revision 'nowhere'"
}

@test "an unborn branch and no repository are said" {
	small_journal
	js log
	[ "$status" -eq 2 ]
	says "in no git repository"
	repository
	js log
	[ "$status" -eq 2 ]
	says "no commit yet"
}

@test "csv: a number or a stage a row" {
	told
	log --format csv
	[ "${lines[0]}" = $'date,commit,measure,name,role,value,of\r' ]
	tip=$(git rev-parse HEAD)
	has "\"2026-10-05\",\"$tip\",\"overdue\",\"\",\"\",1,"
	has "\"2026-10-05\",\"$tip\",\"weakness\",\"talking-too-much\",\"\",1,1"
	has "\"stage\",\"Acme\",\"Engineer\",\"final round\","
	python3 - <<-EOF
		import csv, io
		rows = list(csv.reader(io.StringIO('''$output''')))
		assert all(len(row) == 7 for row in rows), rows
	EOF
}

@test "many days: a choice that fits, and all of them with --all" {
	repository
	small_journal
	day=$(date -d 2026-01-01 +%s)
	for i in $(seq 60); do
		echo "$i" >>acme.md
		at "$(date -d "@$((day + i * 86400))" +%F)" "day $i"
	done
	log
	[ "$(grep -c '^  2026-0' <<<"$output")" -eq 24 ]
	has "2026-01-02 "
	has "2026-03-02 "
	has "24 of 60 days"
	log --all
	[ "$(grep -c '^  2026-0' <<<"$output")" -eq 60 ]
	# No line is wider than the terminal.
	[ "$(COLUMNS=60 "$JOURNALSCAN" log --as-of "$DAY" | wc -L)" -le 60 ]
}

# A walk of many commits reads each version of a note once.
@test "what did not change is not read again" {
	command -v strace >/dev/null || skip "no strace"
	repository
	for i in $(seq 40); do
		note "n$i.md" <<<"---
company: C$i
date: 2026-09-01
---"
	done
	git config gc.auto 0
	at 2026-09-01 all
	for i in $(seq 20); do
		echo more >>n1.md
		at 2026-09-02 "change $i"
	done
	# Leaks cannot be looked for while another program traces.
	ASAN_OPTIONS=detect_leaks=0 strace -f -e trace=openat -o ../calls "$JOURNALSCAN" log --as-of "$DAY" \
		>/dev/null
	blobs=$(git cat-file --batch-check --batch-all-objects |
		sed -n 's/ blob.*//p')
	for blob in $blobs; do
		path="objects/${blob:0:2}/${blob:2}"
		[ "$(grep -c "$path" ../calls)" -le 2 ]
	done
}

@test "diff: overdue, done, new, better and worse, moved" {
	told
	js diff HEAD~3 HEAD --format json
	[ "$status" -eq 0 ]
	json=$output
	[ "$(jq -r '.before.as_of, .after.as_of' <<<"$json" | xargs)" = \
		"2026-09-15 2026-10-05" ]
	jq -e '.follow_ups | map(.change) | index("overdue") and index("done")' \
		<<<"$json"
	jq -e '.weaknesses[] | select(.id == "talking-too-much")
		| .before.of == 0 and .after.interviews == 1' <<<"$json"
	jq -e '.applications | map([.company, .before, .after]) ==
		[["Acme", "pending", "rejected"], ["Brill", null, "pending"]]' \
		<<<"$json"
	js diff HEAD~3 HEAD
	has "Became overdue"
	has "Acme"
	has "rejected"
}

@test "diff with the folder as it is, as of a day" {
	told
	sed -i '/^stage/a thank you: 2026-09-11' brill.md
	js diff HEAD --as-of 2026-10-06 --format json
	jq -e '.follow_ups[] | select(.rule == "thank-you" and .change == "done")' \
		<<<"$output"
	js diff HEAD HEAD
	[ "$status" -eq 0 ]
	[ "${#lines[@]}" -eq 2 ]
	js diff
	[ "$status" -eq 2 ]
	says "a revision, or two"
	js diff nowhere
	[ "$status" -eq 2 ]
}

@test "diff: a weakness gets better, another worse" {
	repository
	for i in 1 2 3; do
		note "a$i.md" <<-EOF
			---
			company: A$i
			date: 2026-08-0$i
			type: interview
			tags: weakness/nerves
			---
		EOF
	done
	at 2026-08-10 before
	for i in 1 2; do
		note "b$i.md" <<-EOF
			---
			company: B$i
			date: 2026-09-0$i
			type: interview
			tags: weakness/clarity
			---
		EOF
	done
	at 2026-09-10 after
	js diff HEAD~1 HEAD --format json
	[ "$(jq -r '.weaknesses | map(select(.id == "nerves" or .id == "clarity")
		| .id + " " + .change) | join(", ")' <<<"$output")" = \
		"clarity worse, nerves better" ]
	js diff HEAD~1 HEAD
	has "worse"
	has "better"
}
