"""Faults that are no single call: little room, few descriptors, little memory,
closed streams; and the order in which things reach the disk."""
import os
import re
import subprocess
import tempfile

import cases
from tasks import TASKS

NAMES = ("scan", "warm", "snapshot", "hook", "hook-path", "done", "new", "json", "sqlite")
CHOSEN = [task for task in TASKS if task.name in NAMES]


class Shortage:
    """What the shell of the tool is told first, in place of one call's fault."""

    at, memory, for_good, is_kill, action, call = 0, False, True, False, None, None

    def __init__(self, words, is_mute=False):
        self.words, self.is_mute = words, is_mute

    def __str__(self):
        return self.words


def try_all(tools, every, show, shortages, part=""):
    """Each shortage in each task: (points, faults, violations)."""
    from faults import Bench, Check

    count = bad = 0
    for task in CHOSEN[:: 1 if every == 1 else 2]:
        bench = Bench(task, tools)
        for shortage in shortages[::every]:
            try:
                bench.limit(shortage.words)
                result = bench.run()
                bench.limit("")
                wrong = Check(bench, shortage, result).run()
            except subprocess.TimeoutExpired:
                wrong = ["did not end"]
            bench.limit("")
            bench.world.restore()
            count += 1
            if wrong:
                bad += 1
                show("    %s: %s, %s: %s" % (part, task.name, shortage, "; ".join(wrong)))
        bench.world.remove()
    return len(shortages), count, bad


def descriptors(tools, every, show):
    """F-lim: of 256 descriptors down to four; with three, which the streams have,
    the loader cannot load a library."""
    numbers = [4, 5, 6, 7, 8, 9, 10, 12, 14, 16, 20, 24, 32, 64, 256]
    return try_all(
        tools, every, show, [Shortage("ulimit -n %d" % n) for n in numbers], part="fds"
    )


def memory(tools, every, show):
    """F-lim: a small stack, and address space from next to none up to 96 MB."""
    words = ["ulimit -s %d" % n for n in (256, 512)]
    words += ["ulimit -v %d" % (n * 1024) for n in (12, 16, 20, 24, 32, 40, 48, 64, 96)]
    return try_all(tools, every, show, [Shortage(w) for w in words], part="memory")


def file_size(tools, every, show):
    """F-full: RLIMIT_FSIZE, and the signal of it as it comes, or ignored before."""
    words = []
    for blocks in (0, 1, 2, 3, 4, 6, 8, 16, 32, 64, 128):
        words += ["ulimit -f %d" % blocks, "trap '' XFSZ; ulimit -f %d" % blocks]
    return try_all(tools, every, show, [Shortage(w) for w in words], part="fsize")


def streams(tools, every, show):
    """F-lim: 0, 1 and 2 closed in all combinations, and /dev/full."""
    shortages = []
    for bits in range(1, 8):
        words = " ".join("exec %d>&-;" % fd for fd in range(3) if bits >> fd & 1)
        shortages.append(Shortage(words, bool(bits & 4)))
    shortages.append(Shortage("exec >/dev/full"))
    shortages.append(Shortage("exec 2>/dev/full", True))
    shortages.append(Shortage("exec >/dev/full 2>&1", True))
    return try_all(tools, every, show, shortages, part="streams")


def no_mapping(tools, every, show):
    """F-nomap: file systems whose files cannot be mapped."""
    from faults import Bench, Check, Fault

    points = count = bad = 0
    for task in CHOSEN:
        bench = Bench(task, tools)
        maps = [c for c in bench.list_calls() if c[1] == "mmap" and c[3] != "anonymous"]
        points += len(maps)
        faults = [Fault(int(c[0]), "ENODEV", good, call=c) for c in maps for good in (0, 1)]
        for fault in faults[::every]:
            wrong = Check(bench, fault, bench.run(fault)).run()
            bench.world.restore()
            count += 1
            if wrong:
                bad += 1
                show("    nomap-%s: %s: %s" % (task.name, fault, "; ".join(wrong)))
        bench.world.remove()
    return points, count, bad


class Disk:
    """A small file system of its own, of which as much is taken as is wanted."""

    def __init__(self):
        self.path = tempfile.mkdtemp(prefix="jscan-full-")
        done = subprocess.run(
            ["mount", "-t", "tmpfs", "-o", "size=8m,nr_inodes=2000", "tmpfs", self.path],
            capture_output=True,
        )
        self.is_there = done.returncode == 0

    def take(self, left_bytes=None, left_files=None):
        folder = os.path.join(self.path, "taken")
        os.makedirs(folder, exist_ok=True)
        st = os.statvfs(self.path)
        if left_bytes is not None:
            size = max(st.f_bavail * st.f_frsize - left_bytes, 0)
            with open(os.path.join(folder, "bytes"), "wb") as file:
                os.posix_fallocate(file.fileno(), 0, size or 1)
        if left_files is not None:
            for i in range(max(st.f_ffree - left_files, 0)):
                os.symlink("x", os.path.join(folder, str(i)))

    def give_back(self):
        subprocess.run(["rm", "-rf", os.path.join(self.path, "taken")], check=True)

    def remove(self):
        if self.is_there:
            subprocess.run(["umount", self.path], check=True)
            if os.path.exists(self.path + ".result"):
                os.unlink(self.path + ".result")
        os.rmdir(self.path)


