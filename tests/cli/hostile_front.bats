#!/usr/bin/env bats
# Front matter that is broken, deep, large or says what cannot be: it is named
# with its line, and the body and all other notes are read.

load hostile

# front NAME TEXT: NAME.md with that front matter besides a company and a date.
front() {
	printf -- '---\ncompany: %s\ndate: 2026-10-01\n%b---\n\n%s\n' "$1" \
		"$2" '- [ ] call due 2026-10-20' >"$1.md"
}

@test "HY01 HY02 HY03: billion laughs of 9 and 60 levels, 30,000 aliases" {
	laughs() {
		echo 'a0: &a0 [x, x, x, x, x, x, x, x, x]\n'
		for i in $(seq "$1"); do
			p=\*a$((i - 1))
			echo "a$i: &a$i [$p, $p, $p, $p, $p, $p, $p, $p, $p]\n"
		done
	}
	front nine "$(laughs 9)"
	front sixty "$(laughs 60)"
	front many "x: &x y\nz: [$(times 15000 '*x, ')]\n"
	survive "front-matter nine.md:6" "front-matter sixty.md:6" \
		"front-matter-limit many.md:5"
	of '.diagnostics[] | select(.path == "many.md") | .message' |
		grep -q 'too many anchors and aliases'
}

@test "HY04 HY05 HY06 HY33: nested 20,000 deep, closed, open, in blocks, as keys" {
	front closed "x: $(times 20000 '[')$(times 20000 ']')\n"
	front open "x: $(times 60000 '[')\n"
	front braces "x: $(times 15000 '{a: ')\n"
	front blocks "$(awk 'BEGIN { for (i = 0; i < 300; i++)
		printf "%*sa:\\n", i, "" }')"
	front keys "$(times 5000 '? ')x\n"
	front items "x:\n $(times 5000 '- ')x\n"
	{
		printf -- '---\ncompany: x\nx: '
		head -c 1000000 /dev/zero | tr '\0' '['
		printf '\n---\n'
	} >million.md
	survive "front-matter-limit closed.md:4" "front-matter-limit open.md:4" \
		"front-matter-limit braces.md:4" "front-matter-limit blocks.md" \
		"front-matter-limit keys.md:4" "front-matter-limit items.md:5" \
		"front-matter-limit million.md"
	[ "$(of '.diagnostics[].message' | grep -c 'nested too deeply')" -eq 6 ]
}

@test "HY07 HY13 HY14 HY30 HY31: 50,000 keys, 7 MB of text, lines, comments, a key" {
	front keys "$(awk 'BEGIN { for (i = 0; i < 50000; i++)
		printf "key%d: v\\n", i }')"
	front comments "$(times 200000 '#\\n')"
	for name in scalar:'x: "' key:; do
		{
			printf -- '---\ncompany: x\n%s' "${name#*:}"
			head -c 7000000 /dev/zero | tr '\0' x
			printf '": v\n---\n'
		} >"${name%%:*}.md"
	done
	{
		printf -- '---\ncompany: x\nx: |\n'
		yes '  x' | head -n 1900000
		printf -- '---\n'
	} >block.md
	survive "front-matter-limit keys.md" "front-matter-limit comments.md" \
		"front-matter-limit scalar.md" "front-matter-limit key.md" \
		"front-matter-limit block.md"
	front small "$(awk 'BEGIN { for (i = 0; i < 1100; i++)
		printf "key%d: v\\n", i }')"
	survive "front-matter-limit small.md"
	of '.diagnostics[] | select(.path == "small.md") | .message' |
		grep -q 'too many keys'
}

@test "HY08: duplicate keys are said with both lines, the first counts" {
	front twice 'role: first\nrole: second\nposition: third\n'
	survive "duplicate-key twice.md:5" "duplicate-key twice.md:6"
	[ "$(of '.entries[] | select(.path == "twice.md") | .role')" = first ]
	[ "$(of '.diagnostics[] | select(.path == "twice.md") | .message' |
		grep -c 'line 4')" -eq 2 ]
}

@test "HY09 HY10 HY32: tabs, never closed, blanks behind the marks" {
	front tabs '\trole: x\n'
	printf -- '---\ncompany: open\ndate: 2026-10-01\n\n%s\n' \
		'- [ ] call due 2026-10-20' >open.md
	printf -- '--- \t\ncompany: Blanks\ndate: 2026-10-01\n... \n%s\n' \
		'- [ ] call due 2026-10-20' >blanks.md
	survive "front-matter tabs.md:4" "front-matter open.md:1" \
		"count 1 follow_ups path=open.md rule=task" \
		"count 1 follow_ups path=blanks.md rule=task" \
		"entry open.md" "entry blanks.md"
	[ "$(of '.diagnostics[] | select(.path == "tabs.md") | .column')" -ge 1 ]
}

