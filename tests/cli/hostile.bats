#!/usr/bin/env bats
# Input that is broken, huge or malicious: it is named in one clear line, all
# else is reported, and it ends soon and in little memory.

load common

# The sanitizers cost time and memory that the limits do not mean.
case $JOURNALSCAN in
*asan* | *coverage*) SECONDS_MOST=20 MEGABYTES_MOST=0 ;;
*) SECONDS_MOST=5 MEGABYTES_MOST=256 ;;
esac

# survive CODE [PATH]: scans, and looks for one diagnostic with that code at
# that path ("-": none), for the good note, and for harmless output.
survive() {
	code=$1 path=${2-bad.md}
	small_journal
	rm -f brill.md corvid.md
	run --separate-stderr python "$BATS_TEST_DIRNAME/within.py" \
		"$SECONDS_MOST" "$MEGABYTES_MOST" \
		"${AS[@]}" "$JOURNALSCAN" --as-of "$DAY" --format json
	[ "$status" -le 1 ] || {
		printf 'status %s\n%s\n' "$status" "$stderr"
		return 1
	}
	printf '%s' "$output" >../report.json
	jq -e '.entries[] | select(.path == "acme.md")' ../report.json >/dev/null
	[ "$code" = - ] && return
	jq -r '.diagnostics[] | "\(.path) \(.code)"' ../report.json >../found
	[ "$(grep -cxF "$path $code" ../found)" -eq 1 ] || {
		cat ../found
		return 1
	}
	case $code in
	bad-utf8 | nesting | duplicate-key) [ "$status" -eq 0 ] ;;
	*) [ "$status" -eq 1 ] ;;
	esac
	run --separate-stderr "${AS[@]}" "$JOURNALSCAN" check --as-of "$DAY"
	[ "$(LC_ALL=C grep -c '[[:cntrl:]]' <<<"$output")" -eq 0 ]
}

# What the program is started with; the modes of files mean nothing to root.
AS=()
without_privileges() {
	[ "$(id -u)" -ne 0 ] && return
	AS=(setpriv --bounding-set=-dac_override,-dac_read_search --)
	"${AS[@]}" true 2>/dev/null || skip "root may read everything"
}

entry() { # COMPANY: the front matter of an entry
	printf -- '---\ncompany: %s\ndate: 2026-10-01\n---\n' "$1"
}

has_company() {
	jq -e --arg name "$1" '.entries[] | select(.company == $name)' \
		../report.json >/dev/null
}

@test "NUL bytes in the body and in the front matter" {
	{
		entry Bad
		printf 'one\0two by 2026-10-20\n'
	} >bad.md
	survive bad-utf8
	has_company Bad
	printf -- '---\ncompany: B\0d\ndate: 2026-10-01\n---\n' >bad.md
	survive bad-utf8
}

@test "bytes that are no UTF-8: Latin-1, overlong, surrogates, out of range" {
	for bytes in '\xe9t\xe9' '\xc0\xaf' '\xed\xa0\x80' '\xf4\x90\x80\x80' '\xff'; do
		{
			entry Bad
			printf "caf $bytes\n"
		} >bad.md
		survive bad-utf8
		has_company Bad
	done
}

@test "UTF-16" {
	entry Bad | iconv -f UTF-8 -t UTF-16 >bad.md
	survive utf-16
}

@test "a byte-order mark, CRLF and CR alone are nothing wrong" {
	{
		printf '\xef\xbb\xbf'
		entry Bom
	} >bom.md
	entry Crlf | sed 's/$/\r/' >crlf.md
	entry Cr | tr '\n' '\r' >cr.md
	survive -
	has_company Bom
	has_company Crlf
	has_company Cr
	[ "$(jq '[.diagnostics[] | select(.severity != "note")] | length' \
		../report.json)" -eq 0 ]
}

@test "empty, only a fence, no end of line" {
	: >empty.md
	printf -- '---\ncompany: Last\ndate: 2026-10-01\n---\nno end' >last.md
	survive -
	has_company Last
	printf -- '---\n' >fence.md
	survive -
}

@test "front matter that never ends" {
	printf -- '---\ncompany: Bad\ndate: 2026-10-01\n\nText.\n' >bad.md
	survive front-matter
}

@test "50 MB" {
	{
		entry Bad
		head -c 50000000 /dev/zero | tr '\0' x
	} >bad.md
	survive too-big
}

