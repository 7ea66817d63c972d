#!/usr/bin/env bats
# scan: the report file, the snapshot, the summary, and what is left alone.

load common

@test "a report and a summary that says where it is" {
	clean_journal
	js --as-of "$DAY"
	[ "$status" -eq 0 ]
	[ -s REPORT.md ]
	[[ $(head -n 1 REPORT.md) == *"made by journalscan"* ]]
	has "Report:   REPORT.md"
	has "Overdue"
	has "Acme"
	has "Talking too much"
}

@test "another folder: paths as seen from here" {
	clean_journal
	cd ..
	js --as-of "$DAY" journal
	[ "$status" -eq 0 ]
	has "Report:   journal/REPORT.md"
	[ -s journal/REPORT.md ]
	js --as-of "$DAY" ./journal///
	has "Report:   journal/REPORT.md"
	js --as-of "$DAY" "$PWD/journal"
	has "Report:   $PWD/journal/REPORT.md"
}

@test "G35: a second run writes nothing" {
	clean_journal
	js --as-of "$DAY"
	touch -d 2020-01-01 REPORT.md
	js --as-of "$DAY"
	[ "$status" -eq 0 ]
	has "Report:   REPORT.md (nothing new)"
	[ "$(date -r REPORT.md +%F)" = 2020-01-01 ]
}

@test "--quiet: no summary, no notes, no warnings; errors are said" {
	clean_journal
	js --as-of "$DAY" --quiet
	[ "$status" -eq 0 ]
	[ -z "$output" ]
	[ -z "$stderr" ]
	[ -s REPORT.md ]
	small_journal
	js --as-of "$DAY" --quiet
	[ "$status" -eq 1 ]
	[ -z "$output" ]
	[ "${#stderr_lines[@]}" -eq 1 ]
	says "[no-such-day]"
}

@test "errors and warnings are said, notes with --verbose, and 1 tells" {
	small_journal
	js --as-of "$DAY"
	[ "$status" -eq 1 ]
	[[ $stderr =~ corvid\.md:5:[0-9]+:\ error:\ .*2026-02-30.*\ \[no-such-day\] ]]
	[[ $stderr =~ brill\.md:5:[0-9]+:\ warning:\ .*\ \[unknown-key\] ]]
	[ -s REPORT.md ]
	note odd.md <<-'EOF'
		---
		company: Odd
		date: 2026-10-01
		---
		## Self-assessment
		My hat was entirely wrong for the bagpipes.
	EOF
	js --as-of "$DAY"
	[[ $stderr != *": note: "*"[unclassified]"* ]]
	js --as-of "$DAY" --verbose
	[ "$status" -eq 1 ]
	says "[no-such-day]"
}

@test "no entry: said, nothing written" {
	note plain.md <<<"Only a note."
	before=$(ls -A)
	js --as-of "$DAY"
	[ "$status" -eq 0 ]
	[ -z "$output" ]
	says "note: no entry in '.'"
	says "notes found: 1"
	says "[no-entries]"
	[ "$(ls -A)" = "$before" ]
	js --as-of "$DAY" --quiet
	[ "$status" -eq 0 ]
	[ -z "$stderr" ]
}

@test "G23: no repository: said with what to do, the report is written" {
	clean_journal
	js --as-of "$DAY"
	[ "$status" -eq 0 ]
	says "note: no snapshot"
	says "git init"
	says "[no-repository]"
	[ -s REPORT.md ]
	[ ! -e .git ]
	js --as-of "$DAY" --no-snapshot
	[ "$status" -eq 0 ]
	[ -z "$stderr" ]
}

@test "a snapshot holds entries and report, and what was staged stays staged" {
	clean_journal
	repository
	echo secret >draft.txt
	git add draft.txt
	js --as-of "$DAY"
	[ "$status" -eq 0 ]
	[[ $output =~ Snapshot:\ [0-9a-f]{10}\ . ]]
	run git show --name-only --format= HEAD
	[ "$(sort <<<"$output" | xargs)" = "REPORT.md acme.md brill.md" ]
	run git diff --cached --name-only
	[ "$output" = draft.txt ]
	commit=$(git rev-parse HEAD)
	js --as-of "$DAY"
	[ "$status" -eq 0 ]
	hasnt "Snapshot:"
	[ "$(git rev-parse HEAD)" = "$commit" ]
}

