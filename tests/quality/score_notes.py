#!/usr/bin/env python3
"""Scores the reading of weaknesses in sentences: score_notes.py PROGRAM FILE...

PROGRAM is read_notes.  A FILE is a table of sentences: id, section, text, ids,
with tabs between.  `-v` lists the errors.  Micro averages over (sentence, id).
"""
import collections
import os
import subprocess
import sys

def read_table(path):
    with open(path, encoding="utf-8") as lines:
        for line in lines:
            row = line.rstrip("\n").split("\t")
            if len(row) < 3 or line.startswith("#"):
                continue
            ids = row[3] if len(row) > 3 else ""
            yield row[0], row[1], row[2], set(filter(None, ids.split(",")))


def score(program, rows):
    given = "".join(f"{i}\t{s}\t{t}\n" for i, s, t, _ in rows)
    out = subprocess.run([program], input=given, capture_output=True,
                         check=True, encoding="utf-8").stdout
    found = [set(filter(None, line.split("\t")[1].split(",")))
             for line in out.split("\n") if line]
    assert len(found) == len(rows)
    return found


def report(name, rows, found, is_verbose):
    hits = sum(len(r[3] & f) for r, f in zip(rows, found))
    said = sum(len(f) for f in found)
    true = sum(len(r[3]) for r in rows)
    precision = hits / said if said else 1.0
    recall = hits / true if true else 1.0
    f1 = 2 * hits / (said + true) if said + true else 1.0
    print(f"{name}: {len(rows)} texts, {true} weaknesses: "
          f"P {precision:.3f} R {recall:.3f} F1 {f1:.3f}")
    if not is_verbose:
        return
    missed, false = collections.Counter(), collections.Counter()
    for row, ids in zip(rows, found):
        missed.update(row[3] - ids)
        false.update(ids - row[3])
        if row[3] != ids:
            print("  %s %s -%s +%s | %s" % (
                row[0], row[1], ",".join(sorted(row[3] - ids)),
                ",".join(sorted(ids - row[3])), row[2]))
    print("  missed:", dict(missed.most_common()))
    print("  false:", dict(false.most_common()))


def main():
    args = [a for a in sys.argv[1:] if a != "-v"]
    for name in args[1:]:
        rows = list(read_table(name))
        report(os.path.basename(name), rows, score(args[0], rows),
               "-v" in sys.argv)


if __name__ == "__main__":
    main()
