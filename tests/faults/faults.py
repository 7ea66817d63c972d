#!/usr/bin/env python3
"""The campaign: every fault at every point of every task, counted.

    faults.py [--every K] [--tap] BUILD [PART...]
    faults.py --sample BUILD
    faults.py --list BUILD

A part is a kind of fault and a task: oom-scan, err-snapshot, kill-hook (F-oom,
F-err, F-kill); or one of those of limits.py.  Prints a line a part, and what was
violated."""
import argparse
import errno
import os
import re
import struct
import subprocess
import sys
import tempfile
import time

import limits
from tasks import TASKS
from world import World

HERE = os.path.dirname(os.path.abspath(__file__))
E = errno.errorcode
MOST_SECONDS = 30

# Which faults a call may have; the second list is for good from there on.
COMMON = ("EIO",)
FAULTS = {
    "open": (("EINTR", "EMFILE", "EACCES", "EIO", "ENOMEM"), ("EMFILE", "EACCES")),
    "read": (("EINTR", "EIO", "short"), ("EIO", "short")),
    "write": (("EINTR", "ENOSPC", "EIO", "short"), ("ENOSPC", "EIO", "short")),
    "fsync": (("EINTR", "EIO", "ENOSPC"), ("EIO",)),
    "rename": (("EIO", "ENOSPC", "EACCES", "EXDEV"), ("EIO", "EXDEV")),
    "unlink": (("EIO", "EACCES"), ("EACCES",)),
    "mkdir": (("ENOSPC", "EACCES"), ("ENOSPC",)),
    "link": (("EPERM", "ENOSPC", "EXDEV"), ("EPERM",)),
    "chmod": (("EPERM", "EIO"), ("EPERM",)),
    "ftruncate": (("EINTR", "ENOSPC", "EIO"), ("EIO",)),
    "stat": (("EIO", "EACCES", "ENOMEM"), ("EIO",)),
    "access": (("EIO", "EACCES"), ("EACCES",)),
    "readlink": (("EIO", "EACCES"), ("EACCES",)),
    "getdents": (("EIO",), ("EIO",)),
    "mmap": (("ENOMEM", "ENODEV"), ("ENOMEM", "ENODEV")),
    "close": (("EINTR", "EIO"), ("EIO",)),
    "flock": (("EINTR", "ENOLCK"), ("ENOLCK",)),
    "fcntl": (("EINTR", "ENOLCK"), ("ENOLCK",)),
    "dup": (("EMFILE",), ("EMFILE",)),
    "lseek": (("EIO",), ("EIO",)),
    "chdir": (("EACCES",), ()),
    "getcwd": (("EACCES",), ("EACCES",)),
    "statfs": (("EIO",), ("EIO",)),
    "clone": (("EAGAIN",), ("EAGAIN",)),
    "pipe": (("EMFILE",), ("EMFILE",)),
    "seccomp": (("ENOSYS", "EPERM"), ("EPERM",)),
    "prctl": (("ENOSYS", "EPERM"), ("EPERM",)),
    "landlock": (("ENOSYS", "EPERM"), ("EPERM",)),
}
KINDS = {
    "openat": "open",
    "openat2": "open",
    "pread": "read",
    "pwrite": "write",
    "writev": "write",
    "fdatasync": "fsync",
    "renameat": "rename",
    "renameat2": "rename",
    "unlinkat": "unlink",
    "rmdir": "unlink",
    "mkdirat": "mkdir",
    "linkat": "link",
    "symlink": "link",
    "symlinkat": "link",
    "fchmod": "chmod",
    "fchmodat": "chmod",
    "fchown": "chmod",
    "fchownat": "chmod",
    "utimensat": "chmod",
    "lstat": "stat",
    "fstat": "stat",
    "fstatat": "stat",
    "statx": "stat",
    "faccessat": "access",
    "faccessat2": "access",
    "readlinkat": "readlink",
    "fstatfs": "statfs",
}
# Kinds of which an interrupted call is to be made again.
AGAIN = ("open", "read", "write", "fsync", "ftruncate", "flock", "fcntl")


class Fault:
    """What is to go wrong.  action: for inject; memory: a point of memory.c."""

    def __init__(self, at=0, action=None, for_good=False, memory=False, call=None):
        self.at, self.action, self.for_good = at, action, for_good
        self.memory, self.call = memory, call

    def __str__(self):
        what = "memory" if self.memory else str(self.action)
        call = " ".join(self.call[1:]) if self.call else ""
        good = " for good" if self.for_good else ""
        return "%s at %d%s %s" % (what, self.at, good, call)

    @property
    def is_kill(self):
        return self.action in ("before", "after")


