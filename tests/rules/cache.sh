#!/bin/sh
# Every member of every record of facts has its row in the cache's tables: one
# that only fills a hole in its struct does not change the size.
set -u
echo "1..1"
missing=
for file in src/facts/facts.h src/facts/contact.h include/journalscan.h; do
	for struct in $(sed -n 's/^RECORD([a-z_]*, \([a-z_]*\),.*/\1/p' \
		src/cache/facts_record.c); do
		members=$(sed -n "/^struct $struct {/,/^};/p" "$file" |
			sed 's|/\*.*\*/||; s|/\*.*||' | tr -s '\t' ' ' |
			sed -n 's/^ .*[ *]\([a-z_]*\);.*/\1/p; s/^ unsigned \([a-z_]*\), \([a-z_]*\);.*/\1 \2/p')
		for member in $members; do
			grep -qE "\($struct, ([a-z_]*, )?$member[,)]" \
				src/cache/facts_record.c ||
				missing="$missing $struct.$member"
		done
	done
done
if [ -z "$missing" ]; then
	echo "ok 1 - every member of the facts is written to the cache"
else
	echo "not ok 1 - not written to the cache:$missing"
fi