@test "HY11 HY12 HY23 HY24: a list, a text, two documents, another YAML" {
	printf -- '---\n- company: x\n---\n' >list.md
	printf -- '---\njust words\n---\n' >scalar.md
	front two '--- {company: Second}\n'
	printf -- '---\n%%YAML 9.9\n--- {company: Future}\n...\n' >future.md
	survive "front-matter list.md:2" "front-matter scalar.md:2" \
		"front-matter two.md" "front-matter future.md" \
		"count 1 entries" "hidden Second" "hidden Future"
}

@test "HY15 HY16: merge keys that multiply, an anchor that holds itself" {
	front merge "a: &a {b: c}\n$(awk 'BEGIN { for (i = 0; i < 50; i++)
		printf "k%d: &k%d\\n  <<: [*a, *a]\\n", i, i }')"
	front self 'a: &a [*a]\n'
	survive "front-matter merge.md:6" "front-matter self.md:4"
}

@test "HY17 HY21 HY26: wrong types, numbers that are none, null" {
	front types 'role: [a, {b: c}]\nstage: {a: b}\ntags: {a: b}\ncontacts: {a: [b]}\nfollow up: {a: b}\nthank you: [x]\ntouches: {a: 1}\nkeep in touch: []\nsnooze: [x]\nexpect by: soonish\n'
	front ratings 'ratings:\n  rapport: -5\n  nerves: 1e400\n  stories: .nan\n  clarity: .inf\n  interest: 0x10\n  thanking: 3.5\n  manner: "1"\n'
	front nulls 'role: null\nstage: ~\ntags:\ncontacts: [null, ~, ""]\nratings: null\nfollow ups: [~]\n'
	survive "entry types.md" "entry ratings.md" "entry nulls.md" \
		"bad-value ratings.md*" "bad-value types.md*" \
		"bad-date types.md*" "count 1 assessments path=ratings.md" \
		"count 0 diagnostics path=nulls.md severity=error"
	[ "$(of '.diagnostics[] | select(.path == "ratings.md") | .line' |
		xargs)" = "5 6 7 8 9 10" ]
	[ "$(of '.entries[] | select(.path == "nulls.md") | .role')" = null ]
}

@test "HY18 HY19 HY20 HY35: days that do not exist are never another day" {
	n=0 wishes=()
	for day in 2026-02-30 2026-13-01 2026-04-31 2027-02-29; do
		n=$((n + 1))
		front "n$n" "follow up: $day\n"
		wishes+=("no-such-day n$n.md:4")
	done
	front none 'expect by: 0000-00-00\n'
	front far 'expect by: 99999-01-01\n'
	front leap 'follow up: 2028-02-29\n'
	survive "${wishes[@]}" "bad-date none.md:4" "bad-date far.md:4" \
		"count 1 follow_ups path=leap.md due=2028-02-29"
	of '.. | strings' | grep -E '^(2026-03-0[12]|2026-05-01|2027-0[13]-01)$' &&
		return 1
	[ "$(of '[.diagnostics[] | select(.path == "leap.md")] | length')" -eq 0 ]
}

@test "HY22 HY27: tags of programming languages; lists as keys" {
	front tagged "role: !!python/object/apply:os.system ['touch ../ran']\nstage: !!js/function x\n"
	front keyed '? [a, b]\n: x\n? {c: d}\n: {e: f}\nrole: kept\n'
	survive "entry tagged.md" "entry keyed.md"
	[ ! -e ../ran ]
	[ "$(of '.entries[] | select(.path == "keyed.md") | .role')" = kept ]
}

@test "HY25: words and numbers stay text" {
	printf -- '---\ncompany: no\nrole: 0049\nstage: 1e3\ndate: 2026-10-01\ncontacts: {name: Dana Ruiz, phone: 0049 30 1234567}\n---\n' >text.md
	survive "entry text.md"
	[ "$(of '.entries[] | select(.path == "text.md") |
		[.company, .role, .stage] | join(" ")')" = "no 0049 1e3" ]
	[ "$(of '.contacts[] | select(.name == "Dana Ruiz") | .phones[0]')" = \
		"0049 30 1234567" ]
}

@test "HY28 HY29 HY34: escapes; a leap second, an hour that no clock shows" {
	front escapes 'role: "a\\e[31mb\\0c\\u202Ed\\u009be"\n'
	front half 'role: "\\ud800 x"\n'
	front second 'follow up: 2026-12-31T23:59:60Z\n'
	front gap 'follow up: 2026-03-29T02:30:00+01:00\n'
	survive "entry escapes.md" \
		"count 1 follow_ups path=second.md due=2026-12-31" \
		"count 1 follow_ups path=gap.md due=2026-03-29"
	# Half a character: refused, or replaced.
	of '.entries[], .diagnostics[] | select(.path == "half.md") | .path' |
		grep -q half
}