@test "who commits, and when, is what git would say" {
	clean_journal
	git init -q -b main .
	GIT_AUTHOR_NAME=Ann GIT_AUTHOR_EMAIL=ann@example.org \
		GIT_COMMITTER_NAME=Cy GIT_COMMITTER_EMAIL=cy@example.org \
		GIT_COMMITTER_DATE='@1791979200 -0330' js --as-of "$DAY"
	[ "$status" -eq 0 ]
	[ "$(git log -1 --format='%an %ae %cn %ce %ci')" = \
		"Ann ann@example.org Cy cy@example.org 2026-10-14 08:30:00 -0330" ]
	repository
	for date in 2026-10-15T09:30:00+02:00 '2026-10-15 09:30:00 +0200' \
		'1792049400 +0200'; do
		echo "Word." >>acme.md
		GIT_COMMITTER_DATE=$date js --as-of "$DAY"
		[ "$(git log -1 --format=%ci)" = "2026-10-15 09:30:00 +0200" ]
	done
}

@test "--no-snapshot leaves the repository alone" {
	clean_journal
	repository
	js --as-of "$DAY" --no-snapshot
	[ "$status" -eq 0 ]
	[ -s REPORT.md ]
	run git rev-parse -q --verify HEAD
	[ "$status" -ne 0 ]
	hasnt "Snapshot:"
}

@test "a snapshot that is refused: 2, and the report is there" {
	clean_journal
	repository
	git add acme.md
	git commit -qm one
	git rev-parse HEAD >.git/MERGE_HEAD
	js --as-of "$DAY"
	[ "$status" -eq 2 ]
	says ": error: "
	says "[refused]"
	[ -s REPORT.md ]
	has "Report:   REPORT.md"
	[ "$(git rev-list --count HEAD)" -eq 1 ]
}

@test "a file that is not ours is left alone: 2, with what to do" {
	clean_journal
	echo "# My own report" >REPORT.md
	js --as-of "$DAY" --no-snapshot
	[ "$status" -eq 2 ]
	[ "$(cat REPORT.md)" = "# My own report" ]
	says "[not-ours]"
	says "REPORT.md"
}

@test "--format prints and changes nothing" {
	clean_journal
	repository
	before=$(tree)
	for format in text md json ndjson; do
		js --as-of "$DAY" --format "$format"
		[ "$status" -eq 0 ]
		[ -n "$output" ]
		[ -z "$stderr" ]
		[ "$(tree)" = "$before" ]
	done
	run git rev-parse -q --verify HEAD
	[ "$status" -ne 0 ]
}

@test "--output writes the file whole, in the format of its ending" {
	clean_journal
	js --as-of "$DAY" --output out.json
	[ "$status" -eq 0 ]
	[ -z "$output" ]
	jq -e .schema out.json
	js --as-of "$DAY" -o out.ndjson
	jq -es 'length > 2' out.ndjson
	js --as-of "$DAY" -o ../out.md
	[[ $(head -n 1 ../out.md) == *"made by journalscan"* ]]
	js --as-of "$DAY" -o out.txt
	grep -q Overdue out.txt
	js --as-of "$DAY" -o out.md -f json
	jq -e .schema out.md
	js --as-of "$DAY" -o -
	[[ ${lines[0]} == *"made by journalscan"* ]]
	[ ! -e REPORT.md ]
	[ "$(ls -A | xargs)" = \
		"acme.md brill.md out.json out.md out.ndjson out.txt plain.md" ]
}

