"""Writes stories down as markdown files, in the many forms that people use, and
notes beside each file what a perfect reader would find in it."""

import re
import unicodedata
from datetime import timedelta

import oracle
from story import DONE_WORDS, PEOPLE, TASK_WORDS

MONTHS = ["January", "February", "March", "April", "May", "June", "July",
          "August", "September", "October", "November", "December"]
WEEKDAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday",
            "Saturday", "Sunday"]

# No dates, promises, judgements or words of a touch in here.
PROSE = [
    "The office looks out on a canal.",
    "They make valves for breweries and small dairies.",
    "The building used to be a school.",
    "Two rooms, a long corridor and a great many plants.",
    "The lift was out of order.",
    "Forty people work there, most of them in the workshop.",
    "Coffee came in tall glasses.",
    "The team is spread over three towns.",
    "A model of the old harbour stands in the hall.",
    "Their largest customer is a hospital.",
    "The post is new, and the desk is not yet there.",
]
ASSESSMENTS = [
    "I kept my answers short.",
    "I rambled when they asked about the budget.",
    "The example about the archive worked.",
    "I spoke too fast at the start.",
    "I asked nothing about the team.",
]
FEEDBACK_TEXT = [
    "They took somebody who lives in the town.",
    "The other candidate knew the software.",
    "They wanted more years in the trade.",
]
PROMISES = [
    "They will let me know by {d}.",
    "{p} promised an answer by {d}.",
    "{p} said that I will hear by {d}.",
    "{p} will get back to me by {d}.",
]
SELF_TITLES = ["Self-assessment", "Reflection", "Retro", "Retrospective",
               "What went wrong", "What I'd do differently", "To improve",
               "Mistakes", "Lessons learned", "What went well", "Strengths",
               "Wins", "reflection", "SELF-ASSESSMENT", "🪞 Reflection"]
TASK_TITLES = ["Follow-up", "Next steps", "Action items", "To do",
               "next steps", "✅ To do", "Follow up"]
FEEDBACK_TITLES = ["Feedback", "What they said", "feedback"]
WEAKNESSES = ["questions", "nerves", "listening", "stories", "clarity",
              "rapport", "technical", "interest"]
STAGES = ["phone screen", "technical", "on-site", "panel", "final"]

HEADINGS = {
    "interview": ["Phone screen", "On-site", "Interview", "Panel interview",
                  "Final round", "Technical interview", "First interview",
                  "Video interview", "Call with {p}"],
    "application": ["Applied", "Application", "Applied on their website"],
    "rejection": ["Rejected", "Rejection"],
    "offer": ["Offer", "An offer"],
    "accepted": ["Accepted", "Accepted the post"],
    "declined": ["Declined", "Declined the offer"],
    "withdrawn": ["Withdrew", "I withdrew"],
    "feedback": ["Feedback", "Feedback from {p}"],
    "mock": ["Mock interview", "Mock interview with a friend"],
    "note": ["Note", "News from the trade press", "Prep"],
    "thank-you": ["Thank-you note", "Thank-you to {p}"],
    "feedback-request": ["Asked for feedback", "Asked {p} for feedback"],
    "check-in": ["Check-in", "Check-in with {p}"],
    "document": ["Sent an article", "Sent the case study"],
    "other": ["Follow-up"],
}
OUTCOMES = {
    "pending": ["pending", "waiting", "in progress", "interviewing",
                "under review", "open"],
    "rejected": ["rejected", "Rejected", "declined by them",
                 '"#application/rejected"'],
    "no answer": ["no answer", "ghosted", "No answer"],
    "offer": ["offer", "Offer"],
    "accepted": ["accepted", "hired"],
    "declined": ["declined", "declined by me"],
    "withdrawn": ["withdrawn", "Withdrawn"],
}
ENDINGS = {"rejection": "rejected", "offer": "offer", "accepted": "accepted",
           "declined": "declined", "withdrawn": "withdrawn",
           "no answer": "no answer"}
ALIASES = {
    "company": ["company", "employer", "organization", "organisation", "org"],
    "role": ["role", "position", "job", "job title", "vacancy", "opening"],
    "date": ["date", "date", "date", "when", "day", "created"],
    "date applied": ["date applied", "applied", "applied date",
                     "application date"],
    "type": ["type", "type", "kind", "event"],
    "stage": ["stage", "round"],
    "outcome": ["outcome", "status", "result"],
    "outcome date": ["outcome date", "decided"],
    "tags": ["tags", "tag", "keywords"],
    "ratings": ["ratings", "rating", "scores", "self rating"],
    "follow ups": ["follow ups", "follow up", "next", "next steps",
                   "next follow up", "todo"],
    "thank you": ["thank you", "thanked", "thank you sent",
                  "thank you note"],
    "touches": ["touches", "touch", "contacted", "last contact",
                "last contacted"],
    "expect by": ["expect by", "decision by", "reply by", "hear back by"],
}


