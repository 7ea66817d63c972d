#!/usr/bin/env bats
# Patterns and files of the configuration that are broken, dear or malicious:
# refused by name before anything is read, or held within limits.

load hostile

# own ID PATTERN...: a configuration with a weakness for each.
own() {
	echo 'weaknesses:'
	while [ $# -gt 0 ]; do
		printf -- '  - id: %s\n    patterns:\n      - %s\n' "$1" "'$2'"
		shift 2
	done
}

# words N TEXT: a note whose self-assessment says TEXT N times.
words() {
	entry Bad '## Self-assessment\n\n'
	times "$1" "$2"
}

# refused TEXT [PATH:LINE:COLUMN]: nothing was read, with the place.
refused() {
	[ "$status" -eq 2 ]
	[ -z "$output" ]
	says "$1"
	[[ $stderr == *.journalscan.yml${2+:$2}* ]]
	[ ! -e REPORT.md ]
}

scan() {
	LIMIT=$SECONDS_MOST js --as-of "$DAY" --format json
}

@test "HR01 HR02: patterns that backtrack without end, over 1 MB" {
	own twice '(a+)+$' thrice '(.*)*y' seasick 'sea ?sick' >.journalscan.yml
	{
		words 33000 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaa! '
		printf '\n\nI was seasick.\n'
	} >bad.md
	survive "entry bad.md" "pattern-limit bad.md*" \
		"count 1 assessments path=bad.md weakness=seasick"
	# Each is named, once a file.
	[ "$(of '.diagnostics[] | select(.code == "pattern-limit") |
		.message' | grep -o "'.*'" | xargs)" = twice ]
	{
		words 1000000 a
		echo '!'
	} >bad.md
	survive "pattern-limit bad.md*"
	own once '(a|aa)+$' twice '(?:a?){24}a{24}$' >.journalscan.yml
	words 20000 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaa! ' >bad.md
	survive "pattern-limit bad.md*"
}

@test "HR03: a pattern that eats memory" {
	# Each step keeps where all of its groups began and ended.
	own big "(?:$(times 150 '(b)|')(a))*y" >.journalscan.yml
	{
		words 1000000 a
		echo y
	} >bad.md
	MEGABYTES_MOST=$((MEGABYTES_MOST / 4)) survive "pattern-limit bad.md*"
}

@test "HR04 HR05 HR06 HR07: patterns that are refused, with their place" {
	good_note
	own fine a mine '(?<=a+)b' >.journalscan.yml
	scan
	refused "'mine'" 7:9
	own mine '(unclosed' >.journalscan.yml
	scan
	refused "'mine'" 4:9
	own mine "$(times 1000 '(a)')" >.journalscan.yml
	scan
	refused "groups" 4:9
	own mine "$(times 5000 a)" >.journalscan.yml
	scan
	refused "longer than 4096 bytes" 4:9
	own mine '(?:(?:abcdefghij){99}){99}' >.journalscan.yml
	scan
	refused "'mine'" 4:9
}

@test "HR08 HR09 HR10 HR11: patterns that raise limits, match nothing, recurse" {
	own raise '(*LIMIT_MATCH=4000000000)(*LIMIT_HEAP=4000000000)(a+)+$' \
		empty 'x*' recurse '(a|b(?1)*)+$' callout 'a(?C1)b' grapheme '\X+y' \
		>.journalscan.yml
	words 3000 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaab! ' >bad.md
	survive "entry bad.md" "pattern-limit bad.md*"
	good_note
	own bytes 'a\Cb' >.journalscan.yml
	scan
	refused "'bytes'" 4:9
	own deep "$(times 300 '(?:')a$(times 300 ')')" >.journalscan.yml
	scan
	refused "'deep'" 4:9
}

@test "HR12 HR13: a configuration that is a bomb, a pipe, a device, too large" {
	good_note
	mkfifo .journalscan.yml
	scan
	refused "not a regular file"
	rm .journalscan.yml
	ln -s /dev/zero .journalscan.yml
	scan
	refused ""
	rm .journalscan.yml
	{
		echo 'a0: &a0 [x, x, x, x, x, x, x, x, x]'
		for i in $(seq 40); do
			echo "a$i: &a$i [*a$((i - 1)), *a$((i - 1))]"
		done
	} >.journalscan.yml
	scan
	refused "an alias of a list" 2:10
	times 10000 '{a: ' >.journalscan.yml
	scan
	refused "nested too deeply" 1:
	truncate -s 1G .journalscan.yml
	scan
	refused "larger than"
	printf 'report: "' >.journalscan.yml
	times 70000 x >>.journalscan.yml
	printf '"\n' >>.journalscan.yml
	scan
	refused "longer than 65536 bytes" 1:1
}