class Result:
    def __init__(self, status, out, err, ends, hits):
        self.status, self.out, self.err = status, out, err
        self.ends, self.hits = ends, hits


class Bench:
    """A world made ready for one task, and how it is looked at."""

    def __init__(self, task, tools, root=None):
        self.task, self.tools = task, tools
        self.world = World(root)
        self.world.set_program(tools.program)
        task.prepare(self.world)
        # git looks again at what is as young as its index, by seconds, which
        # would be over in the midst of the faults.
        time.sleep(1.1)
        self.is_limited = False
        self.log = os.path.join(self.world.root, "log")
        self.result = os.path.join(self.world.root, "result")
        self.numbers = os.path.join(self.world.root, "numbers")
        self.world.save()
        self.command = task.command(self.world)
        self.before = self.world.look()
        self._learn()

    def _learn(self):
        """What an undisturbed run makes of it."""
        first = self.run()
        if first.status > 0 or first.err:
            raise RuntimeError("%s undisturbed: %s" % (self.task.name, first.err))
        self.out, self.after = first.out, self.world.look()
        if self.task.is_hook:
            self.follow()
        elif self.task.is_once:
            self.world.run(self.task.again(self.world))
        self.last = self.world.look()
        self.last_tree = self.world.look().tree() if self.task.has_commit else None
        self.world.restore()

    def follow(self):
        """After a hook: the next commit of the same kind, which is to be right."""
        path = self.world.path("brill.md")
        with open(path, encoding="utf-8") as file:
            text = file.read()
        with open(path, "w", encoding="utf-8") as file:
            file.write(text.replace("Lee Park", "Pat Lark"))
        if self.task.name == "hook-path":
            words = ["--", "brill.md"]
        else:
            words = ["-a"]
        return self.world.run(["git", "commit", "-qm", "third", *words])

    def limit(self, words):
        """Sets what the program is to run under; "" for nothing."""
        self.world.limit(words)
        self.is_limited = bool(words)

    def run(self, fault=None, log=False, results=None):
        # A folder that was put back just now is not kept in the cache.
        time.sleep(0.04)
        environment = dict(self.world.environment)
        results = results or self.result
        command = [self.tools.inject, "-p", self.tools.program, "-r", results]
        if fault and fault.memory:
            with open(self.numbers, "wb") as file:
                file.write(bytes(16))
            environment["LD_PRELOAD"] = self.tools.memory
            environment["FAULT_MEMORY"] = self.numbers
            environment["FAULT_PROGRAM"] = self.tools.program
            environment["FAULT_AT"] = str(fault.at)
            if fault.for_good:
                environment["FAULT_FOR_GOOD"] = "1"
        elif fault and fault.action:
            action = fault.action
            action = str(getattr(errno, action)) if action[0] == "E" else action
            command += ["-n", str(fault.at), "-d", action]
            command += ["-g"] if fault.for_good else []
        if log:
            command += ["-l", self.log]
        work = self.command
        if self.is_limited and not self.task.is_hook:
            work = [self.world.tool] + work[1:]
        done = subprocess.run(
            command + work,
            cwd=self.world.journal,
            env=environment,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            timeout=MOST_SECONDS,
        )
        ends, hits = [], 0
        with open(results, encoding="utf-8") as file:
            for line in file:
                word, number = line.split()
                if word == "hit":
                    hits = int(number)
                else:
                    ends.append((word, int(number)))
        if fault and fault.memory:
            with open(self.numbers, "rb") as file:
                self.seen, hits = struct.unpack("QQ", file.read(16))
        return Result(
            done.returncode,
            done.stdout,
            done.stderr.decode("utf-8", "replace"),
            ends,
            hits,
        )

    def list_calls(self):
        """As they are each time: the first run may find more to do."""
        before, calls = None, []
        while before is None or len(before) != len(calls):
            before = calls
            self.run(log=True)
            self.world.restore()
            with open(self.log, encoding="utf-8", errors="replace") as file:
                calls = [line.rstrip("\n").split(" ", 3) for line in file]
        return calls

    def count_memory(self):
        self.list_calls()
        self.run(Fault(memory=True))
        self.world.restore()
        return self.seen


