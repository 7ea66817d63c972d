#!/usr/bin/env python3
"""Keeps what the README shows of the example true.

    readme.py PROGRAM           status 1, with a difference, when it is not
    readme.py PROGRAM --write   puts what the program prints into the README
"""

import difflib
import os
import re
import shutil
import subprocess
import sys
import tempfile

DAY = "2026-10-15"


def run(program, *args):
    env = dict(os.environ, COLUMNS="80", NO_COLOR="1", LC_ALL="C.UTF-8")
    env.pop("XDG_CONFIG_HOME", None)
    done = subprocess.run([program, *args, "--as-of", DAY], env=env,
                          stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
                          check=False)
    if done.returncode > 1:
        sys.exit("%s: status %d" % (program, done.returncode))
    return done.stdout.decode()


def summary(program):
    with tempfile.TemporaryDirectory() as folder:
        journal = os.path.join(folder, "journal")
        shutil.copytree("examples/journal", journal)
        text = run(program, "scan", "--no-snapshot", journal)
    text = text.replace(journal, "~/notes/interviews")
    return "```text\n$ journalscan ~/notes/interviews\n%s```\n" % text


def piece(program):
    """The first two items that cannot wait, and the first weakness."""
    report = run(program, "scan", "--format", "md", "examples/journal")
    wait = re.search(r"(?s)## What cannot wait\n.*?(?=\n- \*\*)", report)
    items = re.findall(r"(?ms)^- \*\*2.*?(?=^- \*\*2|^$)", report)
    weakness = re.search(r"(?s)### .*?(?=\n### |\n## )",
                         report[report.index("## Weaknesses that recur"):])
    text = "%s\n%s\n## Weaknesses that recur\n\n%s\n" % (
        wait.group(0), "".join(items[:2]), weakness.group(0))
    text = re.sub(r"\]\((?!http)", "](examples/journal/", text)
    return "".join("> " + line if line.strip() else ">\n"
                   for line in text.splitlines(True))


def main():
    program = sys.argv[1]
    with open("README.md", encoding="utf-8") as file:
        old = file.read()
    new = old
    for name, make in (("summary", summary), ("report", piece)):
        new = re.sub(r"(?s)(<!-- %s -->\n).*?(<!-- end -->)" % name,
                     lambda m: m.group(1) + make(program) + m.group(2), new)
    if "--write" in sys.argv[2:]:
        with open("README.md", "w", encoding="utf-8") as file:
            file.write(new)
        return 0
    sys.stdout.writelines(difflib.unified_diff(
        old.splitlines(True), new.splitlines(True), "README.md", "program"))
    return old != new


if __name__ == "__main__":
    sys.exit(main())
