#!/usr/bin/env bats
# due, contacts, weaknesses, config: one view each.

load common

# The items of `due ARGUMENTS` as "rule company status due", one a line.
items() {
	js due --as-of "$DAY" --format json "$@"
	jq -r '.follow_ups[] | "\(.rule) \(.company) \(.status) \(.due)"' <<<"$output"
}

@test "grouped by what cannot wait, in the terminal's words" {
	clean_journal
	js due --as-of "$DAY"
	[ "$status" -eq 0 ]
	[ -z "$stderr" ]
	has "Overdue"
	has "Coming"
	[[ $output == *Overdue*Coming* ]]
	hasnt "Lapsed"
	hasnt "Done"
	js due --as-of "$DAY" --all
	has "Lapsed"
	has "Done"
}

@test "nothing done and nothing lapsed without --all, in every format" {
	clean_journal
	[ -z "$(items | grep -E ' (done|lapsed) ')" ]
	[ -n "$(items --all | grep ' done ')" ]
	[ -n "$(items --all | grep ' lapsed ')" ]
	for format in ndjson csv md; do
		js due --as-of "$DAY" --format "$format"
		[ "$status" -eq 0 ]
		hasnt "lapsed"
	done
	js due --as-of "$DAY" --format json
	[ "$(jq -r 'keys_unsorted | join(" ")' <<<"$output")" = \
		"schema as_of follow_ups" ]
	[ "$(jq -r .as_of <<<"$output")" = "$DAY" ]
}

@test "--company: a part of the name, without case, accents, punctuation" {
	clean_journal
	note uber.md <<-'EOF'
		---
		company: Über Bäume GmbH
		date: 2026-10-13
		---
	EOF
	[ -z "$(items --company acme | grep -v ' Acme ')" ]
	[ -n "$(items --company acme)" ]
	[ -n "$(items --company 'brill & s')" ]
	[ -n "$(items --company 'uber baume')" ]
}

@test "--company that fits none: 2, and the nearest is named" {
	clean_journal
	js due --as-of "$DAY" --company Acne
	[ "$status" -eq 2 ]
	[ -z "$output" ]
	says "no company fits 'Acne': did you mean 'Acme'? [not-found]"
	js contacts --as-of "$DAY" --company '...'
	[ "$status" -eq 2 ]
	says "[not-found]"
}

@test "--rule" {
	clean_journal
	[ -z "$(items --all --rule thank-you | grep -v '^thank-you ')" ]
	[ -n "$(items --all --rule thank-you)" ]
}

@test "--since and --until take in the day itself" {
	clean_journal
	day=2026-10-20
	items | grep -qx "task .* $day"
	[ -n "$(items --rule task --since "$day" --until "$day")" ]
	[ -z "$(items --rule task --since 2026-10-21 --until 2026-11-19)" ]
	[ -z "$(items --rule task --until 2026-10-19)" ]
}

@test "--count: one line, of what the filters leave" {
	clean_journal
	js due --as-of "$DAY" --count
	[ "$status" -eq 0 ]
	[[ $output =~ ^[0-9]+\ overdue,\ [0-9]+\ due,\ [0-9]+\ to\ come$ ]]
	overdue=$(items | grep -c ' overdue ')
	js due --as-of "$DAY" --count
	[[ $output == "$overdue overdue, "* ]]
	js due --as-of "$DAY" --count --company acme --rule task
	[ "$output" = "0 overdue, 0 due, 0 to come" ]
	js due --as-of "$DAY" --count --format json
	[ "$status" -eq 2 ]
}

@test "--exit-code: 1 when something is overdue, whatever else is wrong" {
	clean_journal
	js due --as-of "$DAY" --exit-code
	[ "$status" -eq 1 ]
	js due --as-of "$DAY" --exit-code --rule task
	[ "$status" -eq 0 ]
	small_journal
	js due --as-of "$DAY" --rule task
	[ "$status" -eq 1 ]
	says "[no-such-day]"
	js due --as-of "$DAY" --rule task --exit-code
	[ "$status" -eq 0 ]
}

@test "a view says the errors of the notes, and warnings only with --verbose" {
	small_journal
	for command in due contacts weaknesses; do
		js "$command" --as-of "$DAY"
		[ "$status" -eq 1 ]
		[ "${#stderr_lines[@]}" -eq 1 ]
		js "$command" --as-of "$DAY" --verbose
		says "[unknown-key]"
	done
}

@test "every format of every view" {
	clean_journal
	for command in due contacts weaknesses; do
		formats=$("$JOURNALSCAN" help "$command" |
			tr '\n' ' ' | sed 's/.*in this format: *\([a-z, ]*\) or \([a-z]*\) .*/\1 \2/; s/,//g')
		[ "$(wc -w <<<"$formats")" -ge 4 ]
		for format in $formats; do
			js "$command" --as-of "$DAY" --format "$format"
			[ "$status" -eq 0 ]
			[ -n "$output" ]
			case $format in
			json) jq -e .schema <<<"$output" ;;
			ndjson) jq -es 'length > 0' <<<"$output" ;;
			csv) python -c 'import csv, sys
rows = list(csv.reader(sys.stdin, strict=True))
assert len(rows) > 1 and len({len(row) for row in rows}) == 1, rows' <<<"$output" ;;
			esac
		done
	done
}

@test "contacts" {
	clean_journal
	js contacts --as-of "$DAY"
	[ "$status" -eq 0 ]
	has "Dana Ruiz"
	has "dana@acme.example"
	js contacts --as-of "$DAY" --company acme --format json
	[ "$(jq -r '.contacts[].name' <<<"$output")" = "Dana Ruiz" ]
	js contacts --as-of "$DAY" --company brill --format json
	[ "$(jq '.contacts | length' <<<"$output")" -eq 0 ]
}

@test "weaknesses" {
	clean_journal
	js weaknesses --as-of "$DAY"
	[ "$status" -eq 0 ]
	has "Talking too much"
	has "2 of 2"
}

@test "config prints what is in force, and where it comes from" {
	mkdir -p "$HOME/.config/journalscan"
	echo 'date-order: dmy' >"$HOME/.config/journalscan/config.yml"
	echo 'report: mine.md' >.journalscan.yml
	js config
	[ "$status" -eq 0 ]
	[ -z "$stderr" ]
	[[ $output =~ (^|$'\n')report:\ *\"?mine.md\"?.*\.journalscan\.yml:1 ]]
	[[ $output =~ (^|$'\n')date-order:\ *dmy.*config\.yml:1 ]]
	[[ $output =~ (^|$'\n')quarterly:\ *true.*default ]]
	text=$output
	js config --output ../config.yml
	[ "$status" -eq 0 ]
	[ "$(cat ../config.yml)" = "$text" ]
	# What it prints is a configuration again.
	js config --config ../config.yml
	[ "$status" -eq 0 ]
}

@test "config with a mistake: its place, 2, nothing printed" {
	printf 'rules:\n  reply:\n    opens: soon\n' >.journalscan.yml
	js config
	[ "$status" -eq 2 ]
	[ -z "$output" ]
	[[ $stderr =~ \.journalscan\.yml:3:[0-9]+:\ error:\ .*\[config\] ]]
}
