#!/usr/bin/env bats
# Every limit of journalscan(5), at its bound: at the limit nothing is said, one
# past it one diagnostic, and all up to it is read.

load hostile

# Only the numbers are new here.
export LEAN=1

# both N MAKE...: at.md and past.md, as MAKE prints them for N and N + 1.
both() {
	unsanitized "the numbers are the same in every build"
	COMPANY=At "${@:2}" "$1" >at.md
	COMPANY=Past "${@:2}" $(($1 + 1)) >past.md
}

# bound N LIST [KEY=VALUE]: N records of both, and one diagnostic of past.md.
bound() {
	survive "count $1 ${*:2} path=at.md" "count $1 ${*:2} path=past.md" \
		"count 0 diagnostics path=at.md severity=error" \
		"too-many past.md*"
}

# lines N FORMAT: FORMAT N times, with its number in place of %d.
lines() {
	awk -v n="$2" -v f="$1\n" 'BEGIN { for (i = 0; i < n; i++) printf f, i }'
}

# body FORMAT N: a note with that in its body.
body() {
	entry "$COMPANY"
	lines "$@"
}

# front FORMAT N: and one with it in its front matter.
front() {
	printf -- '---\ncompany: %s\ndate: 2026-10-01\n' "$COMPANY"
	lines "$@"
	printf -- '---\nText.\n'
}

@test "10,000 tasks" {
	both 10000 body '- [ ] Call number %d due 2026-10-20'
	bound 10000 follow_ups rule=task
}

@test "10,000 dates" {
	both 10000 body '2026-10-20'
	bound 10000 dates
}

@test "10,000 weaknesses and strengths" {
	both 10000 body 'I talked too much.\n'
	bound 10000 assessments
}

