#!/usr/bin/env python3
"""The whole job as a script with regular expressions: a peer to measure by.

usage: peer.py DIR AS-OF REPORT

Reads every markdown file below DIR; takes company, role, dates, people, tasks
and judgements of the writer out of each; works out who is owed a follow-up on
the day AS-OF and which weaknesses recur; writes REPORT.  It is what somebody
at home in Python would write in a weekend with nothing but the standard
library, and as fast as that person could make it: patterns are compiled once,
and each runs only on a line with a word that it cannot do without.  It reads
no YAML and no CommonMark, and knows six follow-up rules of ten.
"""

import os
import re
import sys
from collections import defaultdict
from datetime import date, timedelta

MONTHS = {name: number for number, name in enumerate(
    "jan feb mar apr may jun jul aug sep oct nov dec".split(), 1)}
DAYS = {name: number for number, name in enumerate(
    "monday tuesday wednesday thursday friday saturday sunday".split())}

# A weakness, words of which each of its sentences has one, and what says it.
PATTERNS = [(kind, words.split(), re.compile(pattern))
            for kind, words, pattern in [
    ("thank-you", "thank", r"(?:no|never|forgot|late)\b.{0,30}thank-you"),
    ("thank-you", "thank", r"thank-you .{0,40}(?:late|typo|generic)"),
    ("thank-you", "wrote", r"never wrote (?:to thank|back)"),
    ("thank-you", "letter note",
     r"no (?:letter|note) (?:of thanks|afterwards)"),
    ("negative-answers", "gone", r"(?:ended|finished).{0,60}gone wrong"),
    ("negative-answers", "frank", r"(?:too|far too|harmfully) frank"),
    ("negative-answers", "dwelt", r"\bdwelt on"),
    ("negative-answers", "failure",
     r"(?:biggest|my) failure.{0,40}(?:left|end)"),
    ("negative-about-others", "complained complaining",
     r"\bcomplain(?:ed|ing) about"),
    ("negative-about-others", "blamed blaming", r"\bblam(?:ed|ing)\b"),
    ("negative-about-others", "badly", r"(?:spoke|talked) badly of"),
    ("negative-about-others", "ill", r"(?:spoke|speak) ill of"),
    ("negative-about-others", "former", r"(?:ranted|moaned).{0,30}former"),
    ("employer-research", "report", r"(?:had|have) not read .{0,30}report"),
    ("employer-research", "know",
     r"(?:did not|didn't) know what .{0,40}(?:sell|make|do)"),
    ("employer-research", "product", r"could(?: not|n't) name .{0,30}product"),
    ("employer-research", "website", r"(?:not|never) .{0,20}website"),
    ("employer-research", "research", r"(?:no|little|not enough) research"),
    ("rapport", "looked", r"(?:not|never) looked up"),
    ("rapport", "small", r"no small talk|small talk (?:died|failed)"),
    ("rapport", "stiff", r"\b(?:felt|was) stiff"),
    ("rapport", "warmed", r"never warmed to"),
    ("rapport", "connect", r"(?:not|never) connect with"),
    ("questions", "questions", r"(?:no|few|hardly any) questions"),
    ("questions", "questions", r"questions were about (?:holiday|pay|hour)"),
    ("questions", "ask", r"(?:forgot|failed) to ask any"),
    ("questions", "curiosity", r"(?:no|little) curiosity"),
    ("talking-too-much", "rambled rambling ramble", r"\brambl(?:ed|ing|e)\b"),
    ("talking-too-much", "long", r"(?:ran|were|was).{0,10}too long"),
    ("talking-too-much", "tangent", r"(?:off on|went on) a tangent"),
    ("talking-too-much", "much", r"talk(?:ed|ing) (?:far )?too much"),
    ("talking-too-much", "overshared oversharing", r"\bovershar(?:ed|ing)"),
    ("listening", "interrupted", r"\binterrupted\b"),
    ("listening", "listen", r"(?:did not|didn't|never) (?:really )?listen"),
    ("listening", "different", r"answered a different question"),
    ("listening", "cue", r"missed (?:the|her|his|a) cue"),
    ("thanking", "thanking", r"without thanking"),
    ("thanking", "thank", r"forgot to say thank you"),
    ("thanking", "handshake", r"no .{0,20}handshake at the end"),
    ("interest", "want", r"never said .{0,20}\bwant\b"),
    ("interest", "enthusiasm", r"(?:little|no|lack of) enthusiasm"),
    ("interest", "apart", r"(?:not|never) .{0,20}sets? me apart"),
    ("interest", "interest", r"(?:showed|looked) (?:no|little|un)\s?interest"),
    ("stories", "numbers", r"no numbers in"),
    ("stories", "result", r"no result in"),
    ("stories", "example examples", r"(?:vague|weak|no|poor) examples?\b"),
    ("stories", "story", r"no story"),
    ("positioning", "gap", r"could(?: not|n't) explain .{0,10}gap"),
    ("positioning", "experience", r"(?:did not|didn't) connect my experience"),
    ("positioning", "career", r"stumbled .{0,20}career break"),
    ("asking-for-objections", "concerns",
     r"should have asked .{0,20}concerns"),
    ("asking-for-objections", "steps",
     r"(?:forgot|did not|didn't) .{0,10}ask about the next steps"),
    ("asking-for-objections", "reservations",
     r"never asked .{0,20}reservations"),
    ("manner", "defensive", r"(?:across as|was|sounded) defensive"),
    ("manner", "flat", r"(?:sounded|was) (?:very )?flat"),
    ("manner", "arrogant", r"(?:little|bit|too|sounded) arrogant"),
    ("manner", "casual", r"too casual"),
    ("manner", "pushy", r"\bpushy\b"),
    ("preparation", "unprepared", r"(?:came|was|were) unprepared"),
    ("preparation", "winged", r"\bwinged\b"),
    ("preparation", "practise", r"(?:had not|hadn't|never) practised"),
    ("preparation", "mock", r"should have done a mock"),
    ("preparation", "rehearsed", r"(?:not|never) rehearsed"),
    ("documents", "typo", r"typo (?:on|in) .{0,30}(?:cv|resume|letter)"),
    ("documents", "bring", r"forgot to bring"),
    ("documents", "portfolio", r"portfolio .{0,20}(?:old|outdated|thin)"),
    ("first-impression", "late", r"(?:arrived|was) .{0,15}late\b"),
    ("first-impression", "camera", r"camera did(?: not|n't) work"),
    ("first-impression", "eye", r"(?:hardly any|no|little) eye contact"),
    ("first-impression", "smile", r"(?:did not|didn't|never) smile"),
    ("first-impression", "underdressed overdressed", r"(?:under|over)dressed"),
    ("clarity", "muddled", r"\bmuddled\b"),
    ("clarity", "filler", r"(?:too many|so many) filler"),
    ("clarity", "mumbled mumbling", r"\bmumbl(?:ed|ing)\b"),
    ("clarity", "words", r"could(?: not|n't) find the words"),
    ("clarity", "follow", r"hard to follow"),
    ("approach", "before", r"started .{0,20}before i (?:had )?understood"),
    ("approach", "ran", r"ran out of time"),
    ("approach", "test", r"did(?: not|n't) test\b"),
    ("approach", "silence", r"worked in silence"),
    ("approach", "engineered overengineered", r"over-?engineered"),
    ("confidence", "undersold", r"\bundersold\b"),
    ("confidence", "gave", r"\bgave up\b"),
    ("confidence", "apologised apologized", r"\bapologi[sz]ed for\b"),
    ("confidence", "hesitated hesitant", r"\bhesita(?:ted|nt)\b"),
    ("nerves", "froze", r"\bfroze\b"),
    ("nerves", "nervous", r"(?:very|so|too) nervous"),
    ("nerves", "shaking shaky", r"hands? (?:were |was )?shak(?:ing|y)"),
    ("nerves", "blank", r"(?:went|drew a|mind was) blank"),
    ("nerves", "panicked", r"\bpanicked\b"),
    ("follow-up", "follow", r"(?:did not|didn't|never) follow up"),
    ("follow-up", "cold", r"(?:let|went) .{0,40}go cold"),
    ("follow-up", "feedback", r"never asked .{0,20}feedback"),
    ("technical", "solve", r"could(?: not|n't) solve"),
    ("technical", "hints", r"needed (?:many |some )?hints"),
    ("technical", "difference", r"(?:did not|didn't) know the difference"),
    ("technical", "wrong", r"\bgot .{1,40} wrong\b"),
    ("technical", "correct", r"had to correct me"),
    ("salary", "named", r"named a (?:figure|number) too"),
    ("salary", "number", r"no number ready"),
    ("salary", "accepted", r"accepted .{0,10}first offer"),
]]
BY_WORD = defaultdict(list)
for number, (_, words, _) in enumerate(PATTERNS):
    for word in words:
        BY_WORD[word].append(number)
