#!/usr/bin/env python3
"""Scores the dates found in labelled texts.

    score_dates.py PROGRAM FILE... [--errors N] [--half tune|check] [--kinds]
                   [--none TABLE...] [--dated IDS]

PROGRAM is tests/quality/read_dates.  Detect: the spans overlap.  Lenient: the
value is an accepted or tolerated reading.  Strict: exactly an accepted reading,
both ends.  What overlaps a span to ignore is neither right nor wrong.  A half
is chosen by a hash of the id, so that one can be tuned on and the other kept
to check.  A TABLE of sentences (id, section, text) holds no dates but in those
whose ids stand in IDS, one a line: all that is found in the others is wrong.
"""
import argparse
import collections
import hashlib
import json
import subprocess
import sys

MEASURES = ("detect", "lenient", "strict")


def read_cases(path, half):
    cases = []
    with open(path, encoding="utf-8") as lines:
        for line in lines:
            case = json.loads(line)
            even = hashlib.sha1(case["id"].encode()).digest()[0] % 2 == 0
            if half is None or even == (half == "tune"):
                cases.append(case)
    return cases


def find_dates(program, cases):
    """The program's dates for each case, spans in characters."""
    given = "".join(json.dumps(case) + "\n" for case in cases)
    done = subprocess.run([program], input=given.encode(), check=True,
                          stdout=subprocess.PIPE)
    found = []
    for case, line in zip(cases, done.stdout.decode().splitlines()):
        data = case["text"].encode()
        dates = []
        for date in json.loads(line):
            if date["impossible"]:
                continue
            begin = len(data[:date["begin"]].decode())
            end = begin + len(data[date["begin"]:date["end"]].decode())
            last = None if date["last"] == date["start"] else date["last"]
            dates.append((begin, end, [date["start"], last]))
        found.append(dates)
    return found


def overlaps(a, b):
    return a[0] < b[1] and b[0] < a[1]


def agrees(value, readings):
    return any(value == reading or
               (reading[1] == reading[0] and value == [reading[0], None])
               for reading in readings)


class Count:
    def __init__(self):
        self.right = collections.Counter()
        self.found = 0
        self.wanted = 0

    def add(self, other):
        self.right += other.right
        self.found += other.found
        self.wanted += other.wanted

    def scores(self, measure):
        right = self.right[measure]
        precision = right / self.found if self.found else 1.0
        recall = right / self.wanted if self.wanted else 1.0
        both = precision + recall
        return precision, recall, 2 * precision * recall / both if both else 0


def score_case(case, dates):
    """The counts of one case, and what is wrong with it."""
    count = Count()
    wrong = []
    left = list(dates)
    for want in case["expected"]:
        count.wanted += 1
        near = [date for date in left if overlaps(date, want["span"])]
        near.sort(key=lambda date: (not agrees(date[2], want["accept"]),
                                    date[0]))
        if not near:
            wrong.append((3, "missed '%s'" % want["text"]))
            continue
        date = near[0]
        left.remove(date)
        count.found += 1
        count.right["detect"] += 1
        if agrees(date[2], want["accept"]):
            count.right["lenient"] += 1
            count.right["strict"] += 1
        elif agrees(date[2], want.get("tolerate", [])):
            count.right["lenient"] += 1
            wrong.append((1, "'%s' is %s, tolerated; wanted %s" % (
                want["text"], date[2], want["accept"][:3])))
        else:
            wrong.append((2, "'%s' is %s; wanted %s" % (
                want["text"], date[2], want["accept"][:3])))
    for date in left:
        if any(overlaps(date, span) for span in case["ignore"]):
            continue
        count.found += 1
        wrong.append((4, "not a date: '%s' %s" % (
            case["text"][date[0]:date[1]], date[2])))
    return count, wrong


def print_scores(title, count):
    print("%-28s %4d  " % (title, count.wanted) + "  ".join(
        "%s %.3f (P %.3f R %.3f)" % ((name,) + count.scores(name)[2:] +
                                     count.scores(name)[:2])
        for name in MEASURES))


def read_table(path, dated):
    """Sentences without dates as cases."""
    with open(path, encoding="utf-8") as lines:
        rows = [line.rstrip("\n").split("\t") for line in lines
                if not line.startswith("#")]
    return [{"text": row[2], "reference": "2026-03-12", "tense": "past",
             "locale": "us"}
            for row in rows if len(row) > 2 and row[0] not in dated]


def print_false(program, tables, dated):
    cases = [case for table in tables for case in read_table(table, dated)]
    words = sum(len(case["text"].split()) for case in cases)
    false = [case["text"][date[0]:date[1]] + " | " + case["text"]
             for case, dates in zip(cases, find_dates(program, cases))
             for date in dates]
    print("%d texts without dates, %d words: %d false dates, %.2f in 1,000 "
          "words" % (len(cases), words, len(false),
                     1000 * len(false) / words))
    for one in false:
        print("    " + one)


def main():
    options = argparse.ArgumentParser()
    options.add_argument("program")
    options.add_argument("files", nargs="+")
    options.add_argument("--errors", type=int, default=0)
    options.add_argument("--half", choices=("tune", "check"))
    options.add_argument("--kinds", action="store_true")
    options.add_argument("--none", nargs="+", default=[])
    options.add_argument("--dated")
    given = options.parse_args()
    for path in given.files:
        cases = read_cases(path, given.half)
        total = Count()
        kinds = collections.defaultdict(Count)
        errors = []
        for case, dates in zip(cases, find_dates(given.program, cases)):
            count, wrong = score_case(case, dates)
            total.add(count)
            kinds[case["kind"]].add(count)
            errors += [(-weight, case["kind"], what, case["text"],
                        case["reference"], case["tense"])
                       for weight, what in wrong]
        name = path.rsplit("/", 1)[-1]
        print_scores(name + (" " + given.half if given.half else ""), total)
        if given.kinds:
            for kind in sorted(kinds):
                print_scores("  " + kind, kinds[kind])
        for error in sorted(errors, key=str)[:given.errors]:
            print("    %s: %s | %s | %s %s" % (error[1], error[2],
                                               error[3][:110], error[4],
                                               error[5] or ""))
    dated = set()
    if given.dated:
        with open(given.dated, encoding="utf-8") as lines:
            dated = set(lines.read().split())
    if given.none:
        print_false(given.program, given.none, dated)
    return 0


if __name__ == "__main__":
    sys.exit(main())
