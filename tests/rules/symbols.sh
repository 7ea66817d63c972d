#!/bin/sh
# Only jscan_ symbols leave the libraries, and of the shared one only those of
# the public header; nothing in them can open a socket or start a shell.
set -u
echo "1..5"
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
wrong=$(nm -D --undefined-only "$BUILD/journalscan" | awk '{ print $NF }' |
	sed 's/@.*//' | grep -xE 'socket|connect|bind|listen|getaddrinfo|gethostbyname|system|popen|wordexp')
if [ -z "$wrong" ]; then
	echo "ok 5 - the program imports no network call and no shell"
else
	echo "not ok 5 - the program imports no network call and no shell: $wrong"
fi
