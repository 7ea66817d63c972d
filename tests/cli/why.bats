#!/usr/bin/env bats
# why: items by id and by line, and what cannot be found.

load common

# id RULE: of the first item of a rule.
id() {
	"$JOURNALSCAN" due --all --format json --as-of "$DAY" 2>/dev/null |
		jq -r "[.follow_ups[] | select(.rule == \"$1\")][0].id"
}

@test "an item: its lines, its sums, its article" {
	clean_journal
	js why "$(id thank-you)" --as-of "$DAY"
	[ "$status" -eq 0 ]
	[ -z "$stderr" ]
	has "Send a thank-you note"
	js why "$(id reply)" --as-of "$DAY"
	has "+ 10 days ="
	has "acme.md:4: date: 2026-10-08"
	has "No 2nd Interview?"
}

@test "an id may be shortened, in any case" {
	clean_journal
	id=$(id reply)
	js why "${id:0:5}" --as-of "$DAY"
	[ "$status" -eq 0 ]
	one=$output
	js why "${id^^}" --as-of "$DAY"
	[ "$status" -eq 0 ]
	[ "$output" = "$one" ]
}

@test "a line: the weakness in it, as from the folder of -C" {
	clean_journal
	js why -C . acme.md:9 --as-of "$DAY"
	[ "$status" -eq 0 ]
	has "weakness talking-too-much, from self"
	cd ..
	js why -C journal acme.md:9 --as-of "$DAY"
	[ "$status" -eq 0 ]
	has "I rambled"
}

@test "nothing found: status 2, and where to look" {
	clean_journal
	js why "" --as-of "$DAY"
	[ "$status" -eq 2 ]
	js why zzzzzzzz --as-of "$DAY"
	[ "$status" -eq 2 ]
	says "journalscan due --all"
	says "[not-found]"
	js why nowhere.md:3 --as-of "$DAY"
	[ "$status" -eq 2 ]
	says "nowhere.md"
	js why acme.md:1 --as-of "$DAY"
	[ "$status" -eq 2 ]
	says "acme.md:1"
	js why
	[ "$status" -eq 2 ]
	says "[usage]"
	js why a b
	[ "$status" -eq 2 ]
}

@test "what a note says reaches the terminal as text" {
	printf '%s\n' '---' 'company: "E\e[31mvil\e]0;x\a\u202e"' \
		'date: 2026-10-08' 'type: interview' '---' \
		$'- [ ] Call \e[2J them \xe2\x80\xae, due 2026-10-10' >evil.md
	for id in $("$JOURNALSCAN" due --all -f json --as-of "$DAY" | jq -r '.follow_ups[].id'); do
		js why "$id" --as-of "$DAY"
		[ "$status" -eq 0 ]
		hasnt $'\e'
		hasnt $'\a'
		hasnt $'\xe2\x80\xae'
	done
	js why --color always "$id" --as-of "$DAY"
	has $'\e[1m'
}