KEY_WORDS = frozenset(BY_WORD)
PROMISE_WORDS = frozenset("back decide call write answer".split())

WORD = re.compile(r"[a-z]+")
KEY = re.compile(r"^([A-Za-z][\w -]*):[ \t]*(.*)\n((?:[ \t]+.*\n)*)", re.M)
NAME = re.compile(
    r"^ *- (?:name: *)?\"?(?:\[\[)?([^\W\d_][^<\]\"\n:]*?)"
    r"(?:\]\]\"?| *<([^>]*)>)?$", re.M)
MAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
TASK = re.compile(r"[-*+] \[([ xX-])\] (.*)")
DUE = re.compile(r"(?:\bdue:*|\bby|📅|@due\() *(.*)")
MONTH = "(Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*"
DATE = re.compile(
    r"\b(\d{4})[-/](\d\d?)[-/](\d\d?)\b"
    r"|\b(\d\d?)/(\d\d?)/(\d{4})\b"
    r"|\b(\d\d?) " + MONTH + r" (\d{4})\b"
    r"|\b" + MONTH + r" (\d\d?), (\d{4})\b"
    r"|\b(Mon|Tues|Wednes|Thurs|Fri)day\b")
PROMISE = re.compile(
    r"(?:get back|hear back|decide|call|write|answer).{0,30}\b(?:by|on)\b(.*)")
