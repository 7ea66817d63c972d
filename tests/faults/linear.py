#!/usr/bin/env python3
"""Shows that the work of a note is linear in its length, whatever its shape.

usage: linear.py PROGRAM [SHAPE...]

Of each shape of shapes.py two notes are read, one twice as long as the other,
under callgrind: twice the length may take 2.3 times the instructions, what it
takes to read nothing aside.  Then one of the largest size that is read, for
its time (5 s) and memory (256 MB).  A line for each that goes past that.
"""

import os
import re
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor

import shapes

COLLECTED = re.compile(r"Collected : (\d+)")
SIZE = 48 << 10  # twice that has under 100,000 lines, past which cmark reads on
MOST_BYTES = (8 << 20) - 200  # of a file, less the front matter
MOST_FRONT = 32000            # twice that is read whole
MOST_GROWTH = 2.3
LEAST = 3000000               # instructions; fewer say nothing of growth
MOST_SECONDS, MOST_MEGABYTES = 5, 256


class Folder:
    """A journal of one note in that shape."""

    def __init__(self, program, shape, size):
        self.place = tempfile.TemporaryDirectory()
        with open(os.path.join(self.place.name, "note.md"), "wb") as file:
            file.write(shapes.make(shape, size))
        if shapes.configuration(shape):
            with open(os.path.join(self.place.name, ".journalscan.yml"), "w",
                      encoding="utf-8") as file:
                file.write(shapes.configuration(shape))
        self.command = [program, "--no-cache", "--as-of", "2026-10-15",
                        "--format", "json", self.place.name]
        self.env = {"HOME": self.place.name, "PATH": os.environ["PATH"]}

    def count_instructions(self):
        done = subprocess.run(
            ["valgrind", "--tool=callgrind", "--callgrind-out-file=/dev/null",
             *self.command], env=self.env, stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE, text=True, errors="replace", check=False)
        match = COLLECTED.search(done.stderr)
        if not match or done.returncode not in (0, 1):
            raise RuntimeError("exit status %d" % done.returncode)
        return int(match.group(1))

    def measure(self):
        """Seconds of processor time, and megabytes."""
        child = os.fork()
        if not child:
            null = os.open("/dev/null", os.O_RDWR)
            os.dup2(null, 1)
            os.dup2(null, 2)
            os.execve(self.command[0], self.command, self.env)
        _, status, used = os.wait4(child, 0)
        if os.waitstatus_to_exitcode(status) not in (0, 1):
            raise RuntimeError("exit status %d" % status)
        return used.ru_utime + used.ru_stime, used.ru_maxrss >> 10


def look(program, shape, floor):
    """What is wrong with one shape, and what was measured."""
    is_front = shape in shapes.FRONT
    size = MOST_FRONT if is_front else SIZE
    wrong = []
    one, two = (Folder(program, shape, size * n).count_instructions() - floor
                for n in (1, 2))
    growth = two / max(one, 1)
    if two > LEAST and growth > MOST_GROWTH:
        wrong.append("twice the length takes %.2f times the work" % growth)
    seconds, megabytes = Folder(
        program, shape, 2 * MOST_FRONT if is_front else
        MOST_BYTES - (60000 if shape in shapes.HEADED else 0)).measure()
    if seconds > MOST_SECONDS:
        wrong.append("the largest note takes %.1f s" % seconds)
    if megabytes > MOST_MEGABYTES:
        wrong.append("the largest note takes %d MB" % megabytes)
    return wrong, "%5.2f  %6.1f Mi  %5.2f s  %4d MB" % (
        growth, two / 1e6, seconds, megabytes)


def main():
    program = os.path.abspath(sys.argv[1])
    names = sys.argv[2:] or list(shapes.EVERY)
    floor = Folder(program, "blank lines", 1).count_instructions()
    failed = 0
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        results = pool.map(lambda name: look(program, name, floor), names)
        for name, (wrong, numbers) in zip(names, results):
            print("%-4s %-42s %s" % ("FAIL" if wrong else "ok", name, numbers),
                  flush=True)
            for one in wrong:
                print("     %s" % one)
            failed += bool(wrong)
    print("%d shapes, %d failed" % (len(names), failed))
    return failed > 0


if __name__ == "__main__":
    sys.exit(main())
