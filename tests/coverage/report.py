#!/usr/bin/env python3
"""Prints how much of each file the tests reach, and what they do not.

usage: report.py COVERAGE.json EXCLUDED.tsv LINES BRANCHES

COVERAGE.json is what gcovr writes.  EXCLUDED.tsv names lines that no test can
reach: a pattern of file names, a regular expression that the line of the source
has to match, and the reason, parted by tabs.  They do not count; one that fits no
line, or only lines that are reached all the same, is an error, so that the list
does not outlive its reasons.

Exit status: 0 both are reached in so many percent; 1 they are not, or a row of
the list is idle.
"""
import fnmatch
import json
import re
import sys


class Exclusion:
    def __init__(self, row):
        self.files, pattern, self.reason = row.rstrip("\n").split("\t")
        self.pattern = re.compile(pattern)
        self.row = row.strip()
        self.is_used = False

    def fits(self, path, text):
        return (fnmatch.fnmatch(path, self.files)
                and self.pattern.search(text) is not None)


class File:
    """What was reached of one file, less what is excluded."""

    def __init__(self, data, exclusions):
        self.path = data["file"]
        with open(self.path, encoding="utf-8") as source:
            text = source.read().split("\n")
        self.lines = [0, 0]
        self.branches = [0, 0]
        self.missed = []
        for line in data["lines"]:
            if line["gcovr/noncode"]:
                continue
            number = line["line_number"]
            branches = [b["count"] > 0 for b in line["branches"]]
            is_missed = not line["count"] or not all(branches)
            rows = [e for e in exclusions
                    if e.fits(self.path, text[number - 1])]
            if rows and is_missed:
                for row in rows:
                    row.is_used = True
                continue
            self.lines[0] += line["count"] > 0
            self.lines[1] += 1
            self.branches[0] += sum(branches)
            self.branches[1] += len(branches)
            if is_missed:
                self.missed.append((number, line["count"], branches,
                                    text[number - 1].strip()))


def percent(pair):
    return 100 * pair[0] / pair[1] if pair[1] else 100


def add(files, name):
    return [sum(getattr(f, name)[i] for f in files) for i in (0, 1)]


def show(name, lines, branches):
    print(f"{percent(lines):6.1f} {lines[0]:6}/{lines[1]:<6}"
          f"{percent(branches):6.1f} {branches[0]:6}/{branches[1]:<6} {name}")


def main():
    if len(sys.argv) != 5:
        sys.exit(__doc__)
    with open(sys.argv[2], encoding="utf-8") as table:
        exclusions = [Exclusion(row) for row in table
                      if row.strip() and not row.startswith("#")]
    with open(sys.argv[1], encoding="utf-8") as data:
        files = [File(f, exclusions) for f in json.load(data)["files"]]
    files.sort(key=lambda f: percent(f.branches))

    for file in files:
        for number, count, branches, text in file.missed:
            what = (f"{sum(branches)} of {len(branches)} branches" if count
                    else "not reached")
            print(f"{file.path}:{number}: {what}: {text}")
    print("\n lines               branches")
    for file in files:
        show(file.path, file.lines, file.branches)
    lines, branches = add(files, "lines"), add(files, "branches")
    show("in all", lines, branches)

    idle = [e for e in exclusions if not e.is_used]
    for exclusion in idle:
        print("excludes nothing:", exclusion.row)
    return (percent(lines) < float(sys.argv[3])
            or percent(branches) < float(sys.argv[4]) or bool(idle))


if __name__ == "__main__":
    sys.exit(main())
