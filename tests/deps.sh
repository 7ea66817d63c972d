#!/bin/sh
# Installs what it takes to build, test or measure journalscan.
#
#	deps.sh build|test|lint|coverage|bench|package
#					install what is missing, if anything is
#	deps.sh python			print a python3 that has jsonschema
#
# A thing is there when it can be used, whoever installed it: libraries are
# asked for through pkg-config, commands through PATH.  Where nothing is
# missing this is silent and costs a few hundredths of a second.  Where apt-get
# is not to be had, the missing packages are named for four systems.
#
# Exit status: 0 everything is there; 2 something still is not.

set -u

# For whom, what is needed, and its package on Debian, Fedora, Arch, Homebrew.
# The C library's headers have a row because gcc only recommends them, and the
# sanitizers' runtime has one because clang does the same.
needs() {
	cat <<-'EOF'
	all	compiler	gcc	gcc	gcc	gcc
	all	headers	libc6-dev	glibc-devel	glibc	-
	all	make	make	make	make	make
	all	pkg-config	pkg-config	pkgconf-pkg-config	pkgconf	pkgconf
	all	pc:libcmark	libcmark-dev	cmark-devel	cmark	cmark
	all	pc:libgit2	libgit2-dev	libgit2-devel	libgit2	libgit2
	all	pc:zlib	zlib1g-dev	zlib-devel	zlib	zlib
	all	pc:libpcre2-8	libpcre2-dev	pcre2-devel	pcre2	pcre2
	all	pc:yaml-0.1	libyaml-dev	libyaml-devel	libyaml	libyaml
	all	pc:jansson	libjansson-dev	jansson-devel	jansson	jansson
	all	pc:libutf8proc	libutf8proc-dev	utf8proc-devel	libutf8proc	utf8proc
	all	pc:libical	libical-dev	libical-devel	libical	libical
	all	pc:sqlite3	libsqlite3-dev	sqlite-devel	sqlite	sqlite
	test	clang	clang	clang	clang	llvm
	test	clang-runtime	libclang-rt-dev	compiler-rt	compiler-rt	llvm
	test,lint	pc:cmocka	libcmocka-dev	libcmocka-devel	cmocka	cmocka
	test	bats	bats	bats	bats	bats-core
	test	jsonschema	python3-jsonschema	python3-jsonschema	python-jsonschema	-
	test	sqlite3	sqlite3	sqlite	sqlite	sqlite
	test	todoman	todoman	python3-todoman	todoman	todoman
	test	khal	khal	khal	khal	khal
	test	khard	khard	khard	khard	khard
	test	jq	jq	jq	jq	jq
	test,bench,lint	python3	python3	python3	python	python
	test,bench	git	git	git	git	git
	lint	clang-tidy	clang-tidy	clang-tools-extra	clang	llvm
	lint	cppcheck	cppcheck	cppcheck	cppcheck	cppcheck
	coverage	gcovr	gcovr	gcovr	-	gcovr
	package	dpkg-buildpackage	dpkg-dev	dpkg-dev	dpkg	-
	package	dh	debhelper	debhelper	debhelper	-
	package	lintian	lintian	-	-	-
	test	strace	strace	strace	strace	-
	test	mandoc	mandoc	mandoc	mandoc	mandoc
	test,bench	valgrind	valgrind	valgrind	valgrind	valgrind
	EOF
}

has_command() {
	command -v "$1" >/dev/null 2>&1
}

# Prints the command of a C compiler; CC may be more than one word.
find_compiler() {
	for cc in "${CC:-}" cc gcc clang; do
		has_command "${cc%% *}" && echo "$cc" && return
	done
	return 1
}

has_headers() {
	cc=$(find_compiler) &&
		printf '#include <stdio.h>\n' |
		$cc -x c -E - >/dev/null 2>&1
}

has_library() {
	${PKG_CONFIG:-pkg-config} --exists "$@" 2>/dev/null
}

