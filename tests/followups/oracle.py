#!/usr/bin/env python3
"""A second reading of the follow-up rules, to test the program against.

It was written from the contract (follow-ups.md, journal.md) alone, by somebody
who had not seen the program. It reads no markdown: it starts from what a
perfect reader would have found, and says which follow-ups there are at a date.

    oracle.py FACTS.json AS_OF [--reading NAME=VALUE]...

FACTS.json is a list of entries, one a file, each a mapping with

    path        below the journal's folder
    company     as written, or null
    role        as written, or null
    date        the entry's date after the rules of journal.md, or null
    type        application, interview, mock, rejection, offer, feedback,
                touch or note, after the same rules
    kind        of an entry of type touch: thank-you, check-in, document ...,
                or null when its type names none
    applied     `date applied`, or null
    outcome     pending, rejected, no answer, offer, accepted, declined or
                withdrawn, or null
    outcome_date    or null
    thank_you   null, false, true or a date
    feedback    null, or a mapping: asked (date or null), received (date or
                null), text (true when there is any, in the front matter or in
                a feedback section outside dated headings)
    touches     list of {date, what}; what is null or as written
    follow_ups  list of {words, due, done}; words without the dates ("" for a
                date alone), due a date or null, done null, true or a date
    expect_by   the dates promised outside dated headings, in their order in
                the file (`expect by` first, then promises in prose)
    assessed    true when the writer's own assessment stands outside dated
                headings (section text, tag, rating)
    tasks       list of {mark, words, due, done} outside dated headings; mark
                is open, ticked or cancelled, words are without the dates
    keep_in_touch   false when the entry says `keep in touch: no`, else true
    snooze      null, a date, or a mapping of rule to date
    reopened    null or a date
    headings    list of the dated headings that start an event of their own,
                in file order: {date, type, words, outcome, expect_by,
                assessed, feedback, tasks}; outcome is that of a note such as
                "accepted", else null; feedback is true when there is text in
                a feedback section under it

A heading that is the entry itself is not in `headings`: what stands under it
stands outside. Dates are YYYY-MM-DD. Missing keys are null, false or empty.
"""

import argparse
import json
import re
import sys
import unicodedata
from datetime import date, timedelta

# Where the contract can be read in more than one way, the first value is the
# reading taken here. README.md beside this file says why; compare.py tries the
# others to explain a disagreement.
READINGS = {
    # "a future interview counts as arranged": as a move wherever a move is
    # asked for, or only for `reply`, where the table names it
    "arranged": ("everywhere", "reply"),
    # "while it is neither met nor lapsed": a touch on the very day of the move
    # that meets the application item
    "restart-on-answer-day": ("no", "yes"),
    # "a later move ... or feedback": feedback on the interview's own day
    "reply-feedback": ("later", "same-day"),
    # "45 days after its date, or the promised date if later"
    "reply-lapse": ("45-after-later", "later-of-both"),
    # "a ticked task there": in the interview's entry or under its heading, or
    # anywhere in the application
    "prepare-there": ("interview", "application"),
    # "a later move there", of `reopened`
    "reopened-there": ("company", "application"),
    # "each rejection that closes an application with an interview held"
    "ask-feedback-held": ("by-as-of", "by-rejection"),
    # "An application with `accepted` never closes"
    "accepted-rejections": ("never-closed", "closed-then"),
    # a `follow ups` item that is only a date, and done
    "done-date-alone": ("no-touch", "touch"),
    # of keep-in-touch, the snooze of the entry of its base, or of any
    "keep-in-touch-snooze": ("base", "company"),
    # feedback without a date outside the dated headings of a file
    "loose-feedback": ("last-move", "last-interview"),
}

KINDS = ("thank-you", "feedback-request", "check-in", "document", "call",
         "other")

# On one day moves follow in this order.
RANK = {"application": 0, "interview": 1, "rejected": 2, "offer": 3,
        "no answer": 4, "accepted": 4, "declined": 4, "withdrawn": 4,
        "reopened": 5}

OPENERS = ("application", "interview", "offer", "reopened")
EVENT_MOVE = {"application": "application", "interview": "interview",
              "rejection": "rejected", "offer": "offer"}


def default_readings():
    return {name: values[0] for name, values in READINGS.items()}


# ---- dates ----------------------------------------------------------------

def parse(text):
    return date.fromisoformat(text) if text else None


def days(day, count):
    return day + timedelta(days=count)


