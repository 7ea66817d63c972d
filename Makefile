# journalscan: one makefile, out of tree, sources by wildcard.
# Two commands for a newcomer: make demo, make test.  `make help` lists the rest.

VERSION := $(shell sed -n 's/^\#define JSCAN_VERSION *"\(.*\)"/\1/p' include/journalscan.h)
SONAME  := 0

PREFIX  ?= /usr/local
DESTDIR ?=
BINDIR   = $(DESTDIR)$(PREFIX)/bin
LIBDIR   = $(DESTDIR)$(PREFIX)/lib
INCDIR   = $(DESTDIR)$(PREFIX)/include
SHAREDIR = $(DESTDIR)$(PREFIX)/share

CONFIG  ?= release
BUILD   ?= build/$(CONFIG)
# The sanitizers' checks take the compiler twice as long when it tries harder.
CFLAGS  ?= $(if $(filter asan,$(CONFIG)),-O1,-O2) -g
AR      ?= ar
# What makes tables while this is built: another one when CC is for another
# machine, see src/README.md.
HOSTCC  ?= $(CC)
V       ?= 0
Q       := $(if $(filter 1,$(V)),,@)

# Loaded with the program, and only when they are needed: see base/lazy.h.
LINKED   := libcmark zlib libpcre2-8 yaml-0.1 jansson libutf8proc
LOADED   := libgit2 libical sqlite3
PACKAGES := $(LINKED) $(LOADED)
# Asked once, and only when something is compiled.
PKG_CFLAGS = $(eval PKG_CFLAGS := $$(shell pkg-config --cflags $(PACKAGES)))$(PKG_CFLAGS)
PKG_LIBS   = $(eval PKG_LIBS := $$(shell pkg-config --libs $(LINKED)))$(PKG_LIBS) -ldl
TEST_LIBS  = $(eval TEST_LIBS := $$(shell pkg-config --libs $(PACKAGES)))$(TEST_LIBS) -ldl

WARNINGS := -Wall -Wextra -Wpedantic -Wshadow -Wstrict-prototypes \
	-Wmissing-prototypes -Wold-style-definition -Wpointer-arith \
	-Wwrite-strings -Wcast-qual -Wundef -Wvla -Wformat=2 -Wimplicit-fallthrough
# Checked by tests/rules/hardening.sh.  Where a processor knows no landing pads
# for jumps, neither does its compiler; only asked when something is compiled.
HARDENING = -fstack-protector-strong -fstack-clash-protection -fPIE $(PADS)
PADS = $(eval PADS := $$(if $$(filter x86_64-% i%86-%,\
	$$(shell $$(CC) -dumpmachine)),-fcf-protection))$(PADS)
SANITIZE_release :=
SANITIZE_asan := -fsanitize=address,undefined -fno-sanitize-recover=all \
	-fno-omit-frame-pointer
SANITIZE_clang :=
SANITIZE_fuzz := -fsanitize=fuzzer-no-link,address,undefined \
	-fno-sanitize-recover=all -fno-omit-frame-pointer
SANITIZE_coverage := --coverage -fprofile-update=atomic
ifeq ($(filter asan coverage fuzz,$(CONFIG)),)
HARDENING += -D_FORTIFY_SOURCE=2
endif
ifneq ($(filter clang fuzz,$(CONFIG)),)
override CC := clang
endif

OUR_CFLAGS = -std=c11 -D_GNU_SOURCE -Iinclude -Isrc -I$(BUILD)/gen $(WARNINGS) \
	$(HARDENING) -fvisibility=hidden $(SANITIZE_$(CONFIG)) -MMD -MP
OUR_LDFLAGS = $(SANITIZE_$(CONFIG)) -Wl,-z,relro,-z,now,-z,noexecstack

LIB_SRC := $(sort $(filter-out src/cli/% src/packaging/%,\
	$(wildcard src/*.c src/*/*.c src/*/*/*.c)))