DENIED = re.compile(
    r"\b(?:not|n't|no|never|nobody|if|afraid|worried|always)\b")
SELF = re.compile(r"self-assessment|reflection|retro|wrong|improve|lessons")
PRAISE = re.compile(r"went well|strengths|wins")
COMMENT = re.compile(r"<!--.*?-->|%%.*?%%|^```.*?^```|^>[^\n]*", re.S | re.M)

COMPANY = ("company", "employer", "organization", "organisation", "org")
ROLE = ("role", "position", "job", "vacancy", "opening")
WHEN = ("date", "when", "day", "date applied", "applied")
PEOPLE = ("contacts", "contact", "people", "interviewers", "interviewer",
          "recruiter", "attendees")


def find_date(text, reference):
    """The first date said in a text, or None."""
    match = DATE.search(text)
    if not match:
        return None
    group = match.groups()
    try:
        if group[0]:
            return date(int(group[0]), int(group[1]), int(group[2]))
        if group[3]:
            return date(int(group[5]), int(group[3]), int(group[4]))
        if group[6]:
            return date(int(group[8]), MONTHS[group[7].lower()], int(group[6]))
        if group[9]:
            return date(int(group[11]), MONTHS[group[9].lower()],
                        int(group[10]))
    except ValueError:
        return None
    if not reference:
        return None
    ahead = DAYS[group[12].lower() + "day"] - reference.weekday()
    return reference + timedelta(days=ahead if ahead > 0 else ahead + 7)


def add_months(day, months):
    month = day.month - 1 + months
    year, month = day.year + month // 12, month % 12 + 1
    for last in (day.day, 30, 29, 28):
        try:
            return date(year, month, last)
        except ValueError:
            pass


def first(fields, keys):
    for key in keys:
        if key in fields:
            return fields[key]
    return None


def event_type(words):
    words = words.lower()
    for name, marks in (
            ("mock", ("mock",)), ("rejection", ("reject",)),
            ("touch", ("thank", "check-in", "asked for feedback")),
            ("feedback", ("feedback",)), ("offer", ("offer",)),
            ("application", ("applied", "application")),
            ("interview", ("interview", "panel", "screen", "site", "call"))):
        if any(mark in words for mark in marks):
            return name
    return "note"


