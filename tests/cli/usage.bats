#!/usr/bin/env bats
# The command line itself: commands, options, help, and what is said of
# mistakes in them.

load common

@test "no option and no command: the current folder is scanned" {
	js --as-of "$DAY"
	[ "$status" -eq 0 ]
	says "[no-entries]"
}

@test "options stand anywhere, values behind = or a blank" {
	small_journal
	for arguments in "due --as-of $DAY --count ." \
		"--as-of $DAY --count due" "--as-of=$DAY due . --count" \
		"due --count . --as-of=$DAY"; do
		# shellcheck disable=SC2086 # one argument a word
		js $arguments
		[ "$status" -le 1 ]
		has " overdue, "
	done
}

@test "short options go together, the value may follow at once" {
	small_journal
	js due --as-of "$DAY" -qfjson
	[ "$status" -le 1 ]
	[ "${output:0:1}" = "{" ]
	js due --as-of "$DAY" -q -f json
	[ "${output:0:1}" = "{" ]
}

@test "the last of several values counts" {
	small_journal
	js due --as-of 2020-01-01 --as-of "$DAY" -f json -f text
	[ "$status" -le 1 ]
	has "Acme"
}

@test "behind -- everything is a folder" {
	mkdir -- -q check
	js --as-of "$DAY" -- -q
	[ "$status" -eq 0 ]
	says "'-q'"
	js scan --as-of "$DAY" -- check
	[ "$status" -eq 0 ]
	js --as-of "$DAY" ./check
	[ "$status" -eq 0 ]
	says "'./check'"
}

@test "an unknown option names the nearest, and ends with 2" {
	js --fromat json
	[ "$status" -eq 2 ]
	[ "$stderr" = "journalscan: error: unknown option --fromat: did you mean --format? [usage]" ]
	js due --as_of=2026-01-01
	[ "$status" -eq 2 ]
	says "unknown option --as_of: did you mean --as-of?"
	js --xyzzy
	[ "$status" -eq 2 ]
	says "see journalscan help"
	js -z
	[ "$status" -eq 2 ]
	[ -z "$output" ]
}

@test "an unknown command names the nearest" {
	js chekc
	[ "$status" -eq 2 ]
	[ "$stderr" = "journalscan: error: unknown command chekc: did you mean check? [usage]" ]
	js weakneses
	says "did you mean weaknesses?"
	js quux
	[ "$status" -eq 2 ]
	says "no command and no folder is called 'quux'"
	js help chekc
	[ "$status" -eq 2 ]
	says "did you mean check?"
}

@test "a wrong value says what would be right" {
	js --format jsno
	[ "$status" -eq 2 ]
	says "did you mean json?"
	js due --rule thankyou
	says "did you mean thank-you?"
	js --format xxxx
	says "scan takes text, md"
	js --color sometimes
	[ "$status" -eq 2 ]
	js --as-of tomorrow
	[ "$status" -eq 2 ]
	says "--as-of takes a day as YYYY-MM-DD, not 'tomorrow'"
	js --as-of 2026-02-29
	[ "$status" -eq 2 ]
	for jobs in 0 -1 two 9999999999999999999999 ''; do
		js --jobs="$jobs"
		[ "$status" -eq 2 ]
		says "--jobs takes a number"
	done
}

@test "a value too few, a value too many" {
	js due --company
	[ "$status" -eq 2 ]
	says "option --company needs a value: --company NAME"
	js -f
	[ "$status" -eq 2 ]
	says "needs a value"
	js --no-snapshot=1
	[ "$status" -eq 2 ]
	says "--no-snapshot takes no value"
}

@test "an option of another command is refused, and the help named" {
	js check --all
	[ "$status" -eq 2 ]
	[ "$stderr" = "journalscan: error: check takes no option --all: see journalscan help check [usage]" ]
	js due --no-snapshot
	[ "$status" -eq 2 ]
}

@test "a second folder is refused" {
	mkdir one two
	js one two
	[ "$status" -eq 2 ]
	says "'two' is one too many"
	js version .
	[ "$status" -eq 2 ]
}

@test "a folder that is not there, and a file in its place" {
	js scan nowhere
	[ "$status" -eq 2 ]
	[ "$stderr" = "journalscan: error: no such folder: 'nowhere' [usage]" ]
	: >file.md
	js file.md
	[ "$status" -eq 2 ]
	says "'file.md' is no folder: name the folder that holds it"
	js -C nowhere
	[ "$status" -eq 2 ]
	says "cannot go to 'nowhere': no such file or directory [io]"
}

