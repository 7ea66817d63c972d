#!/bin/sh
# The first look: a copy of the example journal in a repository of its own, the
# report made and committed, and what to look at next.
set -eu
program=$1 demo=$2 day=$3

rm -rf "$demo"
mkdir -p "$(dirname "$demo")"
cp -R examples/journal "$demo"
# Nothing of the caller's git may reach in here.
unset GIT_DIR GIT_WORK_TREE GIT_INDEX_FILE
git init -q "$demo"
git -C "$demo" config user.name 'Demo'
git -C "$demo" config user.email 'demo@journalscan.example'
git -C "$demo" config commit.gpgsign false
git -C "$demo" add -A
git -C "$demo" commit -q -m 'My notes'

status=0
"$program" scan --as-of "$day" "$demo" || status=$?
# The example holds a few honest mistakes: 1 says that they were found.
[ "$status" -le 1 ] || exit "$status"
echo
echo "The report is $demo/REPORT.md; the snapshot:"
echo
git -C "$demo" --no-pager log --stat -1
