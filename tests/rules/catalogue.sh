#!/bin/sh
# Every case of the catalogue of faults has a test that bears its id, or a
# sentence in tests/faults/README.md why it has none; and the table there is
# right about the files.
set -u
readme=tests/faults/README.md

ids() { # LETTERS FIRST LAST
	seq -f "$1%02g" "$2" "$3"
}
all=$(ids HF 1 40; ids HM 1 18; ids HY 1 35; ids HR 1 13; ids OI 1 16
	ids K 1 59; ids G 1 47)

# What the names of tests say: "ID file".
named=$(grep -oHE '^@test "[^"]*"' tests/cli/*.bats | awk -F: '{
	file = $1; sub(/.*\//, "", file)
	n = split($0, word, /[^A-Z0-9]+/)
	for (i = 1; i <= n; i++)
		if (word[i] ~ /^(HF|HM|HY|HR|OI|K|G)[0-9][0-9]$/)
			print word[i], file
}' | sort -u)

# fold IDS: runs of them as HF01–HF04.
fold() {
	awk '{
		letters = $1; sub(/[0-9]+/, "", letters)
		number = $1; sub(/[A-Z]+/, "", number); number += 0
		if (letters == last && number == end + 1) { end = number; next }
		put(); last = letters; start = end = number
	}
	function put() {
		if (!last) return
		printf "%s%s%02d", sep, last, start
		if (end > start) printf "–%s%02d", last, end
		sep = ", "
	}
	END { put(); print "" }'
}

table() {
	echo "$named" | awk '{ print $2 }' | sort -u | while read -r file; do
		printf '| `%s` | %s |\n' "$file" "$(echo "$named" |
			awk -v f="$file" '$2 == f { print $1 }' | fold)"
	done
}

if [ "${1-}" = --table ]; then
	table
	exit
fi
echo "1..2"
missing=$(for id in $all; do
	echo "$named" | grep -q "^$id " || grep -q "^- .*\b$id\b" $readme ||
		echo "$id"
done | xargs)
[ -z "$missing" ] || printf 'not '
echo "ok 1 - every case has a test or a reason: ${missing:-all}"
rows=$(grep '^| `[a-z_]*\.bats` |' $readme)
if [ "$(table)" = "$rows" ]; then
	echo "ok 2 - the table of $readme names the files"
else
	echo "not ok 2 - the table of $readme is not that of" \
		"sh tests/rules/catalogue.sh --table"
fi