@test "--output keeps the mode and goes through a link" {
	clean_journal
	(umask 077 && js --as-of "$DAY" -o new.json)
	[ "$(stat -c %a new.json)" = 600 ]
	echo old >real.json
	chmod 640 real.json
	ln -s real.json link.json
	js --as-of "$DAY" -o link.json
	[ "$status" -eq 0 ]
	[ -L link.json ]
	[ "$(stat -c %a real.json)" = 640 ]
	jq -e .schema real.json
}

@test "--output that cannot be written: 2, and what stood there stays" {
	clean_journal
	mkdir folder
	js --as-of "$DAY" -f json -o folder
	[ "$status" -eq 2 ]
	says "cannot write 'folder': is a directory [io]"
	js --as-of "$DAY" -f json -o no/such/file.json
	[ "$status" -eq 2 ]
	says "no such file or directory [io]"
	js --as-of "$DAY" -f json -o /dev/full
	[ "$status" -eq 2 ]
	says "cannot write '/dev/full': no space left on device [io]"
	echo mine >kept.json
	run --separate-stderr bash -c 'ulimit -f 1; exec "$0" "$@"' \
		"$JOURNALSCAN" --as-of "$DAY" -f json -o kept.json .
	[ "$status" -eq 2 ]
	says "file too large [io]"
	[ "$(cat kept.json)" = mine ]
	[ "$(ls -A | grep -c kept)" -eq 1 ]
}

@test "a full standard output: 2, with a message" {
	clean_journal
	for arguments in "--no-snapshot" "--format json" "due" "check -v" \
		"contacts" "weaknesses" "config" "help" "version" "--help"; do
		case $arguments in
		config | help | version | --help) day= ;;
		*) day="--as-of $DAY" ;;
		esac
		# brill.md has a warning, so that check has something to print.
		sed -i 's/^role:/rolee:/' acme.md
		# shellcheck disable=SC2086 # one argument a word
		run --separate-stderr bash -c '"$0" "$@" >/dev/full' \
			"$JOURNALSCAN" $arguments $day
		[ "$status" -eq 2 ] || {
			echo "$arguments: $status"
			return 1
		}
		says "cannot write to standard output: no space left on device [io]"
	done
}

@test "a reader that goes away is no failure, and the work is done" {
	clean_journal
	for i in $(seq 400); do
		sed "s/Acme/Acme $i/" acme.md >"acme $i.md"
	done
	run --separate-stderr bash -c \
		'set -o pipefail; "$0" --as-of "$1" --format json | head -c 10' \
		"$JOURNALSCAN" "$DAY"
	[ "$status" -eq 0 ]
	[ -z "$stderr" ]
	run --separate-stderr bash -c '{ "$0" --as-of "$1" --no-snapshot
		echo $? >status; } | true' "$JOURNALSCAN" "$DAY"
	[ "$(cat status)" -eq 0 ]
	[ -z "$stderr" ]
	[ -s REPORT.md ]
}

@test "closed descriptors: the report is whole and holds no message" {
	small_journal
	js --as-of "$DAY" --no-snapshot -v
	cp REPORT.md expected
	for closing in '0<&-' '1>&-' '2>&-' '0<&- 1>&- 2>&-'; do
		rm REPORT.md
		eval "\"\$JOURNALSCAN\" --as-of $DAY --no-snapshot -v $closing" || :
		cmp REPORT.md expected
	done
	run --separate-stderr bash -c '"$0" --as-of "$1" --format json >&-' \
		"$JOURNALSCAN" "$DAY"
	[ "$status" -eq 2 ]
	says "cannot write to standard output: bad file descriptor [io]"
}

@test "a mistake in the configuration: its place, and nothing is done" {
	clean_journal
	printf 'report: REPORT.md\nignroe: [a]\n' >.journalscan.yml
	before=$(tree)
	js --as-of "$DAY"
	[ "$status" -eq 2 ]
	[ -z "$output" ]
	[[ $stderr =~ ^\.journalscan\.yml:2:1:\ error:\ .*ignore.*\ \[config\]$ ]]
	js --as-of "$DAY" "../${PWD##*/}/"
	[[ $stderr == ../journal/.journalscan.yml:2:1:* ]]
	mv .journalscan.yml wrong.yml
	js --as-of "$DAY" --config wrong.yml "$PWD"
	[[ $stderr == wrong.yml:2:1:* ]]
	mv wrong.yml .journalscan.yml
	[ "$(tree)" = "$before" ]
}

