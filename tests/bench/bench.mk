# Measuring; see tests/bench/README.md.

BENCH := $(BUILD)/bench
SIZE  ?= 10000
RUNS  ?= 5

# Set to 1 to end with an error when a goal is missed.
GATE  ?= 0

BENCH_FLAGS := $(if $(filter 1,$(GATE)),--gate) \
	$(if $(ROWS),--rows $(ROWS))
# The floor is optimized whatever the build is: it is a measure, not a product.
BENCH_CFLAGS = -std=c11 -D_GNU_SOURCE $(WARNINGS) $(CFLAGS) -O2 -MMD -MP

BENCH_TOOLS := $(BENCH)/generate $(BENCH)/floor $(BENCH)/launch
BENCH_PROGRAMS := $(BENCH_TOOLS) $(BUILD)/journalscan

.PHONY: bench bench-ir bench-deps

#: make bench         measures against the goals (SIZE=100000, RUNS=9, ROWS=W1)
bench: bench-deps
	@+$(MAKE) -s --no-print-directory $(BENCH_PROGRAMS)
	@python3 tests/bench/bench.py $(BENCH_FLAGS) $(BENCH) \
		$(BUILD)/journalscan $(SIZE) $(RUNS)

#: make bench-ir      counts instructions, which do not drift (GATE=1 to enforce)
bench-ir: bench-deps
	@+$(MAKE) -s --no-print-directory $(BENCH_PROGRAMS)
	@python3 tests/bench/ir.py $(filter --gate,$(BENCH_FLAGS)) $(BENCH) \
		$(BUILD)/journalscan $(SIZE)

bench-deps:
	@sh tests/deps.sh bench

$(BENCH)/%.o: tests/bench/%.c
	@mkdir -p $(@D)
	@[ "$(V)" = 1 ] || echo "  CC    $<"
	$(Q)$(CC) $(CPPFLAGS) $(BENCH_CFLAGS) $(PKG_CFLAGS) -c -o $@ $<

$(BENCH)/generate: $(BENCH)/generate.o $(BENCH)/compose.o
$(BENCH)/floor: $(BENCH)/floor.o
$(BENCH)/launch: $(BENCH)/launch.o
$(BENCH)/floor: BENCH_LIBS = $(shell pkg-config --libs libcmark)

$(BENCH_TOOLS):
	@[ "$(V)" = 1 ] || echo "  LD    $@"
	$(Q)$(CC) $(CFLAGS) $(LDFLAGS) -o $@ $^ $(BENCH_LIBS)

-include $(wildcard $(BENCH)/*.d)