OURS = ".git/journalscan/"
# What the loader and libgit2 open and read, by themselves.
LIBRARIES = re.compile(
    r"\.so(\.|$)|/etc/|/\.git/(HEAD|config|refs|logs|packed-refs|objects/..?/|"
    r"objects/pack|info/attributes)|\.gitattributes|\.gitconfig|/pack_git2_"
)
NAMED = re.compile(r"^\S+:\d+:\d+: error: ", re.M)
SAID = re.compile(r"^(journalscan: |\S.*: (error|warning): )", re.M)


class Check:
    """Everything that must hold after a fault; `wrong` says what does not."""

    def __init__(self, bench, fault, result):
        self.bench, self.fault, self.result = bench, fault, result
        self.task, self.world = bench.task, bench.world
        self.wrong = []
        self.state = self.world.look()

    def say(self, what, *more):
        self.wrong.append(what % more if more else what)

    def run(self):
        self.check_end()
        self.check_files()
        self.check_repository()
        self.check_honesty()
        self.check_next()
        return self.wrong

    def check_end(self):
        ends = self.result.ends
        for word, number in ends:
            if word == "signal" and not (self.fault.is_kill and number == 9):
                self.say("died of signal %d", number)
            elif word == "exit" and number > 2:
                self.say("exit status %d", number)
        if not ends and not self.result.status:
            self.say("the program was not run")

    def is_new(self):
        if self.is_removal():
            return self.is_made()
        return self.state.files == self.bench.after.files

    def is_made(self):
        """All that the task changes is as it is to be, whatever else there is."""
        now, after = self.state.files, self.bench.after.files
        return all(now.get(name) == after[name] for name in after)

    def has_named_a_note(self):
        """One bad file costs one diagnostic, and status 1 says so; the hook,
        which holds no commit up, says that there is one."""
        if self.task.is_hook:
            return "in the staged notes" in self.result.err
        return self.status() == 1 and ": error: " in self.result.err

    def has_made_what_it_could(self):
        """A report without the notes that are named; that a snapshot failed
        after it is another matter."""
        is_named = NAMED.search(self.result.err) and self.task.has_commit
        return self.has_named_a_note() or (self.status() == 2 and is_named)

    def status(self):
        """The worst status of the program itself."""
        return max((n for word, n in self.result.ends if word == "exit"), default=None)

    def check_files(self):
        after, allowed = self.bench.after.files, self.task.changes
        for name, now in self.state.files.items():
            if name in self.state.litter:
                continue
            if allowed is not None and name not in allowed:
                self.say("changed '%s'", name)
            elif name in after and now == after[name]:
                continue
            elif not self.has_made_what_it_could() or not now or not now[1]:
                self.say("'%s' is neither old nor new", name)
        # Each is old or new, and so are they together.
        # What lies in our own folder is swept by the next run.
        litter = [n for n in self.state.litter if not n.startswith(OURS)]
        if litter and not self.is_end() and not self.is_removal():
            self.say("litter: %s", litter)

    def is_end(self):
        """The end on the spot: by a signal, or for want of memory."""
        return self.fault.is_kill or "out of memory" in self.result.err

    def is_removal(self):
        """What could not be removed is there until the next run."""
        call = self.fault.call
        return call and KINDS.get(call[1], call[1]) == "unlink"

    def check_repository(self):
        state, bench = self.state, self.bench
        if bench.task.has_commit and not self.has_named_a_note():
            known = (bench.before.head, bench.after.head)
            # A commit without the report of the hook is a third.
            if state.head not in known and not self.task.is_hook:
                self.say("HEAD is %s", state.head)
        if not state.is_sound():
            self.say("git fsck finds faults")
        # Where a mark says whose they are, the next run takes them away.
        is_marked = os.path.exists(self.world.path(OURS + "mark"))
        # What libgit2 calls a lock in our own folder is in nobody's way.
        locks = [n for n in state.locks if not n.startswith(OURS)]
        if locks and not is_marked and not self.is_removal():
            self.say("locks: %s", locks)
        staged = [e for e in bench.before.index or [] if e[0] == "code.c"]
        if not self.task.is_hook and state.index is not None:
            if [e for e in state.index if e[0] == "code.c"] != staged:
                self.say("what was staged is not")

    def check_honesty(self):
        if self.fault.is_kill:
            return
        status, err = self.status(), self.result.err
        is_said = bool(SAID.search(err))
        if self.task.is_hook:
            is_done = self.is_new() and self.state.head == self.bench.after.head
            # git has a fault of its own when the disk is full.
            is_full = self.result.status and not self.fault.action
            is_full = is_full and ("fatal: " in err or "\nerror: " in err)
            if not is_done and not is_said and not self.is_mute() and not is_full:
                self.say("the commit lacks the report, and nothing is said")
            # A strict hook stops the commit, if it says why.
            is_held = self.task.is_strict and status == 2
            is_held = is_held and (is_said or self.is_mute())
            if self.result.status and not is_full and not is_held:
                self.say("git commit ended with %d: %s", self.result.status, err)
            return
        if status == 2:
            if not is_said and not self.is_mute():
                self.say("status 2 without a message: %r", err)
        elif status in (0, 1):
            if self.has_named_a_note():
                return
            if not self.is_new():
                self.say("status %d without the result: %r", status, err)
            elif self.task.has_commit and self.state.head != self.bench.after.head:
                self.say("status %d without the commit: %r", status, err)
            elif self.result.out != self.bench.out:
                self.say("status %d, and it printed %r", status, self.result.out)
            elif status == 1:
                self.say("status 1 without a diagnostic: %r", err)
        if self.fault.action == "EINTR" and status != 0 and self.is_own_call():
            self.say("an interrupted call is not made again: %r", err)

    def is_own_call(self):
        """One that the program makes itself, and can make again: not the loader,
        nor libgit2, which reads what git keeps, nor stdio: nothing that the
        program does can interrupt it."""
        call = self.fault.call
        kind = KINDS.get(call[1], call[1])
        if kind not in AGAIN or "pipe:" in call[3]:
            return False
        if kind == "write" and self.task.is_stdio:
            return False
        # libgit2 syncs the folder in which it has made a pack.
        if self.task.name == "pack" and call[3].endswith("/.git/journalscan"):
            return False
        return not LIBRARIES.search(call[3])

    def is_mute(self):
        """No message can be written, nor could this one."""
        call, fault = self.fault.call, self.fault
        if getattr(fault, "is_mute", False):
            return True
        if not call or KINDS.get(call[1], call[1]) != "write":
            return False
        return "pipe:" in call[3] or (fault.for_good and fault.action != "short")

    def check_next(self):
        """The next run is not in the way of anything, and gets it right."""
        bench, world = self.bench, self.world
        if self.task.is_hook:
            # A commit that did not come about is made first.
            if self.state.head == bench.before.head:
                world.run(bench.command)
            done = bench.follow()
        elif self.task.is_once and self.state.files.keys() - self.state.litter:
            done = world.run(self.task.again(world))
        else:
            done = world.run(bench.command)
            if self.task.is_once and not done.returncode:
                done = world.run(self.task.again(world))
        if done.returncode:
            self.say("the next run: %d: %r", done.returncode, done.stderr)
            return
        state, last = world.look(), bench.last
        # A note made from what could be read is not made again.
        is_other = self.task.is_once and self.has_named_a_note()
        if state.files != last.files and not is_other:
            both = set(state.files.items()) ^ set(last.files.items())
            self.say("the next run differs in %s", sorted({n for n, _ in both}))
        if self.task.has_commit:
            if state.head != last.head and state.tree() != bench.last_tree:
                self.say("the next run has another tree")
        if state.index != last.index:
            self.say("the next run has another index")
        if state.locks or state.litter:
            self.say("the next run leaves %s", state.locks + state.litter)
        if not state.is_sound():
            self.say("git fsck finds faults after the next run")