@test "the report has the name that the configuration says" {
	clean_journal
	echo 'report: follow-ups.md' >.journalscan.yml
	js --as-of "$DAY" --no-snapshot
	[ "$status" -eq 0 ]
	has "Report:   follow-ups.md"
	[ -s follow-ups.md ]
	[ ! -e REPORT.md ]
}

@test "--config stands in for the folder's file" {
	clean_journal
	echo 'report: one.md' >.journalscan.yml
	echo 'report: two.md' >other.yml
	js --as-of "$DAY" --no-snapshot --config other.yml
	[ "$status" -eq 0 ]
	[ -s two.md ]
	js --as-of "$DAY" --config nowhere.yml
	[ "$status" -eq 2 ]
	says "nowhere.yml"
}

@test "a person's own configuration, by XDG_CONFIG_HOME or HOME" {
	clean_journal
	mkdir -p "$HOME/.config/journalscan" "$HOME/xdg/journalscan"
	echo 'report: home.md' >"$HOME/.config/journalscan/config.yml"
	echo 'report: xdg.md' >"$HOME/xdg/journalscan/config.yml"
	js --as-of "$DAY" --no-snapshot
	[ -s home.md ]
	XDG_CONFIG_HOME=$HOME/xdg js --as-of "$DAY" --no-snapshot
	[ -s xdg.md ]
	rm home.md
	XDG_CONFIG_HOME=not/absolute js --as-of "$DAY" --no-snapshot
	[ -s home.md ]
	echo 'report: folder.md' >.journalscan.yml
	js --as-of "$DAY" --no-snapshot
	[ -s folder.md ]
}

@test "G26: a folder that may not be written: 2, with the reason" {
	clean_journal
	without_privileges
	chmod 555 .
	run --separate-stderr "${as[@]}" "$JOURNALSCAN" --as-of "$DAY" \
		--no-snapshot
	chmod 755 .
	[ "$status" -eq 2 ]
	says "ermission denied"
	says "[io]"
	[ ! -e REPORT.md ]
}

@test "the number of threads changes nothing" {
	small_journal
	js --as-of "$DAY" --format json --jobs 1
	one=$output
	js --as-of "$DAY" --format json -j 7
	[ "$output" = "$one" ]
}

@test "--link-format says how reports link to notes" {
	clean_journal
	here=$(pwd -P)
	for format in md html; do
		js --as-of "$DAY" --format "$format" --link-format vscode
		has "vscode://file$here/acme.md:"
		js --as-of "$DAY" -f "$format" \
			--link-format 'https://git.example/{path}?plain=1#L{line}'
		has "https://git.example/acme.md?plain=1#L"
		js --as-of "$DAY" -f "$format" --link-format relative
		has "acme.md#L"
	done
	js due --as-of "$DAY" -f md --link-format obsidian
	has "obsidian://open?path=%2F"
	js --as-of "$DAY" --no-snapshot --link-format zed
	grep -q "zed://file$here/acme.md:" REPORT.md
}

@test "a link format that is none, or would run something, is refused" {
	clean_journal
	for format in vim '' 'javascript:{path}' 'https://git.example/'; do
		js --as-of "$DAY" -f md --link-format "$format"
		[ "$status" -eq 2 ]
		[ -z "$output" ]
		says "link format"
	done
	printf 'link-format: "javascript:{path}"\n' >.journalscan.yml
	js --as-of "$DAY" -f md
	[ "$status" -eq 2 ]
	says ".journalscan.yml:1:14"
	[ ! -e REPORT.md ]
}