class Hand:
    """How one person writes: favourite dates and keys, with some whim."""

    def __init__(self, rng):
        self.rng = rng
        self.favourite = rng.choice(["iso"] * 5 + ["slash", "long", "short",
                                                   "mdy", "american"])
        self.separator = rng.choice([" ", " ", "_", "-"])
        self.title_case = rng.random() < 0.15
        self.aliases = {k: rng.choice(v) for k, v in ALIASES.items()}

    def chance(self, share):
        return self.rng.random() < share

    def pick(self, values):
        return self.rng.choice(values)

    def date(self, day, where="text"):
        form = self.favourite
        if self.chance(0.2):
            form = self.pick(["iso", "slash", "long", "short", "mdy",
                              "american", "time"])
        if form == "time" and where == "front":
            return "%sT%02d:30+01:00" % (day, self.rng.randint(8, 17))
        month = MONTHS[day.month - 1]
        if form == "slash":
            return "%04d/%02d/%02d" % (day.year, day.month, day.day)
        if form == "long":
            return "%d %s %d" % (day.day, month, day.year)
        if form == "short":
            tail = ("th" if 10 < day.day < 20 else
                    {1: "st", 2: "nd", 3: "rd"}.get(day.day % 10, "th"))
            return "%s %d%s, %d" % (month[:3], day.day, tail, day.year)
        if form == "mdy":
            return "%d/%d/%d" % (day.month, day.day, day.year)
        if form == "american":
            return "%s %d, %d" % (month, day.day, day.year)
        return str(day)

    def key(self, name):
        name = self.aliases.get(name, name)
        if self.chance(0.15):
            name = self.pick(ALIASES.get(name, [name]))
        name = name.replace(" ", self.separator)
        return name.capitalize() if self.title_case else name

    def relative(self, day, reference):
        """Words for a day, seen from an entry's or a heading's."""
        ahead = (day - reference).days
        if ahead == 1:
            return "tomorrow"
        if ahead == 14:
            return self.pick(["in two weeks", "in a fortnight"])
        if 2 <= ahead <= 6:
            return WEEKDAYS[day.weekday()]
        monday = reference - timedelta(days=reference.weekday())
        if 7 <= (day - monday).days < 14:
            return "next " + WEEKDAYS[day.weekday()]
        if 2 <= ahead < 300:
            return "%d %s" % (day.day, MONTHS[day.month - 1])
        return None


class Part:
    """The outside of a file, or what stands under one dated heading."""

    def __init__(self, page, day, facts):
        self.page = page
        self.day = day          # what relative dates resolve against
        self.facts = facts
        self.prose = []
        self.tasks = []         # tasks below no heading of their own
        self.sections = []      # [kind, title, lines]
        self.title = None

    def section(self, kind, titles):
        for known in self.sections:
            if known[0] == kind:
                return known[2]
        self.sections.append([kind, self.page.hand.pick(titles), []])
        return self.sections[-1][2]


