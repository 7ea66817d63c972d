"""What the rows of bench.py and ir.py are measured and shown with."""

import json
import os
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections import namedtuple

AS_OF = "2026-11-15"

Cost = namedtuple("Cost", "wall cpu rss_kb")


class Failure(Exception):
    """A measurement that cannot be trusted; the message says why."""


class Bench:
    """The programs, a folder to work in, and an environment of its own.

    The folder is outside of any repository, since a journal inside one that
    ignores it would be empty.  Nobody's settings count: HOME is in it, too.
    """

    def __init__(self, tools, program):
        self.tools = os.path.abspath(tools)
        self.program = os.path.abspath(program)
        self.work = tempfile.mkdtemp(prefix="journalscan-bench-",
                                     dir=os.environ.get("BENCH_DIR"))
        self.cache = os.path.join(self.work, "cache")
        self.made = {}
        self.helps = {}
        self.moved = 0
        home = os.path.join(self.work, "home")
        os.makedirs(home)
        with open(os.path.join(home, ".gitconfig"), "w") as file:
            file.write("[user]\n\tname = Bench\n\temail = bench@example\n"
                       "[init]\n\tdefaultBranch = main\n"
                       "[gc]\n\tauto = 0\n[maintenance]\n\tauto = false\n")
        path = os.path.dirname(self.program) + ":" + os.environ["PATH"]
        self.env = {"PATH": path, "HOME": home, "LC_ALL": "C",
                    "XDG_CACHE_HOME": self.cache, "XDG_CONFIG_HOME": home,
                    "GIT_CONFIG_NOSYSTEM": "1", "TZ": "UTC",
                    "PYTHONDONTWRITEBYTECODE": "1"}

    def close(self):
        if os.environ.get("BENCH_KEEP"):
            print("kept: " + self.work)
        else:
            shutil.rmtree(self.work, ignore_errors=True)

    def path(self, *parts):
        return os.path.join(self.work, *parts)

    def tool(self, name):
        return os.path.join(self.tools, name)

    def scan(self, folder, *options):
        return [self.program, "scan", folder, "--as-of", AS_OF, *options]

    def run(self, command, cwd=None, ok=(0,)):
        """Runs a command outside of the clock; returns what it printed."""
        done = subprocess.run(command, cwd=cwd or self.work, env=self.env,
                              stdin=subprocess.DEVNULL, capture_output=True,
                              text=True, errors="replace", check=False)
        if done.returncode not in ok:
            raise Failure("%s: exit status %d: %s" % (
                " ".join(command), done.returncode,
                done.stderr.strip()[-300:]))
        return done.stdout

    def cost(self, command, cwd=None, ok=(0,)):
        """Runs a command by the clock.

        A scan may exit with 1 where something in the journal is wrong; it
        did the work all the same, so its callers pass ok=(0, 1).
        """
        result = self.path("cost")
        done = subprocess.run([self.tool("launch"), result, *command],
                              cwd=cwd or self.work, env=self.env,
                              stdin=subprocess.DEVNULL,
                              stdout=subprocess.DEVNULL,
                              stderr=subprocess.PIPE, text=True,
                              errors="replace", check=True)
        with open(result) as file:
            wall, user, system, rss_kb, status = file.read().split()
        if int(status) not in ok:
            raise Failure("%s: exit status %s: %s" % (
                " ".join(command), status, done.stderr.strip()[-300:]))
        return Cost(float(wall), float(user) + float(system), int(rss_kb))

    def knows(self, command, word):
        """Whether the help of one of the program's commands has a word."""
        if command not in self.helps:
            try:
                text = self.run([self.program, command, "--help"])
            except Failure:
                text = ""
            self.helps[command] = text
        return re.search(r"(?<![\w-])" + re.escape(word) + r"(?![\w-])",
                         self.helps[command]) is not None

    def generate(self, count, name, *options):
        folder = self.path(name)
        self.run([self.tool("generate"), *options, str(count), folder])
        return folder

    def journal(self, count):
        """A journal outside of any repository, made once."""
        if count not in self.made:
            self.made[count] = self.generate(count, "journal-%d" % count)
        return self.made[count]

    def repository(self, count, name):
        """A journal in a repository, everything committed."""
        folder = self.generate(count, name)
        self.run(["git", "init", "-q"], folder)
        self.commit_all(folder)
        return folder

    def commit_all(self, folder):
        self.run(["git", "add", "-A"], folder)
        self.run(["git", "commit", "-q", "--allow-empty", "-m", "all"], folder)

    def forget(self, folder):
        """Makes the next scan of a folder a cold one with all its work."""
        shutil.rmtree(self.cache, ignore_errors=True)
        report = os.path.join(folder, "REPORT.md")
        if os.path.exists(report):
            os.unlink(report)

    def move_aside(self, path):
        """Deleting thousands of objects would slow down what is timed next."""
        if os.path.exists(path):
            self.moved += 1
            os.rename(path, self.path("aside-%d" % self.moved))

    def report(self, folder):
        """The JSON report of a folder as it is now."""
        return json.loads(self.run(
            self.scan(folder, "--format", "json", "--quiet"), ok=(0, 1)))


