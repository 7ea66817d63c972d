#!/usr/bin/env bats
# draft: a message to edit, as text and as a file for mail programs.

load common

# id RULE: of the first item of a rule that is open.
id() {
	"$JOURNALSCAN" due --all --format json --as-of "$DAY" 2>/dev/null |
		jq -r "[.follow_ups[] | select(.rule == \"$1\" and (.status | IN(\"done\", \"lapsed\") | not))][0].id"
}

@test "a text: to whom, about what, and nothing changes" {
	clean_journal
	before=$(tree)
	js draft "$(id thank-you)" --as-of "$DAY"
	[ "$status" -eq 0 ]
	[ -z "$stderr" ]
	[ "${lines[0]}" = "To: Dana Ruiz <dana@acme.example>" ]
	has "Subject: Thank you for the interview on October 8, 2026"
	has "about the Engineer position at Acme"
	[ "$before" = "$(tree)" ]
}

@test "a message file that a mail program reads" {
	clean_journal
	mv acme.md acmé.md
	sed -i 's/^company: Acme/company: Acmé, Söhne \& 水/; s/Dana Ruiz/Zoë Ruiz-Łukasiewicz/' acmé.md
	js draft "$(id thank-you)" -o ../note.eml --as-of "$DAY"
	[ "$status" -eq 0 ]
	[ -z "$output" ]
	python3 - <<-'EOF'
		import email, email.policy
		with open("../note.eml", "rb") as file:
		    data = file.read()
		assert all(line.endswith(b"\r\n") for line in data.splitlines(True))
		assert all(len(line) <= 78 for line in data.splitlines(True))
		data.decode("ascii")
		message = email.message_from_bytes(data, policy=email.policy.default)
		assert not message.defects, message.defects
		(to,) = message["To"].addresses
		assert to.addr_spec == "dana@acme.example", to
		assert to.display_name == "Zoë Ruiz-Łukasiewicz", to
		assert message["Subject"] == "Thank you for the interview on October 8, 2026"
		assert message["X-Unsent"] == "1"
		assert message["MIME-Version"] == "1.0"
		body = message.get_content()
		assert "position at Acmé, Söhne & 水." in body, body
		assert body.startswith("Dear Zoë"), body
	EOF
}

@test "headers cannot be smuggled in" {
	note evil.md <<-'EOF'
		---
		company: "Evil\r\nBcc: a@b.example\r\n\r\nBody"
		role: "x\nSubject: y"
		date: 2026-10-08
		contacts: "Mal\r\nCc: c@d.example"
		---
	EOF
	js draft "$(id thank-you)" -f eml --as-of "$DAY"
	[ "$status" -eq 0 ]
	"$JOURNALSCAN" draft "$(id thank-you)" -f eml --as-of "$DAY" | python3 -c '
import email, email.policy, sys
message = email.message_from_bytes(sys.stdin.buffer.read(), policy=email.policy.default)
assert message.keys() == ["Subject", "X-Unsent", "MIME-Version",
    "Content-Type", "Content-Transfer-Encoding"], message.keys()'
	hasnt $'\nBcc:'
	js draft "$(id thank-you)" --as-of "$DAY"
	hasnt $'\nBcc:'
	hasnt $'\nSubject: y'
}

@test "a template of one's own, and a wrong one" {
	clean_journal
	mkdir texts
	printf 'Hello {contact}, how is {company}? {promised} Bye.\n' >texts/reply.txt
	printf 'templates:\n  reply: texts/reply.txt\n' >.journalscan.yml
	js draft "$(id reply)" --as-of "$DAY"
	[ "$status" -eq 0 ]
	has "Hello Dana Ruiz, how is Acme?"
	hasnt "{"
	echo 'Hi {compny}' >texts/reply.txt
	js draft "$(id reply)" --as-of "$DAY"
	[ "$status" -eq 2 ]
	says "texts/reply.txt:1:4: error: unknown placeholder {compny}: did you mean {company}? [config]"
	rm texts/reply.txt
	js draft "$(id reply)" --as-of "$DAY"
	[ "$status" -eq 2 ]
	says "texts/reply.txt"
	printf 'templates:\n  reply: ../reply.txt\n' >.journalscan.yml
	js draft x --as-of "$DAY"
	[ "$status" -eq 2 ]
	says "[config]"
}

@test "nobody to write to, no such id, no such format" {
	clean_journal
	note practice.md <<-'EOF'
		---
		company: Corvid
		date: 2026-10-14
		type: interview
		---
	EOF
	js draft "$(id self-assessment)" --as-of "$DAY"
	[ "$status" -eq 2 ]
	says "practice.md:3"
	says "[refused]"
	js draft zzzz --as-of "$DAY"
	[ "$status" -eq 2 ]
	says "[not-found]"
	js draft "$(id reply)" -f html --as-of "$DAY"
	[ "$status" -eq 2 ]
	says "unknown format 'html'"
	js draft
	[ "$status" -eq 2 ]
	says "[usage]"
}

@test "the help names every placeholder there is" {
	js help draft
	text=$(tr -s ' \n' ' ' <<<"$output")
	for name in $(sed -n '/const struct jscan_placeholder facts/,/};/s/.*{"\([?a-z-]*\)".*/\1/p' \
		"$REPOSITORY/src/act/draft.c"); do
		[[ $text == *" $name"[,.]* || $text == *"{$name}"* ]] || {
			echo "missing: $name"
			return 1
		}
	done
}
