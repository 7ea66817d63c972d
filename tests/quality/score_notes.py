#!/usr/bin/env python3
"""Scores the reading of weaknesses: score_notes.py PROGRAM FILE...

PROGRAM is read_notes.  A FILE is a table of sentences (id, section, text, ids
with tabs between) or a gold.jsonl beside its journals; a name behind '@'
takes one writer's folder of it (gold.jsonl@lena), and `-v` lists the errors.
Micro averages over (sentence, id).
"""
import collections
import json
import os
import re
import subprocess
import sys

SECTIONS = [
    ("self-assessment", r"self.?assess|reflect|retro|what went wrong|wrong|"
     r"differently|to improve|mistakes|lessons|weak points|my take|"
     r"how it went"),
    ("strengths", r"went well|strengths|wins"),
    ("feedback", r"feedback|what they said"),
    ("contacts", r"contacts|^people|interviewers|who i met|^panel$"),
    ("follow-up", r"follow.?up|next steps|action items|^to.?do"),
    ("advice", r"^tips|advice"),
]


def find_section(heading):
    heading = heading.lower().strip()
    for name, pattern in SECTIONS:
        if re.search(pattern, heading):
            return name
    return None


def read_table(path):
    with open(path, encoding="utf-8") as lines:
        for line in lines:
            row = line.rstrip("\n").split("\t")
            if len(row) < 3 or line.startswith("#"):
                continue
            ids = row[3] if len(row) > 3 else ""
            yield row[0], row[1], row[2], set(filter(None, ids.split(",")))


def strip_markdown(line):
    line = re.sub(r"^\s*(?:[-*+]|\d+\.)\s+(?:\[.\]\s+)?", "", line)
    line = re.sub(r"\[\[(?:[^]|]*\|)?([^]]*)\]\]", r"\1", line)
    return re.sub(r"[*_`]", "", line)


def read_journal(path, gold, name):
    """A rough reader, one text a line; the program has a real one."""
    with open(path, encoding="utf-8") as handle:
        lines = handle.read().split("\n")
    stack = []
    is_header = lines and lines[0] == "---"
    for number, line in enumerate(lines, 1):
        if is_header:
            is_header = number == 1 or line not in ("---", "...")
            continue
        heading = re.match(r"(#+)\s+(.*)", line)
        if heading:
            level = len(heading[1])
            stack = [(l, s) for l, s in stack if l < level]
            stack.append((level, find_section(heading[2])))
            continue
        if re.match(r"\s*(>|%%|<!--|\||$)", line) or "[ ]" in line:
            continue
        section = next((s for _, s in reversed(stack) if s), "notes")
        yield (f"{name}:{number}", section, strip_markdown(line),
               gold.get(number, set()))


def read_gold(path, writer):
    folder = os.path.dirname(path)
    with open(path, encoding="utf-8") as handle:
        for row in map(json.loads, handle):
            if writer and not row["path"].startswith(writer + "/"):
                continue
            gold = {w["line"]: set(w["ids"]) for w in row["weaknesses"]}
            yield from read_journal(os.path.join(folder, row["path"]), gold,
                                    row["path"])


def read(name):
    path, _, writer = name.partition("@")
    return list(read_gold(path, writer) if path.endswith(".jsonl")
                else read_table(path))


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
        if not os.path.exists(name.partition("@")[0]):
            print(f"{name}: not there, skipped")
            continue
        rows = read(name)
        report(os.path.basename(name), rows, score(args[0], rows),
               "-v" in sys.argv)


if __name__ == "__main__":
    main()
