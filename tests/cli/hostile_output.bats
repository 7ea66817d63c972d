#!/usr/bin/env bats
# What a stranger's words do in an output: they are shown, and nothing more.

load hostile

# evil TEXT: a note that has TEXT wherever the outputs show something.
evil() {
	good_note
	"$PYTHON" - "$1" >evil.md <<-'EOF'
		import json, re, sys
		text = sys.argv[1]
		def say(key, value):
		    value = json.dumps(value, ensure_ascii=False)
		    print("%s: %s" % (key, re.sub("[\x7f-\xa0\u2028-\u202e\u2066-\u2069\ufeff]",
		                                  lambda c: "\\u%04x" % ord(c[0]), value)))
		print("---\ndate: 2026-10-08\ntype: interview")
		say("company", "Evil " + text)
		say("role", text)
		say("stage", text)
		say("contacts", [{"name": "Dana Ruiz", "title": text, "role": text,
		                  "email": "dana@evil.example", "url": text}])
		say("follow ups", [{"due": "2026-10-20", "action": "Call " + text}])
		text = re.sub("[\r\n]", " ", text)
		print("---\n## Self-assessment\n\nI rambled about %s and on.\n" % text)
		print("- [ ] Send %s due 2026-10-21" % text)
	EOF
}

# out FORMAT [OPTION...]: an output into ../out.
out() {
	case $1 in
	md | html | json) js --as-of "$DAY" --format "$@" --output ../out ;;
	ics | vcf | csv | ndjson)
		js export --as-of "$DAY" --format "$@" --output ../out
		;;
	esac
	[ "$status" -le 1 ] && [ -s ../out ] || {
		echo "$*: $status $stderr"
		return 1
	}
}

formats="md html json ics vcf csv ndjson"

@test "OI01 OI02 OI16: script, attributes, comments, styles and base in HTML" {
	evil '</p></title></style><script>alert(1)</script><img src=x onerror=alert(2)><base href=//e.example><style>@import "//e.example"</style><!-- "onmouseover='"'"'x'"'"' <link rel=stylesheet href=//e.example>'
	out html
	"$PYTHON" - ../out <<-'EOF'
		import html.parser, sys
		class Page(html.parser.HTMLParser):
		    scripts = styles = 0
		    def handle_starttag(self, tag, attributes):
		        assert tag not in ("base", "link", "img", "iframe", "object"), tag
		        self.scripts += tag == "script"
		        self.styles += tag == "style"
		        for name, value in attributes:
		            assert not name.startswith("on"), (tag, name)
		            assert name not in ("style", "srcdoc"), (tag, name)
		            if name in ("src", "href", "action"):
		                assert "e.example" not in value, (tag, name, value)
		    handle_startendtag = handle_starttag
		    def handle_comment(self, data):
		        assert "onmouseover" not in data, data
		page = Page()
		page.feed(open(sys.argv[1], encoding="utf-8").read())
		page.close()
		assert (page.scripts, page.styles) == (1, 1), (page.scripts, page.styles)
	EOF
	grep -q "default-src 'none'" ../out
	out md
	! grep -qE '<(script|img|base|style|link)|<!-- "' ../out
}

@test "OI03: of what a note says only http, https and mailto become links" {
	n=0
	for link in 'javascript:alert(1)' 'JaVaScRiPt:x' 'data:text/html,x' \
		'vbscript:x' 'file:///etc/passwd' ' javascript:x' \
		'java\nscript:x' '//e.example' 'https://ok.example/a'; do
		n=$((n + 1))
		header "contacts: {name: Dana R${n}uiz, url: \"$link\", email: d$n@x.example}\n" \
			>"n$n.md"
		printf '[words](%b) and <%b>, Kit Moss <k@x.example>\n' "$link" \
			"$link" >>"n$n.md"
	done
	survive
	for format in html md; do
		out "$format"
		! grep -iE '(href="|\]\()[^")]*(javascript|vbscript|data|file):' ../out
		! grep -E '(href="|\]\()//' ../out
	done
	out html
	grep -q 'href="https://ok.example/a"' ../out
}

@test "OI04 OI05 OI06 OI07: formulas in CSV, and telephone numbers that are none" {
	for text in '=cmd|x!A0' '@SUM(1)' '+1+1' '-1+1' $'\tx' $'\rx' '＝1'; do
		evil "$text"
		sed -i "s/^company: \"Evil /company: \"/" evil.md
		sed -i 's/email: dana/phone: "+49 30 1234567"\n&/' evil.md
		for table in follow-ups contacts weaknesses entries; do
			out csv --table "$table"
			"$PYTHON" - ../out <<-'EOF'
				import csv, re, sys
				for row in csv.reader(open(sys.argv[1], newline="", encoding="utf-8")):
				    for cell in row:
				        if cell[:1] in "=@\t\r＝" and cell or re.match(r"[+-](?![0-9 ()/.-]*$)", cell):
				            raise AssertionError(cell)
			EOF
		done
	done
	header 'contacts: {name: Dana Ruiz, phone: +49 30 1234567}\n' >phone.md
	out csv --table contacts
	grep -qF '+49 30 1234567' ../out
}

