#!/bin/sh
# No warning from either compiler, over library, command line and examples.
set -u
flags="-std=c11 -D_GNU_SOURCE -Iinclude -Isrc -I$BUILD/gen -O2 -Wall -Wextra
	-Wpedantic -Wshadow -Wstrict-prototypes -Wmissing-prototypes
	-Wold-style-definition -Wpointer-arith -Wwrite-strings -Wcast-qual -Wundef
	-Wvla -Wformat=2 -Wimplicit-fallthrough -Werror -fsyntax-only
	$(pkg-config --cflags libgit2 libcmark libpcre2-8 yaml-0.1 jansson libutf8proc libical sqlite3)"
echo "1..1"
bad=0
for file in $(find src examples -name '*.c' | sort); do
	clang $flags "$file" || bad=1
done
[ $bad -eq 0 ] && echo "ok 1 - clang has no warning" || echo "not ok 1 - clang has no warning"
