#!/usr/bin/env bats
# export: files for other programs, each read again by one that is not ours.

load common

export_to() { # FILE OPTION...
	local file=$1
	shift
	js export --as-of "$DAY" --output "$file" "$@"
	[ "$status" -le 1 ]
	[ -s "$file" ]
}

# The interpreter of a program written in Python, with that program's modules.
python_of() {
	sed -n '1s/^#!//p' "$(command -v "$1")"
}

@test "the format is that of --format, else that of the file's ending" {
	small_journal
	js export --as-of "$DAY"
	[ "$status" -eq 2 ]
	says "ndjson, csv, ics, vcf or sqlite"
	export_to ../a.ics
	[ "$(head -c 15 ../a.ics)" = BEGIN:VCALENDAR ]
	export_to ../a.db
	[ "$(head -c 13 ../a.db)" = "SQLite format" ]
	export_to ../a.ics --format csv
	[[ $(head -n 1 ../a.ics) == id,rule,action* ]]
	js export --as-of "$DAY" --output ../a.html
	[ "$status" -eq 2 ]
}

@test "an option of one format is refused beside another" {
	small_journal
	for option in "--table contacts" "--journal x" --events --alarms "--vcard 3.0"; do
		# shellcheck disable=SC2086
		js export --format sqlite --output ../x.db $option
		[ "$status" -eq 2 ]
		says "is for --format"
		[ ! -e ../x.db ]
	done
	js export --format csv --table contcts
	[ "$status" -eq 2 ]
	says "did you mean contacts"
}

@test "csv: each table has its header and a row a record" {
	cp -R "$REPOSITORY/examples/journal/." .
	js --as-of "$DAY" --format json --output ../report.json
	for table in follow-ups contacts weaknesses entries applications assessments; do
		export_to "../$table.csv" --table "$table"
		rows=$(python - "../$table.csv" <<-'EOF'
			import csv, sys
			rows = list(csv.reader(open(sys.argv[1], newline="")))
			assert len({len(row) for row in rows}) == 1, "ragged"
			print(len(rows) - 1)
		EOF
		)
		[ "$rows" -eq "$(jq ".${table/-/_} | length" ../report.json)" ]
	done
}

@test "ndjson: flat records of one kind a line, each with its journal" {
	cp -R "$REPOSITORY/examples/journal/." .
	js --as-of "$DAY" --format json --output ../report.json
	export_to ../all.ndjson --journal office-7
	[ "$(jq -r .journal ../all.ndjson | sort -u)" = office-7 ]
	# No record holds a record.
	[ "$(jq -c 'select(any(.[]; type == "object" or (type == "array" and any(.[]; type != "string"))))' \
		../all.ndjson | wc -l)" -eq 0 ]
	# No field means two things.
	[ -z "$(jq -r 'to_entries[] | select(.value != null) | "\(.key) \(.value | type)"' ../all.ndjson |
		sort -u | cut -d ' ' -f 1 | uniq -d)" ]
	count() { jq -s "map(select(.is == \"$1\")) | length" ../all.ndjson; }
	[ "$(count entry)" -eq "$(jq '.entries | length' ../report.json)" ]
	[ "$(count event)" -eq "$(jq '[.entries[].events[]] | length' ../report.json)" ]
	[ "$(count mention)" -eq "$(jq '[.contacts[].mentions[]] | length' ../report.json)" ]
	[ "$(count evidence)" -eq "$(jq '[.weaknesses[].evidence[]] | length' ../report.json)" ]
	[ "$(count follow_up)" -eq "$(jq '.follow_ups | length' ../report.json)" ]
	# Each mention is somebody's.
	[ "$(jq -sr '[.[] | select(.is == "mention") | .contact] - [.[] | select(.is == "contact") | .uid] | length' \
		../all.ndjson)" -eq 0 ]
	cd ..
	js export --as-of "$DAY" --format ndjson journal
	[ "$(jq -r .journal <<<"$output" | sort -u)" = journal ]
}

