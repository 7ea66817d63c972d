#!/usr/bin/env python3
"""Compares a program's follow-ups with the expected ones.

    compare.py PROGRAM DIR [--scenarios] [--show N] [--only TEXT]

Runs `PROGRAM scan --format json --as-of DATE FOLDER` for each journal and date
of DIR and compares the items as multisets; company and role are folded as the
rules fold them. DIR holds one folder a journal, each with `journal/` and
`expected.json`, as generate.py writes them; with `facts.json` beside them a
disagreement is explained by the oracle, and tried with the other readings of
the contract. `--scenarios` is for folders without facts. Exit status: 0 all
agree, 1 something differs, 2 bad usage.
"""

import argparse
import collections
import json
import os
import subprocess
import sys

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import oracle  # noqa: E402


def key(item):
    return (item["rule"], oracle.fold_company(item["company"]),
            oracle.fold(item["role"]), item["opens"], item["due"],
            item["status"], item["days_overdue"])


def line(entry):
    return "%-18s %s / %s  opens %s due %s  %s %d" % (
        entry[0], entry[1] or "-", entry[2] or "-", *entry[3:])


def run(program, folder, day):
    """The program's items, or None and why not."""
    command = [program, "scan", "--format", "json", "--as-of", day, folder]
    try:
        done = subprocess.run(command, capture_output=True, timeout=60)
    except (OSError, subprocess.TimeoutExpired) as problem:
        return None, str(problem)
    if done.returncode not in (0, 1):
        return None, "exit %d: %s" % (
            done.returncode, done.stderr.decode("utf-8", "replace").strip())
    try:
        return json.loads(done.stdout)["follow_ups"], None
    except (ValueError, KeyError) as problem:
        return None, "no report: %r" % problem


def explaining_readings(facts, day, got):
    """Which other reading of the contract gives what the program gives."""
    names = []
    for name, values in oracle.READINGS.items():
        for value in values[1:]:
            items = oracle.follow_ups(facts, day, {name: value})
            if collections.Counter(map(key, items)) == got:
                names.append("%s=%s" % (name, value))
    return names


class Tally:
    def __init__(self, show):
        self.show = show
        self.items = self.agreed = self.cases = self.wrong_cases = 0
        self.explained = 0
        self.by_rule = collections.Counter()

    def add(self, folder, day, expected, got, problem, facts):
        want = collections.Counter(map(key, expected))
        have = collections.Counter(map(key, got or []))
        missing, extra = want - have, have - want
        size = max(sum(want.values()), sum(have.values()))
        same = sum((want & have).values())
        self.cases += 1
        self.items += size
        self.agreed += same
        if not missing and not extra and not problem:
            return
        self.wrong_cases += 1
        for entry in list(missing) + list(extra):
            self.by_rule[entry[0]] += 1
        readings = []
        if facts is not None and not problem:
            readings = explaining_readings(facts, day, have)
            self.explained += bool(readings)
        if self.wrong_cases > self.show:
            return
        print("%s  as of %s" % (folder, day))
        if problem:
            print("  " + problem)
        for item in expected:
            if missing[key(item)] > 0:
                missing[key(item)] -= 1
                print("  missing " + line(key(item)))
                print("          oracle: " + item.get("worked", ""))
        for entry, count in sorted(extra.items()):
            print("  extra   " + line(entry) +
                  (" x %d" % count if count > 1 else ""))
        if readings:
            print("  agrees when read as: " + ", ".join(readings))

    def report(self):
        share = self.agreed / self.items if self.items else 1.0
        print("%d of %d items agree (%.3f %%); %d of %d journal dates differ"
              % (self.agreed, self.items, 100 * share, self.wrong_cases,
                 self.cases))
        if self.explained:
            print("%d of these agree under another reading of the contract"
                  % self.explained)
        if self.by_rule:
            print("rules that differ: " + ", ".join(
                "%s %d" % pair for pair in self.by_rule.most_common()))


def load(path):
    with open(path, encoding="utf-8") as file:
        return json.load(file)


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("program")
    parser.add_argument("dir")
    parser.add_argument("--scenarios", action="store_true",
                        help="folders with journal/ and expected.json only")
    parser.add_argument("--show", type=int, default=10, metavar="N",
                        help="print the first N disagreements (default 10)")
    parser.add_argument("--only", default="", metavar="TEXT",
                        help="journals whose name contains TEXT")
    args = parser.parse_args()
    tally = Tally(args.show)
    for name in sorted(os.listdir(args.dir)):
        folder = os.path.join(args.dir, name)
        journal = os.path.join(folder, "journal")
        if args.only not in name or not os.path.isdir(journal):
            continue
        expected = load(os.path.join(folder, "expected.json"))
        facts_path = os.path.join(folder, "facts.json")
        facts = None
        if not args.scenarios and os.path.exists(facts_path):
            facts = load(facts_path)
        for day, items in sorted(expected.items()):
            got, problem = run(args.program, journal, day)
            tally.add(journal, day, items, got, problem, facts)
    if not tally.cases:
        print("compare.py: no journals in %s" % args.dir, file=sys.stderr)
        return 2
    tally.report()
    return 1 if tally.wrong_cases else 0


if __name__ == "__main__":
    sys.exit(main())
