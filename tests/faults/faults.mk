# Faults; see tests/faults/README.md.
FAULTS := $(BUILD)/faults/memory.so
ifeq ($(shell uname -m),x86_64)
FAULTS += $(BUILD)/faults/inject
endif
FAULTS_CFLAGS = -std=c11 -O2 $(WARNINGS)

# Which parts, and every which fault of them.
PART  ?=
EVERY ?= 1

$(BUILD)/faults/inject: tests/faults/inject.c
	@mkdir -p $(@D)
	$(Q)$(CC) $(FAULTS_CFLAGS) -o $@ $<

$(BUILD)/faults/memory.so: tests/faults/memory.c
	@mkdir -p $(@D)
	$(Q)$(CC) $(FAULTS_CFLAGS) -shared -fPIC -o $@ $<

.PHONY: faults faults-bin
#: make faults        each call and allocation fails (PART="err-scan", EVERY=1)
faults: $(PROGRAM) faults-bin
	@nice -n 10 python3 -B tests/faults/faults.py --every $(EVERY) $(BUILD) $(PART)

faults-bin: $(FAULTS)
