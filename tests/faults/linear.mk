# Some minutes; see tests/faults/README.md.

.PHONY: linear
#: make linear        the work of a note is linear, whatever its shape
linear:
	@$(MAKE) $(JOBS) --no-print-directory CONFIG=release \
		BUILD=build/release program
	@python3 -B tests/faults/linear.py build/release/journalscan
