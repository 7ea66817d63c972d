#!/usr/bin/env bats
# Files and folders that are broken, huge, no files at all, or named in bad
# faith: each is named or read, and every other note is reported.

load hostile

companies() {
	of '[.entries[].company] | sort | join(" ")'
}

@test "HF01 HF02: NUL bytes in the body and in the front matter" {
	entry Bad 'one\0two by 2026-10-20\n\n- [ ] behind it due 2026-10-21\n' \
		>body.md
	header 'role: a\0b\n' >header.md
	survive "bad-utf8 body.md:5" "bad-utf8 header.md:4" "entry body.md" \
		"count 2 dates path=body.md"
	of '.entries[].role' | grep -q $'a\xef\xbf\xbdb'
}

@test "HF03 HF04: Latin-1; overlong, surrogate and out-of-range UTF-8" {
	n=0 wishes=()
	for bytes in '\xe9t\xe9' '\xc0\xaf' '\xed\xa0\x80' '\xf4\x90\x80\x80' \
		'\xff' '\xc3'; do
		n=$((n + 1))
		entry "C$n" "caf$bytes\n" >"n$n.md"
		wishes+=("bad-utf8 n$n.md:5")
	done
	survive "${wishes[@]}"
	[ "$(companies)" = "C1 C2 C3 C4 C5 C6 Good" ]
}

@test "HF05 HF06: UTF-16, little and big endian" {
	entry Bad | iconv -t UTF-16LE | sed '1s/^/\xff\xfe/' >le.md
	entry Bad | iconv -t UTF-16BE | sed '1s/^/\xfe\xff/' >be.md
	entry Bad | iconv -t UTF-16LE >bare.md
	survive "utf-16 le.md" "utf-16 be.md" "utf-16 bare.md"
}

@test "HF07 HF08 HF09: a byte-order mark, CRLF and CR alone are nothing wrong" {
	{
		printf '\xef\xbb\xbf'
		entry Bom '- [ ] call due 2026-10-20\n'
	} >bom.md
	entry Crlf '- [ ] call due 2026-10-20\n' | sed 's/$/\r/' >crlf.md
	entry Cr '- [ ] call due 2026-10-20\n' | tr '\n' '\r' >cr.md
	survive clean
	[ "$(of '[.follow_ups[] | select(.rule == "task" and .line == 5) |
		.company] | sort | join(" ")')" = "Bom Cr Crlf" ]
}

@test "HF10 HF11 HF12: empty, only a fence, no end of line" {
	: >empty.md
	printf -- '---' >dashes.md
	printf -- '---\n' >fence.md
	printf -- '---\n---' >pair.md
	entry Last '- [ ] no end due 2026-10-20' >last.md
	survive clean "silent empty.md" "silent fence.md" \
		"count 1 follow_ups path=last.md rule=task"
}

@test "HF13 HF14: a gigabyte that is not there; 32 MiB in one line; just 8 MiB" {
	entry Bad >sparse.md
	truncate -s 1G sparse.md
	entry Line >line.md
	head -c 33554432 /dev/zero | tr '\0' x >>line.md
	entry Whole >whole.md
	head -c 8388500 /dev/zero | tr '\0' x >>whole.md
	survive "too-big sparse.md" "too-big line.md" "entry whole.md"
}

@test "HF15 HF16 HF17: a pipe, a socket and devices with a note's name" {
	mkfifo pipe.md
	"$PYTHON" -c 'import socket; socket.socket(socket.AF_UNIX).bind("socket.md")'
	wishes=("not-a-file pipe.md" "not-a-file socket.md")
	# Not everywhere may root make devices.
	for device in "null 3" "zero 5"; do
		mknod "${device% *}.md" c 1 "${device#* }" 2>/dev/null &&
			wishes+=("not-a-file ${device% *}.md")
	done
	survive "${wishes[@]}"
}

