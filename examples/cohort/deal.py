#!/usr/bin/env python3
"""Deals the notes of one journal out to many, each application to one of them.

usage: deal.py JOURNAL FOLDER HOW-MANY
"""
import os
import re
import shutil
import sys
import zlib


def main():
    journal, folder, count = sys.argv[1], sys.argv[2], int(sys.argv[3])
    for top, _, names in os.walk(journal):
        for name in names:
            path = os.path.join(top, name)
            with open(path, encoding="utf-8", errors="replace") as note:
                company = re.search(r"^company: *(.*)$", note.read(), re.M)
            key = company.group(1) if company else path
            number = zlib.crc32(key.encode()) % count
            target = os.path.join(folder, f"{number:04}",
                                  os.path.relpath(path, journal))
            os.makedirs(os.path.dirname(target), exist_ok=True)
            shutil.copyfile(path, target)


main()
