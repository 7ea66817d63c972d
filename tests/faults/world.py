"""A small repository that is put back as it was after every fault, and what
can be seen of it from outside."""
import hashlib
import os
import shutil
import stat
import struct
import subprocess
import tempfile

DAY = "2026-10-15"
WHEN = "2026-10-15T12:00:00+00:00"

# Names that nobody but the program gives, to files that are to be gone after it.
LITTER = (".tmp", ".new", ".journalscan-tmp")
# What stays in the program's folder of the git directory.
# cache.new is one that was not finished, which the next to write begins anew.
KEPT = ("lock", "cache", "partial")


def environment(home):
    """All that the program may see of its surroundings."""
    return {
        "HOME": home,
        "PATH": os.environ["PATH"],
        "TZ": "UTC",
        "LC_ALL": "C",
        "PAGER": "cat",
        "GIT_CONFIG_NOSYSTEM": "1",
        "GIT_AUTHOR_DATE": WHEN,
        "GIT_COMMITTER_DATE": WHEN,
    }


def read_index(data):
    """What is staged: paths with mode, name of the object, stage and flags;
    nothing of the files' times.  None when it is no whole index."""
    if len(data) < 32 or data[:4] != b"DIRC":
        return None
    if hashlib.sha1(data[:-20]).digest() != data[-20:]:
        return None
    version, count = struct.unpack(">II", data[4:12])
    if version not in (2, 3):
        return None
    entries, at = [], 12
    for _ in range(count):
        mode = struct.unpack(">I", data[at + 24 : at + 28])[0]
        name = data[at + 40 : at + 60].hex()
        flags = struct.unpack(">H", data[at + 60 : at + 62])[0]
        start = at + 62 + (2 if flags & 0x4000 else 0)
        end = data.index(b"\0", start)
        entries.append((data[start:end].decode(), mode, name, flags & 0xF000))
        at += (end - at + 8) // 8 * 8
    return entries


class World:
    """A home and a journal in a folder of their own, in memory if possible."""

    def __init__(self, root=None):
        where = "/dev/shm" if os.access("/dev/shm", os.W_OK) else None
        self.root = root or tempfile.mkdtemp(prefix="jscan-faults-", dir=where)
        self.journal = os.path.join(self.root, "journal")
        self.home = os.path.join(self.root, "home")
        os.makedirs(self.journal)
        os.makedirs(self.home)
        self.environment = environment(self.home)
        self.tool = os.path.join(self.root, "tool")
        self.limits = os.path.join(self.root, "limits")
        self.saved = {}
        self.sound = {}

    def set_program(self, program):
        """The program itself, and a tool that runs it under what limits say."""
        self.program = program
        with open(self.tool, "w", encoding="utf-8") as file:
            file.write('#!/bin/sh\n. \'%s\'\nexec \'%s\' "$@"\n' % (self.limits, program))
        os.chmod(self.tool, 0o755)
        self.limit("")

    def limit(self, words):
        with open(self.limits, "w", encoding="utf-8") as file:
            file.write(words + "\n")

    def remove(self):
        shutil.rmtree(self.root, ignore_errors=True)

    def path(self, name):
        return os.path.join(self.journal, name)

    def put(self, name, text):
        os.makedirs(os.path.dirname(self.path(name)) or ".", exist_ok=True)
        with open(self.path(name), "w", encoding="utf-8") as file:
            file.write(text)

    def run(self, command, **options):
        return subprocess.run(
            command,
            cwd=self.journal,
            env=self.environment,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            timeout=60,
            **options,
        )

    def git(self, *words):
        done = self.run(["git", *words])
        if done.returncode:
            raise RuntimeError("git %s: %r" % (words, done.stderr))
        return done.stdout.decode()

    # What lies below the journal: name -> (mode, what tells a change).
    def _walk(self):
        found, folders = {}, [""]
        while folders:
            folder = folders.pop()
            with os.scandir(os.path.join(self.journal, folder)) as items:
                for item in items:
                    name = os.path.join(folder, item.name)
                    st = item.stat(follow_symlinks=False)
                    if stat.S_ISDIR(st.st_mode):
                        found[name] = (st.st_mode, None)
                        folders.append(name)
                    else:
                        found[name] = (
                            st.st_mode,
                            (st.st_ino, st.st_size, st.st_mtime_ns, st.st_ctime_ns),
                        )
        return found

    def _bytes(self, name):
        with open(self.path(name), "rb") as file:
            return file.read()

    def save(self):
        """Takes what is there for what is to come back."""
        self.saved = {
            name: (mode, key, None if key is None else self._bytes(name))
            for name, (mode, key) in self._walk().items()
        }

    def restore(self):
        """Puts back what differs, and touches nothing else: what knows files by
        their times still knows them."""
        now = self._walk()
        for name in sorted(now, reverse=True):
            mode, key = now[name]
            saved = self.saved.get(name)
            if saved and (saved[1] is None) == (key is None):
                continue
            if key is None:
                os.rmdir(self.path(name))
            else:
                os.unlink(self.path(name))
        for name in sorted(self.saved):
            mode, key, data = self.saved[name]
            if name in now and now[name] == (mode, key):
                continue
            path = self.path(name)
            if key is None:
                if not os.path.isdir(path):
                    os.mkdir(path)
            else:
                if os.path.exists(path):
                    os.unlink(path)
                with open(path, "wb") as file:
                    file.write(data)
            os.chmod(path, stat.S_IMODE(mode))
            if key is not None:
                # As old as it was, since what is young is read to be sure.
                os.utime(path, ns=(key[2], key[2]))
                st = os.lstat(path)
                key = (st.st_ino, st.st_size, st.st_mtime_ns, st.st_ctime_ns)
                self.saved[name] = (mode, key, data)

    def look(self):
        """The state as it can be compared."""
        return State(self)