@test "link-format stands in the configuration, and the option wins" {
	clean_journal
	printf 'report: out/REPORT.html\nlink-format: file\n' >.journalscan.yml
	mkdir out
	js --as-of "$DAY" --no-snapshot
	grep -q "href=\"file://$(pwd -P)/acme.md\"" out/REPORT.html
	js config
	has "link-format"
	js --as-of "$DAY" --no-snapshot --link-format relative
	# As seen from the report.
	grep -q 'href="../acme.md#L' out/REPORT.html
	sed -i /link-format/d .journalscan.yml
	js --as-of "$DAY" --no-snapshot
	has "nothing new"
}

# many NUMBER: so many companies, each with one person seen on a day of its own,
# a rejection, a task that is long due and one to come.
many() {
	awk -v count="$1" 'BEGIN {
		for (i = 1; i <= count; i++) {
			name = substr("abcdefghij", int(i / 100) + 1, 1) \
				substr("abcdefghij", int(i / 10) % 10 + 1, 1) \
				substr("abcdefghij", i % 10 + 1, 1)
			year = 2000 + int(i / 336)
			day = sprintf("%d-%02d-%02d", year, \
				int(i / 28) % 12 + 1, i % 28 + 1)
			file = i ".md"
			printf "---\ncompany: Firm %d\ndate: %s\n", i, day >file
			printf "type: interview\noutcome: rejected\n" >file
			printf "contacts: Dana Q%s <p%d@firm.example>\n", \
				name, i >file
			printf "outcom: offer\n---\n" >file
			printf "- [ ] Ask number %d due %s\n", i, day >file
			printf "- [ ] Later %d due %d-11-30\n", i, year >file
			printf "- [ ] Call %d due 2030-0%d-01\n", i, \
				i % 9 + 1 >file
			close(file)
		}
	}'
}

@test "a report does not grow without end: the latest 500, and where the rest is" {
	local report
	many 520
	js --as-of "$DAY" --quiet
	report=$(<REPORT.md)
	[ "$(grep -c '^- \*\*' <<<"$report")" -le 1000 ]
	# Of people those seen last, in the order of their names.
	[ "$(grep -c '^| Dana Q' <<<"$report")" -eq 500 ]
	grep -q '^| Dana Qfca ' <<<"$report"
	grep -q '^| Dana Qacb ' <<<"$report"
	! grep -q '^| Dana Qaca ' <<<"$report"
	grep -qx '20 more, seen longer ago: `journalscan contacts`\.' <<<"$report"
	# Of applications those that ended last.
	[ "$(grep -c '^| Firm [0-9]* |' <<<"$report")" -eq 500 ]
	! grep -q '^| Firm 20 |' <<<"$report"
	grep -qx '20 more, older and at an end: .*--table applications`\.' \
		<<<"$report"
	# Of what is overdue the latest, of what comes the nearest.
	grep -qE '^[0-9]+ more, older: `journalscan due`\.$' <<<"$report"
	! grep -q 'Ask number 1 ' <<<"$report"
	grep -qE '^[0-9]+ more, later: `journalscan due`\.$' <<<"$report"
	! grep -q 2030-09-01 <<<"$report"
	grep -q 2030-01-01 <<<"$report"
	grep -qE '^[0-9]+ more: `journalscan check`\.$' <<<"$report"
	# The views and the other formats hold all.
	js contacts --as-of "$DAY" -f md
	[ "$(grep -c '^| Dana Q' <<<"$output")" -eq 520 ]
	js due --as-of "$DAY" -f md
	has "Ask number 1 "
	has 2030-09-01
	hasnt " more, "
	js --as-of "$DAY" -f json
	[ "$(grep -o '"Firm 1"' <<<"$output" | wc -l)" -ge 1 ]
	# As many as are shown: nothing is said of a rest.
	rm -f -- ./50[1-9].md ./51?.md ./520.md
	js contacts --as-of "$DAY" -f md
	js --as-of "$DAY" --quiet
	[ "$(grep -c '^| Dana Q' REPORT.md)" -eq 500 ]
	! grep -q 'seen longer ago\|at an end' REPORT.md
}
