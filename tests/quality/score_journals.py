#!/usr/bin/env python3
"""Scores what the program's own report says of labelled journals.

    score_journals.py PROGRAM GOLD... [--errors N] [--day-first NAME...]

A GOLD is a gold.jsonl beside its journals, each in a folder of its own; see
README.md for its keys.  Each journal is scanned as a user would, and what the
JSON report says is compared: weaknesses and dates by their line, people by
name with their address, number and title, tasks by line and day, and what each
note is of.  People are compared over a whole journal; one whom the labels do not
list, as a name that only occurs in prose, counts as wrong.
"""
import argparse
import collections
import json
import os
import re
import subprocess
import sys
import tempfile

PEOPLE = ("name", "email", "phone", "title")
OF_ENTRY = ("company", "role", "date", "type", "outcome")


def scan(program, folder, is_day_first):
    with tempfile.NamedTemporaryFile("w", suffix=".yml") as config:
        config.write("date-order: dmy\n" if is_day_first else "")
        config.flush()
        done = subprocess.run(
            [program, "scan", folder, "--format", "json", "--no-cache",
             "--as-of", "2027-01-01", "--config", config.name],
            stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, check=False)
    return json.loads(done.stdout)


def plain(value):
    return " ".join(re.sub(r"\[\[(?:[^]|]*\|)?([^]]*)\]\]", r"\1",
                           value).split()).casefold()


def digits(value):
    return re.sub(r"\D", "", value)


def find_plain_lines(path):
    """The lines that have labels: of the body, no headings and no tasks."""
    with open(path, encoding="utf-8-sig", newline="") as file:
        lines = file.read().replace("\r\n", "\n").split("\n")
    end = lines.index("---", 1) + 1 if lines[0] == "---" else 0
    return {number for number, line in enumerate(lines, 1)
            if number > end and not re.match(
                r"\s*(#|>|[-*+]\s+\[.\]|\d+[.)]\s+\[.\])", line) and
            not re.match(r"\s*(=+|-+)\s*$", "".join(lines[number:number + 1]))}


def list_people(contacts):
    """What is said of people: the kind, whose it is, and the value."""
    said = set()
    for contact in contacts:
        name = plain(contact["name"] or "")
        said.add(("name", name, name))
        for email in contact["emails"]:
            said.add(("email", name, email.casefold()))
        for phone in contact["phones"]:
            said.add(("phone", name, digits(phone)))
        if contact["title"]:
            said.add(("title", name, plain(contact["title"])))
    return said


def join_labels(rows):
    people = collections.OrderedDict()
    for row in rows:
        for contact in row["contacts"]:
            one = people.setdefault(plain(contact["name"] or ""), {
                "name": contact["name"], "emails": [], "phones": [],
                "title": None})
            one["emails"] += filter(None, [contact["email"]])
            one["phones"] += filter(None, [contact["phone"]])
            one["title"] = contact["title"] or one["title"]
    return people.values()


class Scores:
    def __init__(self):
        self.counts = collections.defaultdict(collections.Counter)
        self.wrong = collections.defaultdict(list)

    def compare(self, kind, found, wanted):
        count = self.counts[kind]
        count["found"] += len(found)
        count["wanted"] += len(wanted)
        count["right"] += len(found & wanted)
        self.wrong[kind] += ["missed %s" % (one,)
                             for one in sorted(wanted - found, key=str)]
        self.wrong[kind] += ["wrong %s" % (one,)
                             for one in sorted(found - wanted, key=str)]

    def print(self, errors):
        for kind, count in self.counts.items():
            right = count["right"]
            precision = right / count["found"] if count["found"] else 1.0
            recall = right / count["wanted"] if count["wanted"] else 1.0
            both = precision + recall
            print("  %-10s %4d: P %.3f R %.3f F1 %.3f" % (
                kind, count["wanted"], precision, recall,
                2 * precision * recall / both if both else 0))
            for line in self.wrong[kind][:errors]:
                print("      " + line)


def score(scores, report, rows, root, folder):
    def name(path):
        return folder + "/" + path

    labels = {row["path"]: row for row in rows}
    lines = {path: find_plain_lines(os.path.join(root, path))
             for path in labels}
    scores.compare("weakness", {
        (name(one["path"]), one["line"], one["weakness"])
        for one in report["assessments"] if one["polarity"] == "weakness" and
        one["line"] in lines.get(name(one["path"]), ())}, {
        (row["path"], one["line"], category) for row in rows
        for one in row["weaknesses"] for category in one["ids"]})
    tasks = {(row["path"], one["line"]) for row in rows
             for one in row["tasks"]}
    scores.compare("date", {
        (name(one["path"]), one["line"], one["start"], one["end"])
        for one in report["dates"]
        if one["line"] in lines.get(name(one["path"]), ()) and
        (name(one["path"]), one["line"]) not in tasks}, {
        (row["path"], one["line"], one["start"], one["end"] or one["start"])
        for row in rows for one in row["dates"]
        if (row["path"], one["line"]) not in tasks})
    scores.compare("task", {
        (name(one["path"]), one["line"], one["due"], one["status"] == "done")
        for one in report["follow_ups"] if one["rule"] == "task"}, {
        (row["path"], one["line"], one["due"], one["done"])
        for row in rows for one in row["tasks"]})
    found = list_people(report["contacts"])
    wanted = list_people(join_labels(rows))
    for kind in PEOPLE:
        scores.compare(kind, {one for one in found if one[0] == kind},
                       {one for one in wanted if one[0] == kind})
    entries = {name(one["path"]): one for one in report["entries"]}
    for key in OF_ENTRY:
        asked = [row for row in rows if row[key] is not None]
        scores.compare("entry's " + key, {
            (row["path"], plain(entries[row["path"]][key] or ""))
            for row in asked if row["path"] in entries}, {
            (row["path"], plain(row[key])) for row in asked})


def main():
    options = argparse.ArgumentParser()
    options.add_argument("program")
    options.add_argument("gold", nargs="+")
    options.add_argument("--errors", type=int, default=0)
    options.add_argument("--day-first", action="append", default=[])
    given = options.parse_args()
    for path in given.gold:
        root = os.path.dirname(path)
        with open(path, encoding="utf-8") as file:
            rows = [json.loads(line) for line in file]
        scores = Scores()
        for folder in sorted({row["path"].split("/")[0] for row in rows}):
            report = scan(given.program, os.path.join(root, folder),
                          folder in given.day_first)
            score(scores, report,
                  [row for row in rows if row["path"].startswith(folder + "/")],
                  root, folder)
        print("reports on %d notes of %s" % (len(rows), path))
        scores.print(given.errors)
    return 0


if __name__ == "__main__":
    sys.exit(main())
