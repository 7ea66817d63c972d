# The follow-up rules against a second reading; see tests/followups/README.md.

JSCAN_SHARED ?= ../shared
FOLLOWUPS_SEED ?= 1
FOLLOWUPS_COUNT ?= 500

.PHONY: followups followups-oracle

#: make followups     the rules against a second reading (FOLLOWUPS_COUNT=5000)
followups: followups-oracle $(PROGRAM)
	@python3 tests/followups/compare.py $(PROGRAM) --scenarios \
		tests/followups/scenarios
	@[ ! -d $(JSCAN_SHARED)/data/follow-ups ] || \
		python3 tests/followups/compare.py $(PROGRAM) --scenarios \
		$(JSCAN_SHARED)/data/follow-ups
	@# not below build: what git ignores is no part of a journal
	@dir=$$(mktemp -d) && trap 'rm -rf "$$dir"' EXIT && \
		python3 tests/followups/generate.py --seed $(FOLLOWUPS_SEED) \
			--count $(FOLLOWUPS_COUNT) --out "$$dir" && \
		python3 tests/followups/compare.py $(PROGRAM) "$$dir"

followups-oracle:
	@python3 tests/followups/test_oracle.py
