#!/usr/bin/env bats
# Least privilege: no connection, no program but those asked for, threads that
# read notes and can do no more, nothing read through a link that leads out, and
# no file made from notes that more people can read than those.

load common

# The sanitizers want neither to be traced nor their threads to be held.
traceable() {
	! nm -D "$JOURNALSCAN" 2>/dev/null | grep -q __asan ||
		skip "a program with sanitizers"
	command -v strace >/dev/null || skip "no strace"
	strace -o ../calls true 2>/dev/null || skip "nothing may be traced here"
}

# traced CALLS COMMAND...: the calls that it and all it starts make.
traced() {
	strace -f -qq -e "trace=$1" -e signal=none -o ../calls "${@:2}" \
		>../out 2>../err || [ $? -eq 1 ]
	grep -vE '^[0-9]+ +\+\+\+|resumed>' ../calls || :
}

# silent COMMAND...: none of its calls is of the network.
silent() {
	said=$(traced %network "$@")
	[ -z "$said" ] || {
		printf '%s:\n%s\n' "$*" "$said"
		return 1
	}
}

repository_with_hook() {
	repository
	small_journal
	git add . && git commit -qm first
	"$JOURNALSCAN" hook install >/dev/null
}

@test "G47 no command opens a connection" {
	traceable
	repository_with_hook
	silent "$JOURNALSCAN" --as-of "$DAY"
	git log -1 --format=%s | grep -q overdue # the snapshot was made
	for command in check due contacts weaknesses config cache log \
		"scan --staged" "scan --rev HEAD" "diff HEAD~1" "prep Acme" \
		"export --format ics" "export --format vcf" \
		"export --format sqlite --output ../j.db" help version; do
		# shellcheck disable=SC2086
		silent "$JOURNALSCAN" $command
	done
	sed -i s/Brill/Changed/ brill.md
	git add brill.md
	silent git commit -qm second
	git show HEAD:REPORT.md | grep -q Changed # the hook ran
	silent git commit -qm third --allow-empty
	cp brill.md new.md
	git add new.md
	silent git commit -qm fourth new.md
}

@test "no command starts a program that was not asked for" {
	traceable
	repository_with_hook
	for command in scan check due contacts weaknesses config cache log \
		"scan --staged" "scan --rev HEAD" "diff HEAD~1" "prep Acme" \
		"export --format ics" "hook status" "hook run"; do
		# shellcheck disable=SC2086
		said=$(traced execve,execveat "$JOURNALSCAN" $command)
		[ "$(wc -l <<<"$said")" -eq 1 ] || {
			printf '%s:\n%s\n' "$command" "$said"
			return 1
		}
	done
	# The editor is started by its name, with its words, and no shell.
	printf '#!/bin/sh\necho "$@" >../words\n' >../editor
	chmod +x ../editor
	said=$(EDITOR="$PWD/../editor a;b \$(touch ../shell)" \
		traced execve,execveat "$JOURNALSCAN" new --as-of "$DAY" \
		--edit Acme)
	[ "$(wc -l <<<"$said")" -eq 2 ]
	[[ $(cat ../words) == 'a;b $(touch ../shell) '*.md ]]
	[ ! -e ../shell ]
}

# held: passes the test over where the system holds nothing.
held() {
	case $("$JOURNALSCAN" version) in
	*"Landlock and seccomp"*) ;;
	*) skip "this system does not hold threads" ;;
	esac
}