@test "sqlite: the records of the report, whole and the same each time" {
	command -v sqlite3 >/dev/null || skip "no sqlite3"
	cp -R "$REPOSITORY/examples/journal/." .
	js --as-of "$DAY" --format json --output ../report.json
	export_to ../a.sqlite
	export_to ../b.sqlite
	cmp ../a.sqlite ../b.sqlite
	ask() { sqlite3 ../a.sqlite "$1"; }
	[ "$(ask 'PRAGMA integrity_check')" = ok ]
	[ -z "$(ask 'PRAGMA foreign_key_check')" ]
	[ "$(ask 'SELECT count(*) FROM entry')" -eq "$(jq '.entries | length' ../report.json)" ]
	[ "$(ask 'SELECT count(*) FROM event')" -eq "$(jq '[.entries[].events[]] | length' ../report.json)" ]
	[ "$(ask 'SELECT count(*) FROM contact')" -eq "$(jq '.contacts | length' ../report.json)" ]
	[ "$(ask 'SELECT count(*) FROM follow_up')" -eq "$(jq '.follow_ups | length' ../report.json)" ]
	[ "$(ask 'SELECT count(*) FROM overdue')" -eq "$(jq .counts.overdue ../report.json)" ]
	[ "$(ask 'SELECT count(*) FROM interview')" -ge "$(jq .counts.interviews ../report.json)" ]
	diff <(ask 'SELECT id, interviews, of FROM recurring') \
		<(jq -r '.weaknesses[] | select(.recurring) | "\(.id)|\(.interviews)|\(.of)"' ../report.json)
	diff <(ask 'SELECT text FROM evidence') \
		<(jq -r '.weaknesses[].evidence[].text' ../report.json)
}

@test "sqlite: the queries of the manual" {
	command -v sqlite3 >/dev/null || skip "no sqlite3"
	cp -R "$REPOSITORY/examples/journal/." .
	export_to journal.sqlite
	queries=0
	while IFS= read -r query; do
		queries=$((queries + 1))
		run sqlite3 -bail journal.sqlite "$query"
		[ "$status" -eq 0 ]
		[ -n "$output" ]
	done < <(python - "$REPOSITORY/src/man/journalscan.1" <<-'EOF'
		import re, sys
		page = open(sys.argv[1]).read()
		part = page.split(".Sh QUERIES", 1)[1].split("\n.Sh ", 1)[0]
		for text in re.findall(r"\.Bd -literal[^\n]*\n(.*?)\.Ed", part, re.S):
		    print(" ".join(text.replace("\\(aq", "'").split()))
	EOF
	)
	[ "$queries" -ge 10 ]
}

@test "ics: one to-do an item; identities outlive renames" {
	small_journal
	export_to ../a.ics
	[ "$(grep -c BEGIN:VTODO ../a.ics)" -gt 3 ]
	! grep -q 'BEGIN:V\(EVENT\|ALARM\)' ../a.ics
	mkdir moved
	mv acme.md moved/renamed.md
	export_to ../b.ics
	diff <(grep '^UID' ../a.ics | sort) <(grep '^UID' ../b.ics | sort)
	export_to ../c.ics --events --alarms
	grep -q BEGIN:VEVENT ../c.ics
	grep -q BEGIN:VALARM ../c.ics
	[ "$(grep '^UID' ../c.ics | sort | uniq -d)" = "" ]
}

@test "ics: keep-in-touch is one to-do that moves on" {
	note a.md <<-'EOF'
		---
		company: Acme
		date: 2026-01-10
		type: interview
		outcome: rejected
		outcome date: 2026-01-20
		---
	EOF
	js export --as-of 2026-05-01 --format ics
	before=$(grep -o 'UID:keep-in-touch[^@]*' <<<"$output")
	[ -n "$before" ]
	sed -i 's/^outcome: /touches: [2026-05-02 check-in]\n&/' a.md
	js export --as-of 2026-08-01 --format ics
	[ "$(grep -o 'UID:keep-in-touch[^@]*' <<<"$output")" = "$before" ]
	grep -q 'STATUS:COMPLETED' <<<"$output"
}

