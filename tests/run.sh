#!/bin/sh
# Runs test programs that speak TAP and adds up what they say.
#
#	tests/run.sh unit BUILD...   the unit tests of builds
#	tests/run.sh all BUILD...    those, the command line, rules and oracles
#	tests/run.sh cover BUILD     what runs the code of a build, for coverage
#
# A program that dies, or whose plan does not match, counts as one failure.
set -u

passed=0 failed=0 skipped=0 number=0
jobs=$(mktemp -d) || exit 2
trap 'rm -rf "$jobs"' EXIT

# count LOG STATUS SECONDS NAME
count() {
	# What cmocka skips is "not ok" with it.
	sed -i 's/^not \(ok .*# SKIP\)/\1/' "$1"
	ok=$(grep -c '^ok ' "$1")
	bad=$(grep -c '^not ok ' "$1")
	skip=$(grep -ci '^ok .*# skip' "$1")
	plan=$(sed -n 's/^1\.\.\([0-9][0-9]*\).*/\1/p' "$1" |
		awk '{ n += $1 } END { print n + 0 }')
	if [ "$plan" -ne $((ok + bad)) ] ||
		{ [ "$2" -ne 0 ] && [ "$bad" -eq 0 ]; } || [ "$plan" -eq 0 ]; then
		bad=$((bad + 1))
		echo "not ok - $4: status $2, planned $plan, saw $ok ok" >>"$1"
	fi
	if [ "$bad" -gt 0 ]; then
		echo "FAIL $4"
		grep -A 12 '^not ok' "$1" | head -n 60 | sed 's/^/    /'
	else
		echo "ok   $4 ($ok, $3 s)"
	fi
	passed=$((passed + ok - skip))
	failed=$((failed + bad))
	skipped=$((skipped + skip))
}

# A word as the shell reads it back.
quote() {
	printf "'%s' " "$(printf '%s' "$1" | sed "s/'/'\\\\''/g")"
}

# run NAME LOG COMMAND...: notes what is to be run; see run_all.
run() {
	number=$((number + 1))
	file=$jobs/$(printf '%04d' "$number")
	printf '%s\n%s\n' "$2" "$1" >"$file.job"
	log=$2
	shift 2
	{
		echo 'begun=$(date +%s)'
		for word; do quote "$word"; done
		printf '>%s 2>&1\n' "$(quote "$log")"
		printf 'echo $? $(($(date +%%s) - begun)) >%s\n' \
			"$(quote "$file.status")"
	} >"$file.sh"
}

# Runs what was noted, as many at a time as there are processors, and counts in
# the order in which it was noted.
run_all() {
	find "$jobs" -name '*.sh' | sort |
		xargs -n 1 -P "$(getconf _NPROCESSORS_ONLN)" sh
	for job in "$jobs"/*.job; do
		{
			read -r log
			read -r name
		} <"$job"
		read -r status seconds <"${job%.job}.status"
		count "$log" "$status" "$seconds" "$name"
	done
	rm -f "$jobs"/*
}

unit() {
	mkdir -p "$1/tests/log"
	for program in "$1"/tests/test_*; do
		case $program in *.d | *.o | *.gc*) continue ;; esac
		name=$(basename "$program")
		leaks=
		case $name in test_git*) leaks=suppressions=tests/lsan.supp ;; esac
		run "$name, $(basename "$1")" "$1/tests/log/$name.tap" env \
			CMOCKA_MESSAGE_OUTPUT=TAP LSAN_OPTIONS="$leaks" "$program"
	done
}

# The command line with the program of one build, but for one file.
cli() {
	mkdir -p "$1/tests/log"
	for file in tests/cli/*.bats; do
		[ -e "$file" ] || continue
		name=$(basename "$file" .bats)
		[ "$name" != "${2-}" ] || continue
		run "$name, $(basename "$1")" "$1/tests/log/$name.tap" \
			env JOURNALSCAN="$PWD/$1/journalscan" \
			LSAN_OPTIONS="suppressions=$PWD/tests/lsan.supp" \
			bats --tap "$file"
	done
}

# The corpora of the fuzzers through their targets.
replay() {
	for program in "$1"/fuzz/replay_*; do
		case $program in *.d | *.gc* | *'*') continue ;; esac
		name=${program##*/replay_}
		run "fuzz corpus: $name, $(basename "$1")" \
			"$1/tests/log/fuzz-$name.tap" \
			"$program" "tests/fuzz/corpus/$name"
	done
}

# What is said once of the tree and the program of the first build.
once() {
	mkdir -p "$1/tests/log"
	for file in tests/rules/*.sh; do
		run "rule: $(basename "$file" .sh)" \
			"$1/tests/log/rule-$(basename "$file").tap" \
			env BUILD="$1" sh "$file"
	done
	run "pages in a browser" "$1/tests/log/pages.tap" \
		sh tests/pages/run.sh "$1" build/pages
}

command=$1
shift
case $command in
unit)
	for build; do unit "$build"; done
	run_all
	;;
all)
	# What builds and installs comes first, alone.
	once "$1"
	run_all
	# The longest starts first, so that nobody waits for it in the end.
	run "faults, a sample" "$1/tests/log/faults.tap" \
		python3 -B tests/faults/faults.py --sample "$1"
	for build; do
		unit "$build"
		replay "$build"
		cli "$build"
	done
	run_all
	;;
cover)
	# Calls that fail only when the system does; the longest first.
	for task in snapshot hook-path hook done cold; do
		run "faults: $task, $(basename "$1")" \
			"$1/tests/log/faults-$task.tap" \
			python3 -B tests/faults/faults.py --tap --every 5 "$1" \
			"err-$task"
	done
	for rule in followups readme; do
		run "rule: $rule" "$1/tests/log/rule-$rule.tap" \
			env BUILD="$1" sh "tests/rules/$rule.sh"
	done
	unit "$1"
	replay "$1"
	# What is killed counts nothing.
	cli "$1" kill
	run_all
	;;
*)
	echo "usage: tests/run.sh unit|all|cover BUILD..." >&2
	exit 2
	;;
esac
if [ "$skipped" -gt 0 ]; then
	echo "$passed passed, $failed failed, $skipped skipped"
else
	echo "$passed passed, $failed failed"
fi
[ "$failed" -eq 0 ] && [ "$passed" -gt 0 ]