@test "HF18 HF19 HF20 HF21 HF22: links to files, folders, devices, themselves" {
	entry Outsider >../outside.md
	mkdir ../folder
	entry Outsider >../folder/inside.md
	ln -s ../outside.md link.md
	ln -s "$PWD/../outside.md" absolute.md
	ln -s ../folder folder
	ln -s ../folder folder.md
	ln -s /dev/zero zero.md
	ln -s loop.md loop.md
	ln -s two.md one.md && ln -s one.md two.md
	ln -s . self
	ln -s .. up
	ln -s nowhere dangling.md
	ln -s me@host.4711:1 .#locked.md
	survive clean "hidden Outsider"
	[ "$(companies)" = Good ]
	[ "$(of '.counts.files')" -eq 1 ]
}

@test "HF23 HF24: a file and a folder that may not be read" {
	without_privileges
	export RUN_AS="${as[*]}"
	entry Bad >bad.md
	mkdir locked
	entry Inner >locked/inner.md
	chmod 0 bad.md locked
	survive "unreadable bad.md" "unreadable locked/"
	run "${as[@]}" "$JOURNALSCAN" check
	[ "$status" -eq 1 ]
	chmod 700 locked
}

@test "HF25 HF27 HF28 HF29: newline, bad UTF-8, a dash, 255 bytes in names" {
	for name in $'new\nline.md' $'\xff\xfe.md' -rf.md --help.md \
		"$(printf 'n%.0s' {1..252}).md" $'tab\t.md'; do
		entry Named >"./$name"
		printf -- '- [ ] call due 2026-10-20\n' >>"./$name"
	done
	survive "entry -rf.md" "entry --help.md" $'entry new\nline.md' \
		"count 6 entries company=Named"
	# Files of the folder are no arguments either.
	js --as-of "$DAY" --no-snapshot -- .
	[ "$status" -le 1 ]
	[ -s REPORT.md ]
}

@test "HF26 HF33: escapes and bidi overrides in the name of a broken file" {
	names=($'\e]0;title\a\e[2J.md' $'\e]8;;http:x\e\\.md' $'\xe2\x80\xaegpj.md'
		$'\xc2\x9b31m.md' $'zero\xe2\x80\x8bwidth\xef\xbb\xbf.md')
	for name in "${names[@]}"; do
		printf -- '---\ncompany: [\n---\n' >"$name"
	done
	survive "count 5 diagnostics code=front-matter"
	js check --as-of "$DAY"
	[ "${#lines[@]}" -eq 5 ]
	has '\x1b]0;title\x07\x1b[2J.md:'
	has '\u202egpj.md:'
}