class State:
    """files: what differs from what was saved, by name: (mode, bytes), or None
    for what is gone; without what git and the program keep for themselves."""

    def __init__(self, world):
        now = world._walk()
        self.world = world
        self.files, self.litter, self.locks = {}, [], []
        self.objects = set()
        for name in set(now) | set(world.saved):
            self._meet(name, now.get(name))
        self.head = self._head()
        try:
            self.index = read_index(world._bytes(".git/index"))
        except FileNotFoundError:
            self.index = []

    def _meet(self, name, item):
        base = os.path.basename(name)
        if item and name.startswith(".git/"):
            if name.endswith(".lock"):
                self.locks.append(name)
            elif name.startswith(".git/journalscan/"):
                if not base.startswith(KEPT):
                    self.litter.append(name)
            elif base.startswith("tmp_object") or "git2" in base:
                self.litter.append(name)
        elif item and (base.endswith(LITTER) or ".journalscan-" in base):
            self.litter.append(name)
        if name.startswith(".git/objects/") and item and item[1]:
            self.objects.add(name)
        if name == ".git" or name.startswith(".git/"):
            return
        saved = self.world.saved.get(name)
        if item is None:
            self.files[name] = None
        elif not saved or saved[:2] != item:
            data = None if item[1] is None else self.world._bytes(name)
            if not saved or (saved[0], saved[2]) != (item[0], data):
                self.files[name] = (item[0], data)

    def _head(self):
        try:
            head = self.world._bytes(".git/HEAD").decode().strip()
            if not head.startswith("ref: "):
                return head
            return self.world._bytes(".git/" + head[5:]).decode().strip()
        except FileNotFoundError:
            return None

    def is_sound(self):
        """What git's own check says; asked once for what looks the same."""
        if not os.path.exists(self.world.path(".git")):
            return True
        index = hashlib.sha1(repr(self.index).encode()).hexdigest()
        key = (self.head, frozenset(self.objects), index)
        if key not in self.world.sound:
            done = self.world.run(["git", "fsck", "--strict", "--no-dangling"])
            self.world.sound[key] = done.returncode == 0 and self.index is not None
        return self.world.sound[key]

    def tree(self):
        """The tree of the last commit."""
        return self.world.git("rev-parse", "HEAD^{tree}").strip() if self.head else None