# clang finds its sanitizers and the fuzzer below its own folder.
has_clang_runtime() {
	dir=$(clang -print-resource-dir 2>/dev/null) || return 1
	for part in asan fuzzer; do
		set -- "$dir"/lib/*/libclang_rt."$part"*
		[ -e "$1" ] || return 1
	done
}

# A python3 installed beside the system's own comes first on PATH, often
# without the system's modules.  The folder is looked at before anything is
# started because starting python costs more than all other checks together.
find_python() {
	if [ -x /usr/bin/python3 ] &&
		[ -d /usr/lib/python3/dist-packages/jsonschema ]; then
		echo /usr/bin/python3
		return
	fi
	for python in python3 /usr/bin/python3; do
		has_command "$python" && "$python" -c '
import importlib.util, sys
sys.exit(importlib.util.find_spec("jsonschema") is None)' 2>/dev/null &&
			echo "$python" && return
	done
	return 1
}

has() {
	case $1 in
	compiler) find_compiler >/dev/null ;;
	headers) has_headers ;;
	pkg-config) has_command "${PKG_CONFIG:-pkg-config}" ;;
	pc:*) [ "$libraries" = all ] || has_library "${1#pc:}" ;;
	clang-runtime) has_clang_runtime ;;
	jsonschema) find_python >/dev/null ;;
	*) has_command "$1" ;;
	esac
}

# Prints the rows of what is missing for $1.  All libraries are asked for in
# one go first, as that is the usual answer.
missing() {
	rows=$(needs | grep -E "^(all|([a-z]*,)*$1(,[a-z]*)*)	")
	names=$(echo "$rows" | cut -f 2 | sed -n 's/^pc://p')
	libraries=some
	# shellcheck disable=SC2086 # one argument a name
	has_library $names && libraries=all
	echo "$rows" | while read -r who what packages; do
		has "$what" || printf '%s\t%s\t%s\n' "$who" "$what" "$packages"
	done
}

# The names in column $2 of the rows in $1, each once, on one line.
column() {
	echo "$1" | cut -f "$2" | awk '$0 != "-" && !seen[$0]++' | xargs
}

say_by_hand() {
	brew=$(column "$1" 6)
	brew=${brew:+brew install $brew}
	case $1 in
	*jsonschema*) brew=${brew:+$brew; }'pip3 install jsonschema' ;;
	esac
	{
		echo "deps: missing: $(column "$1" 2)"
		echo "deps: install these, then try again:"
		echo "  Debian    apt-get install $(column "$1" 3)"
		echo "  Fedora    dnf install $(column "$1" 4)"
		echo "  Arch      pacman -S $(column "$1" 5)"
		echo "  Homebrew  ${brew:-(comes with its compiler)}"
	} >&2
}

# Runs apt-get as root.  Of what it prints only warnings and errors are
# passed on, or all of it when it fails.
run_apt() {
	root=
	[ "$(id -u)" = 0 ] || root=sudo
	log=$(mktemp) || return 1
	status=0
	$root env DEBIAN_FRONTEND=noninteractive apt-get -q -y \
		-o DPkg::Lock::Timeout=300 "$@" >"$log" 2>&1 </dev/null ||
		status=1
	if [ $status = 0 ]; then
		grep '^[EW]:' "$log" >&2
	else
		cat "$log" >&2
	fi
	rm -f "$log"
	return $status
}

can_install() {
	has_command apt-get && has_command apt-cache || return 1
	[ "$(id -u)" = 0 ] || has_command sudo
}

# Installs the packages named.  One that this release does not have is left
# out, so that it does not keep the others away: an older clang brings its
# runtime in another package.
install() {
	echo "deps: installing $*" >&2
	run_apt update || return 1
	unknown=
	for name; do
		shift
		if apt-cache show "$name" >/dev/null 2>&1; then
			set -- "$@" "$name"
		else
			unknown="$unknown $name"
		fi
	done
	[ -z "$unknown" ] || echo "deps: unknown to apt-get:$unknown" >&2
	[ $# -gt 0 ] && run_apt install --no-install-recommends "$@"
}

main() {
	case ${1-} in
	build | test | lint | coverage | bench | package) ;;
	python)
		find_python || return 2
		return
		;;
	*)
		echo "usage: deps.sh build|test|lint|coverage|bench|package|python" >&2
		return 2
		;;
	esac
	rows=$(missing "$1")
	[ -n "$rows" ] || return 0
	if can_install; then
		# shellcheck disable=SC2046 # one argument a package
		install $(column "$rows" 3)
		hash -r
		rows=$(missing "$1")
		[ -n "$rows" ] || return 0
	fi
	say_by_hand "$rows"
	return 2
}

main "$@"