@test "ics: todoman and khal read it" {
	command -v todoman >/dev/null || skip "no todoman"
	command -v khal >/dev/null || skip "no khal"
	cp -R "$REPOSITORY/examples/journal/." .
	export_to ../all.ics --events --alarms
	mkdir -p ../list "$HOME/.config/todoman" "$HOME/.config/khal"
	python - ../all.ics ../list <<-'EOF'
		import re, sys
		text = open(sys.argv[1], newline="").read()
		head, foot = text.split("BEGIN:VTODO", 1)[0], "END:VCALENDAR\r\n"
		parts = re.findall(r"BEGIN:V(?:TODO|EVENT)\r\n.*?END:V(?:TODO|EVENT)\r\n", text, re.S)
		for number, part in enumerate(parts):
		    open(f"{sys.argv[2]}/{number}.ics", "w", newline="").write(head + part + foot)
	EOF
	printf 'path = "%s/../*"\ndate_format = "%%Y-%%m-%%d"\n' "$PWD" \
		>"$HOME/.config/todoman/config.py"
	todoman --porcelain list --status ANY >../todos.json
	[ "$(jq length ../todos.json)" -eq "$(grep -c BEGIN:VTODO ../all.ics)" ]
	[ "$(jq '[.[] | select(.completed)] | length' ../todos.json)" -eq \
		"$(grep -c 'STATUS:\(COMPLETED\|CANCELLED\)' ../all.ics)" ]
	cat >"$HOME/.config/khal/config" <<-EOF
		[calendars]
		[[journal]]
		path = $PWD/../list
		[locale]
		dateformat = %Y-%m-%d
		longdateformat = %Y-%m-%d
		timeformat = %H:%M
		datetimeformat = %Y-%m-%d %H:%M
		longdatetimeformat = %Y-%m-%d %H:%M
	EOF
	run khal list --day-format '' --format '{uid}' 2025-01-01 2028-12-31
	[ "$status" -eq 0 ]
	[ "$(sort -u <<<"$output" | grep -c journalscan)" -eq "$(grep -c BEGIN:VEVENT ../all.ics)" ]
}

@test "vcf: khard and vobject read both versions" {
	command -v khard >/dev/null || skip "no khard"
	cp -R "$REPOSITORY/examples/journal/." .
	js --as-of "$DAY" --format json --output ../report.json
	for version in 3.0 4.0; do
		export_to "../people-$version.vcf" --vcard "$version"
		LC_ALL=C.UTF-8 "$(python_of khard)" - "../people-$version.vcf" "$version" ../report.json <<-'EOF'
			import json, sys, vobject
			cards = list(vobject.readComponents(open(sys.argv[1], newline="", encoding="utf-8").read()))
			people = json.load(open(sys.argv[3]))["contacts"]
			assert len(cards) == len(people)
			assert len({card.uid.value for card in cards}) == len(cards)
			for card, person in zip(cards, people):
			    assert card.version.value == sys.argv[2]
			    assert card.fn.value == (person["name"] or person["emails"][0])
			    assert [mail.value for mail in card.contents.get("email", [])] == person["emails"]
			    if sys.argv[2] == "3.0":
			        card.validate()
		EOF
	done
	mkdir -p ../book "$HOME/.config/khard"
	python - ../people-4.0.vcf ../book <<-'EOF'
		import re, sys
		text = open(sys.argv[1], newline="", encoding="utf-8").read()
		for n, card in enumerate(re.findall(r"BEGIN:VCARD\r\n.*?END:VCARD\r\n", text, re.S)):
		    open(f"{sys.argv[2]}/{n}.vcf", "w", newline="", encoding="utf-8").write(card)
	EOF
	printf '[addressbooks]\n[[book]]\npath = %s\n' "$PWD/../book" >"$HOME/.config/khard/khard.conf"
	LC_ALL=C.UTF-8 run khard list --parsable
	[ "$status" -eq 0 ]
	[ "${#lines[@]}" -eq "$(jq '.contacts | length' ../report.json)" ]
}

@test "what stands in a note is harmless in each format" {
	note evil.md <<-'EOF'
		---
		company: "=cmd|' /C calc'!A0"
		role: "x\r\nEND:VCARD\r\nBEGIN:VTODO"
		date: 2026-10-08
		type: interview
		contacts:
		  - name: "Dana\r\nEND:VCARD Ruiz"
		    email: dana@acme.example
		    title: "'); DROP TABLE entry; --"
		---
		- [ ] Send the <script>alert(1)</script> sample ⏳ 📅 2026-10-20
	EOF
	export_to ../a.csv
	! grep -qE '(^|,)"[=+@-]' ../a.csv
	export_to ../a.ics
	[ "$(grep -c '^BEGIN:VTODO' ../a.ics)" -eq "$(grep -c '^END:VTODO' ../a.ics)" ]
	[ "$(tr -d '\r' <../a.ics | grep -c '^END:VCARD')" -eq 0 ]
	export_to ../a.vcf
	[ "$(grep -c '^BEGIN:VCARD' ../a.vcf)" -eq "$(grep -c '^END:VCARD' ../a.vcf)" ]
	export_to ../a.sqlite
	export_to ../a.ndjson
	jq -e . ../a.ndjson >/dev/null
	if command -v sqlite3 >/dev/null; then
		[ "$(sqlite3 ../a.sqlite 'SELECT count(*) FROM entry')" -eq 1 ]
	fi
}