def months(day, count):
    """Months are calendar months; the day is clamped to the month's end."""
    year, month = divmod(day.year * 12 + day.month - 1 + count, 12)
    month += 1
    first_of_next = date(year + month // 12, month % 12 + 1, 1)
    last = (first_of_next - timedelta(days=1)).day
    return date(year, month, min(day.day, last))


# ---- names and words ------------------------------------------------------

LEGAL_FORMS = {"inc", "llc", "ltd", "limited", "corp", "co", "company", "plc",
               "gmbh", "ag", "kg", "se", "sa", "bv", "nv", "ab", "as", "oy"}


def fold(text):
    """Compared without case, accents, spaces and punctuation."""
    text = unicodedata.normalize("NFKD", (text or "").casefold())
    return "".join(c for c in text if c.isalnum())


def fold_company(text):
    """... the company also without a last Inc, LLC, Ltd and its like."""
    words = [fold(w) for w in (text or "").split()]
    words = [w for w in words if w]
    if len(words) > 1 and words[-1] in LEGAL_FORMS:
        words.pop()
    return "".join(words)


def forms(*words):
    """A pattern for the words in any form, as whole words."""
    return r"\b(?:" + "|".join(words) + r")\b"


THANK = forms("thank", "thanks", "thanked", "thanking")
ASK = forms("ask(?:s|ed|ing)?", "request(?:s|ed|ing)?")
FEEDBACK = forms("feedback")
CHECK_IN = forms("check(?:s|ed|ing)? in", "(?:catch(?:es|ing)?|caught) up",
                 "touch(?:es|ed|ing)? base")
SEND = forms("sends?", "sent", "sending", "share[sd]?", "sharing")
DOCUMENT = forms("documents?", "portfolios?", "articles?", "papers?",
                 "samples?", "case stud(?:y|ies)")
CALL = forms("call(?:s|ed|ing)?", "phone[sd]?", "phoning", "rings?", "rang",
             "rung", "ringing")
OTHER = forms("e ?mail(?:s|ed|ing)?", "(?:writes?|wrote|written|writing) to",
              "sends?", "sent", "sending", "messag(?:es?|ed|ing)",
              "ping(?:s|ed|ing)?", "follow(?:s|ed|ing)? up",
              "reach(?:es|ed|ing)? out")
NO_TOUCH = (r"(?:prepar(?:es?|ed|ing)|prep|preps|prepped|prepping|"
            r"practis(?:es?|ed|ing)|practic(?:es?|ed|ing)|"
            r"rehears(?:es?|ed|ing)|reads?|reading|research(?:es|ed|ing)?|"
            r"review(?:s|ed|ing)?|schedul(?:es?|ed|ing)|"
            r"updat(?:es?|ed|ing))\b")
PREPARE = forms("prepar(?:es?|ed|ing)", "prep|preps|prepped|prepping",
                "practis(?:es?|ed|ing)", "practic(?:es?|ed|ing)",
                "rehears(?:es?|ed|ing)", "research(?:es|ed|ing)?")


def plain(words):
    words = re.sub(r"[-_\u2010-\u2015]", " ", (words or "").casefold())
    return " ".join(re.findall(r"\w+", words))


def kind_of_words(words):
    """The first kind of the table whose words it has in any form, or None."""
    text = plain(words)

    def has(pattern):
        return re.search(pattern, text) is not None

    if has(THANK):
        return "thank-you"
    if has(ASK) and has(FEEDBACK):
        return "feedback-request"
    if has(CHECK_IN):
        return "check-in"
    if has(SEND) and has(DOCUMENT):
        return "document"
    if has(CALL):
        return "call"
    if has(OTHER):
        return "other"
    return None


def kind_of_touch(what):
    """Its kind is its type or `what`, else by its words, else other."""
    named = plain(what).replace(" ", "-")
    if named in KINDS:
        return named
    return kind_of_words(what) or "other"


def kind_of_task(words):
    """A task without such words, or that starts with prepare, prep, practise,
    rehearse, read, research, review, schedule or update, is no touch."""
    if re.match(NO_TOUCH, plain(words)):
        return None
    return kind_of_words(words)


def says_prepare(words):
    return re.search(PREPARE, plain(words)) is not None


# ---- what one entry says --------------------------------------------------

class Move:
    """An application, interview, rejection or offer event, an `outcome` but
    pending, or `reopened`."""

    def __init__(self, day, what, entry, undated=False):
        self.day = day
        self.what = what
        self.entries = [entry]
        self.undated = undated

    @property
    def place(self):
        return (self.day, RANK[self.what])


class Touch:
    def __init__(self, day, kind, entry):
        self.day = day
        self.kind = kind
        self.entry = entry


class Task:
    """A task item or a `follow ups` item."""

    def __init__(self, words, due, entry, entry_day, there, is_follow_up):
        self.words = words
        self.due = due
        self.entry = entry
        self.entry_day = entry_day
        self.there = there          # the day of the event it is said of
        self.is_follow_up = is_follow_up
        self.cancelled = False
        self.ticked = False
        self.done_day = None

    def is_done(self, as_of):
        """Ticks dated later are the future and not used."""
        return self.ticked and (self.done_day is None or
                                self.done_day <= as_of)

    def touch(self, as_of, readings):
        """The touch that a ticked task or a done `follow ups` item is."""
        if not self.ticked or self.cancelled:
            return None
        kind = kind_of_task(self.words)
        if (kind is None and self.is_follow_up and not plain(self.words)
                and readings["done-date-alone"] == "touch"):
            kind = "other"
        if kind is None:
            return None
        # its done date; else its due date, at the latest `as of`; else the
        # date of its entry or heading
        if self.done_day:
            day = self.done_day
        elif self.due:
            day = min(self.due, as_of)
        else:
            day = self.there
        return Touch(day, kind, self.entry) if day else None


class Entry:
    """One file's facts with every date that follows from the file alone."""

    def __init__(self, facts, order, as_of, readings):
        self.facts = facts
        self.order = order
        self.path = facts.get("path", "")
        self.company = facts.get("company")
        self.role = facts.get("role")
        self.type = facts.get("type") or "note"
        self.day = parse(facts.get("date"))
        self.snooze = facts.get("snooze")
        self.headings = facts.get("headings") or []
        self.events = []        # days of every event, for entries without role
        self.moves = []
        self.touches = []
        self.interviews = []    # (day, assessed)
        self.mocks = []
        self.feedback = []
        self.promises = []      # (day said, order, promised day)
        self.tasks = []
        self.as_of = as_of
        self.readings = readings
        # The `outcome date` dates its entry's `outcome`, and a rejection
        # entry itself.
        if self.type == "rejection" and facts.get("outcome_date"):
            self.day = parse(facts["outcome_date"])
        self.loose = self.loose_day()
        self.read_own_event()
        for heading in self.headings:
            self.read_heading(heading)
        self.read_front_matter()
        self.read_tasks()
        self.events += [m.day for m in self.moves]
        self.events += [t.day for t in self.touches]
        self.events += self.feedback

    def loose_day(self):
        """In an entry that is no interview but has dated interviews, what
        stands outside them without a date is said of the last of them held by
        `as of`, else of the last."""
        inner = [parse(h["date"]) for h in self.headings
                 if h["type"] == "interview"]
        if self.type == "interview" or not inner:
            return self.day
        held = [d for d in inner if d <= self.as_of]
        return max(held or inner)

    def add_event(self, kind, day, assessed, what):
        self.events.append(day)
        if kind in EVENT_MOVE:
            self.moves.append(Move(day, EVENT_MOVE[kind], self))
        if kind == "interview":
            self.interviews.append((day, assessed))
        elif kind == "mock":
            self.mocks.append((day, assessed))
        elif kind == "feedback":
            self.feedback.append(day)
        elif kind == "touch":
            self.touches.append(Touch(day, kind_of_touch(what), self))

    def read_own_event(self):
        assessed = bool(self.facts.get("assessed"))
        if self.day:
            self.add_event(self.type, self.day, assessed,
                           self.facts.get("kind"))
        if assessed and self.type != "interview" and any(
                h["type"] == "interview" for h in self.headings):
            self.interviews.append((self.loose, True))
        for promised in self.facts.get("expect_by") or []:
            self.promise(self.loose, promised)

    def read_heading(self, heading):
        """A heading with a date in it starts an event of its own."""
        day = parse(heading["date"])
        self.add_event(heading["type"], day, bool(heading.get("assessed")),
                       heading.get("words"))
        if heading.get("outcome"):
            # accepted, declined, withdrew: a note with that outcome
            self.moves.append(Move(day, heading["outcome"], self))
        if heading.get("feedback") and heading["type"] != "mock":
            # A feedback section under a dated heading has that heading's date.
            self.feedback.append(day)
        for promised in heading.get("expect_by") or []:
            self.promise(day, promised)

    def promise(self, said, promised):
        if said:
            self.promises.append((said, (self.order, len(self.promises)),
                                  parse(promised)))

    def read_front_matter(self):
        facts = self.facts
        if facts.get("applied"):
            # `date applied`: an application event of its own
            self.moves.append(Move(parse(facts["applied"]), "application",
                                   self))
        if facts.get("reopened"):
            self.moves.append(Move(parse(facts["reopened"]), "reopened", self))
        self.read_outcome()
        self.read_feedback()
        thank_you = facts.get("thank_you")
        if thank_you:
            # `thank you` (true: the entry's date)
            day = self.loose if thank_you is True else parse(thank_you)
            if day:
                self.touches.append(Touch(day, "thank-you", self))
        for touch in facts.get("touches") or []:
            self.touches.append(Touch(parse(touch["date"]),
                                      kind_of_touch(touch.get("what")), self))

    def read_outcome(self):
        outcome = self.facts.get("outcome")
        if outcome in (None, "pending"):
            return
        if self.facts.get("outcome_date"):
            self.moves.append(Move(parse(self.facts["outcome_date"]), outcome,
                                   self))
            return
        day = self.last_move_day()
        if day:
            self.moves.append(Move(day, outcome, self, undated=True))

    def last_move_day(self):
        """The date of the entry's last move, else the entry's."""
        return max((m.day for m in self.moves), default=self.day)

    def read_feedback(self):
        feedback = self.facts.get("feedback")
        if not feedback:
            return
        if feedback.get("asked"):
            self.touches.append(Touch(parse(feedback["asked"]),
                                      "feedback-request", self))
        if feedback.get("received"):
            self.feedback.append(parse(feedback["received"]))
        elif feedback.get("text") and self.type != "mock":
            # Feedback without `received` has the date of its entry's last
            # move, else the entry's.
            day = self.last_move_day()
            if self.readings["loose-feedback"] == "last-interview" and any(
                    h["type"] == "interview" for h in self.headings):
                day = self.loose
            if day:
                self.feedback.append(day)

    def read_tasks(self):
        for item in self.facts.get("follow_ups") or []:
            task = Task(item.get("words") or "", parse(item.get("due")), self,
                        self.day, self.loose, True)
            done = item.get("done")
            task.ticked = bool(done)
            task.done_day = parse(done) if isinstance(done, str) else None
            self.tasks.append(task)
        places = [(self.loose, self.facts.get("tasks") or [])]
        places += [(parse(h["date"]), h.get("tasks") or [])
                   for h in self.headings]
        for there, items in places:
            for item in items:
                task = Task(item.get("words") or "", parse(item.get("due")),
                            self, self.day, there, False)
                task.ticked = item["mark"] == "ticked"
                # `- [-]` is a cancelled task: neither open nor a touch.
                task.cancelled = item["mark"] == "cancelled"
                task.done_day = parse(item.get("done"))
                self.tasks.append(task)
        for task in self.tasks:
            touch = task.touch(self.as_of, self.readings)
            if touch:
                self.touches.append(touch)


# ---- applications ---------------------------------------------------------

class Application:
    """One company and one role."""

    def __init__(self, entries, as_of, readings):
        # shown as its earliest entry writes it
        entries = sorted(entries, key=lambda e: (e.day or date.max, e.path))
        self.entries = entries
        self.company = next((e.company for e in entries if e.company), None)
        self.role = next((e.role for e in entries if e.role), None)
        self.company_key = fold_company(self.company)
        self.role_key = fold(self.role)
        self.as_of = as_of
        self.readings = readings
        self.collect_moves()
        # Touches dated later are the future and not used.
        self.touches = sorted((t for e in entries for t in e.touches
                               if t.day <= as_of), key=lambda t: t.day)
        # Several of one type on one day are one.
        self.feedback = {}
        for entry in entries:
            for day in entry.feedback:
                if day <= as_of:
                    self.feedback.setdefault(day, []).append(entry)
        self.interviews = self.merge("interviews")
        self.mocks = self.merge("mocks")
        self.held = {d: i for d, i in self.interviews.items() if d <= as_of}
        self.promises = sorted(p for e in entries for p in e.promises
                               if p[0] <= as_of)
        self.tasks = self.merge_tasks()
        self.walk()

    def collect_moves(self):
        merged = {}
        for entry in self.entries:
            for move in entry.moves:
                known = merged.setdefault(
                    (move.day, move.what, move.undated), move)
                if known is not move:
                    known.entries += move.entries
        moves = sorted(merged.values(), key=lambda m: m.place)
        # Such an `outcome` (without a date) does not count if the application
        # has a later move, the future included.
        moves = [m for m in moves if not m.undated or
                 not any(o.place > m.place for o in moves)]
        # `rejected` and `offer` are the same as the event: one of one day.
        once = {}
        for move in moves:
            known = once.setdefault((move.day, move.what), move)
            if known is not move:
                known.entries += move.entries
        self.all_moves = sorted(once.values(), key=lambda m: m.place)
        # Events dated later are the future and not used, save that a future
        # interview counts as arranged.
        self.past_moves = [m for m in self.all_moves if m.day <= self.as_of]
        self.arranged_moves = [m for m in self.all_moves
                               if m.day <= self.as_of or m.what == "interview"]
        self.moves = (self.arranged_moves
                      if self.readings["arranged"] == "everywhere"
                      else self.past_moves)

    def merge(self, name):
        """Interviews or mocks by day: {day: (assessed, entries)}."""
        found = {}
        for entry in self.entries:
            for day, assessed in getattr(entry, name):
                known, entries = found.get(day, (False, []))
                if entry not in entries:
                    entries = entries + [entry]
                found[day] = (known or assessed, entries)
        return found

    def merge_tasks(self):
        """Tasks of one application with the same words and due date are one
        (cancelled ones aside, and those without a due date make no item)."""
        found = {}
        for entry in self.entries:
            for task in entry.tasks:
                if task.due and not task.cancelled:
                    found.setdefault((fold(task.words), task.due),
                                     []).append(task)
        return list(found.values())

    def promised(self, day):
        """The promised date of an interview is the one said last in the
        application from its date until the next interview."""
        after = min((d for d in self.interviews if d > day), default=date.max)
        said = [p for p in self.promises if day <= p[0] < after]
        return said[-1][2] if said else None

    def later_move(self, place, moves):
        return next((m for m in moves if m.place > place), None)

    # -- closing

    def walk(self):
        """Finds the closing: the date at which an application ended without
        the job; and the rejections that close the application."""
        self.closing = None
        self.closing_entries = []
        self.closing_rejections = []
        ended_as = None
        start = None            # last interview, reopened or application
        for move in self.moves:
            if move.what in OPENERS:
                # A later application, interview, offer or `reopened` opens it
                # again.
                ended_as = self.closing = None
                if move.what != "offer":
                    start = move
            elif move.what == "accepted":
                pass
            elif ended_as is None or ended_as == "no answer":
                # till then a second ending changes nothing, save that any
                # replaces `no answer`
                ended_as = move.what
                if move.what == "no answer":
                    # for `no answer` that of its last interview, `reopened`
                    # or application
                    base = start or move
                    self.closing = base.day
                    self.closing_entries = base.entries
                else:
                    # that of a rejection, `declined` or `withdrawn`
                    self.closing = move.day
                    self.closing_entries = move.entries
                if move.what == "rejected":
                    self.closing_rejections.append(move)
        # An application with `accepted` never closes.
        if any(m.what == "accepted" for m in self.past_moves):
            self.closing = None
            if self.readings["accepted-rejections"] == "never-closed":
                self.closing_rejections = []
        elif ended_as is None and self.moves:
            self.fall_silent(start)

    def fall_silent(self, start):
        last = self.moves[-1]
        if last.what not in ("interview", "reopened", "application"):
            return
        # for silence the promised date, if later
        closing = start.day
        if self.held:
            promised = self.promised(max(self.held))
            if promised and promised > closing:
                closing = promised
        if last.what == "application":
            # its last move is an application, and at some time since then
            # more than 28 days went by without a touch
            steps = [last.day]
            steps += [t.day for t in self.touches if t.day >= last.day]
            steps.append(self.as_of)
            silent = any((b - a).days > 28 for a, b in zip(steps, steps[1:]))
        else:
            # its last move is an interview or `reopened`, and more than 45
            # days have passed since what would be its closing
            silent = (self.as_of - closing).days > 45
        if silent:
            self.closing = closing
            self.closing_entries = start.entries


def group(entries, as_of, readings):
    """Entries to applications."""
    keyed = {}
    named = {}      # company -> role -> days of its events and touches
    for entry in entries:
        if entry.company and entry.role:
            days_of = named.setdefault(fold_company(entry.company), {})
            days_of.setdefault(fold(entry.role), []).extend(entry.events)
    for entry in entries:
        if not entry.company:
            # Each entry without a company is an application of its own.
            key = ("", entry.order)
        else:
            company = fold_company(entry.company)
            role = fold(entry.role)
            if not role:
                role = role_for(entry.day, named.get(company, {}))
            key = (company, role)
        keyed.setdefault(key, []).append(entry)
    return [Application(list_, as_of, readings) for list_ in keyed.values()]


def role_for(day, roles):
    """An entry without a role belongs to the company's application with the
    last event or touch on or before its date, else to that with the first
    after it (only entries that name a role decide, those after `as of` too; of
    equals the first role by name), else, where no entry names a role, to one
    with an empty role."""
    if not roles:
        return ""
    before = [(max(d for d in list_ if d <= day), role)
              for role, list_ in roles.items()
              if day and any(d <= day for d in list_)]
    if before:
        latest = max(d for d, _ in before)
        return min(role for d, role in before if d == latest)
    after = [(min(list_), role) for role, list_ in roles.items() if list_]
    return min(after)[1] if after else min(roles)


# ---- rules ----------------------------------------------------------------

class Plan:
    def __init__(self, facts, as_of, readings=None):
        self.as_of = as_of
        self.readings = default_readings()
        self.readings.update(readings or {})
        facts = sorted(facts, key=lambda f: f.get("path") or "")
        entries = [Entry(f, i, as_of, self.readings)
                   for i, f in enumerate(facts)]
        self.applications = group(entries, as_of, self.readings)
        self.items = []
        for app in self.applications:
            self.application(app)
            self.thank_you(app)
            self.self_assessment(app)
            self.reply(app)
            self.ask_feedback(app)
            self.thank_for_feedback(app)
            self.reopened(app)
            self.task(app)
            self.prepare(app)
        for apps in self.companies():
            self.keep_in_touch(apps)
        self.leave_out_doubles()
        self.items.sort(key=lambda i: (
            i["due"], i["opens"], i["rule"], i["company"] or "",
            i["role"] or "", i["worked"]))

    def companies(self):
        found = {}
        for app in self.applications:
            if app.company:
                found.setdefault(app.company_key, []).append(app)
        return list(found.values())

    def same_company(self, app):
        if not app.company:
            return [app]
        return [a for a in self.applications
                if a.company_key == app.company_key and a.company]

    def add(self, rule, app, opens, due, met, lapses, entries, worked,
            task=None):
        """done when met, else lapsed after that date, else upcoming before
        `opens` or before its entry's `snooze` date, due from `opens` to `due`,
        overdue after `due`."""
        snooze = max((s for e in entries for s in [snooze_of(e, rule)] if s),
                     default=None)
        if met:
            status = "done"
            worked += "; met: " + met
        elif lapses and self.as_of > lapses:
            status = "lapsed"
            worked += "; lapsed after %s" % lapses
        elif self.as_of < opens:
            status = "upcoming"
        elif snooze and self.as_of < snooze:
            status = "upcoming"
            worked += "; rests until %s" % snooze
        elif self.as_of <= due:
            status = "due"
        else:
            status = "overdue"
        self.items.append({
            "rule": rule, "company": app.company, "role": app.role or None,
            "opens": opens, "due": due, "status": status,
            "days_overdue": ((self.as_of - due).days
                             if status == "overdue" else 0),
            "worked": worked, "path": entries[0].path if entries else None,
            "lapses": lapses, "app": app, "task": task})

    def touch_between(self, touches, first, last):
        """A touch counts no later than the lapse date."""
        for touch in touches:
            if touch.day >= first and (last is None or touch.day <= last):
                return "%s of %s" % (touch.kind, touch.day)
        return None

    # each application event | start + 7 | start + 14 | any other move or
    # feedback from its date on; a third day with a touch | start + 28
    def application(self, app):
        for event in app.past_moves:
            if event.what != "application":
                continue
            first = event.day
            # any other move from its date on
            answer = next((m for m in app.moves if m.day >= first and
                           (m.day, m.what) != (first, "application")), None)
            feedback = sorted(d for d in app.feedback if d >= first)
            met = None
            start = first
            touched = sorted({t.day for t in app.touches if t.day > first})
            for count, day in enumerate(touched):
                # The start is its date, then each of the first two days with
                # a touch after that, while it is neither met nor lapsed.
                late = (answer and answer.day < day or
                        answer and answer.day == day and
                        self.readings["restart-on-answer-day"] == "no")
                late = late or any(d <= day and d <= days(start, 28)
                                   for d in feedback)
                if late or day > days(start, 28):
                    break
                if count == 2:
                    met = "third day with a touch, %s" % day
                    break
                start = day
            lapses = days(start, 28)
            if answer:
                met = "%s of %s" % (answer.what, answer.day)
            elif not met and any(d <= lapses for d in feedback):
                met = "feedback of %s" % feedback[0]
            self.add("application", app, days(start, 7), days(start, 14), met,
                     lapses, event.entries, "applied %s, start %s"
                     % (first, start))

    # each interview held | its date | + 1 day | a thank-you in the application
    # from its date on; any other touch after it | due + 14 days
    def thank_you(self, app):
        for day, (_, entries) in sorted(app.held.items()):
            self.add("thank-you", app, day, days(day, 1),
                     self.thanked(app, day, days(day, 15)), days(day, 15),
                     entries, "interview of %s" % day)

    def thanked(self, app, day, lapses):
        thanks = [t for t in app.touches if t.kind == "thank-you"]
        others = [t for t in app.touches if t.kind != "thank-you"]
        return (self.touch_between(thanks, day, lapses) or
                self.touch_between(others, days(day, 1), lapses))

    # each interview or mock held | its date | + 2 days | the writer's own
    # assessment in that entry or under that heading | due + 30 days
    def self_assessment(self, app):
        held = sorted(app.held.items())
        held += sorted((d, m) for d, m in app.mocks.items() if d <= self.as_of)
        for day, (assessed, entries) in held:
            self.add("self-assessment", app, day, days(day, 2),
                     "an assessment" if assessed else None, days(day, 32),
                     entries, "interview or mock of %s" % day)

    # each interview held | the promised date, else + 7 days | the promised
    # date + 1 day, else + 10 days | an outcome from its date on; a later move
    # (an arranged interview too) or feedback; a touch but a thank-you from
    # `opens` on | 45 days after its date, or the promised date if later
    def reply(self, app):
        for day, (_, entries) in sorted(app.held.items()):
            promised = app.promised(day)
            opens = promised or days(day, 7)
            due = days(promised, 1) if promised else days(day, 10)
            if self.readings["reply-lapse"] == "45-after-later":
                lapses = days(max(day, promised or day), 45)
            else:
                lapses = max(days(day, 45), promised or day)
            # An outcome on the same day comes later in the order of moves.
            move = app.later_move((day, RANK["interview"]), app.arranged_moves)
            met = "%s of %s" % (move.what, move.day) if move else None
            if not met:
                first = (day if self.readings["reply-feedback"] == "same-day"
                         else days(day, 1))
                heard = sorted(d for d in app.feedback
                               if first <= d <= lapses)
                met = "feedback of %s" % heard[0] if heard else None
            if not met:
                touches = [t for t in app.touches if t.kind != "thank-you"]
                met = self.touch_between(touches, opens, lapses)
            self.add("reply", app, opens, due, met, lapses, entries,
                     "interview of %s, promised %s" % (day, promised))

    # each rejection that closes an application with an interview held | its
    # date | + 3 days | feedback or a feedback-request from its date on |
    # due + 30 days
    def ask_feedback(self, app):
        for move in app.closing_rejections:
            held = list(app.held)
            if self.readings["ask-feedback-held"] == "by-rejection":
                held = [d for d in held if d <= move.day]
            if not held:
                continue
            lapses = days(move.day, 33)
            asked = [t for t in app.touches if t.kind == "feedback-request"]
            met = self.touch_between(asked, move.day, lapses)
            heard = sorted(d for d in app.feedback if move.day <= d <= lapses)
            if heard:
                met = met or "feedback of %s" % heard[0]
            self.add("ask-feedback", app, move.day, days(move.day, 3), met,
                     lapses, move.entries, "rejected %s" % move.day)

    # each feedback event, save on the day of an interview | its date | + 1 day
    # | a thank-you in the application from its date on; any other touch after
    # it | due + 14 days
    def thank_for_feedback(self, app):
        for day, entries in sorted(app.feedback.items()):
            if day in app.interviews:
                continue
            self.add("thank-for-feedback", app, day, days(day, 1),
                     self.thanked(app, day, days(day, 15)), days(day, 15),
                     entries, "feedback of %s" % day)

    # each `reopened` | its date | + 1 day | a touch to that company from its
    # date on; a later move there | due + 90 days
    def reopened(self, app):
        there = self.same_company(app)
        touches = sorted((t for a in there for t in a.touches),
                         key=lambda t: t.day)
        for event in app.past_moves:
            if event.what != "reopened":
                continue
            lapses = days(event.day, 91)
            met = self.touch_between(touches, event.day, lapses)
            apps = (there if self.readings["reopened-there"] == "company"
                    else [app])
            for other in apps:
                move = other.later_move(event.place, other.moves)
                if move:
                    met = met or "%s of %s" % (move.what, move.day)
            self.add("reopened", app, event.day, days(event.day, 1), met,
                     lapses, event.entries, "reopened %s" % event.day)

    # each task or `follow ups` item with a due date, cancelled ones aside |
    # due - 7 days | its due date | ticked, or `done`; for a `follow ups` item
    # worded as a touch or only a date, also a move, or a touch but a
    # thank-you, after its entry's date and from `opens` on | never
    def task(self, app):
        for same in app.tasks:
            due = same[0].due
            opens = days(due, -7)
            met = None
            for task in same:
                if task.is_done(self.as_of):
                    met = met or "ticked"
                elif task.is_follow_up and (not plain(task.words) or
                                            kind_of_task(task.words)):
                    met = met or self.followed_up(app, task, opens)
            self.add("task", app, opens, due, met, None,
                     [t.entry for t in same], "task '%s' due %s"
                     % (same[0].words, due), task=same[0])

    def followed_up(self, app, task, opens):
        first = opens
        if task.entry_day:
            first = max(opens, days(task.entry_day, 1))
        for move in app.moves:
            if move.day >= first:
                return "%s of %s" % (move.what, move.day)
        touches = [t for t in app.touches if t.kind != "thank-you"]
        return self.touch_between(touches, first, None)

    # each interview after `as of` | its date - 7 days | its date - 1 day | a
    # ticked task there that says prepare, prep, practise, rehearse or research
    # | (gone on its date)
    def prepare(self, app):
        for day, (_, entries) in sorted(app.interviews.items()):
            if day <= self.as_of:
                continue
            met = None
            for task in (t for e in app.entries for t in e.tasks):
                there = task.entry in entries and task.there == day
                if self.readings["prepare-there"] == "application":
                    there = True
                if (there and not task.cancelled and
                        task.is_done(self.as_of) and
                        says_prepare(task.words)):
                    met = "ticked '%s'" % task.words
            self.add("prepare", app, days(day, -7), days(day, -1), met, None,
                     entries, "interview of %s" % day)

    # each company that interviewed the writer and whose applications (those
    # without a move aside) are all closed | ... | each touch starts the next
    # one | never
    def keep_in_touch(self, apps):
        if not any(a.held for a in apps):
            return
        # `keep in touch: no`: no keep-in-touch items for this company
        if any(e.facts.get("keep_in_touch") is False
               for a in apps for e in a.entries):
            return
        moved = [a for a in apps if a.moves]
        if any(a.closing is None for a in moved):
            return
        # One item a company, based on its latest closing (of equals the first
        # role by name), with that application's role.
        latest = max(a.closing for a in moved)
        app = min((a for a in moved if a.closing == latest),
                  key=lambda a: a.role_key)
        touches = sorted((t for a in apps for t in a.touches),
                         key=lambda t: t.day)
        # Steps are the days after the closing with a touch to that company,
        # save thank-yous and feedback-requests.
        steps = sorted({t.day for t in touches if t.day > latest and
                        t.kind not in ("thank-you", "feedback-request")})
        base = steps[-1] if steps else latest
        entries = app.closing_entries
        if steps:
            entries = [t.entry for t in touches if t.day == base and
                       t.kind not in ("thank-you", "feedback-request")]
        if len(steps) < 2:
            start, end = months(base, 3), months(base, 4)
        else:
            start, end = months(base, 4), months(base, 6)
        # The quarter: last = the later of the base and the company's latest
        # touch of any kind
        last = max([base] + [t.day for t in touches])
        due = min(end, months(last, 3))
        opens = min(start, days(due, -14))
        if self.readings["keep-in-touch-snooze"] == "company":
            entries = entries + [e for a in apps for e in a.entries]
        self.add("keep-in-touch", app, opens, due, None, None, entries,
                 "closed %s, n = %d, base %s, last touch %s"
                 % (latest, len(steps), base, last))

    # No doubles
    def leave_out_doubles(self):
        open_tasks = [i for i in self.items if i["rule"] == "task" and
                      i["status"] not in ("done", "lapsed")]
        self.left_out = []
        kept = []
        for item in self.items:
            task = self.double(item, open_tasks)
            if task:
                self.left_out.append((item, task))
            else:
                kept.append(item)
        self.items = kept

    def double(self, item, open_tasks):
        """An open item is left out where an open task of that application (for
        `keep-in-touch` and `reopened`, that company), due on or after the
        item's `opens`, says the same."""
        if item["rule"] == "task" or item["status"] in ("done", "lapsed"):
            return None
        apps = [item["app"]]
        if item["rule"] in ("keep-in-touch", "reopened"):
            apps = self.same_company(item["app"])
        for other in open_tasks:
            if (other["app"] in apps and other["due"] >= item["opens"] and
                    says_the_same(item["rule"], other["task"])):
                return other
        return None

    def result(self):
        """The items as in expected.json."""
        keys = ("rule", "company", "role", "opens", "due", "status",
                "days_overdue", "worked")
        return [{k: str(i[k]) if k in ("opens", "due") else i[k]
                 for k in keys} for i in self.items]


def says_the_same(rule, task):
    kind = kind_of_task(task.words)
    if rule in ("thank-you", "thank-for-feedback"):
        return kind == "thank-you"
    if rule == "ask-feedback":
        return kind == "feedback-request"
    if rule == "prepare":
        return says_prepare(task.words)
    if rule in ("application", "reply", "keep-in-touch", "reopened"):
        # any other touch or only a date
        return (kind not in (None, "thank-you", "feedback-request") or
                not plain(task.words))
    return False


def snooze_of(entry, rule):
    """A date, or a mapping of rule to date: the entry's open items, or those
    of that rule, rest until then."""
    snooze = entry.snooze
    if isinstance(snooze, dict):
        snooze = snooze.get(rule)
    return parse(snooze) if snooze else None


def follow_ups(facts, as_of, readings=None):
    """The complete list of follow-up items of a journal at a date."""
    if isinstance(as_of, str):
        as_of = parse(as_of)
    return Plan(facts, as_of, readings).result()


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("facts")
    parser.add_argument("as_of")
    parser.add_argument("--reading", action="append", default=[],
                        metavar="NAME=VALUE")
    args = parser.parse_args()
    readings = {}
    for reading in args.reading:
        name, _, value = reading.partition("=")
        if value not in READINGS.get(name, ()):
            parser.error("no such reading: %s" % reading)
        readings[name] = value
    with open(args.facts, encoding="utf-8") as file:
        facts = json.load(file)
    json.dump(follow_ups(facts, args.as_of, readings), sys.stdout, indent=1,
              ensure_ascii=False)
    print()
    return 0


if __name__ == "__main__":
    sys.exit(main())
