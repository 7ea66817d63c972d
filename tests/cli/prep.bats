#!/usr/bin/env bats
# prep: the page before an interview.

load common

coming() {
	clean_journal
	note acme-2.md <<-'EOF'
		---
		company: Acme
		role: Engineer
		date: 2026-10-20
		type: interview
		stage: on-site
		---
	EOF
}

@test "the next interview's company, and what is known of it" {
	coming
	before=$(tree)
	js prep --as-of "$DAY"
	[ "$status" -eq 0 ]
	[ -z "$stderr" ]
	has "Before you meet Acme"
	has "2026-10-20 interview: on-site (acme-2.md:4)"
	has "Dana Ruiz, dana@acme.example (acme.md:6)"
	has "Send a thank-you note"
	has "Talking too much: in 2 of 2 interviews"
	has "how they see your prospects"
	hasnt "Brill"
	[ "$before" = "$(tree)" ]
}

@test "a company by a part of its name, as Markdown, into a file" {
	coming
	js prep --company brill -f md -o ../prep.md --as-of "$DAY"
	[ "$status" -eq 0 ]
	[ -z "$output" ]
	grep -qx '# Before you meet Brill & Sons' ../prep.md
	grep -qx '## What has happened' ../prep.md
	js prep . --company brill --as-of "$DAY"
	has "Before you meet Brill & Sons"
}

@test "no interview to come, no such company, no such format" {
	clean_journal
	js prep --as-of "$DAY"
	[ "$status" -eq 2 ]
	says "no interview is arranged after $DAY"
	says "[not-found]"
	js prep --company acne --as-of "$DAY"
	[ "$status" -eq 2 ]
	says "did you mean"
	js prep -f json --company acme --as-of "$DAY"
	[ "$status" -eq 2 ]
	says "[usage]"
}

@test "it fits the terminal" {
	coming
	for columns in 40 60 80 120; do
		COLUMNS=$columns js prep --as-of "$DAY"
		[ "$status" -eq 0 ]
		for line in "${lines[@]}"; do
			[ ${#line} -le "$columns" ] || [[ $line != *' '*' '*' '*' '* ]] || {
				echo "$columns: $line"
				return 1
			}
		done
	done
	js prep --as-of "$DAY" --color always
	has $'\e[1mBefore you meet Acme'
}