def faults_of(kind, bench):
    """All faults of one kind for a task."""
    if kind == "oom":
        count = bench.count_memory()
        return count, [
            Fault(at, for_good=good, memory=True)
            for at in range(1, count + 1)
            for good in (False, True)
        ]
    calls, faults = bench.list_calls(), []
    for call in calls:
        at, name = int(call[0]), call[1]
        is_change = call[2] == "w"
        if kind == "kill":
            if is_change:
                faults += [Fault(at, a, call=call) for a in ("before", "after")]
            continue
        once, good = FAULTS[KINDS.get(name, name)]
        if name.startswith("open") and is_change:
            once, good = once + ("ENOSPC",), good + ("ENOSPC",)
        if name == "openat2":
            once, good = once + ("ENOSYS",), good + ("ENOSYS",)
        faults += [Fault(at, a, call=call) for a in once]
        faults += [Fault(at, a, True, call=call) for a in good]
    points = len({fault.at for fault in faults})
    return points, faults


class Tools:
    """The programs: the one under test, and those that disturb it."""

    def __init__(self, build):
        self.program = os.path.realpath(os.path.join(build, "journalscan"))
        self.inject = os.path.realpath(os.path.join(build, "faults/inject"))
        self.memory = os.path.realpath(os.path.join(build, "faults/memory.so"))

    def can_trace(self):
        """Some sandboxes forbid ptrace and filters; other processors than
        x86-64 have other registers."""
        if not os.path.exists(self.inject):
            return False
        command = [self.inject, "-p", "/bin/true", "/bin/true"]
        return subprocess.run(command, capture_output=True).returncode == 0


