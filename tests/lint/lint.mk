# Programs that read the sources, and valgrind; see tests/README.md.
#
# Each file and tool leaves a mark when it is clean, so that only what changed is
# asked about again; a header that changed counts for all files.
LINT := $(BUILD)/lint
LINT_SRC := $(LIB_SRC) $(wildcard src/facts/note/*/*.c) $(CLI_SRC) \
	$(EXAMPLE_SRC) $(UNIT_SRC)
LINT_HEADERS := $(wildcard include/*.h src/*.h src/*/*.h src/*/*/*.h \
	src/*/*/*/*.h tests/*/*.h tests/*/*.inc)
LINT_MADE := $(NOTE_TABLES) $(CALLS_H) $(RULES_HASH)
LINT_FLAGS = -D_GNU_SOURCE -Iinclude -Isrc -I$(BUILD)/gen -Itests $(PKG_CFLAGS)

# gcc 12 loses track of structs that are passed as values, and then calls their
# members uninitialized; clang's analyser and valgrind look for that as well.
GCC_ANALYZER := -O2 -fanalyzer -Wno-analyzer-use-of-uninitialized-value

# readdir() is safe on a folder of one's own; strtok() is for the programs that
# make tables and for tests, which have one thread.
CPPCHECK := cppcheck -q --std=c11 --library=posix,gnu --inline-suppr \
	--enable=warning,performance,portability --error-exitcode=1 \
	--suppress=readdirCalled --suppress=strtokCalled:src/facts/note/*/* \
	--suppress=strtokCalled:tests/*

.PHONY: lint lint-all lint-tidy lint-gcc lint-cppcheck lint-some valgrind
#: make lint          clang-tidy with clang's analyser, gcc's, and cppcheck
lint:
	@sh tests/deps.sh lint
	@$(MAKE) $(JOBS) --no-print-directory lint-all

lint-all: lint-tidy lint-gcc lint-cppcheck
lint-tidy: $(LINT_SRC:%=$(LINT)/tidy/%)
# The trainer's memory lives as long as it does, which gcc 12 takes for leaks.
lint-gcc: $(patsubst %,$(LINT)/gcc/%,$(filter-out src/facts/note/train/%,\
	$(LINT_SRC)))

$(LINT)/tidy/%: % .clang-tidy $(LINT_HEADERS) | $(LINT_MADE)
	@mkdir -p $(@D)
	@[ $(V) = 1 ] || echo "  TIDY  $<"
	$(Q)clang-tidy --quiet $< -- -std=c11 $(LINT_FLAGS) 2>$@.err || \
		{ cat $@.err >&2; exit 1; }
	$(Q)rm -f $@.err && touch $@

$(LINT)/gcc/%: % $(LINT_HEADERS) | $(LINT_MADE)
	@mkdir -p $(@D)
	@[ $(V) = 1 ] || echo "  GCC   $<"
	$(Q)gcc -std=c11 $(LINT_FLAGS) $(GCC_ANALYZER) -Werror -c -o $@.o $<
	$(Q)rm -f $@.o && touch $@

lint-cppcheck: | $(LINT_MADE)
	@[ $(V) = 1 ] || echo "  CPPCHECK"
	$(Q)$(CPPCHECK) -j $$(getconf _NPROCESSORS_ONLN) $(LINT_FLAGS) \
		src examples tests/unit

# What every run of the tests can afford: the sources of the product.
lint-some: | $(LINT_MADE)
	$(Q)$(CPPCHECK) $(LINT_FLAGS) $(LIB_SRC) $(CLI_SRC)

#: make valgrind      every command over the example journal: no error, no leak
valgrind:
	@sh tests/deps.sh test
	@$(MAKE) $(JOBS) --no-print-directory program
	@sh tests/lint/valgrind.sh all $(PROGRAM)
