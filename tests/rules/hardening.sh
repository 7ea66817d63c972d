#!/bin/sh
# What a mistake of ours would meet before it did harm: the program and the
# shared library are built with every guard that compiler and linker have.
set -u
so=$(ls "$BUILD"/libjournalscan.so.* | head -n 1)
number=0
echo "1..10"

# check TEXT: the status of the last command as a line of TAP.
check() {
	status=$?
	number=$((number + 1))
	[ $status -eq 0 ] && echo "ok $number - $1" || echo "not ok $number - $1"
}

# both COMMAND: it holds of the program and of the library.
both() {
	"$1" "$BUILD/journalscan" && "$1" "$so"
}

is_relocatable() {
	readelf -hW "$1" | grep -q 'Type: *DYN'
}

binds_now() {
	readelf -lW "$1" | grep -q GNU_RELRO &&
		readelf -dW "$1" | grep -q 'FLAGS.*NOW'
}

has_plain_stack() {
	readelf -lW "$1" | grep -q 'GNU_STACK.* RW  *0x'
}

has_no_page_to_write_and_run() {
	! readelf -lW "$1" | grep -qE '(LOAD|GNU_STACK).* RWE' &&
		! readelf -dW "$1" | grep -q TEXTREL
}

has_no_path() {
	! readelf -dW "$1" | grep -qE 'RPATH|RUNPATH'
}

# What is called when a stack was overwritten, or a copy would be too long.
imports_guards() {
	nm -D --undefined-only "$1" | grep -q __stack_chk_fail &&
		nm -D --undefined-only "$1" | grep -q '_chk@'
}

is_x86_64() {
	readelf -hW "$BUILD/journalscan" | grep -q 'Machine:.*X86-64'
}

both is_relocatable
check "program and library lie anywhere in memory"
readelf -dW "$BUILD/journalscan" | grep -q 'FLAGS_1.*PIE'
check "the program is one that may"
both binds_now
check "tables of addresses are filled at the start and then read-only"
both has_plain_stack
check "no code on the stack"
both has_no_page_to_write_and_run
check "no page is both written and run"
both has_no_path
check "libraries come from the system's folders"
both imports_guards
check "stacks and copies are guarded"

# Every function that a note's bytes pass keeps an array on its stack: that of
# reading is 64 KiB, more than a guard page.
if is_x86_64; then
	objdump -d --no-show-raw-insn "$BUILD/src/base/file.o" |
		grep -qE '(or|mov)q +\$0x0,(0x[0-9a-f]+)?\(%rsp\)'
	check "a large frame touches each of its pages"
	objects=$(find "$BUILD/src" -name '*.o' | wc -l)
	marked=$(find "$BUILD/src" -name '*.o' -exec readelf -nW {} + |
		grep -c 'IBT, SHSTK')
	[ "$objects" -gt 0 ] && [ "$marked" -eq "$objects" ]
	check "jumps have landing pads"
else
	for text in "a large frame touches each of its pages" \
		"jumps have landing pads"; do
		number=$((number + 1))
		echo "ok $number - $text # SKIP looked for on x86-64"
	done
fi

# A build by somebody with flags of their own has ours too.
make -n BUILD=build/none CFLAGS=-O1 build/none/src/scan.o 2>/dev/null |
	grep -e '-c -o build/none/src/scan.o' |
	grep -e '-fstack-protector-strong' | grep -e '-fstack-clash-protection' |
	grep -e '-D_FORTIFY_SOURCE=2' | grep -qe -fPIE
check "the user's flags do not take ours away"
