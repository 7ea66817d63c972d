# Which lines and branches the tests reach; see tests/README.md.
COVERED := build/coverage
# Percent, of the library.
LEAST_LINES    ?= 95
LEAST_BRANCHES ?= 90

.PHONY: coverage coverage-report
#: make coverage      lines and branches of the library that the tests reach
coverage:
	@sh tests/deps.sh test
	@sh tests/deps.sh coverage
	@$(MAKE) $(JOBS) --no-print-directory CONFIG=coverage BUILD=$(COVERED) \
		CFLAGS="-O0 -g" program unit-bin fuzz-replay faults-bin
	@find $(COVERED) -name '*.gcda' -delete
	@sh tests/run.sh cover $(COVERED)
	@$(MAKE) --no-print-directory coverage-report

# A program that is killed while it writes its counters leaves one below nought.
coverage-report:
	@gcovr -r . --object-directory $(COVERED) -f src/ -e src/cli/ \
		-e src/facts/note/gen/ -j $$(getconf _NPROCESSORS_ONLN) \
		--gcov-ignore-parse-errors \
		--json $(COVERED)/coverage.json $(COVERED)/src $(COVERED)/gen
	@python3 -B tests/coverage/report.py $(COVERED)/coverage.json \
		tests/coverage/excluded.tsv $(LEAST_LINES) $(LEAST_BRANCHES)
