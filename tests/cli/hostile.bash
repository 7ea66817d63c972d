# What the tests of hostile input share: a good note beside which the hostile
# one lies, and the look at what must hold for every case (survive.py).

load common

# The sanitizers cost time and memory that the limits do not mean.
case $JOURNALSCAN in
*asan* | *coverage*) export SECONDS_MOST=20 MEGABYTES_MOST=0 ;;
*) export SECONDS_MOST=5 MEGABYTES_MOST=256 ;;
esac
export DAY

# find_python: past whatever stands before it on the PATH, once for a file.
find_python() {
	PYTHON=$(python3 -c 'import sys; print(sys.executable)')
	export PYTHON
}

setup_file() {
	find_python
}

good_note() {
	note good.md <<-'EOF'
		---
		company: Good
		date: 2026-10-08
		type: interview
		contacts: Gwen Oduya <good@mail.example>
		---
		## Self-assessment
		I rambled through the answer about scaling.

		- [ ] Send the case study due 2026-10-20
	EOF
}

# survive WISH... : see survive.py.
survive() {
	[ -e good.md ] || good_note
	"$PYTHON" -I "$BATS_TEST_DIRNAME/survive.py" "$JOURNALSCAN" "$@"
}

# entry COMPANY [BODY]: the front matter of an entry, for standard output.
entry() {
	printf -- '---\ncompany: %s\ndate: 2026-10-01\n---\n%b' "$1" "${2-}"
}

# header LINE...: a note whose front matter has these lines besides.
header() {
	printf -- '---\ncompany: Bad\ndate: 2026-10-01\n%b---\n' "${1-}"
}

# times N TEXT: N copies of TEXT, quickly.
times() {
	awk -v n="$1" -v t="$2" 'BEGIN { for (i = 0; i < n; i++) printf "%s", t }'
}

# of FILTER: what jq finds in the report.
of() {
	jq -r "$1" ../report.json
}

# unsanitized WHY: nothing here is for a program with sanitizers.
unsanitized() {
	case $JOURNALSCAN in
	*asan* | *coverage*) skip "$1" ;;
	esac
}

# shapes SIZE SHAPE...: notes in shapes of tests/faults/shapes.py.
shapes() {
	"$PYTHON" -B "$REPOSITORY/tests/faults/shapes.py" "$@"
}

# shaped SIZE SHAPE...: and a look at them all at once; each is an entry.
shaped() {
	shapes "$@"
	survive "count $# entries"
}
