#!/usr/bin/env python3
"""Measures the program against its peers and prints a table.

usage: bench.py [--gate] [--rows W1,W2,...] TOOLS PROGRAM SIZE RUNS

TOOLS is the folder of generate, floor and launch; SIZE the number of files of
the largest journal; RUNS how often each command is measured.  Each row runs
program and peer in turn on the same files and gives the median of the ratios
of the pairs.  A row whose feature the program's help does not name is left
out.  With --gate a missed goal makes the exit status 1.
"""

import argparse
import os
import statistics
import sys
import time

from measure import (AS_OF, Bench, Cost, Failure, Table, describe_machine,
                     ratios, rounds)

HERE = os.path.dirname(os.path.abspath(__file__))
QUIET = ("--no-snapshot", "--quiet")
ROWS = ("W1", "W2", "W3", "W4", "W5", "grow")


def by_size(size, small, middle, large):
    """Goals are given for 1,000, 10,000 and 100,000 files."""
    return small if size < 10000 else middle if size < 100000 else large


def cpu(costs):
    return [cost.cpu for cost in costs]


def wall(costs):
    return [cost.wall for cost in costs]


class Rows:
    def __init__(self, bench, table, size, runs, processors):
        self.bench = bench
        self.table = table
        self.runs = runs
        self.processors = processors
        self.sizes = sorted({count for count in (1000, 10000, size)
                             if count <= size})
        self.scans = {}     # number of files: costs of a cold scan
        self.snapshots = {}  # the same of a scan with its snapshot

    def check_report(self, folder, count):
        """No row counts unless the program saw every file."""
        seen = self.bench.report(folder)["counts"]["files"]
        if seen != count:
            raise Failure("%d of %d files were reported" % (seen, count))

    def cold_scans(self, count, with_python):
        """Floor, program and perhaps the script on one journal, in turn."""
        bench = self.bench
        folder = bench.journal(count)
        command = bench.scan(folder, *QUIET)
        script = [sys.executable, "-I", os.path.join(HERE, "peer.py"), folder,
                  AS_OF, bench.path("peer.md")]

        def forget():
            bench.forget(folder)

        works = [(forget, lambda: bench.cost([bench.tool("floor"), folder])),
                 (forget, lambda: bench.cost(command, ok=(0, 1)))]
        if with_python:
            works.append((forget, lambda: bench.cost(script)))
        costs = rounds(self.runs, None, works)
        self.check_report(folder, count)
        forget()
        self.scans[count] = costs[1]
        return costs

    def w1(self):
        """A cold scan against reading and parsing, and against a script."""
        if not self.bench.knows("scan", "--no-snapshot"):
            self.table.out("W1", "scan --help names no --no-snapshot")
            return
        for count in self.sizes:
            main = count == 10000
            floor, ours, *script = self.cold_scans(count, main)
            self.table.row("W1", "cold scan, %d files: CPU / floor" % count,
                           cpu(ours), cpu(floor),
                           ratios(cpu(ours), cpu(floor)),
                           *((3.5, 2.8) if count >= 10000 else ()))
            if not main:
                continue
            if self.processors == 2:
                self.table.row("W1", "  wall / CPU of the floor", wall(ours),
                               cpu(floor), ratios(wall(ours), cpu(floor)),
                               2.0, 1.5)
            self.table.row("W1", "  CPU of the Python script / CPU",
                           cpu(ours), cpu(script[0]),
                           ratios(cpu(script[0]), cpu(ours)), 4, 5,
                           least=True)

    def change(self, folder, original, number):
        """Makes the journal's probe file say something new."""
        with open(os.path.join(folder, self.probe), "w") as file:
            file.write("%s\n- [ ] Ring bell number %d, due 2026-11-20\n" %
                       (original, number))
        time.sleep(0.02)

    def find_probe(self, folder):
        """The first entry that is one event, and its text."""
        for path, folders, names in os.walk(folder):
            folders.sort()
            for name in sorted(names):
                if name.endswith("-interview.md"):
                    path = os.path.join(path, name)
                    self.probe = os.path.relpath(path, folder)
                    with open(path) as file:
                        return file.read()
        raise Failure("no interview in " + folder)

    def check_change(self, folder, number):
        """A fast answer that is out of date is none."""
        words = "Ring bell number %d" % number
        if not any(words in item["action"]
                   for item in self.bench.report(folder)["follow_ups"]):
            raise Failure("the report does not have the last change")

    def w2(self):
        """One file changed since the last scan, against git status."""
        if not self.bench.knows("scan", "--no-cache"):
            self.table.out("W2", "scan --help names no --no-cache")
            return
        bench = self.bench
        for count in self.sizes:
            folder = bench.repository(count, "warm-%d" % count)
            original = self.find_probe(folder)
            command = bench.scan(folder, *QUIET)
            bench.run(command, ok=(0, 1))
            bench.commit_all(folder)
            time.sleep(1.1)
            bench.run(command, ok=(0, 1))
            theirs, ours = rounds(
                2 * self.runs + 1,
                lambda number: self.change(folder, original, number),
                [(None, lambda: bench.cost(["git", "status", "--porcelain"],
                                           folder)),
                 (None, lambda: bench.cost(command, ok=(0, 1)))])
            self.check_change(folder, 2 * self.runs + 1)
            self.check_report(folder, count)
            goal = by_size(count, 1.5, 1.0, 1.0)
            stretch = by_size(count, 1.0, 0.85, 0.85)
            self.table.row("W2", "1 of %d changed: CPU / git status" % count,
                           cpu(ours), cpu(theirs),
                           ratios(cpu(ours), cpu(theirs)), goal, stretch)
            self.table.row("W2", "  wall / git status", wall(ours),
                           wall(theirs), ratios(wall(ours), wall(theirs)),
                           goal, stretch)

    def fresh_repository(self, folder):
        self.bench.forget(folder)
        self.bench.move_aside(os.path.join(folder, ".git"))
        self.bench.run(["git", "init", "-q"], folder)
        os.sync()

    def check_snapshot(self, folder, count):
        """The commit holds all entries and the report, and git agrees."""
        self.bench.run(["git", "fsck", "--strict"], folder)
        held = self.bench.run(["git", "ls-tree", "-r", "-z", "--name-only",
                               "HEAD"], folder).split("\0")[:-1]
        if len(held) != count + 1 or "REPORT.md" not in held:
            raise Failure("the snapshot of %d entries holds %d files" %
                          (count, len(held)))

    def w3(self):
        """What a first snapshot adds to a scan, against git add and commit."""
        if not self.bench.knows("scan", "--no-snapshot"):
            self.table.out("W3", "scan --help names no --no-snapshot")
            return
        bench = self.bench
        for count in self.sizes:
            folder = bench.generate(count, "snapshot-%d" % count, "-e")
            git = ["sh", "-c", "git add -A && git commit -q -m all"]
            works = [
                (lambda: self.fresh_repository(folder),
                 lambda: bench.cost(git, folder)),
                (lambda: self.fresh_repository(folder),
                 lambda: bench.cost(bench.scan(folder, *QUIET), ok=(0, 1))),
                (lambda: self.fresh_repository(folder),
                 lambda: bench.cost(bench.scan(folder, "--quiet"),
                                    ok=(0, 1)))]
            # Past 10,000 files there is no goal but that of W5 for memory.
            if count > 10000:
                self.snapshots[count] = rounds(3, None, works[2:])[0]
                self.check_snapshot(folder, count)
                continue
            theirs, scan, both = rounds(self.runs, None, works)
            self.check_snapshot(folder, count)
            self.snapshots[count] = both
            ours = [Cost(b.wall - a.wall, b.cpu - a.cpu, b.rss_kb)
                    for a, b in zip(scan, both)]
            goals = (0.5, 0.35) if count == 10000 else ()
            self.table.row(
                "W3", "snapshot of %d: CPU / git add, commit" % count,
                cpu(ours), cpu(theirs), ratios(cpu(ours), cpu(theirs)), *goals)
            self.table.row("W3", "  wall / git add, commit", wall(ours),
                           wall(theirs), ratios(wall(ours), wall(theirs)),
                           *goals)
            self.table.row("W3", "  with the scan: CPU / git add, commit",
                           cpu(both), cpu(theirs),
                           ratios(cpu(both), cpu(theirs)))

    def stage_change(self, folder, original, number):
        self.change(folder, original, number)
        self.bench.run(["git", "add", self.probe], folder)

    def w4(self):
        """A commit of one journal with the hook, against one without."""
        if not self.bench.knows("hook", "install"):
            self.table.out("W4", "hook --help names no install")
            return
        bench = self.bench
        commit = ["git", "commit", "-q", "-m", "one"]
        for count in self.sizes:
            plain = bench.repository(count, "plain-%d" % count)
            hooked = bench.repository(count, "hooked-%d" % count)
            original = self.find_probe(plain)
            # Both get the same first report, so that they stay alike.
            for folder in (plain, hooked):
                bench.run(bench.scan(folder, *QUIET), ok=(0, 1))
                bench.commit_all(folder)
            bench.run([bench.program, "hook", "install", "-C", hooked])
            time.sleep(1.1)

            def stage(number):
                self.stage_change(plain, original, number)
                self.stage_change(hooked, original, number)

            theirs, ours = rounds(
                2 * self.runs + 1, stage,
                [(None, lambda: bench.cost(commit, plain)),
                 (None, lambda: bench.cost(commit, hooked))])
            changed = bench.run(["git", "diff", "--name-only", "HEAD~",
                                 "HEAD"], hooked).split("\n")
            if "REPORT.md" not in changed:
                raise Failure("the last commit has no new report")
            goal = by_size(count, 1.8, 1.25, 1.15)
            self.table.row("W4", "commit of 1 in %d: CPU / no hook" % count,
                           cpu(ours), cpu(theirs),
                           ratios(cpu(ours), cpu(theirs)), goal, 1.12)
            self.table.row("W4", "  wall / no hook", wall(ours), wall(theirs),
                           ratios(wall(ours), wall(theirs)), goal, 1.12)

    def memory(self, what, costs, goals):
        """Peaks, and what a file adds between the last two sizes."""
        peaks = {}
        for count, runs in sorted(costs.items()):
            peaks[count] = [cost.rss_kb / 1024 for cost in runs]
            goal, stretch = goals.get(count, (None, None))
            self.table.row("W5", "peak memory of a %s, %d, MB" % (what, count),
                           peaks[count], None, peaks[count], goal, stretch,
                           unit="MB")
        if len(peaks) < 2:
            return
        small, large = sorted(peaks)[-2:]
        added = ((statistics.median(peaks[large]) -
                  statistics.median(peaks[small])) * 1024 / (large - small))
        self.table.row("W5", "  a file more, KB", [added], None, [added], 0.4,
                       unit="KB")

    def w5(self):
        if not self.scans and not self.snapshots:
            self.table.out("W5", "neither W1 nor W3 was measured")
            return
        self.memory("scan", self.scans, {100000: (48, 32)})
        self.memory("snapshot", self.snapshots,
                    {10000: (32, None), 100000: (96, 64)})

    def grow(self):
        """CPU of a scan of ten times the files."""
        for small, large in zip(self.sizes, self.sizes[1:]):
            if small not in self.scans or large not in self.scans:
                self.table.out("grow", "W1 was not measured")
                return
            times = statistics.median(cpu(self.scans[large])) / \
                statistics.median(cpu(self.scans[small]))
            times *= 10 * small / large
            self.table.row("grow", "CPU of %d / of %d files, for x 10" %
                           (large, small), cpu(self.scans[large]),
                           cpu(self.scans[small]), [times], 11.5)


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--gate", action="store_true")
    parser.add_argument("--rows", default=",".join(ROWS))
    parser.add_argument("tools")
    parser.add_argument("program")
    parser.add_argument("size", type=int)
    parser.add_argument("runs", type=int)
    options = parser.parse_args()
    bench = Bench(options.tools, options.program)
    try:
        processors = describe_machine()
        table = Table()
        rows = Rows(bench, table, options.size, options.runs, processors)
        for name in ROWS:
            if name not in options.rows.split(","):
                continue
            try:
                getattr(rows, name.lower())()
            except Failure as failure:
                table.failed(name, failure)
        return table.end(options.gate)
    finally:
        bench.close()


if __name__ == "__main__":
    sys.exit(main())