@test "HF30: a path longer than the system allows" {
	"$PYTHON" - <<-'EOF'
		import os
		name = "d" * 200
		for _ in range(25):
		    os.mkdir(name)
		    os.chdir(name)
		open("deep.md", "w").write("---\ncompany: Deep\n---\n")
	EOF
	survive
	[[ $(companies) == *Deep* ]] ||
		[ "$(of '[.diagnostics[] | select(.code == "bad-path")] |
			length')" -eq 1 ]
}

@test "HF31 HF36 HF39: names alike, hard links, an earlier report" {
	entry Upper >Note.md
	entry Lower >note.md
	entry Composed >$'caf\xc3\xa9.md'
	entry Apart >$'cafe\xcc\x81.md'
	ln note.md hard.md
	good_note
	js --as-of "$DAY" --no-snapshot
	[ "$status" -eq 0 ]
	cp REPORT.md first
	sed -i '1i---\ncompany: Reported\n---' REPORT.md
	survive clean
	[ "$(companies)" = "Apart Composed Good Lower Lower Upper" ]
	diff <(of '.entries[].path') <(of '.entries[].path' | sort)
}

@test "HF32 HF38: a folder x.md, backups, .git inside, what is no text" {
	mkdir folder.md
	entry Inner >folder.md/inner.md
	for name in old.md~ .old.md.swp old.md.bak old.md.orig '#old.md#'; do
		entry Backup >"$name"
	done
	repository
	mkdir -p inner
	(cd inner && repository && entry Config >.git/config.md &&
		git config core.fsmonitor "touch $PWD/../executed" &&
		git config core.hooksPath "$PWD")
	printf '#!/bin/sh\ntouch "%s/../executed"\n' "$PWD" >inner/post-checkout
	chmod +x inner/post-checkout
	entry Journal >inner/in.md
	head -c 200000 "$JOURNALSCAN" >binary.md
	survive
	[ "$(companies)" = "Good Inner Journal" ]
	js --as-of "$DAY" inner
	[ ! -e ../executed ]
}

@test "HF34: markup, quotes, format strings and formulas in names" {
	for name in '<img src=x onerror=alert(1)>' '"; DROP TABLE x' "it's" \
		'%s%n%x' '=1+1' '@SUM(1)' '|pipe|' '[a](javascript:b)' '`tick`'; do
		header >"$name.md"
		printf -- '- [ ] call due 2026-10-20\n' >>"$name.md"
	done
	survive clean "count 9 entries company=Bad"
	js --as-of "$DAY" --format html
	hasnt '<img src=x'
	js export --as-of "$DAY" --format csv --table entries
	[ "${#lines[@]}" -gt 9 ]
	! grep -qE '(^|,)"?[=@]' <<<"$output"
	# The tables of the report keep their columns.
	js --as-of "$DAY" --format md
	hasnt '<img src=x'
	hasnt '](javascript:'
	[ "$(sed 's/\\|//g' <<<"$output" | awk -F'|' '/^\|/ { print NF }' |
		sort -u | wc -l)" -le 4 ]
}

@test "HF35: 3,000 journals" {
	unsanitized "the time of a build with sanitizers says nothing"
	awk 'BEGIN { for (i = 0; i < 3000; i++) {
		file = "n" i ".md"
		printf "---\ncompany: C%d\ndate: 2026-10-01\ncontacts: D <d%d@x.example>\n---\nI rambled. Call by 2026-10-20.\n", i, i >file
		close(file)
	} }'
	LEAN=1 survive "count 3001 entries"
}

@test "HF37: a file that shrinks and grows while it is read" {
	"$PYTHON" - "$JOURNALSCAN" <<-'EOF'
		import os, subprocess, sys
		text = b"---\ncompany: Bad\ndate: 2026-10-01\n---\n" + b"words, 2026-10-20\n" * 200000
		open("good.md", "wb").write(b"---\ncompany: Good\ndate: 2026-10-01\n---\n")
		file = open("bad.md", "wb", buffering=0)
		for _ in range(4):
		    file.write(text)
		    job = subprocess.Popen([sys.argv[1], "--as-of", "2026-10-15", "--format", "json",
		                            "--no-cache"], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
		    while job.poll() is None:
		        file.truncate(0)
		        file.seek(0)
		        file.write(text)
		        if os.read(job.stdout.fileno(), 1 << 16):
		            break
		    out = job.communicate()[0]
		    assert job.returncode in (0, 1), job.returncode
		    file.truncate(0)
		    file.seek(0)
	EOF
}

@test "HF40: zero-width, C0 and C1 characters in fields" {
	header 'role: "zero\\u200bwidth\\u2060 \\ufeffmark\\a\\x9b\\u0085\\u061c"\nstage: "a\\tb\\nc"\n' \
		>bad.md
	printf '\n- [ ] Call\v\f\xe2\x80\x8e\xe2\x80\xaereversed due 2026-10-20\n' >>bad.md
	survive "entry bad.md" "count 1 follow_ups path=bad.md rule=task"
	js --as-of "$DAY" --format md
	[ "$(LC_ALL=C.UTF-8 grep -cP '[\x00-\x08\x0b-\x1f\x7f-\x9f\x{202a}-\x{202e}]' <<<"$output")" -eq 0 ]
}
