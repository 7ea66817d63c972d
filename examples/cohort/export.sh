#!/bin/sh
# Exports each journal below a folder as NAME.ndjson.
# usage: export.sh JOURNALS RECORDS [DAY]
set -eu
export JOURNALSCAN="${JOURNALSCAN:-journalscan}" OUT="$2" DAY="${3:-$(date +%F)}"
mkdir -p "$OUT"
find "$1" -mindepth 1 -maxdepth 1 -type d -print0 |
	xargs -0 -n 1 -P "$(getconf _NPROCESSORS_ONLN)" sh -c '
		name=$(basename "$1")
		# Status 1: exported; its notes have mistakes, which are records too.
		"$JOURNALSCAN" export --quiet --jobs 1 --as-of "$DAY" --format ndjson \
			--journal "$name" --output "$OUT/$name.ndjson" "$1" 2>"$OUT/$name.log" ||
			[ $? -eq 1 ]' export
