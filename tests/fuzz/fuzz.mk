# Fuzzing; see tests/fuzz/README.md.
FUZZ_SRC := $(sort $(wildcard tests/fuzz/fuzz_*.c))
FUZZ_NAMES := $(FUZZ_SRC:tests/fuzz/fuzz_%.c=%)
FUZZ_REPLAY := $(FUZZ_NAMES:%=$(BUILD)/fuzz/replay_%)
FUZZ_BIN := $(FUZZ_NAMES:%=build/fuzz/fuzz/fuzz_%)
FUZZ_FLAGS = $(CPPFLAGS) $(OUR_CFLAGS) $(PKG_CFLAGS) $(CFLAGS) -Itests

# Seconds for each target, and which.
TIME    ?= 60
TARGETS ?= $(FUZZ_NAMES)

$(BUILD)/fuzz/replay_%: tests/fuzz/fuzz_%.c tests/fuzz/replay.c $(LIBRARY)
	@mkdir -p $(@D)
	@[ $(V) = 1 ] || echo "  FUZZ  $* (replay)"
	$(Q)$(CC) $(FUZZ_FLAGS) $(OUR_LDFLAGS) -pie $(LDFLAGS) -o $@ $< \
		tests/fuzz/replay.c $(LIBRARY) $(PKG_LIBS) -lpthread

build/fuzz/fuzz/fuzz_%: tests/fuzz/fuzz_%.c $(LIBRARY)
	@mkdir -p $(@D)
	@[ $(V) = 1 ] || echo "  FUZZ  $*"
	$(Q)$(CC) $(FUZZ_FLAGS) $(OUR_LDFLAGS) -fsanitize=fuzzer -pie \
		$(LDFLAGS) -o $@ $< $(LIBRARY) $(PKG_LIBS) -lpthread

.PHONY: fuzz fuzz-bin fuzz-replay
#: make fuzz          fuzzes each parser for TIME=60 seconds (TARGETS="date note")
fuzz:
	@sh tests/deps.sh test
	@$(MAKE) --no-print-directory CONFIG=fuzz fuzz-bin
	@for target in $(TARGETS); do \
		mkdir -p build/fuzz/corpus/$$target build/fuzz/found; \
		echo "== $$target"; \
		build/fuzz/fuzz/fuzz_$$target -max_total_time=$(TIME) \
			-timeout=10 -rss_limit_mb=2048 -max_len=65536 \
			-dict=tests/fuzz/$$target.dict -print_final_stats=1 \
			-artifact_prefix=build/fuzz/found/$$target- \
			build/fuzz/corpus/$$target tests/fuzz/corpus/$$target \
			2>&1 | grep -E 'ERROR|SUMMARY|Test unit|stat::number|cov:' | \
			tail -n 4; \
		ls build/fuzz/found/$$target-* 2>/dev/null && exit 1; \
	done; true

fuzz-bin: $(FUZZ_BIN)
fuzz-replay: $(FUZZ_REPLAY)
