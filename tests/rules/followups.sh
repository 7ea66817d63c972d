#!/bin/sh
# The follow-up rules, read a second time by another hand in another language:
# both must say the same of scenarios worked by hand and of generated journals.
set -u
here=tests/followups
program=$BUILD/journalscan
journals=$(mktemp -d) || exit 1
trap 'rm -rf "$journals"' EXIT
echo "1..10"
say() {
	if [ "$1" -eq 0 ]; then echo "ok $2"; else echo "not ok $2"; fi
}
python3 -B "$here/test_oracle.py" 2>&1
say $? "1 - the second reading agrees with the scenarios"
python3 -B "$here/compare.py" "$program" "$here/scenarios" --show 3
say $? "2 - the program agrees with the scenarios"
python3 -B "$here/generate.py" --seed 7 --count 250 --out "$journals/a" &&
	python3 -B "$here/compare.py" "$program" "$journals/a" --show 3
say $? "3 - both agree on generated journals"
"$program" scan examples/journal --as-of 2026-10-15 --format json \
	>"$journals/example.json" 2>/dev/null
python3 -B tests/example/check.py "$journals/example.json"
say $? "4 - the example's follow-ups are those worked out by hand"
if [ -d "${JSCAN_SHARED:-../shared}/data/follow-ups" ]; then
	python3 -B "$here/compare.py" "$program" \
		"${JSCAN_SHARED:-../shared}/data/follow-ups" --scenarios --show 3
	say $? "5 - the worked scenarios beside the project"
else
	echo "ok 5 - the worked scenarios beside the project # skip not there"
fi
python3 -B "$here/generate.py" --seed 11 --count 60 --out "$journals/b" >&2
python3 -B "$here/properties.py" "$program" "$journals/b" | sed '/^1\.\./d' |
	awk '{ if ($1 == "ok") $2 += 5; else if ($1 == "not") $3 += 5; print }'
