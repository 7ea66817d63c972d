#!/usr/bin/env python3
"""Makes one small mistake after the other in sources, and runs the tests.

usage: mutate.py [--sample N] [--seed N] [--jobs N] [--only FILE:LINE:COLUMN]
                 [--quick] [--again] [--list] BUILD FILE...

BUILD is what `make mutate` has built.  Of all mutants of the files a sample is
tried, the same one for the same seed and sources.  A mutant whose object is the
original's to the byte, compiled with -O2, is no mistake and does not count; nor
does one that does not compile.  The rest are killed by a test that fails or takes
ten times as long as without it, or survive.  With --quick no test of the command
line is run; with --again those keep their verdict that were killed the last time.

What became of each goes to BUILD/mutants.tsv, survivors and counts are printed.
Exit status: 0 done; 1 the tests fail without any mistake; 2 bad usage.
"""
import argparse
import collections
import concurrent.futures
import os
import queue
import random
import resource
import shutil
import signal
import subprocess
import sys
import tempfile
import time

from mutants import find_mutants

# What speaks of plan and facts on the command line, in the order of what it costs.
SUITES = "prep why check draft redact done due lsp export json scan".split()
MEMORY = 2 << 30
FILE_SIZE = 64 << 20


class Test:
    def __init__(self, name, command):
        self.name = name
        self.command = command
        self.seconds = 60  # of processor, until measured

    def run(self, library, scratch, tree):
        """Whether it passes with a library, in a copy of the tests."""
        env = dict(os.environ, LD_LIBRARY_PATH=library, TMPDIR=scratch,
                   JSCAN_SHARED="none", BUILD=library,
                   JOURNALSCAN=os.path.join(library, "journalscan"))
        limit = max(2, int(10 * self.seconds) + 1)

        def set_limits():
            for what, most in ((resource.RLIMIT_CPU, limit),
                               (resource.RLIMIT_AS, MEMORY),
                               (resource.RLIMIT_FSIZE, FILE_SIZE),
                               (resource.RLIMIT_CORE, 0)):
                resource.setrlimit(what, (most, most))

        process = subprocess.Popen(
            self.command, cwd=tree, env=env, stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
            start_new_session=True, preexec_fn=set_limits)
        try:
            return process.wait(timeout=10 * limit) == 0
        except subprocess.TimeoutExpired:
            return False
        finally:
            try:
                os.killpg(process.pid, signal.SIGKILL)
            except ProcessLookupError:
                pass
            process.wait()

    def measure(self, library, scratch, tree):
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        passes = self.run(library, scratch, tree)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        self.seconds = (after.ru_utime + after.ru_stime
                        - before.ru_utime - before.ru_stime)
        return passes


def all_tests(build, journals, is_quick):
    """Unit tests, the second reading of the rules, and the command line."""
    mutant = os.path.join(build, "mutant")
    tests = [Test(name, [os.path.abspath(os.path.join(mutant, name))])
             for name in sorted(os.listdir(mutant))
             if name.startswith("test_") and "." not in name]
    compare = 'python3 -B tests/followups/compare.py "$JOURNALSCAN" --show 0 '
    example = ('"$JOURNALSCAN" scan examples/journal --as-of 2026-10-15 '
               '--format json >"$TMPDIR/example.json" 2>/dev/null; '
               'python3 -B tests/example/check.py "$TMPDIR/example.json"')
    for name, command in (
            ("scenarios", compare + "--scenarios tests/followups/scenarios"),
            ("readme", "sh tests/rules/readme.sh"),
            ("example", example),
            ("journals", compare + journals)):
        tests.append(Test(name, ["sh", "-c", command]))
    # unit tests that take longer than all others together
    slow = [t for t in tests if t.name in ("test_cache", "test_done")]
    tests = [t for t in tests if t not in slow]
    if not is_quick:
        tests += slow + [Test(name + ".bats", ["bats", f"tests/cli/{name}.bats"])
                         for name in SUITES]
    return tests


