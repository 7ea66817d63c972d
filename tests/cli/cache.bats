#!/usr/bin/env bats
# The cache: nothing that it knows shows; where it lies; cache status, clear.

load common

# same WHAT: with and without the cache, in every form, the same to the byte;
# and with it twice, for what the first run has kept.
same() {
	local format
	for format in json md text; do
		js --as-of "$DAY" --format "$format" --no-cache
		plain=$output plain_said=$stderr plain_status=$status
		for _ in 1 2; do
			js --as-of "$DAY" --format "$format"
			[ "$output" = "$plain" ] && [ "$stderr" = "$plain_said" ] &&
				[ "$status" -eq "$plain_status" ] && continue
			echo "$1: $format differs with a cache"
			diff <(echo "$plain") <(echo "$output")
			return 1
		done
	done
}

# settle: long enough for the files to be older than the next look at them.
settle() {
	sleep 0.05
}

state() {
	"$JOURNALSCAN" cache status "$@" | sed -n 's/^state  //p'
}

notes() {
	"$JOURNALSCAN" cache status "$@" | sed -n 's/^notes  //p'
}

@test "G32 G33: every kind of change shows as it does without a cache" {
	repository
	small_journal
	settle
	same first
	[ "$(notes)" -eq 4 ]

	stamp=$(stat -c %y acme.md)
	sed -i 's/rambled/mumbled/' acme.md
	touch -d "$stamp" acme.md
	same "same size and time, another file"
	printf 'X' | dd of=acme.md bs=1 seek=14 conv=notrunc 2>/dev/null
	touch -d "$stamp" acme.md
	same "same size and time, in place"
	settle
	mv brill.md other.md
	same renamed
	settle
	cp -p other.md brill.md
	rm other.md
	same "renamed back"
	settle
	rm corvid.md
	same deleted
	settle
	mkdir -p later
	note later/dune.md <<-'EOF'
		---
		company: Dune
		date: 2026-10-01
		type: rejection
		---
	EOF
	same new
	settle
	touch -d 2030-01-01 acme.md
	same "a file of the future"
	sed -i 's/Acme/Acne/' acme.md
	touch -d 2030-01-01 acme.md
	same "and changed there"
	settle
	ln -sf acme.md brill.md
	same "a link in its place"
	rm brill.md
	mkdir brill.md
	same "a folder in its place"
	settle
	chmod 0 acme.md
	same unreadable
	chmod 644 acme.md
	same "readable again"
	printf 'date-order: dmy\nweaknesses:\n  mumbling:\n    title: Mumbling\n    phrases: [mumbled]\n' \
		>.journalscan.yml
	same "another configuration"
	printf 'ignore: [later]\n' >.journalscan.yml
	same "another choice of files"
	echo later/ >.gitignore
	rm .journalscan.yml
	same "ignored by git"
}

@test "names that come and go show, in folders that were not listed again" {
	repository
	mkdir -p one/two three
	small_journal
	mv acme.md one/two
	mv brill.md corvid.md three
	settle
	same first
	same "nothing listed again"
	cp one/two/acme.md one/two/again.md
	same "a file more"
	settle
	rm one/two/again.md
	same "a file less"
	settle
	mv one/two/acme.md three
	same "from one folder to another"
	settle
	mv three/acme.md one/acme.md
	mv one four
	same "a folder of another name"
	settle
	echo four/ >.gitignore
	same "a folder ignored"
	settle
	echo five/ >.gitignore
	same "and no more, in place"
	settle
	printf 'ignore: [four]\n' >.journalscan.yml
	same "left out by configuration"
	rm .journalscan.yml
	settle
	mkdir other
	git init -q other
	mv four/acme.md other
	same "a repository within"
	settle
	mv other elsewhere
	ln -s elsewhere other
	rm -rf elsewhere/.git
	same "a link to a folder"
	git add -A
	same "what is staged knows no folder"
	js --as-of "$DAY" --staged --format md
	settle
	rm -r elsewhere
	same "all of it gone"
}

@test "another day is another report" {
	small_journal
	settle
	same first
	for DAY in 2026-10-16 2026-12-24 2026-09-02 2026-10-15; do
		same "$DAY"
	done
}

@test "what is staged and what was committed" {
	repository
	small_journal
	git add -A
	git commit -qm one
	settle
	same first
	sed -i 's/Acme/Azure/' acme.md
	git add acme.md
	sed -i 's/Azure/Indigo/' acme.md
	for state in --staged "--rev HEAD" ""; do
		# shellcheck disable=SC2086
		js --as-of "$DAY" --format json --no-cache $state
		plain=$output
		for _ in 1 2; do
			# shellcheck disable=SC2086
			js --as-of "$DAY" --format json $state
			[ "$output" = "$plain" ]
		done
	done
	[[ $plain == *Indigo* ]]
}

@test "a commit whose hook reads what is staged, and the files after it" {
	repository
	small_journal
	js hook install
	git add -A
	git commit -qm one
	[ -s .git/journalscan/cache ]
	settle
	printf -- '- [ ] Ring the bell due 2026-10-20\n' >>brill.md
	git add brill.md
	git commit -qm two
	js hook run --check --no-cache
	[ "$status" -eq 0 ]
	git show HEAD:REPORT.md | grep -q 'Ring the bell'
	same "after it"
}

@test "it lies in the git directory, for the user alone" {
	repository
	small_journal
	js --as-of "$DAY"
	[ "$(stat -c %a .git/journalscan/cache)" = 600 ]
	[ ! -e "$HOME/.cache" ]
	js cache status
	[ "$status" -eq 0 ]
	has "state  valid"
	has "file   $PWD/.git/journalscan/cache"
	has "notes  4"
	[ -z "$(git status --porcelain --ignored | grep -i cache)" ]
}