def run_part(kind, task, tools, every, show, most=0):
    """(points, faults, violations); most: no more faults than that."""
    bench = Bench(task, tools)
    violations = missed = 0
    try:
        points, faults = faults_of(kind, bench)
        if most:
            every = max(len(faults) // most, 1)
        faults = faults[::every]
        for fault in faults:
            try:
                result = bench.run(fault)
                wrong = Check(bench, fault, result).run()
            except subprocess.TimeoutExpired:
                result, wrong = None, ["did not end"]
            bench.world.restore()
            if result and not result.hits:
                missed += 1
                if os.environ.get("FAULTS_DEBUG"):
                    show("    missed: %s" % fault)
            if wrong:
                violations += 1
                show("    %s-%s: %s: %s" % (kind, task.name, fault, "; ".join(wrong)))
    finally:
        bench.world.remove()
    # The clock may bring a file more to be read, or one less.
    if missed > 2 + len(faults) // 20:
        violations += 1
        show("    %d faults never came" % missed)
    return points, len(faults), violations


# A few of each kind, for every run of the tests: the part, and how many faults.
SAMPLE = {
    "cases": 4,
    "sync": 4,
    "oom-scan": 8,
    "oom-snapshot": 8,
    "oom-hook-strict": 8,
    "oom-json": 8,
    "err-done": 10,
    "err-hook": 8,
    "err-hook-path": 10,
    "err-snapshot": 10,
    "kill-snapshot": 8,
    "kill-hook-path": 6,
    "fds": 3,
    "streams": 3,
}


def all_parts():
    parts = {}
    for kind in ("oom", "err", "kill"):
        for task in TASKS:
            parts["%s-%s" % (kind, task.name)] = (kind, task)
    for name in limits.PARTS:
        parts[name] = (name, None)
    return parts


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--every", type=int, default=1)
    parser.add_argument("--list", action="store_true")
    parser.add_argument("--tap", action="store_true")
    parser.add_argument("--sample", action="store_true")
    parser.add_argument("build")
    parser.add_argument("part", nargs="*")
    args = parser.parse_args()
    parts = all_parts()
    if args.list:
        print("\n".join(parts))
        return 0
    args.tap |= args.sample
    names = args.part or list(SAMPLE if args.sample else parts)
    for name in names:
        if name not in parts:
            sys.exit("no part is called '%s': see --list" % name)
    tools, worst = Tools(args.build), 0
    if not tools.can_trace():
        print("1..1\nok 1 - faults # skip programs may not be traced here")
        return 0
    mark = "# " if args.tap else ""
    if args.tap:
        print("1..%d" % len(names))
    for number, name in enumerate(names, 1):
        kind, task = parts[name]
        start = time.monotonic()
        lines = []
        most = SAMPLE[name] if args.sample else 0
        if task:
            points, count, bad = run_part(
                kind, task, tools, args.every, lines.append, most
            )
        else:
            every = max(16 // most, 1) if most else args.every
            points, count, bad = limits.PARTS[name](tools, every, lines.append)
        worst += bad
        if args.tap:
            print("%s %d - faults: %s" % ("not ok" if bad else "ok", number, name))
        for line in lines if not args.tap else lines[:10]:
            print(mark + line)
        print(
            "%s%s: %s points, %s faults, %d violations (%.0f s)"
            % (mark, name, format(points, ","), format(count, ","), bad,
               time.monotonic() - start),
            flush=True,
        )
    return 1 if worst else 0


if __name__ == "__main__":
    sys.exit(main())
