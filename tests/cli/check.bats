#!/usr/bin/env bats
# check: diagnostics only, one a line, in a form that editors follow.

load common

@test "every line has the one form, and nothing is written" {
	small_journal
	before=$(tree)
	js check --as-of "$DAY"
	[ "$status" -eq 1 ]
	[ -z "$stderr" ]
	[ "${#lines[@]}" -ge 2 ]
	form='^[^:]+:[0-9]+:[0-9]+: (error|warning|note): .+ \[[a-z0-9-]+\]$'
	for line in "${lines[@]}"; do
		[[ $line =~ $form ]]
	done
	[[ $output =~ corvid\.md:5:[0-9]+:\ error:\ .*\[no-such-day\] ]]
	[[ $output =~ brill\.md:5:[0-9]+:\ warning:\ .*interviewer.*\[unknown-key\] ]]
	[ "$(tree)" = "$before" ]
}

@test "a clean journal: nothing printed, 0" {
	clean_journal
	js check --as-of "$DAY" --quiet
	[ "$status" -eq 0 ]
	[ -z "$output" ]
	js check --as-of "$DAY"
	[ "$status" -eq 0 ]
	hasnt ": error: "
	hasnt ": warning: "
}

@test "--quiet prints the errors alone" {
	small_journal
	js check --as-of "$DAY" --quiet
	[ "$status" -eq 1 ]
	[ "${#lines[@]}" -eq 1 ]
	has ": error: "
}

@test "paths are as seen from the current folder, so that an editor opens them" {
	small_journal
	cd ..
	js check --as-of "$DAY" journal
	for line in "${lines[@]}"; do
		[ -f "${line%%:*}" ]
	done
}

@test "the same as in the JSON report" {
	small_journal
	js --as-of "$DAY" --format json
	expected=$(jq -r '.diagnostics[] | "\(.path):\(.line):\(.column): \(.severity): \(.message) [\(.code)]"' <<<"$output")
	js check --as-of "$DAY"
	[ "$output" = "$expected" ]
}

@test "names of files with control characters come out harmless" {
	printf -- '---\ncompany: A\ndate: 2026-02-30\n---\n' >$'e\e[31m\xe2\x80\xae\nvil.md'
	js check --as-of "$DAY"
	[ "$status" -eq 1 ]
	[ "${#lines[@]}" -ge 1 ]
	for line in "${lines[@]}"; do
		[[ $line == 'e\x1b[31m\u202e\nvil.md:'* ]]
	done
	[[ $output != *$'\e'* && $output != *$'\xe2\x80\xae'* ]]
}

# Lists what Vim has made of the file errors, with settings given to -c.
quickfix() {
	vim -Nu NONE -es "$@" -c 'cfile errors' \
		-c 'call writefile(map(getqflist(), {_, e -> bufname(e.bufnr) . ":" . e.lnum . ":" . e.col . ":" . e.type}), "list")' \
		-c 'qa!' || :
}

@test "Vim reads it into its quickfix list" {
	command -v vim >/dev/null || skip "no vim"
	small_journal
	note "a b/no date.md" <<<$'---\ncompany: Acme\n---'
	js check --as-of "$DAY"
	printf '%s\n' "$output" >errors
	quickfix
	grep -q '^corvid.md:5:12:' list
	grep -q '^brill.md:5:1:' list
	grep -q '^a b/no date.md:0:0:' list
	# And with the settings that the manual has.
	settings=$(sed -n 's/\\e/\\/g; s/^:\(set errorformat=.*\)/\1/p' \
		"$REPOSITORY/src/man/journalscan.1")
	[ -n "$settings" ]
	[[ $(<"$REPOSITORY/README.md") == *"${settings#set }"* ]]
	quickfix -c "$settings"
	grep -qx 'corvid.md:5:12:e' list
	grep -qx 'brill.md:5:1:w' list
	grep -qx 'a b/no date.md:0:0:w' list
}

@test "Emacs reads it in its compile mode" {
	command -v emacs >/dev/null || skip "no emacs"
	small_journal
	note "a b/no date.md" <<<$'---\ncompany: Acme\n---'
	js check --as-of "$DAY"
	printf '%s\n' "$output" >errors
	cat >../list.el <<-'EOF'
		(require 'compile)
		(find-file "errors")
		(compilation-mode)
		(compilation--ensure-parse (point-max))
		(goto-char (point-min))
		(while (not (eobp))
		  (let ((message (get-text-property (point) 'compilation-message)))
		    (when message
		      (let ((loc (compilation--message->loc message)))
		        (princ (format "%s:%s:%s\n"
		                       (caar (compilation--loc->file-struct loc))
		                       (compilation--loc->line loc)
		                       (compilation--message->type message))))))
		  (forward-line 1))
	EOF
	emacs -Q --batch -l ../list.el >../list 2>/dev/null
	grep -qx 'corvid.md:5:2' ../list # 2: an error, 1: a warning
	grep -qx 'brill.md:5:1' ../list
	grep -q '^a b/no date.md:' ../list
}

@test "--output" {
	small_journal
	js check --as-of "$DAY"
	expected=$output
	js check --as-of "$DAY" --output ../list
	[ "$status" -eq 1 ]
	[ -z "$output" ]
	[ "$(cat ../list)" = "$expected" ]
}

@test "sarif: every diagnostic at its line, each rule known" {
	mkdir notes
	cd notes
	small_journal
	note "a b/ä%.md" <<<$'---\ncompany: Acme\ndate: 2026-02-30\ntype: interview\n---'
	cd ..
	js check notes --format json
	cp <(printf '%s' "$output") ../check.json
	js check notes --format sarif
	[ "$status" -eq 1 ]
	jq -e '.version == "2.1.0" and (.runs | length) == 1' <<<"$output"
	diff <(jq -r '.diagnostics[] | "\(.code) \(.severity) \(.line) \(.message)"' ../check.json) \
		<(jq -r '.runs[0].results[] | "\(.ruleId) \(.level) \(.locations[0].physicalLocation.region.startLine // 0) \(.message.text)"' <<<"$output")
	jq -e '[.runs[0].results[].ruleId] - [.runs[0].tool.driver.rules[].id] == []' <<<"$output"
	jq -e '[.runs[0].results[].locations[0].physicalLocation.artifactLocation.uri] |
		any(. == "notes/a%20b/%C3%A4%25.md")' <<<"$output"
	js check notes --format sarif --quiet
	[ "$(jq -r '[.runs[0].results[].level] | unique | .[]' <<<"$output")" = error ]
}
