#!/usr/bin/env bats
# The JSON report against its schema.

load common

validate() {
	python - "$REPOSITORY/src/output/report.schema.json" "$1" <<-'EOF'
		import json, sys
		import jsonschema
		schema, report = (json.load(open(name)) for name in sys.argv[1:])
		jsonschema.Draft202012Validator.check_schema(schema)
		errors = list(jsonschema.Draft202012Validator(schema).iter_errors(report))
		for error in errors[:5]:
		    print(list(error.absolute_path), error.message[:200])
		sys.exit(bool(errors))
	EOF
}

@test "the example journal" {
	cp -R "$REPOSITORY/examples/journal/." .
	js --as-of "$DAY" --format json --output ../report.json
	[ "$status" -le 1 ]
	validate ../report.json
	[ "$(jq '.entries | length' ../report.json)" -gt 24 ]
	[ "$(jq '.follow_ups | length' ../report.json)" -gt 50 ]
}

@test "a small journal, on days from before it to long after" {
	small_journal
	for day in 2025-01-01 2026-09-01 "$DAY" 2027-02-28 2029-12-31 9999-12-31 0001-01-01; do
		js --as-of "$day" --format json --output ../report.json
		[ "$status" -eq 1 ]
		validate ../report.json
		[ "$(jq -r .as_of ../report.json)" = "$day" ]
	done
}

@test "an empty folder, and one without entries" {
	js --as-of "$DAY" --format json --output ../report.json
	[ "$status" -eq 0 ]
	validate ../report.json
	[ "$(jq -c '[.entries, .follow_ups, .diagnostics]' ../report.json)" = "[[],[],[]]" ]
	note plain.md <<<"Only a note."
	js --as-of "$DAY" --format json --output ../report.json
	validate ../report.json
	[ "$(jq .counts.files ../report.json)" -eq 1 ]
}

@test "the labelled journals of the quality tests" {
	for journal in "$REPOSITORY"/tests/quality/journals*/*/; do
		[ -d "$journal" ] || continue
		js --as-of "$DAY" --format json --output "$PWD/../report.json" \
			"$journal"
		[ "$status" -le 1 ]
		validate ../report.json
	done
}

@test "lists are in their order" {
	cp -R "$REPOSITORY/examples/journal/." .
	js --as-of "$DAY" --format json --output ../report.json
	jq -e 'def sorted(f): . == sort_by(f);
		(.entries | sorted(.path)) and
		(.dates | sorted([.path, .line, .column])) and
		(.assessments | sorted([.path, .line])) and
		(.diagnostics | sorted([.path, .line, .column])) and
		(.weaknesses | sorted([-.interviews, .id])) and
		(.follow_ups | map([.due, .opens]) | sorted(.)) and
		(.follow_ups | map(.id) | length == (unique | length))' \
		../report.json
}

@test "G29 G30: the same bytes for any zone, locale, order of files and threads" {
	small_journal
	js --as-of "$DAY" --format json
	expected=$output
	for zone in Pacific/Kiritimati America/St_Johns Etc/GMT+12; do
		TZ=$zone LC_ALL=C.UTF-8 js --as-of "$DAY" --format json
		[ "$output" = "$expected" ]
	done
	mkdir ../other
	for name in plain.md corvid.md brill.md acme.md; do
		cp "$name" ../other
	done
	cd ../other
	js --as-of "$DAY" --format json --jobs 3
	[ "$output" = "$expected" ]
}

@test "what ended after an offer was accepted closes nothing" {
	cat > a.md <<-'EOF'
		---
		company: Acme
		date: 2026-05-04
		outcome: accepted
		outcome date: 2026-05-05
		---
	EOF
	printf -- '---\ncompany: Acme\ntype: rejection\ndate: 2026-05-08\n---\n' > b.md
	js --as-of 2026-05-12 --format json
	[ "$(jq -c '.applications[] | [.state, .closed]' <<< "$output")" = \
		'["accepted",null]' ]
}
