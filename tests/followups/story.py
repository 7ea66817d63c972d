"""What happened: random but believable applications, without any markdown.

A story is a list of `Event`s of one company and role, and of `Extra`s: touches,
promises and tasks that no file of their own has to tell. pages.py writes
stories down as a person would.
"""

from datetime import date, timedelta

COMPANIES = [
    "Alder Optics", "Bramley Foods", "Café Lumière", "Dovetail Joinery",
    "Ennis Cement", "Fjordline Cargo", "Garnet & Pike", "Hollin Textiles",
    "Ibex Outdoor", "Juniper Labs", "Kestrel Rail", "Loxley Archive",
    "Orrin Batteries", "Señal Radio", "Ångström Tools",
    "Pérez Hermanos", "Quillon Legal", "Rosewater Clinic", "Sable Robotics",
    "Thornbury Trust", "Ulver Sound", "Vantage Point Maps", "Wren & Daughters",
    "Yarrow Health", "Zephyr Kites", "Müller Pumpen", "Tern-Hall Shipping",
    "Brook's Bakery", "Ostrava Glass", "Pinewood 4 Schools",
]

ROLES = [
    "Buyer", "Planner", "Data Analyst", "Archivist", "Site Engineer",
    "Payroll Clerk", "Lab Technician", "Night Porter", "Translator",
    "Quality Manager", "Museum Guide", "Stage Carpenter", "Pastry Chef",
    "Wind Turbine Fitter", "Land Surveyor", "Grants Officer", "UX Writer",
    "Fleet Manager", "Music Teacher", "Warehouse Lead", "Ship's Cook",
]

PEOPLE = [
    "Oda Lindqvist", "Tomas Reyes", "Bryony Castle", "Hamid Karimi",
    "Ewa Nowak", "Lorcan Daly", "Priti Shah", "Anselm Vogt", "Keiko Tanaka",
    "Solveig Dahl", "Femi Adeyemi", "Rosa Marchetti",
]

TASK_WORDS = {
    "thank-you": ["Thank {p}", "Send {p} a thank-you note",
                  "Write a thank-you letter to {p}", "Thank-you to {p}"],
    "feedback-request": ["Ask {p} for feedback",
                         "Request feedback from {p}"],
    "check-in": ["Check in with {p}", "Catch up with {p}",
                 "Touch base with {p}"],
    "document": ["Send {p} the portfolio", "Share the case study with {p}",
                 "Send {p} an article on bearings",
                 "Send a work sample to {p}", "Share a paper with {p}"],
    "call": ["Call {p}", "Phone {p}", "Ring {p}"],
    "other": ["Write to {p}", "E-mail {p}", "Follow up with {p}",
              "Reach out to {p}", "Send {p} a message", "Ping {p}"],
    "prepare": ["Prepare three questions", "Prep the slides",
                "Practise the opening", "Rehearse the talk",
                "Research their market", "Print and prepare the drawings"],
    "no-touch": ["Read the annual report", "Review the portfolio",
                 "Update the case study", "Schedule a call with {p}",
                 "Read the article that {p} sent"],
    "none": ["Learn the names of the teams", "Find the train times",
             "Buy a folder", "Mend the prototype link", "Print the map"],
}
DONE_WORDS = {
    "thank-you": ["Thanked {p}", "Sent {p} a thank-you note"],
    "feedback-request": ["Asked {p} for feedback"],
    "check-in": ["Checked in with {p}", "Caught up with {p}"],
    "document": ["Sent {p} the portfolio", "Shared a case study with {p}"],
    "call": ["Called {p}", "Phoned {p}"],
    "other": ["Wrote to {p}", "Followed up with {p}", "E-mailed {p}"],
}
TOUCH_KINDS = ["check-in", "document", "call", "other"]


