#!/usr/bin/env bats
# done and snooze: what changes, what stays, and what is refused.

load common

# id RULE: of the first item of a rule that is open.
id() {
	"$JOURNALSCAN" due --all --format json --as-of "$DAY" 2>/dev/null |
		jq -r "[.follow_ups[] | select(.rule == \"$1\" and (.status | IN(\"done\", \"lapsed\") | not))][0].id"
}

status_of() {
	"$JOURNALSCAN" due --all --format json --as-of "$DAY" 2>/dev/null |
		jq -r ".follow_ups[] | select(.id == \"$1\") | .status"
}

@test "done: one line said, one note changed, the item is met" {
	clean_journal
	id=$(id thank-you)
	before=$(tree)
	js done "$id" --date 2026-10-09 --as-of "$DAY"
	[ "$status" -eq 0 ]
	[ -z "$stderr" ]
	[ "$output" = "acme.md:7: thank-you, Acme: done on 2026-10-09" ]
	[ "$(diff <(echo "$before") <(tree) | grep -c '^>')" -eq 1 ]
	grep -qx 'thank you: 2026-10-09' acme.md
	[ "$(status_of "$id")" = done ]
	js done "$id" --as-of "$DAY"
	[ "$status" -eq 2 ]
	says "done already"
	says "[refused]"
}

@test "done: the day is today unless --date says another" {
	clean_journal
	js done "$(id thank-you)" --as-of "$DAY" --quiet
	[ "$status" -eq 0 ]
	[ -z "$output" ]
	grep -qx "thank you: $DAY" acme.md
	js done "$(id task)" --as-of "$DAY" --date 2026-10-16
	[ "$status" -eq 2 ]
	says "still to come"
	js done "$(id task)" --as-of "$DAY" --date 16.10.2026
	[ "$status" -eq 2 ]
	says "[usage]"
}

@test "done: a tick" {
	clean_journal
	id=$(id task)
	js done "$id" --as-of "$DAY"
	[ "$status" -eq 0 ]
	grep -qx -- "- \[x\] Send the case study due 2026-10-20 ✅ $DAY" brill.md
	[ "$(status_of "$id")" = done ]
}

@test "--dry-run: a diff that git applies, and nothing changes" {
	clean_journal
	sed -i 's/$/\r/' brill.md
	mkdir "a b"
	mv acme.md "a b/é.md"
	for rule in thank-you reply task; do
		id=$(id "$rule")
		before=$(tree)
		js done "$id" --as-of "$DAY" --dry-run
		[ "$status" -eq 0 ]
		[ "$before" = "$(tree)" ]
		"$JOURNALSCAN" done "$id" --as-of "$DAY" -n >../done.diff
		js done "$id" --as-of "$DAY"
		[ "$status" -eq 0 ]
		after=$(tree)
		[ "$before" != "$after" ]
		git apply -R --unsafe-paths --whitespace=nowarn ../done.diff
		[ "$before" = "$(tree)" ]
		git apply --whitespace=nowarn ../done.diff
		[ "$after" = "$(tree)" ]
	done
}

@test "done: where only words help, it says which" {
	note acme.md <<-'EOF'
		---
		company: Acme
		date: 2026-10-14
		type: interview
		---
	EOF
	before=$(tree)
	js done "$(id self-assessment)" --as-of "$DAY"
	[ "$status" -eq 2 ]
	says "acme.md:3"
	says "## Self-assessment"
	[ "$before" = "$(tree)" ]
}

@test "done: a note that cannot be written stays whole" {
	clean_journal
	before=$(tree)
	id=$(id thank-you)
	run bash -o pipefail -c '(ulimit -f 0; exec "$0" "$@") 2>&1 | cat' \
		"$JOURNALSCAN" done "$id" --as-of "$DAY"
	[ "$status" -eq 2 ]
	has "acme.md"
	has "[io]"
	[ "$before" = "$(tree)" ]
}

@test "snooze: the item rests, others do not" {
	clean_journal
	id=$(id thank-you)
	other=$(id reply)
	was=$(status_of "$other")
	js snooze "$id" --until 2026-11-02 --as-of "$DAY"
	[ "$status" -eq 0 ]
	[ "$output" = "acme.md:7: thank-you, Acme: rests until 2026-11-02" ]
	[ "$(status_of "$id")" = upcoming ]
	[ "$(status_of "$other")" = "$was" ]
	js snooze "$id" --until 2026-10-20 --as-of "$DAY"
	[ "$status" -eq 2 ]
	says "it rests until 2026-11-02 already"
	js snooze "$id" --as-of "$DAY"
	[ "$status" -eq 2 ]
	says "--until"
	js snooze --until 2026-11-02
	[ "$status" -eq 2 ]
	says "[usage]"
}

@test "what a note says reaches a terminal as text, a pipe as bytes" {
	printf '%s\n' '---' 'company: Evil' 'date: 2026-10-08' \
		'type: interview' $'role: "x \e[31m"' '---' >evil.md
	sed -i 's/\x1b/\\e/' evil.md
	printf -- '- [ ] Call \e[2J them, due 2026-10-10\n' >>evil.md
	id=$(id task)
	js done "$id" --as-of "$DAY" -n
	[ "$status" -eq 0 ]
	has $'Call \e[2J them'
	run script -qec "'$JOURNALSCAN' done '$id' --as-of $DAY -n" /dev/null
	hasnt $'\e[2J'
	has '\x1b[2J'
}

@test "no note, no edit: an unknown id" {
	clean_journal
	js done zzzz --as-of "$DAY"
	[ "$status" -eq 2 ]
	says "[not-found]"
	js done --as-of "$DAY"
	[ "$status" -eq 2 ]
	says "[usage]"
}
