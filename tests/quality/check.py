#!/usr/bin/env python3
"""Check that the labelled samples are well formed.

Says nothing about whether a label is right: only that ids are of the
taxonomy, that every line, quoted text, span and weekday is where the label
says it is, and that the two files of sentences stay apart.
"""
import collections
import datetime
import json
import pathlib
import re
import sys

HERE = pathlib.Path(__file__).resolve().parent
IDS = """thank-you negative-answers negative-about-others employer-research
    rapport questions talking-too-much listening thanking interest stories
    positioning asking-for-objections manner preparation documents
    first-impression clarity approach confidence nerves follow-up technical
    salary""".split()
SECTIONS = {"self-assessment", "feedback", "notes", "strengths"}
OUTCOMES = {"pending", "rejected", "no answer", "offer", "accepted",
            "declined", "withdrawn", None}
WEEKDAYS = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
faults = []


def expect(truth, *what):
    if not truth:
        faults.append(" ".join(str(w) for w in what))


def words(text):
    return re.findall(r"[a-z0-9']+", text.lower())


def sentences(name):
    rows, seen = [], set()
    for number, line in enumerate((HERE / name).read_text(
            encoding="utf-8").splitlines(), 1):
        cells = line.split("\t")
        if len(cells) != 4:
            expect(False, name, number, "has", len(cells), "columns")
            continue
        ident, section, text, ids = cells
        expect(ident not in seen and text not in seen, name, ident, "twice")
        seen |= {ident, text}
        expect(section in SECTIONS, name, ident, section)
        expect(text == text.strip() and text, name, ident, "blanks")
        ids = ids.split(",") if ids else []
        expect(len(set(ids)) == len(ids) and set(ids) <= set(IDS),
               name, ident, ids)
        rows.append((ident, section, text, ids))
    return rows


def on_weekday(text, start):
    """A weekday that is not offset ("a week from", "Tuesday week") fits."""
    found = re.findall(r"\b(mon|tue|wed|thu|fri|sat|sun)(?:day|s|sday|rs|"
                       r"rsday|nesday|urday)?\b", text.lower())
    if not found or re.search(r"from|week$", text):
        return True
    return WEEKDAYS[datetime.date.fromisoformat(start).weekday()] in found


def journals(root):
    listed = set()
    for row in (root / "gold.jsonl").read_text(encoding="utf-8").splitlines():
        gold = json.loads(row)
        path = gold["path"]
        listed.add(path)
        text = (root / path).read_text(encoding="utf-8-sig")
        lines = [""] + text.split("\n")
        expect(gold["outcome"] in OUTCOMES, path, gold["outcome"])
        expect(gold["date"] is None or datetime.date.fromisoformat(
            gold["date"]), path)
        for who in gold["contacts"]:
            for key in ("name", "title", "email", "phone"):
                expect(who[key] is None or who[key] in text, path, who[key])
        for weak in gold["weaknesses"]:
            expect(lines[weak["line"]].strip(), path, weak)
            expect(set(weak["ids"]) <= set(IDS), path, weak)
        for task in gold["tasks"]:
            line = lines[task["line"]]
            datetime.date.fromisoformat(task["due"])
            expect(re.search(r"\d|day|week", line), path, task)
            if re.match(r"\s*[-*] \[", line):
                expect(("[x]" in line) == task["done"], path, task)
        for day in gold["dates"]:
            expect(day["text"] in lines[day["line"]], path, day)
            expect(on_weekday(day["text"], day["start"]), path, day)
            expect(day["end"] is None or day["end"] > day["start"], path, day)
    found = {str(p.relative_to(root)) for p in root.rglob("*.md")}
    expect(found == listed, "not in both:", found ^ listed)
    return len(listed)


def dates():
    count = 0
    for row in (HERE / "dates.jsonl").read_text(encoding="utf-8").splitlines():
        case = json.loads(row)
        count += 1
        datetime.date.fromisoformat(case["reference"])
        if case["kind"] == "negative":
            expect(not case["expected"], case["id"])
        for day in case["expected"]:
            first, last = day["span"]
            expect(case["text"][first:last] == day["text"], case["id"])
            expect([day["start"], day.get("end")] in day["accept"],
                   case["id"])
            expect(on_weekday(day["text"], day["start"]), case["id"])
            for start, end in day["accept"] + day["tolerate"]:
                datetime.date.fromisoformat(start)
                expect(end is None or end > start, case["id"])
    return count


def main():
    tune, check = sentences("sentences-a.tsv"), sentences("sentences-b.tsv")
    blogs = sentences("blogs.tsv")
    texts = [words(row[2]) for row in tune]
    for row in check:
        expect(words(row[2]) not in texts, row[0], "is in both files")
    count = collections.Counter(i for row in tune + check for i in row[3])
    for ident in IDS:
        expect(count[ident] >= 14, ident, "has only", count[ident])
    notes = sum(journals(gold.parent)
                for gold in sorted(HERE.glob("*/gold.jsonl")))
    print(f"{len(tune)} + {len(check)} sentences, {len(blogs)} of blogs, "
          f"{notes} journals, {dates()} dates")
    for fault in faults:
        print(fault, file=sys.stderr)
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