@test "-C goes there first" {
	small_journal
	cd ..
	js -C journal due --as-of "$DAY" --count
	[ "$status" -le 1 ]
	has " overdue, "
	js --directory journal check --as-of "$DAY"
	[[ ${lines[0]} == brill.md:* || ${lines[0]} == corvid.md:* ]]
}

@test "control characters of an argument do not reach the terminal" {
	js $'\e[31mred\e]0;title\a'
	[ "$status" -eq 2 ]
	says '\x1b[31mred\x1b]0;title\x07'
	js $'\xe2\x80\xaegnp.exe'
	says '\u202egnp.exe'
	js $'\xff\xfe'
	says '\xff\xfe'
	js $'\xc2\x9b31m'
	says '\x9b31m'
}

@test "--help and help: the same, on standard output, with 0" {
	js --help
	[ "$status" -eq 0 ]
	[ -z "$stderr" ]
	overview=$output
	js help
	[ "$output" = "$overview" ]
	js -h
	[ "$output" = "$overview" ]
	[ "$(commands | wc -l)" -ge 8 ]
	for command in $(commands); do
		[[ $overview == *"  $command "* ]]
		js "$command" --help
		[ "$status" -eq 0 ]
		[[ $output == "usage: journalscan $command"* ]]
		has "examples:"
		has "  journalscan"
		text=$output
		js help "$command"
		[ "$output" = "$text" ]
	done
}

@test "help is given whatever else is on the line" {
	js due --help --format nonsense
	[ "$status" -eq 0 ]
	has "usage: journalscan due"
}

@test "help fits the width that COLUMNS says, and never passes 80" {
	for columns in 60 80 120; do
		for topic in '' scan due help codes; do
			# shellcheck disable=SC2086 # no topic, no argument
			COLUMNS=$columns js help $topic
			most=$((columns < 80 ? columns : 80))
			# What cannot be broken: usage lines and commands.
			for line in "${lines[@]}"; do
				[[ $line == *journalscan* ]] && continue
				[ ${#line} -le $most ] || {
					echo "$columns: $line"
					return 1
				}
			done
		done
	done
}

@test "every example of the help is a command that works" {
	repository
	git -C "$HOME" init -q
	small_journal
	mkdir -p "$HOME/journal"
	cp ./*.md "$HOME/journal"
	echo 'quarterly: false' >strict.yml
	# Examples name an item by an id of their own, and a line of this note.
	awk '/rambled/ { while (NR + blank < 12) { print ""; blank++ } } 1' \
		acme.md >2026-10-08.md
	js due --as-of "$DAY" --format json
	id=$(jq -r '[.follow_ups[] | select(.rule == "task")][0].id' <<<"$output")
	cp -R . ../kept
	for i in 1 2 3 4 5 6; do git commit -q --allow-empty -m "$i"; done
	for command in $(commands); do
		js help "$command"
		examples=$(printf '%s\n' "$output" |
			sed -n '/^examples:/,$s/^  \(journalscan.*\)/\1/p')
		[ -n "$examples" ]
		while IFS= read -r example; do
			line=${example/#journalscan/\"\$JOURNALSCAN\"}
			line=${line//\/tmp\//$BATS_TEST_TMPDIR/}
			line=${line//5k2m/$id}
			cp ../kept/*.md . # what done and snooze have changed
			[[ $line == *--as-of* || $line =~ (help|version|config|cache|init) ]] ||
				line+=" --as-of $DAY"
			EDITOR=true run eval "$line"
			[ "$status" -le 1 ] || {
				echo "$example: $status"
				echo "$output"
				return 1
			}
		done <<<"$examples"
	done
}

@test "version" {
	version=$(sed -n 's/^#define JSCAN_VERSION "\(.*\)"/\1/p' \
		"$REPOSITORY/include/journalscan.h")
	js version
	[ "$status" -eq 0 ]
	[ "${lines[0]}" = "journalscan $version" ]
	text=$output
	js --version
	[ "$output" = "$text" ]
	js -V due
	[ "$output" = "$text" ]
}

@test "help codes lists every code of the tables" {
	js help codes
	[ "$status" -eq 0 ]
	codes=$(sed -n 's/.*\[JSCAN_DIAG_[A-Z0-9_]*\] = *{ *"\([a-z0-9-]*\)".*/\1/p' \
		"$REPOSITORY/src/base/diag.c")
	[ "$(wc -w <<<"$codes")" -ge 20 ]
	for code in $codes usage io config not-ours no-repository repository \
		refused limit not-found bug no-entries; do
		[[ $output =~ (^|$'\n')"  $code"(' '|$'\n') ]] || {
			echo "missing: $code"
			return 1
		}
	done
}
