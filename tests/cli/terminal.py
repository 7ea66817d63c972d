#!/usr/bin/env python3
"""Runs a command on a terminal of its own and prints all it wrote there.

    terminal.py COLUMNS COMMAND...          output and messages
    terminal.py --messages COLUMNS COMMAND...   only messages; output is kept

Ends with the status of the command.
"""

import fcntl
import os
import pty
import struct
import subprocess
import sys
import termios


def read_all(fd):
    pieces = []
    while True:
        try:
            piece = os.read(fd, 65536)
        except OSError:  # the last one has closed the other end
            break
        if not piece:
            break
        pieces.append(piece)
    return b"".join(pieces)


def main():
    arguments = sys.argv[1:]
    only_messages = arguments[0] == "--messages"
    if only_messages:
        arguments = arguments[1:]
    columns, command = int(arguments[0]), arguments[1:]
    ours, theirs = pty.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ,
                struct.pack("HHHH", 24, columns, 0, 0))
    child = subprocess.Popen(
        command, stdin=theirs, stderr=theirs,
        stdout=subprocess.DEVNULL if only_messages else theirs)
    os.close(theirs)
    written = read_all(ours)
    sys.stdout.buffer.write(written.replace(b"\r\n", b"\n"))
    return child.wait()


sys.exit(main())
