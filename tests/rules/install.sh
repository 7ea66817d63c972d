#!/bin/sh
# Installed below a DESTDIR, the library builds and runs the example program
# through pkg-config alone; uninstalled, nothing is left.
set -u
echo "1..5"
root=$(mktemp -d) || exit 1
trap 'rm -rf "$root"' EXIT
say() {
	if [ "$1" -eq 0 ]; then echo "ok $2"; else echo "not ok $2"; fi
}
make --no-print-directory CONFIG=release BUILD="$BUILD" install \
	DESTDIR="$root" PREFIX=/usr >"$root.log" 2>&1
say $? "1 - make install"
export PKG_CONFIG_PATH="$root/usr/lib/pkgconfig" PKG_CONFIG_SYSROOT_DIR="$root"
${CC:-cc} -std=c11 -Wall -Wextra -Werror examples/overdue.c \
	$(pkg-config --cflags --libs journalscan) -o "$root/overdue"
say $? "2 - the example builds against what was installed"
LD_LIBRARY_PATH="$root/usr/lib" "$root/overdue" examples/journal 2026-10-15 \
	>"$root/out" && grep -q '^2026-' "$root/out"
say $? "3 - and runs"
"$root/usr/bin/journalscan" --version | grep -q '^journalscan [0-9]'
say $? "4 - the installed program runs"
make --no-print-directory CONFIG=release BUILD="$BUILD" uninstall \
	DESTDIR="$root" PREFIX=/usr >>"$root.log" 2>&1
left=$(find "$root/usr" ! -type d)
[ -z "$left" ]
say $? "5 - make uninstall leaves nothing"
[ -z "$left" ] || echo "$left"
rm -f "$root.log"
