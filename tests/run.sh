#!/bin/sh
# Runs test programs that speak TAP and adds up what they say.
#
#	tests/run.sh unit BUILD      the unit tests of one build
#	tests/run.sh total FILE...   only adds up logs of earlier runs
#
# A program that dies, or whose plan does not match, counts as one failure.
set -u

passed=0 failed=0 skipped=0

# count LOG STATUS NAME
count() {
	ok=$(grep -c '^ok ' "$1")
	bad=$(grep -c '^not ok ' "$1")
	skip=$(grep -ci '^ok .*# skip' "$1")
	plan=$(sed -n 's/^1\.\.\([0-9][0-9]*\).*/\1/p' "$1" |
		awk '{ n += $1 } END { print n + 0 }')
	if [ "$plan" -ne $((ok + bad)) ] ||
		{ [ "$2" -ne 0 ] && [ "$bad" -eq 0 ]; } || [ "$plan" -eq 0 ]; then
		bad=$((bad + 1))
		echo "not ok - $3: status $2, planned $plan, saw $ok ok" >>"$1"
	fi
	if [ "$bad" -gt 0 ]; then
		echo "FAIL $3"
		tail -n 40 "$1" | sed 's/^/    /'
	fi
	passed=$((passed + ok - skip))
	failed=$((failed + bad))
	skipped=$((skipped + skip))
}

unit() {
	logs=$1/tests/log
	mkdir -p "$logs"
	for program in "$1"/tests/test_*; do
		case $program in *.d | *.o) continue ;; esac
		name=$(basename "$program")
		CMOCKA_MESSAGE_OUTPUT=TAP "$program" >"$logs/$name.tap" 2>&1
		count "$logs/$name.tap" $? "$name ($1)"
	done
}

command=$1
shift
case $command in
unit) unit "$1" ;;
total) for log; do count "$log" 0 "$log"; done ;;
*) echo "usage: tests/run.sh unit BUILD" >&2; exit 2 ;;
esac
if [ "$skipped" -gt 0 ]; then
	echo "$passed passed, $failed failed, $skipped skipped"
else
	echo "$passed passed, $failed failed"
fi
[ "$failed" -eq 0 ] && [ "$passed" -gt 0 ]