class Page:
    """One file and its facts."""

    def __init__(self, hand, story, path):
        self.hand = hand
        self.story = story
        self.path = path
        self.front = []
        self.tags = []
        self.touches = []
        self.follow_ups = []
        self.feedback = {}
        self.fields = []
        self.has_ratings = False
        self.itself = None      # the heading that is the entry itself
        self.facts = {
            "path": path, "company": None, "role": None, "date": None,
            "type": "note", "kind": None, "applied": None, "outcome": None,
            "outcome_date": None, "thank_you": None, "feedback": None,
            "touches": [], "follow_ups": [], "expect_by": [],
            "assessed": False, "tasks": [], "keep_in_touch": True,
            "snooze": None, "reopened": None, "headings": []}
        self.outside = Part(self, None, self.facts)
        self.heads = []
        self.covers = []        # (event, part) told here

    def key(self, name, value):
        self.front.append("%s: %s" % (self.hand.key(name), value))

    def put_date(self, name, day):
        self.key(name, self.hand.date(day, "front"))

    # -- single facts

    def name(self, company, role):
        self.facts["company"] = company
        self.facts["role"] = role
        hand = self.hand
        if company:
            link = hand.chance(0.07)
            self.key("company", '"[[%s]]"' % company if link else company)
        if role:
            self.key("role", role)

    def set_day(self, day):
        self.facts["date"] = str(day)
        self.outside.day = day
        hand = self.hand
        if hand.chance(0.15):
            stem = self.path.rsplit("/", 1)
            stem[-1] = "%s %s" % (
                day if hand.chance(0.7) else day.strftime("%Y%m%d"), stem[-1])
            self.path = self.facts["path"] = "/".join(stem)
        else:
            self.put_date("date", day)

    def set_outcome(self, outcome, day=None):
        self.facts["outcome"] = outcome
        if outcome == "rejected" and day and self.hand.chance(0.25):
            self.facts["outcome_date"] = str(day)
            self.put_date("rejected", day)
            return
        self.key("outcome", self.hand.pick(OUTCOMES[outcome]))
        if day:
            self.facts["outcome_date"] = str(day)
            self.put_date("outcome date", day)

    def assess(self, part):
        hand = self.hand
        part.facts["assessed"] = True
        form = hand.pick(["section"] * 3 + ["tag", "rating"])
        if part is not self.outside or form == "section" or (
                form == "rating" and self.has_ratings):
            part.section("self", SELF_TITLES).append(
                hand.pick(["- ", ""]) + hand.pick(ASSESSMENTS))
        elif form == "tag":
            self.tags.append(hand.pick(["weakness/", "strength/"]) +
                             hand.pick(WEAKNESSES))
        else:
            self.ratings(hand.pick([1, 2, 4, 5]))

    def ratings(self, value):
        self.has_ratings = True
        self.front.append("%s:\n  %s: %d" % (
            self.hand.key("ratings"), self.hand.pick(WEAKNESSES), value))

    def no_assessment(self, part):
        """Things that look like an assessment and are none."""
        if self.hand.chance(0.1):
            part.section("self", SELF_TITLES)
        elif part is self.outside and self.hand.chance(0.05):
            self.ratings(3)

    def thank(self, day):
        hand = self.hand
        if day is True or (self.outside.day == day and
                           not self.has_inner_interviews() and
                           hand.chance(0.6)):
            self.facts["thank_you"] = True
            self.key("thank you", "true")
            return
        self.facts["thank_you"] = str(day)
        if hand.chance(0.15):
            self.front.append("%s:\n  sent: %s" % (
                hand.key("thank you"), hand.date(day, "front")))
        elif hand.chance(0.08):
            self.fields.append("thank you:: %s" % day)
        else:
            self.put_date("thank you", day)

    def has_inner_interviews(self):
        return any(h["type"] == "interview" for h in self.facts["headings"])

    def touch(self, day, kind):
        what = kind
        if kind == "other" and self.hand.chance(0.5):
            what = self.hand.pick([None, None, "e-mail", "wrote to them"])
        elif self.hand.chance(0.2):
            what = {"document": "sent the portfolio", "call": "phone call",
                    "check-in": "checked in", "thank-you": "thanked them",
                    "feedback-request": "asked for feedback"}.get(kind, kind)
        self.touches.append((day, what))
        self.facts["touches"].append({"date": str(day), "what": what})

    def promise(self, part, promised):
        hand = self.hand
        part.facts.setdefault("expect_by", []).append(str(promised))
        if part is self.outside and len(part.facts["expect_by"]) == 1 and \
                hand.chance(0.6):
            if hand.chance(0.1):
                self.fields.append("expect by:: %s" % promised)
            else:
                self.put_date("expect by", promised)
            return
        text = None
        if part.day and hand.chance(0.15):
            text = hand.relative(promised, part.day)
        text = text or hand.date(promised)
        part.prose.append(hand.pick(PROMISES).replace("{d}", text).replace(
            "{p}", hand.pick(PEOPLE).split()[0]))

    def task(self, part, words, state, due, done):
        hand = self.hand
        part.facts.setdefault("tasks", []).append({
            "mark": state, "words": words, "due": str(due) if due else None,
            "done": str(done) if done else None})
        text = "- [%s] %s" % ({"open": " ", "ticked": "x",
                               "cancelled": "-"}[state], words)
        if due:
            text += self.due_mark(part, due)
        if done:
            text += (" ✅ %s" % done if hand.chance(0.7) else
                     ", done: %s" % hand.date(done))
        if due and hand.chance(0.25):
            part.tasks.append(text)
        else:
            part.section("tasks", TASK_TITLES).append(text)

    def due_mark(self, part, due):
        hand = self.hand
        if part.day and hand.chance(0.08):
            text = hand.relative(due, part.day)
            if text and text.startswith("in "):
                return ", due " + text
            if text:
                return " by " + text
        day = hand.date(due)
        return hand.pick([", due %s" % day, ", due %s" % day,
                          " due: %s" % day, " due:: %s" % due,
                          " @due(%s)" % due, " 📅 %s" % due,
                          " (by %s)" % day, " by %s" % day,
                          " [due:: %s]" % due, " ⏳ %s" % due])

    def follow_up(self, words, due, done):
        """done: None, True or a date."""
        self.follow_ups.append((words, due, done))
        self.facts["follow_ups"].append({
            "words": words, "due": str(due),
            "done": done if done in (None, True) else str(done)})

    # -- writing

    def write_touches(self):
        hand = self.hand
        if not self.touches:
            return
        key = hand.key("touches")
        if len(self.touches) > 1 and self.touches[-1][1] is None and \
                hand.chance(0.3):
            # of several spellings of one key lists add up
            day, _ = self.touches.pop()
            other = hand.pick([k for k in ALIASES["touches"] if k !=
                               re.sub("[-_]", " ", key.lower())])
            self.front.append("%s: %s" % (other, hand.date(day, "front")))
        plain = all(what is None for _, what in self.touches)
        if plain and len(self.touches) == 1 and hand.chance(0.6):
            self.front.append("%s: %s" % (key, hand.date(self.touches[0][0],
                                                         "front")))
        elif plain and hand.chance(0.6):
            self.front.append("%s: [%s]" % (key, ", ".join(
                str(d) for d, _ in self.touches)))
        else:
            lines = [key + ":"]
            for day, what in self.touches:
                if what is None:
                    lines.append("  - " + hand.date(day, "front"))
                    continue
                lines.append("  - date: " + hand.date(day, "front"))
                lines.append("    what: " + what)
            self.front.append("\n".join(lines))

    def write_follow_ups(self):
        hand = self.hand
        if not self.follow_ups:
            return
        if len(self.follow_ups) == 1:
            words, due, done = self.follow_ups[0]
            if not words and done is None and hand.chance(0.8):
                self.front.append("%s: %s" % (
                    hand.pick([hand.key("follow ups"), "follow up date",
                               "follow up", "next_follow_up"]),
                    hand.date(due, "front")))
                return
            if words and done is None and hand.chance(0.4):
                self.key("follow ups", words + hand.pick(
                    [" by ", " on ", ", due "]) + hand.date(due))
                return
            if words and done is None and hand.chance(0.3):
                self.front.append("next action: %s" % words)
                self.front.append("next action date: %s"
                                  % hand.date(due, "front"))
                return
        lines = [hand.key("follow ups") + ":"]
        for words, due, done in self.follow_ups:
            if done is None and not words:
                lines.append("  - " + hand.date(due, "front"))
                continue
            lines.append("  - due: " + hand.date(due, "front"))
            if words:
                lines.append("    action: " + words)
            if hand.chance(0.2):
                lines.append("    with: " + hand.pick(PEOPLE))
            if done is True:
                lines.append("    done: true")
            elif done:
                lines.append("    done: " + hand.date(done, "front"))
        self.front.append("\n".join(lines))

    def write_feedback(self):
        if not self.feedback:
            return
        asked, received = (self.feedback.get(k) for k in ("asked", "received"))
        text = self.feedback.get("text")
        self.facts["feedback"] = {
            "asked": str(asked) if asked else None,
            "received": str(received) if received else None,
            "text": bool(text) or self.feedback.get("section", False)}
        if text and not asked and not received:
            self.front.append("feedback: " + text)
            return
        lines = ["feedback:"]
        if asked:
            lines.append("  asked: " + self.hand.date(asked, "front"))
        if received:
            lines.append("  received: " + self.hand.date(received, "front"))
        if text:
            lines.append("  text: " + text)
        if len(lines) > 1:
            self.front.append("\n".join(lines))

    def write_tags(self):
        hand = self.hand
        if hand.chance(0.1):
            self.tags.append(hand.pick(["berlin", "remote", "crafts"]))
        if not self.tags:
            return
        if hand.chance(0.5):
            self.key("tags", "[%s]" % ", ".join(self.tags))
        elif hand.chance(0.5):
            self.key("tags", ", ".join(self.tags))
        else:
            self.front.append("\n".join(
                [hand.key("tags") + ":"] + ["  - " + t for t in self.tags]))

    def text(self):
        """The whole file."""
        hand = self.hand
        self.write_touches()
        self.write_follow_ups()
        self.write_feedback()
        self.write_tags()
        if hand.chance(0.2):
            self.front.append("%s: %s" % (
                hand.pick(["contact", "interviewer", "recruiter",
                           "hiring manager"]), hand.pick(PEOPLE)))
        if not self.facts["keep_in_touch"]:
            self.key("keep in touch", "no")
        if hand.chance(0.7):
            hand.rng.shuffle(self.front)
        lines = ["---"] + self.front + [hand.pick(["---"] * 9 + ["..."]), ""]
        level = 1
        if hand.chance(0.5):
            title = self.facts["company"] or "Practice"
            lines += ["# " + title, ""]
            level = 2
        for field in self.fields:
            lines += [field, ""]
        if hand.chance(0.06):
            lines += ["```", "- [ ] Call the front desk, due 2026-01-15",
                      "```", ""]
        if hand.chance(0.06):
            lines += ["%% - [x] Thank everybody, due 2025-05-05 %%", ""]
        tail = []
        if self.heads and not self.itself and hand.chance(0.2):
            # sections of the file after the dated headings, at their level
            tail = self.outside.sections
            self.outside.sections = []
        if self.itself:
            self.outside.title = self.itself
            self.write_part(lines, self.outside, level)
        else:
            self.write_part(lines, self.outside, level - 1)
        for head in self.heads:
            self.write_part(lines, head, level)
        for section in tail:
            self.write_section(lines, section, level)
        return "\n".join(lines).rstrip("\n") + "\n"

    def write_part(self, lines, part, level):
        hand = self.hand
        if part.title:
            lines += ["#" * level + " " + part.title, ""]
        prose = hand.rng.sample(PROSE, hand.rng.randint(0, 2)) + part.prose
        if prose:
            lines += prose + [""]
        if part.tasks:
            lines += part.tasks + [""]
        for section in part.sections:
            self.write_section(lines, section, level + 1)

    def write_section(self, lines, section, level):
        _, title, body = section
        lines += ["#" * level + " " + title, ""]
        if body:
            lines += body + [""]


