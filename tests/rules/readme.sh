#!/bin/sh
# What the README shows of the example is what the program prints.
echo "1..1"
if python3 -B tests/readme.py "$BUILD/journalscan"; then
	echo "ok 1 - the README shows what the program prints"
else
	echo "not ok 1 - the README shows what the program prints: make accept"
fi