@test "OI08 OI09 OI10: ends of events and cards; folded lines" {
	evil $'a;b,c\\d END:VEVENT\nEND:VCALENDAR\r\nEND:VCARD\r\n \xf0\x9f\x98\x80'"$(
		times 40 $'\xf0\x9f\x98\x80\xc3\xa9')"
	out ics --events --alarms
	cp ../out ../a.ics
	out vcf
	cp ../out ../a.vcf
	"$PYTHON" - ../a.ics ../a.vcf <<-'EOF'
		import re, sys
		for name in sys.argv[1:]:
		    data = open(name, "rb").read()
		    assert data.endswith(b"\r\n")
		    lines = data.split(b"\r\n")[:-1]
		    for line in lines:
		        assert len(line) <= 75, line
		        assert not re.search(rb"[\x00-\x08\x0a-\x1f\x7f]", line), line
		        line.decode("utf-8")
		    whole = re.sub(rb"\r\n[ \t]", b"", data).split(b"\r\n")
		    opened = []
		    for line in whole:
		        if line.startswith(b"BEGIN:"):
		            opened.append(line[6:])
		        if line.startswith(b"END:"):
		            assert opened.pop() == line[4:], line
		    assert not opened
		    parts = sum(line in (b"BEGIN:VTODO", b"BEGIN:VEVENT", b"BEGIN:VCARD") for line in whole)
		    assert parts and parts == sum(line.startswith(b"UID:") for line in whole)
		    if name.endswith("ics"):
		        assert parts == sum(line.startswith(b"DTSTAMP") for line in whole)
	EOF
}

@test "OI11 OI12: colours, titles, links, clear screen, C1, bidi in every output" {
	evil $'\e[31m\e]0;title\a\e[2J\e]8;;http:x\e\\\xc2\x9b31m\xe2\x80\xae\xe2\x81\xa6\x7f'
	survive "entry evil.md"
	for format in $formats; do
		out "$format"
		"$PYTHON" - ../out "$format" <<-'EOF'
			import re, sys
			text = open(sys.argv[1], newline="", encoding="utf-8").read()
			found = re.search("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", text)
			assert not found, (sys.argv[2], found, text[found.start() - 40:found.end() + 20])
		EOF
	done
	for command in contacts weaknesses prep "draft x" "why evil.md:10"; do
		# shellcheck disable=SC2086
		js $command --as-of "$DAY" --color always
		! LC_ALL=C.UTF-8 grep -qP '\x1b(?!\[[0-9;]*m)|[\x07\x{80}-\x{9f}\x{202a}-\x{202e}\x{2066}-\x{2069}]' \
			<<<"$output$stderr"
	done
}

@test "OI13 OI14: pipes, back quotes, headings, HTML and tasks in the report" {
	evil 'a|b `c` # d [x](y) **e** _f_ <b>g</b> &amp; ~~h~~ \\ ![i](j) [[k]]'
	out md
	"$PYTHON" - ../out <<-'EOF'
		import re, sys
		width = 0
		for line in open(sys.argv[1], encoding="utf-8"):
		    cells = len(re.sub(r"\\.", "", line).split("|"))
		    if not line.startswith("|"):
		        width = 0
		        continue
		    assert width in (0, cells), line
		    width = cells
		    for mark in ("`c`", "[x](", "**e**", "<b>", "![i]", "~~h~~"):
		        assert mark not in line, (mark, line)
	EOF
	note lines.md <<-'EOF'
		---
		company: "A\n\n# Heading\n\n- [ ] a task due 2026-10-30\n\n| a |\n|---|"
		date: 2026-10-01
		---
	EOF
	out md
	! grep -q '^# Heading\|^- \[ \] a task\||---| *$' <(grep -v '^|' ../out)
}

@test "OI15: quotes, U+2028, DEL and astral characters are the same in JSON" {
	text=$'q" s\' b\\ \xe2\x80\xa8 \xe2\x80\xa9 \xf0\x9f\x98\x80 \x7f \xef\xbf\xbd é'
	evil "$text"
	survive "entry evil.md"
	"$PYTHON" - "$text" <<-'EOF'
		import json, sys
		report = json.load(open("../report.json", encoding="utf-8"))
		roles = [one["role"] for one in report["entries"] if one["path"] == "evil.md"]
		assert roles == [sys.argv[1]], roles
	EOF
}