@test "a gigabyte that is not there, and one line of 7 MiB" {
	entry Bad >bad.md
	truncate -s 1G bad.md
	survive too-big
	{
		entry Line
		head -c 7000000 /dev/zero | tr '\0' 'x'
	} >bad.md
	survive -
	has_company Line
}

@test "a FIFO with a note's name" {
	mkfifo bad.md
	survive not-a-file
}

@test "links are not followed: to a file, a folder, a device, themselves" {
	entry Outside >../outside.md
	mkdir ../folder
	entry Outside >../folder/inside.md
	ln -s ../outside.md link.md
	ln -s ../folder folder
	ln -s /dev/zero zero.md
	ln -s loop.md loop.md
	ln -s . self
	ln -s nowhere dangling.md
	survive -
	[ "$(jq '.entries | length' ../report.json)" -eq 1 ]
	[ "$(jq '.diagnostics | length' ../report.json)" -eq 0 ]
}

@test "a file and a folder that may not be read" {
	without_privileges
	entry Bad >bad.md
	chmod 0 bad.md
	survive unreadable
	chmod 600 bad.md
	mkdir locked
	chmod 0 locked
	survive unreadable locked/
	chmod 700 locked
}

@test "a folder with a note's name" {
	mkdir folder.md
	entry Inner >folder.md/inner.md
	survive -
	has_company Inner
}

@test "folders 2,000 deep" {
	python - <<-'EOF'
		import os
		name = "d" * 100
		for _ in range(2000):
		    os.mkdir(name)
		    os.chdir(name)
		open("deep.md", "w").write("---\ncompany: Deep\n---\n")
	EOF
	small_journal
	rm brill.md corvid.md
	run --separate-stderr python "$BATS_TEST_DIRNAME/within.py" \
		"$SECONDS_MOST" "$MEGABYTES_MOST" \
		"$JOURNALSCAN" --as-of "$DAY" --format json
	[ "$status" -le 1 ]
	printf '%s' "$output" >../report.json
	has_company Acme
	# Read, or named: never lost without a word.
	has_company Deep || jq -e '.diagnostics[] | select(.code == "bad-path")' \
		../report.json >/dev/null
	run rm -rf dddd*
	python - <<-'EOF'
		import shutil, os, glob
		for name in glob.glob("d" * 100):
		    os.system("rm -rf " + name)
	EOF
}

@test "alias bombs in YAML" {
	python - >bad.md <<-'EOF'
		print("---\ncompany: Bad\na0: &a0 [x, x, x, x, x, x, x, x, x]")
		for i in range(1, 61):
		    print("a%d: &a%d [%s]" % (i, i, ", ".join(["*a%d" % (i - 1)] * 9)))
		print("---")
	EOF
	survive front-matter
	python - >bad.md <<-'EOF'
		print("---\ncompany: Bad\nx: &x y\nz: [" + ", ".join(["*x"] * 10000) + "]\n---")
	EOF
	survive front-matter-limit
	printf -- '---\ncompany: Bad\na: &a [*a]\n---\n' >bad.md
	survive -
}

@test "YAML nested deeply: closed, open, in blocks, as keys" {
	for shape in '"[" * 20000 + "]" * 20000' '"[" * 60000' \
		'"\n" + "".join(" " * i + "a:\n" for i in range(300))' \
		'"\n" + "? " * 5000 + "x"' '"{a: " * 5000'; do
		python - "$shape" >bad.md <<-'EOF'
			import sys
			print("---\ncompany: Bad\nx: " + eval(sys.argv[1]) + "\n---")
		EOF
		small_journal
		rm brill.md corvid.md
		run --separate-stderr python "$BATS_TEST_DIRNAME/within.py" \
			"$SECONDS_MOST" "$MEGABYTES_MOST" \
			"$JOURNALSCAN" --as-of "$DAY" --format json
		[ "$status" -eq 1 ]
		[ "$(jq '[.diagnostics[] | select(.path == "bad.md" and
			(.code | startswith("front-matter")))] | length' \
			<<<"$output")" -eq 1 ]
	done
}

@test "front matter with 50,000 keys, and of 10 MB" {
	python - >bad.md <<-'EOF'
		print("---\ncompany: Bad")
		for i in range(50000):
		    print("key%d: value" % i)
		print("---")
	EOF
	survive front-matter-limit
	{
		printf -- '---\ncompany: Bad\nx: "'
		head -c 7000000 /dev/zero | tr '\0' x
		printf '"\n---\n'
	} >bad.md
	survive front-matter-limit
}

