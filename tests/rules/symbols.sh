#!/bin/sh
# Only jscan_ symbols leave the libraries, and of the shared one only those of
# the public header; nothing in them can open a socket or start a shell.
# tests/cli/privilege.bats looks at what they do when they run.
set -u
echo "1..7"
wrong=$(nm -g --defined-only "$BUILD/libjournalscan.a" 2>/dev/null |
	awk 'NF == 3 { print $3 }' | grep -v '^jscan_' | sort -u)
if [ -z "$wrong" ]; then
	echo "ok 1 - every external symbol of the archive starts with jscan_"
else
	echo "not ok 1 - every external symbol of the archive starts with jscan_"
	echo "$wrong"
fi
so=$(ls "$BUILD"/libjournalscan.so.* | head -n 1)
exported=$(nm -D --defined-only "$so" | awk '{ print $NF }' | sort)
wrong=
for symbol in $exported; do
	grep -qE "(^|[ *])$symbol\(" include/journalscan.h || wrong="$wrong $symbol"
done
if [ -n "$exported" ] && [ -z "$wrong" ]; then
	echo "ok 2 - the shared library exports what the header declares"
else
	echo "not ok 2 - the shared library exports what the header declares:$wrong"
fi
missing=
for symbol in $(sed -n 's/.*[ *]\(jscan_[a-z_0-9]*\)(.*/\1/p' include/journalscan.h |
	sort -u); do
	echo "$exported" | grep -qx "$symbol" || missing="$missing $symbol"
done
# Names that stand only in comments end with () and are declared elsewhere too.
if [ -z "$missing" ]; then
	echo "ok 3 - every function of the header is there"
else
	echo "not ok 3 - every function of the header is there:$missing"
fi
readelf -d "$so" | grep -q 'SONAME.*libjournalscan\.so\.[0-9]'
status=$?
[ $status -eq 0 ] && echo "ok 4 - the shared library has a versioned name" ||
	echo "not ok 4 - the shared library has a versioned name"

# imports FILE PATTERN: which of these functions it calls, but for those of $3.
imports() {
	nm -D --undefined-only "$1" | awk '{ print $NF }' | sed 's/@.*//' |
		grep -xE "$2" | grep -vxE "${3:-}" | xargs
}
network='socket|socketpair|connect|bind|listen|accept4?|(get|set)sockopt'
network="$network|send|sendto|sendm?msg|recv|recvfrom|recvm?msg|shutdown"
network="$network|getsockname|getpeername|getaddrinfo|getnameinfo"
network="$network|gethostby.*|getservby.*|res_.*|if_nametoindex|rcmd.*"
wrong=
for file in "$BUILD/journalscan" "$so"; do
	wrong="$wrong$(imports "$file" "$network")"
done
if [ -z "$wrong" ]; then
	echo "ok 5 - program and library import no network call"
else
	echo "not ok 5 - program and library import no network call: $wrong"
fi

# What starts another program.  Allowed to the program, not to the library, is
# posix_spawnp: for the pager and the editor, whose words it parts at blanks,
# and for `git version`.
shell='system|popen|wordexp|exec.*|fexecve|fork|vfork|_Fork|clone|posix_spawnp?'
wrong=$(imports "$BUILD/journalscan" "$shell" posix_spawnp)$(imports "$so" "$shell")
users=$(grep -lE 'posix_spawnp\(' -r src | sort | xargs)
if [ -z "$wrong" ] && [ "$users" = \
	"src/cli/editor.c src/cli/environment.c src/cli/pager.c" ]; then
	echo "ok 6 - no shell, and a program only for pager, editor and version"
else
	echo "not ok 6 - starts programs: $wrong; in $users"
fi

# syscall(2) could make any call: these are the ones that are asked for.
wrong=$(grep -rhoE '\bsyscall\(SYS_[a-z0-9_]+' src --include='*.c' | sort -u |
	grep -vxE 'syscall\(SYS_(openat2|seccomp|landlock_.*)' | xargs)
others=$(grep -rE '\bsyscall\(' src --include='*.c' | grep -vc 'syscall(SYS_')
if [ -z "$wrong" ] && [ "$others" -eq 0 ]; then
	echo "ok 7 - system calls by number are for opening and for holding"
else
	echo "not ok 7 - system calls by number: $wrong"
fi
