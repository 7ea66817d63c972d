#!/usr/bin/env bats
# What only a terminal sees: colours, width, progress.

load common

# on_terminal COLUMNS ARGUMENTS...
on_terminal() {
	columns=$1
	shift
	run --separate-stderr env TERM="${TERM-xterm}" python3 \
		"$BATS_TEST_DIRNAME/terminal.py" "$columns" "$JOURNALSCAN" "$@"
}

@test "colours on a terminal, none in a pipe" {
	small_journal
	on_terminal 80 --as-of "$DAY"
	[ "$status" -eq 1 ]
	[[ $output == *$'\e['*m*error:* ]]
	[[ $output == *$'\e['*m*overdue* ]]
	js --as-of "$DAY"
	[[ $output$stderr != *$'\e'* ]]
}

@test "NO_COLOR, TERM=dumb and --color never take them away" {
	small_journal
	NO_COLOR=1 on_terminal 80 --as-of "$DAY"
	[[ $output != *$'\e'* ]]
	has "error:"
	TERM=dumb on_terminal 80 --as-of "$DAY"
	[[ $output != *$'\e'* ]]
	on_terminal 80 --as-of "$DAY" --color never
	[[ $output != *$'\e'* ]]
	on_terminal 80 --as-of "$DAY" --color=auto check
	[[ $output == *$'\e['* ]]
	NO_COLOR='' on_terminal 80 --as-of "$DAY" check
	[[ $output == *$'\e['* ]]
}

@test "--color always wins over pipes and NO_COLOR" {
	small_journal
	NO_COLOR=1 js --as-of "$DAY" --color always check
	[[ $output == *$'\e['*m*error:* ]]
	js --as-of "$DAY" --color always --no-snapshot
	[[ $output == *$'\e['* ]]
	[[ $stderr == *$'\e['* ]]
	js --color always --fromat
	[ "$status" -eq 2 ]
}

@test "colours say nothing that the words do not" {
	small_journal
	js --as-of "$DAY" due
	plain=$output
	js --as-of "$DAY" due --color always
	[ "$(sed 's/\x1b\[[0-9;]*m//g' <<<"$output")" = "$plain" ]
}

@test "tables fit the terminal, and COLUMNS wins" {
	clean_journal
	note wide.md <<-'EOF'
		---
		company: 株式会社テスト工業ホールディングス
		role: Sénior ingénieur très très long
		date: 2026-10-08
		type: interview
		contacts: 山田太郎 <taro@example.jp>
		---
	EOF
	for command in "--no-snapshot" due contacts weaknesses; do
		for columns in 60 80 120; do
			on_terminal "$columns" "$command" --as-of "$DAY" \
				--color never
			printf '%s\n' "$output" | python -c '
import sys, unicodedata
most = int(sys.argv[1])
for line in sys.stdin:
    line = line.rstrip("\n")
    if "[no-repository]" in line:
        continue
    width = sum(0 if unicodedata.combining(c) else
                2 if unicodedata.east_asian_width(c) in "WF" else 1
                for c in line)
    assert width <= most, (width, line)' "$columns"
		done
	done
	COLUMNS=60 on_terminal 200 due --as-of "$DAY"
	narrow=$output
	unset COLUMNS
	on_terminal 60 due --as-of "$DAY"
	[ "$output" = "$narrow" ]
}