@test "10,000 dated headings" {
	both 10000 body '## 2026-09-02 Call'
	survive "too-many past.md" "count 0 diagnostics path=at.md severity=error"
	[ "$(of '[.entries[] | select(.path != "good.md") | .events | length] |
		unique | .[]')" -eq 10001 ]
}

@test "1,000 mentions of people" {
	both 1000 body '- Dana Ruiz <d%d@x.example>'
	survive "too-many past.md" "count 0 diagnostics path=at.md severity=error"
	[ "$(of '[.contacts[].mentions[] | select(.path == "at.md")] |
		length')" -eq 1000 ]
	[ "$(of '[.contacts[].mentions[] | select(.path == "past.md")] |
		length')" -eq 1000 ]
}

@test "1,000 diagnostics" {
	both 1000 body '2026-02-30'
	survive "too-many past.md" \
		"count 1000 diagnostics path=at.md code=no-such-day" \
		"count 1000 diagnostics path=past.md code=no-such-day"
}

@test "64 values of a key, 10,000 fields" {
	both 64 body 'follow up:: 2026-10-20 call %d\n'
	bound 64 follow_ups rule=task
	both 10000 body 'key%d:: a\n'
	survive "too-many past.md:20005" \
		"count 0 diagnostics path=at.md severity=error"
}

@test "200,000 paragraphs" {
	both 200000 body '- a'
	printf '\nLast, on 2026-10-20.\n' >>past.md
	survive "count 0 diagnostics path=at.md code=too-many" \
		"nesting at.md" "too-many past.md:200005" "nesting past.md" \
		"count 0 dates path=past.md"
}

quotes() {
	entry Bad
	times "$1" '>'
	printf ' See you on 2026-10-20.\n'
}

@test "64 quotes in a line, 100,000 lines with markup" {
	both 64 quotes
	survive "nesting past.md" "count 0 diagnostics path=at.md" \
		"count 1 dates path=at.md" "count 1 dates path=past.md"
	both 100000 body '- a'
	survive "nesting past.md" "count 0 diagnostics path=at.md"
}

@test "50,000 addresses of links" {
	both 50000 body '[r%d]: /u'
	survive "too-many past.md:50005" \
		"count 0 diagnostics path=at.md severity=error"
}

@test "10,000 lines of .gitignore" {
	git init -q .
	mkdir at past
	lines 'x%d' 10000 >at/.gitignore
	lines 'x%d' 10001 >past/.gitignore
	survive "too-big past/" "count 1 diagnostics"
}

# own TEXT: whether a weakness with that pattern is refused.
own() {
	printf "weaknesses:\n  - id: own\n    patterns: ['%s']\n" "$1" \
		>.journalscan.yml
	js --as-of "$DAY" --format json
	[ "$status" -eq "$2" ]
}

@test "4,096 bytes and 200 groups of a pattern, 64 KiB of configuration" {
	own "$(times 4096 a)" 0
	own "$(times 4097 a)" 2
	says "longer than 4096 bytes"
	own "$(times 200 '(a)')" 0
	own "$(times 201 '(a)')" 2
	says "at most 200"
	for size in 65536 65537; do
		{
			echo 'report: a.md'
			head -c $((size - 14)) /dev/zero | tr '\0' '#'
			echo
		} >.journalscan.yml
		js --as-of "$DAY" --format json
		[ "$status" -eq $((2 * (size - 65536))) ]
	done
	says "longer than 65536 bytes"
	{
		echo 'weaknesses:'
		lines '- id: own-%d' 232
	} >.journalscan.yml
	js --as-of "$DAY" --format json
	[ "$status" -eq 0 ]
	echo '- id: last' >>.journalscan.yml
	js --as-of "$DAY" --format json
	[ "$status" -eq 2 ]
	says "more than 256 weaknesses"
}

@test "8 MiB of a file" {
	unsanitized "the numbers are the same in every build"
	for name in at past; do
		entry Bad '2026-10-20 ' >$name.md
		truncate -s 8388608 $name.md
	done
	echo >>past.md
	survive "entry at.md" "count 1 dates path=at.md" "too-big past.md" \
		"bad-utf8 at.md"
}

# sized BYTES: front matter of so many bytes.
sized() {
	printf -- '---\ncompany: Bad\nx: '
	head -c $(($1 - 17)) /dev/zero | tr '\0' x
	printf '\n---\nText.\n'
}

# deep LEVELS: front matter nested so deeply; one is the mapping itself.
deep() {
	printf -- '---\ncompany: Bad\nx: '
	times $(($1 - 1)) '['
	times $(($1 - 1)) ']'
	printf '\n---\nText.\n'
}

aliases() {
	printf -- '---\ncompany: Bad\na: &a b\nx: ['
	times $(($1 - 1)) '*a, '
	printf ']\n---\nText.\n'
}

@test "front matter: 64 KiB, 64 levels, 100 anchors and aliases, 1,000 keys" {
	for pair in '65536 sized' '64 deep' '100 aliases' '998 front k%d:'; do
		both $pair
		survive "front-matter-limit past.md" "entry at.md" \
			"count 0 diagnostics path=at.md severity=error"
	done
}

@test "few descriptors, a small stack, little address space" {
	clean_journal
	unsanitized "the sanitizers need more"
	for limit in 'ulimit -n 8' 'ulimit -n 20' 'ulimit -s 256' \
		'ulimit -v 98304'; do
		rm -f REPORT.md
		run --separate-stderr timeout 5 bash -c \
			"$limit; exec \"\$0\" \"\$@\"" \
			"$JOURNALSCAN" --as-of "$DAY" --no-snapshot
		case $status in
		0) [[ $(head -n 1 REPORT.md) == *journalscan* ]] ;;
		2) [ -n "$stderr" ] && [ ! -e REPORT.md ] ;;
		*) echo "$limit: $status $stderr" && return 1 ;;
		esac
	done
}

# within KILOBYTES: the calendar, with no more address space than that.
within() {
	result=0
	(ulimit -v "$1" && exec "$JOURNALSCAN" export --format ics --events \
		--alarms --no-cache --jobs 1 --as-of "$DAY") >../out 2>../err ||
		result=$?
}

# libical crashes without memory, so there must be enough before it is asked.
@test "a calendar is whole or refused, however little memory there is" {
	unsanitized "the sanitizers need more"
	clean_journal
	within unlimited
	cp ../out ../whole
	low=8000 high=400000
	while [ $((high - low)) -gt 8 ]; do
		within $(((low + high) / 2))
		if [ "$result" -eq 0 ]; then
			high=$(((low + high) / 2))
		else
			low=$(((low + high) / 2))
		fi
	done
	for ((size = high - 1200; size < high + 40; size += 8)); do
		within "$size"
		case $result in
		0) cmp ../out ../whole ;;
		2) [ -s ../err ] ;;
		*) echo "$size KiB: $result" && return 1 ;;
		esac
	done
}