@test "notes are opened by threads that are held, and the report by one that is not" {
	traceable
	held
	small_journal
	for options in "" "--jobs 1" "--no-cache"; do
		rm -rf REPORT.md "$HOME/.cache"
		# shellcheck disable=SC2086
		traced seccomp,landlock_restrict_self,openat,openat2,execve \
			"$JOURNALSCAN" --as-of "$DAY" --no-snapshot $options \
			>../seen
		first=$(awk '/execve/ { print $1; exit }' ../seen)
		run ! grep -qE "^$first +(seccomp|landlock_)" ../seen
		[ -s REPORT.md ]
		for name in acme.md brill.md corvid.md plain.md; do
			thread=$(awk -v name="\"$name\"" \
				'/openat/ && index($0, name) { print $1; exit }' \
				../seen)
			[ "$thread" != "$first" ]
			# Held first, then reading, and no call refused.
			awk -v thread="$thread" '
				$1 != thread { next }
				/landlock_restrict_self.*= 0/ { files = 1 }
				/seccomp\(SECCOMP_SET_MODE_FILTER.*= 0/ { calls = 1 }
				/openat/ && !(files && calls) { bad = 1 }
				/EPERM|EACCES/ { bad = 1 }
				END { exit bad || !files || !calls }' ../seen
		done
	done
}

@test "what git holds is read by threads that are held, too" {
	traceable
	held
	repository_with_hook
	for options in --staged "--rev HEAD"; do
		# shellcheck disable=SC2086
		traced seccomp "$JOURNALSCAN" --as-of "$DAY" --no-cache \
			--format json $options >../seen
		grep -q 'SECCOMP_SET_MODE_FILTER.*= 0' ../seen
		jq -e '.entries | length == 3' ../out >/dev/null
	done
}

@test "a journal of several blocks of notes is the same with any number of threads" {
	for i in $(seq 300); do
		printf -- '---\ncompany: C%s\ndate: 2026-10-01\n---\n' "$i" \
			>"$i.md"
	done
	for jobs in 1 2 8; do
		"$JOURNALSCAN" --as-of "$DAY" --no-cache --format json \
			--jobs "$jobs" >"../$jobs"
	done
	cmp ../1 ../2
	cmp ../1 ../8
}

# without CALLS...: the report where the system refuses these calls.
without() {
	options=()
	for call; do
		options+=(-e "inject=$call")
	done
	strace -f -qq -o /dev/null "${options[@]}" "$JOURNALSCAN" \
		--as-of "$DAY" --no-cache --format json
}

@test "a system that cannot hold threads, or has none to give, reads as well" {
	traceable
	clean_journal
	mkdir -p sub/deep
	cp acme.md sub/deep/
	"$JOURNALSCAN" --as-of "$DAY" --no-cache --format json >../wanted
	without landlock_create_ruleset:error=ENOSYS >../no-landlock
	without landlock_restrict_self:error=EPERM >../no-right
	without seccomp:error=EINVAL >../no-seccomp
	without landlock_create_ruleset:error=EOPNOTSUPP \
		seccomp:error=ENOSYS >../neither
	without prctl:error=EINVAL >../no-prctl
	without clone3:error=EAGAIN clone:error=EAGAIN >../no-thread
	for name in no-landlock no-right no-seccomp neither no-prctl no-thread; do
		cmp "../$name" ../wanted
	done
}

@test "version says what holds the threads" {
	js version
	[[ ${lines[2]} =~ ^'threads that read notes are held by: '(Landlock|seccomp|nothing) ]]
}

mode() {
	stat -c %a "$1"
}

@test "G46: no file made from notes is wider than the umask" {
	for mask in 000 022 077; do
		case $mask in
		000) wide=666 ;;
		022) wide=644 ;;
		077) wide=600 ;;
		esac
		rm -rf ./* .git "$HOME"/*
		umask "$mask"
		repository
		small_journal
		"$JOURNALSCAN" hook install >/dev/null
		js --as-of "$DAY"
		[ "$(mode REPORT.md)" = "$wide" ]
		[ "$(mode .git/journalscan/cache)" = 600 ]
		for format in json html ics vcf csv ndjson sqlite; do
			command=export
			case $format in json | html) command=scan ;; esac
			js $command --as-of "$DAY" --format "$format" \
				--output "../out.$format"
			[ "$status" -le 1 ]
			[ "$(mode "../out.$format")" = "$wide" ]
			rm "../out.$format"
		done
		js due --as-of "$DAY" --format json
		item=$(jq -r '[.follow_ups[] | select(.rule == "reply")][0].id' \
			<<<"$output")
		js draft "$item" --as-of "$DAY" --output ../draft
		[ "$(mode ../draft)" = "$wide" ]
		rm ../draft
		# Outside of repositories the cache has a folder of its own.
		rm -rf .git
		js --as-of "$DAY"
		[ "$(mode "$HOME/.cache/journalscan")" = 700 ]
		[ "$(find "$HOME/.cache" -type f -perm /077 | wc -l)" -eq 0 ]
		[ "$(find "$HOME/.cache" -type f | wc -l)" -gt 0 ]
	done
}

@test "a new report is no wider than the notes that it is made of" {
	umask 022
	repository
	small_journal
	chmod 600 acme.md
	js --as-of "$DAY"
	[ "$(mode REPORT.md)" = 600 ]
	rm REPORT.md
	chmod 640 acme.md
	chmod 604 plain.md # which is no entry, and says nothing in it
	js --as-of "$DAY"
	[ "$(mode REPORT.md)" = 640 ]
	# Its owner decides.
	chmod 644 REPORT.md
	sed -i s/Brill/Changed/ brill.md
	js --as-of "$DAY"
	grep -q Changed REPORT.md
	[ "$(mode REPORT.md)" = 644 ]
}

@test "whatever else is made of notes is no wider than they are" {
	umask 022
	repository
	small_journal
	chmod 600 acme.md
	git add . && git commit -qm first
	js due --as-of "$DAY" --format json
	item=$(jq -r '[.follow_ups[] | select(.rule == "reply")][0].id' \
		<<<"$output")
	for command in "export --format "{ics,vcf,csv,ndjson,sqlite} \
		"scan --format "{json,html,md,text} "scan --staged --format json" \
		"scan --rev HEAD --format json" check "check --format sarif" due \
		"due --count" contacts weaknesses "why $item" "draft $item" \
		"prep --company Acme" "new Acme" "diff HEAD" log; do
		# shellcheck disable=SC2086
		js $command --as-of "$DAY" --output ../out
		[ "$status" -le 1 ]
		[ "$(mode ../out)" = 600 ] || {
			echo "$command: $(mode ../out)"
			return 1
		}
		rm ../out
	done
	js new --as-of "$DAY" Acme
	[ "$status" -eq 0 ]
	[ "$(mode "$output")" = 600 ]
	rm "$output"
	# What its owner has opened stays open, and what is of no notes is.
	touch ../out
	js export --as-of "$DAY" --format csv --output ../out
	[ "$(mode ../out)" = 644 ]
	js config --output ../config
	[ "$(mode ../config)" = 644 ]
	chmod 640 acme.md
	js export --as-of "$DAY" --format csv --output ../other
	[ "$(mode ../other)" = 640 ]
}

@test "a new report of the hook is no wider than the notes" {
	umask 022
	repository
	small_journal
	chmod 600 acme.md
	"$JOURNALSCAN" hook install >/dev/null
	git add .
	git commit -qm first
	[ "$(mode REPORT.md)" = 600 ]
	[ -z "$(git status --porcelain)" ]
}

@test "a file on its way is no wider than the one that it becomes" {
	traceable
	umask 000
	repository
	small_journal
	chmod 600 ./*.md
	"$JOURNALSCAN" --as-of "$DAY" >/dev/null || :
	chmod 640 REPORT.md
	echo old >../out.json
	chmod 600 ../out.json
	sed -i s/Brill/Changed/ brill.md
	traced openat,openat2,open,creat,mkdir,mkdirat "$JOURNALSCAN" \
		--as-of "$DAY" >../seen
	# Each new file below the folder is made with the mode it ends with,
	# or a narrower one; the counts of a coverage build aside.
	grep O_CREAT ../seen | grep -v '/\.git/\|"\.git\|\.gcda"' >../made
	[ -s ../made ]
	run ! grep -vE ', 0?(600|640)\)? *=|, 0600\)' ../made
	traced openat,open,creat "$JOURNALSCAN" --as-of "$DAY" --format json \
		--output ../out.json >../seen
	grep O_CREAT ../seen | grep -v '\.gcda"' >../made
	grep -q '\.journalscan-' ../made
	run ! grep -v ', 0600)' ../made
	[ "$(mode ../out.json)" = 600 ]
}

@test "nothing is read through a link, whatever it leads to and whenever" {
	mkdir -p ../secret
	printf -- '---\ncompany: Secret\ndate: 2026-10-01\n---\n' \
		>../secret/secret.md
	small_journal
	mkdir inside
	ln -s ../secret/secret.md file.md
	ln -s ../secret folder
	ln -s "$PWD/../secret" inside/absolute
	ln -s ../../secret/secret.md inside/up.md
	ln -s /proc/self/cwd/acme.md inside/proc.md
	ln -s ../secret/secret.md .gitignore
	for options in "" --no-cache "--jobs 4"; do
		# shellcheck disable=SC2086
		"$JOURNALSCAN" --as-of "$DAY" --format json $options >../out ||
			[ $? -eq 1 ]
		[ "$(jq '.entries | length' ../out)" -eq 3 ]
		run ! grep -q Secret ../out
	done
	# Changed into one while the program reads, time and again.
	mkdir moving
	cp acme.md moving/secret.md
	while :; do
		mv moving was && ln -s ../secret moving
		rm moving && mv was moving
	done 2>/dev/null &
	changer=$!
	for i in $(seq 30); do
		"$JOURNALSCAN" --as-of "$DAY" --format json --no-cache >../out \
			2>/dev/null || [ $? -eq 1 ]
		if grep -q Secret ../out; then
			kill "$changer"
			return 1
		fi
	done
	kill "$changer"
}

@test "G24: the report and the configuration are not written through links" {
	small_journal
	echo mine >../mine
	ln -s ../mine REPORT.md
	js --as-of "$DAY"
	[ "$status" -eq 2 ]
	says "link"
	[ "$(cat ../mine)" = mine ]
	rm REPORT.md
	mkdir ../elsewhere
	ln -s ../elsewhere reports
	echo 'report: reports/now.md' >.journalscan.yml
	js --as-of "$DAY"
	[ "$status" -eq 2 ]
	[ -z "$(ls -A ../elsewhere)" ]
	rm .journalscan.yml
	echo 'report: x.md' >../config
	ln -s ../config .journalscan.yml
	js --as-of "$DAY"
	[ "$status" -eq 2 ]
}
