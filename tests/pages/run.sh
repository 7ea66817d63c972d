#!/bin/sh
# Makes pages with the program of a build and has them looked at in a browser.
#
#	run.sh BUILD MODULES [fetch]
#
# MODULES is where npm's packages lie; with `fetch` they are fetched when they
# are not there.  Without, what is missing skips the test.  SHOTS=DIR keeps a
# picture of every page, width and colour scheme.
set -u

build=$1 modules=$2 fetch=${3-}
pages=$build/pages

skip() {
	if [ -n "$fetch" ]; then
		echo "test-pages: $1" >&2
		exit 2
	fi
	echo "1..1"
	echo "ok 1 # skip $1"
	exit 0
}

for name in chromium chromium-browser google-chrome; do
	CHROMIUM=${CHROMIUM:-$(command -v "$name")}
done
export CHROMIUM
[ -n "$CHROMIUM" ] || skip "no Chromium"
command -v node >/dev/null || skip "no node"
if [ -n "$fetch" ] &&
	! cmp -s tests/pages/package.json "$modules/package.json"; then
	command -v npm >/dev/null || skip "no npm"
	mkdir -p "$modules"
	cp tests/pages/package.json "$modules/fetched.json"
	(cd "$modules" && cp fetched.json package.json &&
		PUPPETEER_SKIP_DOWNLOAD=1 npm install --no-audit --no-fund \
			--ignore-scripts --no-package-lock >npm.log 2>&1) || {
		rm -f "$modules/package.json"
		skip "npm cannot fetch what is needed, see $modules/npm.log"
	}
fi
for name in axe-core html-validate puppeteer-core; do
	[ -d "$modules/node_modules/$name" ] ||
		skip "no $name: make test-pages fetches it"
done

rm -rf "$pages"
mkdir -p "$pages/hostile" "$pages/empty"

# What a note must not be able to do to the page that shows it.
bad='"><script>alert(1)</script><img src=x onerror=alert(2)> &amp; </style>'
for day in 2026-09-01 2026-09-08 2026-10-06; do
	cat >"$pages/hostile/$day '\"<b>.md" <<-EOF
	---
	company: '$bad'
	role: '</title></svg>$bad'
	date: $day
	stage: '$bad'
	contacts:
	  - name: '<b>Dana</b> Ruiz'
	    email: dana@acme.example
	    title: '$bad'
	    url: 'javascript:alert(3)'
	expect by: 2026-10-09
	---
	## Self-assessment
	I rambled <script>alert(4)</script> and talked far too much.

	- [ ] [x](javascript:alert(5)) <script>alert(6)</script> due 2026-10-20
	EOF
done
cat >"$pages/hostile/no.md" <<EOF
---
company: Brill
date: 2026-03-01
type: interview
outcome: rejected
outcome date: 2026-03-20
touches: [2026-06-20, 2026-07-01]
---
EOF

make_page() { # NAME FOLDER
	"$build/journalscan" scan --quiet --format html --as-of 2026-10-15 \
		"$2" >"$pages/$1.html" 2>/dev/null
}
make_page example examples/journal
make_page hostile "$pages/hostile"
make_page empty "$pages/empty"
exec node tests/pages/check.mjs "$modules" ${SHOTS:+--shots "$SHOTS"} \
	"$pages/example.html" "$pages/hostile.html" "$pages/empty.html"