@test "two journals in one repository, and a linked work tree" {
	repository
	mkdir one two
	(cd one && small_journal)
	(cd two && clean_journal)
	js --as-of "$DAY" --no-snapshot one
	js --as-of "$DAY" --no-snapshot two
	[ "$(notes -C one)" -eq 4 ]
	[ "$(notes -C two)" -eq 3 ]
	git add -A
	git commit -qm all
	git worktree add -q ../linked
	js --as-of "$DAY" --no-snapshot ../linked/one
	[ "$(notes -C ../linked/one)" -eq 4 ]
	[ -n "$(ls .git/worktrees/linked/journalscan)" ]
}

@test "outside of a repository it lies below XDG_CACHE_HOME" {
	small_journal
	js --as-of "$DAY"
	[ "$(ls "$HOME/.cache/journalscan" | wc -l)" -eq 1 ]
	export XDG_CACHE_HOME=$BATS_TEST_TMPDIR/deep/cache
	same "in a folder that had to be made"
	[ "$(ls "$XDG_CACHE_HOME/journalscan" | wc -l)" -eq 1 ]
	[ "$(stat -c %a "$XDG_CACHE_HOME")" = 700 ]
	[ "$(state)" = valid ]
	XDG_CACHE_HOME=not/absolute
	same "a path that does not count"
	[ ! -e not ]
	unset XDG_CACHE_HOME HOME
	same "no home"
	[ "$(state)" = "no place for one" ]
}

@test "--no-cache neither reads nor writes one" {
	repository
	small_journal
	js --as-of "$DAY" --no-snapshot --no-cache
	[ ! -e .git/journalscan ]
	[ "$(state)" = "none yet" ]
	js --as-of "$DAY" --no-snapshot
	sum=$(sha256sum .git/journalscan/cache)
	js --as-of "$DAY" --no-snapshot --no-cache
	[ "$(sha256sum .git/journalscan/cache)" = "$sum" ]
}

@test "cache clear removes it; a spoilt one is made anew, silently" {
	repository
	small_journal
	settle
	js --as-of "$DAY" --no-snapshot
	echo garbage >.git/journalscan/cache
	[[ $(state) == "of no use"* ]]
	same spoilt
	[ "$(state)" = valid ]
	js cache clear
	[ "$status" -eq 0 ]
	[ -z "$output$stderr" ]
	[ ! -e .git/journalscan/cache ]
	js cache clear
	[ "$status" -eq 0 ]
	[ "$(state)" = "none yet" ]
	same cleared
}

@test "a git directory that cannot be written" {
	repository
	small_journal
	: >.git/journalscan
	same "a file in the way"
	[ "$(state)" = "none yet" ]
}

@test "cache: what is wrong with the command" {
	for words in "" "stat" "status clear"; do
		# shellcheck disable=SC2086
		js cache $words
		[ "$status" -eq 2 ]
		[ -z "$output" ]
	done
	js cache
	says "status or clear"
}

@test "many runs at once, with changes meanwhile" {
	repository
	clean_journal
	for i in 1 2 3 4 5 6; do
		for _ in 1 2 3; do
			"$JOURNALSCAN" --as-of "$DAY" --format json \
				>"$BATS_TEST_TMPDIR/out$i" &
		done
		printf -- '- [ ] Task %s due 2026-10-2%s\n' "$i" "$i" >>brill.md
		wait
	done
	same "in the end"
	[ -z "$(ls .git/journalscan | grep -v '^cache$')" ]
}

# many COUNT: a journal of so many notes of 40 companies, people in each.
many() {
	awk -v count="$1" 'BEGIN {
		for (i = 0; i < count; i++) {
			file = sprintf("n%05d.md", i)
			printf "---\ncompany: Firm %d\nrole: Clerk %d\n" \
				"date: 2026-0%d-1%d\ntype: interview\n" \
				"contacts: Pat Stone%d <pat%d@firm.example>\n" \
				"---\n## Self-assessment\nI rambled in round %d." \
				"\n\n- [ ] Send sample %d due 2026-10-20\n\n" \
				"Dana will answer by 2026-09-2%d.\n", i % 40, \
				i % 3, i % 9 + 1, i % 10, i % 70, i % 70, i, i, \
				i % 10 >file
			close(file)
		}
	}'
}

@test "of many notes not all facts stay in memory, and none are missed" {
	repository
	many 10400 # past MOST_HELD of the cache
	settle
	for jobs in 1 2; do
		for command in "scan --no-snapshot" weaknesses; do
			rm -f REPORT.md
			# shellcheck disable=SC2086
			js $command --as-of "$DAY" --no-cache
			plain=$output plain_said=$stderr
			[ -n "$plain" ]
			"$JOURNALSCAN" cache clear
			for _ in first second; do
				rm -f REPORT.md
				# shellcheck disable=SC2086
				js $command --as-of "$DAY" --jobs $jobs
				diff <(echo "$plain") <(echo "$output")
				[ "$stderr" = "$plain_said" ]
			done
		done
		js --as-of "$DAY" --format md --no-cache
		diff <(echo "$output") <("$JOURNALSCAN" --as-of "$DAY" --format md)
		"$JOURNALSCAN" cache clear
		diff <(echo "$output") <("$JOURNALSCAN" --as-of "$DAY" --format md)
	done
}

@test "facts that the disk has no room for are read again" {
	repository
	many 2600
	settle
	js --as-of "$DAY" --format md --no-cache
	plain=$output
	output=$(ulimit -f 64 && trap '' XFSZ &&
		exec "$JOURNALSCAN" --as-of "$DAY" --format md)
	diff <(echo "$plain") <(echo "$output")
	[ "$(state)" = "none yet" ]
}
