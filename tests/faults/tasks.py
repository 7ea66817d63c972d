"""The work under fault: what is in the journal, what is run, and what may have
changed afterwards."""
import json
import os
import time

from world import DAY

CONFIG = """\
report: REPORT.md
ignore:
  - drafts/
rules:
  thank-you:
    due: 2 days
weaknesses:
  - id: hedging
    title: Hedging
    patterns:
      - '\\b(maybe|sort of|kind of)\\b'
"""

NOTES = {
    "acme.md": """\
---
company: Acme
role: Engineer
date: 2026-10-08
type: interview
contacts: Dana Ruiz <dana@acme.example>
---
## Self-assessment
I rambled through the answer about scaling, sort of.
""",
    "brill.md": """\
---
company: "Brill & Sons"
date: 2026-09-01
type: interview
contacts:
  - name: Kit Moss
    email: kit@brill.example
    phone: "+44 20 7946 0018"
  - {name: Lee Park, role: recruiter}
---
# Talk

> They asked about *queues*, [a page](https://brill.example/jobs) and

1. pay,
   - hours,
   - [ ] Send the case study due 2026-10-20
2. `cron`

| when | who |
| --- | --- |
| 3 September | Kit Moss |

## Self-assessment
I talked far too much, maybe.

- [ ] Read their annual report due 2026-11-20
""",
    "sub/corvid.md": """\
---
company: Corvid
date: 2026-10-14
type: application
---
""",
    "plain.md": "Only a note.\n",
    "drafts/left.md": "---\ncompany: Left\ndate: 2026-10-01\n---\n",
    "secret.md": "---\ncompany: Secret\ndate: 2026-10-01\ntype: interview\n---\n",
    "hidden.md": "---\ncompany: Hidden\ndate: 2026-10-01\ntype: interview\n---\n",
    ".gitignore": "secret.md\n",
    ".journalscan.yml": CONFIG,
    "code.c": "int a;\n",
}

NEW_NOTE = "---\ncompany: New\ndate: 2026-10-01\n---\n"


class Task:
    """command: what is run; changes: the files that it may change; is_hook: it
    is git that runs the program; is_strict: and may be stopped by it; is_once:
    once it is done it cannot be done again, and `again` is run in its place;
    has_commit: it makes one; is_stdio: what it makes goes through the buffers
    of the C library."""

    def __init__(self, name, prepare, command, changes, **more):
        self.name = name
        self.prepare = prepare
        self.command = command
        self.changes = changes
        self.is_hook = more.get("is_hook", False)
        self.is_strict = more.get("is_strict", False)
        self.again = more.get("again")
        self.is_once = more.get("is_once", False)
        self.is_stdio = more.get("is_stdio", False)
        self.has_commit = more.get("has_commit", False)


def journal(world, config=CONFIG):
    """A journal with its report, committed, as an earlier day left it."""
    for name, text in NOTES.items():
        world.put(name, text)
    world.put(".journalscan.yml", config)
    world.git("init", "-q", "-b", "main", ".")
    world.put(".git/info/exclude", "hidden.md\n")
    for words in (
        ("user.name", "Thea Park"),
        ("user.email", "thea@example.org"),
        ("gc.auto", "0"),
    ):
        world.git("config", *words)
    for folder in ("hooks", "branches"):
        path = world.path(".git/" + folder)
        for name in os.listdir(path) if os.path.isdir(path) else []:
            os.unlink(os.path.join(path, name))
    world.git("add", "code.c", ".journalscan.yml", ".gitignore")
    world.git("commit", "-qm", "first")
    program(world, "scan", "--as-of", "2026-10-01", "-q")
    world.put("code.c", "int b;\n")
    world.git("add", "code.c")


def program(world, *words):
    done = world.run([world.program, *words])
    if done.returncode > 1:
        raise RuntimeError("%s: %r" % (words, done.stderr))
    return done.stdout.decode()


def change(world):
    """What somebody did since: one note changed, one gone, one new."""
    text = NOTES["brill.md"].replace("Lee Park", "Lee Parker")
    world.put("brill.md", text)
    os.unlink(world.path("acme.md"))
    world.put("new.md", NEW_NOTE)


def cold(world):
    journal(world)
    change(world)
    os.unlink(world.path(".git/journalscan/cache"))


def warm(world):
    journal(world)
    # What was changed at the time of the last look is read again.
    time.sleep(0.05)
    program(world, "due", "--as-of", DAY, "--no-pager")
    change(world)