class Journal:
    """What is known of all files."""

    def __init__(self):
        self.files = 0
        self.entries = 0
        self.people = {}
        self.events = defaultdict(list)   # (company, role): (day, type, path)
        self.tasks = []                   # (company, due, words, path, line)
        self.promises = {}                # (company, role): day
        self.found = defaultdict(list)    # weakness: (day, path, line, text)
        self.praise = defaultdict(int)

    def read(self, path, name):
        self.files += 1
        with open(path, "rb") as file:
            text = file.read().decode("utf-8", "replace")
        end = text.find("\n---\n", 3) + 5
        if not text.startswith("---\n") or end < 5:
            return
        fields = {}
        for key, value, rest in KEY.findall(text, 4, end):
            key = key.lower().replace("_", " ").replace("-", " ")
            fields.setdefault(key, value.strip("\"'[] ") or rest)
        company = first(fields, COMPANY)
        if not company:
            return
        self.entries += 1
        role = first(fields, ROLE) or ""
        day = find_date(first(fields, WHEN) or name, None)
        self.read_people(company, first(fields, PEOPLE) or "")
        kind = fields.get("type") or fields.get("kind")
        if not kind:
            kind = "application" if "date applied" in fields else "interview"
        if day:
            self.events[company, role].append((day, kind, name))
        if "thank you" in fields:
            sent = find_date(fields["thank you"], None)
            if sent:
                self.events[company, role].append((sent, "touch", name))
        body = text[end:]
        if "<!--" in body or "%%" in body or "```" in body or "\n>" in body:
            body = COMMENT.sub(self.keep_lines, body)
        self.read_body(body, name, 1 + text.count("\n", 0, end),
                       (company, role), day)

    @staticmethod
    def keep_lines(match):
        return "\n" * match.group().count("\n")

    def read_people(self, company, text):
        for who, mail in NAME.findall(text):
            self.people.setdefault((company, who), mail)

    def read_body(self, body, name, lines, application, day):
        headings = []                     # (offset, words, day)
        offset = 0
        for number, line in enumerate(body.split("\n"), lines):
            if line[:1] == "#":
                held = find_date(line, None)
                if held:
                    day = held
                    self.events[application].append(
                        (held, event_type(line), name))
                headings.append((offset, line.lower(), day))
            elif line[:3] == "- [":
                match = TASK.match(line)
                if match and match.group(1) == " ":
                    due = DUE.search(line)
                    due = due and find_date(due.group(1), day)
                    if due:
                        self.tasks.append((application[0], due, match.group(2),
                                           name, number))
            if "@" in line:
                for mail in MAIL.findall(line):
                    self.people.setdefault((application[0], mail), mail)
            offset += len(line) + 1
        low = body.lower()
        words = set(WORD.findall(low))
        if day and not PROMISE_WORDS.isdisjoint(words):
            match = PROMISE.search(body)
            promised = match and find_date(match.group(1), day)
            if promised:
                self.promises[application] = promised
        for word in sorted(KEY_WORDS.intersection(words)):
            end = 0
            while (at := low.find(word, end)) >= 0:
                start = low.rfind("\n", 0, at) + 1
                end = low.find("\n", at)
                if end < 0:
                    end = len(low)
                for number in BY_WORD[word]:
                    kind, _, pattern = PATTERNS[number]
                    match = pattern.search(low, start, end)
                    if match:
                        self.judge(kind, body, start, end, match, name, lines,
                                   headings, day)

    def judge(self, kind, body, start, end, match, name, lines, headings, day):
        """Decides whether a match is the writer's weakness, and keeps it."""
        line = match.string[start:end]
        heading = ""
        for offset, words, held in headings:
            if offset > start:
                break
            heading, day = words, held
        before = match.string[max(start, match.start() - 30):match.start()]
        if DENIED.search(before) or PRAISE.search(heading):
            self.praise[kind] += 1
        elif SELF.search(heading) or "feedback" in heading or \
                " i " in line:
            self.found[kind].append((day, name,
                                     lines + body.count("\n", 0, start),
                                     body[start:end]))


