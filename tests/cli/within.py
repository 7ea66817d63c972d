#!/usr/bin/env python3
"""Runs a command within limits, and ends as it does.

    within.py SECONDS MEGABYTES COMMAND...

Status 98: it took longer; 99: it took more memory (0 MEGABYTES: any); 97: it
died of a signal.
"""

import resource
import subprocess
import sys


def main():
    seconds, megabytes = float(sys.argv[1]), int(sys.argv[2])
    try:
        done = subprocess.run(sys.argv[3:], timeout=seconds, check=False)
    except subprocess.TimeoutExpired:
        print("took longer than %g s" % seconds, file=sys.stderr)
        return 98
    used = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    if megabytes and used > megabytes:
        print("took %d MB" % used, file=sys.stderr)
        return 99
    if done.returncode < 0:
        print("died of signal %d" % -done.returncode, file=sys.stderr)
        return 97
    return done.returncode


sys.exit(main())
