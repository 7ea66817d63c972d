#!/bin/sh
# Each header stands alone, in C11; the public one in C++ and strict C too.
set -u
flags="-std=c11 -D_GNU_SOURCE -Iinclude -Isrc -Wall -Wextra -Wpedantic -Werror"
headers=$(find include src -name '*.h' ! -path '*/gen/*' | sort)
echo "1..$(($(echo "$headers" | wc -l) + 2))"
n=0
say() {
	n=$((n + 1))
	if [ "$1" -eq 0 ]; then echo "ok $n - $2"; else echo "not ok $n - $2"; fi
}
for header in $headers; do
	echo "#include \"$header\"" |
		${CC:-cc} $flags $(pkg-config --cflags libgit2 libcmark) -I. -I"$BUILD/gen" -fsyntax-only -x c -
	say $? "$header alone"
done
echo '#include "journalscan.h"' |
	${CC:-cc} -std=c99 -Iinclude -Wall -Wextra -Wpedantic -Werror -fsyntax-only -x c -
say $? "the public header in strict C"
echo '#include "journalscan.h"' |
	${CXX:-c++} -std=c++11 -Iinclude -Wall -Wextra -Wpedantic -Werror -fsyntax-only -x c++ -
say $? "the public header in C++"
