#!/usr/bin/env bats
# new: notes to begin with, which say nothing that the writer has not said.

load common

new() {
	js new --as-of "$DAY" "$@"
}

@test "beside the newest note of the company, named like it" {
	note "2026/acme/2026-10-01-phone.md" <<-'EOF'
		---
		company: Acme Labs
		role: Engineer
		date: 2026-10-01
		type: interview
		contacts: Dana Ruiz <dana@acme.example>
		---
	EOF
	note "2026/brill/Brill 2026-10-02.md" <<-'EOF'
		---
		company: Brill
		date: 2026-10-02
		type: interview
		---
	EOF
	new acme
	[ "$status" -eq 0 ]
	[ "$output" = 2026/acme/2026-10-15-acme-labs-interview.md ]
	js --format json --as-of "$DAY"
	jq -e '.entries[] | select(.path == "2026/acme/2026-10-15-acme-labs-interview.md") |
		.company == "Acme Labs" and .role == "Engineer" and .date == "2026-10-15"' <<<"$output"
	[ "$(jq '.contacts | length' <<<"$output")" -eq 1 ]
	[ "$(jq '.diagnostics | length' <<<"$output")" -eq 0 ]
	new "Corvid & Co" --type offer --date 2026-11-02
	[ "$output" = 2026/acme/2026-11-02-corvid-co-offer.md ]
}

@test "a note that is there is never replaced" {
	new Acme
	[ "$status" -eq 0 ]
	echo mine >"2026-10-15 Acme interview.md"
	new Acme
	[ "$status" -eq 2 ]
	says "there is such a note already"
	[ "$(cat "2026-10-15 Acme interview.md")" = mine ]
	new Acme --output "2026-10-15 Acme interview.md"
	[ "$status" -eq 2 ]
	[ "$(cat "2026-10-15 Acme interview.md")" = mine ]
	[ "$(find . -type f | wc -l)" -eq 1 ]
}

@test "its questions are no assessment" {
	small_journal
	new Acme --date 2026-10-14
	grep -q 'Talking too much' "2026-10-14 Acme interview.md"
	js --format json --as-of "$DAY"
	jq -e '.follow_ups[] | select(.rule == "self-assessment" and .status == "due" and
		.path == "2026-10-14 Acme interview.md")' <<<"$output"
	jq -e '[.assessments[] | select(.path == "2026-10-14 Acme interview.md")] == []' <<<"$output"
}

@test "whatever a company is called, YAML reads it as it is" {
	for name in 'A: B' '"quoted"' "it's" '# no' '- x' 'yes' '12' '[a]' '{b}' 'a\b' '@at' '{role}'; do
		rm -f ./*.md
		new --type note -- "$name"
		[ "$status" -eq 0 ]
		js --format json --as-of "$DAY"
		[ "$(jq -r '.entries[0].company' <<<"$output")" = "$name" ]
	done
	rm -f ./*.md
	new "$(printf '../../etc/x\n\033[31my')"
	[ "$status" -eq 0 ]
	[ "$(find . -name '*.md' | wc -l)" -eq 1 ]
	[ ! -e ../../etc ]
}

@test "a template of one's own, with the braces of others in it" {
	note templates/mock.md <<-'EOF'
		---
		company: '{company}'
		type: {type}
		date: {date}
		tags: ["{type}", x]
		---
		{{title}} {unknown} {people}
	EOF
	echo 'templates: {mock: templates/mock.md}' >.journalscan.yml
	new "Acme's" --type mock --output -
	[ "$status" -eq 0 ]
	[ "$output" = "---
company: 'Acme''s'
type: mock
date: 2026-10-15
tags: [\"mock\", x]
---
{{title}} {unknown}" ]
	[ "$(find . -name '2026*' | wc -l)" -eq 0 ]
	rm templates/mock.md
	new Acme --type mock
	[ "$status" -eq 2 ]
	says "cannot read the template: no such file"
}

@test "--edit starts the editor without a shell" {
	EDITOR='sed -i s/Notes/Changed/' new Acme --edit
	[ "$status" -eq 0 ]
	grep -q '## Changed' "2026-10-15 Acme interview.md"
	EDITOR='touch;touch pwned' new Brill --edit
	[ "$status" -eq 2 ]
	[ ! -e pwned ]
	run --separate-stderr env -u EDITOR -u VISUAL "$JOURNALSCAN" new Corvid --edit --as-of "$DAY"
	[ "$status" -eq 2 ]
	says "set EDITOR"
}
