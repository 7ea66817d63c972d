#!/bin/sh
# The hash in the page's Content-Security-Policy is that of its style sheet.
set -u
echo "1..1"
if ! command -v openssl >/dev/null; then
	echo "ok 1 # skip no openssl"
	exit 0
fi
file=src/output/html_style.c
wanted=$(sed '1,/^const char jscan_html_style\[\]/d' "$file" |
	sed -n 's/^\t"\(.*\)";\{0,1\}$/\1/p' | tr -d '\n' |
	openssl dgst -sha256 -binary | openssl base64)
if grep -q "\"sha256-$wanted\"" "$file"; then
	echo "ok 1 - the style sheet has the hash that the policy allows"
else
	echo "not ok 1 - the hash in $file should be sha256-$wanted"
fi
