#!/bin/sh
# The commands of the program over the example journal under valgrind: no error
# in the use of memory, and nothing lost at the end.
#
#	valgrind.sh some|all PROGRAM
#
# `some` is what every run of the tests can afford.  Nothing is faked for it: the
# program is the one that is installed, the repository is made by the real git.
set -u
which=$1 program=$(realpath "$2")
day=2026-10-15

if ! command -v valgrind >/dev/null; then
	echo "1..1"
	echo "ok 1 - # skip valgrind is not there"
	exit 0
fi

work=$(mktemp -d) || exit 2
trap 'rm -rf "$work"' EXIT
journal=$work/journal
export HOME="$work" TZ=UTC LC_ALL=C GIT_CONFIG_NOSYSTEM=1
unset GIT_DIR GIT_WORK_TREE GIT_INDEX_FILE XDG_CONFIG_HOME EMAIL TERM

make_journal() {
	cp -R examples/journal "$journal" &&
		git init -q "$journal" &&
		git -C "$journal" config user.name Demo &&
		git -C "$journal" config user.email demo@journalscan.example &&
		git -C "$journal" config gc.auto 0 &&
		git -C "$journal" add -A &&
		git -C "$journal" commit -q -m 'My notes'
}

# The id of the first follow-up of a rule.
id_of() {
	"$program" export --as-of "$day" --no-cache --format csv "$journal" \
		2>/dev/null | python3 -c '
import csv, sys
print(next(row["id"] for row in csv.DictReader(sys.stdin)
           if row["rule"] == sys.argv[1]))' "$1"
}

# What is run, one command a line, in this order; + before those of `some`.
# Statuses of 0 and 1 are answers: the example has mistakes to find.
commands() {
	sed -e "s/THANKS/$(id_of thank-you)/" -e "s/TOUCH/$(id_of keep-in-touch)/" \
		-e "s/DAY/--as-of $day/" <<-'END'
		- scan DAY --no-snapshot --no-cache
		- scan DAY --no-snapshot --no-cache --jobs 4
		- scan DAY --no-snapshot --format text
		+ scan DAY --no-snapshot --format json
		- scan DAY --no-snapshot --format html
		- scan DAY --no-snapshot --format md
		- scan DAY --no-snapshot --format ndjson --redact
		- check DAY
		- due DAY
		- contacts DAY
		- weaknesses DAY
		- prep DAY --company Fennimore
		- why DAY THANKS
		- draft DAY THANKS
		- export DAY --format ndjson
		- export DAY --format csv --table contacts
		- export DAY --format ics --events --alarms
		- export DAY --format vcf
		- export DAY --format sqlite --output report.db
		- export DAY --format csv --staged
		- log DAY
		- config
		- cache status
		+ scan DAY
		- scan DAY
		- scan DAY --no-snapshot --rev HEAD
		- diff DAY HEAD~1 HEAD
		- hook install
		- hook status
		+ hook run pre-commit DAY
		- done DAY THANKS
		- snooze DAY TOUCH
		- new DAY Fennimore
		- hook run post-commit DAY
		- scan DAY
		- hook uninstall
		- cache clear
		- init
		- scan --no-such-option
	END
}

# run NUMBER COMMAND...: one test.
run() {
	number=$1
	shift
	(cd "$journal" && valgrind -q --error-exitcode=99 --leak-check=full \
		--show-leak-kinds=all --errors-for-leak-kinds=all \
		--suppressions="$suppressions" --log-file="$work/log" \
		"$program" "$@" --as-of "$day" >"$work/out" 2>"$work/err" \
		</dev/null)
	status=$?
	# What valgrind says of itself, not of the program, is not ours.
	grep '^==' "$work/log" >"$work/found"
	if [ "$status" -gt 2 ] || [ -s "$work/found" ]; then
		echo "not ok $number - valgrind: $*"
		touch "$work/bad"
		echo "# status $status"
		head -n 40 "$work/found" | sed 's/^/# /'
		tail -n 3 "$work/err" | sed 's/^/# /'
	else
		echo "ok $number - valgrind: $* ($status)"
	fi
}

suppressions=$(realpath tests/lint/valgrind.supp)
make_journal || exit 2
list=$(commands)
[ "$which" = all ] || list=$(echo "$list" | grep '^+')
echo "1..$(echo "$list" | wc -l)"
number=0
echo "$list" | while read -r _ words; do
	number=$((number + 1))
	# shellcheck disable=SC2086 # one argument a word
	run $number $words
done
[ ! -e "$work/bad" ]
