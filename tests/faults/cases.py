"""What a campaign has found: each a symptom, and the faults that showed it."""
import re

# symptom, task, fault, whether for good, the calls that it strikes
CASES = (
    ("what git ignores stays out when .gitignore cannot be read",
     "snapshot", "EACCES", False, r"^openat - .*/\.gitignore$"),
    ("what git ignores stays out when .gitignore cannot be read on",
     "cold", "EIO", False, r"^read - .*/\.gitignore$"),
    ("what git ignores stays out when nobody can tell whether git is there",
     "cold", "EIO", False, r"^fstatat - .*/\.git(/HEAD)?$"),
    ("what info/exclude names stays out when that cannot be read",
     "snapshot", "EIO", False, r"^(openat|read) - .*/info/exclude$"),
    ("a repository that cannot be looked at is not taken for none",
     "snapshot", "EIO", False, r"^fstatat - .*/\.git/(HEAD|objects/|refs/)$"),
    ("a note that cannot be looked at is not left out of a snapshot",
     "snapshot", "EACCES", False, r"^fstatat - .*/(brill|acme|new)\.md$"),
    ("the index follows a branch that moved and could not be synced",
     "snapshot", "EIO", False, r"^fsync w .*/refs/heads$"),
    ("the index follows with the next run where it could not at once",
     "snapshot", "EIO", False, r"^rename w .*/index\.lock .*/index$"),
    ("nobody can tell whether the branch moved: the next run can",
     "snapshot", "EMFILE", True, r"^openat - .*/refs/heads$"),
    ("what could not be swept is swept by the next run",
     "snapshot", "EIO", False, r"^(getdents|unlinkat) . .*/journalscan(/\w+)?$"),
    ("an interrupted sync is made again",
     "snapshot", "EINTR", False, r"^(fsync|openat) . .*/journalscan/"),
    ("one temporary file is made, not a hundred",
     "scan", "EIO", False, r"^fstatat - .*/\.journalscan-0\.tmp/$"),
    ("the same of an export",
     "json", "EIO", False, r"^fstatat - .*/\.journalscan-0\.tmp/$"),
    ("an export that was killed leaves nothing that stays",
     "json", "before", False, r"^(fsync|rename) w .*/?(\.journalscan-0\.tmp|out\.json)"),
    ("a commit of some files, whose hook was killed, leaves the index right",
     "hook-path", "after", False, r"^rename w .*/next-index-\d+\.lock$"),
    ("an index that a commit of some files could not reach follows the next one",
     "hook-path", "EIO", True, r"^fstatat - .*/\.git/index\.lock/?$"),
    ("a note that cannot be looked at is read again by git, not trusted",
     "hook-path", "EIO", True, r"^fstatat - .*/sub/corvid\.md$"),
    ("the hook says that the report on disk could not be read",
     "hook", "EIO", False, r"^openat - .*/REPORT\.md$"),
    ("the hook says that nobody can tell whether the report on disk is one of git's",
     "hook", "EACCES", True, r"^access - .*/objects/../"),
    ("a new note says that the journal could not be read",
     "new", "EACCES", False, r"^openat - .*/journal/\.$"),
)


def run(tools, every, show):
    """All cases, and of the calls that each strikes every k-th."""
    from faults import Bench, Check, Fault
    from tasks import TASKS

    tasks = {task.name: task for task in TASKS}
    count = bad = 0
    for name in sorted({case[1] for case in CASES}):
        bench = Bench(tasks[name], tools)
        calls = bench.list_calls()
        for symptom, _, action, good, pattern in (c for c in CASES if c[1] == name):
            struck = [c for c in calls if re.search(pattern, " ".join(c[1:]))]
            wrong = [] if struck else ["no call is struck"]
            for call in struck[::every]:
                fault = Fault(int(call[0]), action, good, call=call)
                wrong += Check(bench, fault, bench.run(fault)).run()
                bench.world.restore()
                count += 1
            if wrong:
                bad += 1
                show("    %s (%s): %s" % (symptom, name, "; ".join(wrong)))
        bench.world.remove()
    return len(CASES), count, bad