def full(tools, every, show):
    """F-full: 0 to 128 KB or 0 to 8 files left.  Only root may mount."""
    from faults import Bench, Check

    disk = Disk()
    if not disk.is_there:
        disk.remove()
        show("    full: not done, as nothing may be mounted here")
        return 0, 0, 0
    rooms = [{"left_bytes": n << 10} for n in (0, 4, 8, 12, 16, 20, 24, 32, 40, 48, 64, 96, 128)]
    rooms += [{"left_files": n} for n in range(9)]
    count = bad = 0
    for task in [t for t in TASKS if t.name in NAMES or t.name == "pack"]:
        bench = Bench(task, tools, os.path.join(disk.path, task.name))
        for room in rooms[::every]:
            shortage = Shortage(str(room))
            disk.take(**room)
            result = bench.run(results=disk.path + ".result")
            disk.give_back()
            wrong = Check(bench, shortage, result).run()
            bench.world.restore()
            count += 1
            if wrong:
                bad += 1
                show("    full: %s, %s: %s" % (task.name, shortage, "; ".join(wrong)))
        bench.world.remove()
    disk.remove()
    return len(rooms), count, bad


# Renames by what they put in place: the file is synced before, and its folder
# afterwards; those that may be made anew need not be, nor what a hook adds to a
# commit of git's, which does not wait for the disk either.
REBUILT = re.compile(r"/\.git/(index|journalscan/cache|next-index-\d+)(\.lock)*$")


def check_order(calls):
    """The complaints about one run's calls."""
    wrong, checked, synced = [], 0, {}
    for at, (_, name, _, about) in enumerate(calls):
        if name in ("write", "pwrite", "ftruncate"):
            synced[about] = False
        elif name in ("fsync", "fdatasync"):
            synced[about] = True
        elif name in ("rename", "renameat", "link", "linkat"):
            middle = about.index(" /") if " /" in about else about.index(" ")
            old, new = about[:middle], about[middle + 1 :]
            synced[new] = any(synced[p] for p in synced if p.endswith(old))
            # A name within a folder of temporary files is not yet a place.
            if REBUILT.search(new) or "/journalscan/" in new:
                continue
            checked += 1
            if not synced[new]:
                wrong.append("'%s' is put in place before it is synced" % new)
            folder = os.path.dirname(new)
            later = [c for c in calls[at:] if c[1] == "fsync" and c[3].endswith(folder)]
            if not later:
                wrong.append("the folder of '%s' is not synced" % new)
    refs = find(calls, "rename", r"/refs/heads/\w+$")
    index = find(calls, "rename", r"/\.git/index$")
    objects = find(calls, "fsync", r"/objects/(..|pack)$")
    mark = find(calls, "fsync", r"/journalscan/mark$")
    lock = find(calls, "link", r"/index\.lock$")
    for first, then, what in (
        (objects, refs, "the branch moves before its objects are synced"),
        (mark, lock, "the index is locked before the mark is synced"),
        (refs, index, "the index comes before the branch"),
    ):
        if then and first:
            checked += 1
            if max(first) > min(then) and what[4] != "i":
                wrong.append(what)
            elif what[4] == "i" and min(first) > min(then):
                wrong.append(what)
    return checked, wrong


def find(calls, name, pattern):
    return [at for at, c in enumerate(calls) if c[1] == name and re.search(pattern, c[3])]


def order(tools, every, show):
    """F-sync: write, sync, rename, sync of the folder; objects, branch, index."""
    from faults import Bench

    points = count = bad = 0
    chosen = [t for t in TASKS if not t.is_hook]
    for task in chosen[::every]:
        bench = Bench(task, tools)
        calls = bench.list_calls()
        bench.world.remove()
        checked, wrong = check_order(calls)
        points += checked
        count += 1
        for what in wrong:
            bad += 1
            show("    sync: %s: %s" % (task.name, what))
        if not checked:
            bad += 1
            show("    sync: %s: nothing is put in place" % task.name)
    return points, count, bad


PARTS = {
    "cases": cases.run,
    "sync": order,
    "nomap": no_mapping,
    "full": full,
    "fsize": file_size,
    "fds": descriptors,
    "memory": memory,
    "streams": streams,
}