@test "progress: on a terminal, and gone at the end" {
	for i in $(seq 300); do
		printf -- '---\ncompany: C%d\ndate: 2026-10-01\n---\nText.\n' \
			"$i" >"$i.md"
	done
	export JOURNALSCAN_PROGRESS_DELAY=0
	run env TERM=xterm python3 "$BATS_TEST_DIRNAME/terminal.py" --messages \
		80 "$JOURNALSCAN" --as-of "$DAY" --no-snapshot
	[[ $output =~ [0-9]+\ of\ 300\ notes,\ [0-9]+\ a\ second ]]
	# The last thing that happens to the line is that it is cleared.
	[[ $output == *$'\r\e[K' ]]
	run env TERM=xterm python3 "$BATS_TEST_DIRNAME/terminal.py" --messages \
		80 "$JOURNALSCAN" --as-of "$DAY" --no-snapshot --quiet
	[ -z "$output" ]
	run env TERM=dumb python3 "$BATS_TEST_DIRNAME/terminal.py" --messages \
		80 "$JOURNALSCAN" --as-of "$DAY" --no-snapshot
	[ -z "$output" ]
	js --as-of "$DAY" --no-snapshot
	[ -z "$stderr" ]
	unset JOURNALSCAN_PROGRESS_DELAY
	run env TERM=xterm python3 "$BATS_TEST_DIRNAME/terminal.py" --messages \
		80 "$JOURNALSCAN" --as-of "$DAY" --no-snapshot --format json
	[[ $output != *"a second"* ]]
}

# A journal with more to say than 24 lines, and a pager that says it was there.
long_journal() {
	for i in $(seq 20); do
		printf -- '---\ncompany: C%02d\ndate: 2026-10-01\ntype: interview\n---\n' \
			"$i" >"$i.md"
	done
	printf '#!/bin/sh\necho "PAGER $* LESS=$LESS"\ncat\n' >../pager
	chmod +x ../pager
	export PAGER="$BATS_TEST_TMPDIR/pager"
}

@test "what is longer than the screen goes to the pager" {
	long_journal
	export TERM=xterm
	PAGER="$PAGER -a b" on_terminal 80 due --as-of "$DAY"
	[ "$status" -eq 0 ]
	[ "${lines[0]}" = "PAGER -a b LESS=FRX" ]
	[[ $output == *$'\e['* ]]
	has "C20"
	paged=$(sed 1d <<<"$output")
	LESS=-S on_terminal 80 due --as-of "$DAY"
	[ "${lines[0]}" = "PAGER  LESS=-S" ]
	# Nothing is lost on the way.
	on_terminal 80 due --as-of "$DAY" --no-pager
	[ "$output" = "$paged" ]
}

@test "no pager for what fits, in a pipe, or when it is not wanted" {
	long_journal
	export TERM=xterm
	on_terminal 80 due --as-of "$DAY" --count
	hasnt "PAGER"
	LINES=200 on_terminal 80 due --as-of "$DAY"
	hasnt "PAGER"
	for none in '' cat; do
		PAGER=$none on_terminal 80 due --as-of "$DAY"
		has "C20"
		hasnt "PAGER"
	done
	TERM=dumb on_terminal 80 due --as-of "$DAY"
	hasnt "PAGER"
	js due --as-of "$DAY"
	hasnt "PAGER"
	on_terminal 80 due --as-of "$DAY" --output ../due.txt
	hasnt "PAGER"
	[[ $(cat ../due.txt) != *PAGER* ]]
}

@test "a pager that is not there, or goes away, is no failure" {
	long_journal
	export TERM=xterm
	PAGER=/no/such/pager on_terminal 80 due --as-of "$DAY"
	[ "$status" -eq 0 ]
	has "C20"
	PAGER=true on_terminal 80 due --as-of "$DAY"
	[ "$status" -eq 0 ]
	[ -z "$output" ]
	PAGER=true on_terminal 80 due --as-of "$DAY" --exit-code
	[ "$status" -eq 1 ]
	# No shell reads it.
	PAGER="touch ../made; cat" on_terminal 80 due --as-of "$DAY"
	[ ! -e ../made ]
	# What is longer than a pipe holds.
	PAGER="head -n 1" on_terminal 80 --no-snapshot --as-of "$DAY" \
		--format json
	[ "$status" -eq 0 ]
	[ "$output" = "{" ]
}

@test "weaknesses show how they went over time" {
	clean_journal
	js weaknesses --as-of "$DAY"
	has "Over time"
	has "██"
}
