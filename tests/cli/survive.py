#!/usr/bin/env python3
"""Reads the journal of the current folder, which holds something hostile, and
says what is not as it must be for every case; see tests/faults/README.md.

    survive.py PROGRAM WISH...

Each WISH is one word and what it is about:

    "CODE PATH"        there is one diagnostic with that code for that path,
    "CODE PATH:LINE"   at that line; "CODE PATH*": one or more
    "entry PATH"       the report has an entry from there
    "silent PATH"      neither of them
    "clean"            no diagnostic but notes
    "hidden TEXT"      TEXT stands in no output
    "count N LIST KEY=VALUE..."  the report's list has N such records

Besides, wherever good.md is: the program does not die, ends with 0 or 1 within
SECONDS and MEGABYTES (0: any) of the environment, writes valid JSON, reports
good.md with its people, tasks and weaknesses, changes nothing in the folder,
and sends no control or bidi characters to a terminal (that is looked at but
where LEAN is set).

The JSON is left in ../report.json.
"""

import hashlib
import json
import os
import re
import signal
import stat
import sys

SECONDS = int(os.environ.get("SECONDS_MOST", "5"))
MEGABYTES = int(os.environ.get("MEGABYTES_MOST", "256"))
AS = os.environ.get("RUN_AS", "").split()
DAY = ["--as-of", os.environ["DAY"]]
COLOURS = re.compile(r"\x1b\[[0-9;]*m")
UNSAFE = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f"
                    "\u2028-\u202e\u2060-\u206f\ufeff]")
wrong = []


def complain(what, *about):
    wrong.append(what % about)


def run(program, *words):
    """Standard output and error as bytes."""
    name = "../" + words[0]
    child = os.fork()
    if not child:
        for fd, ending in ((1, ".out"), (2, ".err")):
            os.dup2(os.open(name + ending, os.O_WRONLY | os.O_CREAT |
                            os.O_TRUNC, 0o600), fd)
        command = [*AS, program, *words, *DAY]
        os.execvp(command[0], command)
    signal.signal(signal.SIGALRM, lambda *_: os.kill(child, signal.SIGKILL))
    signal.alarm(SECONDS)
    _, status, used = os.wait4(child, 0)
    signal.alarm(0)
    if os.WIFSIGNALED(status):
        complain("%s: died of signal %d (9: took longer than %d s)", words[0],
                 os.WTERMSIG(status), SECONDS)
    elif os.WEXITSTATUS(status) > 1:
        complain("%s: exit status %d", words[0], os.WEXITSTATUS(status))
    if MEGABYTES and used.ru_maxrss > MEGABYTES << 10:
        complain("%s: took %d MB", words[0], used.ru_maxrss >> 10)
    return [open(name + ending, "rb").read() for ending in (".out", ".err")]


def read(name, fd):
    try:
        with open(os.open(name, os.O_RDONLY, dir_fd=fd), "rb") as file:
            return hashlib.sha1(file.read()).digest()
    except PermissionError:
        return None


def tree():
    """Each name below the folder with all that must stay as it is."""
    found = {}
    for folder, folders, files, fd in os.fwalk(b"."):
        if folder == b"." and b".git" in folders:
            folders.remove(b".git")  # our cache is there
        for name in folders + files:
            info = os.stat(name, dir_fd=fd, follow_symlinks=False)
            content = None
            if stat.S_ISREG(info.st_mode) and info.st_size < 1 << 16:
                content = read(name, fd)
            found[os.path.join(folder, name)] = (
                info.st_mode, info.st_size, info.st_mtime_ns, info.st_ino,
                content)
    return found


def refuse_number(word):
    raise ValueError("%s is no number of JSON" % word)


def read_report(out):
    try:
        return json.loads(out.decode("utf-8"), parse_constant=refuse_number)
    except ValueError as error:
        complain("the report is no JSON: %s", error)
        return None


def check_good(report):
    """good.md is read as if it were alone."""
    if not os.path.exists("good.md"):
        return
    found = [[one for one in report[part] if one["path"] == "good.md"]
             for part in ("entries", "assessments", "follow_ups")]
    people = [one for one in report["contacts"]
              if one["emails"] == ["good@mail.example"]]
    if not (len(found[0]) == 1 and found[2] and people and
            "talking-too-much" in [one["weakness"] for one in found[1]]):
        complain("good.md is not reported whole: %s %s", found, people)


def grant(report, wish):
    word, _, about = wish.partition(" ")
    diagnostics = report["diagnostics"]
    if word == "entry":
        if about not in [one["path"] for one in report["entries"]]:
            complain("no entry %s", about)
    elif word == "silent":
        if about in [one["path"] for one in report["entries"] + diagnostics]:
            complain("%s is not silent", about)
    elif word == "clean":
        for one in diagnostics:
            if one["severity"] != "note":
                complain("not clean: %s", one)
    elif word == "count":
        most, name, *pairs = about.split()
        pairs = [pair.split("=") for pair in pairs]
        count = sum(all(str(one[key]) == value for key, value in pairs)
                    for one in report[name])
        if count != int(most):
            complain("%d in place of %s", count, about)
    elif word != "hidden":
        path, _, line = about.partition(":")
        count = len([one for one in diagnostics if one["code"] == word and
                     one["path"] == path.rstrip("*") and
                     line in ("", str(one["line"]))])
        if count != 1 and not (count and about.endswith("*")):
            complain("%d times %s among %s", count, wish, [
                (one["path"], one["line"], one["code"])
                for one in diagnostics[:20]])


def check_terminal(what, text):
    for piece in text:
        try:
            found = UNSAFE.search(COLOURS.sub("", piece.decode("utf-8")))
        except UnicodeDecodeError as error:
            complain("%s: %s", what, error)
            continue
        if found:
            complain("%s: %r would reach the terminal", what, found.group())


def main():
    program, wishes = sys.argv[1], sys.argv[2:]
    before = tree()
    out, err = run(program, "scan", "--format", "json")
    seen = [out, err]
    check_terminal("scan", [err])
    report = read_report(out)
    if report:
        check_good(report)
        for wish in wishes:
            grant(report, wish)
    with open("../report.json", "wb") as file:
        file.write(out)
    views = (("check", "never"), ("due", "always"))
    for command, colours in () if "LEAN" in os.environ else views:
        seen += run(program, command, "--color", colours)
        check_terminal(command, seen[-2:])
    for wish in wishes:
        text = wish[len("hidden "):].encode()
        if wish.startswith("hidden ") and any(text in one for one in seen):
            complain("%s is in an output", text)
    if tree() != before:
        complain("the folder is not as it was")
    print("\n".join(wrong), end="", file=sys.stderr)
    return 1 if wrong else 0


sys.exit(main())
