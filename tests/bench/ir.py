#!/usr/bin/env python3
"""Counts instructions with callgrind: a gate that no busy machine moves.

usage: ir.py [--gate] TOOLS PROGRAM SIZE

Counts the floor and a cold scan on SIZE files and on a tenth of them.  With
--gate a missed goal makes the exit status 1.
"""

import argparse
import re
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor

from measure import Bench, Failure, Table, describe_machine

COLLECTED = re.compile(r"Collected : (\d+)")


def count_instructions(bench, command):
    done = subprocess.run(["valgrind", "--tool=callgrind",
                           "--callgrind-out-file=/dev/null", *command],
                          env=bench.env, stdin=subprocess.DEVNULL,
                          stdout=subprocess.DEVNULL, stderr=subprocess.PIPE,
                          text=True, errors="replace", check=False)
    match = COLLECTED.search(done.stderr)
    if not match or done.returncode not in (0, 1):
        raise Failure("%s: exit status %d: %s" % (
            " ".join(command), done.returncode, done.stderr[-300:]))
    return int(match.group(1))


def measure(bench, table, sizes):
    # Each journal is read by one command at a time: a report written by the
    # program is a markdown file to the floor.
    with ThreadPoolExecutor(2) as pool:
        floors = list(pool.map(lambda count: count_instructions(
            bench, [bench.tool("floor"), bench.journal(count)]), sizes))
        scans = list(pool.map(lambda count: count_instructions(
            bench, bench.scan(bench.journal(count), "--no-snapshot",
                              "--quiet")), sizes))
    for count, floor, scan in zip(sizes, floors, scans):
        seen = bench.report(bench.journal(count))["counts"]["files"]
        if seen != count:
            raise Failure("%d of %d files were reported" % (seen, count))
        table.row("W1", "instructions, %d files: scan / floor" % count,
                  [scan], [floor], [scan / floor],
                  3.8 if count >= 1000 else None, unit="Ir")
    for what, counts in (("scan", scans), ("floor", floors)):
        table.row("grow", "%s: %d / %d files, for x 10" % (
            what, sizes[1], sizes[0]), [counts[1]], [counts[0]],
                  [counts[1] / counts[0] * 10 * sizes[0] / sizes[1]],
                  10.5 if what == "scan" else None, unit="Ir")


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--gate", action="store_true")
    parser.add_argument("tools")
    parser.add_argument("program")
    parser.add_argument("size", type=int)
    options = parser.parse_args()
    bench = Bench(options.tools, options.program)
    try:
        describe_machine()
        table = Table()
        if not bench.knows("scan", "--no-snapshot"):
            table.out("W1", "scan --help names no --no-snapshot")
            return table.end(options.gate)
        sizes = [max(1, options.size // 10), options.size]
        for count in sizes:
            bench.journal(count)
        try:
            measure(bench, table, sizes)
        except Failure as failure:
            table.failed("W1", failure)
        return table.end(options.gate)
    finally:
        bench.close()


if __name__ == "__main__":
    sys.exit(main())