def rounds(count, before, works):
    """Costs of several works, in turn, `count` times after one not counted.

    `works` is a list of (prepare, measure) pairs; `before` is called with the
    number of each round.  Returns a list of costs for each work.
    """
    costs = [[] for _ in works]
    for number in range(count + 1):
        if before:
            before(number)
        for place, (prepare, measure) in enumerate(works):
            if prepare:
                prepare()
            cost = measure()
            if number > 0:
                costs[place].append(cost)
    return costs


def ratios(ours, theirs):
    """Pair by pair, so that a machine that slows down does not count."""
    return [a / b for a, b in zip(ours, theirs)]


class Table:
    """Prints rows as they are known, and remembers what missed its goal."""

    LINE = "%-4s %-46s %9s %9s %7s %13s %8s %8s  %s"

    def __init__(self):
        self.missed = []
        print(self.LINE % ("", "", "program", "peer", "ratio", "spread",
                           "goal", "stretch", ""))

    def row(self, name, what, ours, theirs, values, goal=None, stretch=None,
            least=False, unit="s"):
        """Prints a row; `values` are ratios, or figures without a peer.

        `least` says that more is better.
        """
        middle = statistics.median(values)
        sign = ">= " if least else "<= "

        def meets(limit):
            return middle >= limit if least else middle <= limit

        if goal is None:
            verdict = ""
        elif not meets(goal):
            verdict = "MISSED"
            self.missed.append(name + " " + what)
        else:
            verdict = "stretch" if stretch and meets(stretch) else "met"
        spread = ""
        if len(values) > 1:
            spread = "%.3g - %.3g" % (min(values), max(values))
        print(self.LINE % (
            name, what, show(ours, unit), show(theirs, unit),
            "%.3g" % middle if theirs else "", spread,
            sign + "%g" % goal if goal is not None else "",
            sign + "%g" % stretch if stretch is not None else "", verdict),
            flush=True)

    def out(self, name, why):
        print("%-4s left out: %s" % (name, why), flush=True)

    def failed(self, name, why):
        self.missed.append(name)
        print("%-4s FAILED: %s" % (name, why), flush=True)

    def end(self, gate):
        """The exit status: with `gate`, 1 when a goal was missed."""
        if self.missed:
            print("%d of the goals were missed" % len(self.missed))
        return 1 if gate and self.missed else 0


def show(values, unit):
    """The median of some figures, in a unit that is easy to read."""
    if values is None:
        return ""
    value = statistics.median(values)
    if unit == "s":
        return "%.1f ms" % (value * 1e3) if value < 0.1 else "%.3f s" % value
    if unit == "Ir":
        return "%.1f M" % (value / 1e6)
    return "%.3g %s" % (value, unit)


def pin_to_two():
    """Keeps to two processors, which is what the goals are for."""
    processors = sorted(os.sched_getaffinity(0))
    os.sched_setaffinity(0, processors[:2])
    return min(2, len(processors)), len(processors)


def describe_machine():
    used, there = pin_to_two()
    print("%s, %d of %d processors, load %.1f, %s" % (
        time.strftime("%Y-%m-%d"), used, there, os.getloadavg()[0],
        subprocess.run(["git", "--version"], capture_output=True, text=True,
                       check=True).stdout.strip()))
    if os.getloadavg()[0] > 0.8:
        print("the machine is busy: wall times and small ratios may be off",
              file=sys.stderr)
    return used
