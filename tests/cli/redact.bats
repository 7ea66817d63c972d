#!/usr/bin/env bats
# --redact: nobody's name, address or number in any output, and all else there.

load common

names='Calder|Mills|Ruth|Ackroyd|Dana|Ruiz|Ridge|Sheridan|Tobias|Grünwald'

people() {
	note 'vault/2026-10-08 Calder panel.md' <<-'EOF'
		---
		company: Calder Mills
		role: Process Engineer
		date: 2026-10-08
		type: interview
		stage: Call with Ruth
		contacts:
		  - Ruth Ackroyd <ruth.ackroyd@calder.example>
		  - name: Dana Ruiz
		    phone: +44 20 7946 0958
		    url: https://people.example/dana-ruiz
		tags: [interview, calder-mills]
		---
		## Self-assessment
		I rambled when Ruth asked about scaling. Dana waited; then Sheridan
		wrote to me at ruth.ackroyd@calder.example or +44 20 7946 0958.

		- [ ] Send Ruth Ackroyd the case study due 2026-10-12
		- [ ] Ring Tobias Grünwald of CALDER MILLS due 2026-10-11
	EOF
	note cold.md <<-'EOF'
		---
		company: Cold Ridge
		date: 2026-10-01
		type: interview
		contacts: Rita Astor
		---
		## What they said
		"You lost us now and then", said Rita of Cold Ridge.
	EOF
	note .journalscan.yml <<<'region: GB'
}

# clean WHAT: no name, address or number in $output.
clean() {
	if grep -nEi "\\b($names|Astor|Rita|@[a-z]+\.|7946|people\.example|vault)" \
		<<<"$output"; then
		echo "in $1"
		return 1
	fi
	[ -n "$output" ]
}

@test "every format and every view" {
	people
	for format in text md html json ndjson; do
		js --redact --as-of "$DAY" --format "$format"
		[ "$status" -eq 0 ]
		clean "$format"
	done
	# An address would say whose the notes are.
	for format in md html; do
		js --redact --as-of "$DAY" --format "$format" \
			--link-format 'https://git.example/vault/{path}'
		[ "$status" -eq 0 ]
		clean "$format with links"
	done
	for format in csv ics vcf ndjson; do
		js export --redact --as-of "$DAY" --format "$format"
		[ "$status" -eq 0 ]
		# Addresses of ours, in identifiers, are nobody's.
		output=$(sed '/^UID/d; s/@journalscan//' <<<"$output")
		clean "$format"
	done
	for table in contacts weaknesses entries applications assessments; do
		js export --redact --as-of "$DAY" --format csv --table "$table"
		clean "$table"
	done
	js export --redact --as-of "$DAY" -o ../j.sqlite
	[ "$status" -eq 0 ]
	output=$(strings -e S ../j.sqlite)
	clean sqlite
	for view in due contacts weaknesses; do
		js "$view" --redact --as-of "$DAY"
		clean "$view"
	done
	js prep --redact --company calder --as-of "$DAY"
	[ "$status" -eq 0 ]
	clean prep
	has "C. M."
}

@test "the message of a file and of a diagnostic" {
	people
	note 'vault/Calder broken.md' <<<$'---\ncompany: Calder Mills\ndate: 2026-02-30\n---'
	js check --redact --as-of "$DAY"
	[ "$status" -eq 1 ]
	clean check
	has "no-such-day"
}

@test "what is said stays, who says it can be told apart" {
	people
	js --redact --as-of "$DAY" --format json
	jq -e '.entries | map(.company) == ["C. R.", "C. M."]' <<<"$output"
	jq -e '.contacts | map(.name) | sort == ["D. R.", "R. A.", "R. A. (2)",
		"T. G."] or sort == ["D. R.", "R. A.", "R. A. (2)"]' <<<"$output"
	jq -e '.contacts | all(.emails == [] and .phones == [] and .urls == [])' \
		<<<"$output"
	jq -e '.entries | map(.path) == ["note-1", "note-2"]' <<<"$output"
	has "I rambled when R. asked about scaling."
	has "Send R. A. (2) the case study"
	has "[phone]"
	jq -e '.entries[1].role == "Process Engineer" and
		.entries[1].date == "2026-10-08"' <<<"$output"
	js --as-of "$DAY" --format json
	whole=$output
	js --redact --as-of "$DAY" --format json
	diff <(jq .counts <<<"$whole") <(jq .counts <<<"$output")
	diff <(jq '.follow_ups | map(.id, .due, .status)' <<<"$whole") \
		<(jq '.follow_ups | map(.id, .due, .status)' <<<"$output")
}

@test "a filter goes by the name, the output by initials" {
	people
	js due --redact --company 'calder mills' --as-of "$DAY"
	[ "$status" -eq 0 ]
	clean due
	has "C. M."
	hasnt "C. R."
	js contacts --redact --company cold --as-of "$DAY"
	has "R. A."
}

@test "log and diff" {
	people
	repository
	git add . && GIT_AUTHOR_DATE=2026-10-09T12:00:00Z \
		git commit -qm 'Calder Mills'
	sed -i 's/^stage: .*/stage: rejected by Ruth/' vault/*.md
	git add . && GIT_AUTHOR_DATE=2026-10-10T12:00:00Z \
		git commit -qm 'Ruth Ackroyd'
	for format in text json csv; do
		js log --redact --as-of "$DAY" --format "$format"
		[ "$status" -eq 0 ]
		clean "log $format"
		has "C. M."
	done
	for format in text json; do
		js diff HEAD~1 --redact --as-of "$DAY" --format "$format"
		[ "$status" -eq 0 ]
		clean "diff $format"
	done
}

@test "the report file is never made so" {
	people
	js --redact
	[ "$status" -eq 2 ]
	says "give --redact with --format"
	[ ! -e REPORT.md ]
}