def in_order(tests, path):
    """Those that are named after the file first."""
    stem = os.path.basename(path)[:-2].split("_")[0]

    def rank(test):
        return test.name.removeprefix("test_").split("_")[0] != stem

    return sorted(tests, key=rank)


class Bench:
    """A copy of the sources where one mutant at a time is built and tried."""

    def __init__(self, build, number, scratch):
        self.build = os.path.abspath(build)
        self.path = os.path.join(self.build, f"bench{number}")
        self.scratch = os.path.join(scratch, f"bench{number}")
        self.tree = os.path.join(scratch, "tree")
        self.library = os.path.join(self.path, "lib")
        shutil.rmtree(self.path, ignore_errors=True)
        os.makedirs(self.scratch)
        os.makedirs(self.library)
        shutil.copytree("src", os.path.join(self.path, "src"))
        os.symlink(os.path.abspath("include"), os.path.join(self.path, "include"))
        os.symlink(os.path.abspath("build"), os.path.join(self.path, "build"))
        os.symlink(os.path.join(self.build, "mutant/journalscan"),
                   os.path.join(self.library, "journalscan"))

    def command(self, name):
        with open(os.path.join(self.build, "mutant", name),
                  encoding="utf-8") as file:
            return file.read().split()

    def compile(self, path, source):
        """The object of a source in the place of a file; None if it is none."""
        place = os.path.join(self.path, path)
        with open(place, encoding="utf-8") as file:
            original = file.read()
        with open(place, "w", encoding="utf-8") as file:
            file.write(source)
        done = subprocess.run(
            self.command("compile") + ["-c", path, "-o", "mutant.o"],
            cwd=self.path, env=dict(os.environ, CCACHE_DISABLE="1"),
            capture_output=True, check=False)
        with open(place, "w", encoding="utf-8") as file:
            file.write(original)
        if done.returncode:
            return None
        with open(os.path.join(self.path, "mutant.o"), "rb") as file:
            return file.read()

    def link(self, path):
        """The library with the object that was compiled last."""
        original = os.path.relpath(self.build) + "/" + path[:-2] + ".o"
        mine = os.path.join(self.path, "mutant.o")
        words = [mine if w == original else w for w in self.command("link")]
        if mine not in words:
            sys.exit(f"mutate: {original} is not in the library")
        subprocess.run(words + ["-o", os.path.join(self.library, "libmutant.so")],
                       check=True)

    def is_original(self, path, data):
        """Whether an object is that of the source as it was."""
        with open(os.path.join(self.build, path[:-2] + ".o"), "rb") as file:
            return file.read() == data

    def verdict(self, mutant, tests):
        with open(os.path.join(self.path, mutant.path),
                  encoding="utf-8") as file:
            source = file.read()
        data = self.compile(mutant.path, mutant.apply(source))
        if data is None:
            return "not compiled", ""
        if self.is_original(mutant.path, data):
            return "equivalent", ""
        self.link(mutant.path)
        for test in in_order(tests, mutant.path):
            if not test.run(self.library, self.scratch, self.tree):
                self.clean()
                return "killed", test.name
        self.clean()
        return "alive", ""

    def clean(self):
        shutil.rmtree(self.scratch, ignore_errors=True)
        os.makedirs(self.scratch)


def choose(options, known):
    mutants = [m for path in sorted(options.files) for m in find_mutants(path)]
    count = len(mutants)
    if options.only:
        mutants = [m for m in mutants for place in options.only
                   if f"{m.path}:{m.line}:{m.column}".startswith(place)]
    elif 0 < options.sample < count:
        chosen = random.Random(options.seed).sample(range(count), options.sample)
        mutants = [mutants[i] for i in chosen]
    return mutants, count


def read_log(path):
    """What became of mutants the last time, by their names."""
    with open(path, encoding="utf-8") as log:
        rows = [line.rstrip("\n").split("\t") for line in log]
    return {name: (what, killer) for what, killer, name in rows}


