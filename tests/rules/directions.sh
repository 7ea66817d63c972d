#!/bin/sh
# A folder of src includes itself and those to its left; the command line knows
# the public header only.
set -u
order="base config entry facts cache git model plan output act"
echo "1..$(($(echo $order | wc -w) + 2))"
n=0
# Tables made from data lie in the build folder and have no folder's name.
drop_generated() {
	while IFS= read -r line; do
		name=${line##*#include \"}
		name=${name%%\"*}
		[ -e "$BUILD/gen/$name" ] || printf '%s\n' "$line"
	done
}
allowed="journalscan.h"
for folder in $order; do
	n=$((n + 1))
	allowed="$allowed|$folder/.*"
	wrong=$(grep -rnE '^#include "' "src/$folder" --include='*.[ch]' 2>/dev/null |
		grep -vE "^src/$folder/.*/(gen|train)/" |
		drop_generated |
		grep -vE "#include \"($allowed)\"")
	if [ -z "$wrong" ]; then
		echo "ok $n - src/$folder includes nothing to its right"
	else
		echo "not ok $n - src/$folder includes nothing to its right"
		echo "$wrong"
	fi
done
wrong=$(grep -rnE '^#include "' src/cli --include='*.[ch]' |
	grep -vE '#include "(journalscan.h|cli/.*)"')
n=$((n + 1))
if [ -z "$wrong" ]; then
	echo "ok $n - src/cli includes the public header only"
else
	echo "not ok $n - src/cli includes the public header only"
	echo "$wrong"
fi
# base -> git -> … have no way back: no folder but scan.c names the command line.
wrong=$(grep -rnE '#include "cli/' src --include='*.[ch]' | grep -v '^src/cli/')
n=$((n + 1))
if [ -z "$wrong" ]; then
	echo "ok $n - the library does not know the command line"
else
	echo "not ok $n - the library does not know the command line"
	echo "$wrong"
fi
