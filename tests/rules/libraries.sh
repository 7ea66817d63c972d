#!/bin/sh
# One library, one place: its header is included by one file, or one folder.
set -u
echo "1..9"
n=0
check() { # HEADER ALLOWED-PATTERN
	n=$((n + 1))
	wrong=$(grep -rlE "^#include <$1" src --include='*.[ch]' | grep -vE "$2")
	found=$(grep -rlE "^#include <$1" src --include='*.[ch]' | wc -l)
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
check 'jansson\.h' '^src/output/json\.c$'
check 'libical/' '^src/output/ical\.c$'
check 'sqlite3\.h' '^src/output/sqlite\.c$'
check 'git2' '^src/git/'
check 'zlib\.h' '^src/git/'
