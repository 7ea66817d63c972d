#!/usr/bin/env python3
"""The oracle against the scenarios that were worked by hand."""

import collections
import contextlib
import io
import json
import os
import sys
import unittest
from datetime import date

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, HERE)
import oracle  # noqa: E402
from compare import Tally, explaining_readings, key  # noqa: E402

SCENARIOS = os.path.join(HERE, "scenarios")
EXAMPLE = os.path.join(HERE, "..", "example", "expected-follow-ups.tsv")


def load(*parts):
    with open(os.path.join(*parts), encoding="utf-8") as file:
        return json.load(file)


class Scenarios(unittest.TestCase):
    def test_all(self):
        names = sorted(os.listdir(SCENARIOS))
        self.assertGreaterEqual(len(names), 14)
        for name in names:
            facts = load(SCENARIOS, name, "facts.json")
            for day, items in load(SCENARIOS, name, "expected.json").items():
                with self.subTest(scenario=name, as_of=day):
                    want = collections.Counter(map(key, items))
                    got = collections.Counter(
                        map(key, oracle.follow_ups(facts, day)))
                    self.assertEqual(sorted(want - got), sorted(got - want))

    def test_every_file_has_facts(self):
        for name in sorted(os.listdir(SCENARIOS)):
            journal = os.path.join(SCENARIOS, name, "journal")
            files = {os.path.relpath(os.path.join(folder, file), journal)
                     for folder, _, found in os.walk(journal)
                     for file in found}
            facts = load(SCENARIOS, name, "facts.json")
            self.assertEqual(files, {f["path"] for f in facts}, name)

    def test_every_rule_and_status(self):
        rules, statuses = set(), set()
        for name in os.listdir(SCENARIOS):
            for items in load(SCENARIOS, name, "expected.json").values():
                rules |= {i["rule"] for i in items}
                statuses |= {i["status"] for i in items}
        self.assertEqual(rules, {
            "application", "thank-you", "self-assessment", "reply",
            "ask-feedback", "thank-for-feedback", "keep-in-touch", "reopened",
            "task", "prepare"})
        self.assertEqual(statuses, {"upcoming", "due", "overdue", "done",
                                    "lapsed"})


class Example(unittest.TestCase):
    """The example journal, whose table somebody else worked out by hand."""

    def test_table(self):
        with open(EXAMPLE, encoding="utf-8") as file:
            rows = [line.rstrip("\n").split("\t") for line in file][1:]
        want = collections.Counter(
            (rule, oracle.fold_company(company), oracle.fold(role), *rest)
            for rule, company, role, *rest in rows)
        items = oracle.follow_ups(load(HERE, "example-facts.json"),
                                  "2026-10-15")
        got = collections.Counter(key(i)[:6] for i in items)
        self.assertEqual(sorted(want - got), sorted(got - want))


class Comparison(unittest.TestCase):
    FACTS = [{"path": "a.md", "company": "Rook", "role": "Cook",
              "type": "application", "date": "2026-05-01"},
             {"path": "b.md", "company": "Rook", "role": "Cook",
              "type": "interview", "date": "2026-05-20"}]

    def tally(self, got, problem=None):
        tally = Tally(9)
        want = oracle.follow_ups(self.FACTS, "2026-05-10")
        with contextlib.redirect_stdout(io.StringIO()) as out:
            tally.add("x", "2026-05-10", want, got, problem, self.FACTS)
            tally.report()
        return tally, out.getvalue()

    def test_agreement_is_folded_and_unordered(self):
        got = oracle.follow_ups(self.FACTS, "2026-05-10")[::-1]
        for item in got:
            item["company"], item["role"] = "ROOK, Inc.", "cook"
        tally, _ = self.tally(got)
        self.assertEqual((tally.items, tally.agreed, tally.wrong_cases),
                         (2, 2, 0))

    def test_a_wrong_status_counts_once(self):
        got = oracle.follow_ups(self.FACTS, "2026-05-10")
        got[0] = dict(got[0], status="due")
        tally, _ = self.tally(got)
        self.assertEqual((tally.items, tally.agreed, tally.wrong_cases),
                         (2, 1, 1))

    def test_one_too_many_and_none_at_all(self):
        got = oracle.follow_ups(self.FACTS, "2026-05-10")
        self.assertEqual(self.tally(got + got[:1])[0].agreed, 2)
        self.assertEqual(self.tally(got + got[:1])[0].items, 3)
        tally, out = self.tally(None, "exit 2: no")
        self.assertEqual((tally.agreed, tally.wrong_cases), (0, 1))
        self.assertIn("exit 2", out)

    def test_another_reading_explains(self):
        got = oracle.follow_ups(self.FACTS, "2026-05-10",
                                {"arranged": "reply"})
        self.assertEqual(explaining_readings(
            self.FACTS, "2026-05-10", collections.Counter(map(key, got))),
            ["arranged=reply"])


class Words(unittest.TestCase):
    def test_months_are_clamped(self):
        for start, count, end in [
                ("2025-11-30", 3, "2026-02-28"), ("2027-11-30", 3,
                                                  "2028-02-29"),
                ("2026-08-31", 6, "2027-02-28"), ("2026-12-31", 4,
                                                  "2027-04-30"),
                ("2026-05-31", 3, "2026-08-31"), ("2026-01-15", 12,
                                                  "2027-01-15")]:
            self.assertEqual(oracle.months(date.fromisoformat(start), count),
                             date.fromisoformat(end))

    def test_companies_fold(self):
        for one, other in [
                ("Palmer Ltd", "palmer"), ("Café, Inc.", "CAFE"),
                ("Ander-Son S.A.", "anderson"), ("Rook GmbH", "Rook")]:
            self.assertEqual(oracle.fold_company(one),
                             oracle.fold_company(other))
        for one, other in [("Coates", "Coat"), ("Pine Trust", "Pine"),
                           ("Company", "")]:
            self.assertNotEqual(oracle.fold_company(one),
                                oracle.fold_company(other))

    def test_kinds(self):
        for words, kind in [
                ("Thank-you letters to both", "thank-you"),
                ("Thanked her for the feedback", "thank-you"),
                ("asked Jo for feedback", "feedback-request"),
                ("Request their feedback", "feedback-request"),
                ("Checked in with Jo", "check-in"),
                ("caught up with Jo", "check-in"),
                ("Send Jo two case studies", "document"),
                ("Share my portfolio", "document"),
                ("Rang Jo", "call"), ("phoned", "call"),
                ("E-mail Jo", "other"), ("wrote to Jo", "other"),
                ("Send a note", "other"), ("Followed up", "other"),
                ("Reach out to Jo", "other"),
                ("Ask Jo about the lift", None),
                ("Recall the figures", None), ("Spring cleaning", None),
                ("Read the article that Jo sent", None),
                ("Schedule a call", None), ("Update the portfolio", None),
                ("Prepare a call", None), ("Buy a paper", None)]:
            self.assertEqual(oracle.kind_of_task(words), kind, words)
        self.assertEqual(oracle.kind_of_touch("lunch"), "other")
        self.assertEqual(oracle.kind_of_touch("thank you"), "thank-you")

    def test_prepare(self):
        self.assertTrue(oracle.says_prepare("Print and prepare the plans"))
        self.assertFalse(oracle.says_prepare("Print the preface"))


if __name__ == "__main__":
    unittest.main()
