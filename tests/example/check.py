#!/usr/bin/env python3
"""Compares a JSON report of examples/journal as of 2026-10-15 with the tables
beside this file, which were worked out by hand.

    check.py REPORT.json

Follow-ups must agree exactly: status 1 and one line for each that does not.
Weaknesses rest on the reading of prose, so that differences are only shown.
"""

import csv
import json
import sys
from collections import Counter
from pathlib import Path

AS_OF = "2026-10-15"
ITEM = ("rule", "company", "role", "opens", "due", "status")
WEAKNESS = ("interviews", "of", "trend")


def table(name):
    path = Path(__file__).parent / name
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t",
                                   quoting=csv.QUOTE_NONE))


def compare_follow_ups(report):
    expected = Counter(tuple(row[key] for key in ITEM)
                       for row in table("expected-follow-ups.tsv"))
    found = Counter(tuple(item[key] or "" for key in ITEM)
                    for item in report["follow_ups"])
    for item in sorted((expected - found).elements()):
        print("missing:   ", *item, sep="\t")
    for item in sorted((found - expected).elements()):
        print("unexpected:", *item, sep="\t")
    return expected == found


def show_weaknesses(report):
    expected = {row["weakness"]: tuple(row[key] for key in WEAKNESS)
                for row in table("expected-weaknesses.tsv")}
    found = {item["id"]: tuple(str(item[key]) for key in WEAKNESS)
             for item in report["weaknesses"]}
    for name in sorted(expected.keys() | found.keys()):
        if expected.get(name) != found.get(name):
            print("weakness:  ", name, "by hand", expected.get(name),
                  "found", found.get(name), sep="\t")


def main():
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    report = json.loads(Path(sys.argv[1]).read_text(encoding="utf-8"))
    if report["as_of"] != AS_OF:
        sys.exit(f"check.py: the report is as of {report['as_of']}, "
                 f"the tables are as of {AS_OF}")
    show_weaknesses(report)
    sys.exit(0 if compare_follow_ups(report) else 1)


if __name__ == "__main__":
    main()
