# Whether the tests notice a mistake; see tests/mutation/README.md.

# What is changed, how many of all changes are tried (0: all), and which;
# QUICK=1 runs no tests of the command line, AGAIN=1 only what survived.
FILES  ?= $(filter src/plan/% src/facts/%,$(LIB_SRC))
SAMPLE ?= 400
SEED   ?= 1

.PHONY: mutate mutation-bin
#: make mutate        whether tests notice mistakes (FILES=src/plan/say.c SAMPLE=0)
mutate:
	@sh tests/deps.sh test
	@$(MAKE) $(JOBS) --no-print-directory CONFIG=mutation BUILD=build/mutation \
		CFLAGS="-O2 -fvisibility=default" mutation-bin
	@nice -n 15 python3 -B tests/mutation/mutate.py --sample $(SAMPLE) \
		--seed $(SEED) $(if $(QUICK),--quick) $(if $(AGAIN),--again) \
		build/mutation $(FILES)

ifeq ($(CONFIG),mutation)
# All objects are in one library, so that one linking changes every program.
MUTANT := $(BUILD)/mutant
MUTANT_LIB := $(MUTANT)/libmutant.so
MUTANT_UNIT := $(shell grep -lE \
	'^.include "((facts|plan|act)/|unit/(journal|folder|when_check|sample_report|told_[a-z]+)\.h|journalscan\.h)' \
	$(UNIT_SRC))
MUTANT_BIN := $(MUTANT_UNIT:tests/unit/%.c=$(MUTANT)/%)

mutation-bin: $(MUTANT)/journalscan $(MUTANT_BIN)
	@echo "$(CC) $(CPPFLAGS) $(filter-out -MMD -MP,$(OUR_CFLAGS)) \
		$(PKG_CFLAGS) $(CFLAGS) -fPIC -fno-semantic-interposition -w" \
		>$(MUTANT)/compile
	@echo "$(CC) -shared $(LDFLAGS) $(LIB_OBJ) $(TEST_LIBS) -lpthread" \
		>$(MUTANT)/link

$(MUTANT_LIB): $(LIB_OBJ)
	@mkdir -p $(@D)
	@echo "  LD    $@"
	$(Q)$(CC) -shared $(LDFLAGS) -o $@ $^ $(TEST_LIBS) -lpthread

$(MUTANT)/journalscan: $(CLI_OBJ) $(MUTANT_LIB)
	@echo "  LD    $@"
	$(Q)$(CC) -pie $(LDFLAGS) -o $@ $(CLI_OBJ) -L$(MUTANT) -lmutant \
		$(TEST_LIBS) -lpthread

$(MUTANT_BIN): $(MUTANT)/%: tests/unit/%.c $(MUTANT_LIB)
	@echo "  TEST  $*"
	$(Q)$(CC) $(CPPFLAGS) $(OUR_CFLAGS) $(PKG_CFLAGS) $(CFLAGS) -Itests \
		-pie $(LDFLAGS) -o $@ $< -L$(MUTANT) -lmutant $(TEST_LIBS) \
		-lcmocka -lpthread
endif
