#!/usr/bin/env bats
# Completions: the files kept are those made from the tables, and each shell
# understands them.

load common

KEPT=$REPOSITORY/src/completions

@test "the files kept are what the program makes" {
	diff <("$JOURNALSCAN" help completions bash) "$KEPT/journalscan.bash"
	diff <("$JOURNALSCAN" help completions zsh) "$KEPT/_journalscan"
	diff <("$JOURNALSCAN" help completions fish) "$KEPT/journalscan.fish"
}

@test "another shell, or none, is refused" {
	js help completions tcsh
	[ "$status" -eq 2 ]
	says "bash, zsh or fish"
	js help completions
	[ "$status" -eq 2 ]
}

@test "the texts of the tables hold nothing that a shell would take apart" {
	run grep -nE "['\`\$\\[]" <(sed -n '/^const struct jscan_option /,/^};/p' \
		"$REPOSITORY/src/cli/options.c" | grep -oE '"[^"]*"')
	[ -z "$output" ]
}

# answers WORD...: what bash offers for the last word.
answers() {
	bash --norc -c 'source "$0"; COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1))
		_journalscan 2>/dev/null; printf "%s\n" "${COMPREPLY[@]}"' \
		"$KEPT/journalscan.bash" "$@"
}

@test "bash" {
	mkdir "some folder" sub
	: >file.yml
	[ "$(answers journalscan che)" = check ]
	[[ $(answers journalscan '') == *"some folder"* ]]
	[ "$(answers journalscan due --fo)" = --format ]
	[ "$(answers journalscan due --format '' | xargs)" = "text md json ndjson csv" ]
	[ "$(answers journalscan --format = js)" = json ]
	[ "$(answers journalscan due --rule thank-y)" = thank-you ]
	[ "$(answers journalscan check --al)" = "" ]
	[ "$(answers journalscan scan --config f)" = file.yml ]
	[ "$(answers journalscan scan s | sort | xargs)" = "some folder sub" ]
	[ "$(answers journalscan help comp)" = completions ]
	[ "$(answers journalscan due --as-of '')" = "" ]
}

@test "fish" {
	command -v fish >/dev/null || skip "no fish"
	mkdir sub
	offers() {
		fish --no-config -c "source '$KEPT/journalscan.fish'; complete -C'$1'" |
			cut -f 1 | xargs
	}
	[ "$(offers 'journalscan che')" = check ]
	[ "$(offers 'journalscan due --format ')" = "csv json md ndjson text" ]
	[ "$(offers 'journalscan due --rule thank-y')" = thank-you ]
	[ "$(offers 'journalscan check --al')" = "" ]
	[ "$(offers 'journalscan due s')" = sub/ ]
}

@test "zsh" {
	command -v zsh >/dev/null || skip "no zsh"
	zsh -fn "$KEPT/_journalscan"
}