def try_all(mutants, tests, benches, known):
    """Yields each mutant, what became of it, and which test killed it."""
    free = queue.Queue()
    for bench in benches:
        free.put(bench)
    def attempt(mutant):
        if known.get(str(mutant), ("alive",))[0] != "alive":
            return mutant, *known[str(mutant)]
        bench = free.get()
        try:
            return mutant, *bench.verdict(mutant, tests)
        finally:
            free.put(bench)

    with concurrent.futures.ThreadPoolExecutor(len(benches)) as pool:
        yield from pool.map(attempt, mutants)


def show(name, counts):
    tried = counts["killed"] + counts["alive"]
    share = 100 * counts["killed"] / tried if tried else 100
    print(f"{share:6.1f} % {counts['killed']:5} of {tried:<5} {name}")


def report(results, total, log):
    groups = collections.defaultdict(collections.Counter)
    for mutant, what, killer in results:
        print(what, killer, mutant, sep="\t", file=log, flush=True)
        if what == "alive":
            print(f"alive: {mutant}", flush=True)
        groups["in all"][what] += 1
        groups[" " + os.path.dirname(mutant.path)][what] += 1
        groups["  " + mutant.kind][what] += 1
    print("killed")
    for name in sorted(groups, reverse=True):
        show(name.strip(), groups[name])
    counts = groups["in all"]
    print(f"{sum(counts.values())} of {total} mutants; {counts['equivalent']} "
          f"have the original's object, {counts['not compiled']} do not compile")


def measure(options, tests, bench):
    """How long each test takes without a mistake; it has to pass."""
    shutil.copy(os.path.join(options.build, "mutant/libmutant.so"),
                bench.library)
    for test in tests:
        if not test.measure(bench.library, bench.scratch, bench.tree):
            sys.exit(f"mutate: {test.name} fails without any mistake")
    print(f"{len(tests)} tests, {sum(t.seconds for t in tests):.0f} s without "
          "a mistake", flush=True)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--sample", type=int, default=0)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--jobs", type=int, default=os.cpu_count())
    parser.add_argument("--only", action="append")
    parser.add_argument("--quick", action="store_true")
    parser.add_argument("--again", action="store_true")
    parser.add_argument("--list", action="store_true")
    parser.add_argument("build")
    parser.add_argument("files", nargs="+")
    options = parser.parse_args()

    path = os.path.join(options.build, "mutants.tsv")
    known = read_log(path) if options.again else {}
    mutants, total = choose(options, known)
    if options.list:
        print(*mutants, sep="\n")
        return 0
    # not below BUILD: what git ignores is no part of a journal
    with tempfile.TemporaryDirectory() as scratch:
        journals = os.path.join(scratch, "journals")
        # tests that are written meanwhile must not kill
        for name in ("tests", "examples", "src"):
            shutil.copytree(name, os.path.join(scratch, "tree", name))
        shutil.copy("README.md", os.path.join(scratch, "tree"))
        benches = [Bench(options.build, i, scratch)
                   for i in range(max(options.jobs, 1))]
        subprocess.run([sys.executable, "-B", "tests/followups/generate.py",
                        "--seed", "7", "--count", "60", "--out", journals],
                       check=True, stdout=subprocess.DEVNULL)
        tests = all_tests(options.build, journals, options.quick)
        path_of_any = mutants[0].path
        with open(path_of_any, encoding="utf-8") as file:
            data = benches[0].compile(path_of_any, file.read())
        if not benches[0].is_original(path_of_any, data):
            sys.exit("mutate: the build is not of these sources")
        measure(options, tests, benches[0])
        began = time.monotonic()
        with open(path, "w", encoding="utf-8") as log:
            report(try_all(mutants, tests, benches, known), total, log)
        print(f"{(time.monotonic() - began) / 60:.0f} minutes")
    return 0


if __name__ == "__main__":
    sys.exit(main())