class Event:
    """Something that a file or a dated heading may tell by itself."""

    def __init__(self, day, what, **more):
        self.day = day
        self.what = what    # application, interview, mock, rejection, offer,
        #                     accepted, declined, withdrawn, no answer,
        #                     reopened, feedback, touch, note
        self.assessed = more.get("assessed", False)
        self.kind = more.get("kind")
        self.why = more.get("why")


class Extra:
    """A touch, a promise, a task or a `follow ups` item."""

    def __init__(self, day, what, **more):
        self.day = day          # when it was written down, or happened
        self.what = what        # touch, promise, task, follow-up
        self.kind = more.get("kind")
        self.words = more.get("words", "")
        self.due = more.get("due")
        self.state = more.get("state", "open")  # open, ticked, cancelled
        self.done = more.get("done")
        self.promised = more.get("promised")


class Story:
    def __init__(self, company, role):
        self.company = company
        self.role = role
        self.events = []
        self.extras = []
        self.keep_in_touch = True


def later(day, count):
    return day + timedelta(days=count)


def month_end(day):
    first = date(day.year + day.month // 12, day.month % 12 + 1, 1)
    return first - timedelta(days=1)


class Teller:
    """Makes up one story."""

    def __init__(self, rng, company, role, start):
        self.rng = rng
        self.story = Story(company, role)
        self.person = rng.choice(PEOPLE).split()[0]
        self.day = self.nudge(start)

    def chance(self, share):
        return self.rng.random() < share

    def nudge(self, day):
        """Month ends are where calendar months go wrong."""
        return month_end(day) if self.chance(0.12) else day

    def step(self, low, high):
        self.day = self.nudge(later(self.day, self.rng.randint(low, high)))
        return self.day

    def event(self, what, **more):
        # Two of one type on one day would be one: a story has them apart.
        while any(e.day == self.day and
                  (e.what == what or "note" in (e.what, what))
                  for e in self.story.events):
            self.day = later(self.day, 1)
        self.story.events.append(Event(self.day, what, **more))

    def touch(self, day, kind):
        if self.chance(0.3) and not any(
                e.day == day for e in self.story.events):
            self.story.events.append(Event(day, "touch", kind=kind))
        else:
            self.story.extras.append(Extra(day, "touch", kind=kind))

    def words(self, kind, done=False):
        table = DONE_WORDS if done and kind in DONE_WORDS else TASK_WORDS
        return self.rng.choice(table[kind]).replace("{p}", self.person)

    def tell(self):
        rng = self.rng
        applied = self.chance(0.65)
        if applied:
            self.event("application")
            self.apply_touches()
        if not applied or self.chance(0.62):
            if applied:
                self.step(2, 40)
            for count in range(rng.choice([1, 1, 1, 2, 2, 3])):
                if count:
                    self.step(*rng.choice([(1, 20), (3, 30), (40, 70)]))
                self.interview()
        self.ending()
        if self.chance(0.18):
            self.reopen()
        self.keep_up()
        self.tasks()
        if self.chance(0.06):
            self.story.keep_in_touch = False
        self.story.events.sort(key=lambda e: e.day)
        return self.story

    def apply_touches(self):
        day = self.day
        for _ in range(self.rng.choice([0, 0, 0, 1, 1, 2, 3, 4])):
            day = later(day, self.rng.choice([5, 10, 14, 27, 28, 29,
                                              self.rng.randint(1, 32)]))
            self.touch(day, self.rng.choice(TOUCH_KINDS))
        if self.chance(0.5) and day > self.day:
            self.day = day

    def interview(self):
        rng = self.rng
        if self.chance(0.12):
            kept = self.day
            self.day = later(kept, -rng.randint(1, 5))
            self.event("mock", assessed=self.chance(0.5))
            self.day = max(kept, later(self.day, 1))
        self.event("interview", assessed=self.chance(0.55))
        day = self.day
        if self.chance(0.6):
            self.touch(later(day, rng.choice([0, 0, 1, 1, 2, 15, 16])),
                       "thank-you")
        if self.chance(0.2):
            self.touch(later(day, rng.randint(1, 20)),
                       rng.choice(TOUCH_KINDS))
        if self.chance(0.35):
            promised = later(day, rng.choice([3, 7, 10, 14, 20, 50]))
            self.story.extras.append(Extra(day, "promise", promised=promised))
            if self.chance(0.2):
                said = later(day, rng.randint(1, 9))
                self.story.extras.append(Extra(
                    said, "promise", promised=later(said,
                                                    rng.randint(4, 15))))

    def ending(self):
        ends = ["none"] * 6 + ["rejection"] * 9 + ["no answer"] * 2 + \
            ["withdrawn"] * 2 + ["offer"] * 4
        end = self.rng.choice(ends)
        if end == "none":
            return
        self.step(1, 25)
        self.event(end)
        if end == "rejection":
            self.after_rejection()
        elif end == "offer":
            answer = self.rng.choice(["accepted", "declined", "declined", ""])
            if answer:
                self.step(1, 8)
                self.event(answer)

    def after_rejection(self):
        rng = self.rng
        day = self.day
        asked = self.chance(0.45)
        if asked:
            day = later(day, rng.choice([0, 1, 2, 4, 32, 33, 34]))
            self.touch(day, "feedback-request")
        if self.chance(0.6 if asked else 0.15):
            self.day = later(day, rng.randint(0, 6))
            self.event("feedback")
            if self.chance(0.6):
                self.touch(later(self.day, rng.choice([0, 1, 2, 15, 16])),
                           rng.choice(["thank-you"] * 3 + TOUCH_KINDS))

    def reopen(self):
        rng = self.rng
        self.step(15, 150)
        self.event("reopened", why=rng.choice(
            ["offer-declined", "counter-offer", "left", "similar-role",
             "other-division"]))
        if self.chance(0.5):
            self.touch(later(self.day, rng.randint(0, 6)),
                       rng.choice(TOUCH_KINDS))
        if self.chance(0.45):
            self.step(3, 30)
            self.interview()
        if self.chance(0.4):
            self.step(3, 30)
            self.event(rng.choice(["rejection", "no answer", "withdrawn",
                                   "accepted"]))

    def keep_up(self):
        """Touches months after the end."""
        rng = self.rng
        day = self.day
        for _ in range(rng.choice([0, 0, 1, 2, 3, 4])):
            day = self.nudge(later(day, rng.randint(15, 190)))
            self.touch(day, rng.choice(TOUCH_KINDS * 3 +
                                       ["thank-you", "feedback-request"]))
        if self.chance(0.1):
            self.day = later(day, rng.randint(1, 30))
            self.event("note")

    def tasks(self):
        rng = self.rng
        for _ in range(rng.choice([0, 0, 1, 1, 2, 3])):
            written = rng.choice(self.story.events).day
            due = later(written, rng.choice([1, 3, 7, 10, 14, 30, 90]))
            kind = rng.choice(list(TASK_WORDS))
            task = Extra(written, "task", kind=kind, words=self.words(kind),
                         due=due)
            task.state = rng.choice(["open"] * 5 + ["ticked"] * 4 +
                                    ["cancelled"])
            if task.state == "ticked" and self.chance(0.6):
                task.done = later(due, rng.randint(-3, 9))
                if task.done < written:
                    task.done = written
            if task.state != "ticked" and self.chance(0.1):
                task.due = None
            self.story.extras.append(task)
        if self.chance(0.2):
            written = rng.choice(self.story.events).day
            kind = rng.choice(TOUCH_KINDS + ["thank-you", "none", "no-touch"])
            item = Extra(written, "follow-up", kind=kind,
                         due=later(written, rng.choice([5, 10, 16, 30])))
            if self.chance(0.6):
                item.words = self.words(kind)
                if self.chance(0.3):
                    item.state = "ticked"
                    if self.chance(0.6):
                        item.done = later(item.due, rng.randint(-2, 5))
            self.story.extras.append(item)
