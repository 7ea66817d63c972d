#!/bin/sh
# The hashes in the page's Content-Security-Policy are those of the style sheet
# and the script that stand in it, and it has no other ones.
set -u
echo "1..2"
"$BUILD/journalscan" scan --quiet --as-of 2026-10-15 --format html \
	examples/journal 2>/dev/null | python3 -B -c '
import base64, hashlib, re, sys

page = sys.stdin.buffer.read()
for n, tag in enumerate((b"style", b"script"), 1):
    parts = re.findall(b"<%s>(.*?)</%s>" % (tag, tag), page, re.S)
    hashes = [base64.b64encode(hashlib.sha256(part).digest())
              for part in parts]
    named = re.findall(b"%s-src .sha256-([^ ;]*?).;" % tag, page)
    good = len(parts) == 1 and hashes == named
    print("%s %d - the %s has the hash that the policy allows"
          % ("ok" if good else "not ok", n, tag.decode()))
    if not good:
        print("# in src/output/html_%s.c it should be sha256-%s"
              % (tag.decode(), b" ".join(hashes).decode()))'