@test "10,000 nested quotes, and the shapes that are slow to parse" {
	for shape in '">" * 10000 + "a"' '"- " * 5000 + "x"'; do
		{
			entry Bad
			python -c "print($shape)"
		} >bad.md
		survive nesting
		has_company Bad
	done
	for shape in '(">" * 3000 + "a*a*\n") * 100' '"![[]()" * 160000' \
		'"*a _b " * 100000' '"`" * 500000' '"[" * 200000' \
		'"<!--" * 100000' '("x" * 20000 + "|") * 20' \
		'"| a | b |\n|---|---|\n" + "| c | d |\n" * 100000' \
		'"\n".join("[%d]: /u" % i for i in range(60000))' \
		'"- [ ] call Dana\n" * 100000' '"&amp;" * 200000'; do
		{
			entry Bad
			python -c "print($shape)"
		} >bad.md
		survive - || {
			echo "$shape"
			return 1
		}
		has_company Bad
	done
}

@test "names of files: newline, bad UTF-8, a dash, markup, 255 bytes" {
	for name in $'new\nline.md' $'\xff\xfe.md' -rf.md '<img onerror=x>.md' \
		'%s%n=1+1.md' "$(printf 'n%.0s' {1..252}).md"; do
		entry Named >"./$name"
	done
	survive -
	[ "$(jq '[.entries[] | select(.company == "Named")] | length' \
		../report.json)" -eq 6 ]
	js --as-of "$DAY" --no-snapshot
	[ "$status" -le 1 ]
	[ -s REPORT.md ]
}

@test "escape sequences in fields do not reach the terminal" {
	note bad.md <<-'EOF'
		---
		company: "E\e[31m\e]0;title\a\x9b\u202Evil"
		date: 2026-10-08
		contacts: "Da\e[2Jna <dana@acme.example>"
		---
		## Self-assessment
		I rambled.
	EOF
	printf 'raw \033[31m escape, due 2026-10-01\n- [ ] call \033]8;;http://x\007 due 2026-10-16\n' >>bad.md
	survive -
	for command in --no-snapshot due contacts weaknesses check; do
		js "$command" --as-of "$DAY" --color never -v
		[ "$status" -le 1 ]
		[ "$(printf '%s' "$output$stderr" | tr -d '\n\t' |
			LC_ALL=C grep -c $'[\x01-\x1f\x7f]')" -eq 0 ]
		[[ $output$stderr != *$'\u202e'* && $output$stderr != *$'\u009b'* ]]
	done
}

@test "configuration: a bomb, a FIFO, a bad pattern end with 2 and a place" {
	clean_journal
	mkfifo .journalscan.yml
	LIMIT=5 js --as-of "$DAY"
	[ "$status" -eq 2 ]
	says "[config]"
	rm .journalscan.yml
	{
		echo 'a0: &a0 [x, x, x, x, x, x, x, x, x]'
		for i in $(seq 40); do
			echo "a$i: &a$i [*a$((i - 1)), *a$((i - 1)), *a$((i - 1))]"
		done
	} >.journalscan.yml
	LIMIT=5 js --as-of "$DAY"
	[ "$status" -eq 2 ]
	says "[config]"
	printf 'weaknesses:\n  - id: mine\n    patterns: ["(unclosed"]\n' \
		>.journalscan.yml
	js --as-of "$DAY"
	[ "$status" -eq 2 ]
	[[ $stderr =~ \.journalscan\.yml:[0-9]+:[0-9]+:\ error:\ .*mine ]]
	[ ! -e REPORT.md ]
}

@test "few descriptors, a small stack, little address space" {
	clean_journal
	case $JOURNALSCAN in
	*asan* | *coverage*) skip "the sanitizers need more" ;;
	esac
	for limit in 'ulimit -n 8' 'ulimit -n 20' 'ulimit -s 256' \
		'ulimit -v 98304'; do
		rm -f REPORT.md
		run --separate-stderr timeout 5 bash -c \
			"$limit; exec \"\$0\" \"\$@\"" \
			"$JOURNALSCAN" --as-of "$DAY" --no-snapshot
		case $status in
		0) [[ $(head -n 1 REPORT.md) == *journalscan* ]] ;;
		2) [ -n "$stderr" ] && [ ! -e REPORT.md ] ;;
		*) echo "$limit: $status $stderr" && return 1 ;;
		esac
	done
}