def many(world):
    journal(world)
    for i in range(110):
        world.put("many/%d.md" % i, "---\ncompany: A\ndate: 2026-09-01\n---\n%d\n" % i)


def plain_folder(world):
    """No repository, and an earlier report."""
    for name, text in NOTES.items():
        world.put(name, text)
    program(world, "scan", "--as-of", "2026-10-01", "-q", "--no-cache")
    change(world)


def find_item(world, rule, path):
    report = json.loads(program(world, "scan", "--format", "json", "--as-of", DAY))
    for item in report["follow_ups"]:
        if item["rule"] == rule and item["path"] == path:
            return item["id"]
    raise RuntimeError("no %s in %s" % (rule, path))


def with_item(world):
    journal(world)
    world.id = find_item(world, "task", "brill.md")


def hook(world, config=CONFIG):
    """The hook of the program under test, on the day of the test."""
    journal(world, config)
    # From a machine whose clock is ahead: never older than an index, so that
    # each run looks at it again.
    ahead = time.time() + 100000
    os.utime(world.path("sub/corvid.md"), (ahead, ahead))
    world.git("update-index", "--refresh")
    program(world, "hook", "install", "-q")
    folder = world.path(".git/hooks")
    for name in os.listdir(folder):
        path = os.path.join(folder, name)
        with open(path, encoding="utf-8") as file:
            text = file.read()
        text = text.replace(' -C "', ' --as-of %s -C "' % DAY)
        text = text.replace("tool='%s'" % world.program, "tool='%s'" % world.tool)
        with open(path, "w", encoding="utf-8") as file:
            file.write(text)
    os.unlink(world.path("acme.md"))
    world.put("brill.md", NOTES["brill.md"].replace("Lee Park", "Lee Parker"))
    # Only one that is not as staged is read to be sure.
    program(world, "scan", "--as-of", "2026-09-20", "-q", "--no-snapshot")
    world.git("hash-object", "-w", "REPORT.md")


def hook_staged(world, config=CONFIG):
    hook(world, config)
    world.git("add", "acme.md", "brill.md")


def hook_strict(world):
    hook_staged(world, CONFIG + "hook:\n  strict: true\n")


def ours(*words):
    return lambda world: [world.program, *words, "--as-of", DAY, "-j", "1"]


def commit(*words):
    return lambda world: ["git", "commit", "-qm", "second", *words]


REPORT = ("REPORT.md",)
NEW = ("2026-10-15 Acme interview.md",)
# What writes beside the notes once more.
SWEEP = ours("scan", "--no-snapshot")

TASKS = [
    Task("scan", plain_folder, ours("scan", "--no-cache", "--no-snapshot"), REPORT),
    Task("cold", cold, ours("scan", "--no-snapshot"), REPORT),
    Task("warm", warm, ours("scan", "--no-snapshot"), REPORT),
    Task("snapshot", warm, ours("scan"), REPORT, has_commit=True),
    Task("pack", many, ours("scan"), REPORT, has_commit=True),
    Task("hook", hook_staged, commit(), REPORT, is_hook=True, has_commit=True),
    Task(
        "hook-strict",
        hook_strict,
        commit(),
        REPORT,
        is_hook=True,
        is_strict=True,
        has_commit=True,
    ),
    Task("hook-all", hook, commit("-a"), REPORT, is_hook=True, has_commit=True),
    Task(
        "hook-path",
        hook,
        commit("--", "acme.md", "brill.md"),
        REPORT,
        is_hook=True,
        has_commit=True,
    ),
    Task(
        "done",
        with_item,
        lambda world: ours("done", world.id)(world),
        ("brill.md",),
        is_once=True,
        again=SWEEP,
    ),
    Task(
        "snooze",
        with_item,
        lambda world: ours("snooze", world.id, "--until", "2026-10-18")(world),
        ("brill.md",),
        is_once=True,
        again=SWEEP,
    ),
    Task("new", journal, ours("new", "Acme"), NEW, is_once=True, again=SWEEP),
] + [
    Task(name, journal, ours(*words, "-o", "out." + name), ("out." + name,), is_stdio=True)
    for name, words in (
        ("html", ("scan", "-f", "html")),
        ("json", ("scan", "-f", "json")),
        ("ics", ("export",)),
        ("vcf", ("export",)),
        ("csv", ("export",)),
        ("sqlite", ("export",)),
    )
]