class Scribe:
    """Distributes a story over pages."""

    def __init__(self, hand, story, folder, number):
        self.hand = hand
        self.story = story
        self.folder = folder
        self.number = number
        self.pages = []
        self.roleless = hand.chance(0.1)

    def path(self, word):
        """A name that holds no date and no word that means anything."""
        stem = "".join(c for c in self.story.company.lower()
                       if c.isascii() and c.isalnum())
        name = "%s-%d%s" % (stem, self.number, word)
        name += self.hand.pick([".md"] * 8 + [".markdown", ".MD"])
        return self.folder + name

    def company(self):
        """The company in one of its spellings."""
        hand, name = self.hand, self.story.company
        if hand.chance(0.65):
            return name
        forms = [name.lower(), name.upper(),
                 name + hand.pick([" Inc", ", Inc.", " Ltd", " LLC", " GmbH",
                                   " Limited", " Co", " AG", " S.A."]),
                 name.replace(" ", "-", 1) if "&" not in name else name]
        bare = "".join(c for c in unicodedata.normalize("NFD", name)
                       if not unicodedata.combining(c))
        forms.append(bare)
        other = hand.pick(forms)
        assert oracle.fold_company(other) == oracle.fold_company(name), other
        return other

    def role(self):
        hand, role = self.hand, self.story.role
        if self.roleless or hand.chance(0.06):
            return None
        return role.lower() if hand.chance(0.1) else role

    def new_page(self, company=True):
        page = Page(self.hand, self.story,
                    self.path(chr(ord("a") + len(self.pages))))
        page.name(self.company() if company else None,
                  self.role() if company else None)
        self.pages.append(page)
        return page

    def write(self):
        events = self.story.events
        for chunk in self.chunks(events):
            self.write_chunk(chunk)
        for extra in self.story.extras:
            self.place(extra)
        self.finish()
        return self.pages

    def chunks(self, events):
        """Which events share a file."""
        hand = self.hand
        style = hand.pick(["one", "one", "each", "each", "mixed"])
        chunks = []
        for event in events:
            fresh = (not chunks or style == "each" or
                     style == "mixed" and hand.chance(0.35))
            if not fresh and event.what in ("reopened", "no answer"):
                # one of these a file: they have no heading of their own
                fresh = any(e.what == event.what for e in chunks[-1])
            if not fresh and chunks[-1][0].what in ("mock", "reopened"):
                fresh = "mock" in (event.what, chunks[-1][0].what)
            if fresh:
                chunks.append([])
            chunks[-1].append(event)
        return chunks

    def write_chunk(self, chunk):
        page = self.new_page()
        plain = [e for e in chunk if e.what not in ("reopened", "no answer")]
        for event in chunk:
            if event.what == "reopened":
                self.put_reopened(page, event)
        if not plain:
            page.facts["type"] = "note"
            page.key("type", "note")
            page.set_day(chunk[0].day)
        elif len(plain) == 1:
            self.write_entry(page, plain[0], [])
        elif self.can_be_dateless(plain) and self.hand.chance(0.5):
            self.write_dateless(page, plain)
        else:
            self.write_entry(page, plain[0], plain[1:])
        for event in chunk:
            if event.what == "no answer":
                page.set_outcome("no answer", None if event.day == max(
                    e.day for e in chunk) and self.hand.chance(0.5)
                    else event.day)
            if event.what in ("reopened", "no answer"):
                page.covers.append((event, page.outside))
        self.vary(page, chunk)

    def put_reopened(self, page, event):
        hand = self.hand
        page.facts["reopened"] = str(event.day)
        if hand.chance(0.5):
            page.put_date("reopened", event.day)
        else:
            page.front.append("reopened:\n  date: %s\n  why: %s" % (
                hand.date(event.day, "front"), event.why))

    def can_be_dateless(self, events):
        """A file of dated headings: a note at the first heading's date, where
        no note may stand lest it be the entry itself."""
        return (any(e.what == "interview" for e in events) and
                events[0].what not in ("note", "accepted", "declined",
                                       "withdrawn") and
                not any(e.day == events[0].day and heading_type(e) == "note"
                        for e in events))

    def write_dateless(self, page, events):
        events = self.absorb(page, events)
        if not events or not self.can_be_dateless(events):
            # what is left has no interview to make the file a note
            page.key("type", "note")
            first = min(e.day for e in self.story.events)
            page.set_day(first - timedelta(days=1))
        else:
            page.facts["date"] = str(events[0].day)
        page.facts["type"] = "note"
        page.outside.day = None
        self.write_heads(page, events)

    def absorb(self, page, events):
        """Events that the front matter tells instead of a heading."""
        hand = self.hand
        left = list(events)
        for event in events:
            if event.what == "application" and hand.chance(0.5) and \
                    not page.facts["applied"] and len(left) > 1:
                page.facts["applied"] = str(event.day)
                page.put_date("date applied", event.day)
            elif event.what in ENDINGS and event is events[-1] and \
                    not page.facts["outcome"] and hand.chance(0.5) and \
                    not self.story_has_no_answer():
                page.set_outcome(ENDINGS[event.what], event.day)
            elif event.what == "feedback" and not page.feedback and \
                    hand.chance(0.6):
                page.feedback = {"received": event.day}
                if hand.chance(0.5):
                    page.feedback["text"] = hand.pick(FEEDBACK_TEXT)
            else:
                continue
            left.remove(event)
            page.covers.append((event, page.outside))
        return left

    def story_has_no_answer(self):
        return any(e.what == "no answer" for e in self.story.events)

    def write_heads(self, page, events):
        hand = self.hand
        for event in events:
            facts = {"date": str(event.day), "type": heading_type(event),
                     "words": "", "outcome": None, "expect_by": [],
                     "assessed": False, "feedback": False, "tasks": []}
            if event.what in ("accepted", "declined", "withdrawn"):
                facts["outcome"] = event.what
            kind = event.what if event.what != "touch" else event.kind
            if kind == "call":
                kind = "other"
            words = hand.pick(HEADINGS[kind]).replace(
                "{p}", hand.pick(PEOPLE).split()[0])
            facts["words"] = words
            head = Part(page, event.day, facts)
            day = hand.date(event.day)
            head.title = hand.pick(["%s %s", "%s %s", "%s: %s", "%s - %s"]
                                   ) % (day, words)
            if hand.chance(0.2):
                head.title = hand.pick(["%s, %s", "%s (%s)"]) % (words, day)
            page.facts["headings"].append(facts)
            page.heads.append(head)
            page.covers.append((event, head))
            self.add_assessment(page, head, event)
            if event.what in ("rejection", "interview") and hand.chance(
                    0.12 if event.what == "rejection" else 0.04):
                facts["feedback"] = True
                head.section("feedback", FEEDBACK_TITLES).append(
                    hand.pick(FEEDBACK_TEXT))

    def add_assessment(self, page, part, event):
        if event.assessed:
            page.assess(part)
        elif event.what in ("interview", "mock"):
            page.no_assessment(part)
        elif event.what == "rejection" and self.hand.chance(0.1):
            # somebody looks back, but not in the interview's entry
            page.assess(part)

    def write_entry(self, page, event, rest):
        """A file that is itself an event, with the rest below headings."""
        hand = self.hand
        what = event.what
        clash = [e for e in rest if e.day == event.day and
                 heading_type(e) in ("note", heading_type(event))]
        for other in clash:
            rest.remove(other)
            self.write_chunk([other])
        if rest:
            rest = self.absorb(page, rest)
        self.write_heads(page, rest)
        inner = page.has_inner_interviews()
        page.facts["type"] = heading_type(event)
        page.covers.append((event, page.outside))
        page.set_day(event.day)
        if what in ("accepted", "declined", "withdrawn"):
            page.key("type", "note")
            if page.facts["outcome"] is None:
                page.set_outcome(what, event.day if rest or hand.chance(0.3)
                                 else None)
            else:
                self.write_chunk([event])
        elif what == "interview":
            self.interview_type(page, inner)
        elif what == "application":
            self.application_type(page, event, rest)
        elif what == "rejection":
            self.rejection_type(page, event, rest)
        elif what == "touch":
            self.touch_type(page, event)
        elif hand.chance(0.3) and what in ("offer", "feedback", "mock"):
            page.tags.append(what)
        else:
            page.key("type", what)
        if what == "offer" and page.facts["outcome"] is None and \
                hand.chance(0.2):
            page.set_outcome("offer")
        self.add_assessment(page, page.outside, event)
        if what in ("interview", "rejection") and hand.chance(0.08):
            page.feedback.setdefault("section", True)
            page.outside.section("feedback", FEEDBACK_TITLES).append(
                hand.pick(FEEDBACK_TEXT))
        elif what == "rejection" and not page.feedback and hand.chance(0.08):
            page.feedback["text"] = hand.pick(FEEDBACK_TEXT)
        if rest and what in ("interview", "application", "rejection") and \
                not page.feedback.get("section") and hand.chance(0.25):
            page.itself = "%s %s" % (hand.date(event.day),
                                     hand.pick(HEADINGS[what]).replace(
                                         "{p}", "them"))

    def interview_type(self, page, inner):
        hand = self.hand
        form = hand.pick(["type", "type", "tag", "stage", "none", "words"])
        risky = (inner or page.facts["applied"] or
                 page.facts["outcome"] == "rejected" and
                 not page.facts["outcome_date"])
        if form == "none" and risky:
            form = "type"
        if form == "type":
            page.key("type", hand.pick(["interview", "Interview"]))
        elif form == "words":
            page.key("type", hand.pick(["phone screen", "onsite interview",
                                        "panel interview"]))
        elif form == "tag":
            page.tags.append("interview")
        elif form == "stage":
            page.key("stage", hand.pick(STAGES))

    def application_type(self, page, event, rest):
        hand = self.hand
        form = hand.pick(["type", "type", "status", "applied", "tag"])
        free = page.facts["outcome"] is None and not rest and not any(
            e.what == "no answer" for e, _ in page.covers) and \
            not self.story_has_no_answer()
        if form == "status" and free:
            page.facts["outcome"] = "pending"
            page.front.append("status: " + hand.pick(["applied", "Applied"]))
        elif form == "tag":
            page.tags.append("application")
        else:
            page.key("type", "application")
            if form == "applied":
                # the same day said twice is one event
                page.facts["applied"] = str(event.day)
                page.put_date("date applied", event.day)

    def rejection_type(self, page, event, rest):
        hand = self.hand
        form = hand.pick(["type", "both", "tag", "outcome"])
        if page.facts["outcome"] is not None or self.story_has_no_answer():
            form = "type"
        if form == "outcome" and not rest:
            page.set_outcome("rejected")
            return
        if form == "tag":
            page.tags.append("rejection")
            return
        page.key("type", "rejection")
        if form == "both":
            page.set_outcome("rejected")
            if hand.chance(0.3) and not rest and not page.facts["reopened"]:
                # written down on a later day than it was learned
                learned = event.day - timedelta(days=hand.pick([0, 1, 2]))
                if not any(e.day >= learned and e.day < event.day
                           for e in self.story.events):
                    page.facts["outcome_date"] = str(learned)
                    page.put_date("outcome date", learned)
                    # one date of the two, and nobody asks which
                    page.outside.day = None

    def touch_type(self, page, event):
        kind = event.kind
        if kind in ("thank-you", "check-in", "document"):
            page.facts["kind"] = kind
            page.key("type", kind)
        elif kind == "feedback-request":
            # no type of its own: an entry that is a note, and `asked`
            page.facts["type"] = "note"
            page.key("type", "note")
            if page.feedback.get("asked"):
                page.touch(event.day, kind)
            else:
                page.feedback["asked"] = event.day
        elif kind == "call":
            page.facts["type"] = "note"
            page.key("type", "note")
            page.touch(event.day, kind)
        else:
            page.facts["kind"] = None
            page.key("type", self.hand.pick(["touch", "follow-up"]))

    def vary(self, page, chunk):
        hand = self.hand
        facts = page.facts
        interview = any(e.what == "interview" for e in chunk)
        if facts["outcome"] is None and interview and hand.chance(0.25):
            later = [e for e in self.story.events if e.what in ENDINGS and
                     e.day >= chunk[-1].day]
            explicit = any(l.lower().startswith(("type:", "kind:", "event:"))
                           for l in page.front)
            if later and explicit and hand.chance(0.5):
                # people set the outcome in every file of an application
                page.set_outcome(ENDINGS[later[-1].what],
                                 later[-1].day if hand.chance(0.5) else None)
            elif not any(e.what in ENDINGS for e in chunk):
                page.set_outcome("pending")
        if page.has_inner_interviews() and facts["type"] != "interview":
            if hand.chance(0.12) and facts["thank_you"] is None:
                page.thank(True)
            if hand.chance(0.1):
                page.assess(page.outside)
        if interview and facts["thank_you"] is None and hand.chance(0.05):
            facts["thank_you"] = False
            page.key("thank you", "false")

    # -- extras

    def parts(self, day):
        """Where something written down on a day stands."""
        return [(page, part) for page in self.pages
                for event, part in page.covers
                if event.day == day and (part is not page.outside or
                                         page.facts["date"] == str(day))]

    def place(self, extra):
        hand = self.hand
        here = self.parts(extra.day)
        page, part = (hand.pick(here) if here else
                      (self.pages[hand.rng.randrange(len(self.pages))], None))
        part = part or page.outside
        if extra.what == "touch":
            self.place_touch(extra, page, part)
        elif extra.what == "promise":
            self.place_promise(extra, here)
        elif extra.what == "task":
            page.task(part, extra.words, extra.state, extra.due, extra.done)
            if hand.chance(0.04):
                # the same task copied into another note is one task
                page = hand.pick(self.pages)
                page.task(page.outside, extra.words, extra.state, extra.due,
                          extra.done)
        else:
            done = None
            if extra.state == "ticked":
                done = extra.done or True
            page.follow_up(extra.words, extra.due, done)

    def place_touch(self, extra, page, part):
        hand = self.hand
        if hand.chance(0.5):
            page = hand.pick(self.pages)
            part = page.outside
        forms = ["touches", "touches", "task", "task"]
        if page.facts["type"] == "mock":
            pass
        elif extra.kind == "thank-you" and page.facts["thank_you"] is None:
            forms = ["thank you"] * 4 + forms
        elif extra.kind == "feedback-request" and not page.feedback.get(
                "asked"):
            forms = ["asked"] * 4 + forms
        form = hand.pick(forms)
        if form == "thank you":
            page.thank(extra.day)
        elif form == "asked":
            page.feedback["asked"] = extra.day
        elif form == "touches":
            page.touch(extra.day, extra.kind)
        elif hand.chance(0.2):
            page.follow_up(self.words(extra), extra.day - timedelta(
                days=hand.pick([0, 0, 1, 3])), extra.day)
        else:
            self.tick(extra, page, part)

    def words(self, extra):
        table = self.hand.pick([DONE_WORDS, TASK_WORDS])
        return self.hand.pick(table[extra.kind]).replace(
            "{p}", self.hand.pick(PEOPLE).split()[0])

    def tick(self, extra, page, part):
        """A ticked task whose day is the touch's."""
        hand = self.hand
        form = hand.pick(["both", "both", "due", "done", "place"])
        if form == "both":
            due, done = extra.day - timedelta(
                days=hand.pick([-2, 0, 0, 1, 5])), extra.day
        elif form == "due":
            due, done = extra.day, None
        elif form == "done" or part.day != extra.day:
            due, done = None, extra.day
        else:
            due, done = None, None
        page.task(part, self.words(extra), "ticked", due, done)

    def place_promise(self, extra, here):
        hand = self.hand
        spots = [(page, part) for page, part in here if any(
            e.what == "interview" and p is part for e, p in page.covers)]
        if spots:
            page, part = hand.pick(spots)
            if part is not page.outside and hand.chance(0.2) and not \
                    page.facts["expect_by"] and \
                    page.facts["type"] != "interview":
                part = page.outside
            page.promise(part, extra.promised)
            return
        page = self.new_page()
        page.facts["type"] = "note"
        page.key("type", "note")
        page.set_day(extra.day)
        page.promise(page.outside, extra.promised)

    def finish(self):
        hand = self.hand
        if not self.story.keep_in_touch:
            hand.pick(self.pages).facts["keep_in_touch"] = False
        if hand.chance(0.15):
            self.snooze(hand.pick(self.pages))

    def snooze(self, page):
        hand = self.hand
        days = sorted(e.day for e in self.story.events)
        until = hand.pick(days) + timedelta(days=hand.pick([7, 20, 60, 150]))
        if hand.chance(0.5):
            page.facts["snooze"] = str(until)
            page.put_date("snooze", until)
            return
        rules = hand.rng.sample(["reply", "thank-you", "keep-in-touch",
                                 "application", "task", "ask-feedback",
                                 "self-assessment", "reopened"], 2)
        page.facts["snooze"] = {r: str(until) for r in rules}
        page.front.append("snooze:\n" + "\n".join(
            "  %s: %s" % (r, hand.date(until, "front")) for r in rules))


def heading_type(event):
    if event.what in ("accepted", "declined", "withdrawn"):
        return "note"
    return event.what
