#!/bin/sh
# One library, one place: its header is included by one file, or one folder.
set -u
echo "1..12"
n=0
check() { # HEADER ALLOWED-PATTERN
	n=$((n + 1))
	wrong=$(grep -rlE "^#include [<\"]$1" src --include='*.[ch]' | grep -vE "$2")
	found=$(grep -rlE "^#include [<\"]$1" src --include='*.[ch]' | wc -l)
	if [ -z "$wrong" ] && [ "$found" -gt 0 ]; then
		echo "ok $n - <$1> only in $2"
	else
		echo "not ok $n - <$1> only in $2"
		echo "$wrong"
	fi
}
check 'utf8proc\.h' '^src/base/utf8\.c$'
check 'yaml\.h' '^src/base/yaml\.c$'
check 'cmark\.h' '^src/entry/outline\.c$'
check 'pcre2\.h' '^src/facts/pattern\.c$'
check 'jansson\.h' '^src/(output/sarif\.c|cli/lsp(_offers)?\.h)$'
check 'zlib\.h' '^src/git/'
check 'calls_git2\.h' '^src/git/'
check 'calls_ical\.h' '^src/output/ical\.c$'
check 'calls_sqlite\.h' '^src/output/sqlite\.c$'
# Loaded when needed: never included by their own names, and each listed call
# is one that is made.
for list in src/*/*.calls; do
	n=$((n + 1))
	unused=$(while read -r call; do
		grep -qw "$call" "${list%/*}"/*.c || echo "$call"
	done <"$list")
	if [ -z "$unused" ] && ! grep -rqE '^#include <(git2|libical/ical|sqlite3)[.]h' src; then
		echo "ok $n - $list"
	else
		echo "not ok $n - $list"
		echo "$unused"
	fi
done
