#!/bin/sh
# The Debian packages in the folder $1: lintian finds no error; installed in a
# folder of their own, the program runs and its manual is there.
set -u
dist=$1
root=$(mktemp -d) || exit 1
trap 'rm -rf "$root"' EXIT
echo "1..6"
say() { # STATUS TEXT
	if [ "$1" -eq 0 ]; then echo "ok $2"; else echo "not ok $2" && failed=1; fi
}
failed=0

found=$(lintian --fail-on error --tag-display-limit 0 "$dist"/*.changes 2>&1)
say $? "1 - lintian finds no error"
[ -z "$found" ] || echo "$found" | sed 's/^/# /'

for package in "$dist"/*.deb; do
	dpkg-deb --extract "$package" "$root" || failed=1
done
library=$(dirname "$(find "$root/usr/lib" -name 'libjournalscan.so.0')")
export LD_LIBRARY_PATH="$library"
"$root/usr/bin/journalscan" --version | grep -q '^journalscan [0-9]'
say $? "2 - the program starts"
cp -R examples/journal "$root/journal"
"$root/usr/bin/journalscan" scan "$root/journal" --as-of 2026-10-15 \
	--no-snapshot --quiet >/dev/null 2>&1
[ $? -le 1 ] && [ -s "$root/journal/REPORT.md" ]
say $? "3 - and writes a report"
[ -e "$root/usr/share/man/man1/journalscan.1.gz" ] &&
	[ -e "$root/usr/share/bash-completion/completions/journalscan" ]
say $? "4 - manual and completions are there"
PKG_CONFIG_SYSROOT_DIR=$root PKG_CONFIG_PATH=$library/pkgconfig \
	sh -c 'cc -std=c11 examples/overdue.c $(pkg-config --cflags --libs journalscan) -o "$1/overdue"' \
	sh "$root" && "$root/overdue" examples/journal 2026-10-15 >/dev/null
say $? "5 - a program builds against the library"
depends=$(dpkg-deb --field "$dist"/journalscan_*.deb Depends)
case $depends in
*libgit2*libical* | *libical*libgit2*) true ;;
*) false ;;
esac
say $? "6 - what is loaded late is asked for: $depends"
exit $failed
