#!/usr/bin/env bats
# The manual pages: well-formed, complete, and with examples that work.

load common

MAN=$REPOSITORY/src/man

# The literal blocks and .Dl lines of the EXAMPLES of a page, as text.
examples() {
	sed -n '/^\.Sh EXAMPLES/,/^\.Sh QUERIES\|^\.Sh SEE/p' "$1" |
		sed -n '/^\.Bd/,/^\.Ed/{/^\.[BE]d/d;s/\\e/\\/g;p}'
}

# block PAGE PATTERN: the literal block whose first line fits.
block() {
	awk -v first="$2" '/^\.Bd/ { text = ""; inside = 1; next }
		/^\.Ed/ { inside = 0; split(text, lines, "\n")
			if (lines[1] ~ first) printf "%s", text; next }
		inside { text = text $0 "\n" }' "$1" | sed 's/\\-/-/g; s/\\e/\\/g'
}

@test "mandoc finds nothing to say" {
	command -v mandoc >/dev/null || skip "no mandoc"
	for page in "$MAN"/*.[135]; do
		# What other pages are installed is not ours to say.
		run mandoc -Tlint "$page"
		said=$(grep -v 'referenced manual not found\|outdated mandoc.db' \
			<<<"$output" || :)
		[ -z "$said" ] || {
			echo "$said"
			return 1
		}
	done
}

@test "journalscan(1) has every command and option" {
	for command in $(commands); do
		grep -qx "\.It Cm $command" "$MAN/journalscan.1"
		js help "$command"
		options=$(grep -oE '^  (-., |    )--[a-z-]+' <<<"$output" |
			grep -oE -- '--[a-z-]+')
		[ -n "$options" ]
		for option in $options; do
			grep -qE "^\.It .*Fl \\\\-${option#--}( |\$)" \
				"$MAN/journalscan.1" || {
				echo "missing: $option"
				return 1
			}
		done
	done
}

@test "journalscan(1) says no option that is not there" {
	for option in $(grep -oE 'Fl \\-[a-z-]+' "$MAN/journalscan.1" |
		sed 's/Fl \\-//' | sort -u); do
		grep -q "{\"$option\"," "$REPOSITORY/src/cli/options.c"
	done
}

@test "journalscan(1) has every code" {
	js help codes
	codes=$(grep -oE '^  [a-z0-9-]+' <<<"$output")
	[ "$(wc -w <<<"$codes")" -ge 30 ]
	for code in $codes; do
		grep -qx "\.It Li $code" "$MAN/journalscan.1" || {
			echo "missing: $code"
			return 1
		}
	done
}

@test "journalscan(1) has every variable that is read" {
	for name in $(sed -n 's/.*get("\([A-Z_]*\)").*/\1/p' \
		"$REPOSITORY/src/cli/environment.c" | sort -u); do
		grep -qE "^\.It Ev .*$name( |\$)" "$MAN/journalscan.1" || {
			echo "missing: $name"
			return 1
		}
	done
}

@test "journalscan(1): the examples work" {
	ln -s "$PWD" "$HOME/journal"
	cp -R "$REPOSITORY/examples/journal/." .
	count=0
	while IFS= read -r line; do
		run eval "${line//journalscan /\"\$JOURNALSCAN\" }"
		[ "$status" -le 1 ] || {
			printf '%s: %s\n%s\n' "$line" "$status" "$output"
			return 1
		}
		[ -n "$output" ]
		count=$((count + 1))
	done < <(examples "$MAN/journalscan.1")
	[ "$count" -ge 5 ]
}

@test "journalscan(5) has every rule, weakness and key of the configuration" {
	js help due
	rules=$(tr '\n' ' ' <<<"$output" |
		sed 's/.*of this rule:\(.*\) --since.*/\1/; s/ or / /; s/,/ /g')
	[ "$(wc -w <<<"$rules")" -eq 10 ]
	weaknesses=$(block "$MAN/journalscan.5" '^never' || :)
	js config
	keys=$(grep -oE '^ *[a-z-]+:' <<<"$output" | tr -d ' :' | sort -u)
	[ "$(wc -w <<<"$keys")" -ge 15 ]
	for word in $rules $keys; do
		grep -qE "(^|[ ,])$word( |,|\$)" \
			<(grep -E '^\.(It )?Ic|^\.(It )?Li|^\.Ic' "$MAN/journalscan.5") || {
			echo "missing: $word"
			return 1
		}
	done
}

@test "journalscan(5): its note gives what it says" {
	block "$MAN/journalscan.5" '^---$' >tidewrack.md
	grep -q '^company: Tidewrack$' tidewrack.md
	js --as-of 2026-10-10 --format json --output ../report.json
	[ "$status" -eq 0 ]
	jq -e '(.follow_ups[] | select(.rule == "thank-you") | .due == "2026-10-07") and
		(.follow_ups[] | select(.rule == "reply") | .opens == "2026-10-09") and
		(.follow_ups[] | select(.rule == "task") | .due == "2026-10-08") and
		(.contacts[0].name == "Dana Ruiz") and
		(.contacts[0].emails == ["dana@tidewrack.example"]) and
		(.weaknesses[0].id == "talking-too-much")' ../report.json
}

@test "journalscan(5): its configuration is valid and in force" {
	block "$MAN/journalscan.5" '^report:' >.journalscan.yml
	grep -q '^date-order: dmy$' .journalscan.yml
	js config
	[ "$status" -eq 0 ]
	[[ $output =~ date-order:\ *dmy ]]
}

@test "journalscan(5) names every part of the JSON report" {
	for key in $(jq -r '[.. | .properties? // empty | keys[]] | unique[]' \
		"$REPOSITORY/src/output/report.schema.json"); do
		grep -qE "(^|[ ,])$key( |,|\$)" \
			<(sed -n '/^\.Sh THE JSON/,/^\.Sh LIM/p' "$MAN/journalscan.5") || {
			echo "missing: $key"
			return 1
		}
	done
}

@test "journalscan(3) has every public function" {
	functions=$(grep -oE '\bjscan_[a-z_]+\(' "$REPOSITORY/include/journalscan.h" |
		tr -d '(' | sort -u)
	[ "$(wc -w <<<"$functions")" -ge 20 ]
	for function in $functions; do
		grep -qE "^\.F[no] $function( |\$)" "$MAN/journalscan.3" || {
			echo "missing: $function"
			return 1
		}
	done
	for function in $(sed -n 's/^\.F[no] \([a-z_]*\).*/\1/p' "$MAN/journalscan.3"); do
		grep -q "$function(" "$REPOSITORY/include/journalscan.h"
	done
}

@test "journalscan(3): the example compiles and works" {
	library=$(dirname "$JOURNALSCAN")/libjournalscan.a
	[ -e "$library" ] || skip "no library beside the program"
	examples "$MAN/journalscan.3" >../example.c
	flags=
	case $JOURNALSCAN in
	*asan*) flags=-fsanitize=address,undefined ;;
	*coverage*) flags=--coverage ;;
	esac
	# shellcheck disable=SC2046,SC2086 # one argument a word
	${CC:-cc} -std=c99 -Wall -Wextra -Werror -I"$REPOSITORY/include" $flags \
		-o ../example ../example.c "$library" $(pkg-config --libs libcmark zlib \
		libgit2 libpcre2-8 yaml-0.1 jansson libutf8proc libical sqlite3) -lpthread
	clean_journal
	run ../example . "$DAY"
	[ "$status" -eq 0 ]
	[ -n "$output" ]
	run ../example . 2026-02-30
	[ "$status" -eq 2 ]
}
