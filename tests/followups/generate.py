#!/usr/bin/env python3
"""Writes random journals with the follow-ups that they must give.

    generate.py --seed N --count K --out DIR

Each journal gets a folder DIR/NNNNN with `journal/` (the markdown files),
`facts.json` (what a perfect reader finds, for oracle.py) and `expected.json`
(the items at four to six dates: the day before, on and after some `opens`,
`due` or lapse). The same seed gives the same journals.
"""

import argparse
import json
import os
import random
import sys
from datetime import date, timedelta

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import oracle  # noqa: E402
import pages  # noqa: E402
import story  # noqa: E402

FIRST_DAYS = [date(2023, 1, 31), date(2024, 1, 30), date(2024, 2, 29),
              date(2023, 11, 30), date(2024, 8, 31), date(2025, 8, 31),
              date(2025, 10, 31), date(2027, 11, 29), date(2028, 2, 29)]
MOST_FILES = 12


def make_journal(rng):
    """Pages of one journal: one to three stories and what lies around."""
    hand = pages.Hand(rng)
    stories = []
    start = (rng.choice(FIRST_DAYS) if rng.random() < 0.25 else
             date(2023, 1, 1) + timedelta(days=rng.randrange(1500)))
    company = rng.choice(story.COMPANIES)
    for count in range(rng.choice([1, 1, 2, 2, 3])):
        if count and rng.random() < 0.5:
            company = rng.choice(story.COMPANIES)
        roles = [r for r in story.ROLES if not any(
            r == s.role for s in stories)]
        if count:
            start += timedelta(days=rng.randint(0, 120))
        stories.append(story.Teller(rng, company, rng.choice(roles),
                                    start).tell())
    found = []
    for number, told in enumerate(stories):
        folder = rng.choice(["", "", "", "jobs/", "a b/", "Öl/"])
        found += pages.Scribe(hand, told, folder, number).write()
    if rng.random() < 0.15:
        found.append(loose_page(hand, stories[0], start))
    return found


def loose_page(hand, told, start):
    """An entry without a company: an application of its own."""
    page = pages.Page(hand, told, "practice-%d.md" % hand.rng.randrange(99))
    day = start + timedelta(days=hand.rng.randint(0, 60))
    what = hand.pick(["mock", "mock", "interview"])
    page.facts["type"] = what
    page.set_day(day)
    if hand.chance(0.5):
        page.key("type", what)
    else:
        page.tags.append(what)
    if hand.chance(0.5):
        page.assess(page.outside)
    else:
        page.no_assessment(page.outside)
    return page


def interesting_days(facts, rng):
    """Four to six dates at which something has just changed or is about to."""
    known = set()
    for entry in facts:
        known |= {entry["date"], entry["outcome_date"], entry["applied"],
                  entry["reopened"]}
        known |= {h["date"] for h in entry["headings"]}
        known |= {t["date"] for t in entry["touches"]}
    known = sorted(oracle.parse(d) for d in known if d)
    last = known[-1]
    # by rule, so that the rare ones get their share
    changes = {"facts": set(known), "silence": {
        d + timedelta(days=n) for d in known for n in (28, 45)}}
    probes = [known[0], known[len(known) // 3], known[len(known) // 2], last,
              last + timedelta(days=70), last + timedelta(days=200)]
    for probe in probes:
        for item in oracle.Plan(facts, probe).items:
            found = changes.setdefault(item["rule"], set())
            found |= {item["opens"], item["due"]}
            if item["lapses"]:
                found.add(item["lapses"])
    first, latest = known[0] - timedelta(days=8), last + timedelta(days=420)
    days = set()
    while len(days) < rng.randint(4, 6):
        day = rng.choice(sorted(changes[rng.choice(sorted(changes))]))
        day += timedelta(days=rng.choice([-1, 0, 0, 1, 1]))
        if first <= day <= latest:
            days.add(day)
    return sorted(days)


def write_json(path, value):
    with open(path, "w", encoding="utf-8") as file:
        json.dump(value, file, indent=1, ensure_ascii=False)
        file.write("\n")


def write_text(path, text):
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, "w", encoding="utf-8", newline="") as file:
        file.write(text)


def write_journal(rng, folder):
    found = make_journal(rng)
    while len(found) > MOST_FILES:
        found = make_journal(rng)
    journal = os.path.join(folder, "journal")
    for page in found:
        text = page.text()
        if rng.random() < 0.05:
            text = "\ufeff" + text
        if rng.random() < 0.05:
            text = text.replace("\n", "\r\n")
        write_text(os.path.join(journal, page.path), text)
    if rng.random() < 0.1:
        # neither an entry nor read further
        write_text(os.path.join(journal, "README.md"),
                   "# Notes\n\n- [ ] Call the bank, due 2025-03-03\n")
    if rng.random() < 0.05:
        write_text(os.path.join(journal, ".trash", "old.md"),
                   "---\ncompany: Gone\ndate: 2025-01-05\n---\n")
    facts = [page.facts for page in found]
    write_json(os.path.join(folder, "facts.json"), facts)
    expected = {str(day): oracle.follow_ups(facts, day)
                for day in interesting_days(facts, rng)}
    write_json(os.path.join(folder, "expected.json"), expected)
    return sum(len(items) for items in expected.values())


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--count", type=int, default=100)
    parser.add_argument("--out", required=True)
    args = parser.parse_args()
    items = 0
    for number in range(args.count):
        # each journal can be made again by itself
        rng = random.Random("%d/%d" % (args.seed, number))
        items += write_journal(rng, os.path.join(args.out, "%05d" % number))
    print("%d journals, %d items" % (args.count, items))
    return 0


if __name__ == "__main__":
    sys.exit(main())
