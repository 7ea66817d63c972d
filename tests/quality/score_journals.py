#!/usr/bin/env python3
"""Scores the reading of weaknesses in journals: score_journals.py PROGRAM GOLD...

PROGRAM is journalscan itself, which reads each writer's folder beside GOLD, a
gold.jsonl.  Micro averages over (line, id), without tags and ratings.  `-v`
lists the errors.
"""
import collections
import json
import os
import subprocess
import sys


def read_gold(path):
    """What each line of each file says, by writer."""
    writers = collections.defaultdict(dict)
    with open(path, encoding="utf-8") as lines:
        for row in map(json.loads, lines):
            writer, _, name = row["path"].partition("/")
            writers[writer][name] = {(said["line"], i)
                                     for said in row["weaknesses"]
                                     for i in said["ids"]}
    return writers


def read_journal(program, folder):
    done = subprocess.run([program, "-f", "json", "-o", "-", "--no-snapshot",
                           "--no-cache", folder],
                          stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
    found = collections.defaultdict(set)
    for said in json.loads(done.stdout)["assessments"]:
        if said["polarity"] == "weakness" and \
           said["source"] in ("self", "feedback"):
            found[said["path"]].add((said["line"], said["weakness"]))
    return found


def list_errors(folder, name, gold, found):
    with open(os.path.join(folder, name), encoding="utf-8-sig") as handle:
        lines = handle.read().split("\n")
    for line, i in sorted(gold ^ found):
        sign = "-" if (line, i) in gold else "+"
        print(f"  {name}:{line} {sign}{i} | {lines[line - 1].strip()}")


def main():
    args = [a for a in sys.argv[1:] if a != "-v"]
    for path in args[1:]:
        hits = said = true = 0
        for writer, files in read_gold(path).items():
            folder = os.path.join(os.path.dirname(path), writer)
            all_found = read_journal(args[0], folder)
            for name, gold in files.items():
                found = all_found[name]
                hits += len(gold & found)
                said += len(found)
                true += len(gold)
                if "-v" in sys.argv:
                    list_errors(folder, name, gold, found)
        print(f"{path}: {true} weaknesses: P {hits / max(said, 1):.3f} "
              f"R {hits / true:.3f} F1 {2 * hits / (said + true):.3f}")


if __name__ == "__main__":
    main()