CLI_SRC := $(sort $(wildcard src/cli/*.c))
UNIT_SRC := $(sort $(wildcard tests/unit/test_*.c))
EXAMPLE_SRC := $(sort $(wildcard examples/*.c))

LIB_OBJ := $(LIB_SRC:%.c=$(BUILD)/%.o)
CLI_OBJ := $(CLI_SRC:%.c=$(BUILD)/%.o)
UNIT_BIN := $(UNIT_SRC:tests/unit/%.c=$(BUILD)/tests/%)
EXAMPLE_BIN := $(EXAMPLE_SRC:%.c=$(BUILD)/%)

PROGRAM := $(BUILD)/journalscan
LIBRARY := $(BUILD)/libjournalscan.a
SHARED  := $(BUILD)/libjournalscan.so.$(SONAME)

.PHONY: all program lib shared deps demo test unit unit-bin install uninstall \
	clean help format accept examples
.DELETE_ON_ERROR:

all: $(PROGRAM) $(LIBRARY) $(SHARED)
program: $(PROGRAM)
lib: $(LIBRARY)
shared: $(SHARED)

help:
	@sed -n 's/^#: //p' $(MAKEFILE_LIST)

$(BUILD)/%.o: %.c
	@mkdir -p $(@D)
	@[ $(V) = 1 ] || echo "  CC    $<"
	$(Q)$(CC) $(CPPFLAGS) $(OUR_CFLAGS) $(PKG_CFLAGS) $(CFLAGS) $(PIC) -c -o $@ $<

# The tables of the reading of notes: words, behaviours and weights as data.
NOTE := src/facts/note
NOTE_GEN := $(BUILD)/gen/note_tables
NOTE_DATA := $(NOTE)/grammar.txt $(NOTE)/words.txt $(NOTE)/behaviours.txt \
	$(NOTE)/weights.txt
NOTE_TABLES := $(BUILD)/gen/note_classes.h

$(NOTE_GEN): $(wildcard $(NOTE)/gen/*.[ch]) $(NOTE)/category.c \
		$(NOTE)/hash.h $(NOTE)/word.h $(NOTE)/behaviour.h \
		$(NOTE)/model.h
	@mkdir -p $(@D)
	@[ $(V) = 1 ] || echo "  CC    $@"
	$(Q)$(HOSTCC) $(CPPFLAGS) $(OUR_CFLAGS) $(CFLAGS) $(LDFLAGS) -MF $@.d \
		-o $@ $(filter %.c,$^)

$(NOTE_TABLES): $(NOTE_GEN) $(NOTE_DATA)
	@[ $(V) = 1 ] || echo "  GEN   tables of $(NOTE)"
	$(Q)$(NOTE_GEN) $(@D) $(NOTE_DATA)

$(filter $(BUILD)/$(NOTE)/%,$(LIB_OBJ)): $(NOTE_TABLES)

# Tables of the libraries that are loaded when they are needed: the name of the
# list, the library's header, and the package whose library file is asked for.
CALLS_git2   := src/git/git2.calls git2.h libgit2
CALLS_ical   := src/output/ical.calls libical/ical.h libical
CALLS_sqlite := src/output/sqlite.calls sqlite3.h sqlite3
CALLS := $(patsubst CALLS_%,%,$(filter CALLS_%,$(.VARIABLES)))
CALLS_H := $(CALLS:%=$(BUILD)/gen/calls_%.h)
CALLS_C := $(CALLS:%=$(BUILD)/gen/calls_%.c)

# The file that the loader looks for: libgit2.so.1.5.
find_soname = $(shell file=$$($(CC) $$(pkg-config --libs-only-L $(1)) \
	-print-file-name=lib$(patsubst lib%,%,$(1)).so) && \
	readelf -d "$$file" | sed -n 's/.*SONAME.*\[\(.*\)\]/\1/p')

define CALLS_RULE
$$(BUILD)/gen/calls_$(1).h: $$(word 1,$$(CALLS_$(1))) src/base/calls.awk
	@mkdir -p $$(@D)
	$$(Q)awk -v kind=h -v name=$(1) -v header=$$(word 2,$$(CALLS_$(1))) \
		-f src/base/calls.awk $$< >$$@
$$(BUILD)/gen/calls_$(1).c: $$(word 1,$$(CALLS_$(1))) src/base/calls.awk
	@mkdir -p $$(@D)
	$$(Q)awk -v kind=c -v name=$(1) \
		-v soname=$$(call find_soname,$$(word 3,$$(CALLS_$(1)))) \
		-f src/base/calls.awk $$< >$$@
$$(BUILD)/gen/calls_$(1).o: $$(BUILD)/gen/calls_$(1).h
endef
$(foreach name,$(CALLS),$(eval $(call CALLS_RULE,$(name))))

$(BUILD)/gen/%.o: $(BUILD)/gen/%.c
	$(Q)$(CC) $(CPPFLAGS) $(OUR_CFLAGS) $(PKG_CFLAGS) $(CFLAGS) $(PIC) -c -o $@ $<

LIB_OBJ += $(CALLS_C:.c=.o)

# Both libraries and the program are made of the same objects.
$(LIB_OBJ): PIC := -fPIC -fno-semantic-interposition
$(filter $(BUILD)/src/%,$(LIB_OBJ)): | $(CALLS_H)

# Whatever facts may depend on, for the key of the cache: all of the library.
RULES_HASH := $(BUILD)/gen/rules_hash.h
RULES_FROM := $(LIB_SRC) $(wildcard include/*.h src/*.h src/*/*.h src/*/*/*.h) \
	$(NOTE_DATA)

$(RULES_HASH): $(RULES_FROM)
	@mkdir -p $(@D)
	@[ $(V) = 1 ] || echo "  GEN   $@"
	$(Q)echo "#define JSCAN_RULES_HASH 0x$$(cat $(RULES_FROM) | sha1sum | \
		cut -c 1-16)u" >$@

$(filter $(BUILD)/src/cache/key.%,$(LIB_OBJ)): $(RULES_HASH)

$(LIBRARY): $(LIB_OBJ)
	@[ $(V) = 1 ] || echo "  AR    $@"
	$(Q)rm -f $@ && $(AR) rcs $@ $^

$(SHARED): $(LIB_OBJ)
	@[ $(V) = 1 ] || echo "  LD    $@"
	$(Q)$(CC) -shared -Wl,-soname,$(notdir $@) $(OUR_LDFLAGS) $(CFLAGS) \
		$(LDFLAGS) -o $@ $^ $(PKG_LIBS) -lpthread
	$(Q)ln -sf $(notdir $@) $(BUILD)/libjournalscan.so

$(PROGRAM): $(CLI_OBJ) $(LIBRARY)
	@[ $(V) = 1 ] || echo "  LD    $@"
	$(Q)$(CC) $(OUR_LDFLAGS) -pie $(CFLAGS) $(LDFLAGS) -o $@ $(CLI_OBJ) \
		$(LIBRARY) $(PKG_LIBS) -lpthread

$(BUILD)/tests/%: tests/unit/%.c $(LIBRARY)
	@mkdir -p $(@D)
	@[ $(V) = 1 ] || echo "  TEST  $*"
	$(Q)$(CC) $(CPPFLAGS) $(OUR_CFLAGS) $(PKG_CFLAGS) $(CFLAGS) -Itests \
		$(OUR_LDFLAGS) -pie $(LDFLAGS) -o $@ $< $(LIBRARY) $(TEST_LIBS) \
		-lcmocka -lpthread

$(BUILD)/examples/%: examples/%.c $(LIBRARY)
	@mkdir -p $(@D)
	$(Q)$(CC) $(CPPFLAGS) $(OUR_CFLAGS) $(CFLAGS) $(OUR_LDFLAGS) -pie \
		$(LDFLAGS) -o $@ $< $(LIBRARY) $(PKG_LIBS) -lpthread

examples: $(EXAMPLE_BIN)
unit-bin: $(UNIT_BIN)

# The unit tests of this configuration alone, for daily work.
unit: unit-bin
	@sh tests/run.sh unit $(BUILD)

#: make               the program, build/release/journalscan, and the libraries
#: make demo          installs what is missing, builds, runs on a copy of examples/
#: make test          installs what is missing, builds, runs every test
#: make unit          only the unit tests, of CONFIG=release, asan or clang
#: make deps          installs what the build needs (apt; else says what)
deps:
	@sh tests/deps.sh build

# Each step starts a make of its own, since only then are the packages there
# that this makefile asks about.  It uses all processors unless told how many.
JOBS = $(if $(filter -j%,$(MAKEFLAGS)),,-j$(shell getconf _NPROCESSORS_ONLN))
DEMO := build/demo
DEMO_DAY := 2026-10-15
demo:
	@sh tests/deps.sh build
	@$(MAKE) $(JOBS) --no-print-directory CONFIG=release BUILD=build/release program
	@sh tests/demo.sh build/release/journalscan $(DEMO) $(DEMO_DAY)

test:
	@sh tests/deps.sh test
	@$(MAKE) $(JOBS) --no-print-directory CONFIG=release BUILD=build/release all \
		examples unit-bin faults-bin
	@$(MAKE) $(JOBS) --no-print-directory CONFIG=asan BUILD=build/asan program \
		unit-bin fuzz-replay
	@sh tests/run.sh all build/release build/asan

#: make install       into PREFIX (/usr/local) below DESTDIR; make uninstall
install: all
	install -d $(BINDIR) $(LIBDIR)/pkgconfig $(INCDIR)
	install -m 755 $(PROGRAM) $(BINDIR)/journalscan
	install -m 644 include/journalscan.h $(INCDIR)/journalscan.h
	install -m 644 $(LIBRARY) $(LIBDIR)/libjournalscan.a
	install -m 755 $(SHARED) $(LIBDIR)/libjournalscan.so.$(VERSION)
	ln -sf libjournalscan.so.$(VERSION) $(LIBDIR)/libjournalscan.so.$(SONAME)
	ln -sf libjournalscan.so.$(SONAME) $(LIBDIR)/libjournalscan.so
	sed -e 's|@PREFIX@|$(PREFIX)|' -e 's|@VERSION@|$(VERSION)|' \
		-e 's|@PACKAGES@|$(LINKED)|' src/journalscan.pc.in \
		>$(LIBDIR)/pkgconfig/journalscan.pc
	for page in $(wildcard src/man/*.[1-9]); do \
		section=$${page##*.}; \
		install -D -m 644 $$page \
			$(SHAREDIR)/man/man$$section/$${page##*/}; \
	done
	test ! -e src/completions/journalscan.bash || install -D -m 644 \
		src/completions/journalscan.bash \
		$(SHAREDIR)/bash-completion/completions/journalscan
	test ! -e src/completions/_journalscan || install -D -m 644 \
		src/completions/_journalscan \
		$(SHAREDIR)/zsh/site-functions/_journalscan
	test ! -e src/completions/journalscan.fish || install -D -m 644 \
		src/completions/journalscan.fish \
		$(SHAREDIR)/fish/vendor_completions.d/journalscan.fish

uninstall:
	rm -f $(BINDIR)/journalscan $(INCDIR)/journalscan.h \
		$(LIBDIR)/libjournalscan.a $(LIBDIR)/libjournalscan.so* \
		$(LIBDIR)/pkgconfig/journalscan.pc \
		$(SHAREDIR)/man/man*/journalscan.[1-9] \
		$(SHAREDIR)/bash-completion/completions/journalscan \
		$(SHAREDIR)/zsh/site-functions/_journalscan \
		$(SHAREDIR)/fish/vendor_completions.d/journalscan.fish

#: make format        clang-format decides; make lint asks clang-tidy, cppcheck
format:
	clang-format -i $(LIB_SRC) $(CLI_SRC) $(wildcard src/*/*.h src/*/*/*.h) \
		$(UNIT_SRC)

#: make accept        puts what the program prints now into the README
accept: program
	@python3 -B tests/readme.py $(PROGRAM) || true
	@python3 -B tests/readme.py $(PROGRAM) --write

#: make clean         removes build/
clean:
	rm -rf build

-include $(wildcard $(LIB_OBJ:.o=.d) $(CLI_OBJ:.o=.d) \
	$(UNIT_BIN:=.d))
-include $(wildcard tests/*/*.mk src/packaging/*.mk)
