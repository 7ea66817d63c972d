# What every test of the command line loads: a home and a folder of its own,
# nothing of the caller's settings, and a day that is always the same.
bats_require_minimum_version 1.5.0

REPOSITORY=$(cd "$BATS_TEST_DIRNAME/../.." && pwd)
JOURNALSCAN=${JOURNALSCAN:-$REPOSITORY/build/release/journalscan}
DAY=2026-10-15

setup() {
	export HOME=$BATS_TEST_TMPDIR/home TZ=UTC LC_ALL=C
	export GIT_CONFIG_NOSYSTEM=1 PAGER=cat
	unset XDG_CONFIG_HOME NO_COLOR COLUMNS LINES LESS EMAIL TERM
	unset "${!GIT_DIR@}" "${!GIT_INDEX_FILE@}" "${!GIT_WORK_TREE@}" \
		"${!GIT_AUTHOR_@}" "${!GIT_COMMITTER_@}"
	mkdir -p "$HOME" "$BATS_TEST_TMPDIR/journal"
	cd "$BATS_TEST_TMPDIR/journal" || return 1
}

# js ARGUMENTS... : runs the program; $status, $output, $stderr, $lines.  One
# that takes longer than it may is killed, which fails the test that looks at
# $status.
js() {
	run --separate-stderr timeout -k 1 "${LIMIT:-20}" "$JOURNALSCAN" "$@"
}

# note PATH: writes a file from standard input, with its folders.
note() {
	mkdir -p "$(dirname "./$1")"
	cat >"$1"
}

# A journal that has a little of everything: overdue, due and coming items, a
# contact, a weakness that recurs, one warning and one error.
small_journal() {
	note acme.md <<-'EOF'
		---
		company: Acme
		role: Engineer
		date: 2026-10-08
		type: interview
		contacts: Dana Ruiz <dana@acme.example>
		---
		## Self-assessment
		I rambled through the answer about scaling.
	EOF
	note brill.md <<-'EOF'
		---
		company: Brill & Sons
		date: 2026-09-01
		type: interview
		intervewer: Kit Moss
		---
		## Self-assessment
		I talked far too much.

		- [ ] Send the case study due 2026-10-20
		- [ ] Read their annual report due 2026-11-20
	EOF
	note corvid.md <<-'EOF'
		---
		company: Corvid
		date: 2026-10-14
		type: application
		follow up: 2026-02-30
		---
	EOF
	note plain.md <<-'EOF'
		Only a note.
	EOF
}

# A journal with nothing wrong in it.
clean_journal() {
	small_journal
	rm corvid.md
	sed -i /intervewer/d brill.md
}

# tree: every file of the folder with its content, for before and after.
tree() {
	find . -path ./.git -prune -o -type f -exec sha256sum {} + | sort -k 2
}

# repository: makes the current folder one, with somebody to commit.
repository() {
	git init -q -b main .
	git config user.name 'Thea Park'
	git config user.email thea@example.org
}

# The python that has jsonschema.
python() {
	"$(sh "$REPOSITORY/tests/deps.sh" python)" "$@"
}

# commands: the names of all, as the help has them.
commands() {
	"$JOURNALSCAN" help | sed -n '/^commands:/,/^$/s/^  \([a-z-]*\).*/\1/p'
}

# without_privileges: sets "${as[@]}", which runs a command to which permissions
# apply; root reads and writes everything else.
without_privileges() {
	as=()
	[ "$(id -u)" -ne 0 ] && return
	as=(setpriv --bounding-set=-dac_override,-dac_read_search --)
	"${as[@]}" true 2>/dev/null || skip "permissions do not hold root up"
}

# nothing_left NAME...: the repository is sound, no lock stands in it, and of
# ours is only the cache and its lock there, and what has one of the names.
nothing_left() {
	ours=(-name lock -o -name cache -o -name 'cache-????????????????')
	for name; do
		ours+=(-o -name "$name")
	done
	git fsck --strict --no-dangling >/dev/null || return 1
	left=$(find "$(git rev-parse --git-common-dir)" -name '*.lock' -o \
		-path '*/journalscan/*' ! \( "${ours[@]}" \))
	[ -z "$left" ] || {
		echo "left: $left"
		return 1
	}
}

# edit FROM TO [NOTE]
edit() {
	sed -i "s/$1/$2/" "${3:-brill.md}"
}

# has TEXT: standard output contains it; says what there was where it does not.
has() {
	[[ $output == *"$1"* ]] && return
	printf 'not in the output: %s\n%s\n' "$1" "$output"
	return 1
}

says() {
	[[ $stderr == *"$1"* ]] && return
	printf 'not said: %s\n%s\n' "$1" "$stderr"
	return 1
}

hasnt() {
	[[ $output != *"$1"* ]] && return
	printf 'in the output: %s\n%s\n' "$1" "$output"
	return 1
}
