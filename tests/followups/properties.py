#!/usr/bin/env python3
"""What must hold of the follow-ups of any journal, tried on generated ones.

    properties.py PROGRAM DIR

DIR is what generate.py wrote. Speaks TAP, one line a property.
"""

import datetime
import json
import os
import random
import re
import shutil
import subprocess
import sys
import tempfile

LATENESS = {"upcoming": 0, "due": 1, "overdue": 2, "lapsed": 3}
DAY = datetime.timedelta(days=1)


def due(program, journal, as_of):
    """All items of a journal, done and lapsed ones too."""
    out = subprocess.run(
        [program, "due", "--all", "--format", "json", "--as-of", as_of,
         journal], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
    if out.returncode > 1:
        raise RuntimeError("%s: status %d" % (journal, out.returncode))
    return json.loads(out.stdout)["follow_ups"]


def key(item):
    """The id stands for company and role, however they are spelled."""
    return (item["id"], item["rule"], item["opens"], item["due"])


def same(items):
    """What must not change when files are renamed or lines move."""
    return sorted(key(i) + (i["status"], i["days_overdue"]) for i in items)


def dates_in(facts):
    return sorted(set(re.findall(r"\b\d{4}-\d\d-\d\d\b", json.dumps(facts))))


def has_undated_tick(facts):
    """A ticked task without a done date counts on its due date, at the latest
    the day of the report: such a touch moves with the day."""
    return any(t.get("mark") == "ticked" and not t.get("done")
               for e in facts for s in [e] + e.get("headings", [])
               for t in s.get("tasks", [])) or \
        any(f.get("done") is True for e in facts
            for f in e.get("follow_ups", []))


def never_less_late(program, journal, facts, rng):
    if has_undated_tick(facts):
        return None
    days = [datetime.date.fromisoformat(d) for d in dates_in(facts)]
    gaps = [(a, b) for a, b in zip(days, days[1:]) if (b - a).days > 2]
    if not gaps:
        return None
    a, b = rng.choice(gaps)
    early = {key(i): i for i in due(program, journal, str(a))}
    for item in due(program, journal, str(b - DAY)):
        before = early.get(key(item))
        if not before:
            continue
        if before["status"] == "done" and item["status"] != "done":
            return "%s to %s: no longer done: %s" % (a, b - DAY, key(item))
        if (before["status"] in LATENESS and item["status"] in LATENESS and
                LATENESS[item["status"]] < LATENESS[before["status"]]):
            return "%s to %s: less late: %s" % (a, b - DAY, key(item))
    return None


def copy_of(journal, into):
    target = os.path.join(into, "journal")
    shutil.rmtree(target, ignore_errors=True)
    shutil.copytree(journal, target)
    return target


def notes_of(journal):
    for folder, _, names in os.walk(journal):
        for name in names:
            if name.lower().endswith((".md", ".markdown")):
                yield os.path.join(folder, name)


def names_change_nothing(program, journal, facts, rng, into):
    as_of = rng.choice(dates_in(facts))
    copy = copy_of(journal, into)
    notes = sorted(notes_of(copy))
    numbers = rng.sample(range(1000), len(notes))
    for note, number in zip(notes, numbers):
        if not re.match(r"\d{4}", os.path.basename(note)):
            os.rename(note, os.path.join(os.path.dirname(note),
                                         "note-%03d.md" % number))
    if same(due(program, journal, as_of)) != same(due(program, copy, as_of)):
        return "as of %s: other items after renames" % as_of
    return None


def lines_change_nothing(program, journal, facts, rng, into):
    as_of = rng.choice(dates_in(facts))
    copy = copy_of(journal, into)
    for note in notes_of(copy):
        with open(note, "rb") as file:
            text = file.read()
        moved = re.sub(rb"\A((?:\xef\xbb\xbf)?---\r?\n)", rb"\1# moved\n\n",
                       text)
        with open(note, "wb") as file:
            file.write(moved)
    if same(due(program, journal, as_of)) != same(due(program, copy, as_of)):
        return "as of %s: other items after lines moved" % as_of
    return None


def a_touch_is_never_early(program, journal, facts, rng, into):
    as_of = dates_in(facts)[-1]
    kept = {i["company"]: i for i in due(program, journal, as_of)
            if i["rule"] == "keep-in-touch"}
    if not kept:
        return None
    company = rng.choice(sorted(kept))
    before = kept[company]
    day = datetime.date.fromisoformat(as_of) - rng.randrange(120) * DAY
    copy = copy_of(journal, into)
    with open(os.path.join(copy, "zz-one-more.md"), "w",
              encoding="utf-8") as file:
        file.write("---\ncompany: %s\nrole: %s\ntype: touch\ndate: %s\n---\n"
                   % (json.dumps(company), json.dumps(before["role"] or ""),
                      day))
    for item in due(program, copy, as_of):
        if (item["rule"] == "keep-in-touch" and item["company"] == company and
                (item["due"] < before["due"] or
                 item["opens"] < before["opens"])):
            return "a touch on %s made it earlier: %s" % (day, key(item))
    return None


def one_file_or_several(program, journal, facts, rng, into):
    """A touch in the front matter is the same as an entry of its own."""
    able = [e for e in facts if e.get("company") and e.get("role") and
            not e.get("touches") and not e.get("snooze")]
    if not able:
        return None
    entry = rng.choice(able)
    as_of = rng.choice(dates_in(facts))
    day = datetime.date.fromisoformat(as_of) - rng.randrange(60) * DAY
    inside = copy_of(journal, os.path.join(into, "inside"))
    path = os.path.join(inside, entry["path"])
    with open(path, "rb") as file:
        text = file.read()
    with open(path, "wb") as file:
        file.write(re.sub(rb"\A((?:\xef\xbb\xbf)?---\r?\n)",
                          rb"\1touches: [%s]\n" % str(day).encode(), text))
    beside = copy_of(journal, os.path.join(into, "beside"))
    with open(os.path.join(beside, "zz-touch.md"), "w",
              encoding="utf-8") as file:
        file.write("---\ncompany: %s\nrole: %s\ntype: touch\ndate: %s\n---\n"
                   % (json.dumps(entry["company"]), json.dumps(entry["role"]),
                      day))
    if same(due(program, inside, as_of)) != same(due(program, beside, as_of)):
        return "as of %s: a touch on %s in %s or beside it" % (
            as_of, day, entry["path"])
    return None


PROPERTIES = (
    ("no fact between two days: no item is less late, done stays done",
     lambda p, j, f, r, d: never_less_late(p, j, f, r)),
    ("names that hold no date change nothing, ids neither",
     names_change_nothing),
    ("moved lines change nothing, ids neither", lines_change_nothing),
    ("a touch never makes keep-in-touch earlier", a_touch_is_never_early),
    ("one file or several for the same facts", one_file_or_several),
)


def main():
    program, folder = sys.argv[1], sys.argv[2]
    print("1..%d" % len(PROPERTIES))
    failed = 0
    with tempfile.TemporaryDirectory() as into:
        for number, (name, check) in enumerate(PROPERTIES, 1):
            wrong = []
            for case in sorted(os.listdir(folder)):
                path = os.path.join(folder, case)
                rng = random.Random("%s %s" % (name, case))
                with open(os.path.join(path, "facts.json"),
                          encoding="utf-8") as file:
                    facts = json.load(file)
                problem = check(program, os.path.join(path, "journal"), facts,
                                rng, into)
                if problem:
                    wrong.append("%s: %s" % (case, problem))
            print("%s %d - %s" % ("not ok" if wrong else "ok", number, name))
            for line in wrong[:5]:
                print("# " + line)
            failed += bool(wrong)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