def follow_ups(journal, today):
    """(due, opens, rule, company, path) of everything not yet done."""
    items = []
    closed = {}
    for (company, role), events in journal.events.items():
        events.sort()
        touches = [day for day, kind, _ in events if kind == "touch"]
        moves = [event for event in events
                 if event[1] in ("application", "interview", "rejection",
                                 "offer") and event[0] <= today]
        if not moves:
            continue
        for day, kind, path in events:
            later = [touch for touch in touches if touch >= day]
            if day > today:
                if kind == "interview":
                    items.append((day - timedelta(1), day - timedelta(7),
                                  "prepare", company, path))
            elif kind == "interview" and not later and \
                    today <= day + timedelta(15):
                items.append((day + timedelta(1), day, "thank-you", company,
                              path))
            elif kind == "rejection" and today <= day + timedelta(33) and \
                    not later:
                items.append((day + timedelta(3), day, "ask-feedback",
                              company, path))
        day, kind, path = moves[-1]
        if kind == "interview" and today <= day + timedelta(45):
            due = journal.promises.get((company, role), day + timedelta(9))
            items.append((due + timedelta(1), day + timedelta(7), "reply",
                          company, path))
        elif kind == "application" and today <= day + timedelta(28):
            items.append((day + timedelta(14), day + timedelta(7),
                          "application", company, path))
        elif any(move[1] == "interview" for move in moves):
            base = max([day] + touches)
            if company not in closed or closed[company][0] < base:
                closed[company] = (base, len(touches), path)
    for company, (base, steps, path) in closed.items():
        opens = add_months(base, 3 if steps < 2 else 4)
        due = add_months(base, 3)
        items.append((due, min(opens, due - timedelta(14)), "keep-in-touch",
                      company, path))
    for company, due, words, path, line in journal.tasks:
        items.append((due, due - timedelta(7), words, company,
                      "%s:%d" % (path, line)))
    items.sort()
    return items


def write_report(journal, today, path):
    out = ["# Report\n"]
    groups = {"Overdue": [], "Due": [], "Coming": []}
    for item in follow_ups(journal, today):
        name = "Overdue" if item[0] < today else \
            "Due" if item[1] <= today else "Coming"
        groups[name].append(item)
    for name, items in groups.items():
        out.append("\n## %s\n" % name)
        for due, _, rule, company, where in items:
            out.append("- %s %s: %s (%s)" % (due, company, rule, where))
    out.append("\n## Weaknesses\n")
    for kind, found in sorted(journal.found.items(),
                              key=lambda pair: (-len(pair[1]), pair[0])):
        files = {name for _, name, _, _ in found}
        out.append("- %s: %d times in %d files, %d times done well" % (
            kind, len(found), len(files), journal.praise[kind]))
        found.sort(key=lambda one: (one[0] or date.min, one[1:]), reverse=True)
        for day, name, line, text in found[:5]:
            out.append("  - %s %s:%d: %s" % (day, name, line, text))
    out.append("\n## Applications\n")
    for (company, role), events in sorted(journal.events.items()):
        out.append("- %s, %s: %d events, last %s %s" % (
            company, role, len(events), events[-1][0], events[-1][1]))
    out.append("\n## People\n")
    for (company, who), mail in sorted(journal.people.items()):
        out.append("- %s, %s %s" % (who, company, mail))
    out.append("\n%d files, %d entries\n" % (journal.files, journal.entries))
    with open(path, "w", encoding="utf-8") as file:
        file.write("\n".join(out))


def walk(journal, folder, below):
    with os.scandir(folder) as listing:
        items = sorted(listing, key=lambda item: item.name)
    for item in items:
        if item.name.startswith("."):
            continue
        if item.is_dir(follow_symlinks=False):
            walk(journal, item.path, below + item.name + "/")
        elif item.name.endswith((".md", ".markdown")):
            journal.read(item.path, below + item.name)


def main():
    if len(sys.argv) != 4:
        sys.exit("usage: peer.py DIR AS-OF REPORT")
    journal = Journal()
    walk(journal, sys.argv[1], "")
    write_report(journal, date.fromisoformat(sys.argv[2]), sys.argv[3])


main()
